//===-- Pipeline.h - From translation units to findings -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one way from facts to findings, used by all front ends:
//
//   units ──link──▶ program ──rules──▶ analysis
//
// Everything here is Clang-free and deterministic: the result depends on the
// set of units and on the models, not on any order.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_PIPELINE_H
#define FEARLESS_FRONTENDS_PIPELINE_H

#include "facts/UnitSource.h"
#include "findings/Finding.h"
#include "models/Catalogue.h"
#include "rules/RuleTable.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace fearless::frontends {

struct Analysis {
  rules::Report Report;
  /// The user's files that the units are made of. Sorted.
  std::vector<std::string> UserFiles;
  /// Those of them that say that they are generated. Sorted.
  std::vector<std::string> MarkedFiles;
  /// What is odd about the user's models: rows that name nothing in the
  /// program.
  std::vector<std::string> ModelWarnings;
};

/// The built-in models, the \p Boundaries of the configuration and the models
/// of the user's YAML files, later ones winning. An error names every problem
/// with file and line.
llvm::Expected<models::Catalogue>
loadModels(llvm::ArrayRef<std::string> UserFiles,
           const std::vector<models::FunctionModel> &Boundaries = {});

/// \p UserModels are the files given to loadModels, and that of the boundaries.
Analysis analyse(facts::UnitSources Units, const models::Catalogue &Models,
                 const rules::Options &Options,
                 llvm::ArrayRef<std::string> UserModels);

/// For commands that show what the analysis knows: hands it to \p Look, with
/// what the rules make of it.
void inspect(
    facts::UnitSources Units, const models::Catalogue &Models,
    const rules::Options &Options,
    llvm::function_ref<void(const analysis::Analysis &, const rules::Report &)>
        Look);

/// Types and functions of the program that look like locks, guards or thread
/// starters and that no model describes.
struct Suggestion {
  std::string What; ///< "lock", "guard", "thread starter"
  std::string Name;
  findings::Place Where;
};
std::vector<Suggestion> suggestModels(facts::UnitSources Units,
                                      const models::Catalogue &Models);

} // namespace fearless::frontends

#endif

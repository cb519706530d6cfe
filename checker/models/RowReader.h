//===-- RowReader.h - One row of a model file -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads and checks the rows of the sections types, variables and functions.
// What is wrong is added to the problems and reading goes on with the rest.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_ROWREADER_H
#define FEARLESS_MODELS_ROWREADER_H

#include "models/Document.h"
#include "models/Model.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

namespace fearless::models {

/// A mapping whose keys are taken one by one; finish() reports what is left.
class Row {
public:
  /// \p What names it in messages: "a function row".
  Row(const Node &Mapping, Problems &Found, llvm::StringRef What);

  /// The value of \p Key, or null. \p Key is from now on known as valid.
  const Node *take(llvm::StringRef Key);
  /// Refuses every key that was not taken, and names the nearest valid one.
  void finish();

  const Node &node() const { return Mapping; }
  llvm::ArrayRef<Node::Entry> entries() const { return Mapping.Entries; }

private:
  const Node &Mapping;
  Problems &Found;
  llvm::StringRef What;
  llvm::SmallVector<llvm::StringRef, 16> Valid;
};

/// The text of a scalar that must not be empty; \p What for the message.
llvm::StringRef readText(const Node &N, llvm::StringRef What, Problems &Found);

/// Lists of names that a file gives a name to: `<sequences>` stands for them.
using Groups = llvm::StringMap<std::vector<llvm::StringRef>>;
Groups readGroups(const Node &N, Problems &Found);

/// A row may list several names: it stands for one row each.
std::vector<TypeModel> readTypeRow(const Node &N, const Groups &Known,
                                   Problems &Found);
std::vector<VariableModel> readVariableRow(const Node &N, const Groups &Known,
                                           Problems &Found);
std::vector<FunctionModel> readFunctionRow(const Node &N, const Groups &Known,
                                           Problems &Found);

} // namespace fearless::models

#endif

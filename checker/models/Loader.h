//===-- Loader.h - From the text of a model file to its rows --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The format is described in docs/models.md. A file is taken whole or not at
// all, and all that is wrong with it is said at once.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_LOADER_H
#define FEARLESS_MODELS_LOADER_H

#include "models/Model.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <vector>

namespace fearless::models {

/// The version of the format, written at the top: `fearless-models: 1`.
inline constexpr unsigned FormatVersion = 1;

struct ModelFile {
  std::vector<TypeModel> Types;
  std::vector<VariableModel> Variables;
  std::vector<FunctionModel> Functions;
};

/// Reads one model file. \p Name stands in messages and in the rows' origins.
llvm::Expected<ModelFile> load(llvm::StringRef Yaml, llvm::StringRef Name);

} // namespace fearless::models

#endif

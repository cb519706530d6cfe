//===-- BuiltinData.h - The texts of data/*.yaml --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The built-in model files as they were when the tool was built, in order of
// name. EmbedData.cmake writes the source.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_BUILTINDATA_H
#define FEARLESS_MODELS_BUILTINDATA_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace fearless::models {

struct BuiltinFile {
  llvm::StringLiteral Name;                   ///< "std-mutex.yaml"
  llvm::ArrayRef<llvm::StringLiteral> Pieces; ///< Of the text, in order.
};

llvm::ArrayRef<BuiltinFile> builtinFiles();

} // namespace fearless::models

#endif

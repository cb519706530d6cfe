//===-- StoredProgram.h - A program from stored facts ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For front ends that see one unit and are given the facts of the others.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_STOREDPROGRAM_H
#define FEARLESS_FRONTENDS_STOREDPROGRAM_H

#include "facts/TranslationUnit.h"
#include "facts/UnitSource.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace fearless::frontends {

/// \p Paths, with a directory standing for the *.facts files below it, in order
/// of name. The error names the directory and says what to do.
llvm::Expected<std::vector<std::string>>
factsFiles(llvm::ArrayRef<std::string> Paths);

/// The units of facts files and archives, binary ones; a directory is read as
/// factsFiles() says. The error names the file and says what to do.
llvm::Expected<facts::UnitSources>
loadProgram(llvm::ArrayRef<std::string> Paths);

/// Puts \p Unit, which is fresh from its source, in the place of what \p Units
/// have of its main file. If that is the same still, they stay as they are: the
/// file may have been compiled in several ways.
void putUnit(facts::UnitSources &Units, facts::TranslationUnit Unit);

} // namespace fearless::frontends

#endif

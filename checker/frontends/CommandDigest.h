//===-- CommandDigest.h - What a compilation is called --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit is named by its main file and a digest of the command that compiled
// it. Command line and compiler plugin see that command in different words; the
// digest is made of what Clang understood, so that both write the same facts.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_COMMANDDIGEST_H
#define FEARLESS_FRONTENDS_COMMANDDIGEST_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>

namespace clang {
class CompilerInvocation;
} // namespace clang

namespace fearless::frontends {

/// Of everything in \p Command that may change what the code of \p File means:
/// language, target, macros, where headers are looked for. Optimisation, debug
/// information, position independence, visibility, outputs and warnings are no
/// part of it, nor is where the project lies: the same in every checkout.
uint64_t commandDigest(const clang::CompilerInvocation &Command,
                       llvm::StringRef File, llvm::StringRef ProjectRoot);

} // namespace fearless::frontends

#endif

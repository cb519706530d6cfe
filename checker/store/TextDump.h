//===-- TextDump.h - Facts as text ----------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What `fearless facts --dump` prints. The grammar is told in TextReader.h,
// which reads it back: writing what was read gives the same text again.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTDUMP_H
#define FEARLESS_STORE_TEXTDUMP_H

#include "facts/TranslationUnit.h"
#include "llvm/Support/raw_ostream.h"

namespace fearless::store {

/// Writes \p Unit, for which verify() (Verify.h) must hold.
void writeText(const facts::TranslationUnit &Unit, llvm::raw_ostream &Out);

} // namespace fearless::store

#endif

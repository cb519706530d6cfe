//===-- UnitText.h - Translation units in tests ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tests state facts as text (grammar: store/TextReader.h).
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_UNITTEXT_H
#define FEARLESS_TEST_UNITTEXT_H

#include "store/TextDump.h"
#include "store/TextReader.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

namespace fearless::test {

/// The unit that \p Text states; the test fails if it states none.
inline facts::TranslationUnit unitFrom(llvm::StringRef Text) {
  auto Unit = store::readText(Text, "test");
  if (Unit)
    return std::move(*Unit);
  ADD_FAILURE() << llvm::toString(Unit.takeError()) << "\nin\n" << Text.str();
  return {};
}

/// What is wrong with \p Text, or nothing.
inline std::string errorIn(llvm::StringRef Text) {
  auto Unit = store::readText(Text, "test");
  return Unit ? "" : llvm::toString(Unit.takeError());
}

inline std::string textOf(const facts::TranslationUnit &Unit) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  store::writeText(Unit, Out);
  return Text;
}

} // namespace fearless::test

#endif

//===-- TextPrinter.h - Pieces of the text form shared by its writers -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/: TextDump.cpp prints a unit's tables, TextBodyDump.cpp its
// function bodies, with these. Each print function writes a leading space, so
// that pieces can follow each other on a line.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTPRINTER_H
#define FEARLESS_STORE_TEXTPRINTER_H

#include "store/TextNames.h"
#include "store/TextWords.h"
#include "llvm/Support/raw_ostream.h"

namespace fearless::store {

class TextPrinter {
public:
  TextPrinter(const facts::TranslationUnit &Unit, llvm::raw_ostream &Out)
      : Unit(Unit), Names(Unit), Out(Out) {}

  /// " :3:5" in the main file, " a.h:3:5" elsewhere; nothing for nowhere.
  void location(const facts::Location &Loc);
  /// "const int *", without a leading space.
  void type(facts::TypeId T);
  void flags(uint32_t Set, llvm::ArrayRef<FlagWord> Words);
  void annotations(const std::vector<facts::Annotation> &Annotations);
  /// \p Word and the quoted \p Text if it is not \p Default.
  void textUnless(llvm::StringRef Default, llvm::StringRef Word,
                  facts::StringId Text);

  const facts::TranslationUnit &Unit;
  const EntityNames Names;
  llvm::raw_ostream &Out;

private:
  void qualifiers(const facts::Type &T);
};

/// The body's lines, "body …" first.
void writeBody(TextPrinter &Printer, const facts::FunctionBody &Body);

} // namespace fearless::store

#endif

//===-- TextLineReader.h - Pieces of the text form shared by its readers --===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/: TextReader.cpp reads a unit's tables, TextBodyReader.cpp
// its function bodies, with these. Functions return false after a failure,
// which the cursor keeps.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTLINEREADER_H
#define FEARLESS_STORE_TEXTLINEREADER_H

#include "facts/Builder.h"
#include "store/TextCursor.h"
#include "store/TextEntities.h"
#include "store/TextWords.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace fearless::store {

struct TextLineReader {
  TextLineReader(facts::TranslationUnit &Unit, llvm::StringRef Text,
                 llvm::StringRef Name)
      : Unit(Unit), Builder(Unit), Entities(Builder), At(Text, Name) {}

  /// Nested types and values deeper than this are refused.
  static constexpr unsigned MaxDepth = 64;

  /// A file name, bare or quoted.
  bool fileName(std::string &Out);
  /// Whether a location comes next.
  bool seesLocation();
  bool location(facts::Location &Out);
  bool type(facts::TypeId &Out, unsigned Depth = 0);
  /// ": TYPE" if it is there (":12:5" is a location).
  bool optionalType(facts::TypeId &Out);
  bool annotation(std::vector<facts::Annotation> &Out);

  /// What may end a line, and where it goes. Null: not allowed here.
  struct Tail {
    llvm::ArrayRef<FlagWord> Words = {};
    uint32_t *Flags = nullptr;
    facts::Location *Loc = nullptr;
    std::vector<facts::Annotation> *Annotations = nullptr;
    /// Takes what follows the word and sets the bool to whether it knew the
    /// word. Returns false after a failure.
    llvm::function_ref<bool(llvm::StringRef Word, bool &Known)> Other;
  };
  /// Reads to the end of the line.
  bool tail(const Tail &T);

  /// \p Out becomes the quoted name that follows.
  bool nameInto(facts::StringId &Out, llvm::StringRef What);

  facts::TranslationUnit &Unit;
  facts::UnitBuilder Builder;
  TextEntities Entities;
  TextCursor At;

private:
  bool qualifier(facts::Type &T);
  bool baseType(facts::Type &T, unsigned Depth);
};

/// Reads a body from its first line, after the word "body", to its last; the
/// cursor then stands at the line after it. \p More: whether there is one.
bool readBody(TextLineReader &Line, facts::FunctionBody &Body, bool &More);

} // namespace fearless::store

#endif

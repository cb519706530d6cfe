//===-- TextLineReader.cpp - Pieces of the text form ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextLineReader.h"

#include "llvm/ADT/StringExtras.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

/// The length of a bare file name at the start of \p S.
size_t fileNameLength(StringRef S) {
  return S
      .take_while([](char C) {
        return llvm::isAlnum(C) || StringRef("_./+-").contains(C);
      })
      .size();
}

} // namespace

bool TextLineReader::fileName(std::string &Out) {
  StringRef Ahead = At.ahead();
  if (Ahead.starts_with("\""))
    return At.quotedString(Out);
  size_t Length = fileNameLength(Ahead);
  if (Length == 0)
    return At.failExpected("a file name");
  Out = Ahead.take_front(Length).str();
  At.skip(Length);
  return true;
}

bool TextLineReader::seesLocation() {
  StringRef Ahead = At.ahead();
  size_t Length = fileNameLength(Ahead);
  if (Ahead.starts_with("\"")) {
    for (Length = 1; Length < Ahead.size() && Ahead[Length] != '"'; ++Length)
      if (Ahead[Length] == '\\')
        ++Length;
    ++Length;
  }
  Ahead = Ahead.substr(Length);
  return Ahead.size() > 1 && Ahead[0] == ':' && llvm::isDigit(Ahead[1]);
}

bool TextLineReader::location(Location &Out) {
  if (!seesLocation())
    return At.failExpected("a location such as ':12:5' or 'src/a.h:12:5'");
  std::string Path = Unit.MainFile;
  FileOwner Owner = FileOwner::Main;
  if (!At.ahead().starts_with(":")) {
    if (!fileName(Path))
      return false;
    Owner = Path == Unit.MainFile ? FileOwner::Main : FileOwner::User;
  }
  uint64_t Line = 0, Column = 0;
  At.skip(1);
  if (!At.number(Line, UINT32_MAX, "a line"))
    return false;
  if (At.here().starts_with(":")) {
    At.skip(1);
    if (!At.number(Column, UINT16_MAX, "a column"))
      return false;
  }
  if (Unit.Files.size() > UINT16_MAX)
    return At.fail("more than 65535 files");
  Out.Line = static_cast<uint32_t>(Line);
  Out.Column = static_cast<uint16_t>(Column);
  Out.File = Builder.file(Path, Owner);
  return true;
}

bool TextLineReader::qualifier(Type &T) {
  if (At.tryWord("const"))
    return T.Const = true;
  if (At.tryWord("volatile"))
    return T.Volatile = true;
  if (At.tryWord("_Atomic"))
    return T.Atomic = true;
  return false;
}

bool TextLineReader::baseType(Type &T, unsigned Depth) {
  while (qualifier(T))
    ;
  bool Quoted = At.ahead().starts_with("\"");
  std::string Name;
  if (!At.name(Name, "a type"))
    return false;
  std::optional<TypeKind> Kind = enumOf<TypeKind>(Name);
  if (Quoted || !Kind) {
    T.Kind = TypeKind::Record;
    T.Record = Entities.record(Name);
    return true;
  }
  T.Kind = *Kind;
  if (At.here().starts_with("(")) {
    At.skip(1);
    if (!type(T.Element, Depth + 1) || !At.expect(")"))
      return false;
  }
  if (At.here().starts_with("{")) {
    At.skip(1);
    if (!At.name(Name, "a record's name") || !At.expect("}"))
      return false;
    T.Record = Entities.record(Name);
  }
  return true;
}

bool TextLineReader::type(TypeId &Out, unsigned Depth) {
  if (Depth > MaxDepth)
    return At.fail("types are nested too deeply");
  Out = TypeId();
  if (!At.tryToken("?")) {
    Type T;
    if (!baseType(T, Depth))
      return false;
    Out = Builder.type(T);
  }
  for (unsigned Suffixes = Depth;; ++Suffixes) {
    Type T;
    T.Element = Out;
    if (At.tryToken("*"))
      T.Kind = TypeKind::Pointer;
    else if (At.tryToken("&&"))
      T.Kind = TypeKind::RvalueReference;
    else if (At.tryToken("&"))
      T.Kind = TypeKind::Reference;
    else if (At.tryToken("[]"))
      T.Kind = TypeKind::Array;
    else
      return !At.failed();
    if (Suffixes >= MaxDepth)
      return At.fail("types are nested too deeply");
    while (qualifier(T))
      ;
    Out = Builder.type(T);
  }
}

bool TextLineReader::optionalType(TypeId &Out) {
  StringRef Ahead = At.ahead();
  bool IsLocation = Ahead.size() > 1 && llvm::isDigit(Ahead[1]);
  if (!Ahead.starts_with(":") || IsLocation)
    return !At.failed();
  At.skip(1);
  return type(Out);
}

bool TextLineReader::annotation(std::vector<Annotation> &Out) {
  if (!At.expect("[["))
    return false;
  Annotation A;
  std::optional<AnnotationKind> Kind = enumOf<AnnotationKind>(At.word());
  if (!Kind)
    return At.fail("expected an annotation such as 'guarded_by'");
  A.Kind = *Kind;
  if (At.tryToken("(")) {
    do {
      StringId Argument;
      if (!nameInto(Argument, "an argument (quote what is no plain name)"))
        return false;
      A.Arguments.push_back(Argument);
    } while (At.tryToken(","));
    if (!At.expect(")"))
      return false;
  }
  A.Success = !At.tryWord("on_false");
  if (!At.expect("]]"))
    return false;
  Out.push_back(std::move(A));
  return true;
}

bool TextLineReader::nameInto(StringId &Out, StringRef What) {
  std::string Name;
  if (!At.name(Name, What))
    return false;
  Out = Builder.string(Name);
  return true;
}

bool TextLineReader::tail(const Tail &T) {
  while (!At.failed() && !At.atEnd()) {
    if (T.Loc && seesLocation()) {
      if (!location(*T.Loc))
        return false;
      continue;
    }
    if (T.Annotations && At.ahead().starts_with("[[")) {
      if (!annotation(*T.Annotations))
        return false;
      continue;
    }
    TextCursor::Mark Before = At.mark();
    StringRef Word = At.word();
    bool Known = false;
    for (const FlagWord &F : T.Words)
      if (F.Word == Word) {
        *T.Flags |= F.Bit;
        Known = true;
      }
    if (!Known && !Word.empty() && T.Other && !T.Other(Word, Known))
      return false;
    if (!Known) {
      At.rewind(Before);
      return At.failExpected("a flag, a property or the end of the line");
    }
  }
  return !At.failed();
}

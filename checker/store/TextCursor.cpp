//===-- TextCursor.cpp - Reading a text line by line, piece by piece ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextCursor.h"

#include "store/TextNames.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace fearless::store;
using llvm::StringRef;
using llvm::Twine;

static bool isWordChar(char C) { return llvm::isAlnum(C) || C == '_'; }

void TextCursor::rewind(const Mark &M) {
  Rest = M.Rest;
  Line = M.Line;
  Column = M.Column;
  LineNumber = M.LineNumber;
}

bool TextCursor::nextLine() {
  while (!failed() && !Rest.empty()) {
    std::tie(Line, Rest) = Rest.split('\n');
    Line = Line.rtrim('\r');
    Column = 0;
    ++LineNumber;
    if (!atEnd())
      return true;
  }
  return false;
}

void TextCursor::skipSpace() {
  while (Column < Line.size() && (Line[Column] == ' ' || Line[Column] == '\t'))
    ++Column;
}

bool TextCursor::atEnd() {
  StringRef Ahead = ahead();
  return Ahead.empty() || Ahead.starts_with("//");
}

StringRef TextCursor::ahead() {
  skipSpace();
  return here();
}

bool TextCursor::tryToken(StringRef Token) {
  if (failed() || !ahead().starts_with(Token))
    return false;
  Column += Token.size();
  return true;
}

bool TextCursor::tryWord(StringRef Word) {
  StringRef Ahead = ahead();
  if (failed() || !Ahead.starts_with(Word))
    return false;
  if (bareNameLength(Ahead) != Word.size()) // "const#1" is another name.
    return false;
  Column += Word.size();
  return true;
}

bool TextCursor::expect(StringRef Token) {
  return tryToken(Token) || failExpected("'" + Token + "'");
}

StringRef TextCursor::word() {
  StringRef Ahead = ahead();
  if (failed() || Ahead.empty() || llvm::isDigit(Ahead[0]))
    return StringRef();
  StringRef Word = Ahead.take_while(isWordChar);
  Column += Word.size();
  return Word;
}

bool TextCursor::name(std::string &Out, StringRef What) {
  StringRef Ahead = ahead();
  if (failed())
    return false;
  if (Ahead.starts_with("\""))
    return quotedString(Out);
  size_t Length = bareNameLength(Ahead);
  if (Length == 0)
    return failExpected(What);
  Out = Ahead.take_front(Length).str();
  Column += Length;
  return true;
}

bool TextCursor::quotedString(std::string &Out) {
  if (!expect("\""))
    return false;
  Out.clear();
  while (Column < Line.size()) {
    char C = Line[Column++];
    if (C == '"')
      return true;
    if (C != '\\') {
      Out += C;
      continue;
    }
    StringRef Escape = here();
    if (Escape.starts_with("n")) {
      Out += '\n';
      ++Column;
    } else if (Escape.starts_with("x") && Escape.size() > 2 &&
               llvm::isHexDigit(Escape[1]) && llvm::isHexDigit(Escape[2])) {
      Out += static_cast<char>(llvm::hexFromNibbles(Escape[1], Escape[2]));
      Column += 3;
    } else if (Escape.starts_with("\\") || Escape.starts_with("\"")) {
      Out += Escape[0];
      ++Column;
    } else {
      return failExpected("one of \\\\, \\\", \\n and \\xHH in a quoted name");
    }
  }
  return failExpected("'\"' at the end of a quoted name");
}

bool TextCursor::number(uint64_t &Out, uint64_t Max, StringRef What) {
  StringRef Ahead = ahead();
  if (failed())
    return false;
  StringRef Left = Ahead;
  bool Bad = Ahead.starts_with("0x") ? Left.drop_front(2).empty() : false;
  unsigned Radix = 10;
  if (Left.consume_front("0x"))
    Radix = 16;
  if (Bad || Left.consumeInteger(Radix, Out))
    return failExpected(What);
  if (Out > Max)
    return failExpected(What + Twine(" up to ") + Twine(Max));
  Column += Ahead.size() - Left.size();
  return true;
}

bool TextCursor::fail(const Twine &What) {
  if (!failed())
    Message = (Twine(Name) + ":" + Twine(LineNumber) + ":" + Twine(Column + 1) +
               ": " + What)
                  .str();
  return false;
}

bool TextCursor::failExpected(const Twine &What) {
  if (atEnd())
    return fail("expected " + What + ", found the end of the line");
  StringRef Ahead = ahead();
  size_t Length = std::max<size_t>(1, bareNameLength(Ahead));
  std::string Found;
  llvm::raw_string_ostream Out(Found);
  llvm::printEscapedString(Ahead.take_front(std::min<size_t>(Length, 40)), Out);
  return fail("expected " + What + ", found '" + Found + "'");
}

llvm::Error TextCursor::takeError() const {
  if (!failed())
    return llvm::Error::success();
  return llvm::createStringError(llvm::inconvertibleErrorCode(), "%s",
                                 Message.c_str());
}

//===-- Comments.cpp - The comments of a C or C++ source ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Comments.h"

#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace fearless::findings {

namespace {

class Scanner {
public:
  explicit Scanner(StringRef Source) : Source(Source) {
    Found.HasCode.resize(2);
  }

  Comments run() {
    while (At < Source.size())
      step();
    return std::move(Found);
  }

private:
  void step() {
    StringRef Rest = Source.drop_front(At);
    if (Rest.starts_with("//"))
      return lineComment();
    if (Rest.starts_with("/*"))
      return blockComment();
    char C = Rest.front();
    if (C == '\n' || isSpace(C))
      return advance(1);
    Found.HasCode[Line] = true;
    if (C == '"')
      return isRaw() ? rawString() : literal('"');
    // 1'000 is a number, u8'a' a literal: no identifier ends in a quote.
    if (C == '\'' && (At == 0 || !isHexDigit(Source[At - 1])))
      return literal('\'');
    advance(1);
  }

  void advance(size_t Bytes) {
    for (size_t End = std::min(At + Bytes, Source.size()); At < End; ++At)
      if (Source[At] == '\n') {
        ++Line;
        LineStart = At + 1;
        Found.HasCode.push_back(false);
      }
  }

  void add(size_t Begin, size_t End) {
    Found.Lines.push_back({Line, unsigned(Begin - LineStart + 1),
                           Source.slice(Begin, End).rtrim("\r")});
  }

  void lineComment() {
    size_t End = std::min(Source.find('\n', At), Source.size());
    add(At + 2, End);
    // A backslash at its end continues a comment in the next line.
    bool Continues = Source.slice(At, End).rtrim("\r").ends_with("\\");
    advance(End - At);
    while (Continues && At < Source.size()) {
      advance(1);
      End = std::min(Source.find('\n', At), Source.size());
      add(At, End);
      Continues = Source.slice(At, End).rtrim("\r").ends_with("\\");
      advance(End - At);
    }
  }

  void blockComment() {
    size_t End = std::min(Source.find("*/", At + 2), Source.size());
    size_t Begin = At + 2;
    advance(2);
    while (true) {
      size_t Break = std::min(Source.find('\n', Begin), End);
      add(Begin, Break);
      if (Break == End)
        break;
      advance(Break + 1 - At);
      Begin = At;
    }
    advance(End + 2 - At);
  }

  void literal(char Quote) {
    advance(1);
    while (At < Source.size() && Source[At] != Quote && Source[At] != '\n') {
      if (Source[At] == '\\')
        continued();
      else
        advance(1);
    }
    advance(1);
  }

  /// The literal goes on behind an escape, which may be the end of the line.
  void continued() {
    advance(2);
    if (At < Source.size())
      Found.HasCode[Line] = true;
  }

  /// Is the quote at hand that of R"(…)", u8R"(…)" …?
  bool isRaw() const {
    StringRef Before = Source.take_front(At);
    if (!Before.consume_back("R"))
      return false;
    for (StringRef Prefix : {"u8", "u", "U", "L"})
      if (Before.consume_back(Prefix))
        break;
    return Before.empty() || !(isAlnum(Before.back()) || Before.back() == '_');
  }

  void rawString() {
    constexpr size_t LongestDelimiter = 16;
    StringRef Rest = Source.drop_front(At + 1);
    size_t Open = Rest.find('(');
    if (Open > LongestDelimiter)
      return literal('"');
    std::string Close = ")" + Rest.take_front(Open).str() + "\"";
    size_t End = Source.find(Close, At + 1);
    size_t Length =
        End == StringRef::npos ? Source.size() - At : End + Close.size() - At;
    for (size_t Stop = At + Length; At < Stop;) {
      advance(1);
      Found.HasCode[Line] = true;
    }
  }

  StringRef Source;
  size_t At = 0, LineStart = 0;
  unsigned Line = 1;
  Comments Found;
};

} // namespace

Comments findComments(StringRef Source) { return Scanner(Source).run(); }

} // namespace fearless::findings

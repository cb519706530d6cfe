//===-- TextReport.cpp - Findings as text, in the manner of Clang ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/TextReport.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"

using namespace llvm;

namespace fearless::report {

namespace {

constexpr unsigned TabStop = 8;

unsigned width(StringRef Text) {
  int Printed = sys::unicode::columnWidthUTF8(Text);
  return Printed < 0 ? Text.size() : Printed;
}

/// What a terminal shows as it is meant: tabs expanded, and control characters
/// in words ("<U+001B>"), lest a source commands the terminal.
std::string printable(StringRef Text) {
  std::string Result;
  for (unsigned char C : Text)
    if (C == '\t')
      Result.append(TabStop - width(Result) % TabStop, ' ');
    else if (C < 0x20 || C == 0x7F)
      Result += "<U+" + utohexstr(C, /*LowerCase=*/false, 4) + ">";
    else
      Result += C;
  return Result;
}

class TextWriter {
public:
  TextWriter(SourceFiles &Sources, raw_ostream &OS)
      : Sources(Sources), OS(OS) {}

  void write(const findings::Finding &F) {
    message(F.Where, "warning", raw_ostream::MAGENTA,
            F.Message + " [fearless-" + F.Rule + "]", /*Bold=*/true);
    snippet(F.Where, F.Fixes);
    for (const findings::Note &N : F.Notes) {
      message(N.Where, "note", raw_ostream::CYAN, N.Text, /*Bold=*/false);
      snippet(N.Where, {});
    }
  }

private:
  void message(const findings::Place &Where, StringRef Severity,
               raw_ostream::Colors Color, const Twine &Text, bool Bold) {
    OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
    if (!Where.File.empty()) {
      OS << printable(Sources.displayName(Where.File)) << ':';
      if (Where.Line)
        OS << Where.Line << ':' << Where.Column << ':';
      OS << ' ';
    }
    OS.resetColor();
    OS.changeColor(Color, /*Bold=*/true);
    OS << Severity << ": ";
    OS.resetColor();
    if (Bold)
      OS.changeColor(raw_ostream::SAVEDCOLOR, /*Bold=*/true);
    OS << printable(Text.str());
    OS.resetColor();
    OS << '\n';
  }

  void snippet(const findings::Place &Where, ArrayRef<findings::FixIt> Fixes) {
    std::optional<StringRef> Line = Sources.line(Where.File, Where.Line);
    if (!Line || Where.Column == 0 || Where.Column > Line->size() + 1)
      return;
    OS << format("%5u | ", Where.Line) << printable(*Line) << '\n';
    OS << "      | " << std::string(columns(*Line, Where.Column), ' ');
    OS.changeColor(raw_ostream::GREEN, /*Bold=*/true);
    OS << '^';
    OS.resetColor();
    OS << '\n';
    for (const findings::FixIt &Fix : Fixes)
      fixIt(Fix, Where, *Line);
  }

  /// What to write instead, below the place where it goes.
  void fixIt(const findings::FixIt &Fix, const findings::Place &Where,
             StringRef Line) {
    if (Fix.Begin.File != Where.File || Fix.Begin.Line != Where.Line ||
        Fix.Replacement.empty() || Fix.Begin.Column == 0 ||
        Fix.Begin.Column > Line.size() + 1 ||
        StringRef(Fix.Replacement).contains('\n'))
      return;
    OS << "      | " << std::string(columns(Line, Fix.Begin.Column), ' ');
    OS.changeColor(raw_ostream::GREEN);
    OS << Fix.Replacement;
    OS.resetColor();
    OS << '\n';
  }

  /// Columns on the screen before the byte \p Column, which counts from 1.
  static unsigned columns(StringRef Line, unsigned Column) {
    return width(printable(Line.take_front(Column - 1)));
  }

  SourceFiles &Sources;
  raw_ostream &OS;
};

} // namespace

void writeText(ArrayRef<findings::Finding> Findings, SourceFiles &Sources,
               raw_ostream &OS) {
  TextWriter Writer(Sources, OS);
  for (const findings::Finding &F : Findings)
    if (F.Standing == findings::Standing::Open)
      Writer.write(F);
}

} // namespace fearless::report

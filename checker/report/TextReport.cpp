//===-- TextReport.cpp - Findings as text, in the manner of Clang ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/TextReport.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"

using namespace llvm;

namespace fearless::report {

namespace {

constexpr unsigned TabStop = 8;

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
      OS << Sources.displayName(Where.File) << ':';
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
    OS << Text;
    OS.resetColor();
    OS << '\n';
  }

  void snippet(const findings::Place &Where, ArrayRef<findings::FixIt> Fixes) {
    std::optional<StringRef> Line = Sources.line(Where.File, Where.Line);
    if (!Line || Where.Column == 0 || Where.Column > Line->size() + 1)
      return;
    OS << format("%5u | ", Where.Line) << expandTabs(*Line) << '\n';
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

  static std::string expandTabs(StringRef Line) {
    std::string Result;
    for (size_t I = 0; I < Line.size(); ++I)
      if (Line[I] == '\t')
        Result.append(TabStop - columns(Line, I + 1) % TabStop, ' ');
      else
        Result += Line[I];
    return Result;
  }

  /// Columns on the screen before the byte \p Column, which counts from 1.
  static unsigned columns(StringRef Line, unsigned Column) {
    unsigned Width = 0;
    StringRef Rest = Line.take_front(Column - 1);
    while (!Rest.empty()) {
      if (Rest.consume_front("\t")) {
        Width += TabStop - Width % TabStop;
        continue;
      }
      StringRef Text = Rest.take_until([](char C) { return C == '\t'; });
      int Printed = sys::unicode::columnWidthUTF8(Text);
      Width += Printed < 0 ? Text.size() : Printed;
      Rest = Rest.drop_front(Text.size());
    }
    return Width;
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

//===-- Help.cpp - What --help prints -------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Commands.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace fearless::cli {

namespace {

constexpr unsigned Width = 80;

/// Prints \p Text broken at spaces, all lines but the first indented.
void printWrapped(raw_ostream &OS, StringRef Text, unsigned Indent) {
  unsigned Column = Indent;
  bool First = true;
  while (!Text.empty()) {
    auto [Word, Rest] = Text.split(' ');
    if (!First && Column + 1 + Word.size() > Width) {
      OS << '\n';
      OS.indent(Indent);
      Column = Indent;
      First = true;
    }
    if (!First) {
      OS << ' ';
      ++Column;
    }
    OS << Word;
    Column += Word.size();
    First = false;
    Text = Rest;
  }
  OS << '\n';
}

/// A term, and what it means beside or below it.
void printTerm(raw_ostream &OS, StringRef Term, StringRef Meaning,
               unsigned Indent) {
  OS << "  " << Term;
  if (Term.size() + 4 > Indent) {
    OS << '\n';
    OS.indent(Indent);
  } else {
    OS.indent(Indent - Term.size() - 2);
  }
  printWrapped(OS, Meaning, Indent);
}

void printParagraphs(raw_ostream &OS, StringRef Text) {
  while (!Text.empty()) {
    auto [Paragraph, Rest] = Text.split("\n\n");
    printWrapped(OS, Paragraph, 0);
    OS << '\n';
    Text = Rest;
  }
}

void printExamples(raw_ostream &OS, ArrayRef<Example> Examples) {
  if (Examples.empty())
    return;
  OS << "Examples:\n";
  for (const Example &E : Examples) {
    OS << "  " << E.Line << "\n      ";
    printWrapped(OS, E.Meaning, 6);
  }
}

void printExitCodes(raw_ostream &OS) {
  OS << "Exit codes:\n";
  for (const ExitMeaning &E : exitMeanings())
    printTerm(OS, E.Code, E.Meaning, 6);
}

} // namespace

ArrayRef<ExitMeaning> exitMeanings() {
  static const ExitMeaning Table[] = {
      {"0", "clean"},
      {"1", "there are findings"},
      {"2",
       "the command line is wrong, or a file that it names cannot be used"},
      {"3", "a file could not be analysed, or only in part; wins over 1, "
            "unless --allow-incomplete is given"}};
  return Table;
}

void printHelp(raw_ostream &OS) {
  OS << "fearless finds deadlocks, data races and misused locks in C and C++ "
        "programs.\n\nUsage: fearless COMMAND …\n\nCommands:\n";
  for (const Command &C : allCommands())
    printTerm(OS, C.Name, C.Summary, 12);
  printTerm(OS, "help", "explain a command: 'fearless help check'", 12);
  OS << '\n';
  printExamples(OS, allCommands().front().Examples);
  OS << '\n';
  printExitCodes(OS);
}

void printHelp(const Command &C, raw_ostream &OS) {
  OS << "Usage: fearless " << C.Name << ' ' << C.Synopsis << "\n\n";
  printParagraphs(OS, C.Detail);
  OS << "Options:\n";
  for (const OptionSpec &S : allOptions())
    if (accepts(C, S.Id))
      printTerm(OS, spelling(S), S.Help, 26);
  OS << '\n';
  printExamples(OS, C.Examples);
  if (is_contained(C.Options, Opt::AllowIncomplete)) {
    OS << '\n';
    printExitCodes(OS);
  }
}

} // namespace fearless::cli

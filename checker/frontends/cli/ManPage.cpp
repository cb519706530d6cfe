//===-- ManPage.cpp - fearless man ----------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The manual page fearless(1), in the language of man(7), made from the tables
// of commands and options. The build installs it.
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Commands.h"
#include "frontends/cli/ExitCode.h"
#include "support/Version.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// \p Text as running text: what roff would take for a request or an escape is
/// text again.
std::string roff(StringRef Text) {
  std::string Result;
  for (size_t I = 0; I < Text.size(); ++I) {
    char C = Text[I];
    if ((C == '.' || C == '\'') && (I == 0 || Text[I - 1] == '\n'))
      Result += "\\&";
    if (C == '\\')
      Result += "\\e";
    else if (C == '-')
      Result += "\\-";
    else if (Text.substr(I).starts_with("…")) {
      Result += "\\&...";
      I += StringRef("…").size() - 1;
    } else
      Result += C;
  }
  return Result;
}

class ManPageWriter {
public:
  explicit ManPageWriter(raw_ostream &OS) : OS(OS) {}

  void write() {
    OS << ".TH FEARLESS 1 \"\" \"fearless " << support::toolVersion()
       << "\" \"User Commands\"\n";
    section("NAME");
    text("fearless - find deadlocks, data races and misused locks in C and "
         "C++ programs");
    section("SYNOPSIS");
    for (const Command &C : allCommands()) {
      OS << ".B fearless " << C.Name << '\n';
      if (!C.Synopsis.empty())
        text(C.Synopsis);
      OS << ".br\n";
    }
    section("COMMANDS");
    for (const Command &C : allCommands())
      command(C);
    OS << ".SS fearless help [COMMAND]\n";
    text("Explains a command, with examples.");
    section("OPTIONS");
    for (const OptionSpec &S : allOptions())
      option(S);
    exitStatus();
    files();
    section("SEE ALSO");
    text("clang(1), clang-tidy(1). 'fearless explain RULE' prints the page of "
         "a rule; the documentation tells more.");
  }

private:
  void section(StringRef Name) { OS << ".SH " << Name << '\n'; }
  void text(StringRef Text) { OS << roff(Text) << '\n'; }

  void term(StringRef Term, StringRef Meaning) {
    OS << ".TP\n.B " << roff(Term) << '\n';
    text(Meaning);
  }

  void command(const Command &C) {
    OS << ".SS " << roff(("fearless " + C.Name + " " + C.Synopsis).str())
       << '\n';
    StringRef Rest = C.Detail;
    while (!Rest.empty()) {
      auto [Paragraph, After] = Rest.split("\n\n");
      text(Paragraph);
      OS << ".PP\n";
      Rest = After;
    }
    std::vector<std::string> Options;
    for (const OptionSpec &S : allOptions())
      if (is_contained(C.Options, S.Id))
        Options.push_back(spelling(S));
    if (!Options.empty()) {
      OS << "Options: " << roff(join(Options, "; ")) << ".\n";
    }
    for (const Example &E : C.Examples)
      term(E.Line, E.Meaning);
  }

  void option(const OptionSpec &S) {
    term(spelling(S), S.Help);
    std::vector<StringRef> Of;
    for (const Command &C : allCommands())
      if (is_contained(C.Options, S.Id))
        Of.push_back(C.Name);
    if (!Of.empty())
      text("(" + join(Of, ", ") + ")");
  }

  void exitStatus() {
    section("EXIT STATUS");
    for (const ExitMeaning &E : exitMeanings())
      term(E.Code, E.Meaning);
  }

  void files() {
    section("FILES");
    term("compile_commands.json",
         "The compilation database: how each file is compiled.");
    term(".fearless.yaml", "What a project says once.");
    term(".fearless-baseline", "Findings that are known.");
  }

  raw_ostream &OS;
};

} // namespace

int runMan(const Arguments &) {
  ManPageWriter(outs()).write();
  return ExitClean;
}

} // namespace fearless::cli

//===-- Completion.cpp - fearless completion ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Scripts that complete command lines in a shell, made from the tables of
// commands and options.
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Commands.h"
#include "frontends/cli/ExitCode.h"
#include "frontends/cli/Gather.h"
#include "rules/RuleTable.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// The words that may be the value of an option; none: a path or a number.
StringRef choices(const OptionSpec &S) {
  return S.Id == Opt::Format ? "text json sarif" : "";
}

bool isNumber(const OptionSpec &S) {
  return is_contained({"N", "I/N", "SECONDS", "MIB"}, S.Value);
}

/// The words that may follow a command's name, other than files.
std::string firstWords(const Command &C) {
  std::vector<StringRef> Words;
  if (C.Name == "explain")
    for (const rules::Rule &R : rules::allRules())
      Words.push_back(R.Id);
  // "(create|update|show) …"
  StringRef Choice = C.Synopsis.split(')').first;
  if (Choice.consume_front("(") && !Choice.contains('-')) {
    SmallVector<StringRef, 4> Parts;
    Choice.split(Parts, '|');
    append_range(Words, Parts);
  }
  return join(Words, " ");
}

/// The first sentence, or what comes before its colon.
StringRef gist(StringRef Help) {
  size_t Stop = std::min(Help.find(". "), Help.find(": "));
  Help = Help.take_front(Stop);
  Help.consume_back(".");
  return Help;
}

std::vector<std::string> spellings(const OptionSpec &S) {
  std::vector<std::string> Result;
  if (S.Short)
    Result.push_back(std::string("-") + S.Short);
  if (!S.Long.empty())
    Result.push_back("--" + S.Long.str());
  return Result;
}

std::string quoted(StringRef Text) {
  std::string Result = "'";
  for (char C : Text)
    Result += C == '\'' ? std::string("'\\''") : std::string(1, C);
  return Result + "'";
}

//===----------------------------------------------------------------------===//
// bash
//===----------------------------------------------------------------------===//

void bashValues(raw_ostream &OS) {
  for (const OptionSpec &S : allOptions()) {
    if (S.Value.empty())
      continue;
    OS << "  " << join(spellings(S), " | ") << ") ";
    if (StringRef Words = choices(S); !Words.empty())
      OS << "mapfile -t COMPREPLY < <(compgen -W '" << Words
         << "' -- \"$word\"); ";
    else if (!isNumber(S))
      OS << "mapfile -t COMPREPLY < <(compgen "
         << (S.Value == "DIR" ? "-d" : "-f") << " -- \"$word\"); ";
    OS << "return ;;\n";
  }
}

void bashCommands(raw_ostream &OS) {
  for (const Command &C : allCommands()) {
    std::vector<std::string> Options;
    for (const OptionSpec &S : allOptions())
      if (accepts(C, S.Id))
        append_range(Options, spellings(S));
    OS << "  " << C.Name << ") options='" << join(Options, " ") << "' words='"
       << firstWords(C) << "' ;;\n";
  }
}

void writeBash(raw_ostream &OS) {
  OS << "# Completion of fearless for bash. Made by 'fearless completion "
        "bash'.\n"
        "_fearless() {\n"
        "  local word=${COMP_WORDS[COMP_CWORD]} "
        "previous=${COMP_WORDS[COMP_CWORD - 1]}\n"
        "  local options= words=\n"
        "  COMPREPLY=()\n"
        "  if [ \"$COMP_CWORD\" -eq 1 ] || [ \"$previous\" = help ]; then\n"
        "    mapfile -t COMPREPLY < <(compgen -W '";
  for (const Command &C : allCommands())
    OS << C.Name << ' ';
  OS << "help --help --version' -- \"$word\")\n"
        "    return\n"
        "  fi\n"
        "  case $previous in\n";
  bashValues(OS);
  OS << "  esac\n"
        "  case ${COMP_WORDS[1]} in\n";
  bashCommands(OS);
  OS << "  esac\n"
        "  case $word in\n"
        "  -*) mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$word\") "
        ";;\n"
        "  *) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; "
        "compgen -f -- \"$word\") ;;\n"
        "  esac\n"
        "}\n"
        "complete -o filenames -F _fearless fearless\n";
}

//===----------------------------------------------------------------------===//
// zsh
//===----------------------------------------------------------------------===//

/// For a description between square brackets, or behind a colon.
std::string zshText(StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (StringRef("[]:\\").contains(C))
      Result += '\\';
    Result += C;
  }
  return Result;
}

void zshOption(raw_ostream &OS, const OptionSpec &S) {
  std::string Value;
  if (!S.Value.empty()) {
    Value = (":" + S.Value + ":").str();
    if (StringRef Words = choices(S); !Words.empty())
      Value += "(" + Words.str() + ")";
    else if (!isNumber(S))
      Value += S.Value == "DIR" ? "_directories" : "_files";
  }
  for (StringRef Word : spellings(S))
    OS << " \\\n      "
       << quoted(
              ("*" + Word + "[" + zshText(gist(S.Help)) + "]" + Value).str());
}

void writeZsh(raw_ostream &OS) {
  OS << "#compdef fearless\n"
        "# Completion of fearless for zsh. Made by 'fearless completion "
        "zsh'.\n"
        "_fearless() {\n"
        "  local -a commands\n"
        "  commands=(\n";
  for (const Command &C : allCommands())
    OS << "    " << quoted((C.Name + ":" + zshText(C.Summary)).str()) << '\n';
  OS << "    'help:explain a command'\n"
        "  )\n"
        "  if (( CURRENT == 2 )) || [[ $words[2] == help ]]; then\n"
        "    _describe command commands\n"
        "    return\n"
        "  fi\n"
        "  local command=$words[2]\n"
        "  shift words\n"
        "  (( CURRENT-- ))\n"
        "  case $command in\n";
  for (const Command &C : allCommands()) {
    OS << "  " << C.Name << ")\n    _arguments";
    for (const OptionSpec &S : allOptions())
      if (accepts(C, S.Id))
        zshOption(OS, S);
    if (std::string Words = firstWords(C); !Words.empty())
      OS << " \\\n      " << quoted("1:word:(" + Words + ")");
    OS << " \\\n      '*:file:_files'\n    ;;\n";
  }
  OS << "  esac\n"
        "}\n"
        "_fearless \"$@\"\n";
}

//===----------------------------------------------------------------------===//
// fish
//===----------------------------------------------------------------------===//

void fishOption(raw_ostream &OS, const Command &C, const OptionSpec &S) {
  OS << "complete -c fearless -n '__fish_seen_subcommand_from " << C.Name
     << "'";
  if (S.Short)
    OS << " -s " << S.Short;
  if (!S.Long.empty())
    OS << " -l " << S.Long;
  if (StringRef Words = choices(S); !Words.empty())
    OS << " -x -a " << quoted(Words);
  else if (!S.Value.empty())
    OS << (isNumber(S) ? " -x" : " -r");
  OS << " -d " << quoted(gist(S.Help)) << '\n';
}

void writeFish(raw_ostream &OS) {
  OS << "# Completion of fearless for fish. Made by 'fearless completion "
        "fish'.\n";
  for (const Command &C : allCommands()) {
    OS << "complete -c fearless -n __fish_use_subcommand -f -a " << C.Name
       << " -d " << quoted(C.Summary) << '\n';
    for (const OptionSpec &S : allOptions())
      if (accepts(C, S.Id))
        fishOption(OS, C, S);
    if (std::string Words = firstWords(C); !Words.empty())
      OS << "complete -c fearless -n '__fish_seen_subcommand_from " << C.Name
         << "' -a " << quoted(Words) << '\n';
  }
  OS << "complete -c fearless -n __fish_use_subcommand -f -a help -d "
        "'explain a command'\n";
}

} // namespace

int runCompletion(const Arguments &Args) {
  StringRef Shell;
  if (Args.positionals().size() == 1)
    Shell = Args.positionals().front();
  if (Shell == "bash")
    writeBash(outs());
  else if (Shell == "zsh")
    writeZsh(outs());
  else if (Shell == "fish")
    writeFish(outs());
  else
    return usageError(createStringError(
        "name one shell: 'fearless completion bash', zsh or fish"));
  return ExitClean;
}

} // namespace fearless::cli

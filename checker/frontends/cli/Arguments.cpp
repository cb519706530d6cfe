//===-- Arguments.cpp - The command line of fearless, table-driven --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Arguments.h"

#include "support/Spelling.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace fearless::cli {

static const OptionSpec Table[] = {
    {Opt::Database, 'p', "", "DIR",
     "The directory that holds compile_commands.json, or that file itself. "
     "Without it the file is looked for here and upward, and in the usual "
     "build folders."},
    {Opt::Root, 0, "root", "DIR",
     "The project's root: reports and facts name files relative to it. "
     "Default: where .git is."},
    {Opt::UserPath, 0, "user-path", "DIR",
     "Code under DIR is the user's too, even if it is included as a system "
     "header. Repeatable."},
    {Opt::Models, 0, "models", "FILE",
     "A YAML file that describes your own mutexes, guards and threads, see "
     "docs/models.md. Repeatable."},
    {Opt::All, 0, "all", "",
     "Report the medium tier too: likely, but worth a second look."},
    {Opt::Strict, 0, "strict", "",
     "Report all tiers: whatever cannot be shown to be safe."},
    {Opt::Config, 0, "config", "FILE",
     "The project's configuration. Default: the nearest .fearless.yaml at or "
     "above the working directory, in the project."},
    {Opt::NoConfig, 0, "no-config", "", "Use no configuration."},
    {Opt::Format, 0, "format", "FORM",
     "What standard output gets: text, json or sarif. Default: text."},
    {Opt::Report, 0, "report", "FILE",
     "Write the findings to FILE too; its ending says in which form: .sarif, "
     ".json or .txt. Repeatable."},
    {Opt::Baseline, 0, "baseline", "FILE",
     "The findings that are known and not reported again. Default: "
     ".fearless-baseline in the project's root, if it is there."},
    {Opt::NoBaseline, 0, "no-baseline", "",
     "Report what the baseline knows, too."},
    {Opt::Staged, 0, "staged", "",
     "Check what the next git commit will hold, and report only what it "
     "brings."},
    {Opt::ChangedSince, 0, "changed-since", "REF",
     "Report only what the working tree brings since it parted from the git "
     "revision REF, wherever in the program it shows."},
    {Opt::Diff, 0, "diff", "FILE",
     "The same for a change that is in a unified diff; '-' is standard input. "
     "The files are as they are after it."},
    {Opt::Force, 0, "force", "", "Replace what is there."},
    {Opt::Accept, 0, "accept", "", "Add new findings to the baseline."},
    {Opt::AllowIncomplete, 0, "allow-incomplete", "",
     "Exit with 0 or 1 even if some file could not be analysed."},
    {Opt::Jobs, 'j', "jobs", "N",
     "Analyse N files at once. Default: as many as there are processors."},
    {Opt::TimeoutPerTu, 0, "timeout-per-tu", "SECONDS",
     "Give a file up after so long. Default: 300; 0: never."},
    {Opt::MemoryPerTu, 0, "memory-per-tu", "MIB",
     "Give a file up that needs more memory. Default: 8192; 0: no limit."},
    {Opt::Cache, 0, "cache", "DIR",
     "Keep extracted facts in DIR. Default: the environment variable "
     "FEARLESS_CACHE, else fearless in the user's cache directory."},
    {Opt::NoCache, 0, "no-cache", "", "Extract every file, and keep nothing."},
    {Opt::CacheSize, 0, "cache-size", "MIB",
     "How large the cache may become. Default: 5120."},
    {Opt::Output, 'o', "", "DIR",
     "The directory that the files go to; or, of one file compiled and of "
     "'link --partial', a file that ends in .facts."},
    {Opt::Shard, 0, "shard", "I/N",
     "Extract only the I-th of N parts of the program: N machines share the "
     "work."},
    {Opt::Partial, 0, "partial", "",
     "Join the facts into one archive, for a later run, instead of analysing "
     "them."},
    {Opt::Text, 0, "text", "",
     "Write facts as text instead of the compact form."},
    {Opt::Dump, 0, "dump", "", "Print facts as text instead of storing them."},
    {Opt::Suggest, 0, "suggest", "",
     "List types and functions of the program that look like locks, guards or "
     "thread starters and have no model."},
    {Opt::Svg, 0, "svg", "",
     "Print the graph as a picture (SVG), drawn by Graphviz."},
    {Opt::Color, 0, "color", "", "Colour the output even in a pipe."},
    {Opt::NoColor, 0, "no-color", "",
     "Never colour the output; so does the environment variable NO_COLOR."},
    {Opt::Quiet, 'q', "quiet", "", "No progress and no summary."},
    {Opt::Verbose, 'v', "verbose", "",
     "Say which database is used and which compiler flags are left out."},
    {Opt::Help, 'h', "help", "", "Explain the command."},
};

ArrayRef<OptionSpec> allOptions() { return Table; }

bool accepts(const Command &C, Opt O) {
  return O == Opt::Help || is_contained(C.Options, O);
}

std::string spelling(const OptionSpec &Option) {
  std::string S;
  if (Option.Short)
    S = std::string("-") + Option.Short;
  if (!Option.Long.empty())
    S += (S.empty() ? "--" : ", --") + Option.Long.str();
  if (!Option.Value.empty())
    S += " " + Option.Value.str();
  return S;
}

namespace {

/// A word of the command line that starts with '-', taken apart.
struct OptionWord {
  const OptionSpec *Spec = nullptr;
  std::optional<StringRef> Value; ///< Written in the same word.
};

OptionWord parseWord(const Command &C, StringRef Word) {
  if (Word.starts_with("--")) {
    auto [Name, Value] = Word.drop_front(2).split('=');
    for (const OptionSpec &S : Table)
      if (S.Long == Name && accepts(C, S.Id))
        return {&S, Word.contains('=') ? std::optional(Value) : std::nullopt};
    return {};
  }
  for (const OptionSpec &S : Table) {
    if (!S.Short || Word[1] != S.Short || !accepts(C, S.Id))
      continue;
    StringRef Rest = Word.drop_front(2);
    if (Rest.empty())
      return {&S, std::nullopt};
    if (!S.Value.empty()) // -jN, -pDIR, -p=DIR
      return {&S, Rest.consume_front("=") ? Rest : Rest};
  }
  return {};
}

Error unknownOption(const Command &C, StringRef Word) {
  SmallVector<StringRef, 32> Candidates;
  std::vector<std::string> Spelled;
  for (const OptionSpec &S : Table)
    if (accepts(C, S.Id) && !S.Long.empty())
      Spelled.push_back("--" + S.Long.str());
  Candidates.append(Spelled.begin(), Spelled.end());
  std::string Hint;
  StringRef Meant = support::nearest(Word.split('=').first, Candidates);
  if (!Meant.empty())
    Hint = "; did you mean '" + Meant.str() + "'?";
  else if (C.TakesCompilerFlags)
    Hint = "; flags for the compiler come after '--'";
  return createStringError("'fearless " + C.Name + "' has no option '" + Word +
                           "'" + Hint + " ('fearless help " + C.Name +
                           "' lists the options)");
}

} // namespace

Expected<Arguments> Arguments::parse(const Command &C,
                                     ArrayRef<const char *> Words) {
  Arguments Result;
  for (size_t I = 0; I < Words.size(); ++I) {
    StringRef Word = Words[I];
    if (Word == "--") {
      if (!C.TakesCompilerFlags)
        return createStringError("'fearless " + C.Name +
                                 "' takes no compiler flags: '--' is not "
                                 "expected");
      Result.Flags.emplace(Words.begin() + I + 1, Words.end());
      break;
    }
    if (!Word.starts_with("-") || Word == "-") {
      Result.Positionals.push_back(Word.str());
      continue;
    }
    OptionWord W = parseWord(C, Word);
    if (!W.Spec)
      return unknownOption(C, Word);
    if (W.Spec->Value.empty()) {
      if (W.Value)
        return createStringError("'" + Word.split('=').first +
                                 "' takes no value");
      Result.Values[W.Spec->Id].push_back("");
      continue;
    }
    if (!W.Value) {
      if (I + 1 == Words.size() || StringRef(Words[I + 1]) == "--")
        return createStringError("'" + Word + "' needs a value: '" +
                                 spelling(*W.Spec) + "'");
      W.Value = Words[++I];
    }
    Result.Values[W.Spec->Id].push_back(W.Value->str());
  }
  return Result;
}

std::optional<StringRef> Arguments::value(Opt O) const {
  auto It = Values.find(O);
  if (It == Values.end())
    return std::nullopt;
  return StringRef(It->second.back());
}

ArrayRef<std::string> Arguments::values(Opt O) const {
  auto It = Values.find(O);
  if (It == Values.end())
    return {};
  return It->second;
}

void Arguments::putFirst(Opt O, ArrayRef<std::string> More) {
  if (More.empty())
    return;
  std::vector<std::string> &Of = Values[O];
  Of.insert(Of.begin(), More.begin(), More.end());
}

Expected<unsigned> Arguments::number(Opt O, unsigned Default) const {
  std::optional<StringRef> Text = value(O);
  if (!Text)
    return Default;
  unsigned N = 0;
  if (!Text->getAsInteger(10, N))
    return N;
  const OptionSpec *Spec =
      llvm::find_if(Table, [&](const OptionSpec &S) { return S.Id == O; });
  return createStringError("'" + spelling(*Spec) +
                           "' needs a number from 0 on, not '" + *Text + "'");
}

} // namespace fearless::cli

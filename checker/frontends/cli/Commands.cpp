//===-- Commands.cpp - The commands of fearless ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Commands.h"

#include "frontends/cli/ExitCode.h"
#include "frontends/cli/Gather.h"
#include "support/Spelling.h"
#include "support/Version.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace fearless::cli {

//===----------------------------------------------------------------------===//
// The table
//===----------------------------------------------------------------------===//

static const Opt CheckOptions[] = {
    Opt::Database, Opt::Root,         Opt::UserPath,    Opt::Config,
    Opt::NoConfig, Opt::Models,       Opt::All,         Opt::Strict,
    Opt::Format,   Opt::Report,       Opt::Baseline,    Opt::NoBaseline,
    Opt::Staged,   Opt::ChangedSince, Opt::Diff,        Opt::AllowIncomplete,
    Opt::Jobs,     Opt::TimeoutPerTu, Opt::MemoryPerTu, Opt::Cache,
    Opt::NoCache,  Opt::CacheSize,    Opt::Color,       Opt::NoColor,
    Opt::Quiet,    Opt::Verbose};

static const Opt BaselineOptions[] = {
    Opt::Database, Opt::Root,         Opt::UserPath,    Opt::Config,
    Opt::NoConfig, Opt::Models,       Opt::All,         Opt::Strict,
    Opt::Baseline, Opt::Force,        Opt::Accept,      Opt::AllowIncomplete,
    Opt::Jobs,     Opt::TimeoutPerTu, Opt::MemoryPerTu, Opt::Cache,
    Opt::NoCache,  Opt::CacheSize,    Opt::Color,       Opt::NoColor,
    Opt::Quiet,    Opt::Verbose};

static const Example BaselineExamples[] = {
    {"fearless baseline create -p build",
     "accept all that is found today: only what is new is reported from now "
     "on"},
    {"fearless baseline update -p build", "take out what has been fixed"},
    {"fearless baseline show -p build",
     "list what is known, and what is fixed"}};

static const Example SuppressionsExamples[] = {
    {"fearless suppressions -p build",
     "every comment that allows a finding, with its reason"}};

static const Example CheckExamples[] = {
    {"fearless check", "the whole project around the working directory, by its "
                       "compile_commands.json"},
    {"fearless check -p build", "the same, by build/compile_commands.json"},
    {"fearless check -p build src/net",
     "only the files under src/net; what they call elsewhere is unknown then"},
    {"fearless check a.cpp b.cpp -- -std=c++20 -Iinclude",
     "two files that make one program, without a database"},
    {"fearless check -p build --report fearless.sarif",
     "the findings for a code host or an editor as well"},
    {"fearless check -p build --changed-since main",
     "only what this branch brings"},
    {"fearless check --staged",
     "what the next commit will hold, and only what it brings"},
    {"fearless check -p build --models locks.yaml",
     "a project with a mutex class of its own, described in locks.yaml"}};

/// Of commands that analyse and do not report findings.
static const Opt AnalysisOptions[] = {
    Opt::Database,        Opt::Root,    Opt::UserPath,     Opt::Config,
    Opt::NoConfig,        Opt::Models,  Opt::All,          Opt::Strict,
    Opt::AllowIncomplete, Opt::Jobs,    Opt::TimeoutPerTu, Opt::MemoryPerTu,
    Opt::Cache,           Opt::NoCache, Opt::CacheSize,    Opt::Color,
    Opt::NoColor,         Opt::Quiet,   Opt::Verbose};

static const Opt FactsOptions[] = {
    Opt::Database, Opt::Root,         Opt::UserPath,
    Opt::Config,   Opt::NoConfig,     Opt::AllowIncomplete,
    Opt::Jobs,     Opt::TimeoutPerTu, Opt::MemoryPerTu,
    Opt::Cache,    Opt::NoCache,      Opt::CacheSize,
    Opt::Output,   Opt::Shard,        Opt::Text,
    Opt::Dump,     Opt::Color,        Opt::NoColor,
    Opt::Quiet,    Opt::Verbose};

static const Example FactsExamples[] = {
    {"fearless facts -p build -o facts",
     "store the facts of every file in the directory facts"},
    {"fearless facts -o a.facts a.cpp -- -std=c++20",
     "one action of a build system: one input, one output"},
    {"fearless facts -p build --shard 1/4 -o facts",
     "on the first of four machines; 'fearless link facts' analyses what all "
     "of them wrote"},
    {"fearless facts --dump a.cpp -- -std=c++20",
     "print what is extracted from a.cpp"},
    {"fearless facts --dump facts/*.facts", "print stored facts as text"}};

static const Opt LinkOptions[] = {
    Opt::Root,     Opt::Models,     Opt::Config,          Opt::NoConfig,
    Opt::All,      Opt::Strict,     Opt::Format,          Opt::Report,
    Opt::Baseline, Opt::NoBaseline, Opt::AllowIncomplete, Opt::Partial,
    Opt::Output,   Opt::Color,      Opt::NoColor,         Opt::Quiet,
    Opt::Verbose};

static const Example LinkExamples[] = {
    {"fearless link facts", "analyse all stored facts below the directory "
                            "facts as one code base"},
    {"fearless link --root ~/project $(find build -name '*.facts')",
     "facts that the compiler plugin left beside the object files"},
    {"fearless link --partial -o lib.facts facts",
     "join a library's facts into one file ..."},
    {"fearless check -p build lib.facts",
     "... which is analysed with the programs that use it"}};

static const Opt GraphOptions[] = {
    Opt::Database,        Opt::Root,    Opt::UserPath,     Opt::Config,
    Opt::NoConfig,        Opt::Models,  Opt::All,          Opt::Strict,
    Opt::AllowIncomplete, Opt::Jobs,    Opt::TimeoutPerTu, Opt::MemoryPerTu,
    Opt::Cache,           Opt::NoCache, Opt::CacheSize,    Opt::Svg,
    Opt::Color,           Opt::NoColor, Opt::Quiet,        Opt::Verbose};

static const Example GraphExamples[] = {
    {"fearless graph -p build --svg > locks.svg",
     "draw in which order the program takes its locks"},
    {"fearless graph facts/*.facts", "the same from stored facts"}};

static const Opt ThreadsOptions[] = {
    Opt::Database, Opt::Root,         Opt::UserPath,    Opt::Config,
    Opt::NoConfig, Opt::Models,       Opt::Format,      Opt::AllowIncomplete,
    Opt::Jobs,     Opt::TimeoutPerTu, Opt::MemoryPerTu, Opt::Cache,
    Opt::NoCache,  Opt::CacheSize,    Opt::Color,       Opt::NoColor,
    Opt::Quiet,    Opt::Verbose};

static const Example ThreadsExamples[] = {
    {"fearless threads -p build",
     "which threads the program starts, how many, and who waits for them"},
    {"fearless threads --format json facts/*.facts",
     "the same for another program, "
     "from stored facts"}};

static const Opt HookOptions[] = {
    Opt::Database,        Opt::All,   Opt::Strict,  Opt::Force,
    Opt::AllowIncomplete, Opt::Color, Opt::NoColor, Opt::Quiet};

static const Example HookExamples[] = {
    {"fearless hook install", "from now on 'git commit' asks fearless"},
    {"fearless hook install --all --allow-incomplete",
     "report the medium tier too, and let pass what could not be analysed"},
    {"fearless hook uninstall", "as it was before"}};

static const Opt InitOptions[] = {
    Opt::Database, Opt::Root,    Opt::UserPath,     Opt::Models,
    Opt::Force,    Opt::Jobs,    Opt::TimeoutPerTu, Opt::MemoryPerTu,
    Opt::Cache,    Opt::NoCache, Opt::CacheSize,    Opt::Color,
    Opt::NoColor,  Opt::Quiet,   Opt::Verbose};

static const Example InitExamples[] = {
    {"fearless init -p build", "look at the whole project"},
    {"fearless init --force", "replace the configuration that is there"}};

static const Opt CacheOptions[] = {Opt::Config,    Opt::NoConfig, Opt::Cache,
                                   Opt::CacheSize, Opt::Color,    Opt::NoColor,
                                   Opt::Quiet};

static const Example CacheExamples[] = {
    {"fearless cache show", "where it is and how large"},
    {"fearless cache trim --cache-size 1000",
     "leave at most 1000 MiB, what was used last"}};

static const Opt ModelsOptions[] = {
    Opt::Database,     Opt::Root,        Opt::UserPath,        Opt::Config,
    Opt::NoConfig,     Opt::Models,      Opt::AllowIncomplete, Opt::Jobs,
    Opt::TimeoutPerTu, Opt::MemoryPerTu, Opt::Cache,           Opt::NoCache,
    Opt::CacheSize,    Opt::Suggest,     Opt::Color,           Opt::NoColor,
    Opt::Quiet,        Opt::Verbose};

static const Example ModelsExamples[] = {
    {"fearless models", "list what is known of std, pthread and others"},
    {"fearless models --suggest -p build",
     "find the project's own locks that no model describes"}};

static const Opt ExplainOptions[] = {
    Opt::Database,     Opt::Root,        Opt::UserPath,        Opt::Config,
    Opt::NoConfig,     Opt::Models,      Opt::AllowIncomplete, Opt::Jobs,
    Opt::TimeoutPerTu, Opt::MemoryPerTu, Opt::Cache,           Opt::NoCache,
    Opt::CacheSize,    Opt::Color,       Opt::NoColor,         Opt::Quiet,
    Opt::Verbose};

static const Example ExplainExamples[] = {
    {"fearless explain lock-order", "what the rule reports, and what to do"},
    {"fearless explain Cache::hits_ -p build",
     "who uses that member, from which threads, under which locks"},
    {"fearless explain src/cache.cpp:71 -p build",
     "the same for the data on that line: why is there a finding, or none?"}};

static const Example CompletionExamples[] = {
    {"fearless completion bash > "
     "~/.local/share/bash-completion/completions/fearless",
     "for one user, where the installation did not do it"}};

static const Command Table[] = {
    {"check", "[-p DIR] [FILE…] [FACTS…] [-- FLAGS]",
     "analyse a program and report what is wrong",
     "Extracts the facts of each file, links them into one program and reports "
     "deadlocks, data races and misused locks, with a note for each step that "
     "leads there.\n\n"
     "Files come from a compilation database (compile_commands.json); FILEs, "
     "or "
     "directories, choose some of it. After '--' come flags for the compiler "
     "instead, for the FILEs named. FACTS, files as 'fearless facts' and "
     "'fearless link --partial' write them, are analysed with the sources; "
     "without -p and FILEs, alone.\n\n"
     "Findings go to standard output, all else to standard error.",
     CheckOptions, CheckExamples, true, runCheck},
    {"facts", "(-o DIR | --dump) [-p DIR] [FILE…] [-- FLAGS]",
     "extract facts without judging them",
     "Extracts what the code does (locks, calls, reads, writes) from each file "
     "and stores it, one facts file per file compiled, or prints it as text. "
     "'fearless link' analyses stored facts, from here or from the compiler "
     "plugin.",
     FactsOptions, FactsExamples, true, runFacts},
    {"link", "[--partial -o FILE] FACTS…", "analyse or join stored facts",
     "Does what 'fearless check' does after extraction. FACTS are files, "
     "compact or text, told apart by their content, or directories of "
     "*.facts files. With --partial they are not analysed but joined into "
     "FILE, an archive that stands wherever facts do.",
     LinkOptions, LinkExamples, false, runLink},
    {"graph", "[-p DIR] [FILE…] [-- FLAGS] | FACTS…",
     "print or draw the lock-order graph",
     "Prints which lock the program takes while it holds which other, as a "
     "graph in the DOT language, or with --svg as a picture. Nodes and arrows "
     "of cycles are red.",
     GraphOptions, GraphExamples, true, runGraph},
    {"threads", "[-p DIR] [FILE…] [-- FLAGS] | FACTS…",
     "list the threads of a program",
     "Lists each place that starts a thread: what the thread runs, whether "
     "there may be more than one at a time and why, where it is joined or "
     "detached, and how many functions it reaches; and what else runs: main, "
     "the initialisers of variables, and callers out of sight.",
     ThreadsOptions, ThreadsExamples, true, runThreads},
    {"init", "[-p DIR]", "write a configuration to begin with",
     "Writes a commented .fearless.yaml in the project's root, from what it "
     "sees there: third-party code, tests, generated code, and types of the "
     "program that look as if they needed a model.",
     InitOptions, InitExamples, false, runInit},
    {"baseline", "(create|update|show) [-p DIR] [FILE…] [-- FLAGS] | FACTS…",
     "keep what is known from being reported",
     "Writes the findings of today to a file (.fearless-baseline in the "
     "project's root, to be committed). 'fearless check' then reports only "
     "what is not in it. 'update' takes out what is fixed and adds nothing, "
     "unless with --accept; 'show' lists it.",
     BaselineOptions, BaselineExamples, true, runBaseline},
    {"suppressions", "[-p DIR] [FILE…] [-- FLAGS] | FACTS…",
     "list the comments that allow a finding",
     "Lists each '// fearless: allow(RULE) reason' of the program with its "
     "reason, and those that allow nothing any more.",
     AnalysisOptions, SuppressionsExamples, true, runSuppressions},
    {"hook", "(install|uninstall|show)", "check each commit before it is made",
     "Installs a git hook that runs 'fearless check --staged' before each "
     "commit of this repository: the staged files, those that include them, "
     "and "
     "what they mean for the rest of the program, of which the facts are "
     "cached. A hook of somebody else is left alone; --force keeps it aside, "
     "and 'uninstall' puts it back. Options are those of the check.",
     HookOptions, HookExamples, false, runHook},
    {"cache", "(show|trim|clear)", "look after the cache of facts",
     "Facts are kept, so that only what changed is extracted again: a file is "
     "compiled when its command, or anything that compiling it read or looked "
     "for, is not what it was. 'show' tells where the cache is and how large, "
     "'trim' removes what was not used for longest until it fits (each run "
     "does), 'clear' removes all.",
     CacheOptions, CacheExamples, false, runCache},
    {"models", "[--suggest [-p DIR] [FILE…] [-- FLAGS]]",
     "list what is known of libraries, or what is missing",
     "Lists the models: what calling a function of a library means for locks "
     "and threads. With --suggest lists types and functions of the program "
     "that look as if they needed one.",
     ModelsOptions, ModelsExamples, true, runModels},
    {"rules",
     "",
     "list what is reported",
     "Lists the rules with their tier: 'high' is reported always, 'medium' "
     "with "
     "--all, 'strict' with --strict.",
     {},
     {},
     false,
     runRules},
    {"explain", "RULE | (NAME|FILE:LINE) [-p DIR] [FILE…] [-- FLAGS] [FACTS…]",
     "explain a rule, or what is known of a variable or class",
     "Prints the page of a rule: what it reports, an example and how to mend "
     "it.\n\n"
     "For the name of a variable or member, or a line of a file, prints what "
     "the analysis knows of the data there: each access with the threads that "
     "get to it and the locks that they hold, what keeps the accesses apart, "
     "and what is not known. So it tells why there is a finding, and why there "
     "is none.\n\n"
     "For the name of a class, prints whether its objects may be handed to "
     "another thread, whether threads may use one at once, and why.",
     ExplainOptions, ExplainExamples, true, runExplain},
    {"completion",
     "(bash|zsh|fish)",
     "print a script that completes command lines",
     "Prints the completion of commands and options for a shell. The "
     "installation puts it where the shell looks.",
     {},
     CompletionExamples,
     false,
     runCompletion},
    {"man",
     "",
     "print the manual page",
     "Prints fearless(1) as man reads it. The installation puts it where man "
     "looks.",
     {},
     {},
     false,
     runMan},
};

ArrayRef<Command> allCommands() { return Table; }

//===----------------------------------------------------------------------===//
// Dispatch
//===----------------------------------------------------------------------===//

namespace {

const Command *findCommand(StringRef Name) {
  const auto *It =
      find_if(Table, [&](const Command &C) { return C.Name == Name; });
  return It == std::end(Table) ? nullptr : It;
}

int unknownCommand(StringRef Word) {
  if (sys::fs::exists(Word))
    return usageError(createStringError("there is no command '" + Word +
                                        "'; to analyse that file: 'fearless "
                                        "check " +
                                        Word + " -- FLAGS'"));
  SmallVector<StringRef, 8> Names = {"help"};
  for (const Command &C : Table)
    Names.push_back(C.Name);
  StringRef Meant = support::nearest(Word, Names);
  return usageError(createStringError(
      "there is no command '" + Word + "'; " +
      (Meant.empty() ? "" : "did you mean '" + Meant.str() + "'? ") +
      "'fearless help' lists them"));
}

int printVersion() {
  outs() << "fearless " << support::toolVersion() << " (Clang "
         << LLVM_VERSION_STRING << ")\n";
  return ExitClean;
}

int runHelp(ArrayRef<const char *> Words) {
  if (Words.empty()) {
    printHelp(outs());
    return ExitClean;
  }
  const Command *C = findCommand(Words.front());
  if (!C)
    return unknownCommand(Words.front());
  printHelp(*C, outs());
  return ExitClean;
}

} // namespace

int runCommandLine(ArrayRef<const char *> Words) {
  chooseColors(Arguments());
  if (Words.empty()) {
    printHelp(errs());
    return ExitUsage;
  }
  StringRef First = Words.front();
  if (First == "--version" || First == "version")
    return printVersion();
  if (First == "help" || First == "--help" || First == "-h")
    return runHelp(Words.drop_front());
  const Command *C = findCommand(First);
  if (!C)
    return unknownCommand(First);
  Expected<Arguments> Args = Arguments::parse(*C, Words.drop_front());
  if (!Args)
    return usageError(Args.takeError());
  if (Args->has(Opt::Help)) {
    printHelp(*C, outs());
    return ExitClean;
  }
  chooseColors(*Args);
  return C->Run(*Args);
}

} // namespace fearless::cli

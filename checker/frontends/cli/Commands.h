//===-- Commands.h - The commands of fearless -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_COMMANDS_H
#define FEARLESS_FRONTENDS_CLI_COMMANDS_H

#include "frontends/cli/Arguments.h"

namespace fearless::cli {

/// In the order in which help lists them.
llvm::ArrayRef<Command> allCommands();

/// Runs the tool; returns its exit code.
int runCommandLine(llvm::ArrayRef<const char *> Words);

// One per command; see the table in Commands.cpp.
int runCheck(const Arguments &Args);
int runInit(const Arguments &Args);
int runFacts(const Arguments &Args);
int runLink(const Arguments &Args);
int runGraph(const Arguments &Args);
int runThreads(const Arguments &Args);
int runBaseline(const Arguments &Args);
int runSuppressions(const Arguments &Args);
int runHook(const Arguments &Args);
int runCache(const Arguments &Args);
int runModels(const Arguments &Args);
int runRules(const Arguments &Args);
int runExplain(const Arguments &Args);
int runCompletion(const Arguments &Args);
int runMan(const Arguments &Args);

/// `fearless help` and `fearless help COMMAND`.
void printHelp(llvm::raw_ostream &OS);
void printHelp(const Command &C, llvm::raw_ostream &OS);

struct ExitMeaning {
  llvm::StringRef Code;
  llvm::StringRef Meaning;
};
llvm::ArrayRef<ExitMeaning> exitMeanings();

} // namespace fearless::cli

#endif

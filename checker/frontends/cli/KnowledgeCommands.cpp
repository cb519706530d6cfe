//===-- KnowledgeCommands.cpp - fearless rules and models --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"
#include "frontends/cli/Commands.h"
#include "report/ReportInput.h"
#include "rules/RuleTable.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

void printPadded(StringRef Text, size_t Width) {
  outs() << Text;
  outs().indent(Text.size() < Width ? Width - Text.size() : 1);
}

int unexpectedFile(const Arguments &Args) {
  return usageError(createStringError("'" + Args.positionals().front() +
                                      "' is not expected here"));
}

/// Runs \p Suggest over what the arguments name, sources or facts.
int suggest(const Arguments &Args, const models::Catalogue &Models) {
  Expected<Gathered> G = gather(Args, Change(), nullptr);
  if (!G)
    return usageError(G.takeError());
  if (G->Interrupted)
    return ExitInterrupted;
  report::SourceFiles Names = sourcesOf(G->ProjectRoot);
  std::vector<frontends::Suggestion> Found =
      frontends::suggestModels(std::move(G->Units), Models);
  for (const frontends::Suggestion &S : Found) {
    if (S.Where.Line)
      outs() << Names.displayName(S.Where.File) << ':' << S.Where.Line << ':'
             << S.Where.Column << ": ";
    outs() << S.What << " '" << S.Name << "' has no model\n";
  }
  outs().flush();
  if (Found.empty() && !Args.has(Opt::Quiet))
    errs() << "nothing looks like a lock, a guard or a thread starter without "
              "a model\n";
  return exitCode(*G, 0, Args);
}

} // namespace

int runRules(const Arguments &Args) {
  if (!Args.positionals().empty())
    return unexpectedFile(Args);
  size_t Width = 0;
  for (const rules::Rule &R : rules::allRules())
    Width = std::max(Width, R.Id.size() + 2);
  for (const rules::Rule &R : rules::allRules()) {
    printPadded(R.Id, Width);
    printPadded(report::name(R.Tier), 8);
    outs() << R.Title << '\n';
  }
  return ExitClean;
}

int runModels(const Arguments &Given) {
  Expected<frontends::Configuration> Config = configuration(Given);
  if (!Config)
    return usageError(Config.takeError());
  const Arguments Args = withConfiguration(Given, *Config);
  Expected<models::Catalogue> Models = modelsFor(Args, *Config);
  if (!Models)
    return usageError(Models.takeError());
  if (Args.has(Opt::Suggest))
    return suggest(Args, *Models);
  if (!Args.positionals().empty() || Args.compilerFlags())
    return usageError(createStringError(
        "'fearless models' alone lists all models; files need '--suggest'"));
  auto place = [](const models::Origin &Where) {
    outs() << "  (" << Where.File << ':' << Where.Line << ")\n";
  };
  for (const models::TypeModel *T : Models->types()) {
    outs() << "type " << T->Name << ": " << models::name(T->Role);
    place(T->Where);
  }
  for (const models::FunctionModel *F : Models->functions()) {
    outs() << "function " << F->Name;
    if (F->Parameters)
      outs() << '(' << join(*F->Parameters, ", ") << ')';
    outs() << ':';
    for (const models::Effect &E : F->Effects)
      outs() << ' ' << models::name(E.Kind);
    place(F->Where);
  }
  return ExitClean;
}

} // namespace fearless::cli

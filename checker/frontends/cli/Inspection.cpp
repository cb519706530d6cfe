//===-- Inspection.cpp - Commands that show what the analysis knows -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Inspection.h"

#include "frontends/cli/AnalysisRun.h"

#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

int inspectAnd(
    const Arguments &Given,
    function_ref<Error(const analysis::Analysis &, const rules::Report &,
                       const report::SourceFiles &)>
        Look) {
  Expected<frontends::Configuration> Config = configuration(Given);
  if (!Config)
    return usageError(Config.takeError());
  const Arguments Args = withConfiguration(Given, *Config);
  Expected<models::Catalogue> Models = modelsFor(Args, *Config);
  if (!Models)
    return usageError(Models.takeError());
  Expected<Gathered> Program = gather(Args, Change(), nullptr);
  if (!Program)
    return usageError(Program.takeError());
  if (Program->Interrupted)
    return ExitInterrupted;
  report::SourceFiles Names = sourcesOf(Program->ProjectRoot);
  std::optional<Error> Wrong;
  frontends::inspect(
      std::move(Program->Units), *Models,
      Config->ruleOptions(Program->ProjectRoot),
      [&](const analysis::Analysis &A, const rules::Report &Report) {
        Wrong.emplace(Look(A, Report, Names));
      });
  outs().flush();
  if (*Wrong)
    return usageError(std::move(*Wrong));
  return exitCode(*Program, 0, Args);
}

Expected<bool> wantsJson(const Arguments &Args) {
  StringRef Word = Args.value(Opt::Format).value_or("text");
  if (Word != "text" && Word != "json")
    return createStringError("'--format' is text or json here, not '" + Word +
                             "'");
  return Word == "json";
}

} // namespace fearless::cli

//===-- CheckCommand.cpp - fearless check, link and graph -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Pipeline.h"
#include "frontends/cli/Commands.h"
#include "frontends/cli/Gather.h"
#include "report/TextReport.h"

#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

rules::Options analysisOptions(const Arguments &Args) {
  rules::Options Options;
  if (Args.has(Opt::Strict))
    Options.Tier = findings::Tier::Strict;
  else if (Args.has(Opt::All))
    Options.Tier = findings::Tier::Medium;
  return Options;
}

std::string counted(uint64_t N, StringRef One, StringRef Many) {
  return (Twine(N) + " " + (N == 1 ? One : Many)).str();
}

/// "7 unresolved of 120 (5.8 %)".
std::string share(uint64_t Part, uint64_t Whole, StringRef What) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << Part << " of " << Whole << ' ' << What << " unresolved";
  if (Part && Whole)
    OS << format(" (%.1f %%)", 100.0 * Part / Whole);
  return Text;
}

/// One line on what was found and how much of the program was understood.
void printSummary(const rules::Report &Report, const Gathered &G) {
  const rules::Coverage &C = Report.Coverage;
  errs() << counted(Report.All.size(), "finding", "findings") << " in "
         << counted(C.TranslationUnits, "translation unit", "translation units")
         << ", " << counted(C.Functions, "function", "functions")
         << "; coverage: " << share(C.UnresolvedCallees, C.Calls, "callees")
         << ", " << share(C.UnresolvedLocks, C.LockOperations, "locks") << ", "
         << counted(C.Cuts, "cut", "cuts");
  if (G.Incomplete)
    errs() << "; " << counted(G.Incomplete, "file was", "files were")
           << " not or only partly analysed";
  errs() << '\n';
}

/// What is called most without being known: the next models to write.
void printUnmodelled(const rules::Report &Report) {
  constexpr size_t Most = 20;
  if (Report.Unmodelled.empty())
    return;
  say("note") << Report.Unmodelled.size()
              << " functions have neither body nor model; called most:\n";
  for (const auto &[Name, Calls] : ArrayRef(Report.Unmodelled).take_front(Most))
    errs() << "  " << Name << " (" << Calls << ")\n";
}

/// The way of check, link and graph: load the models, gather the units, analyse
/// them, and hand the result to \p Present.
int analyseAnd(
    const Arguments &Args, Expected<Gathered> (*Gather)(const Arguments &),
    function_ref<void(const rules::Report &, const Gathered &)> Present) {
  Expected<models::Catalogue> Models =
      frontends::loadModels(Args.values(Opt::Models));
  if (!Models)
    return usageError(Models.takeError());
  Expected<Gathered> G = Gather(Args);
  if (!G)
    return usageError(G.takeError());
  if (G->Interrupted)
    return ExitInterrupted;
  frontends::Analysis A =
      frontends::analyse(std::move(G->Units), *Models, analysisOptions(Args),
                         Args.values(Opt::Models));
  for (const std::string &Warning : A.ModelWarnings)
    errs() << Warning << '\n';
  Present(A.Report, *G);
  outs().flush();
  if (Args.has(Opt::Verbose))
    printUnmodelled(A.Report);
  if (!Args.has(Opt::Quiet))
    printSummary(A.Report, *G);
  return exitCode(*G, A.Report.All.size(), Args);
}

int reportFindings(const Arguments &Args,
                   Expected<Gathered> (*Gather)(const Arguments &)) {
  return analyseAnd(Args, Gather,
                    [](const rules::Report &Report, const Gathered &G) {
                      report::SourceFiles Sources = sourcesOf(G.ProjectRoot);
                      report::writeText(Report.All, Sources, outs());
                    });
}

bool namesFacts(const Arguments &Args) {
  return !Args.positionals().empty() && !Args.compilerFlags() &&
         all_of(Args.positionals(),
                [](StringRef Path) { return isFactsFile(Path); });
}

} // namespace

int runCheck(const Arguments &Args) {
  return reportFindings(Args, gatherFromSources);
}

int runLink(const Arguments &Args) {
  return reportFindings(Args, gatherFromFacts);
}

int runGraph(const Arguments &Args) {
  int Code =
      analyseAnd(Args, namesFacts(Args) ? gatherFromFacts : gatherFromSources,
                 [](const rules::Report &Report, const Gathered &) {
                   outs() << Report.LockGraphDot;
                 });
  // The graph was asked for, not a verdict.
  return Code == ExitFindings ? int(ExitClean) : Code;
}

} // namespace fearless::cli

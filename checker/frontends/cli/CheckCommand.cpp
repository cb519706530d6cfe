//===-- CheckCommand.cpp - fearless check, link and graph -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"
#include "frontends/cli/Commands.h"
#include "frontends/cli/GraphPicture.h"
#include "frontends/cli/ReportOutput.h"
#include "store/Archive.h"
#include "support/Files.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// "7 unresolved of 120 (5.8 %)".
std::string share(uint64_t Part, uint64_t Whole, StringRef What) {
  std::string Text;
  raw_string_ostream OS(Text);
  OS << Part << " of " << Whole << ' ' << What << " unresolved";
  if (Part && Whole)
    OS << format(" (%.1f %%)", 100.0 * Part / Whole);
  return Text;
}

/// What is found but not reported.
void printSilenced(const AnalysisRun &Run) {
  std::vector<std::string> Parts;
  auto Add = [&](size_t N, StringRef What) {
    if (N)
      Parts.push_back((Twine(N) + " " + What).str());
  };
  Add(Run.count(findings::Standing::Suppressed), "suppressed");
  Add(Run.count(findings::Standing::Baselined) - Run.FromBefore,
      "in the baseline");
  Add(Run.FromBefore, "from before the change");
  if (!Parts.empty())
    errs() << " (" << join(Parts, ", ") << ')';
}

/// One line on what was found and how much of the program was understood.
void printSummary(const AnalysisRun &Run) {
  const rules::Coverage &C = Run.Report.Coverage;
  errs() << counted(Run.count(findings::Standing::Open), "finding", "findings");
  printSilenced(Run);
  errs() << " in "
         << counted(C.TranslationUnits, "translation unit", "translation units")
         << ", " << counted(C.Functions, "function", "functions")
         << "; coverage: " << share(C.UnresolvedCallees, C.Calls, "callees")
         << ", " << share(C.UnresolvedLocks, C.LockOperations, "locks") << ", "
         << counted(C.Cuts, "cut", "cuts");
  if (unsigned N = Run.Program.Incomplete)
    errs() << "; " << counted(N, "file was", "files were")
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

/// May the comment be for what is looked for under --strict alone?
bool isForStrict(const frontends::Allowance &A) {
  return any_of(rules::allRules(), [&](const rules::Rule &R) {
    return R.CheckStrictly && (A.Comment.Rules.empty() ||
                               is_contained(A.Comment.Rules, R.Id.str()));
  });
}

/// What the user should know of his own decisions.
void printDecisions(const AnalysisRun &Run, const report::SourceFiles &Names,
                    bool Strict) {
  auto at = [&](StringRef File, unsigned Line, unsigned Column) {
    errs() << Names.displayName(File) << ':' << Line << ':' << Column
           << ": warning: ";
  };
  for (const findings::Note &P : Run.Triage.Problems) {
    at(P.Where.File, P.Where.Line, P.Where.Column);
    errs() << P.Text << '\n';
  }
  // Of what was not analysed nobody knows whether it is still there.
  if (!Run.isWhole())
    return;
  for (const frontends::Allowance &A : Run.Triage.Allowances)
    if (!A.Uses && !A.Comment.Nolint && (Strict || !isForStrict(A))) {
      at(A.File, A.Comment.Line, A.Comment.Column);
      errs() << "nothing is found here any more: take the suppression out\n";
    }
  if (size_t N = Run.Triage.Fixed.size())
    say("note") << counted(N, "finding of the baseline is",
                           "findings of the baseline are")
                << " fixed; 'fearless baseline update' takes "
                << (N == 1 ? "it" : "them") << " out\n";
}

int finish(const Arguments &Args, const AnalysisRun &Run) {
  outs().flush();
  if (Args.has(Opt::Verbose))
    printUnmodelled(Run.Report);
  if (!Args.has(Opt::Quiet))
    printSummary(Run);
  return exitCode(Run.Program, Run.count(findings::Standing::Open), Args);
}

int reportFindings(const Arguments &Args, Gatherer Gather) {
  Expected<ReportRequest> Request = reportRequest(Args);
  if (!Request)
    return usageError(Request.takeError());
  return analyseAnd(Args, Gather, [&](AnalysisRun &Run) {
    report::SourceFiles Sources =
        sourcesOf(Run.Program.ProjectRoot, *Run.Files);
    Error Failed = writeReports(*Request, Run, Sources);
    printDecisions(Run, Sources, Args.has(Opt::Strict));
    int Code = finish(Args, Run);
    return Failed ? usageError(std::move(Failed)) : Code;
  });
}

} // namespace

int runCheck(const Arguments &Args) { return reportFindings(Args, gather); }

/// fearless link --partial: joins facts, and judges nothing.
static int joinFacts(const Arguments &Args) {
  StringRef Output = Args.value(Opt::Output).value_or("");
  if (!Output.ends_with(".facts"))
    return usageError(createStringError(
        "say which file gets the joined facts: '--partial -o lib.facts'"));
  Expected<Gathered> G = gatherFromFacts(Args);
  if (!G)
    return usageError(G.takeError());
  if (Error E = support::replaceFile(Output, "the facts", [&](raw_ostream &OS) {
        store::writeArchive(G->Units, OS);
      }))
    return usageError(std::move(E));
  if (!Args.has(Opt::Quiet))
    errs() << "facts of "
           << counted(G->Units.size(), "translation unit", "translation units")
           << " are in " << Output << '\n';
  return exitCode(*G, 0, Args);
}

int runLink(const Arguments &Args) {
  if (Args.has(Opt::Partial))
    return joinFacts(Args);
  if (Args.has(Opt::Output))
    return usageError(createStringError(
        "'-o' goes with '--partial'; '--report FILE' writes the findings"));
  return reportFindings(
      Args, [](const Arguments &Args, const Change &, const AnalysisCache *) {
        return gatherFromFacts(Args);
      });
}

int runGraph(const Arguments &Args) {
  int Code = analyseAnd(Args, gather, [&](AnalysisRun &Run) {
    std::string Graph = std::move(Run.Report.LockGraphDot);
    if (Args.has(Opt::Svg)) {
      Expected<std::string> Picture = drawGraph(Graph);
      if (!Picture)
        return usageError(Picture.takeError());
      Graph = std::move(*Picture);
    }
    outs() << Graph;
    return finish(Args, Run);
  });
  // The graph was asked for, not a verdict.
  return Code == ExitFindings ? int(ExitClean) : Code;
}

} // namespace fearless::cli

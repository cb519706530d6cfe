//===-- TriageCommands.cpp - fearless baseline and suppressions -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"
#include "frontends/cli/Commands.h"
#include "support/Files.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

int refuse(const Twine &Why) { return usageError(createStringError(Why)); }

Error writeBaseline(const findings::Baseline &B, StringRef Path) {
  return support::replaceFile(Path, "the baseline",
                              [&](raw_ostream &OS) { B.write(OS); });
}

int createBaseline(const Arguments &Args) {
  return analyseAnd(
      Args, gather,
      [&](AnalysisRun &Run) -> int {
        if (Run.HasBaseline && !Args.has(Opt::Force))
          return refuse(
              "there is a baseline already, '" + Run.BaselineFile +
              "'; 'fearless baseline update' takes out what is fixed, "
              "--force makes it anew");
        findings::Baseline B;
        for (const findings::Finding &F : Run.Report.All)
          if (F.Standing != findings::Standing::Suppressed)
            B.add(F);
        if (Error E = writeBaseline(B, Run.BaselineFile))
          return usageError(std::move(E));
        if (!Args.has(Opt::Quiet))
          errs() << counted(B.entries().size(), "finding is", "findings are")
                 << " in '" << Run.BaselineFile << "' now\n";
        return exitCode(Run.Program, 0, Args);
      },
      BaselineUse::Ignore);
}

int updateBaseline(const Arguments &Args) {
  return analyseAnd(Args, gather, [&](AnalysisRun &Run) -> int {
    if (!Run.HasBaseline)
      return refuse("there is no baseline '" + Run.BaselineFile +
                    "'; 'fearless baseline create' makes it");
    if (!Run.isWhole())
      return refuse("only a part of the program was analysed, so that nobody "
                    "knows what is fixed; the baseline stays as it is");
    findings::Baseline B;
    size_t New = 0;
    for (const findings::Finding &F : Run.Report.All)
      if (F.Standing == findings::Standing::Baselined)
        B.add(F);
      else if (F.Standing == findings::Standing::Open) {
        ++New;
        if (Args.has(Opt::Accept))
          B.add(F);
      }
    if (Error E = writeBaseline(B, Run.BaselineFile))
      return usageError(std::move(E));
    if (!Args.has(Opt::Quiet)) {
      errs() << "baseline: " << Run.Triage.Fixed.size() << " fixed and taken "
             << "out, " << B.entries().size() << " left";
      if (New)
        errs() << "; " << counted(New, "new finding was", "new findings were")
               << (Args.has(Opt::Accept) ? " added"
                                         : " not added (--accept adds them)");
      errs() << '\n';
    }
    return ExitClean;
  });
}

int showBaseline(const Arguments &Args) {
  return analyseAnd(Args, gather, [&](AnalysisRun &Run) -> int {
    if (!Run.HasBaseline)
      return refuse("there is no baseline '" + Run.BaselineFile +
                    "'; 'fearless baseline create' makes it");
    report::SourceFiles Names = sourcesOf(Run.Program.ProjectRoot);
    for (const findings::Finding &F : Run.Report.All)
      if (F.Standing == findings::Standing::Baselined)
        outs() << F.Fingerprint << "  " << Names.displayName(F.Where.File)
               << ':' << F.Where.Line << ": " << F.Message << " [fearless-"
               << F.Rule << "]\n";
    for (const findings::BaselineEntry &E : Run.Triage.Fixed)
      outs() << E.Fingerprint << "  "
             << (Run.isWhole() ? "fixed: " : "not found: ")
             << Names.displayName(E.File) << ": " << E.Function << " [fearless-"
             << E.Rule << "]\n";
    return exitCode(Run.Program, 0, Args);
  });
}

} // namespace

int runBaseline(const Arguments &Args) {
  Arguments Rest = Args;
  StringRef Action = Args.positionals().empty()
                         ? StringRef()
                         : StringRef(Args.positionals()[0]);
  int (*Do)(const Arguments &) =
      StringSwitch<int (*)(const Arguments &)>(Action)
          .Case("create", createBaseline)
          .Case("update", updateBaseline)
          .Case("show", showBaseline)
          .Default(nullptr);
  if (!Do)
    return refuse("say what to do: 'fearless baseline create', 'update' or "
                  "'show'");
  Rest.dropFirst();
  return Do(Rest);
}

/// With everything that is ever looked for, so that no comment seems unused.
int runSuppressions(const Arguments &Given) {
  Arguments Args = Given;
  Args.putFirst(Opt::Strict, std::string());
  return analyseAnd(Args, gather, [&](AnalysisRun &Run) -> int {
    report::SourceFiles Names = sourcesOf(Run.Program.ProjectRoot);
    for (const frontends::Allowance &A : Run.Triage.Allowances) {
      // Other NOLINTs are for other tools.
      if (A.Comment.Nolint && !A.Uses)
        continue;
      outs() << Names.displayName(A.File) << ':' << A.Comment.Line << ": "
             << (A.Comment.Rules.empty() ? "all" : join(A.Comment.Rules, ", "))
             << ": " << (A.Comment.Nolint ? "NOLINT" : A.Comment.Reason)
             << (A.Uses          ? ""
                 : Run.isWhole() ? " [unused]"
                                 : " [not met]")
             << '\n';
    }
    for (const findings::Note &P : Run.Triage.Problems)
      outs() << Names.displayName(P.Where.File) << ':' << P.Where.Line << ": "
             << "not understood: " << P.Text << '\n';
    return exitCode(Run.Program, 0, Args);
  });
}

} // namespace fearless::cli

//===-- ReportOutput.cpp - Findings in the forms that were asked for ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/ReportOutput.h"

#include "frontends/cli/RulePages.h"
#include "report/JsonReport.h"
#include "report/SarifReport.h"
#include "report/TextReport.h"
#include "support/Files.h"
#include "support/Version.h"

#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

static std::optional<Format> formatNamed(StringRef Word) {
  return StringSwitch<std::optional<Format>>(Word)
      .Case("text", Format::Text)
      .Case("json", Format::Json)
      .Case("sarif", Format::Sarif)
      .Default(std::nullopt);
}

Expected<ReportRequest> reportRequest(const Arguments &Args) {
  ReportRequest Request;
  if (std::optional<StringRef> Word = Args.value(Opt::Format)) {
    std::optional<Format> F = formatNamed(*Word);
    if (!F)
      return createStringError("'--format' is text, json or sarif, not '" +
                               *Word + "'");
    Request.Standard = *F;
  }
  for (const std::string &File : Args.values(Opt::Report)) {
    StringRef Ending = sys::path::extension(File);
    std::optional<Format> F = formatNamed(Ending.drop_front(!Ending.empty()));
    if (Ending == ".txt")
      F = Format::Text;
    if (!F)
      return createStringError("'--report' tells the form from the file's "
                               "ending: '.sarif', '.json' or '.txt', not '" +
                               File + "'");
    Request.Files.push_back({*F, File});
  }
  return Request;
}

static report::ReportInput inputOf(const AnalysisRun &Run) {
  report::ReportInput Input;
  Input.ToolVersion = support::toolVersion();
  for (const rules::Rule &R : rules::allRules()) {
    report::RuleInfo Info{R.Id.str(), R.Title.str(), R.Tier, ""};
    for (const RulePage &Page : rulePages())
      if (Page.Rule == R.Id)
        for (StringRef Piece : Page.Pieces)
          Info.Page += Piece;
    Input.Rules.push_back(std::move(Info));
  }
  Input.Findings = Run.Report.All;
  // Of what was not analysed nobody knows whether it is fixed.
  if (Run.isWhole())
    Input.Fixed = Run.Triage.Fixed;
  Input.HasBaseline = Run.HasBaseline;
  Input.Complete = !Run.Program.Incomplete;
  const rules::Coverage &C = Run.Report.Coverage;
  Input.Coverage = {{"translationUnits", C.TranslationUnits},
                    {"functions", C.Functions},
                    {"calls", C.Calls},
                    {"unresolvedCallees", C.UnresolvedCallees},
                    {"lockOperations", C.LockOperations},
                    {"unresolvedLocks", C.UnresolvedLocks},
                    {"cuts", C.Cuts},
                    {"incompleteFiles", Run.Program.Incomplete}};
  return Input;
}

static void write(Format F, const report::ReportInput &Input,
                  report::SourceFiles &Sources, raw_ostream &OS) {
  switch (F) {
  case Format::Text:
    return report::writeText(Input.Findings, Sources, OS);
  case Format::Json:
    return report::writeJson(Input, OS);
  case Format::Sarif:
    return report::writeSarif(Input, Sources, OS);
  }
}

Error writeReports(const ReportRequest &Request, const AnalysisRun &Run,
                   report::SourceFiles &Sources) {
  report::ReportInput Input = inputOf(Run);
  write(Request.Standard, Input, Sources, outs());
  outs().flush();
  Error Failed = Error::success();
  for (const auto &[F, Path] : Request.Files)
    Failed = joinErrors(
        std::move(Failed),
        support::replaceFile(Path, "the report", [&, F = F](raw_ostream &OS) {
          write(F, Input, Sources, OS);
        }));
  return Failed;
}

} // namespace fearless::cli

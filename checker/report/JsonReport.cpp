//===-- JsonReport.cpp - Findings as JSON ---------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/JsonReport.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace fearless::report {

StringRef name(findings::Tier Tier) {
  switch (Tier) {
  case findings::Tier::High:
    return "high";
  case findings::Tier::Medium:
    return "medium";
  case findings::Tier::Strict:
    return "strict";
  }
  llvm_unreachable("all tiers are named");
}

StringRef name(findings::Standing Standing) {
  switch (Standing) {
  case findings::Standing::Open:
    return "open";
  case findings::Standing::Suppressed:
    return "suppressed";
  case findings::Standing::Baselined:
    return "baselined";
  }
  llvm_unreachable("all standings are named");
}

namespace {

class JsonWriter {
public:
  JsonWriter(const ReportInput &Report, raw_ostream &OS)
      : Report(Report), J(OS, /*IndentSize=*/2) {}

  void write() {
    J.object([&] {
      J.attribute("format", "fearless-findings");
      J.attribute("version", 1);
      J.attribute("tool", json::fixUTF8(Report.ToolVersion));
      J.attribute("complete", Report.Complete);
      J.attributeArray("findings", [&] {
        for (const findings::Finding &F : Report.Findings)
          J.object([&] { finding(F); });
      });
      J.attributeArray("fixed", [&] {
        for (const findings::BaselineEntry &E : Report.Fixed)
          J.object([&] {
            text("fingerprint", E.Fingerprint);
            text("rule", E.Rule);
            text("file", E.File);
            text("function", E.Function);
          });
      });
      J.attributeObject("coverage", [&] {
        for (const auto &[Name, Count] : Report.Coverage)
          J.attribute(Name, Count);
      });
    });
    J.flush();
  }

private:
  void text(StringRef Key, StringRef Value) {
    J.attribute(Key, json::fixUTF8(Value));
  }

  void position(const findings::Place &P) {
    J.attribute("line", P.Line);
    J.attribute("column", P.Column);
  }

  void place(const findings::Place &P) {
    text("file", P.File);
    position(P);
  }

  void finding(const findings::Finding &F) {
    text("rule", F.Rule);
    text("tier", name(F.Tier));
    text("standing", name(F.Standing));
    if (!F.Reason.empty())
      text("reason", F.Reason);
    text("fingerprint", F.Fingerprint);
    place(F.Where);
    text("function", F.Function);
    text("message", F.Message);
    J.attributeArray("notes", [&] {
      for (const findings::Note &N : F.Notes)
        J.object([&] {
          place(N.Where);
          text("message", N.Text);
        });
    });
    J.attributeArray("fixes", [&] {
      for (const findings::FixIt &Fix : F.Fixes)
        J.object([&] {
          text("file", Fix.Begin.File);
          J.attributeObject("begin", [&] { position(Fix.Begin); });
          J.attributeObject("end", [&] { position(Fix.End); });
          text("replacement", Fix.Replacement);
        });
    });
  }

  const ReportInput &Report;
  json::OStream J;
};

} // namespace

void writeJson(const ReportInput &Report, raw_ostream &OS) {
  JsonWriter(Report, OS).write();
  OS << '\n';
}

} // namespace fearless::report

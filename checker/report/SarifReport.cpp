//===-- SarifReport.cpp - Findings as SARIF 2.1.0 -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/SarifReport.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::report {

namespace {

/// A path as the URI that SARIF wants: relative to %SRCROOT%, or "file://".
std::string uri(StringRef Path) {
  std::string Result = sys::path::is_absolute(Path) ? "file://" : "";
  for (unsigned char C : Path)
    if (isAlnum(C) || StringRef("-._~/+@,=").contains(C))
      Result += C;
    else
      Result += "%" + utohexstr(C, /*LowerCase=*/false, /*Width=*/2);
  return Result;
}

class SarifWriter {
public:
  SarifWriter(const ReportInput &Report, SourceFiles &Sources, raw_ostream &OS)
      : Report(Report), Sources(Sources), J(OS, /*IndentSize=*/1) {}

  void write() {
    J.object([&] {
      J.attribute("$schema",
                  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
                  "schemas/sarif-schema-2.1.0.json");
      J.attribute("version", "2.1.0");
      J.attributeArray("runs", [&] { J.object([&] { run(); }); });
    });
    J.flush();
  }

private:
  void text(StringRef Key, StringRef Value) {
    J.attribute(Key, json::fixUTF8(Value));
  }

  void message(StringRef Key, StringRef Text) {
    J.attributeObject(Key, [&] { text("text", Text); });
  }

  void run() {
    J.attributeObject("tool", [&] {
      J.attributeObject("driver", [&] {
        J.attribute("name", "fearless");
        text("version", Report.ToolVersion);
        J.attributeArray("rules", [&] {
          for (const RuleInfo &R : Report.Rules)
            J.object([&] { rule(R); });
        });
      });
    });
    J.attributeArray("invocations", [&] {
      J.object([&] {
        J.attribute("executionSuccessful", Report.Complete);
        J.attributeObject("properties", [&] {
          for (const auto &[Name, Count] : Report.Coverage)
            J.attribute(Name, Count);
        });
      });
    });
    J.attribute("columnKind", "unicodeCodePoints");
    J.attributeArray("results", [&] {
      for (const findings::Finding &F : Report.Findings)
        J.object([&] { result(F); });
      for (const findings::BaselineEntry &E : Report.Fixed)
        J.object([&] { absent(E); });
    });
  }

  void rule(const RuleInfo &R) {
    text("id", "fearless-" + R.Id);
    message("shortDescription", R.Title);
    J.attributeObject("help", [&] {
      text("text", R.Page.empty() ? R.Title : R.Page);
      text("markdown", R.Page.empty() ? R.Title : R.Page);
    });
    J.attributeObject("defaultConfiguration", [&] {
      J.attribute("level", "warning");
      J.attribute("enabled", R.Tier == findings::Tier::High);
    });
    J.attributeObject("properties", [&] {
      text("precision", R.Tier == findings::Tier::High     ? "high"
                        : R.Tier == findings::Tier::Medium ? "medium"
                                                           : "low");
      J.attributeArray("tags", [&] { J.value("concurrency"); });
    });
  }

  void head(StringRef Rule, StringRef Fingerprint) {
    text("ruleId", "fearless-" + Rule.str());
    auto It =
        find_if(Report.Rules, [&](const RuleInfo &R) { return R.Id == Rule; });
    if (It != Report.Rules.end())
      J.attribute("ruleIndex", int64_t(It - Report.Rules.begin()));
    J.attribute("level", "warning");
    J.attributeObject("partialFingerprints",
                      [&] { text("fearless/v1", Fingerprint); });
  }

  void result(const findings::Finding &F) {
    head(F.Rule, F.Fingerprint);
    message("message", F.Message);
    J.attributeArray("locations", [&] {
      J.object([&] {
        physical(F.Where);
        if (!F.Function.empty())
          J.attributeArray("logicalLocations", [&] {
            J.object([&] {
              text("fullyQualifiedName", StringRef(F.Function).trim('\''));
              J.attribute("kind", "function");
            });
          });
      });
    });
    J.attributeArray("relatedLocations", [&] {
      for (const auto &[Index, N] : enumerate(F.Notes))
        J.object([&] {
          J.attribute("id", int64_t(Index + 1));
          step(N);
        });
    });
    if (!F.Notes.empty())
      codeFlow(F);
    if (!F.Fixes.empty())
      J.attributeArray("fixes", [&] { J.object([&] { fix(F.Fixes); }); });
    standing(F);
  }

  void codeFlow(const findings::Finding &F) {
    J.attributeArray("codeFlows", [&] {
      J.object([&] {
        J.attributeArray("threadFlows", [&] {
          J.object([&] {
            J.attributeArray("locations", [&] {
              for (const findings::Note &N : F.Notes)
                J.object(
                    [&] { J.attributeObject("location", [&] { step(N); }); });
            });
          });
        });
      });
    });
  }

  void step(const findings::Note &N) {
    physical(N.Where);
    message("message", N.Text);
  }

  /// What the user decided before.
  void standing(const findings::Finding &F) {
    bool Known = F.Standing == findings::Standing::Baselined;
    if (Report.HasBaseline)
      J.attribute("baselineState", Known ? "unchanged" : "new");
    // Without any, a reader could not tell whether somebody looked.
    J.attributeArray("suppressions", [&] {
      if (F.Standing == findings::Standing::Open)
        return;
      J.object([&] {
        J.attribute("kind", Known ? "external" : "inSource");
        text("justification", Known ? "in the baseline" : F.Reason);
      });
    });
  }

  /// Of a finding that the baseline knows and that is fixed.
  void absent(const findings::BaselineEntry &E) {
    head(E.Rule, E.Fingerprint);
    message("message", "fixed: " + E.Function + " in " + E.File);
    J.attribute("baselineState", "absent");
  }

  void artifact(StringRef File) {
    J.attributeObject("artifactLocation", [&] {
      J.attribute("uri", uri(File));
      if (!sys::path::is_absolute(File))
        J.attribute("uriBaseId", "%SRCROOT%");
    });
  }

  void physical(const findings::Place &P) {
    if (P.File.empty())
      return;
    J.attributeObject("physicalLocation", [&] {
      artifact(P.File);
      if (P.Line)
        J.attributeObject("region", [&] {
          J.attribute("startLine", P.Line);
          J.attribute("startColumn", column(P));
        });
    });
  }

  void fix(ArrayRef<findings::FixIt> Fixes) {
    J.attributeArray("artifactChanges", [&] {
      for (const findings::FixIt &Fix : Fixes)
        J.object([&] {
          artifact(Fix.Begin.File);
          J.attributeArray("replacements", [&] {
            J.object([&] {
              J.attributeObject("deletedRegion", [&] {
                J.attribute("startLine", Fix.Begin.Line);
                J.attribute("startColumn", column(Fix.Begin));
                J.attribute("endLine", Fix.End.Line);
                J.attribute("endColumn", column(Fix.End));
              });
              message("insertedContent", Fix.Replacement);
            });
          });
        });
    });
  }

  /// In characters, from 1.
  unsigned column(const findings::Place &P) {
    unsigned Column = std::max(1u, P.Column);
    std::optional<StringRef> Line = Sources.line(P.File, P.Line);
    if (!Line || Column > Line->size() + 1)
      return Column;
    // Every byte but those that continue a character begins one.
    return 1 + count_if(Line->take_front(Column - 1),
                        [](char C) { return (C & 0xC0) != 0x80; });
  }

  const ReportInput &Report;
  SourceFiles &Sources;
  json::OStream J;
};

} // namespace

void writeSarif(const ReportInput &Report, SourceFiles &Sources,
                raw_ostream &OS) {
  SarifWriter(Report, Sources, OS).write();
  OS << '\n';
}

} // namespace fearless::report

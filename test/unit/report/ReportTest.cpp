//===-- ReportTest.cpp - Reports of hostile and of many findings ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/JsonReport.h"
#include "report/SarifReport.h"
#include "report/TextReport.h"

#include "llvm/Support/JSON.h"
#include "gtest/gtest.h"

using namespace fearless;

namespace {

findings::Finding hostile() {
  findings::Finding F;
  F.Rule = "data-race";
  F.Where = {"src/a\x1b[31m \".cpp", 1, 9};
  F.Message = "'x\x1b]0;title\x07' \xff\xfe \"</script>\"";
  F.Function = "'f\n'";
  F.Notes = {{{"", 0, 0}, "nowhere"}, {{"/abs/b.h", 2, 0}, "no \xc3 column"}};
  F.Fixes = {{{"src/a.cpp", 1, 1}, {"src/a.cpp", 1, 2}, "\t\"\\"}};
  F.Standing = findings::Standing::Open;
  F.Fingerprint = "0123456789abcdef";
  return F;
}

template <typename Writer> std::string written(Writer Write) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  Write(OS);
  return Text;
}

std::string sarif(const report::ReportInput &Input) {
  report::SourceFiles Sources("/nowhere", "/nowhere");
  return written(
      [&](llvm::raw_ostream &OS) { report::writeSarif(Input, Sources, OS); });
}

TEST(ReportTest, TextHoldsNoControlCharacters) {
  report::SourceFiles Sources("/nowhere", "/nowhere");
  std::string Text = written([&](llvm::raw_ostream &OS) {
    report::writeText(hostile(), Sources, OS);
  });
  for (unsigned char C : Text)
    EXPECT_TRUE(C == '\n' || C >= 0x20) << unsigned(C);
  EXPECT_NE(Text.find("<U+001B>"), std::string::npos);
}

TEST(ReportTest, JsonAndSarifAreValidWhateverTheSourcesHold) {
  findings::Finding F = hostile();
  findings::BaselineEntry Fixed{"0", "r\xff", "f", "g"};
  report::ReportInput Input;
  Input.ToolVersion = "1";
  Input.Rules = {{"data-race", "A title", findings::Tier::High, "\xff page"}};
  Input.Findings = F;
  Input.Fixed = Fixed;
  std::string Json =
      written([&](llvm::raw_ostream &OS) { report::writeJson(Input, OS); });
  EXPECT_TRUE(bool(llvm::json::parse(Json)));
  auto Sarif = llvm::json::parse(sarif(Input));
  ASSERT_TRUE(bool(Sarif));
  const llvm::json::Object &Run =
      *(*Sarif->getAsObject()->getArray("runs"))[0].getAsObject();
  EXPECT_EQ(Run.getArray("results")->size(), 2u);
}

/// Reports grow with the findings and with nothing else.
TEST(ReportTest, TenThousandFindings) {
  std::vector<findings::Finding> Many(10000, hostile());
  for (size_t I = 0; I < Many.size(); ++I) {
    Many[I].Key = std::to_string(I);
    Many[I].Where.Line = I + 1;
  }
  findings::canonicalise(Many);
  ASSERT_EQ(Many.size(), 10000u);
  report::ReportInput Input;
  Input.Findings = llvm::ArrayRef(Many).take_front(1000);
  size_t Small = sarif(Input).size();
  Input.Findings = Many;
  size_t Large = sarif(Input).size();
  EXPECT_LT(Large, 11 * Small);
}

} // namespace

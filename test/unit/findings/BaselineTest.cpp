//===-- BaselineTest.cpp - The file of findings that are known ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Baseline.h"

#include "gtest/gtest.h"

#include <random>

using namespace fearless::findings;

namespace {

Finding finding(std::string Fingerprint, std::string File = "src/a.cpp") {
  Finding F;
  F.Rule = "double-lock";
  F.Where = {std::move(File), 1, 1};
  F.Function = "Cache<int, long>::get";
  F.Fingerprint = std::move(Fingerprint);
  return F;
}

std::string written(const Baseline &B) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  B.write(OS);
  return Text;
}

std::string errorOf(llvm::StringRef Text) {
  auto B = Baseline::read(Text, "base");
  return B ? "" : llvm::toString(B.takeError());
}

const std::string One = "0123456789abcdef", Two = "fedcba9876543210";

TEST(BaselineTest, ReadsWhatItWrites) {
  Baseline B = Baseline::of({finding(Two), finding(One, "a b\n.cpp")});
  auto Again = Baseline::read(written(B), "base");
  ASSERT_TRUE(bool(Again));
  EXPECT_EQ(written(*Again), written(B));
  ASSERT_EQ(Again->entries().size(), 2u);
  EXPECT_EQ(Again->entries()[0].File, "a_b_.cpp");
  EXPECT_EQ(Again->entries()[0].Function, "Cache<int, long>::get");
  EXPECT_TRUE(Again->contains(One));
  EXPECT_FALSE(Again->contains("0000000000000000"));
}

TEST(BaselineTest, AMergeMayKeepBothSides) {
  std::string Text = "# fearless baseline 1\n" + Two + " r f g\n\n# comment\n" +
                     One + " r f g\r\n" + Two + " r f g h i\n";
  auto B = Baseline::read(Text, "base");
  ASSERT_TRUE(bool(B));
  EXPECT_EQ(B->entries().size(), 2u);
  EXPECT_TRUE(B->contains(One));
  EXPECT_TRUE(B->contains(Two));
}

TEST(BaselineTest, RefusesWhatIsNone) {
  EXPECT_EQ(errorOf(""),
            "base:1: error: this is not a baseline: the first line "
            "of one is '# fearless baseline 1'");
  EXPECT_NE(errorOf("# fearless baseline 99\n").find("another version"),
            std::string::npos);
  EXPECT_NE(errorOf("# fearless baseline 1\n<<<<<<< HEAD\n").find("base:2: "),
            std::string::npos);
  EXPECT_NE(errorOf("# fearless baseline 1\n" + One + "\n").find("base:2: "),
            std::string::npos);
  EXPECT_NE(errorOf("# fearless baseline 1\n0123 r f g\n").find("fingerprint"),
            std::string::npos);
}

/// Whatever the bytes, it is read or refused.
TEST(BaselineTest, AnyBytes) {
  std::mt19937 Random(7);
  std::string Good = written(Baseline::of({finding(One), finding(Two)}));
  for (unsigned I = 0; I < 2000; ++I) {
    std::string Text = Good;
    for (unsigned N = 1 + Random() % 4; N--;)
      Text[Random() % Text.size()] = char(Random());
    auto B = Baseline::read(Text, "base");
    if (!B)
      EXPECT_EQ(llvm::toString(B.takeError()).rfind("base:", 0), 0u);
  }
}

} // namespace

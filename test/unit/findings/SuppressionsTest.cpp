//===-- SuppressionsTest.cpp - Comments that allow a finding --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Suppressions.h"
#include "findings/Comments.h"

#include "gtest/gtest.h"

#include <random>

using namespace fearless::findings;

namespace {

const llvm::StringRef Rules[] = {"data-race", "double-lock", "lock-order"};

Suppressions read(llvm::StringRef Source) {
  return readSuppressions(Source, Rules);
}

/// The lines on which a double-lock is allowed.
std::vector<unsigned> allowed(llvm::StringRef Source,
                              llvm::StringRef Rule = "double-lock") {
  std::vector<unsigned> Lines;
  Suppressions S = read(Source);
  for (unsigned L = 1; L <= Source.count('\n') + 1; ++L)
    for (const Suppression &One : S.All)
      if (One.covers(L, Rule)) {
        Lines.push_back(L);
        break;
      }
  return Lines;
}

using Lines = std::vector<unsigned>;

TEST(SuppressionsTest, BehindCodeForItsLine) {
  EXPECT_EQ(allowed("a();\nb(); // fearless: allow(double-lock) why\nc();\n"),
            Lines{2});
  EXPECT_EQ(allowed("b(); /* fearless: allow(double-lock) why */\nc();\n"),
            Lines{1});
}

TEST(SuppressionsTest, AloneForTheNextLineWithCode) {
  EXPECT_EQ(allowed("// fearless: allow(double-lock) why\n// and more\n\nc();\n"
                    "d();\n"),
            Lines{4});
  EXPECT_EQ(allowed("/* fearless: allow(double-lock)\n * why */\nc();\n"),
            Lines{});
  EXPECT_EQ(allowed("/*\n * fearless: allow(double-lock) why\n */\nc();\n"),
            Lines{4});
}

TEST(SuppressionsTest, OnlyTheRulesNamed) {
  const char *Two = "b(); // fearless: allow(data-race, fearless-lock-order) x";
  EXPECT_EQ(allowed(Two, "data-race"), Lines{1});
  EXPECT_EQ(allowed(Two, "lock-order"), Lines{1});
  EXPECT_EQ(allowed(Two, "double-lock"), Lines{});
}

TEST(SuppressionsTest, KeepsTheReason) {
  EXPECT_EQ(
      read("// fearless: allow(data-race): a statistic \r\n").All[0].Reason,
      "a statistic");
}

TEST(SuppressionsTest, ProblemsAllowNothing) {
  for (const char *Wrong :
       {"f(); // fearless: allow(double-lock)",
        "f(); // fearless: allow(double-lok) why",
        "f(); // fearless: allow() why",
        "f(); // fearless: alow(data-race) why",
        "f(); // fearless: allow(double-lock why",
        "f(); // fearless:", "f(); // fearless: allow double-lock why",
        "f(); // fearless: allow(double-lock,) why"}) {
    Suppressions S = read(Wrong);
    EXPECT_EQ(S.All.size(), 0u) << Wrong;
    ASSERT_EQ(S.Problems.size(), 1u) << Wrong;
    EXPECT_EQ(S.Problems[0].Line, 1u);
    EXPECT_EQ(S.Problems[0].Column, 9u) << Wrong;
  }
}

TEST(SuppressionsTest, ProseIsNoSuppression) {
  for (const char *Prose : {"// see how fearless: allow(double-lock) works",
                            "// fearless::Mutex is one",
                            "\"// fearless: allow(double-lock) why\"",
                            "R\"x(\n// fearless: allow(data-race) why\n)x\"",
                            "'\\'' + \"\\\"// fearless: allow(a) b\""}) {
    EXPECT_EQ(read(Prose).All.size(), 0u) << Prose;
    EXPECT_EQ(read(Prose).Problems.size(), 0u) << Prose;
  }
}

TEST(SuppressionsTest, NolintOfClangTidy) {
  EXPECT_EQ(allowed("a(); // NOLINT\nb();"), Lines{1});
  EXPECT_EQ(allowed("// NOLINTNEXTLINE(fearless-double-lock)\nb();"), Lines{2});
  EXPECT_EQ(allowed("a(); // NOLINT(fearless-*)\nb();"), Lines{1});
  EXPECT_EQ(allowed("a(); // NOLINT(fearless-data-race)\nb();"), Lines{});
  EXPECT_EQ(allowed("a(); // NOLINT(cert-*, bugprone-foo)\nb();"), Lines{});
  EXPECT_EQ(allowed("// NOLINTBEGIN(fearless-double-lock)\na();\n"
                    "// NOLINTEND(fearless-double-lock)\nb();"),
            (Lines{1, 2, 3}));
}

TEST(CommentsTest, DigitSeparatorsAndRawStrings) {
  Comments C = findComments("int n = 1'000'000; // one\n"
                            "auto s = uR\"(// no)\" \"a\\\"//\"; // two\n"
                            "char q = '\"'; /* three */ int x;\n");
  ASSERT_EQ(C.Lines.size(), 3u);
  EXPECT_EQ(C.Lines[0].Text, " one");
  EXPECT_EQ(C.Lines[1].Text, " two");
  EXPECT_EQ(C.Lines[2].Text, " three ");
}

/// Whatever the bytes: it ends, and every comment is a part of the source.
TEST(CommentsTest, AnyBytes) {
  std::mt19937 Random(7);
  const llvm::StringRef Pieces[] = {"/",   "*",  "\"", "'",  "\\", "\n", "R\"(",
                                    ")\"", "//", "/*", "*/", "a",  "\r"};
  for (unsigned I = 0; I < 2000; ++I) {
    std::string Text;
    for (unsigned N = Random() % 30; N--;)
      Text += Pieces[Random() % std::size(Pieces)];
    for (const CommentLine &L : findComments(Text).Lines) {
      EXPECT_GE(L.Text.data(), Text.data());
      EXPECT_LE(L.Text.end(), Text.data() + Text.size());
      EXPECT_FALSE(L.Text.contains('\n'));
    }
  }
}

} // namespace

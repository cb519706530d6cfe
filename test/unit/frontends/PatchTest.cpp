//===-- PatchTest.cpp - Unified diffs, undone -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Patch.h"

#include "llvm/ADT/Twine.h"
#include "gtest/gtest.h"

#include <random>

using namespace fearless::frontends;

namespace {

std::vector<FilePatch> read(llvm::StringRef Text) {
  auto Patches = readPatch(Text, "p");
  EXPECT_TRUE(bool(Patches)) << llvm::toString(Patches.takeError());
  return std::move(*Patches);
}

std::string refusal(llvm::StringRef Text) {
  return llvm::toString(readPatch(Text, "p").takeError());
}

std::string undone(const FilePatch &P, llvm::StringRef After) {
  auto Before = undo(P, After, "p");
  return Before ? *Before : llvm::toString(Before.takeError());
}

TEST(PatchTest, ChangesAdditionsRemovals) {
  auto P = read("diff --git a/src/x.c b/src/x.c\n"
                "index 123..456 100644\n"
                "--- a/src/x.c\n"
                "+++ b/src/x.c\n"
                "@@ -1,3 +1,3 @@ int f()\n"
                " one\n"
                "-two\n"
                "+2\n"
                " three\n"
                "@@ -7 +6,0 @@\n"
                "-seven\n"
                "@@ -9,0 +9 @@\n"
                "+ten\n");
  ASSERT_EQ(P.size(), 1u);
  EXPECT_EQ(P[0].Before, "src/x.c");
  EXPECT_EQ(P[0].After, "src/x.c");
  EXPECT_EQ(undone(P[0], "one\n2\nthree\nfour\nfive\nsix\neight\nnine\nten\n"),
            "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n");
  EXPECT_EQ(undone(P[0], "one\n2\nTHREE\n"),
            "p:5: error: the diff does not fit 'src/x.c', line 3; make it of "
            "the files as they are now");
}

TEST(PatchTest, NewDeletedRenamedEmptyBinary) {
  auto P = read("diff --git a/new.c b/new.c\n"
                "new file mode 100644\n"
                "--- /dev/null\n"
                "+++ b/new.c\n"
                "@@ -0,0 +1 @@\n"
                "+x\n"
                "diff --git a/old.c b/old.c\n"
                "deleted file mode 100644\n"
                "--- a/old.c\n"
                "+++ /dev/null\n"
                "@@ -1 +0,0 @@\n"
                "-y\n"
                "\\ No newline at end of file\n"
                "diff --git a/from.c b/to.c\n"
                "similarity index 100%\n"
                "rename from from.c\n"
                "rename to to.c\n"
                "diff --git a/empty.c b/empty.c\n"
                "new file mode 100644\n"
                "index 000..000\n"
                "diff --git a/logo.png b/logo.png\n"
                "Binary files a/logo.png and b/logo.png differ\n");
  ASSERT_EQ(P.size(), 4u);
  EXPECT_EQ(P[0].Before, "");
  EXPECT_EQ(P[0].After, "new.c");
  EXPECT_EQ(P[1].After, "");
  EXPECT_EQ(undone(P[1], ""), "y");
  EXPECT_EQ(P[2].Before, "from.c");
  EXPECT_EQ(P[2].After, "to.c");
  EXPECT_EQ(undone(P[2], "same"), "same");
  EXPECT_EQ(P[3].Before, "");
  EXPECT_EQ(P[3].After, "empty.c");
}

TEST(PatchTest, OfDiffWithTimes) {
  auto P = read("--- x.c.orig\t2026-01-01 10:00:00\n"
                "+++ x.c\t2026-01-01 11:00:00\n"
                "@@ -1 +1 @@\n"
                "-a\n"
                "+b\n"
                "--- y.c\n"
                "+++ y.c\n"
                "@@ -1 +1 @@\n"
                "--- minus\n"
                "+++ plus\n");
  ASSERT_EQ(P.size(), 2u);
  EXPECT_EQ(P[0].After, "x.c");
  EXPECT_EQ(undone(P[1], "++ plus\n"), "-- minus\n");
}

TEST(PatchTest, Refuses) {
  EXPECT_EQ(refusal("@@ -1 +1 @@\n-a\n+b\n"),
            "p:1: error: no file is named before this line");
  EXPECT_EQ(refusal("--- a\n+++ a\n@@ -1 +x @@\n"),
            "p:3: error: this is no unified diff: '@@ -1,2 +1,3 @@' is what "
            "begins a part of one");
  EXPECT_EQ(refusal("--- a\n+++ a\n@@ -1,2 +1 @@\n-a\n"),
            "p:3: error: the diff ends before this part does");
  EXPECT_EQ(refusal("--- a\n+++ a\n@@ -1 +1 @@\n-a\nb\n"),
            "p:5: error: this line does not belong to the part that begins in "
            "line 3");
  EXPECT_NE(refusal("--- \"a/\\303.c\"\n+++ \"b/\\303.c\"\n").find("quotes"),
            std::string::npos);
}

/// A random change, written as a diff, is undone.
TEST(PatchTest, APartWithoutLinesIsNone) {
  auto P = read("--- a/f\n+++ b/f\n@@ -4,0 +3,0 @@\n"
                "\\ No newline at end of file\n");
  EXPECT_TRUE(P.empty() || P[0].Hunks.empty());
}

TEST(PatchTest, UndoesWhateverWasDone) {
  std::mt19937 Random(3);
  for (unsigned Round = 0; Round < 500; ++Round) {
    std::string Before, After, Diff = "--- a/f\n+++ b/f\n";
    unsigned OldLine = 1, NewLine = 1;
    bool CutOff = Random() % 2; // No newline at the end.
    for (unsigned Part = 0; Part < 4; ++Part) {
      for (unsigned N = 1 + Random() % 3; N--; ++OldLine, ++NewLine) {
        Before += "same " + std::to_string(OldLine) + "\n";
        After += "same " + std::to_string(OldLine) + "\n";
      }
      unsigned Old = Random() % 3, New = Random() % 3;
      if (!Old && !New)
        continue;
      Diff +=
          ("@@ -" + llvm::Twine(Old ? OldLine : OldLine - 1) + "," +
           llvm::Twine(Old) + " +" + llvm::Twine(New ? NewLine : NewLine - 1) +
           "," + llvm::Twine(New) + " @@\n")
              .str();
      for (unsigned N = 0; N < Old; ++N, ++OldLine) {
        std::string L = "old " + std::to_string(Random() % 5) + "\n";
        Before += L;
        Diff += "-" + L;
      }
      for (unsigned N = 0; N < New; ++N, ++NewLine) {
        std::string L = "new " + std::to_string(Random() % 5) + "\n";
        After += L;
        Diff += "+" + L;
      }
    }
    if (CutOff) {
      Before += "end";
      After += "end";
    }
    auto P = read(Diff);
    EXPECT_EQ(P.empty() ? After : undone(P[0], After), Before) << Diff;
    // Whatever the bytes, they are read or refused.
    for (unsigned N = 1 + Random() % 4; N--;)
      Diff[Random() % Diff.size()] = "\n-+@ \\0,x"[Random() % 9];
    if (auto Odd = readPatch(Diff, "p"))
      for (const FilePatch &F : *Odd)
        undone(F, After);
    else
      EXPECT_NE(llvm::toString(Odd.takeError()), "");
  }
}

} // namespace

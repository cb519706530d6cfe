//===-- PathsTest.cpp - File names relative to the project ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Paths.h"
#include "gtest/gtest.h"

using namespace fearless::support;

namespace {

TEST(Paths, Normalises) {
  EXPECT_EQ(normalised("a//b/./../c/"), "a/c");
  EXPECT_EQ(normalised("./a"), "a");
  EXPECT_EQ(normalised("../a"), "../a");
  EXPECT_EQ(normalised("/../a"), "/a");
  EXPECT_EQ(normalised("a/.."), ".");
  EXPECT_EQ(normalised(""), ".");
  EXPECT_EQ(normalised("/"), "/");
}

TEST(Paths, AreRelativeToTheProject) {
  EXPECT_EQ(relativeTo("/proj", "/proj/src/a.cpp"), "src/a.cpp");
  EXPECT_EQ(relativeTo("/proj/", "/proj/build/../src/a.cpp"), "src/a.cpp");
  EXPECT_EQ(relativeTo("/proj", "/proj"), ".");
  EXPECT_EQ(relativeTo("/", "/usr/a.h"), "usr/a.h");
  EXPECT_EQ(relativeTo("/proj", "src//a.cpp"), "src/a.cpp");
}

TEST(Paths, OutsideOfTheProjectStayWhatTheyAre) {
  EXPECT_EQ(relativeTo("/proj", "/proj2/a.cpp"), "/proj2/a.cpp");
  EXPECT_EQ(relativeTo("/proj", "/usr/include/../lib/a.h"), "/usr/lib/a.h");
  EXPECT_EQ(relativeTo("/proj", "/proj/../x.h"), "/x.h");
}

TEST(Paths, BecomeAbsoluteAgain) {
  EXPECT_EQ(absoluteIn("/proj", "src/a.cpp"), "/proj/src/a.cpp");
  EXPECT_EQ(absoluteIn("/proj", "/usr/a.h"), "/usr/a.h");
  EXPECT_EQ(absoluteIn("/proj", "."), "/proj");
}

TEST(Paths, AreWithinADirectoryOrNot) {
  EXPECT_TRUE(isWithin("/proj/src/a.cpp", "/proj/"));
  EXPECT_TRUE(isWithin("/proj", "/proj"));
  EXPECT_TRUE(isWithin("src/a.cpp", "/proj"));
  EXPECT_FALSE(isWithin("/proj2/a.cpp", "/proj"));
  EXPECT_FALSE(isWithin("/proj/../x.h", "/proj"));
}

} // namespace

//===-- RemediesTest.cpp --------------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Remedies.h"

#include "gtest/gtest.h"

#include <string>

using namespace fearless;
using frontends::freeName;
using frontends::placeForName;

namespace {

/// The statement with a name in it; as it is where there is no place for one.
std::string named(std::string Statement) {
  size_t At = placeForName(Statement);
  return At == llvm::StringRef::npos ? Statement : Statement.insert(At, " g");
}

TEST(Remedies, NameStandsBehindTheType) {
  EXPECT_EQ(named("std::lock_guard<std::mutex>{mu};"),
            "std::lock_guard<std::mutex> g{mu};");
  EXPECT_EQ(named("std::lock_guard<std::mutex>(mu) ;"),
            "std::lock_guard<std::mutex> g(mu) ;");
  EXPECT_EQ(named("std::scoped_lock {a[i], f(b)};"),
            "std::scoped_lock g {a[i], f(b)};");
  EXPECT_EQ(named("Guard<std::pair<int, int *>, 3>(mu);"),
            "Guard<std::pair<int, int *>, 3> g(mu);");
}

TEST(Remedies, WhatIsNoMereObjectStays) {
  for (const char *Text :
       {"std::lock_guard<std::mutex>{mu}, ++hits;", "lock(mu).check();", "",
        "{mu};", "Guard{mu", "Guard(mu)", "Guard(mu};", "Guard /* no */ (mu);",
        "Guard(\"x\");", "a + Guard(mu);", "Guard{[] { return 1; }()};"})
    EXPECT_EQ(named(Text), Text);
}

TEST(Remedies, NameIsNew) {
  EXPECT_EQ(freeName("int guards, my_guard;"), "guard");
  EXPECT_EQ(freeName("int guard;"), "guard2");
  EXPECT_EQ(freeName("guard guard2 guard3"), "guard4");
}

TEST(Remedies, FilesThatCannotBeReadHaveNoFixes) {
  findings::Finding F;
  F.Where = {"none.cpp", 3, 1};
  F.Remedy = findings::Remedy::NameObject;
  frontends::addFixes(F, "/nowhere");
  EXPECT_TRUE(F.Fixes.empty());
}

} // namespace

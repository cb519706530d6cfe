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
using frontends::captureByCopy;
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

/// The capture list with \p Name captured by copy; as it is where that cannot be
/// told.
std::string copied(std::string List, const char *Name) {
  auto C = captureByCopy(List, Name);
  return C ? List.replace(C->At, C->Length, C->Text) : List;
}

TEST(Remedies, CaptureBecomesACopy) {
  EXPECT_EQ(copied("[&n] { f(n); }", "n"), "[n] { f(n); }");
  EXPECT_EQ(copied("[this, &n, &m] {}", "m"), "[this, &n, m] {}");
  EXPECT_EQ(copied("[ &n ] {}", "n"), "[ n ] {}");
  EXPECT_EQ(copied("[&] {}", "n"), "[&, n] {}");
  EXPECT_EQ(copied("[&, k] {}", "n"), "[&, k, n] {}");
}

TEST(Remedies, OtherCapturesStay) {
  for (const char *List :
       {"[n] {}", "[=] {}", "[] {}", "[&nn] {}", "[&m = n] {}",
        "[x = f(1), &n] {}", "[&n", "", "[& n] {}"})
    EXPECT_EQ(copied(List, "n"), List);
}

TEST(Remedies, NameIsNew) {
  EXPECT_EQ(freeName("int guards, my_guard;"), "guard");
  EXPECT_EQ(freeName("int guard;"), "guard2");
  EXPECT_EQ(freeName("guard guard2 guard3"), "guard4");
}

TEST(Remedies, FilesThatCannotBeReadHaveNoFixes) {
  findings::Finding F;
  F.Where = {"none.cpp", 3, 1};
  F.Remedy = {findings::Remedy::NameObject, F.Where};
  frontends::addFixes(F, "/nowhere");
  EXPECT_TRUE(F.Fixes.empty());
}

} // namespace

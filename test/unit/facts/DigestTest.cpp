//===-- DigestTest.cpp - Content digests of function bodies ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Digest.h"
#include "UnitText.h"

#include <set>

using namespace fearless::facts;
using fearless::test::unitFrom;

namespace {

/// The digest of the last body in \p Text.
uint64_t digestOf(llvm::StringRef Text) {
  TranslationUnit Unit = unitFrom(Text);
  if (Unit.Bodies.empty())
    return 0;
  return digestBody(Unit, Unit.Bodies.back());
}

std::string inlineFunction() {
  return R"(
body Ledger::post "src/ledger.h":15:1
  local guard : std::lock_guard "src/ledger.h":10:31
  cleanup 1 destroy %guard callee std::lock_guard::~lock_guard
  block 0 -> 1 2
    construct std::lock_guard::lock_guard(&%guard, &$0*.Ledger::mu_) src/ledger.h:10:31
    assume less(0, $1) src/ledger.h:11:7
  block 1 -> 2
    write @table[add($1, 3)].Ledger::total_ rmw src/ledger.h:12:5
    call Account::credit(&$2~1*, $1) -> call#0 unwind 1 from src/m.h:1:1 src/ledger.h:13:5
  block 2 -> exit
    return 1 src/ledger.h:14:3
)";
}

TEST(Digest, IsTheSameInTwoUnits) {
  // The second unit numbers everything otherwise.
  std::string Other = R"(
unit other.cpp c
file src/m.h
file zzz.h
record Zzz
  field z : int
record Account
record Ledger
  field more_ : int
function first
function Account::credit
global other
body first
  call second(&@x.Zzz::z)
)";
  std::string Base = "unit a.cpp\nrecord Ledger\n  field more_\n";
  uint64_t Digest = digestOf(Base + inlineFunction());
  EXPECT_NE(Digest, 0u);
  EXPECT_EQ(digestOf(Other + inlineFunction()), Digest);
}

TEST(Digest, TellsWhatDiffers) {
  std::string Body = inlineFunction();
  std::set<uint64_t> Digests{digestOf(Body)};
  const std::pair<const char *, const char *> Changes[] = {
      {"body Ledger::post", "body Ledger::get"},
      {"src/ledger.h\":15", "src/ledger.h\":16"},
      {"local guard", "local guard2"},
      {": std::lock_guard", ": std::unique_lock"},
      {"destroy %guard", "destroy %other"},
      {"callee std::lock_guard::~lock_guard", "callee std::x::~x"},
      {"block 0 -> 1 2", "block 0 -> 2 1"},
      {"Ledger::mu_", "Ledger::mu2_"},
      {"assume less", "assume less_equal"},
      {"less(0, $1)", "less(1, $1)"},
      {"write @table", "read @table"},
      {"write @table", "write @table2"},
      {"add($1, 3)", "add($1, 4)"},
      {" rmw", " rmw volatile"},
      {"Account::credit", "Account::debit"},
      {"&$2~1*", "&$2~2*"},
      {"$1) -> call#0", "$2) -> call#0"},
      {"-> call#0", "-> call#1"},
      {"unwind 1", "unwind 0"},
      {"from src/m.h:1:1", "from src/m.h:1:2"},
      {"from src/m.h:1:1", ""},
      {"src/ledger.h:13:5", "src/ledger.h:13:6"},
      {"src/ledger.h:13:5", "src/ledger.hpp:13:5"},
      {"return 1", "return 0"},
      {"return 1", "return opaque"},
  };
  for (auto [From, To] : Changes) {
    std::string Changed = Body;
    size_t At = Changed.find(From);
    ASSERT_NE(At, std::string::npos) << From;
    Changed.replace(At, std::string(From).size(), To);
    if (llvm::StringRef(From) == "local guard")
      Changed = Body.substr(0, Body.find("  local")) +
                "  local guard : std::lock_guard reference "
                "\"src/ledger.h\":10:31\n" +
                Body.substr(Body.find("  cleanup"));
    EXPECT_TRUE(Digests.insert(digestOf(Changed)).second) << From << " " << To;
  }
}

TEST(Digest, DoesNotCountItself) {
  TranslationUnit Unit = unitFrom("body f\n  call g()\nbody h\n");
  digestBodies(Unit);
  uint64_t First = Unit.Bodies[0].Digest;
  EXPECT_NE(First, 0u);
  EXPECT_NE(First, Unit.Bodies[1].Digest);
  digestBodies(Unit);
  EXPECT_EQ(Unit.Bodies[0].Digest, First);
  EXPECT_EQ(digestBody(Unit, Unit.Bodies[0]), First);
}

} // namespace

//===-- DeclaredOrderTest.cpp - Annotations and hierarchies ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Analysed.h"

using namespace fearless;
using namespace fearless::test;
using analysis::LockHierarchy;

namespace {

using Names = std::vector<std::string>;

/// Takes two locks, on lines 10 and 11.
std::string unit(const std::string &Globals, const std::string &First,
                 const std::string &Second) {
  return "unit x.c c\nfunction pthread_mutex_lock(?) system\n"
         "function pthread_mutex_unlock(?) system\n" +
         Globals +
         "body f :9:1\n  block 0 -> exit\n"
         "    call pthread_mutex_lock(&@" +
         First +
         ") -> call#1 detail 1 :10:1\n"
         "    call pthread_mutex_lock(&@" +
         Second +
         ") -> call#2 detail 2 :11:1\n"
         "    call pthread_mutex_unlock(&@" +
         Second +
         ") :12:1\n"
         "    call pthread_mutex_unlock(&@" +
         First + ") :13:1\n";
}

std::vector<LockHierarchy> list(Names Locks) {
  LockHierarchy H;
  for (unsigned Line = 1; const std::string &L : Locks)
    H.Levels.push_back({L, {"order.yaml", Line++, 1}});
  return {H};
}

const char *const Plain = "global a :1:1\nglobal b :2:1\nglobal c :3:1\n";
const Names Violation{"lock-order-declared 11"};

TEST(DeclaredOrderTest, Annotations) {
  const char *const Before =
      "global a [[acquired_before(b)]] :1:1\nglobal b :2:1\n";
  EXPECT_EQ(Analysed({unit(Before, "b", "a")}).findings(), Violation);
  EXPECT_EQ(Analysed({unit(Before, "a", "b")}).findings(), Names{});
  const char *const After =
      "global a :1:1\nglobal b [[acquired_after(a)]] :2:1\n";
  EXPECT_EQ(Analysed({unit(After, "b", "a")}).findings(), Violation);
}

TEST(DeclaredOrderTest, DeclarationsAddUp) {
  const char *const Chain = "global a [[acquired_before(b)]] :1:1\n"
                            "global b [[acquired_before(c)]] :2:1\n"
                            "global c :3:1\n";
  Analysed A({unit(Chain, "c", "a")});
  EXPECT_EQ(A.findings(), Violation);
  ASSERT_EQ(A.Result->declaredOrder().violations().size(), 1u);
  EXPECT_EQ(A.Result->declaredOrder().violations()[0].Why.size(), 2u);
}

TEST(DeclaredOrderTest, BothWaysIsNoOrder) {
  const char *const Both = "global a [[acquired_before(b)]] :1:1\n"
                           "global b [[acquired_before(a)]] :2:1\n";
  EXPECT_EQ(Analysed({unit(Both, "b", "a")}).findings(), Names{});
  EXPECT_EQ(Analysed({unit(Both, "a", "b")}).findings(), Names{});
}

TEST(DeclaredOrderTest, NamesThatMeanNothingSayNothing) {
  for (const char *Name : {"", "nobody", "\"f(a)\"", "\"a[1]\"", "\"a.b\"",
                           "\"->\"", "\"::\"", "\"a::\"", "\".\""}) {
    std::string Odd = std::string("global a [[acquired_before(") + Name +
                      ")]] :1:1\nglobal b :2:1\n";
    if (store::readText(unit(Odd, "b", "a"), "test"))
      EXPECT_EQ(Analysed({unit(Odd, "b", "a")}).findings(), Names{}) << Name;
  }
}

TEST(DeclaredOrderTest, Hierarchies) {
  auto Found = [](Names Order, const char *First, const char *Second) {
    return Analysed({unit(Plain, First, Second)}, list(std::move(Order)))
        .findings();
  };
  EXPECT_EQ(Found({"a", "b", "c"}, "c", "a"), Violation);
  EXPECT_EQ(Found({"a", "b", "c"}, "a", "c"), Names{});
  EXPECT_EQ(Found({"a", "?"}, "c", "a"), Violation);
  EXPECT_EQ(Found({"*"}, "c", "a"), Names{}); // One level has no order.
  EXPECT_EQ(Found({"b", "a"}, "c", "a"), Names{});
}

TEST(DeclaredOrderTest, NamesThatAreNotThereAreTold) {
  Analysed A({unit(Plain, "a", "b")}, list({"a", "lost", "g.mu", "no*"}));
  auto Unknown = A.Result->declaredOrder().unknown();
  ASSERT_EQ(Unknown.size(), 1u);
  EXPECT_EQ(Unknown[0].Lock, "lost");
  EXPECT_EQ(Unknown[0].Where.Line, 2u);
}

/// Declared in a hierarchy and in the source: one relation.
TEST(DeclaredOrderTest, BothKindsAddUp) {
  const char *const Before = "global a [[acquired_before(b)]] :1:1\n"
                             "global b :2:1\nglobal c :3:1\n";
  EXPECT_EQ(Analysed({unit(Before, "c", "a")}, list({"b", "c"})).findings(),
            Violation);
}

/// The lock between two that are nested is never taken itself.
TEST(DeclaredOrderTest, HierarchiesAddUp) {
  std::vector<LockHierarchy> Two = list({"a", "b"});
  Two.push_back(list({"b", "c"}).front());
  EXPECT_EQ(Analysed({unit(Plain, "c", "a")}, Two).findings(), Violation);
  EXPECT_EQ(Analysed({unit(Plain, "a", "c")}, Two).findings(), Names{});
}

} // namespace

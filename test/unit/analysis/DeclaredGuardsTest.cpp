//===-- DeclaredGuardsTest.cpp - Attributes on text facts -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Analysed.h"

using namespace fearless;
using namespace fearless::test;

namespace {

using Names = std::vector<std::string>;

const char *const Header = R"(
unit src/a.cpp
record Mutex complete [[capability(mutex)]]
record Node complete
  field mu : Mutex :2:3
  field n : int [[guarded_by(mu)]] :3:3
  field next : Node *
  field p : int * [[pt_guarded_by("next->mu")]] :4:3
global g_mu : Mutex :5:1
global g : int [[guarded_by(g_mu)]] :6:1
function Mutex::lock method [[acquire]]
function Mutex::unlock method [[release]]
function Mutex::try_lock -> bool method [[try_acquire]]
function need(Node * node) [[requires("node->mu")]]
function avoid [[excludes(g_mu)]]
)";

/// What a body of facts is told.
Names told(const std::string &Body) {
  return Analysed({Header + Body}).findings();
}

TEST(DeclaredGuardsTest, GuardOfAVariable) {
  EXPECT_EQ(told(R"(
body f :9:1
  block 0 -> exit
    write @g :1:1
    call Mutex::lock(&@g_mu) :2:1
    write @g :3:1
    call Mutex::unlock(&@g_mu) :4:1
    read @g :5:1
)"),
            (Names{"guarded-by 1", "guarded-by 5"}));
}

TEST(DeclaredGuardsTest, GuardsAreRelativeToTheObject) {
  EXPECT_EQ(told(R"(
function f(Node * a, Node * b)
body f :9:1
  block 0 -> exit
    call Mutex::lock(&$a*.Node::mu) :1:1
    write $a*.Node::n :2:1
    write $b*.Node::n :3:1
    call Mutex::unlock(&$a*.Node::mu) :4:1
    call Mutex::lock(&$b*.Node::next*.Node::mu) :5:1
    write $b*.Node::p* :6:1
    write $a*.Node::p* :7:1
    call Mutex::unlock(&$b*.Node::next*.Node::mu) :8:1
)"),
            (Names{"guarded-by 3", "guarded-by 7"}));
}

TEST(DeclaredGuardsTest, ArgumentsStandForParameters) {
  EXPECT_EQ(told(R"(
function f(Node * a, Node * b)
body f :9:1
  block 0 -> exit
    call Mutex::lock(&$a*.Node::mu) :1:1
    call need($a) :2:1
    call need($b) :3:1
    call avoid() :4:1
    call Mutex::unlock(&$a*.Node::mu) :5:1
    call Mutex::lock(&@g_mu) :6:1
    call avoid() :7:1
    call Mutex::unlock(&@g_mu) :8:1
)"),
            (Names{"requires-not-held 3", "excludes-held 7"}));
}

const char *const Helper = R"(
function helper(Node * node)
body helper :9:1
  block 0 -> exit
    write $node*.Node::n :1:1
function holds(Node * a)
body holds :19:1
  block 0 -> exit
    call Mutex::lock(&$a*.Node::mu) :11:1
    call helper($a) :12:1
    call Mutex::unlock(&$a*.Node::mu) :13:1
)";

TEST(DeclaredGuardsTest, CallersHoldIt) {
  EXPECT_EQ(told(Helper), Names{});
  EXPECT_EQ(told(std::string(Helper) + R"(
function forgets(Node * a)
body forgets :29:1
  block 0 -> exit
    call helper($a) :21:1
)"),
            Names{"guarded-by 1"});
}

TEST(DeclaredGuardsTest, ResultTellsWhetherItIsHeld) {
  EXPECT_EQ(told(R"(
body f :9:1
  block 0 -> 1 2
    call Mutex::try_lock(&@g_mu) -> call#0 :1:1
    assume call#0 :1:1
  block 1 -> exit
    write @g :2:1
    call Mutex::unlock(&@g_mu) :3:1
  block 2 -> exit
    write @g :4:1
)"),
            Names{"guarded-by 4"});
}

TEST(DeclaredGuardsTest, EndsSayWhatTheyDo) {
  EXPECT_EQ(told(R"(
body f :9:1
  block 0 -> exit
    call Mutex::lock(&@g_mu) :1:1
function taker [[acquire(g_mu)]]
body taker :19:1
  block 0 -> exit
function giver
body giver :29:1
  block 0 -> exit
    call Mutex::unlock(&@g_mu) :21:1
)"),
            (Names{"lock-leak 9", "unlock-not-held 19", "unlock-not-held 21"}));
}

TEST(DeclaredGuardsTest, WhatMeansNothingSaysNothing) {
  for (const char *Odd :
       {"\"\"", "nobody", "\"a[\"", "\"f(\"", "\"->\"", "\"::\"", "\"a.b.c\"",
        "\"((((x\"", "\"<\"", "\"!\"", "\"&&&&&&&&&&&&&&&&&&&&x\""}) {
    std::string Unit = std::string("unit a.cpp\nglobal g : int [[guarded_by(") +
                       Odd +
                       ")]] :1:1\nbody f :9:1\n  block 0 -> exit\n"
                       "    write @g :2:1\n";
    if (store::readText(Unit, "test"))
      EXPECT_EQ(Analysed({Unit}).findings(), Names{}) << Odd;
  }
}

/// Facts may say anything of bases: each class is looked at once.
TEST(DeclaredGuardsTest, NamesAreLookedForInAnyHierarchy) {
  std::string Text = R"(
unit src/a.cpp
record Mutex complete [[capability(mutex)]]
record Top complete
  field mu : Mutex :2:3
record Ring complete
  base Ring
  base Ring
  base Ring
  field n : int [[guarded_by(nowhere)]] [[guarded_by("this->none")]] :3:3
  field order : Mutex [[acquired_after(nowhere)]] :4:3
record C0 complete
  base Top
)";
  for (unsigned I = 1; I <= 40; ++I) {
    std::string Base = "  base C" + std::to_string(I - 1) + "\n";
    Text += "record C" + std::to_string(I) + " complete\n" + Base + Base;
  }
  Text += R"(
record Bottom complete
  base C40
  field n : int [[guarded_by(mu)]] :5:3
  field m : int [[guarded_by(nowhere)]] :6:3
function f(Bottom * b, Ring * r)
body f :9:1
  block 0 -> exit
    write $b*.Bottom::n :1:1
    write $b*.Bottom::m :2:1
    write $r*.Ring::n :3:1
)";
  EXPECT_EQ(Analysed({Text}).findings(), Names{"guarded-by 1"});
}

} // namespace

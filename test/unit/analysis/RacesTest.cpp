//===-- RacesTest.cpp - Which object, who knows it, and when --------------===//
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

const char *const Header = R"(unit a.c c
function pthread_mutex_lock(?) system
function pthread_mutex_unlock(?) system
function pthread_create(?, ?, ?, ?) system
function pthread_join(?, ?) system
function malloc(?) system
record job :1:1
  field n : int :2:1
  field mu : pthread_mutex_t :2:5
  field next : job * :2:9
global shared : job :3:1
global known : job * :4:1
function run(void * arg) -> void * :10:1
function start(job * j) -> void :20:1
function main() -> int main :30:1
)";

/// A thread that writes the first field of what it gets. The one that gave it
/// that, and goes on with it in line 41, is told of.
const char *const Run = R"(
body run :12:1
  block 0 -> exit
    write $arg*.job::n :11:1
    return 0 :12:1
)";

std::string mainWith(const std::string &Facts) {
  return std::string(Header) + Run +
         "body main :59:1\n  local t : long address_taken :31:1\n"
         "  local own : job address_taken :32:1\n"
         "  local p : job * :33:1\n  block 0 -> exit\n" +
         Facts + "    return 0 :59:1\n";
}

std::string created(unsigned Line, const std::string &Argument) {
  return "    call pthread_create(&%t, 0, fn run, " + Argument + ") -> call#" +
         std::to_string(Line) + " detail " + std::to_string(Line) + " :" +
         std::to_string(Line) + ":1\n";
}

std::string joined(unsigned Line) {
  return "    call pthread_join(%t, 0) detail " + std::to_string(Line) + " :" +
         std::to_string(Line) + ":1\n";
}

std::string found(const std::string &Main) {
  Names All = Analysed({mainWith(Main)}).findings();
  return All.empty() ? "" : All[0];
}

TEST(RacesTest, ALocalByItsAddress) {
  EXPECT_EQ(found(created(40, "&%own") + "    write %own.job::n :41:1\n" +
                  joined(42)),
            "data-race 41");
  EXPECT_EQ(found("    write %own.job::n :39:1\n" + created(40, "&%own") +
                  joined(42) + "    write %own.job::n :43:1\n"),
            "");
}

TEST(RacesTest, AnotherFieldIsAnotherLocation) {
  EXPECT_EQ(found(created(40, "&%own") + "    write %own.job::next :41:1\n" +
                  joined(42)),
            "");
}

TEST(RacesTest, AnotherObjectIsAnotherLocation) {
  EXPECT_EQ(found(created(40, "&%own") + "    write @shared.job::n :41:1\n" +
                  joined(42)),
            "");
}

TEST(RacesTest, MemoryFromTheHeapHasTheNameOfItsMaker) {
  const std::string Made = "    call malloc(64) -> call#1 detail 1 :38:1\n"
                           "    assign %p = call#1 detail 1 :38:2\n";
  EXPECT_EQ(found(Made + created(40, "%p~1") + "    write %p~1*.job::n :41:1\n" +
                  joined(42)),
            "data-race 41");
  EXPECT_EQ(found(Made + "    call malloc(64) -> call#2 detail 2 :39:1\n" +
                  created(40, "call#2") + "    write %p~1*.job::n :41:1\n" +
                  joined(42)),
            "");
}

TEST(RacesTest, WhatIsInAGlobalIsFoundThere) {
  const std::string Made = "    call malloc(64) -> call#1 detail 1 :38:1\n"
                           "    write @known :38:3\n"
                           "    assign @known = call#1 detail 1 :38:3\n";
  EXPECT_EQ(found(Made + created(40, "@known~1") +
                  "    read @known :41:1\n    write @known~1*.job::n :41:1\n" +
                  joined(42)),
            "data-race 41");
}

} // namespace

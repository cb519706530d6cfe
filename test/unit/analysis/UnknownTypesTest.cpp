//===-- UnknownTypesTest.cpp - Parameters and fields of unknown type ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Any type may be left out of facts; nobody looks into the tables for it then.
//
//===----------------------------------------------------------------------===//

#include "Analysed.h"

using namespace fearless;

namespace {

TEST(UnknownTypes, OfParametersAndFields) {
  test::Analysed A({R"(
unit a.cpp
record Part
  field owner
record Owner
  field part : Part
  field handler : std::function
function Owner::Owner(?) constructor
function std::function::function(?) constructor
function use(?, ?)
function f(?) -> ?
body Owner::Owner
  block 0 -> exit
    assign $this*.Owner::part.Part::owner = $this
    construct std::function::function(&$this*.Owner::handler, fn f)
body f
  local o : Owner
  local p : std::unique_ptr
  block 0 -> exit
    construct Owner::Owner(&%o, &%p)
    call use(&%p, object %p)
    call f(fn f) -> call#0
    return fn f
function main() -> int main
body main
  block 0 -> exit
    call f(0)
)"});
  EXPECT_TRUE(bool(A.body("f")));
}

} // namespace

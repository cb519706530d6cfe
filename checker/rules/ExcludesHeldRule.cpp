//===-- ExcludesHeldRule.cpp - excludes-held ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/DeclaredStory.h"
#include "rules/Rules.h"

using namespace fearless;
using namespace fearless::rules;
using analysis::DeclaredIssue;

static void check(const analysis::Analysis &A, Findings &Out) {
  tellDeclared(A, Out, {DeclaredIssue::ExcludesHeld});
}

Rule rules::excludesHeldRule() {
  return {"excludes-held",
          "A function is called with a lock held that it excludes",
          findings::Tier::High, true, check};
}

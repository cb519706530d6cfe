//===-- DeclaredStory.h - Findings about declared capabilities ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What breaks an attribute, told: which data or function, which lock, where the
// attribute stands, what to do. Shared by the rules whose findings they are.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_DECLAREDSTORY_H
#define FEARLESS_RULES_DECLAREDSTORY_H

#include "rules/RuleTable.h"

#include <initializer_list>

namespace fearless::rules {

/// Adds the findings of \p Kinds to \p Out, except where \p Out has one at the
/// same place already: that tells more.
void tellDeclared(const analysis::Analysis &A, Findings &Out,
                  std::initializer_list<analysis::DeclaredIssue::Kind> Kinds);

} // namespace fearless::rules

#endif

//===-- RulePages.h - The documentation of each rule, built in ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// docs/rules/*.md become part of the tool, so that `fearless explain` needs no
// files beside it.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_RULEPAGES_H
#define FEARLESS_FRONTENDS_CLI_RULEPAGES_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace fearless::cli {

struct RulePage {
  llvm::StringLiteral Rule;                   ///< "lock-order"
  llvm::ArrayRef<llvm::StringLiteral> Pieces; ///< Of the text, in order.
};

/// In order of name.
llvm::ArrayRef<RulePage> rulePages();

} // namespace fearless::cli

#endif

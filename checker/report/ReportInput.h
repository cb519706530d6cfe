//===-- ReportInput.h - What a report for machines tells ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_REPORT_REPORTINPUT_H
#define FEARLESS_REPORT_REPORTINPUT_H

#include "findings/Baseline.h"
#include "findings/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <utility>
#include <vector>

namespace fearless::report {

struct RuleInfo {
  std::string Id; ///< Without "fearless-".
  std::string Title;
  findings::Tier Tier = findings::Tier::High;
  std::string Page; ///< Markdown.
};

struct ReportInput {
  llvm::StringRef ToolVersion;
  std::vector<RuleInfo> Rules; ///< All, in order of id.
  /// In canonical order, however they stand.
  llvm::ArrayRef<findings::Finding> Findings;
  /// Of the baseline: what is not found any more.
  llvm::ArrayRef<findings::BaselineEntry> Fixed;
  bool HasBaseline = false;
  bool Complete = true; ///< Every file was analysed.
  /// Counts, by name: "translationUnits".
  std::vector<std::pair<llvm::StringRef, uint64_t>> Coverage;
};

/// "high", "medium", "strict".
llvm::StringRef name(findings::Tier Tier);
/// "open", "suppressed", "baselined".
llvm::StringRef name(findings::Standing Standing);

} // namespace fearless::report

#endif

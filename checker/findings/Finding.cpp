//===-- Finding.cpp - Canonical order of findings -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Finding.h"

#include "findings/Fingerprint.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace fearless::findings;

bool fearless::findings::canonicalLess(const Finding &A, const Finding &B) {
  return std::tie(A.Where, A.Rule, A.Message, A.Notes, A.Key) <
         std::tie(B.Where, B.Rule, B.Message, B.Notes, B.Key);
}

void fearless::findings::canonicalise(std::vector<Finding> &Findings) {
  // Of findings that repeat each other the most certain one stays.
  std::sort(Findings.begin(), Findings.end(),
            [](const Finding &A, const Finding &B) {
              return A.Tier != B.Tier ? A.Tier < B.Tier : canonicalLess(A, B);
            });
  // Files have statics of one name.
  std::set<std::tuple<std::string, std::string, std::string>> Seen;
  std::erase_if(Findings, [&](const Finding &F) {
    return !Seen.emplace(F.Rule, F.Where.File, F.Key).second;
  });
  std::sort(Findings.begin(), Findings.end(), canonicalLess);
  setFingerprints(Findings);
}

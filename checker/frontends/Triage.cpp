//===-- Triage.cpp - Which findings are news ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Triage.h"

#include "rules/RuleTable.h"
#include "support/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace fearless::frontends {

namespace {

std::vector<StringRef> ruleIds() {
  std::vector<StringRef> Ids;
  for (const rules::Rule &R : rules::allRules())
    Ids.push_back(R.Id);
  return Ids;
}

/// Adds the comments of one file.
void readFile(vfs::FileSystem &On, StringRef ProjectRoot,
              const std::string &File, Triage &To) {
  auto Buffer = On.getBufferForFile(support::absoluteIn(ProjectRoot, File));
  if (!Buffer)
    return;
  StringRef Text = (*Buffer)->getBuffer();
  if (!Text.contains("fearless:") && !Text.contains("NOLINT"))
    return;
  static const std::vector<StringRef> Ids = ruleIds();
  findings::Suppressions Found = findings::readSuppressions(Text, Ids);
  for (findings::Suppression &S : Found.All)
    To.Allowances.push_back({File, std::move(S)});
  for (findings::SuppressionProblem &P : Found.Problems)
    To.Problems.push_back({{File, P.Line, P.Column}, std::move(P.What)});
}

} // namespace

Triage triage(MutableArrayRef<findings::Finding> Findings,
              StringRef ProjectRoot, ArrayRef<std::string> Files,
              const findings::Baseline &Known, vfs::FileSystem &On) {
  Triage Result;
  StringMap<std::pair<size_t, size_t>> OfFile; // Ranges of Allowances.
  for (const std::string &File : Files) {
    size_t Begin = Result.Allowances.size();
    readFile(On, ProjectRoot, File, Result);
    OfFile[File] = {Begin, Result.Allowances.size()};
  }
  StringSet<> Seen;
  for (findings::Finding &F : Findings) {
    Seen.insert(F.Fingerprint);
    F.Standing = Known.contains(F.Fingerprint) ? findings::Standing::Baselined
                                               : findings::Standing::Open;
    auto [Begin, End] = OfFile.lookup(F.Where.File);
    for (size_t I = Begin; I < End; ++I) {
      Allowance &A = Result.Allowances[I];
      if (!A.Comment.covers(F.Where.Line, F.Rule))
        continue;
      ++A.Uses;
      F.Standing = findings::Standing::Suppressed;
      F.Reason = A.Comment.Nolint ? "NOLINT" : A.Comment.Reason;
    }
  }
  for (const findings::BaselineEntry &E : Known.entries())
    if (!Seen.contains(E.Fingerprint))
      Result.Fixed.push_back(E);
  return Result;
}

} // namespace fearless::frontends

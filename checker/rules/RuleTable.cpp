//===-- RuleTable.cpp - All rules, and how they are run -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/RuleTable.h"

#include "rules/LockGraph.h"
#include "rules/Rules.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace fearless;
using namespace fearless::rules;

llvm::ArrayRef<Rule> rules::allRules() {
  static const Rule Table[] = {
      atomicityRule(),
      borrowOutlivesRule(),
      dataRaceRule(),
      discardedFutureRule(),
      doubleCheckedLockingRule(),
      doubleLockRule(),
      excludesHeldRule(),
      guardedByRule(),
      guardedEscapeRule(),
      inconsistentGuardRule(),
      lockLeakRule(),
      lockOrderRule(),
      lockOrderDeclaredRule(),
      lockOrderSameClassRule(),
      markerContradictionRule(),
      mtUnsafeCallRule(),
      notSendRule(),
      notSyncRule(),
      refcountSharedRule(),
      relaxedPublicationRule(),
      requiresNotHeldRule(),
      sharedPtrRaceRule(),
      threadBoundRule(),
      threadNotJoinedRule(),
      unlockNotHeldRule(),
      unnamedGuardRule(),
      useAfterSendRule(),
      volatileSyncRule(),
      writeUnderSharedRule(),
  };
  return Table;
}

const Rule *rules::findRule(llvm::StringRef Id) {
  Id.consume_front("fearless-");
  for (const Rule &R : allRules())
    if (R.Id == Id)
      return &R;
  return nullptr;
}

static Coverage coverageOf(const analysis::Analysis &A) {
  Coverage C;
  C.TranslationUnits = A.program().unitCount();
  C.Functions = A.program().bodies().size();
  for (const link::Body &B : A.program().bodies())
    C.Facts += B.FactCount;
  C.Calls = A.graph().counters().Calls;
  C.UnresolvedCallees = A.graph().counters().Unresolved;
  C.LockOperations = A.counters().LockOperations;
  C.UnresolvedLocks = A.counters().UnknownLocks;
  C.Cuts = A.counters().Cuts + A.graph().counters().Cut;
  return C;
}

/// Takes out findings of what a more specific rule has explained.
static void yield(Findings &All) {
  llvm::StringMap<llvm::StringSet<>> Explained; // By rule.
  for (const findings::Finding &F : All)
    for (const std::string &Subject : F.Subjects)
      Explained[F.Rule].insert(Subject);
  llvm::erase_if(All, [&](const findings::Finding &F) {
    return llvm::any_of(findRule(F.Rule)->YieldsTo, [&](llvm::StringRef R) {
      auto It = Explained.find(R);
      return It != Explained.end() &&
             llvm::any_of(F.Subjects, [&](const std::string &Subject) {
               return It->second.contains(Subject);
             });
    });
  });
}

Report rules::run(const link::Program &Program, const models::Catalogue &Models,
                  const Options &Options) {
  return run(analysis::Analysis(Program, Models, Options.Hierarchies), Options);
}

Report rules::run(const analysis::Analysis &A, const Options &Options) {
  const link::Program &Program = A.program();
  Report Result;
  for (const Rule &R : allRules()) {
    if (llvm::is_contained(Options.Off, R.Id))
      continue;
    Findings Mine;
    R.Check(A, Mine);
    if (Options.Strict && R.CheckStrictly)
      R.CheckStrictly(A, Mine);
    for (findings::Finding &F : Mine) {
      F.Rule = R.Id.str();
      F.Stable |= R.Stable;
      if (F.Stable || !Options.StableOnly)
        Result.All.push_back(std::move(F));
    }
  }
  yield(Result.All);
  llvm::for_each(Result.All, findings::tellMacros);
  findings::canonicalise(Result.All);
  Result.Coverage = coverageOf(A);
  Result.Work = A.counters();
  Result.LockGraphDot = lockGraphDot(A);
  Result.UnknownLevels = A.declaredOrder().unknown();
  for (auto [F, N] : A.graph().unmodelled())
    Result.Unmodelled.push_back({Program.function(F).Qualified, N});
  llvm::sort(Result.Unmodelled, [](const auto &X, const auto &Y) {
    return std::tie(Y.second, X.first) < std::tie(X.second, Y.first);
  });
  return Result;
}

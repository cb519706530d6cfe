//===-- Rules.h - The rules, one function each ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each is defined in the file of its name.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_RULES_H
#define FEARLESS_RULES_RULES_H

#include "rules/RuleTable.h"

namespace fearless::rules {

Rule atomicityRule();
Rule borrowOutlivesRule();
Rule dataRaceRule();
Rule discardedFutureRule();
Rule doubleCheckedLockingRule();
Rule doubleLockRule();
Rule excludesHeldRule();
Rule guardedByRule();
Rule guardedEscapeRule();
Rule inconsistentGuardRule();
Rule lockLeakRule();
Rule lockOrderDeclaredRule();
Rule lockOrderRule();
Rule lockOrderSameClassRule();
Rule markerContradictionRule();
Rule mtUnsafeCallRule();
Rule notSendRule();
Rule notSyncRule();
Rule refcountSharedRule();
Rule relaxedPublicationRule();
Rule requiresNotHeldRule();
Rule sharedPtrRaceRule();
Rule threadBoundRule();
Rule threadNotJoinedRule();
Rule unlockNotHeldRule();
Rule unnamedGuardRule();
Rule useAfterSendRule();
Rule volatileSyncRule();
Rule writeUnderSharedRule();

} // namespace fearless::rules

#endif

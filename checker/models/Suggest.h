//===-- Suggest.h - Which names sound like threads and locks --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Guesses from names alone, used by `fearless models --suggest` and nothing
// else: what a program uses and no model describes, in the order in which it is
// worth a row. No rule may depend on them.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_SUGGEST_H
#define FEARLESS_MODELS_SUGGEST_H

#include "llvm/ADT/StringRef.h"

namespace fearless::models {

/// All take qualified names. The last component decides, its words told apart
/// by case and underscores: SpinLock, spin_lock, SPINLOCK; but not Clock,
/// Block, unlocked or deadlock_detector.

/// "folly::SharedMutex", "SpinLock", "CRITICAL_SECTION".
bool looksLikeLock(llvm::StringRef QualifiedType);
/// "MutexLocker", "AutoLock", "ScopedLock", "LockGuard".
bool looksLikeGuard(llvm::StringRef QualifiedType);
/// "Pool::submit", "startThread", "pthread_create_np", "QtConcurrent::run".
bool looksLikeThreadStarter(llvm::StringRef QualifiedFunction);

} // namespace fearless::models

#endif

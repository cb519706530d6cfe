//===-- SuggestTest.cpp - Names that sound like threads and locks ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "models/Suggest.h"

#include "gtest/gtest.h"

using namespace fearless::models;

namespace {

TEST(Suggest, Locks) {
  for (const char *Name :
       {"folly::SharedMutex", "SpinLock", "spin_lock", "SPINLOCK", "RWLock",
        "CRITICAL_SECTION", "my::RecursiveMutex", "port::Mutex", "rw_lock_t",
        "srw_lock", "TicketSpinLock", "Monitor"})
    EXPECT_TRUE(looksLikeLock(Name)) << Name;
  for (const char *Name : {"Clock", "Block", "DeadlockDetector", "LockStats",
                           "mutex_attr", "Flock", "Lockable_error", "Unlocked",
                           "MutexGuard", "LockFreeQueue", "Ledger"})
    EXPECT_FALSE(looksLikeLock(Name)) << Name;
}

TEST(Suggest, Guards) {
  for (const char *Name :
       {"QMutexLocker", "AutoLock", "ScopedLock", "LockGuard", "MutexLock",
        "lock_guard", "leveldb::MutexLock", "ScopedSpinLock", "LockHolder"})
    EXPECT_TRUE(looksLikeGuard(Name)) << Name;
  for (const char *Name : {"Mutex", "Lock", "ScopeGuard", "AutoPtr", "Locket",
                           "SpinLock", "Safeguard"})
    EXPECT_FALSE(looksLikeGuard(Name)) << Name;
}

TEST(Suggest, ThreadStarters) {
  for (const char *Name :
       {"Pool::submit", "startThread", "StartThread", "create_worker",
        "ThreadPool::schedule", "Executor::post", "QtConcurrent::run",
        "leveldb::Env::StartThread", "spawn"})
    EXPECT_TRUE(looksLikeThreadStarter(Name)) << Name;
  for (const char *Name : {"Server::start", "threadCount", "run", "postpone",
                           "startup", "Ledger::post"})
    EXPECT_FALSE(looksLikeThreadStarter(Name)) << Name;
}

} // namespace

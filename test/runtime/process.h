//===-- process.h - Statics that another file uses before main ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_PROCESS_H
#define FEARLESS_TEST_PROCESS_H

#include "fearless/atomic.h"
#include "fearless/condvar.h"
#include "fearless/event.h"
#include "fearless/lazy.h"
#include "fearless/mutex.h"
#include "fearless/rwlock.h"

/// All constant-initialised, in process_statics.cpp.
struct Statics {
  fearless::Mutex<int> mutex;
  fearless::RwLock<int> rwlock;
  fearless::Condvar condvar;
  fearless::Event event;
  fearless::Atomic<int> atomic{0};
  fearless::LazyLock<int> lazy{[] { return 5; }};
};
extern Statics statics;

#endif

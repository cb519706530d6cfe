//===-- fearless.h - All of the runtime -----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every header but those that bind another program (python.h). To compile less,
// include what you use.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FEARLESS_H
#define FEARLESS_FEARLESS_H

#include "fearless/annotations.h"
#include "fearless/arc.h"
#include "fearless/atomic.h"
#include "fearless/channel.h"
#include "fearless/condvar.h"
#include "fearless/event.h"
#include "fearless/interpreter.h"
#include "fearless/lazy.h"
#include "fearless/mutex.h"
#include "fearless/parallel.h"
#include "fearless/poison.h"
#include "fearless/rc.h"
#include "fearless/rwlock.h"
#include "fearless/scope.h"
#include "fearless/send.h"
#include "fearless/thread.h"
#include "fearless/thread_local.h"
#include "fearless/thread_pool.h"
#include "fearless/with_all.h"

#endif

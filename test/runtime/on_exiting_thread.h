//===-- on_exiting_thread.h - Threads that end by pthread_exit ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_ON_EXITING_THREAD_H
#define FEARLESS_TEST_ON_EXITING_THREAD_H

#include <gtest/gtest.h>

#include <pthread.h>

/// Runs it on a thread that does not return from it, and waits for that.
template <class F> void on_thread_that_exits(F work) {
  pthread_t thread;
  const auto run = [](void *work) -> void * {
    (*static_cast<F *>(work))();
    pthread_exit(nullptr);
  };
  EXPECT_EQ(pthread_create(&thread, nullptr, run, &work), 0);
  EXPECT_EQ(pthread_join(thread, nullptr), 0);
}

#endif

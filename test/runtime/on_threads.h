//===-- on_threads.h - Several threads that do the same -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_ON_THREADS_H
#define FEARLESS_TEST_ON_THREADS_H

#include <thread>
#include <vector>

/// Calls f(0), f(1), … each on a thread of its own, and waits for all.
template <class F> void on_threads(int count, F f) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < count; ++i)
    threads.emplace_back([&f, i] { f(i); });
}

#endif

//===-- threads.cpp - spawn -----------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "operations.h"
#include "peers.h"

#include "fearless/thread.h"

#include <future>
#include <thread>

#if defined(HAS_BOOST)
#include <boost/thread/thread.hpp>
#endif

namespace {

template <class Once> void add_spawn(const char *peer, Once once) {
  compare((std::string("spawn + join/") + peer).c_str(),
          [once](uint64_t n) {
            for (uint64_t i = 0; i < n; ++i)
              once(i);
          },
          10)
      ->UseRealTime();
}

} // namespace

void thread_benchmarks() {
  add_spawn("fearless spawn", [](uint64_t i) {
    benchmark::DoNotOptimize(fearless::spawn([i] { return i; }).join());
  });
  add_spawn("std::thread, no result", [](uint64_t i) {
    std::thread([i] { benchmark::DoNotOptimize(i); }).join();
  });
  add_spawn("std::async", [](uint64_t i) {
    benchmark::DoNotOptimize(
        std::async(std::launch::async, [i] { return i; }).get());
  });
#if defined(HAS_BOOST)
  add_spawn("boost::thread, no result", [](uint64_t i) {
    boost::thread([i] { benchmark::DoNotOptimize(i); }).join();
  });
#endif
#if defined(HAS_RUST)
  compare("spawn + join/Rust thread::spawn", rust_spawn, 10)->UseRealTime();
#endif
}

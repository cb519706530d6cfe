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
#include <string>
#include <thread>

#if defined(__linux__)
#include <sched.h>
#endif

#if defined(HAS_BOOST)
#include <boost/thread/thread.hpp>
#endif

namespace {

/// While one lives, this thread and those that it starts run on one processor.
/// How long another one takes to wake makes more of a difference than all that
/// the peers do: they make the same calls of the system.
class OneProcessor {
public:
#if defined(__linux__)
  OneProcessor() {
    sched_getaffinity(0, sizeof before_, &before_);
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    sched_setaffinity(0, sizeof one, &one);
  }
  ~OneProcessor() { sched_setaffinity(0, sizeof before_, &before_); }
  OneProcessor(const OneProcessor &) = delete;

private:
  cpu_set_t before_;
#endif
};

template <class Repeat> void add(const char *peer, Repeat repeat) {
  compare((std::string("spawn + join/") + peer).c_str(),
          [repeat](uint64_t n) {
            const OneProcessor here;
            repeat(n);
          },
          100)
      ->UseRealTime();
}

template <class Once> void add_spawn(const char *peer, Once once) {
  add(peer, [once](uint64_t n) {
    for (uint64_t i = 0; i < n; ++i)
      once(i);
  });
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
  add("Rust thread::spawn", rust_spawn);
#endif
}

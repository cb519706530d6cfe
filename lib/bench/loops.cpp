//===-- loops.cpp - par_for_each ------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "operations.h"
#include "peers.h"

#include "fearless/parallel.h"
#include "fearless/thread_pool.h"

#include <vector>

#if defined(HAS_TBB)
#include <algorithm>
#include <execution>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#endif

namespace {

constexpr std::size_t count = 100'000;

std::vector<uint64_t> &items() {
  static std::vector<uint64_t> all(count);
  return all;
}

/// An object, so that all call it without a pointer.
constexpr auto step = [](uint64_t &item) {
  benchmark::DoNotOptimize(item);
  item += 1;
};

/// The processor time of all threads, per item.
template <class Loop> void add_loop(const char *peer, Loop loop) {
  compare((std::string("par_for_each, CPU per item/") + peer).c_str(),
          [loop](uint64_t) { loop(items()); }, count)
      ->MeasureProcessCPUTime();
}

} // namespace

void loop_benchmarks() {
  add_loop("fearless par_for_each", [](std::vector<uint64_t> &all) {
    static const fearless::ThreadPool pool;
    fearless::par_for_each(pool, all, step);
  });
  add_loop("(one thread)", [](std::vector<uint64_t> &all) {
    for (uint64_t &item : all)
      step(item);
  });
#if defined(HAS_TBB)
  add_loop("tbb::parallel_for", [](std::vector<uint64_t> &all) {
    tbb::parallel_for(tbb::blocked_range(all.begin(), all.end()),
                      [](const auto &range) {
                        for (uint64_t &item : range)
                          step(item);
                      });
  });
  add_loop("std::for_each(par)", [](std::vector<uint64_t> &all) {
    std::for_each(std::execution::par, all.begin(), all.end(), step);
  });
#endif
#if defined(HAS_CRATES)
  add_loop("rayon", [](std::vector<uint64_t> &all) {
    rayon_for_each(all.data(), all.size());
  });
#endif
}

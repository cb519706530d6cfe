//===-- peers.h - What the benchmarks of all operations share -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A benchmark is called OPERATION/PEER, and run.py compares the peers of an
// operation. All have one form: a function that does the operation n times.
// So a call into Rust counts once for a thousand operations.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_BENCH_PEERS_H
#define FEARLESS_BENCH_PEERS_H

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>

using std::uint64_t;

/// Does the operation n times for each time that Google Benchmark asks.
template <class Repeat>
auto *compare(const char *name, Repeat repeat, uint64_t batch = 1000) {
  return benchmark::RegisterBenchmark(
      name, [repeat, batch](benchmark::State &state) {
        while (state.KeepRunningBatch(static_cast<std::int64_t>(batch)))
          repeat(batch);
      });
}

/// … alone, and in two and four threads at once, which contend.
template <class Repeat>
void compare_contended(const std::string &operation, const std::string &peer,
                       Repeat repeat) {
  compare((operation + "/" + peer).c_str(), repeat);
  for (int threads : {2, 4})
    compare((operation + ", " + std::to_string(threads) + " threads/" + peer)
                .c_str(),
            repeat)
        ->Threads(threads)
        ->UseRealTime();
}

#if defined(HAS_RUST)
extern "C" {
void rust_mutex(uint64_t n);
void rust_rwlock_read(uint64_t n);
void rust_rwlock_write(uint64_t n);
void rust_arc_clone(uint64_t n);
void rust_arc_make(uint64_t n);
void rust_once(uint64_t n);
void rust_spawn(uint64_t n);
void rust_channel(uint64_t n);
void rust_channel_bounded(uint64_t n);
void rust_channel_threads(uint64_t n, uint64_t senders);
#if defined(HAS_CRATES)
void parking_lot_mutex(uint64_t n);
void parking_lot_rwlock_read(uint64_t n);
void parking_lot_rwlock_write(uint64_t n);
void crossbeam_channel(uint64_t n);
void crossbeam_channel_bounded(uint64_t n);
void crossbeam_channel_threads(uint64_t n, uint64_t senders);
void rayon_for_each(uint64_t *items, std::size_t n);
#endif
}
#endif

#endif

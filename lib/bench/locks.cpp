//===-- locks.cpp - Mutex and RwLock --------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "operations.h"
#include "peers.h"

#include "fearless/mutex.h"
#include "fearless/rwlock.h"

#include <mutex>
#include <shared_mutex>
#include <utility>

#if defined(HAS_ABSL)
#include <absl/synchronization/mutex.h>
#endif
#if defined(HAS_BOOST)
#include <boost/thread/mutex.hpp>
#include <boost/thread/shared_mutex.hpp>
#endif
#if defined(HAS_TBB)
#include <oneapi/tbb/mutex.h>
#include <oneapi/tbb/rw_mutex.h>
#endif

namespace {

// Each on lines of the cache of its own, as the peers' are.
alignas(128) fearless::Mutex<uint64_t> the_mutex(0);
alignas(128) fearless::RwLock<uint64_t> the_rwlock(0);

/// A number beside its lock, as the peers have it. Each on lines of the cache
/// of its own.
template <class Lock> struct alignas(128) Locked {
  Lock lock;
  uint64_t number = 0;
};
template <class Lock> Locked<Lock> locked;

template <class Lock, class Guard> void write(uint64_t n) {
  auto &[lock, number] = locked<Lock>;
  for (uint64_t i = 0; i < n; ++i) {
    Guard hold(lock);
    number += 1;
  }
}
template <class Lock, class Guard> void read(uint64_t n) {
  auto &[lock, number] = locked<Lock>;
  for (uint64_t i = 0; i < n; ++i) {
    Guard hold(lock);
    benchmark::DoNotOptimize(std::as_const(number));
  }
}

#if defined(HAS_ABSL)
struct AbslWriter {
  explicit AbslWriter(absl::Mutex &lock) : lock(lock) { lock.Lock(); }
  ~AbslWriter() { lock.Unlock(); }
  absl::Mutex &lock;
};
struct AbslReader {
  explicit AbslReader(absl::Mutex &lock) : lock(lock) { lock.ReaderLock(); }
  ~AbslReader() { lock.ReaderUnlock(); }
  absl::Mutex &lock;
};
#endif

void mutexes(const char *operation) {
  compare_contended(operation, "fearless Mutex", [](uint64_t n) {
    for (uint64_t i = 0; i < n; ++i) {
      auto guard = the_mutex.lock();
      *guard += 1;
    }
  });
  compare_contended(operation, "std::mutex",
                    write<std::mutex, std::lock_guard<std::mutex>>);
#if defined(HAS_ABSL)
  compare_contended(operation, "absl::Mutex", write<absl::Mutex, AbslWriter>);
#endif
#if defined(HAS_BOOST)
  compare_contended(operation, "boost::mutex",
                    write<boost::mutex, std::lock_guard<boost::mutex>>);
#endif
#if defined(HAS_TBB)
  compare_contended(operation, "tbb::mutex",
                    write<tbb::mutex, tbb::mutex::scoped_lock>);
#endif
#if defined(HAS_RUST)
  compare_contended(operation, "Rust Mutex", rust_mutex);
#endif
#if defined(HAS_CRATES)
  compare_contended(operation, "parking_lot Mutex", parking_lot_mutex);
#endif
}

void readers(const char *operation) {
  compare_contended(operation, "fearless RwLock", [](uint64_t n) {
    for (uint64_t i = 0; i < n; ++i) {
      auto guard = the_rwlock.read();
      benchmark::DoNotOptimize(*guard);
    }
  });
  compare_contended(
      operation, "std::shared_mutex",
      read<std::shared_mutex, std::shared_lock<std::shared_mutex>>);
#if defined(HAS_ABSL)
  compare_contended(operation, "absl::Mutex", read<absl::Mutex, AbslReader>);
#endif
#if defined(HAS_BOOST)
  compare_contended(
      operation, "boost::shared_mutex",
      read<boost::shared_mutex, std::shared_lock<boost::shared_mutex>>);
#endif
#if defined(HAS_TBB)
  compare_contended(operation, "tbb::rw_mutex",
                    read<tbb::rw_mutex, std::shared_lock<tbb::rw_mutex>>);
#endif
#if defined(HAS_RUST)
  compare_contended(operation, "Rust RwLock", rust_rwlock_read);
#endif
#if defined(HAS_CRATES)
  compare_contended(operation, "parking_lot RwLock", parking_lot_rwlock_read);
#endif
}

void writers(const char *operation) {
  compare_contended(operation, "fearless RwLock", [](uint64_t n) {
    for (uint64_t i = 0; i < n; ++i) {
      auto guard = the_rwlock.write();
      *guard += 1;
    }
  });
  compare_contended(
      operation, "std::shared_mutex",
      write<std::shared_mutex, std::lock_guard<std::shared_mutex>>);
#if defined(HAS_ABSL)
  compare_contended(operation, "absl::Mutex", write<absl::Mutex, AbslWriter>);
#endif
#if defined(HAS_BOOST)
  compare_contended(
      operation, "boost::shared_mutex",
      write<boost::shared_mutex, std::lock_guard<boost::shared_mutex>>);
#endif
#if defined(HAS_TBB)
  compare_contended(operation, "tbb::rw_mutex",
                    write<tbb::rw_mutex, std::lock_guard<tbb::rw_mutex>>);
#endif
#if defined(HAS_RUST)
  compare_contended(operation, "Rust RwLock", rust_rwlock_write);
#endif
#if defined(HAS_CRATES)
  compare_contended(operation, "parking_lot RwLock", parking_lot_rwlock_write);
#endif
}

} // namespace

void lock_benchmarks() {
  mutexes("Mutex lock + unlock");
  readers("RwLock read + unlock");
  writers("RwLock write + unlock");
}

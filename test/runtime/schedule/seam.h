//===-- seam.h - The seam, under the explorer -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What detail/seam.h takes in its place: FEARLESS_SCHEDULE names this file.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_SEAM_H
#define FEARLESS_TEST_SCHEDULE_SEAM_H

#include "fearless/detail/deadline.h"
#include "schedule/explorer.h"

namespace fearless::detail {

inline constexpr int spin_rounds = 1;

/// Keeps all that was ever stored, since a load may see an old store.
template <class T> class atomic {
  using explorer = schedule::explorer;
  using where = std::source_location;

public:
  static constexpr bool is_always_lock_free = true;

  constexpr atomic(T value = {}) : first_(value) {}
  atomic(const atomic &) = delete;
  atomic &operator=(const atomic &) = delete;

  T load(std::memory_order order = std::memory_order_seq_cst,
         where here = where::current()) const {
    explorer &run = begin();
    return see(run, run.keeps(acquires(order), 'r', here));
  }

  void store(T value, std::memory_order order = std::memory_order_seq_cst,
             where here = where::current()) {
    explorer &run = begin();
    append(run, value, run.keeps(releases(order), 'w', here), {});
  }

  T exchange(T value, std::memory_order order = std::memory_order_seq_cst,
             where here = where::current()) {
    return modify([&](T) { return value; }, order, here);
  }
  T fetch_add(T by, std::memory_order order = std::memory_order_seq_cst,
              where here = where::current()) {
    return modify([&](T seen) { return seen + by; }, order, here);
  }
  T fetch_sub(T by, std::memory_order order = std::memory_order_seq_cst,
              where here = where::current()) {
    return modify([&](T seen) { return seen - by; }, order, here);
  }
  T fetch_and(T by, std::memory_order order = std::memory_order_seq_cst,
              where here = where::current()) {
    return modify([&](T seen) { return seen & by; }, order, here);
  }
  T fetch_or(T by, std::memory_order order = std::memory_order_seq_cst,
             where here = where::current()) {
    return modify([&](T seen) { return seen | by; }, order, here);
  }

  bool compare_exchange_strong(T &expected, T desired, std::memory_order order,
                               std::memory_order failure,
                               where here = where::current()) {
    explorer &run = begin();
    if (last() == expected) {
      change(run, desired, order, here);
      return true;
    }
    if (run.keeps(acquires(failure), 'f', here))
      run.known().learn(sync());
    expected = last();
    return false;
  }
  bool
  compare_exchange_strong(T &expected, T desired,
                          std::memory_order order = std::memory_order_seq_cst,
                          where here = where::current()) {
    auto failure =
        acquires(order) ? std::memory_order_acquire : std::memory_order_relaxed;
    return compare_exchange_strong(expected, desired, order, failure, here);
  }
  bool
  compare_exchange_weak(T &expected, T desired,
                        std::memory_order order = std::memory_order_seq_cst,
                        where here = where::current()) {
    return compare_exchange_strong(expected, desired, order, here);
  }
  bool compare_exchange_weak(T &expected, T desired, std::memory_order order,
                             std::memory_order failure,
                             where here = where::current()) {
    return compare_exchange_strong(expected, desired, order, failure, here);
  }

  /// The kernel's look at the value, which is never old.
  T last() const { return stores_.empty() ? first_ : stores_.back().value; }

private:
  struct stored {
    T value;
    schedule::moment when;
    /// What who acquires it learns.
    schedule::knowledge sync;
  };
  struct seen {
    schedule::moment when;
    std::size_t index;
  };

  static bool acquires(std::memory_order order) {
    return order == std::memory_order_acquire ||
           order == std::memory_order_acq_rel ||
           order == std::memory_order_seq_cst;
  }
  static bool releases(std::memory_order order) {
    return order == std::memory_order_release ||
           order == std::memory_order_acq_rel ||
           order == std::memory_order_seq_cst;
  }

  static explorer &begin() {
    explorer::current()->point();
    return *explorer::current();
  }

  schedule::knowledge sync() const {
    return stores_.empty() ? schedule::knowledge{} : stores_.back().sync;
  }

  /// Stores are counted from 1; 0 is the first value. The oldest that a load
  /// may see: no later store, and no load that saw one, happens before it.
  std::size_t oldest(const schedule::knowledge &known) const {
    std::size_t index = 0;
    for (std::size_t i = 0; i < stores_.size(); ++i)
      if (stores_[i].when.is_known_to(known))
        index = i + 1;
    for (const seen &one : seen_)
      if (one.when.is_known_to(known))
        index = std::max(index, one.index);
    return index;
  }

  T see(explorer &run, bool acquire) const {
    std::size_t count = stores_.size() - oldest(run.known()) + 1;
    std::size_t index = stores_.size() - run.choose_store(count);
    seen_.push_back({run.now(), index});
    if (index == 0)
      return first_;
    const stored &store = stores_[index - 1];
    if (acquire)
      run.known().learn(store.sync);
    return store.value;
  }

  void append(explorer &run, T value, bool release,
              const schedule::knowledge &of_before) {
    schedule::knowledge sync = of_before;
    if (release)
      sync.learn(run.known());
    stores_.push_back({value, run.now(), sync});
  }

  /// A read-modify-write sees the last store, and goes on with its release.
  void change(explorer &run, T value, std::memory_order order, where here) {
    schedule::knowledge of_before = sync();
    if (run.keeps(acquires(order), 'r', here))
      run.known().learn(of_before);
    append(run, value, run.keeps(releases(order), 'w', here), of_before);
  }

  template <class F> T modify(F f, std::memory_order order, where here) {
    explorer &run = begin();
    T before = last();
    change(run, f(before), order, here);
    return before;
  }

  T first_;
  std::vector<stored> stores_;
  mutable std::vector<seen> seen_;
};

using word = atomic<std::uint32_t>;

inline void wait(const word &at, std::uint32_t expected) {
  schedule::explorer &run = *schedule::explorer::current();
  run.point();
  if (at.last() == expected)
    run.sleep(&at, false);
}
inline bool wait_until(const word &at, std::uint32_t expected,
                       clock::time_point) {
  schedule::explorer &run = *schedule::explorer::current();
  run.point();
  return at.last() != expected || run.sleep(&at, true);
}
inline void wake_one(word &at) {
  schedule::explorer::current()->point();
  schedule::explorer::current()->wake(&at, false);
}
inline void wake_all(word &at) {
  schedule::explorer::current()->point();
  schedule::explorer::current()->wake(&at, true);
}

inline void yield() { schedule::explorer::current()->yield(); }
inline void pause() {}

} // namespace fearless::detail

#endif

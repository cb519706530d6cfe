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
  /// Whoever ends it comes after all who used it. (A wake is no use.)
  ~atomic() {
    explorer *run = explorer::current();
    if (!run)
      return;
    for (const stored &one : stores_)
      run->expect_known(one.when);
    for (const seen &one : seen_)
      run->expect_known(one.when);
  }
  atomic(const atomic &) = delete;
  atomic &operator=(const atomic &) = delete;

  T load(std::memory_order order = std::memory_order_seq_cst,
         where here = where::current()) const {
    explorer &run = begin();
    const strength has(run, order, here);
    return see(has, oldest(run.known(), has));
  }

  void store(T value, std::memory_order order = std::memory_order_seq_cst,
             where here = where::current()) {
    explorer &run = begin();
    append(value, strength(run, order, here), {});
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
      change(desired, strength(run, order, here));
      return true;
    }
    if (run.keeps(acquiring(failure), 'f', here))
      run.known().learn(sync());
    seen_.push_back({run.now(), stores_.size()});
    expected = last();
    return false;
  }
  bool
  compare_exchange_strong(T &expected, T desired,
                          std::memory_order order = std::memory_order_seq_cst,
                          where here = where::current()) {
    auto failure = acquiring(order) ? std::memory_order_acquire
                                    : std::memory_order_relaxed;
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

  /// The look of a wait: of no order, but not older than the last wake.
  T look() const {
    return see({},
               std::max(before_wake_, oldest(explorer::current()->known())));
  }
  void wakes() { before_wake_ = stores_.size(); }

private:
  /// What an ordering asks for, where it is not weakened.
  struct strength {
    bool acquires = false, releases = false, strict = false;

    strength() = default;
    strength(explorer &run, std::memory_order order, where here) {
      if (order == std::memory_order_seq_cst) {
        acquires = releases = true;
        strict = run.keeps(true, 's', here);
      } else {
        acquires = run.keeps(acquiring(order), 'r', here);
        releases = run.keeps(releasing(order), 'w', here);
      }
    }
  };
  struct stored {
    T value;
    schedule::moment when;
    /// What who acquires it learns.
    schedule::knowledge sync;
    bool strict;
  };
  struct seen {
    schedule::moment when;
    std::size_t index;
  };

  static bool acquiring(std::memory_order order) {
    return order == std::memory_order_acquire ||
           order == std::memory_order_acq_rel ||
           order == std::memory_order_seq_cst;
  }
  static bool releasing(std::memory_order order) {
    return order == std::memory_order_release ||
           order == std::memory_order_acq_rel ||
           order == std::memory_order_seq_cst;
  }

  static explorer &begin() {
    explorer::current()->point();
    return *explorer::current();
  }

  T last() const { return stores_.empty() ? first_ : stores_.back().value; }
  schedule::knowledge sync() const {
    return stores_.empty() ? schedule::knowledge{} : stores_.back().sync;
  }

  /// Stores are counted from 1; 0 is the first value. The oldest that a load
  /// may see: no later store, and no load that saw one, happens before it. A
  /// strict one sees the last strict store, or a later one: the order of all
  /// strict operations is the order that they run in.
  std::size_t oldest(const schedule::knowledge &known,
                     strength has = {}) const {
    std::size_t index = 0;
    for (std::size_t i = 0; i < stores_.size(); ++i)
      if (stores_[i].when.is_known_to(known) ||
          (has.strict && stores_[i].strict))
        index = i + 1;
    for (const seen &one : seen_)
      if (one.when.is_known_to(known))
        index = std::max(index, one.index);
    return index;
  }

  T see(strength has, std::size_t oldest) const {
    explorer &run = *explorer::current();
    std::size_t count = stores_.size() - oldest + 1;
    std::size_t index = stores_.size() - run.choose_store(count);
    seen_.push_back({run.now(), index});
    if (index == 0)
      return first_;
    const stored &store = stores_[index - 1];
    if (has.acquires)
      run.known().learn(store.sync);
    return store.value;
  }

  void append(T value, strength has, const schedule::knowledge &of_before) {
    explorer &run = *explorer::current();
    schedule::knowledge sync = of_before;
    if (has.releases)
      sync.learn(run.known());
    stores_.push_back({value, run.now(), sync, has.strict});
  }

  /// A read-modify-write sees the last store, and goes on with its release.
  void change(T value, strength has) {
    schedule::knowledge of_before = sync();
    if (has.acquires)
      explorer::current()->known().learn(of_before);
    append(value, has, of_before);
  }

  template <class F> T modify(F f, std::memory_order order, where here) {
    explorer &run = begin();
    T before = last();
    change(f(before), strength(run, order, here));
    return before;
  }

  T first_;
  std::vector<stored> stores_;
  std::size_t before_wake_ = 0;
  mutable std::vector<seen> seen_;
};

using word = atomic<std::uint32_t>;

inline void wait(const word &at, std::uint32_t expected) {
  schedule::explorer &run = *schedule::explorer::current();
  run.point();
  if (at.look() == expected)
    run.sleep(&at, false);
}
inline bool wait_until(const word &at, std::uint32_t expected,
                       clock::time_point) {
  schedule::explorer &run = *schedule::explorer::current();
  run.point();
  return at.look() != expected || run.sleep(&at, true);
}
inline void wake_one(word &at) {
  schedule::explorer::current()->point();
  at.wakes();
  schedule::explorer::current()->wake(&at, false);
}
inline void wake_all(word &at) {
  schedule::explorer::current()->point();
  at.wakes();
  schedule::explorer::current()->wake(&at, true);
}

inline void yield() { schedule::explorer::current()->yield(); }
inline void pause() {}

} // namespace fearless::detail

#endif

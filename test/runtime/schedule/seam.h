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
#include "schedule/program.h"

namespace fearless::detail {

inline constexpr int spin_rounds = 1;

/// Keeps all that was ever stored, since a load may see an old store.
template <class T> class atomic final : public schedule::object {
  using explorer = schedule::explorer;
  using knowledge = schedule::knowledge;
  using access = schedule::access;
  using where = std::source_location;

public:
  static constexpr bool is_always_lock_free = true;

  constexpr atomic(T value = {}) : first_(value) {}
  /// Whoever ends it comes after all who used it. (A wake is no use.)
  ~atomic() {
    if (explorer *run = explorer::current())
      run->expect_known(uses_);
  }

  T load(std::memory_order order = std::memory_order_seq_cst,
         where here = where::current()) const {
    explorer &run = begin(access::load);
    const strength has(run, order, here);
    return see(has, oldest(run.known(), has));
  }

  void store(T value, std::memory_order order = std::memory_order_seq_cst,
             where here = where::current()) {
    explorer &run = begin(access::change);
    run.sees(0);
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
    explorer &run = begin(access::change);
    run.sees(run.number_of(last()));
    if (last() == expected) {
      change(desired, strength(run, order, here));
      return true;
    }
    if (run.keeps(acquiring(failure), 'f', here))
      run.known().learn(sync());
    has_seen(stores_.size());
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
    explorer &run = begin(access::load);
    return see({}, std::max(before_wake_, oldest(run.known())));
  }
  void wakes() {
    begin(access::wake);
    before_wake_ = stores_.size();
  }

  /// What a thread may still see, and what it learns from it.
  void describe(schedule::state &into) const override {
    explorer &run = *explorer::current();
    if (stores_.empty() && uses_.of == knowledge().of)
      return into.number(0);
    const std::size_t first = run.oldest_for_any(
        *this, stores_.size(),
        [this](const knowledge &known) { return oldest(known); });
    into.number(stores_.size() - first + 1);
    into.number(std::max(before_wake_, first) - first);
    into.number(run.number_of(first == 0 ? first_ : stores_[first - 1].value));
    into.known(first == 0 ? knowledge() : stores_[first - 1].sync);
    for (std::size_t i = first; i < stores_.size(); ++i) {
      into.number(run.number_of(stores_[i].value) * 2 + stores_[i].strict);
      into.known(stores_[i].sync);
      into.time_of(stores_[i].when);
    }
    for (std::size_t i = 0; i <= schedule::most_threads; ++i)
      for (const seen &one : seen_)
        if (one.when.thread == i && one.index > first) {
          into.number(one.index - first);
          into.time_of(one.when);
        }
    into.number(0);
    if (run.is_ended_by_thread(*this))
      run.describe(uses_, into);
  }

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
    knowledge sync;
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

  explorer &begin(access kind) const {
    explorer &run = *explorer::current();
    run.point(*this, kind);
    return run;
  }

  T last() const { return stores_.empty() ? first_ : stores_.back().value; }
  knowledge sync() const {
    return stores_.empty() ? knowledge{} : stores_.back().sync;
  }

  /// Stores are counted from 1; 0 is the first value. The oldest that a load
  /// may see: no later store, and no load that saw one, happens before it. A
  /// strict one sees the last strict store, or a later one: the order of all
  /// strict operations is the order that they run in.
  std::size_t oldest(const knowledge &known, strength has = {}) const {
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

  void is_used() const {
    const schedule::moment now = explorer::current()->now();
    uses_.of[now.thread] = now.time;
  }

  /// Only the first time says something.
  void has_seen(std::size_t index) const {
    is_used();
    const schedule::moment now = explorer::current()->now();
    for (const seen &one : seen_)
      if (one.when.thread == now.thread && one.index == index)
        return;
    seen_.push_back({now, index});
  }

  T see(strength has, std::size_t oldest) const {
    explorer &run = *explorer::current();
    std::size_t count = stores_.size() - oldest + 1;
    std::size_t index = stores_.size() - run.choose_store(count);
    has_seen(index);
    if (has.acquires && index != 0)
      run.known().learn(stores_[index - 1].sync);
    const T value = index == 0 ? first_ : stores_[index - 1].value;
    run.sees(run.number_of(value));
    return value;
  }

  void append(T value, strength has, const knowledge &of_before) {
    explorer &run = *explorer::current();
    knowledge sync = of_before;
    if (has.releases)
      sync.learn(run.known());
    stores_.push_back({value, run.now(), sync, has.strict});
    is_used();
    run.stores();
  }

  /// A read-modify-write sees the last store, and goes on with its release.
  void change(T value, strength has) {
    knowledge of_before = sync();
    if (has.acquires)
      explorer::current()->known().learn(of_before);
    append(value, has, of_before);
  }

  template <class F> T modify(F f, std::memory_order order, where here) {
    explorer &run = begin(access::change);
    T before = last();
    run.sees(run.number_of(before));
    change(f(before), strength(run, order, here));
    return before;
  }

  T first_;
  std::vector<stored> stores_;
  std::size_t before_wake_ = 0;
  mutable std::vector<seen> seen_;
  /// The last of each thread.
  mutable knowledge uses_;
};

using word = atomic<std::uint32_t>;

/// Who has waited or paused looks again, and goes by nothing that it saw
/// before.
inline void wait(const word &at, std::uint32_t expected) {
  if (at.look() == expected)
    schedule::explorer::current()->sleep(at, false);
  schedule::explorer::current()->forget();
}
inline bool wait_until(const word &at, std::uint32_t expected,
                       clock::time_point) {
  schedule::explorer &run = *schedule::explorer::current();
  const bool in_time = at.look() != expected || run.sleep(at, true);
  run.forget();
  run.sees(in_time);
  return in_time;
}
inline void wake_one(word &at) {
  at.wakes();
  schedule::explorer::current()->wake(at, false);
}
inline void wake_all(word &at) {
  at.wakes();
  schedule::explorer::current()->wake(at, true);
}

inline void yield() { schedule::explorer::current()->yield(); }
inline void pause() { schedule::explorer::current()->forget(); }

} // namespace fearless::detail

#endif

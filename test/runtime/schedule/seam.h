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
    const explorer &run = *explorer::current();
    into.number(explorer::current()->number_of(last()));
    const schedule::threads &threads = run.all_threads();
    first_visible_ = stores_.size();
    if (!run.old_loads_are_used_up())
      first_visible_ = threads.oldest_for_any(
          *this, first_visible_,
          [this](const knowledge &known) { return oldest(known); });
    behind_.assign(1, 0);
    describe_store(stores_.size(), into);
    for (std::size_t i = stores_.size(); i != first_visible_; --i) {
      const bool differs = !is_like_the_one_before(i);
      behind_.push_back(behind_.back() + differs);
      if (differs)
        describe_store(i - 1, into);
    }
    if (run.is_ended_by_thread(*this))
      threads.describe(uses_, into);
    if (behind_.back() == 0)
      return;
    into.length(behind_.back());
    into.behind(behind_of(before_wake_));
    threads.for_each([&](std::size_t thread, const knowledge &knows) {
      if (!threads.is_about_to_change(thread, *this))
        into.behind(thread, behind_of(oldest(knows)));
    });
  }

  void describe_messages(schedule::state &into) const override {
    const explorer &run = *explorer::current();
    if (behind_.back() != 0)
      into.messages(
          [this](const knowledge &knows) { return behind_of(oldest(knows)); },
          behind_.back());
    if (run.is_ended_by_thread(*this))
      run.all_threads().describe_messages(uses_, into);
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

  /// Whether nobody can tell whether it was this store or the one before that a
  /// load has seen.
  bool is_like_the_one_before(std::size_t index) const {
    return value_at(index) == value_at(index - 1) &&
           sync_at(index).of == sync_at(index - 1).of &&
           !stores_[index - 1].strict;
  }
  /// How far a store is behind the last one, of those that differ.
  std::size_t behind_of(std::size_t index) const {
    return behind_[stores_.size() - std::max(index, first_visible_)];
  }
  void describe_store(std::size_t index, schedule::state &into) const {
    explorer &run = *explorer::current();
    const knowledge &sync = sync_at(index);
    const bool strict = index != 0 && stores_[index - 1].strict;
    into.store(behind_.back(), run.number_of(value_at(index)) * 2 + strict,
               run.all_threads().matters(sync) ? &sync : nullptr);
  }

  T value_at(std::size_t index) const {
    return index == 0 ? first_ : stores_[index - 1].value;
  }
  const knowledge &sync_at(std::size_t index) const {
    static const knowledge none;
    return index == 0 ? none : stores_[index - 1].sync;
  }

  /// Whether a load that may see either may as well see the older one: the
  /// value is the same, it learns no more from it, and later loads may see all
  /// that they might after the newer one.
  bool covers(std::size_t older, std::size_t newer, strength has) const {
    return value_at(older) == value_at(newer) &&
           (!has.acquires || sync_at(newer).has(sync_at(older)));
  }

  /// The stores that a load may see, and that no other one covers: the last one
  /// first, or what covers it.
  std::vector<std::size_t> candidates(strength has, std::size_t oldest) const {
    std::vector<std::size_t> all;
    for (std::size_t i = oldest; i <= stores_.size(); ++i)
      if (std::ranges::none_of(
              all, [&](std::size_t older) { return covers(older, i, has); }))
        all.push_back(i);
    const auto last = std::ranges::find_if(all, [&](std::size_t older) {
      return older == stores_.size() || covers(older, stores_.size(), has);
    });
    std::iter_swap(all.begin(), last);
    return all;
  }

  T see(strength has, std::size_t oldest) const {
    explorer &run = *explorer::current();
    std::size_t index = stores_.size();
    if (run.may_see_old_stores()) {
      const auto all = candidates(has, oldest);
      index = all[run.choose_store(all.size())];
    }
    has_seen(index);
    if (has.acquires)
      run.known().learn(sync_at(index));
    run.sees(run.number_of(value_at(index)));
    return value_at(index);
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
  /// In the description of a state.
  mutable std::size_t first_visible_ = 0;
  mutable std::vector<std::size_t> behind_;
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

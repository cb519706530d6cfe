//===-- explorer.h - Runs a program in all its schedules ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// explore(bounds, program) runs a small program of several threads again and
// again, each time in another schedule, until there is none left. The threads
// are fibers of one thread; each operation of detail/seam.h is a point where
// another may go on. Explored are
//
//   - which thread goes on;
//   - which store a load sees: not the last one alone, but each that coherence,
//     happens-before and the order of the sequentially consistent operations
//     leave. The look of a wait is no better, but that it sees what was stored
//     before a wake;
//   - which sleeper a wake wakes, and whether a timed wait is over.
//
// All of that without bounds, unless some are given: of the preemptions, which
// are switches away from a thread that could go on, and of the loads that see
// an old store, both in one run. A run ends early where it comes into a state
// that has been seen before: state.h says what a state is.
//
// Found are data races on plain<T>, by vector clocks; deadlocks; and what the
// program checks. A loop that yields waits for a store of another thread: what
// it would see before, it could have seen at once. If nobody else is left, it
// sees the last stores from then on, since these arrive in the end.
//
// Not modelled: a compare-exchange that fails on an old value; loads that see
// stores of their own future. Not found: threads that hinder each other for
// ever without one of them waiting.
//
// To test the tests: bounds.weaken names one place whose ordering is taken a
// step weaker; the exploration must find a fault then.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_EXPLORER_H
#define FEARLESS_TEST_SCHEDULE_EXPLORER_H

#include "schedule/bounds.h"
#include "schedule/objects.h"
#include "schedule/state.h"
#include "schedule/threads.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <source_location>
#include <string>
#include <utility>
#include <vector>

namespace schedule {

class explorer {
public:
  explicit explorer(bounds limits) : limits_(limits) {}

  static explorer *&current() {
    static explorer *running = nullptr;
    return running;
  }

  /// A run begins: the main thread makes what the threads share.
  void set_up() {
    threads_.begin_run();
    objects_.begin_run();
    active_ = main;
    failed_ = stuck_ = false;
  }

  /// Threads that are `alike` do the same: nothing tells one from another.
  void run(const std::vector<std::function<void()>> &bodies,
           const std::vector<std::size_t> &alike = {}) {
    ++outcome.runs;
    position_ = 0;
    seen_before_ = false;
    preemptions_ = limits_.preemptions;
    old_loads_ = limits_.old_loads;
    running_ = none;
    for (std::size_t i = 0; i < bodies.size(); ++i)
      threads_.start(bodies[i],
                     std::ranges::count(alike, i) != 0 ? alike.front() : i,
                     &explorer::work);
    for (;;) {
      settle();
      const std::size_t next = next_thread();
      if (next == none)
        break;
      resume(next);
    }
    active_ = main;
    for (std::size_t i = 0; i < threads_.count(); ++i) {
      stuck_ = stuck_ || !threads_[i].done;
      threads_.known_to(main).learn(threads_.known_to(i));
    }
    if (stuck_)
      fail("deadlock: all threads that are left sleep");
  }

  /// Of the last run: whether it was at fault; whether threads were left in the
  /// midst of something.
  bool has_failed() const { return failed_; }
  bool is_stuck() const { return stuck_; }

  /// Goes on to the next choices, if this run's were not the last.
  bool next_run() {
    outcome.states = states_.count();
    if (failed_ && (limits_.stop_at_deadlock || !stuck_))
      return false;
    if (std::exchange(begin_again_, false)) {
      path_.clear();
      states_.clear();
      return true;
    }
    while (!path_.empty() && path_.back().chosen + 1 == path_.back().count)
      path_.pop_back();
    if (path_.empty())
      return false;
    ++path_.back().chosen;
    return true;
  }

  /// Before each operation: another thread may go on here.
  void point(const object &at, access kind) {
    if (active_ == main)
      return;
    thread &self = threads_[active_];
    if (!is_contended(at, kind))
      return threads_.tick(self.index);
    self.next_at = &at;
    self.next_kind = kind;
    const std::size_t next = settling_ || !all_settled() ? none : next_thread();
    if (next != self.index) {
      preferred_ = next;
      self.stack.leave();
    }
    self.next_at = nullptr;
    threads_.tick(self.index);
  }

  /// The running thread sees a value.
  void sees(std::uint64_t value) {
    if (active_ != main)
      threads_[active_].seen = mix(threads_[active_].seen, value);
  }
  /// It forgets what it has seen, but for where it stands: in which operation,
  /// and in which calls.
  [[gnu::noinline]] void forget() {
    if (active_ == main)
      return;
    thread &self = threads_[active_];
    self.seen = mix(mix(self.kind, self.operations), objects_.made_by(active_));
    self.stack.for_calls([this](std::uintptr_t from) { sees(from); });
  }
  void operation_done() {
    ++threads_[active_].operations;
    forget();
  }

  /// Waits for another thread to store something: in a loop.
  void yield() {
    if (active_ == main)
      return;
    thread &self = threads_[active_];
    sees(0);
    self.awaits_store = true;
    self.stack.leave();
  }
  void stores() {
    for (std::size_t i = 0; i < threads_.count(); ++i)
      if (i != active_)
        threads_[i].awaits_store = threads_[i].is_alone = false;
  }

  /// True if woken, false if the time is over.
  bool sleep(const object &at, bool timed) {
    thread &self = threads_[active_];
    forget(); // nothing of it matters after the sleep
    sees(at.number());
    self.asleep_at = &at;
    self.timed = timed;
    self.stack.leave();
    self.asleep_at = nullptr;
    return std::exchange(self.woken, false);
  }
  void wake(const object &at, bool all) {
    sees(0);
    std::vector<thread *> asleep;
    for (std::size_t i = 0; i < threads_.count(); ++i)
      if (threads_[i].asleep_at == &at && !threads_[i].woken)
        asleep.push_back(&threads_[i]);
    if (asleep.empty())
      return;
    if (all)
      for (thread *one : asleep)
        one->woken = true;
    else
      asleep[choose(asleep.size())]->woken = true;
  }

  bool may_see_old_stores() const {
    return old_loads_ != 0 && active_ != main && !threads_[active_].is_alone;
  }
  /// Which of count stores a load sees, the last one the first of them.
  std::size_t choose_store(std::size_t count) {
    const std::size_t chosen = choose(count);
    if (chosen != 0 && old_loads_ > 0)
      --old_loads_;
    return chosen;
  }

  knowledge &known() { return threads_.known_to(active_); }
  moment now() const { return threads_.now(active_); }

  /// The moment of something that no release before it covers.
  moment next() {
    threads_.tick(active_);
    return now();
  }

  void fail(const std::string &what) {
    failed_ = true;
    outcome.faults.insert(what);
    if (outcome.fault.empty())
      outcome.fault = what + " in run " + std::to_string(outcome.runs);
  }

  void expect_known(const knowledge &uses) {
    if (!known().has(uses))
      fail("something ends while a thread uses it");
  }

  /// Whether the part of an operation is as strong as asked for.
  bool keeps(bool asked, char part, const std::source_location &where) {
    if (!asked)
      return false;
    const place here{where.line(), where.column(), part, where.file_name()};
    outcome.orderings.insert(here);
    return here != limits_.weaken;
  }

  // For a description of the state.

  const threads &all_threads() const { return threads_; }
  /// No load sees an old store any more.
  bool old_loads_are_used_up() const { return old_loads_ == 0; }

  /// Whether a thread ends it, in some run: if not, it ends after all uses.
  bool is_ended_by_thread(const object &at) const {
    return objects_.is_ended_by_thread(at);
  }

  template <class T> std::uint64_t number_of(T value) const {
    return objects_.number_of(value);
  }

  result outcome;

private:
  friend object;
  static constexpr std::size_t main = threads::main, none = main + 1;

  struct choice {
    std::size_t chosen, count;
  };

  std::uint64_t enter(const object &one) {
    return objects_.enter(one, active_);
  }
  void leave(const object &one) {
    const bool is_news = objects_.leave(one, active_ != main);
    begin_again_ |= is_news && limits_.merge;
  }

  /// Whether it makes a difference when this happens. What one thread alone
  /// uses, or all only read, is not worth a choice. Once it turns out that an
  /// object is used otherwise, all begins again.
  bool is_contended(const object &at, access kind) {
    if (!limits_.merge)
      return true;
    begin_again_ |= objects_.use(at, active_, kind);
    return objects_.is_contended(at);
  }

  std::size_t choose(std::size_t count) {
    if (count <= 1 || seen_before_)
      return 0;
    if (position_ == path_.size())
      path_.push_back({0, count});
    return path_[position_++].chosen;
  }

  struct ready {
    std::array<std::size_t, most_threads> of{};
    std::size_t count = 0;

    void add(std::size_t thread) { of[count++] = thread; }
  };

  /// The threads that may go on, the running one first.
  ready ready_threads() const {
    ready ready;
    if (running_ != none && threads_[running_].can_go_on())
      ready.add(running_);
    for (std::size_t i = 0; i < threads_.count(); ++i)
      if (i != running_ && threads_[i].can_go_on())
        ready.add(i);
    if (ready.count == 0)
      for (std::size_t i = 0; i < threads_.count(); ++i)
        if (threads_[i].awaits_store && !threads_[i].is_alone)
          ready.add(i);
    return ready;
  }

  std::size_t next_thread() {
    const ready ready = ready_threads();
    if (ready.count == 0)
      return none;
    const bool preempts = running_ == ready.of[0] && threads_[running_].next_at;
    if (preempts && preemptions_ == 0)
      return running_;
    if (ready.count > 1 && limits_.merge && !seen_before_ &&
        position_ == path_.size())
      seen_before_ = begin_again_ || is_seen_before();
    const std::size_t chosen = ready.of[choose(ready.count)];
    if (preempts && chosen != running_ && preemptions_ > 0)
      --preemptions_;
    if (threads_[chosen].awaits_store) {
      threads_[chosen].awaits_store = false;
      threads_[chosen].is_alone = true;
    }
    return running_ = chosen;
  }

  /// Looks the state up, and notes it. To be sure that states are what they
  /// should be: where two are alike, the threads do the same next.
  bool is_seen_before() {
    describe();
    std::uint64_t next = 0;
    for (const std::size_t i : state_.finish())
      if (const thread &one = threads_[i]; one.next_at)
        next =
            mix(mix(next, one.next_at->number()), std::uint64_t(one.next_kind));
    const auto found = states_.find_or_add(state_, next);
    if (found == seen_states::otherwise)
      fail("a thread goes by what is not a part of the state");
    return found == seen_states::covered;
  }

  void describe() {
    state_.clear();
    state_.number(preemptions_);
    state_.number(old_loads_);
    for (std::size_t i = 0; i < threads_.count(); ++i) {
      const thread &one = threads_[i];
      std::uint64_t what = mix(one.kind, one.done);
      if (!one.done)
        what = mix(mix(what, one.seen),
                   one.woken * 4 + one.awaits_store * 2 + one.is_alone);
      if (preemptions_ != any_number)
        what = mix(what, running_ == i);
      state_.thread(what);
    }
    objects_.for_living([&](const object &one) {
      state_.about(one.number());
      state_.number(one.number());
      one.describe(state_);
    });
    objects_.for_living([&](const object &one) {
      state_.about(one.number());
      one.describe_messages(state_);
    });
  }

  /// What a fiber does, in one run after the other.
  static void work() {
    explorer &self = *current();
    for (;;) {
      thread &mine = self.threads_[self.active_];
      mine.body();
      mine.done = true;
      mine.stack.leave();
    }
  }

  bool all_settled() const {
    for (std::size_t i = 0; i < threads_.count(); ++i)
      if (i != active_ && threads_[i].is_under_way())
        return false;
    return true;
  }

  /// What a thread does until its next operation is seen by no other: so it
  /// does it at once, and there are fewer states.
  void settle() {
    settling_ = true;
    active_ = main;
    while (!all_settled())
      for (std::size_t i = 0; i < threads_.count(); ++i)
        if (threads_[i].is_under_way())
          resume(i);
    settling_ = false;
  }

  void resume(std::size_t index) {
    while (index != none) {
      active_ = index;
      preferred_ = none;
      threads_[index].stack.resume();
      index = preferred_;
    }
  }

  bounds limits_;
  int preemptions_ = 0, old_loads_ = 0;

  // The choices of this run, and those that the next one begins with.
  std::vector<choice> path_;
  std::size_t position_ = 0;

  // The states that were seen; and whether this run has come into one of them.
  state state_;
  seen_states states_;
  bool seen_before_ = false;

  // What the threads share; and whether it has turned out that one is used in
  // another way than it seemed.
  objects objects_;
  bool begin_again_ = false;

  threads threads_;
  std::size_t active_ = main, running_ = none, preferred_ = none;
  bool settling_ = false, failed_ = false, stuck_ = false;
};

void object::enter() {
  if (explorer *run = explorer::current())
    number_ = run->enter(*this);
}
void object::leave() const {
  if (explorer *run = explorer::current())
    run->leave(*this);
}

} // namespace schedule

#endif

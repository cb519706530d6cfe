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

#include "schedule/state.h"

#include <algorithm>
#include <array>
#include <compare>
#include <csetjmp>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <source_location>
#include <string>
#include <string_view>
#include <type_traits>
#include <ucontext.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace schedule {

/// Where an operation with an ordering stands, and which of its orderings:
/// 'r' for its read part, 'w' for its write part, 'f' for its failure, 's' for
/// what sequential consistency adds to them.
struct place {
  unsigned line = 0, column = 0;
  char part = 0;
  std::string_view file = {};

  auto operator<=>(const place &) const = default;
};

inline constexpr int any_number = -1;

struct bounds {
  int preemptions = any_number;
  int old_loads = any_number;
  place weaken = {};
  /// Whether a run ends in a state that has been seen before.
  bool merge = true;
  /// Whether a deadlock ends the exploration. Other faults do: what follows
  /// them means nothing.
  bool stop_at_deadlock = true;
};

struct result {
  std::size_t runs = 0, states = 0;
  /// The first fault; empty if there is none.
  std::string fault;
  /// All that were found.
  std::set<std::string> faults;
  /// Where an ordering was asked for that could be weaker.
  std::set<place> orderings;
};

/// What threads share: an atomic, or a plain variable. It has a number that
/// does not depend on how its maker's operations mix with those of others.
class object {
public:
  /// A part of the state.
  virtual void describe(state &into) const = 0;

protected:
  constexpr object() {
    if (!std::is_constant_evaluated())
      enter();
  }
  ~object() { leave(); }
  object(const object &) = delete;
  object &operator=(const object &) = delete;

private:
  friend class explorer;
  inline void enter();
  inline void leave() const;

  std::uint64_t number_ = 0;
};

/// A change sees the last store; and a load any store that a thread may see.
enum class access { load, change, wake };

class explorer {
public:
  explicit explorer(bounds limits) : limits_(limits) {}

  static explorer *&current() {
    static explorer *running = nullptr;
    return running;
  }

  /// A run begins: the main thread makes what the threads share.
  void set_up() {
    knowledge_ = {};
    for (auto &objects : objects_)
      for (entry &one : objects)
        one.living = nullptr;
    made_ = {};
    fibers_count_ = 0;
    active_ = main;
    failed_ = stuck_ = false;
  }

  void run(const std::vector<std::function<void()>> &bodies) {
    ++outcome.runs;
    position_ = 0;
    seen_before_ = false;
    preemptions_ = limits_.preemptions;
    old_loads_ = limits_.old_loads;
    running_ = none;
    for (const auto &body : bodies)
      start(body);
    for (;;) {
      settle();
      const std::size_t next = next_thread();
      if (next == none)
        break;
      resume(next);
    }
    active_ = main;
    for (std::size_t i = 0; i < fibers_count_; ++i) {
      stuck_ = stuck_ || !fibers_[i]->done;
      knowledge_[main].learn(knowledge_[i]);
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
    outcome.states = states_.size();
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
    fiber &self = *fibers_[active_];
    if (!is_contended(at, kind))
      return tick(self.index);
    self.next_at = &at;
    self.next_kind = kind;
    const std::size_t next = settling_ || !all_settled() ? none : next_thread();
    if (next != self.index) {
      preferred_ = next;
      yield_from(self);
    }
    self.next_at = nullptr;
    tick(self.index);
  }

  /// The running thread sees a value.
  void sees(std::uint64_t value) {
    if (active_ != main)
      fibers_[active_]->seen = mix(fibers_[active_]->seen, value);
  }
  /// It forgets what it has seen, but for where it stands: in which operation,
  /// and in which calls.
  [[gnu::noinline]] void forget() {
    if (active_ == main)
      return;
    fiber &self = *fibers_[active_];
    self.seen = mix(mix(self.index, self.operations), made_[self.index]);
    const auto *bottom = reinterpret_cast<void *const *>(self.stack.get());
    auto *frame = static_cast<void *const *>(__builtin_frame_address(0));
    while (bottom < frame && frame < bottom + stack_size / sizeof *frame - 1) {
      sees(reinterpret_cast<std::uintptr_t>(frame[1])); // the return address
      frame = static_cast<void *const *>(frame[0]);
    }
  }
  void operation_done() {
    ++fibers_[active_]->operations;
    forget();
  }

  /// Waits for another thread to store something: in a loop.
  void yield() {
    if (active_ == main)
      return;
    fiber &self = *fibers_[active_];
    sees(0);
    self.awaits_store = true;
    yield_from(self);
  }
  void stores() {
    for (std::size_t i = 0; i < fibers_count_; ++i)
      if (i != active_)
        fibers_[i]->awaits_store = fibers_[i]->is_alone = false;
  }

  /// True if woken, false if the time is over.
  bool sleep(const object &at, bool timed) {
    fiber &self = *fibers_[active_];
    self.asleep_at = &at;
    self.timed = timed;
    yield_from(self);
    self.asleep_at = nullptr;
    return std::exchange(self.woken, false);
  }
  void wake(const object &at, bool all) {
    sees(0);
    std::vector<fiber *> asleep;
    for (std::size_t i = 0; i < fibers_count_; ++i)
      if (fibers_[i]->asleep_at == &at && !fibers_[i]->woken)
        asleep.push_back(fibers_[i].get());
    if (asleep.empty())
      return;
    if (all)
      for (fiber *one : asleep)
        one->woken = true;
    else
      asleep[choose(asleep.size())]->woken = true;
  }

  /// Which of count stores a load sees, counted from the last one.
  std::size_t choose_store(std::size_t count) {
    if (old_loads_ == 0 || active_ == main || fibers_[active_]->is_alone)
      return 0;
    const std::size_t chosen = choose(count);
    if (chosen != 0 && old_loads_ > 0)
      --old_loads_;
    return chosen;
  }

  knowledge &known() { return knowledge_[active_]; }
  moment now() const { return {active_, knowledge_[active_].of[active_]}; }

  /// The moment of something that no release before it covers.
  moment next() {
    tick(active_);
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

  /// Of what `oldest` of each thread says that it may see, the oldest. A thread
  /// that is about to look at the last store of the object sees no other one
  /// any more, nor does any if the old loads are used up.
  template <class Oldest>
  std::size_t oldest_for_any(const object &at, std::size_t last,
                             Oldest oldest) const {
    std::size_t found = last;
    if (old_loads_ != 0)
      for (std::size_t i = 0; i < fibers_count_; ++i)
        if (const fiber &one = *fibers_[i];
            !one.done &&
            !(one.next_at == &at && one.next_kind == access::change))
          found = std::min(found, oldest(knowledge_[i]));
    return found;
  }

  /// Whether a thread ends it, in some run: if not, it ends after all uses.
  bool is_ended_by_thread(const object &at) { return entry_of(at).is_ended; }

  /// A moment matters as long as there is a thread that does not know of it.
  void describe(const moment &when, state &into) const {
    for (std::size_t i = 0; i < fibers_count_; ++i)
      if (!fibers_[i]->done && !when.is_known_to(knowledge_[i]))
        return into.time_of(when);
    into.number(0);
  }
  /// The last moments of each thread.
  void describe(const knowledge &last, state &into) const {
    for (std::size_t i = 0; i < last.of.size(); ++i)
      describe(moment{i, last.of[i]}, into);
  }

  /// A value as a number: a pointer as that of the object that it points to.
  /// (If there is none any more, nobody will follow it.)
  template <class T> std::uint64_t number_of(T value) {
    if constexpr (std::is_pointer_v<T>) {
      for (const auto &objects : objects_)
        for (const entry &one : objects)
          if (one.living && static_cast<const void *>(one.living) == value)
            return one.living->number_;
      return value ? 1 : 0;
    } else {
      return static_cast<std::uint64_t>(value);
    }
  }

  result outcome;

private:
  friend object;
  static constexpr std::size_t main = most_threads, none = most_threads + 1;
  static constexpr std::size_t stack_size = 64 * 1024;

  struct fiber {
    std::size_t index = 0;
    std::function<void()> body;
    std::unique_ptr<char[]> stack =
        std::make_unique_for_overwrite<char[]>(stack_size);
    ucontext_t begin{};
    std::jmp_buf left{}; // where it goes on, once it has begun
    bool has_begun = false;
    /// The operation that it stands before.
    const object *next_at = nullptr;
    access next_kind{};
    const object *asleep_at = nullptr;
    bool timed = false, woken = false, awaits_store = false, done = false;
    /// All others wait: it will see the last stores.
    bool is_alone = false;
    /// What it has seen in its present operation, as a hash.
    std::uint64_t seen = 0;
    std::size_t operations = 0;

    explicit fiber(void (*work)()) {
      getcontext(&begin);
      begin.uc_stack.ss_sp = stack.get();
      begin.uc_stack.ss_size = stack_size;
      makecontext(&begin, work, 0);
    }

    bool can_go_on() const {
      return !done && !awaits_store && (!asleep_at || timed || woken);
    }
    /// Whether it is nobody's choice that it goes on to its next operation.
    bool is_under_way() const {
      return can_go_on() && !next_at && (!asleep_at || woken);
    }
  };
  struct choice {
    std::size_t chosen, count;
  };

  /// An object in this run, and how it was used in all of them.
  struct entry {
    const object *living = nullptr;
    std::array<bool, most_threads> used_by{};
    bool is_changed = false, is_ended = false;

    bool is_contended() const {
      return is_changed && std::ranges::count(used_by, true) > 1;
    }
  };

  /// The number of an object: its maker, and how many that had made.
  std::uint64_t enter(const object &one) {
    auto &objects = objects_[active_];
    const std::size_t index = made_[active_]++;
    if (index == objects.size())
      objects.emplace_back();
    objects[index].living = &one;
    return std::uint64_t(active_ + 1) << 32 | index;
  }
  void leave(const object &one) {
    entry &uses = entry_of(one);
    uses.living = nullptr;
    if (active_ != main && limits_.merge)
      begin_again_ |= !std::exchange(uses.is_ended, true);
  }
  entry &entry_of(const object &one) {
    return objects_[(one.number_ >> 32) - 1][std::uint32_t(one.number_)];
  }

  /// Whether it makes a difference when this happens. What one thread alone
  /// uses, or all only read, is not worth a choice. Once it turns out that an
  /// object is used otherwise, all begins again.
  bool is_contended(const object &at, access kind) {
    if (!limits_.merge)
      return true;
    entry &uses = entry_of(at);
    const bool was_contended = uses.is_contended();
    uses.used_by[active_] = true;
    uses.is_changed |= kind != access::load;
    begin_again_ |= uses.is_contended() && !was_contended;
    return uses.is_contended();
  }

  void tick(std::size_t thread) { ++knowledge_[thread].of[thread]; }

  std::size_t choose(std::size_t count) {
    if (count <= 1 || seen_before_)
      return 0;
    if (position_ == path_.size())
      path_.push_back({0, count});
    return path_[position_++].chosen;
  }

  struct threads {
    std::array<std::size_t, most_threads> of{};
    std::size_t count = 0;

    void add(std::size_t thread) { of[count++] = thread; }
  };

  /// The threads that may go on, the running one first.
  threads ready_threads() const {
    threads ready;
    if (running_ != none && fibers_[running_]->can_go_on())
      ready.add(running_);
    for (std::size_t i = 0; i < fibers_count_; ++i)
      if (i != running_ && fibers_[i]->can_go_on())
        ready.add(i);
    if (ready.count == 0)
      for (std::size_t i = 0; i < fibers_count_; ++i)
        if (fibers_[i]->awaits_store && !fibers_[i]->is_alone)
          ready.add(i);
    return ready;
  }

  std::size_t next_thread() {
    const threads ready = ready_threads();
    if (ready.count == 0)
      return none;
    const bool preempts = running_ == ready.of[0] && fibers_[running_]->next_at;
    if (preempts && preemptions_ == 0)
      return running_;
    if (ready.count > 1 && limits_.merge && !seen_before_ &&
        position_ == path_.size())
      seen_before_ = begin_again_ || is_seen_before();
    const std::size_t chosen = ready.of[choose(ready.count)];
    if (preempts && chosen != running_ && preemptions_ > 0)
      --preemptions_;
    if (fibers_[chosen]->awaits_store) {
      fibers_[chosen]->awaits_store = false;
      fibers_[chosen]->is_alone = true;
    }
    return running_ = chosen;
  }

  /// Looks the state up, and notes it. To be sure that states are what they
  /// should be: where two are the same, the threads do the same next.
  bool is_seen_before() {
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < fibers_count_; ++i)
      if (const fiber &one = *fibers_[i]; one.next_at)
        next = mix(mix(next, one.next_at->number_ + i),
                   std::uint64_t(one.next_kind));
    const auto [known, is_new] = states_.try_emplace(state_hash(), next);
    if (known->second != next)
      fail("a thread goes by what is not a part of the state");
    return !is_new;
  }

  std::uint64_t state_hash() {
    state_.clear();
    state_.number(preemptions_);
    state_.number(old_loads_);
    if (preemptions_ != any_number)
      state_.number(running_);
    for (std::size_t i = 0; i < fibers_count_; ++i) {
      const fiber &one = *fibers_[i];
      state_.number(one.done);
      if (one.done)
        continue;
      state_.number(one.seen);
      state_.number(one.woken * 4 + one.awaits_store * 2 + one.is_alone);
      state_.known(knowledge_[i]);
    }
    for (const auto &objects : objects_)
      for (const entry &one : objects)
        if (one.living) {
          state_.number(one.living->number_);
          one.living->describe(state_);
        }
    return state_.hash();
  }

  void start(const std::function<void()> &body) {
    const std::size_t index = fibers_count_++;
    if (index == fibers_.size())
      fibers_.emplace_back();
    if (!fibers_[index] || !fibers_[index]->done)
      fibers_[index] = std::make_unique<fiber>(&explorer::work);
    fiber &one = *fibers_[index];
    one.done = one.is_alone = false;
    one.index = one.seen = index;
    one.operations = 0;
    one.body = body;
    knowledge_[index].learn(knowledge_[main]);
    tick(index);
  }

  /// What a fiber does, in one run after the other.
  static void work() {
    explorer &self = *current();
    for (;;) {
      fiber &mine = *self.fibers_[self.active_];
      mine.body();
      mine.done = true;
      self.yield_from(mine);
    }
  }

  bool all_settled() const {
    for (std::size_t i = 0; i < fibers_count_; ++i)
      if (i != active_ && fibers_[i]->is_under_way())
        return false;
    return true;
  }

  /// What a thread does until its next operation is seen by no other: so it
  /// does it at once, and there are fewer states.
  void settle() {
    settling_ = true;
    active_ = main;
    while (!all_settled())
      for (std::size_t i = 0; i < fibers_count_; ++i)
        if (fibers_[i]->is_under_way())
          resume(i);
    settling_ = false;
  }

  void resume(std::size_t index) {
    while (index != none) {
      active_ = index;
      preferred_ = none;
      switch_to(*fibers_[index]);
      index = preferred_;
    }
  }

  // swapcontext would do; but it calls the system, to no end, and that would be
  // half of the time that an exploration takes.
  void switch_to(fiber &next) {
    if (_setjmp(left_) != 0)
      return;
    if (std::exchange(next.has_begun, true))
      _longjmp(next.left, 1);
    setcontext(&next.begin);
  }
  void yield_from(fiber &self) {
    if (_setjmp(self.left) == 0)
      _longjmp(left_, 1);
  }

  bounds limits_;
  int preemptions_ = 0, old_loads_ = 0;

  // The choices of this run, and those that the next one begins with.
  std::vector<choice> path_;
  std::size_t position_ = 0;

  // The states that were seen, with what comes next there; and whether this run
  // has come into one of them.
  state state_;
  std::unordered_map<std::uint64_t, std::uint64_t> states_;
  bool seen_before_ = false;

  // What the threads share, by maker, and how many each has made in this run;
  // and whether it has turned out that one is used in another way.
  std::array<std::vector<entry>, most_threads + 1> objects_;
  std::array<std::size_t, most_threads + 1> made_{};
  bool begin_again_ = false;

  // The first fibers_count_ of them; the others have a stack at hand.
  std::vector<std::unique_ptr<fiber>> fibers_;
  std::size_t fibers_count_ = 0;
  std::size_t active_ = main, running_ = none, preferred_ = none;
  bool settling_ = false, failed_ = false, stuck_ = false;
  std::array<knowledge, most_threads + 1> knowledge_{};
  std::jmp_buf left_{};
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

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
//   - which thread goes on, with a bounded number of preemptions: switches away
//     from a thread that could go on (most faults need one or two). Schedules
//     that only swap operations apart are not left out: those of a lock are all
//     on one word, so there are none;
//   - which store a load sees: not the last one alone, but each that coherence,
//     happens-before and the order of the sequentially consistent operations
//     leave, with a bounded number of old ones a run. The look of a wait is no
//     better, but that it sees what was stored before a wake;
//   - which sleeper a wake wakes, and whether a timed wait is over.
//
// Found are data races on plain<T>, by vector clocks; deadlocks; and what the
// program checks. Not modelled: a compare-exchange that fails on an old value.
//
// To test the tests: bounds.weaken names one place whose ordering is taken a
// step weaker; the exploration must find a fault then.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_EXPLORER_H
#define FEARLESS_TEST_SCHEDULE_EXPLORER_H

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <source_location>
#include <string>
#include <tuple>
#include <ucontext.h>
#include <vector>

namespace schedule {

inline constexpr std::size_t most_threads = 4;

/// What a thread knows: how far each thread had come.
struct knowledge {
  std::array<std::uint32_t, most_threads + 1> of{};

  void learn(const knowledge &other) {
    for (std::size_t i = 0; i < of.size(); ++i)
      of[i] = std::max(of[i], other.of[i]);
  }
};

/// A moment of one thread.
struct moment {
  std::size_t thread;
  std::uint32_t time;

  bool is_known_to(const knowledge &who) const {
    return who.of[thread] >= time;
  }
};

/// Where an operation with an ordering stands, and which of its orderings:
/// 'r' for its read part, 'w' for its write part, 'f' for its failure, 's' for
/// what sequential consistency adds to them.
using place = std::tuple<std::string, unsigned, unsigned, char>;

struct bounds {
  int preemptions = 2;
  int old_loads = 2;
  place weaken = {};
};

struct result {
  std::size_t runs = 0;
  /// The first fault; empty if there is none.
  std::string fault;
  /// Where an ordering was asked for that could be weaker.
  std::set<place> orderings;
};

class explorer {
public:
  explicit explorer(bounds limits) : limits_(limits) {}

  static explorer *&current() {
    static explorer *running = nullptr;
    return running;
  }

  /// The end of a run that is at its last choices.
  bool next_run() {
    while (!path_.empty() && path_.back().chosen + 1 == path_.back().count)
      path_.pop_back();
    if (path_.empty())
      return false;
    ++path_.back().chosen;
    return true;
  }

  void run(const std::vector<std::function<void()>> &bodies) {
    ++outcome.runs;
    position_ = 0;
    preemptions_ = limits_.preemptions;
    old_loads_ = limits_.old_loads;
    lonely_yields_ = 0;
    fibers_.clear();
    for (const auto &body : bodies)
      start(body);
    active_ = 0;
    for (;;) {
      std::vector<std::size_t> ready = ready_fibers();
      if (ready.empty())
        break;
      resume(ready[choose(ready.size())]);
    }
    for (const auto &one : fibers_) {
      if (!one->done)
        fail("deadlock: all threads that are left sleep");
      knowledge_[main].learn(knowledge_[one->index]);
    }
    active_ = main;
  }

  /// Before each operation: another thread may go on here.
  void point() {
    if (active_ == main)
      return;
    fiber &self = *fibers_[active_];
    tick(active_);
    if (preemptions_ == 0)
      return;
    std::vector<std::size_t> others = ready_fibers();
    std::erase(others, active_);
    std::size_t chosen = choose(others.size() + 1);
    if (chosen == 0)
      return;
    --preemptions_;
    preferred_ = others[chosen - 1];
    yield_from(self);
  }

  /// Gives the others a turn: of a loop that waits for them.
  void yield() {
    if (active_ == main)
      return;
    fiber &self = *fibers_[active_];
    std::vector<std::size_t> others = ready_fibers();
    std::erase(others, active_);
    if (others.empty()) {
      // It may have seen an old store. But of these there are few.
      if (++lonely_yields_ > 100)
        sleep(this, false);
      return;
    }
    preferred_ = others[choose(others.size())];
    yield_from(self);
  }

  /// True if woken, false if the time is over.
  bool sleep(const void *at, bool timed) {
    fiber &self = *fibers_[active_];
    self.asleep_at = at;
    self.timed = timed;
    self.woken = false;
    yield_from(self);
    self.asleep_at = nullptr;
    return self.woken;
  }

  void wake(const void *at, bool all) {
    std::vector<fiber *> asleep;
    for (const auto &one : fibers_)
      if (!one->done && one->asleep_at == at && !one->woken)
        asleep.push_back(one.get());
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
    if (old_loads_ == 0)
      return 0;
    std::size_t chosen = choose(count);
    if (chosen != 0)
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
    if (outcome.fault.empty())
      outcome.fault = what + " in run " + std::to_string(outcome.runs);
  }

  void expect_known(const moment &when) {
    if (!when.is_known_to(known()))
      fail("something ends while a thread uses it");
  }

  /// Whether the part of an operation is as strong as asked for.
  bool keeps(bool asked, char part, const std::source_location &where) {
    if (!asked)
      return false;
    place here{where.file_name(), where.line(), where.column(), part};
    outcome.orderings.insert(here);
    return here != limits_.weaken;
  }

  /// A run begins: the main thread makes what the threads share.
  void set_up() {
    knowledge_ = {};
    active_ = main;
  }

  result outcome;

private:
  static constexpr std::size_t main = most_threads;

  struct fiber {
    std::size_t index = 0;
    std::function<void()> body;
    ucontext_t context{};
    std::unique_ptr<char[]> stack;
    const void *asleep_at = nullptr;
    bool timed = false, woken = false, done = false;
  };
  struct choice {
    std::size_t chosen, count;
  };

  void tick(std::size_t thread) { ++knowledge_[thread].of[thread]; }

  std::size_t choose(std::size_t count) {
    if (count <= 1)
      return 0;
    if (position_ == path_.size())
      path_.push_back({0, count});
    return path_[position_++].chosen;
  }

  void start(const std::function<void()> &body) {
    auto one = std::make_unique<fiber>();
    one->index = fibers_.size();
    one->body = body;
    one->stack = std::make_unique_for_overwrite<char[]>(stack_size);
    getcontext(&one->context);
    one->context.uc_stack.ss_sp = one->stack.get();
    one->context.uc_stack.ss_size = stack_size;
    one->context.uc_link = &scheduler_;
    makecontext(&one->context, &explorer::enter, 0);
    knowledge_[one->index].learn(knowledge_[main]);
    tick(one->index);
    fibers_.push_back(std::move(one));
  }

  static void enter() {
    explorer &self = *current();
    fiber &mine = *self.fibers_[self.active_];
    mine.body();
    mine.done = true;
  }

  std::vector<std::size_t> ready_fibers() const {
    std::vector<std::size_t> ready;
    for (const auto &one : fibers_)
      if (!one->done && (!one->asleep_at || one->timed || one->woken))
        ready.push_back(one->index);
    return ready;
  }

  void resume(std::size_t index) {
    for (;;) {
      active_ = index;
      preferred_ = none;
      swapcontext(&scheduler_, &fibers_[index]->context);
      if (preferred_ == none)
        return;
      index = preferred_;
    }
  }

  void yield_from(fiber &self) { swapcontext(&self.context, &scheduler_); }

  static constexpr std::size_t stack_size = 64 * 1024;
  static constexpr std::size_t none = most_threads + 1;

  bounds limits_;
  int preemptions_ = 0, old_loads_ = 0, lonely_yields_ = 0;
  std::vector<choice> path_;
  std::size_t position_ = 0;
  std::vector<std::unique_ptr<fiber>> fibers_;
  std::size_t active_ = main, preferred_ = none;
  std::array<knowledge, most_threads + 1> knowledge_{};
  ucontext_t scheduler_{};
};

/// A variable without a lock or ordering of its own, which two threads must
/// not use at once.
template <class T> class plain {
public:
  plain(T value = {}) : value_(value) {}

  T read() const {
    explorer &run = *explorer::current();
    if (!written_.is_known_to(run.known()))
      run.fail("data race: a read beside a write");
    read_.push_back(run.next());
    return value_;
  }
  void write(T value) {
    explorer &run = *explorer::current();
    if (!written_.is_known_to(run.known()))
      run.fail("data race: two writes");
    for (const moment &one : read_)
      if (!one.is_known_to(run.known()))
        run.fail("data race: a write beside a read");
    read_.clear();
    written_ = run.next();
    value_ = value;
  }

private:
  T value_;
  moment written_{most_threads, 0};
  mutable std::vector<moment> read_;
};

/// A program: what its threads share, made anew for each run; what each of
/// them does; and what holds in the end.
template <class Shared> struct program {
  using body = std::function<void(Shared &)>;
  using condition = std::function<bool(Shared &)>;

  program(std::vector<body> threads, condition holds = {})
      : threads(std::move(threads)), holds(std::move(holds)) {}

  std::vector<body> threads;
  condition holds;
};

template <class Shared>
result explore(bounds limits, const program<Shared> &what) {
  explorer runs(limits);
  explorer::current() = &runs;
  do {
    runs.set_up();
    auto shared = std::make_unique<Shared>();
    std::vector<std::function<void()>> bodies;
    for (const auto &body : what.threads)
      bodies.push_back([&] { body(*shared); });
    runs.run(bodies);
    if (runs.outcome.fault.empty() && what.holds && !what.holds(*shared))
      runs.fail("the end is not as it should be");
    if (!runs.outcome.fault.empty())
      (void)shared.release(); // a thread may be stuck in the midst of it
  } while (runs.outcome.fault.empty() && runs.next_run());
  explorer::current() = nullptr;
  return runs.outcome;
}

} // namespace schedule

#endif

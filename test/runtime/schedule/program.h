//===-- program.h - A program to be run in all its schedules --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_PROGRAM_H
#define FEARLESS_TEST_SCHEDULE_PROGRAM_H

#include "schedule/explorer.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace schedule {

/// A variable without a lock or ordering of its own, which two threads must
/// not use at once.
template <class T> class plain final : public object {
public:
  plain(T value = {}) : value_(value) {}
  /// Reads the other, writes this.
  plain(const plain &other) noexcept : value_(other.read()) {
    written_ = explorer::current()->next();
  }
  plain &operator=(const plain &other) noexcept {
    write(other.read());
    return *this;
  }
  /// Its end counts as a write.
  ~plain() {
    if (explorer *run = explorer::current())
      expect_alone(*run);
  }

  T read() const {
    explorer &run = *explorer::current();
    if (!written_.is_known_to(run.known()))
      run.fail("data race: a read beside a write");
    const moment now = run.next();
    read_.of[now.thread] = now.time;
    run.sees(run.number_of(value_));
    return value_;
  }
  void write(T value) {
    explorer &run = *explorer::current();
    expect_alone(run);
    read_ = {};
    written_ = run.next();
    value_ = value;
  }

  void describe(state &into) const override {
    explorer &run = *explorer::current();
    into.number(run.number_of(value_));
    run.all_threads().describe(read_, into);
    run.all_threads().describe(written_, into);
  }
  void describe_messages(state &into) const override {
    const explorer &run = *explorer::current();
    run.all_threads().describe_messages(read_, into);
    run.all_threads().describe_messages(written_, into);
  }

private:
  void expect_alone(explorer &run) const {
    if (!written_.is_known_to(run.known()))
      run.fail("data race: two writes");
    if (!run.known().has(read_))
      run.fail("data race: a write beside a read");
  }

  T value_;
  moment written_{most_threads, 0};
  /// The last reads since then.
  mutable knowledge read_;
};

/// In a test, where what the thread has seen so far is done with.
inline void forget() { explorer::current()->forget(); }

/// What a program checks on its way.
inline void check(bool holds) {
  if (!holds)
    explorer::current()->fail("a check does not hold");
}

/// A program: what its threads share, made anew for each run; what each of
/// them does; and what holds in the end.
template <class Shared> struct program {
  using body = std::function<void(Shared &)>;
  using condition = std::function<bool(Shared &)>;

  program(std::vector<body> threads, condition holds = {},
          std::vector<std::size_t> alike = {})
      : threads(std::move(threads)), holds(std::move(holds)),
        alike(std::move(alike)) {}

  std::vector<body> threads;
  condition holds;
  /// Threads that do the same, with the same parts of what they share: states
  /// in which they have changed places are the same.
  std::vector<std::size_t> alike;
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
    runs.run(bodies, what.alike);
    if (!runs.has_failed() && what.holds && !what.holds(*shared))
      runs.fail("the end is not as it should be");
    if (runs.has_failed())
      (void)shared.release(); // its end might not come to an end
  } while (runs.next_run());
  explorer::current() = nullptr;
  return runs.outcome;
}

} // namespace schedule

#endif

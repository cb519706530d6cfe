//===-- threads.h - The threads of a program, and what they know --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_THREADS_H
#define FEARLESS_TEST_SCHEDULE_THREADS_H

#include "schedule/fiber.h"
#include "schedule/objects.h"
#include "schedule/state.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace schedule {

/// A thread, and where it stands.
struct thread {
  std::size_t index = 0;
  /// Threads that are alike have one number.
  std::size_t kind = 0;
  std::function<void()> body = {};
  fiber stack;
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

  explicit thread(void (*work)()) : stack(work) {}

  bool can_go_on() const {
    return !done && !awaits_store && (!asleep_at || timed || woken);
  }
  /// Whether it is nobody's choice that it goes on to its next operation.
  bool is_under_way() const {
    return can_go_on() && !next_at && (!asleep_at || woken);
  }
};

/// Those of this run. The main thread, which makes what they share and looks at
/// it in the end, is none of them, but knows something, too.
class threads {
public:
  static constexpr std::size_t main = most_threads;

  void begin_run() {
    knowledge_ = {};
    count_ = 0;
  }

  /// One that begins to do its work: `work` calls its body, and leaves, again
  /// and again.
  void start(const std::function<void()> &body, std::size_t kind,
             void (*work)()) {
    const std::size_t index = count_++;
    if (index == all_.size())
      all_.emplace_back();
    if (!all_[index] || !all_[index]->done)
      all_[index] = std::make_unique<thread>(work);
    thread &one = *all_[index];
    one.done = one.is_alone = false;
    one.index = index;
    one.seen = one.kind = kind;
    one.operations = 0;
    one.body = body;
    knowledge_[index].learn(knowledge_[main]);
    tick(index);
  }

  std::size_t count() const { return count_; }
  thread &operator[](std::size_t index) { return *all_[index]; }
  const thread &operator[](std::size_t index) const { return *all_[index]; }

  knowledge &known_to(std::size_t index) { return knowledge_[index]; }
  void tick(std::size_t index) { ++knowledge_[index].of[index]; }
  moment now(std::size_t index) const {
    return {index, knowledge_[index].of[index]};
  }

  /// Calls f(thread, what it knows) for each that is not done.
  template <class F> void for_each(F f) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (!all_[i]->done)
        f(i, knowledge_[i]);
  }
  /// It is about to see the last store of the object.
  bool is_about_to_change(std::size_t thread, const object &at) const {
    return all_[thread]->next_at == &at &&
           all_[thread]->next_kind == access::change;
  }

  /// Of what `oldest` of each thread says that it may see, the oldest; or the
  /// last. A thread that is about to look at the last store of the object sees
  /// no other one any more.
  template <class Oldest>
  std::size_t oldest_for_any(const object &at, std::size_t last,
                             Oldest oldest) const {
    for_each([&](std::size_t thread, const knowledge &knows) {
      if (!is_about_to_change(thread, at))
        last = std::min(last, oldest(knows));
    });
    return last;
  }

  /// Whether there is a thread that does not know of it.
  bool matters(const moment &when) const {
    bool found = false;
    for_each([&](std::size_t, const knowledge &knows) {
      found = found || !when.is_known_to(knows);
    });
    return found;
  }
  bool matters(const knowledge &message) const {
    bool found = false;
    for_each([&](std::size_t, const knowledge &knows) {
      found = found || !knows.has(message);
    });
    return found;
  }

  /// A moment that threads know of or not: of the object, or of its use by a
  /// thread.
  void describe(const moment &when, state &into, std::size_t user = 0) const {
    if (!matters(when))
      return;
    into.length(1, user);
    for_each([&](std::size_t thread, const knowledge &knows) {
      into.behind(thread, !when.is_known_to(knows), user);
    });
  }
  void describe_messages(const moment &when, state &into,
                         std::size_t user = 0) const {
    if (matters(when))
      into.messages(
          [&](const knowledge &knows) { return !when.is_known_to(knows); }, 1,
          user);
  }
  /// … of the last moments of each thread.
  void describe(const knowledge &last, state &into) const {
    for (std::size_t i = 0; i < last.of.size(); ++i)
      describe(moment{i, last.of[i]}, into, i + 1);
  }
  void describe_messages(const knowledge &last, state &into) const {
    for (std::size_t i = 0; i < last.of.size(); ++i)
      describe_messages(moment{i, last.of[i]}, into, i + 1);
  }

private:
  // The first count_ of them; the others have a stack at hand.
  std::vector<std::unique_ptr<thread>> all_;
  std::size_t count_ = 0;
  std::array<knowledge, most_threads + 1> knowledge_{};
};

} // namespace schedule

#endif

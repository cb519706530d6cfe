//===-- state.h - Which states of a program are the same ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The explorer's reduction: a stateful search. Two schedules that lead to the
// same state have the same future, and the second is not followed further. That
// takes in what a partial-order reduction takes in, since schedules that only
// swap independent operations meet in one state; and more: three threads that
// take a lock in turns meet again in the few states of the lock, whoever came
// first.
//
// A state is written down as a list of numbers, of which a hash is kept:
//
//   - of each thread, what it has seen since it last forgot. A thread is
//     deterministic, so that says where it stands, with its local variables. It
//     forgets between two operations of a test, which have none in common; at
//     places of a test that say so; and where it has waited (seam.h). What is
//     left then are its calls, which are read off its stack;
//   - of each plain variable, its value;
//   - of each atomic, not its value alone, but all the stores that some thread
//     may still see, each with what is to be learned from it. Later loads may
//     see just these. So weak orderings are a part of the state;
//   - who knows of which of the moments that may matter: of a store, that it
//     hides those before it; of a use of a plain variable, that the next one is
//     no race; of a use of anything, that its end comes later. What all threads
//     know does not matter any more.
//
// Times are not written down as they are, but as their rank among those of the
// same thread that matter: only what is known before what is ever asked.
//
// Besides, an operation is no point of choice as long as no run has shown that
// another thread uses its object, too, and one of them changes it.
//
// Sound, then, if threads share nothing but atomics and plain variables, or
// what is a function of those, and if they go by nothing that they have
// forgotten. The explorer looks for signs of the contrary: threads of one state
// that do not do the same next. reduction.cpp compares what is found with the
// reduction and without. What is left is the hash: of n states it loses one
// with a probability of about n²/2^65, for ten million less than 1 in 300,000.
//
// Why not partial orders alone: measured for three threads and a lock, loads of
// old stores left aside, with what threads see never forgotten, which is one
// state for each beginning of a partial order: 6922 states if each takes it
// once, and not done after a minute if twice. With what is above: 16,315 if
// twice, 52,240 if three times, in less than a second.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_STATE_H
#define FEARLESS_TEST_SCHEDULE_STATE_H

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace schedule {

inline constexpr std::size_t most_threads = 4;

/// What a thread knows: how far each thread had come. The main thread has the
/// last place.
struct knowledge {
  std::array<std::uint32_t, most_threads + 1> of{};

  void learn(const knowledge &other) {
    for (std::size_t i = 0; i < of.size(); ++i)
      of[i] = std::max(of[i], other.of[i]);
  }
  bool has(const knowledge &other) const {
    for (std::size_t i = 0; i < of.size(); ++i)
      if (of[i] < other.of[i])
        return false;
    return true;
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

inline std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = hash * 0x9e3779b97f4a7c15 + value + 1;
  hash = (hash ^ hash >> 32) * 0xd6e8feb86659fd93;
  return hash ^ hash >> 32;
}

/// A state as it is written down. Of lists, their length comes first.
class state {
public:
  void clear() {
    items_.clear();
    for (auto &times : matter_)
      times.clear();
  }

  void number(std::uint64_t value) { items_.push_back({value, no_thread}); }

  /// A moment that matters.
  void time_of(const moment &when) {
    number(when.thread + 1);
    matter_[when.thread].push_back(when.time);
    items_.push_back({when.time, when.thread});
  }

  void known(const knowledge &who) {
    for (std::size_t i = 0; i < who.of.size(); ++i)
      items_.push_back({who.of[i], i});
  }

  std::uint64_t hash() {
    for (auto &times : matter_) {
      std::ranges::sort(times);
      const auto [first, last] = std::ranges::unique(times);
      times.erase(first, last);
    }
    std::uint64_t hash = items_.size();
    for (const item &one : items_)
      hash = mix(hash, one.thread == no_thread ? one.value
                                               : rank(one.thread, one.value));
    return hash;
  }

private:
  static constexpr std::size_t no_thread = most_threads + 1;

  struct item {
    std::uint64_t value;
    std::size_t thread;
  };

  /// How many of the thread's times that matter are not later.
  std::uint64_t rank(std::size_t thread, std::uint64_t time) const {
    const auto &times = matter_[thread];
    return std::ranges::upper_bound(times, time) - times.begin();
  }

  std::vector<item> items_;
  std::array<std::vector<std::uint64_t>, most_threads + 1> matter_;
};

} // namespace schedule

#endif

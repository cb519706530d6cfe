//===-- objects.h - What the threads of a program share -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_OBJECTS_H
#define FEARLESS_TEST_SCHEDULE_OBJECTS_H

#include "schedule/state.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace schedule {

/// A change sees the last store; and a load any store that a thread may see.
enum class access { load, change, wake };

/// An atomic, or a plain variable. It has a number that does not depend on how
/// its maker's operations mix with those of others.
class object {
public:
  std::uint64_t number() const { return number_; }

  /// A part of the state; and then what messages tell of it.
  virtual void describe(state &into) const = 0;
  virtual void describe_messages(state &into) const = 0;

protected:
  constexpr object() {
    if (!std::is_constant_evaluated())
      enter();
  }
  ~object() { leave(); }
  object(const object &) = delete;
  object &operator=(const object &) = delete;

private:
  inline void enter();
  inline void leave() const;

  std::uint64_t number_ = 0;
};

/// The objects of this run, by maker; and how they were used in all runs.
class objects {
public:
  void begin_run() {
    for (auto &all : by_maker_)
      for (entry &one : all)
        one.living = nullptr;
    made_ = {};
  }

  /// The number of an object: its maker, and how many that had made.
  std::uint64_t enter(const object &one, std::size_t maker) {
    auto &all = by_maker_[maker];
    const std::size_t index = made_[maker]++;
    assert(index < state::most_objects);
    if (index == all.size())
      all.emplace_back();
    all[index].living = &one;
    return std::uint64_t(maker + 1) << 32 | index;
  }
  /// True if that is news: no thread has ended it in any run.
  bool leave(const object &one, bool by_thread) {
    entry &uses = of(one);
    uses.living = nullptr;
    return by_thread && !std::exchange(uses.is_ended, true);
  }

  std::size_t made_by(std::size_t maker) const { return made_[maker]; }

  /// Notes a use, and returns whether that is news: two threads use it, and one
  /// of them changes it.
  bool use(const object &one, std::size_t thread, access kind) {
    entry &uses = of(one);
    const bool was_contended = uses.is_contended();
    uses.used_by[thread] = true;
    uses.is_changed |= kind != access::load;
    return uses.is_contended() && !was_contended;
  }
  bool is_contended(const object &one) const { return of(one).is_contended(); }
  /// Whether a thread ends it, in some run: if not, it ends after all uses.
  bool is_ended_by_thread(const object &one) const { return of(one).is_ended; }

  template <class F> void for_living(F f) const {
    for (const auto &all : by_maker_)
      for (const entry &one : all)
        if (one.living)
          f(*one.living);
  }

  /// A value as a number: a pointer as that of the object that it points to.
  /// (If there is none any more, nobody will follow it.)
  template <class T> std::uint64_t number_of(T value) const {
    if constexpr (std::is_pointer_v<T>) {
      std::uint64_t found = value ? 1 : 0;
      for_living([&](const object &one) {
        if (static_cast<const void *>(&one) == value)
          found = one.number();
      });
      return found;
    } else {
      return static_cast<std::uint64_t>(value);
    }
  }

private:
  struct entry {
    const object *living = nullptr;
    std::array<bool, most_threads> used_by{};
    bool is_changed = false, is_ended = false;

    bool is_contended() const {
      return is_changed && std::ranges::count(used_by, true) > 1;
    }
  };

  const entry &of(const object &one) const {
    return by_maker_[(one.number() >> 32) - 1][std::uint32_t(one.number())];
  }
  entry &of(const object &one) {
    return by_maker_[(one.number() >> 32) - 1][std::uint32_t(one.number())];
  }

  std::array<std::vector<entry>, most_threads + 1> by_maker_;
  std::array<std::size_t, most_threads + 1> made_{};
};

} // namespace schedule

#endif

//===-- arc.cpp - The count of Arc in all its schedules -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/arc.h"
#include "schedule/expect.h"

#include <gtest/gtest.h>

#include <optional>
#include <utility>

using fearless::Arc;
using fearless::Weak;
using schedule::each_is_needed;
using schedule::forget;
using schedule::one_by_one;
using schedule::plain;
using schedule::program;
using schedule::right;

namespace {

/// How many values there are, for the end; and writes what it ends.
struct Value {
  explicit Value(int &living) : living(&living) { ++living; }
  Value(Value &&other) noexcept
      : content(other.content.read()), living(other.living) {
    ++*living;
    other.content.write(-1);
  }
  ~Value() {
    content.write(0);
    --*living;
  }

  plain<int> content = 1;
  int *living;
};

/// A handle for each thread, which goes with it.
struct Shared {
  int living = 0;
  std::optional<Arc<Value>> arc[3];
  int unwrapped = 0;

  Shared() {
    arc[0].emplace(Arc<Value>::make(living));
    arc[1].emplace(*arc[0]);
    arc[2].emplace(*arc[0]);
  }
};
bool is_ended(Shared &shared) { return shared.living == 0; }

template <int I> void drop(Shared &shared) {
  (*shared.arc[I])->content.read();
  shared.arc[I].reset();
}
template <int I> void copy(Shared &shared) {
  const auto copy = *shared.arc[I];
  copy->content.read();
}
template <int I> void copy_and_drop(Shared &shared) {
  copy<I>(shared);
  drop<I>(shared);
}
template <int I> void write_if_alone(Shared &shared) {
  if (auto *value = shared.arc[I]->get_mut())
    value->content.write(2);
  shared.arc[I].reset();
}
template <int I> void unwrap(Shared &shared) {
  if (std::move(*shared.arc[I]).try_unwrap())
    ++shared.unwrapped;
  shared.arc[I].reset();
}
/// With a Weak alone: the Arc goes first.
template <int I> void upgrade(Shared &shared) {
  const auto weak = shared.arc[I]->downgrade();
  shared.arc[I].reset();
  if (const auto again = weak.upgrade())
    (*again)->content.read();
}

template <int I> void use_weak(Shared &shared) {
  const auto weak = shared.arc[I]->downgrade();
  forget();
  (*weak.upgrade())->content.read();
  forget();
}

TEST(Arc, EndsItsValueOnce) {
  right({}, program<Shared>{{drop<0>, drop<1>, drop<2>}, is_ended});
  right({},
        program<Shared>{{copy_and_drop<0>, copy_and_drop<1>, copy_and_drop<2>},
                        is_ended});
  right({}, program<Shared>{{upgrade<0>, upgrade<1>, drop<2>}, is_ended});
  right({},
        program<Shared>{{upgrade<0>, write_if_alone<1>, unwrap<2>}, is_ended});
}

TEST(Arc, NoTwoUnwrap) {
  right({},
        program<Shared>{{unwrap<0>, unwrap<1>, unwrap<2>}, [](Shared &shared) {
                          return shared.living == 0 && shared.unwrapped <= 1;
                        }});
}

TEST(Arc, ThreeThreadsThreeTimes) {
  const program<Shared> copies{
      {one_by_one<Shared>({copy<0>, copy<0>, drop<0>}),
       one_by_one<Shared>({copy<1>, copy<1>, unwrap<1>}),
       one_by_one<Shared>({copy<2>, copy<2>, write_if_alone<2>})},
      is_ended};
  right({}, copies);
  right({.preemptions = 4, .old_loads = 0},
        program<Shared>{
            {one_by_one<Shared>({copy<0>, copy<0>, drop<0>}),
             one_by_one<Shared>({copy<1>, use_weak<1>, unwrap<1>}),
             one_by_one<Shared>({use_weak<2>, copy<2>, write_if_alone<2>})},
            is_ended});
}

/// The count alone, and what it decides on: the value and the memory.
struct Counted {
  fearless::detail::arc_count count;
  plain<int> value, memory;

  Counted() {
    count.add_strong();
    count.add_weak();
  }
};
void use(Counted &shared) {
  shared.memory.read();
  shared.value.read();
}
void end_value(Counted &shared) {
  shared.value.write(0);
  shared.memory.read();
  if (shared.count.release_weak())
    shared.memory.write(0);
}
void use_and_release(Counted &shared) {
  use(shared);
  if (shared.count.unique()) {
    shared.value.write(0);
    shared.memory.write(0);
  } else if (shared.count.release_strong()) {
    end_value(shared);
  }
}
void use_and_unwrap(Counted &shared) {
  use(shared);
  if (shared.count.release_last())
    end_value(shared);
  else
    use_and_release(shared);
}
void write_and_release(Counted &shared) {
  if (shared.count.unique())
    shared.value.write(1);
  use_and_release(shared);
}
void upgrade_and_release(Counted &shared) {
  if (shared.count.upgrade())
    use_and_release(shared);
  if (shared.count.release_weak())
    shared.memory.write(0);
}
void release_weak(Counted &shared) {
  if (shared.count.release_weak())
    shared.memory.write(0);
}

TEST(Arc, NeedsItsOrderings) {
  each_is_needed<Counted>(
      {}, {{{use_and_release, use_and_release, release_weak}},
           {{use_and_release, use_and_release, upgrade_and_release}},
           {{write_and_release, use_and_release, release_weak}},
           {{use_and_unwrap, use_and_release, release_weak}},
           {{use_and_unwrap, use_and_unwrap, upgrade_and_release}}});
}

} // namespace

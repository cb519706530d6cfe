//===-- arc.cpp - Arc and Weak: several owners on any threads -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/arc.h>

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using fearless::Arc;
using fearless::Weak;

static_assert(sizeof(Arc<std::string>) == sizeof(void *));
static_assert(fearless::Send<Arc<int>> && fearless::Sync<Arc<int>>);
static_assert(fearless::Send<Weak<int>> && fearless::Sync<Weak<int>>);
static_assert(std::is_nothrow_move_constructible_v<Arc<int>>);

/// Counts how many of it live.
struct Tracked {
  explicit Tracked(std::atomic<int> &living, int number = 0)
      : living(living), number(number) {
    ++living;
  }
  Tracked(const Tracked &other) : Tracked(other.living, other.number) {}
  ~Tracked() { --living; }
  std::atomic<int> &living;
  int number;
};

TEST(Arc, TheLastOwnerEndsTheValue) {
  std::atomic<int> living = 0;
  {
    auto first = Arc<Tracked>::make(living, 7);
    auto second = first;
    EXPECT_EQ(second->number, 7);
    EXPECT_EQ(first.strong_count(), 2u);
    EXPECT_TRUE(ptr_eq(first, second));
    first = Arc<Tracked>::make(living, 8);
    EXPECT_EQ(living, 2);
    EXPECT_FALSE(ptr_eq(first, second));
  }
  EXPECT_EQ(living, 0);
}

TEST(Arc, MovesKeepTheCount) {
  auto first = Arc<int>::make(1);
  auto second = std::move(first);
  EXPECT_EQ(second.strong_count(), 1u);
  first = second; // what was moved from may be assigned to
  auto &itself = first;
  first = itself;
  swap(first, second);
  EXPECT_EQ(first.strong_count(), 2u);
}

TEST(Arc, OnlyTheOnlyHandleGetsTheValueToChange) {
  auto first = Arc<int>::make(1);
  *first.get_mut() = 2;
  {
    auto second = first;
    EXPECT_EQ(first.get_mut(), nullptr);
  }
  {
    auto weak = first.downgrade();
    EXPECT_EQ(first.get_mut(), nullptr); // it might be upgraded meanwhile
  }
  EXPECT_NE(first.get_mut(), nullptr);
}

TEST(Arc, MakeMutCopiesWhatIsShared) {
  auto first = Arc<std::string>::make("old");
  const auto *alone = &*first;
  first.make_mut() += "er";
  EXPECT_EQ(&*first, alone);

  auto second = first;
  second.make_mut() = "new";
  EXPECT_EQ(*first, "older");
  EXPECT_EQ(*second, "new");

  auto weak = second.downgrade();
  second.make_mut() = "newest"; // a copy: weak keeps to the old one
  EXPECT_FALSE(weak.upgrade());
}

TEST(Arc, TryUnwrapTakesTheValueFromTheOnlyOwner) {
  auto first = Arc<std::string>::make("value");
  auto second = first;
  EXPECT_FALSE(std::move(first).try_unwrap());
  EXPECT_EQ(*first, "value"); // it stays as it is
  second = Arc<std::string>::make("other");
  auto weak = first.downgrade();
  EXPECT_EQ(std::move(first).try_unwrap(), "value");
  EXPECT_FALSE(weak.upgrade());
}

TEST(Weak, FindsTheValueWhileItHasAnOwner) {
  std::atomic<int> living = 0;
  Weak<Tracked> weak;
  EXPECT_FALSE(weak.upgrade());
  {
    auto arc = Arc<Tracked>::make(living, 5);
    weak = arc.downgrade();
    EXPECT_EQ(arc.weak_count(), 1u);
    EXPECT_EQ(weak.upgrade().value()->number, 5);
    EXPECT_EQ(arc.strong_count(), 1u);
  }
  EXPECT_EQ(living, 0); // the value is not kept, its memory is
  EXPECT_FALSE(weak.upgrade());
  auto copy = weak;
  auto moved = std::move(weak);
  EXPECT_FALSE(copy.upgrade());
  EXPECT_FALSE(moved.upgrade());
}

struct Parent;
struct Child {
  Weak<Parent> parent;
};
struct Parent {
  int number = 0;
  std::optional<Arc<Child>> child;
};

TEST(Weak, BreaksCycles) {
  auto parent = Arc<Parent>::make();
  // The only owner may still change it, until the child knows of it.
  parent.get_mut()->number = 3;
  auto child = Arc<Child>::make(Child{parent.downgrade()});
  EXPECT_EQ(child->parent.upgrade().value()->number, 3);
}

struct Shape {
  virtual ~Shape() = default;
  virtual int corners() const = 0;
};
struct Named {
  std::string name = "square";
  virtual ~Named() = default;
};
struct alignas(64) Square final : Shape, Named {
  explicit Square(std::atomic<int> &ended) : ended(ended) {}
  ~Square() override { ++ended; }
  int corners() const override { return 4; }
  std::atomic<int> &ended;
};

TEST(Arc, ADerivedClassBecomesAnyOfItsBases) {
  std::atomic<int> ended = 0;
  Weak<Named> weak;
  {
    auto square = Arc<Square>::make(ended);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(&*square) % 64, 0u);
    Arc<Shape> shape = square;
    Arc<Named> named = std::move(square); // not the first base
    EXPECT_EQ(shape->corners(), 4);
    EXPECT_EQ(named->name, "square");
    weak = named.downgrade();
    EXPECT_EQ(weak.upgrade().value()->name, "square");
  }
  EXPECT_EQ(ended, 1);
  EXPECT_FALSE(weak.upgrade());
}

struct Throws {
  Throws() = default;
  explicit Throws(int) { throw std::runtime_error("made"); }
  Throws(const Throws &) { throw std::runtime_error("copied"); }
};

TEST(Arc, AConstructorThatThrowsLeavesNothing) {
  EXPECT_THROW((void)Arc<Throws>::make(1), std::runtime_error);
  auto first = Arc<Throws>::make();
  auto second = first;
  EXPECT_THROW((void)second.make_mut(), std::runtime_error);
  EXPECT_TRUE(ptr_eq(first, second));
  EXPECT_THROW((void)(first = Arc<Throws>::make(), //
                      std::move(second).try_unwrap()),
               std::runtime_error);
}

struct Huge {
  char bytes[std::size_t(1) << 46];
};

TEST(Arc, NoMemoryIsAnException) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_THROW((void)Arc<Huge>::make(), std::bad_alloc);
#endif
}

TEST(ArcDeathTest, TooManyHandlesEndTheProgram) {
  auto arc = Arc<int>::make(1);
  auto *head =
      fearless::detail::head_of<fearless::detail::arc_count>(arc.get_mut());
  auto &count = reinterpret_cast<std::atomic<std::uint64_t> &>(head->count);
  EXPECT_DEATH(
      {
        count.store(0x1'8000'0000);
        auto more = arc;
      },
      "");
  EXPECT_DEATH(
      {
        count.store(0x8000'0000'0000'0001);
        auto more = arc.downgrade();
      },
      "");
}

// The value ends once, after all that was done with it, whoever is last. The
// plain number lets the thread sanitizer see a missing order.

struct Plain {
  explicit Plain(std::atomic<int> &ended) : ended(ended) {}
  ~Plain() {
    number = -1;
    ++ended;
  }
  std::atomic<int> &ended;
  int number = 42;
};

TEST(ArcThreads, TheLastOfManyEndsTheValue) {
  std::atomic<int> ended = 0;
  for (int round = 0; round < 200; ++round) {
    auto arc = Arc<Plain>::make(ended);
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([arc]() mutable {
        for (int n = 0; n < 50; ++n) {
          auto copy = arc;
          if (copy->number != 42)
            std::abort();
          arc = std::move(copy);
        }
      });
    { auto gone = std::move(arc); }
    for (auto &thread : threads)
      thread.join();
    ASSERT_EQ(ended, round + 1);
  }
}

TEST(ArcThreads, UpgradeRacesWithTheEnd) {
  std::atomic<int> ended = 0;
  int found = 0;
  for (int round = 0; round < 500; ++round) {
    auto arc = Arc<Plain>::make(ended);
    std::thread other([weak = arc.downgrade(), &found] {
      while (auto owner = weak.upgrade()) {
        if ((*owner)->number != 42)
          std::abort();
        ++found;
      }
    });
    { auto gone = std::move(arc); }
    other.join();
    ASSERT_EQ(ended, round + 1);
  }
  (void)found;
}

TEST(ArcThreads, TheOnlyOwnerMayChangeAfterTheOthersHaveRead) {
  std::atomic<int> ended = 0;
  for (int round = 0; round < 500; ++round) {
    auto arc = Arc<Plain>::make(ended);
    std::thread other([arc]() mutable {
      auto last = std::move(arc);
      if (last->number != 42)
        std::abort();
    });
    while (!arc.get_mut())
      std::this_thread::yield();
    arc.get_mut()->number = 1;
    other.join();
  }
}

TEST(ArcThreads, TheLastOfSeveralUnwraps) {
  for (int round = 0; round < 500; ++round) {
    auto arc = Arc<std::vector<int>>::make(3, round);
    std::thread other([arc]() mutable { (void)arc->at(1); });
    std::optional<std::vector<int>> value;
    while (!(value = std::move(arc).try_unwrap()))
      std::this_thread::yield();
    value->push_back(1);
    other.join();
    ASSERT_EQ(value->size(), 4u);
  }
}

} // namespace

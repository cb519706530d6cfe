//===-- rc.cpp - Rc: several owners on one thread -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/rc.h>

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <tuple>

namespace {

using fearless::Rc;

static_assert(sizeof(Rc<std::string>) == sizeof(void *));
static_assert(!fearless::Send<Rc<int>> && !fearless::Sync<Rc<int>>);
static_assert(std::is_nothrow_move_constructible_v<Rc<int>>);

/// Counts how many of it live.
struct Tracked {
  explicit Tracked(int &living, int number = 0)
      : living(living), number(number) {
    ++living;
  }
  Tracked(const Tracked &other) : Tracked(other.living, other.number) {}
  Tracked(Tracked &&other) : Tracked(other.living, other.number) {}
  ~Tracked() { --living; }
  int &living;
  int number;
};

TEST(Rc, TheLastOwnerEndsTheValue) {
  int living = 0;
  {
    auto first = Rc<Tracked>::make(living, 7);
    EXPECT_EQ(first.strong_count(), 1u);
    {
      auto second = first;
      EXPECT_EQ(second->number, 7);
      EXPECT_EQ((*second).number, 7);
      EXPECT_EQ(first.strong_count(), 2u);
      EXPECT_TRUE(ptr_eq(first, second));
    }
    EXPECT_EQ(first.strong_count(), 1u);
    EXPECT_EQ(living, 1);
  }
  EXPECT_EQ(living, 0);
}

TEST(Rc, MovesKeepTheCount) {
  auto first = Rc<int>::make(1);
  auto second = std::move(first);
  EXPECT_EQ(second.strong_count(), 1u);
  first = second; // what was moved from may be assigned to
  EXPECT_EQ(second.strong_count(), 2u);
  first = std::move(second);
  EXPECT_EQ(first.strong_count(), 1u);
}

TEST(Rc, AssignmentLetsTheOldValueGo) {
  int living = 0;
  auto first = Rc<Tracked>::make(living, 1);
  auto second = Rc<Tracked>::make(living, 2);
  first = second;
  EXPECT_EQ(living, 1);
  auto &itself = first;
  first = itself;
  EXPECT_EQ(first->number, 2);
  swap(first, second);
  EXPECT_TRUE(ptr_eq(first, second));
}

TEST(Rc, OnlyTheOnlyOwnerGetsTheValueToChange) {
  auto first = Rc<int>::make(1);
  *first.get_mut() = 2;
  auto second = first;
  EXPECT_EQ(first.get_mut(), nullptr);
  EXPECT_EQ(*second, 2);
}

TEST(Rc, MakeMutCopiesWhatIsShared) {
  auto first = Rc<std::string>::make("old");
  const auto *alone = &*first;
  first.make_mut() += "er";
  EXPECT_EQ(&*first, alone);

  auto second = first;
  second.make_mut() = "new";
  EXPECT_EQ(*first, "older");
  EXPECT_EQ(*second, "new");
}

TEST(Rc, TryUnwrapTakesTheValueFromTheOnlyOwner) {
  int living = 0;
  auto first = Rc<Tracked>::make(living, 3);
  auto second = first;
  EXPECT_FALSE(std::move(first).try_unwrap());
  EXPECT_EQ(first->number, 3); // it stays as it is
  second = Rc<Tracked>::make(living);
  auto value = std::move(first).try_unwrap();
  ASSERT_TRUE(value);
  EXPECT_EQ(value->number, 3);
  EXPECT_EQ(living, 2);
}

struct Shape {
  virtual ~Shape() = default;
  virtual int corners() const = 0;
};
struct Named {
  std::string name = "square";
  virtual ~Named() = default;
};
struct alignas(64) Square : Shape, Named {
  explicit Square(int &ended) : ended(ended) {}
  ~Square() override { ++ended; }
  int corners() const override { return 4; }
  int &ended;
};

TEST(Rc, ADerivedClassBecomesAnyOfItsBases) {
  int ended = 0;
  {
    auto square = Rc<Square>::make(ended);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(&*square) % 64, 0u);
    Rc<Shape> shape = square;
    Rc<Named> named = std::move(square); // not the first base
    EXPECT_EQ(shape->corners(), 4);
    EXPECT_EQ(named->name, "square");
    EXPECT_EQ(shape.strong_count(), 2u);
    shape = Rc<Square>::make(ended);
    EXPECT_EQ(ended, 0);
  }
  EXPECT_EQ(ended, 2);
}

struct Left : virtual Shape {};
struct Right : virtual Shape {};
struct Both : Left, Right {
  int corners() const override { return 2; }
};

TEST(Rc, AVirtualBaseIsABase) {
  Rc<Shape> shape = Rc<Both>::make();
  EXPECT_EQ(shape->corners(), 2);
}

struct Plain {};
struct Extended : Plain {
  std::string more;
};
// Without a virtual function the way back to the whole value is not known.
static_assert(!std::is_convertible_v<Rc<Extended>, Rc<Plain>>);
static_assert(!std::is_convertible_v<Rc<Shape>, Rc<Square>>);

template <class T>
concept Copies = requires(Rc<T> rc) {
  rc.make_mut();
};
static_assert(Copies<std::string> && !Copies<Named>); // Named would be sliced

struct Node {
  int number;
  std::optional<Rc<Node>> next;
};

TEST(Rc, ATypeMayHoldHandlesToItself) {
  auto list = Rc<Node>::make(Node{1, Rc<Node>::make(Node{2, std::nullopt})});
  EXPECT_EQ((*list->next)->number, 2);
}

struct Throws {
  Throws() = default;
  explicit Throws(int) { throw std::runtime_error("made"); }
  Throws(const Throws &) { throw std::runtime_error("copied"); }
};

TEST(Rc, AConstructorThatThrowsLeavesNothing) {
  EXPECT_THROW((void)Rc<Throws>::make(1), std::runtime_error);
  auto first = Rc<Throws>::make();
  auto second = first;
  EXPECT_THROW((void)second.make_mut(), std::runtime_error);
  EXPECT_TRUE(ptr_eq(first, second));
}

TEST(RcDeathTest, TooManyOwnersEndTheProgram) {
  auto rc = Rc<int>::make(1);
  auto *head =
      fearless::detail::head_of<fearless::detail::rc_count>(rc.get_mut());
  EXPECT_DEATH(
      {
        head->count.owners = SIZE_MAX;
        auto more = rc;
      },
      "");
}

} // namespace

//===-- interpreter.cpp - Tokens, Bound and Unbound -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/interpreter.h"

#include "fearless/event.h"
#include "fearless/thread.h"

#include "on_threads.h"
#include "toy_interpreter.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

using fearless::Bound;
using fearless::Event;
using fearless::Unbound;

static_assert(!fearless::Send<Toy> && !fearless::Sync<Toy>);
static_assert(!fearless::Send<fearless::InterpreterGuard<ToyBinding>>);
static_assert(!fearless::Sync<fearless::InterpreterGuard<ToyBinding>>);
static_assert(!fearless::Send<Bound<ToyObject>>);
static_assert(!fearless::Sync<Bound<ToyObject>>);
static_assert(!fearless::Send<std::vector<Bound<ToyObject>>>);
static_assert(fearless::Send<Unbound<ToyObject>>);
static_assert(fearless::Sync<Unbound<ToyObject>>);
static_assert(sizeof(Bound<ToyObject>) == sizeof(void *));
static_assert(sizeof(Unbound<ToyObject>) == sizeof(void *));
static_assert(!std::is_copy_constructible_v<Unbound<ToyObject>>);
static_assert(!std::is_move_constructible_v<Toy>);
static_assert(
    !std::is_move_constructible_v<fearless::InterpreterGuard<ToyBinding>>);

namespace {

TEST(Interpreter, IsHeldByOneThread) {
  ToyObject object;
  on_threads(4, [&](int) {
    for (int i = 0; i < 1000; ++i) {
      const auto toy = Toy::acquire();
      ++toy.borrow(&object).get()->value;
    }
  });
  EXPECT_EQ(object.value, 4000);
  EXPECT_EQ(object.references, 1);
}

TEST(Interpreter, IsHeldUntilTheOutermostScopeEnds) {
  {
    const auto outer = Toy::acquire();
    {
      const auto inner = Toy::acquire();
      EXPECT_TRUE(ToyBinding::holds());
    }
    ToyObject object;
    EXPECT_EQ(Toy::held().steal(&object).get(), &object);
  }
  EXPECT_FALSE(ToyBinding::holds());
}

TEST(Interpreter, LetsOtherThreadsInWhileItIsAllowed) {
  Event inside;
  ToyObject object;
  auto other = fearless::spawn(
      [](Event &inside, ToyObject &object) {
        const auto toy = Toy::acquire();
        ++toy.borrow(&object).get()->value;
        inside.set();
      },
      std::ref(inside), std::ref(object));
  const auto toy = Toy::acquire();
  const auto nested = Toy::acquire();
  toy.allow_threads([](Event &inside) { inside.wait(); }, inside);
  EXPECT_TRUE(ToyBinding::holds());
  EXPECT_EQ(toy.borrow(&object).get()->value, 1);
}

int sum(const std::vector<int> &numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0);
}

TEST(Interpreter, HandsOnArgumentsResultsAndExceptions) {
  const auto toy = Toy::acquire();
  std::vector<int> numbers{1, 2, 3};
  EXPECT_EQ(toy.allow_threads(sum, numbers), 6);
  int &last = toy.allow_threads(
      [](std::vector<int> &all) -> int & { return all.back(); }, numbers);
  EXPECT_EQ(&last, &numbers.back());
  const auto owned = toy.allow_threads(
      [](std::unique_ptr<int> number) {
        EXPECT_FALSE(ToyBinding::holds());
        ++*number;
        return number;
      },
      std::make_unique<int>(1));
  EXPECT_EQ(*owned, 2);
  EXPECT_THROW(toy.allow_threads([] { throw std::runtime_error("no"); }),
               std::runtime_error);
  EXPECT_TRUE(ToyBinding::holds());
}

TEST(Interpreter, IsAcquiredAgainInAnAllowedSection) {
  ToyObject object;
  const auto toy = Toy::acquire();
  auto unbound = toy.borrow(&object).unbind();
  toy.allow_threads(
      [](const Unbound<ToyObject> &total) {
        for (int i = 0; i < 10; ++i) {
          const auto toy = Toy::acquire();
          total.bind(toy).get()->value += i;
        }
        EXPECT_FALSE(ToyBinding::holds());
      },
      unbound);
  EXPECT_EQ(object.value, 45);
}

TEST(Interpreter, SaysWhenItReportsAnError) {
  const auto toy = Toy::acquire();
  ToyObject *nothing = nullptr;
  EXPECT_THROW((void)toy.steal(nothing), std::domain_error);
  EXPECT_THROW((void)toy.borrow(nothing), std::domain_error);
}

TEST(Bound, CountsItsReferences) {
  ToyObject object;
  const auto toy = Toy::acquire();
  {
    auto one = toy.steal(&object);
    EXPECT_EQ(object.references, 1);
    auto two = one;
    EXPECT_EQ(object.references, 2);
    auto moved = std::move(one);
    EXPECT_EQ(object.references, 2);
    one = moved;
    EXPECT_EQ(object.references, 3);
    one = std::move(moved);
    EXPECT_EQ(object.references, 2);
    auto &same = two;
    two = same;
    EXPECT_EQ(object.references, 2);
    EXPECT_EQ(std::move(two).release(), &object);
    EXPECT_EQ(object.references, 2);
  }
  EXPECT_EQ(object.references, 1);
}

TEST(Unbound, IsBoundAgainOnAnyThread) {
  ToyObject object;
  auto unbound = [&] {
    const auto toy = Toy::acquire();
    auto bound = toy.steal(&object);
    auto unbound = bound.unbind();
    EXPECT_EQ(object.references, 2);
    return unbound;
  }();
  fearless::spawn(
      [](Unbound<ToyObject> unbound) {
        const auto toy = Toy::acquire();
        ++unbound.bind(toy).get()->value;
        ++std::move(unbound).bind(toy).get()->value;
      },
      std::move(unbound))
      .join();
  const auto toy = Toy::acquire();
  EXPECT_EQ(object.value, 2);
  EXPECT_EQ(object.references, 0);
}

TEST(Unbound, EndsWhetherTheInterpreterIsHeldOrNot) {
  ToyObject one, two;
  auto unbind = [](ToyObject &object) {
    return Toy::acquire().steal(&object).unbind();
  };
  std::vector<Unbound<ToyObject>> all;
  all.push_back(unbind(one));
  all.push_back(unbind(two));
  fearless::spawn([](auto all) { all.pop_back(); }, std::move(all)).join();
  EXPECT_EQ(two.references, 0);

  auto moved = unbind(one);
  moved = unbind(two);
  const auto toy = Toy::acquire();
  EXPECT_EQ(one.references, -1);
  { auto last = std::move(moved); }
  EXPECT_EQ(two.references, -1);
}

TEST(Unbound, LeavesAnEndedInterpreterAlone) {
  ToyObject object;
  {
    const auto unbound = Toy::acquire().steal(&object).unbind();
    ToyBinding::ended = true;
  }
  ToyBinding::ended = false;
  EXPECT_EQ(object.references, 1);
}

} // namespace

//===-- mutex.cpp - Mutex and with_all ------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "fearless/mutex.h"
#include "fearless/arc.h"
#include "fearless/with_all.h"

#include "on_threads.h"

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using fearless::Arc;
using fearless::Mutex;
using fearless::PoisonError;
using namespace std::chrono_literals;

namespace {

constinit Mutex<int> of_the_program(1);

TEST(Mutex, GivesItsValueThroughAGuard) {
  Mutex<std::string> name("a");
  {
    auto guard = name.lock();
    *guard += "b";
    guard->push_back('c');
  }
  name.lock()->push_back('d');
  EXPECT_EQ(name.with([](std::string &value) { return value; }), "abcd");
}

TEST(Mutex, TakesValuesThatCannotMove) {
  Mutex<Mutex<int>> nested(std::in_place, 3);
  EXPECT_EQ(nested.lock()->with([](int &value) { return value; }), 3);
  Mutex<std::unique_ptr<int>> owned(std::make_unique<int>(4));
  EXPECT_EQ(*std::move(owned).into_inner(), 4);
}

TEST(Mutex, IsInitialisedBeforeTheProgram) {
  EXPECT_EQ(of_the_program.with([](int &value) { return value; }), 1);
}

TEST(Mutex, CountsOfTenThreads) {
  Mutex<int> count(0);
  on_threads(10, [&](int) {
    for (int i = 0; i < 1000; ++i)
      ++*count.lock().operator->();
  });
  EXPECT_EQ(count.get_mut(), 10'000);
}

/// Shared by const references, as in an Arc.
class Names {
public:
  void add(std::string name) const { names_.lock()->push_back(name); }
  std::size_t count() const {
    return names_.with([](const auto &names) { return names.size(); });
  }

private:
  Mutex<std::vector<std::string>> names_;
};

TEST(Mutex, IsLockedByAllWhoShareIt) {
  const auto names = Arc<Names>::make();
  on_threads(4, [names](int) { names->add("x"); });
  EXPECT_EQ(names->count(), 4u);

  const auto count = Arc<Mutex<int>>::make(0);
  on_threads(4, [count](int) { count->with([](int &value) { ++value; }); });
  fearless::with_all([](int &value) { EXPECT_EQ(value, 4); }, *count);
}

TEST(Mutex, TriesWithoutWaiting) {
  const Mutex<int> mutex(1);
  auto guard = mutex.lock();
  std::jthread other([&] { EXPECT_FALSE(mutex.try_lock()); });
}

TEST(Mutex, GuardOfTryIsAGuard) {
  const Mutex<int> mutex(1);
  if (auto guard = mutex.try_lock())
    **guard = 2;
  EXPECT_EQ(mutex.with([](int &value) { return value; }), 2);
}

TEST(Mutex, WaitsUntilATime) {
  const Mutex<int> mutex(1);
  auto guard = mutex.lock();
  std::jthread other([&] {
    auto before = std::chrono::steady_clock::now();
    EXPECT_FALSE(mutex.try_lock_for(20ms));
    EXPECT_FALSE(mutex.try_lock_until(std::chrono::system_clock::now() + 5ms));
    EXPECT_FALSE(mutex.try_lock_for(-1h));
    EXPECT_GE(std::chrono::steady_clock::now() - before, 24ms);
  });
}

TEST(Mutex, GetsItWithinTheTime) {
  Mutex<int> mutex(1);
  std::jthread waiter;
  {
    auto guard = mutex.lock();
    waiter = std::jthread(
        [&] { EXPECT_TRUE(mutex.try_lock_for(std::chrono::hours::max())); });
    std::this_thread::sleep_for(5ms);
  }
}

void throw_under(const Mutex<int> &mutex) {
  try {
    mutex.with([](int &value) {
      value = 99;
      throw std::runtime_error("half done");
    });
  } catch (const std::runtime_error &) {
  }
}

TEST(Mutex, IsPoisonedByAnException) {
  Mutex<int> mutex(1);
  throw_under(mutex);
  EXPECT_TRUE(mutex.is_poisoned());
  EXPECT_THROW((void)mutex.lock(), PoisonError);
  EXPECT_THROW((void)mutex.try_lock(), PoisonError);
  EXPECT_THROW(mutex.with([](int &) {}), PoisonError);
  EXPECT_THROW((void)mutex.get_mut(), PoisonError);
  EXPECT_THROW((void)std::move(mutex).into_inner(), PoisonError);
}

TEST(Mutex, Recovers) {
  const Mutex<int> mutex(1);
  throw_under(mutex);
  {
    auto guard = mutex.lock_ignoring_poison();
    EXPECT_EQ(*guard, 99);
    *guard = 1;
    mutex.clear_poison();
  }
  EXPECT_EQ(mutex.with([](int &value) { return value; }), 1);
}

TEST(Mutex, IsNotPoisonedByAnExceptionThatIsCaughtWithin) {
  Mutex<int> mutex(1);
  {
    auto guard = mutex.lock();
    try {
      throw 1;
    } catch (int) {
    }
  }
  EXPECT_FALSE(mutex.is_poisoned());
}

struct LocksInDestructor {
  Mutex<int> &mutex;
  ~LocksInDestructor() {
    auto guard = mutex.lock();
    *guard = 2;
  }
};
TEST(Mutex, IsNotPoisonedByAGuardOfADestructor) {
  Mutex<int> mutex(1);
  try {
    LocksInDestructor locks{mutex};
    throw 1;
  } catch (int) {
  }
  EXPECT_EQ(mutex.get_mut(), 2);
}

TEST(WithAll, MovesBetweenTwo) {
  Mutex<int> from(10);
  Mutex<std::string> to("x");
  int left = fearless::with_all(
      [](int &number, std::string &text) {
        text += std::to_string(number);
        return --number;
      },
      from, to);
  EXPECT_EQ(left, 9);
  EXPECT_EQ(to.get_mut(), "x10");
}

TEST(WithAll, DoesNotDeadlock) {
  Mutex<int> a(1000), b(1000), c(1000);
  auto move = [](int &from, int &over, int &to) { --from, over += 0, ++to; };
  on_threads(6, [&](int i) {
    for (int round = 0; round < 500; ++round) {
      if (i % 3 == 0)
        fearless::with_all(move, a, b, c);
      else if (i % 3 == 1)
        fearless::with_all(move, c, a, b);
      else
        fearless::with_all(move, b, c, a);
    }
  });
  EXPECT_EQ(a.get_mut() + b.get_mut() + c.get_mut(), 3000);
}

TEST(WithAll, RefusesOneMutexTwice) {
  Mutex<int> a(1);
  EXPECT_THROW(fearless::with_all([](int &, int &) {}, a, a),
               std::system_error);
  EXPECT_TRUE(a.try_lock());
}

TEST(WithAll, PoisonsAllAndChecksAll) {
  Mutex<int> a(1), b(2), c(3);
  EXPECT_THROW(fearless::with_all([](int &, int &) { throw 1; }, a, b), int);
  EXPECT_TRUE(a.is_poisoned());
  EXPECT_TRUE(b.is_poisoned());
  EXPECT_THROW(fearless::with_all([](int &, int &) {}, c, b), PoisonError);
  EXPECT_FALSE(c.is_poisoned());
  EXPECT_TRUE(c.try_lock());
}

struct Throws {
  explicit Throws(int) { throw std::runtime_error("made"); }
};
TEST(Mutex, AConstructorThatThrowsIsPassedOn) {
  EXPECT_THROW(Mutex<Throws>(std::in_place, 1), std::runtime_error);
}

} // namespace

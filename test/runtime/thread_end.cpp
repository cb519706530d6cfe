//===-- thread_end.cpp - What happens when threads end ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the headers claim of thread_local destructors, pthread keys,
// pthread_exit, detached threads and the end of main. On POSIX systems alone.
//
//===----------------------------------------------------------------------===//

#include "on_exiting_thread.h"

#include <fearless/arc.h>
#include <fearless/channel.h>
#include <fearless/event.h>
#include <fearless/lazy.h>
#include <fearless/mutex.h>
#include <fearless/rwlock.h>
#include <fearless/scope.h>
#include <fearless/thread.h>
#include <fearless/thread_local.h>
#include <fearless/thread_pool.h>
#include <fearless/with_all.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <pthread.h>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

using namespace fearless;

namespace {

/// Runs something when it ends.
class AtEnd {
public:
  explicit AtEnd(std::function<void()> work) : work_(std::move(work)) {}
  AtEnd(const AtEnd &) = delete;
  ~AtEnd() { work_(); }

private:
  std::function<void()> work_;
};

/// Runs something on this thread when all of its thread_local objects are gone.
class AfterThreadLocals {
public:
  explicit AfterThreadLocals(std::function<void()> work)
      : work_(std::move(work)) {
    pthread_key_create(&key_, [](void *self) {
      static_cast<AfterThreadLocals *>(self)->work_();
    });
  }
  AfterThreadLocals(const AfterThreadLocals &) = delete;
  ~AfterThreadLocals() { pthread_key_delete(key_); }

  void arm() { pthread_setspecific(key_, this); }

private:
  std::function<void()> work_;
  pthread_key_t key_;
};

std::vector<int> values_of(ThreadLocal<int> &local) {
  std::vector<int> values;
  local.for_each([&](int value) { values.push_back(value); });
  std::ranges::sort(values);
  return values;
}

TEST(ThreadLocalEnd, OfAThreadLeavesItsValue) {
  ThreadLocal<int> local;
  std::thread([&] { local.get() = 1; }).join();
  on_thread_that_exits([&] { local.get() = 2; });
  Event done;
  std::thread([&] {
    local.get() = 3;
    done.set();
  }).detach();
  done.wait();
  EXPECT_EQ(values_of(local), (std::vector{1, 2, 3}));
}

TEST(ThreadLocalEnd, GivesTheSameValueInDestructorsOfBothOrders) {
  ThreadLocal<int> local;
  std::vector<int> seen;
  std::thread([&] {
    // Destructors run backwards: one before the value was first asked for, one
    // after.
    thread_local AtEnd last([&] { seen.push_back(++local.get()); });
    local.get() = 1;
    thread_local AtEnd first([&] { seen.push_back(++local.get()); });
    (void)&last, (void)&first;
  }).join();
  EXPECT_EQ(seen, (std::vector{2, 3}));
  EXPECT_EQ(values_of(local), (std::vector{3}));
}

TEST(ThreadLocalEnd, MakesAValueInADestructor) {
  ThreadLocal<int> local([] { return 7; });
  std::thread([&] {
    thread_local AtEnd end([&] { (void)local.get(); });
    (void)&end;
  }).join();
  EXPECT_EQ(values_of(local), (std::vector{7}));
}

TEST(ThreadLocalEnd, IsOfUseWhenAllThreadLocalObjectsAreGone) {
  ThreadLocal<int> local;
  AfterThreadLocals late([&] { ++local.get(); });
  const auto use = [&] {
    late.arm();
    local.get() = 1;
  };
  std::thread(use).join();
  on_thread_that_exits(use);
  EXPECT_EQ(values_of(local), (std::vector{2, 2}));
}

std::vector<std::thread::id> ended_on;
struct Ends {
  ~Ends() { ended_on.push_back(std::this_thread::get_id()); }
};

TEST(ThreadLocalEnd, EndsAllValuesOnTheThreadThatEndsIt) {
  {
    const ThreadLocal<std::unique_ptr<Ends>> local(
        [] { return std::make_unique<Ends>(); });
    (void)local.get();
    std::thread([&] { (void)local.get(); }).join();
    EXPECT_TRUE(ended_on.empty());
  }
  const auto here = std::this_thread::get_id();
  EXPECT_EQ(ended_on, (std::vector{here, here}));
}

TEST(ThreadLocalEnd, IsOfUseInThreadLocalObjectsOfMain) {
  EXPECT_EXIT(
      {
        static ThreadLocal<int> local;
        thread_local AtEnd end([] {
          if (++local.get() == 2)
            std::fputs("the same value", stderr);
        });
        (void)&end;
        local.get() = 1;
        std::exit(0);
      },
      testing::ExitedWithCode(0), "the same value");
}

/// What else is to work in destructors of a thread's objects.
void use_all(const Mutex<int> &mutex, const RwLock<int> &rwlock,
             const LazyLock<int> &lazy, const Sender<int> &sender) {
  mutex.with([&](int &value) { value += *lazy; });
  rwlock.with_write([](int &value) { ++value; });
  (void)sender.send(1);
}

TEST(ThreadEnd, LocksAndChannelsAreOfUseToTheVeryEnd) {
  Mutex<int> mutex;
  RwLock<int> rwlock;
  const LazyLock<int> lazy([] { return 1; });
  auto [sender, receiver] = channel<int>();
  const auto use = [&] { use_all(mutex, rwlock, lazy, sender); };
  AfterThreadLocals late(use);
  std::thread([&] {
    thread_local AtEnd end(use);
    (void)&end;
    late.arm();
  }).join();
  EXPECT_EQ(mutex.get_mut(), 2);
  EXPECT_EQ(rwlock.get_mut(), 2);
  EXPECT_EQ(receiver.recv(), 1);
  EXPECT_EQ(receiver.recv(), 1);
}

TEST(ThreadEnd, JoinWaitsForTheEndOfThreadLocalObjects) {
  const auto arc = Arc<int>::make(1);
  spawn([arc] {
    thread_local Arc<int> kept = arc;
    (void)&kept;
  }).join();
  EXPECT_EQ(arc.strong_count(), 1u);
}

TEST(ThreadExit, FreesAndDoesNotPoison) {
  Mutex<int> mutex;
  RwLock<int> rwlock;
  on_thread_that_exits([&] {
    const auto guard = mutex.lock();
    const auto written = rwlock.write();
    pthread_exit(nullptr);
  });
  EXPECT_TRUE(mutex.try_lock().has_value());
  EXPECT_TRUE(rwlock.try_write().has_value());
  on_thread_that_exits([&] {
    const auto read = rwlock.read();
    pthread_exit(nullptr);
  });
  EXPECT_TRUE(rwlock.try_write().has_value());
}

TEST(ThreadExit, InAFunctionUnderALock) {
  Mutex<int> mutex, other;
  on_thread_that_exits(
      [&] { mutex.with([](int &) { pthread_exit(nullptr); }); });
  EXPECT_TRUE(mutex.try_lock().has_value());
  on_thread_that_exits([&] {
    with_all([](int &, int &) { pthread_exit(nullptr); }, mutex, other);
  });
  EXPECT_TRUE(mutex.is_poisoned());
  EXPECT_TRUE(other.is_poisoned());
  mutex.clear_poison();
  other.clear_poison();
  EXPECT_TRUE(mutex.try_lock().has_value());
  EXPECT_TRUE(other.try_lock().has_value());
}

TEST(ThreadExit, InTheFunctionOfALazyLockPoisonsIt) {
  const LazyLock<int> lazy([]() -> int { pthread_exit(nullptr); });
  on_thread_that_exits([&] { (void)lazy.get(); });
  EXPECT_THROW((void)lazy.get(), PoisonError);
}

TEST(ThreadExitDeathTest, OfAThreadOfTheRuntimeEndsTheProgram) {
  EXPECT_DEATH(spawn([] { pthread_exit(nullptr); }).join(), "");
  EXPECT_DEATH(scope([](Scope &s) { s.spawn([] { pthread_exit(nullptr); }); }),
               "");
  EXPECT_DEATH(ThreadPool(1).submit([] { pthread_exit(nullptr); }).join(), "");
}

TEST(MainEnd, EndsDetachedThreads) {
  EXPECT_EXIT(
      {
        const Event *started = new Event;
        spawn(
            [](const Event &started) {
              started.set();
              for (;;)
                pause();
            },
            std::ref(*started))
            .detach();
        started->wait();
        std::exit(0);
      },
      testing::ExitedWithCode(0), "");
}

TEST(MainEnd, WaitsForAPoolInAStatic) {
  EXPECT_EXIT(
      {
        static const ThreadPool pool(2);
        for (int i = 0; i < 3; ++i)
          auto ignored = pool.submit([] {
            usleep(10'000);
            (void)!write(STDERR_FILENO, "ran ", 4);
          });
        std::exit(0);
      },
      testing::ExitedWithCode(0), "ran ran ran ");
}

TEST(MainEnd, WaitsForAHandleInAStatic) {
  EXPECT_EXIT(
      {
        static auto handle = spawn([] {
          usleep(10'000);
          (void)!write(STDERR_FILENO, "ran", 3);
        });
        (void)&handle;
        std::exit(0);
      },
      testing::ExitedWithCode(0), "ran");
}

} // namespace

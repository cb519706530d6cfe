//===-- process.cpp - Statics, fork, signals, and threads that exit -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the headers claim of them. On POSIX systems alone.
//
//===----------------------------------------------------------------------===//

#include "process.h"

#include "fearless/arc.h"
#include "fearless/channel.h"
#include "fearless/rc.h"
#include "fearless/thread_local.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <optional>
#include <pthread.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace fearless;

namespace {

int value_of(const Mutex<int> &lock) {
  return lock.with([](int value) { return value; });
}
int value_of(const RwLock<int> &lock) {
  return lock.with_read([](int value) { return value; });
}
void set(const Mutex<int> &lock, int to) {
  lock.with([to](int &value) { value = to; });
}
void set(const RwLock<int> &lock, int to) {
  lock.with_write([to](int &value) { value = to; });
}

/// Uses the statics of another file before main, and before the code that
/// would initialise them, if there were any.
const int before_main = [] {
  set(statics.mutex, 1);
  set(statics.rwlock, 2);
  statics.condvar.notify_all();
  statics.event.set();
  statics.atomic.store(3);
  return *statics.lazy;
}();

TEST(Statics, AreOfUseBeforeMain) {
  EXPECT_EQ(before_main, 5);
  EXPECT_EQ(value_of(statics.mutex), 1);
  EXPECT_EQ(value_of(statics.rwlock), 2);
  EXPECT_TRUE(statics.event.is_set());
  EXPECT_EQ(statics.atomic.load(), 3);
}

/// Whether it is true in a child of fork().
bool in_child(const std::function<bool()> &holds) {
  const pid_t child = fork();
  if (child == 0)
    _exit(holds() ? 0 : 1);
  int status = -1;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// A thread that does something, and then stays there until the end.
class Elsewhere {
public:
  explicit Elsewhere(std::function<void(const std::function<void()> &)> work)
      : thread_([this, work] {
          work([this] {
            there_.set();
            leave_.wait();
          });
        }) {
    there_.wait();
  }
  ~Elsewhere() { leave_.set(); }

private:
  Event there_, leave_;
  std::jthread thread_;
};

TEST(Fork, LeavesAFreeLockFree) {
  Mutex<int> mutex(1);
  RwLock<int> rwlock(1);
  EXPECT_TRUE(in_child([&] {
    set(mutex, 2);
    set(rwlock, 2);
    return value_of(mutex) == 2 && value_of(rwlock) == 2;
  }));
  EXPECT_EQ(value_of(mutex), 1);
  EXPECT_EQ(value_of(rwlock), 1);
}

TEST(Fork, LeavesTheForkingThreadItsLocks) {
  Mutex<int> mutex(1);
  RwLock<int> rwlock(1);
  auto guard = mutex.try_lock();
  auto written = rwlock.try_write();
  EXPECT_TRUE(in_child([&] {
    guard.reset();
    written.reset();
    return mutex.try_lock().has_value() && rwlock.try_write().has_value();
  }));
  EXPECT_FALSE(mutex.try_lock().has_value());
}

TEST(Fork, LeavesWhatAnotherThreadHasLockedLocked) {
  Mutex<int> mutex(1);
  RwLock<int> rwlock(1);
  const Elsewhere other([&](const auto &stay) {
    const auto guard = mutex.lock();
    const auto written = rwlock.write();
    stay();
  });
  EXPECT_TRUE(in_child([&] {
    return !mutex.try_lock().has_value() && !rwlock.try_read().has_value();
  }));
}

TEST(Fork, LeavesACondvarWithoutWaiters) {
  Mutex<bool> done(false);
  Condvar changed;
  Event waits;
  std::jthread other([&] {
    auto guard = done.lock();
    changed.wait(guard, [&](bool done) {
      waits.set();
      return done;
    });
  });
  waits.wait();
  (void)done.lock(); // free when the other sleeps
  EXPECT_TRUE(in_child([&] {
    changed.notify_all();
    auto guard = done.lock();
    changed.notify_one();
    return !changed.wait_for(guard, std::chrono::milliseconds(0),
                             [](bool done) { return done; });
  }));
  done.with([](bool &done) { done = true; });
  changed.notify_all();
}

TEST(Fork, LeavesAnEventAsItWas) {
  Event set, unset;
  set.set();
  EXPECT_TRUE(in_child([&] {
    const bool is_as_it_was = set.is_set() && !unset.is_set();
    unset.set();
    unset.wait();
    return is_as_it_was;
  }));
  EXPECT_FALSE(unset.is_set());
}

TEST(Fork, GivesBothProcessesHandlesOfTheirOwn) {
  auto arc = std::optional(Arc<std::string>::make("a"));
  auto rc = std::optional(Rc<std::string>::make("a"));
  const auto weak = arc->downgrade();
  EXPECT_TRUE(in_child([&] {
    arc.reset();
    rc.reset();
    return !weak.upgrade();
  }));
  EXPECT_EQ(**arc, "a");
  EXPECT_EQ(arc->strong_count(), 1u);
  EXPECT_EQ(rc->strong_count(), 1u);
}

TEST(Fork, GivesBothProcessesAChannelThatNoOtherThreadUses) {
  auto [sender, receiver] = channel<int>();
  (void)sender.send(1);
  EXPECT_TRUE(in_child([&] {
    (void)sender.send(2);
    return receiver.recv() == 1 && receiver.recv() == 2;
  }));
  EXPECT_EQ(receiver.recv(), 1);
  EXPECT_TRUE(receiver.try_recv().empty());
}

TEST(Fork, LeavesTheThreadItsThreadLocals) {
  const ThreadLocal<int> mine;
  mine.get() = 1;
  EXPECT_TRUE(in_child([&] { return mine.get() == 1; }));
}

/// Runs it on a thread that does not return from it.
template <class F> void on_thread_that_exits(F work) {
  pthread_t thread;
  const auto run = [](void *work) -> void * {
    (*static_cast<F *>(work))();
    return nullptr;
  };
  ASSERT_EQ(pthread_create(&thread, nullptr, run, &work), 0);
  pthread_join(thread, nullptr);
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
}

// What a handler may use.
constinit Event signalled;
constinit Atomic<int> signals{0};
static_assert(Atomic<int>::is_always_lock_free);

void handle(int) {
  signals.fetch_add(1);
  if (!signalled.is_set())
    signalled.set();
}

TEST(Signals, MaySetAnEventAndUseAnAtomic) {
  struct sigaction action {};
  action.sa_handler = handle;
  struct sigaction before {};
  ASSERT_EQ(sigaction(SIGUSR1, &action, &before), 0);
  std::jthread waits([] { signalled.wait(); });
  raise(SIGUSR1);
  raise(SIGUSR1);
  waits.join();
  EXPECT_EQ(signals.load(), 2);
  sigaction(SIGUSR1, &before, nullptr);
}

} // namespace

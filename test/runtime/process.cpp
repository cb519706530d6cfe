//===-- process.cpp - Statics, fork, signals, and want of threads ---------===//
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
#include "sanitizer.h"

#include "fearless/arc.h"
#include "fearless/channel.h"
#include "fearless/parallel.h"
#include "fearless/rc.h"
#include "fearless/scope.h"
#include "fearless/thread.h"
#include "fearless/thread_local.h"
#include "fearless/thread_pool.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

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

/// What waitpid says of a child that does this and exits with its result.
int status_of_child(const std::function<int()> &work) {
  const pid_t child = fork();
  if (child == 0)
    _exit(work());
  int status = -1;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  return status;
}
/// Whether it is true in a child of fork().
bool in_child(const std::function<bool()> &holds) {
  const int status = status_of_child([&] { return holds() ? 0 : 1; });
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
/// The signal that ends a child which does this; 0 if none does.
int signal_of_child(const std::function<void()> &work) {
  const int status = status_of_child([&] {
    work();
    return 0;
  });
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
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

TEST(Fork, LeavesALazyLockThatIsBeingMadeForEver) {
  Event making, make;
  const LazyLock lazy([&] {
    making.set();
    make.wait();
    return 1;
  });
  const auto *shared = &lazy;
  std::jthread other([&] { EXPECT_EQ(**shared, 1); });
  making.wait();
  EXPECT_EQ(signal_of_child([&] {
              const itimerval soon{{}, {0, 50'000}};
              setitimer(ITIMER_REAL, &soon, nullptr);
              (void)lazy.get();
            }),
            SIGALRM);
  make.set();
}

TEST(Fork, LeavesALazyLockThatNobodyMakesToBeMade) {
  const LazyLock lazy([] { return getpid(); });
  EXPECT_TRUE(in_child([&] { return *lazy == getpid(); }));
  EXPECT_EQ(*lazy, getpid());
}

TEST(Fork, LeavesPoison) {
  const Mutex<int> mutex;
  EXPECT_THROW(mutex.with([](int &) { throw 1; }), int);
  EXPECT_TRUE(in_child([&] {
    mutex.clear_poison();
    return value_of(mutex) == 0;
  }));
  EXPECT_TRUE(mutex.is_poisoned());
}

/// Whether threads, scopes and pools that it makes are of use.
bool starts_threads() {
  int lent = 0;
  scope([&](Scope &s) { s.spawn([&] { lent = 1; }); });
  const ThreadPool pool(2);
  return lent == 1 && spawn([] { return 2; }).join() == 2 &&
         pool.submit([] { return 3; }).join() == 3 &&
         par_map(pool, std::vector{1, 2}, [](int n) { return -n; }) ==
             std::vector{-1, -2};
}

TEST(Fork, LetsTheChildStartThreadsOfItsOwn) {
  EXPECT_TRUE(in_child(starts_threads));
  if (under_thread_sanitizer)
    return;
  const ThreadPool pool(2);
  const auto handle = spawn([] {});
  EXPECT_TRUE(in_child(starts_threads));
  EXPECT_EQ(pool.submit([] { return 1; }).join(), 1);
}

TEST(Fork, InAScopeLeavesTheParentsThreadsToTheParent) {
  Event leave;
  int ended = 0;
  scope([&](Scope &s) {
    s.spawn([&] {
      leave.wait();
      ++ended;
    });
    EXPECT_TRUE(in_child([&] { return ended == 0; }));
    leave.set();
  });
  EXPECT_EQ(ended, 1);
}

TEST(Fork, LeavesTheParentItsPool) {
  const ThreadPool pool(1);
  auto before = pool.submit([] { return 1; });
  EXPECT_TRUE(in_child([] { return true; }));
  EXPECT_EQ(before.join(), 1);
  EXPECT_EQ(pool.submit([] { return 2; }).join(), 2);
}

#if defined(__linux__)
/// Whether it throws std::system_error in a child with room for the stacks of
/// some threads more.
bool throws_for_want_of_stacks(const std::function<void()> &work) {
  return in_child([&] {
    std::ifstream pages("/proc/self/statm");
    rlim_t used = 0;
    pages >> used;
    const rlim_t room = used * sysconf(_SC_PAGESIZE) + (64 << 20);
    const rlimit limit{room, room};
    setrlimit(RLIMIT_AS, &limit);
    try {
      work();
      return false;
    } catch (const std::system_error &) {
      return true;
    }
  });
}

TEST(WantOfThreads, IsASystemError) {
  if (under_sanitizer)
    return;
  EXPECT_TRUE(throws_for_want_of_stacks([] { ThreadPool pool(1000); }));
  EXPECT_TRUE(throws_for_want_of_stacks([] {
    Event leave;
    scope([&](Scope &s) {
      struct Leave {
        const Event &leave;
        ~Leave() { leave.set(); }
      } at_end{leave};
      for (int i = 0; i < 1000; ++i)
        s.spawn([&leave] { leave.wait(); });
    });
  }));
}
#endif

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

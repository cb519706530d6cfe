//===-- misuse.cpp - What ends the program ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Invalid calls that debug builds assert on, as the headers say; and limits
// that end the program in all builds.
//
//===----------------------------------------------------------------------===//

#include "toy_interpreter.h"

#include <fearless/arc.h>
#include <fearless/channel.h>
#include <fearless/detail/futex_rwlock.h>
#include <fearless/rc.h>
#include <fearless/thread.h>
#include <fearless/thread_pool.h>

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <utility>
#include <vector>

using namespace fearless;

namespace {

#if !defined(NDEBUG)

/// Calls use with a handle that has been moved from.
template <class T, class Use> void after_move(T handle, Use use) {
  auto other = std::move(handle);
  use(handle);
}

template <class T> void expect_all_of_a_counted_die(T handle) {
  const auto dies = [&](auto use) {
    EXPECT_DEATH(after_move(handle, use), "moved from");
  };
  dies([](T &moved) { (void)*moved; });
  dies([](T &moved) { (void)T(moved); });
  dies([](T &moved) { (void)moved.get_mut(); });
  dies([](T &moved) { (void)moved.make_mut(); });
  dies([](T &moved) { (void)std::move(moved).try_unwrap(); });
  dies([](T &moved) { (void)moved.strong_count(); });
}

TEST(MovedFromDeathTest, ArcAndRc) {
  expect_all_of_a_counted_die(Arc<int>::make(1));
  expect_all_of_a_counted_die(Rc<int>::make(1));
  EXPECT_DEATH(after_move(Arc<int>::make(1),
                          [](Arc<int> &moved) { (void)moved.downgrade(); }),
               "moved from");
}

TEST(MovedFromDeathTest, Sender) {
  const auto dies = [](auto use) {
    EXPECT_DEATH(after_move(channel<int>().sender, use), "moved from");
  };
  dies([](Sender<int> &moved) { (void)moved.send(1); });
  dies([](Sender<int> &moved) { (void)moved.try_send(1); });
  dies([](Sender<int> &moved) { (void)Sender<int>(moved); });
}

TEST(MovedFromDeathTest, Receiver) {
  const auto dies = [](auto use) {
    EXPECT_DEATH(after_move(channel<int>().receiver, use), "moved from");
  };
  dies([](Receiver<int> &moved) { (void)moved.recv(); });
  dies([](Receiver<int> &moved) { (void)moved.try_recv(); });
  dies([](Receiver<int> &moved) { (void)std::move(moved).share(); });
}

TEST(MovedFromDeathTest, SharedReceiver) {
  const auto dies = [](auto use) {
    EXPECT_DEATH(after_move(channel<int>().receiver.share(), use),
                 "moved from");
  };
  dies([](SharedReceiver<int> &moved) { (void)moved.recv(); });
  dies([](SharedReceiver<int> &moved) { (void)moved.try_recv(); });
  dies([](SharedReceiver<int> &moved) { (void)SharedReceiver<int>(moved); });
}

TEST(MovedFromDeathTest, HandlesOfThreadsAndTasks) {
  EXPECT_DEATH(
      after_move(spawn([] {}),
                 [](JoinHandle<void> &moved) { (void)moved.is_finished(); }),
      "empty");
  const auto dies = [](auto use) {
    EXPECT_DEATH(
        {
          ThreadPool pool(1);
          after_move(pool.submit([] {}), use);
        },
        "empty");
  };
  dies([](TaskHandle<void> &moved) { moved.wait(); });
  dies([](TaskHandle<void> &moved) { moved.cancel(); });
  dies([](TaskHandle<void> &moved) { (void)moved.is_finished(); });
}

TEST(MisuseDeathTest, OfAnInterpreterThatIsNotHeld) {
  ToyObject object;
  EXPECT_DEATH((void)Toy::held(), "does not hold");
  auto token = std::make_unique<InterpreterGuard<ToyBinding>>();
  EXPECT_DEATH(
      {
        auto bound = token->steal(&object);
        token.reset();
        (void)bound.get();
      },
      "does not hold");
  EXPECT_DEATH(
      {
        auto bound = token->steal(&object);
        token.reset();
      },
      "held");
  EXPECT_DEATH(
      {
        static const auto *global = &*token;
        token->allow_threads([] { (void)global->borrow(new ToyObject); });
      },
      "does not hold");
}

TEST(MovedFromDeathTest, BoundAndUnbound) {
  ToyObject object;
  const auto token = Toy::acquire();
  EXPECT_DEATH(after_move(token.steal(&object),
                          [](Bound<ToyObject> &moved) { (void)moved.get(); }),
               "moved from");
  EXPECT_DEATH(
      after_move(token.steal(&object).unbind(),
                 [&](Unbound<ToyObject> &moved) { (void)moved.bind(token); }),
      "moved from");
}

#endif

TEST(LimitDeathTest, OfReadersOfALock) {
  EXPECT_DEATH(
      {
        detail::futex_rwlock lock;
        for (int i = 0; i < 1 << 20; ++i)
          lock.lock_shared();
      },
      "");
  detail::futex_rwlock lock;
  for (int i = 0; i < (1 << 20) - 1; ++i)
    lock.lock_shared();
  EXPECT_FALSE(lock.try_lock());
}

TEST(LimitDeathTest, OfWritersThatWaitForALock) {
  EXPECT_DEATH(
      {
        detail::futex_rwlock lock;
        lock.lock();
        std::vector<std::thread> threads;
        for (int i = 0; i < 1 << 10; ++i)
          threads.emplace_back([&] { lock.lock(); });
        threads.front().join(); // waits for ever, but for the last of them
      },
      "");
}

struct EndThrows {
  EndThrows() = default;
  EndThrows(const EndThrows &) = default;
  ~EndThrows() noexcept(false) { throw 1; }
};

template <template <class> class Counted>
concept MakesWhatThrowsAtItsEnd = requires {
  Counted<EndThrows>::make();
};
static_assert(!MakesWhatThrowsAtItsEnd<Arc>);
static_assert(!MakesWhatThrowsAtItsEnd<Rc>);

} // namespace

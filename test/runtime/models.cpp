//===-- models.cpp - Each primitive does what its model does ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Random operations, one after the other, on a primitive and on a plain model
// of it. (Those of channels and loops are in channel.cpp and parallel.cpp.)
//
//===----------------------------------------------------------------------===//

#include <fearless/arc.h>
#include <fearless/atomic.h>
#include <fearless/channel.h>
#include <fearless/condvar.h>
#include <fearless/event.h>
#include <fearless/lazy.h>
#include <fearless/mutex.h>
#include <fearless/rc.h>
#include <fearless/rwlock.h>
#include <fearless/thread_local.h>
#include <fearless/thread_pool.h>
#include <fearless/with_all.h>

#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace fearless;
using namespace std::chrono_literals;

namespace {

using Random = std::mt19937;

/// Takes so many random steps, for each of many seeds with a new model.
template <class Model> void behaves(unsigned seeds, int steps) {
  for (unsigned seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    Model model;
    for (int i = 0; i < steps && !testing::Test::HasFailure(); ++i)
      model.step(random);
  }
}

/// A guard, or none; it cannot be moved, but its place can.
template <class Guard> using Kept = std::unique_ptr<std::optional<Guard>>;

struct MutexModel {
  Mutex<int> real{0};
  Kept<MutexGuard<int>> guard;
  int value = 0;
  bool poisoned = false;

  void step(Random &random) {
    switch (random() % 8) {
    case 0:
      guard.reset();
      break;
    case 1:
      if (guard)
        ***guard = value = int(random() % 100);
      break;
    case 2:
      if (!guard && !poisoned && random() % 4 == 0) {
        EXPECT_THROW(real.with([](int &) { throw 1; }), int);
        poisoned = true;
      }
      break;
    case 3:
      real.clear_poison();
      poisoned = false;
      break;
    case 4:
      try_lock([&] { return real.try_lock_for(0s); });
      break;
    default:
      try_lock([&] { return real.try_lock(); });
    }
    EXPECT_EQ(real.is_poisoned(), poisoned);
    if (guard) {
      EXPECT_EQ(***guard, value);
    }
  }

  /// Of a mutex that is held, nobody learns whether it is poisoned.
  template <class Try> void try_lock(Try once) {
    if (guard)
      EXPECT_FALSE(once());
    else if (poisoned)
      EXPECT_THROW((void)once(), PoisonError);
    else
      guard.reset(new std::optional<MutexGuard<int>>(once()));
    EXPECT_TRUE(!guard || *guard);
  }
};
TEST(Models, Mutex) { behaves<MutexModel>(200, 200); }

struct RwLockModel {
  const RwLock<int> real{0};
  std::vector<Kept<ReadGuard<int>>> readers;
  Kept<WriteGuard<int>> writer;
  int value = 0;
  bool poisoned = false;

  void step(Random &random) {
    switch (random() % 10) {
    case 0:
      writer.reset();
      break;
    case 1:
    case 2:
      if (!readers.empty()) {
        std::swap(readers[random() % readers.size()], readers.back());
        readers.pop_back();
      }
      break;
    case 3:
      if (writer)
        ***writer = value = int(random() % 100);
      break;
    case 4:
      if (readers.empty() && !writer && !poisoned && random() % 4 == 0) {
        EXPECT_THROW(real.with_write([](int &) { throw 1; }), int);
        poisoned = true;
      }
      break;
    case 5:
      real.clear_poison();
      poisoned = false;
      break;
    case 6:
      try_write([&] { return real.try_write_for(0s); });
      break;
    case 7:
      try_write([&] { return real.try_write(); });
      break;
    case 8:
      try_read([&] { return real.try_read_for(0s); });
      break;
    default:
      try_read([&] { return real.try_read(); });
    }
    for (const auto &reader : readers)
      EXPECT_EQ(***reader, value);
  }

  template <class Try> void try_read(Try once) {
    if (writer)
      EXPECT_FALSE(once());
    else if (poisoned)
      EXPECT_THROW((void)once(), PoisonError);
    else
      readers.emplace_back(new std::optional<ReadGuard<int>>(once()));
    EXPECT_TRUE(readers.empty() || *readers.back());
  }
  template <class Try> void try_write(Try once) {
    if (writer || !readers.empty())
      EXPECT_FALSE(once());
    else if (poisoned)
      EXPECT_THROW((void)once(), PoisonError);
    else
      writer.reset(new std::optional<WriteGuard<int>>(once()));
    EXPECT_TRUE(!writer || *writer);
  }
};
TEST(Models, RwLock) { behaves<RwLockModel>(200, 200); }

struct WithAllModel {
  const Mutex<int> real[3]{Mutex<int>{}, Mutex<int>{}, Mutex<int>{}};
  int values[3] = {};
  bool poisoned[3] = {};

  void step(Random &random) {
    const unsigned a = random() % 3, b = random() % 3;
    const int by = int(random() % 10);
    const auto move = [by](int &from, int &to) {
      from -= by;
      to += by;
      if (by == 9)
        throw std::runtime_error("half done");
    };
    const auto call = [&] { with_all(move, real[a], real[b]); };
    if (a == b) {
      EXPECT_THROW(call(), std::system_error);
    } else if (poisoned[a] || poisoned[b]) {
      EXPECT_THROW(call(), PoisonError);
      real[a].clear_poison();
      real[b].clear_poison();
      poisoned[a] = poisoned[b] = false;
    } else {
      if (by == 9)
        EXPECT_THROW(call(), std::runtime_error);
      else
        call();
      poisoned[a] = poisoned[b] = by == 9;
      values[a] -= by;
      values[b] += by;
    }
    for (int i = 0; i < 3; ++i) {
      EXPECT_EQ(real[i].is_poisoned(), poisoned[i]);
      EXPECT_EQ(*real[i].lock_ignoring_poison().operator->(), values[i]);
    }
  }
};
TEST(Models, WithAll) { behaves<WithAllModel>(100, 100); }

/// Handles to values; the model of a handle is a std::shared_ptr. (Values are
/// changed through get_mut and make_mut alone.)
template <template <class> class Counted> struct CountedModel {
  struct Handle {
    Counted<int> real;
    std::shared_ptr<int> model;
  };
  std::vector<Handle> handles;

  virtual ~CountedModel() = default;
  /// Weak ones, which Rc has none of.
  virtual bool has_weak(const Handle &) const { return false; }

  void step(Random &random) {
    if (handles.empty())
      return add(random);
    Handle &one = handles[random() % handles.size()];
    Handle &other = handles[random() % handles.size()];
    const int number = int(random() % 100);
    switch (random() % 9) {
    case 0:
      return add(random);
    case 1:
      handles.push_back(Handle(one));
      break;
    case 2:
      one = other;
      break;
    case 3:
      std::swap(one, other);
      break;
    case 4: {
      int *alone = one.real.get_mut();
      EXPECT_EQ(alone != nullptr, is_only(one));
      if (alone)
        *alone = *one.model = number;
      break;
    }
    case 5:
      if (!is_only(one))
        one.model = std::make_shared<int>(*one.model);
      one.real.make_mut() = *one.model = number;
      break;
    case 6: {
      const bool is_last = one.model.use_count() == 1;
      const auto value = std::move(one.real).try_unwrap();
      EXPECT_EQ(value.has_value(), is_last);
      if (!value)
        break;
      EXPECT_EQ(*value, *one.model);
      std::swap(one, handles.back());
      handles.pop_back();
      break;
    }
    default:
      std::swap(one, handles.back());
      handles.pop_back();
    }
    check();
  }
  void add(Random &random) {
    const int number = int(random() % 100);
    handles.push_back(
        {Counted<int>::make(number), std::make_shared<int>(number)});
  }
  bool is_only(const Handle &one) const {
    return one.model.use_count() == 1 && !has_weak(one);
  }
  void check() const {
    for (const Handle &one : handles) {
      EXPECT_EQ(*one.real, *one.model);
      EXPECT_EQ(one.real.strong_count(), std::size_t(one.model.use_count()));
      EXPECT_EQ(ptr_eq(one.real, handles.front().real),
                one.model == handles.front().model);
    }
  }
};
TEST(Models, Rc) { behaves<CountedModel<Rc>>(200, 200); }

struct ArcModel : CountedModel<Arc> {
  struct WeakHandle {
    Weak<int> real;
    std::weak_ptr<int> model;
  };
  std::vector<WeakHandle> weaks;

  bool has_weak(const Handle &one) const override {
    for (const WeakHandle &weak : weaks)
      if (!weak.model.owner_before(one.model) &&
          !one.model.owner_before(weak.model))
        return true;
    return false;
  }
  void step(Random &random) {
    CountedModel<Arc>::step(random);
    if (!handles.empty() && random() % 4 == 0) {
      const Handle &one = handles[random() % handles.size()];
      weaks.push_back({one.real.downgrade(), one.model});
    }
    if (weaks.empty())
      return;
    WeakHandle &weak = weaks[random() % weaks.size()];
    const auto upgraded = weak.real.upgrade();
    const auto expected = weak.model.lock();
    ASSERT_EQ(upgraded.has_value(), expected != nullptr);
    if (upgraded) {
      EXPECT_EQ(**upgraded, *expected);
    }
    switch (random() % 4) {
    case 0:
      if (upgraded)
        handles.push_back({*upgraded, expected});
      break;
    case 1:
      weaks.push_back(WeakHandle(weak));
      break;
    case 2:
      std::swap(weak, weaks.back());
      weaks.pop_back();
      break;
    default:
      weak = weaks[random() % weaks.size()];
    }
  }
};
TEST(Models, ArcAndWeak) { behaves<ArcModel>(200, 200); }

struct AtomicModel {
  const Atomic<unsigned> real{0};
  unsigned model = 0;

  void step(Random &random) {
    const unsigned by = random() % 64, before = model;
    switch (random() % 9) {
    case 0:
      real.store(model = by);
      break;
    case 1:
      EXPECT_EQ(real.exchange(by), std::exchange(model, by));
      break;
    case 2:
      model += by;
      EXPECT_EQ(real.fetch_add(by), before);
      break;
    case 3:
      model -= by;
      EXPECT_EQ(real.fetch_sub(by), before);
      break;
    case 4:
      model &= by;
      EXPECT_EQ(real.fetch_and(by), before);
      break;
    case 5:
      model |= by;
      EXPECT_EQ(real.fetch_or(by), before);
      break;
    case 6:
      model ^= by;
      EXPECT_EQ(real.fetch_xor(by), before);
      break;
    case 7:
      model = model * 3 + by;
      EXPECT_EQ(real.update([&](unsigned n) { return n * 3 + by; }), before);
      break;
    default: {
      unsigned expected = by % 2 ? model : by;
      const bool same = expected == model;
      EXPECT_EQ(real.compare_exchange(expected, by), same);
      EXPECT_EQ(expected, before);
      if (same)
        model = by;
    }
    }
    EXPECT_EQ(real.load(), model);
  }
};
TEST(Models, Atomic) { behaves<AtomicModel>(100, 200); }

/// A Condvar that nobody notifies, an Event, and a LazyLock whose function
/// throws for some.
struct OnceModel {
  const Mutex<int> number{0};
  const Condvar changed;
  const Event event;
  bool is_set = false;
  int made = 0;
  bool throws = false, poisoned = false;
  LazyLock<int, std::function<int()>> lazy{[this] {
    ++made;
    if (throws)
      throw std::runtime_error("not made");
    return 7;
  }};

  void step(Random &random) {
    const int most = int(random() % 100);
    const auto is_small = [most](int n) { return n < most; };
    auto guard = number.lock();
    EXPECT_EQ(changed.wait_for(guard, 0s, is_small), *guard < most);
    *guard = int(random() % 100);
    changed.notify_all();
    if (random() % 50 == 0) {
      event.set();
      is_set = true;
    }
    EXPECT_EQ(event.is_set(), is_set);
    EXPECT_EQ(event.wait_for(0s), is_set);
    if (made == 0)
      throws = random() % 2;
    if (random() % 20 == 0 || made != 0)
      ask(made == 0);
  }
  void ask(bool is_first) {
    if (!throws)
      EXPECT_EQ(*lazy, 7);
    else if (is_first)
      EXPECT_THROW((void)lazy.get(), std::runtime_error);
    else
      EXPECT_THROW((void)lazy.get(), PoisonError);
    EXPECT_EQ(made, 1);
  }
};
TEST(Models, CondvarEventLazyLock) { behaves<OnceModel>(50, 100); }

struct SharedReceiverModel {
  std::unique_ptr<Sender<int>> sender;
  std::vector<SharedReceiver<int>> receivers;
  std::deque<int> model;

  SharedReceiverModel() {
    auto both = channel<int>();
    sender = std::make_unique<Sender<int>>(std::move(both.sender));
    receivers.push_back(std::move(both.receiver).share());
  }

  void step(Random &random) {
    const int number = int(random() % 100);
    SharedReceiver<int> *one =
        receivers.empty() ? nullptr : &receivers[random() % receivers.size()];
    switch (random() % 12) {
    case 0:
      if (one && receivers.size() < 5)
        receivers.push_back(SharedReceiver<int>(*one));
      break;
    case 1:
      if (one && random() % 4 == 0) {
        std::swap(*one, receivers.back());
        receivers.pop_back();
      }
      break;
    case 2:
      if (random() % 20 == 0)
        sender.reset();
      break;
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
      if (!sender)
        break;
      EXPECT_EQ(sender->send(number).disconnected(), receivers.empty());
      if (!receivers.empty())
        model.push_back(number);
      break;
    default:
      if (!one)
        break;
      auto found = random() % 2 ? one->try_recv() : one->recv_timeout(0s);
      EXPECT_EQ(bool(found), !model.empty());
      EXPECT_EQ(found.disconnected(), model.empty() && !sender);
      if (found) {
        EXPECT_EQ(*found, model.front());
        model.pop_front();
      }
    }
  }
};
TEST(Models, SharedReceiver) { behaves<SharedReceiverModel>(200, 300); }

/// More ThreadLocals than the table of a thread holds, made and ended.
struct ThreadLocalModel {
  struct One {
    std::unique_ptr<ThreadLocal<int>> real =
        std::make_unique<ThreadLocal<int>>([] { return 1; });
    int model = 1;
  };
  std::vector<One> all;

  void step(Random &random) {
    if (all.size() < 40 && random() % 2)
      all.emplace_back();
    if (all.empty())
      return;
    One &one = all[random() % all.size()];
    EXPECT_EQ(one.real->get(), one.model);
    one.real->get() = one.model = int(random() % 100);
    if (random() % 8 == 0) {
      std::swap(one, all.back());
      all.pop_back();
    }
  }
};
TEST(Models, ThreadLocal) { behaves<ThreadLocalModel>(50, 500); }

/// Whatever the threads do: a task comes to its own end, unless cancel took it
/// back.
struct PoolModel {
  struct One {
    TaskHandle<int> real;
    int model;
    bool cancelled = false;
  };
  const ThreadPool pool{2};
  std::vector<One> tasks;

  void step(Random &random) {
    const int number = int(random() % 100);
    if (random() % 2)
      tasks.push_back({pool.submit([number] {
                         return number % 10 ? number : throw number;
                       }),
                       number});
    if (tasks.empty())
      return;
    One &one = tasks[random() % tasks.size()];
    switch (random() % 4) {
    case 0:
      one.cancelled |= one.real.cancel();
      break;
    case 1:
      one.real.wait();
      EXPECT_TRUE(one.real.is_finished());
      break;
    case 2:
      check(one);
      one = std::move(tasks.back());
      tasks.pop_back();
    }
  }
  static void check(One &one) {
    if (one.cancelled)
      EXPECT_THROW((void)one.real.join(), Cancelled);
    else if (one.model % 10 == 0)
      EXPECT_THROW((void)one.real.join(), int);
    else
      EXPECT_EQ(one.real.join(), one.model);
  }
};
TEST(Models, ThreadPool) { behaves<PoolModel>(20, 300); }

} // namespace

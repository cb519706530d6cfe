//===-- channels.cpp - Channels and queues that wait ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "operations.h"
#include "peers.h"

#include "fearless/channel.h"
#include "fearless/scope.h"

#include <condition_variable>
#include <mutex>
#include <queue>

#if defined(HAS_TBB)
#include <tbb/concurrent_queue.h>
#endif
#if defined(HAS_MOODYCAMEL)
#include <concurrentqueue/blockingconcurrentqueue.h>
#endif

namespace {

constexpr std::size_t places = 64;

/// What one writes with the standard library.
class StdQueue {
public:
  explicit StdQueue(std::size_t most = SIZE_MAX) : most_(most) {}

  void send(uint64_t value) {
    std::unique_lock hold(mutex_);
    not_full_.wait(hold, [&] { return queue_.size() < most_; });
    queue_.push(value);
    hold.unlock();
    not_empty_.notify_one();
  }
  uint64_t recv() {
    std::unique_lock hold(mutex_);
    not_empty_.wait(hold, [&] { return !queue_.empty(); });
    const auto value = queue_.front();
    queue_.pop();
    hold.unlock();
    not_full_.notify_one();
    return value;
  }

private:
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable not_full_, not_empty_;
  std::queue<uint64_t> queue_;
};

struct Fearless {
  void send(uint64_t value) { (void)both.sender.send(value); }
  uint64_t recv() { return *both.receiver.recv(); }
  fearless::Channel<uint64_t> both = fearless::channel<uint64_t>();
};
struct FearlessBounded : Fearless {
  FearlessBounded() : Fearless{fearless::channel<uint64_t>(places)} {}
};
struct StdBounded : StdQueue {
  StdBounded() : StdQueue(places) {}
};

#if defined(HAS_TBB)
struct Tbb {
  void send(uint64_t value) { queue.push(value); }
  uint64_t recv() {
    uint64_t value = 0;
    queue.pop(value);
    return value;
  }
  tbb::concurrent_bounded_queue<uint64_t> queue;
};
struct TbbBounded : Tbb {
  TbbBounded() { queue.set_capacity(places); }
};
#endif

#if defined(HAS_MOODYCAMEL)
struct Moodycamel {
  void send(uint64_t value) { queue.enqueue(value); }
  uint64_t recv() {
    uint64_t value = 0;
    queue.wait_dequeue(value);
    return value;
  }
  moodycamel::BlockingConcurrentQueue<uint64_t> queue;
};
#endif

template <class Queue> void alternate(uint64_t n) {
  Queue queue;
  for (uint64_t i = 0; i < n; ++i) {
    queue.send(i);
    benchmark::DoNotOptimize(queue.recv());
  }
}

/// Many threads send, this one receives.
template <class Queue> void gather(uint64_t n, uint64_t senders) {
  Queue queue;
  fearless::scope([&](fearless::Scope &scope) {
    for (uint64_t sender = 0; sender < senders; ++sender)
      scope.spawn([&] {
        for (uint64_t i = 0; i < n / senders; ++i)
          queue.send(i);
      });
    for (uint64_t i = 0; i < n; ++i)
      benchmark::DoNotOptimize(queue.recv());
  });
}

void unbounded(const std::string &operation) {
  const auto add = [&](const char *peer, auto alternate, auto gather) {
    compare((operation + "/" + peer).c_str(), alternate);
    for (uint64_t senders : {1, 3})
      compare(
          (operation + ", " + std::to_string(senders + 1) + " threads/" + peer)
              .c_str(),
          [=](uint64_t n) { gather(n, senders); }, 30000)
          ->UseRealTime();
  };
  add("fearless channel", alternate<Fearless>, gather<Fearless>);
  add("std::queue, mutex, condition_variable", alternate<StdQueue>,
      gather<StdQueue>);
#if defined(HAS_TBB)
  add("tbb::concurrent_bounded_queue", alternate<Tbb>, gather<Tbb>);
#endif
#if defined(HAS_MOODYCAMEL)
  add("moodycamel::BlockingConcurrentQueue", alternate<Moodycamel>,
      gather<Moodycamel>);
#endif
#if defined(HAS_RUST)
  add("Rust mpsc", rust_channel, rust_channel_threads);
#endif
#if defined(HAS_CRATES)
  add("crossbeam", crossbeam_channel, crossbeam_channel_threads);
#endif
}

void bounded(const std::string &operation) {
  const auto add = [&](const char *peer, auto alternate) {
    compare((operation + "/" + peer).c_str(), alternate);
  };
  add("fearless channel(64)", alternate<FearlessBounded>);
  add("std::queue, mutex, condition_variable", alternate<StdBounded>);
#if defined(HAS_TBB)
  add("tbb::concurrent_bounded_queue", alternate<TbbBounded>);
#endif
#if defined(HAS_RUST)
  add("Rust sync_channel(64)", rust_channel_bounded);
#endif
#if defined(HAS_CRATES)
  add("crossbeam bounded(64)", crossbeam_channel_bounded);
#endif
}

} // namespace

void channel_benchmarks() {
  unbounded("channel send + recv");
  bounded("bounded channel send + recv");
}

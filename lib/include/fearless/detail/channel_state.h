//===-- channel_state.h - What the two sides of a channel share -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The queue, the places of a bounded channel, who waits for a value, and how
// many use it. It ends with the later of its two sides.
//
// A receiver that finds nothing reads the number of wake-ups, marks the front
// slot (block_queue), and waits until the number is another. The push that
// fills a marked slot counts up, and wakes. By the order that publish has, the
// receiver read the number before that.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_CHANNEL_STATE_H
#define FEARLESS_DETAIL_CHANNEL_STATE_H

#include "fearless/detail/block_queue.h"
#include "fearless/detail/deadline.h"
#include "fearless/detail/places.h"
#include "fearless/detail/seam.h"
#include "fearless/detail/sleep.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <utility>

namespace fearless::detail {

/// What became of a value that was to be sent.
enum class sent { yes, full, disconnected };

template <class T> class channel_front;

template <class T> class channel_state {
  using queue = block_queue<T>;

public:
  channel_state() = default;
  explicit channel_state(std::size_t capacity)
      : places_(std::in_place, checked(capacity)) {}

  /// Counting up is relaxed, as Arc's is: whoever does it is counted. Counting
  /// down is acquire and release: what all senders sent is before the end.
  void add_sender() noexcept {
    if (senders_.fetch_add(1, std::memory_order_relaxed) >= places::most)
      std::abort();
  }
  void remove_sender() noexcept {
    if (senders_.fetch_sub(1, std::memory_order_acq_rel) != 1)
      return;
    if (queue_.finish() == queue::pushed::awaited) {
      count_wake();
      wake_all(wakes_);
    }
    leave();
  }

  /// Sends the value, or leaves it as it was; send waits for a place.
  sent try_send(T &value) {
    if (places_)
      switch (places_->try_take()) {
      case places::taken::none:
        return sent::full;
      case places::taken::closed:
        return sent::disconnected;
      case places::taken::one:
        break;
      }
    return push(value);
  }
  sent send(T &value) {
    if (places_ && !places_->take())
      return sent::disconnected;
    return push(value);
  }

  /// For a receiver: waits for a wake-up that came after its front's await.
  /// False if the deadline, if there is one, came before.
  bool wait(std::uint32_t wakes, std::optional<clock::time_point> deadline) {
    return sleep(wakes_, wakes, deadline ? &*deadline : nullptr);
  }

  /// Wakes a receiver that waits, if there is one.
  void wake_receiver() noexcept {
    count_wake();
    wake_one(wakes_);
  }

private:
  friend channel_front<T>;

  static std::uint32_t checked(std::size_t capacity) {
    if (capacity == 0 || capacity > places::most)
      throw std::invalid_argument(
          "fearless::channel(n): n is at least 1, and less than 2^31");
    return static_cast<std::uint32_t>(capacity);
  }

  sent push(T &value) {
    switch (push_into_place(value)) {
    case queue::pushed::refused:
      return sent::disconnected;
    case queue::pushed::awaited:
      wake_receiver();
      return sent::yes;
    default:
      return sent::yes;
    }
  }

  typename queue::pushed push_into_place(T &value) {
    try {
      return queue_.push(value);
    } catch (...) {
      if (places_)
        places_->give_back();
      throw;
    }
  }

  void count_wake() noexcept { wakes_.fetch_add(1, std::memory_order_relaxed); }

  /// One of the two sides is done.
  void leave() noexcept {
    if (sides_.fetch_sub(1, std::memory_order_acq_rel) == 1)
      delete this;
  }

  std::optional<places> places_; // first: if it throws, there is no block yet
  queue queue_;
  atomic<std::uint32_t> wakes_{0};
  atomic<std::uint32_t> senders_{1};
  atomic<std::uint32_t> sides_{2};
};

/// The side of the receivers. It is used by one thread at a time, but for wait.
/// Its destructor disconnects the senders.
template <class T> class channel_front {
  using front = typename block_queue<T>::front;

public:
  using found = typename front::found;

  explicit channel_front(channel_state<T> &state) noexcept
      : state_(&state), front_(state.queue_.take_front()) {}
  channel_front(channel_front &&other) noexcept
      : state_(std::exchange(other.state_, nullptr)),
        front_(std::move(other.front_)) {}
  channel_front &operator=(channel_front &&other) noexcept {
    channel_front taken = std::move(other);
    std::swap(state_, taken.state_);
    front_.swap(taken.front_);
    return *this;
  }
  ~channel_front() {
    if (!state_)
      return;
    if (state_->places_)
      state_->places_->close();
    { front closed = std::move(front_); }
    state_->leave();
  }

  /// Not moved from.
  bool is_connected() const noexcept { return state_ != nullptr; }
  channel_state<T> &state() const noexcept { return *state_; }

  found look() const noexcept { return front_.look(); }

  T take() noexcept {
    T value = front_.take();
    if (state_->places_)
      state_->places_->give_back();
    return value;
  }

  /// Before a wait: what to hand to it. Nothing, if there is something to look
  /// at meanwhile.
  std::optional<std::uint32_t> await() noexcept {
    const auto wakes = state_->wakes_.load(std::memory_order_relaxed);
    return front_.await() ? std::optional(wakes) : std::nullopt;
  }

private:
  channel_state<T> *state_;
  front front_;
};

} // namespace fearless::detail

#endif

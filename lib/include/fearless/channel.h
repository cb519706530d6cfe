//===-- channel.h - Values handed from thread to thread -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// channel<T>() makes a sender and a receiver of a queue that grows as needed;
// channel<T>(n) of one that has n places, whose senders wait while they are
// taken. Senders are copied, one for each thread that sends. The receiver is
// moved; share makes one that is copied, for several threads that take turns.
//
//   auto [sender, receiver] = channel<std::string>();
//   auto thread = spawn([sender = std::move(sender)] {
//     if (!sender.send("done")) …; // nobody will receive it
//   });
//   for (auto &message : receiver) // until the last sender is gone
//     …
//
// Each value that is sent arrives at one receiver. Those of one sender arrive
// in the order they were sent in; what a thread does before it sends is before
// what the receiver does with the value.
//
// Disconnection: when the receivers are gone, send hands the value back, and
// values not yet received are ended. When the senders are gone, receivers still
// get what was sent, and then the end. Whoever waits for the other side learns
// when it goes: nobody waits for ever. A thread that keeps a sender and waits
// for the end of its own channel does wait for itself: move the sender away.
//
// T is Send, and moves without exceptions. What was sent is gone: the sender
// has a moved-from value.
//
// States: a handle is connected or moved from. A handle that was moved from can
// be destroyed and assigned to; any other use is an error that debug builds
// assert on.
// Threads: the members of a Sender are const, and threads may use one of them
// at once; so of a SharedReceiver; a Receiver is for one thread at a time.
// Exceptions: channel and the sends may throw std::bad_alloc; then the value
// has not been sent, and is still the caller's, std::move or not. channel(0)
// and channel(2^31) throw std::invalid_argument: a rendezvous is not supported.
// share throws std::bad_alloc, and the receiver is as it was. Receiving throws
// nothing.
// After fork, the child must use no channel that threads of the parent use. Not
// safe in a signal handler.
//
// Rust: std::sync::mpsc and crossbeam's channels. Std has none. Where threads
// wait for one thing to happen once, an Event is simpler; where they share
// data that stays, a Mutex.
//
// The memory orders stand in detail/block_queue.h, detail/places.h and
// detail/channel_state.h.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_CHANNEL_H
#define FEARLESS_CHANNEL_H

#include "fearless/annotations.h"
#include "fearless/arc.h"
#include "fearless/detail/channel_state.h"
#include "fearless/detail/deadline.h"
#include "fearless/mutex.h"
#include "fearless/send.h"

#include <cassert>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <type_traits>
#include <utility>

namespace fearless {

template <class T> class SharedReceiver;
template <class T> struct Channel;

namespace detail {
template <class T> Channel<T> connect(channel_state<T> *state) noexcept;
}

/// What became of a value that was sent. It is true if it was; else it has the
/// value.
template <class T> class [[nodiscard]] SendResult {
public:
  SendResult() = default;
  SendResult(T value, bool full) : back_(std::move(value)), full_(full) {}

  [[nodiscard]] explicit operator bool() const noexcept { return !back_; }

  /// Why it was not: all places are taken (try_send alone); nobody is left to
  /// receive it.
  [[nodiscard]] bool full() const noexcept { return back_ && full_; }
  [[nodiscard]] bool disconnected() const noexcept { return back_ && !full_; }

  /// The value that was not sent.
  [[nodiscard]] T &value() & { return back_.value(); }
  [[nodiscard]] T &&value() && { return std::move(back_).value(); }

private:
  std::optional<T> back_;
  bool full_ = false;
};

/// What a receiver found. It is true if that is a value.
template <class T> class [[nodiscard]] RecvResult {
public:
  explicit RecvResult(T value) : value_(std::move(value)) {}
  RecvResult(std::nullopt_t, bool disconnected) : disconnected_(disconnected) {}

  [[nodiscard]] explicit operator bool() const noexcept {
    return value_.has_value();
  }

  /// Why there is none: nothing has been sent yet; nothing will ever be.
  [[nodiscard]] bool empty() const noexcept {
    return !value_ && !disconnected_;
  }
  [[nodiscard]] bool disconnected() const noexcept { return disconnected_; }

  /// The value that was received.
  [[nodiscard]] T &value() & { return value_.value(); }
  [[nodiscard]] T &&value() && { return std::move(value_).value(); }
  [[nodiscard]] T &operator*() &noexcept { return *value_; }
  [[nodiscard]] T &&operator*() &&noexcept { return *std::move(value_); }
  [[nodiscard]] T *operator->() noexcept { return &*value_; }

  /// The value, if there is one, without the reason if not.
  [[nodiscard]] std::optional<T> to_optional() &&noexcept {
    return std::move(value_);
  }

private:
  std::optional<T> value_;
  bool disconnected_ = false;
};

template <class T>
class FEARLESS_UNSAFE_SEND("hands on Send values only")
    FEARLESS_UNSAFE_SYNC("the queue takes pushes of several threads") Sender {
public:
  Sender(const Sender &other) noexcept : state_(other.state_) {
    assert(state_ && "this Sender has been moved from");
    state_->add_sender();
  }
  Sender(Sender &&other) noexcept
      : state_(std::exchange(other.state_, nullptr)) {}
  Sender &operator=(const Sender &other) noexcept {
    Sender copy = other;
    std::swap(state_, copy.state_);
    return *this;
  }
  Sender &operator=(Sender &&other) noexcept {
    Sender taken = std::move(other);
    std::swap(state_, taken.state_);
    return *this;
  }
  ~Sender() {
    if (state_)
      state_->remove_sender();
  }

  /// Sends the value; where all places are taken, waits for one. False, with
  /// the value, if nobody is left to receive it.
  SendResult<T> send(FEARLESS_SENDS T &&value) const {
    return result(value, state().send(value));
  }
  SendResult<T> send(FEARLESS_SENDS const T &value) const
    requires std::copy_constructible<T>
  {
    return send(T(value));
  }

  /// Sends the value if there is a place for it now.
  SendResult<T> try_send(FEARLESS_SENDS T &&value) const {
    return result(value, state().try_send(value));
  }
  SendResult<T> try_send(FEARLESS_SENDS const T &value) const
    requires std::copy_constructible<T>
  {
    return try_send(T(value));
  }

private:
  template <class U>
  friend Channel<U> detail::connect(detail::channel_state<U> *) noexcept;
  explicit Sender(detail::channel_state<T> &state) noexcept : state_(&state) {}

  detail::channel_state<T> &state() const noexcept {
    assert(state_ && "this Sender has been moved from");
    return *state_;
  }

  static SendResult<T> result(T &value, detail::sent what) noexcept {
    if (what == detail::sent::yes)
      return {};
    return SendResult<T>(std::move(value), what == detail::sent::full);
  }

  detail::channel_state<T> *state_;
};

namespace detail {

/// What look has found, taken.
template <class T> RecvResult<T> take_found(channel_front<T> &front) noexcept {
  using found = typename channel_front<T>::found;
  const auto what = front.look();
  if (what == found::value)
    return RecvResult<T>(front.take());
  return RecvResult<T>(std::nullopt, what == found::end);
}

/// Goes through what recv of a receiver gives, until it gives nothing.
template <class R> class receive_iterator {
  using Found = decltype(std::declval<R &>().recv());

public:
  using value_type = typename Found::value_type;
  using difference_type = std::ptrdiff_t;

  explicit receive_iterator(R &receiver) : receiver_(&receiver) { ++*this; }

  value_type &operator*() const noexcept { return *found_; }
  receive_iterator &operator++() {
    found_ = receiver_->recv();
    return *this;
  }
  void operator++(int) { ++*this; }
  bool operator==(std::default_sentinel_t) const noexcept { return !found_; }

private:
  R *receiver_;
  mutable Found found_;
};

} // namespace detail

template <class T>
class FEARLESS_UNSAFE_SEND("receives Send values only")
    FEARLESS_NOT_SYNC Receiver {
public:
  /// Waits for the next value. Nothing if none will ever come: the senders are
  /// gone, and what they sent has been received.
  FEARLESS_RECEIVES [[nodiscard]] std::optional<T> recv() noexcept {
    return receive(std::nullopt).to_optional();
  }

  /// The next value, if it is there now.
  FEARLESS_RECEIVES RecvResult<T> try_recv() noexcept {
    return detail::take_found(front());
  }

  /// Waits for the next value no longer than a time span. It is empty if the
  /// time was over before one came.
  template <class Rep, class Period>
  FEARLESS_RECEIVES RecvResult<T>
  recv_timeout(std::chrono::duration<Rep, Period> span) noexcept {
    return receive(detail::after(span));
  }

  /// A receiver of the same channel that can be copied. This one is then moved
  /// from.
  [[nodiscard]] SharedReceiver<T> share() && {
    return SharedReceiver<T>(std::move(front()));
  }

  /// For `for (auto &value : receiver)`.
  [[nodiscard]] auto begin() { return detail::receive_iterator(*this); }
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

private:
  template <class U>
  friend Channel<U> detail::connect(detail::channel_state<U> *) noexcept;
  explicit Receiver(detail::channel_state<T> &state) noexcept : front_(state) {}

  detail::channel_front<T> &front() noexcept {
    assert(front_.is_connected() && "this Receiver has been moved from");
    return front_;
  }

  RecvResult<T>
  receive(std::optional<detail::clock::time_point> deadline) noexcept {
    for (;;) {
      if (auto found = try_recv(); !found.empty())
        return found;
      const auto wakes = front_.await();
      if (wakes && !front_.state().wait(*wakes, deadline))
        return try_recv();
    }
  }

  detail::channel_front<T> front_;
};

/// A receiver for several threads, each with a copy. Each value goes to one.
///
/// The threads take turns with a lock, which they do not hold while they wait.
/// While some wait, the front slot is marked, or one of them is being woken.
/// So whoever takes a value while others wait marks the next slot, or if that
/// is already filled, wakes one of them.
template <class T>
class FEARLESS_UNSAFE_SEND("receives Send values only")
    FEARLESS_UNSAFE_SYNC("receives under a lock") SharedReceiver {
public:
  /// As Receiver's.
  FEARLESS_RECEIVES [[nodiscard]] std::optional<T> recv() const {
    return receive(std::nullopt).to_optional();
  }
  FEARLESS_RECEIVES RecvResult<T> try_recv() const {
    auto side = side_->lock();
    return take(*side);
  }
  template <class Rep, class Period>
  FEARLESS_RECEIVES RecvResult<T>
  recv_timeout(std::chrono::duration<Rep, Period> span) const {
    return receive(detail::after(span));
  }
  [[nodiscard]] auto begin() const { return detail::receive_iterator(*this); }
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

private:
  friend Receiver<T>;

  struct Side {
    explicit Side(detail::channel_front<T> &&front) noexcept
        : front(std::move(front)) {}

    detail::channel_front<T> front;
    std::size_t waiting = 0;
  };
  explicit SharedReceiver(detail::channel_front<T> &&front)
      : state_(&front.state()),
        side_(Arc<Mutex<Side>>::make(std::in_place, std::move(front))) {}

  static RecvResult<T> take(Side &side) noexcept {
    auto found = detail::take_found(side.front);
    if (!found.empty() && side.waiting != 0 && !side.front.await())
      side.front.state().wake_receiver();
    return found;
  }

  RecvResult<T>
  receive(std::optional<detail::clock::time_point> deadline) const {
    for (;;) {
      std::uint32_t seen = 0;
      {
        auto side = side_->lock();
        if (auto found = take(*side); !found.empty())
          return found;
        const auto wakes = side->front.await();
        if (!wakes)
          continue;
        seen = *wakes;
        ++side->waiting;
      }
      const bool in_time = state_->wait(seen, deadline);
      auto side = side_->lock();
      --side->waiting;
      if (!in_time)
        return take(*side);
    }
  }

  detail::channel_state<T> *state_; // ends with what side_ owns
  Arc<Mutex<Side>> side_;
};

/// Both sides of a new channel: `auto [sender, receiver] = channel<int>();`
template <class T> struct Channel {
  Sender<T> sender;
  Receiver<T> receiver;
};

template <class T>
Channel<T> detail::connect(channel_state<T> *state) noexcept {
  static_assert(require_send<T>);
  return {Sender<T>(*state), Receiver<T>(*state)};
}

/// A channel whose senders never wait.
template <class T> [[nodiscard]] Channel<T> channel() {
  return detail::connect(new detail::channel_state<T>());
}

/// A channel with a number of places, from 1 to 2^31 - 1, which count values
/// that were sent and not yet received.
template <class T> [[nodiscard]] Channel<T> channel(std::size_t places) {
  return detail::connect(new detail::channel_state<T>(places));
}

template <class T> struct is_send<Sender<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<Sender<T>> : only_if<sends<T>> {};
template <class T> struct is_send<Receiver<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<Receiver<T>> : std::false_type {};
template <class T> struct is_send<SharedReceiver<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<SharedReceiver<T>> : only_if<sends<T>> {};

} // namespace fearless

#endif

//===-- block_queue.h - The queue of a channel ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Many threads push, one at a time takes from the front. The values stand in a
// list of blocks of 31 slots. A position counts slots, and one more at the end
// of each block, at which no value stands: while the tail is there, the next
// block is being linked.
//
//   front                     tail
//     v                        v
//   | 0 1 2 … 30 | link | -> | 32 33 …    | link |
//
// push claims the position at the tail with one compare-exchange, and then has
// the slot for itself until it marks it as full. The front needs no
// read-modify-write: it looks at its slot's state.
//
// Nobody holds a pointer to a block without a claim to a slot of it, or being
// the front, and the front passes a slot only when it is full, which is the
// last that the pusher does with it. So the front deletes a block as it leaves.
//
// Waiting has no flag beside the queue. The front marks the very slot that it
// waits for, and the push that fills it learns of that in the exchange that
// publishes the value: no wake-up is lost, none is for nothing.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_BLOCK_QUEUE_H
#define FEARLESS_DETAIL_BLOCK_QUEUE_H

#include "fearless/detail/seam.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace fearless::detail {

template <class T> class block_queue {
  struct block;

public:
  class front;

  /// What became of a push: the queue is closed; the value is in; the value is
  /// in, and the front waits for it.
  enum class pushed { refused, quietly, awaited };

  /// Makes the queue together with its front, which is to be taken once.
  block_queue() : last_(new block) {}
  block_queue(const block_queue &) = delete;
  block_queue &operator=(const block_queue &) = delete;

  front take_front() { return front(*this, last_.load(relaxed)); }

  /// Moves the value into the queue. If memory runs out, or the queue is
  /// closed, the value stays.
  pushed push(T &value) {
    std::unique_ptr<block> spare;
    for (;;) {
      // The block is at least as new as the position, by the acquire of the
      // tail. If it is newer, the tail has moved, and the claim fails, by that
      // of the block: else the claim might still be ordered before the move.
      // So release for both in link. The claim publishes nothing.
      auto tail = tail_.load(acquire);
      if (tail & closed)
        return pushed::refused;
      const auto offset = offset_of(tail);
      if (offset == slots) {
        yield();
        continue;
      }
      block *last = last_.load(acquire);
      const bool links = offset == slots - 1;
      if (links && !spare)
        spare = std::make_unique<block>();
      if (!tail_.compare_exchange_weak(tail, tail + one, relaxed, relaxed))
        continue;
      if (links)
        link(*last, spare.release());
      ::new (last->slot[offset].bytes) T(std::move(value));
      return publish(last->slot[offset], full);
    }
  }

  /// Marks the end, for the front to find behind the last value. Nobody pushes
  /// any more: what has been pushed is before this call, the last block too.
  pushed finish() noexcept {
    auto tail = tail_.load(relaxed);
    do {
      if (tail & closed)
        return pushed::refused;
    } while (!tail_.compare_exchange_weak(tail, tail + one, relaxed, relaxed));
    return publish(last_.load(relaxed)->slot[offset_of(tail)], end);
  }

private:
  static_assert(std::is_nothrow_move_constructible_v<T>,
                "what a channel carries is moved without an exception");

  static constexpr auto relaxed = std::memory_order_relaxed;
  static constexpr auto acquire = std::memory_order_acquire;
  static constexpr auto release = std::memory_order_release;

  static constexpr std::size_t slots = 31;
  static constexpr std::uint64_t closed = 1; // in the tail's lowest bit
  static constexpr std::uint64_t one = 2;

  static std::size_t offset_of(std::uint64_t tail) {
    return tail / one % (slots + 1);
  }

  /// The states of a slot, in this order; `awaited` is left out if nobody
  /// waits, and of `full` and `end` there is one.
  enum : std::uint32_t { empty, awaited, full, end };

  struct slot_type {
    atomic<std::uint32_t> state{empty};
    alignas(T) std::byte bytes[sizeof(T)];

    T &value() noexcept { return *std::launder(reinterpret_cast<T *>(bytes)); }
  };

  struct block {
    atomic<block *> next{nullptr};
    slot_type slot[slots];
  };

  /// The last slot of a block is claimed: goes on to the next block.
  void link(block &last, block *next) noexcept {
    last_.store(next, release);
    tail_.fetch_add(one, release);  // not a store: close may come between
    last.next.store(next, relaxed); // the slot's publish follows
  }

  /// Release: the front gets the value. Acquire: what the front did before it
  /// marked the slot, its look at the wakes, is before the wake that the caller
  /// counts; it cannot have seen that already.
  static pushed publish(slot_type &slot, std::uint32_t state) noexcept {
    return slot.state.exchange(state, std::memory_order_acq_rel) == awaited
               ? pushed::awaited
               : pushed::quietly;
  }

  atomic<std::uint64_t> tail_{0};
  atomic<block *> last_;
};

/// The end that is taken from. It is used by one thread at a time. It owns the
/// blocks, and its destructor closes the queue and ends what is still in it.
template <class T> class block_queue<T>::front {
public:
  enum class found { nothing, value, end };

  front(front &&other) noexcept
      : queue_(other.queue_), block_(std::exchange(other.block_, nullptr)),
        tail_(other.tail_) {}
  front &operator=(front &&) = delete;

  void swap(front &other) noexcept {
    std::swap(queue_, other.queue_);
    std::swap(block_, other.block_);
    std::swap(tail_, other.tail_);
  }

  ~front() {
    if (block_)
      close();
  }

  found look() const noexcept {
    switch (slot().state.load(acquire)) {
    case full:
      return found::value;
    case end:
      return found::end;
    default:
      return found::nothing;
    }
  }

  /// Marks the slot as waited for: the push that fills it will know. False if
  /// it has been filled.
  bool await() noexcept {
    std::uint32_t state = empty;
    return slot().state.compare_exchange_strong(state, awaited, release,
                                                relaxed) ||
           state == awaited;
  }

  /// Takes the value that look has found.
  T take() noexcept {
    T value = std::move(slot().value());
    drop();
    return value;
  }

private:
  friend block_queue;

  front(block_queue &queue, block *first) noexcept
      : queue_(&queue), block_(first) {}

  slot_type &slot() const noexcept { return block_->slot[offset_of(tail_)]; }

  /// Ends the value that look has found. Behind a block's last slot the next
  /// block is in sight: it was linked before the slot was filled.
  void drop() noexcept {
    slot().value().~T();
    tail_ += one;
    if (offset_of(tail_) != slots)
      return;
    tail_ += one;
    delete std::exchange(block_, block_->next.load(relaxed));
  }

  /// No more pushes; those that have a claim are waited for.
  void close() noexcept {
    const auto last = queue_->tail_.fetch_or(closed, relaxed);
    while (tail_ < last) {
      const auto what = look();
      if (what == found::end)
        break;
      if (what == found::value)
        drop();
      else
        yield();
    }
    delete block_;
  }

  block_queue *queue_;
  block *block_;
  std::uint64_t tail_ = 0; // counts as the queue's tail does
};

} // namespace fearless::detail

#endif

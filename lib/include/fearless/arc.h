//===-- arc.h - A value with several owners, on any threads ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Arc<T> is a handle to a value that all its copies own together, on whatever
// threads they are. The last one ends the value. Weak<T> is a handle that does
// not keep the value alive: upgrade gives an Arc while there is one.
//
//   auto settings = Arc<Settings>::make(…);
//   auto reader = spawn([settings] { use(settings->retries); });
//
// The value is const while it is shared. What threads are to change together
// stands in a lock or is atomic: Arc<Mutex<T>>, Arc<Atomic<T>>. get_mut gives
// the value to the only owner to change, make_mut copies it first where it is
// shared.
//
// T is Send and Sync: any owner may be the one that ends it, and all read it
// at once. make rejects other types, so every Arc is Send and Sync itself.
//
// States: a handle owns a value, or has been moved from. A handle that was
// moved from can be destroyed and assigned to; any other use is an error that
// debug builds assert on.
// Threads: each handle is like an int: several threads may use the const
// members of one at once. The count, which handles share, is atomic.
// Width: an Arc is one pointer; a Weak is two, since of a value that has ended
// only the address is left to find the count from. Making one is one
// allocation, which Weaks keep.
// Exceptions: make passes on std::bad_alloc and what the constructor of T
// throws, make_mut what its copy constructor throws; all others throw nothing.
// make rejects a T whose destructor may throw.
// Cycles of Arcs are never ended: let one of them be Weak. Static handles are
// ended like any static; a thread that outlives main must have its own copy.
// Not safe in a signal handler. After fork, both processes have handles of
// their own.
//
// Rust: std::sync::Arc. Std: std::shared_ptr, which is wider, lets any owner
// change the value, and can be empty. On one thread alone, Rc is cheaper; with
// one owner, std::unique_ptr.
//
// The memory orders
//
// One number counts both: Arcs in its lower half; in the upper half Weaks, and
// one more for all Arcs together, which is given back after the value's end.
//
// - One more, relaxed. A handle is made from one that the thread has, so the
//   count is not zero and cannot become so; what the new handle may see, its
//   thread has seen or gets with the handle.
// - One less, release: what a thread has done with the value is before the
//   decrement. Whoever finds that it has the last handle loads the count with
//   acquire. Every change of the count is a read-modify-write, so all the
//   decrements are in one release sequence, and the load is after all of them:
//   nobody uses the value, or the memory, any more. The load does what a fence
//   would, but the thread sanitizer understands it.
// - The only Arc without Weaks, by one acquire load: nobody else can change
//   the count, since that takes a handle. So the last one ends the value
//   without a further read-modify-write, and get_mut may give it away.
// - Upgrade, relaxed: the value was made before the Weak was, and was not
//   changed since, for that takes that there are no Weaks.
// - try_unwrap takes the last Arc with acquire: the value is changed by moving
//   from it, after what the others did.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ARC_H
#define FEARLESS_ARC_H

#include "fearless/annotations.h"
#include "fearless/detail/counted.h"
#include "fearless/detail/seam.h"
#include "fearless/send.h"

#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <type_traits>
#include <utility>

namespace fearless {

template <class T> class Weak;

namespace detail {

/// The count of Arcs and Weaks of one value.
class arc_count {
public:
  std::size_t strong() const noexcept {
    return strong_of(both_.load(std::memory_order_relaxed));
  }
  std::size_t weak() const noexcept {
    const auto both = both_.load(std::memory_order_relaxed);
    return (both >> 32) - (strong_of(both) ? 1 : 0);
  }

  void add_strong() noexcept {
    check(strong_of(both_.fetch_add(one_strong, std::memory_order_relaxed)));
  }
  void add_weak() noexcept {
    check(both_.fetch_add(one_weak, std::memory_order_relaxed) >> 32);
  }

  /// One Arc more, if there is one.
  bool upgrade() noexcept {
    auto both = both_.load(std::memory_order_relaxed);
    do {
      if (strong_of(both) == 0)
        return false;
      check(strong_of(both));
    } while (!both_.compare_exchange_weak(both, both + one_strong,
                                          std::memory_order_relaxed,
                                          std::memory_order_relaxed));
    return true;
  }

  /// There is one Arc, and no Weak: the caller's.
  bool unique() const noexcept {
    return both_.load(std::memory_order_acquire) == one_strong + one_weak;
  }

  /// One Arc less. Whether it was the last: the value is to be ended, and then
  /// to be followed by release_weak.
  bool release_strong() noexcept {
    if (strong_of(both_.fetch_sub(one_strong, std::memory_order_release)) != 1)
      return false;
    (void)both_.load(std::memory_order_acquire);
    return true;
  }

  /// One Arc less, if it is the last.
  bool release_last() noexcept {
    auto both = both_.load(std::memory_order_relaxed);
    do {
      if (strong_of(both) != 1)
        return false;
    } while (!both_.compare_exchange_weak(both, both - one_strong,
                                          std::memory_order_acquire,
                                          std::memory_order_relaxed));
    return true;
  }

  /// One Weak less. Whether it was the last: the memory is to be given back.
  bool release_weak() noexcept {
    if (both_.fetch_sub(one_weak, std::memory_order_release) >> 32 != 1)
      return false;
    (void)both_.load(std::memory_order_acquire);
    return true;
  }

private:
  static constexpr std::uint64_t one_strong = 1;
  static constexpr std::uint64_t one_weak = std::uint64_t(1) << 32;

  static std::size_t strong_of(std::uint64_t both) noexcept {
    return static_cast<std::uint32_t>(both);
  }

  /// Ends the program long before a half is full: until then there is room for
  /// one more handle of every thread that is just here.
  static void check(std::size_t count) noexcept {
    if (count >= std::size_t(1) << 31)
      std::abort();
  }

  atomic<std::uint64_t> both_{one_strong + one_weak};
};

using arc_head = head<arc_count>;

} // namespace detail

template <class T>
class FEARLESS_UNSAFE_SEND("made of Send and Sync values only")
    FEARLESS_UNSAFE_SYNC("gives const access; the count is atomic") Arc {
public:
  /// Makes a value, T(args...), with one owner.
  template <class... Args>
  requires std::constructible_from<T, Args...>
  [[nodiscard]] static Arc make(Args &&...args) {
    static_assert(detail::require_send<T>);
    static_assert(detail::require_sync<T>);
    return Arc(detail::counted<detail::arc_count, T>::make(
        std::forward<Args>(args)...));
  }

  /// One owner more. Ends the program if there are 2^31, which takes handles
  /// that were never destroyed.
  Arc(const Arc &other) noexcept : value_(other.value_) {
    head()->count.add_strong();
  }
  Arc(Arc &&other) noexcept : value_(std::exchange(other.value_, nullptr)) {}

  /// A handle to a class is one to its base, if that has a virtual function.
  template <class Derived>
  requires detail::counted_as<Derived, T> Arc(Arc<Derived> other)
  noexcept : value_(std::exchange(other.value_, nullptr)) {}

  // Not one that takes its operand by value: that would keep the old value
  // until the end of the caller's full-expression.
  Arc &operator=(const Arc &other) noexcept {
    Arc copy = other;
    swap(*this, copy);
    return *this;
  }
  Arc &operator=(Arc &&other) noexcept {
    Arc taken = std::move(other);
    swap(*this, taken);
    return *this;
  }

  ~Arc() {
    if (value_)
      release(head());
  }

  [[nodiscard]] const T &operator*() const noexcept {
    assert(value_ && "this Arc has been moved from");
    return *value_;
  }
  [[nodiscard]] const T *operator->() const noexcept { return &**this; }

  /// A handle that does not keep the value alive. Ends the program if there
  /// are 2^31.
  [[nodiscard]] Weak<T> downgrade() const noexcept { return Weak<T>(*this); }

  /// How many there are. Other threads may be changing that: of use in tests
  /// and logs. Both are 1 and 0 for good only if they are so for the only
  /// thread that has a handle; get_mut asks just that, with the right order.
  [[nodiscard]] std::size_t strong_count() const noexcept {
    return head()->count.strong();
  }
  [[nodiscard]] std::size_t weak_count() const noexcept {
    return head()->count.weak();
  }

  /// The value, to change, if this is its only handle, Weaks included; else
  /// null.
  [[nodiscard]] T *get_mut() noexcept {
    return head()->count.unique() ? value_ : nullptr;
  }

  /// The value, to change. If it has other handles, Weaks included, this one
  /// first gets a copy of its own; if copying throws, nothing has changed.
  [[nodiscard]] T &
  make_mut() requires std::copy_constructible<T> && detail::counted_whole<T> {
    if (!get_mut())
      *this = make(**this);
    return *value_;
  }

  /// The value itself, if this is its only owner: the handle is then empty, as
  /// if moved from, and Weaks find nothing. Else nothing, and the handle stays
  /// as it is. If the move constructor of T throws, the value is ended. Of
  /// owners that try at once, none may succeed: each sees the other.
  [[nodiscard]] std::optional<T> try_unwrap() && requires
      std::move_constructible<T> && detail::counted_whole<T> {
    if (!head()->count.release_last())
      return std::nullopt;
    T *value = std::exchange(value_, nullptr);
    const last_owner after{detail::head_of<detail::arc_count>(value)};
    return std::optional<T>(std::move(*value));
  }

  /// Whether both own the same value. (Whether the values are equal is asked
  /// of the values.)
  [[nodiscard]] friend bool ptr_eq(const Arc &a, const Arc &b) noexcept {
    return a.value_ == b.value_;
  }

  friend void swap(Arc &a, Arc &b) noexcept { std::swap(a.value_, b.value_); }

private:
  template <class> friend class Arc;
  friend class Weak<T>;
  static_assert(!std::is_const_v<T> && !std::is_reference_v<T>,
                "Arc<T> gives const access to a T: T itself is a plain type");

  struct last_owner {
    detail::arc_head *head;
    ~last_owner() { end_value(head); }
  };

  explicit Arc(T *value) noexcept : value_(value) {}

  detail::arc_head *head() const noexcept {
    assert(value_ && "this Arc has been moved from");
    return detail::head_of<detail::arc_count>(value_);
  }

  static void release(detail::arc_head *head) noexcept {
    if (head->count.unique())
      head->end(head, detail::ending::both);
    else if (head->count.release_strong())
      end_value(head);
  }

  /// Ends the value that no Arc owns any more.
  static void end_value(detail::arc_head *head) noexcept {
    head->end(head, detail::ending::value);
    if (head->count.release_weak())
      head->end(head, detail::ending::memory);
  }

  T *value_;
};

template <class T>
class FEARLESS_UNSAFE_SEND("made of Send and Sync values only")
    FEARLESS_UNSAFE_SYNC("gives Arcs; the count is atomic") Weak {
public:
  /// Of no value: upgrade finds nothing.
  Weak() noexcept = default;

  explicit Weak(const Arc<T> &arc) noexcept
      : head_(arc.head()), value_(arc.value_) {
    head_->count.add_weak();
  }

  Weak(const Weak &other) noexcept : head_(other.head_), value_(other.value_) {
    if (head_)
      head_->count.add_weak();
  }
  Weak(Weak &&other) noexcept
      : head_(std::exchange(other.head_, nullptr)), value_(other.value_) {}

  Weak &operator=(const Weak &other) noexcept {
    Weak copy = other;
    swap(*this, copy);
    return *this;
  }
  Weak &operator=(Weak &&other) noexcept {
    Weak taken = std::move(other);
    swap(*this, taken);
    return *this;
  }

  ~Weak() {
    if (head_ && head_->count.release_weak())
      head_->end(head_, detail::ending::memory);
  }

  friend void swap(Weak &a, Weak &b) noexcept {
    std::swap(a.head_, b.head_);
    std::swap(a.value_, b.value_);
  }

  /// An owner of the value, if it still has one.
  [[nodiscard]] std::optional<Arc<T>> upgrade() const noexcept {
    if (!head_ || !head_->count.upgrade())
      return std::nullopt;
    return Arc<T>(value_);
  }

private:
  detail::arc_head *head_ = nullptr;
  T *value_ = nullptr;
};

template <class T> struct is_send<Arc<T>> : only_if<sends<T>, syncs<T>> {};
template <class T> struct is_sync<Arc<T>> : only_if<sends<T>, syncs<T>> {};
template <class T> struct is_send<Weak<T>> : only_if<sends<T>, syncs<T>> {};
template <class T> struct is_sync<Weak<T>> : only_if<sends<T>, syncs<T>> {};

} // namespace fearless

#endif

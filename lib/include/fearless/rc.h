//===-- rc.h - A value with several owners, on one thread -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rc<T> is a handle to a value that all its copies own together. The last one
// ends the value. The count is a plain number, without atomic operations: an
// Rc is for one thread, neither Send nor Sync, and spawn, channels and Arc
// refuse it. Arc is its twin for several threads.
//
//   auto names = Rc<std::vector<std::string>>::make();
//   auto same = names;            // one vector, two owners
//   names->size();                // read through either
//   same.make_mut().push_back(…); // copies first: names keeps the old one
//
// The value is const while it is shared. get_mut gives it to the only owner to
// change, make_mut copies it first where it is shared.
//
// States: a handle owns a value, or has been moved from. A handle that was
// moved from can be destroyed and assigned to; any other use is an error that
// debug builds assert on.
// Width: one pointer. Making one is one allocation.
// Exceptions: make passes on std::bad_alloc and what the constructor of T
// throws, make_mut what its copy constructor throws; all others throw nothing.
// make rejects a T whose destructor may throw.
// Cycles of handles are never ended. Not safe in a signal handler.
// After fork, both processes have handles of their own.
//
// Rust: std::rc::Rc. Std has none: std::shared_ptr counts atomically as soon
// as the program has a second thread. Where there is one owner, std::unique_ptr
// or the value itself is simpler.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RC_H
#define FEARLESS_RC_H

#include "fearless/annotations.h"
#include "fearless/detail/counted.h"
#include "fearless/send.h"

#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace fearless {

namespace detail {

/// The count of the Rcs of one value.
struct rc_count {
  std::size_t owners = 1;
};

using rc_head = head<rc_count>;

} // namespace detail

template <class T> class FEARLESS_NOT_SEND FEARLESS_NOT_SYNC Rc {
public:
  /// Makes a value, T(args...), with one owner.
  template <class... Args>
  requires std::constructible_from<T, Args...>
  [[nodiscard]] static Rc make(Args &&...args) {
    return Rc(detail::counted<detail::rc_count, T>::make(
        std::forward<Args>(args)...));
  }

  /// One owner more. Ends the program if there are too many to count, which
  /// takes handles that were never destroyed.
  Rc(const Rc &other) noexcept : value_(other.value_) { retain(); }
  Rc(Rc &&other) noexcept : value_(std::exchange(other.value_, nullptr)) {}

  /// A handle to a class is one to its base, if that has a virtual function.
  template <class Derived>
  requires detail::counted_as<Derived, T> Rc(Rc<Derived> other)
  noexcept : value_(std::exchange(other.value_, nullptr)) {}

  // Not one that takes its operand by value: that would keep the old value
  // until the end of the caller's full-expression.
  Rc &operator=(const Rc &other) noexcept {
    Rc copy = other;
    swap(*this, copy);
    return *this;
  }
  Rc &operator=(Rc &&other) noexcept {
    Rc taken = std::move(other);
    swap(*this, taken);
    return *this;
  }

  ~Rc() {
    if (value_)
      release(head());
  }

  [[nodiscard]] const T &operator*() const noexcept {
    assert(value_ && "this Rc has been moved from");
    return *value_;
  }
  [[nodiscard]] const T *operator->() const noexcept { return &**this; }

  [[nodiscard]] std::size_t strong_count() const noexcept {
    return head()->count.owners;
  }

  /// The value, to change, if this is its only owner; else null.
  [[nodiscard]] T *get_mut() noexcept {
    return head()->count.owners == 1 ? value_ : nullptr;
  }

  /// The value, to change. If others own it too, this handle first gets a copy
  /// of its own; if copying throws, nothing has changed.
  [[nodiscard]] T &
  make_mut() requires std::copy_constructible<T> && detail::counted_whole<T> {
    if (!get_mut())
      *this = make(**this);
    return *value_;
  }

  /// The value itself, if this is its only owner: the handle is then empty, as
  /// if moved from. Else nothing, and the handle stays as it is.
  [[nodiscard]] std::optional<T> try_unwrap() && requires
      std::move_constructible<T> && detail::counted_whole<T> {
    if (!get_mut())
      return std::nullopt;
    Rc last = std::move(*this);
    return std::optional<T>(std::move(*last.value_));
  }

  /// Whether both own the same value. (Whether the values are equal is asked
  /// of the values.)
  [[nodiscard]] friend bool ptr_eq(const Rc &a, const Rc &b) noexcept {
    return a.value_ == b.value_;
  }

  friend void swap(Rc &a, Rc &b) noexcept { std::swap(a.value_, b.value_); }

private:
  template <class> friend class Rc;
  static_assert(!std::is_const_v<T> && !std::is_reference_v<T>,
                "Rc<T> gives const access to a T: T itself is a plain type");

  explicit Rc(T *value) noexcept : value_(value) {}

  detail::rc_head *head() const noexcept {
    assert(value_ && "this Rc has been moved from");
    return detail::head_of<detail::rc_count>(value_);
  }

  void retain() noexcept {
    auto &owners = head()->count.owners;
    if (owners == std::numeric_limits<std::size_t>::max())
      std::abort();
    ++owners;
  }

  static void release(detail::rc_head *head) noexcept {
    if (--head->count.owners == 0)
      head->end(head, detail::ending::both);
  }

  T *value_;
};

template <class T> struct is_send<Rc<T>> : std::false_type {};
template <class T> struct is_sync<Rc<T>> : std::false_type {};

} // namespace fearless

#endif

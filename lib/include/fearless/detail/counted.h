//===-- counted.h - A value with its count in front -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The memory of Rc and Arc: one allocation with a head, which holds the count,
// and the value directly behind it.
//
//   | padding | head | value … |
//   ^ where           ^ what the handle points to
//
// A handle needs one pointer, the value's: the head is found from it. A handle
// to a base class points into the middle of the value; then the virtual table
// tells where the value begins (dynamic_cast to void), so that any base will
// do, if it has a virtual function.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_COUNTED_H
#define FEARLESS_DETAIL_COUNTED_H

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace fearless::detail {

/// What is to end: the value, the memory that it was in, or both.
enum class ending { value, memory, both };

/// What stands in front of a value. A new Count counts one handle. `end` knows
/// the type that the value was made as, which a handle to a base does not.
template <class Count> struct head {
  Count count;
  void (*end)(head *, ending) noexcept;
};

template <class Count, class T> class counted {
public:
  /// Makes the head and the value. If the constructor of T throws, nothing is
  /// left behind.
  template <class... Args> static T *make(Args &&...args) {
    std::unique_ptr<std::byte, release> memory(
        static_cast<std::byte *>(allocate()));
    auto *value = ::new (memory.get() + offset) T(std::forward<Args>(args)...);
    ::new (memory.release() + offset - sizeof(head<Count>))
        head<Count>{{}, &end};
    return value;
  }

private:
  static constexpr std::align_val_t align{
      std::max({alignof(T), alignof(head<Count>),
                std::size_t(__STDCPP_DEFAULT_NEW_ALIGNMENT__)})};
  static constexpr std::size_t offset =
      std::max(sizeof(head<Count>), std::size_t(align));
  static constexpr std::size_t size = offset + sizeof(T);
  static_assert(std::size_t(align) % alignof(head<Count>) == 0 &&
                sizeof(head<Count>) % alignof(head<Count>) == 0);

  /// The aligned forms cost half as much again: only where they are needed.
  static constexpr bool over_aligned =
      std::size_t(align) > __STDCPP_DEFAULT_NEW_ALIGNMENT__;

  static void *allocate() {
    if constexpr (over_aligned)
      return ::operator new(size, align);
    else
      return ::operator new(size);
  }
  struct release {
    void operator()(std::byte *memory) const noexcept {
      if constexpr (over_aligned)
        ::operator delete(memory, size, align);
      else
        ::operator delete(memory, size);
    }
  };

  static void end(head<Count> *head, ending what) noexcept {
    auto *value = reinterpret_cast<std::byte *>(head + 1);
    if (what != ending::memory)
      std::destroy_at(std::launder(reinterpret_cast<T *>(value)));
    if (what != ending::value) {
      std::destroy_at(head);
      release()(value - offset);
    }
  }
};

/// The head of a living value.
template <class Count, class T> head<Count> *head_of(T *value) noexcept {
  void *whole = value;
  if constexpr (std::is_polymorphic_v<T>)
    whole = dynamic_cast<void *>(value);
  return static_cast<head<Count> *>(whole) - 1;
}

/// A handle to a Derived may become one to a Base.
template <class Derived, class Base>
concept counted_as =
    !std::is_same_v<Derived, Base> && std::is_polymorphic_v<Base> &&
    std::is_convertible_v<Derived *, Base *>;

/// A handle to a T points to just a T, never to something derived from it:
/// copying or moving the T copies or moves the whole value.
template <class T>
concept counted_whole = !std::is_polymorphic_v<T> || std::is_final_v<T>;

} // namespace fearless::detail

#endif

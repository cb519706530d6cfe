//===-- fields.h - The types of an aggregate's fields ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// fields_of<T> is types<A, B, C> for `struct T { A a; B b; C c; };`. C++20 has
// no reflection: the fields are counted by trying how many initialisers T
// takes, and named by a structured binding of as many names.
//
// What cannot be taken apart so has no fields: classes with constructors or
// private members, with base classes, with array members, with more than 16
// fields, unions. They are left to the checker, which sees the declarations.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_FIELDS_H
#define FEARLESS_DETAIL_FIELDS_H

#include <cstddef>
#include <cstdlib>
#include <type_traits>
#include <utility>

namespace fearless::detail {

template <class... Ts> struct types {};

/// Initialises a field of any type, one that cannot be moved included. Classes
/// that convert from anything, such as std::optional, find it ambiguous …
///
/// The conversions are never called. They have bodies because a constructor
/// template of a field may be instantiated with one.
struct any_field {
  template <class U> operator U &() const & { std::abort(); }
  template <class U> operator U() && { std::abort(); }
};

/// … but not this one, which classes that cannot be moved do not take.
struct any_movable_field {
  template <class U> operator U &() const & { std::abort(); }
  template <class U> operator U &&() const && { std::abort(); }
};

/// Initialises a base class of T, and nothing else.
template <class T> struct any_base {
  template <class U>
  requires(std::is_base_of_v<U, T> && !std::is_same_v<U, T>)
  operator U() const {
    std::abort();
  }
};

template <class Any, std::size_t> using any_at = Any;

template <class T, class Any, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
  return requires { T{any_at<Any, I>{}...}; };
}

/// … where K of them, behind the first ones, stand in braces.
template <class T, class Any, std::size_t... Before, std::size_t... K,
          std::size_t... After>
constexpr bool takes_nested(std::index_sequence<Before...>,
                            std::index_sequence<K...>,
                            std::index_sequence<After...>) {
  return requires {
    T{any_at<Any, Before>{}..., {any_at<Any, K>{}...}, any_at<Any, After>{}...};
  };
}

template <class T, class Any, std::size_t Before, std::size_t K,
          std::size_t After>
constexpr bool takes_nested() {
  return takes_nested<T, Any>(std::make_index_sequence<Before>{},
                              std::make_index_sequence<K>{},
                              std::make_index_sequence<After>{});
}

inline constexpr std::size_t most_fields = 16;

/// How many initialisers T takes; 0 if it is more than most_fields.
template <class T, class Any, std::size_t N = most_fields + 1>
constexpr std::size_t initialisers() {
  if constexpr (N == 0)
    return 0;
  else if constexpr (takes<T, Any>(std::make_index_sequence<N>{}))
    return N > most_fields ? 0 : N;
  else
    return initialisers<T, Any, N - 1>();
}

/// Whether the initialisers from the one at I on stand for an array of K or
/// more: in braces they take the place of as many.
template <class T, class Any, std::size_t N, std::size_t I, std::size_t K = 2>
constexpr bool is_array() {
  if constexpr (I + K > N)
    return false;
  else if constexpr (takes_nested<T, Any, I, K, N - I - K>() &&
                     !takes_nested<T, Any, I, K, N - I - K + 1>())
    return true;
  else
    return is_array<T, Any, N, I, K + 1>();
}

/// Whether the initialiser at I is a whole field's. Empty braces are, and tell
/// it without a look at what they initialise: a container would be given the
/// rest as its elements, and some compilers then ask whether it may be copied.
template <class T, class Any, std::size_t N, std::size_t I>
constexpr bool is_field() {
  if constexpr (takes_nested<T, Any, I, 0, N - I - 1>())
    return true;
  else
    return !is_array<T, Any, N, I>();
}

template <class T, class Any, std::size_t N, std::size_t... I>
constexpr bool are_fields(std::index_sequence<I...>) {
  return (is_field<T, Any, N, I>() && ...);
}

/// Whether there is a field that Any does not initialise, but {} does.
template <class T, class Any, std::size_t... I>
constexpr bool has_another(std::index_sequence<I...>) {
  return requires { T{any_at<Any, I>{}..., {}}; };
}

template <class T, class Any> constexpr std::size_t count_with() {
  constexpr std::size_t n = initialisers<T, Any>();
  using all = std::make_index_sequence<n>;
  if constexpr (!are_fields<T, Any, n>(all{}) || has_another<T, Any>(all{}))
    return 0;
  else
    return n;
}

/// The number of fields that a structured binding of T has; 0 if unknown.
template <class T> constexpr std::size_t count_fields() {
  if constexpr (!std::is_class_v<T> || !std::is_aggregate_v<T> ||
                requires { T{any_base<T>{}}; })
    return 0;
  else if constexpr (constexpr auto n = count_with<T, any_field>(); n != 0)
    return n;
  else
    return count_with<T, any_movable_field>();
}

/// Only its return type is used.
template <class T> constexpr auto bind_fields(T &object) {
  constexpr std::size_t n = count_fields<T>();
  if constexpr (n == 0)
    return types<>{};
  else if constexpr (n == 1) {
    auto &[a] = object;
    return types<decltype(a)>{};
  } else if constexpr (n == 2) {
    auto &[a, b] = object;
    return types<decltype(a), decltype(b)>{};
  } else if constexpr (n == 3) {
    auto &[a, b, c] = object;
    return types<decltype(a), decltype(b), decltype(c)>{};
  } else if constexpr (n == 4) {
    auto &[a, b, c, d] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d)>{};
  } else if constexpr (n == 5) {
    auto &[a, b, c, d, e] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e)>{};
  } else if constexpr (n == 6) {
    auto &[a, b, c, d, e, f] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f)>{};
  } else if constexpr (n == 7) {
    auto &[a, b, c, d, e, f, g] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g)>{};
  } else if constexpr (n == 8) {
    auto &[a, b, c, d, e, f, g, h] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h)>{};
  } else if constexpr (n == 9) {
    auto &[a, b, c, d, e, f, g, h, i] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h),
                 decltype(i)>{};
  } else if constexpr (n == 10) {
    auto &[a, b, c, d, e, f, g, h, i, j] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h),
                 decltype(i), decltype(j)>{};
  } else if constexpr (n == 11) {
    auto &[a, b, c, d, e, f, g, h, i, j, k] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h),
                 decltype(i), decltype(j), decltype(k)>{};
  } else if constexpr (n == 12) {
    auto &[a, b, c, d, e, f, g, h, i, j, k, l] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h),
                 decltype(i), decltype(j), decltype(k), decltype(l)>{};
  } else if constexpr (n == 13) {
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h),
                 decltype(i), decltype(j), decltype(k), decltype(l),
                 decltype(m)>{};
  } else if constexpr (n == 14) {
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h),
                 decltype(i), decltype(j), decltype(k), decltype(l),
                 decltype(m), decltype(n)>{};
  } else if constexpr (n == 15) {
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h),
                 decltype(i), decltype(j), decltype(k), decltype(l),
                 decltype(m), decltype(n), decltype(o)>{};
  } else if constexpr (n == 16) {
    auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = object;
    return types<decltype(a), decltype(b), decltype(c), decltype(d),
                 decltype(e), decltype(f), decltype(g), decltype(h),
                 decltype(i), decltype(j), decltype(k), decltype(l),
                 decltype(m), decltype(n), decltype(o), decltype(p)>{};
  }
}

template <class T>
using fields_of = decltype(bind_fields<T>(std::declval<T &>()));

} // namespace fearless::detail

#endif

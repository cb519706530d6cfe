//===-- send.h - What may cross threads, as the language shows it ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the language can show of Rust's two traits, for any compiler:
//
//   Send<T>  a T may be handed to another thread and be used there, the giver
//            no longer using it.
//   Sync<T>  threads may use one T at once through `const T &`.
//
// The runtime demands them of what it takes across threads: a raw pointer, a
// guard, an Rc, or a struct, tuple or container of them, does not compile. The
// error is an instantiation of detail::is_not_Send or is_not_Sync; its first
// argument is the type that is to blame, the others are the types that it was
// found in, outermost first.
//
// A class whose members cannot be seen (private ones, captures of a lambda) is
// taken to be both. fearless, the checker, sees them and judges for itself.
//
// Say what the language cannot show by a specialisation:
//
//   template <> struct fearless::is_send<Cursor> : std::false_type {};
//   template <class T>
//   struct fearless::is_sync<Slot<T>> : fearless::only_if<sends<T>> {};
//
// Recursive types are fine: a type is what it is made of, itself put aside.
// A type that is incomplete where it is first asked for is taken to be both.
//
// The const of T does not matter to either. Rust's `T: Send` and `T: Sync`; the
// standard library has no counterpart.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SEND_H
#define FEARLESS_SEND_H

#include "fearless/detail/fields.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace fearless {

/// \name What a specialisation derives from: std::true_type, std::false_type,
/// or a list of what must hold.
/// @{
template <class T> struct sends {};
template <class T> struct syncs {};
template <class... Needs> struct only_if {
  using needs = detail::types<Needs...>;
};
/// @}

namespace detail {

template <template <class> class Need, class Parts> struct each_of;
template <template <class> class Need, class... Ts>
struct each_of<Need, types<Ts...>> : only_if<Need<std::remove_cv_t<Ts>>...> {};

template <class T>
concept complete = requires {
  sizeof(T);
};

/// std::lock_guard and its kin, boost's and others': they must be let go on the
/// thread that took the lock.
template <class T>
concept lock_holder = requires {
  typename T::mutex_type;
};

/// The standard containers and those like them; strings too.
template <class T>
concept container = requires(T &object) {
  typename T::value_type;
  typename T::allocator_type;
  object.begin();
};

/// std::stack, std::queue, std::priority_queue.
template <class T>
concept container_adaptor = requires {
  typename T::container_type;
};

/// std::pair, std::tuple, std::array.
template <class T>
concept tuple_like = requires {
  std::tuple_size<T>::value;
};

template <class T, std::size_t... I>
types<std::tuple_element_t<I, T>...> elements(std::index_sequence<I...>);

template <class T> constexpr auto parts() {
  if constexpr (tuple_like<T>)
    return decltype(elements<T>(
        std::make_index_sequence<std::tuple_size_v<T>>{})){};
  else if constexpr (container<T>)
    return types<typename T::value_type>{};
  else if constexpr (container_adaptor<T>)
    return types<typename T::container_type>{};
  else
    return fields_of<T>{};
}

/// What a type without a specialisation of its own is made of.
template <template <class> class Need, class T>
struct by_parts : std::true_type {};
template <template <class> class Need, class T>
requires(complete<T> &&std::is_class_v<T> &&
         !lock_holder<T>) struct by_parts<Need, T>
    : each_of<Need, decltype(parts<T>())> {
};
template <template <class> class Need, class T>
requires(complete<T> &&lock_holder<T>) struct by_parts<Need, T>
    : std::false_type {
};

} // namespace detail

/// To be asked through Send and Sync, which follow the needs; to be specialised
/// for types without const or volatile.
template <class T> struct is_send : detail::by_parts<sends, T> {};
template <class T> struct is_sync : detail::by_parts<syncs, T> {};

template <class T>
requires(!std::is_function_v<T>) struct is_send<T *> : std::false_type {
};
template <class T>
requires(!std::is_function_v<T>) struct is_sync<T *> : std::false_type {
};

template <class T> struct is_send<T &> : only_if<syncs<T>> {};
template <class T> struct is_sync<T &> : only_if<syncs<T>> {};
template <class T> struct is_send<T &&> : only_if<sends<T>> {};
template <class T> struct is_sync<T &&> : only_if<syncs<T>> {};

template <class T, std::size_t N> struct is_send<T[N]> : only_if<sends<T>> {};
template <class T, std::size_t N> struct is_sync<T[N]> : only_if<syncs<T>> {};
template <class T> struct is_send<T[]> : only_if<sends<T>> {};
template <class T> struct is_sync<T[]> : only_if<syncs<T>> {};

template <class T>
struct is_send<std::reference_wrapper<T>> : only_if<syncs<T>> {};
template <class T>
struct is_sync<std::reference_wrapper<T>> : only_if<syncs<T>> {};

template <class T> struct is_send<std::atomic<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<std::atomic<T>> : only_if<sends<T>> {};

template <class T> struct is_send<std::optional<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<std::optional<T>> : only_if<syncs<T>> {};

template <class... Ts>
struct is_send<std::variant<Ts...>> : only_if<sends<Ts>...> {};
template <class... Ts>
struct is_sync<std::variant<Ts...>> : only_if<syncs<Ts>...> {};

template <class T, class D>
struct is_send<std::unique_ptr<T, D>> : only_if<sends<T>, sends<D>> {};
template <class T, class D>
struct is_sync<std::unique_ptr<T, D>> : only_if<syncs<T>> {};

/// Each copy gives the object to the thread that has it, and the last one
/// destroys it there.
template <class T>
struct is_send<std::shared_ptr<T>> : only_if<sends<T>, syncs<T>> {};
template <class T>
struct is_sync<std::shared_ptr<T>> : only_if<sends<T>, syncs<T>> {};
template <class T>
struct is_send<std::weak_ptr<T>> : only_if<sends<T>, syncs<T>> {};
template <class T>
struct is_sync<std::weak_ptr<T>> : only_if<sends<T>, syncs<T>> {};

namespace detail {

/// Why a need does not hold: the chain of needs from the outermost type to the
/// one that is to blame. Empty if it holds.
template <class... Needs> struct chain {};

template <class Need> struct normal;
template <class T> struct normal<sends<T>> {
  using type = sends<std::remove_cv_t<T>>;
  using trait = is_send<std::remove_cv_t<T>>;
};
template <class T> struct normal<syncs<T>> {
  using type = syncs<std::remove_cv_t<T>>;
  using trait = is_sync<std::remove_cv_t<T>>;
};

template <class Need, class... Seen> constexpr auto why_not();

/// The first of the needs that does not hold, behind those seen on the way.
template <class... Seen> constexpr auto first_why_not(types<>) {
  return chain<>{};
}
template <class... Seen, class Need, class... Needs>
constexpr auto first_why_not(types<Need, Needs...>) {
  using found = decltype(why_not<typename normal<Need>::type, Seen...>());
  if constexpr (std::is_same_v<found, chain<>>)
    return first_why_not<Seen...>(types<Needs...>{});
  else
    return found{};
}

template <class Need, class... Seen> constexpr auto why_not() {
  using trait = typename normal<Need>::trait;
  if constexpr ((std::is_same_v<Need, Seen> || ...))
    return chain<>{};
  else if constexpr (requires { typename trait::needs; })
    return first_why_not<Seen..., Need>(typename trait::needs{});
  else if constexpr (trait::value)
    return chain<>{};
  else
    return chain<Seen..., Need>{};
}

template <class Need>
inline constexpr bool holds =
    std::is_same_v<decltype(why_not<typename normal<Need>::type>()), chain<>>;

} // namespace detail

template <class T>
concept Send = detail::holds<sends<T>>;
template <class T>
concept Sync = detail::holds<syncs<T>>;

namespace detail {

/// Instantiated to fail, for the sake of their names.
template <class Culprit, class... FoundIn> struct is_not_Send {
  static_assert(!sizeof(Culprit *),
                "the first type must not go to another thread; the types "
                "behind it are those that it was found in");
};
template <class Culprit, class... FoundIn> struct is_not_Sync {
  static_assert(!sizeof(Culprit *),
                "the first type must not be used by several threads at once; "
                "the types behind it are those that it was found in");
};

template <class Chain, class... FoundIn> struct blame : std::true_type {};
template <class T, class... FoundIn>
struct blame<chain<sends<T>>, FoundIn...>
    : std::bool_constant<sizeof(is_not_Send<T, FoundIn...>) == 0> {};
template <class T, class... FoundIn>
struct blame<chain<syncs<T>>, FoundIn...>
    : std::bool_constant<sizeof(is_not_Sync<T, FoundIn...>) == 0> {};
template <template <class> class Need, class T, class Next, class... Needs,
          class... FoundIn>
struct blame<chain<Need<T>, Next, Needs...>, FoundIn...>
    : blame<chain<Next, Needs...>, FoundIn..., T> {};

/// For static_assert where a T crosses threads: true, or an error that names
/// the culprit.
template <class T>
inline constexpr bool require_send =
    blame<decltype(why_not<typename normal<sends<T>>::type>())>::value;
template <class T>
inline constexpr bool require_sync =
    blame<decltype(why_not<typename normal<syncs<T>>::type>())>::value;

} // namespace detail

} // namespace fearless

#endif

//===-- thread_local.h - A value for each thread --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A ThreadLocal<T> has a T for each thread that has used it. get gives the
// thread its own, made when it first asks. The values stay when their threads
// end: the owner can go through them all when the threads are done.
//
//   ThreadLocal<long> counts;
//   scope([&](Scope &s) {
//     for (auto &part : parts)
//       s.spawn([&] { counts.get() += count(part); });
//   });
//   long total = 0;
//   counts.for_each([&](long count) { total += count; });
//
// T is Send, since the values end on the thread that ends the ThreadLocal. It
// needs not be Sync: no value is used by two threads at once.
//
// Invalid: to hand the reference that get has given to another thread; for_each
// and the destructor while other threads use it.
// Order: for_each and the destructor order nothing: join the threads first, or
// otherwise see to it that what they did comes before.
// Threads: get may be called by several threads at once.
// Exceptions: get passes on what the function throws that makes values, and
// std::bad_alloc; the thread has no value then, and the next get tries again.
// Cost: a get is one comparison, by a small table that each thread has. If a
// thread uses several ThreadLocals whose numbers fall together there, they push
// each other out, and get takes a lock.
// Threads that end: get works to the very end of a thread, in destructors of
// thread_local objects and of pthread keys too, and gives the value that it
// gave before. However the thread ends, its value stays. It is not for a
// program that starts threads without end: each leaves its value.
// Static order: a static one is made and ended where its file's statics are,
// and is of no use before or after. The end of main's thread_local objects is
// before that of any static.
// After fork, the child's thread has the value that it had. Not safe in a
// signal handler.
//
// Rust: the thread_local crate. A thread_local variable, in either language, is
// one for the whole program and ends with its thread; that is what to use for
// caches that nobody is to go through.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_THREAD_LOCAL_H
#define FEARLESS_THREAD_LOCAL_H

#include "fearless/annotations.h"
#include "fearless/detail/seam.h"
#include "fearless/mutex.h"
#include "fearless/send.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <type_traits>
#include <utility>

namespace fearless {

namespace detail {

/// A number that no other call has given; never 0. Only that it is another one
/// matters: relaxed.
inline std::uint64_t next_number() noexcept {
  static constinit atomic<std::uint64_t> last{0};
  return last.fetch_add(1, std::memory_order_relaxed) + 1;
}

inline std::uint64_t this_thread_number() noexcept {
  static thread_local const std::uint64_t number = next_number();
  return number;
}

/// Where a thread last found its values. It has no destructor: it can be used
/// to the very end of the thread.
struct found_local {
  std::uint64_t owner = 0;
  void *value = nullptr;
};
inline constexpr std::size_t found_locals_count = 16;
inline thread_local constinit found_local found_locals[found_locals_count] = {};

} // namespace detail

template <class T>
class FEARLESS_UNSAFE_SYNC("each thread uses a value of its own") ThreadLocal {
public:
  /// Its values are made as T().
  ThreadLocal() requires std::default_initializable<T>
      : ThreadLocal([] { return T(); }) {}

  /// … by a function, which several threads may call at once.
  template <class F>
  requires std::is_invocable_r_v<T, const F &>
  explicit ThreadLocal(F make) : make_(std::move(make)) {
    static_assert(detail::require_send<T>);
    static_assert(detail::require_send<F> && detail::require_sync<F>);
  }
  ThreadLocal(const ThreadLocal &) = delete;
  ThreadLocal &operator=(const ThreadLocal &) = delete;

  /// The value of the calling thread.
  [[nodiscard]] T &get() const {
    auto &found = detail::found_locals[number_ % detail::found_locals_count];
    if (found.owner != number_) [[unlikely]] {
      auto &value = find();
      found = {number_, &value}; // made last: find may have used the table
    }
    return *static_cast<T *>(found.value);
  }

  /// Calls a function with each value, in no particular order.
  template <class F>
  requires std::invocable<F &, T &>
  void for_each(FEARLESS_RUNS F &&function) {
    for (auto &[thread, value] : values_.get_mut())
      function(value);
  }

private:
  using Values = std::map<std::uint64_t, T>; // nothing moves in a map

  T &find() const {
    const auto thread = detail::this_thread_number();
    {
      auto values = values_.lock();
      if (const auto at = values->find(thread); at != values->end())
        return at->second;
    }
    // Made without the lock, which the function might want too; and nothing
    // throws under it.
    Values made;
    made.try_emplace(thread, make_());
    auto values = values_.lock();
    return values->insert(made.extract(made.begin())).position->second;
  }

  const std::uint64_t number_ = detail::next_number();
  const std::function<T()> make_;
  Mutex<Values> values_;
};

template <class T> struct is_send<ThreadLocal<T>> : only_if<sends<T>> {};
template <class T> struct is_sync<ThreadLocal<T>> : only_if<sends<T>> {};

} // namespace fearless

#endif

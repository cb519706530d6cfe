//===-- with_all.h - Several mutexes at once ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// with_all(f, a, b, …) locks all of the mutexes, in whatever order, calls f
// with their values, and returns what it returns:
//
//   fearless::with_all([](int &from, int &to) { from -= 5; to += 5; }, a, b);
//
// It cannot deadlock with other calls of it, nor with code that locks the
// mutexes one by one: it never sleeps for one while it holds another. It takes
// one, tries the others, and if one is not free lets go of all and sleeps for
// that one.
//
// Throws PoisonError if one of them is poisoned (none is held then), and
// std::system_error (resource_deadlock_would_occur) if a mutex is given twice.
// An exception of f poisons all of them, and so does a thread that ends in f
// (pthread_exit). Invalid: to call it while the thread holds one of the
// mutexes.
//
// Memory ordering and thread safety: as Mutex. Counterparts: std::scoped_lock;
// in Rust, none.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_WITH_ALL_H
#define FEARLESS_WITH_ALL_H

#include "fearless/mutex.h"

#include <array>
#include <cstddef>
#include <functional>
#include <system_error>
#include <utility>

namespace fearless {

namespace detail {

template <std::size_t N> using mutex_states = std::array<mutex_state *, N>;

template <std::size_t N> void refuse_twins(const mutex_states<N> &states) {
  for (std::size_t i = 0; i < N; ++i)
    for (std::size_t j = i + 1; j < N; ++j)
      if (states[i] == states[j])
        throw std::system_error(
            std::make_error_code(std::errc::resource_deadlock_would_occur),
            "with_all: one mutex twice");
}

/// Tries all but the one at `held`. If one is not free, lets go of them all,
/// `held` included, and returns which it was; else N.
template <std::size_t N>
std::size_t try_others(const mutex_states<N> &states, std::size_t held) {
  for (std::size_t i = 0; i < N; ++i) {
    if (i == held || states[i]->lock.try_lock())
      continue;
    for (std::size_t j = 0; j < i; ++j)
      if (j != held)
        states[j]->lock.unlock();
    states[held]->lock.unlock();
    return i;
  }
  return N;
}

template <std::size_t N> void lock_all(const mutex_states<N> &states) {
  std::size_t first = 0;
  do {
    states[first]->lock.lock();
    first = try_others(states, first);
  } while (first != N);
}

/// Holds all of them to the end of the scope.
template <std::size_t N> class hold_all {
public:
  explicit hold_all(const mutex_states<N> &states) : states_(states) {
    refuse_twins(states);
    lock_all(states);
  }
  hold_all(const hold_all &) = delete;
  hold_all &operator=(const hold_all &) = delete;
  ~hold_all() {
    for (mutex_state *state : states_)
      state->lock.unlock();
  }

  void check_poison() const {
    for (const mutex_state *state : states_)
      state->poison.check();
  }

  /// What an exception of f leaves behind is half changed.
  template <class F, class... Values> auto call(F &&f, Values &...values) {
    try {
      return std::invoke(std::forward<F>(f), values...);
    } catch (...) {
      for (mutex_state *state : states_)
        state->poison.set();
      throw;
    }
  }

private:
  mutex_states<N> states_;
};

} // namespace detail

template <class F, class... Ts>
auto with_all(FEARLESS_RUNS_UNDER(mutexes) F &&f,
              const Mutex<Ts> &...mutexes) {
  static_assert(!std::is_reference_v<std::invoke_result_t<F, Ts &...>>,
                "a reference to what the locks protect would outlive them");
  detail::hold_all<sizeof...(Ts)> held({&mutexes.state_...});
  held.check_poison();
  return held.call(std::forward<F>(f), mutexes.value_...);
}

} // namespace fearless

#endif

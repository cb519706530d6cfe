//===-- poison.h - What an exception leaves behind in a lock --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock is poisoned when an exception leaves the scope of a guard that could
// write: the value may be half changed. Locking it throws PoisonError from then
// on, in every thread, until someone has put the value right and says so
// (clear_poison). As in Rust, where a panic poisons; the standard library has
// no counterpart: there, the next thread works on with the half-changed value.
//
// An exception that is caught within the guard's scope poisons nothing; nor
// does a guard that a destructor takes while the stack unwinds.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_POISON_H
#define FEARLESS_POISON_H

#include "fearless/detail/seam.h"
#include "fearless/detail/unwinding.h"

#include <exception>

namespace fearless {

class PoisonError : public std::exception {
public:
  const char *what() const noexcept override {
    return "poisoned lock: an exception left the scope of a guard";
  }
};

namespace detail {

/// Written under the lock that it belongs to, which orders it: relaxed.
class poison {
public:
  bool is_set() const noexcept { return set_.load(std::memory_order_relaxed); }
  void set() noexcept { set_.store(true, std::memory_order_relaxed); }
  void clear() noexcept { set_.store(false, std::memory_order_relaxed); }

  void check() const {
    if (is_set()) [[unlikely]]
      throw PoisonError();
  }

private:
  atomic<bool> set_{false};
};

/// Knows whether an exception has been thrown since it was made.
class unwinding_since {
public:
  bool is_true() const noexcept { return uncaught_exceptions() > before_; }

private:
  unsigned before_ = uncaught_exceptions();
};

} // namespace detail

} // namespace fearless

#endif

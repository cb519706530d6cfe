//===-- unwinding.h - How many exceptions the thread is throwing ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// std::uncaught_exceptions() is a call into the C++ runtime that looks up
// thread-local data, which shows in the cost of an uncontended lock. Where the
// runtime follows the Itanium C++ ABI, the count has a known place in the
// thread's exception globals, whose address is asked for once.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_UNWINDING_H
#define FEARLESS_DETAIL_UNWINDING_H

#include <exception>

#if defined(__GNUC__) && !defined(_MSC_VER)
#include <cxxabi.h>
#endif

namespace fearless::detail {

#if defined(__GNUC__) && !defined(_MSC_VER)

inline constinit thread_local const unsigned *uncaught_of_thread = nullptr;

inline const unsigned *find_uncaught() noexcept {
  // struct __cxa_eh_globals { void *caughtExceptions;
  //                           unsigned int uncaughtExceptions; … };
  const void *globals = abi::__cxa_get_globals();
  uncaught_of_thread = reinterpret_cast<const unsigned *>(
      static_cast<const char *>(globals) + sizeof(void *));
  return uncaught_of_thread;
}

inline unsigned uncaught_exceptions() noexcept {
  const unsigned *count = uncaught_of_thread;
  if (!count) [[unlikely]]
    count = find_uncaught();
  return *count;
}

#else

inline unsigned uncaught_exceptions() noexcept {
  return static_cast<unsigned>(std::uncaught_exceptions());
}

#endif

} // namespace fearless::detail

#endif

//===-- sanitizer.h - Tests: which sanitizer looks on -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SANITIZER_H
#define FEARLESS_TEST_SANITIZER_H

#if defined(__SANITIZE_THREAD__)
#define FEARLESS_TEST_TSAN true
#elif defined(__has_feature)
#define FEARLESS_TEST_TSAN __has_feature(thread_sanitizer)
#else
#define FEARLESS_TEST_TSAN false
#endif

#if defined(__SANITIZE_ADDRESS__)
#define FEARLESS_TEST_ASAN true
#elif defined(__has_feature)
#define FEARLESS_TEST_ASAN __has_feature(address_sanitizer)
#else
#define FEARLESS_TEST_ASAN false
#endif

/// ThreadSanitizer starts no threads in the child of a process with several.
inline constexpr bool under_thread_sanitizer = FEARLESS_TEST_TSAN;
/// Both reserve more memory than a limit would leave them.
inline constexpr bool under_sanitizer =
    FEARLESS_TEST_TSAN || FEARLESS_TEST_ASAN;

#endif

//===-- annotations.h - What a class says of itself and threads -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Markers for classes, in C and C++, to be written between `class` and the
// name:
//
//   class FEARLESS_NOT_SEND Window { … };
//
// Nothing needs a marker: fearless derives from the members of a class whether
// its objects may be handed to another thread (Send), and whether threads may
// use one of them at once through const (Sync). A marker makes the intention
// known, and is checked; or it says what the members do not tell. `fearless
// explain Window` prints the verdicts and what they come from.
//
// Clang compiles them to attributes without any effect on the program; every
// other compiler sees nothing.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANNOTATIONS_H
#define FEARLESS_ANNOTATIONS_H

#if defined(__clang__)
#define FEARLESS_MARK_(...) __attribute__((annotate(__VA_ARGS__)))
#else
#define FEARLESS_MARK_(...)
#endif

/// A checked promise: fearless reports members that contradict it
/// (marker-contradiction).
#define FEARLESS_SEND FEARLESS_MARK_("fearless::send")
#define FEARLESS_SYNC FEARLESS_MARK_("fearless::sync")

/// Objects stay on the thread that made them; are used by one thread at a time.
#define FEARLESS_NOT_SEND FEARLESS_MARK_("fearless::not_send")
#define FEARLESS_NOT_SYNC FEARLESS_MARK_("fearless::not_sync")

/// Believed, whatever the members are. The reason, a string literal, is not
/// optional: it is what a reader asks for first.
#define FEARLESS_UNSAFE_SEND(reason)                                           \
  FEARLESS_MARK_("fearless::unsafe_send", reason)
#define FEARLESS_UNSAFE_SYNC(reason)                                           \
  FEARLESS_MARK_("fearless::unsafe_sync", reason)

/// For templates: where the constant expression is false, the instance has no
/// such marker.
///
///   template <class T>
///   class FEARLESS_UNSAFE_SEND_IF(std::is_integral_v<T>, "a number") Slot;
#define FEARLESS_SEND_IF(...) FEARLESS_MARK_("fearless::send", (__VA_ARGS__))
#define FEARLESS_SYNC_IF(...) FEARLESS_MARK_("fearless::sync", (__VA_ARGS__))
#define FEARLESS_NOT_SEND_IF(...)                                              \
  FEARLESS_MARK_("fearless::not_send", (__VA_ARGS__))
#define FEARLESS_NOT_SYNC_IF(...)                                              \
  FEARLESS_MARK_("fearless::not_sync", (__VA_ARGS__))
#define FEARLESS_UNSAFE_SEND_IF(condition, reason)                             \
  FEARLESS_MARK_("fearless::unsafe_send", reason, (condition))
#define FEARLESS_UNSAFE_SYNC_IF(condition, reason)                             \
  FEARLESS_MARK_("fearless::unsafe_sync", reason, (condition))

#endif

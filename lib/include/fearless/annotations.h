//===-- annotations.h - What code says of itself and threads --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Markers for classes, functions and parameters, in C and C++. Nothing needs
// one: fearless derives from the members of a class whether its objects may be
// handed to another thread (Send), and whether threads may use one of them at
// once through const (Sync); and it follows calls. A marker makes an intention
// known, and is checked; or it says what is not in sight. Those of classes
// stand between `class` and the name:
//
//   class FEARLESS_NOT_SEND Window { … };
//
// `fearless explain Window` prints the verdicts and what they come from.
//
// Clang compiles all of them to attributes without any effect on the program; every
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

/// Only the thread that made an object may use it. That another thread has a
/// pointer to it is fine; that it calls a member function, is reported
/// (thread-bound). Classes that derive from the class are bound, too.
#define FEARLESS_THREAD_BOUND FEARLESS_MARK_("fearless::thread_bound")

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

/// \name Functions and parameters
///
/// What a function does, for callers: it is taken to do just this, as a model
/// row says it of a library (docs/models.md), and its body, if it is in sight,
/// is not followed from its calls. Those of parameters stand before the
/// parameter, those of functions before the function:
///
///   void submit(FEARLESS_CROSSES_THREAD std::function<void()> job);
///   FEARLESS_JOINS void stop();
/// @{

/// The callable runs on another thread, and gets the arguments behind it. The
/// thread is known by the object that the function returns, else by the object
/// whose member it is.
#define FEARLESS_CROSSES_THREAD FEARLESS_MARK_("fearless::crosses_thread")
/// … on several threads, which have ended before the call returns.
#define FEARLESS_CROSSES_THREAD_SCOPED                                         \
  FEARLESS_MARK_("fearless::crosses_thread_scoped")
/// The callable runs before the call returns, on the thread that calls.
#define FEARLESS_RUNS FEARLESS_MARK_("fearless::runs")
/// … with a lock held: a parameter, all those of a pack, a member of the
/// object, or `this`.
///
///   template <class F> void with(FEARLESS_RUNS_UNDER(mu) F change);
#define FEARLESS_RUNS_UNDER(lock)                                              \
  FEARLESS_MARK_("fearless::runs_under", #lock)

/// The value is handed to whoever receives from the object. What came before
/// is seen by them.
#define FEARLESS_SENDS FEARLESS_MARK_("fearless::sends")
/// Waits for what was sent to the object, or to the parameter, and returns it.
#define FEARLESS_RECEIVES FEARLESS_MARK_("fearless::receives")

/// Waits for the threads of the object, or of the parameter, to end.
#define FEARLESS_JOINS FEARLESS_MARK_("fearless::joins")
/// Waits until another thread notifies the object, or the parameter: what came
/// before that is seen. The lock of a guard among the arguments is given back
/// meanwhile.
#define FEARLESS_WAITS FEARLESS_MARK_("fearless::waits")
#define FEARLESS_NOTIFIES FEARLESS_MARK_("fearless::notifies")
/// @}

/// \name Locks
///
/// Clang's attributes for thread safety, which fearless and
/// `clang -Wthread-safety` both read. A capability is what is held: a mutex, a
/// role. A member that is guarded by one is used under it alone.
///
///   class Account {
///     std::mutex mu;
///     int balance FEARLESS_GUARDED_BY(mu) = 0;
///     void post(int amount) FEARLESS_REQUIRES(mu);
///   };
/// @{

#if defined(__clang__)
#define FEARLESS_LOCK_(...) __attribute__((__VA_ARGS__))
#else
#define FEARLESS_LOCK_(...)
#endif

/// Of classes: objects are locks, or own a hold on one from constructor to
/// destructor.
#define FEARLESS_CAPABILITY(name) FEARLESS_LOCK_(capability(name))
#define FEARLESS_SCOPED_CAPABILITY FEARLESS_LOCK_(scoped_lockable)

/// Of members and globals: which lock guards them, or what they point to; and
/// of locks, in which order they are taken.
#define FEARLESS_GUARDED_BY(lock) FEARLESS_LOCK_(guarded_by(lock))
#define FEARLESS_PT_GUARDED_BY(lock) FEARLESS_LOCK_(pt_guarded_by(lock))
#define FEARLESS_ACQUIRED_BEFORE(...)                                          \
  FEARLESS_LOCK_(acquired_before(__VA_ARGS__))
#define FEARLESS_ACQUIRED_AFTER(...) FEARLESS_LOCK_(acquired_after(__VA_ARGS__))

/// Of functions: what their callers must hold, and must not hold.
#define FEARLESS_REQUIRES(...)                                                 \
  FEARLESS_LOCK_(requires_capability(__VA_ARGS__))
#define FEARLESS_REQUIRES_SHARED(...)                                          \
  FEARLESS_LOCK_(requires_shared_capability(__VA_ARGS__))
#define FEARLESS_EXCLUDES(...) FEARLESS_LOCK_(locks_excluded(__VA_ARGS__))

/// Of functions: what they take, and give back. Without an argument, the
/// object whose member they are.
#define FEARLESS_ACQUIRE(...)                                                  \
  FEARLESS_LOCK_(acquire_capability(__VA_ARGS__))
#define FEARLESS_ACQUIRE_SHARED(...)                                           \
  FEARLESS_LOCK_(acquire_shared_capability(__VA_ARGS__))
#define FEARLESS_RELEASE(...)                                                  \
  FEARLESS_LOCK_(release_capability(__VA_ARGS__))
#define FEARLESS_RELEASE_SHARED(...)                                           \
  FEARLESS_LOCK_(release_shared_capability(__VA_ARGS__))
#define FEARLESS_RELEASE_GENERIC(...)                                          \
  FEARLESS_LOCK_(release_generic_capability(__VA_ARGS__))
/// The first argument is what they return if they have taken it.
#define FEARLESS_TRY_ACQUIRE(...)                                              \
  FEARLESS_LOCK_(try_acquire_capability(__VA_ARGS__))
#define FEARLESS_TRY_ACQUIRE_SHARED(...)                                       \
  FEARLESS_LOCK_(try_acquire_shared_capability(__VA_ARGS__))

/// Of functions: they check that it is held, and do not return if it is not;
/// which lock it is that they return; and Clang does not look into them.
#define FEARLESS_ASSERT_CAPABILITY(...)                                        \
  FEARLESS_LOCK_(assert_capability(__VA_ARGS__))
#define FEARLESS_ASSERT_SHARED_CAPABILITY(...)                                 \
  FEARLESS_LOCK_(assert_shared_capability(__VA_ARGS__))
#define FEARLESS_RETURN_CAPABILITY(lock) FEARLESS_LOCK_(lock_returned(lock))
#define FEARLESS_NO_THREAD_SAFETY_ANALYSIS                                     \
  FEARLESS_LOCK_(no_thread_safety_analysis)
/// @}

#endif

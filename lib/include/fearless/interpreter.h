//===-- interpreter.h - An embedded interpreter, held and let go ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An interpreter such as Python's has one lock, which a thread holds while it
// uses the interpreter's objects, and lets go while it computes or waits. This
// makes the lock a value, a token, and ties objects to it by their types:
//
//   Interpreter<Binding>  the token: this thread holds the interpreter
//   Bound<T>              a reference to an object, used under the token
//   Unbound<T>            a reference that needs none, and can do nothing but
//                         go to other threads and be bound again
//
//   auto py = Python::acquire();            // python.h
//   Bound<PyObject> list = py.steal(PyList_New(0));
//   double sum = py.allow_threads(
//       [](const std::vector<double> &all) { return add(all); }, numbers);
//
// allow_threads lets the interpreter go, calls the function with the arguments,
// and takes it again. The function can get at no Bound: it captures nothing,
// since the language cannot look into captures, and its arguments are Send,
// which Bounds, tokens and raw pointers are not. (Arguments may be references:
// it is this thread that uses them.) An object that the function needs goes as
// an Unbound, and is bound for as long as the function acquires the
// interpreter again. Private members of an argument's class, and captures of a
// closure that is passed as one, are out of the compiler's sight, as everywhere
// (send.h): of what they bring in, debug builds assert that it is not used.
//
// A binding says how an interpreter is held (InterpreterBinding), and
// interpreter_object<T> which interpreter the T belong to, and how they are
// counted. An interpreter has one binding, so tokens of two cannot be mistaken.
//
// States: a thread holds the interpreter, or does not. acquire may nest. Inside
// allow_threads the thread does not hold it, whatever was acquired outside.
// Invalid, and asserted in debug builds: to use the token or a Bound while the
// thread does not hold the interpreter (it can be got at through a global, or a
// token that is longer in scope than what held it); held() where it is not so.
// A Bound ends before its token.
// A Bound or Unbound that was moved from can be destroyed and assigned to.
//
// To wait for another thread (join, recv, a lock that is not soon free) while
// holding the interpreter is a deadlock, if that thread comes to want it: wait
// inside allow_threads. A MutexGuard is not Send: no lock of the caller's is
// lent to a section that may want the interpreter again.
//
// Memory ordering: that of the interpreter's lock: what was done before it was
// let go is before what is done by who takes it next. What an interpreter
// without such a lock gives is the binding's to say (python.h).
//
// Thread safety: tokens and Bounds stay on their thread. An Unbound is Send and
// Sync. One that ends where the interpreter is not held acquires it: it may
// wait, so it should not end under a lock. When the interpreter has ended, it
// leaves the object alone.
//
// Exceptions: what the function of allow_threads throws is passed on, the
// interpreter held again. steal and borrow throw, for null, what the
// interpreter reports (fail of the binding). Fork and signals: as the
// interpreter has it; not for signal handlers.
//
// Rust: PyO3's Python, Bound, Py and allow_threads. Std has none. Not for data
// of your own: Mutex.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_INTERPRETER_H
#define FEARLESS_INTERPRETER_H

#include "fearless/annotations.h"
#include "fearless/send.h"

#include <cassert>
#include <concepts>
#include <functional>
#include <type_traits>
#include <utility>

namespace fearless {

/// How threads hold an interpreter.
///
///   acquire, release   what acquire returns is for the release that belongs to
///                      it. May nest, and inside pause and resume, too.
///   pause, resume      lets go, and takes again, all that this thread holds
///   holds              whether the calling thread holds it
///   has_ended          there is no interpreter any more
///   fail               throws what the interpreter has to report: one of its
///                      functions, called on this thread, has returned null
template <class B>
concept InterpreterBinding = requires {
  B::release(B::acquire());
  B::resume(B::pause());
  { B::holds() } -> std::same_as<bool>;
  { B::has_ended() } -> std::same_as<bool>;
  B::fail();
};

/// To be specialised for a type of objects. retain and release are called by
/// threads that hold the interpreter.
///
///   template <> struct fearless::interpreter_object<Object> {
///     using binding = …;
///     static void retain(Object *) noexcept;
///     static void release(Object *) noexcept;
///   };
template <class T> struct interpreter_object;

template <InterpreterBinding B> class InterpreterGuard;
template <class T> class Bound;
template <class T> class Unbound;

namespace detail {

/// A lambda without captures, or a function.
template <class F>
concept captures_nothing = std::is_empty_v<F> ||
    std::is_function_v<std::remove_pointer_t<F>> || std::is_member_pointer_v<F>;

/// Instantiated to fail, for the sake of its name.
template <class F> struct captures {
  static_assert(captures_nothing<F>,
                "what it captures cannot be seen, and may be bound to the "
                "interpreter: give it as arguments");
  static constexpr bool nothing = true;
};

template <InterpreterBinding B> class paused {
public:
  paused() : state_(B::pause()) {}
  paused(const paused &) = delete;
  paused &operator=(const paused &) = delete;
  ~paused() { B::resume(state_); }

private:
  decltype(B::pause()) state_;
};

} // namespace detail

/// The token. Functions that use the interpreter take it by const reference.
template <InterpreterBinding B>
class FEARLESS_NOT_SEND FEARLESS_NOT_SYNC Interpreter {
public:
  Interpreter(const Interpreter &) = delete;
  Interpreter &operator=(const Interpreter &) = delete;

  /// Takes the interpreter; waits for who holds it.
  [[nodiscard]] static InterpreterGuard<B> acquire() { return {}; }

  /// For a function that the interpreter calls: the thread holds it already.
  [[nodiscard]] static Interpreter held() noexcept {
    assert(B::holds() && "this thread does not hold the interpreter");
    return Interpreter();
  }

  /// Lets the interpreter go for the time of function(arguments...), and
  /// returns what it returned.
  template <class F, class... Args>
  requires std::invocable<F, Args...>
  decltype(auto) allow_threads(F function, Args &&...arguments) const {
    using R = std::remove_cvref_t<std::invoke_result_t<F, Args...>>;
    static_assert(detail::captures<F>::nothing);
    static_assert((detail::require_send<std::remove_cvref_t<Args>> && ...));
    static_assert(std::is_void_v<R> || detail::require_send<R>);
    assert(B::holds() && "this thread does not hold the interpreter");
    const detail::paused<B> paused;
    return std::invoke(function, std::forward<Args>(arguments)...);
  }

  /// A reference that the caller owns, to be kept by the Bound.
  template <class T> [[nodiscard]] Bound<T> steal(T *object) const {
    return Bound<T>(check(object));
  }
  /// One more reference to an object that the caller knows to be there.
  template <class T> [[nodiscard]] Bound<T> borrow(T *object) const {
    interpreter_object<T>::retain(check(object));
    return Bound<T>(object);
  }

private:
  friend class InterpreterGuard<B>;
  Interpreter() = default;

  template <class T> static T *check(T *object) {
    static_assert(std::is_same_v<typename interpreter_object<T>::binding, B>,
                  "the object belongs to another interpreter than the token");
    assert(B::holds() && "this thread does not hold the interpreter");
    if (!object)
      B::fail();
    return object;
  }
};

/// A token that took the interpreter, and lets it go when its scope ends.
template <InterpreterBinding B>
class [[nodiscard]] FEARLESS_NOT_SEND FEARLESS_NOT_SYNC InterpreterGuard
    : public Interpreter<B> {
public:
  InterpreterGuard() : state_(B::acquire()) {}
  ~InterpreterGuard() { B::release(state_); }

private:
  decltype(B::acquire()) state_;
};

/// A reference to an object of an interpreter that this thread holds. One
/// pointer wide.
template <class T>
class [[nodiscard]] FEARLESS_NOT_SEND FEARLESS_NOT_SYNC Bound {
  using object = interpreter_object<T>;
  using binding = typename object::binding;

public:
  Bound(const Bound &other) noexcept : object_(other.get()) {
    object::retain(object_);
  }
  Bound(Bound &&other) noexcept
      : object_(std::exchange(other.object_, nullptr)) {}
  Bound &operator=(const Bound &other) noexcept {
    Bound copy = other;
    std::swap(object_, copy.object_);
    return *this;
  }
  Bound &operator=(Bound &&other) noexcept {
    Bound taken = std::move(other);
    std::swap(object_, taken.object_);
    return *this;
  }
  ~Bound() {
    if (!object_)
      return;
    assert(binding::holds() && "a Bound ends while its interpreter is held");
    object::release(object_);
  }

  /// For the interpreter's own functions, which do not keep it.
  [[nodiscard]] T *get() const noexcept {
    assert(binding::holds() && "this thread does not hold the interpreter");
    assert(object_ && "this Bound has been moved from");
    return object_;
  }

  /// Gives the reference away: the caller owns it.
  [[nodiscard]] T *release() &&noexcept {
    return std::exchange(object_, nullptr);
  }

  [[nodiscard]] Unbound<T> unbind() const & { return Bound(*this).unbind(); }
  [[nodiscard]] Unbound<T> unbind() &&noexcept {
    return Unbound<T>(std::move(*this).release());
  }

private:
  template <InterpreterBinding> friend class Interpreter;
  friend class Unbound<T>;
  explicit Bound(T *object) noexcept : object_(object) {}

  T *object_;
};

/// A reference to an object that threads hand on and keep, whether they hold
/// the interpreter or not. One pointer wide. It is not copied: bind it, and
/// unbind the Bound.
template <class T>
class [[nodiscard]] FEARLESS_UNSAFE_SEND("used by who holds the interpreter")
    FEARLESS_UNSAFE_SYNC("used by who holds the interpreter") Unbound {
  using object = interpreter_object<T>;
  using binding = typename object::binding;

public:
  Unbound(Unbound &&other) noexcept
      : object_(std::exchange(other.object_, nullptr)) {}
  Unbound &operator=(Unbound &&other) noexcept {
    Unbound taken = std::move(other);
    std::swap(object_, taken.object_);
    return *this;
  }
  ~Unbound() {
    if (!object_ || binding::has_ended())
      return;
    const auto held = Interpreter<binding>::acquire();
    object::release(object_);
  }

  /// One more reference.
  [[nodiscard]] Bound<T> bind(const Interpreter<binding> &token) const & {
    assert(object_ && "this Unbound has been moved from");
    return token.borrow(object_);
  }
  /// The same reference.
  [[nodiscard]] Bound<T> bind(const Interpreter<binding> &token) && {
    assert(object_ && "this Unbound has been moved from");
    return token.steal(std::exchange(object_, nullptr));
  }

private:
  friend class Bound<T>;
  explicit Unbound(T *object) noexcept : object_(object) {}

  T *object_;
};

template <class B> struct is_send<Interpreter<B>> : std::false_type {};
template <class B> struct is_sync<Interpreter<B>> : std::false_type {};
template <class B> struct is_send<InterpreterGuard<B>> : std::false_type {};
template <class B> struct is_sync<InterpreterGuard<B>> : std::false_type {};
template <class T> struct is_send<Bound<T>> : std::false_type {};
template <class T> struct is_sync<Bound<T>> : std::false_type {};
template <class T> struct is_send<Unbound<T>> : std::true_type {};
template <class T> struct is_sync<Unbound<T>> : std::true_type {};

} // namespace fearless

#endif

//===-- python.h - CPython's lock as a token ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// interpreter.h for CPython 3.9 and later, in extension modules and programs
// that embed it. Python.h is included here, and wants to be the first: include
// this header before others. Objects are PyObject:
//
//   Python                            the token
//   Bound<PyObject>, Unbound<PyObject>
//   PythonError                       an exception of Python's, thrown in C++
//   python_function(body)             the body of a C function that Python
//                                     calls, with exceptions handed on
//
// With a global interpreter lock, who holds the token is the only one: what is
// touched under a token alone needs no other lock. But Python code may run
// whenever an object's method or destructor is called, and lets other threads
// in: nothing stays as it was across such a call.
//
// On free-threaded builds (Py_GIL_DISABLED) the token says that the thread is
// attached to the interpreter: it may call Python, and objects look after
// themselves. It excludes nobody. Data of your own need a Mutex there, as on
// any threads: python_excludes is false. allow_threads detaches the thread, so
// that the interpreter can stop the others without waiting for it.
//
// The main interpreter alone: for threads that Python has not made,
// sub-interpreters cannot be told apart by what is bound here. Threads that
// use the interpreter are joined before Py_Finalize: one that comes back from
// allow_threads later ends the program or never comes back, as the version of
// Python has it.
//
// Rust: PyO3. C++: pybind11's and nanobind's gil_scoped_acquire and _release,
// which tie no objects to what is held.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_PYTHON_H
#define FEARLESS_PYTHON_H

#include <Python.h>

#include "fearless/arc.h"
#include "fearless/interpreter.h"

#include <exception>
#include <new>
#include <type_traits>
#include <utility>

namespace fearless {

namespace detail {

struct cpython {
  static PyGILState_STATE acquire() noexcept { return PyGILState_Ensure(); }
  static void release(PyGILState_STATE before) noexcept {
    PyGILState_Release(before);
  }
  static PyThreadState *pause() noexcept { return PyEval_SaveThread(); }
  static void resume(PyThreadState *thread) noexcept {
    PyEval_RestoreThread(thread);
  }
  static bool holds() noexcept { return PyGILState_Check() != 0; }
  static bool has_ended() noexcept { return Py_IsInitialized() == 0; }
  [[noreturn]] static void fail();
};

} // namespace detail

template <> struct interpreter_object<PyObject> {
  using binding = detail::cpython;
  static void retain(PyObject *object) noexcept { Py_INCREF(object); }
  static void release(PyObject *object) noexcept { Py_DECREF(object); }
};

using Python = Interpreter<detail::cpython>;

/// Who holds the token is the only thread that does. Code that relies on it
/// says static_assert(python_excludes).
#if defined(Py_GIL_DISABLED)
inline constexpr bool python_excludes = false;
#else
inline constexpr bool python_excludes = true;
#endif

/// An exception of Python's on its way through C++, to another thread maybe. No
/// error is set in Python meanwhile.
class PythonError : public std::exception {
public:
  /// Takes the error that is set. Null without one is an error of its own.
  explicit PythonError(const Python &py)
      : exception_(Arc<Unbound<PyObject>>::make(take(py).unbind())) {}

  [[nodiscard]] Bound<PyObject> value(const Python &py) const {
    return exception_->bind(py);
  }

  /// Sets it as Python's error.
  void restore(const Python &py) const {
    auto exception = value(py);
#if PY_VERSION_HEX >= 0x030c0000
    PyErr_SetRaisedException(std::move(exception).release());
#else
    auto *type = reinterpret_cast<PyObject *>(Py_TYPE(exception.get()));
    Py_INCREF(type);
    auto *traceback = PyException_GetTraceback(exception.get());
    PyErr_Restore(type, std::move(exception).release(), traceback);
#endif
  }

  const char *what() const noexcept override {
    return "fearless: an exception of Python";
  }

private:
  static Bound<PyObject> take(const Python &py) {
    if (!PyErr_Occurred())
      PyErr_SetString(PyExc_SystemError, "null without an error");
#if PY_VERSION_HEX >= 0x030c0000
    return py.steal(PyErr_GetRaisedException());
#else
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    if (traceback)
      PyException_SetTraceback(value, traceback);
    Py_DECREF(type);
    Py_XDECREF(traceback);
    return py.steal(value);
#endif
  }

  Arc<Unbound<PyObject>> exception_;
};

inline void detail::cpython::fail() { throw PythonError(Python::held()); }

/// Returns body(py), for Python. An exception becomes one of Python's: a
/// PythonError what it was, bad_alloc a MemoryError, and others a RuntimeError
/// with their what().
template <class F>
requires std::is_invocable_r_v < Bound<PyObject>, F,
const Python & > [[nodiscard]] PyObject *python_function(F &&body) noexcept {
  const auto py = Python::held();
  try {
    return Bound<PyObject>(std::forward<F>(body)(py)).release();
  } catch (const PythonError &error) {
    error.restore(py);
  } catch (const std::bad_alloc &) {
    PyErr_NoMemory();
  } catch (const std::exception &error) {
    PyErr_SetString(PyExc_RuntimeError, error.what());
  } catch (...) {
    PyErr_SetString(PyExc_RuntimeError, "an exception of an unknown type");
  }
  return nullptr;
}

} // namespace fearless

#endif

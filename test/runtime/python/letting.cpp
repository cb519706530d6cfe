//===-- letting.cpp - A module that shows who is let in -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include <fearless/python.h>

#include <fearless/event.h>
#include <fearless/thread.h>

#include <new>
#include <stdexcept>
#include <string>
#include <utility>

using fearless::Event, fearless::Python, fearless::Unbound;

namespace {

Event event;

/// Returns when another thread of Python has called set.
PyObject *wait(PyObject *, PyObject *) {
  return fearless::python_function([](const Python &py) {
    py.allow_threads([] { event.wait(); });
    return py.borrow(Py_None);
  });
}

PyObject *set(PyObject *, PyObject *) {
  event.set();
  Py_RETURN_NONE;
}

/// Calls the function on a thread that Python has not made.
PyObject *elsewhere(PyObject *, PyObject *function) {
  return fearless::python_function([&](const Python &py) {
    auto result = py.allow_threads(
        [](Unbound<PyObject> function) {
          return fearless::spawn(
                     [](Unbound<PyObject> function) {
                       const auto py = Python::acquire();
                       const auto bound = std::move(function).bind(py);
                       return py.steal(PyObject_CallNoArgs(bound.get()))
                           .unbind();
                     },
                     std::move(function))
              .join();
        },
        py.borrow(function).unbind());
    return std::move(result).bind(py);
  });
}

/// The reference ends on a thread that does not hold the interpreter.
PyObject *drop(PyObject *, PyObject *object) {
  return fearless::python_function([&](const Python &py) {
    py.allow_threads(
        [](Unbound<PyObject> object) {
          fearless::spawn([](Unbound<PyObject>) {}, std::move(object)).join();
        },
        py.borrow(object).unbind());
    return py.borrow(Py_None);
  });
}

PyObject *fail(PyObject *, PyObject *how) {
  return fearless::python_function(
      [&](const Python &py) -> fearless::Bound<PyObject> {
        switch (PyLong_AsLong(how)) {
        case 0:
          throw std::runtime_error("of C++");
        case 1:
          throw std::bad_alloc();
        case 2:
          throw 2;
        case 3:
          return py.steal<PyObject>(nullptr);
        default:
          return py.steal(PyObject_GetAttrString(how, "missing"));
        }
      });
}

PyObject *excludes(PyObject *, PyObject *) {
  return PyBool_FromLong(fearless::python_excludes);
}

PyMethodDef methods[] = {{"excludes", excludes, METH_NOARGS, nullptr},
                         {"wait", wait, METH_NOARGS, nullptr},
                         {"set", set, METH_NOARGS, nullptr},
                         {"elsewhere", elsewhere, METH_O, nullptr},
                         {"drop", drop, METH_O, nullptr},
                         {"fail", fail, METH_O, nullptr},
                         {}};
PyModuleDef module = {.m_base = PyModuleDef_HEAD_INIT,
                      .m_name = "letting",
                      .m_size = 0,
                      .m_methods = methods};

} // namespace

PyMODINIT_FUNC PyInit_letting() { return PyModule_Create(&module); }

//===-- toy_interpreter.h - An interpreter for tests of its tokens --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock and objects with a plain count, which aborts where it is changed
// without the lock.
//
//===----------------------------------------------------------------------===//

#ifndef TOY_INTERPRETER_H
#define TOY_INTERPRETER_H

#include "fearless/interpreter.h"

#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <utility>

struct ToyBinding {
  static int acquire() noexcept {
    lock.lock();
    return depth++;
  }
  static void release(int before) noexcept {
    depth = before;
    lock.unlock();
  }
  static int pause() noexcept {
    const int held = std::exchange(depth, 0);
    for (int i = 0; i < held; ++i)
      lock.unlock();
    return held;
  }
  static void resume(int held) noexcept {
    for (int i = 0; i < held; ++i)
      lock.lock();
    depth = held;
  }
  static bool holds() noexcept { return depth != 0; }
  static bool has_ended() noexcept { return ended; }
  [[noreturn]] static void fail() { throw std::domain_error("toy"); }

  static inline std::recursive_mutex lock;
  static inline thread_local int depth = 0;
  static inline bool ended = false;
};

struct ToyObject {
  int references = 1;
  int value = 0;
};

template <> struct fearless::interpreter_object<ToyObject> {
  using binding = ToyBinding;
  static void retain(ToyObject *object) noexcept { count(object) += 1; }
  static void release(ToyObject *object) noexcept { count(object) -= 1; }

private:
  static int &count(ToyObject *object) noexcept {
    if (!ToyBinding::holds())
      std::abort();
    return object->references;
  }
};

using Toy = fearless::Interpreter<ToyBinding>;

#endif

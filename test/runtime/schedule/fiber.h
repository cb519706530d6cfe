//===-- fiber.h - A stack of its own, for a thread ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_SCHEDULE_FIBER_H
#define FEARLESS_TEST_SCHEDULE_FIBER_H

#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <ucontext.h>
#include <utility>

namespace schedule {

/// Runs a function on a stack of its own. The function never returns; it
/// leaves, and is resumed where it left.
class fiber {
public:
  explicit fiber(void (*work)()) {
    getcontext(&begin_);
    begin_.uc_stack.ss_sp = stack_.get();
    begin_.uc_stack.ss_size = stack_size;
    makecontext(&begin_, work, 0);
  }
  fiber(const fiber &) = delete;
  fiber &operator=(const fiber &) = delete;

  // swapcontext would do; but it calls the system, to no end, and that would be
  // half of the time that an exploration takes.
  void resume() {
    if (_setjmp(back_) != 0)
      return;
    if (std::exchange(has_begun_, true))
      _longjmp(left_, 1);
    setcontext(&begin_);
  }
  /// Called on its own stack.
  void leave() {
    if (_setjmp(left_) == 0)
      _longjmp(back_, 1);
  }

  /// Calls f with the return address of each call on its stack.
  template <class F> [[gnu::noinline]] void for_calls(F f) const {
    const auto *bottom = reinterpret_cast<void *const *>(stack_.get());
    const auto *top = bottom + stack_size / sizeof *bottom - 1;
    auto *frame = static_cast<void *const *>(__builtin_frame_address(0));
    while (bottom < frame && frame < top) {
      f(reinterpret_cast<std::uintptr_t>(frame[1]));
      frame = static_cast<void *const *>(frame[0]);
    }
  }

private:
  static constexpr std::size_t stack_size = 64 * 1024;

  std::unique_ptr<char[]> stack_ =
      std::make_unique_for_overwrite<char[]>(stack_size);
  ucontext_t begin_{};
  std::jmp_buf left_{}, back_{};
  bool has_begun_ = false;
};

} // namespace schedule

#endif

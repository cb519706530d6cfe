//===-- no_memory.h - Tests: memory that runs out -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_RUNTIME_NO_MEMORY_H
#define FEARLESS_TEST_RUNTIME_NO_MEMORY_H

/// While one lives, its thread has memory for so many allocations more; then
/// operator new throws std::bad_alloc.
class NoMemory {
public:
  explicit NoMemory(int after = 0);
  ~NoMemory();
  NoMemory(const NoMemory &) = delete;
  NoMemory &operator=(const NoMemory &) = delete;
};

#endif

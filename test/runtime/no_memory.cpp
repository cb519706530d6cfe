//===-- no_memory.cpp - Tests: memory that runs out -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "no_memory.h"

#include <cstdlib>
#include <new>

namespace {

constexpr int plenty = -1;
thread_local int left = plenty;

void *allocate(std::size_t size, std::size_t align) {
  if (left == 0)
    throw std::bad_alloc();
  if (left != plenty)
    --left;
  void *memory = nullptr;
  if (posix_memalign(&memory, align, size ? size : 1) != 0)
    throw std::bad_alloc();
  return memory;
}

} // namespace

NoMemory::NoMemory(int after) { left = after; }
NoMemory::~NoMemory() { left = plenty; }

void *operator new(std::size_t size) {
  return allocate(size, __STDCPP_DEFAULT_NEW_ALIGNMENT__);
}
void *operator new(std::size_t size, std::align_val_t align) {
  return allocate(size, std::size_t(align));
}
void operator delete(void *memory) noexcept { std::free(memory); }
void operator delete(void *memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void *memory, std::align_val_t) noexcept {
  std::free(memory);
}
void operator delete(void *memory, std::size_t, std::align_val_t) noexcept {
  std::free(memory);
}

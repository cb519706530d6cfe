//===-- sizes.cpp - The size of every type --------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "operations.h"

#include "fearless/fearless.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace {

template <class T> void print(const char *name) {
  std::printf("%s\t%zu\n", name, sizeof(T));
}

} // namespace

void print_sizes() {
  using std::uint64_t;
  print<fearless::Mutex<uint32_t>>("Mutex<uint32_t>");
  print<fearless::Mutex<uint64_t>>("Mutex<uint64_t>");
  print<fearless::MutexGuard<uint64_t>>("MutexGuard<uint64_t>");
  print<fearless::RwLock<uint64_t>>("RwLock<uint64_t>");
  print<fearless::ReadGuard<uint64_t>>("ReadGuard<uint64_t>");
  print<fearless::WriteGuard<uint64_t>>("WriteGuard<uint64_t>");
  print<fearless::Condvar>("Condvar");
  print<fearless::Atomic<uint64_t>>("Atomic<uint64_t>");
  print<fearless::Event>("Event");
  print<fearless::LazyLock<uint64_t>>("LazyLock<uint64_t>");
  print<fearless::Rc<uint64_t>>("Rc<uint64_t>");
  print<fearless::Arc<uint64_t>>("Arc<uint64_t>");
  print<fearless::Weak<uint64_t>>("Weak<uint64_t>");
  print<fearless::Sender<uint64_t>>("Sender<uint64_t>");
  print<fearless::Receiver<uint64_t>>("Receiver<uint64_t>");
  print<fearless::SharedReceiver<uint64_t>>("SharedReceiver<uint64_t>");
  print<fearless::JoinHandle<uint64_t>>("JoinHandle<uint64_t>");
  print<fearless::Builder>("Builder");
  print<fearless::Scope>("Scope");
  print<fearless::ScopedJoinHandle<uint64_t>>("ScopedJoinHandle<uint64_t>");
  print<fearless::ThreadPool>("ThreadPool");
  print<fearless::TaskHandle<uint64_t>>("TaskHandle<uint64_t>");
  print<fearless::Tasks<uint64_t>>("Tasks<uint64_t>");
  print<fearless::ThreadLocal<uint64_t>>("ThreadLocal<uint64_t>");
  print<std::mutex>("std::mutex");
  print<std::shared_mutex>("std::shared_mutex");
  print<std::once_flag>("std::once_flag");
  print<std::shared_ptr<uint64_t>>("std::shared_ptr<uint64_t>");
  print<std::thread>("std::thread");
}

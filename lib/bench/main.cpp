//===-- main.cpp - All benchmarks, or the size of every type --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "operations.h"

#include "fearless/event.h"
#include "fearless/thread.h"

#include <benchmark/benchmark.h>

#include <functional>
#include <string_view>

int main(int argc, char **argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--sizes") {
    print_sizes();
    return 0;
  }
  lock_benchmarks();
  counted_benchmarks();
  channel_benchmarks();
  lazy_benchmarks();
  thread_benchmarks();
  loop_benchmarks();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv))
    return 1;

  // As long as a program has one thread, libstdc++'s counts are not atomic.
  fearless::Event done;
  auto other = fearless::spawn([](fearless::Event &done) { done.wait(); },
                               std::ref(done));
  benchmark::RunSpecifiedBenchmarks();
  done.set();
  other.join();
}

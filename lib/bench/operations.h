//===-- operations.h - The benchmarks of each kind of primitive -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_BENCH_OPERATIONS_H
#define FEARLESS_BENCH_OPERATIONS_H

void lock_benchmarks();
void counted_benchmarks();
void channel_benchmarks();
void lazy_benchmarks();
void thread_benchmarks();
void loop_benchmarks();
void print_sizes();

#endif

//===-- lazy.cpp - LazyLock -----------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "operations.h"
#include "peers.h"

#include "fearless/lazy.h"

#include <mutex>

#if defined(HAS_ABSL)
#include <absl/base/call_once.h>
#endif

namespace {

uint64_t make() { return 1; }

const fearless::LazyLock<uint64_t> lazy(make);

/// Not inlined: a function-local static of another translation unit.
[[gnu::noinline]] const uint64_t &local_static() {
  static const uint64_t value = make();
  benchmark::DoNotOptimize(value);
  return value;
}

template <class Get> auto gets(Get get) {
  return [get](uint64_t n) {
    for (uint64_t i = 0; i < n; ++i)
      benchmark::DoNotOptimize(get());
  };
}

} // namespace

void lazy_benchmarks() {
  compare("LazyLock get/fearless LazyLock", gets([] { return *lazy; }));
  compare("LazyLock get/static in a function",
          gets([] { return local_static(); }));
  compare("LazyLock get/std::call_once", gets([] {
            static std::once_flag once;
            static uint64_t value;
            std::call_once(once, [] { value = make(); });
            return value;
          }));
#if defined(HAS_ABSL)
  compare("LazyLock get/absl::call_once", gets([] {
            static absl::once_flag once;
            static uint64_t value;
            absl::call_once(once, [] { value = make(); });
            return value;
          }));
#endif
#if defined(HAS_RUST)
  compare("LazyLock get/Rust OnceLock", rust_once);
#endif
}

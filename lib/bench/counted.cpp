//===-- counted.cpp - Arc -------------------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "operations.h"
#include "peers.h"

#include "fearless/arc.h"

#include <memory>

#if defined(HAS_BOOST)
#include <boost/make_shared.hpp>
#include <boost/shared_ptr.hpp>
#endif

namespace {

template <class Pointer> void copies(const Pointer &pointer, uint64_t n) {
  for (uint64_t i = 0; i < n; ++i) {
    Pointer copy = pointer;
    benchmark::DoNotOptimize(copy);
  }
}

template <class Make> auto makes(Make make) {
  return [make](uint64_t n) {
    for (uint64_t i = 0; i < n; ++i) {
      auto pointer = make(i);
      benchmark::DoNotOptimize(pointer);
    }
  };
}

void clones(const char *operation) {
  compare_contended(operation, "fearless Arc", [](uint64_t n) {
    static const auto value = fearless::Arc<uint64_t>::make(1);
    copies(value, n);
  });
  compare_contended(operation, "std::shared_ptr", [](uint64_t n) {
    static const auto value = std::make_shared<uint64_t>(1);
    copies(value, n);
  });
#if defined(HAS_BOOST)
  compare_contended(operation, "boost::shared_ptr", [](uint64_t n) {
    static const auto value = boost::make_shared<uint64_t>(1);
    copies(value, n);
  });
#endif
#if defined(HAS_RUST)
  compare_contended(operation, "Rust Arc", rust_arc_clone);
#endif
}

void news(const std::string &operation) {
  const auto add = [&](const char *peer, auto repeat) {
    compare((operation + "/" + peer).c_str(), repeat);
  };
  add("fearless Arc",
      makes([](uint64_t i) { return fearless::Arc<uint64_t>::make(i); }));
  add("std::shared_ptr",
      makes([](uint64_t i) { return std::make_shared<uint64_t>(i); }));
#if defined(HAS_BOOST)
  add("boost::shared_ptr",
      makes([](uint64_t i) { return boost::make_shared<uint64_t>(i); }));
#endif
#if defined(HAS_RUST)
  add("Rust Arc", rust_arc_make);
#endif
}

} // namespace

void counted_benchmarks() {
  clones("Arc clone + drop");
  news("Arc make + drop");
}

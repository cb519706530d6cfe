//===-- outcome.h - A result or an exception ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a callable came to on another thread, kept until somebody asks.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_OUTCOME_H
#define FEARLESS_DETAIL_OUTCOME_H

#include <exception>
#include <type_traits>
#include <utility>
#include <variant>

namespace fearless::detail {

template <class R> class outcome {
public:
  /// Calls f, and keeps what it returns or throws.
  template <class F> void run(F &&f) noexcept {
    try {
      if constexpr (std::is_void_v<R>) {
        std::forward<F>(f)();
        kept_.template emplace<1>();
      } else {
        kept_.template emplace<1>(std::forward<F>(f)());
      }
    } catch (...) {
      kept_.template emplace<2>(std::current_exception());
    }
  }

  /// Nothing has been kept.
  bool empty() const noexcept { return kept_.index() == 0; }

  /// The result, or the exception, thrown. It is asked for once.
  R take() {
    if (auto error = take_error())
      std::rethrow_exception(std::move(error));
    if constexpr (!std::is_void_v<R>)
      return std::get<1>(std::move(kept_));
  }

  /// The exception, if there is one; none is left.
  std::exception_ptr take_error() noexcept {
    auto *error = std::get_if<2>(&kept_);
    return error ? std::exchange(*error, nullptr) : nullptr;
  }

private:
  struct nothing {};
  using result = std::conditional_t<std::is_void_v<R>, nothing, R>;

  std::variant<std::monostate, result, std::exception_ptr> kept_;
};

} // namespace fearless::detail

#endif

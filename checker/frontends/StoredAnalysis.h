//===-- StoredAnalysis.h - What an analysis found, as bytes ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An analysis depends on nothing but facts, models and options. So what it
// found can be kept, and stands as long as those are the same.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_STOREDANALYSIS_H
#define FEARLESS_FRONTENDS_STOREDANALYSIS_H

#include "frontends/Pipeline.h"

#include <optional>

namespace fearless::frontends {

/// Everything in \p A but its work counters. Linear in it.
std::string writeAnalysis(const Analysis &A);

/// What writeAnalysis() made \p Bytes of; none if it did not.
std::optional<Analysis> readAnalysis(llvm::StringRef Bytes);

} // namespace fearless::frontends

#endif

//===-- CopyRemedy.h - When a capture may be a copy -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lambda for a thread that captures a variable by reference means the same
// with a copy if the variable can be copied and nobody writes it from then on:
// neither the lambda, nor the function that made it.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_COPYREMEDY_H
#define FEARLESS_RULES_COPYREMEDY_H

#include "analysis/Analysis.h"

namespace fearless::rules {

/// Of \p Variable, captured by the lambda that is made at \p Closure. None if a
/// copy is not the same. Linear in the facts of the lambda and of the function.
findings::Remedy copyRemedy(const analysis::Analysis &A,
                            analysis::Site Closure, analysis::Path Variable);

} // namespace fearless::rules

#endif

//===-- StaticInitialisers.h - What runs once, in a function --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The initialiser of a function-local static variable of C++ runs once, while
// other threads that come to it wait: nothing of it is parallel to itself, and
// all who see the variable see it initialised.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_STATICINITIALISERS_H
#define FEARLESS_ANALYSIS_STATICINITIALISERS_H

#include "analysis/Types.h"

#include <vector>

namespace fearless::analysis {

struct InitialiserFact {
  uint32_t Fact = 0;
  link::VariableSym Variable;
};

/// Where a function finds out whether a static variable of its own has been
/// initialised, and does so if not.
struct StaticGuard {
  uint32_t Block = 0;           ///< Ends in the question.
  uint32_t After = 0;           ///< The block where both ways meet.
  std::vector<uint32_t> Region; ///< Blocks that initialise, the first first.
  link::VariableSym Variable;
};

/// Linear in the size of the body.
std::vector<StaticGuard> staticGuards(const link::Program &Program, BodyId B);

/// The facts of \p B that initialise a static variable of the function, in
/// order. Linear in the size of the body.
std::vector<InitialiserFact> staticInitialisers(const link::Program &Program,
                                                BodyId B);

/// The variable that \p Fact, of these, initialises. None: it is no such fact.
link::VariableSym initialisedBy(llvm::ArrayRef<InitialiserFact> Facts,
                                uint32_t Fact);

} // namespace fearless::analysis

#endif

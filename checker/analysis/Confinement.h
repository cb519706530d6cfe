//===-- Confinement.h - Until when an object is its maker's alone ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An object is confined to the thread that made it until somebody else is told
// of it: it is handed to a thread, or stored where others look. What a function
// does with a parameter is summarised for its callers: whether it tells others,
// and into which other parameter's object it puts it (who knows that, knows
// this). Such escape analysis is flow-sensitive in the function that is asked
// about and follows calls (Choi et al., "Escape Analysis for Java", 1999).
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_CONFINEMENT_H
#define FEARLESS_ANALYSIS_CONFINEMENT_H

#include "analysis/PointerFlow.h"

#include <map>
#include <memory>

namespace fearless::analysis {

/// What a function does with what a parameter, or an object of its own, is.
struct Telling {
  std::vector<uint32_t> Told; ///< Facts after which others may know it. Sorted.
  /// Facts that put it into what a parameter points to. Sorted by fact.
  std::vector<std::pair<uint32_t, unsigned>> Into;
  bool Returned = false; ///< The result leads to it.
};

class Confinement {
public:
  Confinement(const link::Program &Program, PathTable &Paths,
              const CallGraph &Graph, const std::vector<Summary> &Summaries)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries) {}

  /// Found once for each function.
  const PointerFlow &flow(BodyId B);
  /// \p Root: a parameter, local, allocation or result of \p B. Found once.
  const Telling &telling(BodyId B, Path Root);

private:
  class Search;
  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  llvm::DenseMap<BodyId, std::unique_ptr<PointerFlow>> Flows;
  std::map<std::pair<BodyId, Path>, std::unique_ptr<Telling>> Known;
  unsigned Depth = 0; ///< Calls followed to answer the question at hand.
};

} // namespace fearless::analysis

#endif

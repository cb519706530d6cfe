//===-- LockGraph.h - The lock-order graph as a picture -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_LOCKGRAPH_H
#define FEARLESS_RULES_LOCKGRAPH_H

#include "analysis/Analysis.h"

#include <string>

namespace fearless::rules {

/// The acquisition-order graph in Graphviz' DOT: a node for each lock, an arrow
/// where one is taken while the other is held, with an example place; nodes and
/// arrows of cycles are red. Names are escaped.
std::string lockGraphDot(const analysis::Analysis &A);

} // namespace fearless::rules

#endif

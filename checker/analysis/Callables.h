//===-- Callables.h - Which functions a stored callable may be ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A flow-insensitive analysis of callable values only: function pointers,
// std::function and its kin. Places (fields, globals, locals, parameters,
// results) include each other's values by assignment, argument passing and
// return (Andersen, 1994, restricted to callables); fields are distinguished by
// field, not by object. A closure or functor needs no flow: its type tells what
// it runs. Imprecision is bounded: a place with more than MaxCallables values
// resolves to nothing and is counted.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_CALLABLES_H
#define FEARLESS_ANALYSIS_CALLABLES_H

#include "analysis/Types.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace fearless::analysis {

inline constexpr unsigned MaxCallables = 12;

struct CallableSet {
  llvm::SmallVector<link::FunctionSym, 2> Functions; ///< Sorted by index.
  bool Cut = false;
};

class Callables {
public:
  /// Linear in the facts, plus places × MaxCallables.
  explicit Callables(const link::Program &Program);

  /// What calling \p O, an operand of \p B, may run.
  CallableSet resolve(BodyId B, const facts::Operand &O) const;
  /// What the callable stored in \p P may run.
  CallableSet stored(BodyId B, facts::PathId P) const;

private:
  using Place = uint64_t;
  static constexpr Place Nowhere = ~uint64_t(0);
  struct Node {
    CallableSet Values;
    llvm::SmallVector<uint32_t, 2> Successors;
  };

  void addBody(BodyId B);
  void addAssignment(BodyId B, const facts::Fact &F);
  void addCall(BodyId B, const facts::Fact &F);
  void addArguments(BodyId B, const facts::Fact &F, link::FunctionSym Callee);
  void flow(BodyId B, const facts::Operand &From, Place To);
  void propagate();
  void insert(uint32_t Node, link::FunctionSym F);
  uint32_t node(Place P);
  Place placeOf(BodyId B, facts::PathId P) const;
  Place placeOfResult(BodyId B, uint32_t Ordinal) const;
  bool mayHoldCallable(TypeRef T) const;
  link::FunctionSym functor(BodyId B, const facts::Operand &O) const;

  const link::Program &Program;
  std::vector<Node> Nodes;
  llvm::DenseMap<Place, uint32_t> NodeIds;
  std::vector<uint32_t> Work;
  /// The facts of one body, the last that was asked for, by their ordinal.
  mutable BodyId OrdinalsOf;
  mutable std::vector<uint32_t> Ordinals;
};

/// The facts of a body that make Result roots, by ordinal; ~0 for none.
std::vector<uint32_t> resultOrdinals(const facts::FunctionBody &Body);

/// The model's operand as a call's operand. None if the call has no such one.
const facts::Operand *select(const link::Program &Program, BodyId B,
                             const facts::Fact &F, const models::Selector &S);

} // namespace fearless::analysis

#endif

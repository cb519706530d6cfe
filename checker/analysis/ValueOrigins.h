//===-- ValueOrigins.h - Where the values of a function come from ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Data dependence in one body: the calls, parameters and memory that a value
// was made from, through local variables, computations, what calls are given,
// and what they leave in an object or variable whose address they get. A scalar
// is followed by version; an object, by all that is put into it.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_VALUEORIGINS_H
#define FEARLESS_ANALYSIS_VALUEORIGINS_H

#include "analysis/BodyView.h"

#include <set>
#include <span>

namespace fearless::analysis {

struct Origins {
  std::set<uint32_t> Calls; ///< Facts.
  std::set<Path> Loads;     ///< Memory that others may see.
  uint64_t Parameters = 0;  ///< Bits: whose values.
};

class ValueOrigins {
public:
  ValueOrigins(const link::Program &Program, const CallGraph &Graph,
               BodyView &View);

  Origins of(std::span<const facts::Operand> Values) const;
  Origins of(const facts::Operand &Value) const { return of({&Value, 1}); }
  /// Of what the local variable \p Number may hold; ~0: what is returned.
  Origins ofLocal(uint32_t Number) const;

private:
  struct Definition {
    uint32_t Fact;
    uint32_t Version = ~0u; ///< Of a scalar; ~0: adds to what is there.
  };
  struct Walk;
  void addOutputs(uint32_t Fact);
  bool mayFill(uint32_t Fact, size_t Operand) const;
  void visit(const facts::Operand &O, Walk &W) const;
  void visitLocal(uint32_t Number, uint32_t Version, Walk &W) const;
  void visitFact(uint32_t Fact, Walk &W) const;

  const link::Program &Program;
  const CallGraph &Graph;
  BodyView &View;
  const facts::FunctionBody &Facts;
  std::vector<uint32_t> Ordinals;
  std::map<uint32_t, std::vector<Definition>> Definitions; ///< By local.
  /// Objects that refer to locals, closures with captures: by local.
  std::map<uint32_t, std::set<uint32_t>> RefersTo;
};

} // namespace fearless::analysis

#endif

//===-- Borrows.h - What pointers and views in a function point into ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In one body: into which memory a pointer, reference, iterator or view points,
// and where it was made to. Seen through local variables, copies of iterators
// and views, and what models say that calls return. A pointer that was loaded
// from memory points to nobody knows what; a class that owns what it points to
// is no borrow.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_BORROWS_H
#define FEARLESS_ANALYSIS_BORROWS_H

#include "analysis/BodyView.h"

#include <map>
#include <set>

namespace fearless::analysis {

struct Borrow {
  Path Into;
  uint32_t Fact = 0; ///< Where it was made.
  friend auto operator<=>(const Borrow &, const Borrow &) = default;
};

class Borrows {
public:
  Borrows(const link::Program &Program, PathTable &Paths,
          const CallGraph &Graph, BodyView &View);

  /// What \p O, an operand of the fact \p At, points into. Sorted.
  std::vector<Borrow> of(const facts::Operand &O, uint32_t At) const;
  /// What the local variable, with this version (~0: any), points into.
  std::vector<Borrow> ofLocal(uint32_t Number, uint32_t Version) const;

  /// Where the fact looks at what a pointer, iterator or view refers to: the
  /// local that holds it with its version, or (Local none) the call that
  /// returned it.
  struct Use {
    std::optional<uint32_t> Local;
    uint32_t Version = ~0u;
    uint32_t Call = ~0u;
    friend auto operator<=>(const Use &, const Use &) = default;
  };
  std::vector<Use> uses(uint32_t Fact) const;
  /// Where a local variable got the address of what \p P names, or of what that
  /// is part of. The variable is seen through where it has just one value.
  std::vector<Borrow> addressesOf(facts::PathId P) const;
  /// A view or iterator: points elsewhere and does not own it.
  bool isView(facts::PathId P) const;

private:
  struct Walk;
  struct Definition {
    uint32_t Fact;
    uint32_t Version = ~0u;
  };
  void visit(const facts::Operand &O, uint32_t At, Walk &W) const;
  void visitLocal(uint32_t Number, uint32_t Version, Walk &W) const;
  void visitMaking(uint32_t Fact, uint32_t Number, Walk &W) const;
  bool viewType(TypeRef T) const;
  void addUse(facts::PathId P, std::vector<Use> &To) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  BodyView &View;
  const facts::FunctionBody &Facts;
  std::vector<uint32_t> Ordinals;
  std::map<uint32_t, std::vector<Definition>> Definitions; ///< ~0: Return.
  std::map<facts::PathId, std::vector<uint32_t>> Addresses;
};

} // namespace fearless::analysis

#endif

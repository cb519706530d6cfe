//===-- FunctionBody.h - The flow graph of one function -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function's flow graph: blocks of facts, the paths, values and operands that
// the facts refer to, and the cleanups that run when something throws.
//
// Exceptional flow is not spelled out as edges. A fact that may throw names a
// cleanup; the chain of cleanups from there says which destructors run, in
// order, up to the handlers or the exceptional exit. So a function costs one
// cleanup per destructible object instead of one edge per call, and link, which
// knows what can throw, walks only the chains that matter.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_FUNCTIONBODY_H
#define FEARLESS_FACTS_FUNCTIONBODY_H

#include "facts/Fact.h"

#include <span>
#include <vector>

namespace fearless::facts {

struct Block {
  uint32_t FirstFact = 0; ///< Into FunctionBody::Facts.
  uint32_t FactCount = 0;
  std::vector<BlockId> Successors;
};

enum class CleanupKind : uint8_t {
  Exit,     ///< The exception leaves the function. Always cleanup 0.
  Destroy,  ///< Callee destroys Object, then Next.
  Handlers, ///< One of Handlers is entered, or none and then Next (unless
            ///< CatchesAll).
};

struct Cleanup {
  CleanupKind Kind = CleanupKind::Exit;
  bool CatchesAll = false;
  CleanupId Next;
  PathId Object;
  FunctionId Destructor;
  Location
      Loc; ///< Where the object would have died anyway, or its declaration.
  std::vector<BlockId> Handlers;
};

enum LocalFlag : uint8_t {
  LF_Temporary = 1 << 0,
  LF_AddressTaken = 1 << 1, ///< Also: captured by reference.
  LF_Reference = 1 << 2,
  /// Its declaration is all of the body of a branch or loop, and it dies there:
  /// `if (shared) lock_guard lock(mu);`
  LF_OnlyStatement = 1 << 3,
};

struct Local {
  StringId Name; ///< Empty for temporaries.
  TypeId Type;
  uint8_t Flags = 0; ///< LocalFlag
  Location Loc;
};

/// Where a macro is involved: the place in the macro's definition.
struct Spelling {
  uint32_t Fact = 0;
  Location Loc;
};

struct FunctionBody {
  FunctionId Function;
  /// Content digest: equal for bodies that mean the same in different
  /// translation units. 0 until computed (see Digest.h).
  uint64_t Digest = 0;
  Location End; ///< The closing brace.

  std::vector<Local> Locals;
  std::vector<PathNode> Paths;
  std::vector<ValueNode> Values;
  std::vector<Operand> Operands;
  std::vector<Fact> Facts;
  std::vector<Block> Blocks; ///< Block 0 is the entry.
  /// Every normal return reaches this block, which has no facts and no
  /// successors. A block without successors that is not Exit ends in a
  /// call that does not return, or in a throw. None: no normal return.
  BlockId Exit;
  std::vector<Cleanup> Cleanups;   ///< Cleanup 0 is the exit.
  std::vector<Spelling> Spellings; ///< Sorted by fact.

  std::span<const Fact> facts(const Block &B) const {
    return {Facts.data() + B.FirstFact, B.FactCount};
  }
  std::span<const Operand> operands(const Fact &F) const {
    return {Operands.data() + F.FirstOperand, F.OperandCount};
  }
  const PathNode &path(PathId P) const { return Paths[P.Index]; }
  /// The root of a path: walks up its steps.
  PathId root(PathId P) const {
    while (Paths[P.Index].Parent)
      P = Paths[P.Index].Parent;
    return P;
  }
};

} // namespace fearless::facts

#endif

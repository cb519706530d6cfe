//===-- Atomicity.h - Decisions that are out of date when they are used ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two operations of one function on the same data, each under a hold of the
// same lock or atomic by itself, the second of which depends on what the first
// has seen, while another thread may write in between (atomicity violations
// with one variable, as Lu et al., "Learning from Mistakes", 2008, found them
// to be the most common). Nothing is wrong where the second looks again, where
// it does no harm to do it twice, or where only one thread writes.
//
// Bounded: operations of a function, and the work of comparing them; what is
// beyond is counted.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ATOMICITY_H
#define FEARLESS_ANALYSIS_ATOMICITY_H

#include "analysis/ElementIndices.h"
#include "analysis/Operations.h"
#include "analysis/SharedWrites.h"

namespace fearless::analysis {

struct AtomicityViolation {
  enum Kind : uint8_t {
    CheckThenAct,   ///< A branch on what First saw decides about Second.
    LostUpdate,     ///< Second writes what was made from what First saw.
    UpdateThenLook, ///< First changes it, Second looks what it has become.
  };
  Kind What = CheckThenAct;
  BodyId Body;
  Operation First, Second; ///< In terms of Body.
  uint32_t Branch = ~0u;   ///< CheckThenAct, UpdateThenLook.
  Path Lock;               ///< None: atomic operations.
  /// Of a lock that Body takes itself: where each hold begins, and where the
  /// first one ends; none where that happens inside the calls.
  Site FirstTaken, SecondTaken, Released;
  Rival Other;
};

class Atomicity {
public:
  Atomicity(const link::Program &Program, PathTable &Paths,
            const CallGraph &Graph, const LockKeys &Keys,
            const ThreadRoots &Roots, Operations &Ops, SharedWrites &Writes,
            ElementIndices &Indices);

  /// Looks at a body, in any order.
  void look(Operations::Inside &In);
  /// Once all have been looked at.
  void decide();

  /// One for each second operation, in order of body and fact.
  llvm::ArrayRef<AtomicityViolation> violations() const { return Found; }
  unsigned cuts() const { return Cut; }

private:
  using Inside = Operations::Inside;
  struct Candidate {
    AtomicityViolation V;
    ShortList<Path> Throughout;
    /// Nothing else depends on the branch: harmless, where all that is ever
    /// written is one of two constants.
    bool Alone = false;
    std::optional<bool> Seen; ///< Nonzero, where the branch asks for that.
  };
  void compare(Inside &In, const Operation &First, const Operation &Second);
  ShortList<Path> throughout(Inside &In, const Operation &First,
                             const Operation &Second) const;
  llvm::SmallVector<Path, 2> commonLocks(Inside &In, const Operation &First,
                                         const Operation &Second) const;
  std::vector<uint32_t> lookingAgain(Inside &In, const Operation &First) const;
  bool differentElements(Path A, Path B) const;
  bool putsBack(Inside &In, const Operation &First, const Operation &Second,
                Path Lock) const;
  bool checkedUnderLock(Inside &In, const Operation &First,
                        const Operation &Second);
  bool claimed(Inside &In, const Operation &First, const Operation &Second,
               Path Lock, const CriticalSections::Control &C) const;
  bool consequences(Inside &In, const CriticalSections::Control &C,
                    const Operation &Act) const;
  bool restores(Inside &In, const Operation &First,
                const Operation &Second) const;
  bool computedAlone(Inside &In, const Operation &Act) const;
  const Origins &branch(Inside &In, uint32_t Fact);
  std::optional<bool> seen(Inside &In, const Operation &First,
                           const CriticalSections::Control &C) const;
  void add(Inside &In, AtomicityViolation V, bool Alone,
           std::optional<bool> Seen = std::nullopt);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  Operations &Ops; ///< Until decide().
  SharedWrites &Writes;
  ElementIndices &Indices;
  std::map<uint32_t, Origins> Branches; ///< Of the body that is looked at.
  std::vector<Candidate> Candidates;
  std::vector<AtomicityViolation> Found;
  unsigned Cut = 0;
};

} // namespace fearless::analysis

#endif

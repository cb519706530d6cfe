//===-- GuardHabits.h - Which lock a class takes for which member ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where no thread is in sight, a lock is the evidence: who takes one for a
// member expects others at the same time. An access to that member without the
// lock is then the odd one out (Engler et al., "Bugs as Deviant Behavior",
// 2001): if the lock is the object's own, or is beside the data in their file,
// one locked write suffices, and so do reads in two functions if only one other
// does without; any other lock must be held at four accesses of five, and at
// three at least. Not odd are accesses to an object that the function has for
// itself (Preparations.h), and reads for which the lock is given back for a
// while.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_GUARDHABITS_H
#define FEARLESS_ANALYSIS_GUARDHABITS_H

#include "analysis/Accesses.h"
#include "analysis/Objects.h"
#include "analysis/Preparations.h"

namespace fearless::analysis {

/// A function that accesses the data without the lock.
struct InconsistentGuard {
  LockKey Data, Guard;
  Site Without; ///< The odd one out: a write, if there is one.
  bool Writes = false;
  Site With; ///< An access with the lock: a write, if there is one.
  bool WithWrites = false;
  /// The two are one place, in a helper: where one caller calls it with the
  /// lock, and the other without. None: a place each.
  Site CalledWith, CalledWithout;
  unsigned Accesses = 0, Guarded = 0;
  unsigned More = 0; ///< Functions like this one that are not in the list.
};

class GuardHabits {
public:
  GuardHabits(const link::Program &Program, PathTable &Paths,
              const CallGraph &Graph, const std::vector<Summary> &Summaries,
              const std::vector<FunctionResult> &Results, const LockKeys &Keys,
              const ThreadRoots &Roots, Objects &Memory, const Accesses &All);

  /// One for each member and function, in order of these.
  llvm::ArrayRef<InconsistentGuard> found() const { return Found; }
  /// Accesses with more chains of calls than are looked at.
  unsigned cuts() const { return Cuts; }

private:
  /// A function and its parameter that refers to the object (none: an object
  /// that everybody has).
  struct Holder {
    BodyId Body;
    std::optional<unsigned> Parameter;
    uint32_t Fact; ///< The access, or the call on the way to it.
    bool isLike(const Holder &H) const {
      return Body == H.Body && Parameter == H.Parameter;
    }
  };
  /// An access, by one chain of calls from outside.
  struct Use {
    const AccessPlace *At = nullptr;
    std::vector<Holder> Ways; ///< From the access up.
    llvm::SmallVector<LockKey, 2> Held;
    bool Perhaps = false; ///< Some lock that cannot be told, or on some ways.
    bool holds(LockKey K) const { return llvm::is_contained(Held, K); }
  };
  bool outsideOnly(BodyId B) const;
  bool ownObject(BodyId B, Path Of, uint32_t Fact);
  std::optional<Holder> holderOf(BodyId B, Path Of, uint32_t Fact);
  void addUses(Use U, std::vector<Use> &To);
  bool isMade(const Use &U, LockKey Data, LockKey Guard);
  bool odd(const Use &U, LockKey Data, LockKey Guard) const;
  bool holds(BodyId B, uint32_t Fact, LockKey Guard) const;
  bool handedOver(const AccessPlace &P, LockKey Data) const;
  bool betweenHolds(const AccessPlace &P, LockKey Guard) const;
  bool isMember(LockKey Guard, LockKey Data) const;
  bool belongs(LockKey Guard, LockKey Data, const AccessPlace &P) const;
  LockKey guardOf(LockKey Data, llvm::ArrayRef<Use> Uses) const;
  void inHelper(LockKey Data, LockKey Guard, llvm::ArrayRef<Use> Uses);
  bool underLock(const AccessPlace &P) const;
  std::vector<Use> usesOf(llvm::ArrayRef<AccessPlace> Places);
  void decide(LockKey Data, llvm::ArrayRef<AccessPlace> Places);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  Objects &Memory;
  Preparations Prepared;
  unsigned Cuts = 0;
  std::vector<InconsistentGuard> Found;
};

} // namespace fearless::analysis

#endif

//===-- Analysis.h - The analyses of one program, in order ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The pipeline of the room: callables, call graph, lock flow of every function
// bottom-up, then what needs the whole program: thread roots, lock order,
// races. Each stage takes complete inputs and leaves a complete result; rules
// read them.
//
// Deterministic: all work follows the canonical order of the linked program.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ANALYSIS_H
#define FEARLESS_ANALYSIS_ANALYSIS_H

#include "analysis/Accesses.h"
#include "analysis/DeclaredGuards.h"
#include "analysis/DeclaredOrder.h"
#include "analysis/FunctionResult.h"
#include "analysis/LockKeys.h"
#include "analysis/LockOrder.h"
#include "analysis/Races.h"
#include "analysis/RootEnds.h"
#include "analysis/StrayUses.h"
#include "analysis/Threads.h"

namespace fearless::analysis {

/// Work done, for benchmarks and for the tests that guard growth.
struct WorkCounters {
  uint64_t Transfers = 0, Joins = 0, Instantiations = 0;
  uint64_t Contexts = 0; ///< Of functions, as thread roots get there.
  uint64_t LockOperations = 0, UnknownLocks = 0;
  uint64_t Functions = 0, Cuts = 0;
};

struct FlowInputs;
class Atomicity;
class CountedTypes;
class ConstWrites;
class DoubleChecks;
class ElementIndices;
class Escapes;
class GuardHabits;
class MemberThreads;
class Operations;
class OutlivedBorrows;
class RelaxedFlags;
class Sendability;
class SharedWrites;
class UnjoinedThreads;
class UsesAfterSend;

class Analysis {
public:
  /// \p Hierarchies must outlive it, as the others.
  Analysis(const link::Program &Program, const models::Catalogue &Models,
           llvm::ArrayRef<LockHierarchy> Hierarchies = {});
  ~Analysis();

  const link::Program &program() const { return Program; }
  PathTable &paths() const { return Paths; }
  const CallGraph &graph() const { return Graph; }
  const LockKeys &keys() const { return *Keys; }
  const ThreadRoots &threads() const { return *Roots; }
  const LockOrder &lockOrder() const { return *Order; }
  const DeclaredOrder &declaredOrder() const { return *Declared; }
  const DeclaredGuards &declaredGuards() const { return *Guards; }
  Separations &separations() const { return *Apartness; }
  /// Remembers what it was asked.
  Objects &objects() const { return *Memory; }
  const Races &races() const { return *TheRaces; }
  /// On objects of classes that say they are for one thread at a time: of their
  /// uses (ObjectUses.h).
  const Races &objectRaces() const { return *Exclusive; }
  /// On locks: of their uses with their beginning and end (LockLifetimes.h).
  const Races &lockRaces() const { return *OfLocks; }
  /// Races, were there no locks but those that lie in one object with the data.
  /// As much work as races(), each time.
  std::vector<Race> sharings() const;
  llvm::ArrayRef<StrayUse> strayUses() const { return Strays; }
  CountedTypes &countedTypes() const { return *Counted; }
  const GuardHabits &guardHabits() const { return *Habits; }
  const RootEnds &rootEnds() const { return *Ends; }
  const SharedWrites &sharedWrites() const { return *Writes; }
  const Atomicity &atomicity() const { return *Atomic; }
  const DoubleChecks &doubleChecks() const { return *Checks; }
  const RelaxedFlags &relaxedFlags() const { return *Flags; }
  const Escapes &escapes() const { return *TheEscapes; }
  const MemberThreads &memberThreads() const { return *Members; }
  const UnjoinedThreads &unjoinedThreads() const { return *Unjoined; }
  const OutlivedBorrows &outlivedBorrows() const { return *Outlived; }
  const UsesAfterSend &usesAfterSend() const { return *Sent; }
  Sendability &sendability() const { return *Sends; }
  const Summary &summary(BodyId B) const { return Summaries[B.Index]; }
  const std::vector<Summary> &summaries() const { return Summaries; }
  const FunctionResult &result(BodyId B) const { return Results[B.Index]; }
  const WorkCounters &counters() const { return Count; }

private:
  void solveFunctions(const models::Catalogue &Models, const LockKinds &Kinds);
  void solve(BodyId B, const FlowInputs &In);
  void dropNotifications();
  void lookAtBodies();
  void lookAt(BodyId B);
  void lookAtObjects();
  void lookAtLifetimes(const models::Catalogue &Models);

  const link::Program &Program;
  mutable PathTable Paths;
  Callables Stored;
  CallGraph Graph;
  std::vector<Summary> Summaries;
  std::vector<FunctionResult> Results;
  std::unique_ptr<ObjectPointers> Pointers;
  std::unique_ptr<DeclaredLocks> Attributes;
  LockClasses Classes;
  std::unique_ptr<LockKeys> Keys;
  std::unique_ptr<HandOvers> Hands;
  std::unique_ptr<ThreadRoots> Roots;
  std::unique_ptr<LockOrder> Order;
  std::unique_ptr<DeclaredOrder> Declared;
  std::unique_ptr<DeclaredGuards> Guards;
  std::unique_ptr<Separations> Apartness;
  std::unique_ptr<Accesses> Touches;
  std::unique_ptr<Objects> Memory;
  std::unique_ptr<ElementIndices> Indices;
  std::unique_ptr<Races> TheRaces;
  std::unique_ptr<Races> Exclusive, OfLocks;
  std::vector<StrayUse> Strays;
  std::unique_ptr<CountedTypes> Counted;
  std::unique_ptr<GuardHabits> Habits;
  std::unique_ptr<RootEnds> Ends;
  std::unique_ptr<SharedWrites> Writes;
  std::unique_ptr<Operations> Done;
  std::unique_ptr<Atomicity> Atomic;
  std::unique_ptr<DoubleChecks> Checks;
  std::unique_ptr<RelaxedFlags> Flags;
  std::unique_ptr<Escapes> TheEscapes;
  std::unique_ptr<MemberThreads> Members;
  std::unique_ptr<UnjoinedThreads> Unjoined;
  std::unique_ptr<OutlivedBorrows> Outlived;
  std::unique_ptr<UsesAfterSend> Sent;
  std::unique_ptr<ConstWrites> Shallow;
  std::unique_ptr<Sendability> Sends;
  WorkCounters Count;
};

} // namespace fearless::analysis

#endif

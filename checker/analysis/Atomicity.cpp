//===-- Atomicity.cpp - Decisions that are out of date when they are used -===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Atomicity.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::EffectKind;
using Control = CriticalSections::Control;

/// Pairs of operations of one function that are compared, at most.
static constexpr size_t MaxPairs = 2000;

Atomicity::Atomicity(const link::Program &Program, PathTable &Paths,
                     const CallGraph &Graph, const LockKeys &Keys,
                     const ThreadRoots &Roots, Operations &Ops,
                     SharedWrites &Writes, ElementIndices &Indices)
    : Program(Program), Paths(Paths), Graph(Graph), Keys(Keys), Roots(Roots),
      Ops(Ops), Writes(Writes), Indices(Indices) {}

void Atomicity::look(Operations::Inside &In) {
  BodyId B = In.View.body();
  const link::FunctionSymbol &F = Program.function(Program.body(B).Function);
  if (Roots.contexts(B).empty() || F.has(facts::FnF_StaticInit))
    return;
  Branches.clear();
  size_t Pairs = 0;
  for (const Operation &Second : In.All) {
    const ProgramPath &Root = Paths.rootOf(Second.Where);
    if ((F.has(facts::FnF_Constructor) || F.has(facts::FnF_Destructor)) &&
        Root.Kind == PathKind::Parameter && Root.Number == 0)
      continue; // Nobody else has the object.
    for (const Operation &First : In.All) {
      if (First.Fact == Second.Fact || First.Data != Second.Data ||
          First.Atomic != Second.Atomic || !Paths.definite(First.Data))
        continue;
      if (First.Where != First.Data && Second.Where != Second.Data &&
          differentElements(First.Where, Second.Where))
        continue;
      if (++Pairs > MaxPairs) {
        ++Cut;
        return;
      }
      compare(In, First, Second);
    }
  }
}

/// Two elements that are known not to be one.
bool Atomicity::differentElements(Path A, Path B) const {
  if (A == B)
    return false;
  const ProgramPath &X = Paths[A], &Y = Paths[B];
  auto Definite = [](PathKind K) {
    return K == PathKind::ElementConst || K == PathKind::ElementValue;
  };
  if (!Definite(X.Kind) || !Definite(Y.Kind))
    return false;
  if (X.Kind == PathKind::ElementConst && Y.Kind == PathKind::ElementConst)
    return true;
  if (X.Kind != Y.Kind)
    return false;
  Value I = Paths.indexOf(X), J = Paths.indexOf(Y);
  return I.hasPath() && J.hasPath() && I.path() != J.path();
}

const Origins &Atomicity::branch(Inside &In, uint32_t Branch) {
  auto [It, New] = Branches.try_emplace(Branch);
  if (New)
    It->second = In.Values.of(
        In.View.facts().operands(In.View.facts().Facts[Branch])[0]);
  return It->second;
}

llvm::SmallVector<Path, 2>
Atomicity::commonLocks(Inside &In, const Operation &First,
                       const Operation &Second) const {
  auto Of = [&](const Operation &O) {
    llvm::SmallVector<Path, 4> Locks(O.Locks.begin(), O.Locks.end());
    llvm::append_range(Locks, In.Sections.heldAt(O.Fact));
    return Locks;
  };
  llvm::SmallVector<Path, 2> Result;
  auto Theirs = Of(Second);
  for (Path L : Of(First))
    if (llvm::is_contained(Theirs, L) && !llvm::is_contained(Result, L) &&
        Keys.key(L, In.View.body()))
      Result.push_back(L);
  return Result;
}

/// Facts that read anew what \p First has read.
std::vector<uint32_t> Atomicity::lookingAgain(Inside &In,
                                              const Operation &First) const {
  std::vector<uint32_t> Again{First.Fact};
  if (First.Atomic || In.View.fact(First.Fact).Kind == FactKind::Read)
    for (const Operation &O : In.All)
      if (O.Where == First.Where && O.Reads && !O.Writes &&
          (O.Atomic || In.View.fact(O.Fact).Kind == FactKind::Read))
        Again.push_back(O.Fact);
  return Again;
}

/// Locks that the function itself holds from the first operation to the second.
ShortList<Path> Atomicity::throughout(Inside &In, const Operation &First,
                                      const Operation &Second) const {
  ShortList<Path> Result;
  for (Path M : In.Sections.heldAt(First.Fact))
    if (In.Sections.held(Second.Fact, M) &&
        !In.Sections.way(First.Fact, Second.Fact, M, {First.Fact}).Broken)
      Result.push_back(M);
  return Result;
}

/// Is an atomic looked at again, after \p First, under a lock that is held
/// until \p Second, which depends on that? The rest of a double check.
bool Atomicity::checkedUnderLock(Inside &In, const Operation &First,
                                 const Operation &Second) {
  return First.Atomic &&
         llvm::any_of(In.Sections.heldAt(Second.Fact), [&](Path Lock) {
           return llvm::any_of(In.All, [&](const Operation &O) {
             return O.Where == First.Where && O.Reads && !O.Writes &&
                    O.Fact != First.Fact && In.Sections.held(O.Fact, Lock) &&
                    !In.Sections.held(First.Fact, Lock) &&
                    !In.Sections.way(O.Fact, Second.Fact, Lock).Broken &&
                    llvm::any_of(In.Sections.controls(Second.Fact),
                                 [&](const Control &C) {
                                   return Operations::comesFrom(
                                       In, O, branch(In, C.Branch));
                                 });
           });
         });
}

/// Does the function set what it has looked at, in the same hold of \p Lock, on
/// all ways of the branch to \p Second? Then that is its own to change:
/// `if (busy) return; busy = true; unlock(); …; lock(); busy = false;`
bool Atomicity::claimed(Inside &In, const Operation &First,
                        const Operation &Second, Path Lock,
                        const Control &C) const {
  return Lock && llvm::any_of(In.All, [&](const Operation &O) {
           if (!O.Writes || !O.Constant || O.Where != First.Where ||
               O.Fact == Second.Fact || !In.Sections.held(O.Fact, Lock))
             return false;
           auto To = In.Sections.way(First.Fact, O.Fact, Lock, {First.Fact});
           return To.Any && !To.Broken &&
                  !In.Sections
                       .wayFrom(C.Branch, C.Successor, Second.Fact, Lock,
                                {C.Branch, First.Fact, O.Fact})
                       .Any;
         });
}

/// Does \p Second add to a container out of which the function has taken
/// something under the hold of \p First? Whatever others do, there is room.
bool Atomicity::putsBack(Inside &In, const Operation &First,
                         const Operation &Second, Path Lock) const {
  return Lock && Second.Inserts &&
         llvm::any_of(In.All, [&](const Operation &O) {
           if (!O.Removes || O.Data != Second.Data ||
               !In.Sections.held(O.Fact, Lock))
             return false;
           auto To = In.Sections.way(First.Fact, O.Fact, Lock, {First.Fact});
           return To.Any && !To.Broken &&
                  In.Sections.way(O.Fact, Second.Fact, Lock).Any;
         });
}

/// Is what \p Second writes the very number or pointer that \p First saw? Who
/// puts that back has changed it on purpose, or takes and returns an element.
bool Atomicity::restores(Inside &In, const Operation &First,
                         const Operation &Second) const {
  const std::vector<uint32_t> Calls = resultOrdinals(In.View.facts());
  return llvm::all_of(Second.Values, [&](const facts::Operand &O) {
    Value V = O.Kind == OperandKind::Load ? In.View.value(O) : Value();
    if (V.Kind != OperandKind::Load || !Paths.known(V.path()))
      return false;
    const ProgramPath &N = Paths[V.path()];
    return N.Kind == PathKind::Result
               ? N.Number < Calls.size() && Calls[N.Number] == First.Fact
               : V.path() == First.Where;
  });
}

void Atomicity::compare(Inside &In, const Operation &First,
                        const Operation &Second) {
  llvm::SmallVector<Path, 2> Locks;
  if (First.Atomic)
    Locks.push_back(Path());
  else
    Locks = commonLocks(In, First, Second);
  for (Path L : Locks) {
    // Within the calls, or of the function itself?
    bool Apart = !L || !In.Sections.held(First.Fact, L) ||
                 !In.Sections.held(Second.Fact, L);
    AtomicityViolation V;
    V.Body = In.View.body();
    V.First = First;
    V.Second = Second;
    V.Lock = L;
    std::vector<uint32_t> Again = lookingAgain(In, First);
    bool Acts = Second.Writes || Second.NeedsElement;
    if (Acts && First.Reads && !First.Writes && First.Tells) {
      // What a read-modify-write reads, it reads itself.
      bool Fresh = Second.Modifies && Second.Where == First.Where &&
                   In.View.fact(First.Fact).Kind == FactKind::Read;
      if (!Fresh && !Second.Values.empty() && !Second.Inserts &&
          !(Second.Checked && (Second.Atomic || Second.Compared)) &&
          Operations::comesFrom(In, First, In.Values.of(Second.Values)) &&
          !restores(In, First, Second)) {
        auto Way = In.Sections.way(First.Fact, Second.Fact, L, Again);
        if (Way.Any && (Apart || Way.Broken)) {
          V.What = AtomicityViolation::LostUpdate;
          add(In, V, false);
          return;
        }
      }
      if (Second.Checked || checkedUnderLock(In, First, Second))
        continue;
      for (const Control &C : In.Sections.controls(Second.Fact)) {
        if (!Operations::comesFrom(In, First, branch(In, C.Branch)))
          continue;
        auto To = In.Sections.way(First.Fact, C.Branch, L, Again);
        auto From = In.Sections.wayFrom(C.Branch, C.Successor, Second.Fact, L,
                                        {C.Branch, First.Fact});
        if (!To.Any || !From.Any || !(Apart || To.Broken || From.Broken) ||
            claimed(In, First, Second, L, C) || putsBack(In, First, Second, L))
          continue;
        bool Alone = false;
        if (!Second.NeedsElement) {
          bool Harmless = Second.Repeatable || Second.Constant;
          if (Harmless && !consequences(In, C, Second)) {
            if (Second.Repeatable)
              continue;
            Alone = true;
          }
          if ((Second.Inserts || Second.Where != Second.Data) &&
              !Second.Modifies && !Second.Repeatable && !Second.Constant &&
              computedAlone(In, Second))
            continue;
        }
        V.Branch = C.Branch;
        add(In, V, Alone, seen(In, First, C));
        return;
      }
    }
    // `--refs; if (refs == 0)`
    if (!First.Modifies || First.Checked || !Second.Reads || Second.Writes ||
        !Second.Tells || First.Where != Second.Where)
      continue;
    // What looks and changes at once has looked for itself.
    if (llvm::any_of(In.All, [&](const Operation &O) {
          return O.Fact == Second.Fact && O.Writes && O.Data == Second.Data;
        }))
      continue;
    auto Way = In.Sections.way(First.Fact, Second.Fact, L, {First.Fact});
    if (!Way.Any || !(Apart || Way.Broken))
      continue;
    const facts::FunctionBody &Facts = In.View.facts();
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
      const Fact &F = Facts.Facts[I];
      if (F.Kind != FactKind::Assume ||
          !Operations::comesFrom(In, Second, branch(In, I)))
        continue;
      const facts::Operand &O = Facts.operands(F)[0];
      if (O.Kind == OperandKind::Value) {
        facts::ValueOp Op = Facts.Values[O.Number].Op;
        if (Op != facts::ValueOp::Equal && Op != facts::ValueOp::NotEqual &&
            Op != facts::ValueOp::Not)
          continue;
      }
      if (!In.Sections.way(Second.Fact, I, L, {Second.Fact}).Any)
        continue;
      unsigned Ways = Facts.Blocks[In.Sections.blockOf(I)].Successors.size();
      bool Spins = false, Matters = false;
      for (unsigned S = 0; S < Ways; ++S) {
        Spins |= In.Sections.wayFrom(I, S, Second.Fact, L, {First.Fact}).Any;
        Matters |= consequences(In, {I, S}, Second);
      }
      if (Spins || !Matters)
        continue;
      V.What = AtomicityViolation::UpdateThenLook;
      V.Branch = I;
      add(In, V, false);
      return;
    }
  }
}

/// Does the way of the branch on which \p Act is do more, or say more, so that
/// doing it twice shows?
bool Atomicity::consequences(Inside &In, const Control &C,
                             const Operation &Act) const {
  const facts::FunctionBody &Facts = In.View.facts();
  llvm::BitVector Only = In.Sections.onlyAfter(C);
  auto Inner = [&](uint32_t Fact) {
    return Fact != Act.Fact && Only.test(In.Sections.blockOf(Fact));
  };
  for (const Operation &O : In.All)
    if (O.Writes && Inner(O.Fact) && !O.Constant && !O.Repeatable &&
        O.Data != Act.Data)
      return true;
  for (const CallSite &S : Graph.sites(In.View.body())) {
    const Fact &F = Facts.Facts[S.Fact];
    if (!Inner(S.Fact))
      continue;
    if (S.Model) {
      if (S.has({EffectKind::Spawn, EffectKind::Frees, EffectKind::InvokeHeld}))
        return true;
      continue;
    }
    if (F.Kind == FactKind::Destroy)
      continue;
    if (S.Targets.Bodies.empty() ||
        llvm::any_of(S.Targets.Bodies,
                     [&](BodyId B) { return Ops.changesState(B); }))
      return true;
  }
  std::set<int32_t> Inside, Outside;
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (F.Kind == FactKind::Free && Inner(I))
      return true;
    if (F.Kind == FactKind::Return && F.OperandCount)
      if (const facts::Operand &O = Facts.operands(F)[0];
          O.Kind == OperandKind::Constant)
        (Inner(I) ? Inside : Outside).insert(O.constant());
  }
  return !Inside.empty() && !Outside.empty() && Inside != Outside;
}

/// What is stored is the result of a computation that changes nothing: whoever
/// stores it again stores the same.
bool Atomicity::computedAlone(Inside &In, const Operation &Act) const {
  bool Any = false;
  for (uint32_t I : In.Values.of(Act.Values).Calls) {
    const CallSite *S = Graph.site(In.View.body(), I);
    if (!S)
      continue;
    if (S->Model) {
      if (S->has({EffectKind::Allocates}))
        return false;
      continue;
    }
    // Of a function that calls itself, what it does is what is judged here.
    if (llvm::any_of(S->Targets.Bodies, [&](BodyId B) {
          return B != In.View.body() && Ops.changesState(B);
        }))
      return false;
    Any = true;
  }
  return Any;
}

/// On the way that the branch takes, was what \p First read zero? Where the
/// branch asks just that.
std::optional<bool> Atomicity::seen(Inside &In, const Operation &First,
                                    const Control &C) const {
  const facts::FunctionBody &Facts = In.View.facts();
  const Fact &F = Facts.Facts[C.Branch];
  if (F.Kind != FactKind::Assume)
    return std::nullopt;
  bool Truth = C.Successor == 0;
  facts::Operand O = truthOf(Facts, Facts.operands(F)[0], Truth);
  if (O.Kind != OperandKind::Load || !First.At ||
      First.At.Body != In.View.body())
    return std::nullopt;
  return Truth;
}

void Atomicity::add(Inside &In, AtomicityViolation V, bool Alone,
                    std::optional<bool> Seen) {
  Candidate C;
  C.Seen = Seen;
  C.Throughout = throughout(In, V.First, V.Second);
  C.Alone = Alone;
  BodyId B = In.View.body();
  if (V.Lock) {
    auto Taken = [&](uint32_t Fact) {
      if (!In.Sections.held(Fact, V.Lock))
        return Site();
      auto Begins = In.Sections.begins(Fact, V.Lock);
      return Begins.empty() ? Site() : Site{B, Begins.back()};
    };
    V.FirstTaken = Taken(V.First.Fact);
    V.SecondTaken = Taken(V.Second.Fact);
    auto Way = In.Sections.way(V.First.Fact, V.Second.Fact, V.Lock);
    // The break itself finds the lock gone; what gave it back came before.
    if (V.FirstTaken && Way.Break != ~0u) {
      uint32_t Last = ~0u;
      for (uint32_t I = 0; I < In.View.facts().Facts.size(); ++I)
        if (I > V.First.Fact && I < Way.Break && In.Sections.held(I, V.Lock) &&
            Graph.site(B, I))
          Last = I;
      if (In.Sections.held(Way.Break, V.Lock))
        Last = Way.Break;
      if (Last != ~0u)
        V.Released = {B, Last};
    }
  }
  C.V = std::move(V);
  Candidates.push_back(std::move(C));
}

void Atomicity::decide() {
  llvm::sort(Candidates, [](const Candidate &X, const Candidate &Y) {
    return std::tuple(X.V.Body, X.V.Second.Fact, X.V.First.Fact) <
           std::tuple(Y.V.Body, Y.V.Second.Fact, Y.V.First.Fact);
  });
  std::set<std::pair<BodyId, uint32_t>> Told;
  std::set<std::tuple<BodyId, Site, Path>> Holds;
  for (Candidate &C : Candidates) {
    AtomicityViolation &V = C.V;
    if (Told.count({V.Body, V.Second.Fact}) ||
        (V.SecondTaken && Holds.count({V.Body, V.SecondTaken, V.Lock})))
      continue;
    Program.trim();
    auto Named = Writes.name(V.Second.Data, V.Body);
    LockKey Guard = V.Lock ? Keys.key(V.Lock, V.Body) : LockKey();
    if (!Named.Data || (V.Lock && !Guard) ||
        !Writes.mayBeShared(V.Second.Data, V.Body))
      continue;
    bool Element =
        V.Second.Where != V.Second.Data || Named.Of == SharedWrite::Content;
    auto Same = [&](const SharedWrite &W) {
      return W.Of == SharedWrite::Whole ||
             (Element && W.Of == SharedWrite::Content);
    };
    if (C.Alone) {
      std::set<int32_t> Values{*V.Second.Constant};
      bool All = true;
      for (const SharedWrite &W : Writes.writes(Named.Data))
        if (Same(W)) {
          All &= W.Constant.has_value();
          if (W.Constant)
            Values.insert(*W.Constant);
        }
      if (All && Values.size() <= 2)
        continue;
    }
    auto Counts = [&](const SharedWrite &W) {
      if (!Same(W) || W.Atomic != V.Second.Atomic)
        return false;
      // It would be as it was seen to be.
      if (C.Seen && W.Constant && (*W.Constant != 0) == *C.Seen)
        return false;
      if (V.Second.NeedsElement)
        return !W.Inserts;
      return !(V.Second.Inserts && W.Removes);
    };
    // An atomic without a thread in sight may have one writer only, but who
    // counts references is not alone.
    bool Outside = V.Lock || V.What == AtomicityViolation::UpdateThenLook;
    Site Here{V.Body, V.Second.Fact};
    // Of an array, each thread may change an element of its own.
    auto Apart = [&](const Point &Mine, const SharedWrite &W,
                     const Point &Theirs) {
      return Indices.surelyApart({Here, V.Second.Where, Mine.Root, {}},
                                 {W.At, W.Where, Theirs.Root, {}});
    };
    auto Other = Writes.rival(Here, Named.Data, Guard, C.Throughout, Counts,
                              Outside, Apart);
    if (!Other)
      continue;
    V.Other = std::move(*Other);
    Told.insert({V.Body, V.Second.Fact});
    if (V.SecondTaken)
      Holds.insert({V.Body, V.SecondTaken, V.Lock});
    Found.push_back(std::move(V));
  }
  Candidates.clear();
}

//===-- GuardHabits.cpp - Which lock a class takes for which member -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/GuardHabits.h"

#include <set>

using namespace fearless;
using namespace fearless::analysis;

/// A lock of somebody else's guards what it is held for this often.
static constexpr unsigned MinGuarded = 3, MinPercent = 80;
/// Functions that take the data's own lock to read them, where it is one other
/// that writes them without.
static constexpr unsigned MinReaders = 2;
/// Functions that are reported for one member; of more, the number is told.
static constexpr size_t MaxFunctions = 3;
/// Chains of calls to one access that are looked at.
static constexpr size_t MaxChains = 32;

GuardHabits::GuardHabits(const link::Program &Program, PathTable &Paths,
                         const CallGraph &Graph,
                         const std::vector<Summary> &Summaries,
                         const std::vector<FunctionResult> &Results,
                         const LockKeys &Keys, const ThreadRoots &Roots,
                         Objects &Memory, const Accesses &All)
    : Program(Program), Paths(Paths), Graph(Graph), Results(Results),
      Keys(Keys), Roots(Roots), Memory(Memory),
      Prepared(Program, Paths, Graph, Summaries, Results, Memory.flows()) {
  for (const auto &[Data, Places] : All.byKey()) {
    if ((Data.What != LockKey::Field && Data.What != LockKey::Variable) ||
        llvm::none_of(Places, [](const AccessPlace &P) { return P.Write; }))
      continue;
    if (Data.What == LockKey::Variable &&
        Program.variable(link::VariableSym(Data.Number)).Flags &
            facts::VF_ThreadLocal)
      continue; // Each thread has its own.
    Program.trim();
    decide(Data, Places);
  }
}

/// Is \p B only reached from outside of what is seen?
bool GuardHabits::outsideOnly(BodyId B) const {
  auto Contexts = Roots.contexts(B);
  return !Contexts.empty() && llvm::all_of(Contexts, [&](const RootContext &C) {
    return Roots.root(C.Root).What == Root::Library;
  });
}

/// Is \p Of, of no parameter, part of an object that \p B has made: a variable
/// of its own, or one that nobody else knows at \p Fact?
bool GuardHabits::ownObject(BodyId B, Path Of, uint32_t Fact) {
  PathKind Root = Paths.rootOf(Of).Kind;
  if (Root == PathKind::Global)
    return false;
  bool Pointed = false;
  for (Path P = Of; P; P = Paths[P].Parent)
    Pointed |= Paths[P].Kind == PathKind::Deref;
  if (Root == PathKind::Local && !Pointed)
    return true;
  Locations Places = Memory.locate(B, Of, Roots.contexts(B).front().Root, Fact);
  return !Places.empty() && llvm::all_of(Places, [&](const Located &L) {
    return L.Maker && !L.Foreign &&
           (!L.Told || Paths.rootOf(L.Where).Kind == PathKind::Local);
  });
}

/// How \p B gets at the object of \p Of. None: it has it for itself.
std::optional<GuardHabits::Holder> GuardHabits::holderOf(BodyId B, Path Of,
                                                         uint32_t Fact) {
  const ProgramPath &Root = Paths.rootOf(Of);
  if (Root.Kind == PathKind::Parameter)
    return Holder{B, unsigned(Root.Number), Fact};
  if (ownObject(B, Of, Fact))
    return std::nullopt;
  return Holder{B, std::nullopt, Fact};
}

/// Adds \p U for each chain of calls that leads to the last of its ways.
void GuardHabits::addUses(Use U, std::vector<Use> &To) {
  const Holder Here = U.Ways.back();
  if (const PointState *S = Results[Here.Body.Index].point(Here.Fact)) {
    for (Path L : S->Held)
      if (LockKey K = Keys.key(L, Here.Body))
        U.Held.push_back(K);
    U.Perhaps |= !S->Uncertain.empty() || !S->Ways.empty();
  }
  if (llvm::any_of(Roots.contexts(Here.Body), [&](const RootContext &C) {
        return !C.From && !Roots.root(C.Root).Destroys;
      }))
    To.push_back(U);
  for (const CallGraph::Caller &C : Graph.callers(Here.Body)) {
    if (To.size() >= MaxChains)
      break;
    std::optional<Holder> Next(Holder{C.Body, std::nullopt, C.Fact});
    auto Arguments = Memory.flows().flow(C.Body).arguments(C.Fact, Here.Body);
    if (Here.Parameter && *Here.Parameter < Arguments.size() &&
        Arguments[*Here.Parameter].hasPath())
      Next =
          holderOf(C.Body, Paths.pointee(Arguments[*Here.Parameter]), C.Fact);
    if (!Next ||
        llvm::any_of(U.Ways, [&](const Holder &W) { return W.isLike(*Next); }))
      continue;
    Use Longer = U;
    Longer.Ways.push_back(*Next);
    addUses(std::move(Longer), To);
  }
}

/// Is the object being made, so that the access does not tell what guards it?
bool GuardHabits::isMade(const Use &U, LockKey Data, LockKey Guard) {
  return llvm::any_of(U.Ways, [&](const Holder &W) {
    if (!W.Parameter)
      return Guard.What == LockKey::Variable &&
             Prepared.prepares(W.Body, link::VariableSym(Guard.Number));
    return Prepared.prepares(W.Body, *W.Parameter) ||
           (Guard.What == LockKey::Field && !isMember(Guard, Data) &&
            Prepared.joins(W.Body, *W.Parameter,
                           Program.field(link::FieldSym(Guard.Number)).Owner));
  });
}

/// Is the lock in the object that has the data?
bool GuardHabits::isMember(LockKey Guard, LockKey Data) const {
  return Guard.What == LockKey::Field && Data.What == LockKey::Field &&
         Program.field(link::FieldSym(Guard.Number)).Owner ==
             Program.field(link::FieldSym(Data.Number)).Owner;
}

/// Is it, or a variable beside the one that \p P is of?
bool GuardHabits::belongs(LockKey Guard, LockKey Data,
                          const AccessPlace &P) const {
  if (Guard.What != LockKey::Variable)
    return isMember(Guard, Data);
  const ProgramPath &Root = Paths.rootOf(P.Of);
  return Root.Kind == PathKind::Global &&
         haveOneOwner(Program, link::VariableSym(Root.Number),
                      link::VariableSym(Guard.Number));
}

/// The lock most often held at \p Uses, of the object itself if there is one.
LockKey GuardHabits::guardOf(LockKey Data, llvm::ArrayRef<Use> Uses) const {
  struct Habit {
    bool Belongs = false;
    unsigned Count = 0;
    auto operator<=>(const Habit &) const = default;
  };
  std::map<LockKey, Habit> Guarded;
  for (const Use &U : Uses)
    for (LockKey K : U.Held) {
      ++Guarded[K].Count;
      Guarded[K].Belongs |= belongs(K, Data, *U.At);
    }
  auto Best = llvm::max_element(Guarded, [](const auto &A, const auto &B) {
    return A.second < B.second;
  });
  return Best == Guarded.end() ? LockKey() : Best->first;
}

/// Does \p B itself hold \p Guard at \p Fact?
bool GuardHabits::holds(BodyId B, uint32_t Fact, LockKey Guard) const {
  const PointState *S = Results[B.Index].point(Fact);
  return S &&
         llvm::any_of(S->Held, [&](Path L) { return Keys.key(L, B) == Guard; });
}

/// Is \p P where a function that has the lock gives it back for a while?
bool GuardHabits::betweenHolds(const AccessPlace &P, LockKey Guard) const {
  if (llvm::none_of(Results[P.Body.Index].Points, [&](const PointState &S) {
        return S.Fact < P.Fact && holds(P.Body, S.Fact, Guard);
      }))
    return false;
  llvm::ArrayRef<facts::Fact> Facts = Program.facts(P.Body).Facts;
  for (uint32_t I = P.Fact + 1; I < Facts.size(); ++I)
    if (Facts[I].Kind == facts::FactKind::Return && holds(P.Body, I, Guard))
      return true;
  return false;
}

/// Is \p P after a look, under a lock, at other data that may have told that
/// \p Data are this function's now?
bool GuardHabits::handedOver(const AccessPlace &P, LockKey Data) const {
  const PointState *S = Results[P.Body.Index].point(P.Fact);
  return S && llvm::any_of(S->Observed, [&](const HandOver &H) {
           return Keys.key(H.Of, P.Body) != Data;
         });
}

/// Does \p U, which does not hold \p Guard, need it?
bool GuardHabits::odd(const Use &U, LockKey Data, LockKey Guard) const {
  const AccessPlace &P = *U.At;
  return !U.Perhaps && !(P.Part && isMember(Guard, Data)) &&
         !handedOver(P, Data) && !Roots.doomed({P.Body, P.Fact}) &&
         (P.Write || !betweenHolds(P, Guard));
}

/// Does \p P hold a lock, or does a function that calls its function there?
bool GuardHabits::underLock(const AccessPlace &P) const {
  auto Holds = [&](BodyId B, uint32_t Fact) {
    const PointState *S = Results[B.Index].point(Fact);
    return llvm::any_of(Roots.points(B, S),
                        [](const Point &Q) { return !Q.Held.empty(); });
  };
  return Holds(P.Body, P.Fact) ||
         llvm::any_of(Graph.callers(P.Body), [&](const CallGraph::Caller &C) {
           return Holds(C.Body, C.Fact);
         });
}

/// The accesses of \p Places, by each chain of calls that leads there.
std::vector<GuardHabits::Use>
GuardHabits::usesOf(llvm::ArrayRef<AccessPlace> Places) {
  bool Locked = false;
  for (const AccessPlace &P : Places) {
    if (P.Frees)
      continue; // Who ends an object mostly has it to himself.
    // The program's own threads are known: races tell.
    if (!outsideOnly(P.Body) && !Roots.contexts(P.Body).empty())
      return {};
    Locked = Locked || underLock(P);
  }
  std::vector<Use> Uses;
  if (!Locked)
    return Uses; // Most data.
  for (const AccessPlace &P : Places) {
    if (P.Frees || !outsideOnly(P.Body))
      continue;
    std::optional<Holder> By = holderOf(P.Body, P.Of, P.Fact);
    if (!By)
      continue;
    std::vector<Use> Chains;
    addUses({&P, {*By}, {}, false}, Chains);
    Cuts += Chains.size() >= MaxChains;
    llvm::append_range(Uses, Chains);
  }
  return Uses;
}

/// Is one place in a helper reached by a caller that has taken the lock for it,
/// and by another one without? A helper that takes it itself, perhaps as it is
/// told, is none.
void GuardHabits::inHelper(LockKey Data, LockKey Guard,
                           llvm::ArrayRef<Use> Uses) {
  std::optional<InconsistentGuard> At;
  std::set<BodyId> Lockers;
  unsigned With = 0, Without = 0;
  auto Takes = [&](BodyId B) {
    return llvm::any_of(Results[B.Index].Points, [&](const PointState &S) {
      return holds(B, S.Fact, Guard);
    });
  };
  for (const Use &U : Uses) {
    if (!U.At->Write || U.Ways.size() != 2 || !belongs(Guard, Data, *U.At) ||
        Takes(U.At->Body))
      continue;
    const Holder &Caller = U.Ways.back();
    Site Call{Caller.Body, Caller.Fact}, Here{U.At->Body, U.At->Fact};
    bool Has = U.holds(Guard);
    if (Has ? !holds(Caller.Body, Caller.Fact, Guard) : !odd(U, Data, Guard))
      continue;
    ++(Has ? With : Without);
    if (Has)
      Lockers.insert(Caller.Body);
    if (!At)
      At = {Data, Guard, Here, true, Here, true, {}, {}};
    if (At->With == Here)
      (Has ? At->CalledWith : At->CalledWithout) = Call;
  }
  if (!At || !At->CalledWith || !At->CalledWithout || With < Without ||
      Lockers.count(At->CalledWithout.Body))
    return;
  At->Accesses = With + Without;
  At->Guarded = With;
  Found.push_back(*At);
}

void GuardHabits::decide(LockKey Data, llvm::ArrayRef<AccessPlace> Places) {
  std::vector<Use> Uses = usesOf(Places);
  LockKey Guard = guardOf(Data, Uses);
  if (!Guard)
    return;
  llvm::erase_if(Uses, [&](const Use &U) { return isMade(U, Data, Guard); });
  auto ByPlace = [](const AccessPlace *A, const AccessPlace *B) {
    return std::tuple(A->Body, uint32_t(A->Fact), A->Of.Index) <
           std::tuple(B->Body, uint32_t(B->Fact), B->Of.Index);
  };
  std::set<const AccessPlace *, decltype(ByPlace)> Guarded, Without;
  for (const Use &U : Uses) {
    // Of the locks of a file, who holds another one may mean that.
    bool Other = Guard.What == LockKey::Variable && !U.Held.empty();
    if (U.holds(Guard))
      Guarded.insert(U.At);
    else if (!Other && odd(U, Data, Guard))
      Without.insert(U.At);
  }
  // What is held on some of the ways only may be held for something else.
  for (const AccessPlace *P : Without)
    Guarded.erase(P);
  if (Guarded.empty())
    return inHelper(Data, Guard, Uses);
  unsigned Count = Guarded.size(), All = Count + Without.size();
  const AccessPlace *With = nullptr;
  bool Owned = false;
  std::set<BodyId> Lockers, Others; ///< Functions: that lock, and that do not.
  for (const AccessPlace *P : Guarded) {
    if (!With || (P->Write && !With->Write))
      With = P;
    // A lock of the object itself, or beside it, taken by who writes.
    if (!belongs(Guard, Data, *P) || !holds(P->Body, P->Fact, Guard))
      continue;
    Owned |= P->Write;
    Lockers.insert(P->Body);
  }
  bool Writes = With->Write;
  for (const AccessPlace *P : Without) {
    Writes |= P->Write;
    Others.insert(P->Body);
  }
  if (!Writes)
    return;
  bool Habit = Count >= MinGuarded && Count * 100 >= All * MinPercent;
  bool OneOther = Lockers.size() >= MinReaders && Others.size() == 1;
  if (!Owned && !Habit && !OneOther)
    return inHelper(Data, Guard, Uses);
  // The first of each function, a write if there is one.
  std::map<BodyId, const AccessPlace *> Odd;
  for (const AccessPlace *P : Without) {
    if ((!P->Write && !With->Write) || (!Habit && !belongs(Guard, Data, *P)))
      continue;
    const AccessPlace *&Old = Odd[P->Body];
    if (!Old || (P->Write && !Old->Write))
      Old = P;
  }
  unsigned More = Odd.size() - std::min(Odd.size(), MaxFunctions);
  while (Odd.size() > MaxFunctions)
    Odd.erase(std::prev(Odd.end()));
  for (auto [B, P] : Odd)
    Found.push_back({Data,
                     Guard,
                     {B, P->Fact},
                     bool(P->Write),
                     {With->Body, With->Fact},
                     bool(With->Write),
                     {},
                     {},
                     All,
                     Count,
                     More});
}

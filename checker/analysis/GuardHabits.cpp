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

GuardHabits::GuardHabits(const link::Program &Program, PathTable &Paths,
                         const CallGraph &Graph,
                         const std::vector<FunctionResult> &Results,
                         const LockKeys &Keys, const ThreadRoots &Roots,
                         const Accesses &All)
    : Program(Program), Paths(Paths), Graph(Graph), Results(Results),
      Keys(Keys), Roots(Roots) {
  for (const auto &[Data, Places] : All.byKey()) {
    if (Data.What != LockKey::Field ||
        llvm::none_of(Places, [](const AccessPlace &P) { return P.Write; }))
      continue;
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

/// Is it of an object that nobody else has: one that is being made or
/// destroyed, or a local?
bool GuardHabits::ownObject(const AccessPlace &P) const {
  const ProgramPath &Root = Paths.rootOf(P.Of);
  if (Root.Kind == PathKind::Global)
    return false;
  if (Root.Kind != PathKind::Parameter)
    return true;
  const link::FunctionSymbol &F =
      Program.function(Program.body(P.Body).Function);
  return Root.Number == 0 &&
         (F.has(facts::FnF_Constructor) || F.has(facts::FnF_Destructor));
}

std::optional<GuardHabits::Use> GuardHabits::use(const AccessPlace &P) const {
  static const PointState Nothing;
  const PointState *Found = Results[P.Body.Index].point(P.Fact);
  const PointState &S = Found ? *Found : Nothing;
  std::optional<Use> Result;
  for (const Point &Q : Roots.points(P.Body, S.Held, S.Threads, S.Joined)) {
    if (Roots.root(Q.Root).Destroys)
      continue;
    if (!Result) {
      Result.emplace();
      Result->At = &P;
      Result->Held.assign(Q.Held.begin(), Q.Held.end());
    } else {
      llvm::erase_if(Result->Held,
                     [&](LockKey K) { return !llvm::is_contained(Q.Held, K); });
    }
    Result->Perhaps |= !Q.Uncertain.empty();
  }
  if (Result)
    Result->Perhaps |=
        !S.Uncertain.empty() || !S.Ways.empty() || !S.Observed.empty();
  return Result;
}

/// Is the lock in the object that has the data?
bool GuardHabits::belongs(LockKey Guard, LockKey Data) const {
  return Guard.What == LockKey::Field &&
         Program.field(link::FieldSym(Guard.Number)).Owner ==
             Program.field(link::FieldSym(Data.Number)).Owner;
}

void GuardHabits::decide(LockKey Data, llvm::ArrayRef<AccessPlace> Places) {
  std::vector<Use> Uses;
  for (const AccessPlace &P : Places) {
    if (!outsideOnly(P.Body)) {
      // The program's own threads are known: races tell.
      if (!Roots.contexts(P.Body).empty())
        return;
      continue;
    }
    if (ownObject(P))
      continue;
    if (auto U = use(P))
      Uses.push_back(std::move(*U));
  }
  std::map<LockKey, unsigned> Guarded;
  for (const Use &U : Uses)
    for (LockKey K : U.Held)
      ++Guarded[K];
  LockKey Guard;
  for (auto [K, N] : Guarded) {
    bool Better = belongs(K, Data) != (Guard && belongs(Guard, Data))
                      ? belongs(K, Data)
                      : !Guard || N > Guarded[Guard];
    if (Better)
      Guard = K;
  }
  if (!Guard)
    return;
  unsigned Count = Guarded[Guard];
  const Use *With = nullptr;
  bool UnlockedWrite = false;
  for (const Use &U : Uses) {
    bool Has = llvm::is_contained(U.Held, Guard);
    UnlockedWrite |= !Has && U.At->Write;
    if (Has && (!With || (U.At->Write && !With->At->Write)))
      With = &U;
  }
  bool Habit = Count >= MinGuarded && Count * 100 >= Uses.size() * MinPercent &&
               (With->At->Write || UnlockedWrite);
  if (!(belongs(Guard, Data) && With->At->Write) && !Habit)
    return;
  // The first of each function, a write if there is one.
  std::map<BodyId, const Use *> Odd;
  for (const Use &U : Uses) {
    if (llvm::is_contained(U.Held, Guard) || U.Perhaps ||
        !(U.At->Write || With->At->Write) ||
        Roots.doomed({U.At->Body, U.At->Fact}))
      continue;
    const Use *&Old = Odd[U.At->Body];
    if (!Old || (U.At->Write && !Old->At->Write))
      Old = &U;
  }
  for (auto [B, U] : Odd) {
    InconsistentGuard I;
    I.Data = Data;
    I.Guard = Guard;
    I.Without = {B, U->At->Fact};
    I.Writes = U->At->Write;
    I.With = {With->At->Body, With->At->Fact};
    I.WithWrites = With->At->Write;
    I.Accesses = Uses.size();
    I.Guarded = Count;
    Found.push_back(I);
  }
}

//===-- Outcomes.cpp - From exit states to a summary ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: the states at the exits become outcomes. States with one
// effect are one outcome. Where outcomes differ, something must tell the caller
// which it was: the result, or a flag that the caller can see. Otherwise the
// paths of the function disagree, which is a defect if one of them gives back
// what the other keeps, and unclear to callers in any case.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;

/// Does any call here have to do with locks or threads?
bool LockFlow::matters() {
  if (llvm::any_of(Facts.Facts, [](const Fact &F) {
        return F.Flags & facts::FF_AtomicAccess;
      }))
    return true;
  for (const CallSite &Site : In.Graph.sites(Body)) {
    if (movesThread(Site) || isDeclared(Site))
      return true;
    if (Site.Model)
      for (const models::Effect &E : Site.Model->Effects) {
        if (E.Kind == models::EffectKind::Destroys &&
            destroyedAt(Site.Fact, E).Joins)
          return true;
        if ((E.Kind < models::EffectKind::Returns ||
             E.Kind == models::EffectKind::AtomicLoad ||
             E.Kind == models::EffectKind::AtomicStore ||
             E.Kind == models::EffectKind::AtomicUpdate) &&
            E.Kind != models::EffectKind::Holds &&
            E.Kind != models::EffectKind::Invoke &&
            E.Kind != models::EffectKind::InvokeHeld)
          return true;
        if (E.Kind == models::EffectKind::Constructs && guardMadeIn(Site, E))
          return true;
      }
    auto Matters = [&](BodyId B) {
      const Summary &S = In.Summaries[B.Index];
      return !S.inertButForStores() ||
             !In.Declared.effects(Program.body(B).Function).empty();
    };
    if (llvm::any_of(Site.Targets.Bodies, Matters))
      return true;
    for (const Invocation &I : Site.Invocations)
      if (I.Kind == Invocation::Thread || llvm::any_of(I.Targets, Matters))
        return true;
  }
  return false;
}

void LockFlow::summariseTrivially() {
  Outcome O;
  findConstructorStores(O);
  if (Facts.Exit || Facts.Blocks.empty())
    TheSummary.Outcomes.push_back(std::move(O));
  findReturnedValue();
  findOwnResult();
  for (const Fact &F : Facts.Facts) {
    bool Throws = F.Kind == FactKind::Throw;
    if (F.Kind == FactKind::Call || F.Kind == FactKind::Construct)
      if (const CallSite *Site =
              F.Unwind ? In.Graph.site(Body, &F - Facts.Facts.data()) : nullptr)
        Throws = Site->choices() == 1 &&
                 llvm::any_of(Site->Targets.Bodies, [&](BodyId B) {
                   return !In.Summaries[B.Index].Throws.empty();
                 });
    if (Throws && F.Unwind && escapes(F.Unwind)) {
      TheSummary.Throws.emplace_back();
      return;
    }
  }
}

/// Does an exception that starts to unwind at \p C leave the function?
bool LockFlow::escapes(facts::CleanupId C) const {
  for (size_t Steps = 0; C && Steps <= Facts.Cleanups.size(); ++Steps) {
    const facts::Cleanup &Cleanup = Facts.Cleanups[C.Index];
    if (Cleanup.Kind == facts::CleanupKind::Exit)
      return true;
    if (Cleanup.Kind == facts::CleanupKind::Handlers &&
        (Cleanup.CatchesAll || !Cleanup.Handlers.empty()))
      return false;
    C = Cleanup.Next;
  }
  return true;
}

/// Pointers that a constructor leaves in its object: guards of the user's own
/// remember their lock so.
void LockFlow::findConstructorStores(Outcome &O) {
  if (!Program.function(Program.body(Body).Function)
           .has(facts::FnF_Constructor))
    return;
  for (const Fact &F : Facts.Facts) {
    if (F.Kind == FactKind::Construct)
      findMemberStores(F, O);
    if (F.Kind != FactKind::Assign)
      continue;
    Path Where = View.path(F.Path);
    Value What = View.value(Facts.operands(F)[0]);
    if (Paths.visibleToCallers(Where) && What.hasPath() &&
        Paths.visibleToCallers(What.path()))
      O.Stores.push_back({Where, What, 0});
  }
}

/// `cv_(mu)`: what the member's constructor leaves in the member.
void LockFlow::findMemberStores(const Fact &F, Outcome &O) {
  const CallSite *Site = In.Graph.site(Body, &F - Facts.Facts.data());
  if (!Site || Site->Targets.Bodies.size() != 1 ||
      Site->Targets.Bodies[0] == Body)
    return;
  const Summary &Callee = In.Summaries[Site->Targets.Bodies[0].Index];
  if (Callee.Outcomes.size() != 1)
    return;
  auto Arguments = View.arguments(F);
  Binding B{Arguments, Path()};
  for (const Store &St : Callee.Outcomes[0].Stores) {
    Path Where = substitute(Paths, St.Where, B);
    Value What = substitute(Paths, St.What, B);
    if (Paths.visibleToCallers(Where) && What.hasPath() &&
        Paths.visibleToCallers(What.path()))
      O.Stores.push_back({Where, What, 0});
  }
}

void LockFlow::findReturnedValue() {
  std::optional<Value> Returned;
  for (const Fact &F : Facts.Facts) {
    if (F.Kind != FactKind::Return || !F.OperandCount)
      continue;
    Value V = View.value(Facts.operands(F)[0]);
    bool Useful =
        V.isConstant() || V.isFunction() ||
        ((V.Kind == OperandKind::Address || V.Kind == OperandKind::Load) &&
         Paths.visibleToCallers(V.path()));
    if (!Useful || (Returned && *Returned != V))
      return;
    Returned = V;
  }
  TheSummary.Result = Returned;
}

// Outcomes
// -------------------------------------------------------------------

bool LockFlow::isBool(TypeRef T) const {
  return T && Program.unit(T.Unit).type(T.Type).Kind == facts::TypeKind::Bool;
}

std::optional<Outcome> LockFlow::outcome(const State &S) const {
  Outcome O;
  const bool Destroys =
      Program.function(Program.body(Body).Function).has(facts::FnF_Destructor);
  for (const LockState &L : S.Locks) {
    if (!Paths.visibleToCallers(L.Lock))
      continue;
    if (L.Now == LockState::Maybe || L.AtEntry == LockState::Maybe)
      O.Unclear.push_back(L.Lock);
    else if (L.Now != L.AtEntry)
      O.Nets.push_back({L.Lock, L.Now == LockState::Held, L.Shared, L.At,
                        Destroys && isGuardObject(L.Lock), L.Back});
  }
  for (Path L : S.Uncertain)
    if (Paths.visibleToCallers(L) && !UncertainGiven.count(L))
      O.Uncertain.push_back(L);
  for (const Guard &G : S.Guards)
    if (Paths.visibleToCallers(G.Object))
      O.Guards.push_back(G);
  for (const Store &St : S.Stores) {
    if (!Paths.visibleToCallers(St.Where) || !Paths[St.Where].Parent)
      continue;
    if (St.What.isConstant() || St.What.isFunction() ||
        (St.What.hasPath() && Paths.visibleToCallers(St.What.path())))
      O.Stores.push_back(St);
    else if (isBool(typeOf(Program, Paths, St.Where, Body)))
      // `owns_(mu.try_lock())`
      if (auto Truth = truth(S, St.What))
        O.Stores.push_back({St.Where, Value::constant(*Truth), St.Version});
  }
  for (const Condition &C : S.Known)
    if (auto Told = forCallers(C))
      O.When.push_back(*Told);
  O.Number = S.Number;
  if (S.Result)
    O.Result = truth(S, *S.Result);
  if (!O.Result && S.Number && !S.Number->Zero)
    O.Result = true;
  return O;
}

/// Do callers see the same locks and guards after both?
static bool sameEffect(const Outcome &A, const Outcome &B) {
  return A.Nets == B.Nets && A.Guards == B.Guards && A.Unclear == B.Unclear;
}

/// What holds after \p A or \p B, which have the same effect.
static Outcome either(Outcome A, const Outcome &B) {
  for (size_t I = 0; I < A.Nets.size(); ++I)
    if (A.Nets[I].Back != B.Nets[I].Back)
      A.Nets[I].Back = Mode::Any;
  for (Path L : B.Uncertain)
    if (!llvm::is_contained(A.Uncertain, L))
      A.Uncertain.push_back(L);
  if (A.Result != B.Result)
    A.Result.reset();
  if (!B.Number)
    A.Number.reset();
  else if (A.Number)
    A.Number->add(*B.Number);
  llvm::erase_if(A.When, [&](const Condition &C) {
    return !llvm::is_contained(B.When, C);
  });
  llvm::erase_if(A.Stores, [&](const Store &S) {
    return !llvm::is_contained(B.Stores, S);
  });
  return A;
}

/// Is a lock held by (a part of) the object that \p A returns, and not by that
/// of \p B? What a caller does with the object, tells.
static bool returnsGuard(const PathTable &Paths, const Outcome &A,
                         const Outcome &B) {
  return llvm::any_of(A.Guards, [&](const Guard &G) {
    return G.Held == Owns::Yes && Paths.isRoot(G.Object, PathKind::Return) &&
           !llvm::is_contained(B.Guards, G);
  });
}

/// Can a caller tell which of the two happened?
static bool distinct(const PathTable &Paths, const Outcome &A,
                     const Outcome &B) {
  if (returnsGuard(Paths, A, B) || returnsGuard(Paths, B, A))
    return true;
  if (A.Result && B.Result && *A.Result != *B.Result)
    return true;
  if (A.Number && B.Number && A.Number->apart(*B.Number))
    return true;
  for (const Store &X : A.Stores)
    for (const Store &Y : B.Stores)
      if (X.Where == Y.Where && X.What.isConstant() && Y.What.isConstant() &&
          !(X.What == Y.What))
        return true;
  return contradict(A.When, B.When);
}

/// Is \p O told from all of \p Others whose effect is another?
static bool told(const PathTable &Paths, const Outcome &O,
                 llvm::ArrayRef<Outcome> Others) {
  return llvm::all_of(Others, [&](const Outcome &X) {
    return sameEffect(O, X) || distinct(Paths, O, X);
  });
}

/// Makes one of outcomes with the same effect. If \p Telling, only as long as
/// it can still be told from the others.
static void mergeSame(const PathTable &Paths, ShortList<Outcome> &All,
                      bool Telling) {
  for (size_t I = 0; I < All.size(); ++I)
    for (size_t J = I + 1; J < All.size();) {
      Outcome Both;
      bool Merge = sameEffect(All[I], All[J]);
      if (Merge) {
        Both = either(All[I], All[J]);
        Merge = !Telling || told(Paths, Both, All);
      }
      if (!Merge) {
        ++J;
        continue;
      }
      All[I] = std::move(Both);
      All.erase(All.begin() + J);
    }
}

/// Makes one outcome of several that cannot be told apart: what they differ
/// in is unclear.
static Outcome blur(llvm::ArrayRef<Outcome> All) {
  Outcome One;
  auto Common = [&](const NetEffect &N) {
    return llvm::all_of(
        All, [&](const Outcome &O) { return llvm::is_contained(O.Nets, N); });
  };
  for (const Outcome &O : All) {
    for (const NetEffect &N : O.Nets) {
      if (Common(N)) {
        if (!llvm::is_contained(One.Nets, N))
          One.Nets.push_back(N);
      } else if (!llvm::is_contained(One.Unclear, N.Lock)) {
        One.Unclear.push_back(N.Lock);
      }
    }
    for (Path L : O.Uncertain)
      if (!llvm::is_contained(One.Uncertain, L))
        One.Uncertain.push_back(L);
    for (Path P : O.Unclear)
      if (!llvm::is_contained(One.Unclear, P))
        One.Unclear.push_back(P);
    for (Guard G : O.Guards) {
      bool Same = llvm::all_of(All, [&](const Outcome &X) {
        return llvm::is_contained(X.Guards, G);
      });
      if (!Same)
        G.Held = Owns::Maybe;
      if (!llvm::is_contained(One.Guards, G))
        One.Guards.push_back(G);
    }
  }
  return One;
}

void LockFlow::summarise() {
  if (Facts.Exit)
    for (const State &S : BlockStates[Facts.Exit.Index]) {
      if (auto O = outcome(S))
        TheSummary.Outcomes.push_back(std::move(*O));
      for (Running R : S.Threads) {
        R.Handle = forCallers(R.Handle, S);
        if (!llvm::is_contained(TheSummary.Started, R))
          TheSummary.Started.push_back(R);
      }
    }
  for (const auto &[S, Fact] : ThrowExits)
    if (auto O = outcome(S)) {
      O->Result.reset();
      O->Number.reset();
      TheSummary.Throws.push_back(std::move(*O));
    }
  mergeSame(Paths, TheSummary.Throws, /*Telling=*/false);
  auto &Outcomes = TheSummary.Outcomes;
  bool Told = llvm::all_of(
      Outcomes, [&](const Outcome &O) { return told(Paths, O, Outcomes); });
  mergeSame(Paths, Outcomes, Told);
  if (Outcomes.size() > 1 && (!Told || Outcomes.size() > MaxOutcomes))
    Outcomes = {blur(Outcomes)};
  // What is reported here as forgotten is not passed on as if it were meant.
  for (const Issue &I : Result.Issues)
    if (I.What == Issue::LeakOnReturn ||
        (I.What == Issue::LeakByResult && heldOnFailure(I)))
      for (Outcome &O : Outcomes)
        llvm::erase_if(O.Nets, [&](const NetEffect &N) {
          return N.Acquired && N.Lock == I.Lock;
        });
  if (Outcomes.size() == 1) {
    if (Outcomes[0].Nets.empty()) {
      Outcomes[0].Result.reset();
      Outcomes[0].Number.reset();
    }
    Outcomes[0].When.clear();
  }
  if (TheSummary.Throws.size() > 2)
    TheSummary.Throws = {blur(TheSummary.Throws)};
  findReturnedValue();
  findOwnResult();
  summariseThreads();
}

/// "false", null or an error code says that it did not work: no try-lock.
bool LockFlow::heldOnFailure(const Issue &Leak) const {
  if (!Leak.Result)
    return false;
  const link::Body &B = Program.body(Body);
  const facts::TranslationUnit &Unit = Program.unit(B.Unit);
  facts::TypeId T = Unit.function(B.Decl).Result;
  bool Number = T && (Unit.type(T).Kind == facts::TypeKind::Integer ||
                      Unit.type(T).Kind == facts::TypeKind::Enum);
  return *Leak.Result == Number;
}

/// A handle as callers may name it, who find \p S: where they cannot name the
/// object that it is a member of, the member of whatever object.
Path LockFlow::forCallers(Path Handle, const State &S) const {
  if (!Paths.known(Handle) || Paths.visibleToCallers(Handle))
    return Handle;
  for (const Store &St : S.Stores) {
    if (!St.What.hasPath() || !Paths.visibleToCallers(St.Where))
      continue;
    Path Pointee = Paths.pointee(St.What);
    if (Paths.known(Pointee) && Paths.startsWith(Handle, Pointee))
      return Paths.rebase(Handle, Pointee, Paths.deref(St.Where));
  }
  while (isElementStep(Paths[Handle].Kind) ||
         (Paths[Handle].Kind == PathKind::Deref &&
          Paths[Paths[Handle].Parent].Kind == PathKind::Field))
    Handle = Paths[Handle].Parent;
  const ProgramPath N = Paths[Handle];
  bool OfLocal = Paths.isRoot(Handle, PathKind::Local);
  for (Path P = Handle; P && OfLocal; P = Paths[P].Parent)
    OfLocal = Paths[P].Kind != PathKind::Deref;
  if (N.Kind != PathKind::Field || OfLocal)
    return Paths.unknown();
  return Paths.field(Paths.anyObject(), link::FieldSym(N.Number));
}

/// Threads that outlive the call, and handles that are joined however it
/// ends.
void LockFlow::summariseThreads() {
  llvm::sort(TheSummary.Started);
  for (auto [To, From] : MovedInto)
    if (Paths.visibleToCallers(To))
      TheSummary.Moved.push_back({From, To});
  if (!Facts.Exit)
    return;
  summariseHandOvers();
  bool First = true;
  for (const State &S : BlockStates[Facts.Exit.Index]) {
    ShortList<Path> Initialised;
    for (Path V : S.Initialised)
      if (Paths.visibleToCallers(V) &&
          (First || llvm::is_contained(TheSummary.Initialised, V)))
        Initialised.push_back(V);
    TheSummary.Initialised = Initialised;
    if (First)
      Result.JoinedAtEnd = S.Joined;
    else
      llvm::erase_if(Result.JoinedAtEnd,
                     [&](Path P) { return !llvm::is_contained(S.Joined, P); });
    std::vector<Path> Here;
    for (Path P : S.Joined)
      if (Path Q = forCallers(P, S); Paths.known(Q))
        Here.push_back(Q);
    if (First)
      TheSummary.Joined = Here;
    else
      llvm::erase_if(TheSummary.Joined,
                     [&](Path P) { return !llvm::is_contained(Here, P); });
    First = false;
  }
  for (const OrderEdge &E : Result.Edges)
    if (E.Wanted.Kind != WaitKind::Thread && !E.Wanted.Together &&
        isOpen(E.Held, E.Wanted.Lock) &&
        TheSummary.OpenEdges.size() < MaxOpenEdges)
      TheSummary.OpenEdges.push_back({E.Held,
                                      E.Wanted.Lock,
                                      E.HeldAt,
                                      E.Wanted.At,
                                      E.Held,
                                      E.Wanted.Lock,
                                      E.Ordered,
                                      E.Wanted.Kind,
                                      {},
                                      /*Together=*/false,
                                      E.MayBeOne});
}

/// A parameter, or what it points to, and no more.
bool LockFlow::isBare(Path P) const {
  if (!Paths.isRoot(P, PathKind::Parameter))
    return false;
  P = In.Classes.object(P);
  for (; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Field)
      return false;
  return true;
}

/// Would a caller know better which locks these are? If a parameter is all
/// that is known of them, or if both are the same field of two objects.
bool LockFlow::isOpen(Path A, Path B) const {
  A = In.Classes.object(A);
  B = In.Classes.object(B);
  if (!Paths.visibleToCallers(A) || !Paths.visibleToCallers(B))
    return false;
  auto FromParameter = [&](Path P) {
    return Paths.isRoot(P, PathKind::Parameter);
  };
  if (!FromParameter(A) && !FromParameter(B))
    return false;
  auto Pointed = [&](Path P) { // `std::mutex &mu_;` of whichever object.
    return Paths[P].Kind == PathKind::Deref && FromParameter(P);
  };
  if (isBare(A) || isBare(B) || Pointed(A) || Pointed(B))
    return true;
  return Paths[A].Kind == PathKind::Field && Paths[B].Kind == PathKind::Field &&
         Paths[A].Number == Paths[B].Number;
}

//===-- Races.cpp - Data races on variables of static storage -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Races.h"

#include "analysis/BodyView.h"
#include "analysis/KnownKeys.h"
#include "analysis/StaticInitialisers.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using models::EffectKind;

/// Accesses to one location that are compared with each other, at most. The
/// work is quadratic in it.
static constexpr size_t MaxAccesses = 64;
/// Pairs of accesses, each as a root gets there, that are looked at.
static constexpr size_t MaxPairs = size_t(1) << 18;

Races::Races(const link::Program &Program, PathTable &Paths,
             const CallGraph &Graph, const std::vector<Summary> &Summaries,
             const std::vector<FunctionResult> &Results, const LockKeys &Keys,
             const ThreadRoots &Roots)
    : Program(Program), Paths(Paths), Graph(Graph), Results(Results),
      Keys(Keys), Roots(Roots), Tasks(Program, Graph, Roots),
      States(Program, Paths, Graph, Summaries, Keys, Roots),
      Numbers(Program, Paths, Graph, Summaries, Roots) {
  bool Threads = llvm::any_of(
      Roots.roots(), [](const Root &R) { return R.What == Root::Thread; });
  if (!Threads)
    return;
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    collect(BodyId(B), Summaries);
  }
  for (const auto &[P, Places] : ByLocation) {
    Program.trim();
    if (llvm::none_of(Places, [](const Place &A) { return A.Write; }))
      continue;
    std::vector<Access> Accesses;
    for (const Place &A : Places)
      Accesses.push_back(access(A.Body, A.Fact, A.Write));
    decide(P, Accesses);
  }
  ByLocation.clear();
}

void Races::collect(BodyId B, const std::vector<Summary> &Summaries) {
  if (Program.function(Program.body(B).Function).has(facts::FnF_StaticInit))
    return; // Before main.
  auto Touches = [](const CallSite &S) {
    return S.Model && llvm::any_of(S.Model->Effects, [](const auto &E) {
             return E.Kind == EffectKind::Reads ||
                    E.Kind == EffectKind::Writes || E.Kind == EffectKind::Uses;
           });
  };
  if (!Graph.has(B, CallGraph::TouchesGlobal) &&
      llvm::none_of(Graph.sites(B), Touches))
    return;
  const facts::FunctionBody &Facts = Program.facts(B);
  std::optional<BodyView> View;
  auto See = [&]() -> BodyView & {
    if (!View)
      View.emplace(Program, Paths, Graph, Summaries, B);
    return *View;
  };
  link::UnitId Unit = Program.body(B).Unit;
  std::vector<InitialiserFact> Initialisers = staticInitialisers(Program, B);
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (F.Kind != FactKind::Read && F.Kind != FactKind::Write)
      continue;
    if (F.Flags & facts::FF_AtomicAccess)
      continue;
    if (const facts::PathNode &Root = Facts.path(Facts.root(F.Path));
        Root.Kind == PathKind::Global &&
        initialisedBy(Initialisers, I) !=
            Program.symbol(Unit, facts::VariableId(Root.Number)))
      add(B, I, See().path(F.Path), F.Kind == FactKind::Write);
  }
  for (const CallSite &S : Graph.sites(B)) {
    if (!S.Model)
      continue;
    for (const models::Effect &E : S.Model->Effects)
      if (E.Kind == EffectKind::Reads || E.Kind == EffectKind::Writes ||
          E.Kind == EffectKind::Uses)
        for (models::Selector O :
             expand(Program, B, Facts.Facts[S.Fact], E.Operands))
          for (Path P : See().locations(Facts.Facts[S.Fact], O))
            if (Paths.known(P) && mayRace(P))
              add(B, S.Fact, P,
                  writesOperand(Program, B, Facts.Facts[S.Fact], E, O) &&
                      !findsItsKey(Program, Graph, See(), S));
  }
}

/// Is this memory that a plain access can race on?
bool Races::mayRace(Path P) const {
  for (Path Q = P; Q; Q = Paths[Q].Parent)
    if (Paths[Q].Kind == PathKind::Deref)
      return false;
  const ProgramPath &Root = Paths.rootOf(P);
  if (Root.Kind != PathKind::Global)
    return false;
  const link::VariableSymbol &V =
      Program.variable(link::VariableSym(Root.Number));
  if (V.Flags & (facts::VF_ThreadLocal | facts::VF_Constant | facts::VF_System))
    return false;
  for (Path Q = P; Q; Q = Paths[Q].Parent) {
    TypeRef T = typeOf(Program, Paths, Q, BodyId());
    if (!T)
      continue;
    const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
    if (Type.Atomic || Type.Volatile)
      return false;
    if (link::RecordSym R = classOf(Program, T))
      if (const models::TypeModel *M = Program.record(R).Model)
        if (M->Role != models::TypeRole::Container &&
            M->Role != models::TypeRole::Pointer &&
            M->Role != models::TypeRole::Value &&
            M->Role != models::TypeRole::Callable)
          return false;
  }
  return true;
}

void Races::add(BodyId B, uint32_t Fact, Path P, bool Write) {
  // Elements of one array may be different ones: only what is surely the same
  // is compared.
  if (Paths[P].Kind == PathKind::ElementAny ||
      Paths[P].Kind == PathKind::ElementValue || !mayRace(P))
    return;
  if (Roots.contexts(B).empty() || Roots.doomed({B, Fact}))
    return;
  std::vector<Place> &Places = ByLocation[P];
  if (Places.size() < MaxAccesses)
    Places.push_back({B, Fact, Write});
  else
    Cut.insert(P);
}

Access Races::access(BodyId B, uint32_t Fact, bool Write) const {
  Access A;
  A.Body = B;
  A.Fact = Fact;
  A.Write = Write;
  if (const PointState *S = Results[B.Index].point(Fact)) {
    A.Held = S->Held;
    A.Threads = S->Threads;
    A.Joined = S->Joined;
    A.Observed = S->Observed;
    A.Published = S->Published;
    A.Ways = S->Ways;
    for (Path L : S->Uncertain)
      if (LockKey K = Keys.key(L, B))
        A.Uncertain.push_back(K);
  }
  return A;
}

static bool common(llvm::ArrayRef<LockKey> A, llvm::ArrayRef<LockKey> B) {
  return llvm::any_of(A, [&](LockKey K) { return llvm::is_contained(B, K); });
}

/// Both hold a lock of several, and it may be the same one.
static bool mayShareLock(const Point &A, const Point &B) {
  return common(A.Uncertain, B.Uncertain) || common(A.Uncertain, B.Held) ||
         common(A.Held, B.Uncertain);
}

/// Whether only objects that its root never handles lead to \p A.
bool Races::avoided(const std::pair<size_t, Point> &A,
                    llvm::ArrayRef<Access> Accesses) {
  const Access &At = Accesses[A.first];
  return States.avoids(A.second.Root, {At.Body, At.Fact});
}

/// Of many threads of one kind, both are in the one with a certain number.
bool Races::oneThread(const std::pair<size_t, Point> &A,
                      const std::pair<size_t, Point> &B,
                      llvm::ArrayRef<Access> Accesses) {
  const Access &First = Accesses[A.first], &Second = Accesses[B.first];
  return A.second.Root == B.second.Root &&
         Numbers.oneThread(A.second.Root, {First.Body, First.Fact},
                           {Second.Body, Second.Fact});
}

/// Whether \p A comes before the making of the task in which \p B is.
bool Races::handedOver(const std::pair<size_t, Point> &A,
                       const std::pair<size_t, Point> &B,
                       llvm::ArrayRef<Access> Accesses) {
  const Access &First = Accesses[A.first];
  return Tasks.before({First.Body, First.Fact}, A.second.Root, A.second.Running,
                      Accesses[B.first].Body, B.second.Root);
}

void Races::decide(Path P, llvm::ArrayRef<Access> Accesses) {
  // An access from outside of a library races only with evidence: not here.
  std::vector<std::pair<size_t, Point>> Points;
  std::map<LockKey, unsigned> Guards;
  for (size_t I = 0; I < Accesses.size(); ++I) {
    std::set<LockKey> Here;
    for (Point &Q : Roots.points(Accesses[I].Body, Accesses[I].Held,
                                 Accesses[I].Threads, Accesses[I].Joined))
      if (Roots.root(Q.Root).What != Root::Library) {
        Q.Uncertain.append(Accesses[I].Uncertain.begin(),
                           Accesses[I].Uncertain.end());
        Roots.addConditionalHolds(Q, Accesses[I].Body, Accesses[I].Ways);
        Roots.addHandOvers(Q, Accesses[I].Body, Accesses[I].Observed,
                           Accesses[I].Published);
        Here.insert(Q.Held.begin(), Q.Held.end());
        Points.push_back({I, std::move(Q)});
      }
    for (LockKey K : Here)
      ++Guards[K];
  }
  const std::pair<size_t, Point> *BestA = nullptr, *BestB = nullptr;
  size_t BestScore = ~size_t(0);
  size_t Pairs = 0;
  for (const auto &A : Points) {
    if (!Accesses[A.first].Write)
      continue;
    if ((Pairs += Points.size()) > MaxPairs) {
      Cut.insert(P);
      break;
    }
    for (const auto &B : Points) {
      if (common(A.second.Held, B.second.Held) ||
          mayShareLock(A.second, B.second) ||
          !Roots.parallel(A.second, B.second) ||
          Roots.handedOver(A.second, B.second))
        continue;
      if (&A == &B && !Roots.root(A.second.Root).Many)
        continue;
      // The access without locks is the one to mend, and two different places
      // tell more than one.
      size_t Score = 1000 * (A.second.Doubtful || B.second.Doubtful) +
                     4 * A.second.Held.size() + (A.first == B.first) +
                     2 * Accesses[B.first].Write;
      if (Score < BestScore && !handedOver(A, B, Accesses) &&
          !handedOver(B, A, Accesses) && !avoided(A, Accesses) &&
          !avoided(B, Accesses) && !oneThread(A, B, Accesses)) {
        BestScore = Score;
        BestA = &A;
        BestB = &B;
      }
    }
  }
  if (!BestA)
    return;
  Race R;
  R.Location = P;
  R.First = Accesses[BestA->first];
  R.Second = Accesses[BestB->first];
  R.FirstPoint = BestA->second;
  R.SecondPoint = BestB->second;
  R.Doubtful = R.FirstPoint.Doubtful || R.SecondPoint.Doubtful;
  R.Accesses = Accesses.size();
  for (auto [K, N] : Guards)
    if (N > R.Guarded) {
      R.Guarded = N;
      R.Guard = K;
    }
  Found.push_back(std::move(R));
}

//===-- LockCycles.cpp - Cycles in the order of locks ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockOrder.h"

#include "analysis/BodyView.h"
#include "analysis/JoinedObjects.h"
#include "support/Components.h"

#include <algorithm>
#include <deque>

using namespace fearless;
using namespace fearless::analysis;

static constexpr size_t MaxCycleLength = 6;
static constexpr size_t MaxCycles = 64;
/// Choices of ways and roots that are looked at for one cycle.
static constexpr size_t MaxLooked = size_t(1) << 14;

// Cycles ---------------------------------------------------------------------

/// The edges that are part of some cycle.
std::vector<std::pair<OrderNode, OrderNode>> LockOrder::cyclicEdges() const {
  std::map<OrderNode, uint32_t> Numbers;
  std::vector<const std::map<OrderNode, EdgeList> *> Successors;
  for (const auto &[From, Targets] : Edges) {
    Numbers.try_emplace(From, Numbers.size());
    Successors.push_back(&Targets);
  }
  support::Components Connected(Numbers.size(), [&](uint32_t N) {
    support::Components::Nodes Result;
    for (const auto &[To, List] : *Successors[N])
      Result.push_back(Numbers[To]);
    return Result;
  });
  std::vector<uint32_t> In(Numbers.size());
  for (uint32_t C = 0; C < Connected.size(); ++C)
    for (uint32_t N : Connected.members(C))
      In[N] = C;
  std::vector<std::pair<OrderNode, OrderNode>> Result;
  for (const auto &[From, Targets] : Edges)
    for (const auto &[To, List] : Targets)
      if (In[Numbers[From]] == In[Numbers[To]])
        Result.push_back({From, To});
  return Result;
}

/// For every edge the shortest way back: short cycles first, each set of nodes
/// once. Cost: edges × (nodes + edges) of each component, which is small.
void LockOrder::findCycles() {
  std::vector<std::vector<OrderNode>> Chains;
  const auto Cyclic = cyclicEdges();
  std::map<OrderNode, std::vector<OrderNode>> Successors;
  for (const auto &[From, To] : Cyclic)
    Successors[From].push_back(To);
  for (const auto &[From, To] : Cyclic) {
    std::map<OrderNode, OrderNode> Before;
    std::deque<std::pair<OrderNode, size_t>> Queue{{To, 1}};
    Before[To] = From;
    bool Closed = false;
    while (!Queue.empty() && !Closed) {
      auto [N, Length] = Queue.front();
      Queue.pop_front();
      if (Length >= MaxCycleLength)
        continue;
      for (const OrderNode &Next : Successors[N]) {
        if (Next == From) {
          std::vector<OrderNode> Chain;
          for (OrderNode X = N; X != From; X = Before[X])
            Chain.push_back(X);
          Chain.push_back(From);
          std::reverse(Chain.begin(), Chain.end());
          Chains.push_back(std::move(Chain));
          Closed = true;
          break;
        }
        if (Before.try_emplace(Next, N).second)
          Queue.push_back({Next, Length + 1});
      }
    }
  }
  for (auto &Chain : Chains)
    std::rotate(Chain.begin(), std::min_element(Chain.begin(), Chain.end()),
                Chain.end());
  std::sort(Chains.begin(), Chains.end(), [](const auto &A, const auto &B) {
    return std::tuple(A.size(), A) < std::tuple(B.size(), B);
  });
  Chains.erase(std::unique(Chains.begin(), Chains.end()), Chains.end());
  for (auto &Chain : Chains)
    if (Cycles.size() < MaxCycles)
      closeCycle(Chain);
}

void LockOrder::closeCycle(std::vector<OrderNode> &Chain) {
  Program.trim();
  std::vector<OrderNode> Nodes = Chain;
  std::sort(Nodes.begin(), Nodes.end());
  if (Reported.count(Nodes))
    return;
  Cycle C;
  Looked = 0;
  bool Closes = extend(Chain, C);
  Cuts += Looked > MaxLooked;
  if (!Closes)
    return;
  Reported.insert(Nodes);
  // A wait that is wrong is told once, by the shortest way back.
  bool Told = false;
  for (const GraphEdge &E : C.Edges)
    if (E.To.Kind != WaitKind::Lock)
      Told |= !ReportedWaits.insert({E.From, E.To}).second;
  if (Told)
    return;
  for (size_t I = 0; I < C.Edges.size(); ++I)
    C.Doubtful |=
        C.Edges[I].Taking.Choices > MaxCertainChoices || C.Points[I].Doubtful;
  Cycles.push_back(std::move(C));
}

/// Do two spawns start threads of one kind? They are one, or stand at one place
/// of a file that is compiled twice, or of a template.
static bool oneKind(const link::Program &Program, Site A, Site B) {
  if (A == B || !A || !B)
    return A == B;
  auto PlaceOf = [&](Site S) {
    link::UnitId Unit = Program.body(S.Body).Unit;
    return Program.place(Unit, Program.facts(S.Body).Facts[S.Fact].Loc);
  };
  return PlaceOf(A) == PlaceOf(B);
}

/// Of a lock that is held while a thread is joined, and that this thread needs:
/// is it one lock, as far as can be told?
bool LockOrder::joinsItsOwner(const Cycle &C) const {
  if (C.Edges.size() != 2)
    return true;
  for (size_t I = 0; I < 2; ++I) {
    const GraphEdge &Joins = C.Edges[I], &Needs = C.Edges[1 - I];
    if (Joins.To.Kind != WaitKind::Thread || Needs.To.Kind != WaitKind::Lock ||
        exactObject(Paths, Needs.Wanted))
      continue;
    JoinedObjects Objects(Program, Paths, Graph, Summaries, Results, Keys,
                          Roots);
    return Objects.mayBeNeeded({Joins.Body, Joins.Wanted, Joins.Held},
                               Joins.To.Spawn, Needs.Body, Needs.Wanted);
  }
  return true;
}

/// Backtracking over the ways of each edge and the roots that get there.
bool LockOrder::extend(const std::vector<OrderNode> &Chain, Cycle &C) {
  size_t I = C.Edges.size();
  if (I == Chain.size())
    return mayMeet(C) && joinsItsOwner(C);
  if (Looked > MaxLooked)
    return false;
  const OrderNode &From = Chain[I], &To = Chain[(I + 1) % Chain.size()];
  for (const GraphEdge &E : Edges[From][To]) {
    for (Point &P : points(E)) {
      // Threads of one kind are not told apart: it is another one it joins.
      if (To.Kind == WaitKind::Thread &&
          oneKind(Program, Roots.root(P.Root).Spawn, To.Spawn))
        continue;
      if (!Roots.mayBranch(E.When, E.Body, P.Root) ||
          llvm::is_contained(P.Initialised, E.From.Key) ||
          llvm::is_contained(P.Initialised, E.To.Key))
        continue;
      P.Held.append(E.Gates.begin(), E.Gates.end());
      P.Held.append(E.SharedGates.begin(), E.SharedGates.end());
      P.Shared.append(E.SharedGates.begin(), E.SharedGates.end());
      if (E.Recursive && llvm::is_contained(P.Held, To.Key))
        continue;
      ++Looked;
      if (!compatible(C, E, P))
        continue;
      C.Edges.push_back(E);
      C.Points.push_back(P);
      if (extend(Chain, C))
        return true;
      C.Edges.pop_back();
      C.Points.pop_back();
    }
  }
  return false;
}

/// Can \p E happen at once with the edges chosen so far?
bool LockOrder::compatible(const Cycle &C, const GraphEdge &E,
                           const Point &P) const {
  for (size_t I = 0; I < C.Edges.size(); ++I) {
    const GraphEdge &Other = C.Edges[I];
    const Point &Q = C.Points[I];
    // What a thread does while somebody joins it needs no other partner.
    bool Waits =
        Other.From.Kind != WaitKind::Lock || E.From.Kind != WaitKind::Lock;
    if (!Waits && !Roots.parallel(P, Q))
      return false;
    if (Waits && P.Root == Q.Root && !Roots.root(P.Root).Many)
      return false; // One thread does not wait for itself to notify.
    if (Waits &&
        !Roots.root(P.Root).Programs.anyCommon(Roots.root(Q.Root).Programs))
      return false;
    for (LockKey K : P.Held)
      if (llvm::is_contained(Q.Held, K) && K != E.From.Key && K != E.To.Key &&
          K != Other.From.Key && K != Other.To.Key &&
          !(llvm::is_contained(P.Shared, K) &&
            llvm::is_contained(Q.Shared, K)) &&
          !bothPast(K, P, Q))
        return false; // A gate.
    auto NoWaiter = [](const GraphEdge &A, const Point &At,
                       const GraphEdge &B) {
      return A.To == B.From && B.Waiter && At.Root != B.Waiter;
    };
    if (NoWaiter(E, P, Other) || NoWaiter(Other, Q, E))
      return false;
    auto Meets = [](const GraphEdge &A, const GraphEdge &B) {
      return A.To == B.From && A.Taking.Shared && B.HeldShared;
    };
    if (Meets(E, Other) || Meets(Other, E))
      return false; // Readers do not wait for each other.
  }
  return true;
}

// Instances ------------------------------------------------------------------

/// What the locks of an edge are, seen from its callers: objects, where that
/// can be told. Bounded: at the bound an instance that may be anything.
std::vector<LockOrder::Instance>
LockOrder::instances(const GraphEdge &E) const {
  constexpr size_t MaxInstances = 32;
  struct Step {
    BodyId Body;
    Path Held, Wanted;
    unsigned Depth;
  };
  auto IsOpen = [&](Path P) {
    return Paths.known(P) && Paths.isRoot(P, PathKind::Parameter);
  };
  std::vector<Instance> Result;
  std::vector<Step> Work{{E.Body, E.Held, E.Wanted, 0}};
  while (!Work.empty()) {
    Step S = Work.back();
    Work.pop_back();
    PlacedPath H = Keys.normalise(S.Held, S.Body);
    PlacedPath W = Keys.normalise(S.Wanted, S.Body);
    // Captures lead to the enclosing function; go on only if both do.
    if (H.In == W.In) {
      S.Body = H.In;
      S.Held = H.P;
      S.Wanted = W.P;
    }
    bool Open = IsOpen(S.Held) || IsOpen(S.Wanted);
    auto Callers = Graph.callers(S.Body);
    if (!Open || Callers.empty() || S.Depth >= 8) {
      Result.push_back({S.Held, S.Wanted, !Open});
    } else if (Result.size() + Work.size() + Callers.size() > MaxInstances) {
      Result.push_back({S.Held, S.Wanted, false});
    } else {
      for (const CallGraph::Caller &C : Callers) {
        BodyView View(Program, Paths, Graph, Summaries, C.Body);
        auto Arguments = View.arguments(View.fact(C.Fact));
        Binding B{Arguments, Path()};
        Work.push_back({C.Body, substitute(Paths, S.Held, B),
                        substitute(Paths, S.Wanted, B), S.Depth + 1});
      }
    }
    if (Result.size() >= MaxInstances)
      break;
  }
  return Result;
}

bool analysis::exactObject(const PathTable &Paths, Path P) {
  if (!Paths.known(P))
    return false;
  PathKind Root = Paths.rootOf(P).Kind;
  if (Root != PathKind::Global && Root != PathKind::Local)
    return false;
  for (; P; P = Paths[P].Parent)
    switch (Paths[P].Kind) {
    case PathKind::Deref:
    case PathKind::ElementAny:
    case PathKind::ElementValue:
      return false;
    default:
      break;
    }
  return true;
}

/// Could a field (of a field …) of one kind of object be that of another? A
/// variable is no part of an object, and two fields are two places.
static bool maybePart(const PathTable &Paths, Path A, Path B) {
  if (!Paths.known(A) || !Paths.known(B) || Paths[A].Kind != PathKind::Field ||
      Paths[B].Kind != PathKind::Field)
    return true;
  while (Paths[A].Kind == PathKind::Field && Paths[B].Kind == PathKind::Field) {
    if (Paths[A].Number != Paths[B].Number)
      return false;
    A = Paths[A].Parent;
    B = Paths[B].Parent;
  }
  auto Whole = [&](Path P) {
    return Paths[P].Kind == PathKind::Global ||
           Paths[P].Kind == PathKind::Local;
  };
  auto Part = [&](Path P) { return Paths[P].Kind == PathKind::Field; };
  return !(Whole(A) && Part(B)) && !(Part(A) && Whole(B));
}

/// Is \p Object a variable of a function that both roots run? Then each thread
/// has one of its own.
bool LockOrder::ownFrames(Path Object, RootId A, RootId B) const {
  const ProgramPath &Root = Paths.rootOf(Object);
  if (Root.Kind != PathKind::Local)
    return false;
  BodyId Frame(Root.Version);
  return Roots.context(Frame, A) && Roots.context(Frame, B);
}

/// Is there a choice of objects in which each edge wants what the next holds?
bool LockOrder::mayMeet(const Cycle &C) const {
  std::vector<std::vector<Instance>> All;
  size_t Combinations = 1;
  for (const GraphEdge &E : C.Edges) {
    GraphEdge Locks = E; // Of what is no lock, the lock of the edge stands in.
    if (E.From.Kind != WaitKind::Lock)
      Locks.Held = E.Wanted;
    if (E.To.Kind != WaitKind::Lock)
      Locks.Wanted = Locks.Held;
    All.push_back(instances(Locks));
    Combinations *= std::max<size_t>(All.back().size(), 1);
  }
  if (Combinations > 4096)
    return true;
  for (size_t N = 0; N < Combinations; ++N) {
    size_t Rest = N;
    std::vector<const Instance *> Choice;
    for (auto &List : All) {
      if (List.empty())
        return true;
      Choice.push_back(&List[Rest % List.size()]);
      Rest /= List.size();
    }
    bool Meets = true;
    for (size_t I = 0; I < Choice.size() && Meets; ++I) {
      if (C.Edges[I].To.Kind != WaitKind::Lock)
        continue;
      Path Wanted = Choice[I]->Wanted;
      Path Held = Choice[(I + 1) % Choice.size()]->Held;
      if (exactObject(Paths, Wanted) && exactObject(Paths, Held))
        Meets = Wanted == Held &&
                !ownFrames(Wanted, C.Points[I].Root,
                           C.Points[(I + 1) % Choice.size()].Root);
      else if (C.Edges[I].Taking.Kind == WaitKind::Lock)
        Meets = maybePart(Paths, Wanted, Held);
    }
    if (Meets)
      return true;
  }
  return false;
}

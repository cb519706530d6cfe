//===-- LockOrder.cpp - The order of locks over a whole program -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockOrder.h"

#include "analysis/BodyView.h"

#include <algorithm>
#include <deque>

using namespace fearless;
using namespace fearless::analysis;

/// Ways kept for one (from, to): more say nothing new to a reader.
static constexpr size_t MaxWays = 8;
static constexpr size_t MaxCycleLength = 6;
static constexpr size_t MaxCycles = 64;

LockOrder::LockOrder(const link::Program &Program, PathTable &Paths,
                     const CallGraph &Graph,
                     const std::vector<Summary> &Summaries,
                     const std::vector<FunctionResult> &Results,
                     const LockKeys &Keys, const ThreadRoots &Roots)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Results(Results), Keys(Keys), Roots(Roots) {
  for (uint32_t B = 0; B < Results.size(); ++B) {
    Program.trim();
    addEdges(BodyId(B));
    addOpenEdges(BodyId(B));
  }
  addNotifications();
  addThreads();
  findCycles();
  findSameClass();
}

// The graph ------------------------------------------------------------------

OrderNode LockOrder::nodeOf(const Acquisition &A, BodyId B) const {
  OrderNode N;
  N.Kind = A.Kind;
  if (A.Kind == WaitKind::Thread) {
    if (A.Joins.size() == 1)
      N.Spawn = A.Joins[0];
  } else {
    N.Key = Keys.key(A.Lock, B);
    if (A.Kind == WaitKind::Condition)
      N.Key = Roots.hands().leader(N.Key);
  }
  return N;
}

static bool named(const OrderNode &N) {
  return N.Kind == WaitKind::Thread ? bool(N.Spawn) : bool(N.Key);
}

void LockOrder::addEdges(BodyId B) {
  for (const OrderEdge &E : Results[B.Index].Edges) {
    GraphEdge G;
    G.From = {WaitKind::Lock, Keys.key(E.Held, B), {}};
    G.To = nodeOf(E.Wanted, B);
    G.Body = B;
    G.Held = E.Held;
    G.Wanted = E.Wanted.Lock;
    G.HeldAt = E.HeldAt;
    G.Taking = E.Wanted;
    G.Threads.assign(E.Threads.begin(), E.Threads.end());
    G.Joined = E.Joined;
    G.Ordered = E.Ordered;
    G.HeldShared = E.HeldShared;
    for (Path P : E.Gates)
      if (LockKey K = Keys.key(P, B))
        G.Gates.push_back(K);
    if (E.Wanted.Kind == WaitKind::Thread)
      addJoin(std::move(G));
    else
      add(std::move(G));
  }
}

/// The thread was started here, or by who left it in this handle.
void LockOrder::addJoin(GraphEdge E) {
  std::vector<Site> Threads(E.Taking.Joins.begin(), E.Taking.Joins.end());
  if (Threads.empty())
    Threads = Roots.threadsOf(E.Wanted, E.Body);
  if (Threads.empty() && E.Taking.IfJoinable)
    return;
  if (Threads.empty()) { // A future that somebody else makes ready.
    E.To.Kind = WaitKind::Condition;
    E.To.Key = Roots.hands().leader(Keys.key(E.Wanted, E.Body));
    add(std::move(E));
    return;
  }
  for (Site Spawn : Threads) {
    GraphEdge One = E;
    One.To.Spawn = Spawn;
    One.Taking.Joins = {Spawn};
    add(std::move(One));
  }
}

/// Orders inside a callee, or a thread, that only here have names.
void LockOrder::addOpenEdges(BodyId B) {
  for (const OpenEdge &E : Summaries[B.Index].OpenEdges)
    if (!E.Through.empty())
      addOpenEdge(B, E, {});
  for (const SpawnPoint &P : Results[B.Index].Spawns)
    for (const OpenEdge &E : P.Edges)
      addOpenEdge(B, E, {B, P.Fact});
}

void LockOrder::addOpenEdge(BodyId B, const OpenEdge &E, Site InThread) {
  GraphEdge G;
  G.From = {WaitKind::Lock, Keys.key(E.Held, B), {}};
  G.To = {WaitKind::Lock, Keys.key(E.Wanted, B), {}};
  // Has the function where it happens said it itself, of lock classes?
  bool Said = G.From != G.To &&
              G.From.Key == Keys.key(E.HeldThere, E.HeldAt.Body) &&
              G.To.Key == Keys.key(E.WantedThere, E.HeldAt.Body);
  if (Said)
    return;
  G.Body = B;
  G.Held = E.Held;
  G.Wanted = E.Wanted;
  G.HeldAt = E.HeldAt;
  G.Taking.Lock = E.Wanted;
  G.Taking.At = E.WantedAt;
  G.Ordered = E.Ordered;
  G.Through = E.Through;
  G.InThread = InThread;
  add(std::move(G));
}

/// Who gets to \p E, and what holds there.
std::vector<Point> LockOrder::points(const GraphEdge &E) const {
  if (!E.InThread)
    return Roots.points(E.Body, {}, E.Threads, E.Joined);
  std::vector<Point> Result;
  for (uint32_t R = 0; R < Roots.roots().size(); ++R) {
    const Root &Thread = Roots.root(RootId(R));
    if (Thread.What != Root::Thread || Thread.Spawn != E.InThread)
      continue;
    for (BodyId Entry : Thread.Entries)
      for (Point &P : Roots.points(Entry, {}, {}, {}))
        if (P.Root == RootId(R))
          Result.push_back(std::move(P));
  }
  return Result;
}

void LockOrder::add(GraphEdge E) {
  if (!named(E.From) || !named(E.To))
    return;
  if (E.From == E.To) {
    if (E.Held != E.Wanted && SameClass.size() < 4096)
      SameClass.push_back(std::move(E));
    return;
  }
  EdgeList &List = Edges[E.From][E.To];
  Edges[E.To];
  // The most certain ways first.
  auto At = std::upper_bound(List.begin(), List.end(), E.Taking.Choices,
                             [](uint32_t Choices, const GraphEdge &X) {
                               return Choices < X.Taking.Choices;
                             });
  List.insert(At, std::move(E));
  if (List.size() > MaxWays)
    List.pop_back();
}

/// A condition that every notifier reaches only by taking L depends on L.
void LockOrder::addNotifications() {
  struct Notifier {
    BodyId Body;
    const Notification *N;
    std::set<LockKey> After;
  };
  // A notification is judged where the thread begins: there the locks taken
  // on the whole way are known.
  std::map<LockKey, std::map<Site, Notifier>> ByCondition;
  std::set<uint32_t> Entries;
  for (const Root &R : Roots.roots())
    for (BodyId B : R.Entries)
      Entries.insert(B.Index);
  for (uint32_t B : Entries)
    for (const Notification &N : Summaries[B].Notifications) {
      LockKey C = Roots.hands().leader(Keys.key(N.Condition, BodyId(B)));
      if (!C)
        continue;
      std::set<LockKey> After;
      for (Path P : N.After)
        if (LockKey K = Keys.key(P, BodyId(B)))
          After.insert(K);
      auto [It, New] =
          ByCondition[C].try_emplace(N.At, Notifier{BodyId(B), &N, After});
      if (!New && After.size() < It->second.After.size())
        It->second.After = After; // A shorter way there.
    }
  for (auto &[Condition, Notifiers] : ByCondition) {
    std::set<LockKey> Needed = Notifiers.begin()->second.After;
    for (auto &[At, N] : Notifiers)
      std::erase_if(Needed, [&](LockKey K) { return !N.After.count(K); });
    for (LockKey L : Needed)
      for (auto &[At, N] : Notifiers) {
        GraphEdge E;
        E.From = {WaitKind::Condition, Condition, {}};
        E.To = {WaitKind::Lock, L, {}};
        E.Body = N.Body;
        E.Held = N.N->Condition;
        E.HeldAt = At;
        for (Path P : N.N->After)
          if (Keys.key(P, N.Body) == L)
            E.Wanted = P;
        E.Taking = acquisitionOf(N.Body, E.Wanted, At);
        add(std::move(E));
      }
  }
}

/// Where \p Body takes \p Lock, as far as its summary tells.
Acquisition LockOrder::acquisitionOf(BodyId Body, Path Lock, Site Else) const {
  for (const Acquisition &A : Summaries[Body.Index].Acquisitions)
    if (A.Lock == Lock && A.Kind == WaitKind::Lock)
      return A;
  Acquisition A;
  A.Lock = Lock;
  A.At = Else;
  return A;
}

/// A thread that is joined is waited for until it has got all its locks.
void LockOrder::addThreads() {
  std::set<Site> Joined;
  for (const auto &[From, Targets] : Edges)
    for (const auto &[To, List] : Targets)
      if (To.Kind == WaitKind::Thread)
        Joined.insert(To.Spawn);
  for (const Root &R : Roots.roots()) {
    if (R.What != Root::Thread || !Joined.count(R.Spawn))
      continue;
    for (BodyId Entry : R.Entries) {
      const auto &List = Summaries[Entry.Index].Acquisitions;
      for (uint32_t I = 0; I < List.size(); ++I) {
        GraphEdge E;
        E.From = {WaitKind::Thread, {}, R.Spawn};
        E.To = nodeOf(List[I], Entry);
        E.Body = Entry;
        E.Wanted = List[I].Lock;
        E.HeldAt = R.Spawn;
        E.Taking = List[I];
        if (List[I].Kind == WaitKind::Thread)
          addJoin(std::move(E));
        else
          add(std::move(E));
      }
    }
  }
}

// Cycles ---------------------------------------------------------------------

/// For every edge the shortest way back: short cycles first, each set of nodes
/// once. Cost: edges × (nodes + edges) of the graph, which is small.
void LockOrder::findCycles() {
  std::vector<std::pair<OrderNode, OrderNode>> Starts;
  for (const auto &[From, Targets] : Edges)
    for (const auto &[To, List] : Targets)
      Starts.push_back({From, To});
  std::vector<std::vector<OrderNode>> Chains;
  for (const auto &[From, To] : Starts) {
    std::map<OrderNode, OrderNode> Before;
    std::deque<std::pair<OrderNode, size_t>> Queue{{To, 1}};
    Before[To] = From;
    bool Closed = false;
    while (!Queue.empty() && !Closed) {
      auto [N, Length] = Queue.front();
      Queue.pop_front();
      if (Length >= MaxCycleLength)
        continue;
      for (const auto &[Next, List] : Edges[N]) {
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
  if (!extend(Chain, C))
    return;
  Reported.insert(Nodes);
  for (size_t I = 0; I < C.Edges.size(); ++I)
    C.Doubtful |=
        C.Edges[I].Taking.Choices > MaxCertainChoices || C.Points[I].Doubtful;
  Cycles.push_back(std::move(C));
}

/// Backtracking over the ways of each edge and the roots that get there.
bool LockOrder::extend(const std::vector<OrderNode> &Chain, Cycle &C) {
  size_t I = C.Edges.size();
  if (I == Chain.size())
    return mayMeet(C);
  const OrderNode &From = Chain[I], &To = Chain[(I + 1) % Chain.size()];
  for (const GraphEdge &E : Edges[From][To]) {
    for (Point &P : points(E)) {
      // Threads of one kind are not told apart: it is another one it joins.
      if (To.Kind == WaitKind::Thread && Roots.root(P.Root).Spawn == To.Spawn)
        continue;
      P.Held.append(E.Gates.begin(), E.Gates.end());
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
          K != Other.From.Key && K != Other.To.Key)
        return false; // A gate.
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

/// An object that is what its path says, whoever looks at it.
static bool exact(const PathTable &Paths, Path P) {
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
      if (exact(Paths, Wanted) && exact(Paths, Held))
        Meets = Wanted == Held;
      else if (C.Edges[I].Taking.Kind == WaitKind::Lock)
        Meets = maybePart(Paths, Wanted, Held);
    }
    if (Meets)
      return true;
  }
  return false;
}

// One class ------------------------------------------------------------------

/// `transfer(a, b)` and `transfer(b, a)`: two objects of one class, both ways.
void LockOrder::findSameClass() {
  std::set<OrderNode> Done;
  for (const GraphEdge &A : SameClass) {
    if (A.Ordered || Done.count(A.From))
      continue;
    for (const GraphEdge &B : SameClass) {
      if (B.From != A.From || B.Ordered || Done.count(A.From))
        continue;
      PlacedPath AH = Keys.normalise(A.Held, A.Body),
                 AW = Keys.normalise(A.Wanted, A.Body),
                 BH = Keys.normalise(B.Held, B.Body),
                 BW = Keys.normalise(B.Wanted, B.Body);
      bool Objects = exact(Paths, AH.P) && exact(Paths, AW.P);
      if (!Objects || AH.P != BW.P || AW.P != BH.P)
        continue;
      for (const Point &P : points(A)) {
        for (const Point &Q : points(B)) {
          if (Done.count(A.From) || !Roots.parallel(P, Q))
            continue;
          Cycle C;
          C.Edges = {A, B};
          C.Points = {P, Q};
          C.SameClass = true;
          Cycles.push_back(std::move(C));
          Done.insert(A.From);
        }
      }
    }
  }
  std::set<std::pair<BodyId, uint32_t>> Seen;
  for (const GraphEdge &E : SameClass)
    if (!E.Ordered && !Done.count(E.From) && E.Through.empty() &&
        Seen.insert({E.Body, E.Taking.At.Fact}).second)
      Nestings.push_back({E});
}

// Picture --------------------------------------------------------------------

std::vector<const GraphEdge *> LockOrder::edges() const {
  std::vector<const GraphEdge *> Result;
  for (const auto &[From, Targets] : Edges)
    for (const auto &[To, List] : Targets)
      if (!List.empty())
        Result.push_back(&List.front());
  return Result;
}

bool LockOrder::inCycle(const GraphEdge &E) const {
  for (const Cycle &C : Cycles)
    for (const GraphEdge &Other : C.Edges)
      if (Other.From == E.From && Other.To == E.To)
        return true;
  return false;
}

std::string LockOrder::name(const OrderNode &N) const {
  if (N.Kind != WaitKind::Thread)
    return Keys.name(N.Key);
  const link::Body &B = Program.body(N.Spawn.Body);
  findings::Place P = Program.place(B.Unit, B.Facts->Facts[N.Spawn.Fact].Loc);
  return "thread started at " + P.File + ":" + std::to_string(P.Line);
}

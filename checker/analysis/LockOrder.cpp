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
  addThreads();
  addNotifications();
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

/// A lock and what is waited for. Two parts of one lock of the user's own are
/// two things here: its mutex and its condition.
std::pair<OrderNode, OrderNode>
LockOrder::nodes(Path Held, Path Wanted, WaitKind Kind, BodyId In) const {
  OrderNode From{WaitKind::Lock, Keys.key(Held, In), {}};
  OrderNode To{Kind, Keys.key(Wanted, In), {}};
  if (Kind == WaitKind::Condition && Keys.oneObject(Held, Wanted)) {
    From.Key = Keys.innerKey(Held, In);
    To.Key = Keys.innerKey(Wanted, In);
  }
  if (Kind == WaitKind::Condition)
    To.Key = Roots.hands().leader(To.Key);
  return {From, To};
}

static bool named(const OrderNode &N) {
  return N.Kind == WaitKind::Thread ? bool(N.Spawn) : bool(N.Key);
}

void LockOrder::addEdges(BodyId B) {
  for (const OrderEdge &E : Results[B.Index].Edges) {
    GraphEdge G;
    if (E.Wanted.Kind == WaitKind::Thread) {
      G.From = {WaitKind::Lock, Keys.key(E.Held, B), {}};
      G.To = nodeOf(E.Wanted, B);
    } else {
      std::tie(G.From, G.To) = nodes(E.Held, E.Wanted.Lock, E.Wanted.Kind, B);
    }
    G.Body = B;
    G.Held = E.Held;
    G.Wanted = E.Wanted.Lock;
    G.HeldAt = E.HeldAt;
    G.Taking = E.Wanted;
    G.Threads.assign(E.Threads.begin(), E.Threads.end());
    G.Joined = E.Joined;
    G.Ordered = E.Ordered;
    G.HeldShared = E.HeldShared;
    G.Recursive = E.Recursive;
    for (Path P : E.Gates)
      if (LockKey K = Keys.key(P, B))
        G.Gates.push_back(K);
    for (Path P : E.SharedGates)
      if (LockKey K = Keys.key(P, B))
        G.SharedGates.push_back(K);
    G.When = E.When;
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
    if (!E.Through.empty() && !E.Together)
      addOpenEdge(B, E, {});
  for (const SpawnPoint &P : Results[B.Index].Spawns)
    for (const OpenEdge &E : P.Edges)
      if (!E.Together)
        addOpenEdge(B, E, {B, P.Fact});
}

void LockOrder::addOpenEdge(BodyId B, const OpenEdge &E, Site InThread) {
  GraphEdge G;
  std::tie(G.From, G.To) = nodes(E.Held, E.Wanted, E.Kind, B);
  // Has the function where it happens said it itself, of lock classes?
  auto There = nodes(E.HeldThere, E.WantedThere, E.Kind, E.HeldAt.Body);
  if (G.From != G.To && There == std::pair(G.From, G.To))
    return;
  G.Body = B;
  G.Held = E.Held;
  G.Wanted = E.Wanted;
  G.HeldAt = E.HeldAt;
  G.Taking.Lock = E.Wanted;
  G.Taking.Kind = E.Kind;
  G.Taking.At = E.WantedAt;
  G.Ordered = E.Ordered;
  G.Through = E.Through;
  G.InThread = InThread;
  if (const PointState *P = E.Through.empty() || InThread
                                ? nullptr
                                : Results[B.Index].point(E.Through[0].Fact)) {
    G.Threads.assign(P->Threads.begin(), P->Threads.end());
    G.Joined = P->Joined;
  }
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

/// A notification is judged where the thread begins: there the locks taken on
/// the whole way are known. A task notifies who waits for it when it ends.
void LockOrder::findNotifiers() {
  auto Add = [&](Path Condition, BodyId In, Notifier N) {
    LockKey Outer = Roots.hands().leader(Keys.key(Condition, In));
    LockKey Inner = Roots.hands().leader(Keys.innerKey(Condition, In));
    if (Outer)
      Notifiers[Outer].push_back(N);
    if (Inner && Inner != Outer)
      Notifiers[Inner].push_back(std::move(N));
  };
  for (uint32_t I = 0; I < Roots.roots().size(); ++I) {
    const Root &R = Roots.root(RootId(I));
    for (BodyId B : R.Entries) {
      for (const Notification &N : Summaries[B.Index].Notifications)
        Add(N.Condition, B,
            {RootId(I),
             B,
             N.Condition,
             N.At,
             {N.After.begin(), N.After.end()}});
      if (R.What != Root::Thread)
        continue;
      std::vector<Path> Taken;
      for (const Acquisition &A : Summaries[B.Index].Acquisitions)
        if (A.Kind == WaitKind::Lock)
          Taken.push_back(A.Lock);
      for (const HandOver &H : R.Point->AtEnd)
        if (!H.Zero)
          Add(H.Of, R.Spawn.Body, {RootId(I), B, H.Of, R.Spawn, Taken});
    }
  }
}

/// A condition that every notifier reaches only by taking L depends on L. Who
/// waits does not notify: a thread that is the only one of its kind is left out
/// for itself.
void LockOrder::addNotifications() {
  findNotifiers();
  std::set<LockKey> Awaited;
  for (const auto &[From, Targets] : Edges)
    for (const auto &[To, List] : Targets)
      if (To.Kind == WaitKind::Condition)
        Awaited.insert(To.Key);
  for (const auto &[Condition, List] : Notifiers)
    if (Awaited.count(Condition))
      addNotifications(Condition, List);
}

/// Cost: what the notifiers take, and waiters times the locks that nearly all
/// of them take.
void LockOrder::addNotifications(LockKey Condition,
                                 llvm::ArrayRef<Notifier> List) {
  std::vector<std::map<OrderNode, Path>> After;
  std::map<OrderNode, size_t> Takers;
  std::map<std::pair<RootId, OrderNode>, size_t> TakersBy;
  std::map<RootId, size_t> By{{RootId(), 0}}; // None: all of them count.
  for (const Notifier &N : List) {
    bool Own =
        Condition == Roots.hands().leader(Keys.innerKey(N.Condition, N.Body));
    auto &Taken = After.emplace_back();
    for (Path P : N.After) {
      OrderNode Node{WaitKind::Lock, Keys.key(P, N.Body), {}};
      if (Own && Keys.oneObject(N.Condition, P))
        Node.Key = Keys.innerKey(P, N.Body);
      if (Node.Key)
        Taken.try_emplace(Node, P);
    }
    bool Single = !Roots.root(N.By).Many;
    if (Single)
      ++By[N.By];
    for (const auto &[L, P] : Taken) {
      ++Takers[L];
      if (Single)
        ++TakersBy[{N.By, L}];
    }
  }
  size_t Most = 0;
  for (const auto &[Waiter, Count] : By)
    Most = std::max(Most, Count);
  std::erase_if(Takers,
                [&](const auto &T) { return T.second + Most < List.size(); });
  for (const auto &[Waiter, Count] : By)
    for (const auto &[L, All] : Takers) {
      auto Own = TakersBy.find({Waiter, L});
      size_t Others = All - (Own == TakersBy.end() ? 0 : Own->second);
      if (Others != List.size() - Count)
        continue; // Somebody notifies without.
      size_t Ways = 0;
      for (size_t I = 0; I < List.size() && Ways < MaxWays; ++I) {
        const Notifier &N = List[I];
        if (Waiter && N.By == Waiter)
          continue;
        ++Ways;
        GraphEdge E;
        E.From = {WaitKind::Condition, Condition, {}};
        E.To = L;
        E.Body = N.Body;
        E.Held = N.Condition;
        E.HeldAt = N.At;
        E.Wanted = After[I].find(L)->second;
        E.Taking = acquisitionOf(N.Body, E.Wanted, N.At);
        E.Waiter = Waiter;
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

// Picture --------------------------------------------------------------------

std::vector<const GraphEdge *> LockOrder::edges() const {
  std::vector<const GraphEdge *> Result;
  for (const auto &[From, Targets] : Edges)
    for (const auto &[To, List] : Targets)
      if (!List.empty())
        Result.push_back(&List.front());
  return Result;
}

std::vector<const GraphEdge *> LockOrder::ways() const {
  std::vector<const GraphEdge *> Result;
  auto IsLock = [](const OrderNode &N) { return N.Kind == WaitKind::Lock; };
  for (const auto &[From, Targets] : Edges)
    for (const auto &[To, List] : Targets)
      if (IsLock(From) && IsLock(To))
        for (const GraphEdge &E : List)
          Result.push_back(&E);
  for (const GraphEdge &E : SameClass)
    if (IsLock(E.From))
      Result.push_back(&E);
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
  return "the thread started at " + P.File + ":" + std::to_string(P.Line);
}

//===-- LockOrder.h - The order of locks over a whole program -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The acquisition-order graph: an edge from A to B where B is taken while A is
// held. A cycle whose edges can happen at once, by threads of one program, with
// no common gate lock, on what may be the same objects, is a possible deadlock.
//
// Condition variables and threads are nodes too. Waiting on a condition while
// holding H is an edge H → condition; a condition that is only ever notified
// after taking L is an edge condition → L. Joining a thread while holding H is
// H → thread, and every lock that the thread takes is thread → lock.
//
// Nodes are lock classes (LockKeys.h). Whether the objects may be the same is
// asked only of cycles: each edge is followed up its callers until its locks
// are objects or nobody calls any more (bounded), and compared there.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKORDER_H
#define FEARLESS_ANALYSIS_LOCKORDER_H

#include "analysis/Threads.h"

#include <map>
#include <set>

namespace fearless::analysis {

struct OrderNode {
  WaitKind Kind = WaitKind::Lock;
  LockKey Key; ///< Lock, Condition.
  Site Spawn;  ///< Thread.
  friend auto operator<=>(const OrderNode &, const OrderNode &) = default;
};

/// One way in which To is waited for while From is held.
struct GraphEdge {
  OrderNode From, To;
  BodyId Body; ///< Where both are seen.
  Path Held, Wanted;
  Site HeldAt;        ///< Takes From, in Body, or in what it calls.
  Acquisition Taking; ///< Of To.
  ShortList<LockKey> Gates, SharedGates;
  ShortList<Condition> When; ///< Known of Body's parameters then.
  ShortList<Running> Threads;
  ShortList<Path> Joined;
  bool HeldShared = false;
  bool Recursive = false; ///< Who holds To already does not wait for it.
  bool Ordered = false;
  /// For an order that only a caller could name: the calls from Body to it.
  ShortList<Site> Through;
  /// From is a condition: it is only so for this root's thread, which would
  /// notify otherwise.
  RootId Waiter;
  /// It happens in the thread that is started here, in Body.
  Site InThread;
};

struct Cycle {
  std::vector<GraphEdge> Edges;
  std::vector<Point> Points; ///< Of each edge: a root and what holds there.
  bool Doubtful = false;     ///< It needs a call of many choices.
  bool Ring = false; ///< SameClass: one edge, `forks[i]`, `forks[(i + 1) % n]`.
  bool SameClass = false; ///< Two objects of one class, in both orders.
};

/// Two objects of one class, nested, in no order that can be seen.
struct Nesting {
  GraphEdge Edge;
};

class LockOrder {
public:
  LockOrder(const link::Program &Program, PathTable &Paths,
            const CallGraph &Graph, const std::vector<Summary> &Summaries,
            const std::vector<FunctionResult> &Results, const LockKeys &Keys,
            const ThreadRoots &Roots);

  /// Canonical order; each set of nodes at most once.
  llvm::ArrayRef<Cycle> cycles() const { return Cycles; }
  /// Cycles of which not all ways to close them were looked at.
  unsigned cuts() const { return Cuts; }
  llvm::ArrayRef<Nesting> nestings() const { return Nestings; }
  /// All edges, one of each (from, to), for the graph as a picture.
  std::vector<const GraphEdge *> edges() const;
  /// All ways that are kept of one lock taken under another, those of two locks
  /// of one class included. They live as long as this.
  std::vector<const GraphEdge *> ways() const;
  bool inCycle(const GraphEdge &E) const;
  std::string name(const OrderNode &N) const;

private:
  using EdgeList = std::vector<GraphEdge>;

  void addEdges(BodyId B);
  void addOpenEdges(BodyId B);
  void addOpenEdge(BodyId B, const OpenEdge &E, Site InThread);
  std::vector<Point> points(const GraphEdge &E) const;
  struct Notifier {
    RootId By;
    BodyId Body;
    Path Condition;
    Site At;
    std::vector<Path> After;
  };
  void findNotifiers();
  void addNotifications();
  void addNotifications(LockKey Condition, llvm::ArrayRef<Notifier> List);
  void addThreads();
  void addJoin(GraphEdge E);
  void add(GraphEdge E);
  Acquisition acquisitionOf(BodyId Body, Path Lock, Site Else) const;
  OrderNode nodeOf(const Acquisition &A, BodyId B) const;
  std::vector<std::pair<OrderNode, OrderNode>> cyclicEdges() const;
  std::pair<OrderNode, OrderNode> nodes(Path Held, Path Wanted, WaitKind Kind,
                                        BodyId In) const;
  void findCycles();
  void closeCycle(std::vector<OrderNode> &Chain);
  bool extend(const std::vector<OrderNode> &Chain, Cycle &C);
  bool compatible(const Cycle &C, const GraphEdge &E, const Point &P) const;
  int ring(const GraphEdge &E) const;
  void findRings();
  void findSameClass();

  struct Instance {
    Path Held, Wanted;
    bool Exact = false; ///< Both are objects that cannot be others.
  };
  std::vector<Instance> instances(const GraphEdge &E) const;
  bool ownFrames(Path Object, RootId A, RootId B) const;
  bool mayMeet(const Cycle &C) const;
  bool joinsItsOwner(const Cycle &C) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  std::map<LockKey, std::vector<Notifier>> Notifiers; ///< By condition.
  std::map<OrderNode, std::map<OrderNode, EdgeList>> Edges;
  size_t Looked = 0; ///< At ways to close the cycle in question.
  unsigned Cuts = 0;
  std::vector<GraphEdge> SameClass;
  std::vector<Cycle> Cycles;
  std::vector<Nesting> Nestings;
  std::set<std::vector<OrderNode>> Reported;
  std::set<std::pair<OrderNode, OrderNode>> ReportedWaits;
};

/// Is \p P an object that is what its path says, whoever looks at it?
bool exactObject(const PathTable &Paths, Path P);

} // namespace fearless::analysis

#endif

//===-- QueuedBorrows.cpp - Locals that a queued lambda refers to ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/QueuedBorrows.h"

#include "analysis/BodyView.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using models::EffectKind;

namespace {

class Search {
public:
  Search(const link::Program &Program, PathTable &Paths, const CallGraph &Graph,
         const std::vector<Summary> &Summaries, const ThreadRoots &Roots)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
        Roots(Roots) {
    for (const Root &R : Roots.roots())
      Entries.insert(R.Entries.begin(), R.Entries.end());
  }

  void look(BodyId B, std::vector<QueuedBorrow> &To) const {
    if (Roots.contexts(B).empty() || !Graph.has(B, CallGraph::MakesCallable))
      return;
    const facts::FunctionBody &Body = Program.facts(B);
    for (uint32_t I = 0; I < Body.Facts.size(); ++I) {
      const Fact &F = Body.Facts[I];
      if (F.Kind != FactKind::Closure || !F.Callee)
        continue;
      RootId Runs = runner(B, Program.symbol(Program.body(B).Unit, F.Callee));
      if (!Runs || !isStored(B, I) || mayWait(B, I))
        continue;
      for (Path P : borrowed(B, I))
        To.push_back({Runs, {B, I}, P, end(B, P)});
    }
  }

private:
  /// The thread that runs \p Closure, and did not get there through \p Maker,
  /// but by taking it from somewhere. None: it is run here, or is the very
  /// function of a thread.
  RootId runner(BodyId Maker, link::FunctionSym Closure) const {
    RootId Found;
    for (BodyId B : Program.function(Closure).Bodies) {
      if (Entries.count(B))
        return {};
      for (const RootContext &C : Roots.contexts(B)) {
        if (llvm::any_of(Roots.callChain(B, C.Root),
                         [&](Site S) { return S.Body == Maker; }))
          return {};
        if (Roots.root(C.Root).What == Root::Thread && !C.Doubtful && !Found)
          Found = C.Root;
      }
    }
    return Found;
  }

  /// Is it stored in what outlives the function: a member, a global, or what a
  /// parameter refers to?
  bool isStored(BodyId B, uint32_t Closure) const {
    BodyView View(Program, Paths, Graph, Summaries, B);
    llvm::SmallVector<Path, 4> Holders{
        View.path(View.fact(Closure).Path)}; // … and what was made from it.
    for (const CallSite &S : Graph.sites(B)) {
      if (S.Fact < Closure || !S.Model)
        continue;
      const Fact &F = View.fact(S.Fact);
      bool Takes = llvm::any_of(View.arguments(F), [&](Value V) {
        return V.hasPath() && llvm::is_contained(Holders, V.path());
      });
      if (!Takes)
        continue;
      for (const models::Effect &E : S.Model->Effects)
        if (E.Kind == EffectKind::Stores || E.Kind == EffectKind::Constructs) {
          PathKind Root = Paths.rootOf(View.location(F, E.On)).Kind;
          if (Root == PathKind::Parameter || Root == PathKind::Global)
            return true;
        }
      if (F.Path)
        Holders.push_back(View.path(F.Path));
    }
    return false;
  }

  /// May \p B, from \p From on, wait for another thread, or do what is not
  /// known?
  bool mayWait(BodyId B, uint32_t From) const {
    return llvm::any_of(Graph.sites(B), [&](const CallSite &S) {
      if (S.Fact < From)
        return false;
      if (S.Model)
        return S.has({EffectKind::Wait, EffectKind::Join,
                      EffectKind::JoinIfJoinable, EffectKind::AtomicLoad});
      if (S.Targets.Bodies.empty())
        return Program.facts(B).Facts[S.Fact].Kind != FactKind::Destroy;
      return llvm::any_of(S.Targets.Bodies, [&](BodyId Callee) {
        const Summary &Of = Summaries[Callee.Index];
        return !Of.Observed.empty() ||
               llvm::any_of(Of.Acquisitions, [](const Acquisition &A) {
                 return A.Kind != WaitKind::Lock;
               });
      });
    });
  }

  /// Locals and parameters that the lambda has by reference.
  std::vector<Path> borrowed(BodyId B, uint32_t Closure) const {
    std::vector<Path> All;
    BodyView View(Program, Paths, Graph, Summaries, B);
    for (const BodyView::Capture &C : View.captures(Closure)) {
      if (!(Program.field(C.Field).Flags & facts::FdF_CaptureByReference) ||
          C.What.Kind != facts::OperandKind::Address ||
          !Paths.known(C.What.path()) || Paths[C.What.path()].Parent)
        continue;
      PathKind Kind = Paths[C.What.path()].Kind;
      if (Kind == PathKind::Local || Kind == PathKind::Parameter)
        All.push_back(C.What.path());
    }
    return All;
  }

  /// Where the variable dies: where it is destroyed, or past the last fact.
  Site end(BodyId B, Path Variable) const {
    BodyView View(Program, Paths, Graph, Summaries, B);
    const facts::FunctionBody &Body = View.facts();
    for (uint32_t I = 0; I < Body.Facts.size(); ++I)
      if (Body.Facts[I].Kind == FactKind::Destroy && Body.Facts[I].Path &&
          View.path(Body.Facts[I].Path) == Variable)
        return {B, I};
    return {B, uint32_t(Body.Facts.size())};
  }

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const ThreadRoots &Roots;
  std::set<BodyId> Entries;
};

} // namespace

std::vector<QueuedBorrow> analysis::queuedBorrows(
    const link::Program &Program, PathTable &Paths, const CallGraph &Graph,
    const std::vector<Summary> &Summaries, const ThreadRoots &Roots) {
  std::vector<QueuedBorrow> All;
  Search S(Program, Paths, Graph, Summaries, Roots);
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    S.look(BodyId(B), All);
  }
  return All;
}

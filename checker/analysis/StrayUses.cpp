//===-- StrayUses.cpp - Objects used off the thread they belong to --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/StrayUses.h"

#include <map>
#include <set>

using namespace fearless;
using namespace fearless::analysis;

namespace {

class Search {
public:
  Search(const link::Program &Program, PathTable &Paths, const CallGraph &Graph,
         const std::vector<FunctionResult> &Results, const ThreadRoots &Roots,
         Objects &Memory)
      : Program(Program), Paths(Paths), Graph(Graph), Results(Results),
        Roots(Roots), Memory(Memory) {}

  std::vector<StrayUse> find(const ObjectUses &Bound) {
    findRebound();
    std::vector<const AccessPlace *> Uses;
    for (const auto &[Key, Places] : Bound.byKey())
      for (const AccessPlace &P : Places)
        Uses.push_back(&P);
    for (const AccessPlace &P : Bound.byPointer())
      Uses.push_back(&P);
    llvm::sort(Uses, [](const AccessPlace *A, const AccessPlace *B) {
      return std::tuple(A->Body, +A->Fact) < std::tuple(B->Body, +B->Fact);
    });
    for (const AccessPlace *P : Uses) {
      Program.trim();
      look(*P);
    }
    return std::move(Found);
  }

private:
  /// Objects that are moved to another thread.
  void findRebound() {
    for (uint32_t B = 0; B < Program.bodies().size(); ++B)
      for (const CallSite &S : Graph.sites(BodyId(B))) {
        if (!S.has({models::EffectKind::Rebinds}))
          continue;
        BodyView View(Program, Paths, Graph, Memory.summaries(), BodyId(B));
        for (const models::Effect &E : S.Model->Effects)
          if (E.Kind == models::EffectKind::Rebinds)
            for (Path P : View.locations(View.fact(S.Fact), E.Operands))
              for (const RootContext &C : Roots.contexts(BodyId(B)))
                for (const Located &L :
                     Memory.locate(BodyId(B), P, C.Root, S.Fact))
                  Rebound.insert(L.Where);
      }
  }

  /// Whose the object is. None: that is not known.
  llvm::SmallVector<RootId, 2> homes(const Located &L) const {
    llvm::SmallVector<RootId, 2> Result;
    auto Add = [&](RootId R) {
      if (Roots.root(R).What != Root::Library && !llvm::is_contained(Result, R))
        Result.push_back(R);
    };
    if (Path Pointer = pointerTo(L.Where)) {
      // Whose the pointer is, does not tell.
      for (Site S : Memory.storesTo(Pointer))
        for (const RootContext &C : Roots.contexts(S.Body))
          Add(C.Root);
    } else if (L.Maker) {
      Add(L.Maker);
    } else if (Paths.rootOf(L.Where).Kind == PathKind::Global) {
      // Made before main.
      for (uint32_t R = 0; R < Roots.roots().size(); ++R)
        if (Roots.roots()[R].What == Root::Main)
          Add(RootId(R));
    }
    return Result;
  }

  /// The pointer that owns the object that \p P is, or is in. None: it is no
  /// pointer's.
  Path pointerTo(Path P) const {
    for (; P; P = Paths[P].Parent)
      if (Paths[P].Kind == PathKind::Deref)
        return Paths[P].Parent;
    return {};
  }

  Site madeAt(Path Object) {
    if (Path Pointer = pointerTo(Object)) {
      std::vector<Site> Stores = Memory.storesTo(Pointer);
      return Stores.size() == 1 ? Stores[0] : Site();
    }
    Path Root = Paths[Object].Root;
    const ProgramPath &N = Paths[Root];
    if (N.Kind != PathKind::Local && N.Kind != PathKind::Allocation &&
        N.Kind != PathKind::Result)
      return {};
    BodyId B(N.Version);
    std::optional<uint32_t> Fact = Memory.flows().flow(B).makerOf(Root);
    return Fact ? Site{B, *Fact} : Site();
  }

  void look(const AccessPlace &Use) {
    const PointState *State = Results[Use.Body.Index].point(Use.Fact);
    for (Point &P : Roots.points(Use.Body, State)) {
      const Root &By = Roots.root(P.Root);
      // Handlers run on a thread that has another root.
      if (P.Doubtful || By.What == Root::Library || By.Handler || By.AtExit)
        continue;
      Locations Places =
          Memory.locate(Use.Body, Use.Of, P.Root, Use.Fact, Use.ReadAt);
      bool Stray =
          !Places.empty() && llvm::all_of(Places, [&](const Located &L) {
            auto Homes = homes(L);
            return !Homes.empty() && !llvm::is_contained(Homes, P.Root) &&
                   !Rebound.count(L.Where);
          });
      if (!Stray)
        continue;
      auto [It, New] =
          Known.try_emplace({Places[0].Where, P.Root}, Found.size());
      if (New)
        Found.push_back({{Use.Body, Use.Fact},
                         Use.Of,
                         Places[0].Where,
                         std::move(P),
                         homes(Places[0])[0],
                         madeAt(Places[0].Where)});
      else if (Found[It->second].At != Site{Use.Body, Use.Fact})
        ++Found[It->second].More;
    }
  }

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<FunctionResult> &Results;
  const ThreadRoots &Roots;
  Objects &Memory;
  std::set<Path> Rebound;
  std::map<std::pair<Path, RootId>, size_t> Known;
  std::vector<StrayUse> Found;
};

} // namespace

std::vector<StrayUse> analysis::findStrayUses(
    const link::Program &Program, PathTable &Paths, const CallGraph &Graph,
    const std::vector<FunctionResult> &Results, const ThreadRoots &Roots,
    Objects &Memory, const ObjectUses &Bound) {
  if (Bound.empty())
    return {};
  return Search(Program, Paths, Graph, Results, Roots, Memory).find(Bound);
}

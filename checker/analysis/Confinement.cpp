//===-- Confinement.cpp - Until when an object is its maker's alone -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Confinement.h"

#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

/// Calls that are followed from one function; what is further down is taken to
/// tell others.
static constexpr unsigned MaxDepth = 64;

const PointerFlow &Confinement::flow(BodyId B) {
  std::unique_ptr<PointerFlow> &F = Flows[B];
  if (!F) {
    // Making it may look at other functions' facts, but not at their flows.
    auto Made = std::make_unique<PointerFlow>(Program, Paths, Graph, Summaries, B);
    Flows[B] = std::move(Made);
  }
  return *Flows[B];
}

/// Follows one object through one function.
class Confinement::Search {
public:
  Search(Confinement &C, BodyId B, Path Root)
      : C(C), Paths(C.Paths), B(B), Flow(C.flow(B)) {
    Carriers.push_back(Root);
  }

  Telling run() {
    // Each round may find a further variable that leads to the object.
    for (size_t Before = 0; Before != Carriers.size();) {
      Before = Carriers.size();
      for (const Assignment &A : Flow.assignments())
        if (A.How == Assignment::Pointer && refers(A.What))
          putInto(A.Where, A.Fact);
      for (const PointerFlow::Call &Call : Flow.calls())
        pass(Call);
    }
    for (const auto &[Fact, V] : Flow.returned())
      Found.Returned |= refers(V);
    return std::move(Found);
  }

private:
  bool carries(Path Root) const { return llvm::is_contained(Carriers, Root); }

  /// Does \p V lead to the object? Its address does, that of a part of it, and
  /// the value of a variable that points to it; not what it points to itself.
  bool refers(Value V) const {
    if (!V.hasPath() || !Paths.known(V.path()))
      return false;
    Path Root = Paths[V.path()].Root;
    if (!carries(Root))
      return false;
    if (V.Kind != OperandKind::Address)
      return V.path() == Root ||
             (V.Kind == OperandKind::Object && !pointsOn(V.path()));
    return !pointsOn(V.path());
  }

  /// Does \p P lead on from the object to another?
  bool pointsOn(Path P) const {
    unsigned Derefs = 0;
    bool First = false;
    for (Path Q = P; Paths[Q].Parent; Q = Paths[Q].Parent)
      if (Paths[Q].Kind == PathKind::Deref) {
        ++Derefs;
        First = !Paths[Paths[Q].Parent].Parent;
      }
    return Derefs > 1 || (Derefs == 1 && !First);
  }

  void tell(uint32_t Fact) { support::insertSorted(Found.Told, Fact); }

  /// The object's address goes to \p Where.
  void putInto(Path Where, uint32_t Fact) {
    if (!Paths.known(Where))
      return;
    Path Root = Paths[Where].Root;
    if (carries(Root))
      return;
    const ProgramPath &N = Paths[Root];
    switch (N.Kind) {
    case PathKind::Parameter:
      if (Where == Root)
        Carriers.push_back(Root); // Its own copy of a pointer.
      else
        support::insertSorted(Found.Into, std::pair(Fact, N.Number));
      break;
    case PathKind::Local:
    case PathKind::Allocation:
    case PathKind::Result:
      if (pointsOn(Where) || !ownPointee(Where, Root, Fact))
        tell(Fact);
      else
        Carriers.push_back(Root);
      break;
    case PathKind::Return:
      Found.Returned = true;
      break;
    default:
      tell(Fact);
    }
  }

  /// \p Where is in \p Root or in what that points to. Is that this function's?
  /// If it is a parameter's, this notes so.
  bool ownPointee(Path Where, Path Root, uint32_t Fact) {
    bool Through = false;
    for (Path Q = Where; Paths[Q].Parent; Q = Paths[Q].Parent)
      Through |= Paths[Q].Kind == PathKind::Deref;
    if (!Through)
      return true;
    if (Paths[Root].Kind == PathKind::Result)
      return false;
    for (const Assignment &A : Flow.assignments()) {
      if (A.Where != Root || A.How != Assignment::Pointer || !A.What.hasPath() ||
          !Paths.known(A.What.path()))
        continue;
      const ProgramPath &From = Paths.rootOf(A.What.path());
      if (From.Kind == PathKind::Global)
        return false;
      if (From.Kind == PathKind::Parameter)
        support::insertSorted(Found.Into, std::pair(Fact, From.Number));
    }
    return true;
  }

  void pass(const PointerFlow::Call &Call) {
    const CallSite *Site = C.Graph.site(B, Call.Fact);
    if (Site)
      for (const Invocation &I : Site->Invocations)
        if (I.Kind == Invocation::Thread)
          for (Value V : Call.Arguments)
            if (refers(V))
              tell(Call.Fact);
    if (Site && Site->has({models::EffectKind::Holds}))
      keep(*Site);
    for (unsigned I = 0; I < Call.Arguments.size(); ++I) {
      if (!refers(Call.Arguments[I]) || !Site || Site->Model)
        continue;
      if (Site->Targets.Unresolved)
        tell(Call.Fact);
      for (BodyId Target : Site->Targets.Bodies)
        passTo(Call, C.telling(Target, Paths.root(PathKind::Parameter, I)));
    }
  }

  /// `bind(&C::run, &object)`: a callable keeps what it is bound to.
  void keep(const CallSite &Site) {
    BodyView View(C.Program, Paths, C.Graph, C.Summaries, B);
    const facts::Fact &F = View.fact(Site.Fact);
    for (const models::Effect &E : Site.Model->Effects)
      if (E.Kind == models::EffectKind::Holds &&
          llvm::any_of(View.values(F, E.Operands),
                       [&](Value V) { return refers(V); }))
        putInto(View.location(F, E.On), Site.Fact);
  }

  void passTo(const PointerFlow::Call &Call, const Telling &There) {
    if (!There.Told.empty())
      tell(Call.Fact);
    for (auto [Fact, Parameter] : There.Into)
      if (Parameter < Call.Arguments.size())
        if (Value V = Call.Arguments[Parameter]; V.hasPath())
          putInto(Paths.pointee(V), Call.Fact);
    if (There.Returned && Call.Result)
      putInto(Call.Result, Call.Fact);
  }

  Confinement &C;
  PathTable &Paths;
  BodyId B;
  const PointerFlow &Flow;
  llvm::SmallVector<Path, 4> Carriers;
  Telling Found;
};

const Telling &Confinement::telling(BodyId B, Path Root) {
  auto [It, New] = Known.try_emplace({B, Root});
  if (New) {
    // A function that calls itself: taken to tell nobody.
    It->second = std::make_unique<Telling>();
    if (Depth >= MaxDepth) {
      It->second->Told.push_back(0);
      return *It->second;
    }
    ++Depth;
    *It->second = Search(*this, B, Root).run();
    --Depth;
  }
  return *It->second;
}

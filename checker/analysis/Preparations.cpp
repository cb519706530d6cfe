//===-- Preparations.cpp - Functions that have an object to themselves ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Preparations.h"

#include "analysis/Types.h"

#include "llvm/ADT/SmallSet.h"

#include <set>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using models::EffectKind;

/// Calls are followed so far to the one that initialises the lock.
static constexpr unsigned MaxDepth = 4;
/// So many members are filled by a function that makes an object ready; one
/// that fills fewer may change an object in use.
static constexpr size_t MinFilled = 3;
/// See filled().
static constexpr size_t All = ~size_t(0);

bool Preparations::prepares(BodyId B, unsigned Parameter) {
  auto [It, New] = Known.try_emplace({B, Parameter});
  if (New) {
    const link::FunctionSymbol &F = Program.function(Program.body(B).Function);
    It->second = (Parameter == 0 && (F.has(facts::FnF_Constructor) ||
                                     F.has(facts::FnF_Destructor))) ||
                 startsOrEndsLock(B, Parameter, 0) || fills(B, Parameter);
  }
  return It->second;
}

bool Preparations::prepares(BodyId B, link::VariableSym Lock) {
  auto [It, New] = KnownOfFile.try_emplace({B, Lock});
  if (New)
    It->second = startsOrEndsLock(B, Lock) || fillsOwnFile(B, Lock);
  return It->second;
}

bool analysis::haveOneOwner(const link::Program &Program, link::VariableSym A,
                            link::VariableSym B) {
  const link::VariableSymbol &First = Program.variable(A),
                             &Second = Program.variable(B);
  if (First.Flags & Second.Flags & facts::VF_StaticMember)
    return llvm::StringRef(First.Qualified).rsplit("::").first ==
           llvm::StringRef(Second.Qualified).rsplit("::").first;
  return First.Flags & Second.Flags & facts::VF_Internal &&
         First.Unit == Second.Unit;
}

/// Is \p P what the parameter refers to, or a part of that?
bool Preparations::isOf(Path P, unsigned Parameter) const {
  Path Whole;
  for (Path Q = P; Q; Q = Paths[Q].Parent)
    if (Paths[Q].Kind == PathKind::Deref) {
      if (Whole)
        return false; // What a pointer in it leads to.
      Whole = Q;
    }
  return Whole && Paths.isRoot(Paths[Whole].Parent, PathKind::Parameter) &&
         Paths.rootOf(P).Number == Parameter;
}

/// Does \p B itself begin or end the life of a lock that \p IsIt?
bool Preparations::handsLock(BodyId B,
                             llvm::function_ref<bool(Path)> IsIt) const {
  std::optional<BodyView> View;
  for (const CallSite &S : Graph.sites(B)) {
    if (!S.Model)
      continue;
    for (const models::Effect &E : S.Model->Effects) {
      if (E.Kind != EffectKind::InitLock &&
          E.Kind != EffectKind::InitRecursive && E.Kind != EffectKind::EndLock)
        continue;
      if (!View)
        View.emplace(Program, Paths, Graph, Summaries, B);
      if (IsIt(View->location(View->fact(S.Fact), E.Operands.front())))
        return true;
    }
  }
  return false;
}

/// In \p B itself or in what it calls with the object or a part of it.
bool Preparations::startsOrEndsLock(BodyId B, unsigned Parameter,
                                    unsigned Depth) {
  if (handsLock(B, [&](Path P) { return isOf(P, Parameter); }))
    return true;
  if (Depth == MaxDepth)
    return false;
  for (const CallSite &S : Graph.sites(B)) {
    if (S.Model)
      continue;
    for (BodyId Callee : S.Targets.Bodies) {
      auto Arguments = Flows.flow(B).arguments(S.Fact, Callee);
      for (unsigned I = 0; I < Arguments.size(); ++I)
        if (Arguments[I].hasPath() &&
            isOf(Paths.pointee(Arguments[I]), Parameter) &&
            startsOrEndsLock(Callee, I, Depth + 1))
          return true;
    }
  }
  return false;
}

/// In \p B itself or in what it calls. Each function is looked at once.
bool Preparations::startsOrEndsLock(BodyId B, link::VariableSym Lock) const {
  auto IsIt = [&](Path P) {
    return Paths.known(P) && Paths.rootOf(P).Kind == PathKind::Global &&
           Paths.rootOf(P).Number == Lock.Index;
  };
  std::set<BodyId> Seen{B};
  std::vector<BodyId> Level{B};
  for (unsigned Depth = 0; Depth <= MaxDepth; ++Depth) {
    std::vector<BodyId> Next;
    for (BodyId Here : Level) {
      if (handsLock(Here, IsIt))
        return true;
      for (const CallSite &S : Graph.sites(Here))
        if (!S.Model)
          for (BodyId Callee : S.Targets.Bodies)
            if (Seen.insert(Callee).second)
              Next.push_back(Callee);
    }
    Level = std::move(Next);
  }
  return false;
}

/// How many parts \p B writes, without a lock, before it reads them: none if it
/// does otherwise to one, All if it writes what is behind a pointer as a whole.
/// \p PartOf: the part that a path is of; none if that is of no matter.
size_t Preparations::filled(BodyId B,
                            llvm::function_ref<Path(Path)> PartOf) const {
  BodyView View(Program, Paths, Graph, Summaries, B);
  llvm::SmallSet<Path, 8> Filled;
  for (uint32_t I = 0; I < View.facts().Facts.size(); ++I) {
    const Fact &F = View.fact(I);
    if (F.Kind != FactKind::Read && F.Kind != FactKind::Write)
      continue;
    Path Part = PartOf(View.path(F.Path));
    if (!Part)
      continue;
    if (const PointState *S = Results[B.Index].point(I); S && !S->Held.empty())
      return 0;
    if (F.Kind == FactKind::Write && Paths[Part].Kind == PathKind::Deref)
      return All;
    if (F.Kind == FactKind::Write)
      Filled.insert(Part);
    else if (!Filled.contains(Part))
      return 0;
  }
  return Filled.size();
}

/// Does \p B fill several variables beside \p Lock?
bool Preparations::fillsOwnFile(BodyId B, link::VariableSym Lock) const {
  return filled(B, [&](Path P) {
           const ProgramPath &Root = Paths.rootOf(P);
           bool Beside =
               Root.Kind == PathKind::Global &&
               haveOneOwner(Program, link::VariableSym(Root.Number), Lock);
           return Beside ? Paths[P].Root : Path();
         }) >= MinFilled;
}

/// Does \p B fill several members of the parameter's object, one of them with
/// what another parameter is?
bool Preparations::fills(BodyId B, unsigned Parameter) {
  if (Program.function(Program.body(B).Function).has(facts::FnF_Method))
    return false; // Of an object that has been constructed.
  size_t Count = filled(B, [&](Path P) {
    if (!isOf(P, Parameter))
      return Path();
    while (Paths[P].Kind != PathKind::Deref &&
           Paths[Paths[P].Parent].Kind != PathKind::Deref)
      P = Paths[P].Parent;
    return P;
  });
  return Count == All ||
         (Count >= MinFilled &&
          llvm::any_of(Flows.flow(B).assignments(), [&](const Assignment &A) {
            return isOf(A.Where, Parameter) && A.What.hasPath() &&
                   Paths.rootOf(A.What.path()).Kind == PathKind::Parameter &&
                   Paths.rootOf(A.What.path()).Number != Parameter;
          }));
}

bool Preparations::joins(BodyId B, unsigned Parameter, link::RecordSym Whole) {
  return llvm::any_of(Flows.flow(B).assignments(), [&](const Assignment &A) {
    return isOf(A.Where, Parameter) && A.What.hasPath() &&
           classOf(Program, typeOf(Program, Paths, Paths.pointee(A.What), B)) ==
               Whole;
  });
}

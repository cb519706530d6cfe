//===-- Preparations.cpp - Functions that have an object to themselves ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Preparations.h"

#include "analysis/Types.h"

#include "llvm/ADT/SmallSet.h"

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
    It->second = startsOrEndsLock(B, Lock, 0) || fillsOwnFile(B, Lock);
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

/// In \p B itself or in what it calls with the object or a part of it.
bool Preparations::startsOrEndsLock(BodyId B, unsigned Parameter,
                                    unsigned Depth) {
  std::optional<BodyView> View;
  auto See = [&]() -> BodyView & {
    if (!View)
      View.emplace(Program, Paths, Graph, Summaries, B);
    return *View;
  };
  auto HandsLock = [&](const CallSite &S) {
    return llvm::any_of(S.Model->Effects, [&](const models::Effect &E) {
      return (E.Kind == EffectKind::InitLock ||
              E.Kind == EffectKind::InitRecursive ||
              E.Kind == EffectKind::EndLock) &&
             isOf(See().location(See().fact(S.Fact), E.Operands.front()),
                  Parameter);
    });
  };
  for (const CallSite &S : Graph.sites(B)) {
    if (S.Model) {
      if (HandsLock(S))
        return true;
      continue;
    }
    if (Depth == MaxDepth)
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

/// In \p B itself or in what it calls.
bool Preparations::startsOrEndsLock(BodyId B, link::VariableSym Lock,
                                    unsigned Depth) {
  std::optional<BodyView> View;
  for (const CallSite &S : Graph.sites(B)) {
    if (!S.Model) {
      if (Depth < MaxDepth &&
          llvm::any_of(S.Targets.Bodies, [&](BodyId Callee) {
            return startsOrEndsLock(Callee, Lock, Depth + 1);
          }))
        return true;
      continue;
    }
    for (const models::Effect &E : S.Model->Effects) {
      if (E.Kind != EffectKind::InitLock &&
          E.Kind != EffectKind::InitRecursive && E.Kind != EffectKind::EndLock)
        continue;
      if (!View)
        View.emplace(Program, Paths, Graph, Summaries, B);
      Path P = View->location(View->fact(S.Fact), E.Operands.front());
      if (Paths.known(P) && Paths.rootOf(P).Kind == PathKind::Global &&
          Paths.rootOf(P).Number == Lock.Index)
        return true;
    }
  }
  return false;
}

/// Does \p B, without a lock, write several variables beside \p Lock before it
/// reads them?
bool Preparations::fillsOwnFile(BodyId B, link::VariableSym Lock) {
  BodyView View(Program, Paths, Graph, Summaries, B);
  llvm::SmallSet<uint32_t, 8> Filled;
  for (uint32_t I = 0; I < View.facts().Facts.size(); ++I) {
    const Fact &F = View.fact(I);
    if (F.Kind != FactKind::Read && F.Kind != FactKind::Write)
      continue;
    const ProgramPath &Root = Paths.rootOf(View.path(F.Path));
    if (Root.Kind != PathKind::Global ||
        !haveOneOwner(Program, link::VariableSym(Root.Number), Lock))
      continue;
    if (const PointState *S = Results[B.Index].point(I); S && !S->Held.empty())
      return false;
    if (F.Kind == FactKind::Write)
      Filled.insert(Root.Number);
    else if (!Filled.contains(Root.Number))
      return false;
  }
  return Filled.size() >= MinFilled;
}

/// Does \p B, without a lock, write several members of the parameter's object
/// before it reads them, one of them with what another parameter is?
bool Preparations::fills(BodyId B, unsigned Parameter) {
  if (Program.function(Program.body(B).Function).has(facts::FnF_Method))
    return false; // Of an object that has been constructed.
  BodyView View(Program, Paths, Graph, Summaries, B);
  llvm::SmallSet<Path, 8> Filled;
  for (uint32_t I = 0; I < View.facts().Facts.size(); ++I) {
    const Fact &F = View.fact(I);
    if (F.Kind != FactKind::Read && F.Kind != FactKind::Write)
      continue;
    Path P = View.path(F.Path);
    if (!isOf(P, Parameter))
      continue;
    if (const PointState *S = Results[B.Index].point(I); S && !S->Held.empty())
      return false;
    if (Paths[P].Kind == PathKind::Deref && F.Kind == FactKind::Write)
      return true; // All of it.
    while (Paths[P].Parent && Paths[Paths[P].Parent].Kind != PathKind::Deref)
      P = Paths[P].Parent;
    if (F.Kind == FactKind::Write)
      Filled.insert(P);
    else if (!Filled.contains(P))
      return false;
  }
  return Filled.size() >= MinFilled &&
         llvm::any_of(Flows.flow(B).assignments(), [&](const Assignment &A) {
           return isOf(A.Where, Parameter) && A.What.hasPath() &&
                  Paths.rootOf(A.What.path()).Kind == PathKind::Parameter &&
                  Paths.rootOf(A.What.path()).Number != Parameter;
         });
}

bool Preparations::joins(BodyId B, unsigned Parameter, link::RecordSym Whole) {
  return llvm::any_of(Flows.flow(B).assignments(), [&](const Assignment &A) {
    return isOf(A.Where, Parameter) && A.What.hasPath() &&
           classOf(Program, typeOf(Program, Paths, Paths.pointee(A.What), B)) ==
               Whole;
  });
}

//===-- ObjectContents.cpp - What the pointers in memory point to ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The half of Objects.h that asks who has stored a pointer where: variables of
// the function itself in the order of its flow, all other memory in no order.
//
//===----------------------------------------------------------------------===//

#include "analysis/Objects.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

/// Stores to one field that are looked at.
static constexpr size_t MaxStores = 48;

/// What the pointer in \p Of points to, as \p Fact of \p B finds it.
Locations Objects::content(const Located &Of, BodyId B, RootId R, uint32_t Fact,
                           uint32_t When) {
  const ProgramPath Root = Paths.rootOf(Of.Where);
  if (Of.Maker == R && Root.Version == B.Index &&
      (Root.Kind == PathKind::Local || Root.Kind == PathKind::Parameter)) {
    Locations Here = contentHere(Of.Where, B, R, Fact, When);
    if (!Here.empty() || Paths[Of.Where].Parent == Path())
      return Here;
  }
  return contentOfMemory(Of, R);
}

/// The same of a variable of \p B itself.
Locations Objects::contentHere(Path Where, BodyId B, RootId R, uint32_t Fact,
                               uint32_t When) {
  const PointerFlow &Flow = Confined.flow(B);
  const ProgramPath Root = Paths.rootOf(Where);
  Path Own = Where;
  if (Root.Kind == PathKind::Parameter)
    Own = Paths.rebase(Where, Paths[Where].Root,
                       Paths.root(PathKind::Parameter, Root.Number));
  PointerFlow::Reaching Found = Flow.reaching(Own, When);
  Locations Result;
  for (uint32_t I : Found.Assignments) {
    const Assignment &A = Flow.assignments()[I];
    Path From = A.How == Assignment::Pointer
                    ? (A.What.hasPath() ? Paths[A.What.path()].Root : Path())
                    : Paths[Own].Root;
    for (Located L : assigned(B, A, R)) {
      if (From)
        L.Told |= told(B, From, Fact, R) || told(B, Paths[Own].Root, Fact, R);
      add(Result, L);
    }
  }
  if (Found.Entry && Root.Kind == PathKind::Parameter && !Paths[Where].Parent) {
    bool Told = told(B, Paths[Own].Root, Fact, R);
    for (Located L : pointees(B, Root.Number, R)) {
      L.Told |= Told;
      add(Result, L);
    }
  }
  return Result;
}

/// What a closure that nobody leads to has captured: it is known by its type.
Locations Objects::captured(link::FieldSym Field, RootId R) {
  Locations Result;
  if (!(Program.record(Program.field(Field).Owner).Flags & facts::RF_Lambda))
    return Result;
  auto It = FieldStores.find(Field);
  if (It == FieldStores.end())
    return Result;
  for (const HeapStore &S : It->second)
    for (const RootContext &C : Roots.contexts(S.Body)) {
      if (Roots.root(C.Root).What == Root::Library)
        continue;
      for (Located L : assigned(S.Body, S.What, C.Root)) {
        if (C.Root != R)
          cross(L, R, C.Root, {S.Body, S.What.Fact});
        L.Task = Program.field(Field).Owner;
        add(Result, L);
      }
    }
  return Result;
}

/// Who may have stored what \p B stores, for a thread of \p R.
llvm::SmallVector<RootId, 4> Objects::storers(BodyId B, RootId R) const {
  llvm::SmallVector<RootId, 4> Result;
  if (beforeMain(B))
    Result.push_back(R); // Nobody's thread, in the end.
  for (const RootContext &C : Roots.contexts(B))
    if (Roots.root(C.Root).What != Root::Library)
      Result.push_back(C.Root);
  return Result;
}

/// What stores to the field \p F leave in \p Of.
void Objects::contentOfField(link::FieldSym F, const Located &Of, RootId R,
                             Locations &To) {
  auto At = FieldStores.find(F);
  if (At == FieldStores.end())
    return;
  Cuts += At->second.size() > MaxStores;
  for (const HeapStore &S : llvm::ArrayRef(At->second).take_front(MaxStores))
    for (RootId Storer : storers(S.Body, R))
      for (Located L : stored(S, Storer, Of)) {
        if (Storer != R && L.Maker != R && L.Where != Of.Where &&
            Roots.root(R).What == Root::Thread && L.Maker)
          cross(L, R, Storer,
                Of.Maker == Storer ? Roots.root(R).Spawn
                                   : Site{S.Body, S.What.Fact});
        add(To, L);
      }
}

void Objects::contentOfVariable(link::VariableSym V, const Located &Of,
                                RootId R, Locations &To) {
  auto At = VariableStores.find(V);
  if (At == VariableStores.end())
    return;
  for (const HeapStore &S : At->second)
    if (same(S.What.Where, Of.Where))
      for (RootId Storer : storers(S.Body, R))
        for (Located L : assigned(S.Body, S.What, Storer)) {
          L.Foreign = L.Told = true;
          add(To, L);
        }
}

std::vector<Site> Objects::storesTo(Path Pointer) const {
  std::vector<Site> Result;
  auto Add = [&](const std::vector<HeapStore> &Stores) {
    for (const HeapStore &S : Stores)
      if (S.What.How != Assignment::Nothing)
        Result.push_back({S.Body, S.What.Fact});
  };
  Path Key = keyOf(Pointer);
  if (!Key)
    return Result;
  uint32_t Number = Paths[Key].Number;
  if (Paths[Key].Kind == PathKind::Field) {
    if (auto It = FieldStores.find(link::FieldSym(Number));
        It != FieldStores.end())
      Add(It->second);
  } else if (auto It = VariableStores.find(link::VariableSym(Number));
             It != VariableStores.end()) {
    Add(It->second);
  }
  return Result;
}

/// \p Of is part of a variable of a function further up.
void Objects::contentOfLocal(const Located &Of, RootId R, Locations &To) {
  if (!Of.Maker)
    return;
  const ProgramPath Root = Paths.rootOf(Of.Where);
  BodyId In(Root.Version);
  const PointerFlow &Flow = Confined.flow(In);
  Path Own = Of.Where;
  if (Root.Kind == PathKind::Parameter)
    Own = Paths.rebase(Of.Where, Paths[Of.Where].Root,
                       Paths.root(PathKind::Parameter, Root.Number));
  for (const Assignment &A : Flow.assignments())
    if (same(A.Where, Own))
      for (const Located &L : assigned(In, A, Of.Maker))
        add(To, L);
  if (Root.Kind == PathKind::Parameter && Own == Paths[Own].Root) {
    for (const Located &L : pointees(In, Root.Number, Of.Maker))
      add(To, L);
  } else if (Root.Kind == PathKind::Parameter) {
    contentOfCopy(Of, R, To);
  }
  if (Of.Maker != R && Roots.root(R).What == Root::Thread)
    for (Located &L : To)
      cross(L, R, Of.Maker);
}

/// \p Of is part of a parameter, which is a copy of an object: what is in that.
void Objects::contentOfCopy(const Located &Of, RootId R, Locations &To) {
  const ProgramPath Root = Paths.rootOf(Of.Where);
  BodyId In(Root.Version);
  Locations Copied;
  passedBySpawn(In, Root.Number, Of.Maker, Whole, Copied);
  passedByCalls(In, Root.Number, Of.Maker, Whole, Copied);
  for (Located &L : Copied) {
    L.Where = normal(Paths.rebase(Of.Where, Paths[Of.Where].Root, L.Where));
    for (const Located &M : contentOfMemory(L, R))
      add(To, M);
  }
}

Locations Objects::contentOfMemory(const Located &Of, RootId R) {
  auto [It, New] = Contents.try_emplace({Of.Where, Of.Maker, R});
  if (!New && !It->second.Done)
    return {}; // A pointer that leads to itself.
  if (New) {
    Locations Found;
    PathKind Root = Paths.rootOf(Of.Where).Kind;
    Path Key = keyOf(Of.Where);
    if (Key && Paths[Key].Kind == PathKind::Field) {
      contentOfField(link::FieldSym(Paths[Key].Number), Of, R, Found);
      if (Root == PathKind::Parameter && Of.Maker)
        contentOfCopy(Of, R, Found);
    } else if (Key)
      contentOfVariable(link::VariableSym(Paths[Key].Number), Of, R, Found);
    else if (Root == PathKind::Local || Root == PathKind::Parameter)
      contentOfLocal(Of, R, Found);
    for (Located &L : Found)
      L.Via = Site();
    It->second = {true, std::move(Found)};
  }
  bool Element = false;
  for (Path P = Of.Where; P; P = Paths[P].Parent)
    Element |= Paths[P].Kind == PathKind::ElementAny;
  Locations Result = It->second.Found;
  size_t Choices = Result.size();
  for (Located &L : Result) {
    L.Told |= Of.Told;
    L.Foreign |= Of.Foreign || !Of.Maker;
    L.Common |= Of.Common && L.Maker != R;
    L.Several |= (Of.Several || Element || Choices > 1) &&
                 manyObjects(Paths[L.Where].Root);
  }
  return Result;
}

/// The callers of the function of \p S, with what the store is there.
void Objects::callersOf(const Storing &S, std::vector<Storing> &To) {
  auto Up = [&](BodyId From, uint32_t Fact, llvm::ArrayRef<Value> Arguments,
                RootId In) {
    Binding B{Arguments, Path()};
    Storing Next{From, Fact, substitute(Paths, S.Where, B), S.What, In, S.Own};
    if (S.What.hasPath() && Paths.isRoot(S.What.path(), PathKind::Parameter))
      Next.What = substitute(Paths, S.What, B);
    else if (!S.Own)
      Next.What = S.What;
    if (Paths.known(Next.Where) && To.size() < 64 &&
        !llvm::is_contained(To, Next))
      To.push_back(Next);
  };
  const Root &Of = Roots.root(S.In);
  if (Of.What == Root::Thread && Of.Point) {
    const auto &Targets = Of.Point->Callable->Targets;
    for (size_t I = 0; I < Targets.size() && I < Of.Point->Arguments.size();
         ++I)
      if (Targets[I] == S.Body)
        for (const RootContext &C : Roots.contexts(Of.Spawn.Body))
          if (Roots.root(C.Root).What != Root::Library)
            Up(Of.Spawn.Body, Of.Spawn.Fact, Of.Point->Arguments[I], C.Root);
  }
  auto Callers = Graph.callers(S.Body);
  if (Callers.size() > MaxCallers)
    return;
  for (const CallGraph::Caller &C : Callers)
    if (Roots.context(C.Body, S.In)) {
      auto Arguments = Confined.flow(C.Body).arguments(C.Fact, S.Body);
      Up(C.Body, C.Fact, Arguments, S.In);
    }
}

/// What \p S, as \p Q gets there, leaves in \p Of.
Locations Objects::stored(const HeapStore &S, RootId Q, const Located &Of) {
  Locations Result;
  const Assignment &A = S.What;
  std::vector<Storing> Ways;
  bool Fresh = A.How == Assignment::Fresh ||
               (A.How == Assignment::Pointer && A.What.hasPath() &&
                Paths[A.What.path()].Kind == PathKind::Allocation);
  Ways.push_back({S.Body, A.Fact, A.Where, A.What, Q, Fresh});
  for (size_t I = 0; I < Ways.size(); ++I) {
    const Storing Way = Ways[I];
    if (Paths.isRoot(Way.Where, PathKind::Parameter)) {
      callersOf(Way, Ways);
      continue;
    }
    Locations Where = locate(Way.Body, Way.Where, Way.In, Way.Fact);
    bool Here = llvm::any_of(Where, [&](const Located &L) {
      if (same(L.Where, Of.Where))
        return true;
      // The same, as the wrapper that made the object calls it.
      auto It = MadeIn.find(Paths[Of.Where].Root);
      return It != MadeIn.end() && llvm::any_of(It->second, [&](Path Inner) {
               return same(L.Where,
                           Paths.rebase(Of.Where, Paths[Of.Where].Root, Inner));
             });
    });
    if (!Here)
      continue;
    if (Way.Own && I > 0) {
      // Each owner has one of its own.
      Located L = Of;
      L.Where = Paths.deref(Of.Where);
      add(Result, L);
      continue;
    }
    if (A.How != Assignment::Pointer || Way.Own) {
      for (const Located &L : assigned(S.Body, A, Q))
        add(Result, L);
      continue;
    }
    if (!Way.What.hasPath())
      continue;
    bool Placed = !Paths.isRoot(Way.What.path(), PathKind::Global);
    BodyId In = Way.Body;
    uint32_t At = Way.Fact;
    // What is no parameter's is still what the store calls it.
    if (Placed && I > 0 && Way.What == A.What) {
      In = S.Body;
      At = A.Fact;
    }
    const PointerFlow &Flow = Confined.flow(Way.Body);
    for (Located L :
         locate(In, Paths.pointee(Way.What), In == S.Body ? Q : Way.In, At)) {
      // Each round of a loop makes another owner, for one and the same.
      const ProgramPath &Root = Paths.rootOf(L.Where);
      bool Made = Root.Kind != PathKind::Global &&
                  Root.Version == Way.Body.Index && L.Maker == Way.In;
      L.Common |= I > 0 && Made &&
                  Flow.loopsAround(Way.Fact, Flow.makerOf(Paths[L.Where].Root));
      add(Result, L);
    }
  }
  return Result;
}

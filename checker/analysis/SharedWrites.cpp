//===-- SharedWrites.cpp - Who may write shared memory meanwhile ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/SharedWrites.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::EffectKind;

/// Writes of one thing that are kept, at most.
static constexpr size_t MaxWrites = 64;
/// Callers that are asked whose object it is, and how far up.
static constexpr size_t MaxCallers = 8;
static constexpr unsigned MaxDepth = 4;

SharedWrites::SharedWrites(const link::Program &Program, PathTable &Paths,
                           const CallGraph &Graph,
                           const std::vector<Summary> &Summaries,
                           const std::vector<FunctionResult> &Results,
                           const LockKeys &Keys, const ThreadRoots &Roots)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Results(Results), Keys(Keys), Roots(Roots) {}

static LockKey keyOf(const PathTable &Paths, Path P) {
  const ProgramPath &N = Paths[P];
  switch (N.Kind) {
  case PathKind::Field:
    return {LockKey::Field, N.Number};
  case PathKind::Global:
    return {LockKey::Variable, N.Number};
  case PathKind::Local:
    return {LockKey::Object, P.Index};
  default:
    return {};
  }
}

bool SharedWrites::isLibraryField(Path P) const {
  if (Paths[P].Kind != PathKind::Field)
    return false;
  const link::FieldSymbol &F = Program.field(link::FieldSym(Paths[P].Number));
  return Program.record(F.Owner).Flags & facts::RF_System;
}

LockKey SharedWrites::nameOfStep(Path P) const {
  return isLibraryField(P) ? LockKey() : keyOf(Paths, P);
}

SharedWrites::Named SharedWrites::name(Path Where, BodyId In) const {
  auto [P, There] = Keys.normalise(Where, In);
  if (!Paths.known(P))
    return {};
  Named Result;
  for (; P; P = Paths[P].Parent) {
    PathKind K = Paths[P].Kind;
    if (K == PathKind::Deref || isElementStep(K)) {
      Result.Of = SharedWrite::Content;
      continue;
    }
    if (isLibraryField(P))
      continue;
    Result.Data = keyOf(Paths, P);
    return Result;
  }
  return Result;
}

/// What is written, under its own name and under that of all that it is in.
void SharedWrites::add(BodyId B, SharedWrite W) {
  auto [P, In] = Keys.normalise(W.Where, B);
  if (!Paths.known(P))
    return;
  // What an object's constructor and destructor do to it, nobody else sees.
  const link::FunctionSymbol &F = Program.function(Program.body(B).Function);
  if (F.has(facts::FnF_Constructor) || F.has(facts::FnF_Destructor)) {
    const ProgramPath &Root = Paths.rootOf(W.Where);
    if (Root.Kind == PathKind::Parameter && Root.Number == 0)
      return;
  }
  if (Roots.contexts(B).empty() || Roots.doomed(W.At))
    return;
  SharedWrite::Extent Of = SharedWrite::Whole;
  for (; P; P = Paths[P].Parent) {
    PathKind K = Paths[P].Kind;
    if (K == PathKind::Deref || isElementStep(K)) {
      Of = SharedWrite::Content;
      continue;
    }
    if (isLibraryField(P))
      continue;
    if (LockKey Key = keyOf(Paths, P)) {
      W.Of = Of;
      auto &List = ByData[Key];
      if (List.size() < MaxWrites)
        List.push_back(W);
      else
        Cut.insert(Key);
    }
    if (Of == SharedWrite::Whole)
      Of = SharedWrite::Part;
  }
}

/// Which locals and parameters are left where others find them.
void SharedWrites::findEscaping(BodyView &View) {
  BodyId B = View.body();
  const facts::FunctionBody &Facts = View.facts();
  auto Note = [&](const facts::Operand &O) {
    if (!O.hasPath())
      return;
    const facts::PathNode &Root = Facts.path(Facts.root(O.path()));
    if (Root.Kind == PathKind::Local && O.Kind != OperandKind::Load)
      Escaping.insert({B, Root.Number});
    else if (Root.Kind == PathKind::Parameter)
      Kept.insert({B, Root.Number});
  };
  for (const Fact &F : Facts.Facts)
    if (F.Kind == FactKind::Assign &&
        (Facts.operands(F)[0].Kind == OperandKind::Address ||
         Facts.path(Facts.root(F.Path)).Kind != PathKind::Local)) {
      const facts::Operand &O = Facts.operands(F)[0];
      // A number that a parameter was is not the parameter.
      if (O.Kind == OperandKind::Address ||
          (O.Kind == OperandKind::Load &&
           Facts.path(O.path()).Kind == PathKind::Parameter))
        Note(O);
    }
  for (const CallSite &S : Graph.sites(B)) {
    const Fact &F = Facts.Facts[S.Fact];
    auto Operands = Facts.operands(F);
    bool Starts = llvm::any_of(S.Invocations, [](const Invocation &I) {
      return I.Kind == Invocation::Thread;
    });
    if (S.Model && !Starts)
      continue;
    size_t Skip = bool(F.Flags & facts::FF_Indirect);
    for (size_t O = Skip; O < Operands.size(); ++O) {
      bool Keeps = Starts || S.Targets.Bodies.empty() || S.Targets.Unresolved ||
                   llvm::any_of(S.Targets.Bodies, [&](BodyId T) {
                     return Kept.contains({T, uint32_t(O - Skip)});
                   });
      if (Keeps && !(O == Skip && F.Kind == FactKind::Construct))
        Note(Operands[O]);
    }
  }
}

void SharedWrites::collect(BodyView &View) {
  findEscaping(View);
  BodyId B = View.body();
  const facts::FunctionBody &Facts = View.facts();
  if (Program.function(Program.body(B).Function).has(facts::FnF_StaticInit))
    return;
  auto Private = [&](facts::PathId P) {
    // A local is shared where a closure or thread has got it: such accesses
    // come from elsewhere, too.
    for (; P; P = Facts.path(P).Parent)
      if (Facts.path(P).Kind == PathKind::Deref)
        return false;
      else if (Facts.path(P).Kind == PathKind::Local)
        return !(Facts.Locals[Facts.path(P).Number].Flags &
                 facts::LF_AddressTaken);
    return false;
  };
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (F.Kind != FactKind::Write || Private(F.Path))
      continue;
    SharedWrite W;
    W.At = {B, I};
    W.Where = View.path(F.Path);
    W.Atomic = F.Flags & facts::FF_AtomicAccess;
    if (I + 1 < Facts.Facts.size() && !(F.Flags & facts::FF_ReadModifyWrite)) {
      const Fact &Next = Facts.Facts[I + 1];
      if (Next.Kind == FactKind::Assign && Next.Path == F.Path)
        if (const facts::Operand &O = Facts.operands(Next)[0];
            O.Kind == OperandKind::Constant)
          W.Constant = O.constant();
    }
    add(B, W);
  }
  for (const CallSite &S : Graph.sites(B)) {
    const Fact &F = Facts.Facts[S.Fact];
    auto Operands = Facts.operands(F);
    if (!S.Model)
      continue;
    for (const models::Effect &E : S.Model->Effects) {
      bool Atomic = E.Kind == EffectKind::AtomicStore ||
                    E.Kind == EffectKind::AtomicUpdate;
      if (!Atomic && E.Kind != EffectKind::Writes && E.Kind != EffectKind::Uses)
        continue;
      for (models::Selector O : expand(Program, B, F, E.Operands)) {
        if (!Atomic && !writesOperand(Program, B, F, E, O))
          continue;
        for (Path P : View.locations(F, O)) {
          if (!Paths.known(P))
            continue;
          SharedWrite W;
          W.At = {B, S.Fact};
          W.Where = P;
          W.Atomic = Atomic;
          bool Adds = S.has({EffectKind::Stores, EffectKind::Constructs,
                             EffectKind::AddsIfAbsent});
          W.Removes = S.has({EffectKind::Destroys});
          W.Inserts =
              !W.Removes && (Adds || S.has({EffectKind::ReturnsElement}));
          if (E.Kind == EffectKind::AtomicStore)
            for (const facts::Operand &V : Operands)
              if (V.Kind == OperandKind::Constant) {
                W.Constant = V.constant();
                break;
              }
          add(B, W);
        }
      }
    }
  }
}

llvm::ArrayRef<SharedWrite> SharedWrites::writes(LockKey Data) const {
  auto It = ByData.find(Data);
  if (It == ByData.end())
    return {};
  return It->second;
}

/// What the data itself has told is no news of the data: it may be told again.
std::vector<Point> SharedWrites::points(Site At, LockKey Data) const {
  const PointState *S = Results[At.Body.Index].point(At.Fact);
  std::vector<Point> Points = Roots.points(At.Body, S);
  if (!S)
    return Points;
  ShortList<HandOver> Observed;
  for (const HandOver &H : S->Observed)
    if (name(H.Of, At.Body).Data != Data)
      Observed.push_back(H);
  for (Point &P : Points) {
    Roots.addConditionalHolds(P, At.Body, S->Ways);
    Roots.addHandOvers(P, At.Body, Observed, S->Published);
  }
  return Points;
}

std::optional<Rival> SharedWrites::rival(
    Site At, LockKey Data, LockKey Guard, llvm::ArrayRef<Path> Throughout,
    llvm::function_ref<bool(const SharedWrite &)> Counts, bool Outside,
    llvm::function_ref<bool(const Point &, const SharedWrite &, const Point &)>
        Apart) const {
  std::vector<LockKey> Kept;
  for (Path L : Throughout)
    if (LockKey K = Keys.key(L, At.Body))
      Kept.push_back(K);
  std::vector<Point> Mine = points(At, Data);
  // What every caller holds is kept, too.
  std::vector<Point> Entry = Roots.points(At.Body, nullptr);
  std::optional<Rival> Best;
  for (const SharedWrite &W : writes(Data)) {
    if (!Counts(W))
      continue;
    std::vector<Point> Theirs = points(W.At, Data);
    for (size_t I = 0; I < Mine.size(); ++I)
      for (const Point &T : Theirs) {
        if (Guard && !llvm::is_contained(T.Held, Guard))
          continue;
        if (!Outside && (Roots.root(Mine[I].Root).What == Root::Library ||
                         Roots.root(T.Root).What == Root::Library))
          continue;
        auto Keeps = [&](LockKey K) {
          return llvm::is_contained(Kept, K) ||
                 llvm::is_contained(Entry[I].Held, K);
        };
        if (llvm::any_of(T.Held, Keeps) || !Roots.parallel(Mine[I], T) ||
            Roots.handedOver(Mine[I], T) || (Apart && Apart(Mine[I], W, T)))
          continue;
        bool Doubtful = Mine[I].Doubtful || T.Doubtful;
        if (Best &&
            (Doubtful || !(Best->Mine.Doubtful || Best->Theirs.Doubtful)))
          continue;
        Best = Rival{W, Mine[I], T};
      }
  }
  return Best;
}

bool SharedWrites::mayBeShared(Path Where, BodyId In, unsigned Depth) const {
  auto [P, B] = Keys.normalise(Where, In);
  if (!Paths.known(P))
    return false;
  const ProgramPath Root = Paths.rootOf(P);
  if (Root.Kind == PathKind::Local && BodyId(Root.Version) == B) {
    if (B != In)
      return true; // A closure got it.
    for (Path Q = P; Q; Q = Paths[Q].Parent)
      if (Paths[Q].Kind == PathKind::Deref)
        return true;
    return Escaping.contains({B, Root.Number});
  }
  if (Root.Kind != PathKind::Parameter || Depth >= MaxDepth)
    return true;
  auto Callers = Graph.callers(B);
  if (Callers.empty() || Callers.size() > MaxCallers)
    return true;
  for (const RootContext &C : Roots.contexts(B))
    if (!C.From)
      return true; // A root begins here.
  for (const CallGraph::Caller &C : Callers) {
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    Path There = substitute(Paths, P, {Arguments, Path()});
    if (!Paths.known(There) || mayBeShared(There, C.Body, Depth + 1))
      return true;
  }
  return false;
}

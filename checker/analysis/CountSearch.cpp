//===-- CountSearch.cpp - Which members are reference counts --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/CountSearch.h"

#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::ValueOp;
using models::EffectKind;

/// Nested computations that a value is followed through.
static constexpr unsigned MaxDepth = 8;

Path CountSearch::owner(Path Part) const {
  while (Paths[Part].Kind == PathKind::Field || isElementStep(Paths[Part].Kind))
    Part = Paths[Part].Parent;
  return Part;
}

/// Is \p O made from what \p Value holds?
static bool madeFrom(const facts::FunctionBody &Facts, const Operand &O,
                     facts::PathId Value, unsigned Depth = 0) {
  if (O.Kind == OperandKind::Load)
    return O.path() == Value;
  if (O.Kind != OperandKind::Value || Depth > MaxDepth)
    return false;
  const facts::ValueNode &N = Facts.Values[O.Number];
  return madeFrom(Facts, N.A, Value, Depth + 1) ||
         madeFrom(Facts, N.B, Value, Depth + 1);
}

/// Is \p F a store of what was there, plus or minus a constant? By how much.
static int32_t stepOf(const facts::FunctionBody &Facts, const Fact &F) {
  if (F.Kind != FactKind::Assign || !F.OperandCount)
    return 0;
  const Operand &O = Facts.operands(F)[0];
  if (O.Kind != OperandKind::Value)
    return 0;
  const facts::ValueNode &N = Facts.Values[O.Number];
  if ((N.Op != ValueOp::Add && N.Op != ValueOp::Subtract) ||
      N.A.Kind != OperandKind::Load || N.A.path() != F.Path ||
      N.B.Kind != OperandKind::Constant || N.B.constant() == INT32_MIN)
    return 0;
  return N.Op == ValueOp::Add ? N.B.constant() : -N.B.constant();
}

/// Is there anything to look at? Most bodies neither count nor destroy.
bool CountSearch::concerns(BodyId B, const facts::FunctionBody &Facts) const {
  return llvm::any_of(Facts.Facts,
                      [&](const Fact &F) {
                        return F.Kind == FactKind::Free ||
                               stepOf(Facts, F) != 0;
                      }) ||
         llvm::any_of(Graph.sites(B), [&](const CallSite &S) {
           return S.has({EffectKind::Frees}) ||
                  llvm::any_of(S.Targets.Bodies, [&](BodyId T) {
                    return ToldOf.count(T) || Frees.count(T);
                  });
         });
}

void CountSearch::addStep(BodyView &View, uint32_t I, Found &To) const {
  const facts::FunctionBody &Facts = View.facts();
  const Fact &F = Facts.Facts[I];
  int32_t By = stepOf(Facts, F);
  Path Of = By ? View.path(F.Path) : Path();
  if (!By || !Paths.known(Of) || Paths[Of].Kind == PathKind::Local)
    return;
  bool Atomic = I > 0 && Facts.Facts[I - 1].Kind == FactKind::Write &&
                Facts.Facts[I - 1].Flags & facts::FF_AtomicAccess;
  To.Changes.push_back({I, Of, By > 0, Atomic, F.Path});
}

void CountSearch::addCall(BodyView &View, const CallSite &Site,
                          Found &To) const {
  const Fact &F = View.fact(Site.Fact);
  if (Site.Model)
    return;
  for (BodyId T : Site.Targets.Bodies) {
    auto It = ToldOf.find(T);
    if (It == ToldOf.end())
      continue;
    auto Arguments = View.arguments(F);
    for (const Told &X : It->second) {
      Path Of = substitute(Paths, X.Of, {Arguments, Path()});
      if (Paths.known(Of))
        To.Changes.push_back({Site.Fact, Of, X.Up, X.Atomic,
                              X.Returned ? F.Path : facts::PathId()});
    }
  }
}

/// What the call destroys or frees.
void CountSearch::endedByCall(BodyView &View, const CallSite &Site,
                              Objects &To) const {
  const Fact &F = View.fact(Site.Fact);
  if (Site.Model) {
    for (const models::Effect &E : Site.Model->Effects)
      if (E.Kind == EffectKind::Frees)
        for (Path P : View.locations(F, E.Operands))
          To.push_back(owner(P));
    return;
  }
  for (BodyId T : Site.Targets.Bodies)
    if (auto It = Frees.find(T); It != Frees.end()) {
      auto Arguments = View.arguments(F);
      for (size_t I = 0; I < std::min<size_t>(Arguments.size(), 64); ++I)
        if (It->second >> I & 1)
          if (Path P = Paths.pointee(Arguments[I]); Paths.known(P))
            To.push_back(owner(P));
    }
}

CountSearch::Objects CountSearch::ended(BodyView &View, uint32_t I) const {
  Objects Result;
  const Fact &F = View.fact(I);
  if (F.Kind == FactKind::Free) {
    Path P = Paths.pointee(View.value(View.facts().operands(F)[0]));
    if (Paths.known(P))
      Result.push_back(owner(P));
  } else if (F.Kind != FactKind::Destroy || !(F.Flags & facts::FF_Implicit)) {
    if (const CallSite *S = Graph.site(View.body(), I))
      endedByCall(View, *S, Result);
  }
  return Result;
}

/// `release(obj)`, where release is what the user of the count gave.
bool CountSearch::calledBack(BodyView &View, uint32_t I, Path Of) const {
  const Fact &F = View.fact(I);
  return F.Kind == FactKind::Call && F.Flags & facts::FF_Indirect &&
         llvm::any_of(View.arguments(F), [&](const Value &V) {
           return V.hasPath() && V.Kind != OperandKind::Object &&
                  owner(Paths.pointee(V)) == Of;
         });
}

/// The blocks that \p From leads to without \p Around.
static llvm::BitVector reachable(const facts::FunctionBody &Facts,
                                 uint32_t From, uint32_t Around) {
  llvm::BitVector Seen(Facts.Blocks.size());
  llvm::SmallVector<uint32_t, 16> Work{From};
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    if (B == Around || Seen.test(B))
      continue;
    Seen.set(B);
    for (facts::BlockId Next : Facts.Blocks[B].Successors)
      Work.push_back(Next.Index);
  }
  return Seen;
}

std::optional<uint32_t>
CountSearch::endsOnOneWay(BodyView &View, uint32_t Branch, Path Of) const {
  const facts::FunctionBody &Facts = View.facts();
  uint32_t Block = blockOf(Facts, Branch);
  const auto &Next = Facts.Blocks[Block].Successors;
  if (Next.size() < 2)
    return std::nullopt;
  llvm::BitVector All(Facts.Blocks.size(), true), Some(Facts.Blocks.size());
  for (facts::BlockId S : Next) {
    llvm::BitVector Here = reachable(Facts, S.Index, Block);
    All &= Here;
    Some |= Here;
  }
  Some.reset(All);
  for (unsigned B : Some.set_bits())
    for (uint32_t I = Facts.Blocks[B].FirstFact,
                  End = I + Facts.Blocks[B].FactCount;
         I < End; ++I)
      if (calledBack(View, I, Of) || llvm::is_contained(ended(View, I), Of))
        return I;
  return std::nullopt;
}

/// The parameters that point to what the function ends.
uint64_t CountSearch::freed(BodyView &View) const {
  uint64_t Result = 0;
  for (uint32_t I = 0; I < View.facts().Facts.size(); ++I)
    for (Path P : ended(View, I)) {
      const ProgramPath &N = Paths[P];
      if (N.Kind == PathKind::Deref && Paths.isRoot(P, PathKind::Parameter) &&
          Paths[P].Root == N.Parent && Paths[N.Parent].Number < 64)
        Result |= uint64_t(1) << Paths[N.Parent].Number;
    }
  return Result;
}

void CountSearch::tell(BodyView &View, const Found &In) {
  const facts::FunctionBody &Facts = View.facts();
  std::vector<Told> Tells;
  for (const CountChange &C : In.Changes) {
    bool Returned = C.Value && llvm::any_of(Facts.Facts, [&](const Fact &F) {
                      return F.Kind == FactKind::Return && F.OperandCount &&
                             madeFrom(Facts, Facts.operands(F)[0], C.Value);
                    });
    // What has a name is found where it is done, unless it is told on.
    bool Nameless = Paths[C.Of].Kind == PathKind::Deref &&
                    Paths[Paths[C.Of].Parent].Kind == PathKind::Parameter;
    if (Paths.isRoot(C.Of, PathKind::Parameter) &&
        (Nameless || (Returned && !C.Up)))
      Tells.push_back({C.Of, C.Up, C.Atomic, Returned});
  }
  if (!Tells.empty())
    ToldOf[View.body()] = std::move(Tells);
  if (uint64_t Ends = freed(View))
    Frees[View.body()] = Ends;
}

CountSearch::Found CountSearch::look(BodyId B) {
  Found Result;
  const facts::FunctionBody &Facts = Program.facts(B);
  if (!concerns(B, Facts))
    return Result;
  BodyView View(Program, Paths, Graph, Summaries, B);
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I)
    addStep(View, I, Result);
  for (const CallSite &S : Graph.sites(B))
    addCall(View, S, Result);
  tell(View, Result);
  for (const CountChange &C : Result.Changes) {
    if (C.Up || !C.Value)
      continue;
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
      const Fact &F = Facts.Facts[I];
      if (F.Kind != FactKind::Assume ||
          !madeFrom(Facts, Facts.operands(F)[0], C.Value))
        continue;
      if (auto End = endsOnOneWay(View, I, owner(C.Of))) {
        Result.Last.push_back({C, I, *End});
        break;
      }
    }
  }
  return Result;
}

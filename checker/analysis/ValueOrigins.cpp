//===-- ValueOrigins.cpp - Where the values of a function come from -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ValueOrigins.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::EffectKind;

/// Steps of one question, at most: then what is found is all there is.
static constexpr unsigned MaxSteps = 2000;
/// Stands for the function's own result among the locals.
static constexpr uint32_t Returned = ~0u;

struct ValueOrigins::Walk {
  Origins Found;
  std::set<std::pair<uint32_t, uint32_t>> Locals;
  unsigned Steps = 0;
};

static bool isCall(const Fact &F) {
  return F.Kind == FactKind::Call || F.Kind == FactKind::Construct;
}

/// The local variable at the root of \p P, or Returned.
static std::optional<uint32_t> localOf(const facts::FunctionBody &Facts,
                                       facts::PathId P) {
  const facts::PathNode &Root = Facts.path(Facts.root(P));
  if (Root.Kind == PathKind::Local)
    return Root.Number;
  if (Root.Kind == PathKind::Return)
    return Returned;
  return std::nullopt;
}

ValueOrigins::ValueOrigins(const link::Program &Program, const CallGraph &Graph,
                           BodyView &View)
    : Program(Program), Graph(Graph), View(View), Facts(View.facts()),
      Ordinals(resultOrdinals(Facts)) {
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (F.Kind != FactKind::Assign)
      continue;
    auto To = localOf(Facts, F.Path);
    if (!To)
      continue;
    bool Scalar = Facts.path(F.Path).Kind == PathKind::Local;
    Definitions[*To].push_back({I, Scalar ? F.Detail : ~0u});
    const facts::Operand &O = Facts.operands(F)[0];
    if (O.Kind == OperandKind::Address && !Scalar)
      if (auto From = localOf(Facts, O.path()); From && *From != *To)
        RefersTo[*To].insert(*From);
  }
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I)
    if (isCall(Facts.Facts[I]))
      addOutputs(I);
}

/// Whether the call may put something into the object that operand \p Index is
/// the address of.
bool ValueOrigins::mayFill(uint32_t I, size_t Index) const {
  const Fact &F = Facts.Facts[I];
  const CallSite *Site = Graph.site(View.body(), I);
  const facts::Operand &O = Facts.operands(F)[Index];
  if (Site && Site->Model) {
    for (const models::Effect &E : Site->Model->Effects) {
      if (E.Kind == EffectKind::Writes || E.Kind == EffectKind::Uses) {
        for (models::Selector S : expand(Program, View.body(), F, E.Operands))
          if (const facts::Operand *P = select(Program, View.body(), F, S);
              P == &O && writesOperand(Program, View.body(), F, E, S))
            return true;
      } else if (E.Kind == EffectKind::Stores ||
                 E.Kind == EffectKind::PointsTo || E.Kind == EffectKind::Move) {
        if (select(Program, View.body(), F, E.On) == &O)
          return true;
      }
    }
    return false;
  }
  if (!F.Callee)
    return true;
  const facts::Function &Callee =
      Program.unit(Program.body(View.body()).Unit).function(F.Callee);
  if (!(Callee.Flags & facts::FnF_Method))
    return true;
  return Index != 0 || !(Callee.Flags & facts::FnF_Const);
}

void ValueOrigins::addOutputs(uint32_t I) {
  const Fact &F = Facts.Facts[I];
  if (F.Path)
    if (auto To = localOf(Facts, F.Path))
      Definitions[*To].push_back({I});
  auto Operands = Facts.operands(F);
  for (size_t O = 0; O < Operands.size(); ++O) {
    if (Operands[O].Kind != OperandKind::Address &&
        Operands[O].Kind != OperandKind::Object)
      continue;
    auto Local = localOf(Facts, Operands[O].path());
    if (!Local)
      continue;
    if (Operands[O].Kind == OperandKind::Address && mayFill(I, O))
      Definitions[*Local].push_back({I});
    if (auto It = RefersTo.find(*Local); It != RefersTo.end())
      for (uint32_t Captured : It->second)
        Definitions[Captured].push_back({I});
  }
}

void ValueOrigins::visitFact(uint32_t I, Walk &W) const {
  const Fact &F = Facts.Facts[I];
  if (isCall(F) && !W.Found.Calls.insert(I).second)
    return;
  for (const facts::Operand &O : Facts.operands(F))
    visit(O, W);
}

void ValueOrigins::visitLocal(uint32_t Number, uint32_t Version,
                              Walk &W) const {
  if (!W.Locals.insert({Number, Version}).second)
    return;
  auto It = Definitions.find(Number);
  if (It == Definitions.end())
    return;
  // A version that no assignment makes is a join of several.
  bool One = Version != ~0u && llvm::any_of(It->second, [&](Definition D) {
               return D.Version == Version;
             });
  for (Definition D : It->second)
    if (!One || D.Version == Version || D.Version == ~0u)
      visitFact(D.Fact, W);
}

void ValueOrigins::visit(const facts::Operand &O, Walk &W) const {
  if (++W.Steps > MaxSteps)
    return;
  if (O.Kind == OperandKind::Value) {
    visit(Facts.Values[O.Number].A, W);
    visit(Facts.Values[O.Number].B, W);
    return;
  }
  if (!O.hasPath())
    return;
  const facts::PathNode &Node = Facts.path(O.path());
  const facts::PathNode &Root = Facts.path(Facts.root(O.path()));
  switch (Root.Kind) {
  case PathKind::Local:
    visitLocal(Root.Number,
               O.Kind == OperandKind::Load && Node.Kind == PathKind::Local
                   ? O.Version
                   : ~0u,
               W);
    return;
  case PathKind::Return:
    visitLocal(Returned, ~0u, W);
    return;
  case PathKind::Result:
    if (Root.Number < Ordinals.size() && Ordinals[Root.Number] != ~0u)
      visitFact(Ordinals[Root.Number], W);
    break;
  case PathKind::Parameter:
    for (facts::PathId P = O.path();; P = Facts.path(P).Parent) {
      if (Facts.path(P).Kind == PathKind::Deref)
        break;
      if (!Facts.path(P).Parent) {
        if (Root.Number < 64)
          W.Found.Parameters |= uint64_t(1) << Root.Number;
        return;
      }
    }
    // `const T &`: what is passed is the value.
    if (Root.Number < 64 && Node.Kind == PathKind::Deref &&
        Facts.path(Node.Parent).Kind == PathKind::Parameter)
      W.Found.Parameters |= uint64_t(1) << Root.Number;
    break;
  default:
    break;
  }
  if (O.Kind != OperandKind::Address)
    if (Path P = View.path(O.path()); P)
      W.Found.Loads.insert(P);
}

Origins ValueOrigins::of(std::span<const facts::Operand> Values) const {
  Walk W;
  for (const facts::Operand &O : Values)
    visit(O, W);
  return std::move(W.Found);
}

Origins ValueOrigins::ofLocal(uint32_t Number) const {
  Walk W;
  visitLocal(Number, ~0u, W);
  return std::move(W.Found);
}

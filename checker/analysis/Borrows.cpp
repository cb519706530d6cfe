//===-- Borrows.cpp - What pointers and views in a function point into ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Borrows.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::EffectKind;

static constexpr unsigned MaxSteps = 200;
static constexpr uint32_t Returned = ~0u;

struct Borrows::Walk {
  std::set<Borrow> Found;
  std::set<std::pair<uint32_t, uint32_t>> Locals;
  unsigned Steps = 0;
};

Borrows::Borrows(const link::Program &Program, PathTable &Paths,
                 const CallGraph &Graph, BodyView &View)
    : Program(Program), Paths(Paths), Graph(Graph), View(View),
      Facts(View.facts()), Ordinals(resultOrdinals(Facts)) {
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (!F.Path || (F.Kind != FactKind::Assign && F.Kind != FactKind::Call &&
                    F.Kind != FactKind::Construct))
      continue;
    const facts::PathNode &N = Facts.path(F.Path);
    if (N.Kind == PathKind::Return)
      Definitions[Returned].push_back({I});
    if (N.Kind != PathKind::Local)
      continue;
    bool Assigns = F.Kind == FactKind::Assign;
    Definitions[N.Number].push_back({I, Assigns ? F.Detail : ~0u});
    if (Assigns && Facts.operands(F)[0].Kind == OperandKind::Address)
      Addresses[Facts.operands(F)[0].path()].push_back(I);
  }
  // `view = text;`: a call of the view's assignment.
  for (const CallSite &S : Graph.sites(View.body())) {
    const Fact &F = Facts.Facts[S.Fact];
    if (!S.Model || F.Kind != FactKind::Call || !F.OperandCount)
      continue;
    for (const models::Effect &E : S.Model->Effects)
      if (E.Kind == EffectKind::Move || E.Kind == EffectKind::PointsTo)
        if (const facts::Operand *On = select(Program, View.body(), F, E.On))
          if (On->Kind == OperandKind::Address &&
              Facts.path(On->path()).Kind == PathKind::Local)
            Definitions[Facts.path(On->path()).Number].push_back({S.Fact});
  }
}

/// A pointer-like class that does not destroy what it points to.
bool Borrows::viewType(TypeRef T) const {
  if (!T)
    return false;
  link::RecordSym R = classOf(Program, T);
  if (!R)
    return false;
  const models::TypeModel *M = Program.record(R).Model;
  if (!M || M->Role != models::TypeRole::Pointer || M->Shared)
    return false;
  const link::RecordSymbol &Symbol = Program.record(R);
  const facts::Record &Record = Program.unit(Symbol.Unit).record(Symbol.Decl);
  return !(Record.Flags & facts::RF_NonTrivialDestructor);
}

bool Borrows::isView(facts::PathId P) const {
  return viewType(typeOf(Program, View.body(), P));
}

/// The call or construction \p I makes or changes the view \p Number.
void Borrows::visitMaking(uint32_t I, uint32_t Number, Walk &W) const {
  const Fact &F = Facts.Facts[I];
  if (F.Kind == FactKind::Assign) {
    visit(Facts.operands(F)[0], I, W);
    return;
  }
  if (F.Path) {
    const facts::PathNode &N = Facts.path(F.Path);
    bool Mine = (N.Kind == PathKind::Local && N.Number == Number) ||
                (N.Kind == PathKind::Return && Number == Returned);
    // A copy of something whole points nowhere.
    if (Mine && !isView(F.Path))
      return;
  }
  const CallSite *S = Graph.site(View.body(), I);
  if (!S || !S->Model)
    return;
  for (const models::Effect &E : S->Model->Effects) {
    if (E.Operands.empty())
      continue;
    switch (E.Kind) {
    case EffectKind::Returns:
    case EffectKind::PointsTo:
      for (Path P : View.locations(F, E.Operands))
        if (Paths.known(P))
          W.Found.insert({P, I});
      if (E.Kind == EffectKind::PointsTo)
        for (const facts::Operand &O :
             selectAll(Program, View.body(), F, E.Operands))
          visit(O, I, W);
      break;
    case EffectKind::ReturnsElement:
      for (Path P : View.locations(F, E.Operands[0]))
        if (Paths.known(P))
          W.Found.insert({Paths.element(P, Value::unknown()), I});
      break;
    case EffectKind::Move:
      for (const facts::Operand &O :
           selectAll(Program, View.body(), F, E.Operands))
        if (O.hasPath() && Facts.path(O.path()).Kind == PathKind::Local)
          visitLocal(Facts.path(O.path()).Number, ~0u, W);
      break;
    default:
      break;
    }
  }
}

void Borrows::visitLocal(uint32_t Number, uint32_t Version, Walk &W) const {
  if (!W.Locals.insert({Number, Version}).second || ++W.Steps > MaxSteps)
    return;
  auto It = Definitions.find(Number);
  if (It == Definitions.end())
    return;
  bool One = Version != ~0u && llvm::any_of(It->second, [&](Definition D) {
               return D.Version == Version;
             });
  for (Definition D : It->second)
    if (!One || D.Version == Version)
      visitMaking(D.Fact, Number, W);
}

void Borrows::visit(const facts::Operand &O, uint32_t At, Walk &W) const {
  if (++W.Steps > MaxSteps || !O.hasPath())
    return;
  const facts::PathNode &N = Facts.path(O.path());
  if (O.Kind == OperandKind::Object || O.Kind == OperandKind::Load) {
    if (N.Kind == PathKind::Local)
      return visitLocal(N.Number, O.Kind == OperandKind::Load ? O.Version : ~0u,
                        W);
    if (N.Kind == PathKind::Return)
      return visitLocal(Returned, ~0u, W);
  }
  uint32_t Made = At;
  const facts::PathNode &Root = Facts.path(Facts.root(O.path()));
  if (Root.Kind == PathKind::Result && Root.Number < Ordinals.size() &&
      Ordinals[Root.Number] != ~0u)
    Made = Ordinals[Root.Number];
  if (O.Kind == OperandKind::Address && Made == At)
    for (const Borrow &B : addressesOf(O.path()))
      W.Found.insert(B);
  Value V = View.value(O);
  if (V.Kind == OperandKind::Address && Paths.known(V.path()))
    W.Found.insert({V.path(), Made});
  else if (V.Kind == OperandKind::Load && N.Kind == PathKind::Parameter &&
           Paths.known(V.path()))
    W.Found.insert({Paths.deref(V.path(), V.Version), Made});
}

std::vector<Borrow> Borrows::of(const facts::Operand &O, uint32_t At) const {
  Walk W;
  visit(O, At, W);
  return {W.Found.begin(), W.Found.end()};
}

std::vector<Borrow> Borrows::addressesOf(facts::PathId P) const {
  std::vector<Borrow> Result;
  for (; P; P = Facts.path(P).Parent)
    if (auto It = Addresses.find(P); It != Addresses.end())
      for (uint32_t I : It->second)
        if (Path Into = View.path(P); Paths.known(Into))
          Result.push_back({Into, I});
  return Result;
}

std::vector<Borrow> Borrows::ofLocal(uint32_t Number, uint32_t Version) const {
  Walk W;
  visitLocal(Number, Version, W);
  return {W.Found.begin(), W.Found.end()};
}

/// The innermost pointer in a variable or result that \p P goes through.
void Borrows::addUse(facts::PathId P, std::vector<Use> &To) const {
  for (; P; P = Facts.path(P).Parent) {
    const facts::PathNode &N = Facts.path(P);
    if (N.Kind != PathKind::Deref)
      continue;
    const facts::PathNode &Pointer = Facts.path(N.Parent);
    if (Pointer.Kind == PathKind::Local)
      To.push_back({Pointer.Number, N.Version, ~0u});
    else if (Pointer.Kind == PathKind::Result &&
             Pointer.Number < Ordinals.size() &&
             Ordinals[Pointer.Number] != ~0u)
      To.push_back({std::nullopt, ~0u, Ordinals[Pointer.Number]});
  }
}

std::vector<Borrows::Use> Borrows::uses(uint32_t I) const {
  const Fact &F = Facts.Facts[I];
  std::vector<Use> Result;
  switch (F.Kind) {
  case FactKind::Read:
  case FactKind::Write:
    addUse(F.Path, Result);
    return Result;
  case FactKind::Call:
  case FactKind::Construct:
    break;
  default:
    return Result;
  }
  const CallSite *S = Graph.site(View.body(), I);
  bool LooksInto =
      !S || !S->Model ||
      S->has({EffectKind::ReturnsPointee, EffectKind::ReturnsElement});
  bool Copies = S && S->has({EffectKind::Move, EffectKind::PointsTo,
                             EffectKind::Advances, EffectKind::Returns});
  auto Operands = Facts.operands(F);
  for (size_t O = 0; O < Operands.size(); ++O) {
    if (!Operands[O].hasPath())
      continue;
    if (Operands[O].Kind != OperandKind::Load) // That was read before.
      addUse(Operands[O].path(), Result);
    const facts::PathNode &N = Facts.path(Operands[O].path());
    if (N.Kind != PathKind::Local)
      continue;
    bool Own = F.Path == Operands[O].path();
    // A view's own functions, or one that is handed to somebody who reads it.
    if (!Own && !Copies && isView(Operands[O].path()) &&
        (LooksInto || O > 0 || Operands[O].Kind == OperandKind::Object))
      Result.push_back({N.Number, ~0u, ~0u});
    // A pointer handed to code out of sight, which looks at what it points to.
    if (Operands[O].Kind == OperandKind::Load && S && !S->Targets.Unresolved &&
        S->Targets.Bodies.empty() && S->Model && !Copies)
      Result.push_back({N.Number, Operands[O].Version, ~0u});
  }
  return Result;
}

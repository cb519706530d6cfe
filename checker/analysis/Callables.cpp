//===-- Callables.cpp - Which functions a stored callable may be ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Callables.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using link::FunctionSym;
using models::EffectKind;
using models::SelectorKind;

const Operand *analysis::select(const link::Program &Program, BodyId B,
                                const Fact &F, const models::Selector &S) {
  const link::Body &Body = Program.body(B);
  auto Operands = Body.Facts->operands(F);
  bool Method = F.Callee && Program.unit(Body.Unit).function(F.Callee).Flags &
                                facts::FnF_Method;
  unsigned Skip = Method + bool(F.Flags & facts::FF_Indirect);
  switch (S.Kind) {
  case SelectorKind::This:
    return Method && !Operands.empty() ? &Operands[0] : nullptr;
  case SelectorKind::Argument:
  case SelectorKind::Rest:
    return S.Index + Skip < Operands.size() ? &Operands[S.Index + Skip]
                                            : nullptr;
  case SelectorKind::Result:
    return nullptr;
  }
  return nullptr;
}

std::vector<uint32_t>
analysis::resultOrdinals(const facts::FunctionBody &Body) {
  std::vector<uint32_t> Ordinals;
  for (uint32_t I = 0; I < Body.Facts.size(); ++I) {
    const Fact &F = Body.Facts[I];
    if (F.Kind != FactKind::Call || F.Detail > Body.Facts.size())
      continue;
    if (F.Detail >= Ordinals.size())
      Ordinals.resize(F.Detail + 1, ~0u);
    Ordinals[F.Detail] = I;
  }
  return Ordinals;
}

namespace {
enum PlaceKind : uint64_t { FieldPlace, GlobalPlace, LocalPlace, ParamPlace, ResultPlace, AllocPlace };

uint64_t place(PlaceKind K, uint64_t A, uint64_t B = 0) {
  return K << 60 | A << 28 | (B & 0xfffffff);
}
} // namespace

Callables::Callables(const link::Program &Program) : Program(Program) {
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    addBody(BodyId(B));
  }
  propagate();
}

uint32_t Callables::node(Place P) {
  auto [It, New] = NodeIds.try_emplace(P, static_cast<uint32_t>(Nodes.size()));
  if (New)
    Nodes.emplace_back();
  return It->second;
}

bool Callables::mayHoldCallable(TypeRef T) const {
  for (unsigned Depth = 0; T && Depth < 4; ++Depth) {
    const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
    if (Type.Kind == facts::TypeKind::Function ||
        Type.Kind == facts::TypeKind::MemberPointer)
      return true;
    if (Type.Record) {
      const link::RecordSymbol &R =
          Program.record(Program.symbol(T.Unit, Type.Record));
      return R.Model && R.Model->Role == models::TypeRole::Callable;
    }
    T.Type = Type.Element;
  }
  return false;
}

/// The call operator of a closure or functor object, known by its type.
FunctionSym Callables::functor(BodyId B, const Operand &O) const {
  if (O.Kind == OperandKind::Function)
    return Program.symbol(Program.body(B).Unit, O.function());
  if (!O.hasPath())
    return {};
  TypeRef T = typeOf(Program, B, O.path());
  if (O.Kind == OperandKind::Load)
    T = pointeeType(Program, T);
  link::RecordSym R = classOf(Program, T);
  if (!R)
    return {};
  if (const models::TypeModel *M = Program.record(R).Model;
      M && M->Role == models::TypeRole::Callable)
    return {};
  return Program.callOperator(R);
}

Callables::Place Callables::placeOf(BodyId B, facts::PathId P) const {
  const link::Body &Body = Program.body(B);
  const facts::FunctionBody &Facts = *Body.Facts;
  for (;;) {
    const facts::PathNode &N = Facts.path(P);
    switch (N.Kind) {
    case PathKind::Field:
      return place(FieldPlace, Program.symbol(Body.Unit, facts::FieldId(N.Number)).Index);
    case PathKind::Global:
      return place(GlobalPlace, Program.symbol(Body.Unit, facts::VariableId(N.Number)).Index);
    case PathKind::Local:
      return place(LocalPlace, B.Index, N.Number);
    case PathKind::Allocation:
      return place(AllocPlace, B.Index, N.Number);
    case PathKind::Parameter:
      return place(ParamPlace, Body.Function.Index, N.Number);
    case PathKind::Return:
      return place(ResultPlace, Body.Function.Index);
    case PathKind::Result:
      return placeOfResult(B, N.Number);
    case PathKind::Unknown:
      return Nowhere;
    default:
      P = N.Parent;
    }
  }
}

Callables::Place Callables::placeOfResult(BodyId B, uint32_t Ordinal) const {
  const link::Body &Body = Program.body(B);
  if (OrdinalsOf != B) {
    Ordinals = resultOrdinals(*Body.Facts);
    OrdinalsOf = B;
  }
  if (Ordinal >= Ordinals.size() || Ordinals[Ordinal] == ~0u)
    return Nowhere;
  const Fact &F = Body.Facts->Facts[Ordinals[Ordinal]];
  if (!F.Callee)
    return Nowhere;
  FunctionSym Callee = Program.symbol(Body.Unit, F.Callee);
  if (const models::FunctionModel *M = Program.function(Callee).Model) {
    for (const models::Effect &E : M->Effects)
      if ((E.Kind == EffectKind::Returns ||
           E.Kind == EffectKind::ReturnsPointee ||
           E.Kind == EffectKind::ReturnsElement) &&
          !E.Operands.empty())
        if (const Operand *O = select(Program, B, F, E.Operands[0]);
            O && O->hasPath())
          return placeOf(B, O->path());
    return Nowhere;
  }
  return place(ResultPlace, Callee.Index);
}

void Callables::addBody(BodyId B) {
  const link::Body &Body = Program.body(B);
  for (const Fact &F : Body.Facts->Facts)
    switch (F.Kind) {
    case FactKind::Assign:
      addAssignment(B, F);
      break;
    case FactKind::Call:
    case FactKind::Construct:
      addCall(B, F);
      break;
    case FactKind::Return:
      if (F.OperandCount)
        flow(B, Body.Facts->operands(F)[0],
             place(ResultPlace, Body.Function.Index));
      break;
    default:
      break;
    }
}

void Callables::addAssignment(BodyId B, const Fact &F) {
  const Operand &O = Program.body(B).Facts->operands(F)[0];
  if (O.Kind == OperandKind::Function ||
      (O.hasPath() && (mayHoldCallable(typeOf(Program, B, F.Path)) ||
                       mayHoldCallable(typeOf(Program, B, O.path())))))
    flow(B, O, placeOf(B, F.Path));
}

void Callables::addCall(BodyId B, const Fact &F) {
  if (!F.Callee)
    return;
  FunctionSym Callee = Program.symbol(Program.body(B).Unit, F.Callee);
  const models::FunctionModel *M = Program.function(Callee).Model;
  if (!M) {
    addArguments(B, F, Callee);
    return;
  }
  for (const models::Effect &E : M->Effects) {
    if (E.Kind != EffectKind::Holds && E.Kind != EffectKind::Move)
      continue;
    const Operand *On = select(Program, B, F, E.On);
    const Operand *What =
        E.Operands.empty() ? nullptr : select(Program, B, F, E.Operands[0]);
    if (On && What && On->hasPath())
      flow(B, *What, placeOf(B, On->path()));
  }
}

void Callables::addArguments(BodyId B, const Fact &F, FunctionSym Callee) {
  const link::Body &Body = Program.body(B);
  const facts::Function &Decl = Program.unit(Body.Unit).function(F.Callee);
  auto Operands = Body.Facts->operands(F);
  unsigned Skip = Decl.Flags & facts::FnF_Method ? 1 : 0;
  for (unsigned I = Skip; I < Operands.size(); ++I) {
    bool Callable = I - Skip < Decl.Parameters.size() &&
                    mayHoldCallable({Body.Unit, Decl.Parameters[I - Skip]});
    if (Callable || Operands[I].Kind == OperandKind::Function)
      flow(B, Operands[I], place(ParamPlace, Callee.Index, I));
  }
}

void Callables::flow(BodyId B, const Operand &From, Place To) {
  if (To == Nowhere)
    return;
  if (FunctionSym F = functor(B, From)) {
    insert(node(To), F);
    return;
  }
  if (!From.hasPath())
    return;
  Place Source = placeOf(B, From.path());
  if (Source == Nowhere || Source == To)
    return;
  uint32_t T = node(To);
  Nodes[node(Source)].Successors.push_back(T);
}

void Callables::insert(uint32_t N, FunctionSym F) {
  CallableSet &S = Nodes[N].Values;
  auto It = std::lower_bound(S.Functions.begin(), S.Functions.end(), F);
  if (S.Cut || (It != S.Functions.end() && *It == F))
    return;
  S.Functions.insert(It, F);
  if (S.Functions.size() > MaxCallables) {
    S.Cut = true;
    S.Functions.clear();
  }
  Work.push_back(N);
}

void Callables::propagate() {
  while (!Work.empty()) {
    uint32_t N = Work.back();
    Work.pop_back();
    for (uint32_t S : llvm::SmallVector<uint32_t, 2>(Nodes[N].Successors)) {
      if (Nodes[N].Values.Cut) {
        if (!Nodes[S].Values.Cut) {
          Nodes[S].Values.Cut = true;
          Nodes[S].Values.Functions.clear();
          Work.push_back(S);
        }
        continue;
      }
      for (FunctionSym F : llvm::SmallVector<FunctionSym, 8>(
               Nodes[N].Values.Functions.begin(),
               Nodes[N].Values.Functions.end()))
        insert(S, F);
    }
  }
}

CallableSet Callables::resolve(BodyId B, const Operand &O) const {
  if (FunctionSym F = functor(B, O))
    return {{F}, false};
  return O.hasPath() ? stored(B, O.path()) : CallableSet();
}

CallableSet Callables::stored(BodyId B, facts::PathId P) const {
  Place Where = placeOf(B, P);
  if (Where == Nowhere)
    return {};
  auto It = NodeIds.find(Where);
  return It == NodeIds.end() ? CallableSet() : Nodes[It->second].Values;
}

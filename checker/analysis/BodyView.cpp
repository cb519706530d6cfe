//===-- BodyView.cpp - A body's facts in terms of program paths -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using models::EffectKind;

facts::Operand analysis::truthOf(const facts::FunctionBody &Facts,
                                 facts::Operand O, bool &Truth) {
  constexpr unsigned MaxNesting = 4;
  for (unsigned I = 0; O.Kind == OperandKind::Value && I < MaxNesting; ++I) {
    const facts::ValueNode &N = Facts.Values[O.Number];
    bool WithZero = N.B.Kind == OperandKind::Constant && N.B.constant() == 0;
    bool Negates = N.Op == facts::ValueOp::Not ||
                   (N.Op == facts::ValueOp::Equal && WithZero);
    if (!Negates && !(N.Op == facts::ValueOp::NotEqual && WithZero))
      break;
    Truth ^= Negates;
    O = N.A;
  }
  return O;
}

BodyView::BodyView(const link::Program &Program, PathTable &Paths,
                   const CallGraph &Graph,
                   const std::vector<Summary> &Summaries, BodyId Body)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Body(Body), Unit(Program.body(Body).Unit), Facts(Program.facts(Body)) {
  Translated.resize(Facts.Paths.size());
  Ordinals = resultOrdinals(Facts);
  Results.resize(Ordinals.size());
  for (const CallSite &S : Graph.sites(Body)) {
    const Fact &F = Facts.Facts[S.Fact];
    if (!S.Model || !F.Path || F.Kind == FactKind::Destroy)
      continue;
    const facts::PathNode &N = Facts.path(F.Path);
    if (N.Kind == PathKind::Local)
      MadeByCall.try_emplace(N.Number, S.Fact);
  }
}

Path BodyView::path(facts::PathId P) {
  Path &Slot = Translated[P.Index];
  if (Slot)
    return Slot;
  Path Result = translate(Facts.path(P));
  return Translated[P.Index] = Result;
}

Path BodyView::translate(const facts::PathNode &N) {
  switch (N.Kind) {
  case PathKind::Global:
    return Paths.root(PathKind::Global,
                      Program.symbol(Unit, facts::VariableId(N.Number)).Index);
  case PathKind::Parameter:
  case PathKind::Return:
    return Paths.root(N.Kind, N.Number);
  case PathKind::Local:
  case PathKind::Allocation:
  case PathKind::Result:
    return Paths.root(N.Kind, N.Number, Body);
  case PathKind::Unknown:
    return Paths.unknown();
  case PathKind::Field:
    return Paths.field(path(N.Parent),
                       Program.symbol(Unit, facts::FieldId(N.Number)));
  case PathKind::Deref: {
    const facts::PathNode &Before = Facts.path(N.Parent);
    if (Before.Kind == PathKind::Result)
      if (std::optional<Value> V = result(Before.Number))
        return Paths.pointee(*V);
    return deref(path(N.Parent), N.Version);
  }
  case PathKind::ElementValue:
    return Paths.element(path(N.Parent),
                         {OperandKind::Value, Body.Index, N.Number});
  case PathKind::ElementConst:
  case PathKind::ElementAny:
    return Paths.step(N.Kind, path(N.Parent), N.Number);
  }
  return Paths.unknown();
}

/// What \p Parent points to. An iterator points into what made it.
Path BodyView::deref(Path Parent, uint32_t Version) {
  const ProgramPath N = Paths[Parent];
  if (N.Kind == PathKind::Local && N.Version == Body.Index)
    if (auto It = MadeByCall.find(N.Number); It != MadeByCall.end())
      if (std::optional<Value> V = computeResult(It->second))
        return Paths.pointee(*V);
  return Paths.deref(Parent, Version);
}

Value BodyView::value(const Operand &O) {
  switch (O.Kind) {
  case OperandKind::Load: {
    const facts::PathNode &N = Facts.path(O.path());
    if (N.Kind == PathKind::Result)
      if (std::optional<Value> V = result(N.Number))
        return *V;
    [[fallthrough]];
  }
  case OperandKind::Address:
  case OperandKind::Object: {
    Path P = path(O.path());
    return Paths.known(P) ? Value{O.Kind, O.Version, P.Index}
                          : Value::unknown();
  }
  case OperandKind::Function:
    return Value::function(Program.symbol(Unit, O.function()));
  case OperandKind::Value:
    return {OperandKind::Value, Body.Index, O.Number};
  case OperandKind::Constant:
  case OperandKind::Opaque:
  case OperandKind::Unknown:
    return {O.Kind, 0, O.Number};
  }
  return Value::unknown();
}

llvm::SmallVector<Value, 4> BodyView::arguments(const Fact &F) {
  llvm::SmallVector<Value, 4> Result;
  auto Operands = Facts.operands(F);
  for (size_t I = bool(F.Flags & facts::FF_Indirect); I < Operands.size(); ++I)
    Result.push_back(value(Operands[I]));
  return Result;
}

std::optional<Value> BodyView::result(uint32_t Ordinal) {
  if (Ordinal >= Ordinals.size() || Ordinals[Ordinal] == ~0u)
    return std::nullopt;
  auto &[State, V] = Results[Ordinal];
  if (State == Progress::New) {
    State = Progress::Busy;
    std::optional<Value> Computed = computeResult(Ordinals[Ordinal]);
    Results[Ordinal] = {Progress::Done, Computed};
    return Computed;
  }
  return State == Progress::Done ? V : std::nullopt;
}

std::optional<Value> BodyView::computeResult(uint32_t Index) {
  const Fact &F = Facts.Facts[Index];
  const CallSite *S = Graph.site(Body, Index);
  if (!S)
    return std::nullopt;
  if (S->Model)
    return modelResult(F, *S->Model);
  if (S->Targets.Bodies.size() != 1 || S->Targets.Unresolved ||
      Summaries.empty())
    return std::nullopt;
  const Summary &Callee = Summaries[S->Targets.Bodies[0].Index];
  if (!Callee.Result)
    return std::nullopt;
  auto Arguments = arguments(F);
  Value V = substitute(Paths, *Callee.Result, {Arguments, Path()});
  if (V.Kind == OperandKind::Unknown)
    return std::nullopt;
  return V;
}

/// The storage that a value handed to a library function stands for.
Path BodyView::locationOf(Value V) {
  switch (V.Kind) {
  case OperandKind::Address:
  case OperandKind::Object:
    return V.path();
  case OperandKind::Load:
    return Paths.deref(V.path(), V.Version);
  default:
    return Paths.unknown();
  }
}

std::optional<Value> BodyView::modelResult(const Fact &F,
                                           const models::FunctionModel &M) {
  for (const models::Effect &E : M.Effects) {
    if (E.Operands.empty())
      continue;
    switch (E.Kind) {
    case EffectKind::Returns: {
      auto V = values(F, E.Operands);
      return V.empty() ? std::nullopt : std::optional(V[0]);
    }
    case EffectKind::ReturnsPointee: {
      auto V = values(F, E.Operands);
      if (V.empty() || !V[0].hasPath())
        return std::nullopt;
      Path Object = locationOf(V[0]);
      if (V[0].Kind == OperandKind::Load)
        return Value::address(Object); // A plain pointer.
      return Value::address(deref(Object, V[0].Version));
    }
    case EffectKind::ReturnsElement: {
      auto V = values(F, E.Operands);
      if (V.empty() || !V[0].hasPath())
        return std::nullopt;
      Value Index = V.size() > 1 ? V[1] : Value::unknown();
      return Value::address(Paths.element(locationOf(V[0]), Index));
    }
    default:
      break;
    }
  }
  return std::nullopt;
}

std::optional<Value> BodyView::onlyStored(Path P) {
  std::optional<Value> Stored;
  for (const facts::Fact &F : Facts.Facts)
    if (F.Kind == facts::FactKind::Assign && path(F.Path) == P) {
      if (Stored)
        return std::nullopt;
      Stored = value(Facts.operands(F)[0]);
    }
  return Stored;
}

llvm::SmallVector<BodyView::Capture, 4> BodyView::captures(uint32_t Closure) {
  llvm::SmallVector<Capture, 4> Result;
  const facts::FunctionBody &Body = facts();
  facts::PathId Object = Body.Facts[Closure].Path;
  for (uint32_t I = 0; I < Body.Facts.size(); ++I) {
    const Fact &F = Body.Facts[I];
    if (F.Kind != FactKind::Assign || Body.path(F.Path).Parent != Object)
      continue;
    facts::FieldId Field(Body.path(F.Path).Number);
    Result.push_back({I, Program.symbol(Program.body(this->Body).Unit, Field),
                      value(Body.operands(F)[0])});
  }
  return Result;
}

Path BodyView::member(Path Of, llvm::StringRef Name) {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, Of, Body));
  link::FieldSym F = R ? Program.fieldNamed(R, Name) : link::FieldSym();
  return F ? Paths.field(Of, F) : Paths.unknown();
}

llvm::SmallVector<Value, 4>
BodyView::values(const Fact &F, llvm::ArrayRef<models::Selector> Selectors) {
  llvm::SmallVector<Value, 4> Result;
  for (models::Selector S : Selectors) {
    bool Rest = S.Kind == models::SelectorKind::Rest;
    do {
      const Operand *O = select(Program, Body, F, S);
      if (!O)
        break;
      Value V = value(*O);
      if (S.Pointee) {
        Path P = locationOf(V);
        V = V.Kind == OperandKind::Object ? Value::address(deref(P, V.Version))
                                          : Value::address(P);
      }
      if (!S.Member.empty())
        V = Value::address(member(locationOf(V), S.Member));
      Result.push_back(V);
      ++S.Index;
    } while (Rest);
  }
  return Result;
}

llvm::SmallVector<Path, 2>
BodyView::locations(const Fact &F, llvm::ArrayRef<models::Selector> S) {
  llvm::SmallVector<Path, 2> Result;
  for (const models::Selector &One : S) {
    if (One.Kind == models::SelectorKind::Result) {
      Result.push_back(F.Path ? path(F.Path) : Paths.unknown());
      continue;
    }
    for (Value V : values(F, One))
      Result.push_back(locationOf(V));
  }
  return Result;
}

Path BodyView::location(const Fact &F, const models::Selector &S) {
  auto P = locations(F, S);
  return P.empty() ? Paths.unknown() : P[0];
}

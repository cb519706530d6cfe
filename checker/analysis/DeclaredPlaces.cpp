//===-- DeclaredPlaces.cpp - What facts name, for declared capabilities ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of DeclaredFlow: paths and values of the body, and what a state knows of
// them. A call in a path is named as the attributes name it.
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::OperandKind;
using facts::ValueOp;
using models::EffectKind;

/// Values that are computed of others nest no deeper.
static constexpr unsigned MaxNesting = 8;

Path DeclaredFlow::place(facts::PathId P) {
  Path &Slot = Places[P.Index];
  if (Slot)
    return Slot;
  const facts::PathNode &N = Facts.path(P);
  Path Made;
  switch (N.Kind) {
  case PathKind::Deref: {
    const facts::PathNode &Before = Facts.path(N.Parent);
    Made = Before.Kind == PathKind::Result
               ? resultPlace(Before.Number)
               : Paths.deref(place(N.Parent), N.Version);
    break;
  }
  case PathKind::Field:
    Made = Paths.field(place(N.Parent),
                       Program.symbol(Unit, facts::FieldId(N.Number)));
    break;
  case PathKind::ElementValue:
    Made = Paths.element(place(N.Parent),
                         {OperandKind::Value, Body.Index, N.Number});
    break;
  case PathKind::ElementConst:
  case PathKind::ElementAny:
    Made = Paths.step(N.Kind, place(N.Parent), N.Number);
    break;
  default:
    Made = View.path(P);
  }
  return Places[P.Index] = Made;
}

Value DeclaredFlow::value(const facts::Operand &O) {
  if (!O.hasPath())
    return View.value(O);
  const facts::PathNode &N = Facts.path(O.path());
  if (O.Kind == OperandKind::Load && N.Kind == PathKind::Result &&
      N.Number < Ordinals.size() && Ordinals[N.Number] != ~0u) {
    const Fact &F = Facts.Facts[Ordinals[N.Number]];
    if (F.Callee) {
      const facts::TranslationUnit &U = Program.unit(Unit);
      facts::TypeId T = U.function(F.Callee).Result;
      if (T && U.type(T).Kind == facts::TypeKind::Pointer)
        return Value::address(resultPlace(N.Number));
    }
  }
  Path P = place(O.path());
  return Paths.known(P) ? Value{O.Kind, O.Version, P.Index} : Value::unknown();
}

llvm::SmallVector<Value, 4> DeclaredFlow::arguments(const Fact &F) {
  llvm::SmallVector<Value, 4> Result;
  auto Operands = Facts.operands(F);
  for (size_t I = bool(F.Flags & facts::FF_Indirect); I < Operands.size(); ++I)
    Result.push_back(value(Operands[I]));
  return Result;
}

/// Where the result of a call points or refers to.
Path DeclaredFlow::resultPlace(uint32_t Ordinal) {
  Path Opaque = Paths.deref(Paths.root(PathKind::Result, Ordinal, Body));
  if (Ordinal >= Ordinals.size() || Ordinals[Ordinal] == ~0u)
    return Opaque;
  const Fact &F = Facts.Facts[Ordinals[Ordinal]];
  if (!F.Callee)
    return Opaque;
  auto Arguments = arguments(F);
  if (const CallSite *Site = In.Graph.site(Body, Ordinals[Ordinal]);
      Site && Site->Model) {
    for (const models::Effect &E : Site->Model->Effects) {
      if (E.Operands.empty())
        continue;
      bool Pointee = E.Kind == EffectKind::ReturnsPointee;
      if (!Pointee && E.Kind != EffectKind::Returns &&
          E.Kind != EffectKind::ReturnsElement)
        continue;
      const models::Selector &On = E.Operands[0];
      size_t First = On.Kind == models::SelectorKind::This
                         ? 0
                         : On.Index + Program.function(Site->Targets.Named)
                                          .has(facts::FnF_Method);
      if (On.Kind == models::SelectorKind::Result ||
          First >= Arguments.size() || !Arguments[First].hasPath())
        continue;
      Path Object = Arguments[First].Kind == OperandKind::Object
                        ? Arguments[First].path()
                        : Paths.pointee(Arguments[First]);
      if (E.Kind == EffectKind::Returns)
        return Object;
      if (Pointee)
        return Arguments[First].Kind == OperandKind::Load ? Object
                                                          : Paths.deref(Object);
      auto All = View.values(F, E.Operands);
      return Paths.element(Object, All.size() > 1 ? All[1] : Value::unknown());
    }
    return Opaque;
  }
  return In.Declared.result(Program.symbol(Unit, F.Callee), Arguments);
}

/// \p P with what \p S knows of the pointers in it. \p OfOthers: it was not
/// made by this body, so that its versions mean nothing here.
Path DeclaredFlow::resolve(const State &S, Path P, bool OfOthers) const {
  return In.Pointers.follow(P, [&](Path Place, uint32_t Version) {
    const Store *St = S.storeAt(Place);
    return St && (St->Version == Version || OfOthers || !St->Version)
               ? pointeeOf(Paths, *St)
               : Path();
  });
}

Value DeclaredFlow::resolve(const State &S, Value V, bool OfOthers) const {
  if (!V.hasPath())
    return V;
  Path P = resolve(S, V.path(), OfOthers);
  return Paths.known(P) ? Value{V.Kind, V.Version, P.Index} : Value::unknown();
}

Path DeclaredFlow::capability(const State &S, Path P, bool OfOthers) const {
  return asCapability(Paths, resolve(S, P, OfOthers));
}

link::RecordSym DeclaredFlow::classOf(Path P) const {
  TypeRef T = typeOf(Program, Paths, P, Body);
  return T ? Program.recordOf(T.Unit, T.Type) : link::RecordSym();
}

// Values ---------------------------------------------------------------------

/// What was last stored where \p V is loaded from; \p V itself if that is not
/// known. A load of a later version is of what ways have joined.
Value DeclaredFlow::stored(const State &S, Value V) const {
  if (V.Kind != OperandKind::Load)
    return V;
  const Store *St = S.storeAt(V.path());
  return St && St->Version <= V.Version ? St->What : V;
}

std::optional<int32_t> DeclaredFlow::constantOf(const State &S, Value V) const {
  V = stored(S, V);
  if (V.isConstant())
    return V.constant();
  return std::nullopt;
}

std::optional<bool> DeclaredFlow::truth(const State &S, Value V,
                                        unsigned Depth) {
  if (V.isConstant())
    return V.constant() != 0;
  if (V.Kind == OperandKind::Address || V.isFunction())
    return true;
  if (auto Known = S.known(V))
    return Known;
  if (Depth > MaxNesting)
    return std::nullopt;
  if (Value From = stored(S, V); !(From == V))
    return truth(S, From, Depth + 1);
  if (V.Kind != OperandKind::Value || V.Version != Body.Index)
    return std::nullopt;
  const facts::ValueNode &N = Facts.Values[V.Number];
  Value A = value(N.A);
  std::optional<bool> Of = truth(S, A, Depth + 1);
  if (N.Op == ValueOp::Not)
    return Of ? std::optional(!*Of) : std::nullopt;
  if (N.Op != ValueOp::Equal && N.Op != ValueOp::NotEqual)
    return std::nullopt;
  Value B = value(N.B);
  if (A.isConstant())
    std::swap(A, B);
  std::optional<int32_t> Number = constantOf(S, A), With = constantOf(S, B);
  Of = truth(S, A, Depth + 1);
  std::optional<bool> Equal;
  if (Number && With)
    Equal = *Number == *With;
  else if (With && Of && (*With == 0 || !*Of || *With == 1))
    Equal = *Of == (*With != 0); // Of 0 and 1, as tests of results are.
  if (!Equal)
    return std::nullopt;
  return *Equal == (N.Op == ValueOp::Equal);
}

/// The result of a try-lock is looked at: from now on it counts.
void DeclaredFlow::lookAt(State &S, Value V, unsigned Depth) {
  if (Depth > MaxNesting)
    return;
  for (Hold &H : S.Held)
    if (H.From == Hold::Tried && H.Result == V)
      H.From = Hold::Taken;
  if (Value From = stored(S, V); !(From == V))
    lookAt(S, From, Depth + 1);
  if (V.Kind == OperandKind::Value && V.Version == Body.Index) {
    lookAt(S, value(Facts.Values[V.Number].A), Depth + 1);
    lookAt(S, value(Facts.Values[V.Number].B), Depth + 1);
  }
}

/// Records that \p V is true or false. False if it cannot be.
bool DeclaredFlow::assume(State &S, Value V, bool Truth, unsigned Depth) {
  if (!Depth)
    lookAt(S, V);
  if (auto Known = truth(S, V))
    return *Known == Truth;
  if (Depth > MaxNesting)
    return true;
  if (V.Kind == OperandKind::Value && V.Version == Body.Index) {
    const facts::ValueNode &N = Facts.Values[V.Number];
    if (N.Op == ValueOp::Not)
      return assume(S, value(N.A), !Truth, Depth + 1);
    if (N.Op == ValueOp::Equal || N.Op == ValueOp::NotEqual) {
      Value A = value(N.A), B = value(N.B);
      if (A.isConstant())
        std::swap(A, B);
      bool Equal = Truth == (N.Op == ValueOp::Equal);
      if (B.isConstant() && (B.constant() == 0 || Equal))
        if (!assume(S, A, Equal == (B.constant() != 0), Depth + 1))
          return false;
    }
  }
  if (V.Kind == OperandKind::Load || V.Kind == OperandKind::Value) {
    Value From = stored(S, V);
    if (!(From == V) && !assume(S, From, Truth, Depth + 1))
      return false;
    S.learn(V, Truth);
  }
  return true;
}

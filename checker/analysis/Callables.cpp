//===-- Callables.cpp - Which functions a stored callable may be ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Places and how values spread among them; what facts say about them is in
// CallableFlows.cpp.
//
//===----------------------------------------------------------------------===//

#include "analysis/Callables.h"
#include "support/Sorted.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using link::FunctionSym;
using models::EffectKind;
using models::TypeRole;

/// How far template arguments and pointers are looked through.
static constexpr unsigned MaxTypeDepth = 4;

namespace {
enum PlaceKind : uint64_t {
  FieldPlace,
  GlobalPlace,
  LocalPlace,
  ParamPlace,
  ResultPlace,
  AllocPlace,
  CallPlace,
};
} // namespace

static uint64_t place(PlaceKind K, uint64_t A, uint64_t B = 0) {
  return K << 60 | A << 28 | (B & 0xfffffff);
}

Callables::Callables(const link::Program &Program,
                     const models::Catalogue &Models)
    : Program(Program), Models(Models) {
  for (uint32_t I = 0; I < Program.functions().size(); ++I) {
    const link::FunctionSymbol &F = Program.functions()[I];
    if (F.has(facts::FnF_Constructor) && F.Owner)
      Constructors[F.Owner].push_back(FunctionSym(I));
  }
  addOverriders();
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

Callables::Place Callables::parameterPlace(FunctionSym F, unsigned Number) {
  return place(ParamPlace, F.Index, Number);
}

Callables::Place Callables::resultPlace(FunctionSym F) {
  return place(ResultPlace, F.Index);
}

Callables::Place Callables::fieldPlace(link::FieldSym F) {
  return place(FieldPlace, F.Index);
}

CallableSet Callables::members(link::RecordSym R, unsigned Depth) const {
  CallableSet All;
  if (!R || Depth > MaxTypeDepth)
    return All;
  const link::RecordSymbol &Class = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(Class.Unit);
  auto Add = [&](const CallableSet &More) {
    All.Cut |= More.Cut;
    for (FunctionSym F : More.Functions)
      support::insertSorted(All.Functions, F);
  };
  for (facts::FieldId F : Unit.record(Class.Decl).Fields) {
    auto It = NodeIds.find(fieldPlace(Program.symbol(Class.Unit, F)));
    if (It != NodeIds.end())
      Add(Nodes[It->second].Values);
    const facts::Type &T = Unit.type(Unit.field(F).Type);
    if (T.Kind == facts::TypeKind::Record)
      Add(members(Program.symbol(Class.Unit, T.Record), Depth + 1));
  }
  All.Cut |= All.Functions.size() > MaxCallables;
  if (All.Cut)
    All.Functions.clear();
  return All;
}

/// The model of a class that holds other objects for its user, if it is one:
/// such a class and what it holds are one place.
static const models::TypeModel *holder(const link::Program &Program,
                                       link::RecordSym R) {
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return M && (M->Role == TypeRole::Container || M->Role == TypeRole::Pointer ||
               M->Role == TypeRole::Callable || M->Role == TypeRole::Value)
             ? M
             : nullptr;
}

bool Callables::holdsCallable(TypeRef T, unsigned Depth) const {
  for (; T && Depth < MaxTypeDepth; ++Depth) {
    const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
    switch (Type.Kind) {
    case facts::TypeKind::Function:
    case facts::TypeKind::MemberPointer:
      return true;
    case facts::TypeKind::Void:
      return Depth > 0; // What a void * is, nobody knows.
    default:
      break;
    }
    if (Type.Record) {
      const models::TypeModel *M =
          holder(Program, Program.symbol(T.Unit, Type.Record));
      if (!M || M->Role == TypeRole::Callable)
        return M;
      return llvm::any_of(
          Program.unit(T.Unit).record(Type.Record).TemplateArguments,
          [&](facts::TypeId A) {
            return holdsCallable({T.Unit, A}, Depth + 1);
          });
    }
    T.Type = Type.Element;
  }
  return false;
}

bool Callables::refersToHolder(TypeRef T, unsigned Depth) const {
  if (!T || Depth == MaxTypeDepth)
    return false;
  const facts::TranslationUnit &Unit = Program.unit(T.Unit);
  const facts::Type &Type = Unit.type(T.Type);
  switch (Type.Kind) {
  case facts::TypeKind::Pointer:
  case facts::TypeKind::Reference: {
    const facts::Type &To = Unit.type(Type.Element);
    return !To.Const && To.Kind != facts::TypeKind::Function &&
           To.Kind != facts::TypeKind::Void &&
           holdsCallable({T.Unit, Type.Element});
  }
  case facts::TypeKind::Record: {
    const models::TypeModel *M =
        holder(Program, Program.symbol(T.Unit, Type.Record));
    if (!M || M->Role == TypeRole::Callable)
      return false;
    if (M->Role == TypeRole::Pointer)
      return holdsCallable(T);
    return llvm::any_of(Unit.record(Type.Record).TemplateArguments,
                        [&](facts::TypeId A) {
                          return refersToHolder({T.Unit, A}, Depth + 1);
                        });
  }
  default:
    return false;
  }
}

bool Callables::callable(BodyId B, facts::PathId P) const {
  TypeRef T = typeOf(Program, B, P);
  const models::TypeModel *M = holder(Program, classOf(Program, T));
  return !M || M->Role == TypeRole::Callable;
}

TypeRef Callables::resultType(BodyId B, const Fact &F) const {
  link::UnitId Unit = Program.body(B).Unit;
  return F.Callee ? TypeRef{Unit, Program.unit(Unit).function(F.Callee).Result}
                  : TypeRef();
}

/// The type of a parameter, none for `this`.
TypeRef Callables::parameterType(FunctionSym F, unsigned Number) const {
  const facts::Function &Decl = Program.decl(F);
  if (Decl.Flags & facts::FnF_Method && Number-- == 0)
    return {};
  return Number < Decl.Parameters.size()
             ? TypeRef{Program.function(F).Unit, Decl.Parameters[Number]}
             : TypeRef();
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
  if (const models::TypeModel *M = holder(Program, R);
      M && M->Role != TypeRole::Value)
    return {};
  return Program.callOperator(R);
}

Callables::Place Callables::placeOf(BodyId B, facts::PathId P) const {
  const link::Body &Body = Program.body(B);
  const facts::FunctionBody &Facts = *Body.Facts;
  for (;;) {
    const facts::PathNode &N = Facts.path(P);
    switch (N.Kind) {
    case PathKind::Field: {
      link::FieldSym F = Program.symbol(Body.Unit, facts::FieldId(N.Number));
      if (!holder(Program, Program.field(F).Owner))
        return fieldPlace(F);
      P = N.Parent; // `second` of a pair
      break;
    }
    case PathKind::Global:
      return place(
          GlobalPlace,
          Program.symbol(Body.Unit, facts::VariableId(N.Number)).Index);
    case PathKind::Local:
      return place(LocalPlace, B.Index, N.Number);
    case PathKind::Allocation:
      return place(AllocPlace, B.Index, N.Number);
    case PathKind::Parameter:
      return parameterPlace(Body.Function, N.Number);
    case PathKind::Return:
      return resultPlace(Body.Function);
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
    return place(CallPlace, B.Index, Ordinal);
  FunctionSym Callee = Program.symbol(Body.Unit, F.Callee);
  const models::FunctionModel *M = Program.function(Callee).Model;
  if (!M)
    return resultPlace(Callee);
  for (const models::Effect &E : M->Effects)
    if ((E.Kind == EffectKind::Returns ||
         E.Kind == EffectKind::ReturnsPointee ||
         E.Kind == EffectKind::ReturnsElement) &&
        !E.Operands.empty())
      if (const Operand *O = select(Program, B, F, E.Operands[0]);
          O && O->hasPath())
        return placeOf(B, O->path());
  return place(CallPlace, B.Index, Ordinal);
}

Callables::Source Callables::source(BodyId B, const Operand &O) const {
  if (FunctionSym F = functor(B, O))
    return {Nowhere, F};
  return O.hasPath() ? Source{placeOf(B, O.path()), {}} : Source();
}

void Callables::flow(const Source &From, Place To) {
  if (To == Nowhere || From.From == To)
    return;
  uint32_t T = node(To);
  if (From.Function)
    insert(T, From.Function);
  if (From.From == Nowhere)
    return;
  uint32_t S = node(From.From);
  if (!Edges.insert({S, T}).second)
    return;
  Nodes[S].Successors.push_back(T);
  Work.push_back(S);
}

void Callables::alias(const Source &From, Place To) {
  flow(From, To);
  if (From.From != Nowhere && To != Nowhere)
    flow({To, {}}, From.From);
}

void Callables::pass(const Source &From, Place To, TypeRef T) {
  if (refersToHolder(T))
    alias(From, To);
  else
    flow(From, To);
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

void Callables::use(const Source &Callable, Use U) {
  auto Index = static_cast<uint32_t>(Uses.size());
  Uses.push_back(std::move(U));
  if (Callable.Function)
    bind(Index, Callable.Function);
  if (Callable.From == Nowhere)
    return;
  uint32_t N = node(Callable.From);
  Nodes[N].Uses.push_back(Index);
  Work.push_back(N);
}

/// \p F turns out to be what a call runs.
void Callables::bind(uint32_t Index, FunctionSym F) {
  if (!Bound.insert({Index, F.Index}).second)
    return;
  const Use U = Uses[Index];
  unsigned First = isCallOperator(Program, F);
  for (unsigned I = 0; I < U.Arguments.size(); ++I) {
    TypeRef T = parameterType(F, I + First);
    if (U.Arguments[I].Function || holdsCallable(T))
      pass(U.Arguments[I], parameterPlace(F, I + First), T);
  }
  TypeRef Result{Program.function(F).Unit, Program.decl(F).Result};
  if (U.Result != Nowhere && holdsCallable(Result))
    pass({resultPlace(F), {}}, U.Result, Result);
}

void Callables::propagate() {
  while (!Work.empty()) {
    uint32_t N = Work.back();
    Work.pop_back();
    // Copies: what follows makes new nodes.
    const CallableSet Values = Nodes[N].Values;
    const llvm::SmallVector<uint32_t, 2> Successors = Nodes[N].Successors;
    const llvm::SmallVector<uint32_t, 0> Through = Nodes[N].Uses;
    for (uint32_t S : Successors) {
      for (FunctionSym F : Values.Functions)
        insert(S, F);
      if (Values.Cut && !Nodes[S].Values.Cut) {
        Nodes[S].Values.Cut = true;
        Nodes[S].Values.Functions.clear();
        Work.push_back(S);
      }
    }
    for (uint32_t U : Through)
      for (FunctionSym F : Values.Functions)
        bind(U, F);
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

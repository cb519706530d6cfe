//===-- CallableFlows.cpp - Where facts and models take callables ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of Callables: which places each fact takes values from and to.
//
//===----------------------------------------------------------------------===//

#include "analysis/Callables.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using link::FunctionSym;
using models::Effect;
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

bool analysis::writesOperand(const link::Program &Program, BodyId B,
                             const Fact &F, const Effect &E,
                             const models::Selector &S) {
  if (E.Kind != EffectKind::Uses || !F.Callee)
    return E.Kind == EffectKind::Writes;
  const facts::TranslationUnit &Unit = Program.unit(Program.body(B).Unit);
  const facts::Function &Decl = Unit.function(F.Callee);
  if (S.Kind == SelectorKind::This)
    return !(Decl.Flags & facts::FnF_Const);
  if (S.Index >= Decl.Parameters.size() || !Decl.Parameters[S.Index])
    return false;
  const facts::Type &T = Unit.type(Decl.Parameters[S.Index]);
  return T.Element && !Unit.type(T.Element).Const;
}

llvm::SmallVector<models::Selector, 4>
analysis::expand(const link::Program &Program, BodyId B, const Fact &F,
                 llvm::ArrayRef<models::Selector> Selectors) {
  llvm::SmallVector<models::Selector, 4> Result;
  for (models::Selector S : Selectors) {
    bool Rest = S.Kind == SelectorKind::Rest;
    if (!Rest) {
      Result.push_back(S);
      continue;
    }
    for (S.Kind = SelectorKind::Argument; select(Program, B, F, S); ++S.Index)
      Result.push_back(S);
  }
  return Result;
}

llvm::SmallVector<Operand, 4>
analysis::selectAll(const link::Program &Program, BodyId B, const Fact &F,
                    llvm::ArrayRef<models::Selector> Selectors) {
  llvm::SmallVector<Operand, 4> Result;
  for (const models::Selector &S : expand(Program, B, F, Selectors))
    if (const Operand *O = select(Program, B, F, S))
      Result.push_back(*O);
  return Result;
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

bool analysis::isCallOperator(const link::Program &Program, FunctionSym F) {
  const link::FunctionSymbol &S = Program.function(F);
  return S.has(facts::FnF_LambdaCall) ||
         (S.has(facts::FnF_Method) &&
          llvm::StringRef(S.Qualified).ends_with("::operator()"));
}

link::RecordSym analysis::constructedElement(const link::Program &Program,
                                             BodyId B, const Fact &F,
                                             const Effect &E) {
  const link::Body &Body = Program.body(B);
  TypeRef Holder;
  if (E.On.Kind == SelectorKind::Result)
    Holder = {Body.Unit, Program.unit(Body.Unit).function(F.Callee).Result};
  else if (const Operand *On = select(Program, B, F, E.On); On && On->hasPath())
    Holder = typeOf(Program, B, On->path());
  link::RecordSym R = classOf(Program, Holder);
  if (!R)
    return {};
  const link::RecordSymbol &Sym = Program.record(R);
  const facts::Record &Record = Program.unit(Sym.Unit).record(Sym.Decl);
  if (uint64_t(E.Value) >= Record.TemplateArguments.size())
    return {};
  return classOf(Program, {Sym.Unit, Record.TemplateArguments[E.Value]});
}

const models::FunctionModel *
analysis::elementConstructor(const link::Program &Program,
                             const models::Catalogue &Models, BodyId B,
                             const Fact &F, const models::FunctionModel &Of) {
  for (const Effect &E : Of.Effects) {
    if (E.Kind != EffectKind::Constructs)
      continue;
    link::RecordSym Element = constructedElement(Program, B, F, E);
    if (!Element)
      return nullptr;
    llvm::StringRef Name = Program.record(Element).Qualified;
    llvm::StringRef Last = Name.substr(Name.rfind(':') + 1);
    llvm::SmallVector<llvm::StringRef, 4> Parameters;
    for (const Operand &O : selectAll(Program, B, F, E.Operands)) {
      TypeRef T = O.hasPath() ? typeOf(Program, B, O.path()) : TypeRef();
      Parameters.push_back(T ? Program.parameterName(T.Unit, T.Type)
                             : llvm::StringRef());
    }
    return Models.function((Name + "::" + Last).str(), Parameters);
  }
  return nullptr;
}

void Callables::addBody(BodyId B) {
  for (const Fact &F : Program.facts(B).Facts)
    switch (F.Kind) {
    case FactKind::Assign:
      addAssignment(B, F);
      break;
    case FactKind::Call:
    case FactKind::Construct:
      addCall(B, F);
      break;
    case FactKind::Return:
      addReturn(B, F);
      break;
    default:
      break;
    }
}

/// What a method is passed and returns, its overriders may be.
void Callables::addOverriders() {
  for (uint32_t I = 0; I < Program.functions().size(); ++I) {
    FunctionSym Base(I);
    Program.trim();
    for (FunctionSym Over : Program.function(Base).Overriders) {
      const facts::Function &Decl = Program.decl(Base);
      for (unsigned N = 1; N <= Decl.Parameters.size(); ++N)
        if (TypeRef T = parameterType(Base, N); holdsCallable(T))
          pass({parameterPlace(Base, N), {}}, parameterPlace(Over, N), T);
      TypeRef Result{Program.function(Base).Unit, Decl.Result};
      if (holdsCallable(Result))
        pass({resultPlace(Over), {}}, resultPlace(Base), Result);
    }
  }
}

void Callables::addAssignment(BodyId B, const Fact &F) {
  const Operand &O = Program.facts(B).operands(F)[0];
  TypeRef T = typeOf(Program, B, F.Path);
  if (O.Kind == OperandKind::Function ||
      (O.hasPath() &&
       (holdsCallable(T) || holdsCallable(typeOf(Program, B, O.path())))))
    pass(source(B, O), placeOf(B, F.Path), T);
}

void Callables::addReturn(BodyId B, const Fact &F) {
  const link::Body &Body = Program.body(B);
  if (!F.OperandCount)
    return;
  TypeRef T{Body.Unit, Program.unit(Body.Unit).function(Body.Decl).Result};
  pass(source(B, Body.Facts->operands(F)[0]), resultPlace(Body.Function), T);
}

void Callables::addCall(BodyId B, const Fact &F) {
  if (!F.Callee)
    return addIndirectCall(B, F);
  FunctionSym Callee = Program.symbol(Program.body(B).Unit, F.Callee);
  const models::FunctionModel *M = Program.function(Callee).Model;
  if (!M)
    return addArguments(B, F, Callee);
  for (const Effect &E : M->Effects)
    addEffect(B, F, E);
}

void Callables::addIndirectCall(BodyId B, const Fact &F) {
  auto Operands = Program.facts(B).operands(F);
  if (!(F.Flags & facts::FF_Indirect) || Operands.empty())
    return;
  Use U;
  for (const Operand &O : Operands.subspan(1))
    U.Arguments.push_back(source(B, O));
  if (F.Path)
    U.Result = placeOf(B, F.Path);
  use(source(B, Operands[0]), std::move(U));
}

/// Whether a call's result is an object of the caller's, not a Result root.
static bool initialises(const facts::FunctionBody &Facts, const Fact &F) {
  return F.Kind == FactKind::Call && F.Path &&
         Facts.path(F.Path).Kind != PathKind::Result;
}

void Callables::addArguments(BodyId B, const Fact &F, FunctionSym Callee) {
  const link::Body &Body = Program.body(B);
  const facts::Function &Decl = Program.unit(Body.Unit).function(F.Callee);
  auto Operands = Body.Facts->operands(F);
  unsigned Skip = Decl.Flags & facts::FnF_Method ? 1 : 0;
  for (unsigned I = Skip; I < Operands.size(); ++I) {
    TypeRef T;
    if (I - Skip < Decl.Parameters.size())
      T = {Body.Unit, Decl.Parameters[I - Skip]};
    if (holdsCallable(T) || Operands[I].Kind == OperandKind::Function)
      pass(source(B, Operands[I]), parameterPlace(Callee, I), T);
  }
  if (TypeRef T{Body.Unit, Decl.Result};
      initialises(*Body.Facts, F) && holdsCallable(T))
    pass({resultPlace(Callee), {}}, placeOf(B, F.Path), T);
}

std::pair<Callables::Place, TypeRef>
Callables::object(BodyId B, const Fact &F, const models::Selector &On) const {
  if (On.Kind == SelectorKind::Result)
    return {F.Path ? placeOf(B, F.Path) : Nowhere, resultType(B, F)};
  const Operand *O = select(Program, B, F, On);
  if (!O || !O->hasPath())
    return {Nowhere, {}};
  return {placeOf(B, O->path()), typeOf(Program, B, O->path())};
}

llvm::SmallVector<Callables::Source, 4>
Callables::sources(BodyId B, const Fact &F,
                   llvm::ArrayRef<models::Selector> Selectors) const {
  llvm::SmallVector<Source, 4> Result;
  for (const Operand &O : selectAll(Program, B, F, Selectors))
    Result.push_back(source(B, O));
  return Result;
}

void Callables::addEffect(BodyId B, const Fact &F, const Effect &E) {
  switch (E.Kind) {
  case EffectKind::Holds: {
    auto From = sources(B, F, E.Operands);
    if (From.empty())
      break;
    flow(From[0], object(B, F, E.On).first);
    if (From.size() > 1)
      use(From[0], {{From.begin() + 1, From.end()}, Nowhere});
    break;
  }
  case EffectKind::Move: {
    auto [To, T] = object(B, F, E.On);
    for (const Source &From : sources(B, F, E.Operands))
      pass(From, To, T);
    break;
  }
  case EffectKind::Stores:
    for (const Source &From : sources(B, F, E.Operands))
      flow(From, object(B, F, E.On).first);
    break;
  case EffectKind::Swap:
  case EffectKind::PointsTo:
    for (const Source &From : sources(B, F, E.Operands))
      alias(From, object(B, F, E.On).first);
    break;
  case EffectKind::Constructs:
    addElement(B, F, E);
    break;
  case EffectKind::Returns:
  case EffectKind::ReturnsPointee:
  case EffectKind::ReturnsElement:
    // An iterator; of other calls placeOfResult() speaks.
    if (initialises(Program.facts(B), F))
      for (const Source &From :
           sources(B, F, llvm::ArrayRef(E.Operands).take_front()))
        pass(From, placeOf(B, F.Path), resultType(B, F));
    break;
  case EffectKind::Spawn:
  case EffectKind::Invoke:
  case EffectKind::InvokeOnce:
  case EffectKind::InvokeHeld:
    addInvocation(B, F, E);
    break;
  default:
    break;
  }
}

void Callables::addInvocation(BodyId B, const Fact &F, const Effect &E) {
  auto Operands = sources(B, F, E.Operands);
  Source Callable;
  size_t First = 0;
  if (E.Kind == EffectKind::InvokeHeld) {
    Callable.From = object(B, F, E.On).first;
  } else {
    size_t At = E.Kind == EffectKind::InvokeOnce;
    if (At >= Operands.size())
      return;
    Callable = Operands[At];
    First = At + 1;
  }
  Use U;
  U.Arguments.append(Operands.begin() + First, Operands.end());
  if (F.Kind == FactKind::Call && F.Path)
    U.Result = placeOf(B, F.Path);
  use(Callable, std::move(U));
}

/// `jobs.emplace_back(run, 3)` runs a constructor with these arguments. If that
/// is the library's, its element keeps them.
void Callables::addElement(BodyId B, const Fact &F, const Effect &E) {
  auto From = sources(B, F, E.Operands);
  Place Holder = object(B, F, E.On).first;
  link::RecordSym Element = constructedElement(Program, B, F, E);
  if (Element && !Program.record(Element).Model)
    return construct(Element, From);
  for (const Source &S : From)
    flow(S, Holder);
  FunctionSym Callee = Program.symbol(Program.body(B).Unit, F.Callee);
  if (const models::FunctionModel *M = elementConstructor(
          Program, Models, B, F, *Program.function(Callee).Model))
    for (const Effect &Made : M->Effects)
      if (Made.Kind == EffectKind::Spawn || Made.Kind == EffectKind::Invoke)
        addInvocation(B, F, Made);
}

/// An object of the user's class \p R is made from these arguments: by a
/// constructor that takes as many, else field by field.
void Callables::construct(link::RecordSym R, llvm::ArrayRef<Source> From) {
  bool Found = false;
  for (FunctionSym C : Constructors.lookup(R)) {
    const facts::Function &Decl = Program.decl(C);
    if (Decl.Parameters.size() != From.size() ||
        Decl.Flags & facts::FnF_MoveOrCopy)
      continue;
    Found = true;
    for (unsigned I = 0; I < From.size(); ++I)
      if (TypeRef T = parameterType(C, I + 1);
          From[I].Function || holdsCallable(T))
        pass(From[I], parameterPlace(C, I + 1), T);
  }
  const link::RecordSymbol &S = Program.record(R);
  const facts::Record &Record = Program.unit(S.Unit).record(S.Decl);
  if (Found || From.size() > Record.Fields.size())
    return;
  for (unsigned I = 0; I < From.size(); ++I)
    if (TypeRef T{S.Unit, Program.unit(S.Unit).field(Record.Fields[I]).Type};
        From[I].Function || holdsCallable(T))
      pass(From[I], fieldPlace(Program.symbol(S.Unit, Record.Fields[I])), T);
}

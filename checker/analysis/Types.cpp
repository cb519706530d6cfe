//===-- Types.cpp - The type of what a path names -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using link::Program;

static TypeRef typeOfParameter(const Program &P, BodyId B, unsigned Number) {
  if (!B)
    return {};
  const link::Body &Body = P.body(B);
  const facts::Function &F = P.unit(Body.Unit).function(Body.Decl);
  if (F.Flags & facts::FnF_Method) {
    if (Number == 0)
      return {}; // `this`: its pointee is handled where it is dereferenced.
    --Number;
  }
  if (Number >= F.Parameters.size())
    return {};
  return {Body.Unit, F.Parameters[Number]};
}

/// The class type of `*this` in \p B, as a type of its unit, if it is there.
static TypeRef typeOfThisObject(const Program &P, BodyId B) {
  if (!B)
    return {};
  const link::Body &Body = P.body(B);
  const facts::TranslationUnit &Unit = P.unit(Body.Unit);
  const facts::Function &F = Unit.function(Body.Decl);
  if (!(F.Flags & facts::FnF_Method) || !F.Owner)
    return {};
  return {Body.Unit, P.typeOf(Body.Unit, F.Owner)};
}

static TypeRef strip(const Program &P, TypeRef T) {
  while (T) {
    const facts::Type &Type = P.unit(T.Unit).type(T.Type);
    if (Type.Kind != facts::TypeKind::Reference &&
        Type.Kind != facts::TypeKind::RvalueReference)
      break;
    T.Type = Type.Element;
  }
  return T;
}

link::RecordSym analysis::classOf(const Program &P, TypeRef T) {
  T = strip(P, T);
  if (!T)
    return {};
  const facts::Type &Type = P.unit(T.Unit).type(T.Type);
  return Type.Record ? P.symbol(T.Unit, Type.Record) : link::RecordSym();
}

TypeRef analysis::pointeeType(const Program &P, TypeRef T) {
  if (!T)
    return {};
  const facts::Type &Type = P.unit(T.Unit).type(T.Type);
  if (Type.Element)
    return {T.Unit, Type.Element};
  if (Type.Record) {
    const facts::Record &R = P.unit(T.Unit).record(Type.Record);
    if (!R.TemplateArguments.empty())
      return {T.Unit, R.TemplateArguments[0]};
  }
  return {};
}

/// Of an element of \p Whole. A path that leads to the first of several objects
/// behind a pointer stands for all of them: their elements are such objects.
static TypeRef elementType(const Program &P, TypeRef Whole) {
  if (Whole &&
      P.unit(Whole.Unit).type(Whole.Type).Kind == facts::TypeKind::Pointer)
    return Whole;
  return pointeeType(P, Whole);
}

TypeRef analysis::typeOf(const Program &P, BodyId B, facts::PathId Id) {
  const link::Body &Body = P.body(B);
  const facts::TranslationUnit &Unit = P.unit(Body.Unit);
  const facts::PathNode &N = Body.Facts->path(Id);
  switch (N.Kind) {
  case PathKind::Global:
    return {Body.Unit, Unit.variable(facts::VariableId(N.Number)).Type};
  case PathKind::Parameter:
    return typeOfParameter(P, B, N.Number);
  case PathKind::Local:
    return {Body.Unit, Body.Facts->Locals[N.Number].Type};
  case PathKind::Field:
    return {Body.Unit, Unit.field(facts::FieldId(N.Number)).Type};
  case PathKind::Return:
    return {Body.Unit, Unit.function(Body.Decl).Result};
  case PathKind::Deref: {
    const facts::PathNode &Before = Body.Facts->path(N.Parent);
    if (Before.Kind == PathKind::Parameter && Before.Number == 0)
      if (TypeRef This = typeOfThisObject(P, B))
        return This;
    return pointeeType(P, typeOf(P, B, N.Parent));
  }
  case PathKind::ElementConst:
  case PathKind::ElementValue:
  case PathKind::ElementAny:
    return elementType(P, typeOf(P, B, N.Parent));
  default:
    return {};
  }
}

TypeRef analysis::typeOf(const Program &P, const PathTable &Paths, Path Id,
                         BodyId In) {
  if (!Paths.known(Id))
    return {};
  const ProgramPath &N = Paths[Id];
  switch (N.Kind) {
  case PathKind::Global: {
    const link::VariableSymbol &V = P.variable(link::VariableSym(N.Number));
    return {V.Unit, P.unit(V.Unit).variable(V.Decl).Type};
  }
  case PathKind::Parameter:
    return typeOfParameter(P, In, N.Number);
  case PathKind::Local: {
    const link::Body &Body = P.body(BodyId(N.Version));
    return {Body.Unit, Body.Facts->Locals[N.Number].Type};
  }
  case PathKind::Field: {
    const link::FieldSymbol &F = P.field(link::FieldSym(N.Number));
    return {F.Unit, P.unit(F.Unit).field(F.Decl).Type};
  }
  case PathKind::Deref: {
    const ProgramPath &Before = Paths[N.Parent];
    if (Before.Kind == PathKind::Parameter && Before.Number == 0)
      if (TypeRef This = typeOfThisObject(P, In))
        return This;
    return pointeeType(P, typeOf(P, Paths, N.Parent, In));
  }
  case PathKind::ElementConst:
  case PathKind::ElementValue:
  case PathKind::ElementAny:
    return elementType(P, typeOf(P, Paths, N.Parent, In));
  default:
    return {};
  }
}

TypeRef analysis::parameterType(const link::Program &Program, BodyId B,
                                const facts::Fact &F, size_t Operand) {
  if (!F.Callee)
    return {};
  const link::UnitId U = Program.body(B).Unit;
  const facts::Function &Callee = Program.unit(U).function(F.Callee);
  size_t This = (Callee.Flags & (facts::FnF_Method | facts::FnF_Constructor |
                                 facts::FnF_Destructor)) != 0;
  if (Operand < This || Operand - This >= Callee.Parameters.size())
    return {};
  return {U, Callee.Parameters[Operand - This]};
}

facts::TypeKind analysis::parameterKind(const link::Program &Program, BodyId B,
                                        const facts::Fact &F, size_t Operand) {
  TypeRef T = parameterType(Program, B, F, Operand);
  return T ? Program.unit(T.Unit).type(T.Type).Kind : facts::TypeKind::Other;
}

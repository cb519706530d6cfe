//===-- DataKeys.cpp - Which variable or field an access is of ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DataKeys.h"

using namespace fearless;
using namespace fearless::analysis;

static LockKey keyOf(const PathTable &Paths, Path P) {
  for (; P; P = Paths[P].Parent)
    switch (Paths[P].Kind) {
    case PathKind::Field:
      return {LockKey::Field, Paths[P].Number};
    case PathKind::Global:
      return {LockKey::Variable, Paths[P].Number};
    case PathKind::Local:
      return {LockKey::Object, P.Index};
    case PathKind::ElementAny:
    case PathKind::ElementConst:
    case PathKind::ElementValue:
      continue;
    default:
      return {};
    }
  return {};
}

DataAccess analysis::dataAccess(const PathTable &Paths, const LockKeys &Keys,
                                Path P, BodyId B) {
  DataAccess Result;
  if (!Paths.known(P))
    return Result;
  PlacedPath Placed = Keys.normalise(P, B);
  if (!Paths.known(Placed.P))
    return Result;
  Result.Where = Placed.P;
  Result.In = Placed.In;
  Result.Of = keyOf(Paths, Placed.P);
  Result.OneObject =
      Paths.isRoot(Placed.P, PathKind::Global) && Paths.definite(Placed.P);
  for (Path Q = Placed.P; Q; Q = Paths[Q].Parent)
    Result.OneObject &= Paths[Q].Kind != PathKind::Deref;
  return Result;
}

TypeRef analysis::typeOf(const link::Program &Program, const PathTable &Paths,
                         LockKey Data) {
  switch (Data.What) {
  case LockKey::Variable: {
    const link::VariableSymbol &V =
        Program.variable(link::VariableSym(Data.Number));
    return {V.Unit, Program.unit(V.Unit).variable(V.Decl).Type};
  }
  case LockKey::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(Data.Number));
    return {F.Unit, Program.unit(F.Unit).field(F.Decl).Type};
  }
  case LockKey::Object:
    return typeOf(Program, Paths, Path(Data.Number), BodyId());
  case LockKey::Unclear:
  case LockKey::None:
    break;
  }
  return {};
}

std::string analysis::nameOf(const link::Program &Program, const LockKeys &Keys,
                             LockKey Data) {
  if (Data.What == LockKey::Field) {
    const link::FieldSymbol &F = Program.field(link::FieldSym(Data.Number));
    if (Program.record(F.Owner).Flags & facts::RF_Lambda)
      return F.Name;
  }
  return Keys.name(Data);
}

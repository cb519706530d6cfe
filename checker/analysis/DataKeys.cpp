//===-- DataKeys.cpp - Which variable or field an access is of ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DataKeys.h"

using namespace fearless;
using namespace fearless::analysis;

static DataKey keyOf(const PathTable &Paths, Path P) {
  for (; P; P = Paths[P].Parent)
    switch (Paths[P].Kind) {
    case PathKind::Field:
      return {DataKey::Field, Paths[P].Number};
    case PathKind::Global:
      return {DataKey::Variable, Paths[P].Number};
    case PathKind::Local:
      return {DataKey::Local, P.Index};
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
                         DataKey Key) {
  switch (Key.What) {
  case DataKey::Variable: {
    const link::VariableSymbol &V =
        Program.variable(link::VariableSym(Key.Number));
    return {V.Unit, Program.unit(V.Unit).variable(V.Decl).Type};
  }
  case DataKey::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(Key.Number));
    return {F.Unit, Program.unit(F.Unit).field(F.Decl).Type};
  }
  case DataKey::Local:
    return typeOf(Program, Paths, Path(Key.Number), BodyId());
  case DataKey::None:
    break;
  }
  return {};
}

std::string analysis::nameOf(const link::Program &Program,
                             const PathTable &Paths, DataKey Key) {
  switch (Key.What) {
  case DataKey::Variable:
    return Program.variable(link::VariableSym(Key.Number)).Qualified;
  case DataKey::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(Key.Number));
    const link::RecordSymbol &R = Program.record(F.Owner);
    bool Alone = R.Qualified.empty() || (R.Flags & facts::RF_Lambda);
    return Alone ? F.Name : R.Qualified + "::" + F.Name;
  }
  case DataKey::Local:
    return describe(Program, Paths, Path(Key.Number), BodyId());
  case DataKey::None:
    break;
  }
  return "";
}

findings::Place analysis::declarationOf(const link::Program &Program,
                                        const PathTable &Paths, DataKey Key) {
  switch (Key.What) {
  case DataKey::Variable: {
    const link::VariableSymbol &V =
        Program.variable(link::VariableSym(Key.Number));
    return Program.place(V.Unit, Program.unit(V.Unit).variable(V.Decl).Loc);
  }
  case DataKey::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(Key.Number));
    return Program.place(F.Unit, Program.unit(F.Unit).field(F.Decl).Loc);
  }
  case DataKey::Local: {
    const ProgramPath &L = Paths[Path(Key.Number)];
    BodyId B(L.Version);
    return Program.place(Program.body(B).Unit,
                         Program.facts(B).Locals[L.Number].Loc);
  }
  case DataKey::None:
    break;
  }
  return {};
}

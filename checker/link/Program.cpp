//===-- Program.cpp - Questions to a linked program -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Program.h"

#include "llvm/ADT/DenseSet.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::link;

FunctionSym Program::functionNamed(llvm::StringRef Name) const {
  for (uint32_t F = 0; F < Functions.size(); ++F)
    if (Functions[F].Name == Name)
      return FunctionSym(F);
  return FunctionSym();
}

BodyId Program::UnitMaps::own(FunctionSym F) const {
  auto It = std::lower_bound(
      Own.begin(), Own.end(), F,
      [](const auto &Entry, FunctionSym X) { return Entry.first < X; });
  return It != Own.end() && It->first == F ? It->second : BodyId();
}

llvm::SmallVector<BodyId, 1> Program::bodiesFor(UnitId From,
                                                FunctionSym Named) const {
  if (BodyId Own = Maps[From.Index].own(Named))
    return {Own};
  llvm::SmallVector<BodyId, 1> Result;
  for (BodyId B : function(Named).Bodies)
    if (shareProgram(From, body(B).Unit))
      Result.push_back(B);
  if (Result.size() > 1) {
    // One program's lock() must not be paired with another's unlock(): a unit
    // of several programs is read as part of the largest.
    unsigned P = MainProgram[From.Index];
    llvm::SmallVector<BodyId, 1> There;
    for (BodyId B : Result)
      if (programs(body(B).Unit).test(P))
        There.push_back(B);
    if (!There.empty())
      return There;
  }
  return Result;
}

CallTargets Program::virtualTargets(UnitId From, FunctionSym Named,
                                    unsigned Limit) const {
  CallTargets T;
  T.Named = Named;
  llvm::SmallVector<FunctionSym, 8> Work{Named};
  llvm::DenseSet<FunctionSym> Seen{Named};
  while (!Work.empty()) {
    FunctionSym F = Work.pop_back_val();
    const FunctionSymbol &S = function(F);
    auto Bodies = bodiesFor(From, F);
    // A method without body that is not pure is somewhere out of sight, unless
    // a model speaks for it, or it is that of another program.
    if (S.Bodies.empty() && !S.has(facts::FnF_Pure) && !S.Model &&
        !S.has(facts::FnF_Implicit))
      T.Unresolved = true;
    T.Bodies.append(Bodies.begin(), Bodies.end());
    for (FunctionSym O : llvm::reverse(S.Overriders))
      if (Seen.insert(O).second)
        Work.push_back(O);
  }
  if (T.Bodies.size() > Limit) {
    T.Bodies.clear();
    T.Cut = T.Unresolved = true;
  } else if (T.Bodies.empty() && !function(Named).Model) {
    T.Unresolved = true;
  }
  return T;
}

FunctionSym Program::callOperator(RecordSym R) const {
  const RecordSymbol &S = record(R);
  FunctionSym Found;
  for (facts::FunctionId M : unit(S.Unit).record(S.Decl).Methods) {
    FunctionSym F = symbol(S.Unit, M);
    llvm::StringRef Name = function(F).Qualified;
    bool IsCall = function(F).has(facts::FnF_LambdaCall) ||
                  Name.ends_with("::operator()");
    if (!IsCall)
      continue;
    if (Found)
      return FunctionSym();
    Found = F;
  }
  return Found;
}

bool Program::anyOfBases(RecordSym R,
                         llvm::function_ref<bool(RecordSym)> Look) const {
  llvm::SmallVector<RecordSym, 8> Work;
  llvm::DenseSet<RecordSym> Seen;
  if (R)
    Work.push_back(R);
  while (!Work.empty()) {
    RecordSym Class = Work.pop_back_val();
    if (!Seen.insert(Class).second)
      continue;
    if (Look(Class))
      return true;
    const RecordSymbol &S = record(Class);
    for (const facts::BaseClass &B :
         llvm::reverse(unit(S.Unit).record(S.Decl).Bases))
      if (RecordSym Base = symbol(S.Unit, B.Record); !Seen.contains(Base))
        Work.push_back(Base);
  }
  return false;
}

bool Program::isOrDerivesFrom(RecordSym R, RecordSym Base) const {
  return anyOfBases(R, [&](RecordSym Class) { return Class == Base; });
}

FieldSym Program::fieldNamed(RecordSym R, llvm::StringRef Name) const {
  FieldSym Found;
  anyOfBases(R, [&](RecordSym Class) {
    const RecordSymbol &S = record(Class);
    for (facts::FieldId F : unit(S.Unit).record(S.Decl).Fields)
      if (FieldSym Sym = symbol(S.Unit, F); field(Sym).Name == Name) {
        Found = Sym;
        break;
      }
    return bool(Found);
  });
  return Found;
}

RecordSym Program::recordOf(UnitId U, facts::TypeId T) const {
  const facts::TranslationUnit &Unit = unit(U);
  while (T) {
    const facts::Type &Type = Unit.type(T);
    if (Type.Record)
      return symbol(U, Type.Record);
    T = Type.Element;
  }
  return RecordSym();
}

findings::Place Program::place(UnitId U, facts::Location L) const {
  if (!L)
    return {};
  const facts::TranslationUnit &Unit = Units->texts(U);
  if (L.File >= Unit.Files.size())
    return {};
  return {Unit.Files[L.File].Path, L.Line, L.Column};
}

llvm::StringRef Program::parameterName(UnitId U, facts::TypeId T) const {
  return models::parameterName(unit(U), T, [&](facts::RecordId R) {
    return llvm::StringRef(record(symbol(U, R)).Qualified);
  });
}

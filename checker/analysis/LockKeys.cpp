//===-- LockKeys.cpp - When two paths may be the same lock ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockKeys.h"

#include "analysis/BodyView.h"

using namespace fearless;
using namespace fearless::analysis;

/// Fields that a C structure has, at most, to count as a lock of its own.
static constexpr size_t MaxLockFields = 3;

LockKeys::LockKeys(const link::Program &Program, PathTable &Paths,
                   const CallGraph &Graph,
                   const std::vector<Summary> &Summaries,
                   const ObjectPointers &Pointers)
    : Program(Program), Paths(Paths), Pointers(Pointers) {
  findCaptures(Graph, Summaries);
  findLockClasses(Summaries);
}

void LockKeys::findCaptures(const CallGraph &Graph,
                            const std::vector<Summary> &Summaries) {
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    BodyId B(I);
    if (!Graph.has(B, CallGraph::AssignsCapture))
      continue;
    Program.trim();
    link::UnitId Unit = Program.body(B).Unit;
    const facts::FunctionBody &Facts = Program.facts(B);
    std::optional<BodyView> View;
    for (const facts::Fact &F : Facts.Facts) {
      if (F.Kind != facts::FactKind::Assign ||
          Facts.path(F.Path).Kind != PathKind::Field)
        continue;
      facts::FieldId Id(Facts.path(F.Path).Number);
      const facts::Field &Field = Program.unit(Unit).field(Id);
      if (!(Program.unit(Unit).record(Field.Owner).Flags & facts::RF_Lambda))
        continue;
      if (!View)
        View.emplace(Program, Paths, Graph, Summaries, B);
      Value V = View->value(Facts.operands(F)[0]);
      if (V.Kind == facts::OperandKind::Address ||
          V.Kind == facts::OperandKind::Load)
        Captures.try_emplace(Program.symbol(Unit, Id), std::pair(V, B));
    }
  }
}

/// Only locks, numbers and pointers: nothing that the class could be about but
/// being a lock.
bool LockKeys::plainMembers(link::RecordSym R) const {
  const link::RecordSymbol &S = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(S.Unit);
  for (facts::FieldId F : Unit.record(S.Decl).Fields) {
    link::RecordSym Class =
        Program.recordOf(S.Unit, Unit.field(F).Type);
    if (!Class || Unit.type(Unit.field(F).Type).Kind ==
                      facts::TypeKind::Pointer)
      continue;
    const models::TypeModel *M = Program.record(Class).Model;
    if (!M && !LockClasses.contains(Class))
      return false;
    if (M && (M->Role == models::TypeRole::Container ||
              M->Role == models::TypeRole::Callable))
      return false;
  }
  return true;
}

/// The class of the object that \p Lock is a field of, if a function of one
/// parameter's object speaks of it: `this->mu_`, `m->mutex` of a parameter m.
static link::RecordSym ownerOfParameterField(const link::Program &Program,
                                             const PathTable &Paths,
                                             Path Lock) {
  const ProgramPath &P = Paths[Lock];
  if (P.Kind != PathKind::Field)
    return {};
  const ProgramPath &Object = Paths[P.Parent];
  if (Object.Kind != PathKind::Deref ||
      Paths[Object.Parent].Kind != PathKind::Parameter)
    return {};
  return Program.field(link::FieldSym(P.Number)).Owner;
}

/// A class with a function that acquires a lock which the object itself owns,
/// and keeps it, is a lock of the user's own; one with a function that waits on
/// its own condition variable is a condition variable.
void LockKeys::findLockClasses(const std::vector<Summary> &Summaries) {
  for (uint32_t I = 0; I < Summaries.size(); ++I) {
    Program.trim();
    link::RecordSym Method =
        Program.function(Program.body(BodyId(I)).Function).Owner;
    auto Consider = [&](Path Lock) {
      link::RecordSym R = ownerOfParameterField(Program, Paths, Lock);
      if (!R || LockClasses.contains(R))
        return;
      // In C any function may lock a part of anything: only small structures
      // are locks.
      const link::RecordSymbol &S = Program.record(R);
      bool Small =
          Program.unit(S.Unit).record(S.Decl).Fields.size() <= MaxLockFields;
      if ((Method == R || (!Method && Small)) && plainMembers(R))
        LockClasses.insert(R);
    };
    for (const Outcome &O : Summaries[I].Outcomes)
      for (const NetEffect &N : O.Nets)
        if (N.Acquired)
          Consider(N.Lock);
    for (const Acquisition &A : Summaries[I].Acquisitions)
      if (A.Kind == WaitKind::Condition)
        Consider(A.Lock);
  }
}

PlacedPath LockKeys::normalise(Path P, BodyId In) const {
  for (unsigned Depth = 0; Depth < 6 && Paths.known(P); ++Depth) {
    bool Changed = false;
    auto Prefixes = Paths.prefixes(P);
    for (size_t I = Prefixes.size(); I-- > 0 && !Changed;) {
      const ProgramPath N = Paths[Prefixes[I]];
      if (N.Kind != PathKind::Deref ||
          Paths[N.Parent].Kind != PathKind::Field)
        continue;
      if (Path Part = Pointers.pointee(N.Parent)) {
        P = Paths.rebase(P, Prefixes[I], Part);
        Changed = true;
        continue;
      }
      auto It = Captures.find(link::FieldSym(Paths[N.Parent].Number));
      if (It == Captures.end())
        continue;
      P = Paths.rebase(P, Prefixes[I], Paths.pointee(It->second.first));
      In = It->second.second;
      Changed = true;
    }
    if (!Changed)
      break;
  }
  return {P, In};
}

LockKey LockKeys::key(Path Original, BodyId Body) const {
  auto [P, In] = normalise(Original, Body);
  if (!Paths.known(P))
    return {};
  if (link::RecordSym R = classOf(Program, typeOf(Program, Paths, P, In)))
    if (const models::TypeModel *M = Program.record(R).Model;
        M && M->Role == models::TypeRole::Guard)
      return {};
  Path Best;
  for (; P; P = Paths[P].Parent) {
    const ProgramPath &N = Paths[P];
    switch (N.Kind) {
    case PathKind::ElementAny:
    case PathKind::ElementConst:
    case PathKind::ElementValue:
      continue;
    case PathKind::Field:
      Best = P;
      // A lock of the user's own: what matters is where that is.
      if (LockClasses.contains(
              Program.field(link::FieldSym(N.Number)).Owner))
        continue;
      return {LockKey::Field, N.Number};
    case PathKind::Deref:
      if (Best)
        return {LockKey::Field, Paths[Best].Number};
      continue; // The lock that a pointer points to: known by the pointer.
    case PathKind::Global:
      return Best && Paths[Best].Kind == PathKind::Field &&
                     !LockClasses.contains(
                         Program.field(link::FieldSym(Paths[Best].Number))
                             .Owner)
                 ? LockKey{LockKey::Field, Paths[Best].Number}
                 : LockKey{LockKey::Variable, N.Number};
    case PathKind::Local:
      // A pointer in a local variable names no lock; an object there is one.
      if (P != Original && !Best && hasDeref(Original))
        return {};
      return {LockKey::Object, P.Index};
    case PathKind::Allocation:
      return {LockKey::Object, P.Index};
    default:
      return Best ? LockKey{LockKey::Field, Paths[Best].Number} : LockKey{};
    }
  }
  return {};
}

bool LockKeys::hasDeref(Path P) const {
  for (; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Deref)
      return true;
  return false;
}

std::string LockKeys::name(LockKey K) const {
  switch (K.What) {
  case LockKey::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(K.Number));
    const std::string &Class = Program.record(F.Owner).Qualified;
    return Class.empty() ? F.Name : Class + "::" + F.Name;
  }
  case LockKey::Variable:
    return Program.variable(link::VariableSym(K.Number)).Qualified;
  case LockKey::Object:
    return describe(Program, Paths, Path(K.Number), BodyId());
  case LockKey::None:
    break;
  }
  return "";
}

/// Best the way that its key is called, so that both halves of a finding speak
/// of one thing; else as the path reads.
std::string LockKeys::name(Path P, BodyId In) const {
  auto [Q, Where] = normalise(P, In);
  // An object of its own is better known than its class: g_ledger.mu.
  if (LockKey K = key(P, In)) {
    if (K.What == LockKey::Field && Paths.known(Q) &&
        Paths.isRoot(Q, PathKind::Global)) {
      std::string Direct = describe(Program, Paths, Q, Where);
      if (!Direct.empty())
        return Direct;
    }
    return name(K);
  }
  return describe(Program, Paths, Q, Where);
}

findings::Place LockKeys::declaration(LockKey K) const {
  switch (K.What) {
  case LockKey::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(K.Number));
    return Program.place(F.Unit, Program.unit(F.Unit).field(F.Decl).Loc);
  }
  case LockKey::Variable: {
    const link::VariableSymbol &V =
        Program.variable(link::VariableSym(K.Number));
    return Program.place(V.Unit, Program.unit(V.Unit).variable(V.Decl).Loc);
  }
  case LockKey::Object: {
    const ProgramPath &N = Paths[Path(K.Number)];
    if (N.Kind != PathKind::Local)
      return {};
    const link::Body &B = Program.body(BodyId(N.Version));
    return Program.place(B.Unit, B.Facts->Locals[N.Number].Loc);
  }
  case LockKey::None:
    break;
  }
  return {};
}

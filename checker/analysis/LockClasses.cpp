//===-- LockClasses.cpp - Classes that are locks of the user's own --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockClasses.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;

/// Fields that a C structure has, at most, to count as a lock of its own.
static constexpr size_t MaxLockFields = 3;
/// Structures in structures.
static constexpr unsigned MaxDepth = 4;

void LockClasses::learn(BodyId B, const Summary &S) {
  link::RecordSym Method = Program.function(Program.body(B).Function).Owner;
  for (const Outcome &O : S.Outcomes)
    for (const NetEffect &N : O.Nets)
      if (N.Acquired)
        consider(Method, N.Lock);
  for (const Acquisition &A : S.Acquisitions)
    // A wait under a lock of its own is what any class with a worker does.
    if (A.Kind == WaitKind::Condition && !A.With.empty())
      consider(Method, A.Lock);
}

bool LockClasses::isInner(Path P) const {
  const ProgramPath &N = Paths[P];
  return N.Kind == PathKind::Field &&
         contains(Program.field(link::FieldSym(N.Number)).Owner);
}

Path LockClasses::object(Path P) const {
  while (P && isInner(P))
    P = Paths[P].Parent;
  return P;
}

bool LockClasses::isUnnamedPart(Path P) const {
  const ProgramPath &N = Paths[P];
  return N.Kind == PathKind::Field &&
         Program.field(link::FieldSym(N.Number)).Name.empty();
}

/// \p Lock is kept by a function: `this->mu_`, `m->mutex` of a parameter m.
void LockClasses::consider(link::RecordSym Method, Path Lock) {
  Path Outer = object(Lock);
  // A structure or union without a name is just a part of the one around it.
  llvm::SmallVector<link::RecordSym, 2> Parts;
  while (Paths[Outer].Kind == PathKind::Field &&
         isUnnamedPart(Paths[Outer].Parent)) {
    Parts.push_back(Program.field(link::FieldSym(Paths[Outer].Number)).Owner);
    Outer = Paths[Outer].Parent;
  }
  const ProgramPath &P = Paths[Outer];
  if (P.Kind != PathKind::Field)
    return;
  const ProgramPath &Object = Paths[P.Parent];
  if (Object.Kind != PathKind::Deref ||
      Paths[Object.Parent].Kind != PathKind::Parameter)
    return;
  link::RecordSym R = Program.field(link::FieldSym(P.Number)).Owner;
  if (!R || contains(R))
    return;
  // In C any function may lock a part of anything: only small structures are
  // locks.
  bool Small = fieldCount(R) <= MaxLockFields;
  if ((Method != R && (Method || !Small)) || !plainMembers(R))
    return;
  Classes.insert(R);
  Classes.insert(Parts.begin(), Parts.end());
}

/// How many things there are in \p R, those in parts without a name included;
/// of a union, in its largest alternative.
size_t LockClasses::fieldCount(link::RecordSym R, unsigned Depth) const {
  const link::RecordSymbol &S = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(S.Unit);
  const bool Union = Unit.record(S.Decl).Flags & facts::RF_Union;
  size_t Count = 0;
  for (facts::FieldId F : Unit.record(S.Decl).Fields) {
    link::RecordSym Part = Program.recordOf(S.Unit, Unit.field(F).Type);
    bool Unnamed = Program.field(Program.symbol(S.Unit, F)).Name.empty();
    size_t Here =
        Unnamed && Part && Depth < MaxDepth ? fieldCount(Part, Depth + 1) : 1;
    Count = Union ? std::max(Count, Here) : Count + Here;
  }
  return Count;
}

/// Only locks, numbers and pointers, and structures of them: nothing that the
/// class could be about but being a lock.
bool LockClasses::plainMembers(link::RecordSym R, unsigned Depth) const {
  const link::RecordSymbol &S = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(S.Unit);
  if (Depth > MaxDepth || !(Unit.record(S.Decl).Flags & facts::RF_Complete))
    return false;
  for (facts::FieldId F : Unit.record(S.Decl).Fields) {
    link::RecordSym Class = Program.recordOf(S.Unit, Unit.field(F).Type);
    if (!Class ||
        Unit.type(Unit.field(F).Type).Kind == facts::TypeKind::Pointer)
      continue;
    const models::TypeModel *M = Program.record(Class).Model;
    if (!M && !contains(Class) && !plainMembers(Class, Depth + 1))
      return false;
    if (M && (M->Role == models::TypeRole::Container ||
              M->Role == models::TypeRole::Callable))
      return false;
  }
  return true;
}

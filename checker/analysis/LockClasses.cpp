//===-- LockClasses.cpp - Classes that are locks of the user's own --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockClasses.h"

using namespace fearless;
using namespace fearless::analysis;

/// Fields that a C structure has, at most, to count as a lock of its own.
static constexpr size_t MaxLockFields = 3;

void LockClasses::learn(BodyId B, const Summary &S) {
  link::RecordSym Method = Program.function(Program.body(B).Function).Owner;
  for (const Outcome &O : S.Outcomes)
    for (const NetEffect &N : O.Nets)
      if (N.Acquired)
        consider(Method, N.Lock);
  for (const Acquisition &A : S.Acquisitions)
    if (A.Kind == WaitKind::Condition)
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

/// \p Lock is kept by a function: `this->mu_`, `m->mutex` of a parameter m.
void LockClasses::consider(link::RecordSym Method, Path Lock) {
  const ProgramPath &P = Paths[object(Lock)];
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
  const link::RecordSymbol &S = Program.record(R);
  bool Small =
      Program.unit(S.Unit).record(S.Decl).Fields.size() <= MaxLockFields;
  if ((Method == R || (!Method && Small)) && plainMembers(R))
    Classes.insert(R);
}

/// Only locks, numbers and pointers: nothing that the class could be about but
/// being a lock.
bool LockClasses::plainMembers(link::RecordSym R) const {
  const link::RecordSymbol &S = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(S.Unit);
  for (facts::FieldId F : Unit.record(S.Decl).Fields) {
    link::RecordSym Class = Program.recordOf(S.Unit, Unit.field(F).Type);
    if (!Class ||
        Unit.type(Unit.field(F).Type).Kind == facts::TypeKind::Pointer)
      continue;
    const models::TypeModel *M = Program.record(Class).Model;
    if (!M && !contains(Class))
      return false;
    if (M && (M->Role == models::TypeRole::Container ||
              M->Role == models::TypeRole::Callable))
      return false;
  }
  return true;
}

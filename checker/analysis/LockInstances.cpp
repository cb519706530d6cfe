//===-- LockInstances.cpp - Whether locks of one name are one lock --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockInstances.h"

#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;

/// What \p H itself holds under the name \p K. None: a caller holds it.
llvm::SmallVector<Path, 2> LockInstances::locks(LockKey K,
                                                const Holder &H) const {
  llvm::SmallVector<Path, 2> Result;
  if (H.State)
    for (Path L : H.State->Held)
      if (Keys.key(L, H.At.Body) == K)
        Result.push_back(L);
  return Result;
}

/// The object that \p P is a member of, or a member of a member.
static Path objectOf(const PathTable &Paths, Path P) {
  while (Paths[P].Kind == PathKind::Field)
    P = Paths[P].Parent;
  return P;
}

LockInstances::Relation LockInstances::relation(Path Lock, Path Data,
                                                BodyId B) const {
  if (Paths[Lock].Kind != PathKind::Field)
    return Unrelated;
  Path Object = objectOf(Paths, Lock);
  if (Paths.startsWith(Data, Object))
    return Own;
  Path Other = objectOf(Paths, Data);
  auto OfParameter = [&](Path P) {
    const ProgramPath &N = Paths[P];
    return N.Kind == PathKind::Deref && N.Version == 0 &&
           Paths[N.Parent].Kind == PathKind::Parameter;
  };
  if (!OfParameter(Object) || !OfParameter(Other))
    return Unrelated;
  link::RecordSym X = classOf(Program, typeOf(Program, Paths, Object, B));
  return X && X == classOf(Program, typeOf(Program, Paths, Other, B))
             ? OfOther
             : Unrelated;
}

/// The one that all locks of the name have.
LockInstances::Relation LockInstances::relation(LockKey K,
                                                const Holder &H) const {
  std::optional<Relation> All;
  for (Path L : locks(K, H)) {
    Relation One = relation(L, H.Of, H.At.Body);
    if (All && *All != One)
      return Unrelated;
    All = One;
  }
  return All.value_or(Unrelated);
}

/// The places that the locks may be at. None: that is not known, or they are
/// held by a caller.
Locations LockInstances::places(LockKey K, const Holder &H) {
  Locations Found;
  for (Path L : locks(K, H)) {
    Locations Here = Memory.locate(H.At.Body, L, H.By, H.At.Fact);
    if (Here.empty())
      return {};
    Found.append(Here.begin(), Here.end());
  }
  return Found;
}

/// Are they elements of one array that are surely not one?
bool LockInstances::otherElements(LockKey K, const Holder &A, const Holder &B) {
  auto X = locks(K, A), Y = locks(K, B);
  if (X.size() != 1 || Y.size() != 1)
    return false;
  if (Indices.surelyApart({A.At, X[0], A.By, {}}, {B.At, Y[0], B.By, {}}))
    return true;
  auto Here = Indices.distance(A.At.Body, X[0], A.Of);
  auto There = Indices.distance(B.At.Body, Y[0], B.Of);
  if (Here && There)
    return *Here != *There;
  using Stripe = ElementIndices::Stripe;
  Stripe Mine = Indices.stripe(A.At.Body, X[0], A.Of),
         Theirs = Indices.stripe(B.At.Body, Y[0], B.Of);
  if (Mine.What == Stripe::Unknown || Theirs.What == Stripe::Unknown)
    return false;
  return Mine.What == Stripe::Loose || Theirs.What == Stripe::Loose ||
         (!(Mine == Theirs) && (Mine.What == Stripe::Folded ||
                                Theirs.What == Stripe::Folded));
}

bool LockInstances::mayBeOne(LockKey K, const Holder &A, const Holder &B) {
  if (otherElements(K, A, B))
    return false;
  if (K.What == LockKey::Variable)
    return true;
  Relation X = relation(K, A), Y = relation(K, B);
  if ((X == Own && Y == OfOther) || (X == OfOther && Y == Own))
    return false;
  Locations Here = places(K, A), There = places(K, B);
  if (Here.empty() || There.empty())
    return true;
  bool Same = A.By == B.By;
  for (const Located &L : Here)
    for (const Located &M : There) {
      if (L.Several || M.Several)
        return true;
      if (L.Where != M.Where || L.Maker != M.Maker)
        continue;
      if (!Same || !L.Maker || L.Foreign || M.Foreign ||
          (L.Maker != A.By && L.Common))
        return true;
    }
  return false;
}

bool LockInstances::oneByOtherName(const Holder &A, const Holder &B) {
  if (!A.State || !B.State)
    return false;
  for (Path P : A.State->Held)
    for (Path Q : B.State->Held) {
      LockKey K = Keys.key(P, A.At.Body), J = Keys.key(Q, B.At.Body);
      if (!K || !J || K == J ||
          (llvm::is_contained(A.State->Shared, P) &&
           llvm::is_contained(B.State->Shared, Q)))
        continue;
      for (const Located &L : places(K, A))
        for (const Located &M : places(J, B))
          if (L.Where == M.Where && sharedMemory(L, M, A.By, B.By))
            return true;
    }
  return false;
}

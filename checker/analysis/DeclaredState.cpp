//===-- DeclaredState.cpp - Declared capabilities held at a point ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredState.h"
#include "support/Sorted.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;

Hold *DeclaredState::hold(Path P) {
  auto It = llvm::find_if(Held, [&](const Hold &H) { return H.Of == P; });
  return It == Held.end() ? nullptr : &*It;
}

void DeclaredState::add(Hold H) {
  auto It = llvm::lower_bound(
      Held, H, [](const Hold &A, const Hold &B) { return A.Of < B.Of; });
  Held.insert(It, std::move(H));
}

void DeclaredState::remove(Path P) {
  llvm::erase_if(Held, [&](const Hold &H) { return H.Of == P; });
}

ScopedObject *DeclaredState::scope(Path Object) {
  auto It = llvm::find_if(
      Scopes, [&](const ScopedObject &S) { return S.Object == Object; });
  return It == Scopes.end() ? nullptr : &*It;
}

void DeclaredState::setScope(ScopedObject S) {
  dropScope(S.Object);
  auto It = llvm::lower_bound(Scopes, S, [](const auto &A, const auto &B) {
    return A.Object < B.Object;
  });
  Scopes.insert(It, std::move(S));
}

void DeclaredState::dropScope(Path Object) {
  llvm::erase_if(Scopes,
                 [&](const ScopedObject &S) { return S.Object == Object; });
}

void DeclaredState::touch(Path P) { support::insertSorted(Touched, P); }

bool DeclaredState::touched(Path P) const {
  return llvm::binary_search(Touched, P);
}

const Store *DeclaredState::storeAt(Path P) const {
  auto It = llvm::lower_bound(
      Stores, P, [](const Store &S, Path X) { return S.Where < X; });
  return It != Stores.end() && It->Where == P ? &*It : nullptr;
}

void DeclaredState::store(Store S) {
  auto It = llvm::lower_bound(
      Stores, S.Where, [](const Store &A, Path X) { return A.Where < X; });
  if (It != Stores.end() && It->Where == S.Where)
    *It = S;
  else
    Stores.insert(It, S);
}

void DeclaredState::forget(Path P) {
  llvm::erase_if(Stores, [&](const Store &S) { return S.Where == P; });
}

std::optional<bool> DeclaredState::known(Value V) const {
  auto It = llvm::lower_bound(
      Known, V, [](const auto &K, const Value &X) { return K.first < X; });
  if (It != Known.end() && It->first == V)
    return It->second;
  return std::nullopt;
}

void DeclaredState::learn(Value V, bool Truth) {
  auto It = llvm::lower_bound(
      Known, V, [](const auto &K, const Value &X) { return K.first < X; });
  if (It != Known.end() && It->first == V)
    It->second = Truth;
  else
    Known.insert(It, {V, Truth});
}

void DeclaredState::forgetValues(Path Root) {
  llvm::erase_if(Known, [&](const auto &K) {
    return K.first.hasPath() && K.first.path() == Root;
  });
}

Path analysis::pointeeOf(PathTable &Paths, const Store &S) {
  if (!S.What.hasPath() || S.What.path() == S.Where)
    return Path();
  return S.What.Kind == facts::OperandKind::Object ? S.What.path()
                                                   : Paths.pointee(S.What);
}

bool analysis::agree(const DeclaredState &A, const DeclaredState &B) {
  return A.Held == B.Held && A.Scopes == B.Scopes &&
         A.GivenBack == B.GivenBack && A.Everything == B.Everything;
}

bool analysis::join(DeclaredState &A, const DeclaredState &B) {
  auto Missing = [](const auto &In) {
    return [&In](const auto &E) { return !llvm::is_contained(In, E); };
  };
  size_t Before = A.Known.size() + A.Stores.size();
  llvm::erase_if(A.Known, Missing(B.Known));
  llvm::erase_if(A.Stores, Missing(B.Stores));
  bool Changed = A.Known.size() + A.Stores.size() != Before;
  for (Path P : B.Touched)
    if (!A.touched(P)) {
      A.touch(P);
      Changed = true;
    }
  if (B.Vague && !A.Vague)
    Changed = A.Vague = true;
  if (A.Result && A.Result != B.Result) {
    A.Result.reset();
    Changed = true;
  }
  for (size_t I = 0; I < A.Held.size(); ++I)
    A.Held[I].At = std::min(A.Held[I].At, B.Held[I].At);
  return Changed;
}

//===-- State.cpp - What is known at a point of a function ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/State.h"
#include "support/Sorted.h"

#include <algorithm>
#include <tuple>

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

namespace {

/// Position of the first element whose key is not less than \p K.
template <class T, class K, class Proj>
auto lowerBound(std::vector<T> &V, const K &Key, Proj P) {
  return std::lower_bound(V.begin(), V.end(), Key,
                          [&](const T &E, const K &X) { return P(E) < X; });
}

/// Keeps what is in both. Returns whether \p A changed.
template <class T> bool intersect(std::vector<T> &A, const std::vector<T> &B) {
  size_t Before = A.size();
  std::erase_if(A, [&](const T &E) {
    return std::find(B.begin(), B.end(), E) == B.end();
  });
  return A.size() != Before;
}

template <class T> bool unite(std::vector<T> &A, const std::vector<T> &B) {
  size_t Before = A.size();
  for (const T &E : B)
    insertSorted(A, E);
  return A.size() != Before;
}

auto byLock = [](const LockState &L) { return L.Lock; };
auto byObject = [](const Guard &G) { return G.Object; };
auto byPlace = [](const Store &S) { return S.Where; };
auto byQuestion = [](const Condition &C) {
  return std::tuple(C.Of, C.Is, C.Constant);
};

bool sameLocks(const State &A, const State &B) {
  return std::equal(A.Locks.begin(), A.Locks.end(), B.Locks.begin(),
                    B.Locks.end(), [](const LockState &X, const LockState &Y) {
                      return X.Lock == Y.Lock && X.AtEntry == Y.AtEntry &&
                             X.Now == Y.Now && X.Shared == Y.Shared &&
                             X.Count == Y.Count;
                    });
}

/// Of two ways to return a value, what both have observed; of one, all of it.
bool joinTold(ResultTelling &A, const ResultTelling &B) {
  if (!B.Possible)
    return false;
  if (A.Possible)
    return intersect(A.Observed, B.Observed);
  A = B;
  return true;
}

bool joinCommon(State &A, const State &B) {
  bool Changed = intersect(A.Stores, B.Stores);
  Changed |= intersect(A.Known, B.Known);
  Changed |= unite(A.Threads, B.Threads);
  Changed |= intersect(A.Joined, B.Joined);
  Changed |= intersect(A.Acquired, B.Acquired);
  Changed |= intersect(A.Passed, B.Passed);
  Changed |= intersect(A.Initialised, B.Initialised);
  Changed |= unite(A.Uncertain, B.Uncertain);
  Changed |= intersect(A.Observed, B.Observed);
  Changed |= intersect(A.Glimpsed, B.Glimpsed);
  for (bool Truth : {false, true})
    Changed |= joinTold(A.ByResult[Truth], B.ByResult[Truth]);
  Changed |= unite(A.Published, B.Published);
  Changed |= intersect(A.Claimed, B.Claimed);
  if (A.Result && A.Result != B.Result) {
    A.Result.reset();
    Changed = true;
  }
  std::optional<Numbers> Both = A.Number;
  if (Both && B.Number)
    Both->add(*B.Number);
  else
    Both.reset();
  Changed |= Both != A.Number;
  A.Number = Both;
  A.ReturnedAt = std::min(A.ReturnedAt, B.ReturnedAt);
  return Changed;
}

} // namespace

LockState *State::lock(Path P) {
  auto It = lowerBound(Locks, P, byLock);
  return It != Locks.end() && It->Lock == P ? &*It : nullptr;
}

LockState &State::touch(Path P, LockState::Hold Entry) {
  auto It = lowerBound(Locks, P, byLock);
  if (It == Locks.end() || It->Lock != P) {
    LockState L;
    L.Lock = P;
    L.AtEntry = L.Now = Entry;
    L.Count = Entry == LockState::Held;
    It = Locks.insert(It, L);
  }
  return *It;
}

Guard *State::guard(Path Object) {
  auto It = lowerBound(Guards, Object, byObject);
  return It != Guards.end() && It->Object == Object ? &*It : nullptr;
}

void State::setGuard(Guard G) {
  auto It = lowerBound(Guards, G.Object, byObject);
  if (It != Guards.end() && It->Object == G.Object)
    *It = std::move(G);
  else
    Guards.insert(It, std::move(G));
}

void State::dropGuard(Path Object) {
  std::erase_if(Guards, [&](const Guard &G) { return G.Object == Object; });
}

llvm::SmallVector<Path, 4> State::held() const {
  llvm::SmallVector<Path, 4> Result;
  for (const LockState &L : Locks)
    if (L.Now == LockState::Held)
      Result.push_back(L.Lock);
  return Result;
}

const Store *State::storeAt(Path P) const {
  auto It =
      std::lower_bound(Stores.begin(), Stores.end(), P,
                       [](const Store &S, Path X) { return S.Where < X; });
  return It != Stores.end() && It->Where == P ? &*It : nullptr;
}

void State::store(Path P, Value V, uint32_t Version) {
  auto It = lowerBound(Stores, P, byPlace);
  if (It != Stores.end() && It->Where == P)
    *It = {P, V, Version};
  else
    Stores.insert(It, {P, V, Version});
}

void State::forgetStoresUnder(const PathTable &Paths, Path Prefix) {
  std::erase_if(Stores, [&](const Store &S) {
    return Paths.startsWith(S.Where, Prefix);
  });
}

bool analysis::passes(int32_t V, Test Is, int32_t Constant) {
  switch (Is) {
  case Test::Nonzero:
    return V != 0;
  case Test::Equal:
    return V == Constant;
  case Test::Less:
    return V < Constant;
  case Test::LessEqual:
    return V <= Constant;
  case Test::Bits:
    return (V & Constant) != 0;
  }
  return false;
}

std::optional<bool> State::truth(Value V) const { return truth(Condition{V}); }

std::optional<bool> State::truth(const Condition &Question) const {
  Value V = Question.Of;
  if (V.isConstant())
    return passes(V.constant(), Question.Is, Question.Constant);
  if (Question.Is == Test::Nonzero &&
      (V.Kind == facts::OperandKind::Address || V.isFunction()))
    return true;
  auto It = std::lower_bound(
      Known.begin(), Known.end(), byQuestion(Question),
      [](const Condition &C, const auto &Key) { return byQuestion(C) < Key; });
  if (It != Known.end() && It->asks(Question))
    return It->Truth;
  return std::nullopt;
}

bool State::assume(Value V, bool Truth) {
  return assume(Condition{V, Test::Nonzero, 0, Truth});
}

bool State::assume(const Condition &C) {
  if (std::optional<bool> T = truth(C))
    return *T == C.Truth;
  Known.insert(lowerBound(Known, byQuestion(C), byQuestion), C);
  return true;
}

void State::start(Running R) { insertSorted(Threads, R); }
void State::addAcquired(Path P) { insertSorted(Acquired, P); }
void State::takeUncertain(Path P) { insertSorted(Uncertain, P); }
void State::addPassed(Path P) { insertSorted(Passed, P); }
void State::addInitialised(Path P) { insertSorted(Initialised, P); }
void State::addJoined(Path P) { insertSorted(Joined, P); }

bool analysis::agree(const State &A, const State &B) {
  return sameLocks(A, B) && A.Guards == B.Guards;
}

bool analysis::toldApartByThreads(const State &A, const State &B) {
  if (A.Threads == B.Threads)
    return false;
  return llvm::any_of(A.Known,
                      [&](Condition C) {
                        C.Truth = !C.Truth;
                        return llvm::is_contained(B.Known, C);
                      }) ||
         llvm::any_of(A.Stores, [&](const Store &X) {
           const Store *Y = B.storeAt(X.Where);
           return Y && Y->What != X.What &&
                  (X.What.isConstant() || Y->What.isConstant());
         });
}

bool analysis::join(State &A, const State &B) {
  bool Changed = joinCommon(A, B);
  for (size_t I = 0; I < A.Locks.size(); ++I) {
    LockState &X = A.Locks[I];
    const LockState &Y = B.Locks[I];
    if (Y.Balanced && !X.Balanced) {
      X.Balanced = true;
      Changed = true;
    }
    if (X.Adopted && !Y.Adopted) {
      X.Adopted = false;
      Changed = true;
    }
    if (X.Back != Y.Back && X.Back != Mode::Any) {
      X.Back = Mode::Any;
      Changed = true;
    }
    X.At = std::min(X.At, Y.At);
  }
  for (size_t I = 0; I < A.Guards.size(); ++I)
    A.Guards[I].At = std::min(A.Guards[I].At, B.Guards[I].At);
  return Changed;
}

void analysis::widen(State &A, const State &B) {
  joinCommon(A, B);
  for (const LockState &Y : B.Locks) {
    LockState *X = A.lock(Y.Lock);
    if (!X) {
      LockState &New = A.touch(Y.Lock, Y.AtEntry);
      New = Y;
      New.Now = New.AtEntry = LockState::Maybe;
      continue;
    }
    if (X->Now != Y.Now || X->Shared != Y.Shared || X->Count != Y.Count)
      X->Now = LockState::Maybe;
    if (X->AtEntry != Y.AtEntry)
      X->AtEntry = X->Now = LockState::Maybe;
    X->Balanced |= Y.Balanced;
    X->At = std::min(X->At, Y.At);
  }
  for (LockState &X : A.Locks)
    if (!B.lock(X.Lock))
      X.Now = X.AtEntry = LockState::Maybe;
  for (Guard &G : A.Guards) {
    const Guard *H = B.guard(G.Object);
    if (!H || H->Held != G.Held || H->Locks != G.Locks)
      G.Held = Owns::Maybe;
  }
}

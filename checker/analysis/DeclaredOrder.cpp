//===-- DeclaredOrder.cpp - The order of locks as it is declared ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredOrder.h"

#include "llvm/ADT/StringSet.h"

#include <algorithm>
#include <deque>

using namespace fearless;
using namespace fearless::analysis;

DeclaredOrder::DeclaredOrder(const link::Program &Program, const LockKeys &Keys,
                             const LockOrder &Order,
                             llvm::ArrayRef<LockHierarchy> Hierarchies)
    : Program(Program), Keys(Keys) {
  addAnnotations();
  for (const LockHierarchy &H : Hierarchies)
    addHierarchy(H);
  if (Annotated.empty() && Hierarchies.empty())
    return;
  enterNamed();
  std::vector<const GraphEdge *> Ways = Order.ways();
  for (const GraphEdge *E : Ways) {
    Program.trim();
    enter(E->From.Key);
    enter(E->To.Key);
  }
  for (const GraphEdge *E : Ways) {
    Program.trim();
    judge(*E);
  }
}

void DeclaredOrder::addAnnotations() {
  auto Key = [](const link::DeclaredLock &L) {
    return L.Field ? LockKey{LockKey::Field, L.Field.Index}
                   : LockKey{LockKey::Variable, L.Variable.Index};
  };
  for (const link::DeclaredOrder &O : Program.declaredOrders())
    Annotated[Key(O.First)].push_back({Key(O.Then), O.Where});
}

void DeclaredOrder::addHierarchy(const LockHierarchy &H) {
  Ranks R;
  R.Of = &H;
  for (const LockHierarchy::Level &L : H.Levels) {
    auto &Pattern = R.Patterns.emplace_back();
    if (llvm::StringRef(L.Lock).find_first_of("*?") == llvm::StringRef::npos)
      continue;
    if (auto Glob = llvm::GlobPattern::create(L.Lock))
      Pattern = std::move(*Glob);
    else
      llvm::consumeError(Glob.takeError()); // It is a name, then.
  }
  Hierarchies.push_back(std::move(R));
}

/// The first level of that name.
std::optional<size_t> DeclaredOrder::Ranks::find(llvm::StringRef Name,
                                                 bool ByPattern) const {
  for (size_t I = 0; I < Of->Levels.size(); ++I)
    if (Patterns[I] ? ByPattern && Patterns[I]->match(Name)
                    : Of->Levels[I].Lock == Name)
      return I;
  return std::nullopt;
}

/// Once flags and statics of functions, which are waited for as locks are, are
/// not meant by a pattern.
bool DeclaredOrder::isLock(LockKey K) const {
  std::optional<models::TypeRole> Role = Keys.role(K);
  bool Static = K.What == LockKey::Variable &&
                Program.variable(link::VariableSym(K.Number)).Flags &
                    facts::VF_FunctionStatic;
  return Static ? Role == models::TypeRole::Lock
                : Role != models::TypeRole::Once;
}

/// Classes without a name of their own (locals) are in no hierarchy.
void DeclaredOrder::enter(LockKey K) {
  if (K.What != LockKey::Field && K.What != LockKey::Variable)
    return;
  for (Ranks &R : Hierarchies)
    if (!R.Level.count(K))
      if (std::optional<size_t> L = R.find(Keys.name(K), isLock(K)))
        R.Level[K] = *L;
}

/// What is declared of a lock counts, though the lock be never taken under
/// another: it may stand between two that are.
void DeclaredOrder::enterNamed() {
  for (const auto &[First, Others] : Annotated) {
    enter(First);
    for (const auto &[Then, Where] : Others)
      enter(Then);
  }
  llvm::StringSet<> Names;
  for (const Ranks &R : Hierarchies)
    for (const LockHierarchy::Level &L : R.Of->Levels)
      Names.insert(L.Lock);
  if (Names.empty())
    return;
  for (uint32_t V = 0; V < Program.variables().size(); ++V)
    if (Names.contains(Program.variables()[V].Qualified))
      enter({LockKey::Variable, V});
  for (uint32_t F = 0; F < Program.fields().size(); ++F)
    if (LockKey K{LockKey::Field, F}; Names.contains(Keys.name(K)))
      enter(K);
  for (const Ranks &R : Hierarchies)
    for (size_t I = 0; I < R.Of->Levels.size(); ++I)
      // Patterns and objects' names are asked only where locks are nested.
      if (!R.Patterns[I] &&
          !llvm::StringRef(R.Of->Levels[I].Lock).contains('.') &&
          llvm::none_of(R.Level, [&](const auto &L) { return L.second == I; }))
        Unknown.push_back(R.Of->Levels[I]);
}

/// The locks that are declared to come after \p K, in one step.
std::vector<std::pair<LockKey, DeclaredStep>>
DeclaredOrder::next(LockKey K) const {
  std::vector<std::pair<LockKey, DeclaredStep>> Result;
  auto Add = [&](LockKey Then, const findings::Place &Where) {
    Result.push_back({Then, {Where, Keys.name(K), Keys.name(Then)}});
  };
  if (auto It = Annotated.find(K); It != Annotated.end())
    for (const auto &[Then, Where] : It->second)
      Add(Then, Where);
  for (const Ranks &R : Hierarchies) {
    auto Own = R.Level.find(K);
    if (Own == R.Level.end())
      continue;
    for (const auto &[Then, Level] : R.Level)
      if (Level > Own->second)
        Add(Then, R.Of->Levels[Own->second].Where);
  }
  return Result;
}

/// All that comes after \p K, each with the last step of a shortest way there.
const DeclaredOrder::Reached &DeclaredOrder::reachedFrom(LockKey K) {
  auto [It, New] = Known.try_emplace(K);
  if (!New)
    return It->second;
  std::deque<LockKey> Work{K};
  for (; !Work.empty(); Work.pop_front())
    for (auto &[Then, Step] : next(Work.front()))
      if (It->second.try_emplace(Then, Work.front(), std::move(Step)).second)
        Work.push_back(Then);
  return It->second;
}

/// By the name of the object, or else of its class.
std::optional<size_t> DeclaredOrder::level(const Ranks &R, Path P, LockKey K,
                                           BodyId In) const {
  if (std::optional<size_t> L = R.find(Keys.name(P, In), isLock(K)))
    return L;
  auto It = R.Level.find(K);
  return It == R.Level.end() ? std::nullopt : std::optional(It->second);
}

/// Of what \p E holds, and of what it wants.
std::pair<std::optional<size_t>, std::optional<size_t>>
DeclaredOrder::levels(const Ranks &R, const GraphEdge &E) const {
  return {level(R, E.Held, E.From.Key, E.Body),
          level(R, E.Wanted, E.To.Key, E.Body)};
}

/// The declarations that \p E violates; empty: none.
std::vector<DeclaredStep> DeclaredOrder::whyNot(const GraphEdge &E) {
  for (const Ranks &R : Hierarchies) {
    auto [Held, Wanted] = levels(R, E);
    if (Held && Wanted && *Wanted < *Held)
      return {{R.Of->Levels[*Wanted].Where, Keys.name(E.Wanted, E.Body),
               Keys.name(E.Held, E.Body)}};
  }
  if (E.From.Key == E.To.Key || reachedFrom(E.From.Key).count(E.To.Key))
    return {};
  std::vector<DeclaredStep> Why;
  const Reached &Ways = reachedFrom(E.To.Key);
  for (LockKey K = E.From.Key; K != E.To.Key;) {
    auto It = Ways.find(K);
    if (It == Ways.end())
      return {};
    Why.push_back(It->second.second);
    K = It->second.first;
  }
  std::reverse(Why.begin(), Why.end());
  return Why;
}

void DeclaredOrder::judge(const GraphEdge &E) {
  // Who holds it already does not wait for it.
  if (E.Recursive && llvm::is_contained(E.Gates, E.To.Key))
    return;
  std::vector<DeclaredStep> Why = whyNot(E);
  if (!Why.empty())
    Violations.push_back(
        {&E, std::move(Why), E.Taking.Choices > MaxCertainChoices});
}

bool DeclaredOrder::allows(const GraphEdge &E) const {
  for (const Ranks &R : Hierarchies) {
    auto [Held, Wanted] = levels(R, E);
    if (Held && Wanted &&
        (*Held < *Wanted || (*Held == *Wanted && R.Of->Levels[*Held].Nested)))
      return true;
  }
  return false;
}

//===-- RelaxedFlags.cpp - Flags whose order is too weak ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/RelaxedFlags.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;

/// Atomics that the function of \p S sets after it, or branches on before it.
void RelaxedFlags::addUses(Site S, bool After, std::vector<Use> &To) {
  BodyView View(Program, Paths, Graph, Summaries, S.Body);
  CriticalSections Sections(Paths, Graph, Summaries, Results[S.Body.Index],
                            View);
  ValueOrigins Values(Program, Graph, View);
  Operations::Inside In{View, Sections, Values, {}};
  Done.find(In);
  const facts::FunctionBody &Facts = View.facts();
  auto Branched = [&](const Operation &O) {
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
      const Fact &F = Facts.Facts[I];
      if ((F.Kind == FactKind::Assume || F.Kind == FactKind::Switch) &&
          Operations::comesFrom(In, O, Values.of(Facts.operands(F)[0])) &&
          Sections.way(O.Fact, I, Path()).Any &&
          Sections.way(I, S.Fact, Path()).Any)
        return true;
    }
    return false;
  };
  for (const Operation &O : In.All) {
    if (!O.Atomic || O.Fact == S.Fact)
      continue;
    // A callee that exchanges it may wait until it may take it.
    bool Takes = O.Modifies && O.At.Body != S.Body &&
                 Sections.way(O.Fact, S.Fact, Path()).Any;
    bool Branches = !After && O.Reads && Branched(O);
    bool Fits = After ? O.Writes && Sections.way(S.Fact, O.Fact, Path()).Any
                      : Branches || Takes;
    if (LockKey K = Fits ? Keys.key(O.Where, S.Body) : LockKey())
      To.push_back({K, O.At, After ? !releases(O.Order) : !acquires(O.Order),
                    bool(O.Modifies), Branches});
  }
}

/// The same in all functions that lead to \p A.
std::vector<RelaxedFlags::Use> RelaxedFlags::uses(const Access &A,
                                                  const Point &P, bool After) {
  std::vector<Use> Result;
  std::vector<Site> Sites = Roots.callChain(A.Body, P.Root);
  Sites.push_back({A.Body, A.Fact});
  for (Site S : llvm::reverse(Sites))
    addUses(S, After, Result);
  return Result;
}

void RelaxedFlags::look(const Race &R) {
  // A handler and what it interrupts see all in the order of the program.
  if (!Done.anyRelaxed() ||
      Roots.interrupts(R.FirstPoint.Root, R.SecondPoint.Root))
    return;
  auto Try = [&](const Access &A, const Point &P, const Access &B,
                 const Point &Q) {
    std::vector<Use> Set = uses(A, P, /*After=*/true);
    if (Set.empty())
      return false;
    std::vector<Use> AllSeen = uses(B, Q, /*After=*/false);
    // Strong enough in another place, on both sides: it is not the order.
    auto Orders = [](llvm::ArrayRef<Use> Uses, LockKey Flag) {
      return llvm::any_of(
          Uses, [&](const Use &U) { return U.Flag == Flag && !U.Weak; });
    };
    for (const Use &Seen : AllSeen)
      for (const Use &S : Set)
        if (S.Flag == Seen.Flag && (S.Weak || Seen.Weak) &&
            (Seen.Branched || !S.Exchange) &&
            !(Orders(Set, S.Flag) && Orders(AllSeen, S.Flag))) {
          Found[&R] = {S.Flag, S.At, Seen.At, S.Weak, Seen.Weak};
          return true;
        }
    return false;
  };
  if (!Try(R.First, R.FirstPoint, R.Second, R.SecondPoint) && R.Second.Write)
    Try(R.Second, R.SecondPoint, R.First, R.FirstPoint);
}

const RelaxedFlag *RelaxedFlags::of(const Race &R) const {
  auto It = Found.find(&R);
  return It == Found.end() ? nullptr : &It->second;
}

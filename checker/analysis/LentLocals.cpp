//===-- LentLocals.cpp - Local variables that threads change --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: `bool done = false; std::thread t([&] { … done = true; });
// while (!done) …`. While threads run, what was stored in such a variable is
// not what is in it. One that no other function writes stays what it is, and
// tells paths apart.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

/// May others write \p P, of a local variable of this function, once they have
/// got its address?
bool LockFlow::isLent(Path P) const {
  if (!Paths.known(P))
    return false;
  const ProgramPath Root = Paths.rootOf(P);
  if (Root.Kind != PathKind::Local || Root.Version != Body.Index ||
      !(Facts.Locals[Root.Number].Flags & facts::LF_AddressTaken))
    return false;
  auto [It, New] = Lent.try_emplace(P, false);
  if (New)
    It->second = Paths[P].Kind == PathKind::Local ? isVariableLent(P)
                                                  : writtenElsewhere(P);
  return It->second;
}

/// Do other functions write the member \p P, or what it refers to?
bool LockFlow::writtenElsewhere(Path P) const {
  return Paths.known(P) && Paths[P].Kind == PathKind::Field &&
         In.Graph.writtenElsewhere(link::FieldSym(Paths[P].Number), Body);
}

/// Is the address of the variable \p P given to a thread, or captured by what
/// writes there?
bool LockFlow::isVariableLent(Path P) const {
  auto IsAddress = [&](const facts::Operand &O) {
    return O.Kind == OperandKind::Address && View.path(O.path()) == P;
  };
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const facts::Fact &F = Facts.Facts[I];
    const CallSite *Site = In.Graph.site(Body, I);
    if (Site && Site->has({models::EffectKind::Spawn}) &&
        llvm::any_of(Facts.operands(F), IsAddress))
      return true;
    if (F.Kind == facts::FactKind::Assign && IsAddress(Facts.operands(F)[0]) &&
        writtenElsewhere(View.path(F.Path)))
      return true;
  }
  return false;
}

bool LockFlow::mayChange(const State &S, Path P) const {
  return !S.Threads.empty() && isLent(P);
}

bool LockFlow::mayChange(const State &S, Value V) const {
  if (S.Threads.empty())
    return false;
  if (V.Kind == OperandKind::Value && V.Version == Body.Index) {
    const facts::ValueNode &N = Facts.Values[V.Number];
    return mayChange(S, convert(N.A)) || mayChange(S, convert(N.B));
  }
  return V.Kind == OperandKind::Load && isLent(V.path());
}

/// A thread was started: from now on it may write what it has got.
void LockFlow::forgetLent(State &S) const {
  std::erase_if(S.Stores, [&](const Store &St) {
    return St.What.isConstant() && isLent(St.Where);
  });
  std::erase_if(S.Known,
                [&](const Condition &C) { return mayChange(S, C.Of); });
}

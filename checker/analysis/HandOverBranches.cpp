//===-- HandOverBranches.cpp - What branches tell of other threads --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: what a path has observed (HandOvers.h) since a branch came
// out as it did. A branch tells no more than whether a value was zero.
//
//===----------------------------------------------------------------------===//

#include "analysis/HandOverLists.h"
#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using facts::ValueNode;
using facts::ValueOp;
using models::Effect;
using models::EffectKind;

/// \p V was found true or false: which values does that speak of, and would it
/// be so if they were zero?
void LockFlow::learn(Value V, bool Truth, State &S, unsigned Depth) const {
  auto [Canonical, Negated] = canonical(V);
  Truth ^= Negated;
  if (Canonical.Kind == OperandKind::Load) {
    learnOf(Canonical, !Truth, false, S, Depth);
    return;
  }
  if (Canonical.Kind != OperandKind::Value || Canonical.Version != Body.Index)
    return;
  const ValueNode &N = Facts.Values[Canonical.Number];
  Value A = convert(N.A), B = convert(N.B);
  for (bool Left : {true, false}) {
    Value Subject = Left ? A : B, Other = Left ? B : A;
    if (Subject.Kind != OperandKind::Load)
      continue;
    // Would the comparison come out like this for zero? Where it is compared
    // with a value that is not known, that value is taken not to be zero.
    int64_t O = Other.isConstant() ? Other.constant() : 1;
    bool ForZero = false;
    switch (N.Op) {
    case ValueOp::Equal:
      ForZero = O == 0;
      break;
    case ValueOp::NotEqual:
      ForZero = O != 0;
      break;
    case ValueOp::Less:
      ForZero = Left ? 0 < O : O < 0;
      break;
    case ValueOp::LessEqual:
      ForZero = Left ? 0 <= O : O <= 0;
      break;
    case ValueOp::And:
      ForZero = false;
      break;
    default:
      continue;
    }
    bool Equal = (N.Op == ValueOp::Equal && Truth) ||
                 (N.Op == ValueOp::NotEqual && !Truth);
    learnOf(Subject, ForZero == Truth, Equal, S, Depth);
  }
}

/// The value \p V was found to be zero (or what is taken for it), or not.
void LockFlow::learnOf(Value V, bool Zero, bool Equal, State &S,
                       unsigned Depth) const {
  if (auto It = TellingCalls.find(V.path()); It != TellingCalls.end()) {
    learnResult(It->second, Zero, Equal, S);
    return;
  }
  if (const Value *Stored = lastStored(S, V);
      Stored && !(*Stored == V) && Depth < 4) {
    if (Stored->Kind == OperandKind::Load)
      learnOf(*Stored, Zero, Equal, S, Depth + 1);
    else
      learn(*Stored, !Zero, S, Depth + 1);
    return;
  }
  if (!othersMaySee(V.path())) {
    if (Depth < 4)
      for (Value Part : summands(V.path(), Zero))
        learnOf(Part, Zero, Equal, S, Depth + 1);
    return;
  }
  Path P = resolve(S, V.path());
  TypeRef T = typeOf(Program, Paths, P, Body);
  auto Load = AtomicLoads.find(V.path());
  bool Loaded = Load != AtomicLoads.end();
  bool Atomic = Loaded || (T && Program.unit(T.Unit).type(T.Type).Atomic);
  if (Loaded && !acquires(Load->second) && S.held().empty())
    return;
  if (Atomic || Depth || !S.held().empty() || !readsHere(V.path()))
    const_cast<LockFlow *>(this)->observe(P, Zero, Atomic, S);
  else if (Paths.known(P))
    insertBounded(S.Glimpsed, HandOver{P, Zero}, MaxGlimpses);
  // No thread object, no thread.
  if (Zero && isThread(Paths.deref(V.path(), V.Version)))
    S.addJoined(resolve(S, Paths.deref(V.path(), V.Version)));
}

/// What a local variable was summed up of: if `left += pending[i]` all round a
/// loop comes to zero, or `all &= done[i]` does not, neither did any of these.
/// None if it has other values, too.
llvm::SmallVector<Value, 2> LockFlow::summands(Path Sum, bool Zero) const {
  llvm::SmallVector<Value, 2> Result;
  if (!Paths.known(Sum) || Paths[Sum].Kind != PathKind::Local)
    return Result;
  for (const Fact &F : Facts.Facts) {
    if (F.Kind != FactKind::Assign || View.path(F.Path) != Sum)
      continue;
    Value V = View.value(Facts.operands(F)[0]);
    if (V.isConstant() && (V.constant() == 0) == Zero)
      continue;
    if (V.Kind != OperandKind::Value || V.Version != Body.Index)
      return {};
    const ValueNode &N = Facts.Values[V.Number];
    Value A = convert(N.A), B = convert(N.B);
    bool Sums = Zero ? N.Op == ValueOp::Add || N.Op == ValueOp::Or
                     : N.Op == ValueOp::And;
    if (!Sums || A.Kind != OperandKind::Load || A.path() != Sum ||
        B.Kind != OperandKind::Load)
      return {};
    Result.push_back(B);
  }
  return Result;
}

/// Memory of other threads, too: not just a local variable.
bool LockFlow::othersMaySee(Path P) const {
  if (!Paths.known(P))
    return false;
  if (sharedMemory(Value::load(P)))
    return true;
  const ProgramPath &Root = Paths.rootOf(P);
  return Root.Kind == PathKind::Local && Root.Version == Body.Index &&
         Facts.Locals[Root.Number].Flags & facts::LF_AddressTaken;
}

/// Is plain memory read by this function itself, rather than by an accessor,
/// which may take a lock to do so?
bool LockFlow::readsHere(Path P) const {
  return llvm::any_of(Facts.Facts, [&](const Fact &F) {
    return F.Kind == FactKind::Read && View.path(F.Path) == P;
  });
}

bool LockFlow::isThread(Path P) const {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, P, Body));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return M && M->Role == models::TypeRole::Thread;
}

void LockFlow::learnResult(const TellingCall &T, bool Zero, bool Equal,
                           State &S) const {
  auto *Self = const_cast<LockFlow *>(this);
  const facts::Fact &F = Facts.Facts[T.Fact];
  if (!T.How) {
    Self->learnCallee(T.Fact, Zero, S);
    return;
  }
  const Effect &E = *T.How;
  switch (E.Kind) {
  case EffectKind::TellsThread:
    if (!Zero)
      return;
    for (Path H : handles(T.Fact, E.Operands)) {
      Path Handle = handle(S, H);
      if (!Paths.known(Handle) || isElement(Paths, Handle))
        continue; // Of elements, the join in the loop tells.
      std::erase_if(S.Threads, [&](const Running &R) {
        return sameHandle(R.Handle, Handle);
      });
      S.addJoined(Handle);
    }
    return;
  case EffectKind::Wait:
    if (Zero == (E.When == models::ResultTest::Zero))
      Self->observeWait(resolve(S, View.location(F, E.On)), S);
    return;
  case EffectKind::AtomicLoad:
  case EffectKind::AtomicUpdate: {
    if (!acquires(orderOf(T.Fact, E)) && S.held().empty())
      return;
    for (Path L : View.locations(F, E.Operands)) {
      Path P = resolve(S, L);
      if (!Paths.known(P))
        continue;
      if (E.Kind == EffectKind::AtomicLoad) {
        Self->observe(P, Zero, true, S);
        continue;
      }
      bool TellsWrite = E.When != models::ResultTest::Always;
      bool Won = TellsWrite ? !Zero : Zero || Equal;
      if (TellsWrite && !Won)
        continue;
      Self->observe(P, Zero && !TellsWrite, true, S);
      if (Won) {
        if (TellsWrite || Equal)
          Self->observe(P, true, true, S);
        if (!LockKinds::contains(In.Kinds.Unreleased, Paths, P))
          insertBounded(S.Claimed, P);
      }
    }
    return;
  }
  case EffectKind::Reads:
    // `if (job)`: of an object that a call made, that call.
    for (Path P : View.locations(F, E.Operands)) {
      if (auto It = TellingCalls.find(P);
          It != TellingCalls.end() && !It->second.How)
        Self->learnCallee(It->second.Fact, Zero, S);
      if (Zero && isThread(Paths.deref(P)))
        S.addJoined(resolve(S, Paths.deref(P)));
    }
    return;
  default:
    return;
  }
}

/// What the callee has observed, if it returned true, or false. An accessor
/// that takes no lock tells what its caller's lock protects.
void LockFlow::learnCallee(uint32_t Fact, bool Zero, State &S) {
  const CallSite *Site = In.Graph.site(Body, Fact);
  const Summary &Callee = In.Summaries[Site->Targets.Bodies[0].Index];
  if (Callee.ByResult.empty() && Callee.MayClaim.empty())
    return;
  const bool Locked = !S.held().empty();
  const facts::Fact &F = Facts.Facts[Fact];
  auto Arguments = View.arguments(F);
  Binding B{Arguments, View.path(F.Path)};
  for (const HandOver &H : Callee.ByResult)
    if (H.OnFalse == Zero) {
      Path Mine = resolve(S, substitute(Paths, H.Of, B), true);
      if (!H.Plain || Locked)
        observe(Mine, H.Zero, !H.Plain, S);
      else if (Paths.known(Mine))
        insertBounded(S.Glimpsed, HandOver{Mine, H.Zero}, MaxGlimpses);
    }
  for (Path P : Callee.MayClaim)
    if (Path Mine = resolve(S, substitute(Paths, P, B), true);
        Paths.known(Mine) && !Zero)
      insertBounded(S.Claimed, Mine);
}

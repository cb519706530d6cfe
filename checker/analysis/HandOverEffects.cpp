//===-- HandOverEffects.cpp - Publishing and observing --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: what a path has published and observed (HandOvers.h). What
// is observed is known from a branch on an atomic load, on the result of an
// update, or on plain state that others change under a lock; from waiting for
// an event; and from taking an element out of a container. What branches tell
// is in HandOverBranches.cpp.
//
// A claim is an update whose result says that nobody else had made it:
// `!f.exchange(true)`, a compare-exchange that succeeded, `fetch_sub(1) == 1`.
// It counts as a lock that is held until the object is written again.
//
//===----------------------------------------------------------------------===//

#include "analysis/HandOverLists.h"
#include "analysis/LockFlow.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::Effect;
using models::EffectKind;

/// Which of the body's results tell something when they are tested.
void LockFlow::findTellings() {
  Around.emplace(View, In.Graph);
  for (const Fact &F : Facts.Facts)
    if (F.Kind == FactKind::Read && F.Flags & facts::FF_AtomicAccess) {
      MemoryOrder &Order = AtomicLoads[View.path(F.Path)];
      Order = std::max(Order, orderOf(F));
    }
  for (const CallSite &Site : In.Graph.sites(Body)) {
    const Fact &F = Facts.Facts[Site.Fact];
    if (!F.Path || F.Kind != FactKind::Call)
      continue;
    Path Result = View.path(F.Path);
    if (!Site.Model) {
      if (Site.Targets.Bodies.size() == 1)
        TellingCalls[Result] = {Site.Fact, nullptr};
      continue;
    }
    for (const Effect &E : Site.Model->Effects)
      switch (E.Kind) {
      case EffectKind::Wait:
        if (!E.Timed || !E.Operands.empty())
          break;
        [[fallthrough]];
      case EffectKind::AtomicLoad:
      case EffectKind::AtomicUpdate:
      case EffectKind::TellsThread:
        TellingCalls[Result] = {Site.Fact, &E};
        break;
      case EffectKind::Reads:
        TellingCalls.try_emplace(Result, TellingCall{Site.Fact, &E});
        break;
      default:
        break;
      }
  }
}

MemoryOrder LockFlow::orderOf(uint32_t Fact, const Effect &E) const {
  return Around->orderOf(View, Fact, E);
}

// Publishing -----------------------------------------------------------------

void LockFlow::publish(Path P, bool Zero, bool Nonzero, State &S,
                       uint8_t Parameter) {
  if (!Paths.known(P))
    return;
  std::erase(S.Claimed, P);
  for (bool Z : {false, true}) {
    if (!(Z ? Zero : Nonzero))
      continue;
    HandOver H{P, Z};
    if (Recording)
      notePublication(H, S);
    H.Parameter = Parameter;
    insertBounded(S.Published, H);
    // Who found a flag clear under a lock and sets it, knows it set as well as
    // those who find it set.
    if (!Z && !S.held().empty() &&
        llvm::is_contained(S.Observed, HandOver{P, true}))
      insertBounded(S.Observed, H);
  }
}

void LockFlow::notePublication(const HandOver &H, const State &S) {
  auto Same = llvm::find_if(Result.Publications,
                            [&](const auto &P) { return P.first == H; });
  if (Same == Result.Publications.end()) {
    Result.Publications.push_back({H, S.Observed});
    return;
  }
  llvm::erase_if(Same->second, [&](const HandOver &O) {
    return !llvm::is_contained(S.Observed, O);
  });
}

/// \p V is stored in the object of a hand-over.
void LockFlow::publishValue(Path P, Value V, State &S) {
  std::optional<bool> Nonzero = truth(S, V);
  publish(P, !Nonzero || !*Nonzero, !Nonzero || *Nonzero, S,
          parameterNumber(V));
}

/// Which parameter \p V is, counted from 1; 0 if it is none.
uint8_t LockFlow::parameterNumber(Value V) const {
  if (V.Kind != OperandKind::Load || !Paths.known(V.path()))
    return 0;
  const ProgramPath &P = Paths[V.path()];
  bool Fits = P.Kind == PathKind::Parameter && P.Number < 255;
  return Fits ? uint8_t(P.Number + 1) : 0;
}

void LockFlow::publishWrite(uint32_t Index, State &S) {
  const Fact &F = Facts.Facts[Index];
  bool Atomic = F.Kind == FactKind::Write && F.Flags & facts::FF_AtomicAccess;
  if (Atomic) {
    Path P = resolve(S, View.path(F.Path));
    if (!releases(orderOf(F)) && S.held().empty()) {
      std::erase(S.Claimed, P);
      return;
    }
    // The value, where there is one, comes next.
    const Fact *Next =
        Index + 1 < Facts.Facts.size() ? &Facts.Facts[Index + 1] : nullptr;
    if (Next && Next->Kind == FactKind::Assign && Next->Path == F.Path)
      publishValue(P, View.value(Facts.operands(*Next)[0]), S);
    else
      publish(P, true, true, S);
    return;
  }
  if (F.Kind != FactKind::Assign || S.held().empty() ||
      !othersMaySee(View.path(F.Path)))
    return;
  publishValue(resolve(S, View.path(F.Path)), View.value(Facts.operands(F)[0]),
               S);
}

// Observing ------------------------------------------------------------------

/// What was published with this value has been seen. \p Atomic: in a way that
/// starts a new round: what this thread published before has been answered.
void LockFlow::observe(Path P, bool Zero, bool Atomic, State &S) {
  if (!Paths.known(P))
    return;
  HandOver H{P, Zero};
  insertBounded(S.Observed, H);
  if (Atomic && !Zero)
    S.Published.clear();
  else
    std::erase_if(S.Published, [&](const HandOver &O) {
      return O.Of == P && (!Atomic || !O.Zero);
    });
}

void LockFlow::observeEvent(Path P, State &S) {
  observe(P, true, true, S);
  observe(P, false, true, S);
}

/// A wait that is over. The only permit of a semaphore is its waiter's now.
void LockFlow::observeWait(Path P, State &S) {
  observeEvent(P, S);
  if (Paths.known(P) && LockKinds::contains(In.Kinds.Semaphores, Paths, P))
    insertBounded(S.Claimed, P);
}

void LockFlow::handOver(uint32_t Fact, const Effect &E, const CallSite &Site,
                        State &S) {
  const facts::Fact &F = Facts.Facts[Fact];
  bool Locked = !S.held().empty();
  switch (E.Kind) {
  case EffectKind::Notify:
    publish(resolve(S, View.location(F, E.On)), true, true, S);
    break;
  case EffectKind::Join:
    for (Path H : handles(Fact, E.Operands))
      observeEvent(handle(S, H), S);
    break;
  case EffectKind::Wait:
    if (E.Operands.empty() && !E.Timed)
      observeWait(resolve(S, View.location(F, E.On)), S);
    if (!E.Operands.empty())
      for (const Invocation &I : Site.Invocations)
        for (BodyId B : I.Targets)
          observePredicate(I, B, S);
    break;
  case EffectKind::AtomicStore: {
    MemoryOrder Order = orderOf(Fact, E);
    // The value follows the object; clear() has none.
    const models::Selector &Object0 = E.Operands[0];
    unsigned Next =
        Object0.Kind == models::SelectorKind::Argument ? Object0.Index + 1 : 0;
    llvm::SmallVector<Value, 4> Values;
    if (!E.Order || *E.Order != Next)
      Values = View.values(F, {{models::SelectorKind::Argument, Next}});
    for (Path P : View.locations(F, E.Operands)) {
      Path Object = resolve(S, P);
      if (!releases(Order) && !Locked)
        std::erase(S.Claimed, Object);
      else
        publishValue(Object, Values.empty() ? Value::constant(0) : Values[0],
                     S);
    }
    break;
  }
  case EffectKind::AtomicUpdate:
    for (Path P : View.locations(F, E.Operands)) {
      Path Object = resolve(S, P);
      if (releases(orderOf(Fact, E)) || Locked)
        publish(Object, true, true, S);
    }
    break;
  case EffectKind::Stores:
  case EffectKind::Constructs:
    if (Locked)
      publish(resolve(S, View.location(F, E.On)), true, true, S);
    break;
  case EffectKind::Writes:
    if (Locked)
      for (Path P : View.locations(F, E.Operands))
        publish(resolve(S, P), true, true, S);
    break;
  case EffectKind::Destroys: // Of an element that somebody put there.
    if (Locked)
      for (Path P : View.locations(F, E.Operands))
        observe(resolve(S, P), false, false, S);
    break;
  case EffectKind::Returns:
  case EffectKind::Move:
    if (Recording && F.Path)
      noteAlias(Fact, E);
    break;
  default:
    break;
  }
}

/// A future is one with its promise, and an event is the same when it moves.
void LockFlow::noteAlias(uint32_t Fact, const Effect &E) {
  const facts::Fact &F = Facts.Facts[Fact];
  Path To =
      E.Kind == EffectKind::Move ? View.location(F, E.On) : View.path(F.Path);
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, To, Body));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  if (!M || (M->Role != models::TypeRole::Event &&
             M->Role != models::TypeRole::Thread &&
             M->Role != models::TypeRole::Callable))
    return;
  for (Path From : View.locations(F, E.Operands))
    if (Paths.known(From) && Paths.known(To) && From != To)
      Result.Aliases.push_back({To, From});
}

/// A wait is over when its predicate holds: what that reads has been seen.
void LockFlow::observePredicate(const Invocation &I, BodyId Predicate,
                                State &S) {
  BodyView Inner(Program, Paths, In.Graph, In.Summaries, Predicate);
  llvm::SmallVector<Value, 1> Arguments;
  if (I.CallableIsObject)
    Arguments.push_back(callableObject(S, I.Callable));
  Binding B{Arguments, Path()};
  auto See = [&](Path P) {
    Path Mine = resolve(S, substitute(Paths, P, B), true);
    if (Paths.known(Mine))
      observeEvent(Mine, S);
  };
  for (const Fact &F : Inner.facts().Facts)
    if (F.Kind == FactKind::Read)
      See(Inner.path(F.Path));
  for (const CallSite &Site : In.Graph.sites(Predicate))
    if (Site.Model)
      for (const Effect &E : Site.Model->Effects)
        if (E.Kind == EffectKind::Reads || E.Kind == EffectKind::AtomicLoad)
          for (Path P :
               Inner.locations(Inner.facts().Facts[Site.Fact], E.Operands))
            See(P);
}

// Calls and exits ------------------------------------------------------------

void LockFlow::instantiateHandOvers(const Summary &Callee, const Binding &B,
                                    State &S) {
  auto Mine = [&](Path P) { return resolve(S, substitute(Paths, P, B), true); };
  for (const HandOver &H : Callee.Observed)
    observe(Mine(H.Of), H.Zero, true, S);
  for (const HandOver &H : Callee.Published)
    if (Path P = Mine(H.Of); Paths.known(P)) {
      HandOver Here{P, H.Zero};
      if (H.Parameter && H.Parameter <= B.Arguments.size()) {
        Value Argument = B.Arguments[H.Parameter - 1];
        if (std::optional<bool> Nonzero = truth(S, Argument);
            Nonzero && *Nonzero == H.Zero)
          continue;
        Here.Parameter = parameterNumber(Argument);
      }
      std::erase(S.Claimed, P);
      insertBounded(S.Published, Here);
    }
  for (Path P : Callee.Claimed)
    if (Path Q = Mine(P); Paths.known(Q))
      insertBounded(S.Claimed, Q);
}

/// The result tells the caller what was found: `return done_.load();`
void LockFlow::noteReturned(State &S) {
  if (!S.Result)
    return;
  std::optional<bool> Fixed = truth(S, *S.Result);
  for (bool Truth : {true, false}) {
    if (Fixed && *Fixed != Truth)
      continue;
    State T = S;
    learn(*S.Result, Truth, T);
    ResultTelling &Tells = S.ByResult[Truth];
    Tells.Possible = true;
    Tells.Observed = T.Observed;
    for (HandOver H : T.Glimpsed) {
      H.Plain = true;
      insertBounded(Tells.Observed, H);
    }
    if (Recording && Truth)
      for (Path P : T.Claimed)
        if (!llvm::is_contained(S.Claimed, P) && Paths.visibleToCallers(P) &&
            !llvm::is_contained(TheSummary.MayClaim, P))
          TheSummary.MayClaim.push_back(P);
  }
}

/// What \p S has observed on its paths to a result, as callers see it.
std::vector<HandOver> LockFlow::tellsByResult(const State &S,
                                              bool Truth) const {
  std::vector<HandOver> Result;
  for (HandOver H : S.ByResult[Truth].Observed)
    if (Paths.visibleToCallers(H.Of)) {
      H.OnFalse = !Truth;
      Result.push_back(H);
    }
  return Result;
}

void LockFlow::summariseHandOvers() {
  for (bool Truth : {false, true}) {
    std::optional<std::vector<HandOver>> All;
    for (const State &S : BlockStates[Facts.Exit.Index]) {
      if (!S.ByResult[Truth].Possible)
        continue;
      std::vector<HandOver> Here = tellsByResult(S, Truth);
      if (!All)
        All = std::move(Here);
      else
        std::erase_if(*All, [&](const HandOver &H) {
          return !llvm::is_contained(Here, H);
        });
    }
    if (All)
      TheSummary.ByResult.append(All->begin(), All->end());
  }
  bool First = true;
  for (const State &S : BlockStates[Facts.Exit.Index]) {
    std::vector<HandOver> Observed;
    std::vector<Path> Claimed;
    for (const HandOver &H : S.Observed)
      if (Paths.visibleToCallers(H.Of))
        Observed.push_back(H);
    for (Path P : S.Claimed)
      if (Paths.visibleToCallers(P))
        Claimed.push_back(P);
    if (First) {
      TheSummary.Observed = Observed;
      TheSummary.Claimed = Claimed;
    } else {
      llvm::erase_if(TheSummary.Observed, [&](const HandOver &H) {
        return !llvm::is_contained(Observed, H);
      });
      llvm::erase_if(TheSummary.Claimed,
                     [&](Path P) { return !llvm::is_contained(Claimed, P); });
    }
    First = false;
    for (const HandOver &H : S.Published)
      if (Paths.visibleToCallers(H.Of))
        insertBounded(TheSummary.Published, H);
  }
}

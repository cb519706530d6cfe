//===-- ThreadEffects.cpp - Starting, joining and handing over ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: which threads may be running. A thread is known by the
// place that starts it and by its handle: the std::thread, pthread_t or future.
// A handle that moves takes its thread along. The elements of an array or
// container are one handle: a loop that joins them joins them all.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;
using models::Effect;
using models::EffectKind;

/// The object that a thread runs, where others may wait for that to be done.
llvm::SmallVector<Path, 1> LockFlow::taskOf(const State &S,
                                            const Invocation &I) const {
  Value V = View.value(I.Callable);
  if (!V.hasPath() || V.Kind == OperandKind::Load)
    return {};
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, V.path(), Body));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  if (!M || M->Role != models::TypeRole::Callable)
    return {};
  return {resolve(S, V.path())};
}

/// \p Handle as this state knows it, whichever pointer leads there.
Path LockFlow::handle(const State &S, Path Handle) const {
  return resolve(S, throughWalkers(Paths, Walking, Handle));
}

/// Handles are passed by address (`&tid`, `t.join()`) or by value (`tid`).
llvm::SmallVector<Path, 2>
LockFlow::handles(uint32_t Fact,
                  llvm::ArrayRef<models::Selector> Selectors) const {
  llvm::SmallVector<Path, 2> Result;
  const facts::Fact &F = Facts.Facts[Fact];
  for (const models::Selector &S : Selectors)
    for (Value V : View.values(F, S)) {
      bool ByValue =
          V.Kind == OperandKind::Load && S.Kind != models::SelectorKind::This;
      if (ByValue || V.Kind == OperandKind::Object)
        Result.push_back(V.path());
      else
        Result.push_back(Paths.pointee(V));
    }
  return Result;
}

void LockFlow::applyThreadEffect(uint32_t Fact, const Effect &E,
                                 const CallSite &Site, State &S) {
  const facts::Fact &F = Facts.Facts[Fact];
  switch (E.Kind) {
  case EffectKind::Spawn:
    spawn(Fact, E, Site, S);
    break;
  case EffectKind::Interrupts:
    if (const Invocation *I = invocation(Site, E))
      startThread(Fact, *I, Paths.unknown(), S);
    break;
  case EffectKind::Constructs:
    // The element's constructor may start a thread; its model is in the site.
    for (const Invocation &I : Site.Invocations)
      if (I.Kind == Invocation::Thread)
        startThread(Fact, I, contentOf(handle(S, View.location(F, E.On))), S);
    // Or a handle moves in.
    for (Path From : View.locations(F, E.Operands))
      moveThreads(handle(S, From), contentOf(handle(S, View.location(F, E.On))),
                  S);
    break;
  case EffectKind::Join:
  case EffectKind::JoinIfJoinable:
    for (Path Handle : handles(Fact, E.Operands))
      join(Fact, handle(S, Handle), S, E.Kind == EffectKind::JoinIfJoinable);
    break;
  case EffectKind::Detach:
    for (Path Handle : handles(Fact, E.Operands))
      moveThreads(handle(S, Handle), Paths.unknown(), S);
    break;
  case EffectKind::Move:
    for (Path From : View.locations(F, E.Operands))
      moveThreads(handle(S, From), handle(S, View.location(F, E.On)), S);
    break;
  case EffectKind::Swap:
    for (Path With : View.locations(F, E.Operands)) {
      Path A = handle(S, With), B = handle(S, View.location(F, E.On));
      for (Running &R : S.Threads)
        if (R.Handle == A || R.Handle == B) {
          R.Handle = R.Handle == A ? B : A;
          noteHandle(R);
        }
      std::sort(S.Threads.begin(), S.Threads.end());
    }
    break;
  case EffectKind::Stores:
    for (Path From : View.locations(F, E.Operands))
      moveThreads(
          handle(S, From),
          Paths.element(resolve(S, View.location(F, E.On)), Value::unknown()),
          S);
    break;
  case EffectKind::Holds:
    if (Path On = View.location(F, E.On); Paths.known(On)) {
      auto V = View.values(F, E.Operands);
      // A pointer given by reference is what is stored in it.
      for (Value &O : V)
        if (const Value *In =
                O.Kind == OperandKind::Address ? S.stored(O.path()) : nullptr;
            In && !classOf(Program, typeOf(Program, Paths, O.path(), Body)))
          O = *In;
      bool Member = V.size() > 1 && V[0].Kind == OperandKind::Function &&
                    Program.function(V[0].function()).has(facts::FnF_Method);
      if (!V.empty())
        S.store(On, V[Member]); // Of a member function, its object.
    }
    break;
  case EffectKind::Notify:
    noteNotification(Fact, resolve(S, View.location(F, E.On)), S);
    break;
  case EffectKind::Writes:
  case EffectKind::Uses:
    for (models::Selector O : expand(Program, Body, F, E.Operands))
      if (writesOperand(Program, Body, F, E, O))
        for (Path P : View.locations(F, O))
          if (Paths.known(P) && !S.guard(P))
            S.forgetStoresUnder(Paths, P);
    break;
  default:
    break;
  }
}

void LockFlow::spawn(uint32_t Fact, const Effect &E, const CallSite &Site,
                     State &S) {
  const facts::Fact &F = Facts.Facts[Fact];
  Path Handle = handle(S, View.location(F, E.On));
  if (const Invocation *I = invocation(Site, E))
    startThread(Fact, *I, Handle, S);
}

/// What is started may take locks that are only here known by name.
void LockFlow::nameEdges(uint32_t Fact, BodyId Entry,
                         llvm::ArrayRef<Value> Arguments,
                         ShortList<OpenEdge> &To, const State &S) {
  Binding B{Arguments, Path()};
  for (const OpenEdge &E : In.Summaries[Entry.Index].OpenEdges) {
    OpenEdge Mine = E;
    Mine.Held = resolve(S, substitute(Paths, E.Held, B), true);
    Mine.Wanted = resolve(S, substitute(Paths, E.Wanted, B), true);
    checkSameObject(Fact, Mine);
    if (Paths.known(Mine.Held) && Paths.known(Mine.Wanted))
      To.push_back(std::move(Mine));
  }
}

void LockFlow::startThread(uint32_t Fact, const Invocation &I, Path Handle,
                           State &S) {
  if (Recording) {
    auto Same = llvm::find_if(Result.Spawns, [&](const SpawnPoint &P) {
      return P.Fact == Fact && P.Callable == &I;
    });
    auto Held = S.held();
    if (Same == Result.Spawns.end()) {
      SpawnPoint P;
      P.Fact = Fact;
      P.Callable = &I;
      P.Handle = Handle;
      P.Held.assign(Held.begin(), Held.end());
      P.Before = S.Threads;
      for (BodyId Target : I.Targets) {
        P.Arguments.push_back(passedArguments(Fact, I, Target, S));
        nameEdges(Fact, Target, P.Arguments.back(), P.Edges, S);
      }
      for (Path Task : taskOf(S, I))
        for (bool Zero : {false, true})
          P.AtEnd.push_back({Task, Zero});
      Result.Spawns.push_back(std::move(P));
    } else {
      llvm::erase_if(Same->Held,
                     [&](Path L) { return !llvm::is_contained(Held, L); });
      for (const Running &R : S.Threads)
        if (!llvm::is_contained(Same->Before, R))
          Same->Before.push_back(R);
    }
  }
  S.start({Handle, {Body, Fact}});
  noteHandle({Handle, {Body, Fact}});
  forgetLent(S);
}

void LockFlow::join(uint32_t Fact, Path Handle, State &S, bool IfJoinable) {
  if (!Paths.known(Handle))
    return;
  if (Recording) {
    Acquisition A;
    A.Kind = WaitKind::Thread;
    A.Lock = Handle;
    A.IfJoinable = IfJoinable;
    A.At = {Body, Fact};
    for (const Running &R : S.Threads)
      if (sameHandle(R.Handle, Handle))
        A.Joins.push_back(R.Spawn);
    edges(Fact, A, S);
    noteAcquisition(A, S);
  }
  std::erase_if(S.Threads,
                [&](const Running &R) { return sameHandle(R.Handle, Handle); });
  S.addJoined(Handle);
}

bool LockFlow::sameHandle(Path A, Path B) const {
  return analysis::sameHandle(Program, Paths, A, B);
}

/// Remembers what handles a thread has had, for who joins it elsewhere.
void LockFlow::noteHandle(const Running &R) {
  if (Recording && Paths.known(R.Handle) &&
      !llvm::is_contained(Result.Handles, R))
    Result.Handles.push_back(R);
}

/// A loop that joins its threads has them joined at its head; which they were
/// is told by the places that start them.
void LockFlow::completeJoins() {
  auto Complete = [&](Acquisition &A) {
    if (A.Kind != WaitKind::Thread || !A.Joins.empty() || A.Via)
      return;
    for (const SpawnPoint &P : Result.Spawns)
      if (sameHandle(P.Handle, A.Lock))
        A.Joins.push_back({Body, P.Fact});
  };
  for (OrderEdge &E : Result.Edges)
    Complete(E.Wanted);
  for (Acquisition &A : TheSummary.Acquisitions)
    Complete(A);
}

void LockFlow::moveThreads(Path From, Path To, State &S) {
  if (!Paths.known(From))
    return;
  noteMove(From, To);
  bool Moved = false, LetsGo = !Paths.known(To);
  for (Running &R : S.Threads)
    if (Paths.known(R.Handle) && (Paths.startsWith(R.Handle, From) ||
                                  (LetsGo && sameHandle(R.Handle, From)))) {
      R.Handle =
          R.Handle == From || LetsGo ? To : Paths.rebase(R.Handle, From, To);
      noteHandle(R);
      Moved = true;
    }
  if (Moved)
    std::sort(S.Threads.begin(), S.Threads.end());
}

/// `explicit Joiner(std::thread t) : t_(std::move(t)) {}`: which thread that
/// is, the caller knows.
void LockFlow::noteMove(Path From, Path To) {
  if (Paths.known(To) && !isThread(From))
    return;
  auto It = MovedInto.find(From);
  Path Origin = It == MovedInto.end() ? From : It->second;
  if (Origin != To && Paths.isRoot(Origin, PathKind::Parameter) &&
      Paths.visibleToCallers(Origin)) {
    if (Paths.known(To))
      MovedInto.try_emplace(To, Origin);
    else if (std::pair Gone(Origin, To);
             !llvm::is_contained(TheSummary.Moved, Gone))
      TheSummary.Moved.push_back(Gone);
  }
}

bool LockFlow::movesThread(const CallSite &Site) const {
  return Site.Model && llvm::any_of(Site.Model->Effects, [&](const Effect &E) {
           if (E.Kind != EffectKind::Move)
             return false;
           Path On = View.location(Facts.Facts[Site.Fact], E.On);
           return Paths.known(On) && isThread(On);
         });
}

void LockFlow::noteNotification(uint32_t Fact, Path Condition, State &S) {
  if (!Recording || !Paths.known(Condition))
    return;
  Notification N;
  N.Condition = Condition;
  N.At = {Body, Fact};
  N.After.assign(S.Acquired.begin(), S.Acquired.end());
  addNotification(std::move(N));
}

void LockFlow::addNotification(Notification N) {
  for (Notification &Old : TheSummary.Notifications)
    if (Old.Condition == N.Condition && Old.At == N.At) {
      llvm::erase_if(Old.After,
                     [&](Path P) { return !llvm::is_contained(N.After, P); });
      return;
    }
  if (TheSummary.Notifications.size() < MaxNotifications)
    TheSummary.Notifications.push_back(std::move(N));
  else
    TheSummary.Cut = Result.Cut = true;
}

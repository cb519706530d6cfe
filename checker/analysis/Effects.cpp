//===-- Effects.cpp - Calls that a model explains -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: what each effect of a model (models/Model.h) does to a
// state. Effects of one call apply in the order that its row gives them.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::Effect;
using models::EffectKind;
using models::ResultTest;

LockFlow::States LockFlow::call(uint32_t Index, State S) {
  const Fact &F = Facts.Facts[Index];
  const CallSite *Site = In.Graph.site(Body, Index);
  if (!Site)
    return {std::move(S)};
  States After;
  if (Site->Model) { // And perhaps overriders of a library's virtual function.
    After = applyModel(Index, *Site->Model, *Site, S);
    if (Site->Targets.Bodies.empty())
      return After;
  }
  auto Arguments = View.arguments(F);
  Binding B{Arguments, F.Path ? View.path(F.Path) : Path()};
  if (!Site->Model &&
      (Site->Targets.Bodies.empty() || Site->Targets.Unresolved)) {
    State Unknown = S;
    forgetArguments(Index, Unknown);
    After = perhaps(Index, *Site, std::move(Unknown));
  }
  for (BodyId Target : Site->Targets.Bodies)
    for (State &T : callBody(Index, Target, B, S))
      After.push_back(std::move(T));
  return After;
}

/// Callables given to code out of sight may run now, or not.
LockFlow::States LockFlow::perhaps(uint32_t Index, const CallSite &Site,
                                   State S) {
  States After;
  for (const Invocation &I : Site.Invocations)
    if (I.Kind == Invocation::Perhaps)
      for (State &T : invoke(Index, I, S))
        After.push_back(std::move(T));
  After.push_back(std::move(S));
  return After;
}

LockFlow::States LockFlow::applyModel(uint32_t Fact,
                                      const models::FunctionModel &M,
                                      const CallSite &Site, State S) {
  States Now{std::move(S)};
  for (const Effect &E : M.Effects) {
    States Next;
    for (State &T : Now)
      for (State &U : applyEffect(Fact, E, Site, std::move(T)))
        Next.push_back(std::move(U));
    Now = std::move(Next);
  }
  return Now;
}

/// Splits into the state where the call's result says that it worked and the
/// one where it says it did not. The values stay known for later branches.
LockFlow::States
LockFlow::splitByResult(uint32_t Index, State S, ResultTest When,
                        llvm::function_ref<void(State &)> OnSuccess) {
  if (When == ResultTest::Always) {
    OnSuccess(S);
    return {std::move(S)};
  }
  const Fact &F = Facts.Facts[Index];
  States After;
  Value Outcome = F.Path ? Value::load(View.path(F.Path)) : Value::unknown();
  for (bool Success : {true, false}) {
    State T = S;
    if (When == ResultTest::MinusOne) {
      if (F.Path && Success)
        T.store(View.path(F.Path), Value::constant(-1));
      else if (F.Path)
        T.store(View.path(F.Path), Value::unknown());
    } else if (!T.assume(Outcome, (When == ResultTest::True) == Success)) {
      // The same call in a loop: what it returned before is history.
      std::erase_if(T.Known,
                    [&](const Condition &C) { return C.Of == Outcome; });
      T.assume(Outcome, (When == ResultTest::True) == Success);
    }
    if (Success)
      OnSuccess(T);
    After.push_back(std::move(T));
  }
  return After;
}

LockFlow::States LockFlow::applyEffect(uint32_t Fact, const Effect &E,
                                       const CallSite &Site, State S) {
  const facts::Fact &F = Facts.Facts[Fact];
  if (E.Given) {
    auto V = View.values(F, {{models::SelectorKind::Argument, E.Given->Index}});
    auto C = V.empty() ? std::nullopt : constantOf(S, V[0]);
    if (C && (*C == E.Given->Value) != E.Given->Equal)
      return {std::move(S)};
  }
  Taking How;
  How.Shared = E.Shared;
  switch (E.Kind) {
  case EffectKind::Acquire:
    if (E.When != ResultTest::Always) {
      States Split = splitByResult(Fact, std::move(S), E.When, [&](State &T) {
        for (Path L : View.locations(F, E.Operands))
          acquire(Fact, resolve(T, L), How, T);
      });
      // A lock that waits for ever fails only if it is misused.
      if (!E.Timed)
        Split.truncate(1);
      return Split;
    }
    for (Path L : View.locations(F, E.Operands))
      acquire(Fact, resolve(S, L), How, S);
    break;
  case EffectKind::AcquireTogether:
    How.Together = true;
    acquireTogether(Fact, View.locations(F, E.Operands), How, S);
    break;
  case EffectKind::TryAcquire:
    How.Blocking = false;
    // Who tries does not hold it: so it is free for this thread if that fails.
    for (Path L : View.locations(F, E.Operands))
      if (Path Lock = resolve(S, L);
          Paths.definite(Lock) && !S.guard(Lock) && !isRecursive(Lock))
        S.touch(Lock, LockState::Free);
    return splitByResult(Fact, std::move(S), E.When, [&](State &T) {
      for (Path L : View.locations(F, E.Operands))
        acquire(Fact, resolve(T, L), How, T);
    });
  case EffectKind::Release:
    for (Path L : View.locations(F, E.Operands))
      release(Fact, resolve(S, L), S);
    break;
  case EffectKind::GuardAcquire:
  case EffectKind::GuardAdopt:
  case EffectKind::GuardDefer:
  case EffectKind::GuardTry:
  case EffectKind::GuardMove:
  case EffectKind::GuardSwap:
  case EffectKind::GuardLock:
  case EffectKind::GuardTryLock:
  case EffectKind::GuardUnlock:
  case EffectKind::GuardRelease:
  case EffectKind::GuardOwns:
  case EffectKind::GuardMutex:
  case EffectKind::GuardDrop:
    return applyGuardEffect(Fact, E, std::move(S));
  case EffectKind::Wait:
    wait(Fact, E, S);
    break;
  case EffectKind::Invoke:
  case EffectKind::InvokeHeld:
    if (const Invocation *I = invocation(Site, E))
      return invoke(Fact, *I, std::move(S));
    break;
  case EffectKind::InvokeOnce:
    return invokeOnce(Fact, E, Site, std::move(S));
  case EffectKind::AssertHeld:
    for (Path L : View.locations(F, E.Operands))
      if (Path Lock = resolve(S, L); Paths.known(Lock))
        S.touch(Lock, LockState::Held);
    break;
  case EffectKind::Uses:
    applyThreadEffect(Fact, E, Site, S);
    return perhaps(Fact, Site, std::move(S));
  case EffectKind::NoReturn:
    return {};
  default:
    applyThreadEffect(Fact, E, Site, S);
    break;
  }
  handOver(Fact, E, Site, S);
  return {std::move(S)};
}

/// std::lock and scoped_lock: no order among them, but after all that is held.
void LockFlow::acquireTogether(uint32_t Fact, llvm::ArrayRef<Path> Locks,
                               Taking How, State &S) {
  State Before = S;
  Taking Quiet = How;
  for (Path L : Locks) {
    Path Lock = resolve(S, L);
    llvm::SmallVector<Path, 2> Meant{Lock};
    if (Guard *G = S.guard(Lock))
      Meant.assign(G->Locks.begin(), G->Locks.end());
    for (Path M : Meant) {
      Acquisition A;
      A.Lock = M;
      A.Shared = How.Shared;
      A.Together = true;
      A.At = {Body, Fact};
      edges(Fact, A, Before);
      if (!Before.lock(M) || Before.lock(M)->Now != LockState::Held)
        noteAcquisition(A, Before);
      S.addAcquired(M);
    }
    Quiet.Blocking = false;
    const LockState *Held = S.lock(Lock);
    Quiet.Blocking = Held && Held->Now == LockState::Held; // Twice: report.
    acquire(Fact, Lock, Quiet, S);
  }
}

LockFlow::States LockFlow::applyGuardEffect(uint32_t Fact, const Effect &E,
                                            State S) {
  const facts::Fact &F = Facts.Facts[Fact];
  Path Object = resolve(S, View.location(F, E.On));
  Site Here{Body, Fact};
  Taking How;
  How.Shared = E.Shared;
  Guard New;
  New.Object = Object;
  New.Shared = E.Shared;
  New.At = Here;
  auto Tie = [&] {
    for (Path L : View.locations(F, E.Operands)) {
      Path Lock = resolve(S, L);
      if (Paths.known(Lock))
        New.Locks.push_back(Lock);
      else if (Recording)
        ++Result.LockOperations, ++Result.UnknownLocks;
    }
  };
  if (!Paths.known(Object))
    return {std::move(S)};
  switch (E.Kind) {
  case EffectKind::GuardAcquire:
    Tie();
    if (New.Locks.size() > 1)
      acquireTogether(Fact, New.Locks, How, S);
    else
      for (Path L : New.Locks)
        acquire(Fact, L, How, S);
    New.Held = Owns::Yes;
    S.setGuard(std::move(New));
    break;
  case EffectKind::GuardAdopt:
    Tie();
    for (Path L : New.Locks)
      adopt(Fact, L, S);
    New.Held = Owns::Yes;
    S.setGuard(std::move(New));
    break;
  case EffectKind::GuardDefer:
    Tie();
    if (Recording && New.Locks.size() == 1)
      Deferred[Object] = {Fact, New.Locks[0]};
    S.setGuard(std::move(New));
    break;
  case EffectKind::GuardTry: {
    Tie();
    State Failed = S;
    Failed.setGuard(New);
    How.Blocking = false;
    for (Path L : New.Locks)
      acquire(Fact, L, How, S);
    New.Held = Owns::Yes;
    S.setGuard(std::move(New));
    return {std::move(S), std::move(Failed)};
  }
  case EffectKind::GuardMove:
    moveGuard(Fact, Object, resolve(S, View.location(F, E.Operands[0])), S);
    break;
  case EffectKind::GuardSwap:
    swapGuards(Object, resolve(S, View.location(F, E.Operands[0])), S);
    break;
  case EffectKind::GuardLock:
    if (Guard *G = S.guard(Object))
      guardAcquire(Fact, *G, How, S);
    else
      acquire(Fact, Object, How, S);
    break;
  case EffectKind::GuardTryLock:
    How.Blocking = false;
    return splitByResult(Fact, std::move(S), E.When, [&](State &T) {
      if (Guard *G = T.guard(Object))
        guardAcquire(Fact, *G, How, T);
      else
        acquire(Fact, Object, How, T);
    });
  case EffectKind::GuardUnlock:
    if (Guard *G = S.guard(Object))
      guardRelease(Fact, *G, S);
    else
      release(Fact, Object, S);
    break;
  case EffectKind::GuardRelease:
    GuardsUsed.insert(Object);
    if (Guard *G = S.guard(Object)) {
      if (F.Path && G->Locks.size() == 1)
        S.store(View.path(F.Path), Value::address(G->Locks[0]));
      S.dropGuard(Object);
    }
    break;
  case EffectKind::GuardOwns:
    return guardOwns(Fact, Object, std::move(S));
  case EffectKind::GuardMutex:
    if (const Guard *G = S.guard(Object); G && F.Path && G->Locks.size() == 1)
      S.store(View.path(F.Path), Value::address(G->Locks[0]));
    break;
  case EffectKind::GuardDrop:
    if (!S.guard(Object) && visibleToCaller(Object))
      release(Fact, Object, S, /*Lenient=*/true);
    guardDrop(Fact, Object, S);
    break;
  default:
    break;
  }
  return {std::move(S)};
}

/// The lock is held already: by this function, or else by its caller.
void LockFlow::adopt(uint32_t Fact, Path Lock, State &S) {
  LockState *L = S.lock(Lock);
  if (!L) {
    S.touch(Lock, LockState::Held).At = {Body, Fact};
    return;
  }
  if (L->Now != LockState::Free)
    return;
  Issue I;
  I.What = Issue::UnlockNotHeld;
  I.Lock = Lock;
  I.At = Fact;
  I.First = L->At;
  noteIssue(I);
}

void LockFlow::moveGuard(uint32_t Fact, Path To, Path From, State &S) {
  guardDrop(Fact, To, S); // Assignment releases what was held.
  GuardsUsed.insert(From);
  Guard *G = S.guard(From);
  if (!G)
    return;
  Guard Moved = *G;
  G->Held = Owns::No;
  G->Locks.clear();
  Moved.Object = To;
  if (auto It = Deferred.find(From); It != Deferred.end() && Recording) {
    auto Origin = It->second;
    Deferred[To] = Origin;
  }
  S.setGuard(std::move(Moved));
}

void LockFlow::swapGuards(Path A, Path B, State &S) {
  GuardsUsed.insert(A);
  GuardsUsed.insert(B);
  Guard *X = S.guard(A), *Y = S.guard(B);
  if (!X || !Y)
    return;
  std::swap(*X, *Y);
  std::swap(X->Object, Y->Object);
}

/// `if (lk.owns_lock())`: the answer is what this state knows of the guard.
LockFlow::States LockFlow::guardOwns(uint32_t Index, Path Object, State S) {
  const facts::Fact &F = Facts.Facts[Index];
  Guard *G = S.guard(Object);
  if (!G || !F.Path || G->Held == Owns::Maybe)
    return {std::move(S)};
  Value Answer = Value::load(View.path(F.Path));
  std::erase_if(S.Known, [&](const Condition &C) { return C.Of == Answer; });
  S.assume(Answer, G->Held == Owns::Yes);
  return {std::move(S)};
}

/// While it waits, a thread keeps all locks but the one it waits with; and to
/// go on it must get that one back.
void LockFlow::wait(uint32_t Fact, const Effect &E, State &S) {
  const facts::Fact &F = Facts.Facts[Fact];
  llvm::SmallVector<Path, 1> Waiting;
  for (Path L : View.locations(F, E.Operands)) {
    Path P = resolve(S, L);
    if (Guard *G = S.guard(P))
      Waiting.append(G->Locks.begin(), G->Locks.end());
    else if (Paths.known(P))
      Waiting.push_back(P);
  }
  Site Here{Body, Fact};
  Acquisition A;
  A.At = Here;
  A.Released = Waiting;
  A.With = Waiting;
  if (Waiting.empty() && !E.Operands.empty())
    A.With.push_back(Paths.unknown());
  if (!E.Timed) {
    A.Kind = WaitKind::Condition;
    A.Lock = resolve(S, View.location(F, E.On));
    edges(Fact, A, S);
    noteAcquisition(A, S);
  }
  A.Kind = WaitKind::Lock;
  for (Path L : Waiting) {
    A.Lock = L;
    edges(Fact, A, S);
    noteAcquisition(A, S);
    // The lock was held when the function was entered, if it does not take it.
    S.touch(L, LockState::Held);
  }
}

const Invocation *LockFlow::invocation(const CallSite &Site,
                                       const Effect &E) const {
  for (const Invocation &I : Site.Invocations)
    if (I.Effect == &E)
      return &I;
  return nullptr;
}

/// Runs a callable now. What is not surely run may leave things as they were.
LockFlow::States LockFlow::invoke(uint32_t Fact, const Invocation &I, State S) {
  States After;
  for (BodyId Target : I.Targets) {
    auto Arguments = passedArguments(Fact, I, Target, S);
    for (State &T : callBody(Fact, Target, {Arguments, Path()}, S))
      After.push_back(std::move(T));
  }
  if (After.empty())
    return {std::move(S)};
  return After;
}

/// What the parameters of \p Target are, `this` first, when \p I runs it.
llvm::SmallVector<Value, 4> LockFlow::passedArguments(uint32_t Fact,
                                                      const Invocation &I,
                                                      BodyId Target,
                                                      const State &S) {
  llvm::SmallVector<Value, 4> Arguments;
  link::FunctionSym F = Program.body(Target).Function;
  if (I.CallableIsObject && takesCallable(F, I)) {
    Value Object = callableObject(S, I.Callable);
    Arguments.push_back(isCallOperator(Program, F) ? Object
                                                   : boundObject(Object));
  }
  bool Pointees = I.Effect && I.Effect->Kind == EffectKind::Invoke &&
                  llvm::any_of(I.Effect->Operands,
                               [](const auto &O) { return O.Pointee; });
  if (Pointees) {
    Arguments.append(View.values(
        Facts.Facts[Fact],
        llvm::ArrayRef<models::Selector>(I.Effect->Operands).drop_front()));
    return Arguments;
  }
  for (const facts::Operand &O : I.Arguments)
    Arguments.push_back(passedOn(Fact, O, Target, Arguments.size(), S));
  return Arguments;
}

/// Is \p O, of the call at \p Fact, a reference to what is meant? So it is for
/// what passes arguments on: std::thread, std::invoke.
bool LockFlow::takesReference(uint32_t Index, const facts::Operand &O) const {
  const Fact &F = Facts.Facts[Index];
  if (!F.Callee || O.Kind != OperandKind::Address)
    return false;
  const facts::TranslationUnit &Unit = Program.unit(Program.body(Body).Unit);
  const facts::Function &Callee = Unit.function(F.Callee);
  size_t Shift =
      F.Kind == FactKind::Construct || (Callee.Flags & facts::FnF_Method);
  auto Operands = Facts.operands(F);
  for (size_t I = Shift; I < Operands.size(); ++I)
    if (Operands[I] == O && I - Shift < Callee.Parameters.size()) {
      facts::TypeKind K = Unit.type(Callee.Parameters[I - Shift]).Kind;
      if (K == facts::TypeKind::Reference ||
          K == facts::TypeKind::RvalueReference)
        return true;
    }
  return false;
}

/// What the parameter \p Index of \p Target is when \p O is passed on to it:
/// a pointer by its value, a std::ref as what it refers to.
Value LockFlow::passedOn(uint32_t Fact, const facts::Operand &O, BodyId Target,
                         size_t Index, const State &S) {
  Value V = View.value(O);
  if (V.Kind != OperandKind::Address || !takesReference(Fact, O))
    return V;
  const link::Body &To = Program.body(Target);
  const facts::TranslationUnit &Unit = Program.unit(To.Unit);
  const facts::Function &Decl = Unit.function(To.Decl);
  bool Method = Decl.Flags & facts::FnF_Method;
  bool This = Method && Index == 0;
  facts::TypeId Wanted;
  if (!This && Index - Method < Decl.Parameters.size())
    Wanted = Decl.Parameters[Index - Method];
  if (!This && !Wanted)
    return V;
  Path P = V.path();
  auto Content = [&] {
    const Value *Stored = S.stored(P);
    return Stored ? *Stored : Value::load(P);
  };
  TypeRef Given = typeOf(Program, Paths, P, Body);
  facts::TypeKind GivenKind =
      Given ? Program.unit(Given.Unit).type(Given.Type).Kind
            : facts::TypeKind::Other;
  link::RecordSym Class = classOf(Program, Given);
  const models::TypeModel *M = Class ? Program.record(Class).Model : nullptr;
  bool Same = !This && Class == classOf(Program, {To.Unit, Wanted});
  if (M && M->Role == models::TypeRole::Pointer && !Same)
    return Value::address(View.pointee(P));
  if (This)
    return GivenKind == facts::TypeKind::Pointer ? Content() : V;
  switch (Unit.type(Wanted).Kind) {
  case facts::TypeKind::Reference:
  case facts::TypeKind::RvalueReference:
    return V;
  case facts::TypeKind::Record:
    return Value::object(P);
  default:
    return Content();
  }
}

/// Whether a callable object is `this` of what it runs: of a closure's body. A
/// member function that it holds gets the first argument, or else, bound to an
/// object, that: the callable stands for it.
bool LockFlow::takesCallable(link::FunctionSym F, const Invocation &I) const {
  return Program.function(F).has(facts::FnF_Method) &&
         (I.Arguments.empty() || isCallOperator(Program, F));
}

/// The object of a member function that \p Callable was bound to. What is not
/// known is what the callable, or the container of it, points to.
Value LockFlow::boundObject(Value Callable) const {
  if (Callable.Kind != OperandKind::Address)
    return Callable;
  link::RecordSym R =
      classOf(Program, typeOf(Program, Paths, Callable.path(), Body));
  return R && !Program.record(R).Model ? Callable
                                       : Value::load(Callable.path());
}

/// The container that \p P is an element of; none if it is not.
static Path containerOf(const PathTable &Paths, Path P) {
  if (!Paths.known(P))
    return Path();
  const ProgramPath &N = Paths[P];
  return N.Kind == PathKind::ElementAny || N.Kind == PathKind::ElementValue ||
                 N.Kind == PathKind::ElementConst
             ? N.Parent
             : Path();
}

/// The closure that a callable value is: a std::function stands for what was
/// last stored in it. Which element of a container a callable is, does not
/// matter to what its captures are.
Value LockFlow::callableObject(const State &S, const facts::Operand &O) {
  constexpr unsigned MaxWrappers = 4; // A std::function of a std::bind …
  Value V = View.value(O);
  for (unsigned I = 0; I < MaxWrappers && V.hasPath(); ++I) {
    const Value *Stored = S.stored(V.path());
    if (!Stored || !Stored->hasPath())
      break;
    if (Stored->Kind == OperandKind::Load)
      return *Stored;
    V = Value::address(Stored->path());
  }
  if (V.Kind == OperandKind::Address)
    while (Path Container = containerOf(Paths, V.path()))
      V = Value::address(Container);
  if (V.Kind == OperandKind::Object)
    return Value::address(V.path());
  return V;
}

/// call_once: whoever comes second waits for the callable to end, so the flag
/// is a lock that is held while it runs.
LockFlow::States LockFlow::invokeOnce(uint32_t Fact, const Effect &E,
                                      const CallSite &Site, State S) {
  Path Flag = resolve(S, View.location(Facts.Facts[Fact], E.Operands[0]));
  bool Known = Paths.known(Flag);
  if (Recording && Known &&
      !llvm::is_contained(Result.OnceFlags, std::pair(Fact, Flag)))
    Result.OnceFlags.push_back({Fact, Flag});
  const LockState *Held = Known ? S.lock(Flag) : nullptr;
  if (Known && !(Held && Held->Now == LockState::Held))
    acquire(Fact, Flag, {}, S);
  States After{S};
  if (const Invocation *I = invocation(Site, E))
    After = invoke(Fact, *I, std::move(S));
  if (Known)
    for (State &T : After) {
      release(Fact, Flag, T, /*Lenient=*/true);
      T.addPassed(Flag);
    }
  return After;
}

/// Code out of sight got the addresses of these objects: what was known to be
/// stored in them is not known any more.
void LockFlow::forgetArguments(uint32_t Index, State &S) {
  for (Value V : View.arguments(Facts.Facts[Index]))
    if (V.Kind == OperandKind::Address)
      S.forgetStoresUnder(Paths, V.path());
}

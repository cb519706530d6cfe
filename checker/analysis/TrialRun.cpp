//===-- TrialRun.cpp - What threads do with numbers, tried out ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/TrialRun.h"

#include "analysis/BarrierPhases.h"
#include "analysis/FlowOrder.h"
#include "analysis/SpawnCopies.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::FunctionBody;
using facts::Operand;
using facts::OperandKind;
using models::EffectKind;

ThreadStarts analysis::findThreadStarts(const ThreadRoots &Roots) {
  ThreadStarts Result;
  for (uint32_t I = 0; I < Roots.roots().size(); ++I) {
    const Root &R = Roots.roots()[I];
    if (R.What == Root::Thread && !R.Handler)
      Result[R.Spawn].push_back(RootId(I));
  }
  return Result;
}

TrialRun::Code::Code(const link::Program &Program, PathTable &Paths,
                     const CallGraph &Graph,
                     const std::vector<Summary> &Summaries, BodyId Body)
    : View(Program, Paths, Graph, Summaries, Body) {
  const FunctionBody &Facts = View.facts();
  llvm::BitVector Once(Facts.Blocks.size());
  Joins.resize(Facts.Blocks.size());
  for (const facts::Block &B : Facts.Blocks)
    for (facts::BlockId S : B.Successors)
      (Once.test(S.Index) ? Joins : Once).set(S.Index);
}

/// How many facts there are in \p From and in what can come after it.
uint32_t TrialRun::Code::reached(uint32_t From) {
  auto [It, New] = Reached.try_emplace(From, 0);
  if (!New)
    return It->second;
  const FunctionBody &Facts = View.facts();
  llvm::BitVector Seen(Facts.Blocks.size());
  Seen.set(From);
  llvm::SmallVector<uint32_t, 16> Work{From};
  uint32_t Result = 0;
  while (!Work.empty()) {
    const facts::Block &B = Facts.Blocks[Work.pop_back_val()];
    Result += B.FactCount;
    for (facts::BlockId S : B.Successors)
      if (!Seen.test(S.Index)) {
        Seen.set(S.Index);
        Work.push_back(S.Index);
      }
  }
  return Reached[From] = Result;
}

TrialRun::Code &TrialRun::code(BodyId B) {
  std::unique_ptr<Code> &Slot = Codes[B];
  if (!Slot)
    Slot = std::make_unique<Code>(Program, Paths, Graph, Summaries, B);
  return *Slot;
}

void TrialRun::run(BodyId Starter) {
  begin(Starter);
  findContended();
  if (!Contended.empty())
    begin(Starter);
  Codes.clear();
}

void TrialRun::begin(BodyId Starter) {
  Threads.assign(1, {});
  ThreadOf.clear();
  Started.clear();
  Used.clear();
  Clock = LastEvent = 0;
  Limit = MaxSteps;
  TrialContents Memory;
  call(Starter, {}, 0, Memory, nullptr, {});
  Threads[0].Complete = Clock < Limit;
}

bool TrialRun::overlap(uint32_t A, uint32_t B) const {
  return Threads[A].Started < Threads[B].Ended &&
         Threads[B].Started < Threads[A].Ended;
}

/// What several threads use, and one of them changes.
void TrialRun::findContended() {
  for (const auto &[Where, Of] : Used)
    if (!Of.Writers.empty() && Of.All.size() > 1)
      Contended.insert(Where);
}

// Going through a function ---------------------------------------------------

TrialValue TrialRun::call(BodyId B, llvm::ArrayRef<Argument> Arguments,
                          uint32_t Thread, TrialContents &Memory, Frame *Caller,
                          PlaceId Into) {
  Frame F(B, code(B), ThreadOf.size(), Thread, Memory, Caller);
  ThreadOf.push_back(Thread);
  for (size_t I = 0; I < Arguments.size(); ++I) {
    PlaceId Parameter = resolve(F, Paths.root(PathKind::Parameter, I));
    if (Arguments[I].Object)
      copy(Memory, Arguments[I].Object, Parameter);
    else
      Memory.set(Parameter, Arguments[I].What);
  }
  follow(F);
  if (Into)
    copy(Memory, resolve(F, Paths.root(PathKind::Return, 0)), Into);
  return F.Result;
}

void TrialRun::follow(Frame &F) {
  const FunctionBody &Facts = F.In.View.facts();
  std::optional<uint32_t> At = 0;
  while (At && Clock < Limit) {
    const facts::Block &B = Facts.Blocks[*At];
    if (F.In.Joins.test(*At)) {
      F.Own.Before.clear();
      F.Shared.Before.clear();
    }
    ++Clock;
    for (uint32_t I = 0; I < B.FactCount && Clock < Limit; ++I, ++Clock)
      step(F, B.FirstFact + I);
    At = next(F, *At);
  }
}

/// Which way it goes on from there.
std::optional<uint32_t> TrialRun::next(Frame &F, uint32_t Block) {
  const FunctionBody &Facts = F.In.View.facts();
  const facts::Block &B = Facts.Blocks[Block];
  if (B.Successors.empty())
    return std::nullopt;
  if (B.Successors.size() == 1)
    return B.Successors[0].Index;
  const Fact *Last = B.FactCount ? &Facts.facts(B).back() : nullptr;
  if (Last && Last->Kind == FactKind::Assume) {
    TrialValue V = eval(F, F.In.View.value(Facts.operands(*Last)[0]));
    if (V.Known)
      return B.Successors[V.Number ? 0 : 1].Index;
  }
  if (Last && Last->Kind == FactKind::Switch) {
    auto Operands = Facts.operands(*Last);
    TrialValue V = eval(F, F.In.View.value(Operands[0]));
    for (size_t I = 1; V.Known && I < Operands.size(); ++I)
      if (Operands[I].Kind == OperandKind::Constant &&
          Operands[I].constant() == V.Number)
        return B.Successors[I - 1].Index;
    if (V.Known && B.Successors.size() >= Operands.size())
      return B.Successors.back().Index;
  }
  return guess(F, Block);
}

/// Where nobody knows: to where more can be reached, but not for ever. So a
/// loop goes round some times, and what breaks it off for an error is left out.
uint32_t TrialRun::guess(Frame &F, uint32_t Block) {
  constexpr unsigned MaxRounds = 6;
  const auto &Successors = F.In.View.facts().Blocks[Block].Successors;
  unsigned Visit = F.Visits[Block]++;
  auto Reach = [&](facts::BlockId S) { return F.In.reached(S.Index); };
  auto Less = [&](facts::BlockId A, facts::BlockId B) {
    return Reach(A) < Reach(B);
  };
  auto Most = llvm::max_element(Successors, Less);
  auto Least = llvm::min_element(Successors, Less);
  if (Reach(*Most) == Reach(*Least))
    return Successors[Visit % Successors.size()].Index;
  return (Visit < MaxRounds ? *Most : *Least).Index;
}

/// Looks at all that memory holds, and pays for it.
void TrialRun::forget(Frame &F, PlaceId Where) {
  F.Memory.forget(Places, Where);
  Clock += F.Memory.size() / 64;
}

void TrialRun::copy(TrialContents &Memory, PlaceId From, PlaceId To) {
  Memory.copy(Places, From, To);
  Clock += Memory.size() / 64;
}

PlaceId TrialRun::makeObject(uint32_t Thread) {
  int64_t Number = static_cast<int64_t>(ThreadOf.size());
  ThreadOf.push_back(Thread);
  return Places.place({TrialPlace::Made, 0, Number, {}});
}

void TrialRun::step(Frame &F, uint32_t Fact) {
  const facts::Fact &Of = F.In.View.fact(Fact);
  F.At = Fact;
  switch (Of.Kind) {
  case FactKind::Read:
    touch(F, Fact, F.In.View.path(Of.Path));
    break;
  case FactKind::Write: {
    Path P = F.In.View.path(Of.Path);
    touch(F, Fact, P);
    PlaceId Where = resolve(F, P);
    if (!Where)
      break;
    noteUse(F.Thread, Where, true);
    // What is written is told by the next fact, if it is of interest.
    const auto &All = F.In.View.facts().Facts;
    bool Told = Fact + 1 < All.size() &&
                All[Fact + 1].Kind == FactKind::Assign &&
                All[Fact + 1].Path == Of.Path;
    if (!Told)
      F.Memory.set(Where,
                   TrialValue::pointer(Places.step(TrialPlace::Target, Where)));
    break;
  }
  case FactKind::Assign:
    assign(F, Of);
    break;
  case FactKind::Allocate:
    if (Of.Path) {
      PlaceId Made = makeObject(F.Thread);
      F.Made[Paths[F.In.View.path(Of.Path)].Number] = TrialValue::pointer(Made);
    }
    break;
  case FactKind::Call:
  case FactKind::Construct:
  case FactKind::Destroy:
    callAt(F, Fact);
    break;
  case FactKind::Return: {
    auto Operands = F.In.View.facts().operands(Of);
    if (!Operands.empty())
      F.Result = eval(F, F.In.View.value(Operands[0]));
    break;
  }
  default:
    break;
  }
}

/// What calls may change has versions that do not tell of that.
TrialRun::Frame::Versions &TrialRun::versions(Frame &F, Path P) {
  const ProgramPath &N = Paths[P];
  bool Own = N.Kind == PathKind::Parameter;
  if (N.Kind == PathKind::Local && N.Version == F.Body.Index)
    Own = !(F.In.View.facts().Locals[N.Number].Flags & facts::LF_AddressTaken);
  return Own ? F.Own : F.Shared;
}

void TrialRun::assign(Frame &F, const Fact &Of) {
  Path To = F.In.View.path(Of.Path);
  Value From = F.In.View.value(F.In.View.facts().operands(Of)[0]);
  PlaceId Where = resolve(F, To);
  if (!Where)
    return;
  noteUse(F.Thread, Where, true);
  if (From.Kind == OperandKind::Object) {
    if (PlaceId Source = resolve(F, From.path()))
      copy(F.Memory, Source, Where);
    return;
  }
  TrialValue What = eval(F, From);
  Frame::Versions &V = versions(F, To);
  if (const TrialValue *Now = F.Memory.find(Where))
    V.Before.try_emplace(To, *Now);
  V.Stored[{To, Of.Detail}] = What;
  F.Memory.set(Where, What);
}

void TrialRun::touch(Frame &F, uint32_t Fact, Path Of) {
  PlaceId Where = resolve(F, Of);
  // What a call has for itself, and no thread is told of.
  if (!Where || &versions(F, Of) == &F.Own)
    return;
  TrialThread &By = Threads[F.Thread];
  std::vector<TrialTouch> &All = By.Touches[{F.Body, Fact}];
  const TrialTouch New{Of, Where, Clock, By.Phase, locksHeld(F)};
  // Once is enough as long as the same threads are running.
  auto Same = [&](const TrialTouch &Old) {
    return Old.Of == New.Of && Old.Where == New.Where &&
           Old.Phase == New.Phase && Old.Locks == New.Locks &&
           Old.Time >= LastEvent;
  };
  constexpr size_t MaxLooks = 8;
  for (size_t I = 0; I < std::min(MaxLooks, All.size()); ++I)
    if (Same(All[All.size() - 1 - I]))
      return;
  if (All.size() < MaxTouches)
    All.push_back(New);
  else
    By.Complete = false;
}

/// What is held there on every way, by the function and those that call it.
uint32_t TrialRun::locksHeld(Frame &F) {
  LockSet Set;
  auto Add = [&](std::vector<PlaceId> &To, PlaceId Where) {
    if (!Where || Places.has(Where, TrialPlace::SomeElement) ||
        Places.has(Where, TrialPlace::Target))
      Set.Known = false;
    else
      To.push_back(Where);
  };
  for (Frame *At = &F; At; At = At->Caller) {
    if (At != &F) // What the call takes to run its callable.
      for (auto [Call, Lock] : Results[At->Body.Index].RunsUnder)
        if (Call == At->At)
          Add(Set.All, resolve(*At, Lock));
    const PointState *State = Results[At->Body.Index].point(At->At);
    if (!State)
      continue;
    Set.Known &= State->Uncertain.empty() && State->Ways.empty() &&
                 State->Shared.empty();
    for (Path P : State->Held)
      Add(llvm::is_contained(State->Initialised, P) ? Set.Past : Set.All,
          resolve(*At, P));
  }
  llvm::sort(Set.All);
  llvm::sort(Set.Past);
  auto [It, New] = LockSetIds.try_emplace(Set, LockSets.size());
  if (New)
    LockSets.push_back(std::move(Set));
  return It->second;
}

bool TrialRun::share(uint32_t A, uint32_t B) const {
  const LockSet &X = LockSets[A], &Y = LockSets[B];
  auto Common = [](const std::vector<PlaceId> &These,
                   const std::vector<PlaceId> &Those) {
    return llvm::any_of(
        These, [&](PlaceId P) { return llvm::is_contained(Those, P); });
  };
  return Common(X.All, Y.All) || Common(X.All, Y.Past) || Common(X.Past, Y.All);
}

bool TrialRun::apart(uint32_t A, uint32_t SizeOfA, uint32_t B,
                     uint32_t SizeOfB) const {
  const LockSet &X = LockSets[A], &Y = LockSets[B];
  return X.Known && Y.Known && X.All.size() + X.Past.size() == SizeOfA &&
         Y.All.size() + Y.Past.size() == SizeOfB && !share(A, B);
}

// Calls and threads ----------------------------------------------------------

TrialRun::Argument TrialRun::argument(Frame &F, Value V) {
  if (V.Kind == OperandKind::Object)
    return {{}, resolve(F, V.path())};
  return {eval(F, V), {}};
}

void TrialRun::callAt(Frame &F, uint32_t Fact) {
  const facts::Fact &Of = F.In.View.fact(Fact);
  const CallSite *S = Graph.site(F.Body, Fact);
  if (!S)
    return;
  for (const Value &V : F.In.View.arguments(Of))
    if (V.Kind == OperandKind::Address)
      touch(F, Fact, V.path());
  if (auto It = Starts.find(Site{F.Body, Fact}); It != Starts.end()) {
    if (It->second.size() == 1)
      start(F, It->second[0]);
    else // Which of the callables it is, is not looked at.
      Threads[F.Thread].Complete = false;
  }
  if (isBarrier(*S))
    ++Threads[F.Thread].Phase;
  if (Of.Kind != FactKind::Destroy)
    enter(F, Of, *S);
  if (S->Model)
    for (const models::Effect &E : S->Model->Effects) {
      if (E.Kind == EffectKind::Join || E.Kind == EffectKind::JoinIfJoinable)
        join(F, Of, E);
      if (E.Kind == EffectKind::Writes)
        for (Path P : F.In.View.locations(Of, E.Operands))
          if (PlaceId Where = resolve(F, P)) {
            noteUse(F.Thread, Where, true);
            forget(F, Where);
          }
    }
  F.Shared.Stored.clear();
  F.Shared.Before.clear();
}

/// Runs what the call runs.
void TrialRun::enter(Frame &F, const Fact &Of, const CallSite &S) {
  BodyView &View = F.In.View;
  PlaceId Into = Of.Path ? resolve(F, View.path(Of.Path)) : PlaceId();
  llvm::SmallVector<Argument, 4> Arguments;
  for (const Value &V : View.arguments(Of))
    Arguments.push_back(argument(F, V));
  if (!S.Model && S.Targets.Bodies.size() == 1 && F.Depth < MaxDepth) {
    TrialValue Result =
        call(S.Targets.Bodies[0], Arguments, F.Thread, F.Memory, &F, Into);
    if (Into && Of.Kind == FactKind::Call)
      F.Memory.set(Into, Result);
    return;
  }
  for (const Invocation &I : S.Invocations) {
    if (I.Kind != Invocation::Now || I.Makes || I.Targets.size() != 1 ||
        F.Depth >= MaxDepth)
      continue;
    llvm::SmallVector<Argument, 4> Passed;
    if (I.CallableIsObject)
      Passed.push_back(argument(F, View.value(I.Callable)));
    for (const Operand &O : I.Arguments)
      Passed.push_back(argument(F, View.value(O)));
    call(I.Targets[0], Passed, F.Thread, F.Memory, &F, {});
  }
  if (!S.Model)
    for (const Argument &A : Arguments)
      if (A.What.To && ownerOf(A.What.To))
        forget(F, A.What.To);
  if (!Into)
    return;
  forget(F, Into);
  if (std::optional<int64_t> Told = askedFor(F, Of, S, Arguments))
    F.Memory.set(Into, TrialValue::number(*Told));
}

/// What a function out of sight tells of an object that it only reads: the same
/// whenever it is asked, like `size()`, as long as no thread changes it.
std::optional<int64_t> TrialRun::askedFor(Frame &F, const Fact &Of,
                                          const CallSite &S,
                                          llvm::ArrayRef<Argument> Arguments) {
  if (Of.Kind != FactKind::Call || !S.Model || !S.Targets.Named ||
      Arguments.size() != 1 || !Arguments[0].What.To ||
      !llvm::all_of(S.Model->Effects, [](const models::Effect &E) {
        return E.Kind == EffectKind::Reads || E.Kind == EffectKind::NoThrow ||
               E.Kind == EffectKind::NoEffect;
      }))
    return std::nullopt;
  const link::FunctionSymbol &Named = Program.function(S.Targets.Named);
  const facts::TranslationUnit &Unit = Program.unit(Named.Unit);
  if (Unit.type(Unit.function(Named.Decl).Result).Kind !=
      facts::TypeKind::Integer)
    return std::nullopt;
  PlaceId Object = Arguments[0].What.To;
  noteUse(F.Thread, Object, false);
  if (Contended.contains(Object))
    return std::nullopt;
  return assumed(Places.step(TrialPlace::Field, Object,
                             -1 - static_cast<int64_t>(S.Targets.Named.Index)));
}

/// Starts a thread, which runs to its end at once.
void TrialRun::start(Frame &F, RootId R) {
  const Root &Of = Roots.root(R);
  if (!Of.Point || Of.Entries.size() != 1 || Of.Point->Arguments.empty() ||
      Started[R]++ >= MaxThreads)
    return;
  uint32_t Id = Threads.size();
  TrialThread New;
  New.By = R;
  New.Parent = F.Thread;
  New.Started = Clock;
  New.Handle = resolve(F, Of.Point->Handle);
  Threads.push_back(std::move(New));
  LastEvent = Clock;
  TrialContents Memory = F.Memory;
  llvm::SmallVector<Argument, 4> Arguments;
  for (const Value &V : Of.Point->Arguments[0]) {
    Argument A = argument(F, V);
    unsigned Parameter = Arguments.size();
    if (V.Kind == OperandKind::Address && A.What.To &&
        getsCopy(Program, F.In.View, *Of.Point, 0, Parameter, V.path())) {
      PlaceId Copy = makeObject(Id);
      copy(Memory, A.What.To, Copy);
      A.What.To = Copy;
    }
    Arguments.push_back(A);
  }
  uint32_t Whole = Limit;
  Limit = std::min(Limit, Clock + MaxThreadSteps);
  call(Of.Entries[0], Arguments, Id, Memory, nullptr, {});
  Threads[Id].Complete &= Clock < Limit;
  Limit = Whole;
}

/// After a join of nobody knows which, none is taken to be running.
void TrialRun::join(Frame &F, const Fact &Of, const models::Effect &E) {
  auto End = [&](PlaceId Handle) {
    bool Any = false;
    for (TrialThread &T : Threads)
      if (T.Parent == F.Thread && &T != &Threads[F.Thread] && T.Ended > Clock &&
          (!Handle || T.Handle == Handle)) {
        T.Ended = LastEvent = Clock;
        Any = true;
      }
    return Any;
  };
  for (const Value &V : F.In.View.values(Of, E.Operands)) {
    PlaceId Handle = V.hasPath() ? resolve(F, V.path()) : PlaceId();
    if (!Handle || !End(Handle))
      End({});
  }
}

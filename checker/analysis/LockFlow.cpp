//===-- LockFlow.cpp - The solver of the lock flow ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include "llvm/Support/SaveAndRestore.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::BlockId;
using facts::CleanupId;
using facts::CleanupKind;
using facts::Fact;
using facts::FactKind;

const PointState *FunctionResult::point(uint32_t Fact) const {
  auto It = std::upper_bound(
      Points.begin(), Points.end(), Fact,
      [](uint32_t F, const PointState &P) { return F < P.Fact; });
  return It != Points.begin() && Fact <= It[-1].Last ? &It[-1] : nullptr;
}

LockFlow::LockFlow(const FlowInputs &In, BodyId Body)
    : In(In), Program(In.Program), Paths(In.Paths), Body(Body),
      Facts(In.Program.facts(Body)),
      View(In.Program, In.Paths, In.Graph, In.Summaries, Body) {}

void LockFlow::run() {
  if (Facts.Blocks.empty() || !matters()) {
    summariseTrivially();
    return;
  }
  FlowOrder Flow(Facts);
  Order = Flow.reversePostOrder();
  PostDominator = Flow.immediatePostDominators();
  Walking = findWalkers(View, Paths);
  findTellings();
  findGivenAway();
  findStaticGuards();
  noteLoops();
  findLoops(Flow);
  solve();
  record();
  summarise();
}

// The fixpoint ---------------------------------------------------------------

void LockFlow::solve() {
  BlockStates.assign(Facts.Blocks.size(), {});
  Pending.assign(Facts.Blocks.size(), {});
  addState(BlockId(0), State());
  while (!Work.empty()) {
    uint32_t Block = Work.begin()->second;
    Work.erase(Work.begin());
    for (size_t I = 0; I < BlockStates[Block].size(); ++I) {
      if (!Pending[Block][I])
        continue;
      Pending[Block][I] = false;
      if (Result.Transfers > MaxTransfers) {
        Result.Cut = TheSummary.Cut = true;
        return;
      }
      runBlock(Block, BlockStates[Block][I]);
    }
  }
}

void LockFlow::record() {
  Recording = true;
  ThrowExits.clear();
  for (uint32_t B = 0; B < BlockStates.size(); ++B)
    for (const State &S : BlockStates[B])
      runBlock(B, S);
  if (Facts.Exit) // Past the last fact: where the function returns.
    for (const State &S : BlockStates[Facts.Exit.Index])
      notePoint(Facts.Facts.size(), S);
  bool Before = false; // The point before holds something.
  for (auto &[Fact, P] : Points) {
    if (P.Ways.size() < 2 || P.Ways.size() > MaxConditionalHolds)
      P.Ways.clear();
    if (!P.Held.empty() || !P.Threads.empty() || !P.Uncertain.empty() ||
        !P.Joined.empty() || !P.Initialised.empty() || !P.Observed.empty() ||
        !P.Published.empty() || !P.Ways.empty()) {
      // Where nothing changes, one state speaks for all facts in a row.
      if (Before && Result.Points.back().alike(P)) {
        Result.Points.back().Last = Fact;
      } else {
        P.Last = Fact;
        Result.Points.push_back(std::move(P));
      }
      Before = true;
    } else {
      Before = false;
    }
  }
  llvm::erase_if(Result.Edges,
                 [&](const OrderEdge &E) { return ofOwnObject(E); });
  findDisagreements();
  checkGuards();
  completeJoins();
}

void LockFlow::addState(BlockId B, State S, uint32_t From) {
  if (From != ~0u && !Statics.empty())
    passGuard(From, B.Index, S);
  if (Recording)
    return;
  if (auto It = Loops.find(B.Index); It != Loops.end()) {
    nameByCursors(It->second, S);
    if (From != ~0u && Order[B.Index] <= Order[From])
      forgetRound(It->second, S);
    renumberStores(It->second, S);
  }
  if (auto It = JoinedByLoop.find(B.Index); It != JoinedByLoop.end())
    for (Path Handle : It->second)
      join(0, handle(S, Handle), S);
  auto &Set = BlockStates[B.Index];
  auto &New = Pending[B.Index];
  for (size_t I = 0; I < Set.size(); ++I)
    if (agree(Set[I], S) && (Set.size() >= MaxStatesByThreads ||
                             !toldApartByThreads(Set[I], S))) {
      ++Result.Joins;
      if (analysis::join(Set[I], S)) {
        New[I] = true;
        Work.insert({Order[B.Index], B.Index});
      }
      return;
    }
  if (Set.size() >= MaxStates) {
    Result.Cut = TheSummary.Cut = true;
    State Wide = Set[0];
    for (size_t I = 1; I < Set.size(); ++I)
      widen(Wide, Set[I]);
    widen(Wide, S);
    // A set that overflowed once stays one wide state.
    if (Set.size() == 1 && agree(Set[0], Wide))
      return;
    Set.assign(1, Wide);
    New.assign(1, true);
    Work.insert({Order[B.Index], B.Index});
    return;
  }
  Set.push_back(std::move(S));
  New.push_back(true);
  Work.insert({Order[B.Index], B.Index});
}

LockFlow::States LockFlow::only(State S) {
  States Result;
  Result.push_back(std::move(S));
  return Result;
}

/// What may take or give back locks, and leave several states.
static bool isCall(FactKind K) {
  return K == FactKind::Call || K == FactKind::Construct ||
         K == FactKind::Destroy;
}

void LockFlow::runBlock(uint32_t Block, State Start) {
  const facts::Block &B = Facts.Blocks[Block];
  States Now = only(std::move(Start));
  uint32_t End = B.FirstFact + B.FactCount;
  for (uint32_t F = B.FirstFact; F < End && !Now.empty(); ++F) {
    Result.Transfers += Now.size();
    FactKind K = Facts.Facts[F].Kind;
    if (K == FactKind::Assume || K == FactKind::Switch) {
      for (State &S : Now)
        branch(B, F, std::move(S));
      return;
    }
    if (K == FactKind::Throw) {
      for (State &S : Now) {
        notePoint(F, S);
        unwind(F, S);
      }
      return;
    }
    if (!isCall(K)) {
      for (State &S : Now)
        transfer(F, S);
      continue;
    }
    States Next;
    for (State &S : Now) {
      notePoint(F, S);
      for (State &T : call(F, std::move(S))) {
        auto Same =
            llvm::find_if(Next, [&](const State &O) { return agree(O, T); });
        if (Same != Next.end())
          analysis::join(*Same, T);
        else
          Next.push_back(std::move(T));
      }
    }
    Now = std::move(Next);
  }
  if (B.Successors.empty())
    return;
  for (State &S : Now) {
    for (BlockId Successor : llvm::ArrayRef(B.Successors).drop_back())
      addState(Successor, S, Block);
    addState(B.Successors.back(), std::move(S), Block);
  }
}

// Facts ----------------------------------------------------------------------

void LockFlow::transfer(uint32_t Index, State &S) {
  const Fact &F = Facts.Facts[Index];
  switch (F.Kind) {
  case FactKind::Allocate:
    notePoint(Index, S);
    break;
  case FactKind::Read:
  case FactKind::Write:
    notePoint(Index, S);
    if (F.Kind == FactKind::Write)
      publishWrite(Index, S);
    break;
  case FactKind::Assign: {
    Path Where = View.path(F.Path);
    notePoint(Index, S);
    publishWrite(Index, S);
    if (Facts.operands(F)[0].Kind == facts::OperandKind::Object) {
      copyStores(resolve(S, View.path(Facts.operands(F)[0].path())),
                 resolve(S, Where), S);
      break;
    }
    Value What = resolve(S, View.value(Facts.operands(F)[0]));
    // `ids[i] = start(i);`
    if (What.Kind == facts::OperandKind::Load &&
        Paths.isRoot(What.path(), PathKind::Result))
      moveThreads(What.path(), handle(S, Where), S);
    if (What.isConstant() && mayChange(S, Where))
      S.forgetStoresUnder(Paths, Where);
    else if (Paths.definite(Where))
      S.store(resolve(S, Where), What, F.Detail);
    break;
  }
  case FactKind::Return:
    notePoint(Index, S);
    if (F.OperandCount) {
      if (Value V = View.value(Facts.operands(F)[0]);
          V.Kind == facts::OperandKind::Load)
        moveThreads(resolve(S, V.path()), Paths.root(PathKind::Return, 0), S);
      S.Result = resolve(S, View.value(Facts.operands(F)[0]));
      S.Number = numbersOf(S, *S.Result);
      if (S.Number && S.Number->Least == S.Number->Most)
        S.Result = Value::constant(S.Number->Least);
    }
    S.ReturnedAt = {Body, Index};
    noteReturned(S);
    break;
  default:
    break;
  }
}

/// An object is copied member by member: a guard of the user's own with its
/// pointer to the lock.
void LockFlow::copyStores(Path From, Path To, State &S) const {
  if (!Paths.definite(From) || !Paths.definite(To) || From == To)
    return;
  S.forgetStoresUnder(Paths, To);
  std::vector<Store> Copied;
  for (const Store &St : S.Stores)
    if (St.Where != From && Paths.startsWith(St.Where, From))
      Copied.push_back(St);
  for (const Store &St : Copied)
    S.store(Paths.rebase(St.Where, From, To), St.What);
}

/// `if (lock) guard.lock();`: callers decide what is held.
void LockFlow::noteWay(PointState &P, llvm::ArrayRef<Path> Held,
                       const State &S) const {
  if (P.Ways.size() > MaxConditionalHolds)
    return;
  ConditionalHold Way;
  Way.Held.assign(Held.begin(), Held.end());
  llvm::sort(Way.Held);
  for (const Condition &C : S.Known)
    if (auto Told = forCallers(C))
      Way.When.push_back(*Told);
  for (ConditionalHold &Old : P.Ways)
    if (Old.Held == Way.Held) {
      llvm::erase_if(Old.When, [&](const Condition &C) {
        return !llvm::is_contained(Way.When, C);
      });
      return;
    }
  P.Ways.push_back(std::move(Way));
}

void LockFlow::notePoint(uint32_t Fact, const State &S) {
  if (!Recording)
    return;
  auto Held = S.held();
  // What call_once did is ordered before all that comes after it.
  Held.append(S.Passed.begin(), S.Passed.end());
  Held.append(S.Claimed.begin(), S.Claimed.end());
  auto [It, New] = Points.try_emplace(Fact);
  PointState &P = It->second;
  if (New) {
    P.Fact = Fact;
    P.Held.assign(Held.begin(), Held.end());
    P.Joined = S.Joined;
    P.Initialised = S.Initialised;
    P.Observed = S.Observed;
  } else {
    llvm::erase_if(P.Observed, [&](const HandOver &H) {
      return !llvm::is_contained(S.Observed, H);
    });
    llvm::erase_if(P.Joined,
                   [&](Path H) { return !llvm::is_contained(S.Joined, H); });
    llvm::erase_if(P.Initialised, [&](Path V) {
      return !llvm::is_contained(S.Initialised, V);
    });
    llvm::erase_if(P.Held,
                   [&](Path L) { return !llvm::is_contained(Held, L); });
  }
  noteWay(P, Held, S);
  for (const LockState &L : S.Locks)
    if (L.Shared && L.Now == LockState::Held &&
        !llvm::is_contained(P.Shared, L.Lock))
      P.Shared.push_back(L.Lock);
  for (const Running &R : S.Threads) {
    auto At = std::lower_bound(P.Threads.begin(), P.Threads.end(), R);
    if (At == P.Threads.end() || !(*At == R))
      P.Threads.insert(At, R);
  }
  for (const HandOver &H : S.Published)
    if (!llvm::is_contained(P.Published, H))
      P.Published.push_back(H);
  for (Path L : S.Uncertain)
    if (!llvm::is_contained(P.Uncertain, L))
      P.Uncertain.push_back(L);
}

// Branches -------------------------------------------------------------------

/// Of a switch with more cases than this, callers are not told which one ran.
static constexpr size_t MaxCases = 12;

/// Records that the switch on \p On took its case \p Taken (past the last: the
/// default). False if that cannot be.
bool LockFlow::caseHolds(Value On, llvm::ArrayRef<facts::Operand> Cases,
                         size_t Taken, State &S) const {
  if (On.Kind != facts::OperandKind::Load || sharedMemory(On) ||
      mayChange(S, On))
    return true;
  if (Cases.size() <= MaxCases)
    for (size_t I = 0; I < Cases.size(); ++I)
      if (Cases[I].Kind == facts::OperandKind::Constant &&
          !S.assume({On, Test::Equal, Cases[I].constant(), I == Taken}))
        return false;
  if (Taken < Cases.size() && Cases[Taken].Kind == facts::OperandKind::Constant)
    S.store(On.path(), Value::constant(Cases[Taken].constant()));
  return true;
}

void LockFlow::branch(const facts::Block &B, uint32_t Index, State S) {
  const Fact &F = Facts.Facts[Index];
  auto Operands = Facts.operands(F);
  Value On = View.value(Operands[0]);
  if (F.Kind == FactKind::Assume) {
    bool Keep = rejoins(&B - Facts.Blocks.data());
    unsigned Ways = std::min<unsigned>(2, B.Successors.size());
    for (unsigned I = 0; I < Ways; ++I) {
      State T = I + 1 < Ways ? S : std::move(S);
      if (assume(T, On, I == 0, !Keep)) {
        learn(On, I == 0, T);
        addState(B.Successors[I], std::move(T), &B - Facts.Blocks.data());
      }
    }
    return;
  }
  std::optional<int32_t> Known = constantOf(S, On);
  bool Matched = false;
  for (unsigned I = 0; I < B.Successors.size(); ++I) {
    bool Default = I + 1 >= Operands.size();
    bool Constant = !Default && // Else a range, which may match.
                    Operands[I + 1].Kind == facts::OperandKind::Constant;
    if (Known && Constant && Operands[I + 1].constant() != *Known)
      continue;
    if (Known && Default && Matched)
      continue;
    Matched |= Constant;
    State T = S;
    if (caseHolds(On, {Operands.data() + 1, Operands.size() - 1}, I, T))
      addState(B.Successors[I], std::move(T), &B - Facts.Blocks.data());
  }
}

// Exceptions -----------------------------------------------------------------

void LockFlow::unwind(uint32_t Fact, const State &Before) {
  State S = Before;
  leaveGuards(S);
  if (Facts.Facts[Fact].Unwind) {
    llvm::SaveAndRestore Far(FarThrow,
                             Facts.Facts[Fact].Kind != FactKind::Throw);
    unwindFrom(Facts.Facts[Fact].Unwind, Fact, only(std::move(S)));
  } else if (Recording)
    ThrowExits.push_back({std::move(S), Fact});
}

/// Runs the destructors from \p C on, to the handlers or out of the function.
void LockFlow::unwindFrom(CleanupId C, uint32_t Fact, States Now) {
  for (unsigned Steps = 0; C && Steps < Facts.Cleanups.size() + 1; ++Steps) {
    const facts::Cleanup &Cleanup = Facts.Cleanups[C.Index];
    switch (Cleanup.Kind) {
    case CleanupKind::Exit:
      if (Recording)
        for (State &S : Now)
          ThrowExits.push_back({std::move(S), Fact});
      return;
    case CleanupKind::Handlers:
      for (BlockId H : Cleanup.Handlers)
        for (const State &S : Now)
          addState(H, S);
      // Types are not compared: whoever writes handlers expects what comes.
      if (Cleanup.CatchesAll || !Cleanup.Handlers.empty())
        return;
      break;
    case CleanupKind::Destroy:
      for (State &S : Now)
        destroyInCleanup(Fact, Cleanup, S);
      break;
    }
    C = Cleanup.Next;
  }
}

/// An automatic object dies while an exception passes. Its destructor is taken
/// to do the one thing that matters: to release what the object holds.
void LockFlow::destroyInCleanup(uint32_t Fact, const facts::Cleanup &C,
                                State &S) {
  Path Object = View.path(C.Object);
  guardDrop(Fact, Object, S);
  guardDrop(Fact, contentOf(Object), S);
  if (!C.Destructor)
    return;
  link::UnitId Unit = Program.body(Body).Unit;
  link::FunctionSym D = Program.symbol(Unit, C.Destructor);
  if (Program.function(D).Model)
    return;
  // What it throws ends the program.
  llvm::SaveAndRestore InCleanup(Unwinding, true);
  Value This = Value::address(Object);
  for (BodyId B : Program.bodiesFor(Unit, D)) {
    States After = callBody(Fact, B, {This, Path()}, S);
    if (!After.empty())
      S = std::move(After[0]);
  }
}

// Loops ----------------------------------------------------------------------

uint32_t LockFlow::blockOf(uint32_t Fact) const {
  return analysis::blockOf(Facts, Fact);
}

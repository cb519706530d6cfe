//===-- LockFlow.h - Which locks are held where, in one function ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A forward data-flow over one flow graph. Each block has a bounded set of
// states (State.h); a state passes the facts of the block one by one. Calls
// apply models (Effects.cpp) or summaries (Instantiate.cpp); conditions split
// states or end them (Conditions.cpp); what throws runs cleanups. At the exits
// the states become the function's summary (Outcomes.cpp); paths that disagree
// become findings (Disagreements.cpp).
//
// The solver runs to a fixpoint first and records findings in one more pass
// over the states that it found, so that nothing provisional is ever reported.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKFLOW_H
#define FEARLESS_ANALYSIS_LOCKFLOW_H

#include "analysis/BodyView.h"
#include "analysis/DeclaredLocks.h"
#include "analysis/Destruction.h"
#include "analysis/FlowOrder.h"
#include "analysis/FunctionResult.h"
#include "analysis/LockClasses.h"
#include "analysis/LockKinds.h"
#include "analysis/LoopRange.h"
#include "analysis/MemoryOrder.h"
#include "analysis/ObjectPointers.h"
#include "analysis/State.h"
#include "analysis/StaticInitialisers.h"
#include "analysis/ThreadHandles.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

#include <map>
#include <set>

namespace fearless::analysis {

/// States at one point, at most.
inline constexpr unsigned MaxStates = 12;
/// Those that differ in nothing but their threads, at most.
inline constexpr unsigned MaxStatesByThreads = 4;
/// Facts times states that one function may cost; beyond it is cut.
inline constexpr uint64_t MaxTransfers = 400000;

/// What the lock flow reads of the rest of the program.
struct FlowInputs {
  const link::Program &Program;
  const models::Catalogue &Models;
  const CallGraph &Graph;
  PathTable &Paths;
  const std::vector<Summary> &Summaries;
  const LockKinds &Kinds;
  const DeclaredLocks &Declared;
  llvm::ArrayRef<LoopRange> StartingLoops; ///< See findStartingLoops().
  const ObjectPointers &Pointers;
  const LockClasses &Classes; ///< As far as callees are known.
};

class LockFlow {
public:
  LockFlow(const FlowInputs &In, BodyId Body);

  void run();
  Summary takeSummary() { return std::move(TheSummary); }
  FunctionResult takeResult() { return std::move(Result); }

private:
  using States = llvm::SmallVector<State, 2>;
  /// What a natural loop changes each time round.
  struct Loop {
    llvm::DenseSet<Path> Assigned;
    llvm::DenseSet<uint32_t> Ordinals; ///< Of its calls and allocations.
    /// Of what it stores: the least version that it makes. That of its head is
    /// the one before, or less.
    llvm::DenseMap<Path, uint32_t> FirstVersion;
    /// Local pointers that it moves on and locks by, and what each points to at
    /// the head.
    llvm::DenseMap<Path, Path> Cursors;
  };

  /// A loop in which threads are joined.
  struct JoiningLoop {
    uint32_t Head;
    Path Handle;
    std::optional<LoopRange> Range;
  };

  // Which loops join (JoiningLoops.cpp).
  void noteLoops();
  bool goesToTheEnd(Path Cursor, uint32_t Head) const;
  Path handleOfList(Path Handle, uint32_t Head, const FlowOrder &Flow) const;
  bool leavesOut(const LoopRange &Range) const;
  bool joinsRest(llvm::ArrayRef<JoiningLoop> Loops, const JoiningLoop &L) const;

  // Solver (LockFlow.cpp).
  void solve();
  void record();
  void addState(facts::BlockId B, State S, uint32_t From = ~0u);
  void runBlock(uint32_t Block, State S);
  static States only(State S);
  void transfer(uint32_t Fact, State &S);
  void unwind(uint32_t Fact, const State &S);
  void unwindFrom(facts::CleanupId C, uint32_t Fact, States S);
  void destroyInCleanup(uint32_t Fact, const facts::Cleanup &C, State &S);
  void branch(const facts::Block &B, uint32_t Fact, State S);
  bool caseHolds(Value On, llvm::ArrayRef<facts::Operand> Cases, size_t Taken,
                 State &S) const;
  void findStaticGuards();
  void passGuard(uint32_t From, uint32_t To, State &S);
  void leaveGuards(State &S) const;
  uint32_t blockOf(uint32_t Fact) const;
  void copyStores(Path From, Path To, State &S) const;
  void notePoint(uint32_t Fact, const State &S);
  void noteWay(PointState &P, llvm::ArrayRef<Path> Held, const State &S) const;

  // Loops (Loops.cpp).
  void findLoops(const FlowOrder &Flow);
  bool changesInLoop(const Loop &L, Path P) const;
  bool changesInLoop(const Loop &L, Value V, unsigned Depth) const;
  bool ofRound(const Loop &L, Value V, unsigned Depth = 0) const;
  bool isNumber(Path P) const;
  void settle(const State &S, Store &St) const;
  void findCursors(Loop &L, uint32_t Head, const FlowOrder &Flow);
  void nameByCursors(const Loop &L, State &S) const;
  void forgetRound(const Loop &Round, State &S) const;
  void renumberStores(const Loop &L, State &S) const;

  // Locals that threads change (LentLocals.cpp).
  bool isLent(Path P) const;
  bool writtenElsewhere(Path P) const;
  bool isVariableLent(Path P) const;
  bool mayChange(const State &S, Path P) const;
  bool mayChange(const State &S, Value V) const;
  void forgetLent(State &S) const;

  // Conditions (Conditions.cpp).
  std::optional<bool> truth(const State &S, Value V, unsigned Depth = 0) const;
  const Value *lastStored(const State &S, Value V) const;
  Value origin(const State &S, Value V) const;
  std::optional<int32_t> constantOf(const State &S, Value V) const;
  std::optional<bool> compare(const State &S, Value V, Test Is,
                              int32_t Constant) const;
  void forgetFailedStart(State &S, Value Code) const;
  void learnBound(State &S, Value V, bool Truth) const;
  std::optional<Numbers> numbersOf(const State &S, Value V) const;
  void forgetResult(State &S, Path Result) const;
  void learnNumber(State &S, Path Result, const Numbers &Is) const;
  bool assume(State &S, Value V, bool Truth, bool MayForget,
              unsigned Depth = 0) const;
  Value convert(const facts::Operand &O) const;
  std::pair<Value, bool> canonical(Value V) const;
  bool sharedMemory(Value V) const;
  bool rejoins(uint32_t Block) const;
  std::optional<Condition> forCallers(const Condition &C) const;
  std::optional<std::pair<Value, Value>> compared(Value V, bool OrEqual) const;
  bool exchangesLocks(Path RootA, Path RootB) const;
  bool comparesLocks(const State &S, Path A, Path B,
                     bool OrEqual = false) const;
  bool mayBeOne(const State &S, Path A, Path B) const;

  // Calls by model (Effects.cpp).
  States call(uint32_t Fact, State S);
  States applyModel(uint32_t Fact, const models::FunctionModel &M,
                    const CallSite &Site, State S);
  States applyEffect(uint32_t Fact, const models::Effect &E,
                     const CallSite &Site, State S);
  States applyGuardEffect(uint32_t Fact, const models::Effect &E, Path Object,
                          State S);
  States splitByResult(uint32_t Fact, State S, const models::Effect &E,
                       llvm::function_ref<void(State &)> OnSuccess);
  void learnSuccess(State &S, Path Result, const models::Effect &E,
                    bool Success) const;
  void applyThreadEffect(uint32_t Fact, const models::Effect &E,
                         const CallSite &Site, State &S);
  void wait(uint32_t Fact, const models::Effect &E, State &S);
  void recordRunsUnder(uint32_t Fact, Path Lock);
  void recordLocksAround(uint32_t Fact, const CallSite &Site, const State &S);
  States invokeOnce(uint32_t Fact, const models::Effect &E,
                    const CallSite &Site, State S);
  bool takesReference(uint32_t Fact, const facts::Operand &O) const;
  Value passedOn(uint32_t Fact, const facts::Operand &O, BodyId Target,
                 size_t Index, const State &S);
  llvm::SmallVector<Value, 4> passedArguments(uint32_t Fact,
                                              const Invocation &I,
                                              BodyId Target, const State &S);
  Value callableObject(const State &S, const facts::Operand &O);

  // Threads (ThreadEffects.cpp).
  void spawn(uint32_t Fact, const models::Effect &E, const CallSite &Site,
             State &S);
  void startThread(uint32_t Fact, const Invocation &I, Path Handle, State &S);
  void nameEdges(uint32_t Fact, BodyId Entry, llvm::ArrayRef<Value> Arguments,
                 ShortList<OpenEdge> &To, const State &S);
  void moveThreads(Path From, Path To, State &S);
  void noteMove(Path From, Path To);
  bool movesThread(const CallSite &Site) const;
  void noteNotification(uint32_t Fact, Path Condition, State &S);
  void addNotification(Notification N);
  void join(uint32_t Fact, Path Handle, State &S, bool IfJoinable = false);
  llvm::SmallVector<Path, 2>
  handles(uint32_t Fact, llvm::ArrayRef<models::Selector> Selectors) const;
  Path handle(const State &S, Path Handle) const;
  llvm::SmallVector<Path, 1> taskOf(const State &S, const Invocation &I) const;
  void noteHandle(const Running &R);
  bool sameHandle(Path A, Path B) const;
  void completeJoins();
  // What dies with its owner (DestructionEffects.cpp).
  Destroyed destroyedAt(uint32_t Fact, const models::Effect &E) const;
  void findGivenAway();
  bool ownsAlone(Path P);
  bool getsFresh(uint32_t Fact);
  bool holdsNothing(uint32_t Fact, const CallSite &Site, const Invocation &I,
                    Path Holder, const State &S);
  bool holdsSomething(uint32_t Fact, Path Holder, const State &S);
  States destroyContent(uint32_t Fact, const models::Effect &E,
                        const CallSite &Site, State S);
  // Hand-overs (HandOverEffects.cpp).
  /// A call whose result tells something. How: none if the callee's summary
  /// says what.
  struct TellingCall {
    uint32_t Fact = 0;
    const models::Effect *How = nullptr;
  };
  void findTellings();
  MemoryOrder orderOf(uint32_t Fact, const models::Effect &E) const;
  MemoryOrder orderOf(const facts::Fact &F) const {
    return Around->strengthen(memoryOrder(F), &F - Facts.Facts.data());
  }
  void publish(Path P, bool Zero, bool Nonzero, State &S,
               uint8_t Parameter = 0);
  uint8_t parameterNumber(Value V) const;
  void notePublication(const HandOver &H, const State &S);
  bool othersMaySee(Path P) const;
  bool readsHere(Path P) const;
  void publishValue(Path P, Value V, State &S);
  void publishWrite(uint32_t Fact, State &S);
  void observe(Path P, bool Zero, bool Atomic, State &S);
  void observeEvent(Path P, State &S);
  void observeWait(Path P, State &S);
  void handOver(uint32_t Fact, const models::Effect &E, const CallSite &Site,
                State &S);
  void noteAlias(uint32_t Fact, const models::Effect &E);
  void observePredicate(const Invocation &I, BodyId Predicate, State &S);
  void learn(Value V, bool Truth, State &S, unsigned Depth = 0) const;
  void learnOf(Value V, bool Zero, bool Equal, State &S, unsigned Depth) const;
  llvm::SmallVector<Value, 2> summands(Path Sum, bool Zero) const;
  void learnResult(const TellingCall &T, bool Zero, bool Equal, State &S) const;
  void learnCallee(uint32_t Fact, bool Zero, State &S);
  bool isThread(Path P) const;
  void instantiateHandOvers(const Summary &Callee, const Binding &B, State &S);
  void noteReturned(State &S);
  std::vector<HandOver> tellsByResult(const State &S, bool Truth) const;
  void summariseHandOvers();

  States invoke(uint32_t Fact, const Invocation &I, State S);
  States perhaps(uint32_t Fact, const CallSite &Site, State S);
  States callUnseen(const CallSite &Site, const Binding &B, States Now);
  Value boundObject(Value Callable) const;
  std::optional<Value> boundTo(link::FunctionSym F, const Invocation &I,
                               const State &S);
  bool takesCallable(link::FunctionSym F, const Invocation &I) const;
  void forgetArguments(uint32_t Fact, State &S);
  void forgetWritable(llvm::ArrayRef<Value> Arguments, BodyId Callee,
                      State &S) const;
  const Invocation *invocation(const CallSite &Site,
                               const models::Effect &E) const;

  // Locks and guards (LockOperations.cpp).
  struct Taking {
    bool Shared = false;
    bool Blocking = true; ///< A try-lock takes no part in deadlocks.
    bool Together = false;
  };
  bool spins(uint32_t Fact);
  bool onlySuccessEnds(llvm::ArrayRef<uint32_t> Loop, uint32_t Try);
  bool touchesLocks(uint32_t Fact) const;
  void noteTaking(uint32_t Fact, Path Lock, Taking How, const State &S);
  void acquire(uint32_t Fact, Path Lock, Taking How, State &S);
  bool giveElement(Path Lock, State &S);
  void giveUncertain(Path Lock, State &S);
  bool giveByPointer(Path Lock, State &S);
  bool mayBeOneElement(Path A, Path B) const;
  void release(uint32_t Fact, Path Lock, State &S, bool Lenient = false,
               Mode Back = Mode::Any);
  void checkMode(uint32_t Fact, const LockState &L, Mode Back);
  void guardAcquire(uint32_t Fact, Guard &G, Taking How, State &S);
  void guardRelease(uint32_t Fact, Guard &G, State &S);
  bool isHollow(Path Lock) const;
  void guardDies(uint32_t Fact, Path Object, State &S);
  void guardDrop(uint32_t Fact, Path Object, State &S);
  void acquireTogether(uint32_t Fact, llvm::ArrayRef<Path> Locks, Taking How,
                       State &S);
  void noteTogether(uint32_t Fact, Path A, Path B, const State &S);
  void adopt(uint32_t Fact, Path Lock, State &S);
  void moveGuard(uint32_t Fact, Path To, Path From, State &S);
  void swapGuards(Path A, Path B, State &S);
  States guardOwns(uint32_t Fact, Path Object, State S);
  void noteWhen(std::vector<Condition> &When, bool Before,
                const State &S) const;
  void noteBalance(uint32_t Taken, uint32_t GivenBack);
  bool isLocalObject(Path P) const;
  bool isRecursive(Path Lock) const;
  bool mayReadAgain(Path Lock) const;
  bool isGuardObject(Path P) const;
  bool givenBack(Path Held, llvm::ArrayRef<Path> Released,
                 const State &S) const;
  void edges(uint32_t Fact, const Acquisition &A, const State &S);
  void noteAcquisition(Acquisition A, const State &S);
  void noteIssue(Issue I);
  /// Paths in hand come from this body, or (FromCallee) from a callee, for
  /// which version 0 means the value that the caller's memory has at the call.
  Path resolve(const State &S, Path P, bool FromCallee = false) const;
  Value resolve(const State &S, Value V, bool FromCallee = false) const;

  // Guards in other objects (GuardHolders.cpp).
  Path contentOf(Path Holder) const;
  Path guardObject(const State &S, Path Object) const;
  const models::FunctionModel *guardMadeIn(const CallSite &Site,
                                           const models::Effect &E) const;
  States constructGuard(uint32_t Fact, const models::Effect &E,
                        const CallSite &Site, State S);
  void moveGuards(uint32_t Fact, Path From, Path To, State &S);
  void moveContent(uint32_t Fact, const models::Effect &E, State &S);

  // Calls by summary (Instantiate.cpp).
  States callSummary(uint32_t Fact, BodyId Callee, const Binding &B, State S);
  bool contradicted(const State &S, llvm::ArrayRef<Condition> When,
                    const Binding &B) const;
  std::optional<Condition> ownTerms(const State &S, const Condition &C,
                                    const Binding &B) const;
  void instantiateAcquisitions(uint32_t Fact, BodyId Callee, const Binding &B,
                               const State &S);
  uint32_t choices(uint32_t Fact) const;
  void takeThroughCall(uint32_t Fact, const Acquisition &A, const State &S);
  bool instantiateOutcome(uint32_t Fact, const Outcome &O, bool Only,
                          const Binding &B, State &S);
  void instantiateStores(const Outcome &O, const Binding &B, State &S) const;
  void applyNet(uint32_t Fact, const NetEffect &N, Path Lock, State &S);
  void instantiateThreads(uint32_t Fact, const Summary &Callee,
                          const Binding &B, State &S);
  void checkSameObject(uint32_t Fact, const OpenEdge &E);
  void instantiateNotes(uint32_t Fact, const Summary &Callee, const Binding &B,
                        const State &S);

  // Calls by attributes (DeclaredEffects.cpp).
  States callBody(uint32_t Fact, BodyId Callee, const Binding &B, State S);
  bool isDeclared(const CallSite &Site) const;
  Path objectOf(const Binding &B, const State &S) const;
  llvm::SmallVector<Path, 2> declaredLocks(const DeclaredEffect &E,
                                           const Binding &B,
                                           const State &S) const;
  States applyDeclared(uint32_t Fact, link::FunctionSym F, const Binding &B,
                       State S);
  States applyToLocks(uint32_t Fact, llvm::ArrayRef<DeclaredEffect> Effects,
                      const Binding &B, State S);
  States tryDeclared(uint32_t Fact, const DeclaredEffect &E,
                     llvm::ArrayRef<Path> Locks, Path Guard, const Binding &B,
                     State S);
  States makeDeclaredGuard(uint32_t Fact, link::FunctionSym F, Path Object,
                           const Binding &B, State S);
  States useDeclaredGuard(uint32_t Fact, link::FunctionSym F, Path Object,
                          const Binding &B, State S);

  // Objects that nobody else has yet (OwnObjects.cpp).
  bool mayBeMadeHere(Path Root) const;
  std::optional<uint32_t> makerOf(Path Root) const;
  OwnObject madeBy(uint32_t Maker) const;
  bool pointsTo(Value V, Path Root) const;
  void findTold(Path Root, uint32_t Maker, uint32_t Until,
                OwnObject &Own) const;
  bool startsThreads(uint32_t Fact) const;
  void findOwnResult();
  bool ofOwnObject(const OrderEdge &E) const;

  // Summary and exits (Outcomes.cpp).
  bool matters();
  void summarise();
  void summariseTrivially();
  void summariseThreads();
  Path forCallers(Path Handle, const State &S) const;
  bool isBool(TypeRef T) const;
  std::optional<Outcome> outcome(const State &S) const;
  void findReturnedValue();
  void findConstructorStores(Outcome &O);
  void findMemberStores(const facts::Fact &F, Outcome &O);
  bool heldOnFailure(const Issue &Leak) const;
  bool escapes(facts::CleanupId C) const;
  bool isBare(Path P) const;
  bool isOpen(Path A, Path B) const;
  /// From the least to the most that a caller can go by.
  enum class Telling : uint8_t { Nothing, Parameter, Result, State };
  bool resultsDiffer(const Numbers &A, const Numbers &B) const;
  Telling tellsApart(const Outcome &A, const Outcome &B) const;
  std::optional<uint32_t> decidingBranch(uint32_t Fact) const;
  bool reaches(uint32_t FromBlock, uint32_t ToBlock) const;
  bool testsComputed(uint32_t Block) const;
  bool conditional(Site Taken, Site GivenBack,
                   std::optional<uint32_t> End) const;
  bool toldByObject(Site Taken) const;
  void dropConditionalDoubleLocks();
  bool takenBack(Path Lock) const;
  void excuseConditionalReacquisitions();
  void findDisagreements();
  void findLeak(const State &Holding, const LockState &L,
                llvm::ArrayRef<State> Exits);
  void findLeakOnThrow(const LockState &L, uint32_t Fact,
                       llvm::ArrayRef<State> Exits);
  void checkGuards();

  const FlowInputs &In;
  const link::Program &Program;
  PathTable &Paths;
  BodyId Body;
  const facts::FunctionBody &Facts;
  mutable BodyView View;

  std::vector<std::vector<State>> BlockStates;
  llvm::DenseMap<uint32_t, Loop> Loops; ///< By head.
  std::vector<uint32_t> Order; ///< Reverse post-order number of each block.
  std::vector<uint32_t> PostDominator; ///< Immediate; ~0 for the exits.
  std::set<std::pair<uint32_t, uint32_t>> Work; ///< (order, block) to run.
  std::vector<std::vector<bool>> Pending; ///< Which states of a block are new.
  std::vector<std::pair<State, uint32_t>> ThrowExits; ///< With the fact.
  bool Recording = false;
  /// An exception of a callee is on its way. That a release then finds the lock
  /// not held is not worth telling: such a path is rarely ever taken.
  bool FarThrow = false;
  Path OnceFlag;          ///< Of the call_once that is being run.
  bool Unwinding = false; ///< In a destructor that an exception runs.
  Summary TheSummary;
  FunctionResult Result;
  std::map<uint32_t, PointState> Points;
  Walkers Walking;
  std::map<Path, TellingCall> TellingCalls; ///< By the path of the result.
  struct Static {
    Path Guard;    ///< The variable stands for its guard.
    uint32_t Fact; ///< The first of the initialiser.
    StaticGuard Where;
  };
  llvm::SmallVector<Static, 0> Statics; ///< Whose initialisers may wait.
  std::vector<Path> GivenAway;    ///< Sorted: what was moved out of these.
  std::vector<Path> Tested;       ///< Sorted: pointers that a branch looks at.
  std::map<uint32_t, bool> Spins; ///< Answers of spins().
  mutable llvm::DenseMap<Path, bool> Lent; ///< Answers of isLent().
  /// Locks of several that are taken here and, on some path, given back: then
  /// no path keeps them, but it is not always seen which path took one.
  std::set<Path> UncertainGiven;
  std::optional<Fences> Around;
  /// The strongest order in which this function loads an atomic.
  llvm::DenseMap<Path, MemoryOrder> AtomicLoads;
  /// Handles that got what was in another that callers can name.
  std::map<Path, Path> MovedInto;
  /// Handles joined element by element in the loop with this header.
  llvm::DenseMap<uint32_t, llvm::SmallVector<Path, 1>> JoinedByLoop;
  struct ReleaseView {
    bool Held = false, Absent = false, NeverTaken = false;
    Site Taken;
    std::vector<Condition> HeldWhen, AbsentWhen; ///< As callers know it.
  };
  std::map<std::pair<uint32_t, Path>, ReleaseView> Releases;
  /// Calls that perhaps give back a lock: what they do is unclear.
  std::set<std::pair<uint32_t, Path>> PerhapsReleases;
  std::map<Path, std::pair<uint32_t, Path>> Deferred; ///< Guard → (fact, lock).
  std::set<Path> GuardsUsed;
};

} // namespace fearless::analysis

#endif

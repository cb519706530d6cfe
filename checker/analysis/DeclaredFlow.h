//===-- DeclaredFlow.h - Declared capabilities through one function -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Holds a function against what is declared: that guarded data are touched and
// functions called with the capabilities that they need, and that the function
// itself takes and gives back what it says. A forward data-flow over the states
// of DeclaredState.h. Capabilities are taken by attributes, by what models say
// of the locks and guards of libraries, and by callees without attributes as
// far as their own flow tells.
//
// A capability and a pointer to it are one (asCapability()); pointers whose
// value is known are seen through. What only a caller can tell is an issue of
// which the whole program decides (DeclaredGuards.h).
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DECLAREDFLOW_H
#define FEARLESS_ANALYSIS_DECLAREDFLOW_H

#include "analysis/BodyView.h"
#include "analysis/Capabilities.h"
#include "analysis/DeclaredState.h"
#include "analysis/ObjectPointers.h"

#include <map>
#include <set>

namespace fearless::analysis {

/// States at one point, at most.
inline constexpr unsigned MaxDeclaredStates = 16;
/// Of these, states that hold the same and know different things.
inline constexpr unsigned MaxKnownApart = 6;
/// Facts times states that one function may cost.
inline constexpr uint64_t MaxDeclaredTransfers = 200000;

/// Something that a function does against what is declared.
struct DeclaredIssue {
  enum Kind : uint8_t {
    Unguarded,       ///< Guarded data are touched without their guard.
    RequiresNotHeld, ///< A function is called without what it needs.
    ExcludesHeld,    ///< … or with what it must not find held.
    TakenTwice,
    NotHeld,      ///< Given back, and not held.
    WrongMode,    ///< Given back as if held in the other mode.
    StillHeld,    ///< At the end, and no attribute says so.
    NotDelivered, ///< An attribute says that it is held at the end.
    Disagrees,    ///< Held on one way to here, not on another.
  };
  enum Access : uint8_t { Read, Write, Call, Passed, Returned };
  Kind What = Unguarded;
  Path Of;                 ///< The capability, as far as it has a path.
  std::string Written;     ///< As the attribute names it.
  uint32_t At = 0;         ///< The fact …
  facts::Location AtPlace; ///< … unless it is no fact.
  Access How = Read;
  bool Pointee = false; ///< Unguarded: what the data point to.
  bool Shared = false;  ///< It is held, but shared.
  bool NeedsExclusive = false;
  link::FieldSym Field; ///< Unguarded: the data, one of the two.
  link::VariableSym Variable;
  link::FunctionSym Callee;
  Site First;          ///< Where it was taken, or given back.
  bool InLoop = false; ///< Disagrees: from one round to the next.
  bool Modes = false;  ///< Disagrees: shared on one way, not on another.
  /// The function has not touched the capability: its callers may hold it.
  bool ByCaller = false;
};

/// What holds at a call, for what callees need.
struct DeclaredCall {
  uint32_t Fact = 0;
  std::vector<Hold> Held; ///< On every way.
  std::vector<Store> Stores;
};

/// One way in which a function without attributes ends.
struct DeclaredOutcome {
  std::optional<bool> Result;
  std::vector<Hold> Taken;
  std::vector<Path> GivenBack;
  std::vector<ScopedObject> Scopes; ///< Of the object returned, or made.
};

struct DeclaredSummary {
  std::vector<DeclaredOutcome> Outcomes; ///< None: it does nothing.
  std::vector<Store> Stores;             ///< Pointers left in its object.
  bool inert() const { return Outcomes.empty() && Stores.empty(); }
};

struct DeclaredResult {
  std::vector<DeclaredIssue> Issues;
  std::vector<DeclaredCall> Calls; ///< Sorted by fact.
  bool Cut = false;
  const DeclaredCall *call(uint32_t Fact) const;
};

struct DeclaredInputs {
  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const Capabilities &Declared;
  const ObjectPointers &Pointers;
  const std::vector<DeclaredSummary> &Known; ///< Of bodies seen before.
};

class DeclaredFlow {
public:
  DeclaredFlow(const DeclaredInputs &In, BodyId Body);
  void run();
  DeclaredResult takeResult() { return std::move(Result); }
  DeclaredSummary takeSummary() { return std::move(TheSummary); }

private:
  using State = DeclaredState;
  using States = llvm::SmallVector<State, 2>;

  // Solver (DeclaredFlow.cpp).
  State entry();
  void tie(State &S, const Capability &C, bool Held, bool Shared) const;
  void solve();
  void record();
  void addState(facts::BlockId B, State S, uint32_t From);
  void runBlock(uint32_t Block, State S);
  void transfer(uint32_t Fact, State &S);
  void unwind(uint32_t Fact, State S);
  void branch(const facts::Block &B, uint32_t Fact, State S);
  void noteBranch(uint32_t Block, const State &S, Value On);
  void assign(uint32_t Fact, State &S);
  void copyStores(Path From, Path To, State &S) const;
  static States only(State S);
  static void merge(States &Into, State S);

  // Values and places (DeclaredPlaces.cpp).
  Path place(facts::PathId P);
  Value value(const facts::Operand &O);
  llvm::SmallVector<Value, 4> arguments(const facts::Fact &F);
  Path resultPlace(uint32_t Ordinal);
  Path resolve(const State &S, Path P, bool OfOthers = false) const;
  Value resolve(const State &S, Value V, bool OfOthers = false) const;
  Path capability(const State &S, Path P, bool OfOthers = false) const;
  std::optional<bool> truth(const State &S, Value V, unsigned Depth = 0);
  std::optional<int32_t> constantOf(const State &S, Value V) const;
  bool assume(State &S, Value V, bool Truth, unsigned Depth = 0);
  void lookAt(State &S, Value V, unsigned Depth = 0);
  Value stored(const State &S, Value V) const;
  link::RecordSym classOf(Path P) const;

  // Accesses (DeclaredAccesses.cpp).
  void checkAccess(uint32_t Fact, Path P, bool Write, DeclaredIssue::Access How,
                   const State &S);
  void checkGuard(uint32_t Fact, const DeclaredGuard &G, Path Data, bool Write,
                  DeclaredIssue::Access How, const State &S);
  bool guards(const DeclaredGuard &G, Path Data, Path P) const;
  bool isOwn(Path P) const;
  Path accessed(const State &S, facts::PathId P);
  void checkArguments(uint32_t Fact, link::FunctionSym Callee, const State &S);
  void checkReturn(uint32_t Fact, const State &S);
  void noteIssue(DeclaredIssue I);

  // Calls (DeclaredCalls.cpp), scoped objects (DeclaredScopes.cpp).
  States call(uint32_t Fact, State S);
  void noteCall(uint32_t Fact, const State &S);
  States applyDeclared(uint32_t Fact, link::FunctionSym Callee, State S);
  std::optional<Path> scopedSelf(uint32_t Fact, link::FunctionSym Callee);
  void checkRequired(uint32_t Fact, link::FunctionSym Callee,
                     const DeclaredEffect &E, const State &S);
  void require(uint32_t Fact, link::FunctionSym Callee, const Capability &C,
               Path Of, bool Shared, const State &S);
  void exclude(uint32_t Fact, link::FunctionSym Callee, const Capability &C,
               Path Of, const State &S);
  llvm::SmallVector<Path, 2> meant(uint32_t Fact, const DeclaredEffect &E,
                                   const State &S);
  Path inTermsOf(uint32_t Fact, Path Of, const State &S);
  void manage(uint32_t Fact, Path Object, link::FunctionSym Callee, State &S);
  States scopeMethod(uint32_t Fact, Path Object, const DeclaredEffect &E,
                     State S);
  void scopeDies(uint32_t Fact, Path Object, State &S);
  void take(uint32_t Fact, Hold H, State &S, bool Checked);
  void giveBack(uint32_t Fact, Path Of, Mode Back, State &S, bool Checked);
  States tryTake(uint32_t Fact, llvm::ArrayRef<Path> Of, bool Shared,
                 Value Result, bool Success, State S, bool Declared);
  bool isReentrant(Path Of) const;
  bool isPassing(Path Of) const;
  bool isCapabilityObject(Path Of) const;
  void handOver(uint32_t Fact, const DeclaredEffect &E, const Capability &C,
                State &S);
  void wildcard(const DeclaredEffect &E, State &S) const;
  States applySummary(uint32_t Fact, BodyId Callee, State S);

  // What models say (DeclaredModels.cpp).
  States applyModel(uint32_t Fact, const models::FunctionModel &M, State S);
  States applyEffect(uint32_t Fact, const models::Effect &E, State S);
  States applyGuard(uint32_t Fact, const models::Effect &E, State S);
  llvm::SmallVector<Path, 2> operands(uint32_t Fact, const models::Effect &E,
                                      const State &S);
  void takeAll(uint32_t Fact, llvm::ArrayRef<Path> Of, bool Shared, State &S,
               Hold::Source From);

  // Ends (DeclaredEnds.cpp).
  void findExpected();
  bool isImplementation() const;
  void checkEnd(const State &S);
  void findDisagreements();
  void dropConsequences();
  bool toldApart(uint32_t Block, Path Of) const;
  void findModes();
  facts::Location placeOf(uint32_t Block) const;
  void summarise();
  std::optional<DeclaredOutcome> outcome(const State &S);

  const DeclaredInputs &In;
  const link::Program &Program;
  PathTable &Paths;
  const BodyId Body;
  const link::UnitId Unit;
  const facts::FunctionBody &Facts;
  const link::FunctionSym Function;
  BodyView View;
  std::vector<uint32_t> Ordinals;
  std::vector<Path> Places;
  std::vector<std::vector<State>> BlockStates;
  std::vector<std::vector<bool>> Pending;
  std::set<std::pair<uint32_t, uint32_t>> Work;
  std::vector<uint32_t> Order;
  uint64_t Transfers = 0;
  bool Recording = false;
  bool Constructs = false; ///< A constructor or destructor: owns its object.
  /// What it does to capabilities is its own business: it makes or destroys its
  /// object, or is a try-lock.
  bool Unjudged = false;
  std::vector<Hold> Expected; ///< At the end.
  struct Choice {
    std::optional<bool> Truth;
    std::vector<Path> Held;
  };
  /// What the branch at the end of a block decides, by state.
  std::map<uint32_t, std::vector<Choice>> Choices;
  DeclaredResult Result;
  DeclaredSummary TheSummary;
};

} // namespace fearless::analysis

#endif

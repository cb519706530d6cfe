//===-- Analysis.cpp - The analyses of one program, in order --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Analysis.h"

#include "analysis/Atomicity.h"
#include "analysis/ClassMarkers.h"
#include "analysis/ConstWrites.h"
#include "analysis/CountedTypes.h"
#include "analysis/DoubleChecks.h"
#include "analysis/Escapes.h"
#include "analysis/GuardHabits.h"
#include "analysis/LockFlow.h"
#include "analysis/LockKinds.h"
#include "analysis/LockLifetimes.h"
#include "analysis/OutlivedBorrows.h"
#include "analysis/RelaxedFlags.h"
#include "analysis/Sendability.h"
#include "analysis/UnjoinedThreads.h"
#include "analysis/UsesAfterSend.h"

using namespace fearless;
using namespace fearless::analysis;

/// Rounds over the members of a recursive component until their summaries do
/// not change any more; then they are taken as they are.
static constexpr unsigned MaxRounds = 3;
/// What functions with more facts than this do to shared data is not looked at.
static constexpr size_t MaxFacts = 20000;

Analysis::Analysis(const link::Program &Program,
                   const models::Catalogue &Models,
                   llvm::ArrayRef<LockHierarchy> Hierarchies)
    : Program(Program), Stored(Program, Models), Graph(Program, Stored, Models),
      Classes(Program, Paths) {
  Summaries.resize(Program.bodies().size());
  Results.resize(Program.bodies().size());
  Pointers = std::make_unique<ObjectPointers>(Program, Paths, Graph);
  Attributes =
      std::make_unique<DeclaredLocks>(Program, Paths, Graph, Summaries);
  const LockKinds Kinds = findLockKinds(Program, Paths, Graph);
  solveFunctions(Models, Kinds);
  Keys = std::make_unique<LockKeys>(Program, Paths, Graph, Summaries, *Pointers,
                                    Classes);
  Hands = std::make_unique<HandOvers>(Program, Paths, *Keys, Kinds, Results);
  Roots = std::make_unique<ThreadRoots>(Program, Paths, Graph, Summaries, *Keys,
                                        *Hands, Results);
  for (uint32_t B = 0; B < Program.bodies().size(); ++B)
    Count.Contexts += Roots->contexts(BodyId(B)).size();
  dropNotifications();
  Order = std::make_unique<LockOrder>(Program, Paths, Graph, Summaries, Results,
                                      *Keys, *Roots);
  Declared =
      std::make_unique<DeclaredOrder>(Program, *Keys, *Order, Hierarchies);
  Guards = std::make_unique<DeclaredGuards>(Program, Paths, Graph, Summaries,
                                            *Pointers);
  Apartness = std::make_unique<Separations>(Program, Paths, Graph, Summaries,
                                            *Keys, *Roots);
  Touches = std::make_unique<Accesses>(Program, Paths, Graph, Summaries, *Keys,
                                       *Roots);
  Memory = std::make_unique<Objects>(Program, Paths, Graph, Summaries, *Roots);
  Indices = std::make_unique<ElementIndices>(Program, Paths, Graph, Results,
                                             *Roots, *Apartness, *Memory);
  TheRaces =
      std::make_unique<Races>(Program, Paths, Graph, Results, *Keys, *Roots,
                              *Apartness, *Memory, *Indices, *Touches);
  lookAtObjects();
  OfLocks = std::make_unique<Races>(
      Program, Paths, Graph, Results, *Keys, *Roots, *Apartness, *Memory,
      *Indices, LockLifetimes(Program, Paths, Graph, Summaries, *Keys, *Roots));
  Counted = std::make_unique<CountedTypes>(Program, Paths, Graph, Summaries,
                                           Results, *Keys);
  Habits =
      std::make_unique<GuardHabits>(Program, Paths, Graph, Summaries, Results,
                                    *Keys, *Roots, *Memory, *Touches);
  Ends = std::make_unique<RootEnds>(Program, Paths, Graph, Summaries, Results,
                                    *Keys, *Roots, *Attributes);
  lookAtBodies();
  lookAtLifetimes(Models);
  Shallow =
      std::make_unique<ConstWrites>(Program, Paths, Graph, Results, *Touches);
  Sendability::Evidence Seen;
  Seen.PlainCount = [this](link::RecordSym R) {
    return Counted->ownCounting(R).has_value();
  };
  Seen.ConstWrite = [this](link::FieldSym F) { return bool(Shallow->find(F)); };
  Sends = std::make_unique<Sendability>(Program, std::move(Seen));
  Count.Cuts += Pointers->cuts() + Roots->cuts() + Order->cuts() +
                Memory->cuts() + Indices->cuts() + TheRaces->cuts() +
                Exclusive->cuts() + OfLocks->cuts() + Writes->cuts() +
                Atomic->cuts() + TheEscapes->cuts() + Guards->cuts() +
                Habits->cuts();
}

Analysis::~Analysis() = default;

/// Objects of classes that say who may use them.
void Analysis::lookAtObjects() {
  ObjectUses OneAtATime(Program, Paths, Graph, Summaries, *Keys, *Roots,
                        [this](link::RecordSym R) {
                          return markerOf(Program, R, ThreadTrait::Sync).What ==
                                         ClassMarker::Never
                                     ? ObjectUses::Own
                                     : ObjectUses::None;
                        });
  Exclusive =
      std::make_unique<Races>(Program, Paths, Graph, Results, *Keys, *Roots,
                              *Apartness, *Memory, *Indices, OneAtATime);
  ObjectUses Bound(Program, Paths, Graph, Summaries, *Keys, *Roots,
                   [this](link::RecordSym R) {
                     switch (threadBond(Program, R)) {
                     case ThreadBond::Marker:
                       return ObjectUses::Own;
                     case ThreadBond::Model:
                       return ObjectUses::OfModel;
                     case ThreadBond::None:
                       break;
                     }
                     return ObjectUses::None;
                   });
  Strays =
      findStrayUses(Program, Paths, Graph, Results, *Roots, *Memory, Bound);
}

std::vector<Race> Analysis::sharings() const {
  return Races(Program, Paths, Graph, Results, *Keys, *Roots, *Apartness,
               *Memory, *Indices, *Touches, CountedLocks::OfTheObject)
      .races();
}

/// What functions do to shared data, callees first; one look at every body
/// serves all who ask.
void Analysis::lookAtBodies() {
  Writes = std::make_unique<SharedWrites>(Program, Paths, Graph, Summaries,
                                          Results, *Keys, *Roots);
  Done = std::make_unique<Operations>(Program, Paths, Graph, Summaries);
  Atomic = std::make_unique<Atomicity>(Program, Paths, Graph, *Keys, *Roots,
                                       *Done, *Writes, *Indices);
  Checks = std::make_unique<DoubleChecks>(Program, Paths, *Keys, *Roots);
  TheEscapes = std::make_unique<Escapes>(Program, Paths, Graph, Summaries,
                                         Results, *Keys, *Roots, *Writes);
  for (uint32_t C = 0; C < Graph.componentCount(); ++C)
    for (BodyId B : Graph.component(C)) {
      Program.trim();
      lookAt(B);
      TheEscapes->look(B);
    }
  Atomic->decide();
  TheEscapes->decide();
  Flags = std::make_unique<RelaxedFlags>(Program, Paths, Graph, Summaries,
                                         Results, *Keys, *Roots, *Done);
  for (const Race &R : TheRaces->races())
    Flags->look(R);
}

/// What threads outlive, and what is left of what they are given.
void Analysis::lookAtLifetimes(const models::Catalogue &Models) {
  Members = std::make_unique<MemberThreads>(Program, Paths, Graph, Summaries,
                                            Results);
  Unjoined = std::make_unique<UnjoinedThreads>(Program, Models, Paths, Graph,
                                               Summaries, Results, *Members);
  Outlived = std::make_unique<OutlivedBorrows>(Program, Models, Paths, Graph,
                                               Summaries, Results, *Roots,
                                               *Members, *Unjoined);
  Sent = std::make_unique<UsesAfterSend>(Program, Paths, Graph, Summaries);
}

void Analysis::lookAt(BodyId B) {
  BodyView View(Program, Paths, Graph, Summaries, B);
  Writes->collect(View);
  if (View.facts().Facts.size() > MaxFacts) {
    ++Count.Cuts;
    return;
  }
  CriticalSections Sections(Paths, Graph, Summaries, Results[B.Index], View);
  ValueOrigins Values(Program, Graph, View);
  Operations::Inside In{View, Sections, Values, {}};
  Done->find(In);
  for (const Operation &O : In.All)
    if (O.Nameless && O.Writes && O.At.Body != B) {
      SharedWrite W;
      W.At = {B, O.Fact};
      W.Shown = O.At;
      W.Where = O.Where;
      W.Atomic = O.Atomic;
      W.Inserts = O.Inserts;
      W.Removes = O.Removes;
      W.Constant = O.Constant;
      Writes->addThroughCall(B, std::move(W));
    }
  Atomic->look(In);
  Checks->look(In);
}

void Analysis::solve(BodyId B, const FlowInputs &In) {
  Program.trim();
  LockFlow Flow(In, B);
  Flow.run();
  Summaries[B.Index] = Flow.takeSummary();
  Classes.learn(B, Summaries[B.Index]);
  Summaries[B.Index].shrinkToFit();
  Results[B.Index] = Flow.takeResult();
  Results[B.Index].shrinkToFit();
  Count.Transfers += Results[B.Index].Transfers;
  Count.Joins += Results[B.Index].Joins;
  Count.Instantiations += Results[B.Index].Instantiations;
}

/// They are read where a thread begins; all others have been handed on.
void Analysis::dropNotifications() {
  std::vector<bool> Entry(Summaries.size());
  for (const Root &R : Roots->roots())
    for (BodyId B : R.Entries)
      Entry[B.Index] = true;
  for (uint32_t B = 0; B < Summaries.size(); ++B)
    if (!Entry[B])
      Summaries[B].Notifications.clear();
}

/// Enough of a summary to see whether it still changes.
static size_t weight(const Summary &S) {
  size_t W = S.Acquisitions.size() + 7 * S.Outcomes.size() +
             31 * S.Throws.size() + 3 * S.Started.size();
  for (const Outcome &O : S.Outcomes)
    W += 101 * O.Nets.size() + 11 * O.Guards.size() + 13 * O.Unclear.size();
  return W;
}

void Analysis::solveFunctions(const models::Catalogue &Models,
                              const LockKinds &Kinds) {
  std::vector<LoopRange> StartingLoops = findStartingLoops(Program, Graph);
  FlowInputs In{Program, Models,      Graph,         Paths,     Summaries,
                Kinds,   *Attributes, StartingLoops, *Pointers, Classes};
  for (uint32_t C = 0; C < Graph.componentCount(); ++C) {
    llvm::SmallVector<BodyId, 4> Component = Graph.component(C);
    // Members whose summary is not there yet count as doing nothing.
    for (BodyId B : Component)
      Summaries[B.Index].Outcomes.emplace_back();
    unsigned Rounds = Component.size() > 1 ? MaxRounds : 2;
    for (unsigned Round = 0; Round < Rounds; ++Round) {
      bool Changed = false;
      for (BodyId B : Component) {
        size_t Before = weight(Summaries[B.Index]);
        solve(B, In);
        Changed |= weight(Summaries[B.Index]) != Before;
      }
      bool SelfCalls =
          Component.size() > 1 ||
          llvm::any_of(Graph.callers(Component[0]), [&](CallGraph::Caller C) {
            return C.Body == Component[0];
          });
      if (!Changed || !SelfCalls)
        break;
    }
  }
  for (const FunctionResult &R : Results) {
    Count.LockOperations += R.LockOperations;
    Count.UnknownLocks += R.UnknownLocks;
    Count.Cuts += R.Cut;
  }
  Count.Functions = Program.bodies().size();
}

//===-- UnjoinedThreads.cpp - Handles that die while they name a thread ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/UnjoinedThreads.h"

#include "analysis/Destruction.h"
#include "analysis/HandleEnds.h"
#include "analysis/JoinlessPaths.h"

#include <set>

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;
using models::EffectKind;

/// Callers that are asked whether they catch.
static constexpr size_t MaxCallers = 64;

struct UnjoinedThreads::Inside {
  BodyId Body;
  BodyView View;
  const facts::FunctionBody &Facts;
  const FunctionResult &Result;
  Walkers Walking;
};

UnjoinedThreads::UnjoinedThreads(const link::Program &Program,
                                 const models::Catalogue &Models,
                                 PathTable &Paths, const CallGraph &Graph,
                                 const std::vector<Summary> &Summaries,
                                 const std::vector<FunctionResult> &Results,
                                 const MemberThreads &Members)
    : Program(Program), Models(Models), Paths(Paths), Graph(Graph),
      Summaries(Summaries), Results(Results), Members(Members) {
  for (uint32_t B = 0; B < Results.size(); ++B) {
    Program.trim();
    look(BodyId(B));
  }
}

void UnjoinedThreads::look(BodyId B) {
  bool Destructor =
      Program.function(Program.body(B).Function).has(facts::FnF_Destructor);
  if (Results[B.Index].Handles.empty() && !Destructor)
    return;
  Inside In{B,
            BodyView(Program, Paths, Graph, Summaries, B),
            Program.facts(B),
            Results[B.Index],
            {}};
  In.Walking = findWalkers(In.View, Paths);
  if (Destructor)
    lookAtDestructor(In);
  if (In.Result.Handles.empty())
    return;
  for (const CallSite &S : Graph.sites(B))
    lookAtSite(In, S);
  for (uint32_t I = 0; I < In.Facts.Facts.size(); ++I)
    if (In.Facts.Facts[I].Unwind)
      lookAtThrow(In, I);
}

// What dies ------------------------------------------------------------------

/// The handle, in \p Object, that must name no thread when \p M is called.
Path UnjoinedThreads::dyingHandle(const models::FunctionModel *M, Path Object,
                                  BodyId In) const {
  if (!M || !Paths.known(Object))
    return {};
  for (const models::Effect &E : M->Effects) {
    if (E.Kind == EffectKind::NeedsNoThread)
      return Object;
    if (E.Kind != EffectKind::Destroys)
      continue;
    Destroyed D =
        destroyedBy(Program, Models, E,
                    classOf(Program, typeOf(Program, Paths, Object, In)));
    if (D.NeedsNoThread && !D.Shared)
      return contentIn(Paths, Object, D);
  }
  return {};
}

Path UnjoinedThreads::dyingAt(Inside &In, const CallSite &S) const {
  if (!S.Model)
    return {};
  const facts::Fact &F = In.Facts.Facts[S.Fact];
  auto Operands = In.Facts.operands(F);
  if (Operands.empty() || Operands[0].Kind != facts::OperandKind::Address)
    return {};
  return dyingHandle(
      S.Model,
      throughWalkers(Paths, In.Walking, In.View.value(Operands[0]).path()),
      In.Body);
}

/// \p R may be running when \p Object is destroyed: in a member of it?
bool UnjoinedThreads::diesUnjoined(Inside &In, Path Object,
                                   link::FunctionSym Destructor,
                                   const Running &R) const {
  const link::FunctionSymbol &D = Program.function(Destructor);
  if (Path Handle = dyingHandle(D.Model, Object, In.Body))
    return sameHandle(Program, Paths, R.Handle, Handle);
  // In a member. A handle of the user's own may die as it likes.
  link::RecordSym Class =
      classOf(Program, typeOf(Program, Paths, R.Handle, In.Body));
  link::FunctionSym End =
      Class ? destructorOf(Program, Class) : link::FunctionSym();
  if (!End || !dyingHandle(Program.function(End).Model, R.Handle, In.Body))
    return false;
  link::FieldSym Field = Members.fieldOf(R.Handle);
  if (D.Model || !Field || !Paths.startsWith(R.Handle, Object) ||
      D.Bodies.empty() || Members.ends(Field).empty())
    return false; // Where nothing ends it, the class is to blame.
  return llvm::none_of(
      Program.bodiesFor(Program.body(In.Body).Unit, Destructor),
      [&](BodyId B) { return Members.mayEndIn(B, Field); });
}

// Where it dies --------------------------------------------------------------

void UnjoinedThreads::lookAtSite(Inside &In, const CallSite &S) {
  const facts::Fact &F = In.Facts.Facts[S.Fact];
  const PointState *Here = In.Result.point(S.Fact);
  if (!Here || Here->Threads.empty())
    return;
  UnjoinedThread U;
  U.At = {In.Body, S.Fact};
  if (F.Kind == FactKind::Destroy) {
    link::FunctionSym D = Program.symbol(Program.body(In.Body).Unit, F.Callee);
    for (const Running &R : Here->Threads)
      if (Paths.known(R.Handle) &&
          diesUnjoined(In, In.View.path(F.Path), D, R)) {
        U.Spawn = R.Spawn;
        U.Handle = R.Handle;
        add(In, U);
      }
    return;
  }
  Path Dying = dyingAt(In, S);
  if (!Dying)
    return;
  U.What = S.Model->Effects[0].Kind == EffectKind::NeedsNoThread
               ? UnjoinedThread::Assigned
               : UnjoinedThread::Cleared;
  for (const Running &R : Here->Threads) {
    // One element is not told from another.
    if (U.What == UnjoinedThread::Assigned && !Paths.definite(R.Handle))
      continue;
    if (!sameHandle(Program, Paths, R.Handle, Dying))
      continue;
    U.Spawn = R.Spawn;
    U.Handle = R.Handle;
    add(In, U);
  }
}

// Exceptions -----------------------------------------------------------------

/// Does what the call runs throw, by a throw of the program's own?
bool UnjoinedThreads::throws(const CallSite &S) const {
  return S.choices() == 1 && S.Targets.Bodies.size() == 1 &&
         llvm::any_of(Summaries[S.Targets.Bodies[0].Index].Throws,
                      [](const Outcome &O) { return O.When.empty(); });
}

static bool reachesHandlers(const facts::FunctionBody &Facts,
                            facts::CleanupId C) {
  for (; C; C = Facts.Cleanups[C.Index].Next)
    if (!Facts.Cleanups[C.Index].Handlers.empty())
      return true;
  return false;
}

/// May somebody catch what leaves \p B? If not, the program ends in any case.
bool UnjoinedThreads::mayBeCaught(BodyId B) const {
  std::set<BodyId> Seen{B};
  std::vector<BodyId> Work{B};
  while (!Work.empty()) {
    BodyId Now = Work.back();
    Work.pop_back();
    for (const CallGraph::Caller &C : Graph.callers(Now)) {
      const facts::FunctionBody &Facts = Program.facts(C.Body);
      if (Seen.size() > MaxCallers ||
          reachesHandlers(Facts, Facts.Facts[C.Fact].Unwind))
        return true;
      if (Seen.insert(C.Body).second)
        Work.push_back(C.Body);
    }
  }
  return false;
}

void UnjoinedThreads::lookAtThrow(Inside &In, uint32_t Fact) {
  const PointState *Here = In.Result.point(Fact);
  if (!Here || Here->Threads.empty())
    return;
  if (In.Facts.Facts[Fact].Kind != FactKind::Throw) {
    const CallSite *S = Graph.site(In.Body, Fact);
    if (!S || !throws(*S))
      return;
  }
  if (reachesHandlers(In.Facts, In.Facts.Facts[Fact].Unwind) ||
      mayBeCaught(In.Body))
    lookAtCleanups(In, Fact, *Here);
}

void UnjoinedThreads::lookAtCleanups(Inside &In, uint32_t Fact,
                                     const PointState &S) {
  for (facts::CleanupId C = In.Facts.Facts[Fact].Unwind; C;
       C = In.Facts.Cleanups[C.Index].Next) {
    const facts::Cleanup &Now = In.Facts.Cleanups[C.Index];
    if (!Now.Handlers.empty())
      return;
    if (Now.Kind != facts::CleanupKind::Destroy || !Now.Destructor)
      continue;
    link::FunctionSym D =
        Program.symbol(Program.body(In.Body).Unit, Now.Destructor);
    if (llvm::any_of(Program.function(D).Bodies, [&](BodyId B) {
          return llvm::any_of(
              Summaries[B.Index].Acquisitions,
              [](const Acquisition &A) { return A.Kind == WaitKind::Thread; });
        }))
      return; // A joiner of the user's own.
    for (const Running &R : S.Threads)
      if (Paths.known(R.Handle) &&
          diesUnjoined(In, In.View.path(Now.Object), D, R)) {
        UnjoinedThread U;
        U.What = UnjoinedThread::Thrown;
        U.At = {In.Body, Fact};
        U.Spawn = R.Spawn;
        U.Handle = R.Handle;
        add(In, U);
      }
  }
}

// Members --------------------------------------------------------------------

void UnjoinedThreads::lookAtDestructor(Inside &In) {
  for (const CallSite &S : Graph.sites(In.Body)) {
    if (In.Facts.Facts[S.Fact].Kind != FactKind::Destroy)
      continue;
    Path Handle = dyingAt(In, S);
    link::FieldSym Field = Handle ? Members.fieldOf(Handle) : link::FieldSym();
    if (!Field || Members.starts(Field).empty() || !Members.ends(Field).empty())
      continue;
    UnjoinedThread U;
    U.What = UnjoinedThread::MemberDies;
    U.At = {In.Body, S.Fact};
    U.Spawn = Members.starts(Field)[0];
    U.Handle = Handle;
    U.Member = Field;
    Found.push_back(U);
  }
}

// Ends -----------------------------------------------------------------------

void UnjoinedThreads::add(Inside &In, UnjoinedThread U) {
  for (const UnjoinedThread &Old : Found)
    if (Old.Spawn == U.Spawn && Old.Handle == U.Handle &&
        Old.At.Body == U.At.Body)
      return;
  HandleEnds Ends = handleEnds(Program, Paths, Graph, Summaries, In.View,
                               In.Walking, U.Handle);
  // Whether all of many were joined one by one cannot be told.
  if (Ends.OutOfSight ||
      (U.What == UnjoinedThread::Cleared && !Ends.Facts.empty()))
    return;
  JoinlessPaths Ways(In.Facts);
  bool Here = U.Spawn.Body == U.At.Body;
  if ((Here && Ways.dependsOnStart(U.Spawn.Fact, Ends.Facts, U.At.Fact)) ||
      (isElement(Paths, U.Handle) &&
       !Ways.passesLoops(Here ? U.Spawn.Fact : 0, Ends.Facts, U.At.Fact)))
    return;
  if (!Ends.Facts.empty() && U.What != UnjoinedThread::Assigned)
    U.Join = {In.Body, Ends.Facts.back()};
  Found.push_back(U);
}

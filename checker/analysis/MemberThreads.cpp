//===-- MemberThreads.cpp - Threads whose handle is a member --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/MemberThreads.h"

#include "analysis/ThreadHandles.h"
#include "analysis/Types.h"
#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;
using models::EffectKind;
using support::insertSorted;

/// Functions that are followed to see whether they end a thread.
static constexpr size_t MaxFollowed = 256;

MemberThreads::MemberThreads(const link::Program &Program, PathTable &Paths,
                             const CallGraph &Graph,
                             const std::vector<Summary> &Summaries,
                             const std::vector<FunctionResult> &Results)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Results(Results) {
  addStarts();
  if (Starts.empty())
    return;
  for (uint32_t B = 0; B < Results.size(); ++B) {
    Program.trim();
    addEnds(BodyId(B));
  }
}

link::FieldSym MemberThreads::fieldOf(Path Handle) const {
  if (!Paths.known(Handle))
    return {};
  while (isElementStep(Paths[Handle].Kind) ||
         Paths[Handle].Kind == PathKind::Deref)
    Handle = Paths[Handle].Parent;
  return Paths[Handle].Kind == PathKind::Field
             ? link::FieldSym(Paths[Handle].Number)
             : link::FieldSym();
}

void MemberThreads::addStarts() {
  for (const FunctionResult &R : Results)
    for (const Running &T : R.Handles)
      if (link::FieldSym F = fieldOf(T.Handle))
        insertSorted(Starts[F], T.Spawn);
}

/// Does the call, given a handle or container of handles, leave the threads
/// there?
bool MemberThreads::keepsThread(const CallSite &S, size_t Operand,
                                bool Handle) const {
  if (!S.Model)
    return false;
  return llvm::all_of(S.Model->Effects, [&](const models::Effect &E) {
    switch (E.Kind) {
    case EffectKind::TellsThread:
    case EffectKind::NeedsNoThread:
    case EffectKind::Reads:
    case EffectKind::ReturnsElement: // What is done to the element, tells.
    case EffectKind::NeedsElement:
    case EffectKind::NoEffect:
    case EffectKind::NoThrow:
    case EffectKind::Writes:
    case EffectKind::Destroys:
    case EffectKind::Spawn:
      return true;
    case EffectKind::Move: // Into it, not out of it.
    case EffectKind::Stores:
    case EffectKind::Constructs:
      return Operand == 0;
    case EffectKind::Notify:  // A request to stop.
    case EffectKind::Returns: // An iterator may lead to a join.
      return Handle;
    default:
      return false;
    }
  });
}

bool MemberThreads::isHandle(Path P, BodyId In) const {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, P, In));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return M && M->Role == models::TypeRole::Thread;
}

void MemberThreads::addEnds(BodyId B) {
  const facts::FunctionBody &Facts = Program.facts(B);
  link::UnitId Unit = Program.body(B).Unit;
  if (llvm::none_of(Facts.Paths, [&](const facts::PathNode &N) {
        return N.Kind == PathKind::Field &&
               Starts.count(Program.symbol(Unit, facts::FieldId(N.Number)));
      }))
    return;
  BodyView View(Program, Paths, Graph, Summaries, B);
  Walkers Walking = findWalkers(View, Paths);
  for (const CallSite &S : Graph.sites(B)) {
    const facts::Fact &F = Facts.Facts[S.Fact];
    if (F.Kind == FactKind::Destroy)
      continue;
    link::FieldSym Into; // One object's thread may become another's.
    auto Operands = Facts.operands(F);
    for (size_t I = 0; I < Operands.size(); ++I) {
      Value V = View.value(Operands[I]);
      link::FieldSym Of =
          V.hasPath() ? fieldOf(throughWalkers(Paths, Walking, V.path()))
                      : link::FieldSym();
      if (Of && Of != Into && Starts.count(Of) &&
          !keepsThread(S, I, isHandle(V.path(), B)))
        insertSorted(Ends[Of], Site{B, S.Fact});
      if (I == 0)
        Into = Of;
    }
  }
}

static llvm::ArrayRef<Site>
find(const std::map<link::FieldSym, std::vector<Site>> &In, link::FieldSym F) {
  auto It = In.find(F);
  return It == In.end() ? llvm::ArrayRef<Site>()
                        : llvm::ArrayRef<Site>(It->second);
}

llvm::ArrayRef<Site> MemberThreads::starts(link::FieldSym F) const {
  return find(Starts, F);
}

llvm::ArrayRef<Site> MemberThreads::ends(link::FieldSym F) const {
  return find(Ends, F);
}

bool MemberThreads::mayEndIn(BodyId B, link::FieldSym F) const {
  std::set<BodyId> Places;
  for (const Site &S : ends(F))
    Places.insert(S.Body);
  if (Places.empty())
    return false;
  std::set<BodyId> Seen{B};
  std::vector<BodyId> Work{B};
  auto Follow = [&](BodyId To) {
    if (Seen.insert(To).second)
      Work.push_back(To);
  };
  while (!Work.empty()) {
    BodyId Now = Work.back();
    Work.pop_back();
    if (Places.count(Now) || Seen.size() > MaxFollowed)
      return true;
    for (const CallSite &S : Graph.sites(Now)) {
      llvm::for_each(S.Targets.Bodies, Follow);
      for (const Invocation &I : S.Invocations)
        if (I.Kind != Invocation::Thread)
          llvm::for_each(I.Targets, Follow);
    }
  }
  return false;
}

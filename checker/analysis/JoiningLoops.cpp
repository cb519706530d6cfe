//===-- JoiningLoops.cpp - Loops that join many threads -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: a loop that joins the elements of an array, container or
// list has joined them all when it is left; so they count as joined from its
// head on. One that is seen to leave some out has joined none.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;

/// Does the loop go on while \p Cursor is not null?
bool LockFlow::goesToTheEnd(Path Cursor, uint32_t Head) const {
  auto IsCursor = [&](const facts::Operand &O) {
    return O.Kind == OperandKind::Load && View.path(O.path()) == Cursor;
  };
  for (const Fact &F : Facts.facts(Facts.Blocks[Head])) {
    if (F.Kind != FactKind::Assume)
      continue;
    const facts::Operand &O = Facts.operands(F)[0];
    if (O.Kind != OperandKind::Value)
      return IsCursor(O);
    const facts::ValueNode &N = Facts.Values[O.value().Index];
    return IsCursor(N.A) || IsCursor(N.B);
  }
  return false;
}

/// `for (w = first; w; w = w->next) pthread_join(w->thread)`: the member that
/// \p Handle is, of whatever object, if the loop leads from one to the next.
Path LockFlow::handleOfList(Path Handle, uint32_t Head,
                            const FlowOrder &Flow) const {
  Path Object = Paths.known(Handle) ? Paths[Handle].Parent : Path();
  if (!Object || Paths[Handle].Kind != PathKind::Field ||
      Paths[Object].Kind != PathKind::Deref)
    return Path();
  Path Cursor = Paths[Object].Parent;
  auto MovesOn = [&](const Fact &F) {
    if (F.Kind != FactKind::Assign || View.path(F.Path) != Cursor)
      return false;
    Value V = View.value(Facts.operands(F)[0]);
    for (Path P = V.Kind == OperandKind::Load ? V.path() : Path(); P;
         P = Paths[P].Parent)
      if (Paths[P].Kind == PathKind::Deref && Paths[P].Parent == Cursor)
        return true;
    return false;
  };
  for (uint32_t B : Flow.loopBlocks(Head))
    if (llvm::any_of(Facts.facts(Facts.Blocks[B]), MovesOn) &&
        goesToTheEnd(Cursor, Head))
      return Paths.field(Paths.anyObject(),
                         link::FieldSym(Paths[Handle].Number));
  return Path();
}

/// Does a loop that passes \p Range leave out a thread that another has
/// started? Not if some loop starts just those.
bool LockFlow::leavesOut(const LoopRange &Range) const {
  return !llvm::is_contained(In.StartingLoops, Range) &&
         llvm::any_of(In.StartingLoops, [&](const LoopRange &Whole) {
           return isPart(Range, Whole);
         });
}

/// `i += 2` joins every other thread: all, if there is such a loop for the
/// others, too, of which \p L is the last.
bool LockFlow::joinsRest(llvm::ArrayRef<JoiningLoop> Loops,
                         const JoiningLoop &L) const {
  std::set<int32_t> Rests;
  for (const JoiningLoop &M : Loops)
    if (M.Range && M.Range->Step == L.Range->Step && M.Head <= L.Head &&
        sameHandle(M.Handle, L.Handle))
      Rests.insert(M.Range->Start % M.Range->Step);
  return Rests.size() == size_t(L.Range->Step);
}

void LockFlow::noteLoops() {
  // `for (auto t : threads) pthread_join(t, 0)`: of a copy, what it copies.
  std::map<Path, Path> Copies;
  for (const Fact &F : Facts.Facts)
    if (F.Kind == FactKind::Assign &&
        Facts.path(F.Path).Kind == PathKind::Local)
      if (Value V = View.value(Facts.operands(F)[0]);
          V.Kind == OperandKind::Load)
        Copies[View.path(F.Path)] = V.path();
  std::vector<JoiningLoop> Loops;
  std::optional<FlowOrder> Flow;
  auto Note = [&](uint32_t Fact, Path Handle) {
    if (auto It = Copies.find(Handle); It != Copies.end())
      Handle = It->second;
    if (!Flow)
      Flow.emplace(Facts);
    auto Head = Flow->innermostLoop(blockOf(Fact));
    if (!Head)
      return;
    if (isElement(Paths, throughWalkers(Paths, Walking, Handle)))
      Loops.push_back({*Head, Handle, rangeOf(Facts, *Flow, *Head)});
    else if (Path Each = handleOfList(Handle, *Head, *Flow))
      Loops.push_back({*Head, Each, std::nullopt});
  };
  for (const CallSite &Site : In.Graph.sites(Body)) {
    if (Site.Targets.Bodies.size() == 1) {
      const Summary &Callee = In.Summaries[Site.Targets.Bodies[0].Index];
      if (!Callee.Joined.empty()) {
        auto Arguments = View.arguments(Facts.Facts[Site.Fact]);
        for (Path P : Callee.Joined)
          Note(Site.Fact, substitute(Paths, P, {Arguments, Path()}));
      }
    }
    if (!Site.Model)
      continue;
    for (const models::Effect &E : Site.Model->Effects) {
      if (E.Kind != models::EffectKind::Join &&
          E.Kind != models::EffectKind::JoinIfJoinable)
        continue;
      for (Path Handle : handles(Site.Fact, E.Operands))
        Note(Site.Fact, Handle);
    }
  }
  for (const JoiningLoop &L : Loops)
    if (!L.Range ||
        (!leavesOut(*L.Range) && (L.Range->Step == 1 || joinsRest(Loops, L))))
      JoinedByLoop[L.Head].push_back(L.Handle);
}

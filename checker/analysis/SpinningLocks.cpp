//===-- SpinningLocks.cpp - Loops that wait by trying ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: `while (!other.try_lock()) yield();`, a loop that only
// success ends and that gives nothing back meanwhile, waits as lock() does.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;

/// Does the call at \p Fact take or give back a lock?
bool LockFlow::touchesLocks(uint32_t Fact) const {
  const CallSite *Site = In.Graph.site(Body, Fact);
  if (!Site)
    return false;
  if (Site->Model &&
      llvm::any_of(Site->Model->Effects, [](const models::Effect &E) {
        return E.Kind <= models::EffectKind::Wait;
      }))
    return true;
  return isDeclared(*Site) ||
         llvm::any_of(Site->Targets.Bodies, [&](BodyId B) {
           return llvm::any_of(
               In.Summaries[B.Index].Outcomes, [](const Outcome &O) {
                 return !O.Nets.empty() || !O.Unclear.empty() ||
                        !O.Guards.empty();
               });
         });
}

/// Does only the success of the call at \p Try lead out of \p Loop?
bool LockFlow::onlySuccessEnds(llvm::ArrayRef<uint32_t> Loop, uint32_t Try) {
  Path Success = View.path(Facts.Facts[Try].Path);
  for (uint32_t B : Loop) {
    const facts::Block &Block = Facts.Blocks[B];
    for (uint32_t F = Block.FirstFact; F < Block.FirstFact + Block.FactCount;
         ++F)
      if (F != Try && touchesLocks(F))
        return false;
    bool Leaves = llvm::any_of(Block.Successors, [&](facts::BlockId S) {
      return !llvm::is_contained(Loop, S.Index);
    });
    if (!Leaves)
      continue;
    auto InBlock = Facts.facts(Block);
    if (InBlock.empty() || InBlock.back().Kind != facts::FactKind::Assume)
      return false;
    Value On = canonical(View.value(Facts.operands(InBlock.back())[0])).first;
    if (!On.hasPath() || On.path() != Success)
      return false;
  }
  return true;
}

bool LockFlow::spins(uint32_t Try) {
  if (!Recording || !Facts.Facts[Try].Path)
    return false;
  auto [It, New] = Spins.try_emplace(Try, false);
  if (New) {
    FlowOrder Flow(Facts);
    if (auto Head = Flow.innermostLoop(blockOf(Try)))
      It->second = onlySuccessEnds(Flow.loopBlocks(*Head), Try);
  }
  return It->second;
}

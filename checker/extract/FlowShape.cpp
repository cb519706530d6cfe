//===-- FlowShape.cpp - The shape of a flow graph -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/FlowWalk.h"

#include <algorithm>

using namespace clang;

namespace fearless::extract {

static bool throws(const CFGBlock *B) {
  for (const CFGElement &E : *B)
    if (std::optional<CFGStmt> S = E.getAs<CFGStmt>())
      if (isa<CXXThrowExpr>(S->getStmt()))
        return true;
  return false;
}

llvm::SmallVector<const CFGBlock *, 2>
FlowWalk::successors(const Block *B) const {
  llvm::SmallVector<const Block *, 2> Result;
  // Exceptions travel by cleanups, not by edges.
  if (B->hasNoReturnElement() || throws(B))
    return Result;
  for (const CFGBlock::AdjacentBlock &S : B->succs())
    if (const Block *To = S.getReachableBlock())
      Result.push_back(To);
  return Result;
}

const CXXTryStmt *FlowWalk::tryAround(const Stmt *S) const {
  if (const CXXTryStmt *T = Scan.tryAround(S))
    return T;
  // The graph makes a declaration statement of each declared variable.
  if (const auto *D = dyn_cast<DeclStmt>(S); D && D->isSingleDecl())
    if (const auto *V = dyn_cast<VarDecl>(D->getSingleDecl()))
      if (V->getInit())
        return Scan.tryAround(V->getInit());
  return nullptr;
}

llvm::SmallVector<const CFGBlock *, 2>
FlowWalk::handlersAround(const Block *B) const {
  llvm::SmallVector<const Block *, 2> Result;
  for (const CFGElement &E : *B) {
    std::optional<CFGStmt> S = E.getAs<CFGStmt>();
    if (!S)
      continue;
    for (const CXXTryStmt *T = tryAround(S->getStmt()); T;
         T = Scan.tryAroundTry(T))
      for (unsigned I = 0; I < T->getNumHandlers(); ++I)
        if (const Block *Handler = CatchBlocks.lookup(T->getHandler(I)))
          if (!llvm::is_contained(Result, Handler))
            Result.push_back(Handler);
  }
  return Result;
}

void FlowWalk::findHandlers() {
  if (!Scan.hasTry())
    return;
  for (const Block *B : Graph)
    if (B->getLabel() && isa<CXXCatchStmt>(B->getLabel()))
      CatchBlocks[B->getLabel()] = B;
}

void FlowWalk::order() {
  IndexOf.assign(Graph.getNumBlockIDs(), facts::BlockId::None);
  std::vector<bool> Seen(Graph.getNumBlockIDs());
  struct Frame {
    const Block *B;
    llvm::SmallVector<const Block *, 2> Next;
  };
  auto Open = [&](const Block *B) {
    Seen[B->getBlockID()] = true;
    Frame F{B, successors(B)};
    if (Scan.hasTry()) {
      llvm::SmallVector<const Block *, 2> Handlers = handlersAround(B);
      F.Next.insert(F.Next.begin(), Handlers.begin(), Handlers.end());
    }
    return F;
  };
  std::vector<Frame> Stack;
  Stack.push_back(Open(&Graph.getEntry()));
  while (!Stack.empty()) {
    Frame &Top = Stack.back();
    if (Top.Next.empty()) {
      Order.push_back(Top.B);
      Stack.pop_back();
      continue;
    }
    // The last successor first, so that the first one comes first in the end.
    const Block *Next = Top.Next.pop_back_val();
    if (!Seen[Next->getBlockID()])
      Stack.push_back(Open(Next));
  }
  std::reverse(Order.begin(), Order.end());
  for (uint32_t I = 0; I < Order.size(); ++I)
    IndexOf[Order[I]->getBlockID()] = I;
}

void FlowWalk::findLoops() {
  LoopEnds.assign(Order.size(), 0);
  Predecessors.resize(Order.size());
  States.resize(Order.size());
  for (uint32_t I = 0; I < Order.size(); ++I)
    for (const Block *S : successors(Order[I])) {
      uint32_t To = IndexOf[S->getBlockID()];
      if (To > I) {
        Predecessors[To].push_back(I);
        ++States[I].Readers;
      } else {
        LoopEnds[To] = std::max(LoopEnds[To], I + 1);
      }
    }
}

const CXXBindTemporaryExpr *conditionalTemporary(const CFGBlock *B) {
  const CFGTerminator T = B->getTerminator();
  if (!T.isValid() || !T.isTemporaryDtorsBranch())
    return nullptr;
  return dyn_cast_or_null<CXXBindTemporaryExpr>(T.getStmt());
}

void FlowWalk::findMerges() {
  for (const Block *B : Order) {
    if (const CXXBindTemporaryExpr *E = conditionalTemporary(B))
      Conditional.push_back(E);
    if (B->empty())
      continue;
    std::optional<CFGStmt> First = B->front().getAs<CFGStmt>();
    if (!First)
      continue;
    const Stmt *S = First->getStmt();
    const auto *Op = dyn_cast<BinaryOperator>(S);
    if (isa<AbstractConditionalOperator>(S) || (Op && Op->isLogicalOp())) {
      Merges[B] = cast<Expr>(S);
      Eval.hasOwnBlocks(Merges[B]);
    }
  }
}

} // namespace fearless::extract

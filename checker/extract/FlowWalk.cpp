//===-- FlowWalk.cpp - One pass over a flow graph -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/FlowWalk.h"

#include "llvm/ADT/MapVector.h"

#include <algorithm>

using namespace clang;

namespace fearless::extract {

using facts::BlockId;
using facts::BodyBuilder;
using facts::FactKind;
using facts::Operand;

//===----------------------------------------------------------------------===//
// Entering a block
//===----------------------------------------------------------------------===//

void FlowWalk::defineAssignedIn(uint32_t First, uint32_t Last,
                                const CXXTryStmt *Only) {
  llvm::MapVector<uint64_t, Assigned> All;
  bool Calls = false;
  for (uint32_t I = First; I < Last; ++I)
    for (const CFGElement &E : *Order[I]) {
      std::optional<CFGStmt> S = E.getAs<CFGStmt>();
      if (!S || (Only && !isInside(S->getStmt(), Only)))
        continue;
      Calls |= isa<CallExpr, CXXConstructExpr>(S->getStmt());
      llvm::SmallVector<Entity, 4> Here;
      Eval.assignedEntities(S->getStmt(), Here);
      for (Entity What : Here) {
        Assigned &A = All.insert({What.key(), {What, true}}).first->second;
        A.OnlyStepped &= isStep(S->getStmt());
      }
    }
  llvm::SmallVector<Entity, 8> Exposed;
  if (Calls)
    Eval.addressTakenEntities(Exposed);
  for (Entity What : Exposed)
    All[What.key()] = {What, false};
  for (const auto &[Key, A] : All) {
    uint32_t Version = Values.define(A.What);
    if (A.OnlyStepped && !Only && A.What.Kind == Entity::Root)
      Eval.noteInduction(A.What, Version);
  }
}

bool FlowWalk::isInside(const Stmt *S, const CXXTryStmt *Try) const {
  const CXXTryStmt *T = tryAround(S);
  while (T && T != Try)
    T = Scan.tryAroundTry(T);
  return T != nullptr;
}

void FlowWalk::enterHandler(const Block *B, const CXXCatchStmt *Catch) {
  for (const auto &[Try, Node] : Alive.allHandlers()) {
    const auto *T = static_cast<const CXXTryStmt *>(Try);
    for (unsigned I = 0; I < T->getNumHandlers(); ++I) {
      if (T->getHandler(I) != Catch)
        continue;
      PointState &Entry = TryEntries[T];
      Values.setState(Entry.Values);
      Alive.setState(Entry.Alive);
      defineAssignedIn(0, Order.size(), T);
    }
  }
  Out.emit(FactKind::Catch, Catch->getCatchLoc());
  if (const VarDecl *V = Catch->getExceptionDecl())
    Eval.caught(V);
}

void FlowWalk::enter(uint32_t Index) {
  bool First = true;
  for (uint32_t P : Predecessors[Index]) {
    PointState &From = States[P];
    const bool LastReader = --From.Readers == 0;
    if (First) {
      Values.setState(LastReader ? std::move(From.Values) : From.Values);
      Alive.setState(From.Alive);
    } else {
      std::vector<Entity> Joined;
      Values.join(From.Values, Joined);
      Alive.setState(Alive.join(Alive.state(), From.Alive));
      if (LastReader)
        From.Values = {};
    }
    First = false;
  }
  if (LoopEnds[Index])
    defineAssignedIn(Index, LoopEnds[Index], nullptr);
}

//===----------------------------------------------------------------------===//
// Elements
//===----------------------------------------------------------------------===//

void FlowWalk::goToTry(const Stmt *S) {
  if (!Scan.hasTry())
    return;
  const CXXTryStmt *T = tryAround(S);
  if (!T && isa<DeclStmt>(S))
    return; // Nothing in it says where it stands.
  for (const CXXTryStmt *Around = T; Around; Around = Scan.tryAroundTry(Around))
    if (!TryEntries.contains(Around)) {
      UnwindStack::State Before = Alive.state();
      TryEntries[Around] = {Values.state(), Before, 0};
    }
  Alive.moveTo(T, [this](UnwindStack::TryKey Inner) {
    return Scan.tryAroundTry(static_cast<const CXXTryStmt *>(Inner));
  });
}

/// Where something dies that \p Trigger ends the scope of.
static SourceLocation scopeEnd(const Stmt *Trigger) {
  if (!Trigger)
    return {};
  if (isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt, CoreturnStmt>(Trigger))
    return Trigger->getBeginLoc();
  return Trigger->getEndLoc();
}

SourceLocation FlowWalk::endLocation() const {
  if (!Function)
    return Initialised->getLocation();
  const Stmt *Body = Function->getBody();
  return Body ? Body->getEndLoc() : Function->getLocation();
}

void FlowWalk::destructor(const CFGElement &E) {
  switch (E.getKind()) {
  case CFGElement::AutomaticObjectDtor: {
    auto D = E.castAs<CFGAutomaticObjDtor>();
    SourceLocation Loc = scopeEnd(D.getTriggerStmt());
    if (isa_and_nonnull<DeclStmt>(D.getTriggerStmt()))
      Eval.isOnlyStatement(D.getVarDecl());
    return Eval.destroyVariable(D.getVarDecl(),
                                Loc.isValid() ? Loc : endLocation());
  }
  case CFGElement::TemporaryDtor:
    return Eval.destroyTemporary(
        E.castAs<CFGTemporaryDtor>().getBindTemporaryExpr());
  case CFGElement::MemberDtor:
    return Eval.destroyMember(E.castAs<CFGMemberDtor>().getFieldDecl(),
                              endLocation());
  case CFGElement::BaseDtor:
    if (const auto *Base = E.castAs<CFGBaseDtor>()
                               .getBaseSpecifier()
                               ->getType()
                               ->getAsCXXRecordDecl())
      Eval.destroyBase(Base, endLocation());
    return;
  case CFGElement::CleanupFunction: {
    auto Cleanup = E.castAs<CFGCleanupFunction>();
    return Eval.cleanUp(Cleanup.getVarDecl(), Cleanup.getFunctionDecl(),
                        endLocation());
  }
  default: // A delete-expression says itself what it destroys.
    return;
  }
}

void FlowWalk::element(const CFGElement &E) {
  switch (E.getKind()) {
  case CFGElement::Statement:
  case CFGElement::Constructor:
  case CFGElement::CXXRecordTypedCall: {
    const Stmt *S = E.castAs<CFGStmt>().getStmt();
    goToTry(S);
    if (const auto *Expression = dyn_cast<Expr>(S))
      Eval.value(Expression);
    else
      Eval.statement(S);
    return;
  }
  case CFGElement::Initializer: {
    const CXXCtorInitializer *Init =
        E.castAs<CFGInitializer>().getInitializer();
    if (Init->getInit())
      goToTry(Init->getInit());
    return Eval.initialiser(Init);
  }
  case CFGElement::NewAllocator:
    return Eval.allocate(E.castAs<CFGNewAllocator>().getAllocatorExpr());
  case CFGElement::AutomaticObjectDtor:
  case CFGElement::DeleteDtor:
  case CFGElement::BaseDtor:
  case CFGElement::MemberDtor:
  case CFGElement::TemporaryDtor:
  case CFGElement::CleanupFunction:
    return destructor(E);
  default:
    return;
  }
}

//===----------------------------------------------------------------------===//
// Leaving a block
//===----------------------------------------------------------------------===//

const Expr *decidingCondition(const CFGBlock *B) {
  const CFGTerminator T = B->getTerminator();
  if (!T.isValid() || !T.isStmtBranch())
    return nullptr;
  const auto *Condition = dyn_cast_or_null<Expr>(B->getTerminatorCondition());
  while (Condition) {
    Condition = Condition->IgnoreParens();
    const auto *Op = dyn_cast<BinaryOperator>(Condition);
    if (!Op || !Op->isLogicalOp())
      return Condition;
    // As a value it was evaluated here; otherwise only its last operand was.
    if (!B->empty())
      if (std::optional<CFGStmt> Last = B->back().getAs<CFGStmt>())
        if (Last->getStmt() == Op)
          return Condition;
    Condition = Op->getRHS();
  }
  return nullptr;
}

/// The arm of \p C that block \p B ends.
static const Expr *armOf(const AbstractConditionalOperator *C,
                         const CFGBlock *B) {
  for (const CFGElement &E : llvm::reverse(*B)) {
    std::optional<CFGStmt> S = E.getAs<CFGStmt>();
    if (!S)
      continue;
    if (S->getStmt() == C->getTrueExpr()->IgnoreParens())
      return C->getTrueExpr();
    if (S->getStmt() == C->getFalseExpr()->IgnoreParens())
      return C->getFalseExpr();
  }
  return nullptr;
}

static const Expr *lastOperand(const Expr *E) {
  E = E->IgnoreParens();
  if (const auto *Op = dyn_cast<BinaryOperator>(E); Op && Op->isLogicalOp())
    return lastOperand(Op->getRHS());
  return E;
}

/// Which of the two edges of a branch \p B leads to \p To, although the other
/// one is never taken?
static std::optional<unsigned> onlyEdge(const CFGBlock *B, const CFGBlock *To) {
  if (B->succ_size() != 2 || !decidingCondition(B))
    return std::nullopt;
  for (unsigned I : {0u, 1u})
    if ((B->succ_begin() + I)->getReachableBlock() == To)
      return I;
  return std::nullopt;
}

/// What block \p B contributes to the value that is merged in \p To.
void FlowWalk::merge(const Block *B, const Block *To, unsigned Edge,
                     bool Branches) {
  auto It = Merges.find(To);
  if (It == Merges.end())
    return;
  const Expr *M = It->second;
  if (isa<BinaryOperator>(M)) {
    if (Branches)
      return Eval.mergeInto(M, BodyBuilder::constant(Edge == 0));
    if (std::optional<unsigned> Only = onlyEdge(B, To))
      return Eval.mergeInto(M, BodyBuilder::constant(*Only == 0));
    return Eval.mergeInto(M, Eval.value(lastOperand(M)));
  }
  const auto *C = cast<AbstractConditionalOperator>(M);
  if (const auto *Binary = dyn_cast<BinaryConditionalOperator>(C);
      Binary && Branches)
    return Eval.mergeInto(M, Eval.value(Binary->getCommon()));
  if (const Expr *Arm = armOf(C, B))
    return Eval.mergeInto(M, Eval.value(Arm));
  Eval.mergeInto(M,
                 BodyBuilder::unknownValue(facts::UnknownReason::Expression));
}

void FlowWalk::leaveSwitch(const Block *B, const SwitchStmt *Switch,
                           llvm::SmallVectorImpl<BlockId> &Successors) {
  llvm::SmallVector<Operand, 8> Operands = {Eval.truth(Switch->getCond())};
  BlockId Default;
  // The graph has the cases from the last to the first, then the default, which
  // may be just what follows the switch.
  llvm::SmallVector<const Block *, 2> Next = successors(B);
  if (!isa_and_nonnull<CaseStmt>(Next.back()->getLabel()))
    Default = BlockId(IndexOf[Next.pop_back_val()->getBlockID()]);
  for (const Block *To : llvm::reverse(Next)) {
    const auto *Case = dyn_cast_or_null<CaseStmt>(To->getLabel());
    // A range of values, or one that is not known, becomes an operand that may
    // match.
    Operands.push_back(Case && !Case->getRHS() ? Eval.value(Case->getLHS())
                                               : BodyBuilder::opaque());
    Successors.push_back(BlockId(IndexOf[To->getBlockID()]));
  }
  if (Default)
    Successors.push_back(Default);
  if (Successors.size() > 1)
    Out.emit(FactKind::Switch, Switch->getSwitchLoc(), {}, Operands);
}

void FlowWalk::leave(uint32_t Index) {
  const Block *B = Order[Index];
  llvm::SmallVector<BlockId, 4> Successors;
  llvm::SmallVector<const Block *, 2> Next = successors(B);
  for (unsigned I = 0; I < Next.size(); ++I)
    merge(B, Next[I], I, Next.size() > 1);
  const auto *Switch = dyn_cast_or_null<SwitchStmt>(B->getTerminatorStmt());
  if (Switch && Next.size() > 1) {
    leaveSwitch(B, Switch, Successors);
  } else {
    if (Next.size() == 2)
      if (const Expr *Condition = decidingCondition(B)) {
        goToTry(Condition);
        Out.emit(FactKind::Assume, Condition->getExprLoc(), {},
                 Eval.truth(Condition));
      }
    if (const CXXBindTemporaryExpr *E = conditionalTemporary(B))
      if (std::optional<Operand> Flag = Eval.wasBuilt(E);
          Flag && Next.size() == 2)
        Out.emit(FactKind::Assume, E->getEndLoc(), {}, *Flag);
    for (const Block *To : Next)
      Successors.push_back(BlockId(IndexOf[To->getBlockID()]));
  }
  Out.body().Blocks.back().Successors.assign(Successors.begin(),
                                             Successors.end());
}

/// Does the whole try statement of a constructor or destructor end in one of
/// its handlers at \p B?
bool FlowWalk::isAfterConstructorTry(const Block *B) const {
  if (!Function || !isa<CXXConstructorDecl, CXXDestructorDecl>(Function))
    return false;
  const auto *Try = dyn_cast<CXXTryStmt>(Function->getBody());
  if (!Try)
    return false;
  // Blocks of the try statement proper have something of it, or are empty.
  for (const CFGElement &E : *B)
    if (std::optional<CFGStmt> S = E.getAs<CFGStmt>())
      return !isInside(S->getStmt(), Try);
  return isa_and_nonnull<CXXCatchStmt>(B->getLabel());
}

const CoroutineBodyStmt *FlowWalk::coroutine() const {
  return Function ? dyn_cast_or_null<CoroutineBodyStmt>(Function->getBody())
                  : nullptr;
}

void FlowWalk::walk(uint32_t Index) {
  const Block *B = Order[Index];
  Out.beginBlock();
  enter(Index);
  if (Index == 0)
    for (const CXXBindTemporaryExpr *E : Conditional)
      Eval.addConditional(E);
  if (const CoroutineBodyStmt *Coroutine = coroutine()) {
    if (B == &Graph.getEntry())
      Eval.beginCoroutine(Coroutine);
    if (B == &Graph.getExit())
      Eval.endCoroutine(Coroutine);
  }
  if (const auto *Catch = dyn_cast_or_null<CXXCatchStmt>(B->getLabel()))
    enterHandler(B, Catch);
  for (const CFGElement &E : *B) {
    element(E);
    // What dies on the way is what the cleanups say.
    if (std::optional<CFGStmt> S = E.getAs<CFGStmt>();
        S && isa<CXXThrowExpr>(S->getStmt()))
      break;
  }
  const bool Ends = llvm::is_contained(successors(B), &Graph.getExit());
  if (Initialised && Ends)
    Eval.declaration(Initialised);
  // A handler around a whole constructor or destructor throws again at its end.
  if (Ends && isAfterConstructorTry(B)) {
    Out.emit(FactKind::Throw, endLocation()).Unwind = facts::CleanupId(0);
    Out.endBlock();
    return;
  }
  leave(Index);
  Out.endBlock();
  PointState &State = States[Index];
  State.Alive = Alive.state();
  if (State.Readers)
    State.Values = Values.state();
}

void FlowWalk::run() {
  findHandlers();
  order();
  findLoops();
  findMerges();
  for (uint32_t I = 0; I < Order.size(); ++I)
    walk(I);
  for (const auto &[Try, Node] : Alive.allHandlers()) {
    const auto *T = static_cast<const CXXTryStmt *>(Try);
    facts::Cleanup &C = Out.body().Cleanups[Node.Index];
    for (unsigned I = 0; I < T->getNumHandlers(); ++I) {
      const CXXCatchStmt *Catch = T->getHandler(I);
      if (!Catch->getExceptionDecl())
        C.CatchesAll = true;
      const Block *Handler = CatchBlocks.lookup(Catch);
      if (Handler && IndexOf[Handler->getBlockID()] != BlockId::None)
        C.Handlers.push_back(BlockId(IndexOf[Handler->getBlockID()]));
    }
  }
  BlockId Exit(IndexOf[Graph.getExit().getBlockID()]);
  if (Exit && coroutine()) {
    // The last suspension comes after all that leads to the graph's exit.
    BlockId After = Out.beginBlock();
    Out.endBlock();
    Out.block(Exit).Successors.push_back(After);
    Exit = After;
  }
  Out.finish(Exit);
}

} // namespace fearless::extract

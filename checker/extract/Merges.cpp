//===-- Merges.cpp - Expressions with control flow inside -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The flow graph evaluates the arms of ?: and the operands of && and || in
// blocks of their own, which meet in the block that has the whole expression.
// Where its value is used, each way stores what it contributes in a temporary,
// and the meeting block loads that.
//
//===----------------------------------------------------------------------===//

#include "extract/Evaluator.h"

using namespace clang;

namespace fearless::extract {

using facts::BodyBuilder;
using facts::Operand;
using facts::OperandKind;
using facts::PathId;
using facts::PathKind;

/// Does \p E have a value that can be stored in a temporary?
static bool merges(const Expr *E) {
  if (E->isGLValue())
    return !E->getType()->isFunctionType();
  return !isBuilt(E->getType()) && !E->getType()->isVoidType() &&
         isTracked(E->getType());
}

PathId Evaluator::mergeRoot(const Expr *E) {
  auto It = Merged.find(E);
  if (It != Merged.end())
    return It->second;
  QualType T = E->getType();
  if (E->isGLValue())
    T = Ctx.getPointerType(T);
  return Merged[E] = Out.makeTemporary(T, E->getExprLoc());
}

bool Evaluator::isMerged(const Expr *M) const {
  return Merged.contains(M->IgnoreParens());
}

void Evaluator::mergeInto(const Expr *M, Operand V) {
  M = M->IgnoreParens();
  if (!merges(M))
    return;
  PathId P = mergeRoot(M);
  if (M->isGLValue())
    V = pointerTo(V);
  std::optional<Operand> Known;
  if (V.Kind != OperandKind::Opaque && V.Kind != OperandKind::Unknown)
    Known = V;
  uint32_t Version = Values.define(
      {Entity::Root, PathKind::Local, Out.body().path(P).Number}, Known);
  Out.emit(facts::FactKind::Assign, M->getExprLoc(), P, V).Detail = Version;
}

Operand Evaluator::evaluateMerged(const Expr *E) {
  auto It = Merged.find(E);
  if (It == Merged.end()) {
    // An arm that does not return has a block that does not lead here.
    if (InBlocks.contains(E))
      return merges(E)
                 ? BodyBuilder::unknownValue(facts::UnknownReason::Expression)
                 : opaque();
    // Outside the flow graph (in a default argument): both sides in a row.
    if (const auto *B = dyn_cast<BinaryOperator>(E)) {
      value(B->getLHS());
      value(B->getRHS());
    } else if (const auto *C = dyn_cast<AbstractConditionalOperator>(E)) {
      value(C->getCond());
      Operand True = value(C->getTrueExpr());
      Operand False = value(C->getFalseExpr());
      if (True == False)
        return True;
    }
    return merges(E)
               ? BodyBuilder::unknownValue(facts::UnknownReason::Expression)
               : opaque();
  }
  PathId P = It->second;
  Versions::Binding B = Values.current(
      {Entity::Root, PathKind::Local, Out.body().path(P).Number});
  Operand V = B.Value ? *B.Value : BodyBuilder::load(P, B.Version);
  return E->isGLValue() && V.Kind != OperandKind::Function
             ? addressOf(placeOf(V), E->getType())
             : V;
}

Operand Evaluator::evaluateConditional(const AbstractConditionalOperator *E) {
  if (E->isPRValue() && isBuilt(E->getType())) {
    // Both arms build in one place. One that is an lvalue in C is copied.
    return BodyBuilder::object(destination(E));
  }
  return evaluateMerged(E);
}

/// Does \p E tell whether a dynamic_cast succeeded? Its result, if any, is the
/// pointer that was cast, but null does not mean that that was null.
static bool testsDynamicCast(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (isa<CXXDynamicCastExpr>(E))
    return true;
  if (const auto *Not = dyn_cast<UnaryOperator>(E))
    return Not->getOpcode() == UO_LNot && testsDynamicCast(Not->getSubExpr());
  if (const auto *B = dyn_cast<BinaryOperator>(E))
    return B->isEqualityOp() &&
           (testsDynamicCast(B->getLHS()) || testsDynamicCast(B->getRHS()));
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  const auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const Expr *Init = V ? V->getAnyInitializer() : nullptr;
  return Init && isa<CXXDynamicCastExpr>(Init->IgnoreParenImpCasts());
}

Operand Evaluator::truth(const Expr *Condition) {
  if (testsDynamicCast(Condition)) {
    value(Condition);
    return opaque();
  }
  Operand V = value(Condition);
  if (V.Kind == OperandKind::Object)
    return opaque();
  return V;
}

} // namespace fearless::extract

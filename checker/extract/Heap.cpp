//===-- Heap.cpp - new and delete -----------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Evaluator.h"

using namespace clang;

namespace fearless::extract {

using facts::BodyBuilder;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::PathId;
using facts::PathKind;

PathId Evaluator::newRoot(const CXXNewExpr *E) {
  const FunctionDecl *Allocator = E->getOperatorNew();
  if (Allocator && Allocator->isReservedGlobalPlacementOperator() &&
      E->getNumPlacementArgs() > 0)
    return placeOf(value(E->getPlacementArg(0)));
  auto It = NewOrdinals.find(E);
  if (It != NewOrdinals.end())
    return Out.paths().root(PathKind::Allocation, It->second);
  uint32_t Ordinal = Out.nextOrdinal();
  NewOrdinals[E] = Ordinal;
  for (const Expr *Arg : E->placement_arguments())
    value(Arg);
  PathId P = Out.paths().root(PathKind::Allocation, Ordinal);
  Out.emit(FactKind::Allocate, E->getExprLoc(), P).Detail = Ordinal;
  return P;
}

void Evaluator::allocate(const CXXNewExpr *New) { newRoot(New); }

Operand Evaluator::evaluateNew(const CXXNewExpr *E) {
  PathId P = newRoot(E);
  if (const Expr *Init = E->getInitializer()) {
    Operand V = value(Init);
    if (!isBuilt(E->getAllocatedType()) && !E->isArray())
      initialise(P, V, E->getAllocatedType(), E->getExprLoc());
  }
  return pointerTo(BodyBuilder::address(P));
}

Operand Evaluator::evaluateDelete(const CXXDeleteExpr *E) {
  Operand Pointer = value(E->getArgument());
  QualType T = E->getDestroyedType();
  PathId P = placeOf(Pointer);
  if (!T.isNull()) {
    const auto *R = T->getAsCXXRecordDecl();
    const CXXDestructorDecl *D =
        R && R->hasDefinition() ? R->getDestructor() : nullptr;
    bool Virtual =
        D && D->isVirtual() && !E->isArrayForm() && !R->isEffectivelyFinal();
    destroy(E->isArrayForm() ? Out.paths().elementAny(P) : P, T,
            E->getExprLoc(), Virtual ? facts::FF_Virtual : 0);
  }
  Out.emit(FactKind::Free, E->getExprLoc(), {}, Pointer);
  return opaque();
}

} // namespace fearless::extract

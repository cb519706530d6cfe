//===-- Atomics.cpp - Built-in atomic operations --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang makes expressions of their own of C11's atomic operations and of the
// __atomic functions. Loads and stores are accesses like those of other memory;
// what reads and writes at once, and tells by its result, is a call of the
// function that it is written as, with its arguments in that order.
//
//===----------------------------------------------------------------------===//

#include "extract/Evaluator.h"

using namespace clang;

namespace fearless::extract {

using facts::BodyBuilder;
using facts::FactKind;
using facts::Operand;
using facts::PathId;
using facts::PathKind;

static bool isLoad(const AtomicExpr *E) {
  return E->getOpAsString().contains("load");
}

static bool isClear(const AtomicExpr *E) {
  return E->getOpAsString().contains("clear");
}

static bool isStore(const AtomicExpr *E) {
  llvm::StringRef Name = E->getOpAsString();
  return Name.contains("store") || Name.contains("init") || isClear(E);
}

/// What a store stores, where it is given as such and not in memory.
static const Expr *storedValue(const AtomicExpr *E) {
  switch (E->getOp()) {
  case AtomicExpr::AO__c11_atomic_store:
  case AtomicExpr::AO__c11_atomic_init:
  case AtomicExpr::AO__atomic_store_n:
    return E->getVal1();
  default:
    return nullptr;
  }
}

/// See Fact::Detail. An order that is no constant counts as sequential.
static uint32_t orderDetail(const AtomicExpr *E, const ASTContext &Ctx) {
  constexpr int SequentiallyConsistent = 5;
  if (E->getOp() == AtomicExpr::AO__c11_atomic_init)
    return 0;
  auto Order = E->getOrder()->getIntegerConstantExpr(Ctx);
  bool Weaker = Order && *Order >= 0 && *Order < SequentiallyConsistent;
  return Weaker ? Order->getZExtValue() + 1 : 0;
}

/// The arguments of an update as they are written: Clang keeps them in an order
/// of its own.
static llvm::SmallVector<const Expr *, 6>
writtenArguments(const AtomicExpr *E) {
  const bool Exchanges = E->getOp() == AtomicExpr::AO__atomic_exchange;
  const bool Compares = E->isCmpXChg();
  llvm::SmallVector<const Expr *, 6> Result = {E->getPtr()};
  if (E->getNumSubExprs() > 2) // More than the object and the order.
    Result.push_back(E->getVal1());
  if (Exchanges || Compares)
    Result.push_back(E->getVal2());
  if (E->getOp() == AtomicExpr::AO__atomic_compare_exchange ||
      E->getOp() == AtomicExpr::AO__atomic_compare_exchange_n)
    Result.push_back(E->getWeak());
  Result.push_back(E->getOrder());
  if (Compares)
    Result.push_back(E->getOrderFail());
  return Result;
}

Operand Evaluator::evaluateAtomic(const AtomicExpr *E) {
  if (isLoad(E) || isStore(E))
    return evaluateAtomicAccess(E);
  llvm::SmallVector<Operand, 6> Operands;
  for (const Expr *Argument : writtenArguments(E))
    Operands.push_back(argument(Argument, QualType()));
  const uint32_t Ordinal = Out.nextOrdinal();
  QualType T = E->getType();
  PathId Result =
      T->isVoidType() ? PathId() : Out.paths().root(PathKind::Result, Ordinal);
  facts::FunctionId Callee = Decls.builtin(E->getOpAsString(), T);
  facts::Fact &Call =
      Out.emit(FactKind::Call, E->getExprLoc(), Result, Operands);
  Call.Callee = Callee;
  Call.Detail = Ordinal;
  return isTracked(T) ? BodyBuilder::load(Result, 0) : opaque();
}

Operand Evaluator::evaluateAtomicAccess(const AtomicExpr *E) {
  Operand Pointer = value(E->getPtr());
  for (unsigned I = 0; I < E->getNumSubExprs(); ++I)
    if (E->getSubExprs()[I] != E->getPtr())
      value(E->getSubExprs()[I]);
  const bool Loads = isLoad(E);
  PathId P = placeOf(Pointer);
  facts::Fact &F =
      Out.emit(Loads ? FactKind::Read : FactKind::Write, E->getExprLoc(), P);
  F.Flags = facts::FF_AtomicAccess;
  F.Detail = orderDetail(E, Ctx);
  QualType T = E->getPtr()->getType()->getPointeeType();
  const Expr *Stored = storedValue(E);
  if (Stored || isClear(E)) {
    assign(P, Stored ? value(Stored) : BodyBuilder::constant(0), T,
           E->getExprLoc(), /*Shared=*/true);
    return opaque();
  }
  Entity What = entityOf(P, T);
  if (!Loads)
    Values.define(What);
  return Loads && isTracked(E->getType())
             ? BodyBuilder::load(P, Values.current(What).Version)
             : opaque();
}

} // namespace fearless::extract

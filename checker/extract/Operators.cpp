//===-- Operators.cpp - Built-in operators --------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Evaluator.h"

using namespace clang;

namespace fearless::extract {

using facts::BodyBuilder;
using facts::Operand;
using facts::OperandKind;
using facts::UnknownReason;
using facts::ValueOp;

/// Is there a value at all to compute with?
static bool isValue(const Operand &V) {
  return V.Kind != OperandKind::Opaque && V.Kind != OperandKind::Unknown &&
         V.Kind != OperandKind::Object;
}

Operand Evaluator::computeNot(Operand A) {
  if (A.Kind == OperandKind::Constant)
    return BodyBuilder::constant(A.constant() == 0);
  if (A.Kind == OperandKind::Value) {
    facts::ValueNode Node = Out.body().Values[A.value().Index];
    // A comparison has its own opposite.
    if (Node.Op == ValueOp::Equal || Node.Op == ValueOp::NotEqual) {
      Node.Op = Node.Op == ValueOp::Equal ? ValueOp::NotEqual : ValueOp::Equal;
      return BodyBuilder::computed(Out.paths().value(Node));
    }
  }
  return compute(ValueOp::Not, A, opaque());
}

Operand Evaluator::compute(ValueOp Op, Operand A, Operand B) {
  if (!isValue(A))
    return A.Kind == OperandKind::Unknown ? A : opaque();
  bool Unary =
      Op == ValueOp::Not || Op == ValueOp::Negate || Op == ValueOp::Complement;
  if (!Unary && !isValue(B))
    return B.Kind == OperandKind::Unknown ? B : opaque();
  return BodyBuilder::computed(Out.paths().value({Op, A, B}));
}

static std::optional<int64_t> fold(BinaryOperatorKind Op, int64_t A,
                                   int64_t B) {
  switch (Op) {
  case BO_Add:
    return A + B;
  case BO_Sub:
    return A - B;
  case BO_Mul:
    return A * B;
  case BO_Div:
    return B ? std::optional(A / B) : std::nullopt;
  case BO_Rem:
    return B ? std::optional(A % B) : std::nullopt;
  case BO_And:
    return A & B;
  case BO_Or:
    return A | B;
  case BO_Xor:
    return A ^ B;
  case BO_Shl:
    return B >= 0 && B < 31 && A >= 0 ? std::optional(A << B) : std::nullopt;
  case BO_Shr:
    return B >= 0 && B < 31 && A >= 0 ? std::optional(A >> B) : std::nullopt;
  case BO_EQ:
    return A == B;
  case BO_NE:
    return A != B;
  case BO_LT:
    return A < B;
  case BO_GT:
    return A > B;
  case BO_LE:
    return A <= B;
  case BO_GE:
    return A >= B;
  default:
    return std::nullopt;
  }
}

static std::optional<ValueOp> valueOp(BinaryOperatorKind Op) {
  switch (Op) {
  case BO_Add:
    return ValueOp::Add;
  case BO_Sub:
    return ValueOp::Subtract;
  case BO_Mul:
    return ValueOp::Multiply;
  case BO_Div:
    return ValueOp::Divide;
  case BO_Rem:
    return ValueOp::Remainder;
  case BO_And:
    return ValueOp::And;
  case BO_Or:
    return ValueOp::Or;
  case BO_Xor:
    return ValueOp::Xor;
  case BO_Shl:
    return ValueOp::ShiftLeft;
  case BO_Shr:
    return ValueOp::ShiftRight;
  case BO_EQ:
    return ValueOp::Equal;
  case BO_NE:
    return ValueOp::NotEqual;
  case BO_LT:
  case BO_GT:
    return ValueOp::Less;
  case BO_LE:
  case BO_GE:
    return ValueOp::LessEqual;
  default:
    return std::nullopt;
  }
}

Operand Evaluator::arithmetic(BinaryOperatorKind Op, Operand A, Operand B,
                              QualType T) {
  if (A.Kind == OperandKind::Constant && B.Kind == OperandKind::Constant)
    if (std::optional<int64_t> V = fold(Op, A.constant(), B.constant()))
      return *V == static_cast<int32_t>(*V)
                 ? BodyBuilder::constant(static_cast<int32_t>(*V))
                 : opaque();
  std::optional<ValueOp> Computed = valueOp(Op);
  if (!Computed || T->isFloatingType())
    return opaque();
  if (Op == BO_GT || Op == BO_GE)
    std::swap(A, B);
  // One order for what has no order, so that equal computations are equal.
  if ((Op == BO_EQ || Op == BO_NE || Op == BO_Add || Op == BO_Mul) &&
      A.Kind == OperandKind::Constant)
    std::swap(A, B);
  return compute(*Computed, A, B);
}

/// \p From is where \p Pointer comes from.
Operand Evaluator::pointerArithmetic(BinaryOperatorKind Op, const Expr *From,
                                     Operand Pointer, Operand Offset) {
  if (!Pointer.hasPath())
    return BodyBuilder::unknownValue(UnknownReason::Arithmetic);
  if (Op == BO_Sub || Op == BO_SubAssign)
    Offset =
        Offset.Kind == OperandKind::Constant && Offset.constant() != INT32_MIN
            ? BodyBuilder::constant(-Offset.constant())
            : opaque();
  if (Offset.Kind == OperandKind::Constant && Offset.constant() < 0)
    if (std::optional<PathId> Whole =
            containerOf(From, placeOf(Pointer), -int64_t(Offset.constant())))
      return pointerTo(BodyBuilder::address(*Whole));
  return BodyBuilder::address(elementAt(From, Pointer, Offset));
}

/// The object that \p Part lies in, so many bytes from its beginning: what the
/// container_of of C programs computes.
std::optional<facts::PathId>
Evaluator::containerOf(const Expr *From, PathId Part, int64_t Bytes) {
  QualType Pointee = From->getType()->getPointeeType();
  if (Pointee.isNull() || !Pointee->isCharType())
    return std::nullopt;
  while (Bytes > 0) {
    const facts::PathNode N = Out.body().path(Part);
    if (N.Kind != facts::PathKind::Field)
      return std::nullopt;
    const FieldDecl *F = Decls.declaration(facts::FieldId(N.Number));
    if (F->isBitField() || F->getParent()->isInvalidDecl())
      return std::nullopt;
    Bytes -= Ctx.toCharUnitsFromBits(Ctx.getFieldOffset(F)).getQuantity();
    Part = N.Parent;
  }
  return Bytes == 0 ? std::optional(Part) : std::nullopt;
}

//===----------------------------------------------------------------------===//
// Unary
//===----------------------------------------------------------------------===//

Operand Evaluator::evaluateUnary(const UnaryOperator *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_AddrOf:
    return pointerTo(value(Sub));
  case UO_Deref: {
    Operand Pointer = value(Sub);
    if (Pointer.Kind == OperandKind::Function)
      return Pointer;
    if (E->getType()->isFunctionType() || Pointer.Kind == OperandKind::Opaque)
      return Pointer;
    return addressOf(placeOf(Pointer), E->getType());
  }
  case UO_LNot:
    return computeNot(value(Sub));
  case UO_Minus:
  case UO_Not: {
    Operand V = value(Sub);
    const bool Minus = E->getOpcode() == UO_Minus;
    if (V.Kind == OperandKind::Constant && V.constant() != INT32_MIN)
      return BodyBuilder::constant(Minus ? -V.constant() : ~V.constant());
    return compute(Minus ? ValueOp::Negate : ValueOp::Complement, V, opaque());
  }
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    return evaluateStep(E);
  case UO_Real:
  case UO_Imag:
    value(Sub);
    return opaque();
  default:
    return value(Sub);
  }
}

Operand Evaluator::evaluateStep(const UnaryOperator *E) {
  Operand Place = value(E->getSubExpr());
  QualType T = E->getSubExpr()->getType();
  if (Place.Kind != OperandKind::Address && Place.Kind != OperandKind::Load)
    return unknown(E, UnknownReason::Expression);
  Operand Old = opaque(), New = opaque();
  if (isTracked(T)) {
    PathId P = placeOf(Place);
    Versions::Binding B = Values.current(entityOf(P, T));
    Old = B.Value && isStable(*B.Value) ? *B.Value
                                        : BodyBuilder::load(P, B.Version);
    BinaryOperatorKind Op = E->isIncrementOp() ? BO_Add : BO_Sub;
    New = T->isPointerType() ? pointerArithmetic(Op, E->getSubExpr(), Old,
                                                 BodyBuilder::constant(1))
                             : arithmetic(Op, Old, BodyBuilder::constant(1), T);
  }
  store(Place, New, T, E->getExprLoc(), facts::FF_ReadModifyWrite);
  if (E->isGLValue())
    return Place;
  if (E->isPostfix())
    return Old;
  PathId P = placeOf(Place);
  return isTracked(T)
             ? BodyBuilder::load(P, Values.current(entityOf(P, T)).Version)
             : opaque();
}

//===----------------------------------------------------------------------===//
// Binary
//===----------------------------------------------------------------------===//

Operand Evaluator::evaluateBinary(const BinaryOperator *E) {
  if (E->isAssignmentOp())
    return evaluateAssignment(E);
  if (E->isLogicalOp())
    return evaluateMerged(E);
  Operand A = value(E->getLHS());
  Operand B = value(E->getRHS());
  switch (E->getOpcode()) {
  case BO_Comma:
    return B;
  case BO_PtrMemD:
  case BO_PtrMemI:
    // A member that only run time knows. Calls look at the operands.
    if (E->getType()->isFunctionType() ||
        E->getType()->isSpecificBuiltinType(BuiltinType::BoundMember))
      return B;
    return BodyBuilder::address(Out.paths().unknown(UnknownReason::Expression));
  case BO_Cmp:
    return opaque();
  default:
    break;
  }
  QualType L = E->getLHS()->getType(), R = E->getRHS()->getType();
  if (E->isAdditiveOp() && L->isPointerType() && !R->isPointerType())
    return pointerArithmetic(E->getOpcode(), E->getLHS(), A, B);
  if (E->isAdditiveOp() && R->isPointerType() && !L->isPointerType())
    return pointerArithmetic(E->getOpcode(), E->getRHS(), B, A);
  return arithmetic(E->getOpcode(), A, B, L);
}

Operand Evaluator::evaluateAssignment(const BinaryOperator *E) {
  Operand Place = value(E->getLHS());
  Operand V = value(E->getRHS());
  QualType T = E->getLHS()->getType();
  SourceLocation Loc = E->getOperatorLoc();
  if (!E->isCompoundAssignmentOp()) {
    store(Place, V, T, Loc, 0);
  } else {
    Operand Result = opaque();
    if (isTracked(T) && Place.hasPath()) {
      PathId P = placeOf(Place);
      Versions::Binding B = Values.current(entityOf(P, T));
      Operand Old = B.Value && isStable(*B.Value)
                        ? *B.Value
                        : BodyBuilder::load(P, B.Version);
      BinaryOperatorKind Op =
          BinaryOperator::getOpForCompoundAssignment(E->getOpcode());
      Result = T->isPointerType()
                   ? pointerArithmetic(Op, E->getLHS(), Old, V)
                   : arithmetic(Op, Old, V, E->getLHS()->getType());
    }
    store(Place, Result, T, Loc, facts::FF_ReadModifyWrite);
  }
  // In C the value of an assignment is what was stored.
  return E->isGLValue() ? Place : V;
}

} // namespace fearless::extract

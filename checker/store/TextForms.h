//===-- TextForms.h - How each kind of fact is laid out in text -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What stands in the first place of a fact's line, and what need not be
// written because it follows from the rest. Dump and reader agree by this.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTFORMS_H
#define FEARLESS_STORE_TEXTFORMS_H

#include "facts/FunctionBody.h"

namespace fearless::store {

/// Which parts stand at their kind's own place; the others are spelled as
/// "-> path", "callee name" and "with (operands)".
struct FactForm {
  bool TakesPath = false;
  bool TakesCallee = false;
  bool TakesOperands = false;
};

inline FactForm formOf(facts::FactKind Kind) {
  switch (Kind) {
  case facts::FactKind::Read:
  case facts::FactKind::Write:
  case facts::FactKind::Allocate:
    return {true, false, false};
  case facts::FactKind::Assign:
    return {true, false, true};
  case facts::FactKind::Call:
  case facts::FactKind::Construct:
  case facts::FactKind::Destroy:
    return {false, true, true};
  case facts::FactKind::Closure:
    return {false, true, false};
  case facts::FactKind::Unknown:
    return {false, false, false};
  default:
    return {false, false, true};
  }
}

/// The path of a fact that does not say it: what a constructor or destructor
/// is called on.
inline facts::PathId defaultPath(const facts::FunctionBody &Body,
                                 const facts::Fact &F) {
  bool OfThis = F.Kind == facts::FactKind::Construct ||
                F.Kind == facts::FactKind::Destroy;
  if (!OfThis || F.OperandCount == 0)
    return facts::PathId();
  const facts::Operand &This = Body.Operands[F.FirstOperand];
  return This.Kind == facts::OperandKind::Address ? This.path()
                                                  : facts::PathId();
}

/// The ordinal of a fact that does not say it: that of its result's root.
inline uint32_t defaultDetail(const facts::FunctionBody &Body,
                              const facts::Fact &F) {
  if (!F.Path)
    return 0;
  const facts::PathNode &N = Body.path(F.Path);
  bool Own =
      (F.Kind == facts::FactKind::Allocate &&
       N.Kind == facts::PathKind::Allocation) ||
      (F.Kind == facts::FactKind::Call && N.Kind == facts::PathKind::Result);
  return Own ? N.Number : 0;
}

inline bool isUnary(facts::ValueOp Op) {
  return Op == facts::ValueOp::Not || Op == facts::ValueOp::Negate ||
         Op == facts::ValueOp::Complement || Op == facts::ValueOp::Induction;
}

} // namespace fearless::store

#endif

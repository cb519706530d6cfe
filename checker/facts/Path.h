//===-- Path.h - Access paths and values ----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An access path names a *location*: a root, then fields, dereferences and
// elements. A value is what an expression evaluates to. The two meet in Deref:
// Deref(P, v) is the location that the value stored in P points to, where v is
// the version of that value.
//
//   source            path of the location
//   g_mu              global g_mu
//   p->mu             param p, deref, .mu
//   this->mu_         param 0 (of a method), deref, .mu_
//   r.mu (T &r)       param r, deref, .mu            references are pointers
//   locks[3]          global locks, [3]
//   lk (a local)      local lk
//
// Canonical form: a local reference or pointer whose value is known is replaced
// by that value, so `auto &m = this->mu_; m` is `this->mu_` and, after
// `T *q = p`, q->mu is p->mu. Conversions to a base or derived class leave no
// trace: a field names its own record.
//
// Versions: each load of a variable or field carries the number of the
// definition that reaches it: 0 at entry, a new one for each store and each
// join of different ones. So after `cur = next`, cur->mu is another location
// than before, and two loads with equal path and version are equal values.
// Stores through a call are not seen (the version errs to "the same").
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_PATH_H
#define FEARLESS_FACTS_PATH_H

#include "facts/Ids.h"

#include <vector>

namespace fearless::facts {

enum class PathKind : uint8_t {
  // Roots. Number says which.
  Global,    ///< A VariableId.
  Parameter, ///< The parameter's own storage; in methods 0 is `this`, a pointer.
  Local,     ///< A LocalId: a local variable or a materialised temporary.
  Allocation, ///< The object made by the new-expression with this ordinal.
  Result,    ///< Storage of the result of the call with this ordinal.
  Return,    ///< Where the function's own class-type result is built.
  Unknown,   ///< No idea; Number is an UnknownReason. Equal to nothing.
  // Steps. Parent is the path before.
  Field,        ///< Number is a FieldId.
  Deref,        ///< What the value (of this Version) stored in Parent points to.
  ElementConst, ///< Element at the constant index Number.
  ElementValue, ///< Element at the index that ValueId Number evaluates to.
  ElementAny,   ///< Some element.
};

/// Why something is not known. Printed in coverage reports.
enum class UnknownReason : uint8_t {
  None,
  Expression,   ///< An expression kind that extraction does not model.
  PathTooLong,  ///< The length limit was met.
  Arithmetic,   ///< Pointer arithmetic.
  Cast,         ///< An integer made a pointer.
  InlineAssembly,
  IndirectGoto,
  Statement,    ///< A statement kind that extraction does not model.
  NoFlowGraph,  ///< Clang built no CFG for the function.
  TooLarge,     ///< The function exceeds the size limit.
};

/// At most this many steps; beyond it a path ends in Unknown(PathTooLong).
inline constexpr unsigned MaxPathLength = 12;

struct PathNode {
  PathKind Kind = PathKind::Unknown;
  uint32_t Version = 0; ///< Deref only.
  uint32_t Number = 0;
  PathId Parent; ///< Steps only; always a smaller index.
  friend bool operator==(const PathNode &, const PathNode &) = default;
};

/// What an expression evaluates to.
enum class OperandKind : uint8_t {
  Address,  ///< The address of the location Path. (`&x`, an array, a bound
            ///< reference, an object passed by reference, `this` of a call.)
  Load,     ///< The value, of this Version, stored in the location Path.
  Object,   ///< A class object passed by value, living in Path.
  Constant, ///< An integer, bool, enumerator or null pointer.
  Function, ///< The address of a function (or a pointer to member function).
  Value,    ///< A computed value: see ValueNode.
  Opaque,   ///< A value of no interest: floating point, string literal …
  Unknown,  ///< Number is an UnknownReason.
};

struct Operand {
  OperandKind Kind = OperandKind::Opaque;
  /// Load: of the value. Address of a class object: of the object's value,
  /// changed by each assignment to it.
  uint32_t Version = 0;
  /// PathId, FunctionId, ValueId, UnknownReason, or the constant (int32_t).
  uint32_t Number = 0;

  PathId path() const { return PathId(Number); }
  int32_t constant() const { return static_cast<int32_t>(Number); }
  FunctionId function() const { return FunctionId(Number); }
  ValueId value() const { return ValueId(Number); }
  bool hasPath() const {
    return Kind == OperandKind::Address || Kind == OperandKind::Load ||
           Kind == OperandKind::Object;
  }
  friend bool operator==(const Operand &, const Operand &) = default;
};

enum class ValueOp : uint8_t {
  Not, ///< !A
  Negate,
  Complement,
  Equal,
  NotEqual,
  Less, ///< A < B; > is Less with its operands exchanged.
  LessEqual,
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  And, ///< Bitwise. Short-circuits are control flow.
  Or,
  Xor,
  ShiftLeft,
  ShiftRight,
  Induction, ///< A is the Load of a loop variable stepped by a constant.
};

/// A pure computation, interned per body: equal nodes are equal values.
struct ValueNode {
  ValueOp Op = ValueOp::Not;
  Operand A;
  Operand B; ///< Opaque for unary operations.
  friend bool operator==(const ValueNode &, const ValueNode &) = default;
};

} // namespace fearless::facts

#endif

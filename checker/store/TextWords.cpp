//===-- TextWords.cpp - The words of the text form of facts ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextWords.h"

using namespace fearless::facts;
using llvm::ArrayRef;
using llvm::StringLiteral;

namespace fearless::store {

/// Declares the table of \p E and checks that it reaches \p Last.
#define FEARLESS_WORDS(E, Last, ...)                                           \
  template <> ArrayRef<StringLiteral> words<E>() {                             \
    static constexpr StringLiteral Table[] = {__VA_ARGS__};                    \
    static_assert(std::size(Table) == static_cast<size_t>(E::Last) + 1);       \
    return Table;                                                              \
  }

FEARLESS_WORDS(Language, CXX, "c", "cxx")
FEARLESS_WORDS(FileOwner, System, "main", "user", "system")
FEARLESS_WORDS(TypeKind, Other, "void", "bool", "int", "float", "enum", "*",
               "&", "&&", "[]", "record", "function", "member_pointer", "other")
FEARLESS_WORDS(AnnotationKind, Marker, "capability", "scoped_capability",
               "guarded_by", "pt_guarded_by", "acquire", "acquire_shared",
               "release", "release_shared", "release_generic", "try_acquire",
               "try_acquire_shared", "requires", "requires_shared", "excludes",
               "assert_held", "assert_held_shared", "return_capability",
               "acquired_before", "acquired_after", "no_analysis", "reentrant",
               "marker")
FEARLESS_WORDS(PathKind, ElementAny, "global", "parameter", "local",
               "allocation", "result", "return", "unknown", "field", "deref",
               "element_const", "element_value", "element_any")
FEARLESS_WORDS(OperandKind, Unknown, "address", "load", "object", "constant",
               "function", "value", "opaque", "unknown")
FEARLESS_WORDS(UnknownReason, TooLarge, "none", "expression", "path_too_long",
               "arithmetic", "cast", "inline_assembly", "indirect_goto",
               "statement", "no_flow_graph", "too_large")
FEARLESS_WORDS(ValueOp, Induction, "not", "negate", "complement", "equal",
               "not_equal", "less", "less_equal", "add", "subtract", "multiply",
               "divide", "remainder", "and", "or", "xor", "shift_left",
               "shift_right", "induction")
FEARLESS_WORDS(FactKind, Unknown, "read", "write", "assign", "allocate", "free",
               "call", "construct", "destroy", "closure", "assume", "switch",
               "suspend", "throw", "catch", "return", "unknown")
FEARLESS_WORDS(CleanupKind, Handlers, "exit", "destroy", "handlers")

#undef FEARLESS_WORDS

ArrayRef<FlagWord> recordFlagWords() {
  static constexpr FlagWord Table[] = {
      {RF_Union, "union"},
      {RF_Lambda, "lambda"},
      {RF_Complete, "complete"},
      {RF_Polymorphic, "polymorphic"},
      {RF_Abstract, "abstract"},
      {RF_System, "system"},
      {RF_Local, "local"},
      {RF_NonTrivialDestructor, "nontrivial_destructor"},
      {RF_Final, "final"},
  };
  return Table;
}

ArrayRef<FlagWord> fieldFlagWords() {
  static constexpr FlagWord Table[] = {
      {FdF_Mutable, "mutable"},
      {FdF_BitField, "bit_field"},
      {FdF_CaptureByReference, "captures_reference"},
      {FdF_CaptureThis, "captures_this"},
      {FdF_OwnLocation, "own_location"},
  };
  return Table;
}

ArrayRef<FlagWord> functionFlagWords() {
  static constexpr FlagWord Table[] = {
      {FnF_Method, "method"},
      {FnF_Static, "static"},
      {FnF_Constructor, "constructor"},
      {FnF_Destructor, "destructor"},
      {FnF_Virtual, "virtual"},
      {FnF_Pure, "pure"},
      {FnF_Const, "const_method"},
      {FnF_Noexcept, "noexcept"},
      {FnF_NoReturn, "noreturn"},
      {FnF_Variadic, "variadic"},
      {FnF_Internal, "internal"},
      {FnF_Inline, "inline"},
      {FnF_LambdaCall, "lambda"},
      {FnF_Coroutine, "coroutine"},
      {FnF_System, "system"},
      {FnF_Implicit, "implicit"},
      {FnF_Template, "template"},
      {FnF_Main, "main"},
      {FnF_MoveOrCopy, "move_or_copy"},
      {FnF_StaticInit, "static_init"},
      {FnF_Final, "final"},
  };
  return Table;
}

ArrayRef<FlagWord> variableFlagWords() {
  static constexpr FlagWord Table[] = {
      {VF_ThreadLocal, "thread_local"},
      {VF_FunctionStatic, "function_static"},
      {VF_StaticMember, "static_member"},
      {VF_Internal, "internal"},
      {VF_Constant, "constant"},
      {VF_System, "system"},
      {VF_Defined, "defined"},
  };
  return Table;
}

ArrayRef<FlagWord> factFlagWords() {
  static constexpr FlagWord Table[] = {
      {FF_ReadModifyWrite, "rmw"}, {FF_Volatile, "volatile"},
      {FF_AtomicAccess, "atomic"}, {FF_BitFieldAccess, "bit_field"},
      {FF_Virtual, "virtual"},     {FF_Indirect, "indirect"},
      {FF_Implicit, "implicit"},   {FF_Temporary, "temporary"},
  };
  return Table;
}

ArrayRef<FlagWord> localFlagWords() {
  static constexpr FlagWord Table[] = {
      {LF_Temporary, "temporary"},
      {LF_AddressTaken, "address_taken"},
      {LF_Reference, "reference"},
      {LF_OnlyStatement, "only_statement"},
  };
  return Table;
}

uint32_t allFlags(ArrayRef<FlagWord> Words) {
  uint32_t All = 0;
  for (const FlagWord &F : Words)
    All |= F.Bit;
  return All;
}

} // namespace fearless::store

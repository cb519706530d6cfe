//===-- Fact.h - One event of a function's execution ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fact is one event at one location about access paths. Facts state what the
// code does and judge nothing: that a constructor takes a lock is what a model
// says of it at link.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_FACT_H
#define FEARLESS_FACTS_FACT_H

#include "facts/Entities.h"
#include "facts/Path.h"

namespace fearless::facts {

enum class FactKind : uint8_t {
  /// Memory that others may see is read: `n = hits_;`
  /// Path: the location. Locals and parameters whose address is never taken
  /// and which no closure captures by reference have no Read and Write facts.
  Read,
  /// … is written: `hits_ = 0;` `++hits_;` (FF_ReadModifyWrite)
  Write,
  /// A pointer, reference, callable, integer, bool or enum is stored:
  /// `next_ = p;` Path: where; operand 0: the value. For memory this stands
  /// beside the Write. For locals only where a variable has several
  /// definitions (otherwise its value is seen through). A field that is
  /// bound to a reference (`Guard(M &m) : m_(m)`) is Assign of an Address; a
  /// class object copied bit by bit is Assign of an Object. The values that
  /// the ways of ?:, && and || contribute are assigned to a temporary.
  /// Detail: the version that this definition makes.
  Assign,
  /// `new T`: Path is its Allocation root. The constructor follows.
  Allocate,
  /// `delete p`: operand 0 is the pointer. The destructor came before.
  Free,
  /// A call: `f(x)`, `p->g()`, `(*fp)(x)`.
  /// Path: storage of the result, an own Result root, or the object that a
  /// class-type result initialises. Callee: the function; for a virtual
  /// call the method named (FF_Virtual); none for a call through a pointer,
  /// which then is operand 0 (FF_Indirect). The other operands: `this` (as
  /// Address) for a member function, then the arguments. Argument to a
  /// reference parameter: Address.
  Call,
  /// A constructor runs on Path. Callee: the constructor; operand 0 is the
  /// Address of Path, then the arguments. `std::lock_guard g(mu);`
  Construct,
  /// A destructor runs on Path, implicitly at the end of a scope or of a full
  /// expression, or explicitly. Callee: the destructor; operand 0 as above.
  Destroy,
  /// A lambda-expression is evaluated: Path is the closure object, Callee
  /// its operator(). The captures follow as Assign facts to its fields
  /// (Construct for a captured class object). A generic lambda with several
  /// instances: Callee has no body; the instances are its record's Methods.
  Closure,
  /// Ends a block with two successors: the first is taken when operand 0 is
  /// not zero, the second otherwise. `if (owned)` A block with two successors
  /// and no Assume: either may be taken (the guard of a function-local static).
  Assume,
  /// Ends a block: operand 0 is the value, then one Constant per successor. A
  /// last successor without one is the default, taken when none matches; there
  /// is none where the cases cover an enumeration. An Opaque in place of a
  /// Constant is a range of values, which may match.
  Switch,
  /// `co_await`, `co_yield`: the coroutine may be suspended here.
  Suspend,
  /// `throw x;` control goes to Unwind. Ends its block.
  Throw,
  /// Entry of a handler. Callee: none; operand none.
  Catch,
  /// `return x;` operand 0, if any, is the value (Object with the Return root
  /// for class types). Destructors of locals follow; then comes the exit.
  Return,
  /// Something here is not modelled: Detail is an UnknownReason.
  Unknown,
};

enum FactFlag : uint8_t {
  FF_ReadModifyWrite = 1 << 0, ///< Write: reads too, `++n`, `n |= x`.
  FF_Volatile = 1 << 1,
  FF_AtomicAccess = 1 << 2, ///< Read, Write: of a C11 _Atomic, or a built-in.
  FF_BitFieldAccess = 1 << 3,
  FF_Virtual = 1 << 4,  ///< Call: dispatched dynamically.
  FF_Indirect = 1 << 5, ///< Call: through the value in operand 0.
  FF_Implicit = 1 << 6, ///< Nothing is written in the source at this place:
                        ///< destructors at scope end, conversions.
  FF_Temporary = 1 << 7, ///< Construct, Call, Destroy: Path is a temporary that
                         ///< dies at the end of its full expression.
};

struct Fact {
  FactKind Kind = FactKind::Unknown;
  uint8_t Flags = 0;
  uint16_t OperandCount = 0;
  uint32_t FirstOperand = 0; ///< Into FunctionBody::Operands.
  Location Loc;
  PathId Path;
  FunctionId Callee;
  /// Where control goes if this throws: an index of FunctionBody::Cleanups.
  /// None: it cannot throw (or the language has no exceptions).
  CleanupId Unwind;
  uint32_t Detail = 0; ///< Unknown: the reason. Assign: the version. Calls and
                       ///< allocations: their ordinal in the body. Atomic Read
                       ///< and Write: one more than the memory order, as C
                       ///< numbers it; 0 is sequentially consistent.
};

} // namespace fearless::facts

#endif

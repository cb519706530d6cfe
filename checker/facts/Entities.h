//===-- Entities.h - Types, records, functions and variables --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The declarations that facts refer to. Names come in two forms:
//
//  * Name is the identity across translation units: the mangled name for what
//    has external linkage; with a suffix that names the file for what has not;
//    for lambdas the enclosing function and an ordinal; for C records the tag
//    and a digest of the layout. Two entities with one Name are the same.
//  * Qualified is what a person and a model file call it: 'std::lock_guard',
//    'std::lock_guard::lock_guard', 'Ledger::post', 'Ledger::mu_'. No template
//    arguments, no inline namespaces, no anonymous namespaces.
//
// All of it is plain data without behaviour, owned by the TranslationUnit.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_ENTITIES_H
#define FEARLESS_FACTS_ENTITIES_H

#include "facts/Ids.h"

#include <string>
#include <vector>

namespace fearless::facts {

/// A place in the source. Where a macro is involved this is the expansion (the
/// use); the spelling is kept beside it, see FunctionBody::Spellings.
/// Line and column count from 1; a Line of 0 is "nowhere".
struct Location {
  uint32_t Line = 0;
  uint16_t Column = 0;
  uint16_t File = 0; ///< Index of the TranslationUnit's file table.
  friend auto operator<=>(const Location &, const Location &) = default;
  explicit operator bool() const { return Line != 0; }
};

/// Whose code a file is. Only Main and User files have their bodies extracted.
enum class FileOwner : uint8_t { Main, User, System };

struct File {
  std::string Path; ///< Relative to the project root where inside it; never
                    ///< absolute, except for what lies outside the project.
  FileOwner Owner = FileOwner::User;
  bool Generated = false; ///< User code that says of itself that it is.
};

enum class TypeKind : uint8_t {
  Void,
  Bool,
  Integer,
  Floating,
  Enum,
  Pointer,         ///< Element is the pointee.
  Reference,       ///< T& ; Element is the referee.
  RvalueReference, ///< T&&
  Array,           ///< Element is the element type.
  Record,          ///< class, struct, union or closure: see Type::Record.
  Function,
  MemberPointer,
  Other, ///< nullptr_t, vectors, dependent types, …
};

/// A type, structurally. Typedefs are looked through.
struct Type {
  TypeKind Kind = TypeKind::Other;
  bool Const = false;
  bool Volatile = false;
  bool Atomic = false; ///< C11 _Atomic. std::atomic is a Record.
  TypeId Element;
  RecordId Record;
  friend bool operator==(const Type &, const Type &) = default;
};

/// Thread-safety attributes of Clang, and markers of fearless' own.
enum class AnnotationKind : uint8_t {
  Capability,       ///< class CAPABILITY("mutex") M;
  ScopedCapability, ///< class SCOPED_CAPABILITY Guard;
  GuardedBy,        ///< int n GUARDED_BY(mu);
  PtGuardedBy,      ///< int *p PT_GUARDED_BY(mu);
  Acquire,          ///< void lock() ACQUIRE(mu);
  AcquireShared,
  Release, ///< void unlock() RELEASE(mu);
  ReleaseShared,
  ReleaseGeneric,
  TryAcquire, ///< bool try_lock() TRY_ACQUIRE(true, mu);
  TryAcquireShared,
  Requires, ///< void f() REQUIRES(mu);
  RequiresShared,
  Excludes, ///< void f() EXCLUDES(mu);
  AssertHeld,
  AssertHeldShared,
  ReturnCapability, ///< Mutex &mu() RETURN_CAPABILITY(mu_);
  AcquiredBefore,   ///< Mutex a ACQUIRED_BEFORE(b);
  AcquiredAfter,
  NoAnalysis, ///< void f() NO_THREAD_SAFETY_ANALYSIS;
  Reentrant,  ///< class CAPABILITY("mutex") REENTRANT_CAPABILITY M;
  Marker,     ///< [[clang::annotate("fearless::…")]]; Text is the whole string.
};

/// One annotation of a declaration. The arguments are written as the source
/// has them ("mu_", "other->mu_", "!mu"), because they are resolved at link
/// against the entity they annotate. An attribute of a function's parameter is
/// one of the function, with the parameter's number before: "#0: mu_".
struct Annotation {
  AnnotationKind Kind = AnnotationKind::Marker;
  bool Success = true; ///< TryAcquire*: the result that means "acquired".
  std::vector<StringId> Arguments;
  friend bool operator==(const Annotation &, const Annotation &) = default;
};

enum RecordFlag : uint16_t {
  RF_Union = 1 << 0,
  RF_Lambda = 1 << 1,
  RF_Complete = 1 << 2,
  RF_Polymorphic = 1 << 3,
  RF_Abstract = 1 << 4,
  RF_System = 1 << 5, ///< Declared in a system header.
  RF_Local = 1 << 6,  ///< Declared in a function.
  RF_NonTrivialDestructor = 1 << 7,
  RF_Final = 1 << 8,
};

enum FieldFlag : uint8_t {
  FdF_Mutable = 1 << 0,
  FdF_BitField = 1 << 1,
  FdF_CaptureByReference = 1 << 2, ///< Closure field of a [&x] capture.
  FdF_CaptureThis = 1 << 3,        ///< Closure field that holds `this`.
  /// Of bit-fields in a row, which share one memory location: here another
  /// begins, after `int : 0`.
  FdF_OwnLocation = 1 << 4,
};

struct Field {
  StringId Name; ///< Plain name ("mu_"); for a capture the variable's name.
  RecordId Owner;
  TypeId Type;
  uint32_t Index = 0; ///< Position in its record.
  uint8_t Flags = 0;  ///< FieldFlag
  Location Loc;
  std::vector<Annotation> Annotations;
};

struct BaseClass {
  RecordId Record;
  bool Virtual = false;
  friend bool operator==(const BaseClass &, const BaseClass &) = default;
};

struct Record {
  StringId Name;
  StringId Qualified;
  StringId Display; ///< With template arguments: "std::unique_ptr<Cache>".
  uint16_t Flags = 0; ///< RecordFlag
  Location Loc;
  std::vector<BaseClass> Bases;
  std::vector<FieldId> Fields;
  /// Type arguments of a specialisation, in order; other kinds of arguments
  /// are left out.
  std::vector<TypeId> TemplateArguments;
  /// What a callable or an object of this type may run: operator(), virtual
  /// methods and the destructor, as far as they are declared.
  std::vector<FunctionId> Methods;
  std::vector<Annotation> Annotations;
};

enum FunctionFlag : uint32_t {
  FnF_Method = 1 << 0, ///< Non-static member: parameter 0 is `this`.
  FnF_Static = 1 << 1, ///< Static member function.
  FnF_Constructor = 1 << 2,
  FnF_Destructor = 1 << 3,
  FnF_Virtual = 1 << 4,
  FnF_Pure = 1 << 5,
  FnF_Const = 1 << 6,
  FnF_Noexcept = 1 << 7, ///< Cannot let an exception out.
  FnF_NoReturn = 1 << 8,
  FnF_Variadic = 1 << 9,
  FnF_Internal = 1 << 10, ///< Internal linkage.
  FnF_Inline = 1 << 11,   ///< May be defined in several translation units.
  FnF_LambdaCall = 1 << 12, ///< operator() of a closure.
  FnF_Coroutine = 1 << 13,
  FnF_System = 1 << 14,   ///< Declared in a system header.
  FnF_Implicit = 1 << 15, ///< Implicit or defaulted: no source of its own.
  FnF_Template = 1 << 16, ///< An instantiation.
  FnF_Main = 1 << 17,     ///< The program's main.
  FnF_MoveOrCopy = 1 << 18, ///< Copy or move constructor or assignment.
  FnF_StaticInit = 1 << 19, ///< Synthetic: initialises one global variable.
  FnF_Final = 1 << 20,
};

struct Function {
  StringId Name;
  StringId Qualified;
  RecordId Owner; ///< The class of a member.
  uint32_t Flags = 0;
  TypeId Result;
  std::vector<TypeId> Parameters;       ///< Without `this`.
  std::vector<StringId> ParameterNames; ///< Without `this`; may be empty strings.
  std::vector<FunctionId> Overrides;    ///< Directly overridden methods.
  std::vector<Annotation> Annotations;
  Location Loc;
};

enum VariableFlag : uint8_t {
  VF_ThreadLocal = 1 << 0,
  VF_FunctionStatic = 1 << 1,
  VF_StaticMember = 1 << 2,
  VF_Internal = 1 << 3,
  VF_Constant = 1 << 4, ///< const and constant-initialised: never written.
  VF_System = 1 << 5,
  VF_Defined = 1 << 6,
};

/// A variable of static or thread storage duration.
struct Variable {
  StringId Name;
  StringId Qualified;
  TypeId Type;
  uint8_t Flags = 0; ///< VariableFlag
  Location Loc;
  /// The macro that its initialiser is, if it is just one, for
  /// PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP and the like.
  StringId InitialiserMacro;
  std::vector<Annotation> Annotations;
};

} // namespace fearless::facts

#endif

//===-- Capabilities.h - What declarations say of locks -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's thread-safety attributes as the analysis reads them: which capability
// guards a field or variable, and what a function takes, gives back, needs and
// must not find held. Attributes name capabilities as the source does ("mu_",
// "other->mu", "registry().mu"); here they are access paths: of a field
// relative to the object that it is in, of a function in terms of its
// parameters.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_CAPABILITIES_H
#define FEARLESS_ANALYSIS_CAPABILITIES_H

#include "analysis/Summary.h"
#include "analysis/Types.h"

#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

namespace fearless::analysis {

/// \name What an attribute of a function does
/// @{
inline bool isShared(facts::AnnotationKind K) {
  return K == facts::AnnotationKind::AcquireShared ||
         K == facts::AnnotationKind::ReleaseShared ||
         K == facts::AnnotationKind::TryAcquireShared ||
         K == facts::AnnotationKind::RequiresShared ||
         K == facts::AnnotationKind::AssertHeldShared;
}

inline bool isTaking(facts::AnnotationKind K) {
  return K == facts::AnnotationKind::Acquire ||
         K == facts::AnnotationKind::AcquireShared;
}
inline bool isGiving(facts::AnnotationKind K) {
  return K == facts::AnnotationKind::Release ||
         K == facts::AnnotationKind::ReleaseShared ||
         K == facts::AnnotationKind::ReleaseGeneric;
}
inline bool isTrying(facts::AnnotationKind K) {
  return K == facts::AnnotationKind::TryAcquire ||
         K == facts::AnnotationKind::TryAcquireShared;
}
inline bool isAsserting(facts::AnnotationKind K) {
  return K == facts::AnnotationKind::AssertHeld ||
         K == facts::AnnotationKind::AssertHeldShared;
}

inline Mode modeOf(facts::AnnotationKind K) {
  return K == facts::AnnotationKind::ReleaseGeneric  ? Mode::Any
         : K == facts::AnnotationKind::ReleaseShared ? Mode::Shared
                                                     : Mode::Exclusive;
}
/// @}

/// One argument of an attribute.
struct Capability {
  Path Of;               ///< None: the name means nothing that is known.
  bool Negative = false; ///< "!mu"
  bool Any = false;      ///< Whatever lock is held will do: guarded_var, "*".
  /// An attribute of a parameter: the object that looks after it.
  Path Scope;
  std::string Written;
};

/// One attribute of a function.
struct DeclaredEffect {
  facts::AnnotationKind Kind;
  bool Success = true; ///< TryAcquire*: the result that means "acquired".
  /// Without any: the object that the function belongs to.
  std::vector<Capability> Of;
};

/// What guards a field or variable.
struct DeclaredGuard {
  bool Pointee = false; ///< PT_GUARDED_BY: what it points to.
  Capability By;
};

class Capabilities {
public:
  /// \p Summaries must outlive it: accessors are seen through.
  Capabilities(const link::Program &Program, PathTable &Paths,
               const std::vector<Summary> &Summaries);

  /// Does any declaration speak of locks?
  bool any() const { return Any; }

  llvm::ArrayRef<DeclaredEffect> effects(link::FunctionSym F) const;
  bool has(link::FunctionSym F, facts::AnnotationKind K) const;
  /// Guards of a field, relative to PathTable::anyObject().
  llvm::ArrayRef<DeclaredGuard> guards(link::FieldSym F) const;
  llvm::ArrayRef<DeclaredGuard> guards(link::VariableSym V) const;
  bool isScoped(link::RecordSym R) const { return Scoped.contains(R); }
  bool isReentrant(link::RecordSym R) const { return Reentrant.contains(R); }

  /// Where what a call of \p F returns points or refers to, as attributes and
  /// bodies that are told by their summary name it: one name for each mention.
  /// \p Object: what the function belongs to, if anything.
  Path result(link::FunctionSym F, llvm::ArrayRef<Value> Arguments) const;

private:
  friend class CapabilityName;
  bool anyDeclared() const;
  void readRecords();
  void readFields();
  void readVariables();
  void readFunctions();

  const link::Program &Program;
  PathTable &Paths;
  const std::vector<Summary> &Summaries;
  bool Any = false;
  llvm::DenseMap<link::FunctionSym, std::vector<DeclaredEffect>> OfFunctions;
  llvm::DenseMap<link::FieldSym, std::vector<DeclaredGuard>> OfFields;
  llvm::DenseMap<link::VariableSym, std::vector<DeclaredGuard>> OfVariables;
  llvm::DenseSet<link::RecordSym> Scoped, Reentrant;
  // By what people call them.
  llvm::StringMap<llvm::SmallVector<link::VariableSym, 1>> VariablesByName;
  llvm::StringMap<llvm::SmallVector<link::FunctionSym, 1>> FunctionsByName;
  llvm::StringMap<link::RecordSym> RecordsByName;
};

/// \p P with the dereferences at its end taken off: a pointer to a lock and the
/// lock are one capability. What a field or global points to is taken to stay.
Path asCapability(PathTable &Paths, Path P);

/// Is it the operator of a class that makes its objects pointers: `->`, or a
/// `*` of one operand? Of \p Operands operands, the object included.
bool isPointerOperator(llvm::StringRef Qualified, size_t Operands);

/// Reads the argument of an attribute.
class CapabilityName {
public:
  /// Where the names of an attribute are looked up.
  struct Scope {
    link::UnitId Unit;
    link::RecordSym Class;      ///< Of `this` …
    Path Object;                ///< … and where that is.
    link::FunctionSym Function; ///< Whose parameters have names.
    std::string Qualified;      ///< Of what encloses the declaration.
  };

  CapabilityName(const Capabilities &In, const Scope &From)
      : In(In), Program(In.Program), Paths(In.Paths), From(From) {}
  Capability read(llvm::StringRef Text);

private:
  /// A location on the way, with its type.
  struct Node {
    Path At;
    TypeRef Type;
    bool Address = false; ///< Its address is meant: `&x`.
    explicit operator bool() const { return bool(At); }
  };

  bool accept(llvm::StringRef Token);
  llvm::StringRef identifier();
  void skipTemplateArguments();
  Node unary();
  Node primary();
  Node named(llvm::StringRef Name);
  Node parameter(llvm::StringRef Name);
  Node capturedThis();
  Node outward(llvm::StringRef Name);
  Node variable(llvm::StringRef Full);
  Node member(Node Object, llvm::StringRef Name);
  Node fieldNode(link::RecordSym R, Path Object, llvm::StringRef Name);
  Node element(Node Array);
  Node call(llvm::StringRef Name, std::optional<Node> Object);
  link::FunctionSym method(link::RecordSym R, llvm::StringRef Name) const;
  link::RecordSym classOf(TypeRef T) const;
  Node referee(Node N) const;
  Node pointee(Node N) const;
  Value valueOf(const Node &N) const;

  const Capabilities &In;
  const link::Program &Program;
  PathTable &Paths;
  const Scope &From;
  llvm::StringRef Rest;
  unsigned Depth = 0;
};

} // namespace fearless::analysis

#endif

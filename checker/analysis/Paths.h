//===-- Paths.h - Access paths of a whole program -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The access paths of facts (facts/Path.h) name things relative to one body.
// Here they are interned for the whole program: fields and globals by symbol,
// locals, results and allocations by body and number, so that a path keeps its
// meaning when a summary carries it to a caller. Parameter roots stay symbolic:
// they mean "of the function that is looked at", until they are substituted.
//
// Two relations, not to be confused: equal Paths are *must be the same* within
// one activation of a function; the lock key (LockKeys.h) is *may be the same*.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_PATHS_H
#define FEARLESS_ANALYSIS_PATHS_H

#include "facts/Path.h"
#include "link/Program.h"

#include "llvm/ADT/ArrayRef.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fearless::analysis {

using facts::PathKind;
using link::BodyId;
using Path = facts::Id<struct ProgramPathTag>;

/// Is this a step from an array or container to an element?
inline bool isElementStep(PathKind K) {
  return K == PathKind::ElementAny || K == PathKind::ElementConst ||
         K == PathKind::ElementValue;
}

/// A value in terms of program paths. Kind as in facts::Operand; Number is a
/// Path, a FunctionSym, a constant, or a ValueId of the body Version.
struct Value {
  facts::OperandKind Kind = facts::OperandKind::Opaque;
  uint32_t Version = 0;
  uint32_t Number = 0;

  static Value address(Path P, uint32_t V = 0) {
    return {facts::OperandKind::Address, V, P.Index};
  }
  static Value load(Path P, uint32_t V = 0) {
    return {facts::OperandKind::Load, V, P.Index};
  }
  static Value object(Path P) {
    return {facts::OperandKind::Object, 0, P.Index};
  }
  static Value constant(int32_t C) {
    return {facts::OperandKind::Constant, 0, static_cast<uint32_t>(C)};
  }
  static Value function(link::FunctionSym F) {
    return {facts::OperandKind::Function, 0, F.Index};
  }
  static Value unknown() { return {facts::OperandKind::Unknown, 0, 0}; }

  Path path() const { return Path(Number); }
  link::FunctionSym function() const { return link::FunctionSym(Number); }
  int32_t constant() const { return static_cast<int32_t>(Number); }
  bool hasPath() const {
    return Kind == facts::OperandKind::Address ||
           Kind == facts::OperandKind::Load ||
           Kind == facts::OperandKind::Object;
  }
  bool isConstant() const { return Kind == facts::OperandKind::Constant; }
  bool isFunction() const { return Kind == facts::OperandKind::Function; }
  friend auto operator<=>(const Value &, const Value &) = default;
};

struct ProgramPath {
  PathKind Kind = PathKind::Unknown;
  bool Known = true; ///< No step or root is Unknown.
  uint8_t Length = 0;
  uint32_t Version = 0; ///< Deref: of the value. Local, Result, Allocation: the
                        ///< body.
  uint32_t Number = 0;  ///< Global: VariableSym. Field: FieldSym. Else as in
                        ///< facts::PathNode.
  Path Parent;
  Path Root;
};

class PathTable {
public:
  Path root(PathKind Kind, uint32_t Number, BodyId Owner = BodyId());
  Path step(PathKind Kind, Path Parent, uint32_t Number, uint32_t Version = 0);
  Path field(Path Parent, link::FieldSym F) {
    return step(PathKind::Field, Parent, F.Index);
  }
  Path deref(Path Parent, uint32_t Version = 0) {
    return step(PathKind::Deref, Parent, 0, Version);
  }
  Path unknown() { return root(PathKind::Unknown, 0); }
  /// A root that stands for whatever object a field is in, where a field is
  /// spoken of in general.
  Path anyObject() { return root(PathKind::Return, ~0u); }
  /// The element of \p Parent at the index \p Index.
  Path element(Path Parent, Value Index);
  /// The index of an ElementValue step.
  Value indexOf(const ProgramPath &Element) const {
    return IndexValues[Element.Number];
  }

  /// Known, and one object: no "some element of" in it.
  bool definite(Path P) const;
  /// Stays where it is, whatever is made later.
  const ProgramPath &operator[](Path P) const {
    return Chunks[P.Index / ChunkSize][P.Index % ChunkSize];
  }
  bool known(Path P) const { return P && (*this)[P].Known; }
  const ProgramPath &rootOf(Path P) const { return (*this)[(*this)[P].Root]; }
  bool isRoot(Path P, PathKind K) const { return rootOf(P).Kind == K; }
  /// Can callers name \p P as well as the function that speaks of it? Not one
  /// element of many, nor what only that function has.
  bool nameableByCallers(Path P) const;
  /// Can callers speak of \p P at all? Of parameters, globals and the object
  /// returned, but not of what a later value of some memory points to.
  bool visibleToCallers(Path P) const;

  /// The location that \p V points to.
  Path pointee(Value V);
  /// True if \p Prefix is \p P or a path before it.
  bool startsWith(Path P, Path Prefix) const;
  /// \p P with \p From, one of its prefixes, replaced by \p To.
  Path rebase(Path P, Path From, Path To);
  /// The steps of \p P from its root, for walks.
  llvm::SmallVector<Path, 8> prefixes(Path P) const;
  size_t size() const { return Count; }

private:
  static constexpr uint32_t ChunkSize = 4096;

  Path intern(ProgramPath Node);
  Path shortened(Path P);
  /// A node's hash tells most others apart without a look at them.
  struct Slot {
    Path Node;
    uint32_t Hash = 0;
  };
  /// The slot of \p Node, or the free one where it belongs.
  Slot &slot(const ProgramPath &Node, uint32_t Hash);
  void grow();

  /// A large program has tens of millions: no copies while the table grows.
  std::vector<std::unique_ptr<ProgramPath[]>> Chunks;
  uint32_t Count = 0;
  /// Open addressing by hash; a power of two, at most three quarters full.
  std::vector<Slot> Slots;
  /// Values that serve as indices; an ElementValue's Number is one of these.
  std::map<Value, uint32_t> IndexIds;
  std::vector<Value> IndexValues; ///< By id.
};

/// What arguments a call substitutes for the parameters of its callee.
struct Binding {
  llvm::ArrayRef<Value> Arguments; ///< `this` first, for methods.
  Path Result;                     ///< Stands for the Return root.
};

/// \p P of a callee in the caller's terms. Unknown where the callee's own
/// locals are meant.
Path substitute(PathTable &Paths, Path P, const Binding &B);
Value substitute(PathTable &Paths, Value V, const Binding &B);

/// How a user would write \p P: "Ledger::mu_", "g_mu", "lk". Parameters are
/// those of \p In. Empty where there is no name for it.
std::string describe(const link::Program &Program, const PathTable &Paths,
                     Path P, BodyId In);

} // namespace fearless::analysis

#endif

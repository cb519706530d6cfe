//===-- LockKeys.h - When two paths may be the same lock ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock key is a lock class, as in Linux's lockdep: the field that a lock is,
// in whatever object (`Type::field`), or the variable. Two paths with equal
// keys may be the same lock; with different keys they are taken not to be. The
// field is the one that gives the lock its meaning: of `conn.mu_.native_`,
// where mu_'s class is a lock of the user's own, it is mu_.
//
// What a closure captured by reference is the variable itself.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_LOCKKEYS_H
#define FEARLESS_ANALYSIS_LOCKKEYS_H

#include "analysis/CallGraph.h"
#include "analysis/LockClasses.h"
#include "analysis/ObjectPointers.h"
#include "analysis/Summary.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/Hashing.h"

namespace fearless::analysis {

struct LockKey {
  enum Kind : uint8_t {
    None,
    Field,
    Variable,
    Object,
    Unclear, ///< A lock of which it cannot be told which one it is.
  };
  Kind What = None;
  uint32_t Number = 0; ///< FieldSym, VariableSym or Path.
  explicit operator bool() const { return What != None; }
  friend auto operator<=>(const LockKey &, const LockKey &) = default;
  friend llvm::hash_code hash_value(const LockKey &K) {
    return llvm::hash_combine(K.What, K.Number);
  }
};

/// A path, and the function whose parameters it speaks of.
struct PlacedPath {
  Path P;
  BodyId In;
  friend auto operator<=>(const PlacedPath &, const PlacedPath &) = default;
};

class LockKeys {
public:
  LockKeys(const link::Program &Program, PathTable &Paths,
           const CallGraph &Graph, const std::vector<Summary> &Summaries,
           const ObjectPointers &Pointers, const LockClasses &Classes);

  LockKey key(Path P, BodyId In) const;
  /// The same, of a part of a lock of the user's own: the part.
  LockKey innerKey(Path P, BodyId In) const;
  /// Are the two parts of one lock of the user's own?
  bool oneObject(Path A, Path B) const;
  /// \p P with captures by reference replaced by what they captured.
  PlacedPath normalise(Path P, BodyId In) const;
  /// What to call a lock in messages.
  std::string name(Path P, BodyId In) const;
  std::string name(LockKey K) const;
  /// The same with template arguments: "Guarded<Users>::mu_".
  std::string fullName(LockKey K) const;
  /// What its type is to a library's model, if it is a variable or field of
  /// one.
  std::optional<models::TypeRole> role(LockKey K) const;
  /// Where it is declared.
  findings::Place declaration(LockKey K) const;

private:
  bool isAllOfLibraryClass(link::FieldSym F) const;
  LockKey findKey(Path P, BodyId In, bool Inner = false) const;
  PlacedPath findNormal(Path P, BodyId In) const;
  void findCaptures(const CallGraph &Graph,
                    const std::vector<Summary> &Summaries);
  bool hasDeref(Path P) const;

  const link::Program &Program;
  PathTable &Paths;
  const ObjectPointers &Pointers;
  const LockClasses &Classes;
  /// Closure field → what it refers to, in terms of the enclosing function.
  llvm::DenseMap<link::FieldSym, std::pair<Value, BodyId>> Captures;
  /// Answers given: every root asks the same of every function that it reaches.
  mutable llvm::DenseMap<uint64_t, LockKey> KnownKeys;
  mutable llvm::DenseMap<uint64_t, PlacedPath> KnownNormals;
};

} // namespace fearless::analysis

#endif

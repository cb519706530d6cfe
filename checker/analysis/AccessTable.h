//===-- AccessTable.h - What is done to memory, by its name ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Accesses and other uses of memory that others may see, by the field or
// variable that they are of; of what only a pointer names, in a list of its
// own. What is noted is for those who fill the table to say.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ACCESSTABLE_H
#define FEARLESS_ANALYSIS_ACCESSTABLE_H

#include "analysis/LockKeys.h"

#include <map>

namespace fearless::analysis {

struct AccessPlace {
  BodyId Body;
  Path Of; ///< In terms of the body.
  uint32_t Fact : 28;
  uint32_t Write : 1;
  /// A write that ends the object. Not by its last user, nor where no thread of
  /// the program's own gets.
  uint32_t Frees : 1;
  uint32_t Part : 1;   ///< The access is of a whole object that Of is in.
  uint32_t Atomic : 1; ///< `__atomic_store_n(&x, …)` of a plain variable.
  uint32_t ReadAt;   ///< Where the pointer was read that leads there.
};

class AccessTable {
public:
  const std::map<LockKey, std::vector<AccessPlace>> &byKey() const {
    return ByKey;
  }
  /// Accesses that only a pointer names.
  llvm::ArrayRef<AccessPlace> byPointer() const { return ByPointer; }
  /// Those that are atomic, of plain memory: of one key, and of pointers. They
  /// are in no other list.
  llvm::ArrayRef<AccessPlace> atomicsOf(LockKey K) const {
    auto It = Atomics.find(K);
    return It == Atomics.end() ? llvm::ArrayRef<AccessPlace>()
                               : llvm::ArrayRef(It->second);
  }
  llvm::ArrayRef<AccessPlace> atomicsByPointer() const {
    return AtomicsByPointer;
  }
  bool empty() const { return ByKey.empty() && ByPointer.empty(); }
  /// The field or variable that \p P of \p In is, elements aside: what may be
  /// one location has one key. None of what only a pointer names.
  LockKey keyOf(Path P, BodyId In) const;

protected:
  AccessTable(const link::Program &Program, PathTable &Paths,
              const LockKeys &Keys)
      : Program(Program), Paths(Paths), Keys(Keys) {}
  void add(const AccessPlace &At);
  void add(LockKey Key, const AccessPlace &At) {
    (At.Atomic ? Atomics : ByKey)[Key].push_back(At);
  }

  const link::Program &Program;
  PathTable &Paths;

private:
  const LockKeys &Keys;
  std::map<LockKey, std::vector<AccessPlace>> ByKey;
  std::vector<AccessPlace> ByPointer;
  std::map<LockKey, std::vector<AccessPlace>> Atomics;
  std::vector<AccessPlace> AtomicsByPointer;
};

/// The first of the fields that share the memory location of \p F: members of
/// a union, and bit-fields in a row ([intro.memory]).
link::FieldSym firstSharing(const link::Program &Program, link::FieldSym F);

} // namespace fearless::analysis

#endif

//===-- Accesses.h - Who touches which field or variable ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every plain access of the program to memory that others may see, by the field
// or variable that it is of: reads and writes of the facts, and what models say
// that library calls do. A whole structure is each of its fields; fields that
// share a memory location are one.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ACCESSES_H
#define FEARLESS_ANALYSIS_ACCESSES_H

#include "analysis/LastUsers.h"
#include "analysis/Threads.h"
#include "analysis/Types.h"

#include <map>

namespace fearless::analysis {

struct AccessPlace {
  BodyId Body;
  Path Of; ///< In terms of the body.
  uint32_t Fact : 29;
  uint32_t Write : 1;
  /// A write that ends the object. Not by its last user, nor where no thread of
  /// the program's own gets.
  uint32_t Frees : 1;
  uint32_t Part : 1; ///< The access is of a whole object that Of is in.
  uint32_t ReadAt;   ///< Where the pointer was read that leads there.
};

class Accesses {
public:
  /// One pass over the program.
  Accesses(const link::Program &Program, PathTable &Paths,
           const CallGraph &Graph, const std::vector<Summary> &Summaries,
           const LockKeys &Keys, const ThreadRoots &Roots);

  const std::map<LockKey, std::vector<AccessPlace>> &byKey() const {
    return ByKey;
  }
  /// Accesses that only a pointer names.
  llvm::ArrayRef<AccessPlace> byPointer() const { return ByPointer; }
  /// The field or variable that \p P of \p In is, elements aside: what may be
  /// one location has one key. None of what only a pointer names.
  LockKey keyOf(Path P, BodyId In) const;

private:
  bool mayRaceAsFree(BodyId B, uint32_t Fact, Path P) const;
  void collect(BodyId B, const std::vector<Summary> &Summaries);
  enum How { Reads, Writes, Frees };
  void add(BodyId B, uint32_t Fact, Path P, How Does, uint32_t ReadAt);
  link::RecordSym classFor(BodyId B, Path P) const;
  void addWhole(const AccessPlace &At, link::RecordSym R, unsigned Depth);
  bool mayRace(Path P, BodyId In) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  LastUsers Last;
  bool Threads; ///< The program starts some.
  std::map<LockKey, std::vector<AccessPlace>> ByKey;
  std::vector<AccessPlace> ByPointer;
};

/// The first of the fields that share the memory location of \p F: members of
/// a union, and bit-fields in a row ([intro.memory]).
link::FieldSym firstSharing(const link::Program &Program, link::FieldSym F);

} // namespace fearless::analysis

#endif

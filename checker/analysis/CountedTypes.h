//===-- CountedTypes.h - Classes whose references are counted -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A member is a reference count if some function increments it and another
// decrements it and, where it has become zero, destroys or frees the object
// that it is in: `if (--refs_ == 0) delete this;`. The two halves may be in
// functions of a policy, and the class in a CRTP base. Only plain integers are
// looked for here: a count whose changes are atomic, or all under one lock of
// the counting functions' own, is for any thread. Of libraries, models tell.
//
// A handle is what counts by being copied and destroyed.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_COUNTEDTYPES_H
#define FEARLESS_ANALYSIS_COUNTEDTYPES_H

#include "analysis/CountSearch.h"
#include "analysis/FunctionResult.h"
#include "analysis/LockKeys.h"
#include "analysis/Types.h"

#include <map>
#include <set>

namespace fearless::analysis {

/// A member that counts references, not atomically.
struct ReferenceCount {
  link::FieldSym Field;
  Site Up;   ///< Where it is incremented: the first such place.
  Site Down; ///< Where it is decremented, with the test for zero after it, …
  Site End;  ///< … and what then destroys the object.
};

/// By what an object is counted without atomics.
struct PlainCounting {
  /// The class that has the count; or of a library, of which a model says so.
  link::RecordSym Class;
  const ReferenceCount *Count = nullptr; ///< None: a library's.
};

/// Not thread-safe.
class CountedTypes {
public:
  /// Linear in the program's facts.
  CountedTypes(const link::Program &Program, PathTable &Paths,
               const CallGraph &Graph, const std::vector<Summary> &Summaries,
               const std::vector<FunctionResult> &Results,
               const LockKeys &Keys);

  /// In order of field.
  const std::map<link::FieldSym, ReferenceCount> &counts() const {
    return Counts;
  }
  const ReferenceCount *count(link::FieldSym F) const;
  /// The count that \p P names, in whatever object; by the pointer to it, too.
  const ReferenceCount *countOf(Path P) const;
  /// Are objects of \p R counted without atomics, by \p R or a base of it?
  std::optional<PlainCounting> counting(link::RecordSym R) const;
  /// Does copying or destroying an object of \p R change such a count: is it a
  /// handle, or has it one as a member, base, capture or element?
  std::optional<PlainCounting> handle(link::RecordSym R);
  /// The same of \p R itself, whatever it is made of: does its destructor?
  std::optional<PlainCounting> ownCounting(link::RecordSym R) const;
  /// Does \p B change a count, not only by calling others?
  bool counts(BodyId B) const { return Changed.count(B); }
  /// Does calling \p B change a count, as far as calls are followed?
  bool changes(BodyId B) const;
  /// What destroys the object that \p Part, of \p B, is a member of, on just
  /// one way of the branch there. None: nothing does.
  std::optional<uint32_t> endAfter(BodyId B, uint32_t Branch, Path Part) const;

private:
  std::optional<PlainCounting> findHandle(link::RecordSym R, unsigned Depth);
  std::optional<PlainCounting> handleOfType(TypeRef T, unsigned Depth);
  std::optional<PlainCounting> handleOfLibrary(const link::RecordSymbol &Sym,
                                               link::RecordSym R,
                                               unsigned Depth);
  bool saysLibrary(link::RecordSym R) const;
  bool countsFor(link::FieldSym F, link::RecordSym R) const;
  const ReferenceCount *changedBy(BodyId B, unsigned Depth) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  CountSearch Search;
  std::map<link::FieldSym, ReferenceCount> Counts;
  /// The counts that bodies change by themselves.
  std::map<BodyId, std::set<link::FieldSym>> Changed;
  std::map<link::RecordSym, std::optional<PlainCounting>> Handles;
};

} // namespace fearless::analysis

#endif

//===-- ObjectUses.h - Uses of objects that threads may not share ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Some classes are for one thread at a time whatever their members are
// (FEARLESS_NOT_SYNC), or for the thread that made the object
// (FEARLESS_THREAD_BOUND). To use such an object is to call a member function
// of it, to touch a member from outside of the class, or to pass it to a
// function out of sight; to make it, to move it away and to destroy it are no
// uses.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_OBJECTUSES_H
#define FEARLESS_ANALYSIS_OBJECTUSES_H

#include "analysis/AccessTable.h"
#include "analysis/BodyView.h"
#include "analysis/Threads.h"

#include <functional>

namespace fearless::analysis {

class ObjectUses : public AccessTable {
public:
  /// Of which functions calls on such an object are uses.
  enum Wanted : uint8_t {
    None,
    Own,     ///< The program's.
    OfModel, ///< A library's, which a model describes.
  };
  using Filter = std::function<Wanted(link::RecordSym)>;

  /// One pass over the functions that threads get to, if the program has such
  /// a class.
  ObjectUses(const link::Program &Program, PathTable &Paths,
             const CallGraph &Graph, const std::vector<Summary> &Summaries,
             const LockKeys &Keys, const ThreadRoots &Roots,
             const Filter &Classify);

private:
  void collect(BodyId B);
  void addCall(BodyView &View, const CallSite &S);
  void addPassed(BodyView &View, const CallSite &S);
  void addMember(BodyView &View, uint32_t Fact);
  void add(BodyView &View, uint32_t Fact, Path Object, facts::PathId Of);
  bool isInside(BodyId B, link::RecordSym R) const;

  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  std::vector<Wanted> Classes;    ///< By RecordSym.
  std::vector<uint32_t> Ordinals; ///< Of the results of the body looked at.
};

} // namespace fearless::analysis

#endif

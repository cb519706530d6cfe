//===-- MemberOrder.h - Members that die before the thread that uses them -===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Members are destroyed in reverse order of their declaration. A member that
// joins its thread when it is destroyed (a std::jthread, the future of
// std::async, a joiner of the user's own) comes too late for the members that
// are declared after it, if the thread uses them and the destructor of the
// class has not ended it before.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_MEMBERORDER_H
#define FEARLESS_ANALYSIS_MEMBERORDER_H

#include "analysis/MemberThreads.h"
#include "analysis/ThreadBorrows.h"

namespace fearless::models {
class Catalogue;
}

namespace fearless::analysis {

struct MisplacedMember {
  RootId Thread;
  link::FieldSym Handle;
  link::FieldSym Used;
  Site Use;
};

class MemberOrder {
public:
  MemberOrder(const link::Program &Program, const models::Catalogue &Models,
              PathTable &Paths, const CallGraph &Graph,
              const std::vector<Summary> &Summaries,
              const std::vector<FunctionResult> &Results,
              const ThreadRoots &Roots, const MemberThreads &Members)
      : Program(Program), Models(Models), Paths(Paths), Graph(Graph),
        Summaries(Summaries), Results(Results), Roots(Roots), Members(Members) {
  }

  /// Of the thread and the object that are \p B's. Linear in the functions that
  /// the thread reaches.
  std::optional<MisplacedMember> of(const ThreadBorrow &B) const;

private:
  link::FieldSym handleIn(const ThreadBorrow &B) const;
  link::RecordSym classOfField(link::FieldSym F) const;
  bool joinsWhenDestroyed(link::RecordSym R) const;
  bool endedBefore(link::RecordSym Object, link::FieldSym Handle) const;
  bool matters(link::FieldSym F) const;
  Site useOf(RootId T, link::FieldSym F) const;

  const link::Program &Program;
  const models::Catalogue &Models;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const ThreadRoots &Roots;
  const MemberThreads &Members;
};

} // namespace fearless::analysis

#endif

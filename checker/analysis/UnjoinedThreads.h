//===-- UnjoinedThreads.h - Handles that die while they name a thread -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A model says which handles must name no thread when they are destroyed or
// assigned to. Here is where they may: at the end of a scope on a way past the
// join, when a container of handles is cleared, when an exception that the
// program itself throws passes, and in the destructor of a class that keeps a
// thread in a member and ends it nowhere.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_UNJOINEDTHREADS_H
#define FEARLESS_ANALYSIS_UNJOINEDTHREADS_H

#include "analysis/MemberThreads.h"
#include "analysis/ThreadHandles.h"
#include "analysis/Types.h"

namespace fearless::models {
class Catalogue;
}

namespace fearless::analysis {

struct UnjoinedThread {
  enum Kind : uint8_t {
    ScopeEnds,
    Assigned, ///< Another thread is assigned to its handle.
    Cleared,  ///< It goes out of a container or owning pointer.
    Thrown,
    MemberDies, ///< In the destructor of its class.
  };
  Kind What = ScopeEnds;
  Site At; ///< Where the handle dies; Thrown: where the exception comes from.
  Site Spawn;            ///< Where the thread is started.
  Site Join;             ///< Where it is joined on another way. May be none.
  Path Handle;           ///< In terms of the body of At.
  link::FieldSym Member; ///< MemberDies.
};

class UnjoinedThreads {
public:
  /// Linear in the facts, and in those of functions that start threads times
  /// the threads.
  UnjoinedThreads(const link::Program &Program, const models::Catalogue &Models,
                  PathTable &Paths, const CallGraph &Graph,
                  const std::vector<Summary> &Summaries,
                  const std::vector<FunctionResult> &Results,
                  const MemberThreads &Members);

  /// One for each thread and handle, in order.
  llvm::ArrayRef<UnjoinedThread> found() const { return Found; }

private:
  struct Inside;
  Path dyingHandle(const models::FunctionModel *M, Path Object,
                   BodyId In) const;
  Path dyingAt(Inside &In, const CallSite &S) const;
  void look(BodyId B);
  void lookAtSite(Inside &In, const CallSite &S);
  void lookAtThrow(Inside &In, uint32_t Fact);
  void lookAtCleanups(Inside &In, uint32_t Fact, const PointState &S);
  void lookAtDestructor(Inside &In);
  bool diesUnjoined(Inside &In, Path Object, link::FunctionSym Destructor,
                    const Running &R) const;
  bool throws(const CallSite &S) const;
  bool mayBeCaught(BodyId B) const;
  void add(Inside &In, UnjoinedThread U);

  const link::Program &Program;
  const models::Catalogue &Models;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const MemberThreads &Members;
  std::vector<UnjoinedThread> Found;
};

} // namespace fearless::analysis

#endif

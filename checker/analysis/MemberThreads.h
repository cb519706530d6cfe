//===-- MemberThreads.h - Threads whose handle is a member ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A class that keeps a thread in a member starts it in one method and ends it
// in another: by field, where threads get into it, and where they may be
// joined, detached or moved on. One object is not told from another; what may
// be the end of a thread counts as one.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_MEMBERTHREADS_H
#define FEARLESS_ANALYSIS_MEMBERTHREADS_H

#include "analysis/FunctionResult.h"

#include <map>
#include <set>

namespace fearless::analysis {

class MemberThreads {
public:
  /// Linear in the call sites.
  MemberThreads(const link::Program &Program, PathTable &Paths,
                const CallGraph &Graph, const std::vector<Summary> &Summaries,
                const std::vector<FunctionResult> &Results);

  /// The field that \p Handle is, or is an element or pointee of. None if it is
  /// no member.
  link::FieldSym fieldOf(Path Handle) const;
  /// The places that start the threads of \p F. Sorted.
  llvm::ArrayRef<Site> starts(link::FieldSym F) const;
  /// Where a thread of \p F may end, or leave it. Sorted.
  llvm::ArrayRef<Site> ends(link::FieldSym F) const;
  /// May one do so in \p B or what it calls? Cost: functions, up to a bound,
  /// beyond which the answer is yes.
  bool mayEndIn(BodyId B, link::FieldSym F) const;

private:
  void addStarts();
  void addEnds(BodyId B);
  bool keepsThread(const CallSite &S, size_t Operand, bool Handle) const;
  bool isHandle(Path P, BodyId In) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  std::map<link::FieldSym, std::vector<Site>> Starts, Ends;
};

} // namespace fearless::analysis

#endif

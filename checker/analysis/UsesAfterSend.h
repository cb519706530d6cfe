//===-- UsesAfterSend.h - What the giver does with what it gave away ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A value that is moved to another thread: into the callable or an argument of
// one that is started, or into a function that leaves it, under a lock or by an
// atomic, where other threads look (a channel, a queue). What is left of it is
// of no use: who reads it before he gives it a new value means the one that he
// has sent. That only a way is looked at which the sending dominates errs to
// silence; so does a test of the variable.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_USESAFTERSEND_H
#define FEARLESS_ANALYSIS_USESAFTERSEND_H

#include "analysis/BodyView.h"

#include <optional>

namespace fearless::analysis {

struct UseAfterSend {
  BodyId Body;
  uint32_t Sent = 0; ///< The call that sends.
  uint32_t Use = 0;
  Path What;
  bool Starts = false; ///< The call starts a thread.
  /// What it pointed to is used, by a pointer that was kept.
  bool Pointee = false;
  bool Again = false; ///< It is sent in each round of a loop, and made in none.
};

class UsesAfterSend {
public:
  /// Linear in the call sites; for each value that is sent, in the function.
  UsesAfterSend(const link::Program &Program, PathTable &Paths,
                const CallGraph &Graph, const std::vector<Summary> &Summaries);

  /// In order, one for each sending.
  llvm::ArrayRef<UseAfterSend> found() const { return Found; }

private:
  struct Sending {
    uint32_t Fact; ///< The call.
    Path What;
    bool Starts = false;
    uint32_t Moved; ///< What moves it: the call, or a construction before it.
  };
  class Walk;
  void look(BodyId B);
  void findSendings(BodyView &View, const CallSite &S,
                    std::vector<Sending> &To) const;
  std::optional<Sending> movedInto(BodyView &View, Path Holder,
                                   uint32_t Before) const;
  Path variable(BodyView &View, const facts::Operand &O) const;
  bool ownsSomething(Path P, BodyId In) const;
  bool sends(BodyId Callee, unsigned Parameter) const;
  bool keeps(BodyId Callee, unsigned Parameter) const;
  bool startsThread(const CallSite &S) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  std::vector<UseAfterSend> Found;
};

} // namespace fearless::analysis

#endif

//===-- TouchedElements.h - Which elements threads touch in a trial -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of two accesses to elements: do threads touch one element, by what a trial
// run (TrialRun.h) of the function says that starts them? Asked on demand, one
// run for each such function; after a bound of steps for the whole program, no
// more.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_TOUCHEDELEMENTS_H
#define FEARLESS_ANALYSIS_TOUCHEDELEMENTS_H

#include "analysis/TrialRun.h"

namespace fearless::analysis {

class TouchedElements {
public:
  TouchedElements(const link::Program &Program, PathTable &Paths,
                  const CallGraph &Graph, const std::vector<Summary> &Summaries,
                  const std::vector<FunctionResult> &Results,
                  const ThreadRoots &Roots)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
        Results(Results), Roots(Roots), Starts(findThreadStarts(Roots)) {}

  /// An access to \p Of, in terms of its function, by a thread of By.
  struct Use {
    Site At;
    Path Of;
    RootId By;
    uint32_t Held = 0; ///< Locks, as far as is known.
    friend auto operator<=>(const Use &, const Use &) = default;
  };
  enum Verdict : uint8_t {
    Unknown,
    Apart, ///< All indices are known, and none is that of another thread; or
           ///< one lock is held whenever they meet.
    Meet,  ///< Two threads touch one element, while both run.
  };
  Verdict compare(const Use &A, const Use &B);
  /// Do two threads touch one thing, while both run, and is what they hold then
  /// known, and nothing of it one lock?
  bool meetUnlocked(const Use &A, const Use &B);
  /// The indices, the outermost first, of an element that both touch, and that
  /// one does not hold a lock for. Empty: what they touch is no element.
  std::vector<int64_t> example(const Use &A, const Use &B) {
    return ask(A, B).Example;
  }
  /// Functions for which no steps were left.
  unsigned cuts() const { return Cuts; }

private:
  static constexpr uint64_t MaxSteps = 3'000'000;
  static constexpr unsigned MaxCallers = 4; ///< Up to where a run begins.

  struct Answer {
    bool Compared = false; ///< Both were done.
    bool Complete = true;  ///< No index is out of sight.
    bool SameIndices = false;
    bool Meet = false;
    bool Unlocked = false; ///< Some time: meetUnlocked().
    bool Locked = true;    ///< Whenever they met.
    /// Nothing that comes can change what is said.
    bool settled() const { return Meet && Unlocked && !Locked; }
    std::vector<int64_t> Example; ///< See example().
  };

  BodyId starterOf(RootId R) const;
  void add(Answer &To, const TrialRun &Run, uint32_t I, const Use &A,
           uint32_t J, const Use &B);
  Answer look(const Use &A, const Use &B);
  const Answer &ask(const Use &A, const Use &B);
  const TrialRun *trial(BodyId Starter);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const ThreadRoots &Roots;
  const ThreadStarts Starts;
  std::map<std::pair<Use, Use>, Answer> Answers;
  std::map<BodyId, std::unique_ptr<TrialRun>> Runs;
  uint64_t Steps = 0;
  unsigned Cuts = 0;
};

} // namespace fearless::analysis

#endif

//===-- EarlyInitialisers.h - What main sets up before it starts threads --===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (state != READY) set_up();` in a function that everybody calls, where
// set_up() makes the state READY: who comes second does not call it. If main
// comes to such a gate before it starts a thread, what is only reached through
// the gate has happened before all threads.
//
// A gate is a call that a branch on a global variable leads to. Only constants
// are stored in the variable, all of them by what is called through the gate,
// and one of them closes it. That main surely passes it on its way is not
// asked: that it may, before the first thread, is taken for the intention. So
// this errs to silence, where an initialisation is guarded by hand.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_EARLYINITIALISERS_H
#define FEARLESS_ANALYSIS_EARLYINITIALISERS_H

#include "analysis/Threads.h"

#include <map>
#include <set>

namespace fearless::analysis {

class EarlyInitialisers {
public:
  EarlyInitialisers(const link::Program &Program, const CallGraph &Graph,
                    const std::vector<Summary> &Summaries,
                    const ThreadRoots &Roots)
      : Program(Program), Graph(Graph), Summaries(Summaries), Roots(Roots) {}

  /// Does \p R get to \p S only through gates that are closed before it runs,
  /// or, for main, before any thread does? Cost: the first time that of a pass
  /// over all bodies, and for each root of one over the calls that it makes.
  bool avoids(RootId R, Site S);

private:
  /// What the program does to one variable.
  struct Stores {
    std::set<int32_t> Constants;
    std::vector<BodyId> Writers;
    unsigned Writes = 0, Assigns = 0;
    bool Other = false; ///< Something unknown is stored, or added.
  };
  struct Gate {
    Site Call;
    link::VariableSym On;
    std::vector<RootId> Mains; ///< That come here before any thread.
  };
  /// A condition that asks one global variable.
  struct Asked {
    link::VariableSym On;
    facts::ValueOp Op = facts::ValueOp::NotEqual;
    int32_t With = 0;
    bool Negated = false;
    bool holds(int32_t Value) const;
  };

  void find();
  void scan(BodyId B);
  std::optional<Asked> asked(BodyId B, const facts::Operand &O,
                             unsigned Depth) const;
  std::optional<Asked> predicate(BodyId B) const;
  void findGates(BodyId B);
  bool isEarly(Site Call) const;
  void add(Gate G);
  bool leadsToAll(const CallSite &From, const Stores &To) const;
  void findEarly(RootId Main);
  llvm::BitVector afterStarts(BodyId B) const;
  bool starts(const CallSite &S) const;
  const llvm::BitVector &reach(RootId R);
  bool closedFor(const Gate &G, RootId R) const;

  const link::Program &Program;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const ThreadRoots &Roots;
  bool Known = false;
  std::map<link::VariableSym, Stores> Variables;
  std::map<BodyId, Asked> Predicates;
  std::vector<Gate> Gates;
  /// Of each main root: the call sites that it comes to before any thread.
  std::vector<std::pair<RootId, std::set<Site>>> Early;
  std::map<RootId, llvm::BitVector> Reached;
};

} // namespace fearless::analysis

#endif

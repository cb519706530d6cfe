//===-- Operations.h - What functions do to shared data in one go ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An operation is one access to data that others can see as somebody sees it
// who looks at one function: a read or write of its own, a call that a model
// explains, or a call of a function that does such things, with the locks that
// it takes for them. `bool empty() { lock_guard g(mu_); return q_.empty(); }`
// is, to its callers, a read of q_ under mu_ that its result tells about.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_OPERATIONS_H
#define FEARLESS_ANALYSIS_OPERATIONS_H

#include "analysis/CriticalSections.h"
#include "analysis/MemoryOrder.h"
#include "analysis/ValueOrigins.h"

#include <map>

namespace fearless::analysis {

struct Operation {
  uint32_t Fact = 0; ///< In the function that is looked at.
  Site At;           ///< Where it happens in the end.
  Path Where;        ///< The memory, in terms of the function.
  Path Data;         ///< The same without the element: the container.
  /// Taken for it and given back, by the call at Fact.
  ShortList<Path> Locks;
  /// How many functions between the one that takes the lock, or has the atomic,
  /// and this one just hand it on.
  uint8_t Forwarded = 0;
  bool Atomic = false;
  MemoryOrder Order = SeqCst; ///< Atomic. A fence in the function counts.
  bool Reads = false, Writes = false;
  /// To callers: what the call returns, or leaves where the caller can see it,
  /// depends on what is read.
  bool Tells = true, Leaves = false;
  /// It looks itself whether what it does is still right: a branch on what it
  /// reads under the same hold, a compare-exchange, an update whose result is
  /// looked at.
  bool Checked = false;
  bool NeedsElement = false; ///< Right only if there is one.
  bool Inserts = false, Removes = false;
  /// Doing it twice is as doing it once: insert-if-absent, erase, clear.
  bool Repeatable = false;
  bool Modifies = false; ///< Reads and writes at once: `++n`.
  /// Checked by a look at the data itself, or by a comparison with something.
  bool Compared = false;
  /// Nothing that has a name: what a parameter refers to.
  bool Nameless = false;
  std::optional<int32_t> Constant; ///< What is written.
  /// What is written comes from these operands of the fact.
  std::vector<facts::Operand> Values;
  uint64_t Parameters = 0; ///< … from these parameters, to callers.
};

class Operations {
public:
  Operations(const link::Program &Program, PathTable &Paths,
             const CallGraph &Graph, const std::vector<Summary> &Summaries);

  /// What one function does. Callees must have been asked for before.
  struct Inside {
    BodyView &View;
    const CriticalSections &Sections;
    const ValueOrigins &Values;
    std::vector<Operation> All; ///< In order of fact.
  };
  void find(Inside &In);
  /// Does calling \p B change anything, as far as is known, that others see?
  bool changesState(BodyId B) const { return Changes[B.Index]; }

  /// Has some atomic operation an order of its own?
  bool anyRelaxed() const { return AnyRelaxed; }

  /// Does the value that \p From was made from include what \p O read?
  static bool comesFrom(const Inside &In, const Operation &O,
                        const Origins &From);

private:
  void addAccess(Inside &In, uint32_t Fact);
  void addModelled(Inside &In, const CallSite &Site);
  void addCallee(Inside &In, const CallSite &Site);
  void check(Inside &In);
  void tell(Inside &In);
  bool changes(Inside &In) const;
  Path container(Path Where) const;
  bool nameless(Path Where) const;
  void findElementValues(Inside &In) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  std::map<BodyId, std::vector<Operation>> Told; ///< To callers.
  std::vector<bool> Changes;
  bool AnyRelaxed = false;
};

} // namespace fearless::analysis

#endif

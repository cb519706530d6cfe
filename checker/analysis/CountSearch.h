//===-- CountSearch.h - Which members are reference counts ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The search of CountedTypes.h through the bodies of a program, callees first.
// A function tells its callers what it does to an integer that a parameter
// refers to (`static int decrement(int &c) { return --c; }`), of what its
// result says the new value, and what it destroys: so the two halves of
// `if (decrement(p->refs_) == 0) destroy(p);` are found wherever they are.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_COUNTSEARCH_H
#define FEARLESS_ANALYSIS_COUNTSEARCH_H

#include "analysis/BodyView.h"

#include <map>

namespace fearless::analysis {

/// One change of an integer, as the function that is looked at does it.
struct CountChange {
  uint32_t Fact = 0; ///< The store, or the call of who does it.
  Path Of;
  bool Up = false;
  bool Atomic = false;
  facts::PathId Value; ///< What holds the new or the old value.
};

/// A decrement, the test of it, and what is done when it was the last.
struct LastReference {
  CountChange Down;
  uint32_t Branch = 0, End = 0;
};

/// Not thread-safe.
class CountSearch {
public:
  CountSearch(const link::Program &Program, PathTable &Paths,
              const CallGraph &Graph, const std::vector<Summary> &Summaries)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries) {}

  /// What one body does to integers that others may see. Callees must have been
  /// looked at before.
  struct Found {
    std::vector<CountChange> Changes;
    std::vector<LastReference> Last;
  };
  Found look(BodyId B);

  /// On just one of the ways of the branch at the fact \p Branch, what ends the
  /// object \p Of: destroys or frees it, or hands it to a callback.
  std::optional<uint32_t> endsOnOneWay(BodyView &View, uint32_t Branch,
                                       Path Of) const;
  /// The object that \p Part is in: what pointer or variable names it all.
  Path owner(Path Part) const;

private:
  struct Told {
    Path Of;
    bool Up = false, Atomic = false, Returned = false;
  };
  bool concerns(BodyId B, const facts::FunctionBody &Facts) const;
  void addStep(BodyView &View, uint32_t Fact, Found &To) const;
  void addCall(BodyView &View, const CallSite &Site, Found &To) const;
  using Objects = llvm::SmallVector<Path, 2>;
  Objects ended(BodyView &View, uint32_t Fact) const;
  void endedByCall(BodyView &View, const CallSite &Site, Objects &To) const;
  bool calledBack(BodyView &View, uint32_t Fact, Path Of) const;
  void tell(BodyView &View, const Found &In);
  uint64_t freed(BodyView &View) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  std::map<BodyId, std::vector<Told>> ToldOf;
  std::map<BodyId, uint64_t> Frees; ///< What these parameters point to.
};

} // namespace fearless::analysis

#endif

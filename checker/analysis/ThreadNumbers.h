//===-- ThreadNumbers.h - What only one of many threads does --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Threads of one kind are often told their number, and one of them does more
// than the others: `if (id == 0) report();`. What runs only where what a thread
// was given is one certain constant runs in one thread, if no two are given
// the same.
//
// A number is a parameter of the thread's entry, a field of what one points to,
// or a capture. Numbers differ where a loop that starts the threads counts them
// and is run once, or where the thread's handle is kept in an array at just
// this index: a second thread of that number would take the first one's place.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_THREADNUMBERS_H
#define FEARLESS_ANALYSIS_THREADNUMBERS_H

#include "analysis/Threads.h"

#include <map>
#include <set>

namespace fearless::analysis {

class BodyView;

class ThreadNumbers {
public:
  ThreadNumbers(const link::Program &Program, PathTable &Paths,
                const CallGraph &Graph, const std::vector<Summary> &Summaries,
                const ThreadRoots &Roots)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
        Roots(Roots) {}

  /// Are \p A and \p B, where \p R gets to both, parts of one and the same of
  /// its threads? Cost: the first time for a root that of a pass over what it
  /// gets to.
  bool oneThread(RootId R, Site A, Site B);
  /// Is \p V, of \p B, a number of the kind, each thread of \p R having
  /// another?
  bool numbersThreads(RootId R, BodyId B, Value V);
  /// The only number with which a thread of \p R gets to \p S.
  std::optional<int32_t> onlyNumber(RootId R, Site S);

private:
  bool isNumbered(RootId R) const;
  /// What a thread was given, in terms of its entry, is this constant.
  struct Only {
    Value Number;
    int32_t Is = 0;
    friend auto operator<=>(const Only &, const Only &) = default;
  };
  /// Where a root enters a function.
  struct Entered {
    /// In terms of the thread's entry; the last one is known.
    llvm::SmallVector<Value, 4> Arguments;
    std::optional<Only> When;
    void trim();
    bool knowsNothing() const { return Arguments.empty() && !When; }
    friend bool operator==(const Entered &, const Entered &) = default;
  };
  using Ways = std::map<BodyId, Entered>;
  const Ways &ways(RootId R);
  Value ofEntry(Value V, const Entered &E) const;
  void enter(BodyId B, Entered E, Ways &All, std::vector<BodyId> &Work) const;
  std::optional<Only> at(RootId R, Site S);
  /// A branch on a number.
  struct Asked {
    Only What;
    llvm::BitVector Otherwise; ///< Blocks that run also if it is not so.
  };
  std::vector<Asked> asked(BodyId B, const Entered &E) const;

  // How threads are started (ThreadNumberSources.cpp).
  /// A value that is passed to who starts the thread, and the thread's handle.
  struct Given {
    Site At; ///< The call that passes it.
    Value Number;
    Path Handle;
    BodyId Entry; ///< Of the thread.
  };
  bool differ(RootId R, const Only &O);
  bool findDifferent(RootId R, const Only &O);
  bool ofThread(const Given &G, const Only &O) const;
  bool counts(Given G) const;
  bool ownPlace(const Given &G, std::set<Path> &Arrays) const;
  bool runOnce(BodyId B, unsigned Depth = 0) const;
  bool collect(Given G, const Only &O, std::vector<Given> &All,
               unsigned Depth) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const ThreadRoots &Roots;
  std::map<RootId, Ways> Known;
  std::map<std::pair<RootId, Only>, bool> Different;
};

} // namespace fearless::analysis

#endif

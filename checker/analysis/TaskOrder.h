//===-- TaskOrder.h - What is ordered before a task
//------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A worker's thread starts early, and gets its tasks later: through a queue, a
// table, a registered callback. What a thread does before it makes the callable
// is ordered before all that the callable does.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_TASKORDER_H
#define FEARLESS_ANALYSIS_TASKORDER_H

#include "analysis/Threads.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace fearless::analysis {

class TaskOrder {
public:
  /// Linear in the facts. The arguments must outlive it.
  TaskOrder(const link::Program &Program, const CallGraph &Graph,
            const ThreadRoots &Roots);

  /// Whether \p Access, in the root \p In and with \p Running threads started,
  /// surely comes before the making of a callable through which \p TaskRoot
  /// gets to \p Task. Errs to no.
  bool before(Site Access, RootId In, llvm::ArrayRef<Site> Running, BodyId Task,
              RootId TaskRoot) {
    Started = Running;
    Steps = 0;
    return before(Access, In, Task, TaskRoot);
  }

private:
  using Bodies = llvm::DenseSet<BodyId>;
  bool before(Site Access, RootId In, BodyId Task, RootId TaskRoot);
  bool beforeStart(Site Access, RootId In, RootId Thread);
  bool beforeMaking(Site Access, RootId In, link::FunctionSym Callable);
  bool together(const RootContext &C, BodyId Body, RootId In) const;
  bool madeBefore(Site Frame, link::FunctionSym Callable,
                  const Bodies &Makers) const;
  const Bodies &makers(link::FunctionSym Callable);

  const link::Program &Program;
  const CallGraph &Graph;
  const ThreadRoots &Roots;
  /// Where each function or closure becomes a value.
  llvm::DenseMap<link::FunctionSym, std::vector<Site>> Made;
  llvm::ArrayRef<Site> Started; ///< Of the question that is asked.
  /// Callables and threads that are being asked about. The first of them was
  /// made by none of them.
  llvm::SmallVector<link::FunctionSym, 4> Assumed;
  llvm::SmallVector<RootId, 4> AssumedThreads;
  unsigned Steps = 0; ///< Taken for the question that is asked.
  /// Functions that may make it, by themselves or through calls.
  llvm::DenseMap<link::FunctionSym, Bodies> Makers;
};

} // namespace fearless::analysis

#endif

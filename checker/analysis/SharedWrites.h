//===-- SharedWrites.h - Who may write shared memory meanwhile ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All writes of memory that several threads can see, by the field or variable
// that is written, or by each that the written place is part or content of. And
// the question that rules ask of them: which of these may another thread do
// while this one is between two of its operations?
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_SHAREDWRITES_H
#define FEARLESS_ANALYSIS_SHAREDWRITES_H

#include "analysis/BodyView.h"
#include "analysis/LockKeys.h"
#include "analysis/Threads.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <map>

namespace fearless::analysis {

struct SharedWrite {
  Site At;
  Site Shown; ///< Where it happens in the end, if that is in a callee.
  Path Where; ///< In terms of the body.
  /// What is written of the field or variable that it is listed under.
  enum Extent : uint8_t {
    Whole,   ///< The thing itself.
    Part,    ///< A field of it.
    Content, ///< An element, or what it points to, or a part of that.
  };
  Extent Of = Whole;
  bool Atomic = false;
  bool Inserts = false;  ///< Only adds elements.
  bool Removes = false;  ///< Destroys what was there.
  std::optional<int32_t> Constant; ///< The value written.
};

/// A write that another thread may do, and how it gets there.
struct Rival {
  SharedWrite Write;
  Point Mine, Theirs;
};

class SharedWrites {
public:
  SharedWrites(const link::Program &Program, PathTable &Paths,
               const CallGraph &Graph, const std::vector<Summary> &Summaries,
               const std::vector<FunctionResult> &Results, const LockKeys &Keys,
               const ThreadRoots &Roots);

  /// The writes of a body, for whoever looks at it already.
  void collect(BodyView &View);
  /// A write that a callee does to what a parameter refers to.
  void addThroughCall(BodyId B, SharedWrite W) { add(B, std::move(W)); }
  llvm::ArrayRef<SharedWrite> writes(LockKey Data) const;
  const std::map<LockKey, std::vector<SharedWrite>> &all() const {
    return ByData;
  }
  /// A field of a library's class, of a pair, say: no name of its own.
  bool isLibraryField(Path P) const;
  /// The key of just this step of a path; none where it has no name.
  LockKey nameOfStep(Path P) const;

  /// The field or variable that names the memory \p Where, and how much of it
  /// that is.
  struct Named {
    LockKey Data;
    SharedWrite::Extent Of = SharedWrite::Whole;
  };
  Named name(Path Where, BodyId In) const;

  /// Of the writes of \p Data that \p Counts, one that may happen while the
  /// thread is at \p At, without one of the locks \p Throughout, which it keeps
  /// all the time (as it keeps those that it came with). With \p Guard, if it
  /// is a lock. Callers of a library count if \p Outside. Not one that is
  /// \p Apart. The least doubtful, then the first.
  std::optional<Rival>
  rival(Site At, LockKey Data, LockKey Guard, llvm::ArrayRef<Path> Throughout,
        llvm::function_ref<bool(const SharedWrite &)> Counts,
        bool Outside = true,
        llvm::function_ref<bool(const Point &Mine, const SharedWrite &,
                                const Point &Theirs)>
            Apart = nullptr) const;
  /// May others get at the object that \p Where, of \p In, is part of?
  bool mayBeShared(Path Where, BodyId In, unsigned Depth = 0) const;

  unsigned cuts() const { return Cut.size(); }

private:
  void add(BodyId B, SharedWrite W);
  std::vector<Point> points(Site At, LockKey Data) const;
  void findEscaping(BodyView &View);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  std::map<LockKey, std::vector<SharedWrite>> ByData;
  std::set<LockKey> Cut;
  /// Locals, and parameters, whose address a thread or other memory may have
  /// got.
  std::set<std::pair<BodyId, uint32_t>> Escaping, Kept;
};

} // namespace fearless::analysis

#endif

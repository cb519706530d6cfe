//===-- DeclaredLocks.h - Locks that only attributes tell of --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A lock made of an atomic or of assembler, or of code out of sight, shows
// nothing that a model explains: `void lock() ACQUIRE()` must be taken at its
// word. Of a class that wraps a known lock the bodies tell more, and name the
// lock inside: mixing the two views would leave a lock held under one name and
// given back under the other. So it is decided for a class as a whole.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DECLAREDLOCKS_H
#define FEARLESS_ANALYSIS_DECLAREDLOCKS_H

#include "analysis/CallGraph.h"
#include "analysis/Capabilities.h"

namespace fearless::analysis {

class DeclaredLocks {
public:
  /// \p Summaries must outlive it, and are not read yet. Linear in the bodies
  /// and their calls.
  DeclaredLocks(const link::Program &Program, PathTable &Paths,
                const CallGraph &Graph, const std::vector<Summary> &Summaries);

  /// What the attributes of \p F say of locks; none if there is nothing to go
  /// by.
  llvm::ArrayRef<DeclaredEffect> effects(link::FunctionSym F) const;

  /// May an attribute speak of objects of class \p R as locks? Of those of
  /// libraries it may: they have no inside.
  bool speakFor(link::RecordSym R) const;
  /// Do attributes alone tell of the locks of this class of the program's own?
  bool isOpaque(link::RecordSym R) const { return R && Opaque.contains(R); }
  /// Does an object of class \p R hold what its constructor takes, and do its
  /// attributes speak for that?
  bool isScoped(link::RecordSym R) const {
    return Written.isScoped(R) && Opaque.contains(R);
  }
  /// May the call of \p F wait for a lock, as far as its bodies tell? Who takes
  /// one in a body that goes straight on has it already: it was tried before.
  bool mayWait(link::FunctionSym F) const { return mayWait(F, 0); }
  bool isReentrant(link::RecordSym R) const { return Written.isReentrant(R); }

private:
  void findOpaque();
  bool mayWait(link::FunctionSym F, unsigned Depth) const;

  const link::Program &Program;
  const CallGraph &Graph;
  Capabilities Written;
  /// Classes of locks and guards whose attributes must be taken at their word.
  llvm::DenseSet<link::RecordSym> Opaque;
};

} // namespace fearless::analysis

#endif

//===-- Preparations.h - Functions that have an object to themselves ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// C has no constructors, but functions that do their work: what they get is
// not in use yet, or no longer. They are told by what nobody does to an object
// that others may be using: to initialise or destroy a lock in it, to assign
// all of it, to fill it with what others gave without a look at what is there.
// The variables of a file are made ready by a function in the same way.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_PREPARATIONS_H
#define FEARLESS_ANALYSIS_PREPARATIONS_H

#include "analysis/Confinement.h"
#include "analysis/FunctionResult.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace fearless::analysis {

class Preparations {
public:
  Preparations(const link::Program &Program, PathTable &Paths,
               const CallGraph &Graph, const std::vector<Summary> &Summaries,
               const std::vector<FunctionResult> &Results, Confinement &Flows)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
        Results(Results), Flows(Flows) {}

  /// Is \p B a constructor or destructor of the object that its parameter
  /// refers to, or a function that does the work of one? Found once.
  bool prepares(BodyId B, unsigned Parameter);
  /// Does \p B make the variables ready that are beside \p Lock in its file, or
  /// take them down? Found once.
  bool prepares(BodyId B, link::VariableSym Lock);
  /// Does \p B make its parameter's object a part of one of class \p Whole: by
  /// a pointer to that which it puts into the object?
  bool joins(BodyId B, unsigned Parameter, link::RecordSym Whole);

private:
  bool startsOrEndsLock(BodyId B, unsigned Parameter, unsigned Depth);
  bool startsOrEndsLock(BodyId B, link::VariableSym Lock) const;
  bool handsLock(BodyId B, llvm::function_ref<bool(Path)> IsIt) const;
  size_t filled(BodyId B, llvm::function_ref<Path(Path)> PartOf) const;
  bool fills(BodyId B, unsigned Parameter);
  bool fillsOwnFile(BodyId B, link::VariableSym Lock) const;
  bool isOf(Path P, unsigned Parameter) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  Confinement &Flows;
  std::map<std::pair<BodyId, unsigned>, bool> Known;
  std::map<std::pair<BodyId, link::VariableSym>, bool> KnownOfFile;
};

/// Are the two variables of one owner: internal ones of a file, or static
/// members of a class?
bool haveOneOwner(const link::Program &Program, link::VariableSym A,
                  link::VariableSym B);

} // namespace fearless::analysis

#endif

//===-- DerivedClasses.h - Classes that derive from another ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What may be behind a pointer to a polymorphic class: an object of it, or of
// any class of the program that derives from it.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DERIVEDCLASSES_H
#define FEARLESS_ANALYSIS_DERIVEDCLASSES_H

#include "link/Program.h"

#include <map>

namespace fearless::analysis {

class DerivedClasses {
public:
  /// Looks through the classes when it is first asked.
  explicit DerivedClasses(const link::Program &Program) : Program(Program) {}

  /// All classes that derive from \p R, directly or not; none if that is not
  /// polymorphic, or if there are too many to tell anything.
  std::vector<link::RecordSym> of(link::RecordSym R);

private:
  void find();

  const link::Program &Program;
  /// Those that name the class as a base. None: not looked for yet.
  std::optional<std::map<link::RecordSym, std::vector<link::RecordSym>>> Direct;
};

} // namespace fearless::analysis

#endif

//===-- DataKeys.h - Which variable or field an access is of --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What people call the data: a variable, or a field of a class in whatever
// object. Accesses with different keys are of different data; with equal keys
// they may be of one object, or of two of one class.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_DATAKEYS_H
#define FEARLESS_ANALYSIS_DATAKEYS_H

#include "analysis/LockKeys.h"
#include "analysis/Types.h"

namespace fearless::analysis {

/// An access of data.
struct DataAccess {
  LockKey Of;
  Path Where;             ///< With captures by reference seen through.
  BodyId In;              ///< The function whose names Where has.
  bool OneObject = false; ///< Where is one object of static storage duration.
};

/// The data that \p P of \p B is. What a pointer or a reference that is no
/// capture refers to has no key by itself; its fields have.
DataAccess dataAccess(const PathTable &Paths, const LockKeys &Keys, Path P,
                      BodyId B);

/// The declared type of the data. None: it cannot be told.
TypeRef typeOf(const link::Program &Program, const PathTable &Paths,
               LockKey Data);

/// "g_count", "Cache::hits_"; of a local, or what a closure has captured, its
/// own name.
std::string nameOf(const link::Program &Program, const LockKeys &Keys,
                   LockKey Data);

} // namespace fearless::analysis

#endif

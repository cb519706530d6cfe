//===-- Types.h - The type of what a path names ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Looks up the static type of a location. A type is an index into the table of
// some unit, so the unit travels with it.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_TYPES_H
#define FEARLESS_ANALYSIS_TYPES_H

#include "analysis/Paths.h"

namespace fearless::analysis {

struct TypeRef {
  link::UnitId Unit;
  facts::TypeId Type;
  explicit operator bool() const { return bool(Type); }
};

/// The type of the location that a body's own path names.
TypeRef typeOf(const link::Program &Program, BodyId Body, facts::PathId P);

/// The type of a program path; parameters are those of \p In.
TypeRef typeOf(const link::Program &Program, const PathTable &Paths, Path P,
               BodyId In);

/// The class of a type, through references but not pointers. None if no class.
link::RecordSym classOf(const link::Program &Program, TypeRef T);

/// The type of the parameter that \p Operand of \p F, of \p B, is for. None: of
/// `this`, and where no declaration tells.
TypeRef parameterType(const link::Program &Program, BodyId B,
                      const facts::Fact &F, size_t Operand);

/// How the parameter is declared that \p Operand of \p F, of \p B, is for.
/// Other: of `this`, and where no declaration tells.
facts::TypeKind parameterKind(const link::Program &Program, BodyId B,
                              const facts::Fact &F, size_t Operand);

/// What \p T points or refers to; a smart pointer's first template argument.
TypeRef pointeeType(const link::Program &Program, TypeRef T);

} // namespace fearless::analysis

#endif

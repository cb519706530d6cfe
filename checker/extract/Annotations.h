//===-- Annotations.h - Attributes that speak of locks --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads Clang's thread-safety attributes and fearless' own markers from a
// declaration. Arguments are kept as the source has them, without `this->`.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_ANNOTATIONS_H
#define FEARLESS_EXTRACT_ANNOTATIONS_H

#include "ClangCompat.h"
#include "facts/Builder.h"

namespace fearless::extract {

/// Of this declaration and, for a function, of its earlier ones.
std::vector<facts::Annotation> annotationsOf(const clang::Decl *D,
                                             const clang::PrintingPolicy &P,
                                             facts::UnitBuilder &Unit);

/// Adds the attributes of a parameter to those of its function: what is done
/// to the locks that the object passed looks after, and markers. The arguments
/// begin with "#0: ", the number of the parameter.
void addParameterAnnotations(const clang::ParmVarDecl *P,
                             std::vector<facts::Annotation> &To,
                             const clang::PrintingPolicy &Policy,
                             facts::UnitBuilder &Unit);

} // namespace fearless::extract

#endif

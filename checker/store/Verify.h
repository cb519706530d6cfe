//===-- Verify.h - Whether facts keep their contracts ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whatever comes from outside is verified before anybody works on it, so that
// the rooms after store need not check an index again.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_VERIFY_H
#define FEARLESS_STORE_VERIFY_H

#include "facts/TranslationUnit.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace fearless::store {

/// Checks that
///  * each id is in range. None is allowed for: types (but a record type has
///    its record, and a pointer, reference or array its element), owners, the
///    location and macro of an entity; path, callee and cleanup of a fact; a
///    body's exit. All names are there, if only as empty strings;
///  * enumerations and locations' files are in range;
///  * a type's element, a path's parent and a value's parts come before it, and
///    paths have at most MaxPathLength steps;
///  * each field is listed by its owner and by nobody else;
///  * a body has a block; its blocks share out all its facts; what must end a
///    block does, with the right number of successors; the exit is empty;
///  * cleanup 0 is the exit, and the chains of cleanups end;
///  * facts have the path, callee and operands that their kind needs.
/// \p Name is what the error calls the unit. O(size of the unit).
llvm::Error verify(const facts::TranslationUnit &Unit, llvm::StringRef Name);

} // namespace fearless::store

#endif

//===-- TextNames.h - What entities are called in the text form -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// In text an entity goes by a *handle*: its qualified name where that is
// unique in the unit, else the qualified name and '#' and a number from 1.
// What has no name is only '#' and a number. Handles that are not built of
// identifiers and '::' are quoted.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTNAMES_H
#define FEARLESS_STORE_TEXTNAMES_H

#include "facts/TranslationUnit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace fearless::store {

/// How many characters at the start of \p Text are a name that needs no quotes:
/// identifiers (destructors' ~ included) joined by '::', each with '#N' or not.
size_t bareNameLength(llvm::StringRef Text);

/// \p Name as it is written: bare, or quoted with \\, \", \n and \xHH.
std::string quoted(llvm::StringRef Name, bool AlwaysQuote = false);

/// \p Handle without its trailing '#N'.
llvm::StringRef withoutOrdinal(llvm::StringRef Handle);

/// The part of \p Handle before its last '::', or nothing.
llvm::StringRef qualifierOf(llvm::StringRef Handle);

/// Handles for names in order: each distinct.
std::vector<std::string> makeHandles(llvm::ArrayRef<std::string> Names);

/// The handles of all entities of a unit, which must outlive this.
struct EntityNames {
  explicit EntityNames(const facts::TranslationUnit &Unit);

  std::vector<std::string> Records;
  std::vector<std::string> Fields; ///< With their record's: "Ledger::mu_".
  std::vector<std::string> Functions;
  std::vector<std::string> Variables;
};

} // namespace fearless::store

#endif

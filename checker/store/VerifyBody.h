//===-- VerifyBody.h - Whether a function body keeps its contracts --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/: see Verify.h.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_VERIFYBODY_H
#define FEARLESS_STORE_VERIFYBODY_H

#include "facts/TranslationUnit.h"
#include "store/TextWords.h"

namespace fearless::store {

/// Whether ids name something in a unit.
struct InUnit {
  explicit InUnit(const facts::TranslationUnit &Unit) : Unit(Unit) {}

  template <class Tag, class T>
  static bool has(facts::Id<Tag> Id, const std::vector<T> &Table) {
    return Id.Index < Table.size();
  }
  template <class Tag, class T>
  static bool optional(facts::Id<Tag> Id, const std::vector<T> &Table) {
    return !Id || Id.Index < Table.size();
  }
  bool has(facts::StringId S) const { return S.Index < Unit.Strings.size(); }
  bool location(const facts::Location &L) const {
    return !L || L.File < Unit.Files.size();
  }
  /// What is wrong, or null.
  const char *
  annotations(const std::vector<facts::Annotation> &Annotations) const {
    for (const facts::Annotation &A : Annotations) {
      if (!isEnumerator(A.Kind))
        return "unknown annotation";
      for (facts::StringId S : A.Arguments)
        if (!has(S))
          return "no such argument of an annotation";
    }
    return nullptr;
  }

  const facts::TranslationUnit &Unit;
};

/// What is wrong with \p Body, or an empty string. The unit's tables have been
/// verified.
std::string verifyBody(const InUnit &In, const facts::FunctionBody &Body);

} // namespace fearless::store

#endif

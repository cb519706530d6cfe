//===-- Ids.h - Dense, typed indices into a translation unit's tables -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything that facts talk about (strings, files, types, functions, paths …)
// is named by a 32-bit index into a table of its translation unit or function
// body. Each table has an index type of its own, so that a field cannot be
// passed where a function is meant.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_IDS_H
#define FEARLESS_FACTS_IDS_H

#include "llvm/ADT/DenseMapInfo.h"

#include <compare>
#include <cstdint>
#include <functional>

namespace fearless::facts {

/// A dense index with the type of its table. A default-constructed Id names
/// nothing and tests false.
template <class Tag> struct Id {
  static constexpr uint32_t None = ~uint32_t(0);
  uint32_t Index = None;

  constexpr Id() = default;
  constexpr explicit Id(uint32_t I) : Index(I) {}
  constexpr explicit operator bool() const { return Index != None; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

// Tables of a translation unit.
using StringId = Id<struct StringTag>;
using FileId = Id<struct FileTag>;
using TypeId = Id<struct TypeTag>;
using RecordId = Id<struct RecordTag>;
using FieldId = Id<struct FieldTag>;
using FunctionId = Id<struct FunctionTag>;
using VariableId = Id<struct VariableTag>;

// Tables of one function body.
using PathId = Id<struct PathTag>;
using ValueId = Id<struct ValueTag>;
using LocalId = Id<struct LocalTag>;
using BlockId = Id<struct BlockTag>;
using CleanupId = Id<struct CleanupTag>;

} // namespace fearless::facts

namespace std {
template <class Tag> struct hash<fearless::facts::Id<Tag>> {
  size_t operator()(fearless::facts::Id<Tag> I) const { return I.Index; }
};
} // namespace std

namespace llvm {
template <class Tag> struct DenseMapInfo<fearless::facts::Id<Tag>> {
  using T = fearless::facts::Id<Tag>;
  static T getEmptyKey() { return T(~uint32_t(0)); }
  static T getTombstoneKey() { return T(~uint32_t(0) - 1); }
  static unsigned getHashValue(T V) { return V.Index * 37u; }
  static bool isEqual(T A, T B) { return A == B; }
};
} // namespace llvm

#endif

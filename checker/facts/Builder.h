//===-- Builder.h - Interning while facts are made ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Extraction and the text reader both make facts; these builders intern what
// must be unique (strings, types; paths, values). A builder refers to the unit
// or body that it fills and must not outlive it. Not thread-safe. Each call is
// amortised constant time.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_BUILDER_H
#define FEARLESS_FACTS_BUILDER_H

#include "facts/TranslationUnit.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

#include <initializer_list>
#include <span>

namespace fearless::facts {

class UnitBuilder {
public:
  explicit UnitBuilder(TranslationUnit &Unit);

  StringId string(llvm::StringRef S);
  TypeId type(const Type &T);
  /// The file with this path, added if new.
  uint16_t file(llvm::StringRef Path, FileOwner Owner, bool Generated = false);
  TranslationUnit &unit() { return Unit; }

private:
  TranslationUnit &Unit;
  llvm::StringMap<StringId> StringIds;
  llvm::StringMap<uint16_t> FileIds;
  llvm::DenseMap<uint64_t, llvm::SmallVector<TypeId, 1>> TypeIds;
};

class BodyBuilder {
public:
  explicit BodyBuilder(FunctionBody &Body);

  /// \name Paths
  /// @{
  PathId root(PathKind Kind, uint32_t Number);
  PathId field(PathId Parent, FieldId Field);
  PathId deref(PathId Parent, uint32_t Version);
  PathId elementConst(PathId Parent, uint32_t Index);
  PathId elementValue(PathId Parent, ValueId Index);
  PathId elementAny(PathId Parent);
  PathId unknown(UnknownReason Reason);
  /// The location that \p Value points to: the inverse of Address, Deref of a
  /// Load, else Unknown.
  PathId pointee(const Operand &Value);
  /// @}

  ValueId value(const ValueNode &Node);

  static Operand address(PathId P, uint32_t Version = 0) {
    return {OperandKind::Address, Version, P.Index};
  }
  static Operand load(PathId P, uint32_t Version) {
    return {OperandKind::Load, Version, P.Index};
  }
  static Operand object(PathId P) { return {OperandKind::Object, 0, P.Index}; }
  static Operand constant(int32_t C) {
    return {OperandKind::Constant, 0, static_cast<uint32_t>(C)};
  }
  static Operand function(FunctionId F) {
    return {OperandKind::Function, 0, F.Index};
  }
  static Operand computed(ValueId V) {
    return {OperandKind::Value, 0, V.Index};
  }
  static Operand opaque() { return {}; }
  static Operand unknownValue(UnknownReason R) {
    return {OperandKind::Unknown, 0, static_cast<uint32_t>(R)};
  }

  /// Appends the operands to the body's pool and points \p F at them.
  void setOperands(Fact &F, std::span<const Operand> Operands);
  FunctionBody &body() { return Body; }

private:
  PathId intern(const PathNode &Node);

  FunctionBody &Body;
  llvm::DenseMap<uint64_t, llvm::SmallVector<PathId, 1>> PathIds;
  llvm::DenseMap<uint64_t, llvm::SmallVector<ValueId, 1>> ValueIds;
  std::vector<uint8_t> Lengths; ///< Of each path, in steps.
};

} // namespace fearless::facts

#endif

//===-- UnitSource.h - A translation unit, decoded part by part -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The facts of a large program, all decoded at once, would fill any machine:
// decoded facts take some ten times the room of stored ones. So who joins many
// units takes them as sources, which know where each part is and decode it when
// it is asked for. What is decoded belongs to the caller; a source keeps no
// copy. Not thread-safe.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_UNITSOURCE_H
#define FEARLESS_FACTS_UNITSOURCE_H

#include "facts/TranslationUnit.h"
#include "llvm/ADT/ArrayRef.h"

#include <memory>

namespace fearless::facts {

/// What can be told of a body without decoding it.
struct BodyHead {
  FunctionId Function;
  uint32_t FactCount = 0;
  uint64_t Digest = 0; ///< Computed.
};

class UnitSource {
public:
  virtual ~UnitSource();

  // As in the unit.
  std::string MainFile;
  uint64_t CommandDigest = 0;
  bool HadErrors = false;
  uint32_t FunctionCount = 0;
  std::vector<BodyHead> Bodies;

  /// The whole unit, if it is in memory anyway.
  virtual const TranslationUnit *resident() const { return nullptr; }
  /// Of the unit only types, records, fields, functions and variables.
  virtual TranslationUnit tables() const = 0;
  /// Of the unit only strings and files.
  virtual TranslationUnit texts() const = 0;
  /// The body of this number.
  virtual FunctionBody body(uint32_t Number) const = 0;
  /// No other bodies will be asked for any more, and no strings but the names
  /// of their locals and parameters. Ascending.
  virtual void keepBodies(llvm::ArrayRef<uint32_t> Numbers) {}

  /// The whole unit. Not after keepBodies().
  TranslationUnit whole() const;

protected:
  UnitSource() = default;
  /// Fills in what is known of \p Unit; digests the bodies that are not yet.
  explicit UnitSource(const TranslationUnit &Unit);
};

using UnitSources = std::vector<std::unique_ptr<UnitSource>>;

/// A unit in memory as a source.
std::unique_ptr<UnitSource> residentUnit(TranslationUnit Unit);
UnitSources residentUnits(std::vector<TranslationUnit> Units);

} // namespace fearless::facts

#endif

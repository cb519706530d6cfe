//===-- Digest.h - Content digests of function bodies ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A body's digest is made of everything the body says, with names in the place
// of ids: entities by their Name, files by their path, types by their
// structure. So an inline function has one digest in all translation units
// where it means the same, and another where a macro, an overload or a line
// number makes a difference. Paths and values are digested by what they are,
// not by their place in their tables; blocks, locals and facts in their order.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_DIGEST_H
#define FEARLESS_FACTS_DIGEST_H

#include "facts/TranslationUnit.h"

namespace fearless::facts {

/// Digests the bodies of one unit, which must outlive it and not change. Each
/// name is hashed once. A digest takes time linear in the body's tables. Not
/// thread-safe.
class BodyDigester {
public:
  explicit BodyDigester(const TranslationUnit &Unit);

  /// Never 0, which stands for "not computed". The body's own Digest does not
  /// count.
  uint64_t digest(const FunctionBody &Body);

private:
  class Content;

  /// Hashes of entities by index; 0: not computed.
  using Cache = std::vector<uint64_t>;
  uint64_t string(StringId S);
  uint64_t file(uint16_t F);
  uint64_t type(TypeId T);
  uint64_t record(RecordId R);
  uint64_t field(FieldId F);
  uint64_t function(FunctionId F);
  uint64_t variable(VariableId V);

  const TranslationUnit &Unit;
  Cache Strings, Files, Types;
};

/// For one body alone; for all bodies of a unit a BodyDigester is faster.
uint64_t digestBody(const TranslationUnit &Unit, const FunctionBody &Body);

/// Sets Digest in each body of \p Unit.
void digestBodies(TranslationUnit &Unit);

} // namespace fearless::facts

#endif

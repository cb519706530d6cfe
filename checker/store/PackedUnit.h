//===-- PackedUnit.h - A facts file's unit, decoded part by part ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/. Holds a verified payload as its bytes and knows where the
// parts begin. keepBodies() leaves just the bytes of what may still be asked
// for.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_PACKEDUNIT_H
#define FEARLESS_STORE_PACKEDUNIT_H

#include "facts/UnitSource.h"
#include "store/BinaryLayout.h"

namespace fearless::store {

class PackedUnit : public facts::UnitSource {
public:
  /// Where the parts of a payload begin, as it was read.
  struct Marks {
    const char *Texts = nullptr, *Tables = nullptr;
    std::vector<BinaryLayout<ByteReader>::BodyMark> Body;
  };

  /// \p Unit is what the payload says; \p Marks point into it.
  PackedUnit(const facts::TranslationUnit &Unit, llvm::StringRef Payload,
             const Marks &Marks);

  facts::TranslationUnit tables() const override;
  facts::TranslationUnit texts() const override;
  facts::FunctionBody body(uint32_t Number) const override;
  void keepBodies(llvm::ArrayRef<uint32_t> Numbers) override;

private:
  struct Packed {
    uint32_t Number; ///< Of the body.
    uint32_t At;     ///< In Bytes.
    facts::Location Before;
  };
  std::string neededTexts(llvm::ArrayRef<uint32_t> Bodies) const;
  const Packed &packed(uint32_t Number) const;
  size_t endOf(const Packed &P) const;

  facts::Language Language;
  std::string Bytes; ///< Texts, tables, bodies.
  uint32_t TablesAt;
  std::vector<Packed> Index; ///< By number, and by place.
};

} // namespace fearless::store

#endif

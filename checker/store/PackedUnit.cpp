//===-- PackedUnit.cpp - A facts file's unit, decoded part by part --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/PackedUnit.h"

#include <algorithm>
#include <cassert>

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

PackedUnit::PackedUnit(const TranslationUnit &Unit, StringRef Payload,
                       const Marks &Marks)
    : UnitSource(Unit), Language(Unit.Language),
      Bytes(Marks.Texts, Payload.end()),
      TablesAt(static_cast<uint32_t>(Marks.Tables - Marks.Texts)) {
  Index.reserve(Marks.Body.size());
  for (const auto &M : Marks.Body)
    Index.push_back({static_cast<uint32_t>(Index.size()),
                     static_cast<uint32_t>(M.At - Marks.Texts), M.Before});
}

TranslationUnit PackedUnit::tables() const {
  TranslationUnit Unit;
  Unit.MainFile = MainFile;
  Unit.CommandDigest = CommandDigest;
  Unit.Language = Language;
  Unit.HadErrors = HadErrors;
  ByteReader Reader(StringRef(Bytes).drop_front(TablesAt));
  BinaryLayout<ByteReader>(Reader).tables(Unit);
  assert(!Reader.failed() && "the payload was read before");
  return Unit;
}

TranslationUnit PackedUnit::texts() const {
  TranslationUnit Unit;
  ByteReader Reader{StringRef(Bytes)};
  BinaryLayout<ByteReader>(Reader).texts(Unit);
  assert(!Reader.failed() && "the payload was read before");
  return Unit;
}

const PackedUnit::Packed &PackedUnit::packed(uint32_t Number) const {
  auto It = std::lower_bound(
      Index.begin(), Index.end(), Number,
      [](const Packed &P, uint32_t N) { return P.Number < N; });
  assert(It != Index.end() && It->Number == Number && "the body was dropped");
  return *It;
}

size_t PackedUnit::endOf(const Packed &P) const {
  return &P == &Index.back() ? Bytes.size() : (&P + 1)->At;
}

FunctionBody PackedUnit::body(uint32_t Number) const {
  const Packed &P = packed(Number);
  ByteReader Reader(StringRef(Bytes).slice(P.At, endOf(P)));
  FunctionBody Body;
  BinaryLayout<ByteReader>(Reader).bodyAt({nullptr, P.Before}, Body);
  assert(!Reader.failed() && "the payload was read before");
  return Body;
}

/// The texts without the strings that only the linker reads.
std::string PackedUnit::neededTexts(llvm::ArrayRef<uint32_t> Numbers) const {
  TranslationUnit Texts = texts(), Tables = tables();
  std::vector<bool> Needed(Texts.Strings.size());
  for (uint32_t N : Numbers) {
    FunctionBody Body = body(N);
    for (const Local &L : Body.Locals)
      if (L.Name)
        Needed[L.Name.Index] = true;
    for (StringId P : Tables.function(Body.Function).ParameterNames)
      if (P)
        Needed[P.Index] = true;
  }
  for (size_t I = 0; I < Needed.size(); ++I)
    if (!Needed[I])
      Texts.Strings[I].clear();
  ByteWriter Writer;
  BinaryLayout<ByteWriter>(Writer).texts(Texts);
  return Writer.bytes().str();
}

void PackedUnit::keepBodies(llvm::ArrayRef<uint32_t> Numbers) {
  std::string Texts = neededTexts(Numbers);
  size_t TablesEnd = Index.empty() ? Bytes.size() : Index.front().At;
  size_t Size = Texts.size() + TablesEnd - TablesAt;
  for (uint32_t N : Numbers)
    Size += endOf(packed(N)) - packed(N).At;
  std::string Kept;
  Kept.reserve(Size);
  Kept = Texts;
  Kept.append(Bytes, TablesAt, TablesEnd - TablesAt);
  std::vector<Packed> KeptIndex;
  KeptIndex.reserve(Numbers.size());
  for (uint32_t N : Numbers) {
    const Packed &P = packed(N);
    KeptIndex.push_back({N, static_cast<uint32_t>(Kept.size()), P.Before});
    Kept.append(Bytes, P.At, endOf(P) - P.At);
  }
  TablesAt = static_cast<uint32_t>(Texts.size());
  Bytes = std::move(Kept);
  Index = std::move(KeptIndex);
}

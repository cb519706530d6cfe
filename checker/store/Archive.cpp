//===-- Archive.cpp - The facts of several units in one file --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/Archive.h"

#include "store/BinaryFormat.h"
#include "store/FileHeader.h"

#include "llvm/ADT/STLExtras.h"

#include <tuple>

using namespace llvm;

namespace fearless::store {

/// Not text, and damaged by whatever translates line ends.
static constexpr StringRef Magic("\x8f"
                                 "units\r\n",
                                 8);
static constexpr StringRef Kind("facts archive");

namespace {

struct EncodedUnit {
  std::string MainFile;
  uint64_t CommandDigest;
  std::string Bytes;
  friend auto operator<=>(const EncodedUnit &, const EncodedUnit &) = default;
};

Error malformed(StringRef Name) {
  return fileError(Name, "this facts archive is malformed: join it again with "
                         "'fearless link --partial'");
}

/// The facts files in an archive, whose magic has been seen.
Expected<std::vector<StringRef>> filesIn(StringRef Bytes, StringRef Name) {
  Bytes = Bytes.drop_front(Magic.size());
  if (Error E = takeVersions(Bytes, Name, Kind))
    return std::move(E);
  if (Bytes.size() < 8)
    return truncated(Name, Kind);
  uint64_t Count = takeFixed(Bytes, 8);
  std::vector<StringRef> Files;
  for (uint64_t I = 0; I < Count; ++I) {
    if (Bytes.size() < 8)
      return truncated(Name, Kind);
    uint64_t Size = takeFixed(Bytes, 8);
    if (Bytes.size() < Size)
      return truncated(Name, Kind);
    Files.push_back(Bytes.take_front(Size));
    Bytes = Bytes.drop_front(Size);
  }
  if (!Bytes.empty())
    return malformed(Name);
  return Files;
}

} // namespace

void writeArchive(const facts::UnitSources &Units, raw_ostream &Out) {
  std::vector<EncodedUnit> Encoded;
  for (const std::unique_ptr<facts::UnitSource> &Unit : Units) {
    EncodedUnit &E = Encoded.emplace_back(
        EncodedUnit{Unit->MainFile, Unit->CommandDigest, ""});
    raw_string_ostream OS(E.Bytes);
    writeBinary(Unit->whole(), OS);
  }
  llvm::sort(Encoded);
  Encoded.erase(llvm::unique(Encoded), Encoded.end());
  Out << Magic;
  writeVersions(Out);
  writeFixed(Out, Encoded.size(), 8);
  for (const EncodedUnit &E : Encoded) {
    writeFixed(Out, E.Bytes.size(), 8);
    Out << E.Bytes;
  }
}

bool looksLikeArchive(StringRef Bytes) { return Bytes.starts_with(Magic); }

Expected<facts::UnitSources> openFacts(MemoryBufferRef Buffer) {
  StringRef Name = Buffer.getBufferIdentifier();
  facts::UnitSources Units;
  if (!looksLikeArchive(Buffer.getBuffer())) {
    auto Unit = openBinary(Buffer);
    if (!Unit)
      return Unit.takeError();
    Units.push_back(std::move(*Unit));
    return Units;
  }
  Expected<std::vector<StringRef>> Files = filesIn(Buffer.getBuffer(), Name);
  if (!Files)
    return Files.takeError();
  for (StringRef File : *Files) {
    auto Unit = openBinary(MemoryBufferRef(File, Name));
    if (!Unit)
      return Unit.takeError();
    Units.push_back(std::move(*Unit));
  }
  return Units;
}

} // namespace fearless::store

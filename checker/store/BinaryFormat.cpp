//===-- BinaryFormat.cpp - Facts on disk ----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/BinaryFormat.h"

#include "store/FileHeader.h"
#include "store/PackedUnit.h"
#include "store/Verify.h"

#include "llvm/Support/xxhash.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

/// Not text, and damaged by whatever translates line ends.
constexpr StringRef Magic("\x8f"
                          "facts\r\n",
                          8);
constexpr StringRef Kind("facts file");

/// Takes the header off \p Bytes, and checks it and the payload's digest.
llvm::Error takeHeader(StringRef &Bytes, StringRef Name) {
  if (Bytes.empty())
    return fileError(Name, "is not a facts file: it is empty: extract again");
  if (!Magic.starts_with(Bytes.take_front(Magic.size())))
    return fileError(Name, "is not a facts file: 'fearless facts' makes them");
  if (Bytes.size() < Magic.size())
    return truncated(Name, Kind);
  Bytes = Bytes.drop_front(Magic.size());
  if (llvm::Error E = takeVersions(Bytes, Name, Kind))
    return E;
  if (Bytes.size() < 16)
    return truncated(Name, Kind);
  uint64_t Size = takeFixed(Bytes, 8);
  uint64_t Digest = takeFixed(Bytes, 8);
  if (Bytes.size() < Size)
    return truncated(Name, Kind);
  if (Bytes.size() > Size)
    return fileError(Name, "this facts file is followed by other bytes: "
                           "extract again");
  if (llvm::xxh3_64bits(Bytes) != Digest)
    return fileError(Name, "this facts file is damaged: its content does not "
                           "match its digest: extract again");
  return llvm::Error::success();
}

/// The payload, of which \p Unit is the verified content.
llvm::Expected<StringRef> readPayload(llvm::MemoryBufferRef Buffer,
                                      TranslationUnit &Unit,
                                      PackedUnit::Marks &Marks) {
  StringRef Name = Buffer.getBufferIdentifier();
  StringRef Bytes = Buffer.getBuffer();
  if (llvm::Error E = takeHeader(Bytes, Name))
    return std::move(E);
  ByteReader Payload(Bytes);
  BinaryLayout<ByteReader> Layout(Payload);
  Layout.Marks = &Marks.Body;
  Layout.head(Unit);
  Marks.Texts = Payload.position();
  Layout.texts(Unit);
  Marks.Tables = Payload.position();
  Layout.tables(Unit);
  Layout.bodies(Unit);
  if (Payload.failed() || Payload.left() != 0)
    return fileError(Name, "this facts file's content is malformed: extract "
                           "again");
  if (llvm::Error E = verify(Unit, Name))
    return std::move(E);
  return Bytes;
}

} // namespace

bool store::looksLikeFacts(StringRef Bytes) { return Bytes.starts_with(Magic); }

void store::writeBinary(const TranslationUnit &Unit, llvm::raw_ostream &Out) {
  ByteWriter Payload;
  BinaryLayout<ByteWriter>(Payload).unit(Unit);
  Out << Magic;
  writeVersions(Out);
  writeFixed(Out, Payload.bytes().size(), 8);
  writeFixed(Out, llvm::xxh3_64bits(Payload.bytes()), 8);
  Out << Payload.bytes();
}

llvm::Expected<TranslationUnit>
store::readBinary(llvm::MemoryBufferRef Buffer) {
  TranslationUnit Unit;
  PackedUnit::Marks Marks;
  if (llvm::Error E = readPayload(Buffer, Unit, Marks).takeError())
    return std::move(E);
  return Unit;
}

llvm::Expected<std::unique_ptr<UnitSource>>
store::openBinary(llvm::MemoryBufferRef Buffer) {
  TranslationUnit Unit;
  PackedUnit::Marks Marks;
  llvm::Expected<StringRef> Payload = readPayload(Buffer, Unit, Marks);
  if (!Payload)
    return Payload.takeError();
  return std::make_unique<PackedUnit>(Unit, *Payload, Marks);
}

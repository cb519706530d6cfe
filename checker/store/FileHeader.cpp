//===-- FileHeader.cpp - How stored files begin ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/FileHeader.h"

#include "store/BinaryFormat.h"
#include "support/Version.h"

using namespace llvm;

namespace fearless::store {

Error fileError(StringRef Name, const Twine &What) {
  return createStringError(inconvertibleErrorCode(), "%s",
                           (Name + ": " + What).str().c_str());
}

Error truncated(StringRef Name, StringRef Kind) {
  return fileError(Name, "this " + Kind + " is truncated: extract again");
}

void writeFixed(raw_ostream &Out, uint64_t V, unsigned Bytes) {
  for (unsigned I = 0; I < Bytes; ++I)
    Out << static_cast<char>(V >> (8 * I));
}

uint64_t takeFixed(StringRef &Bytes, unsigned Count) {
  uint64_t V = 0;
  for (unsigned I = 0; I < Count; ++I)
    V |= uint64_t(static_cast<unsigned char>(Bytes[I])) << (8 * I);
  Bytes = Bytes.drop_front(Count);
  return V;
}

void writeVersions(raw_ostream &Out) {
  writeFixed(Out, FormatVersion, 4);
  writeFixed(Out, support::toolVersion().size(), 1);
  Out << support::toolVersion();
}

Error takeVersions(StringRef &Bytes, StringRef Name, StringRef Kind) {
  if (Bytes.size() < 5)
    return truncated(Name, Kind);
  uint64_t Format = takeFixed(Bytes, 4);
  size_t VersionLength = takeFixed(Bytes, 1);
  if (Bytes.size() < VersionLength)
    return truncated(Name, Kind);
  StringRef Version = Bytes.take_front(VersionLength);
  Bytes = Bytes.drop_front(VersionLength);
  if (Format == FormatVersion && Version == support::toolVersion())
    return Error::success();
  return fileError(Name, "was written by fearless " + Version + " (format " +
                             Twine(Format) + "), this is " +
                             support::toolVersion() + " (format " +
                             Twine(FormatVersion) + "): extract again");
}

} // namespace fearless::store

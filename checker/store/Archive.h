//===-- Archive.h - The facts of several units in one file ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What `fearless link --partial` makes of a library:
//
//   magic, 8 bytes · versions (FileHeader.h) · number of units, 8 bytes ·
//   for each: length, 8 bytes · a whole facts file (BinaryFormat.h)
//
// The bytes are a function of the set of units: in order of their main files,
// each once.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_ARCHIVE_H
#define FEARLESS_STORE_ARCHIVE_H

#include "facts/UnitSource.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"

namespace fearless::store {

/// Writes \p Units, for which verify() must hold. Not after keepBodies(). All
/// encoded units are in memory at once.
void writeArchive(const facts::UnitSources &Units, llvm::raw_ostream &Out);

/// Whether \p Bytes start like an archive, of whatever version.
bool looksLikeArchive(llvm::StringRef Bytes);

/// The units of a facts file or of an archive. Whatever else the bytes are is
/// an error that names the buffer and says what to do.
llvm::Expected<facts::UnitSources> openFacts(llvm::MemoryBufferRef Buffer);

} // namespace fearless::store

#endif

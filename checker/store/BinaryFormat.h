//===-- BinaryFormat.h - Facts on disk ------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A facts file holds one translation unit:
//
//   magic, 8 bytes · format version, 4 bytes · tool version, length and text ·
//   payload: length, 8 bytes; digest, 8 bytes · payload
//
// Fixed-size numbers are little-endian. The payload is a row of sections in a
// fixed order, each a tag, its length and its content (BinaryLayout.h), in
// LEB128 with differences where neighbours are alike. The bytes are a function
// of the unit alone: they hold no time, no host and no path but the unit's own.
// Only files of this very version of the tool are read, because what
// extraction states, and not only how it is encoded, belongs to the version.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_BINARYFORMAT_H
#define FEARLESS_STORE_BINARYFORMAT_H

#include "facts/UnitSource.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"

namespace fearless::store {

/// Raised with every change of the layout.
inline constexpr uint32_t FormatVersion = 2;

/// Writes \p Unit, for which verify() (Verify.h) must hold.
void writeBinary(const facts::TranslationUnit &Unit, llvm::raw_ostream &Out);

/// Reads a facts file. Every other content, and a file that is damaged
/// anywhere, is an error that names the buffer and says what to do; memory use
/// is bounded by a multiple of the buffer's size. The result holds verify().
llvm::Expected<facts::TranslationUnit> readBinary(llvm::MemoryBufferRef Buffer);

/// The same for a unit that is to be decoded part by part. Keeps a copy of the
/// bytes that it needs.
llvm::Expected<std::unique_ptr<facts::UnitSource>>
openBinary(llvm::MemoryBufferRef Buffer);

/// Whether \p Bytes start like a facts file, of whatever version.
bool looksLikeFacts(llvm::StringRef Bytes);

} // namespace fearless::store

#endif

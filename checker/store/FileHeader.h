//===-- FileHeader.h - How stored files begin -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/: what facts files and archives of them have in common. A
// magic is followed by
//
//   format version, 4 bytes · tool version, length and text
//
// Fixed-size numbers are little-endian.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_FILEHEADER_H
#define FEARLESS_STORE_FILEHEADER_H

#include "llvm/ADT/Twine.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace fearless::store {

/// "NAME: WHAT".
llvm::Error fileError(llvm::StringRef Name, const llvm::Twine &What);
/// A facts file or archive (\p Kind) is cut off.
llvm::Error truncated(llvm::StringRef Name, llvm::StringRef Kind);

void writeFixed(llvm::raw_ostream &Out, uint64_t V, unsigned Bytes);
/// Takes a number off the front of \p Bytes, which is that long.
uint64_t takeFixed(llvm::StringRef &Bytes, unsigned Count);

void writeVersions(llvm::raw_ostream &Out);
/// Takes the versions, which follow the magic, off \p Bytes. Every other than
/// ours is an error.
llvm::Error takeVersions(llvm::StringRef &Bytes, llvm::StringRef Name,
                         llvm::StringRef Kind);

} // namespace fearless::store

#endif

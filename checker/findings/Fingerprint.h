//===-- Fingerprint.h - The name of a defect across versions --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fingerprint is made of the rule, the file's name without its directories,
// the enclosing function and the words of the message without places. So it
// survives moved lines, reformatting, moved directories and changes elsewhere;
// it changes with what the message names: the function and the data. Defects
// that agree in all of that are told apart by their order in the file.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FINDINGS_FINGERPRINT_H
#define FEARLESS_FINDINGS_FINGERPRINT_H

#include "findings/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace fearless::findings {

/// The message without the places that it tells ("src/a.cpp:12:3").
std::string withoutPlaces(llvm::StringRef Message);

/// Sets the fingerprint of each: 16 hexadecimal digits, unique among them.
/// \p Findings are in canonical order. O(n log n).
void setFingerprints(llvm::MutableArrayRef<Finding> Findings);

} // namespace fearless::findings

#endif

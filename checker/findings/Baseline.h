//===-- Baseline.h - Findings that are known ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A baseline lets a code base with findings adopt the checker: what it holds is
// not reported again. It is a text file with a line for each finding,
//
//   # fearless baseline 1
//   8c1f0a52b90de377 lock-order src/ledger.cpp Ledger::post
//
// of which only the fingerprint decides; the rest is for people. Lines are
// sorted by fingerprint, so that two branches rarely touch neighbouring lines;
// order and repetition mean nothing, so that a merge may keep both sides.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FINDINGS_BASELINE_H
#define FEARLESS_FINDINGS_BASELINE_H

#include "findings/Finding.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <string>
#include <vector>

namespace fearless::findings {

struct BaselineEntry {
  std::string Fingerprint; ///< 16 hexadecimal digits.
  std::string Rule, File, Function;
};

class Baseline {
public:
  /// Reads a file's text. The error tells the line, as "Name:3: …". Whatever
  /// the bytes, it is read or refused.
  static llvm::Expected<Baseline> read(llvm::StringRef Text,
                                       llvm::StringRef Name);
  /// Of \p Findings with a fingerprint.
  static Baseline of(llvm::ArrayRef<Finding> Findings);

  /// Sorted by fingerprint, each once.
  llvm::ArrayRef<BaselineEntry> entries() const { return Entries; }
  bool contains(llvm::StringRef Fingerprint) const;
  void add(const Finding &F);
  void write(llvm::raw_ostream &OS) const;

private:
  std::vector<BaselineEntry> Entries;
};

} // namespace fearless::findings

#endif

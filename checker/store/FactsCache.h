//===-- FactsCache.h - Facts that need not be extracted again -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A directory of facts, found by what they were made from:
//
//   v1/ab/cdef….made    for one compile command, by its key: the last few
//                       results, each with what it depends on
//   v1/ab/cdef….facts   a facts file, by the digest of its bytes
//   v1/ab/cdef….found   what an analysis found, by what it was made from
//
// Processes share it without locks: a file is written under another name and
// renamed, never changed, and read with its digest checked; so after a crash or
// a full disk there is less in the cache, and nothing wrong. Who removes a file
// that another process has just found makes that one extract again.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_FACTSCACHE_H
#define FEARLESS_STORE_FACTSCACHE_H

#include "facts/UnitSource.h"
#include "store/FileStates.h"
#include "llvm/Support/Error.h"

namespace fearless::store {

/// What extracting a unit gave.
struct CachedResult {
  std::vector<Dependency> MadeFrom;
  std::string Notes; ///< Of whoever extracted; the cache does not read them.
  /// Of the facts file; none if there are no facts.
  std::optional<ContentDigest> Facts;
  friend bool operator==(const CachedResult &, const CachedResult &) = default;
};

/// The bytes of a ".made" file, and back. Whatever is no such file gives none.
std::string writeResults(llvm::ArrayRef<CachedResult> Results);
std::optional<std::vector<CachedResult>> readResults(llvm::StringRef Bytes);

class FactsCache {
public:
  /// Nothing is made before something is stored.
  explicit FactsCache(std::string Directory)
      : Directory(std::move(Directory)) {}

  llvm::StringRef directory() const { return Directory; }

  /// The result that still holds for the command with \p Key, if there is one
  /// and its facts are there. Time stamps that are out of date are renewed.
  std::optional<CachedResult> find(ContentDigest Key, FileStates &Now) const;
  /// The facts of a result that was found. An error if they are gone.
  llvm::Expected<std::unique_ptr<facts::UnitSource>>
  facts(const CachedResult &R) const;
  /// Keeps \p Result, whose facts are \p FactsFile if there are any.
  llvm::Error keep(ContentDigest Key, CachedResult Result,
                   llvm::StringRef FactsFile) const;

  /// What was kept as found under \p Key; none if there is nothing, or it is
  /// damaged.
  std::optional<std::string> found(ContentDigest Key) const;
  llvm::Error keepFound(ContentDigest Key, llvm::StringRef Bytes) const;

  struct Size {
    uint64_t Results = 0, Facts = 0, Found = 0; ///< Files of each kind.
    uint64_t Bytes = 0;
  };
  Size size() const;
  /// Removes what was not used for longest until \p MaxBytes are left, and what
  /// dead processes left unfinished. The bytes removed. Linear in the files.
  uint64_t trim(uint64_t MaxBytes) const;

private:
  std::string path(ContentDigest Of, llvm::StringRef Extension) const;
  std::vector<CachedResult> results(ContentDigest Key) const;
  llvm::Error write(llvm::StringRef Path, llvm::StringRef Bytes) const;

  std::string Directory;
};

} // namespace fearless::store

#endif

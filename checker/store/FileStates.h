//===-- FileStates.h - What files were like, and are now ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a translation unit was made from: every file that its compilation read,
// listed, or looked for in vain. A file that appears where one was looked for
// can change the meaning as much as one that is edited.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_FILESTATES_H
#define FEARLESS_STORE_FILESTATES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Chrono.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fearless::store {

/// A 128-bit digest of content (XXH3; not against malice: who can write the
/// cache can write anything into it).
using ContentDigest = std::pair<uint64_t, uint64_t>;
ContentDigest contentDigest(llvm::StringRef Bytes);
/// 32 hexadecimal digits.
std::string spelling(ContentDigest D);

/// One path, as a compilation saw it.
struct Dependency {
  enum State : uint8_t {
    Missing,   ///< There was no such file.
    Directory, ///< A directory; its entries did not matter.
    Listed,  ///< A directory whose entries were read: Digest is of their names.
    Present, ///< A file, whose content did not matter.
    Read,    ///< A file that was read.
  };
  std::string Path; ///< Absolute.
  State Was = Missing;
  uint64_t Size = 0; ///< Read.
  /// Read: nanoseconds since the epoch; 0 if the file was so young that it may
  /// have changed without a new time stamp.
  uint64_t Time = 0;
  ContentDigest Digest; ///< Read, Listed.
  friend bool operator==(const Dependency &, const Dependency &) = default;
};

/// The digest of a directory's entries; none if it cannot be read. Linear in
/// them.
std::optional<ContentDigest> listingDigest(llvm::StringRef Directory);

/// \p Changed in nanoseconds since the epoch; 0 if that was within the last two
/// seconds, in which some file systems do not tell changes apart.
uint64_t settledTime(llvm::sys::TimePoint<> Changed);

/// Files to be seen otherwise than they lie on the disk: with this content, or
/// not at all. By normalised absolute path.
using FileOverlay = llvm::StringMap<std::optional<std::string>>;

/// What the file system holds now. Each path is asked for once, so that a
/// header which a thousand units include costs one question. Not thread-safe.
class FileStates {
public:
  /// \p Over: null, or it outlives this.
  explicit FileStates(const FileOverlay *Over = nullptr) : Over(Over) {}

  /// Whether a compilation would see at \p D what it saw. Where only the time
  /// stamp differs, the content decides; \p Touched is then set.
  bool unchanged(const Dependency &D, bool &Touched);
  /// As \p D, with the time stamp of today.
  Dependency refreshed(const Dependency &D);

private:
  struct Now {
    enum { Nothing, File, Directory } Is = Nothing;
    uint64_t Size = 0, Time = 0;
    std::optional<ContentDigest> Content; ///< When it has been asked for.
    bool Unreadable = false;
  };
  Now &at(llvm::StringRef Path);
  void findContent(llvm::StringRef Path, Now &N);

  const FileOverlay *Over;
  llvm::StringMap<Now> Known;
};

} // namespace fearless::store

#endif

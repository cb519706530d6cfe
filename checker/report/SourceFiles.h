//===-- SourceFiles.h - The user's sources, for showing them --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Facts and findings name files relative to the project's root. Reports name
// them as an editor started here finds them, and quote their lines.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_REPORT_SOURCEFILES_H
#define FEARLESS_REPORT_SOURCEFILES_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fearless::report {

/// Not thread-safe.
class SourceFiles {
public:
  /// Both absolute. \p On, where the files are read, outlives this.
  SourceFiles(std::string ProjectRoot, std::string WorkingDirectory,
              llvm::vfs::FileSystem &On = *llvm::vfs::getRealFileSystem());

  /// \p File, relative to the project's root or absolute, as seen from the
  /// working directory: relative if that is shorter than absolute and does not
  /// leave the project, else absolute.
  std::string displayName(llvm::StringRef File) const;

  /// The text of a line, counted from 1, without its end; nothing if the file
  /// cannot be read or has no such line.
  std::optional<llvm::StringRef> line(llvm::StringRef File, unsigned Line);

private:
  struct Loaded {
    std::unique_ptr<llvm::MemoryBuffer> Buffer;
    std::vector<size_t> LineStarts;
  };
  const Loaded &load(llvm::StringRef File);

  std::string ProjectRoot, WorkingDirectory;
  llvm::vfs::FileSystem *On;
  llvm::StringMap<Loaded> Files;
};

} // namespace fearless::report

#endif

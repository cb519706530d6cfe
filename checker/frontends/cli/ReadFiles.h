//===-- ReadFiles.h - Which files a compilation depends on ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// File systems for extraction: one that shows some files as they once were, and
// one that hands everything on to another and remembers what was asked of it,
// and what was there.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_READFILES_H
#define FEARLESS_FRONTENDS_CLI_READFILES_H

#include "store/FileStates.h"

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <map>

namespace fearless::cli {

/// The real file system, with \p Over before it.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
fileSystemUnder(const store::FileOverlay &Over);

class RecordingFileSystem : public llvm::vfs::ProxyFileSystem {
public:
  explicit RecordingFileSystem(
      llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Below)
      : ProxyFileSystem(std::move(Below)) {}

  /// What there is to remember, by path.
  std::vector<store::Dependency> dependencies() const;

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine &Path) override;
  bool exists(const llvm::Twine &Path) override;
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &Path) override;
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &Directory,
                                          std::error_code &EC) override;

private:
  class File;
  std::string absolute(const llvm::Twine &Path) const;
  /// What says most about a path stays.
  void note(std::string Path, store::Dependency::State State);

  std::map<std::string, store::Dependency> Seen;
};

} // namespace fearless::cli

#endif

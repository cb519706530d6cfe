//===-- ReadFiles.cpp - Which files a compilation depends on --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/ReadFiles.h"

#include "support/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace fearless::cli {

using store::Dependency;

namespace {

/// Without the files that are not to be there.
class HidingFileSystem : public vfs::ProxyFileSystem {
public:
  HidingFileSystem(IntrusiveRefCntPtr<vfs::FileSystem> Below,
                   const store::FileOverlay &Over)
      : ProxyFileSystem(std::move(Below)), Over(Over) {}

  ErrorOr<vfs::Status> status(const Twine &Path) override {
    if (isHidden(Path))
      return std::make_error_code(std::errc::no_such_file_or_directory);
    return ProxyFileSystem::status(Path);
  }
  bool exists(const Twine &Path) override {
    return !isHidden(Path) && ProxyFileSystem::exists(Path);
  }
  ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    if (isHidden(Path))
      return std::make_error_code(std::errc::no_such_file_or_directory);
    return ProxyFileSystem::openFileForRead(Path);
  }

private:
  bool isHidden(const Twine &Path) const {
    SmallString<256> Absolute;
    Path.toVector(Absolute);
    (void)makeAbsolute(Absolute);
    auto It = Over.find(support::normalised(Absolute));
    return It != Over.end() && !It->second;
  }
  const store::FileOverlay &Over;
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem>
fileSystemUnder(const store::FileOverlay &Over) {
  auto Given = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  for (const auto &File : Over)
    if (File.second)
      Given->addFile(
          File.first(), /*ModificationTime=*/0,
          MemoryBuffer::getMemBufferCopy(*File.second, File.first()));
  auto All =
      makeIntrusiveRefCnt<vfs::OverlayFileSystem>(vfs::getRealFileSystem());
  All->pushOverlay(Given);
  return makeIntrusiveRefCnt<HidingFileSystem>(All, Over);
}

/// Remembers what is read of a file.
class RecordingFileSystem::File : public vfs::File {
public:
  File(std::unique_ptr<vfs::File> Below, Dependency &Of)
      : Below(std::move(Below)), Of(Of) {}

  ErrorOr<vfs::Status> status() override { return Below->status(); }
  ErrorOr<std::string> getName() override { return Below->getName(); }
  ErrorOr<std::unique_ptr<MemoryBuffer>> getBuffer(const Twine &Name,
                                                   int64_t FileSize,
                                                   bool RequiresNullTerminator,
                                                   bool IsVolatile) override {
    auto Buffer =
        Below->getBuffer(Name, FileSize, RequiresNullTerminator, IsVolatile);
    if (!Buffer)
      return Buffer;
    Of.Was = Dependency::Read;
    Of.Size = (*Buffer)->getBufferSize();
    Of.Digest = store::contentDigest((*Buffer)->getBuffer());
    if (auto Status = Below->status())
      Of.Time = store::settledTime(Status->getLastModificationTime());
    return Buffer;
  }
  std::error_code close() override { return Below->close(); }

private:
  std::unique_ptr<vfs::File> Below;
  Dependency &Of;
};

std::string RecordingFileSystem::absolute(const Twine &Path) const {
  SmallString<256> Absolute;
  Path.toVector(Absolute);
  (void)makeAbsolute(Absolute);
  return Absolute.str().str();
}

void RecordingFileSystem::note(std::string Path, Dependency::State State) {
  Dependency &D = Seen[Path];
  D.Path = std::move(Path);
  D.Was = std::max(D.Was, State);
}

ErrorOr<vfs::Status> RecordingFileSystem::status(const Twine &Path) {
  auto Result = ProxyFileSystem::status(Path);
  note(absolute(Path), !Result                 ? Dependency::Missing
                       : Result->isDirectory() ? Dependency::Directory
                                               : Dependency::Present);
  return Result;
}

bool RecordingFileSystem::exists(const Twine &Path) {
  auto Status = status(Path);
  return Status && Status->exists();
}

ErrorOr<std::unique_ptr<vfs::File>>
RecordingFileSystem::openFileForRead(const Twine &Path) {
  auto Result = ProxyFileSystem::openFileForRead(Path);
  std::string Name = absolute(Path);
  if (!Result) {
    // A directory cannot be opened either.
    (void)status(Path);
    return Result;
  }
  note(Name, Dependency::Present);
  return std::make_unique<File>(std::move(*Result), Seen[Name]);
}

vfs::directory_iterator RecordingFileSystem::dir_begin(const Twine &Directory,
                                                       std::error_code &EC) {
  std::string Name = absolute(Directory);
  if (auto Names = store::listingDigest(Name)) {
    note(Name, Dependency::Listed);
    Seen[Name].Digest = *Names;
  } else {
    note(Name, Dependency::Missing);
  }
  return ProxyFileSystem::dir_begin(Directory, EC);
}

std::vector<Dependency> RecordingFileSystem::dependencies() const {
  std::vector<Dependency> Result;
  for (const auto &[Path, D] : Seen)
    Result.push_back(D);
  return Result;
}

} // namespace fearless::cli

//===-- FileStates.cpp - What files were like, and are now ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/FileStates.h"

#include "support/Paths.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>
#include <chrono>

using namespace fearless::store;
using llvm::StringRef;
namespace fs = llvm::sys::fs;

ContentDigest fearless::store::contentDigest(StringRef Bytes) {
  llvm::XXH128_hash_t Hash =
      llvm::xxh3_128bits(llvm::arrayRefFromStringRef(Bytes));
  return {Hash.high64, Hash.low64};
}

std::string fearless::store::spelling(ContentDigest D) {
  return llvm::utohexstr(D.first, /*LowerCase=*/true, 16) +
         llvm::utohexstr(D.second, /*LowerCase=*/true, 16);
}

std::optional<ContentDigest>
fearless::store::listingDigest(StringRef Directory) {
  std::vector<std::string> Names;
  std::error_code EC;
  for (fs::directory_iterator It(Directory, EC), End; It != End && !EC;
       It.increment(EC))
    Names.push_back(llvm::sys::path::filename(It->path()).str());
  if (EC)
    return std::nullopt;
  llvm::sort(Names);
  return contentDigest(llvm::join(Names, StringRef("\0", 1)));
}

uint64_t fearless::store::settledTime(llvm::sys::TimePoint<> Changed) {
  if (std::chrono::system_clock::now() - Changed < std::chrono::seconds(2))
    return 0;
  return Changed.time_since_epoch().count();
}

FileStates::Now &FileStates::at(StringRef Path) {
  auto [It, New] = Known.try_emplace(Path);
  Now &N = It->second;
  if (!New)
    return N;
  if (Over && !Over->empty())
    if (auto It = Over->find(support::normalised(Path)); It != Over->end()) {
      if (const std::optional<std::string> &Content = It->second) {
        N.Is = Now::File;
        N.Size = Content->size();
        N.Content = contentDigest(*Content);
      }
      return N;
    }
  fs::file_status Status;
  if (fs::status(Path, Status))
    return N;
  N.Is = fs::is_directory(Status) ? Now::Directory : Now::File;
  N.Size = Status.getSize();
  N.Time = settledTime(Status.getLastModificationTime());
  return N;
}

void FileStates::findContent(StringRef Path, Now &N) {
  if (N.Content || N.Unreadable)
    return;
  if (N.Is == Now::Directory) {
    N.Content = listingDigest(Path);
  } else if (auto Buffer = llvm::MemoryBuffer::getFile(
                 Path, /*IsText=*/false, /*RequiresNullTerminator=*/false)) {
    N.Content = contentDigest((*Buffer)->getBuffer());
  }
  N.Unreadable = !N.Content;
}

bool FileStates::unchanged(const Dependency &D, bool &Touched) {
  Now &N = at(D.Path);
  switch (D.Was) {
  case Dependency::Missing:
    return N.Is == Now::Nothing;
  case Dependency::Directory:
    return N.Is == Now::Directory;
  case Dependency::Present:
    return N.Is == Now::File;
  case Dependency::Listed:
    if (N.Is != Now::Directory)
      return false;
    break;
  case Dependency::Read:
    if (N.Is != Now::File || N.Size != D.Size)
      return false;
    if (N.Time && N.Time == D.Time)
      return true;
    Touched = true;
    break;
  }
  findContent(D.Path, N);
  return N.Content == D.Digest;
}

Dependency FileStates::refreshed(const Dependency &D) {
  Dependency Result = D;
  if (D.Was == Dependency::Read)
    Result.Time = at(D.Path).Time;
  return Result;
}

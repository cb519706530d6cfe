//===-- FactsCache.cpp - Facts that need not be extracted again -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/FactsCache.h"

#include "store/BinaryFormat.h"
#include "store/BinaryStream.h"
#include "support/Files.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

#include <algorithm>
#include <chrono>

using namespace fearless;
using namespace fearless::store;
using llvm::StringRef;
using llvm::Twine;
namespace fs = llvm::sys::fs;

/// Of one command: so going back to another branch finds its facts again.
static constexpr size_t MaxResults = 4;

// The file of results --------------------------------------------------------

static constexpr StringRef Magic = "fearless made 1\n";

static constexpr size_t SpelledDigest = 32;

namespace {

/// Serves ByteWriter and ByteReader.
template <class StreamT> class ResultsLayout {
public:
  explicit ResultsLayout(StreamT &S) : Stream(S) {}

  template <class ListT> void results(ListT &Results) {
    Stream.list(Results, 3, [&](auto &R) {
      StringRef Before;
      Stream.list(R.MadeFrom, 3, [&](auto &D) {
        dependency(D, Before);
        Before = D.Path;
      });
      Stream.text(R.Notes);
      facts(R.Facts);
    });
  }

private:
  void dependency(const Dependency &D, StringRef Before) {
    uint64_t Shared = 0;
    while (Shared < Before.size() && Shared < D.Path.size() &&
           Before[Shared] == D.Path[Shared])
      ++Shared;
    Stream.u64(Shared);
    Stream.text(D.Path, Shared);
    Stream.number(D.Was);
    Stream.u64(D.Size);
    Stream.u64(D.Time);
    digest(D.Digest);
  }
  void dependency(Dependency &D, StringRef Before) {
    uint64_t Shared;
    Stream.u64(Shared);
    if (Shared > Before.size())
      return Stream.fail();
    D.Path = Before.take_front(Shared).str();
    Stream.text(D.Path, Shared);
    uint8_t Was;
    Stream.number(Was);
    if (Was > Dependency::Read)
      return Stream.fail();
    D.Was = Dependency::State(Was);
    Stream.u64(D.Size);
    Stream.u64(D.Time);
    digest(D.Digest);
  }
  template <class DigestT> void digest(DigestT &D) {
    Stream.u64(D.first);
    Stream.u64(D.second);
  }
  void facts(const std::optional<ContentDigest> &D) {
    Stream.boolean(D.has_value());
    if (D)
      digest(*D);
  }
  void facts(std::optional<ContentDigest> &D) {
    bool Has;
    Stream.boolean(Has);
    if (Has)
      digest(D.emplace());
  }

  StreamT &Stream;
};

void appendFixed(std::string &To, uint64_t V) {
  for (unsigned I = 0; I < 8; ++I)
    To += static_cast<char>(V >> (8 * I));
}

} // namespace

std::string store::writeResults(llvm::ArrayRef<CachedResult> Results) {
  ByteWriter Content;
  const std::vector<CachedResult> List = Results.vec();
  ResultsLayout<ByteWriter>(Content).results(List);
  std::string Bytes = Magic.str();
  appendFixed(Bytes, llvm::xxh3_64bits(Content.bytes()));
  return Bytes + Content.bytes().str();
}

std::optional<std::vector<CachedResult>> store::readResults(StringRef Bytes) {
  std::string Digest;
  if (!Bytes.consume_front(Magic) || Bytes.size() < 8)
    return std::nullopt;
  appendFixed(Digest, llvm::xxh3_64bits(Bytes.drop_front(8)));
  if (Bytes.take_front(8) != Digest)
    return std::nullopt;
  ByteReader Content(Bytes.drop_front(8));
  std::vector<CachedResult> Results;
  ResultsLayout<ByteReader>(Content).results(Results);
  if (Content.failed() || Content.left())
    return std::nullopt;
  return Results;
}

// The directory --------------------------------------------------------------

std::string FactsCache::path(ContentDigest Of, StringRef Extension) const {
  std::string Name = spelling(Of);
  return Directory + "/v1/" + Name.substr(0, 2) + "/" + Name.substr(2) +
         Extension.str();
}

std::vector<CachedResult> FactsCache::results(ContentDigest Key) const {
  auto Buffer = llvm::MemoryBuffer::getFile(path(Key, ".made"));
  if (!Buffer)
    return {};
  return readResults((*Buffer)->getBuffer())
      .value_or(std::vector<CachedResult>());
}

llvm::Error FactsCache::write(StringRef Path, StringRef Bytes) const {
  if (std::error_code EC =
          fs::create_directories(llvm::sys::path::parent_path(Path)))
    return llvm::createStringError("'" + Path +
                                   "' cannot be written: " + EC.message());
  return support::replaceFile(Path, "the cache's file",
                              [&](llvm::raw_ostream &OS) { OS << Bytes; });
}

/// What is used is not what trim() removes first. Once a day is enough.
static void markUsed(StringRef Path) {
  fs::file_status Status;
  if (fs::status(Path, Status))
    return;
  auto Now = std::chrono::system_clock::now();
  if (Now - Status.getLastModificationTime() < std::chrono::hours(24))
    return;
  int FD;
  if (fs::openFileForReadWrite(Path, FD, fs::CD_OpenExisting, fs::OF_None))
    return; // A cache that cannot be written.
  (void)fs::setLastAccessAndModificationTime(FD, Now);
  fs::file_t File = fs::convertFDToNativeFile(FD);
  (void)fs::closeFile(File);
}

std::optional<CachedResult> FactsCache::find(ContentDigest Key,
                                             FileStates &Now) const {
  std::vector<CachedResult> Results = results(Key);
  for (CachedResult &R : Results) {
    bool Touched = false;
    if (!llvm::all_of(R.MadeFrom, [&](const Dependency &D) {
          return Now.unchanged(D, Touched);
        }))
      continue;
    if (R.Facts) {
      std::string Facts = path(*R.Facts, ".facts");
      if (!fs::exists(Facts))
        continue;
      markUsed(Facts);
    }
    if (Touched)
      for (Dependency &D : R.MadeFrom)
        D = Now.refreshed(D);
    CachedResult Found = R;
    if (Touched)
      llvm::consumeError(write(path(Key, ".made"), writeResults(Results)));
    else
      markUsed(path(Key, ".made"));
    return Found;
  }
  return std::nullopt;
}

llvm::Expected<std::unique_ptr<facts::UnitSource>>
FactsCache::facts(const CachedResult &R) const {
  std::string Path = path(*R.Facts, ".facts");
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return llvm::errorCodeToError(Buffer.getError());
  // Its own digest says that these are a facts file's bytes, and this one that
  // they are the right file's.
  if (contentDigest((*Buffer)->getBuffer()) != *R.Facts)
    return llvm::createStringError("'" + Path + "' is damaged");
  return openBinary((*Buffer)->getMemBufferRef());
}

llvm::Error FactsCache::keep(ContentDigest Key, CachedResult Result,
                             StringRef FactsFile) const {
  if (!FactsFile.empty()) {
    Result.Facts = contentDigest(FactsFile);
    if (llvm::Error E = write(path(*Result.Facts, ".facts"), FactsFile))
      return E;
  }
  std::vector<CachedResult> Results = results(Key);
  llvm::erase(Results, Result);
  Results.insert(Results.begin(), std::move(Result));
  if (Results.size() > MaxResults)
    Results.resize(MaxResults);
  return write(path(Key, ".made"), writeResults(Results));
}

std::optional<std::string> FactsCache::found(ContentDigest Key) const {
  std::string Path = path(Key, ".found");
  auto Buffer = llvm::MemoryBuffer::getFile(Path);
  if (!Buffer)
    return std::nullopt;
  StringRef Bytes = (*Buffer)->getBuffer();
  std::string Digest = spelling(
      contentDigest(Bytes.drop_front(std::min(Bytes.size(), SpelledDigest))));
  if (!Bytes.consume_front(Digest))
    return std::nullopt;
  markUsed(Path);
  return Bytes.str();
}

llvm::Error FactsCache::keepFound(ContentDigest Key, StringRef Bytes) const {
  return write(path(Key, ".found"),
               spelling(contentDigest(Bytes)) + Bytes.str());
}

namespace {

struct CacheFile {
  std::string Path;
  uint64_t Bytes;
  llvm::sys::TimePoint<> Used;
  bool Unfinished;
};

std::vector<CacheFile> filesIn(StringRef Directory) {
  std::vector<CacheFile> Files;
  std::error_code EC;
  for (fs::recursive_directory_iterator It(Directory + "/v1", EC), End;
       It != End && !EC; It.increment(EC)) {
    fs::file_status Status;
    if (fs::status(It->path(), Status) || !fs::is_regular_file(Status))
      continue; // Gone meanwhile.
    StringRef Kind = llvm::sys::path::extension(It->path());
    bool Unfinished = Kind != ".made" && Kind != ".facts" && Kind != ".found";
    Files.push_back({It->path(), Status.getSize(),
                     Status.getLastModificationTime(), Unfinished});
  }
  return Files;
}

} // namespace

FactsCache::Size FactsCache::size() const {
  Size S;
  for (const CacheFile &F : filesIn(Directory)) {
    S.Bytes += F.Bytes;
    S.Results += StringRef(F.Path).ends_with(".made");
    S.Facts += StringRef(F.Path).ends_with(".facts");
    S.Found += StringRef(F.Path).ends_with(".found");
  }
  return S;
}

uint64_t FactsCache::trim(uint64_t MaxBytes) const {
  std::vector<CacheFile> Files = filesIn(Directory);
  uint64_t Bytes = 0, Removed = 0;
  for (const CacheFile &F : Files)
    Bytes += F.Bytes;
  llvm::sort(Files, [](const CacheFile &A, const CacheFile &B) {
    return std::tie(A.Used, A.Path) < std::tie(B.Used, B.Path);
  });
  auto HourAgo = std::chrono::system_clock::now() - std::chrono::hours(1);
  for (const CacheFile &F : Files) {
    bool Abandoned = F.Unfinished && F.Used < HourAgo;
    if (!Abandoned && Bytes - Removed <= MaxBytes)
      continue;
    if (F.Unfinished && !Abandoned && MaxBytes)
      continue;
    if (!fs::remove(F.Path))
      Removed += F.Bytes;
  }
  return Removed;
}

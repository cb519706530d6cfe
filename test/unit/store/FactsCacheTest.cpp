//===-- FactsCacheTest.cpp - Facts that need not be extracted again -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/FactsCache.h"

#include "store/BinaryFormat.h"
#include "store/RandomUnit.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include "gtest/gtest.h"

#include <chrono>
#include <random>

using namespace fearless;
using namespace fearless::store;
namespace fs = llvm::sys::fs;

namespace {

class FactsCacheTest : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_FALSE(fs::createUniqueDirectory("facts-cache-test", Top));
  }
  void TearDown() override { fs::remove_directories(Top); }

  std::string path(llvm::StringRef Name) {
    return (llvm::Twine(Top) + "/" + Name).str();
  }

  /// A file that was last changed \p Hours ago.
  void write(llvm::StringRef Name, llvm::StringRef Content, unsigned Hours) {
    std::error_code EC;
    llvm::raw_fd_ostream OS(path(Name), EC);
    ASSERT_FALSE(EC);
    OS << Content;
    OS.close();
    age(Name, Hours);
  }
  void age(llvm::StringRef Name, unsigned Hours) {
    int FD;
    ASSERT_FALSE(fs::openFileForReadWrite(path(Name), FD, fs::CD_OpenExisting,
                                          fs::OF_None));
    ASSERT_FALSE(fs::setLastAccessAndModificationTime(
        FD, std::chrono::time_point_cast<std::chrono::nanoseconds>(
                std::chrono::system_clock::now()) -
                std::chrono::hours(Hours)));
    fs::file_t F = fs::convertFDToNativeFile(FD);
    ASSERT_FALSE(fs::closeFile(F));
  }

  Dependency read(llvm::StringRef Name, llvm::StringRef Content) {
    Dependency D;
    D.Path = path(Name);
    D.Was = Dependency::Read;
    D.Size = Content.size();
    D.Digest = contentDigest(Content);
    fs::file_status Status;
    EXPECT_FALSE(fs::status(D.Path, Status));
    D.Time = settledTime(Status.getLastModificationTime());
    return D;
  }
  Dependency other(llvm::StringRef Name, Dependency::State Was) {
    Dependency D;
    D.Path = path(Name);
    D.Was = Was;
    return D;
  }

  static bool holds(const Dependency &D) {
    FileStates Now;
    bool Touched = false;
    return Now.unchanged(D, Touched);
  }

  std::string unit(unsigned Seed) {
    std::string Bytes;
    llvm::raw_string_ostream OS(Bytes);
    writeBinary(test::randomUnit(Seed), OS);
    return Bytes;
  }

  std::optional<CachedResult> find(const FactsCache &C, ContentDigest Key) {
    FileStates Now;
    return C.find(Key, Now);
  }

  llvm::SmallString<128> Top;
};

TEST_F(FactsCacheTest, SeesWhatChanged) {
  write("a.h", "one", 5);
  Dependency A = read("a.h", "one");
  EXPECT_NE(A.Time, 0u);
  EXPECT_TRUE(holds(A));
  age("a.h", 3); // Touched, but the same.
  EXPECT_TRUE(holds(A));
  write("a.h", "two", 3); // The same size.
  EXPECT_FALSE(holds(A));
  write("a.h", "one", 1);
  EXPECT_TRUE(holds(A));
  write("a.h", "longer", 1);
  EXPECT_FALSE(holds(A));
  fs::remove(path("a.h"));
  EXPECT_FALSE(holds(A));
  EXPECT_TRUE(holds(other("a.h", Dependency::Missing)));
  write("a.h", "", 1);
  EXPECT_FALSE(holds(other("a.h", Dependency::Missing)));
  EXPECT_TRUE(holds(other("a.h", Dependency::Present)));
  EXPECT_FALSE(holds(other("a.h", Dependency::Directory)));
}

TEST_F(FactsCacheTest, ADirectoryThatWasListed) {
  write("x", "", 1);
  Dependency D = other(".", Dependency::Listed);
  D.Digest = *listingDigest(D.Path);
  EXPECT_TRUE(holds(D));
  write("x", "other content", 1);
  EXPECT_TRUE(holds(D));
  write("y", "", 1);
  EXPECT_FALSE(holds(D));
}

TEST_F(FactsCacheTest, AYoungFileIsComparedByContent) {
  write("a.h", "one", 0);
  Dependency A = read("a.h", "one");
  EXPECT_EQ(A.Time, 0u);
  EXPECT_TRUE(holds(A));
  write("a.h", "two", 0); // Perhaps with the same time stamp.
  EXPECT_FALSE(holds(A));
}

TEST_F(FactsCacheTest, FindsWhatIsKept) {
  FactsCache Cache(path("cache"));
  write("a.h", "one", 5);
  ContentDigest Key{1, 2};
  EXPECT_FALSE(find(Cache, Key));
  std::string Facts = unit(1);
  ASSERT_FALSE(llvm::errorToBool(
      Cache.keep(Key, {{read("a.h", "one")}, "notes", {}}, Facts)));
  auto Found = find(Cache, Key);
  ASSERT_TRUE(Found);
  EXPECT_EQ(Found->Notes, "notes");
  auto Unit = Cache.facts(*Found);
  ASSERT_TRUE(bool(Unit));
  EXPECT_FALSE(find(Cache, {1, 3}));
  // Another branch, and back.
  write("a.h", "two!", 4);
  EXPECT_FALSE(find(Cache, Key));
  ASSERT_FALSE(llvm::errorToBool(
      Cache.keep(Key, {{read("a.h", "two!")}, "2", {}}, unit(2))));
  EXPECT_EQ(find(Cache, Key)->Notes, "2");
  write("a.h", "one", 3);
  EXPECT_EQ(find(Cache, Key)->Notes, "notes");
}

TEST_F(FactsCacheTest, WithoutFacts) {
  FactsCache Cache(path("cache"));
  ASSERT_FALSE(llvm::errorToBool(Cache.keep({1, 1}, {{}, "failed", {}}, "")));
  auto Found = find(Cache, {1, 1});
  ASSERT_TRUE(Found);
  EXPECT_FALSE(Found->Facts);
}

TEST_F(FactsCacheTest, DamageIsAMiss) {
  FactsCache Cache(path("cache"));
  std::string Facts = unit(3);
  ASSERT_FALSE(llvm::errorToBool(Cache.keep({1, 1}, {{}, "", {}}, Facts)));
  auto Found = find(Cache, {1, 1});
  ASSERT_TRUE(Found);
  std::string Name = spelling(contentDigest(Facts));
  std::string File =
      "cache/v1/" + Name.substr(0, 2) + "/" + Name.substr(2) + ".facts";
  write(File, Facts.substr(0, Facts.size() / 2), 0);
  EXPECT_TRUE(llvm::errorToBool(Cache.facts(*Found).takeError()));
  write(File, unit(4), 0); // Facts, but others.
  EXPECT_TRUE(llvm::errorToBool(Cache.facts(*Found).takeError()));
  fs::remove(path(File));
  EXPECT_TRUE(llvm::errorToBool(Cache.facts(*Found).takeError()));
  EXPECT_FALSE(find(Cache, {1, 1}));
}

TEST_F(FactsCacheTest, CannotBeWritten) {
  write("cache", "a file", 0);
  FactsCache Cache(path("cache"));
  std::string Why = llvm::toString(Cache.keep({1, 1}, {}, ""));
  EXPECT_NE(Why.find("cannot be written"), std::string::npos) << Why;
  EXPECT_FALSE(find(Cache, {1, 1}));
}

TEST_F(FactsCacheTest, TrimRemovesWhatWasNotUsed) {
  FactsCache Cache(path("cache"));
  for (uint64_t I = 1; I <= 3; ++I)
    ASSERT_FALSE(llvm::errorToBool(Cache.keep({I, 0}, {{}, "x", {}}, unit(I))));
  FactsCache::Size Before = Cache.size();
  EXPECT_EQ(Before.Results, 3u);
  EXPECT_EQ(Before.Facts, 3u);
  EXPECT_EQ(Cache.trim(Before.Bytes), 0u);
  // Use makes young.
  std::error_code EC;
  for (fs::recursive_directory_iterator It(path("cache"), EC), End; It != End;
       It.increment(EC))
    if (!fs::is_directory(It->path()))
      age(llvm::StringRef(It->path()).drop_front(Top.size() + 1), 100);
  ASSERT_TRUE(find(Cache, {2, 0}));
  EXPECT_GT(Cache.trim(Before.Bytes / 2), 0u);
  EXPECT_LE(Cache.size().Bytes, Before.Bytes / 2);
  EXPECT_TRUE(find(Cache, {2, 0}));
  Cache.trim(0);
  EXPECT_EQ(Cache.size().Bytes, 0u);
}

/// What is written is read; whatever else is there is read or refused.
TEST(CachedResultsTest, RoundTripAndAnyBytes) {
  std::mt19937 Random(11);
  for (unsigned Round = 0; Round < 300; ++Round) {
    std::vector<CachedResult> Results(Random() % 4);
    for (CachedResult &R : Results) {
      R.MadeFrom.resize(Random() % 6);
      for (Dependency &D : R.MadeFrom) {
        D.Path = "/some/" + std::string(Random() % 9, 'a' + Random() % 3);
        D.Was = Dependency::State(Random() % 5);
        D.Size = Random();
        D.Time = uint64_t(Random()) << (Random() % 32);
        D.Digest = {Random(), Random()};
      }
      R.Notes.assign(Random() % 30, char(Random()));
      if (Random() % 2)
        R.Facts = ContentDigest{Random(), Random()};
    }
    std::string Bytes = writeResults(Results);
    auto Back = readResults(Bytes);
    ASSERT_TRUE(Back);
    EXPECT_EQ(*Back, Results);
    Bytes[Random() % Bytes.size()] ^= 1 + Random() % 255;
    EXPECT_FALSE(readResults(Bytes));
    Bytes.resize(Random() % Bytes.size());
    EXPECT_FALSE(readResults(Bytes));
  }
}

TEST_F(FactsCacheTest, WhatWasFoundIsKeptWholeOrNotAtAll) {
  FactsCache Cache(path("cache"));
  ContentDigest Key = contentDigest("key");
  EXPECT_FALSE(Cache.found(Key));
  ASSERT_FALSE(Cache.keepFound(Key, "findings"));
  EXPECT_EQ("findings", Cache.found(Key));
  EXPECT_FALSE(Cache.found(contentDigest("other key")));
  EXPECT_EQ(1u, Cache.size().Found);
  ASSERT_FALSE(Cache.keepFound(Key, ""));
  EXPECT_EQ("", Cache.found(Key));

  std::error_code EC;
  std::string File;
  for (fs::recursive_directory_iterator It(path("cache"), EC), End;
       It != End && !EC; It.increment(EC))
    if (fs::is_regular_file(It->path()))
      File = It->path();
  llvm::raw_fd_ostream OS(File, EC);
  OS << "short";
  OS.close();
  EXPECT_FALSE(Cache.found(Key));
}

} // namespace

//===-- ArchiveTest.cpp - Several units in one file -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnitText.h"

#include "store/Archive.h"
#include "store/BinaryFormat.h"

#include <random>

using namespace fearless;
using namespace fearless::test;

namespace {

const char *const First = "unit a.c c\nglobal a :1:1\n";
const char *const Second = "unit b.c c\nglobal b :1:1\n";

std::string archiveOf(std::vector<const char *> Texts) {
  std::vector<facts::TranslationUnit> Units;
  for (const char *Text : Texts)
    Units.push_back(unitFrom(Text));
  std::string Bytes;
  llvm::raw_string_ostream OS(Bytes);
  store::writeArchive(facts::residentUnits(std::move(Units)), OS);
  return Bytes;
}

llvm::Expected<facts::UnitSources> open(llvm::StringRef Bytes) {
  return store::openFacts(llvm::MemoryBufferRef(Bytes, "lib.facts"));
}

std::string errorOf(llvm::StringRef Bytes) {
  auto Units = open(Bytes);
  return Units ? "" : llvm::toString(Units.takeError());
}

TEST(Archive, KeepsEveryUnit) {
  auto Units = open(archiveOf({First, Second}));
  ASSERT_TRUE(bool(Units));
  ASSERT_EQ(Units->size(), 2u);
  EXPECT_EQ(textOf((*Units)[0]->whole()), textOf(unitFrom(First)));
  EXPECT_EQ(textOf((*Units)[1]->whole()), textOf(unitFrom(Second)));
}

TEST(Archive, IsAFunctionOfTheSet) {
  std::string Bytes = archiveOf({First, Second});
  EXPECT_EQ(archiveOf({Second, First, Second}), Bytes);
  EXPECT_TRUE(store::looksLikeArchive(Bytes));
  EXPECT_FALSE(store::looksLikeFacts(Bytes));
}

TEST(Archive, MayBeEmpty) {
  auto Units = open(archiveOf({}));
  ASSERT_TRUE(bool(Units));
  EXPECT_TRUE(Units->empty());
}

TEST(Archive, OneUnitIsAFileOfItsOwn) {
  std::string Bytes;
  llvm::raw_string_ostream OS(Bytes);
  store::writeBinary(unitFrom(First), OS);
  auto Units = open(Bytes);
  ASSERT_TRUE(bool(Units));
  EXPECT_EQ(Units->size(), 1u);
}

TEST(Archive, RefusesWhatIsCutOffOrFollowed) {
  std::string Bytes = archiveOf({First, Second});
  for (size_t Size = 0; Size < Bytes.size(); ++Size)
    EXPECT_NE(errorOf(llvm::StringRef(Bytes).take_front(Size)), "") << Size;
  EXPECT_EQ(errorOf(Bytes + "x"),
            "lib.facts: this facts archive is malformed: join it again with "
            "'fearless link --partial'");
}

TEST(Archive, RefusesAnotherVersion) {
  std::string Bytes = archiveOf({First});
  Bytes[8] = 99;
  EXPECT_NE(errorOf(Bytes).find("lib.facts: was written by fearless"),
            std::string::npos);
}

/// Whatever the bytes, they are read or refused.
TEST(Archive, AnyBytes) {
  std::string Whole = archiveOf({First, Second});
  std::mt19937 Random(7);
  for (unsigned I = 0; I < 2000; ++I) {
    std::string Bytes = Whole;
    for (unsigned N = 1 + Random() % 4; N--;)
      Bytes[Random() % Bytes.size()] = static_cast<char>(Random());
    (void)errorOf(Bytes);
  }
}

} // namespace

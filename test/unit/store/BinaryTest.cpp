//===-- BinaryTest.cpp - Facts files --------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomUnit.h"
#include "UnitText.h"

#include "store/BinaryFormat.h"
#include "store/Verify.h"
#include "support/Version.h"
#include "llvm/Support/xxhash.h"

#include <random>

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using test::randomUnit;
using test::textOf;

namespace {

std::string bytesOf(const TranslationUnit &Unit) {
  std::string Bytes;
  llvm::raw_string_ostream Out(Bytes);
  writeBinary(Unit, Out);
  return Bytes;
}

TranslationUnit fromBytes(llvm::StringRef Bytes) {
  auto Unit = readBinary({Bytes, "x.facts"});
  if (Unit)
    return std::move(*Unit);
  ADD_FAILURE() << llvm::toString(Unit.takeError());
  return {};
}

std::string errorOf(llvm::StringRef Bytes) {
  auto Unit = readBinary({Bytes, "x.facts"});
  return Unit ? "" : llvm::toString(Unit.takeError());
}

/// A unit with something in every table.
TranslationUnit smallUnit() {
  return test::unitFrom(R"(
unit a.cpp
record Ledger
  base Object
  argument int
  field mu_ : std::mutex [[acquired_before(other)]]
  has f
global g : int * const thread_local
function f(int n) -> int
body f
  cleanup 1 destroy %guard callee G::~G
  construct G::G(&%guard, &@g~2*.Ledger::mu_) :3:4
  call h(add($n, 3)) unwind 1 from m.h:3:4 :4:4
)");
}

/// Where the payload starts.
size_t headerSize() { return 8 + 4 + 1 + support::toolVersion().size() + 16; }

/// \p Bytes with the payload's length and digest made right again.
std::string sealed(std::string Bytes) {
  llvm::StringRef Payload = llvm::StringRef(Bytes).drop_front(headerSize());
  uint64_t Size = Payload.size(), Digest = llvm::xxh3_64bits(Payload);
  for (unsigned I = 0; I < 8; ++I) {
    Bytes[headerSize() - 16 + I] = static_cast<char>(Size >> (8 * I));
    Bytes[headerSize() - 8 + I] = static_cast<char>(Digest >> (8 * I));
  }
  return Bytes;
}

TEST(Binary, GivesBackWhatWasWritten) {
  for (unsigned Seed = 0; Seed < 300; ++Seed) {
    TranslationUnit Unit = randomUnit(Seed);
    std::string Bytes = bytesOf(Unit);
    TranslationUnit Again = fromBytes(Bytes);
    ASSERT_EQ(textOf(Again), textOf(Unit)) << "seed " << Seed;
    // The text normalises; the bytes do not.
    ASSERT_EQ(bytesOf(Again), Bytes) << "seed " << Seed;
  }
}

TEST(Binary, BytesDependOnTheUnitAlone) {
  EXPECT_EQ(bytesOf(smallUnit()), bytesOf(smallUnit()));
  std::string Bytes = bytesOf(smallUnit());
  EXPECT_TRUE(looksLikeFacts(Bytes));
  EXPECT_FALSE(looksLikeFacts("unit a.cpp"));
}

TEST(Binary, RefusesOtherFiles) {
  EXPECT_EQ(errorOf(""),
            "x.facts: is not a facts file: it is empty: extract again");
  EXPECT_EQ(errorOf("unit a.cpp\n"),
            "x.facts: is not a facts file: 'fearless facts' makes them");
  EXPECT_EQ(errorOf(std::string(100, '\0')),
            "x.facts: is not a facts file: 'fearless facts' makes them");
  // Line ends "corrected" on the way.
  std::string Bytes = bytesOf(smallUnit());
  Bytes.erase(6, 1);
  EXPECT_NE(errorOf(Bytes).find("is not a facts file"), std::string::npos);
}

TEST(Binary, RefusesOtherVersions) {
  std::string This = support::toolVersion().str();
  std::string Format = "(format " + std::to_string(FormatVersion) + ")";
  std::string Bytes = bytesOf(smallUnit());
  Bytes[8] = 99;
  EXPECT_EQ(errorOf(Bytes), "x.facts: was written by fearless " + This +
                                " (format 99), this is " + This + " " + Format +
                                ": extract again");
  Bytes = bytesOf(smallUnit());
  Bytes[13] = '9';
  EXPECT_EQ(errorOf(Bytes), "x.facts: was written by fearless 9" +
                                This.substr(1) + " " + Format + ", this is " +
                                This + " " + Format + ": extract again");
}

TEST(Binary, RefusesTruncationAnywhere) {
  std::string Bytes = bytesOf(smallUnit());
  for (size_t Length = 1; Length < Bytes.size(); ++Length)
    EXPECT_EQ(errorOf(Bytes.substr(0, Length)),
              "x.facts: this facts file is truncated: extract again")
        << "at byte " << Length;
  EXPECT_EQ(errorOf(Bytes + "x"), "x.facts: this facts file is followed by "
                                  "other bytes: extract again");
}

TEST(Binary, RefusesDamageAnywhere) {
  std::string Bytes = bytesOf(smallUnit());
  for (size_t At = headerSize(); At < Bytes.size(); ++At) {
    std::string Damaged = Bytes;
    Damaged[At] ^= 1;
    EXPECT_NE(errorOf(Damaged).find("does not match its digest"),
              std::string::npos)
        << "at byte " << At;
  }
}

/// The digest keeps accidents out; a made-up file must do no harm either.
TEST(Binary, SurvivesAnyPayload) {
  std::mt19937 Random(1);
  unsigned Refused = 0, Tried = 0;
  for (unsigned Seed = 0; Seed < 60; ++Seed) {
    std::string Bytes = bytesOf(Seed ? randomUnit(Seed) : smallUnit());
    for (unsigned Round = 0; Round < 100; ++Round) {
      std::string Odd = Bytes;
      for (unsigned Changes = 1 + Random() % 3; Changes--;) {
        size_t At = headerSize() + Random() % (Odd.size() - headerSize());
        if (Random() % 4 == 0)
          Odd.insert(At, 9, '\xff');
        else
          Odd[At] = static_cast<char>(Random());
      }
      auto Unit = readBinary({sealed(Odd), "x.facts"});
      ++Tried;
      if (!Unit) {
        ++Refused;
        llvm::consumeError(Unit.takeError());
        continue;
      }
      // What is let in is valid, so that it can be written.
      textOf(*Unit);
    }
  }
  EXPECT_GT(Refused, Tried / 2);
}

TEST(Binary, RefusesAbsurdCounts) {
  // A table that claims 2^63 entries in a few bytes.
  std::string Bytes = bytesOf(TranslationUnit());
  llvm::StringRef Header = llvm::StringRef(Bytes).take_front(headerSize());
  std::string Payload("U\x04\x00\x00\x01\x00S\x09\xff\xff\xff\xff\xff\xff\xff"
                      "\xff\x7f",
                      17);
  EXPECT_EQ(errorOf(sealed((Header + Payload).str())),
            "x.facts: this facts file's content is malformed: extract again");
}

TEST(Binary, RefusesIdsOutOfRange) {
  TranslationUnit Unit = smallUnit();
  Unit.Bodies[0].Facts[0].Callee = FunctionId(1000);
  std::string Error = errorOf(bytesOf(Unit));
  EXPECT_EQ(Error, "x.facts: these are no valid facts: body of 'f': fact 0: no "
                   "such callee");
}

} // namespace

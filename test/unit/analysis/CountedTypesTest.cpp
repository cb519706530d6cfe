//===-- CountedTypesTest.cpp - Which classes count their references -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/CountedTypes.h"

#include "Analysed.h"

using namespace fearless;
using namespace fearless::analysis;
using namespace fearless::test;

namespace {

/// A class, a handle of it, and what has such a handle. The lines are those of
/// the changes.
const char *const Classes = R"(unit a.cpp
record Image complete
  field uses : int :1:1
  field depth : int :2:1
record Photo complete
  base Image
record ImagePtr complete nontrivial_destructor
  field p : Image * :3:1
  has ImagePtr::~ImagePtr
record Album complete nontrivial_destructor
  field cover : ImagePtr :4:1
  field pages : int :4:2
record Plain complete
  field image : Image * :5:1
function Image::ref method :10:1
function Image::unref method :11:1
function Image::enter method :13:1
function Image::leave method :14:1
function ImagePtr::~ImagePtr destructor :15:1
function look :16:1

body Image::enter
  block 0 -> exit
    write $this*.Image::depth rmw :13:1
    assign $this*.Image::depth = add($this*.Image::depth, 1) detail 1 :13:1
body Image::leave
  block 0 -> exit
    write $this*.Image::depth rmw :14:1
    assign $this*.Image::depth = subtract($this*.Image::depth, 1) detail 1 :14:1
    read $this*.Image::depth :14:2
    return equal($this*.Image::depth~1, 0) :14:3
body ImagePtr::~ImagePtr
  block 0 -> exit
    read $this*.ImagePtr::p :15:1
    call Image::unref(&$this*.ImagePtr::p*) :15:2
body look
  block 0 -> exit
    return 0 :16:1
)";

/// \p Flags: of the changes. \p Before, \p After: facts around them.
std::string counting(const std::string &Flags = "",
                     const std::string &Before = "",
                     const std::string &After = "") {
  return "body Image::ref\n  block 0 -> exit\n" + Before +
         "    write $this*.Image::uses rmw" + Flags + R"( :10:1
    assign $this*.Image::uses = add($this*.Image::uses, 1) detail 1 :10:1
)" + After +
         "body Image::unref\n  block 0 -> 1 2\n" + Before +
         "    write $this*.Image::uses rmw" + Flags + R"( :11:1
    assign $this*.Image::uses = subtract($this*.Image::uses, 1) detail 1 :11:1
    read $this*.Image::uses :11:2
)" + After +
         R"(    assume equal($this*.Image::uses~1, 0) :11:3
  block 1 -> 2
    free $this :12:1
  block 2 -> exit
)";
}

class Counts : public Analysed {
public:
  explicit Counts(const std::string &Functions)
      : Analysed({Classes + Functions}), Types(Result->countedTypes()) {}

  link::RecordSym record(llvm::StringRef Name) const {
    for (uint32_t R = 0; R < Program.records().size(); ++R)
      if (Program.records()[R].Qualified == Name)
        return link::RecordSym(R);
    ADD_FAILURE() << Name.str();
    return {};
  }
  bool counting(llvm::StringRef Name) const {
    return Types.counting(record(Name)).has_value();
  }
  bool handle(llvm::StringRef Name) {
    return Types.handle(record(Name)).has_value();
  }
  unsigned line(Site S) const {
    return Program.facts(S.Body).Facts[S.Fact].Loc.Line;
  }

  CountedTypes &Types;
};

TEST(CountedTypesTest, IncrementDecrementAndWhatDestroys) {
  Counts C(counting());
  ASSERT_EQ(C.Types.counts().size(), 1u);
  const ReferenceCount &Uses = C.Types.counts().begin()->second;
  EXPECT_EQ(C.Program.field(Uses.Field).Name, "uses");
  EXPECT_EQ(C.line(Uses.Up), 10u);
  EXPECT_EQ(C.line(Uses.Down), 11u);
  EXPECT_EQ(C.line(Uses.End), 12u);
  EXPECT_EQ(C.Types.count(Uses.Field), &Uses);
}

TEST(CountedTypesTest, ClassesAreCountedByABaseToo) {
  Counts C(counting());
  EXPECT_TRUE(C.counting("Image"));
  EXPECT_TRUE(C.counting("Photo"));
  EXPECT_FALSE(C.counting("ImagePtr"));
  EXPECT_EQ(C.Types.counting(C.record("Photo"))->Class, C.record("Image"));
}

TEST(CountedTypesTest, HandlesAndWhatHasOne) {
  Counts C(counting());
  EXPECT_TRUE(C.handle("ImagePtr"));
  EXPECT_TRUE(C.handle("Album"));
  EXPECT_FALSE(C.handle("Plain")); // A pointer is not counted.
  EXPECT_TRUE(C.Types.ownCounting(C.record("ImagePtr")));
  EXPECT_FALSE(C.Types.ownCounting(C.record("Album")));
}

TEST(CountedTypesTest, WhoChangesACount) {
  Counts C(counting());
  EXPECT_TRUE(C.Types.counts(C.body("Image::unref")));
  EXPECT_FALSE(C.Types.counts(C.body("ImagePtr::~ImagePtr")));
  EXPECT_TRUE(C.Types.changes(C.body("ImagePtr::~ImagePtr")));
  EXPECT_FALSE(C.Types.changes(C.body("Image::leave")));
  EXPECT_FALSE(C.Types.changes(C.body("look")));
}

TEST(CountedTypesTest, AtomicCountsAreForAnyThread) {
  Counts C(counting(" atomic"));
  EXPECT_TRUE(C.Types.counts().empty());
  EXPECT_FALSE(C.counting("Image"));
  EXPECT_FALSE(C.handle("ImagePtr"));
}

TEST(CountedTypesTest, SoAreThoseThatOneLockGuards) {
  Counts C("global mu : std::mutex :6:1\n"
           "function std::mutex::lock method system\n"
           "function std::mutex::unlock method system\n" +
           counting("", "    call std::mutex::lock(&@mu) :9:1\n",
                    "    call std::mutex::unlock(&@mu) :9:2\n"));
  EXPECT_TRUE(C.Types.counts().empty());
  EXPECT_FALSE(C.handle("Album"));
}

TEST(CountedTypesTest, WhatIsDestroyedNowhereIsNoCount) {
  std::string Kept = counting();
  Kept.replace(Kept.find("free $this"), 10, "call look()");
  Counts C(Kept);
  EXPECT_TRUE(C.Types.counts().empty());
  EXPECT_FALSE(C.counting("Image"));
}

} // namespace

//===-- SendabilityTest.cpp - Verdicts, and what they come from -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Sendability.h"

#include "Analysed.h"

using namespace fearless;
using namespace fearless::analysis;
using namespace fearless::test;

namespace {

/// Classes that every test may use.
const char *const Library = R"(
record Rc name "Rc" qualified "boost::local_shared_ptr" display "Rc" complete system
record Hold name "Hold" qualified "std::unique_lock" display "Hold" complete system
record std::mutex complete system
record Owner name "Owner" qualified "std::unique_ptr" display "Owner" complete system
  argument Node
record Shared name "Shared" qualified "std::shared_ptr" display "Shared" complete system
  argument Rc
record List name "List" qualified "std::vector" display "List" complete system
  argument Node
record Fun name "Fun" qualified "std::function" display "Fun" complete system
)";

class Verdicts {
public:
  explicit Verdicts(std::vector<std::string> Classes) {
    std::vector<std::string> Units;
    for (const std::string &C : Classes)
      Units.push_back("unit " + std::string(1, char('a' + Units.size())) +
                      ".cpp\n" + Library + C + (Units.empty() ? Main : ""));
    A = std::make_unique<Analysed>(std::move(Units));
  }

  link::RecordSym record(llvm::StringRef Name) const {
    for (uint32_t R = 0; R < A->Program.records().size(); ++R)
      if (A->Program.records()[R].Qualified == Name)
        return link::RecordSym(R);
    ADD_FAILURE() << Name.str();
    return {};
  }

  /// "no: owner, boost::local_shared_ptr": the members on the way, and the
  /// class where it ends.
  std::string of(llvm::StringRef Name, ThreadTrait C = ThreadTrait::Send) {
    VerdictReason Why = A->Result->sendability().reason(record(Name), C);
    std::string Text = Why.Is == Verdict::Yes  ? "yes"
                       : Why.Is == Verdict::No ? "no"
                                               : "depends";
    std::string Sep = ": ";
    for (const TypePart &P : Why.Way)
      if (P.What == TypePart::Member) {
        Text += Sep + A->Program.field(P.Field).Name;
        Sep = ", ";
      }
    if (Why.Is == Verdict::No && Why.Culprit)
      Text += Sep + A->Program.record(Why.Culprit).Qualified;
    return Text;
  }
  /// "owner.next*, count": everything that is not certain of what the member
  /// \p Name is; a star for a plain pointer.
  std::string doubts(llvm::StringRef Name) {
    TypeRef Type;
    for (const link::FieldSymbol &F : A->Program.fields())
      if (F.Name == Name)
        Type = {F.Unit, A->Program.unit(F.Unit).field(F.Decl).Type};
    std::string Text;
    for (const Doubt &D : A->Result->sendability().doubts(Type)) {
      Text += Text.empty() ? "" : ", ";
      std::string Sep;
      for (const TypePart &P : D.Way)
        if (P.What == TypePart::Member) {
          Text += Sep + A->Program.field(P.Field).Name;
          Sep = ".";
        }
      Text += D.Raw ? "*" : "";
    }
    return Text;
  }
  std::string sync(llvm::StringRef Name) { return of(Name, ThreadTrait::Sync); }

private:
  static constexpr const char *Main = R"(
function main() -> int main
body main
  block 0 -> exit
    return 0
)";
  std::unique_ptr<Analysed> A;
};

TEST(Sendability, NumbersAndClassesOfThem) {
  Verdicts V({"record Pair complete\n  field a : int\n  field b : bool\n"});
  EXPECT_EQ(V.of("Pair"), "yes");
  EXPECT_EQ(V.sync("Pair"), "yes");
}

TEST(Sendability, AHandleSomewhereInside) {
  Verdicts V({R"(
record Node complete
  field next : Owner
  field value : Rc
record Session complete
  field number : int
  field first : List
)"});
  EXPECT_EQ(V.of("Session"), "no: first, value, boost::local_shared_ptr");
}

TEST(Sendability, ABaseClassCounts) {
  Verdicts V({R"(
record Session complete
  field value : Rc
record Derived complete
  base Session
)"});
  EXPECT_EQ(V.of("Derived"), "no: value, boost::local_shared_ptr");
}

TEST(Sendability, ARecursiveClassIsAsItsElements) {
  Verdicts V({R"(
record Node complete
  field next : Owner
  field value : int
)"});
  EXPECT_EQ(V.of("Node"), "yes");
}

TEST(Sendability, ClassesThatContainEachOther) {
  Verdicts V({R"(
record Node complete
  field back : Tree *
record Tree complete
  field root : Owner
  field handle : Rc
)"});
  EXPECT_EQ(V.of("Node"), "no: back, handle, boost::local_shared_ptr");
  EXPECT_EQ(V.of("Tree"), "no: handle, boost::local_shared_ptr");
}

TEST(Sendability, AnotherUnitCompletesTheClass) {
  Verdicts V({R"(
record Impl
record Session complete
  field data : Impl *
)",
              R"(
record Impl complete
  field value : Rc
)"});
  EXPECT_EQ(V.of("Session"), "no: data, value, boost::local_shared_ptr");
}

TEST(Sendability, NobodyCompletesTheClass) {
  Verdicts V({"record Impl\nrecord Session complete\n  field data : Impl\n"});
  EXPECT_EQ(V.of("Session"), "depends: data");
}

TEST(Sendability, WhatAPointerLeadsToMayBeShared) {
  Verdicts V({R"(
record Node complete
  field value : int
record View complete
  field of : Node *
record Locked complete
  field mu : std::mutex *
record Reader complete
  field of : const Node *
)"});
  EXPECT_EQ(V.of("View"), "depends: of");
  EXPECT_EQ(V.of("Locked"), "yes");
  EXPECT_EQ(V.of("Reader"), "yes");
}

TEST(Sendability, ASharedPointerIsAsWhatItPointsTo) {
  Verdicts V({"record Session complete\n  field all : Shared\n"});
  EXPECT_EQ(V.of("Session"), "no: all, boost::local_shared_ptr");
}

TEST(Sendability, AGuardStaysOnItsThread) {
  Verdicts V({"record Transaction complete\n  field hold : Hold\n"});
  EXPECT_EQ(V.of("Transaction"), "no: hold, std::unique_lock");
  EXPECT_EQ(V.sync("Transaction"), "yes");
}

TEST(Sendability, ACallableHoldsAnything) {
  Verdicts V({"record Task complete\n  field run : Fun\n"});
  EXPECT_EQ(V.of("Task"), "depends: run");
}

TEST(Sendability, Markers) {
  Verdicts V({R"(
record Never complete [[marker(fearless::not_send)]]
  field n : int
record Believed complete [[marker(fearless::unsafe_send, reason)]]
  field value : Rc
record Instance complete [[marker(fearless::not_send, 0)]]
  field n : int
record User complete
  field a : Believed
  field b : Never
)"});
  EXPECT_EQ(V.of("Never"), "no: Never");
  EXPECT_EQ(V.of("Believed"), "yes");
  EXPECT_EQ(V.of("Instance"), "yes");
  EXPECT_EQ(V.of("User"), "no: b, Never");
  EXPECT_EQ(V.sync("Never"), "yes");
}

TEST(Sendability, WhatIsBoundToAThreadDepends) {
  Verdicts V({R"(
record Widget complete [[marker(fearless::thread_bound)]]
record Button complete
  base Widget
record Window complete
  field ok : Button
)"});
  EXPECT_EQ(V.of("Widget"), "depends");
  EXPECT_EQ(V.of("Window"), "depends: ok");
}

TEST(Sendability, AMarkedMemberBesideALockMayBeGuarded) {
  Verdicts V({R"(
record Line complete [[marker(fearless::not_sync)]]
  field n : int
record Guarded complete
  field mu : std::mutex
  field line : Line
record Bare complete
  field line : Line
)"});
  EXPECT_EQ(V.sync("Bare"), "no: line, Line");
  EXPECT_EQ(V.sync("Guarded").substr(0, 7), "depends");
}

TEST(Sendability, DoubtsAreAllThatIsNotCertain) {
  Verdicts V({R"(
record Node complete
  field next : Node *
  field text : const int *
record Job complete
  field first : Node
  field run : Fun
  field n : int
  field value : Rc
record Plain complete
  field n : int
record Use complete
  field job : Job
  field plain : Plain
record All complete
  field use : Use
)"});
  EXPECT_EQ(V.doubts("plain"), "");
  EXPECT_EQ(V.doubts("job"), "first.next*, run, value");
  EXPECT_EQ(V.doubts("use"), "job.first.next*, job.run, job.value");
}

} // namespace

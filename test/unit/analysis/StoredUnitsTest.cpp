//===-- StoredUnitsTest.cpp - Units decoded part by part ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is decoded on demand says what it said in memory, however often it was
// given up meanwhile.
//
//===----------------------------------------------------------------------===//

#include "rules/RuleTable.h"
#include "store/BinaryFormat.h"
#include "store/TextReader.h"

#include "gtest/gtest.h"

using namespace fearless;

namespace {

const char *const Header = R"(
function pthread_mutex_lock(?) system
function pthread_mutex_unlock(?) system
global a :1:1
global b :1:2
)";

/// A unit of one function, which takes two locks in turn.
std::string unit(const std::string &File, const std::string &Function,
                 const std::string &First, const std::string &Second,
                 unsigned Line) {
  auto Call = [&](const std::string &Callee, const std::string &Lock) {
    std::string N = std::to_string(Line++);
    return "    call " + Callee + "(&@" + Lock + ") -> call#" + N +
           " detail " + N + " :" + N + ":1\n";
  };
  return "unit " + File + " c\n" + Header + "body " + Function +
         " :99:1\n  block 0 -> exit\n" + Call("pthread_mutex_lock", First) +
         Call("pthread_mutex_lock", Second) +
         Call("pthread_mutex_unlock", Second) +
         Call("pthread_mutex_unlock", First);
}

std::vector<facts::TranslationUnit> units() {
  std::vector<facts::TranslationUnit> Units;
  for (const std::string &Text :
       {unit("x.c", "f", "a", "b", 10), unit("y.c", "g", "b", "a", 20)})
    Units.push_back(llvm::cantFail(store::readText(Text, "test")));
  return Units;
}

facts::UnitSources stored() {
  facts::UnitSources Sources;
  for (const facts::TranslationUnit &Unit : units()) {
    std::string Bytes;
    llvm::raw_string_ostream OS(Bytes);
    store::writeBinary(Unit, OS);
    Sources.push_back(
        llvm::cantFail(store::openBinary({Bytes, Unit.MainFile})));
  }
  return Sources;
}

std::vector<std::string> findings(const link::Program &Program,
                                  const models::Catalogue &Models) {
  std::vector<std::string> Lines;
  for (const findings::Finding &F :
       rules::run(Program, Models, rules::Options()).All) {
    Lines.push_back(F.Rule + " " + F.Where.File + " " + F.Message);
    for (const auto &N : F.Notes)
      Lines.push_back(N.Where.File + ":" + std::to_string(N.Where.Line) + " " +
                      N.Text);
  }
  return Lines;
}

TEST(StoredUnitsTest, SameFindingsAsInMemoryWhateverTheBudget) {
  models::Catalogue Models = models::Catalogue::builtin();
  std::vector<std::string> Expected =
      findings(link::link(units(), Models), Models);
  ASSERT_FALSE(Expected.empty());
  for (size_t Budget : {size_t(0), size_t(4096), link::DecodedBudget})
    EXPECT_EQ(findings(link::link(stored(), Models, Budget), Models), Expected);
}

TEST(StoredUnitsTest, TrimGivesUpAndDecodesAgain) {
  models::Catalogue Models = models::Catalogue::builtin();
  link::Program Program = link::link(stored(), Models, /*Budget=*/0);
  link::BodyId B(0);
  size_t Facts = Program.facts(B).Facts.size();
  EXPECT_EQ(Facts, Program.body(B).FactCount);
  const facts::FunctionBody *Before = &Program.facts(B);
  EXPECT_EQ(Before, &Program.facts(B)); // Until somebody trims.
  Program.trim();
  EXPECT_EQ(Program.facts(B).Facts.size(), Facts);
}

TEST(StoredUnitsTest, WholeIsWhatWasWritten) {
  std::vector<facts::TranslationUnit> Units = units();
  facts::UnitSources Sources = stored();
  for (size_t I = 0; I < Units.size(); ++I) {
    auto Written = [](const facts::TranslationUnit &Unit) {
      std::string Bytes;
      llvm::raw_string_ostream OS(Bytes);
      store::writeBinary(Unit, OS);
      return Bytes;
    };
    EXPECT_EQ(Written(Sources[I]->whole()), Written(Units[I]));
  }
}

} // namespace

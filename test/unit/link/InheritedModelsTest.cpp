//===-- InheritedModelsTest.cpp - Classes derived from locks --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "link/Program.h"
#include "store/TextReader.h"

#include "gtest/gtest.h"

using namespace fearless;

namespace {

/// The qualified names of the program's locks and guards.
std::vector<std::string> modelled(const std::vector<std::string> &Texts) {
  std::vector<facts::TranslationUnit> Units;
  for (const std::string &Text : Texts)
    Units.push_back(llvm::cantFail(store::readText(Text, "test")));
  models::Catalogue Models = models::Catalogue::builtin();
  link::Program P = link::link(std::move(Units), Models);
  std::vector<std::string> Names;
  for (const link::RecordSymbol &R : P.records())
    if (R.Model)
      Names.push_back(R.Qualified);
  llvm::sort(Names);
  return Names;
}

using Names = std::vector<std::string>;

TEST(InheritedModels, OfBasesNearAndFar) {
  EXPECT_EQ(modelled({"unit a.cpp\n"
                      "record Far\n  base Near\n"
                      "record Near\n  base Other\n  base std::mutex\n"
                      "record Other\n"
                      "record std::mutex\n"}),
            (Names{"Far", "Near", "std::mutex"}));
}

TEST(InheritedModels, OnlyOfLocksAndGuards) {
  EXPECT_EQ(modelled({"unit a.cpp\nrecord A\n  base std::thread\n"}),
            (Names{"std::thread"}));
}

TEST(InheritedModels, ARingEnds) {
  EXPECT_EQ(modelled({"unit a.cpp\nrecord A\n  base B\n  base std::mutex\n",
                      "unit b.cpp\nrecord B\n  base C\nrecord C\n  base A\n"}),
            (Names{"A", "B", "C", "std::mutex"}));
}

TEST(InheritedModels, ALongLineOfBasesIsNoDeepRecursion) {
  constexpr unsigned Length = 100000;
  std::string Text = "unit a.cpp\n";
  for (unsigned I = 0; I < Length; ++I)
    Text += "record R" + std::to_string(I) + "\n  base " +
            (I + 1 < Length ? "R" + std::to_string(I + 1) : "std::mutex") +
            "\n";
  EXPECT_EQ(modelled({Text}).size(), Length + 1);
}

} // namespace

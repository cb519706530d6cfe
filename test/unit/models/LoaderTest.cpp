//===-- LoaderTest.cpp - Reading model files ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a good file says, feature by feature.
//
//===----------------------------------------------------------------------===//

#include "models/Loader.h"
#include "models/Vocabulary.h"

#include "gtest/gtest.h"

using namespace fearless::models;

namespace {

/// The rows of a file that must be right.
ModelFile good(llvm::StringRef Body) {
  std::string Text = "fearless-models: 1\n" + Body.str();
  llvm::Expected<ModelFile> File = load(Text, "test.yaml");
  if (File)
    return std::move(*File);
  ADD_FAILURE() << toString(File.takeError());
  return {};
}

/// The effects of the one function in a good file.
std::vector<Effect> effects(llvm::StringRef Row) {
  ModelFile File = good("functions:\n" + Row.str());
  EXPECT_EQ(File.Functions.size(), 1u);
  return File.Functions.empty() ? std::vector<Effect>()
                                : File.Functions[0].Effects;
}

Selector argument(unsigned Index) {
  return {SelectorKind::Argument, Index, false};
}

TEST(Loader, EmptyFileIsFine) {
  ModelFile File = good("");
  EXPECT_TRUE(File.Types.empty() && File.Functions.empty());
}

TEST(Loader, SectionsMayBeEmpty) { good("types:\nfunctions:\n"); }

TEST(Loader, TypeRow) {
  ModelFile File = good("types:\n"
                        "  - name: my::Mutex\n"
                        "    is: lock\n"
                        "    recursive: true\n"
                        "    shared: true\n"
                        "    recursive-initialisers: [MY_INIT, MY_OTHER]\n");
  ASSERT_EQ(File.Types.size(), 1u);
  const TypeModel &T = File.Types[0];
  EXPECT_EQ(T.Name, "my::Mutex");
  EXPECT_EQ(T.Role, TypeRole::Lock);
  EXPECT_TRUE(T.Recursive);
  EXPECT_TRUE(T.Shared);
  EXPECT_EQ(T.RecursiveInitialisers,
            (std::vector<std::string>{"MY_INIT", "MY_OTHER"}));
  EXPECT_EQ(T.Where.File, "test.yaml");
  EXPECT_EQ(T.Where.Line, 3u);
}

TEST(Loader, CountingTypes) {
  ModelFile File =
      good("types:\n"
           "  - {name: my::Rc, is: pointer, shared: true, count: plain}\n"
           "  - {name: my::Ref, is: pointer, count: pointee}\n"
           "  - {name: my::Ptr, is: pointer}\n");
  ASSERT_EQ(File.Types.size(), 3u);
  EXPECT_EQ(File.Types[0].Count, TypeCount::Plain);
  EXPECT_EQ(File.Types[1].Count, TypeCount::Pointee);
  EXPECT_EQ(File.Types[2].Count, TypeCount::None);
}

TEST(Loader, AtomicForm) {
  ModelFile File =
      good("types:\n"
           "  - {name: my::Rc, is: pointer, count: plain, atomic-form: my::Arc}\n");
  ASSERT_EQ(File.Types.size(), 1u);
  EXPECT_EQ(File.Types[0].AtomicForm, "my::Arc");
}

TEST(Loader, VariableRow) {
  ModelFile File = good("variables:\n  - {name: my::log, is: synchronized}\n");
  ASSERT_EQ(File.Variables.size(), 1u);
  EXPECT_EQ(File.Variables[0].Name, "my::log");
  EXPECT_EQ(File.Variables[0].Role, TypeRole::Synchronized);
}

TEST(Loader, FamilyIsInEveryOrigin) {
  ModelFile File = good("family: mine\n"
                        "types:\n  - {name: M, is: lock}\n"
                        "functions:\n  - {name: f, acquire: 0}\n");
  EXPECT_EQ(File.Types[0].Where.Family, "mine");
  EXPECT_EQ(File.Functions[0].Where.Family, "mine");
}

TEST(Loader, SeveralNamesAreSeveralRows) {
  ModelFile File = good("functions:\n  - {name: [f, g], acquire: 0}\n");
  ASSERT_EQ(File.Functions.size(), 2u);
  EXPECT_EQ(File.Functions[0].Name, "f");
  EXPECT_EQ(File.Functions[1].Name, "g");
  EXPECT_EQ(File.Functions[1].Effects.size(), 1u);
}

TEST(Loader, OfJoinsClassesAndMembers) {
  ModelFile File = good("functions:\n"
                        "  - of: [a::M, N]\n"
                        "    name: [lock, (constructor), (destructor)]\n"
                        "    no-effect: true\n");
  std::vector<std::string> Names;
  for (const FunctionModel &F : File.Functions)
    Names.push_back(F.Name);
  EXPECT_EQ(Names,
            (std::vector<std::string>{"a::M::lock", "a::M::M", "a::M::~M",
                                      "N::lock", "N::N", "N::~N"}));
}

TEST(Loader, GroupsStandForTheirNames) {
  ModelFile File = good("groups:\n"
                        "  locks: [A, B]\n"
                        "  all: [<locks>, C]\n"
                        "types:\n  - {name: <all>, is: lock}\n");
  ASSERT_EQ(File.Types.size(), 3u);
  EXPECT_EQ(File.Types[2].Name, "C");
}

TEST(Loader, Params) {
  ModelFile File =
      good("functions:\n"
           "  - {name: f, params: [std::mutex, _, ...], acquire: 0}\n"
           "  - {name: g, params: [], no-effect: true}\n"
           "  - {name: h, acquire: 0}\n");
  EXPECT_EQ(File.Functions[0].Parameters,
            (std::vector<std::string>{"std::mutex", "_", "..."}));
  EXPECT_EQ(File.Functions[1].Parameters, std::vector<std::string>());
  EXPECT_EQ(File.Functions[2].Parameters, std::nullopt);
}

TEST(Loader, Selectors) {
  std::vector<Effect> E = effects(
      "  - {name: f, reads: [this, 2, 3..., result, \"*0\", \"*this\"]}\n");
  ASSERT_EQ(E.size(), 1u);
  std::vector<Selector> Expected = {
      {SelectorKind::This, 0, false},    {SelectorKind::Argument, 2, false},
      {SelectorKind::Rest, 3, false},    {SelectorKind::Result, 0, false},
      {SelectorKind::Argument, 0, true}, {SelectorKind::This, 0, true}};
  EXPECT_EQ(E[0].Operands, Expected);
}

TEST(Loader, ObjectEffectsNameTheirObject) {
  std::vector<Effect> E = effects("  - {name: f, guard-drop: 1}\n");
  EXPECT_EQ(E[0].Kind, EffectKind::GuardDrop);
  EXPECT_EQ(E[0].On, argument(1));
  EXPECT_TRUE(E[0].Operands.empty());
}

TEST(Loader, SeveralEffectsInTheOrderWritten) {
  std::vector<Effect> E = effects("  - {name: f, wait: 0, invoke: 1}\n");
  ASSERT_EQ(E.size(), 2u);
  EXPECT_EQ(E[0].Kind, EffectKind::Wait);
  EXPECT_EQ(E[1].Kind, EffectKind::Invoke);
}

TEST(Loader, EffectsListKeepsModifiersApart) {
  std::vector<Effect> E = effects("  - name: f\n"
                                  "    effects:\n"
                                  "      - {spawn: 2, on: 0}\n"
                                  "      - {wait: [], on: 1}\n"
                                  "      - writes: 0\n");
  ASSERT_EQ(E.size(), 3u);
  EXPECT_EQ(E[0].On, argument(0));
  EXPECT_EQ(E[1].On, argument(1));
  EXPECT_EQ(E[2].On, Selector());
}

TEST(Loader, ModifierReachesEveryEffectThatUnderstandsIt) {
  std::vector<Effect> E =
      effects("  - {name: f, guard-acquire: 0, reads: 1, shared: true}\n");
  EXPECT_TRUE(E[0].Shared);
  EXPECT_FALSE(E[1].Shared);
}

TEST(Loader, TryAcquireSucceedsWithNonzeroUnlessTold) {
  EXPECT_EQ(effects("  - {name: f, try-acquire: this}\n")[0].When,
            ResultTest::True);
  EXPECT_EQ(effects("  - {name: f, try-acquire: 0, when: zero}\n")[0].When,
            ResultTest::Zero);
  EXPECT_EQ(effects("  - {name: f, try-acquire: 0, when: minus-one}\n")[0].When,
            ResultTest::MinusOne);
  EXPECT_EQ(effects("  - {name: f, acquire: this}\n")[0].When,
            ResultTest::Always);
}

TEST(Loader, OtherModifiers) {
  Effect Spawn = effects("  - {name: f, spawn: [0, 1...], passes-token: true, "
                         "many: true, given: 0 != 2}\n")[0];
  EXPECT_TRUE(Spawn.PassesToken);
  EXPECT_TRUE(Spawn.Many);
  EXPECT_EQ(Spawn.Given, (ArgumentTest{0, false, 2}));
  EXPECT_EQ(effects("  - {name: f, atomic-load: this, order: 0}\n")[0].Order,
            0u);
  EXPECT_EQ(effects("  - {name: f, attribute-recursive: [0, 1], value: 1}\n")[0]
                .Value,
            1);
  EXPECT_TRUE(effects("  - {name: f, wait: 0, timed: true}\n")[0].Timed);
}

TEST(Loader, WordsOfEffects) {
  EXPECT_EQ(effects("  - {name: f, blocks: socket}\n")[0].Text, "socket");
  EXPECT_EQ(effects("  - {name: f, reads-state: environment}\n")[0].Text,
            "environment");
  Effect Hidden = effects("  - {name: f, writes-state: the seed, "
                          "instead: f_r, often-safe: true}\n")[0];
  EXPECT_EQ(Hidden.Text, "the seed");
  EXPECT_EQ(Hidden.Instead, "f_r");
  EXPECT_TRUE(Hidden.OftenSafe);
}

TEST(Loader, OperatorsAreNames) {
  ModelFile File = good("functions:\n"
                        "  - {name: \"v::operator[]\", reads: this}\n"
                        "  - {name: 'v::operator<', reads: this}\n"
                        "  - {name: v::operator bool, reads: this}\n"
                        "  - {name: v::operator(), reads: this}\n");
  EXPECT_EQ(File.Functions.size(), 4u);
}

} // namespace

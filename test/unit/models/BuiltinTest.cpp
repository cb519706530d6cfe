//===-- BuiltinTest.cpp - The models that are built in --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The files load, use the whole vocabulary, and say of the functions that
// matter most what the standards say. What calls in user code are named is
// tested end to end in test/models.
//
//===----------------------------------------------------------------------===//

#include "models/Catalogue.h"
#include "models/Vocabulary.h"

#include "gtest/gtest.h"

#include <set>

using namespace fearless::models;

namespace {

const Catalogue &builtin() {
  static const Catalogue All = Catalogue::builtin();
  return All;
}

/// "acquire this", "guard-acquire 0 (shared)" … of the chosen row.
std::string says(llvm::StringRef Name,
                 llvm::ArrayRef<llvm::StringRef> Parameters = {}) {
  const FunctionModel *Row = builtin().function(Name, Parameters);
  if (!Row)
    return "nothing";
  std::string Text;
  for (const Effect &E : Row->Effects) {
    Text += (Text.empty() ? "" : ", ") + name(E.Kind).str();
    if (E.Shared)
      Text += " shared";
    if (E.Timed)
      Text += " timed";
    if (E.When == ResultTest::Zero)
      Text += " zero";
  }
  return Text;
}

TEST(Builtin, EveryEffectKindHasARow) {
  std::set<EffectKind> Used;
  for (const FunctionModel *F : builtin().functions())
    for (const Effect &E : F->Effects)
      Used.insert(E.Kind);
  for (const EffectTerm &T : effectTerms())
    EXPECT_TRUE(Used.count(T.Kind)) << "no row uses " << T.Key.str();
}

TEST(Builtin, EveryRoleHasARow) {
  std::set<TypeRole> Used;
  for (const TypeModel *T : builtin().types())
    Used.insert(T->Role);
  for (const RoleTerm &T : roleTerms())
    EXPECT_TRUE(Used.count(T.Role)) << "no type is " << T.Key.str();
}

TEST(Builtin, EveryRowSaysWhereItIsFrom) {
  for (const FunctionModel *F : builtin().functions()) {
    EXPECT_FALSE(F->Effects.empty()) << F->Name;
    EXPECT_TRUE(llvm::StringRef(F->Where.File).ends_with(".yaml")) << F->Name;
    EXPECT_NE(F->Where.Line, 0u) << F->Name;
    EXPECT_FALSE(F->Where.Family.empty()) << F->Name;
  }
}

TEST(Builtin, VocabularyIsComplete) {
  std::set<std::string> Keys;
  for (const EffectTerm &T : effectTerms()) {
    EXPECT_TRUE(Keys.insert(T.Key.str()).second) << T.Key.str();
    EXPECT_EQ(findEffect(T.Key), &T);
    EXPECT_EQ(name(T.Kind), T.Key);
  }
  // Kinds are dense: the last one's number tells how many there are.
  EXPECT_EQ(effectTerms().size(), size_t(EffectKind::NoEffect) + 1);
  EXPECT_EQ(roleTerms().size(), size_t(TypeRole::Value) + 1);
}

TEST(Builtin, Mutexes) {
  EXPECT_EQ(says("std::mutex::lock"), "acquire");
  EXPECT_EQ(says("std::mutex::try_lock"), "try-acquire");
  EXPECT_EQ(says("std::shared_mutex::lock_shared"), "acquire shared");
  EXPECT_EQ(says("std::shared_mutex::unlock_shared"),
            "release shared, no-throw");
  EXPECT_EQ(says("pthread_mutex_trylock", {"pthread_mutex_t"}),
            "try-acquire zero");
  EXPECT_EQ(says("mtx_timedlock", {"mtx_t", "timespec"}),
            "try-acquire timed zero");
  EXPECT_FALSE(builtin().type("std::mutex")->Recursive);
  EXPECT_TRUE(builtin().type("std::recursive_mutex")->Recursive);
  EXPECT_TRUE(builtin().type("pthread_rwlock_t")->Shared);
}

TEST(Builtin, Guards) {
  llvm::StringRef Guard = "std::unique_lock::unique_lock";
  EXPECT_EQ(says(Guard, {}), "no-effect");
  EXPECT_EQ(says(Guard, {"std::mutex"}), "guard-acquire");
  EXPECT_EQ(says(Guard, {"std::mutex", "std::defer_lock_t"}), "guard-defer");
  EXPECT_EQ(says(Guard, {"std::mutex", "std::adopt_lock_t"}), "guard-adopt");
  EXPECT_EQ(says(Guard, {"std::mutex", "std::try_to_lock_t"}), "guard-try");
  EXPECT_EQ(says(Guard, {"std::timed_mutex", "std::chrono::duration"}),
            "guard-try timed");
  EXPECT_EQ(says(Guard, {"std::unique_lock"}), "guard-move");
  EXPECT_EQ(says("std::shared_lock::shared_lock", {"std::shared_mutex"}),
            "guard-acquire shared");
  llvm::StringRef Scoped = "std::scoped_lock::scoped_lock";
  EXPECT_EQ(says(Scoped, {}), "no-effect");
  EXPECT_EQ(says(Scoped, {"std::mutex", "std::mutex"}), "guard-acquire");
  EXPECT_EQ(says(Scoped, {"std::adopt_lock_t"}), "no-effect");
  EXPECT_EQ(says(Scoped, {"std::adopt_lock_t", "std::mutex"}), "guard-adopt");
}

TEST(Builtin, WaitsWithAndWithoutPredicate) {
  llvm::StringRef Wait = "std::condition_variable::wait";
  EXPECT_EQ(says(Wait, {"std::unique_lock"}), "wait");
  EXPECT_EQ(says(Wait, {"std::unique_lock", "f::lambda"}), "wait, invoke");
  EXPECT_EQ(says("std::condition_variable_any::wait",
                 {"std::unique_lock", "std::stop_token", "f::lambda"}),
            "wait, invoke");
  EXPECT_EQ(says("std::condition_variable::wait_for",
                 {"std::unique_lock", "std::chrono::duration"}),
            "wait timed");
}

TEST(Builtin, Threads) {
  EXPECT_EQ(says("std::thread::thread", {}), "no-effect");
  EXPECT_EQ(says("std::thread::thread", {"function", "int"}), "spawn");
  EXPECT_EQ(says("std::thread::thread", {"std::thread"}), "move");
  EXPECT_EQ(says("std::jthread::~jthread"), "join-if-joinable");
  EXPECT_EQ(says("std::async", {"enum", "function"}), "spawn, invoke");
  EXPECT_EQ(says("std::async", {"function", "int"}), "spawn");
  EXPECT_EQ(says("pthread_create", {"int", "pthread_attr_t", "function", ""}),
            "spawn, writes");
}

TEST(Builtin, ConstAccessOfContainers) {
  EXPECT_EQ(says("std::vector::operator[]", {"int"}), "reads, returns-element");
  EXPECT_EQ(says("std::map::operator[]", {"std::basic_string"}),
            "reads, writes, returns-element");
  EXPECT_EQ(builtin().function("std::map::operator[]", {""})->Effects[1].Kind,
            EffectKind::Writes);
}

TEST(Builtin, VariablesThatThreadsMayShare) {
  ASSERT_NE(builtin().variable("std::cout"), nullptr);
  EXPECT_EQ(builtin().variable("std::cout")->Role, TypeRole::Synchronized);
}

} // namespace

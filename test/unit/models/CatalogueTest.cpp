//===-- CatalogueTest.cpp - Which row speaks for a function ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "models/Catalogue.h"

#include "facts/Builder.h"

#include "gtest/gtest.h"

using namespace fearless::models;
namespace facts = fearless::facts;

namespace {

void add(Catalogue &To, llvm::StringRef Body, llvm::StringRef Name) {
  llvm::Error E = To.add("fearless-models: 1\n" + Body.str(), Name);
  EXPECT_FALSE(static_cast<bool>(E)) << toString(std::move(E));
}

/// What the chosen row does, or nothing where there is none.
std::optional<EffectKind> chosen(const Catalogue &From, llvm::StringRef Name,
                                 llvm::ArrayRef<llvm::StringRef> Parameters) {
  const FunctionModel *Row = From.function(Name, Parameters);
  if (!Row)
    return std::nullopt;
  return Row->Effects[0].Kind;
}

TEST(Catalogue, RowWithMostParametersNamedWins) {
  Catalogue C;
  add(C,
      "functions:\n"
      "  - {name: G::G, no-effect: true}\n"
      "  - {name: G::G, params: [_, ...], reads: 0}\n"
      "  - {name: G::G, params: [_], guard-acquire: 0}\n"
      "  - {name: G::G, params: [G], guard-move: 0}\n"
      "  - {name: G::G, params: [_, adopt], guard-adopt: 0}\n",
      "a.yaml");
  EXPECT_EQ(chosen(C, "G::G", {}), EffectKind::NoEffect);
  EXPECT_EQ(chosen(C, "G::G", {"M"}), EffectKind::GuardAcquire);
  EXPECT_EQ(chosen(C, "G::G", {"G"}), EffectKind::GuardMove);
  EXPECT_EQ(chosen(C, "G::G", {"M", "adopt"}), EffectKind::GuardAdopt);
  EXPECT_EQ(chosen(C, "G::G", {"M", "M", "M"}), EffectKind::Reads);
}

TEST(Catalogue, NoRowFits) {
  Catalogue C;
  add(C, "functions:\n  - {name: f, params: [_], acquire: 0}\n", "a.yaml");
  EXPECT_EQ(C.function("f", {}), nullptr);
  EXPECT_EQ(C.function("f", {"A", "B"}), nullptr);
  EXPECT_EQ(C.function("g", {"A"}), nullptr);
  EXPECT_EQ(C.type("f"), nullptr);
}

TEST(Catalogue, ConversionFunctionOfAnyType) {
  Catalogue C;
  add(C,
      "functions:\n"
      "  - {name: A::operator auto, atomic-load: this}\n"
      "  - {name: A::operator bool, guard-owns: this}\n",
      "a.yaml");
  EXPECT_EQ(chosen(C, "A::operator int *", {}), EffectKind::AtomicLoad);
  EXPECT_EQ(chosen(C, "A::operator A::Value", {}), EffectKind::AtomicLoad);
  EXPECT_EQ(chosen(C, "A::operator bool", {}), EffectKind::GuardOwns);
  EXPECT_EQ(chosen(C, "A::operator new", {}), std::nullopt);
  EXPECT_EQ(chosen(C, "A::cooperator int", {}), std::nullopt);
}

TEST(Catalogue, LongestPatternSpeaksWhereNoRowHasTheName) {
  Catalogue C;
  add(C,
      "functions:\n"
      "  - {name: v_*, no-effect: true}\n"
      "  - {name: v_store*, writes: 0}\n"
      "  - {name: v_storeless, reads: 0}\n"
      "  - {name: v::operator*, returns-pointee: this}\n",
      "a.yaml");
  EXPECT_EQ(chosen(C, "v_add", {}), EffectKind::NoEffect);
  EXPECT_EQ(chosen(C, "v_store8", {"int"}), EffectKind::Writes);
  EXPECT_EQ(chosen(C, "v_storeless", {"int"}), EffectKind::Reads);
  EXPECT_EQ(chosen(C, "v", {}), std::nullopt);
  EXPECT_EQ(chosen(C, "v::operator*", {}), EffectKind::ReturnsPointee);
  EXPECT_EQ(chosen(C, "v::operator*=", {}), std::nullopt);
}

TEST(Catalogue, LaterFileCorrectsARow) {
  Catalogue C;
  add(C,
      "types:\n  - {name: M, is: value}\n"
      "functions:\n"
      "  - {name: f, params: [_], acquire: 0}\n"
      "  - {name: f, params: [M], release: 0}\n",
      "builtin.yaml");
  add(C,
      "types:\n  - {name: M, is: lock}\n"
      "functions:\n  - {name: f, params: [_], try-acquire: 0}\n",
      "user.yaml");
  EXPECT_EQ(chosen(C, "f", {"X"}), EffectKind::TryAcquire);
  EXPECT_EQ(chosen(C, "f", {"M"}), EffectKind::Release);
  EXPECT_EQ(C.type("M")->Role, TypeRole::Lock);
  EXPECT_EQ(C.type("M")->Where.File, "user.yaml");
  EXPECT_EQ(C.functions().size(), 2u);
}

TEST(Catalogue, OnlyBuiltInCNamesYieldToTheProgram) {
  Catalogue C = Catalogue::builtin();
  EXPECT_TRUE(yieldsToProgram(*C.function("error", {"int", "int", "int"})));
  EXPECT_FALSE(yieldsToProgram(*C.function("std::mutex::lock", {})));
  add(C, "functions:\n  - {name: error, no-return: true}\n", "user.yaml");
  EXPECT_FALSE(yieldsToProgram(*C.function("error", {})));
}

TEST(Catalogue, BrokenFileAddsNothing) {
  Catalogue C;
  llvm::Error E = C.add("fearless-models: 1\n"
                        "functions:\n"
                        "  - {name: f, acquire: 0}\n"
                        "  - {name: g, acquire: that}\n",
                        "a.yaml");
  ASSERT_TRUE(static_cast<bool>(E));
  llvm::consumeError(std::move(E));
  EXPECT_TRUE(C.functions().empty());
}

TEST(Catalogue, ListsAreSorted) {
  Catalogue C;
  add(C,
      "types:\n  - {name: [b, a], is: lock}\n"
      "variables:\n  - {name: [d, c], is: synchronized}\n"
      "functions:\n  - {name: [z, y, x], acquire: 0}\n"
      "  - {name: y, params: [_], acquire: 0}\n",
      "a.yaml");
  std::string All;
  for (const FunctionModel *F : C.functions())
    All += F->Name + (F->Parameters ? "() " : " ");
  for (const TypeModel *T : C.types())
    All += T->Name + " ";
  for (const VariableModel *V : C.variables())
    All += V->Name + " ";
  EXPECT_EQ(All, "x y y() z a b c d ");
}

TEST(Catalogue, ParameterNames) {
  facts::TranslationUnit Unit;
  facts::UnitBuilder Build(Unit);
  facts::Record Mutex;
  Mutex.Qualified = Build.string("std::mutex");
  Unit.Records.push_back(Mutex);

  auto Type = [&](facts::TypeKind Kind, facts::TypeId Element = {}) {
    facts::Type T;
    T.Kind = Kind;
    T.Element = Element;
    if (Kind == facts::TypeKind::Record)
      T.Record = facts::RecordId(0);
    return Build.type(T);
  };
  using K = facts::TypeKind;
  facts::TypeId Record = Type(K::Record);
  facts::TypeId Pointer = Type(K::Pointer, Record);
  EXPECT_EQ(parameterName(Unit, Record), "std::mutex");
  EXPECT_EQ(parameterName(Unit, Type(K::Reference, Pointer)), "std::mutex");
  EXPECT_EQ(parameterName(Unit, Type(K::Array, Record)), "std::mutex");
  EXPECT_EQ(parameterName(Unit, Type(K::Pointer, Type(K::Integer))), "int");
  EXPECT_EQ(parameterName(Unit, Type(K::Enum)), "enum");
  EXPECT_EQ(parameterName(Unit, Type(K::Bool)), "bool");
  EXPECT_EQ(parameterName(Unit, Type(K::Floating)), "float");
  EXPECT_EQ(parameterName(Unit, Type(K::Pointer, Type(K::Function))),
            "function");
  EXPECT_EQ(parameterName(Unit, Type(K::Pointer, Type(K::Void))), "");
  EXPECT_EQ(parameterName(Unit, facts::TypeId()), "");
}

} // namespace

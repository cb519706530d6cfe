//===-- LoaderErrorsTest.cpp - Broken model files -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One broken file per malformation, each with its whole message.
//
//===----------------------------------------------------------------------===//

#include "models/Loader.h"

#include "gtest/gtest.h"

using namespace fearless::models;

namespace {

/// The message about a file that must be wrong. Lines count from Body's first,
/// which is line 2.
std::string wrong(llvm::StringRef Body) {
  std::string Text = "fearless-models: 1\n" + Body.str();
  llvm::Expected<ModelFile> File = load(Text, "test.yaml");
  if (!File)
    return toString(File.takeError());
  ADD_FAILURE() << "was accepted:\n" << Text;
  return {};
}

std::string wrongFile(llvm::StringRef Text) {
  llvm::Expected<ModelFile> File = load(Text, "test.yaml");
  if (!File)
    return toString(File.takeError());
  ADD_FAILURE() << "was accepted:\n" << Text.str();
  return {};
}

TEST(LoaderErrors, NotYaml) {
  std::string Message = wrong("types: [\n");
  EXPECT_TRUE(llvm::StringRef(Message).starts_with("test.yaml:"));
  EXPECT_NE(Message.find("error: not YAML: "), std::string::npos);
}

TEST(LoaderErrors, BadIndentation) {
  std::string Message = wrong("functions:\n  - name: f\n   acquire: 0\n");
  EXPECT_NE(Message.find("error: not YAML: "), std::string::npos);
}

TEST(LoaderErrors, NoYamlAtAll) {
  EXPECT_EQ(wrongFile(""), "test.yaml:1:1: error: a model file begins with "
                           "'fearless-models: 1'");
  EXPECT_EQ(wrongFile("- a\n- b\n"),
            "test.yaml:1:1: error: a model file begins with "
            "'fearless-models: 1'");
}

TEST(LoaderErrors, BinaryRubbish) {
  std::string Rubbish("\0\xff\xfe\x01[{]}\0", 9);
  EXPECT_NE(wrongFile(Rubbish).find("test.yaml:"), std::string::npos);
}

TEST(LoaderErrors, SecondDocument) {
  EXPECT_EQ(wrong("---\nfearless-models: 1\n"),
            "test.yaml:3:1: error: a second YAML document: this file has one");
}

TEST(LoaderErrors, Alias) {
  std::string Message = wrong("types:\n  - &a {name: A, is: lock}\n  - *a\n");
  EXPECT_EQ(Message, "test.yaml:4:5: error: YAML aliases are not supported: "
                     "write the value out");
}

TEST(LoaderErrors, DeepNesting) {
  std::string Text = "types: " + std::string(10000, '[');
  EXPECT_NE(wrong(Text).find("nested too deeply"), std::string::npos);
}

TEST(LoaderErrors, MissingVersion) {
  EXPECT_EQ(wrongFile("types: []\n"),
            "test.yaml:1:1: error: 'fearless-models: 1' is missing: which "
            "version of the format is this?");
}

TEST(LoaderErrors, OtherVersion) {
  EXPECT_EQ(wrongFile("fearless-models: 2\nnew-section: []\n"),
            "test.yaml:1:18: error: this is format version '2'; this tool "
            "reads version 1");
}

TEST(LoaderErrors, UnknownSection) {
  EXPECT_EQ(wrong("function:\n  - {name: f, acquire: 0}\n"),
            "test.yaml:2:1: error: unknown key 'function'; did you mean "
            "'functions'?");
}

TEST(LoaderErrors, SectionIsNoList) {
  EXPECT_EQ(wrong("functions: {name: f}\n"),
            "test.yaml:2:13: error: a list of rows is expected here, each "
            "begun with '- '");
}

TEST(LoaderErrors, RowIsNoMapping) {
  EXPECT_EQ(wrong("functions:\n  - f\n"),
            "test.yaml:3:5: error: a function row is written as 'key: value' "
            "pairs");
}

TEST(LoaderErrors, UnknownKeyNamesTheNearest) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, aquire: 0}\n"),
            "test.yaml:3:6: error: this row has no effect; write 'no-effect: "
            "true' where that is meant\n"
            "test.yaml:3:15: error: unknown key 'aquire'; did you mean "
            "'acquire'?");
}

TEST(LoaderErrors, UnknownKeyFarFromAll) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: lock, colour: red}\n"),
            "test.yaml:3:25: error: unknown key 'colour'; a type row has no "
            "such key");
}

TEST(LoaderErrors, KeyTwice) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, acquire: 0, acquire: 1}\n"),
            "test.yaml:3:27: error: key 'acquire' occurs twice");
}

TEST(LoaderErrors, NoName) {
  EXPECT_EQ(wrong("functions:\n  - acquire: 0\n"),
            "test.yaml:3:5: error: this row has no 'name'");
}

TEST(LoaderErrors, EmptyName) {
  EXPECT_EQ(wrong("functions:\n  - {name: '', acquire: 0}\n"),
            "test.yaml:3:12: error: the name is missing: a word is expected "
            "here");
}

TEST(LoaderErrors, NameWithTemplateArguments) {
  EXPECT_EQ(wrong("types:\n  - {name: 'my::Lock<int>', is: lock}\n"),
            "test.yaml:3:12: error: names carry no template arguments: "
            "'my::Lock' stands for all");
}

TEST(LoaderErrors, NameWithLeadingColons) {
  EXPECT_EQ(wrong("types:\n  - {name: '::Lock', is: lock}\n"),
            "test.yaml:3:12: error: names are written without the leading "
            "'::'");
}

TEST(LoaderErrors, NameWithParameters) {
  EXPECT_EQ(wrong("functions:\n  - {name: 'f(int)', acquire: 0}\n"),
            "test.yaml:3:12: error: 'f(int)' is not a qualified name; "
            "parameter types are written in 'params'");
}

TEST(LoaderErrors, PatternInTheMiddle) {
  EXPECT_EQ(wrong("functions:\n  - {name: f*g, acquire: 0}\n"),
            "test.yaml:3:12: error: '*' stands only at the end of a name");
}

TEST(LoaderErrors, UnknownGroup) {
  EXPECT_EQ(wrong("groups:\n  locks: [A]\ntypes:\n"
                  "  - {name: <lock>, is: lock}\n"),
            "test.yaml:5:12: error: there is no group 'lock'; did you mean "
            "'locks'?");
}

TEST(LoaderErrors, NoRole) {
  EXPECT_EQ(wrong("types:\n  - name: A\n"),
            "test.yaml:3:5: error: this row has no 'is': which role does it "
            "play?");
}

TEST(LoaderErrors, UnknownRole) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: gaurd}\n"),
            "test.yaml:3:19: error: unknown role 'gaurd'; did you mean "
            "'guard'?");
}

TEST(LoaderErrors, UnknownRoleListsAll) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: xxxxxxxx}\n"),
            "test.yaml:3:19: error: unknown role 'xxxxxxxx'; the roles are "
            "lock, guard, condition, thread, once, atomic, callable, pointer, "
            "container, event, synchronized, thread-bound, value");
}

TEST(LoaderErrors, RecursiveGuard) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: guard, recursive: true}\n"),
            "test.yaml:3:6: error: only a lock is recursive");
}

TEST(LoaderErrors, CountOfNoKind) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: pointer, count: atomic}\n"),
            "test.yaml:3:35: error: 'atomic' is no way to count; 'plain' and "
            "'pointee' are");
}

TEST(LoaderErrors, CountingLock) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: lock, count: plain}\n"),
            "test.yaml:3:6: error: only a pointer counts, or a value plainly");
}

TEST(LoaderErrors, AtomicFormOfWhatCountsOtherwise) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: pointer, atomic-form: B}\n"),
            "test.yaml:3:6: error: only a pointer that counts plainly has an "
            "atomic form");
}

TEST(LoaderErrors, OnlyPointersOwn) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: container, owner: true}\n"),
            "test.yaml:3:6: error: only a pointer owns");
}

TEST(LoaderErrors, FlagIsNoBoolean) {
  EXPECT_EQ(wrong("types:\n  - {name: A, is: lock, recursive: yes}\n"),
            "test.yaml:3:36: error: 'recursive' is true or false");
}

TEST(LoaderErrors, InitialisersAreNoList) {
  EXPECT_EQ(wrong("types:\n"
                  "  - {name: A, is: lock, recursive-initialisers: INIT}\n"),
            "test.yaml:3:49: error: a list of macro names is expected: "
            "[MACRO]");
}

TEST(LoaderErrors, DuplicateRow) {
  EXPECT_EQ(wrong("functions:\n"
                  "  - {name: f, params: [_], acquire: 0}\n"
                  "  - {name: f, acquire: 0}\n"
                  "  - {name: [g, f], params: [_], release: 0}\n"),
            "test.yaml:5:6: error: there is a row for 'f' with these params "
            "already, at line 3");
}

TEST(LoaderErrors, DuplicateType) {
  EXPECT_EQ(
      wrong("types:\n  - {name: A, is: lock}\n  - {name: A, is: guard}\n"),
      "test.yaml:4:6: error: there is a row for type 'A' already, at "
      "line 3");
}

TEST(LoaderErrors, ParamsAreNoList) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, params: _, acquire: 0}\n"),
            "test.yaml:3:23: error: a list of parameter types is expected: "
            "[std::mutex, _]");
}

TEST(LoaderErrors, ParamWithReference) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, params: ['M&'], acquire: 0}\n"),
            "test.yaml:3:24: error: 'M&': a parameter's type is written "
            "without const, &, * and template arguments");
}

TEST(LoaderErrors, EllipsisInTheMiddle) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, params: [..., _], acquire: 0}\n"),
            "test.yaml:3:24: error: '...' stands last");
}

TEST(LoaderErrors, BadSelector) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, acquire: thiz}\n"),
            "test.yaml:3:24: error: 'thiz' selects nothing; write this, "
            "result, the number of an argument (from 0), 1... for all from "
            "there on, or *0 for what it points to");
  EXPECT_NE(wrong("functions:\n  - {name: f, acquire: -1}\n").find("'-1'"),
            std::string::npos);
  EXPECT_NE(wrong("functions:\n  - {name: f, acquire: 99999999999}\n")
                .find("selects nothing"),
            std::string::npos);
}

TEST(LoaderErrors, SelectorBeyondTheParams) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, params: [_], acquire: 1}\n"),
            "test.yaml:3:6: error: there is no argument 1: the row has 1 "
            "params");
}

TEST(LoaderErrors, TooFewOperands) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, invoke-once: 0}\n"),
            "test.yaml:3:28: error: 'invoke-once' takes 2 or more operands");
}

TEST(LoaderErrors, TooManyOperands) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, join: [0, 1]}\n"),
            "test.yaml:3:22: error: 'join' takes 1 operand");
}

TEST(LoaderErrors, NoEffect) {
  EXPECT_EQ(wrong("functions:\n  - name: f\n"),
            "test.yaml:3:5: error: this row has no effect; write 'no-effect: "
            "true' where that is meant");
}

TEST(LoaderErrors, NoEffectBesideAnother) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, no-effect: true, acquire: 0}\n"),
            "test.yaml:3:6: error: 'no-effect' stands beside an effect");
}

TEST(LoaderErrors, FlagEffectThatIsFalse) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, no-return: false}\n"),
            "test.yaml:3:26: error: 'no-return: false' says nothing; leave it "
            "out");
}

TEST(LoaderErrors, ModifierWithoutEffect) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, release: 0, when: zero}\n"),
            "test.yaml:3:33: error: no effect here understands 'when'");
}

TEST(LoaderErrors, BadModifiers) {
  auto Has = [](llvm::StringRef Modifier, llvm::StringRef What) {
    std::string Message = wrong("functions:\n  - {name: f, effects: [{" +
                                Modifier.str() + "}]}\n");
    EXPECT_NE(Message.find(What), std::string::npos) << Message;
  };
  Has("try-acquire: 0, when: maybe", "'when' is nonzero, zero or minus-one");
  Has("wait: 0, timed: 1", "'timed' is true or false");
  Has("attribute-recursive: [0, 1], value: one", "'value' is an integer");
  Has("atomic-load: 0, order: acquire",
      "'order' is the number of the argument");
  Has("spawn: 0, given: 0 = 2", "'given' compares an argument with a number");
  Has("spawn: 0, on: handle", "'handle' selects nothing");
}

TEST(LoaderErrors, UnknownKeyInEffectsList) {
  EXPECT_EQ(wrong("functions:\n"
                  "  - name: f\n"
                  "    effects:\n"
                  "      - spawn: 0\n"
                  "        an: 1\n"),
            "test.yaml:6:9: error: unknown key 'an'; did you mean 'on'?");
}

TEST(LoaderErrors, EffectsAreNoList) {
  EXPECT_NE(wrong("functions:\n  - {name: f, effects: {acquire: 0}}\n")
                .find("'effects' is a list"),
            std::string::npos);
}

TEST(LoaderErrors, BadBlockingWord) {
  EXPECT_EQ(wrong("functions:\n  - {name: f, blocks: sleeping}\n"),
            "test.yaml:3:23: error: 'sleeping' is none of sleep, socket, file, "
            "process, other");
}

TEST(LoaderErrors, AllAtOnceInOrderOfPosition) {
  EXPECT_EQ(wrong("types:\n"
                  "  - {name: A, is: lck}\n"
                  "functions:\n"
                  "  - {name: f, acquire: that}\n"
                  "  - {name: g, release: 0, colour: red}\n"),
            "test.yaml:3:19: error: unknown role 'lck'; did you mean 'lock'?\n"
            "test.yaml:5:24: error: 'that' selects nothing; write this, "
            "result, the number of an argument (from 0), 1... for all from "
            "there on, or *0 for what it points to\n"
            "test.yaml:6:27: error: unknown key 'colour'; a function row has "
            "no such key");
}

} // namespace

//===-- VerifyTest.cpp - Facts that break their contracts -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/Verify.h"
#include "UnitText.h"

#include <functional>

using namespace fearless;
using namespace fearless::facts;

namespace {

TranslationUnit valid() {
  return test::unitFrom(R"(
record A
  base B
  argument int
  has f
  field x : int [[guarded_by(mu)]]
record B
  field y
global g : int *
function f(int n, A a) -> int overrides h
body f
  local l
  cleanup 1 destroy %l callee A::~A
  cleanup 2 handlers(2) -> 1
  block 0 -> 1 2
    write @g*.A::x[add($n, subtract(1, %l))] :1:1
    call h(fn f, &%l) unwind 2
    assume $n
  block 1 -> exit
    closure k -> %l from :3:3
    return unknown(cast)
  block 2 -> exit
    catch
)");
}

using Break = std::function<void(TranslationUnit &)>;

struct Broken {
  const char *Error;
  Break Do;
};

FunctionBody &body(TranslationUnit &U) { return U.Bodies[0]; }

TEST(Verify, LetsValidFactsThrough) {
  EXPECT_EQ(llvm::toString(store::verify(valid(), "u")), "");
  EXPECT_EQ(llvm::toString(store::verify(TranslationUnit(), "u")), "");
}

TEST(Verify, RefusesBrokenTables) {
  const StringId NoString(9999);
  const Broken Cases[] = {
      {"unknown language",
       [](auto &U) { U.Language = static_cast<Language>(7); }},
      {"file 0: unknown owner",
       [](auto &U) { U.Files[0].Owner = static_cast<FileOwner>(9); }},
      {"type 0: unknown kind",
       [](auto &U) { U.Types[0].Kind = static_cast<TypeKind>(99); }},
      {"type 0: its element does not come before it",
       [](auto &U) { U.Types[0].Element = TypeId(0); }},
      {"type 0: a record type without its record",
       [](auto &U) {
         U.Types[0] = {};
         U.Types[0].Kind = TypeKind::Record;
       }},
      {"type 0: a pointer, reference or array without its element",
       [](auto &U) {
         U.Types[0] = {};
         U.Types[0].Kind = TypeKind::Reference;
       }},
      {"type 0: no such record",
       [](auto &U) { U.Types[0].Record = RecordId(99); }},
      {"record 0: no name", [&](auto &U) { U.Records[0].Name = NoString; }},
      {"record 0: no name", [](auto &U) { U.Records[0].Display = StringId(); }},
      {"record 0: no such file",
       [](auto &U) {
         U.Records[0].Loc = {1, 1, 77};
       }},
      {"record 0: no such base class",
       [](auto &U) { U.Records[0].Bases[0].Record = RecordId(); }},
      {"record 0: no such field",
       [](auto &U) { U.Records[0].Fields[0] = FieldId(99); }},
      {"record 0: lists a field of another record, or one twice",
       [](auto &U) { U.Records[0].Fields[0] = FieldId(1); }},
      {"record 0: lists a field of another record, or one twice",
       [](auto &U) { U.Records[0].Fields.push_back(FieldId(0)); }},
      {"record 0: no such type among its arguments",
       [](auto &U) { U.Records[0].TemplateArguments[0] = TypeId(99); }},
      {"record 0: no such method",
       [](auto &U) { U.Records[0].Methods[0] = FunctionId(99); }},
      {"field 0: its owner does not list it",
       [](auto &U) { U.Records[0].Fields.clear(); }},
      {"field 1: no such owner",
       [](auto &U) {
         U.Records[1].Fields.clear();
         U.Fields[1].Owner = RecordId();
       }},
      {"field 0: no such type", [](auto &U) { U.Fields[0].Type = TypeId(99); }},
      {"field 0: unknown annotation",
       [](auto &U) {
         U.Fields[0].Annotations[0].Kind = static_cast<AnnotationKind>(99);
       }},
      {"field 0: no such argument of an annotation",
       [&](auto &U) { U.Fields[0].Annotations[0].Arguments[0] = NoString; }},
      {"function 0: no name",
       [](auto &U) { U.Functions[0].Qualified = StringId(); }},
      {"function 0: no such owner",
       [](auto &U) { U.Functions[0].Owner = RecordId(99); }},
      {"function 0: no such type as result",
       [](auto &U) { U.Functions[0].Result = TypeId(99); }},
      {"function 0: no such type of a parameter",
       [](auto &U) { U.Functions[0].Parameters[0] = TypeId(99); }},
      {"function 0: not as many names as parameters",
       [](auto &U) { U.Functions[0].ParameterNames.pop_back(); }},
      {"function 0: a parameter without a name, not even an empty one",
       [](auto &U) { U.Functions[0].ParameterNames[0] = StringId(); }},
      {"function 0: no such overridden function",
       [](auto &U) { U.Functions[0].Overrides[0] = FunctionId(99); }},
      {"variable 0: no name", [&](auto &U) { U.Variables[0].Name = NoString; }},
      {"variable 0: no such type",
       [](auto &U) { U.Variables[0].Type = TypeId(99); }},
      {"variable 0: no such macro name",
       [&](auto &U) { U.Variables[0].InitialiserMacro = NoString; }},
  };
  for (const Broken &Case : Cases) {
    TranslationUnit Unit = valid();
    Case.Do(Unit);
    EXPECT_EQ(llvm::toString(store::verify(Unit, "u")),
              std::string("u: these are no valid facts: ") + Case.Error);
  }
}

TEST(Verify, RefusesBrokenBodies) {
  const Broken Cases[] = {
      {"no such file",
       [](auto &U) {
         body(U).End = {1, 1, 99};
       }},
      {"a local without a name, not even an empty one",
       [](auto &U) { body(U).Locals[0].Name = StringId(); }},
      {"no such type of a local",
       [](auto &U) { body(U).Locals[0].Type = TypeId(99); }},
      {"no such file of a local",
       [](auto &U) {
         body(U).Locals[0].Loc = {1, 1, 99};
       }},
      {"no such local",
       [](auto &U) {
         for (PathNode &N : body(U).Paths)
           if (N.Kind == PathKind::Local)
             N.Number = 99;
       }},
      {"no such variable",
       [](auto &U) {
         for (PathNode &N : body(U).Paths)
           if (N.Kind == PathKind::Global)
             N.Number = 99;
       }},
      {"no such field",
       [](auto &U) {
         for (PathNode &N : body(U).Paths)
           if (N.Kind == PathKind::Field)
             N.Number = 99;
       }},
      {"unknown kind of path",
       [](auto &U) {
         for (PathNode &N : body(U).Paths)
           if (N.Kind == PathKind::Field)
             N.Kind = static_cast<PathKind>(99);
       }},
      {"a root with a parent, or a step without one",
       [](auto &U) {
         for (PathNode &N : body(U).Paths)
           N.Parent = PathId();
       }},
      {"a path or value refers to what comes after it",
       [](auto &U) {
         body(U).Values[0].A = {OperandKind::Value, 0, 1};
       }},
      {"a path or value refers to what comes after it",
       [](auto &U) {
         for (uint32_t I = 0; I < body(U).Paths.size(); ++I)
           if (body(U).Paths[I].Parent)
             body(U).Paths[I].Parent = PathId(I);
       }},
      {"unknown operation",
       [](auto &U) { body(U).Values[0].Op = static_cast<ValueOp>(99); }},
      {"no such function",
       [](auto &U) {
         body(U).Values[0].A = {OperandKind::Function, 0, 99};
       }},
      {"no such reason",
       [](auto &U) {
         body(U).Values[0].A = {OperandKind::Unknown, 0, 99};
       }},
      {"unknown kind of operand",
       [](auto &U) {
         body(U).Operands[0].Kind = static_cast<OperandKind>(99);
       }},
      {"no such path", [](auto &U) { body(U).Operands[1].Number = 99; }},
      {"cleanup 0 is not the exit", [](auto &U) { body(U).Cleanups.clear(); }},
      {"unknown kind of cleanup",
       [](auto &U) { body(U).Cleanups[1].Kind = static_cast<CleanupKind>(9); }},
      {"a cleanup without a next one",
       [](auto &U) { body(U).Cleanups[1].Next = CleanupId(); }},
      {"no such next cleanup",
       [](auto &U) { body(U).Cleanups[1].Next = CleanupId(99); }},
      {"a cleanup that destroys nothing",
       [](auto &U) { body(U).Cleanups[1].Object = PathId(); }},
      {"no such destructor of a cleanup",
       [](auto &U) { body(U).Cleanups[1].Destructor = FunctionId(99); }},
      {"no such handler",
       [](auto &U) { body(U).Cleanups[2].Handlers[0] = BlockId(99); }},
      {"a chain of cleanups goes in a circle",
       [](auto &U) { body(U).Cleanups[1].Next = CleanupId(2); }},
      {"a chain of cleanups goes in a circle",
       [](auto &U) { body(U).Cleanups[1].Next = CleanupId(1); }},
      {"no block",
       [](auto &U) {
         body(U).Blocks.clear();
         body(U).Exit = BlockId();
         body(U).Cleanups.resize(2);
       }},
      {"no such exit", [](auto &U) { body(U).Exit = BlockId(99); }},
      {"the exit has facts or successors",
       [](auto &U) { body(U).Exit = BlockId(0); }},
      {"no such successor",
       [](auto &U) { body(U).Blocks[1].Successors[0] = BlockId(99); }},
      {"blocks do not share out the facts",
       [](auto &U) { body(U).Blocks[0].FactCount += 1; }},
      {"blocks do not share out the facts",
       [](auto &U) { body(U).Blocks[2].FirstFact = 4000000000; }},
      {"blocks do not share out the facts",
       [](auto &U) { body(U).Blocks[2].FactCount = 0; }},
      {"blocks do not share out the facts",
       [](auto &U) { body(U).Blocks[3].FirstFact = 7; }},
      {"assume in a block that has not two successors",
       [](auto &U) { body(U).Blocks[0].Successors.pop_back(); }},
      {"assume, switch or throw before the end of its block",
       [](auto &U) { body(U).Facts[1].Kind = FactKind::Throw; }},
      {"switch with more constants than successors, or too few",
       [](auto &U) { body(U).Facts[2].Kind = FactKind::Switch; }},
      {"spellings are not in the order of the facts",
       [](auto &U) { body(U).Spellings[0].Fact = 99; }},
      {"no such place of a spelling",
       [](auto &U) {
         body(U).Spellings[0].Loc = {1, 1, 99};
       }},
      {"fact 0: unknown kind of fact",
       [](auto &U) { body(U).Facts[0].Kind = static_cast<FactKind>(99); }},
      {"fact 0: read, write or allocate without a path",
       [](auto &U) { body(U).Facts[0].Path = PathId(); }},
      {"fact 0: no such path",
       [](auto &U) { body(U).Facts[0].Path = PathId(99); }},
      {"fact 0: assign without path or value",
       [](auto &U) { body(U).Facts[0].Kind = FactKind::Assign; }},
      {"fact 0: no such file", [](auto &U) { body(U).Facts[0].Loc.File = 99; }},
      {"fact 1: no such operands",
       [](auto &U) { body(U).Facts[1].FirstOperand = 4294967295; }},
      {"fact 1: no such callee",
       [](auto &U) { body(U).Facts[1].Callee = FunctionId(99); }},
      {"fact 1: no such cleanup",
       [](auto &U) { body(U).Facts[1].Unwind = CleanupId(99); }},
      {"fact 1: construct or destroy without a path",
       [](auto &U) { body(U).Facts[1].Kind = FactKind::Construct; }},
      {"fact 3: closure without path or callee",
       [](auto &U) { body(U).Facts[3].Callee = FunctionId(); }},
      {"fact 5: free, assume or switch of nothing",
       [](auto &U) { body(U).Facts[5].Kind = FactKind::Free; }},
      {"fact 5: indirect call of nothing",
       [](auto &U) {
         body(U).Facts[5].Kind = FactKind::Call;
         body(U).Facts[5].Flags = FF_Indirect;
       }},
      {"fact 5: no such reason",
       [](auto &U) {
         body(U).Facts[5].Kind = FactKind::Unknown;
         body(U).Facts[5].Detail = 99;
       }},
  };
  for (const Broken &Case : Cases) {
    TranslationUnit Unit = valid();
    Case.Do(Unit);
    EXPECT_EQ(llvm::toString(store::verify(Unit, "u")),
              std::string("u: these are no valid facts: body of 'f': ") +
                  Case.Error);
  }
}

TEST(Verify, RefusesABodyOfNoFunction) {
  TranslationUnit Unit = valid();
  Unit.Bodies[0].Function = FunctionId();
  EXPECT_EQ(llvm::toString(store::verify(Unit, "u")),
            "u: these are no valid facts: a body of no function");
}

} // namespace

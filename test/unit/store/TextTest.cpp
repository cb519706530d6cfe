//===-- TextTest.cpp - The text form of facts -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomUnit.h"
#include "UnitText.h"

#include "facts/Digest.h"
#include "store/Verify.h"

#include <random>

using namespace fearless;
using namespace fearless::facts;
using test::errorIn;
using test::textOf;
using test::unitFrom;

namespace {

/// The example at the top of TextReader.h.
const char *const Example = R"(
unit src/ledger.cpp

record Ledger
  field mu_ : std::mutex :5:14
  field total_ : int [[guarded_by(mu_)]] :6:7

function Ledger::post(int n, Account & to) -> bool method :9:14
function std::lock_guard::lock_guard constructor

body Ledger::post :15:1
  local lk : std::lock_guard :10:31
  cleanup 1 destroy %lk -> 0 callee std::lock_guard::~lock_guard :15:1
  block 0 -> 1 2
    construct std::lock_guard::lock_guard(&%lk, &$this*.Ledger::mu_) :10:31
    assume less(0, $n) :11:7
  block 1 -> 2
    write $this*.Ledger::total_ rmw :12:5
    call Account::credit(&$to*, $n) -> call#0 unwind 1 :13:5
  block 2 -> exit
    return 1 :14:3
    destroy std::lock_guard::~lock_guard(&%lk) implicit :15:1
)";

std::string normal(llvm::StringRef Text) { return textOf(unitFrom(Text)); }

/// The lines of the only body of \p Text, as they are written.
std::string bodyOf(llvm::StringRef Text) {
  std::string All = normal(Text);
  return All.substr(All.find("\nbody") + 1);
}

TEST(Text, ReadsTheDocumentedExample) {
  TranslationUnit Unit = unitFrom(Example);
  ASSERT_EQ(Unit.Bodies.size(), 1u);
  const FunctionBody &Body = Unit.Bodies[0];
  EXPECT_EQ(Unit.str(Unit.function(Body.Function).Qualified), "Ledger::post");
  EXPECT_EQ(Body.Blocks.size(), 4u);
  EXPECT_EQ(Body.Exit, BlockId(3));
  ASSERT_EQ(Body.Facts.size(), 6u);

  const Fact &Take = Body.Facts[0];
  EXPECT_EQ(Take.Kind, FactKind::Construct);
  EXPECT_EQ(Unit.function(Take.Callee).Flags,
            uint32_t(FnF_Method | FnF_Constructor));
  EXPECT_EQ(Unit.str(Unit.record(Unit.function(Take.Callee).Owner).Name),
            "std::lock_guard");
  EXPECT_EQ(Body.path(Take.Path).Kind, PathKind::Local);
  EXPECT_EQ(Take.Loc, (Location{10, 31, 0}));
  EXPECT_EQ(Unit.Files[0].Path, "src/ledger.cpp");

  // &$this*.Ledger::mu_
  const PathNode &Mutex = Body.path(Body.operands(Take)[1].path());
  EXPECT_EQ(Mutex.Kind, PathKind::Field);
  EXPECT_EQ(Unit.str(Unit.field(FieldId(Mutex.Number)).Name), "mu_");
  EXPECT_EQ(Body.path(Mutex.Parent).Kind, PathKind::Deref);
  EXPECT_EQ(Body.path(Body.root(Mutex.Parent)).Number, 0u);

  const Fact &Credit = Body.Facts[3];
  EXPECT_EQ(Credit.Unwind, CleanupId(1));
  EXPECT_EQ(Credit.Detail, 0u);
  EXPECT_EQ(Body.Cleanups[1].Next, CleanupId(0));
  EXPECT_EQ(Body.Facts[2].Flags, FF_ReadModifyWrite);
}

TEST(Text, WritesWhatItReads) {
  std::string Once = normal(Example);
  EXPECT_EQ(normal(Once), Once);
}

TEST(Text, WritesAndReadsAnyUnit) {
  for (unsigned Seed = 0; Seed < 3000; ++Seed) {
    TranslationUnit Unit = test::randomUnit(Seed);
    std::string Wrong = llvm::toString(store::verify(Unit, "random"));
    ASSERT_EQ(Wrong, "") << "seed " << Seed;
    std::string Text = textOf(Unit);
    TranslationUnit Again = unitFrom(Text);
    ASSERT_EQ(textOf(Again), Text) << "seed " << Seed;
    // Nothing was lost: the bodies are the same by content.
    ASSERT_EQ(Again.Bodies.size(), Unit.Bodies.size());
    for (size_t B = 0; B < Unit.Bodies.size(); ++B)
      ASSERT_EQ(digestBody(Again, Again.Bodies[B]),
                digestBody(Unit, Unit.Bodies[B]))
          << "seed " << Seed << "\n"
          << Text;
  }
}

TEST(Text, MakesWhatIsOnlyMentioned) {
  TranslationUnit Unit = unitFrom(R"(
body f
  call std::mutex::lock(&@g.Cache::mu)
  call std::lock(&@m)
  destroy Cache::~Cache(&%c)
global m : std::mutex
)");
  auto Function = [&](llvm::StringRef Name) {
    for (const facts::Function &F : Unit.Functions)
      if (Unit.str(F.Name) == Name)
        return F;
    return facts::Function();
  };
  // std::mutex is a record of the unit, std is not.
  EXPECT_EQ(Function("std::mutex::lock").Flags, uint32_t(FnF_Method));
  EXPECT_TRUE(Function("std::mutex::lock").Owner);
  EXPECT_EQ(Function("std::lock").Flags, 0u);
  EXPECT_EQ(Function("Cache::~Cache").Flags,
            uint32_t(FnF_Method | FnF_Destructor));
  ASSERT_EQ(Unit.Fields.size(), 1u);
  EXPECT_EQ(Unit.str(Unit.record(Unit.Fields[0].Owner).Qualified), "Cache");
  EXPECT_EQ(Unit.Bodies[0].Locals.size(), 1u);
}

TEST(Text, BodiesWithoutBlocksGoToTheExit) {
  EXPECT_EQ(bodyOf("body f\n  call g()\n"), "body f\n"
                                            "  block 0 -> 1\n"
                                            "    call g()\n"
                                            "  block 1 exit\n");
  EXPECT_EQ(bodyOf("body f\n"), "body f\n"
                                "  block 0 -> 1\n"
                                "  block 1 exit\n");
}

TEST(Text, LabelsMayBeWords) {
  EXPECT_EQ(bodyOf(R"(body f
  cleanup inner handlers(caught) -> outer
  cleanup outer destroy %x -> exit
  block entry -> body exit
  block body -> entry
    call g() unwind inner
  block caught -> exit
)"),
            "body f\n"
            "  local x\n"
            "  cleanup 1 handlers (2) -> 2\n"
            "  cleanup 2 destroy %x -> 0\n"
            "  block 0 -> 1 3\n"
            "  block 1 -> 0\n"
            "    call g() unwind 1\n"
            "  block 2 -> 3\n"
            "  block 3 exit\n");
}

TEST(Text, LocationsAreNotTypes) {
  TranslationUnit Unit = unitFrom("global g :3:4\nglobal h : int :5\n");
  EXPECT_FALSE(Unit.Variables[0].Type);
  EXPECT_EQ(Unit.Variables[0].Loc, (Location{3, 4, 0}));
  EXPECT_EQ(Unit.type(Unit.Variables[1].Type).Kind, TypeKind::Integer);
  EXPECT_EQ(Unit.Variables[1].Loc, (Location{5, 0, 0}));
}

TEST(Text, OverloadsAreNumbered) {
  TranslationUnit Unit = unitFrom("function f#1(int x)\nfunction f#2\n");
  EXPECT_EQ(Unit.str(Unit.Functions[0].Name), "f#1");
  EXPECT_EQ(Unit.str(Unit.Functions[0].Qualified), "f");
  EXPECT_EQ(Unit.str(Unit.Functions[1].Qualified), "f");
}

TEST(Text, SharedValuesStayShort) {
  // v0 = x + x, v1 = v0 + v0, … would be 2^200 parts in one line.
  std::string Text = "body f\n  value 0 = add(%x, %x)\n";
  for (unsigned I = 1; I < 200; ++I) {
    std::string Last = "=" + std::to_string(I - 1);
    Text +=
        "  value " + std::to_string(I) + " = add(" + Last + ", " + Last + ")\n";
  }
  Text += "  return =199\n";
  std::string Once = normal(Text);
  EXPECT_LT(Once.size(), 20000u);
  EXPECT_EQ(normal(Once), Once);
}

struct Malformed {
  const char *Text, *Error;
};

TEST(Text, SaysWhereAndWhatIsWrong) {
  const Malformed Cases[] = {
      {"recrod A\n", "test:1:1: expected unit, file, record, field, base, "
                     "argument, has, global, function or body, found 'recrod'"},
      {"\n\n  field x\n", "test:3:10: a field outside of a record"},
      {"record A\nrecord A\n", "test:2:7: record \"A\" is declared twice"},
      {"record A final finall\n",
       "test:1:16: expected a flag, a property or the end of the line, found "
       "'finall'"},
      {"record A\n  field x : *\n", "test:2:13: expected a type, found '*'"},
      {"function f(int\n",
       "test:1:15: expected a parameter's name, ',' or ')', found the end of "
       "the line"},
      {"function f :99999999999\n",
       "test:1:13: expected a line up to 4294967295, found '99999999999'"},
      {"function f :9:65536\n",
       "test:1:15: expected a column up to 65535, found '65536'"},
      {"global g [[guarded(mu)]]\n",
       "test:1:19: expected an annotation such as 'guarded_by'"},
      {"global \"g\n", "test:1:10: expected '\"' at the end of a quoted name, "
                       "found the end of the line"},
      {"body f\n  call g(%)\n",
       "test:2:11: expected a local variable's name, found ')'"},
      {"body f\n  call g(&7)\n",
       "test:2:11: expected an operand: a path, &path, object path, a number, "
       "fn name, a value, opaque or unknown, found '7'"},
      {"body f\n  read $n\n",
       "test:2:9: expected a parameter's number or the name of one that the "
       "function's own line names, found 'n'"},
      {"body f\n  read %x.y\n",
       "test:2:11: expected a field as 'Record::field', found 'y'"},
      {"body f\n  return 2147483648\n",
       "test:2:10: expected a number up to 2147483647, found '2147483648'"},
      {"body f\n  return =0\n",
       "test:2:10: no value line before this one has that number"},
      {"body f\n  block 0 -> 1\n", "test:2:14: the body has no block '1'"},
      {"body f\n  block 0\n  block 0\n",
       "test:3:10: block '0' is declared twice"},
      {"body f\n  call g() unwind 1\n",
       "test:2:19: the body has no cleanup '1'"},
      {"body f\n  call g()\n  block 0\n",
       "test:2:7: a fact before the body's first block"},
      {"body f\n  unknown why\n",
       "test:2:14: expected a reason such as 'cast' or 'expression'"},
      {"body f\n  assume 1\n",
       "test: these are no valid facts: body of 'f': assume in a block that "
       "has not two successors"},
      {"unit a\nunit b\n", "test:2:5: unit is declared twice"},
  };
  for (const Malformed &Case : Cases)
    EXPECT_EQ(errorIn(Case.Text), Case.Error) << Case.Text;
}

TEST(Text, RefusesWhatIsTooLong) {
  std::string Deep = "body f\n  return ";
  for (unsigned I = 0; I < 100000; ++I)
    Deep += "not(";
  EXPECT_NE(errorIn(Deep + "\n").find("nested too deeply"), std::string::npos);
  std::string Stars = "global g : int";
  Stars.append(100000, '*');
  EXPECT_NE(errorIn(Stars).find("nested too deeply"), std::string::npos);
  std::string Nested = "global g : ";
  for (unsigned I = 0; I < 100000; ++I)
    Nested += "int(";
  EXPECT_NE(errorIn(Nested).find("nested too deeply"), std::string::npos);
  std::string Path = "body f\n  read %x";
  Path.append(13, '*');
  EXPECT_EQ(errorIn(Path), "test:2:22: a path has at most 12 steps");
}

/// Any damage to a text is an error or another text, which can be written.
TEST(Text, SurvivesAnyText) {
  const char *const Pieces[] = {
      "~",  "*",  "[",    "]",        "(",          ")",
      "=3", "&",  "->",   "::",       "\"",         "\\",
      "#",  "?",  "new#", "body x",   "block",      "-1",
      ",",  "[[", "0x",   "const",    ":",          "\n",
      "$",  "%",  "add(", "unwind 1", "99999999999"};
  std::mt19937 Random(7);
  unsigned Read = 0;
  for (unsigned Round = 0; Round < 3000; ++Round) {
    std::string Text =
        Round % 2 ? Example : textOf(test::randomUnit(Round % 100));
    for (unsigned Changes = 1 + Random() % 3; Changes--;) {
      size_t At = Random() % Text.size();
      switch (Random() % 5) {
      case 0:
        Text.erase(At, Random() % 20);
        break;
      case 1:
        Text[At] = static_cast<char>(Random());
        break;
      case 2:
        Text.insert(At, Pieces[Random() % std::size(Pieces)]);
        break;
      case 3:
        Text.insert(At, Text.substr(Random() % Text.size(), Random() % 40));
        break;
      default:
        if (Random() % 4 == 0)
          Text.resize(At + 1);
      }
      Text += ' ';
    }
    auto Unit = store::readText(Text, "test");
    if (!Unit) {
      llvm::consumeError(Unit.takeError());
      continue;
    }
    ++Read;
    std::string Once = textOf(*Unit);
    ASSERT_EQ(normal(Once), Once) << Text;
  }
  EXPECT_GT(Read, 100u);
}

} // namespace

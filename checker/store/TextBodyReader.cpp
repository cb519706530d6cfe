//===-- TextBodyReader.cpp - Facts from text: function bodies -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextForms.h"
#include "store/TextNames.h"
#include "store/TextPathReader.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

bool startsUnitLine(StringRef Word) {
  return Word == "unit" || Word == "file" || Word == "record" ||
         Word == "global" || Word == "function" || Word == "body";
}

class BodyReader {
public:
  BodyReader(TextLineReader &Line, FunctionBody &Body)
      : Line(Line), At(Line.At), Body(Body), Builder(Body),
        Paths(Line, Builder) {}

  bool read(bool &More);

private:
  bool first();
  bool collectLabels();
  bool line(StringRef Word);
  bool label(std::string &Out);
  bool local();
  bool cleanup();
  bool cleanupLabel(CleanupId &Out);
  bool handlers(Cleanup &C);
  bool block();
  bool successor(std::vector<BlockId> &Out);
  bool beginImplicitBlock();
  void finish();

  bool fact(FactKind Kind);
  bool factCore(Fact &F);
  bool callee(Fact &F);
  bool parenthesised();
  bool tailPath(Fact &F);
  bool tailWord(Fact &F, StringRef Word, bool &Known);
  void settle(Fact &F);

  TextLineReader &Line;
  TextCursor &At;
  FunctionBody &Body;
  BodyBuilder Builder;
  TextPathReader Paths;

  llvm::StringMap<BlockId> Blocks;
  llvm::StringMap<CleanupId> Cleanups;
  llvm::StringSet<> DeclaredLocals;
  uint32_t NextBlock = 0;
  CleanupId NextCleanup{1};

  // Of the fact being read.
  std::vector<Operand> Operands;
  bool PathGiven = false, DetailGiven = false, Direct = false;
};

/// Stands for the exit block until its number is known.
constexpr BlockId ExitToBe(BlockId::None - 1);

bool BodyReader::read(bool &More) {
  More = false;
  if (!first() || !collectLabels())
    return false;
  while (At.nextLine()) {
    TextCursor::Mark Before = At.mark();
    StringRef Word = At.word();
    if (startsUnitLine(Word)) {
      At.rewind(Before);
      More = true;
      break;
    }
    if (!line(Word)) {
      if (At.failed())
        return false;
      At.rewind(Before);
      return At.failExpected("local, value, cleanup, block or a fact");
    }
  }
  if (At.failed())
    return false;
  finish();
  return true;
}

bool BodyReader::first() {
  std::string Name;
  if (!At.name(Name, "a function's name"))
    return false;
  Body.Function = Line.Entities.function(Name);
  TextLineReader::Tail T;
  T.Loc = &Body.End;
  auto Other = [&](StringRef Word, bool &Known) {
    Known = Word == "digest";
    return !Known || At.number(Body.Digest, UINT64_MAX, "a number");
  };
  T.Other = Other;
  return Line.tail(T);
}

/// Blocks and cleanups may be named before their lines: finds the labels.
bool BodyReader::collectLabels() {
  TextCursor::Mark Start = At.mark();
  Cleanups["0"] = Cleanups["exit"] = CleanupId(0);
  while (At.nextLine()) {
    StringRef Word = At.word();
    if (startsUnitLine(Word))
      break;
    bool IsBlock = Word == "block";
    if (!IsBlock && Word != "cleanup")
      continue;
    std::string Label;
    if (!label(Label))
      return false;
    bool New = IsBlock
                   ? Blocks.try_emplace(Label, BlockId(Blocks.size())).second
                   : Cleanups.try_emplace(Label, NextCleanup).second;
    if (!New)
      return At.fail(Word + " '" + Label + "' is declared twice");
    if (!IsBlock)
      ++NextCleanup.Index;
  }
  if (At.failed())
    return false;
  Body.Cleanups.resize(NextCleanup.Index);
  NextCleanup = CleanupId(1);
  At.rewind(Start);
  return true;
}

bool BodyReader::label(std::string &Out) {
  StringRef Ahead = At.ahead();
  size_t Length =
      Ahead.take_while([](char C) { return llvm::isAlnum(C) || C == '_'; })
          .size();
  if (Length == 0)
    return At.failExpected("a label (a number or a word)");
  Out = Ahead.take_front(Length).str();
  At.skip(Length);
  return true;
}

bool BodyReader::line(StringRef Word) {
  if (Word == "local")
    return local();
  if (Word == "value")
    return Paths.declareValue();
  if (Word == "cleanup")
    return cleanup();
  if (Word == "block")
    return block();
  auto Kind = enumOf<FactKind>(Word);
  return Kind && beginImplicitBlock() && fact(*Kind);
}

bool BodyReader::local() {
  std::string Handle;
  if (!At.name(Handle, "a name"))
    return false;
  if (!DeclaredLocals.insert(Handle).second)
    return At.fail("local " + quoted(Handle, true) + " is declared twice");
  LocalId Id = Paths.local(Handle);
  Local &L = Body.Locals[Id.Index];
  if (!Line.optionalType(L.Type))
    return false;
  uint32_t Flags = 0;
  auto Other = [&](StringRef Word, bool &Known) {
    Known = Word == "name";
    return !Known || Line.nameInto(L.Name, "a name");
  };
  TextLineReader::Tail T{localFlagWords(), &Flags, &L.Loc, nullptr, Other};
  if (!Line.tail(T))
    return false;
  L.Flags = static_cast<uint8_t>(Flags);
  return true;
}

bool BodyReader::cleanupLabel(CleanupId &Out) {
  At.ahead();
  TextCursor::Mark Before = At.mark();
  std::string Label;
  if (!label(Label))
    return false;
  auto It = Cleanups.find(Label);
  if (It == Cleanups.end()) {
    At.rewind(Before);
    return At.fail("the body has no cleanup '" + Label + "'");
  }
  Out = It->second;
  return true;
}

bool BodyReader::handlers(Cleanup &C) {
  if (!At.tryToken("("))
    return true;
  do {
    if (!successor(C.Handlers))
      return false;
  } while (At.tryToken(","));
  return At.expect(")");
}

bool BodyReader::cleanup() {
  std::string Label;
  if (!label(Label))
    return false;
  Cleanup C;
  auto Kind = enumOf<CleanupKind>(At.word());
  if (!Kind)
    return At.fail("expected destroy, handlers or exit");
  C.Kind = *Kind;
  if (Paths.seesPath() && !Paths.path(C.Object))
    return false;
  if (!handlers(C))
    return false;
  if (C.Kind != CleanupKind::Exit)
    C.Next = CleanupId(0);
  if (At.tryToken("->")) {
    C.Next = CleanupId();
    if (!At.tryWord("none") && !cleanupLabel(C.Next))
      return false;
  }
  TextLineReader::Tail T;
  T.Loc = &C.Loc;
  auto Other = [&](StringRef Word, bool &Known) {
    std::string Name;
    Known = true;
    if (Word == "catches_all")
      return C.CatchesAll = true;
    Known = Word == "callee";
    if (!Known)
      return true;
    if (!At.name(Name, "a destructor's name"))
      return false;
    C.Destructor = Line.Entities.function(Name, FnF_Destructor);
    return true;
  };
  T.Other = Other;
  if (!Line.tail(T))
    return false;
  Body.Cleanups[NextCleanup.Index++] = std::move(C);
  return true;
}

bool BodyReader::successor(std::vector<BlockId> &Out) {
  At.ahead();
  TextCursor::Mark Before = At.mark();
  std::string Label;
  if (!label(Label))
    return false;
  auto It = Blocks.find(Label);
  if (It != Blocks.end()) {
    Out.push_back(It->second);
    return true;
  }
  if (Label == "exit") {
    Out.push_back(ExitToBe);
    return true;
  }
  At.rewind(Before);
  return At.fail("the body has no block '" + Label + "'");
}

bool BodyReader::block() {
  if (Body.Blocks.empty() && !Body.Facts.empty())
    return At.fail("facts before the first block");
  std::string Label;
  if (!label(Label))
    return false;
  Block B;
  B.FirstFact = static_cast<uint32_t>(Body.Facts.size());
  if (Label == "exit" || At.tryWord("exit")) {
    if (Body.Exit)
      return At.fail("a body has one exit block");
    Body.Exit = BlockId(NextBlock);
  }
  if (At.tryToken("->")) {
    while (!At.atEnd() && !At.ahead().starts_with(":")) {
      if (!successor(B.Successors))
        return false;
      At.tryToken(",");
    }
  }
  At.tryToken(":");
  ++NextBlock;
  Body.Blocks.push_back(std::move(B));
  return At.atEnd() || At.failExpected("the end of the line");
}

/// A body without block lines has one block, which goes to the exit.
bool BodyReader::beginImplicitBlock() {
  if (!Body.Blocks.empty())
    return true;
  if (!Blocks.empty())
    return At.fail("a fact before the body's first block");
  Body.Blocks.emplace_back().Successors.push_back(ExitToBe);
  return true;
}

void BodyReader::finish() {
  beginImplicitBlock();
  bool Used = false;
  auto Settle = [&](std::vector<BlockId> &Targets) {
    for (BlockId &B : Targets)
      if (B == ExitToBe) {
        Used = true;
        B = Body.Exit ? Body.Exit
                      : BlockId(static_cast<uint32_t>(Body.Blocks.size()));
      }
  };
  for (Block &B : Body.Blocks)
    Settle(B.Successors);
  for (Cleanup &C : Body.Cleanups)
    Settle(C.Handlers);
  if (!Used || Body.Exit)
    return;
  Body.Exit = BlockId(static_cast<uint32_t>(Body.Blocks.size()));
  Body.Blocks.emplace_back().FirstFact =
      static_cast<uint32_t>(Body.Facts.size());
}

bool BodyReader::fact(FactKind Kind) {
  Operands.clear();
  PathGiven = DetailGiven = Direct = false;
  Fact F;
  F.Kind = Kind;
  if (!factCore(F))
    return false;
  uint32_t Flags = 0;
  auto Other = [&](StringRef Word, bool &Known) {
    return tailWord(F, Word, Known);
  };
  TextLineReader::Tail T{factFlagWords(), &Flags, &F.Loc, nullptr, Other};
  // "-> PATH" comes first because it starts with no word.
  if (!tailPath(F) || !Line.tail(T))
    return false;
  F.Flags = static_cast<uint8_t>(Flags);
  if (Operands.size() > UINT16_MAX)
    return At.fail("more than 65535 operands");
  settle(F);
  Body.Facts.push_back(F);
  ++Body.Blocks.back().FactCount;
  return true;
}

void BodyReader::settle(Fact &F) {
  Builder.setOperands(F, Operands);
  if (F.Kind == FactKind::Call && !F.Callee && !Direct)
    F.Flags |= FF_Indirect;
  if (!PathGiven && !F.Path)
    F.Path = defaultPath(Body, F);
  if (!DetailGiven && F.Kind != FactKind::Unknown)
    F.Detail = defaultDetail(Body, F);
}

bool BodyReader::callee(Fact &F) {
  std::string Name;
  if (!At.name(Name, "a function's name"))
    return false;
  uint32_t Flags = F.Kind == FactKind::Construct ? FnF_Constructor
                   : F.Kind == FactKind::Destroy ? FnF_Destructor
                                                 : 0;
  F.Callee = Line.Entities.function(Name, Flags);
  return true;
}

bool BodyReader::parenthesised() {
  if (!At.expect("("))
    return false;
  if (At.tryToken(")"))
    return true;
  return Paths.operands(Operands) && At.expect(")");
}

bool BodyReader::factCore(Fact &F) {
  switch (F.Kind) {
  case FactKind::Call:
  case FactKind::Construct:
  case FactKind::Destroy:
    return (At.ahead().starts_with("(") || callee(F)) && parenthesised();
  case FactKind::Closure:
    return callee(F);
  case FactKind::Unknown: {
    UnknownReason Reason;
    if (!Paths.unknownReason(Reason))
      return false;
    F.Detail = static_cast<uint32_t>(Reason);
    return true;
  }
  case FactKind::Read:
  case FactKind::Write:
  case FactKind::Allocate:
  case FactKind::Assign:
    if (!Paths.path(F.Path))
      return false;
    return F.Kind != FactKind::Assign || !At.tryToken("=") ||
           Paths.operands(Operands);
  default:
    return !Paths.seesOperand() || Paths.operands(Operands);
  }
}

bool BodyReader::tailPath(Fact &F) {
  if (!At.tryToken("->"))
    return !At.failed();
  PathGiven = true;
  F.Path = PathId();
  return At.tryWord("none") || Paths.path(F.Path);
}

bool BodyReader::tailWord(Fact &F, StringRef Word, bool &Known) {
  uint64_t Number = 0;
  Known = true;
  if (Word == "direct")
    return Direct = true;
  if (Word == "callee")
    return callee(F);
  if (Word == "with")
    return parenthesised();
  if (Word == "unwind")
    return cleanupLabel(F.Unwind);
  if (Word == "detail") {
    DetailGiven = true;
    if (!At.number(Number, UINT32_MAX, "a number"))
      return false;
    F.Detail = static_cast<uint32_t>(Number);
    return true;
  }
  if (Word == "from") {
    Spelling S;
    S.Fact = static_cast<uint32_t>(Body.Facts.size());
    if (!Line.location(S.Loc))
      return false;
    Body.Spellings.push_back(S);
    return true;
  }
  Known = false;
  return true;
}

} // namespace

bool store::readBody(TextLineReader &Line, FunctionBody &Body, bool &More) {
  return BodyReader(Line, Body).read(More);
}

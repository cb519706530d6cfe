//===-- TextPathReader.cpp - Paths, operands and values from text ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/TextPathReader.h"

#include "store/TextNames.h"
#include "llvm/ADT/StringExtras.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

bool isWordChar(char C) { return llvm::isAlnum(C) || C == '_'; }

bool startsWithDigit(StringRef S) { return !S.empty() && llvm::isDigit(S[0]); }

} // namespace

LocalId TextPathReader::local(StringRef Handle) {
  auto [It, New] = Locals.try_emplace(
      Handle, LocalId(static_cast<uint32_t>(Body.Locals.size())));
  if (New)
    Body.Locals.emplace_back().Name =
        Line.Builder.string(withoutOrdinal(Handle));
  return It->second;
}

bool TextPathReader::unknownReason(UnknownReason &Out) {
  auto Reason = enumOf<UnknownReason>(At.word());
  if (!Reason)
    return At.fail("expected a reason such as 'cast' or 'expression'");
  Out = *Reason;
  return true;
}

bool TextPathReader::ordinal(uint32_t &Out) {
  uint64_t Number = 0;
  if (!At.number(Number, UINT32_MAX - 1, "a number"))
    return false;
  Out = static_cast<uint32_t>(Number);
  return true;
}

bool TextPathReader::version(uint32_t &Out) {
  if (!At.here().starts_with("~"))
    return true;
  At.skip(1);
  uint64_t Number = 0;
  if (!At.number(Number, UINT32_MAX, "a version"))
    return false;
  Out = static_cast<uint32_t>(Number);
  return true;
}

bool TextPathReader::seesPath() {
  StringRef Ahead = At.ahead();
  if (Ahead.empty())
    return false;
  if (StringRef("@%$?").contains(Ahead[0]) || Ahead.starts_with("new#") ||
      Ahead.starts_with("call#"))
    return true;
  return Ahead.take_while(isWordChar) == "return";
}

bool TextPathReader::parameter(uint32_t &Out) {
  if (startsWithDigit(At.here()))
    return ordinal(Out);
  StringRef Name = At.here().take_while(isWordChar);
  const Function &F = Line.Unit.function(Body.Function);
  uint32_t First = F.Flags & FnF_Method ? 1 : 0;
  for (uint32_t I = 0; I < F.ParameterNames.size(); ++I)
    if (!Name.empty() && Line.Unit.str(F.ParameterNames[I]) == Name) {
      At.skip(Name.size());
      Out = First + I;
      return true;
    }
  // In C it may be any parameter's name.
  if (Name == "this") {
    At.skip(Name.size());
    Out = 0;
    return true;
  }
  return At.failExpected("a parameter's number or the name of one that the "
                         "function's own line names");
}

bool TextPathReader::root(PathId &Out) {
  std::string Name;
  uint32_t Number = 0;
  if (At.tryToken("@")) {
    if (!At.name(Name, "a global variable's name"))
      return false;
    Out = Builder.root(PathKind::Global, Line.Entities.variable(Name).Index);
  } else if (At.tryToken("%")) {
    if (!At.name(Name, "a local variable's name"))
      return false;
    Out = Builder.root(PathKind::Local, local(Name).Index);
  } else if (At.tryToken("$")) {
    if (!parameter(Number))
      return false;
    Out = Builder.root(PathKind::Parameter, Number);
  } else if (At.tryToken("new#")) {
    if (!ordinal(Number))
      return false;
    Out = Builder.root(PathKind::Allocation, Number);
  } else if (At.tryToken("call#")) {
    if (!ordinal(Number))
      return false;
    Out = Builder.root(PathKind::Result, Number);
  } else if (At.tryToken("?")) {
    UnknownReason Reason;
    if (!unknownReason(Reason))
      return false;
    Out = Builder.unknown(Reason);
  } else if (At.tryWord("return")) {
    Out = Builder.root(PathKind::Return, 0);
  } else {
    return At.failExpected("a path (@global, %local, $parameter, new#0, "
                           "call#0, return or ?reason)");
  }
  return true;
}

bool TextPathReader::seesDeref() {
  StringRef Here = At.here();
  if (Here.consume_front("~"))
    Here = Here.ltrim("0123456789");
  return Here.starts_with("*");
}

bool TextPathReader::deref(PathId &P) {
  uint32_t Version = 0;
  if (!version(Version) || !At.expect("*"))
    return false;
  P = Builder.deref(P, Version);
  return true;
}

bool TextPathReader::fieldStep(PathId &P) {
  At.skip(1);
  TextCursor::Mark Before = At.mark();
  std::string Name;
  if (!At.name(Name, "a field as 'Record::field'"))
    return false;
  FieldId Field = Line.Entities.field(Name);
  if (!Field) {
    At.rewind(Before);
    return At.failExpected("a field as 'Record::field'");
  }
  P = Builder.field(P, Field);
  return true;
}

bool TextPathReader::element(PathId &P, unsigned Depth) {
  At.skip(1);
  StringRef Ahead = At.ahead();
  if (Ahead.starts_with("?")) {
    At.skip(1);
    P = Builder.elementAny(P);
  } else if (startsWithDigit(Ahead)) {
    uint64_t Index = 0;
    if (!At.number(Index, UINT32_MAX, "an index"))
      return false;
    P = Builder.elementConst(P, static_cast<uint32_t>(Index));
  } else {
    ValueId Index;
    if (!value(Index, Depth + 1))
      return false;
    P = Builder.elementValue(P, Index);
  }
  return At.expect("]");
}

bool TextPathReader::step(PathId &P, unsigned Depth) {
  StringRef Here = At.here();
  if (seesDeref())
    return deref(P);
  return Here.starts_with(".") ? fieldStep(P) : element(P, Depth);
}

bool TextPathReader::steps(PathId &P, unsigned Depth) {
  for (unsigned Length = 0;; ++Length) {
    StringRef Here = At.here();
    if (!seesDeref() && !Here.starts_with(".") && !Here.starts_with("["))
      return true;
    if (Here.starts_with("[["))
      return true;
    if (Length == MaxPathLength)
      return At.fail("a path has at most " + llvm::Twine(MaxPathLength) +
                     " steps");
    if (!step(P, Depth))
      return false;
  }
}

bool TextPathReader::path(PathId &Out, unsigned Depth) {
  return root(Out) && steps(Out, Depth);
}

std::optional<ValueOp> TextPathReader::seesValueOp() {
  StringRef Ahead = At.ahead();
  StringRef Word = Ahead.take_while(isWordChar);
  if (!Ahead.drop_front(Word.size()).starts_with("("))
    return std::nullopt;
  return enumOf<ValueOp>(Word);
}

bool TextPathReader::value(ValueId &Out, unsigned Depth) {
  if (Depth > TextLineReader::MaxDepth)
    return At.fail("values are nested too deeply: give parts a line, "
                   "'value N = …'");
  uint64_t Label = 0;
  TextCursor::Mark Before = At.mark();
  if (At.tryToken("=")) {
    if (!At.number(Label, UINT32_MAX, "a value's number"))
      return false;
    auto It = Values.find(Label);
    if (It == Values.end()) {
      At.rewind(Before);
      return At.fail("no value line before this one has that number");
    }
    Out = It->second;
    return true;
  }
  auto Op = seesValueOp();
  if (!Op)
    return At.failExpected("a value such as 'add(%i, 1)' or '=3'");
  At.word();
  ValueNode Node;
  Node.Op = *Op;
  if (!At.expect("(") || !operand(Node.A, Depth + 1) ||
      (At.tryToken(",") && !operand(Node.B, Depth + 1)) || !At.expect(")"))
    return false;
  Out = Builder.value(Node);
  return true;
}

bool TextPathReader::declareValue() {
  uint64_t Label = 0;
  ValueId Value;
  if (!At.number(Label, UINT32_MAX, "a value's number") || !At.expect("=") ||
      !value(Value, 0))
    return false;
  if (!Values.try_emplace(Label, Value).second)
    return At.fail("value " + llvm::Twine(Label) + " is declared twice");
  return At.atEnd() || At.failExpected("the end of the line");
}

bool TextPathReader::seesOperand() {
  StringRef Ahead = At.ahead();
  if (Ahead.empty() || Line.seesLocation())
    return false;
  if (seesPath() || seesValueOp() || startsWithDigit(Ahead) ||
      StringRef("&=").contains(Ahead[0]))
    return true;
  if (Ahead[0] == '-')
    return startsWithDigit(Ahead.drop_front());
  StringRef Word = Ahead.take_while(isWordChar);
  return Word == "fn" || Word == "object" || Word == "opaque" ||
         Word == "unknown";
}

bool TextPathReader::constant(Operand &Out) {
  bool Negative = At.tryToken("-");
  uint64_t Number = 0;
  if (!At.number(Number, uint64_t(INT32_MAX) + (Negative ? 1 : 0), "a number"))
    return false;
  int64_t Signed = static_cast<int64_t>(Number);
  Out =
      BodyBuilder::constant(static_cast<int32_t>(Negative ? -Signed : Signed));
  return true;
}

bool TextPathReader::operand(Operand &Out, unsigned Depth) {
  std::string Name;
  PathId P;
  if (Depth > TextLineReader::MaxDepth)
    return At.fail("values are nested too deeply");
  StringRef Ahead = At.ahead();
  if (startsWithDigit(Ahead) || Ahead.starts_with("-"))
    return constant(Out);
  if (Ahead.starts_with("=") || seesValueOp()) {
    ValueId Value;
    if (!value(Value, Depth))
      return false;
    Out = BodyBuilder::computed(Value);
    return true;
  }
  if (At.tryWord("opaque")) {
    Out = BodyBuilder::opaque();
    return true;
  }
  if (At.tryWord("unknown")) {
    UnknownReason Reason = UnknownReason::None;
    if (At.tryToken("(") && (!unknownReason(Reason) || !At.expect(")")))
      return false;
    Out = BodyBuilder::unknownValue(Reason);
    return true;
  }
  if (At.tryWord("fn")) {
    if (!At.name(Name, "a function's name"))
      return false;
    Out = BodyBuilder::function(Line.Entities.function(Name));
    return true;
  }
  OperandKind Kind = At.tryToken("&")       ? OperandKind::Address
                     : At.tryWord("object") ? OperandKind::Object
                                            : OperandKind::Load;
  if (!seesPath())
    return At.failExpected("an operand: a path, &path, object path, a number, "
                           "fn name, a value, opaque or unknown");
  if (!path(P, Depth))
    return false;
  Out = {Kind, 0, P.Index};
  return version(Out.Version);
}

bool TextPathReader::operands(std::vector<Operand> &Out) {
  do {
    if (!operand(Out.emplace_back()))
      return false;
  } while (At.tryToken(","));
  return !At.failed();
}

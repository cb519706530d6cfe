//===-- EffectReader.cpp - The effects of a function row ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Checks each effect against its term in the vocabulary.
//
//===----------------------------------------------------------------------===//

#include "models/EffectReader.h"
#include "models/Vocabulary.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace fearless::models {

bool readBool(const Node &N, llvm::StringRef Key, Problems &Found) {
  if (N.Kind != Node::Scalar || (N.Text != "true" && N.Text != "false"))
    Found.add(N, "'" + Key + "' is true or false");
  return N.Text == "true";
}

static int64_t readInteger(const Node &N, llvm::StringRef Key,
                           Problems &Found) {
  int64_t Value = 0;
  if (N.Kind != Node::Scalar || N.Text.getAsInteger(0, Value))
    Found.add(N, "'" + Key + "' is an integer");
  return Value;
}

static bool parseIndex(llvm::StringRef Text, unsigned &Index) {
  // No function of interest has more; a larger number is a slip.
  return !Text.getAsInteger(10, Index) && Index < 64;
}

static std::optional<Selector> parseSelector(llvm::StringRef Text) {
  Selector S;
  S.Pointee = Text.consume_front("*");
  if (Text == "this")
    return S;
  if (Text == "result") {
    S.Kind = SelectorKind::Result;
    return S;
  }
  bool Rest = !S.Pointee && Text.consume_back("...");
  S.Kind = Rest ? SelectorKind::Rest : SelectorKind::Argument;
  if (!parseIndex(Text, S.Index))
    return std::nullopt;
  return S;
}

static Selector readSelector(const Node &N, Problems &Found) {
  std::optional<Selector> S;
  if (N.Kind == Node::Scalar)
    S = parseSelector(N.Text);
  if (!S)
    Found.add(N, "'" + N.Text +
                     "' selects nothing; write this, result, the number of an "
                     "argument (from 0), 1... for all from there on, or *0 for "
                     "what it points to");
  return S.value_or(Selector());
}

static std::vector<Selector> readOperands(const Node &N, const EffectTerm &Term,
                                          Problems &Found) {
  std::vector<Selector> Operands;
  llvm::ArrayRef<Node> List = N;
  if (N.Kind == Node::Sequence)
    List = N.Items;
  for (const Node &Item : List)
    Operands.push_back(readSelector(Item, Found));
  unsigned Min = Term.MinOperands, Max = Term.MaxOperands;
  if (Operands.size() < Min)
    Found.add(N, "'" + Term.Key + "' takes " + llvm::Twine(Min) +
                     (Min == Max ? "" : " or more") +
                     (Min == 1 ? " operand" : " operands"));
  if (Operands.size() > Max)
    Found.add(N, "'" + Term.Key + "' takes " + llvm::Twine(Max) +
                     (Min == Max ? "" : " at most") +
                     (Max == 1 ? " operand" : " operands"));
  return Operands;
}

static std::string readBlockingWord(const Node &N, Problems &Found) {
  llvm::StringRef Word = readText(N, "what it blocks on", Found);
  if (!Word.empty() && !llvm::is_contained(blockingWords(), Word))
    Found.add(N,
              "'" + Word + "' is none of " + llvm::join(blockingWords(), ", "));
  return Word.str();
}

static ResultTest readWhen(const Node &N, Problems &Found) {
  if (N.Text == "nonzero")
    return ResultTest::True;
  if (N.Text == "zero")
    return ResultTest::Zero;
  if (N.Text == "minus-one")
    return ResultTest::MinusOne;
  Found.add(N, "'when' is nonzero, zero or minus-one: the result that says the "
               "effect took place");
  return ResultTest::Always;
}

/// "0 == 2", "1 != 0"
static std::optional<ArgumentTest> parseGiven(llvm::StringRef Text) {
  ArgumentTest Test;
  Test.Equal = Text.contains("==");
  auto [Left, Right] = Text.split(Test.Equal ? "==" : "!=");
  if (!parseIndex(Left.trim(), Test.Index) ||
      Right.trim().getAsInteger(0, Test.Value))
    return std::nullopt;
  return Test;
}

static std::optional<ArgumentTest> readGiven(const Node &N, Problems &Found) {
  std::optional<ArgumentTest> Test = parseGiven(N.Text);
  if (!Test)
    Found.add(N, "'given' compares an argument with a number: \"0 == 2\"");
  return Test;
}

static unsigned readOrder(const Node &N, Problems &Found) {
  unsigned Index = 0;
  if (!parseIndex(N.Text, Index))
    Found.add(N, "'order' is the number of the argument that is the memory "
                 "order");
  return Index;
}

static void applyModifier(Modifier Bit, const Node &Value, Effect &E,
                          Problems &Found) {
  switch (Bit) {
  case MD_None:
    return;
  case MD_On:
    E.On = readSelector(Value, Found);
    return;
  case MD_When:
    E.When = readWhen(Value, Found);
    return;
  case MD_Shared:
    E.Shared = readBool(Value, "shared", Found);
    return;
  case MD_Exclusive:
    E.Exclusive = readBool(Value, "exclusive", Found);
    return;
  case MD_Timed:
    E.Timed = readBool(Value, "timed", Found);
    return;
  case MD_Value:
    E.Value = readInteger(Value, "value", Found);
    return;
  case MD_Order:
    E.Order = readOrder(Value, Found);
    return;
  case MD_PassesToken:
    E.PassesToken = readBool(Value, "passes-token", Found);
    return;
  case MD_Many:
    E.Many = readBool(Value, "many", Found);
    return;
  case MD_Given:
    E.Given = readGiven(Value, Found);
    return;
  case MD_OftenSafe:
    E.OftenSafe = readBool(Value, "often-safe", Found);
    return;
  case MD_Instead:
    E.Instead = readText(Value, "what to use instead", Found).str();
    return;
  }
}

static Effect readEffect(const EffectTerm &Term, const Node &Value,
                         Problems &Found) {
  Effect E;
  E.Kind = Term.Kind;
  E.When = Term.When;
  switch (Term.Value) {
  case EffectValue::Operands:
    E.Operands = readOperands(Value, Term, Found);
    break;
  case EffectValue::Object:
    E.On = readSelector(Value, Found);
    break;
  case EffectValue::Flag:
    if (!readBool(Value, Term.Key, Found))
      Found.add(Value, "'" + Term.Key + ": false' says nothing; leave it out");
    break;
  case EffectValue::Word:
    E.Text = readBlockingWord(Value, Found);
    break;
  case EffectValue::Name:
    E.Text = readText(Value, "the name of the state", Found).str();
    break;
  }
  return E;
}

/// Gives the modifiers of one mapping to its effects.
static void applyModifiers(Row &R, llvm::MutableArrayRef<Effect> Effects,
                           Problems &Found) {
  for (const ModifierTerm &M : modifierTerms()) {
    const Node *Value = R.take(M.Key);
    if (!Value)
      continue;
    bool Understood = false;
    for (Effect &E : Effects) {
      if (M.Bit != MD_Given && !(term(E.Kind).Modifiers & M.Bit))
        continue;
      // A wrong value is reported once, not once per effect.
      Problems Repeated({}, {});
      applyModifier(M.Bit, *Value, E, Understood ? Repeated : Found);
      Understood = true;
    }
    if (!Understood && !Effects.empty())
      Found.add(*Value, "no effect here understands '" + M.Key + "'");
  }
}

static void readOwnEffects(Row &R, std::vector<Effect> &Effects,
                           Problems &Found) {
  size_t First = Effects.size();
  for (const Node::Entry &E : R.entries())
    if (const EffectTerm *Term = findEffect(E.Key.Text))
      Effects.push_back(readEffect(*Term, E.Value, Found));
  for (const EffectTerm &Term : effectTerms())
    R.take(Term.Key); // So that finish() knows them all.
  applyModifiers(R, llvm::MutableArrayRef(Effects).drop_front(First), Found);
}

std::vector<Effect> readEffects(Row &R, Problems &Found) {
  std::vector<Effect> Effects;
  readOwnEffects(R, Effects, Found);
  if (const Node *List = R.take("effects")) {
    if (List->Kind != Node::Sequence)
      Found.add(*List, "'effects' is a list, each item an effect with its "
                       "modifiers");
    for (const Node &Item : List->Items) {
      Row One(Item, Found, "an effect");
      readOwnEffects(One, Effects, Found);
      One.finish();
    }
  }
  if (Effects.empty() && R.node().Kind == Node::Mapping)
    Found.add(R.node(), "this row has no effect; write 'no-effect: true' where "
                        "that is meant");
  bool SaysNothing = llvm::any_of(
      Effects, [](const Effect &E) { return E.Kind == EffectKind::NoEffect; });
  if (SaysNothing && Effects.size() > 1)
    Found.add(R.node(), "'no-effect' stands beside an effect");
  return Effects;
}

} // namespace fearless::models

//===-- KnownKeys.cpp - Keys that a map is known to have ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/KnownKeys.h"

#include "llvm/ADT/BitVector.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using facts::ValueOp;
using models::Effect;
using models::EffectKind;

static const Effect *effect(const CallSite &Site, EffectKind K) {
  if (Site.Model)
    for (const Effect &E : Site.Model->Effects)
      if (E.Kind == K)
        return &E;
  return nullptr;
}

namespace {

class KeySearch {
public:
  KeySearch(const link::Program &Program, const CallGraph &Graph,
            BodyView &View, Path Container, Value Key)
      : View(View), Facts(View.facts()), Key(Key) {
    const facts::TranslationUnit &Unit =
        Program.unit(Program.body(View.body()).Unit);
    for (const CallSite &S : Graph.sites(View.body())) {
      const Fact &F = View.fact(S.Fact);
      if (!effect(S, EffectKind::Reads) || effect(S, EffectKind::Writes) ||
          !F.Callee || !F.Path)
        continue;
      facts::TypeId T = Unit.function(F.Callee).Result;
      if (!T || (Unit.type(T).Kind != facts::TypeKind::Bool &&
                 Unit.type(T).Kind != facts::TypeKind::Integer))
        continue;
      auto Arguments = View.arguments(F);
      if (Arguments.size() == 2 && Arguments[0] == Value::address(Container) &&
          Arguments[1] == Key)
        Answers.push_back(View.path(F.Path));
    }
  }

  /// Is a query answered with yes on every way to \p At, and the key not set
  /// since?
  bool surelyAsked(uint32_t At) const {
    if (Answers.empty())
      return false;
    uint32_t Goal = ~0u;
    llvm::BitVector Seen(Facts.Blocks.size());
    std::vector<uint32_t> Work{0};
    Seen.set(0);
    std::vector<uint32_t> After; // Blocks that set the key before they end.
    for (uint32_t B = 0; B < Facts.Blocks.size(); ++B) {
      const facts::Block &Block = Facts.Blocks[B];
      uint32_t End = Block.FirstFact + Block.FactCount;
      if (At >= Block.FirstFact && At < End)
        Goal = B;
      for (uint32_t F = Block.FirstFact; F < End; ++F)
        if (setsKey(Facts.Facts[F])) {
          if (Goal == B && F < At)
            return false;
          After.push_back(B);
        }
    }
    if (Goal == 0 || Goal == ~0u)
      return false;
    auto Follow = [&](uint32_t B) {
      for (uint32_t Next : unanswered(B))
        if (!Seen.test(Next)) {
          Seen.set(Next);
          Work.push_back(Next);
        }
    };
    for (uint32_t B : After)
      Follow(B);
    while (!Work.empty()) {
      uint32_t B = Work.back();
      Work.pop_back();
      Follow(B);
    }
    return !Seen.test(Goal);
  }

private:
  bool setsKey(const Fact &F) const {
    if (F.Kind != FactKind::Assign && F.Kind != FactKind::Write &&
        F.Kind != FactKind::Construct && F.Kind != FactKind::Call)
      return false;
    return F.Path && Key.hasPath() && View.path(F.Path) == Key.path();
  }

  /// What \p O being true, or (\p When) false, says of the answer that it is
  /// about: whether that is yes. None if it is about none.
  std::optional<bool> answer(const facts::Operand &O, bool When,
                             unsigned Depth = 0) const {
    if (O.Kind == OperandKind::Load) {
      if (llvm::is_contained(Answers, View.path(O.path())))
        return When;
      return std::nullopt;
    }
    if (O.Kind != OperandKind::Value || Depth > 4)
      return std::nullopt;
    const facts::ValueNode &N = Facts.Values[O.Number];
    auto IsZero = [](const facts::Operand &X) {
      return X.Kind == OperandKind::Constant && X.constant() == 0;
    };
    switch (N.Op) {
    case ValueOp::Not:
      return answer(N.A, !When, Depth + 1);
    case ValueOp::Equal:
      return IsZero(N.B) ? answer(N.A, !When, Depth + 1) : std::nullopt;
    case ValueOp::NotEqual:
      return IsZero(N.B) ? answer(N.A, When, Depth + 1) : std::nullopt;
    case ValueOp::Less:
      return IsZero(N.A) ? answer(N.B, When, Depth + 1) : std::nullopt;
    default:
      return std::nullopt;
    }
  }

  /// The successors of \p B but for those that only a yes leads to.
  llvm::SmallVector<uint32_t, 2> unanswered(uint32_t B) const {
    const facts::Block &Block = Facts.Blocks[B];
    llvm::SmallVector<uint32_t, 2> Result;
    const Fact *Last = Block.FactCount
                           ? &Facts.Facts[Block.FirstFact + Block.FactCount - 1]
                           : nullptr;
    bool Asks =
        Last && Last->Kind == FactKind::Assume && Block.Successors.size() == 2;
    for (size_t I = 0; I < Block.Successors.size(); ++I)
      if (!Asks || answer(Facts.operands(*Last)[0], I == 0) != true)
        Result.push_back(Block.Successors[I].Index);
    return Result;
  }

  BodyView &View;
  const facts::FunctionBody &Facts;
  Value Key;
  std::vector<Path> Answers; ///< Results of queries.
};

} // namespace

bool analysis::findsItsKey(const link::Program &Program, const CallGraph &Graph,
                           BodyView &View, const CallSite &Site) {
  const Effect *Element = effect(Site, EffectKind::ReturnsElement);
  if (!Element || Element->Operands.size() != 2 ||
      !effect(Site, EffectKind::Writes))
    return false;
  const Fact &F = View.fact(Site.Fact);
  Path Container = View.location(F, Element->Operands[0]);
  auto Key = View.values(F, Element->Operands[1]);
  if (Key.size() != 1 || Key[0].Kind == OperandKind::Unknown)
    return false;
  return KeySearch(Program, Graph, View, Container, Key[0])
      .surelyAsked(Site.Fact);
}

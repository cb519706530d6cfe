//===-- ThreadNumbers.cpp - What only one of many threads does ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ThreadNumbers.h"

#include "analysis/BodyView.h"
#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::ValueOp;

bool ThreadNumbers::isNumbered(RootId R) const {
  const Root &Of = Roots.root(R);
  return Of.What == Root::Thread && Of.Entries.size() == 1;
}

bool ThreadNumbers::differ(RootId R, const Only &O) {
  auto [It, New] = Different.try_emplace({R, O}, false);
  if (New)
    It->second = findDifferent(R, O);
  return It->second;
}

bool ThreadNumbers::oneThread(RootId R, Site A, Site B) {
  if (!isNumbered(R))
    return false;
  auto X = at(R, A);
  return X && X == at(R, B) && differ(R, *X);
}

bool ThreadNumbers::numbersThreads(RootId R, BodyId B, Value V) {
  if (!isNumbered(R) || !Roots.root(R).Many)
    return false;
  const Ways &All = ways(R);
  auto It = All.find(B);
  if (It == All.end())
    return false;
  Value Number = ofEntry(V, It->second);
  return Number.Kind == OperandKind::Load && differ(R, {Number, 0});
}

std::optional<int32_t> ThreadNumbers::onlyNumber(RootId R, Site S) {
  if (!isNumbered(R))
    return std::nullopt;
  auto Only = at(R, S);
  return Only ? std::optional(Only->Is) : std::nullopt;
}

// Where the number is known --------------------------------------------------

namespace {

/// Blocks that run although a value is not a certain constant.
class Without {
public:
  Without(const facts::FunctionBody &Body, const Operand &Of, int32_t Is)
      : Body(Body), Of(Of), Is(Is) {}

  llvm::BitVector blocks() const {
    return reachableBlocks(Body, [&](const facts::Block &Block, size_t Number) {
      return taken(Block, Number);
    });
  }

private:
  bool taken(const facts::Block &Block, size_t Successor) const {
    if (!Block.FactCount)
      return true;
    const Fact &Last = Body.facts(Block).back();
    auto Operands = Body.operands(Last);
    if (Last.Kind == FactKind::Assume) {
      auto T = truth(Operands[0]);
      return !T || *T == (Successor == 0);
    }
    bool Case = Last.Kind == FactKind::Switch && Operands[0] == Of &&
                Successor + 1 < Operands.size();
    return !Case || Operands[Successor + 1].Kind != OperandKind::Constant ||
           Operands[Successor + 1].constant() != Is;
  }

  std::optional<bool> truth(const Operand &O) const {
    if (O == Of)
      return Is == 0 ? std::optional<bool>(true) : std::nullopt;
    if (O.Kind != OperandKind::Value)
      return std::nullopt;
    const facts::ValueNode &N = Body.Values[O.Number];
    if (N.Op == ValueOp::Not) {
      auto T = truth(N.A);
      return T ? std::optional<bool>(!*T) : T;
    }
    bool Asks =
        N.A == Of && N.B.Kind == OperandKind::Constant && N.B.constant() == Is;
    if (Asks && (N.Op == ValueOp::Equal || N.Op == ValueOp::NotEqual))
      return N.Op == ValueOp::NotEqual;
    return std::nullopt;
  }

  const facts::FunctionBody &Body;
  Operand Of;
  int32_t Is;
};

} // namespace

/// Of one function, at most.
static constexpr size_t MaxComparisons = 32;

/// The values that branches of \p Body compare with a constant.
static std::vector<std::pair<Operand, int32_t>>
comparisons(const facts::FunctionBody &Body) {
  std::vector<std::pair<Operand, int32_t>> All;
  auto Add = [&](const Operand &O, int32_t Is) {
    if (O.Kind != OperandKind::Load || All.size() >= MaxComparisons ||
        Body.path(Body.root(O.path())).Kind != PathKind::Parameter)
      return;
    if (!llvm::is_contained(All, std::pair(O, Is)))
      All.push_back({O, Is});
  };
  for (const Fact &F : Body.Facts) {
    auto Operands = Body.operands(F);
    if (F.Kind == FactKind::Switch) {
      for (const Operand &Case : Operands.subspan(1))
        if (Case.Kind == OperandKind::Constant)
          Add(Operands[0], Case.constant());
    } else if (F.Kind == FactKind::Assume) {
      Operand O = Operands[0];
      while (O.Kind == OperandKind::Value &&
             Body.Values[O.Number].Op == ValueOp::Not)
        O = Body.Values[O.Number].A;
      if (O.Kind == OperandKind::Load)
        Add(O, 0);
      else if (O.Kind == OperandKind::Value &&
               Body.Values[O.Number].B.Kind == OperandKind::Constant)
        Add(Body.Values[O.Number].A, Body.Values[O.Number].B.constant());
    }
  }
  return All;
}

/// For each fact its block.
static std::vector<uint32_t> blocksOf(const facts::FunctionBody &Body) {
  std::vector<uint32_t> Result(Body.Facts.size());
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
    for (uint32_t I = 0; I < Body.Blocks[B].FactCount; ++I)
      Result[Body.Blocks[B].FirstFact + I] = B;
  return Result;
}

/// What is known of the number in a function that is entered as \p E says, and
/// the blocks that run also where it is not so. The function may ask more
/// questions than are looked at.
std::vector<ThreadNumbers::Asked> ThreadNumbers::asked(BodyId B,
                                                       const Entered &E) const {
  std::vector<Asked> Result;
  const facts::FunctionBody &Body = Program.facts(B);
  auto All = comparisons(Body);
  if (All.empty())
    return Result;
  BodyView View(Program, Paths, Graph, Summaries, B);
  for (const auto &[Of, Is] : All) {
    Value V = View.value(Of);
    if (V.Kind != OperandKind::Load || V.Version != 0)
      continue;
    Value Number = ofEntry(V, E);
    if (Number.Kind == OperandKind::Load)
      Result.push_back({{Number, Is}, Without(Body, Of, Is).blocks()});
  }
  return Result;
}

std::optional<ThreadNumbers::Only> ThreadNumbers::at(RootId R, Site S) {
  const Ways &All = ways(R);
  auto It = All.find(S.Body);
  if (It == All.end())
    return std::nullopt;
  if (It->second.When)
    return It->second.When;
  uint32_t Block = blockOf(Program.facts(S.Body), S.Fact);
  for (const Asked &Q : asked(S.Body, It->second))
    if (!Q.Otherwise.test(Block))
      return Q.What;
  return std::nullopt;
}

/// \p V, of a function that is entered as \p E says, in terms of the thread's
/// entry. Unknown if that did not give it.
Value ThreadNumbers::ofEntry(Value V, const Entered &E) const {
  if (!V.hasPath() || !Paths.isRoot(V.path(), PathKind::Parameter))
    return Value::unknown();
  Value Given = substitute(Paths, V, {E.Arguments, Path()});
  return Given.hasPath() && Paths.known(Given.path()) ? Given
                                                      : Value::unknown();
}

void ThreadNumbers::Entered::trim() {
  while (!Arguments.empty() && Arguments.back().Kind == OperandKind::Unknown)
    Arguments.pop_back();
}

/// Another way into \p B: what all ways say is left.
void ThreadNumbers::enter(BodyId B, Entered E, Ways &All,
                          std::vector<BodyId> &Work) const {
  auto [It, New] = All.try_emplace(B, E);
  if (!New) {
    Entered Met = It->second;
    Met.Arguments.resize(std::min(Met.Arguments.size(), E.Arguments.size()));
    for (size_t I = 0; I < Met.Arguments.size(); ++I)
      if (!(Met.Arguments[I] == E.Arguments[I]))
        Met.Arguments[I] = Value::unknown();
    Met.trim();
    if (Met.When != E.When)
      Met.When.reset();
    if (Met == It->second)
      return;
    It->second = std::move(Met);
  }
  Work.push_back(B);
}

/// How \p R enters each function. Every entry changes a bounded number of
/// times: an argument becomes unknown, the condition goes.
const ThreadNumbers::Ways &ThreadNumbers::ways(RootId R) {
  auto [Of, New] = Known.try_emplace(R);
  Ways &All = Of->second;
  if (!New)
    return All;
  std::vector<BodyId> Work;
  BodyId Entry = Roots.root(R).Entries[0];
  Entered Start;
  for (size_t I = 0; I < Roots.root(R).Point->Arguments[0].size(); ++I)
    Start.Arguments.push_back(Value::load(Paths.root(PathKind::Parameter, I)));
  enter(Entry, std::move(Start), All, Work);
  while (!Work.empty()) {
    BodyId B = Work.back();
    Work.pop_back();
    const Entered Here = All[B];
    auto Follow = [&](const CallSite &S, llvm::ArrayRef<BodyId> Targets,
                      const Entered &Next) {
      for (BodyId To : Targets)
        if (Roots.context(To, R) && !Roots.doomed({B, S.Fact}))
          enter(To, Next, All, Work);
    };
    auto FollowCallables = [&](const CallSite &S, const Entered &Next) {
      for (const Invocation &I : S.Invocations)
        if (I.Kind != Invocation::Thread)
          Follow(S, I.Targets, Next);
    };
    if (Here.knowsNothing()) { // Nor does who is called from here.
      for (const CallSite &S : Graph.sites(B)) {
        FollowCallables(S, Here);
        Follow(S, S.Targets.Bodies, Here);
      }
      continue;
    }
    Program.trim();
    BodyView View(Program, Paths, Graph, Summaries, B);
    std::vector<Asked> Questions;
    std::vector<uint32_t> Blocks;
    if (!Here.When)
      Questions = asked(B, Here);
    if (!Questions.empty())
      Blocks = blocksOf(View.facts());
    for (const CallSite &S : Graph.sites(B)) {
      if (S.Targets.Bodies.empty() && S.Invocations.empty())
        continue;
      Entered Next;
      Next.When = Here.When;
      for (const Asked &Q : Questions)
        if (!Next.When && !Q.Otherwise.test(Blocks[S.Fact]))
          Next.When = Q.What;
      FollowCallables(S, Next);
      for (Value V : View.arguments(View.fact(S.Fact)))
        Next.Arguments.push_back(ofEntry(V, Here));
      Next.trim();
      Follow(S, S.Targets.Bodies, Next);
    }
  }
  return All;
}

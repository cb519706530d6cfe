//===-- ForkedChildren.cpp - What only runs in a child process ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ForkedChildren.h"

#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::ValueOp;

/// Callers of callers that are asked.
static constexpr unsigned MaxDepth = 8;

namespace {

/// The flow of a body if a value is this constant.
class Supposing {
public:
  Supposing(const facts::FunctionBody &Body, llvm::ArrayRef<Operand> Is,
            int64_t Constant)
      : Body(Body), Is(Is), Constant(Constant) {}

  llvm::BitVector blocks() const {
    return reachableBlocks(Body, [&](const facts::Block &Block, size_t Number) {
      return takes(Block, Number);
    });
  }

private:
  bool takes(const facts::Block &Block, size_t Number) const {
    if (!Block.FactCount)
      return true;
    const Fact &Last = Body.facts(Block).back();
    auto Operands = Body.operands(Last);
    if (Last.Kind == FactKind::Assume) {
      auto V = valueOf(Operands[0]);
      return !V || (*V != 0) == (Number == 0);
    }
    auto V =
        Last.Kind == FactKind::Switch ? valueOf(Operands[0]) : std::nullopt;
    if (!V)
      return true;
    auto IsCase = [&](const Operand &Case) {
      return Case.Kind == OperandKind::Constant && Case.constant() == *V;
    };
    if (Number + 1 >= Operands.size()) // The default.
      return llvm::none_of(Operands.subspan(1), IsCase);
    const Operand &Case = Operands[Number + 1];
    return Case.Kind != OperandKind::Constant || IsCase(Case);
  }

  std::optional<int64_t> valueOf(const Operand &O) const {
    if (llvm::is_contained(Is, O))
      return Constant;
    if (O.Kind == OperandKind::Constant)
      return O.constant();
    if (O.Kind != OperandKind::Value)
      return std::nullopt;
    const facts::ValueNode &N = Body.Values[O.Number];
    auto A = valueOf(N.A);
    if (N.Op == ValueOp::Not)
      return A ? std::optional<int64_t>(!*A) : A;
    auto B = valueOf(N.B);
    if (!A || !B)
      return std::nullopt;
    switch (N.Op) {
    case ValueOp::Equal:
      return *A == *B;
    case ValueOp::NotEqual:
      return *A != *B;
    case ValueOp::Less:
      return *A < *B;
    case ValueOp::LessEqual:
      return *A <= *B;
    default:
      return std::nullopt;
    }
  }

  const facts::FunctionBody &Body;
  llvm::ArrayRef<Operand> Is;
  int64_t Constant;
};

} // namespace

/// The operands that are what the call with this ordinal has returned, also
/// where a variable holds it.
static std::vector<Operand> resultsOf(const facts::FunctionBody &Body,
                                      uint32_t Ordinal) {
  auto IsResult = [&](const Operand &O) {
    if (O.Kind != OperandKind::Load)
      return false;
    const facts::PathNode &P = Body.path(O.path());
    return P.Kind == facts::PathKind::Result && P.Number == Ordinal;
  };
  std::vector<Operand> Result;
  for (const Operand &O : Body.Operands)
    if (IsResult(O) && !llvm::is_contained(Result, O))
      Result.push_back(O);
  for (const facts::ValueNode &N : Body.Values)
    if (IsResult(N.A) && !llvm::is_contained(Result, N.A))
      Result.push_back(N.A);
  for (const Fact &F : Body.Facts)
    if (F.Kind == FactKind::Assign && IsResult(Body.operands(F)[0]))
      Result.push_back({OperandKind::Load, F.Detail, F.Path.Index});
  return Result;
}

bool ForkedChildren::forks(const CallSite &S) const {
  if (S.Model)
    return S.has({models::EffectKind::Forks});
  return llvm::any_of(S.Targets.Bodies,
                      [&](BodyId B) { return Wrappers.lookup(B); });
}

/// Finds what in \p B only a child gets to. Whether the function returns what a
/// fork has returned, and was not known to.
bool ForkedChildren::addForks(BodyId B) {
  bool New = false;
  for (const CallSite &S : Graph.sites(B)) {
    if (!forks(S))
      continue;
    const facts::FunctionBody &Body = Program.facts(B);
    std::vector<Operand> Results = resultsOf(Body, Body.Facts[S.Fact].Detail);
    llvm::BitVector Parent = Supposing(Body, Results, 1).blocks();
    Parent |= Supposing(Body, Results, -1).blocks();
    llvm::BitVector &Child = Facts[B];
    Child.resize(Body.Facts.size());
    for (uint32_t N = 0; N < Body.Blocks.size(); ++N)
      if (!Parent.test(N) && Body.Blocks[N].FactCount)
        Child.set(Body.Blocks[N].FirstFact,
                  Body.Blocks[N].FirstFact + Body.Blocks[N].FactCount);
    for (const Fact &F : Body.Facts)
      if (F.Kind == FactKind::Return && F.OperandCount &&
          llvm::is_contained(Results, Body.operands(F)[0]))
        New |= Wrappers.try_emplace(B, true).second;
  }
  return New;
}

ForkedChildren::ForkedChildren(const link::Program &Program,
                               const CallGraph &Graph)
    : Program(Program), Graph(Graph) {
  // Callees first: who returns what a fork returned is known to its callers.
  for (uint32_t C = 0; C < Graph.componentCount(); ++C)
    for (BodyId B : Graph.component(C)) {
      Program.trim();
      addForks(B);
    }
}

bool ForkedChildren::inChild(Site S) const {
  auto It = Facts.find(S.Body);
  return It != Facts.end() && It->second.test(S.Fact);
}

bool ForkedChildren::onlyInChild(BodyId B, unsigned Depth) const {
  llvm::ArrayRef<CallGraph::Caller> Callers = Graph.callers(B);
  return Depth < MaxDepth && !Callers.empty() &&
         llvm::all_of(Callers, [&](const CallGraph::Caller &C) {
           return inChild({C.Body, C.Fact}) || onlyInChild(C.Body, Depth + 1);
         });
}

bool ForkedChildren::contains(Site S) const {
  return !Facts.empty() && (inChild(S) || onlyInChild(S.Body, 0));
}

//===-- LoopRange.cpp - Which numbers a counting loop passes --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LoopRange.h"
#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::FunctionBody;
using facts::Operand;
using facts::OperandKind;
using facts::ValueOp;

static bool isConstant(const Operand &O) {
  return O.Kind == OperandKind::Constant;
}

static const facts::ValueNode *computed(const FunctionBody &Body,
                                        const Operand &O) {
  return O.Kind == OperandKind::Value ? &Body.Values[O.value().Index] : nullptr;
}

/// Finds where the loop ends: the one comparison at its head.
static bool findEnd(const FunctionBody &Body, const facts::Block &Head,
                    facts::PathId &Counter, LoopRange &Range) {
  for (const Fact &F : Body.facts(Head)) {
    if (F.Kind != FactKind::Assume)
      continue;
    const facts::ValueNode *N = computed(Body, Body.operands(F)[0]);
    if (!N || N->A.Kind != OperandKind::Load ||
        (N->Op != ValueOp::Less && N->Op != ValueOp::LessEqual &&
         N->Op != ValueOp::NotEqual))
      return false;
    Counter = N->A.path();
    Range.End = N->Op == ValueOp::LessEqual;
    Operand Bound = N->B;
    if (const facts::ValueNode *Sum = computed(Body, Bound);
        Sum && isConstant(Sum->B) &&
        (Sum->Op == ValueOp::Add || Sum->Op == ValueOp::Subtract)) {
      Range.End += Sum->Op == ValueOp::Add ? Sum->B.constant()
                                           : -Sum->B.constant();
      Bound = Sum->A;
    }
    Range.Constant = isConstant(Bound);
    if (Range.Constant)
      Range.End += Bound.constant();
    return true;
  }
  return false;
}

std::optional<LoopRange> analysis::rangeOf(const FunctionBody &Body,
                                           const FlowOrder &Flow,
                                           uint32_t Head) {
  LoopRange Range;
  facts::PathId Counter;
  if (!findEnd(Body, Body.Blocks[Head], Counter, Range))
    return std::nullopt;
  std::vector<uint32_t> Blocks = Flow.loopBlocks(Head);
  bool Starts = false, Steps = false;
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B) {
    bool Inside = llvm::is_contained(Blocks, B);
    for (const Fact &F : Body.facts(Body.Blocks[B])) {
      if (F.Kind != FactKind::Assign || F.Path != Counter)
        continue;
      const Operand &What = Body.operands(F)[0];
      if (!Inside) { // The last one before the loop, as blocks go.
        if (B > Head)
          continue;
        Starts = isConstant(What);
        Range.Start = Starts ? What.constant() : 0;
        continue;
      }
      const facts::ValueNode *N = computed(Body, What);
      if (Steps || !N || N->Op != ValueOp::Add || !isConstant(N->B) ||
          N->A.Kind != OperandKind::Load || N->A.path() != Counter ||
          N->B.constant() <= 0)
        return std::nullopt;
      Steps = true;
      Range.Step = N->B.constant();
    }
  }
  if (!Starts || !Steps)
    return std::nullopt;
  return Range;
}

bool analysis::isPart(const LoopRange &Part, const LoopRange &Whole) {
  bool Comparable = Part.Constant == Whole.Constant;
  return Part.Step == Whole.Step && Part != Whole &&
         Whole.Start <= Part.Start &&
         (Comparable ? Part.End <= Whole.End : Whole.Start < Part.Start);
}

std::vector<LoopRange>
analysis::findStartingLoops(const link::Program &Program,
                            const CallGraph &Graph) {
  std::vector<LoopRange> Result;
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    std::optional<FlowOrder> Flow;
    for (const CallSite &S : Graph.sites(BodyId(B))) {
      if (llvm::none_of(S.Invocations, [](const Invocation &I) {
            return I.Kind == Invocation::Thread;
          }))
        continue;
      const FunctionBody &Body = Program.facts(BodyId(B));
      if (!Flow)
        Flow.emplace(Body);
      if (auto Head = Flow->innermostLoop(blockOf(Body, S.Fact)))
        if (auto Range = rangeOf(Body, *Flow, *Head))
          support::insertSorted(Result, *Range);
    }
  }
  return Result;
}

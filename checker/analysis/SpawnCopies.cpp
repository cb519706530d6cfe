//===-- SpawnCopies.cpp - What a thread gets a copy of --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/SpawnCopies.h"

#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;

/// Is \p O an argument for a parameter `Arg &&` of a template? Such a function
/// copies what it passes on.
static bool isForwarded(const link::Program &Program, BodyView &View,
                        uint32_t Fact, const facts::Operand &O) {
  const facts::Fact &F = View.fact(Fact);
  if (!F.Callee ||
      !Program
           .function(Program.symbol(Program.body(View.body()).Unit, F.Callee))
           .has(facts::FnF_Template))
    return false;
  auto Operands = View.facts().operands(F);
  auto It = llvm::find(Operands, O);
  if (It == Operands.end())
    return false;
  facts::TypeKind K =
      parameterKind(Program, View.body(), F, It - Operands.begin());
  return K == facts::TypeKind::Reference ||
         K == facts::TypeKind::RvalueReference;
}

bool analysis::getsCopy(const link::Program &Program, BodyView &View,
                        const SpawnPoint &P, size_t Target, unsigned Parameter,
                        Path Passed) {
  const Invocation &I = *P.Callable;
  // The callable comes first where it is an object.
  size_t Before = P.Arguments[Target].size() - I.Arguments.size();
  if (Parameter < Before)
    return Parameter == 0 && I.CallableIsObject &&
           View.value(I.Callable) == Value::address(Passed);
  const facts::Operand &O = I.Arguments[Parameter - Before];
  return View.value(O) == Value::address(Passed) &&
         isForwarded(Program, View, P.Fact, O);
}

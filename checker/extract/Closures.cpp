//===-- Closures.cpp - Lambda-expressions ---------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Evaluator.h"

using namespace clang;

namespace fearless::extract {

using facts::BodyBuilder;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::PathId;
using facts::PathKind;

void Evaluator::emitClosure(const LambdaExpr *E) {
  if (!EmittedClosures.insert(E).second)
    return;
  PathId Closure = destination(E);
  const FunctionDecl *Call = E->getCallOperator();
  // A generic lambda's operator is a template: its one instance is meant. Of
  // several, the record's methods tell.
  if (const FunctionTemplateDecl *Generic =
          Call->getDescribedFunctionTemplate()) {
    auto Instances = Generic->specializations();
    if (std::distance(Instances.begin(), Instances.end()) == 1)
      Call = *Instances.begin();
  }
  facts::FunctionId Callee = Decls.function(Call);
  Out.emit(FactKind::Closure, E->getExprLoc(), Closure).Callee = Callee;
}

Operand Evaluator::evaluateLambda(const LambdaExpr *E) {
  PathId Closure = destination(E);
  emitClosure(E);
  auto Field = E->getLambdaClass()->field_begin();
  for (const Expr *Init : E->capture_inits()) {
    const FieldDecl *F = *Field++;
    if (!Init)
      continue;
    PathId P = Out.paths().field(Closure, Decls.field(F));
    Operand V = value(Init);
    SourceLocation Loc = Init->getExprLoc();
    if (isBuilt(F->getType()) && Init->isPRValue()) {
      initialise(P, V, F->getType(), Loc);
      continue;
    }
    if (F->getType()->isReferenceType()) {
      if (V.Kind == OperandKind::Object)
        V = BodyBuilder::address(V.path());
      if (V.Kind == OperandKind::Address)
        CapturedBy[Out.body().root(Closure).Index].push_back(
            Out.body().root(V.path()));
    }
    if (isTracked(F->getType()) || V.hasPath())
      Out.emit(FactKind::Assign, Loc, P, V);
  }
  return BodyBuilder::object(Closure);
}

} // namespace fearless::extract

//===-- Statements.cpp - Declarations, initialisers, returns --------------===//
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

void Evaluator::initialiser(const CXXCtorInitializer *Init) {
  const Expr *E = Init->getInit();
  if (!E)
    return;
  PathId P = memberPath(Init);
  if (!Init->isAnyMemberInitializer()) {
    value(E);
    if (Init->isBaseInitializer())
      pushCleanup(P, QualType(Init->getBaseClass(), 0), E->getExprLoc());
    return;
  }
  const FieldDecl *F = Init->getAnyMember();
  if (isBuilt(F->getType()) && E->isPRValue()) {
    Operand V = value(E);
    initialise(P, V, F->getType(), E->getExprLoc());
  } else if (F->getType()->isReferenceType()) {
    initialiseScalar(P, E, F->getType(), Init->getSourceLocation());
  } else {
    store(BodyBuilder::address(P), value(E), F->getType(),
          Init->getSourceLocation(), 0);
  }
  pushCleanup(P, F->getType(), E->getExprLoc());
}

void Evaluator::initialiseVariable(const VarDecl *V, PathId Root) {
  QualType T = V->getType();
  Operand Value = value(V->getInit());
  if (T->isReferenceType()) {
    if (Value.Kind == OperandKind::Object)
      Value = addressOf(Value.path(), T.getNonReferenceType());
    if (V->hasGlobalStorage())
      Out.emit(FactKind::Assign, V->getLocation(), Root, Value);
    else if (Value.hasPath() || Value.Kind == OperandKind::Function)
      Values.assume(entityOf(Root, T), Value);
  } else if (V->hasGlobalStorage() && !isBuilt(T) &&
             !V->hasConstantInitialization()) {
    store(BodyBuilder::address(Root), Value, T, V->getLocation(), 0);
  } else {
    initialise(Root, Value, T, V->getLocation());
  }
}

void Evaluator::constantInitialiser(const VarDecl *V) {
  initialiseVariable(V, variableRoot(V));
}

void Evaluator::declaration(const VarDecl *V) {
  PathId Root = variableRoot(V);
  QualType T = V->getType();
  if (V->getInit() &&
      !(V->hasGlobalStorage() && V->hasConstantInitialization()))
    initialiseVariable(V, Root);
  if (V->hasLocalStorage() && !T->isReferenceType())
    pushCleanup(Root, T, V->getLocation());
  if (const auto *Group = dyn_cast<DecompositionDecl>(V))
    for (const BindingDecl *B : Group->bindings())
      if (const VarDecl *Held = B->getHoldingVar())
        declaration(Held);
}

void Evaluator::beginCoroutine(const CoroutineBodyStmt *C) {
  statement(C->getPromiseDeclStmt());
  if (const auto *Initial = dyn_cast_or_null<Expr>(C->getInitSuspendStmt()))
    value(Initial);
}

void Evaluator::endCoroutine(const CoroutineBodyStmt *C) {
  if (const auto *Final = dyn_cast_or_null<Expr>(C->getFinalSuspendStmt()))
    value(Final);
  const VarDecl *Promise = C->getPromiseDecl();
  SourceLocation End = C->getBody()->getEndLoc();
  destroyVariable(Promise, End);
  // The frame owns copies of the parameters.
  for (const ParmVarDecl *P : Function->parameters())
    if (!P->getType()->isReferenceType())
      destroy(variableRoot(P), P->getType(), End, facts::FF_Implicit);
}

void Evaluator::caught(const VarDecl *V) {
  PathId Root = variableRoot(V);
  if (!V->getType()->isReferenceType())
    pushCleanup(Root, V->getType(), V->getLocation());
}

/// May the assembly do more than compute its outputs? A hint or barrier without
/// operands does nothing that facts speak of.
static bool hasEffects(const GCCAsmStmt *S) {
  if (S->getNumInputs() + S->getNumOutputs() == 0)
    return false;
  if (S->isVolatile())
    return true;
  for (unsigned I = 0; I < S->getNumClobbers(); ++I)
    if (compat::clobber(S, I) == "memory")
      return true;
  return false;
}

void Evaluator::assembly(const GCCAsmStmt *S) {
  if (hasEffects(S))
    Out.emitUnknown(S->getAsmLoc(), facts::UnknownReason::InlineAssembly);
  for (const Expr *Input : S->inputs())
    value(Input);
  for (const Expr *Output : S->outputs())
    store(value(Output),
          BodyBuilder::unknownValue(facts::UnknownReason::InlineAssembly),
          Output->getType(), S->getAsmLoc(), 0);
}

void Evaluator::statement(const Stmt *S) {
  switch (S->getStmtClass()) {
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      if (const auto *V = dyn_cast<VarDecl>(D))
        declaration(V);
    return;
  case Stmt::ReturnStmtClass: {
    const auto *Return = cast<ReturnStmt>(S);
    const Expr *E = Return->getRetValue();
    if (!E || E->getType()->isVoidType()) {
      if (E)
        value(E);
      Out.emit(FactKind::Return, S->getBeginLoc());
      return;
    }
    Operand V = value(E);
    if (V.Kind == OperandKind::Object && isBuilt(E->getType())) {
      PathId Result = Out.paths().root(PathKind::Return, 0);
      initialise(Result, V, E->getType(), S->getBeginLoc());
      V = BodyBuilder::object(Result);
    }
    Out.emit(FactKind::Return, S->getBeginLoc(), {}, V);
    return;
  }
  case Stmt::CoreturnStmtClass:
    if (const Expr *Promise = cast<CoreturnStmt>(S)->getPromiseCall())
      value(Promise);
    Out.emit(FactKind::Return, S->getBeginLoc());
    return;
  case Stmt::GCCAsmStmtClass:
    return assembly(cast<GCCAsmStmt>(S));
  case Stmt::MSAsmStmtClass:
    return Out.emitUnknown(S->getBeginLoc(),
                           facts::UnknownReason::InlineAssembly);
  case Stmt::IndirectGotoStmtClass:
    return Out.emitUnknown(S->getBeginLoc(),
                           facts::UnknownReason::IndirectGoto);
  // Control flow: the graph has it.
  case Stmt::NullStmtClass:
  case Stmt::CompoundStmtClass:
  case Stmt::IfStmtClass:
  case Stmt::SwitchStmtClass:
  case Stmt::WhileStmtClass:
  case Stmt::DoStmtClass:
  case Stmt::ForStmtClass:
  case Stmt::CXXForRangeStmtClass:
  case Stmt::BreakStmtClass:
  case Stmt::ContinueStmtClass:
  case Stmt::GotoStmtClass:
  case Stmt::LabelStmtClass:
  case Stmt::CaseStmtClass:
  case Stmt::DefaultStmtClass:
  case Stmt::AttributedStmtClass:
  case Stmt::CXXTryStmtClass:
  case Stmt::CXXCatchStmtClass:
  case Stmt::CoroutineBodyStmtClass:
    return;
  default:
    return Out.emitUnknown(S->getBeginLoc(), facts::UnknownReason::Statement);
  }
}

} // namespace fearless::extract

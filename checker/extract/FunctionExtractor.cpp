//===-- FunctionExtractor.cpp - The body of one function ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/FunctionExtractor.h"

#include "extract/FlowWalk.h"

using namespace clang;

namespace fearless::extract {

/// A body that consists of one unknown.
void FunctionExtractor::fail(facts::FunctionBody &Body, SourceLocation Loc,
                             facts::UnknownReason Reason) {
  FactWriter Out(Body, Decls);
  Out.beginBlock();
  Out.emitUnknown(Loc, Reason);
  Out.endBlock();
  facts::BlockId Exit = Out.beginBlock();
  Out.endBlock();
  Body.Blocks[0].Successors.push_back(Exit);
  Body.Exit = Exit;
  Decls.unit().Bodies.push_back(std::move(Body));
}

void FunctionExtractor::extract(const FunctionDecl *F) {
  Stmt *Source = F->getBody();
  if (!Source)
    return;
  BodyScan Scan;
  if (const auto *Try = dyn_cast<CXXTryStmt>(Source))
    Scan.setOuterTry(Try);
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
    for (const CXXCtorInitializer *Init : Ctor->inits())
      Scan.scan(Init);
  Scan.scan(Source);
  if (Scan.hasErrors())
    return;

  facts::FunctionBody Body;
  Body.Function = Decls.function(F);
  Body.End = Decls.places().location(Source->getEndLoc());
  if (const auto *Coroutine = dyn_cast<CoroutineBodyStmt>(Source)) {
    Decls.unit().Functions[Body.Function.Index].Flags |= facts::FnF_Coroutine;
    Source = Coroutine->getBody();
  }
  std::unique_ptr<CFG> Graph = CFG::buildCFG(
      F, Source, &Decls.context(), compat::flowGraphOptions());
  if (!Graph)
    return fail(Body, F->getLocation(), facts::UnknownReason::NoFlowGraph);
  if (Graph->size() > Opts.MaxFunctionSize)
    return fail(Body, F->getLocation(), facts::UnknownReason::TooLarge);
  for (const CXXRecordDecl *R : Scan.localClasses())
    Found.add(R);

  FactWriter Out(Body, Decls);
  Versions Values;
  UnwindStack Alive(Body);
  Evaluator Eval(Decls, Out, Scan, Values, Alive, F);
  FlowWalk(*Graph, Eval, Out, Scan, Values, Alive, F, nullptr).run();
  Decls.unit().Bodies.push_back(std::move(Body));
}

void FunctionExtractor::synthesise(const CXXDestructorDecl *D) {
  const CXXRecordDecl *Class = D->getParent();
  if (!Class->hasDefinition() || Class->isInvalidDecl())
    return;
  facts::FunctionBody Body;
  Body.Function = Decls.function(D);
  Body.End = Decls.places().location(D->getLocation());
  BodyScan Scan;
  FactWriter Out(Body, Decls);
  Versions Values;
  UnwindStack Alive(Body);
  Evaluator Eval(Decls, Out, Scan, Values, Alive, D);
  facts::BlockId Entry = Out.beginBlock();
  llvm::SmallVector<const FieldDecl *, 8> Fields(Class->fields());
  if (!Class->isUnion())
    for (const FieldDecl *F : llvm::reverse(Fields))
      Eval.destroyMember(F, D->getLocation());
  llvm::SmallVector<const CXXRecordDecl *, 4> Bases;
  for (const CXXBaseSpecifier &B : Class->vbases())
    Bases.push_back(B.getType()->getAsCXXRecordDecl());
  for (const CXXBaseSpecifier &B : Class->bases())
    if (!B.isVirtual())
      Bases.push_back(B.getType()->getAsCXXRecordDecl());
  for (const CXXRecordDecl *Base : llvm::reverse(Bases))
    if (Base)
      Eval.destroyBase(Base, D->getLocation());
  Out.endBlock();
  facts::BlockId Exit = Out.beginBlock();
  Out.endBlock();
  Body.Blocks[Entry.Index].Successors.push_back(Exit);
  Out.finish(Exit);
  Decls.unit().Bodies.push_back(std::move(Body));
}

void FunctionExtractor::extractInitialiser(const VarDecl *V) {
  const Expr *Init = V->getInit();
  BodyScan Scan;
  Scan.scanInitialiser(Init, {Destination::Variable, 0, V, nullptr});
  if (Scan.hasErrors())
    return;
  facts::FunctionBody Body;
  Body.Function = Decls.staticInit(V);
  Body.End = Decls.places().location(Init->getEndLoc());
  FactWriter Out(Body, Decls);
  Versions Values;
  UnwindStack Alive(Body);
  Evaluator Eval(Decls, Out, Scan, Values, Alive, nullptr);
  if (V->hasConstantInitialization()) {
    // Nothing happens at run time, but pointers are stored.
    facts::BlockId Entry = Out.beginBlock();
    Eval.constantInitialiser(V);
    Out.endBlock();
    facts::BlockId Exit = Out.beginBlock();
    Out.endBlock();
    Body.Blocks[Entry.Index].Successors.push_back(Exit);
    Out.finish(Exit);
  } else {
    std::unique_ptr<CFG> Graph =
        CFG::buildCFG(V, const_cast<Expr *>(Init), &Decls.context(),
                      compat::flowGraphOptions());
    if (!Graph)
      return fail(Body, V->getLocation(), facts::UnknownReason::NoFlowGraph);
    FlowWalk(*Graph, Eval, Out, Scan, Values, Alive, nullptr, V).run();
  }
  Decls.unit().Bodies.push_back(std::move(Body));
}

} // namespace fearless::extract

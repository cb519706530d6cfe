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

void FunctionExtractor::addStraightBody(
    facts::FunctionBody Body, llvm::function_ref<void(FactWriter &)> Fill) {
  FactWriter Out(Body, Decls);
  facts::BlockId Entry = Out.beginBlock();
  Fill(Out);
  Out.endBlock();
  facts::BlockId Exit = Out.beginBlock();
  Out.endBlock();
  Out.block(Entry).Successors.push_back(Exit);
  Out.finish(Exit);
  Decls.unit().Bodies.push_back(std::move(Body));
}

/// A body that consists of one unknown.
void FunctionExtractor::fail(facts::FunctionBody &Body, SourceLocation Loc,
                             facts::UnknownReason Reason) {
  addStraightBody(std::move(Body),
                  [&](FactWriter &Out) { Out.emitUnknown(Loc, Reason); });
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
  std::unique_ptr<CFG> Graph =
      CFG::buildCFG(F, Source, &Decls.context(), compat::flowGraphOptions());
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

/// Destroys the members and bases of \p Class, the last first.
static void destroyParts(const CXXRecordDecl *Class, SourceLocation Loc,
                         Evaluator &Eval) {
  llvm::SmallVector<const FieldDecl *, 8> Fields(Class->fields());
  if (!Class->isUnion())
    for (const FieldDecl *F : llvm::reverse(Fields))
      Eval.destroyMember(F, Loc);
  llvm::SmallVector<const CXXBaseSpecifier *, 4> Bases;
  for (const CXXBaseSpecifier &B : Class->vbases())
    Bases.push_back(&B);
  for (const CXXBaseSpecifier &B : Class->bases())
    if (!B.isVirtual())
      Bases.push_back(&B);
  for (const CXXBaseSpecifier *B : llvm::reverse(Bases))
    if (const CXXRecordDecl *Base = B->getType()->getAsCXXRecordDecl())
      Eval.destroyBase(Base, Loc);
}

void FunctionExtractor::synthesise(const CXXDestructorDecl *D) {
  const CXXRecordDecl *Class = D->getParent();
  if (!Class->hasDefinition() || Class->isInvalidDecl())
    return;
  facts::FunctionBody Body;
  Body.Function = Decls.function(D);
  Body.End = Decls.places().location(D->getLocation());
  addStraightBody(std::move(Body), [&](FactWriter &Out) {
    BodyScan Scan;
    Versions Values;
    UnwindStack Alive(Out.body());
    Evaluator Eval(Decls, Out, Scan, Values, Alive, D);
    destroyParts(Class->getDefinition(), D->getLocation(), Eval);
  });
}

/// The operator() that \p Invoker, a static member of its closure, calls.
static const CXXMethodDecl *invokedBy(const CXXMethodDecl *Invoker) {
  CXXMethodDecl *Call = Invoker->getParent()->getLambdaCallOperator();
  FunctionTemplateDecl *Generic =
      Call ? Call->getDescribedFunctionTemplate() : nullptr;
  const TemplateArgumentList *Args = Invoker->getTemplateSpecializationArgs();
  if (!Generic || !Args)
    return Call;
  void *InsertPos = nullptr;
  return cast_or_null<CXXMethodDecl>(
      Generic->findSpecialization(Args->asArray(), InsertPos));
}

void FunctionExtractor::synthesiseInvoker(const CXXMethodDecl *Invoker) {
  const CXXMethodDecl *Target = invokedBy(Invoker);
  if (!Target)
    return;
  facts::FunctionBody Body;
  Body.Function = Decls.function(Invoker);
  Body.End = Decls.places().location(Invoker->getLocation());
  addStraightBody(std::move(Body), [&](FactWriter &Out) {
    BodyScan Scan;
    Versions Values;
    UnwindStack Alive(Out.body());
    Evaluator Eval(Decls, Out, Scan, Values, Alive, Invoker);
    Eval.invoke(Target, Invoker->getLocation());
  });
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
  if (V->hasConstantInitialization()) {
    // Nothing happens at run time, but pointers are stored.
    return addStraightBody(std::move(Body), [&](FactWriter &Out) {
      Versions Values;
      UnwindStack Alive(Out.body());
      Evaluator Eval(Decls, Out, Scan, Values, Alive, nullptr);
      Eval.constantInitialiser(V);
    });
  }
  std::unique_ptr<CFG> Graph =
      CFG::buildCFG(V, const_cast<Expr *>(Init), &Decls.context(),
                    compat::flowGraphOptions());
  if (!Graph)
    return fail(Body, V->getLocation(), facts::UnknownReason::NoFlowGraph);
  FactWriter Out(Body, Decls);
  Versions Values;
  UnwindStack Alive(Body);
  Evaluator Eval(Decls, Out, Scan, Values, Alive, nullptr);
  FlowWalk(*Graph, Eval, Out, Scan, Values, Alive, nullptr, V).run();
  Decls.unit().Bodies.push_back(std::move(Body));
}

} // namespace fearless::extract

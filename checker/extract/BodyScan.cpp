//===-- BodyScan.cpp - What must be known before a body is walked ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/BodyScan.h"

using namespace clang;

namespace fearless::extract {

bool isBuilt(QualType T) {
  T = T.getCanonicalType();
  if (const auto *A = T->getAs<AtomicType>())
    T = A->getValueType().getCanonicalType();
  return T->isRecordType() || T->isArrayType();
}

const Expr *forwardedArgument(const CallExpr *Call) {
  const FunctionDecl *F = Call->getDirectCallee();
  if (!F || Call->getNumArgs() == 0)
    return nullptr;
  switch (F->getBuiltinID()) {
  case Builtin::BImove:
  case Builtin::BImove_if_noexcept:
  case Builtin::BIforward:
  case Builtin::BIforward_like:
  case Builtin::BIas_const:
  case Builtin::BI__builtin_launder:
  case Builtin::BI__builtin_expect:
  case Builtin::BI__builtin_expect_with_probability:
  case Builtin::BI__builtin_assume_aligned:
    return Call->getArg(0);
  default:
    return nullptr;
  }
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

void BodyScan::visitChildren(const Stmt *S) {
  for (const Stmt *Child : S->children())
    visit(Child);
}

void BodyScan::visit(const Stmt *S) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S); E && E->containsErrors())
    Errors = true;
  if (CurrentTry)
    Tries[S] = CurrentTry;
  switch (S->getStmtClass()) {
  case Stmt::DeclStmtClass:
    for (const Decl *D : cast<DeclStmt>(S)->decls())
      visitDeclaration(D);
    return;
  case Stmt::ReturnStmtClass:
    if (const Expr *E = cast<ReturnStmt>(S)->getRetValue()) {
      if (E->isGLValue())
        takeAddress(E);
      scanInitialiser(E, {Destination::Return, 0, nullptr, nullptr});
    }
    return;
  case Stmt::CXXThrowExprClass:
    if (const Expr *E = cast<CXXThrowExpr>(S)->getSubExpr())
      scanInitialiser(E, {Destination::Exception, 0, nullptr, nullptr});
    return;
  case Stmt::CXXTryStmtClass:
    return visitTry(cast<CXXTryStmt>(S));
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return visitSuspend(cast<CoroutineSuspendExpr>(S));
  case Stmt::LambdaExprClass:
    return visitLambda(cast<LambdaExpr>(S));
  case Stmt::InitListExprClass:
    return visitInitList(cast<InitListExpr>(S));
  case Stmt::CXXParenListInitExprClass:
    return visitParenList(cast<CXXParenListInitExpr>(S));
  case Stmt::CXXNewExprClass: {
    const auto *New = cast<CXXNewExpr>(S);
    for (const Expr *E : New->placement_arguments())
      visit(E);
    if (New->getArraySize() && *New->getArraySize())
      visit(*New->getArraySize());
    if (const Expr *Init = New->getInitializer())
      scanInitialiser(Init, {Destination::New, 0, New, nullptr});
    return;
  }
  case Stmt::MaterializeTemporaryExprClass: {
    const auto *M = cast<MaterializeTemporaryExpr>(S);
    if (const VarDecl *V = extendedBy(M))
      Extended[V] = M;
    return scanInitialiser(M->getSubExpr(),
                           {Destination::Temporary, 0, M, nullptr});
  }
  case Stmt::UnaryOperatorClass: {
    const auto *U = cast<UnaryOperator>(S);
    if (U->getOpcode() == UO_AddrOf)
      takeAddress(U->getSubExpr());
    else if (U->isIncrementDecrementOp())
      define(U->getSubExpr());
    return visitChildren(S);
  }
  case Stmt::GCCAsmStmtClass:
    for (const Expr *Output : cast<GCCAsmStmt>(S)->outputs())
      define(Output);
    return visitChildren(S);
  case Stmt::ImplicitCastExprClass:
    if (cast<ImplicitCastExpr>(S)->getCastKind() == CK_ArrayToPointerDecay)
      takeAddress(cast<ImplicitCastExpr>(S)->getSubExpr());
    return visitChildren(S);
  case Stmt::ArraySubscriptExprClass: {
    const auto *Subscript = cast<ArraySubscriptExpr>(S);
    const Expr *Base = Subscript->getBase()->IgnoreParens();
    if (const auto *Decay = dyn_cast<ImplicitCastExpr>(Base);
        Decay && Decay->getCastKind() == CK_ArrayToPointerDecay)
      Base = Decay->getSubExpr();
    visit(Base);
    return visit(Subscript->getIdx());
  }
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    if (cast<BinaryOperator>(S)->isAssignmentOp())
      define(cast<BinaryOperator>(S)->getLHS());
    return visitChildren(S);
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return visitCall(cast<CallExpr>(S));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    for (const Expr *Arg : cast<CXXConstructExpr>(S)->arguments()) {
      if (Arg->isGLValue())
        takeAddress(Arg);
      visit(Arg);
    }
    return;
  // Not evaluated.
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::CXXTypeidExprClass:
  // Shared between uses, hence scanned at each.
  case Stmt::CXXDefaultArgExprClass:
  case Stmt::CXXDefaultInitExprClass:
    return;
  default:
    return visitChildren(S);
  }
}

void BodyScan::scan(const CXXCtorInitializer *Init) {
  if (const Expr *E = Init->getInit())
    scanInitialiser(E, {Destination::Member, 0, Init, nullptr});
}

void BodyScan::scanInitialiser(const Expr *E, Destination D) {
  if (isBuilt(E->getType()) && E->isPRValue())
    place(E, D);
  visit(E);
}

const VarDecl *BodyScan::extendedBy(const MaterializeTemporaryExpr *M) {
  return dyn_cast_or_null<VarDecl>(M->getExtendingDecl());
}

void BodyScan::visitDeclaration(const Decl *D) {
  if (const auto *R = dyn_cast<CXXRecordDecl>(D)) {
    if (R->isThisDeclarationADefinition())
      LocalClasses.push_back(R);
    return;
  }
  if (const auto *V = dyn_cast<VarDecl>(D))
    visitVariable(V);
  if (const auto *Group = dyn_cast<DecompositionDecl>(D))
    for (const BindingDecl *B : Group->bindings())
      if (const VarDecl *Held = B->getHoldingVar())
        visitVariable(Held);
}

void BodyScan::visitVariable(const VarDecl *V) {
  const Expr *Init = V->getInit();
  ++Uses[V].Definitions; // No value is one, too, where there is no initialiser.
  if (V->hasAttr<clang::CleanupAttr>()) // Its function gets the address.
    Uses[V].AddressTaken = true;
  if (!Init)
    return;
  if (V->getType()->isReferenceType() && Init->isGLValue())
    takeAddress(Init);
  scanInitialiser(Init, {Destination::Variable, 0, V, nullptr});
}

void BodyScan::visitTry(const CXXTryStmt *T) {
  const CXXTryStmt *Outer = CurrentTry;
  if (Outer == T) // The function-try-block is inside itself only.
    Outer = nullptr;
  OuterTry[T] = Outer;
  CurrentTry = T;
  visit(T->getTryBlock());
  CurrentTry = Outer;
  for (unsigned I = 0; I < T->getNumHandlers(); ++I)
    visit(T->getHandler(I)->getHandlerBlock());
}

const CXXTryStmt *BodyScan::tryAround(const Stmt *S) const {
  return Tries.lookup(S);
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

void BodyScan::visitSuspend(const CoroutineSuspendExpr *E) {
  const Expr *Resume = E->getResumeExpr();
  while (Resume) {
    Resume = Resume->IgnoreParenImpCasts();
    if (const auto *Full = dyn_cast<FullExpr>(Resume))
      Resume = Full->getSubExpr();
    else if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(Resume))
      Resume = Bind->getSubExpr();
    else if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(Resume))
      Resume = M->getSubExpr();
    else
      break;
  }
  if (const auto *Call = dyn_cast_or_null<CallExpr>(Resume))
    Resumes.insert(Call);
  visitChildren(E);
}

void BodyScan::visitLambda(const LambdaExpr *L) {
  auto Field = L->getLambdaClass()->field_begin();
  for (const Expr *Init : L->capture_inits()) {
    if (Init) {
      if (Init->isGLValue() && Field->getType()->isReferenceType())
        takeAddress(Init);
      scanInitialiser(Init, {Destination::FieldOf, 0, L, *Field});
    }
    ++Field;
  }
}

void BodyScan::placeAggregate(const Expr *Whole, QualType T,
                              llvm::ArrayRef<const Expr *> Inits,
                              const FieldDecl *UnionMember) {
  if (T->isArrayType()) {
    for (uint32_t I = 0; I < Inits.size(); ++I)
      scanInitialiser(Inits[I], {Destination::ElementOf, I, Whole, nullptr});
    return;
  }
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R) {
    for (const Expr *E : Inits)
      visit(E);
    return;
  }
  size_t Next = 0;
  if (UnionMember) {
    if (!Inits.empty())
      scanInitialiser(Inits[0], {Destination::FieldOf, 0, Whole, UnionMember});
    return;
  }
  if (const auto *CXX = dyn_cast<CXXRecordDecl>(R))
    for (unsigned I = 0; I < CXX->getNumBases() && Next < Inits.size(); ++I)
      scanInitialiser(Inits[Next++], {Destination::BaseOf, 0, Whole, nullptr});
  for (const FieldDecl *F : R->fields()) {
    if (F->isUnnamedBitField())
      continue;
    if (Next >= Inits.size())
      break;
    if (Inits[Next]->isGLValue())
      takeAddress(Inits[Next]);
    scanInitialiser(Inits[Next++], {Destination::FieldOf, 0, Whole, F});
  }
}

void BodyScan::visitInitList(const InitListExpr *List) {
  if (const InitListExpr *Semantic =
          List->isSemanticForm() ? nullptr : List->getSemanticForm())
    List = Semantic;
  llvm::ArrayRef<Expr *> Inits(const_cast<InitListExpr *>(List)->getInits(),
                               List->getNumInits());
  llvm::SmallVector<const Expr *, 8> Copy(Inits.begin(), Inits.end());
  placeAggregate(List, List->getType(), Copy,
                 List->getInitializedFieldInUnion());
}

void BodyScan::visitParenList(const CXXParenListInitExpr *List) {
  llvm::SmallVector<const Expr *, 8> Copy(List->getInitExprs().begin(),
                                          List->getInitExprs().end());
  placeAggregate(List, List->getType(), Copy,
                 List->getInitializedFieldInUnion());
}

void BodyScan::visitCall(const CallExpr *Call) {
  visit(Call->getCallee());
  // Passing through is no use of its own: what is done with the result is.
  const bool Forwards = forwardedArgument(Call) != nullptr;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    if (const Expr *Object = Member->getImplicitObjectArgument())
      if (Object->isGLValue())
        takeAddress(Object);
  for (const Expr *Arg : Call->arguments()) {
    if (Arg->isGLValue() && !Forwards)
      takeAddress(Arg);
    visit(Arg);
  }
}

/// An elidable copy constructor (before C++17) builds nothing: what it would
/// copy is built in its place, which \p Elides says is going on.
void BodyScan::place(const Expr *E, const Destination &D, bool Elides) {
  E = E->IgnoreParens();
  switch (E->getStmtClass()) {
  case Stmt::ExprWithCleanupsClass:
  case Stmt::ConstantExprClass:
    return place(cast<FullExpr>(E)->getSubExpr(), D, Elides);
  case Stmt::CXXBindTemporaryExprClass:
    Destinations[E] = D;
    if (Elides)
      Elided.insert(cast<CXXBindTemporaryExpr>(E));
    return place(cast<CXXBindTemporaryExpr>(E)->getSubExpr(), D, Elides);
  case Stmt::MaterializeTemporaryExprClass:
    if (Elides)
      place(cast<MaterializeTemporaryExpr>(E)->getSubExpr(), D, Elides);
    return;
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::CXXStaticCastExprClass: {
    const Expr *Sub = cast<CastExpr>(E)->getSubExpr();
    Destinations[E] = D;
    if ((Sub->isPRValue() && isBuilt(Sub->getType())) ||
        (Elides && Sub->isGLValue()))
      place(Sub, D, Elides);
    return;
  }
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return place(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement(), D,
                 Elides);
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass: {
    const auto *C = cast<AbstractConditionalOperator>(E);
    Destinations[E] = D;
    place(C->getTrueExpr(), D, Elides);
    return place(C->getFalseExpr(), D, Elides);
  }
  case Stmt::BinaryOperatorClass:
    if (cast<BinaryOperator>(E)->getOpcode() == BO_Comma)
      return place(cast<BinaryOperator>(E)->getRHS(), D, Elides);
    break;
  case Stmt::StmtExprClass: {
    const CompoundStmt *Body = cast<StmtExpr>(E)->getSubStmt();
    if (!Body->body_empty())
      if (const auto *Last = dyn_cast<Expr>(Body->body_back()))
        place(Last, D, Elides);
    break;
  }
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass: {
    const auto *Construct = cast<CXXConstructExpr>(E);
    if (Construct->isElidable() && Construct->getNumArgs() > 0) {
      Destinations[E] = D;
      return place(Construct->getArg(0), D, /*Elides=*/true);
    }
    break;
  }
  default:
    break;
  }
  // What is built in place of a copy is materialised, too, by the syntax.
  if (D.Kind != Destination::Temporary || !Destinations.contains(E))
    Destinations[E] = D;
}

/// The variable whose storage the lvalue \p E lies in; null if it is reached
/// through a pointer.
static const VarDecl *variableOf(const Expr *E) {
  while (true) {
    E = E->IgnoreParens();
    if (const auto *Cast = dyn_cast<CastExpr>(E)) {
      if (Cast->getCastKind() == CK_LValueToRValue)
        return nullptr;
      E = Cast->getSubExpr();
    } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      if (Member->isArrow())
        return nullptr;
      E = Member->getBase();
    } else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      E = Subscript->getBase();
    } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
      E = forwardedArgument(Call);
      if (!E)
        return nullptr;
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      return dyn_cast<VarDecl>(Ref->getDecl());
    } else {
      return nullptr;
    }
  }
}

void BodyScan::takeAddress(const Expr *E) {
  E = E->IgnoreParens();
  if (const auto *C = dyn_cast<AbstractConditionalOperator>(E)) {
    takeAddress(C->getTrueExpr());
    return takeAddress(C->getFalseExpr());
  }
  // What a reference refers to was marked where it was bound.
  const VarDecl *V = variableOf(E);
  if (V && V->hasLocalStorage() && !V->getType()->isReferenceType())
    Uses[V].AddressTaken = true;
}

void BodyScan::define(const Expr *LHS) {
  LHS = LHS->IgnoreParens();
  if (const auto *C = dyn_cast<AbstractConditionalOperator>(LHS)) {
    define(C->getTrueExpr());
    return define(C->getFalseExpr());
  }
  if (const auto *Ref = dyn_cast<DeclRefExpr>(LHS))
    if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
      ++Uses[V].Definitions;
}

bool isStep(const Stmt *S) {
  if (const auto *U = dyn_cast<UnaryOperator>(S))
    return U->isIncrementDecrementOp();
  const auto *B = dyn_cast<BinaryOperator>(S);
  return B &&
         (B->getOpcode() == BO_AddAssign || B->getOpcode() == BO_SubAssign) &&
         isa<IntegerLiteral>(B->getRHS()->IgnoreParenImpCasts());
}

} // namespace fearless::extract

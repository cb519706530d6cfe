//===-- Expressions.cpp - Dispatch, leaves and casts ----------------------===//
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
using facts::UnknownReason;

Evaluator::Evaluator(Declarations &Decls, FactWriter &Out, BodyScan &Scan,
                     Versions &Values, UnwindStack &Alive,
                     const FunctionDecl *Function)
    : Decls(Decls), Out(Out), Scan(Scan), Values(Values), Alive(Alive),
      Ctx(Decls.context()), Function(Function),
      Exceptions(Ctx.getLangOpts().CXXExceptions) {
  if (!Function)
    return;
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Method && Method->isInstance() &&
      !Method->isExplicitObjectMemberFunction())
    FirstParameter = 1;
  if (Method && Method->getParent()->isLambda() &&
      Method->getOverloadedOperator() == OO_Call) {
    llvm::DenseMap<const ValueDecl *, FieldDecl *> Fields;
    Method->getParent()->getCaptureFields(Fields, ThisCapture);
    Captures = std::move(Fields);
  }
  for (const ParmVarDecl *P : Function->parameters()) {
    ParameterInfos.resize(FirstParameter + P->getFunctionScopeIndex() + 1);
    ParameterInfos.back() = {Scan.use(P), isBuilt(P->getType())};
  }
}

Operand Evaluator::unknown(const Expr *E, UnknownReason Reason) {
  Out.emitUnknown(E->getExprLoc(), Reason);
  return BodyBuilder::unknownValue(Reason);
}

Operand Evaluator::value(const Expr *E) {
  E = E->IgnoreParens();
  auto It = Cache.find(E);
  if (It != Cache.end())
    return It->second;
  Operand V = evaluate(E);
  Cache[E] = V;
  if (Shared)
    Shared->push_back(E);
  return V;
}

/// A default argument or member initialiser is one expression used at many
/// places: it is evaluated anew at each.
Operand Evaluator::evaluateShared(const Expr *Use, const Expr *E) {
  std::vector<const Expr *> Mine;
  std::vector<const Expr *> *Outer = std::exchange(Shared, &Mine);
  Destination D = Scan.destination(Use);
  Scan.scanInitialiser(E, D);
  const bool WasShared = std::exchange(InShared, true);
  if (D.Kind == Destination::Temporary && isBuilt(Use->getType()))
    Built[E->IgnoreParens()] = destination(Use);
  Operand V = value(E);
  Shared = Outer;
  InShared = WasShared;
  // The graph has no destructors for these. A member initialiser ends here, a
  // default argument with its call.
  if (isa<CXXDefaultInitExpr>(Use))
    destroyShared(0);
  for (const Expr *Inner : Mine) {
    Cache.erase(Inner);
    Built.erase(Inner);
    if (const auto *L = dyn_cast<LambdaExpr>(Inner))
      EmittedClosures.erase(L);
    if (const auto *New = dyn_cast<CXXNewExpr>(Inner))
      NewOrdinals.erase(New);
  }
  return V;
}

Operand Evaluator::evaluate(const Expr *E) {
  if (E->isValueDependent() || E->containsErrors())
    return unknown(E, UnknownReason::Expression);
  switch (E->getStmtClass()) {
  case Stmt::DeclRefExprClass:
    return evaluateReference(cast<DeclRefExpr>(E));
  case Stmt::MemberExprClass:
    return evaluateMember(cast<MemberExpr>(E));
  case Stmt::ArraySubscriptExprClass:
    return evaluateSubscript(cast<ArraySubscriptExpr>(E));
  case Stmt::CXXThisExprClass:
    return evaluateThis();
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXConstCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXDynamicCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::CXXAddrspaceCastExprClass:
  case Stmt::BuiltinBitCastExprClass:
    return evaluateCast(cast<CastExpr>(E));
  case Stmt::UnaryOperatorClass:
    return evaluateUnary(cast<UnaryOperator>(E));
  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass:
    return evaluateBinary(cast<BinaryOperator>(E));
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return evaluateConditional(cast<AbstractConditionalOperator>(E));
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
  case Stmt::UserDefinedLiteralClass:
    return evaluateCall(cast<CallExpr>(E));
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
    return evaluateConstruct(cast<CXXConstructExpr>(E));
  case Stmt::CXXInheritedCtorInitExprClass:
    return evaluateInherited(cast<CXXInheritedCtorInitExpr>(E));
  case Stmt::MaterializeTemporaryExprClass:
    return evaluateMaterialised(cast<MaterializeTemporaryExpr>(E));
  case Stmt::CXXBindTemporaryExprClass:
    return evaluateBound(cast<CXXBindTemporaryExpr>(E));
  case Stmt::InitListExprClass: {
    const auto *List = cast<InitListExpr>(E);
    if (const InitListExpr *Semantic =
            List->isSemanticForm() ? nullptr : List->getSemanticForm())
      List = Semantic;
    llvm::SmallVector<const Expr *, 8> Inits;
    for (unsigned I = 0; I < List->getNumInits(); ++I)
      Inits.push_back(List->getInit(I));
    return evaluateInits(List, Inits);
  }
  case Stmt::CXXParenListInitExprClass: {
    const auto *List = cast<CXXParenListInitExpr>(E);
    llvm::SmallVector<const Expr *, 8> Inits(List->getInitExprs().begin(),
                                             List->getInitExprs().end());
    return evaluateInits(E, Inits);
  }
  case Stmt::LambdaExprClass:
    return evaluateLambda(cast<LambdaExpr>(E));
  case Stmt::CXXNewExprClass:
    return evaluateNew(cast<CXXNewExpr>(E));
  case Stmt::CXXDeleteExprClass:
    return evaluateDelete(cast<CXXDeleteExpr>(E));
  case Stmt::CXXThrowExprClass:
    if (const Expr *Thrown = cast<CXXThrowExpr>(E)->getSubExpr())
      value(Thrown);
    Out.emit(FactKind::Throw, E->getExprLoc()).Unwind = unwind();
    return opaque();
  case Stmt::ExprWithCleanupsClass:
  case Stmt::ConstantExprClass:
    return value(cast<FullExpr>(E)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return value(cast<SubstNonTypeTemplateParmExpr>(E)->getReplacement());
  case Stmt::CXXRewrittenBinaryOperatorClass:
    return value(cast<CXXRewrittenBinaryOperator>(E)->getSemanticForm());
  case Stmt::ChooseExprClass:
    return value(cast<ChooseExpr>(E)->getChosenSubExpr());
  case Stmt::GenericSelectionExprClass:
    return value(cast<GenericSelectionExpr>(E)->getResultExpr());
  case Stmt::PseudoObjectExprClass:
    return value(cast<PseudoObjectExpr>(E)->getResultExpr());
  case Stmt::CXXStdInitializerListExprClass:
    return value(cast<CXXStdInitializerListExpr>(E)->getSubExpr());
  case Stmt::OpaqueValueExprClass:
    if (const Expr *Source = cast<OpaqueValueExpr>(E)->getSourceExpr())
      return value(Source);
    return BodyBuilder::unknownValue(UnknownReason::Expression);
  case Stmt::CXXDefaultArgExprClass: {
    const auto *Default = cast<CXXDefaultArgExpr>(E);
    SourceLocation Outer = Out.standAt(Default->getUsedLocation());
    Operand V = evaluateShared(E, Default->getExpr());
    Out.standAt(Outer);
    return V;
  }
  case Stmt::CXXDefaultInitExprClass:
    return evaluateShared(E, cast<CXXDefaultInitExpr>(E)->getExpr());
  case Stmt::CompoundLiteralExprClass: {
    Operand V = value(cast<CompoundLiteralExpr>(E)->getInitializer());
    if (isBuilt(E->getType()) && V.hasPath())
      return addressOf(V.path(), E->getType());
    PathId Place = Out.makeTemporary(E->getType(), E->getExprLoc());
    initialiseScalar(Place, cast<CompoundLiteralExpr>(E)->getInitializer(),
                     E->getType(), E->getExprLoc());
    return BodyBuilder::address(Place);
  }
  case Stmt::StmtExprClass:
    return evaluateStatements(cast<StmtExpr>(E));
  case Stmt::AtomicExprClass:
    return evaluateAtomic(cast<AtomicExpr>(E));
  case Stmt::CoawaitExprClass:
  case Stmt::CoyieldExprClass:
    return evaluateSuspend(cast<CoroutineSuspendExpr>(E));
  case Stmt::ArrayInitLoopExprClass: {
    Operand Source = value(cast<ArrayInitLoopExpr>(E)->getCommonExpr());
    PathId To = destination(E);
    if (Source.hasPath())
      Out.emit(FactKind::Assign, E->getExprLoc(), To,
               BodyBuilder::object(placeOf(Source)));
    return BodyBuilder::object(To);
  }
  default:
    return evaluateLiteral(E);
  }
}

Operand Evaluator::constant(const llvm::APSInt &I) {
  if (I.getSignificantBits() <= 32 && (I.isSigned() || I.getActiveBits() < 32))
    return BodyBuilder::constant(static_cast<int32_t>(I.getExtValue()));
  return BodyBuilder::opaque();
}

/// The integer that \p E is in any program, if Clang can tell.
Operand Evaluator::constantOf(const Expr *E) {
  Expr::EvalResult Result;
  if (E->EvaluateAsInt(Result, Ctx))
    return constant(Result.Val.getInt());
  return opaque();
}

Operand Evaluator::evaluateLiteral(const Expr *E) {
  switch (E->getStmtClass()) {
  case Stmt::IntegerLiteralClass: {
    llvm::APInt V = cast<IntegerLiteral>(E)->getValue();
    return constant(llvm::APSInt(V, E->getType()->isUnsignedIntegerType()));
  }
  case Stmt::CXXBoolLiteralExprClass:
    return BodyBuilder::constant(cast<CXXBoolLiteralExpr>(E)->getValue());
  case Stmt::CharacterLiteralClass:
    return BodyBuilder::constant(
        static_cast<int32_t>(cast<CharacterLiteral>(E)->getValue()));
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
    return BodyBuilder::constant(0);
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return E->getType()->isFloatingType() ? opaque() : BodyBuilder::constant(0);
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::ConceptSpecializationExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::OffsetOfExprClass:
  case Stmt::ArrayTypeTraitExprClass:
  case Stmt::ExpressionTraitExprClass:
    return constantOf(E);
  case Stmt::StringLiteralClass:
  case Stmt::FloatingLiteralClass:
  case Stmt::FixedPointLiteralClass:
  case Stmt::ImaginaryLiteralClass:
  case Stmt::PredefinedExprClass:
  case Stmt::SourceLocExprClass:
  case Stmt::CXXTypeidExprClass:
  case Stmt::CXXUuidofExprClass:
  case Stmt::CXXPseudoDestructorExprClass:
  case Stmt::ArrayInitIndexExprClass:
  case Stmt::NoInitExprClass:
  case Stmt::DesignatedInitExprClass:
  case Stmt::VAArgExprClass:
  case Stmt::AddrLabelExprClass: // The graph knows where jumps may lead.
  case Stmt::ExtVectorElementExprClass:
  case Stmt::ShuffleVectorExprClass:
  case Stmt::ConvertVectorExprClass:
    return opaque();
  default:
    return unknown(E, UnknownReason::Expression);
  }
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

Operand Evaluator::evaluateReference(const DeclRefExpr *E) {
  const ValueDecl *D = E->getDecl();
  if (const auto *V = dyn_cast<VarDecl>(D))
    return variablePlace(V);
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return BodyBuilder::function(Decls.function(F));
  if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(D))
    return constant(Enumerator->getInitVal());
  if (const auto *Binding = dyn_cast<BindingDecl>(D))
    return evaluateBinding(Binding);
  // A field is named alone where a pointer to member is made.
  if (isa<FieldDecl, IndirectFieldDecl, TemplateParamObjectDecl, MSGuidDecl,
          UnnamedGlobalConstantDecl>(D))
    return opaque();
  return unknown(E, UnknownReason::Expression);
}

Operand Evaluator::evaluateBinding(const BindingDecl *B) {
  if (const FieldDecl *Captured = captureOf(B)) {
    PathId P = memberOf(
        Out.paths().deref(Out.paths().root(facts::PathKind::Parameter, 0), 0),
        Captured);
    return addressOf(P, B->getType());
  }
  // The binding of a tuple-like object names a variable that was initialised
  // with get<I>(e) beside the declaration.
  if (const Expr *Bound = B->getBinding())
    return value(Bound);
  return BodyBuilder::unknownValue(UnknownReason::Expression);
}

Operand Evaluator::evaluateThis() {
  PathId This = Out.paths().root(facts::PathKind::Parameter, 0);
  if (!ThisCapture)
    return BodyBuilder::load(This, 0);
  PathId P =
      Out.paths().field(Out.paths().deref(This, 0), Decls.field(ThisCapture));
  // [*this] copies the object into the closure.
  if (ThisCapture->getType()->isRecordType())
    return BodyBuilder::address(P);
  return BodyBuilder::load(P, 0);
}

Operand Evaluator::evaluateMember(const MemberExpr *E) {
  const ValueDecl *D = E->getMemberDecl();
  if (const auto *V = dyn_cast<VarDecl>(D)) {
    value(E->getBase());
    return variablePlace(V);
  }
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    return BodyBuilder::function(Decls.function(F));
  if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(D))
    return constant(Enumerator->getInitVal());
  const auto *F = dyn_cast<FieldDecl>(D);
  if (!F)
    return unknown(E, UnknownReason::Expression);
  Operand Base = value(E->getBase());
  return addressOf(memberOf(placeOf(Base), F), E->getType());
}

Operand Evaluator::evaluateSubscript(const ArraySubscriptExpr *E) {
  Operand Base = value(E->getBase());
  Operand Index = value(E->getIdx());
  if (Base.Kind == OperandKind::Opaque) // A string literal.
    return opaque();
  return addressOf(elementAt(E->getBase(), Base, Index), E->getType());
}

//===----------------------------------------------------------------------===//
// Casts
//===----------------------------------------------------------------------===//

/// The variable that \p E names, if its value is the same constant always.
static const VarDecl *constantVariable(const Expr *E, const ASTContext &Ctx) {
  E = E->IgnoreParens();
  const ValueDecl *D = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    D = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(E))
    D = Member->getMemberDecl();
  const auto *V = dyn_cast_or_null<VarDecl>(D);
  if (V && V->getType().isConstQualified() && V->hasInit() &&
      V->isUsableInConstantExpressions(Ctx))
    return V;
  return nullptr;
}

Operand Evaluator::evaluateCast(const CastExpr *E) {
  const Expr *Sub = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue:
  case CK_LValueToRValueBitCast:
    if (E->getType()->isIntegralOrEnumerationType())
      if (const VarDecl *V = constantVariable(Sub, Ctx))
        if (const APValue *Constant = V->evaluateValue();
            Constant && Constant->isInt())
          return constant(Constant->getInt());
    return load(value(Sub), Sub->getType(), Sub->getExprLoc());
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    value(Sub);
    return BodyBuilder::constant(0);
  case CK_ToVoid:
    value(Sub);
    return opaque();
  case CK_ArrayToPointerDecay: {
    Operand Array = value(Sub);
    if (Array.Kind == OperandKind::Object)
      return BodyBuilder::address(Array.path());
    return pointerTo(Array);
  }
  case CK_FloatingCast:
  case CK_FloatingToIntegral:
  case CK_IntegralToFloating:
  case CK_FloatingToBoolean:
  case CK_FloatingRealToComplex:
  case CK_IntegralRealToComplex:
  case CK_VectorSplat:
    value(Sub);
    return opaque();
  case CK_IntegralToBoolean: {
    Operand V = value(Sub);
    return V.Kind == OperandKind::Constant
               ? BodyBuilder::constant(V.constant() != 0)
               : V;
  }
  case CK_MemberPointerToBoolean:
  case CK_PointerToBoolean: {
    Operand V = value(Sub);
    if (V.Kind == OperandKind::Function)
      return BodyBuilder::constant(1);
    return V;
  }
  default:
    // What changes the type but not the object or the number: derived to base
    // and back, no-ops, conversions through constructors and functions.
    return value(Sub);
  }
}

//===----------------------------------------------------------------------===//
// Rarer expressions
//===----------------------------------------------------------------------===//

Operand Evaluator::evaluateStatements(const StmtExpr *E) {
  const CompoundStmt *Body = E->getSubStmt();
  if (Body->body_empty())
    return opaque();
  const Stmt *Last = Body->body_back();
  while (const auto *Label = dyn_cast<LabelStmt>(Last))
    Last = Label->getSubStmt();
  if (const auto *Result = dyn_cast<Expr>(Last);
      Result && !E->getType()->isVoidType())
    return value(Result);
  return opaque();
}

/// await_ready, await_suspend, the suspension, await_resume: the scan found the
/// last call, before which the fact is made.
Operand Evaluator::evaluateSuspend(const CoroutineSuspendExpr *E) {
  value(E->getCommonExpr());
  if (const Expr *Ready = E->getReadyExpr())
    value(Ready);
  if (const Expr *Suspend = E->getSuspendExpr())
    value(Suspend);
  if (const Expr *Resume = E->getResumeExpr())
    return value(Resume);
  return opaque();
}

} // namespace fearless::extract

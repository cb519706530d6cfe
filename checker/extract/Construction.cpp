//===-- Construction.cpp - Class objects and temporaries ------------------===//
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

//===----------------------------------------------------------------------===//
// Where objects are built
//===----------------------------------------------------------------------===//

PathId Evaluator::destination(const Expr *E) {
  auto It = Built.find(E);
  if (It != Built.end())
    return It->second;
  PathId P = resolve(Scan.destination(E), E);
  Built[E] = P;
  return P;
}

PathId Evaluator::resolve(const Destination &D, const Expr *E) {
  switch (D.Kind) {
  case Destination::Temporary:
    // Both arms of ?: build the one temporary that is materialised.
    if (D.Owner && D.Owner != E)
      return materialised(static_cast<const Expr *>(D.Owner), E->getType());
    [[fallthrough]];
  case Destination::Exception:
    return Out.makeTemporary(E->getType(), E->getExprLoc());
  case Destination::Variable:
    return variableRoot(static_cast<const VarDecl *>(D.Owner));
  case Destination::Return:
    return Out.paths().root(PathKind::Return, 0);
  case Destination::Member:
    return memberPath(static_cast<const CXXCtorInitializer *>(D.Owner));
  case Destination::New: {
    const auto *New = static_cast<const CXXNewExpr *>(D.Owner);
    PathId P = newRoot(New);
    return New->isArray() && !E->getType()->isArrayType()
               ? Out.paths().elementAny(P)
               : P;
  }
  case Destination::FieldOf:
    return memberOf(destination(static_cast<const Expr *>(D.Owner)), D.Field);
  case Destination::BaseOf:
    return destination(static_cast<const Expr *>(D.Owner));
  case Destination::ElementOf:
    return Out.paths().elementConst(
        destination(static_cast<const Expr *>(D.Owner)), D.Index);
  }
  return Out.paths().unknown(facts::UnknownReason::Expression);
}

PathId Evaluator::materialised(const Expr *M, QualType T) {
  auto It = Built.find(M);
  if (It != Built.end())
    return It->second;
  PathId P = Out.makeTemporary(T, M->getExprLoc());
  Built[M] = P;
  return P;
}

PathId Evaluator::memberPath(const CXXCtorInitializer *Init) {
  PathId P = Out.paths().deref(Out.paths().root(PathKind::Parameter, 0), 0);
  if (!Init->isAnyMemberInitializer())
    return P;
  if (const IndirectFieldDecl *Indirect = Init->getIndirectMember()) {
    for (const NamedDecl *Step : Indirect->chain())
      P = Out.paths().field(P, Decls.field(cast<FieldDecl>(Step)));
    return P;
  }
  return Out.paths().field(P, Decls.field(Init->getMember()));
}

void Evaluator::pushCleanup(PathId Object, QualType T, SourceLocation Loc) {
  if (!Exceptions)
    return;
  if (T->isArrayType())
    Object = Out.paths().elementAny(Object);
  const auto *R = Ctx.getBaseElementType(T)->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor())
    return;
  if (const CXXDestructorDecl *D = R->getDestructor())
    Alive.push(Object, Decls.function(D),
               Decls.places().location(Out.placeOf(Loc)));
}

void Evaluator::initialiseScalar(PathId P, const Expr *Init, QualType T,
                                 SourceLocation Loc) {
  Operand V = value(Init);
  if (T->isReferenceType()) {
    if (V.Kind == OperandKind::Object)
      V = BodyBuilder::address(V.path());
    Out.emit(FactKind::Assign, Loc, P, V);
    return;
  }
  initialise(P, V, T, Loc);
}

//===----------------------------------------------------------------------===//
// Constructors
//===----------------------------------------------------------------------===//

/// A copy bit by bit.
Operand Evaluator::copyObject(const Expr *Source, const Expr *E) {
  Operand From = value(Source);
  PathId To = destination(E);
  const auto *R = E->getType()->getAsCXXRecordDecl();
  if (From.hasPath() && !(R && R->isEmpty() && !R->isLambda())) {
    readObject(From, Source->getType(), E->getExprLoc());
    Out.emit(FactKind::Assign, E->getExprLoc(), To,
             BodyBuilder::object(placeOf(From)));
    auto It = CapturedBy.find(Out.body().root(placeOf(From)).Index);
    if (It != CapturedBy.end()) {
      auto Copy = It->second;
      CapturedBy[Out.body().root(To).Index] = Copy;
    }
  }
  return BodyBuilder::object(To);
}

Operand Evaluator::evaluateConstruct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *Ctor = E->getConstructor();
  if (E->isElidable() && E->getNumArgs() > 0)
    return BodyBuilder::object(placeOf(value(E->getArg(0))));
  if (Ctor->isTrivial()) {
    if (Ctor->isCopyOrMoveConstructor() && E->getNumArgs() > 0)
      return copyObject(E->getArg(0), E);
    return BodyBuilder::object(destination(E));
  }
  Destination D = Scan.destination(E);
  PathId Object = destination(E);
  PathId At =
      E->getType()->isArrayType() ? Out.paths().elementAny(Object) : Object;
  if (D.Kind == Destination::FieldOf && D.Owner)
    if (const auto *L =
            dyn_cast<LambdaExpr>(static_cast<const Expr *>(D.Owner)))
      emitClosure(L);
  llvm::SmallVector<Operand, 8> Operands = {BodyBuilder::address(At)};
  llvm::SmallVector<const Expr *, 8> Args(E->arg_begin(), E->arg_end());
  addArguments(Args, Ctor->getType()->getAs<FunctionProtoType>(), Operands);
  // What holds a closure holds what the closure refers to.
  for (unsigned I = 1; I < Operands.size(); ++I)
    if (Operands[I].hasPath()) {
      auto It = CapturedBy.find(Out.body().root(Operands[I].path()).Index);
      if (It != CapturedBy.end()) {
        auto Copy = It->second;
        CapturedBy[Out.body().root(At).Index].append(Copy.begin(), Copy.end());
      }
    }
  facts::FunctionId Callee = Decls.function(Ctor);
  facts::Fact &F = Out.emit(FactKind::Construct, E->getExprLoc(), At, Operands);
  F.Callee = Callee;
  F.Unwind = unwindOf(Callee);
  F.Detail = Out.nextOrdinal();
  if (D.Kind == Destination::Temporary)
    F.Flags |= facts::FF_Temporary;
  if (!InShared)
    destroyShared(0);
  return BodyBuilder::object(Object);
}

Operand Evaluator::evaluateInherited(const CXXInheritedCtorInitExpr *E) {
  PathId Object = destination(E);
  llvm::SmallVector<Operand, 8> Operands = {BodyBuilder::address(Object)};
  // The parameters of the inheriting constructor are passed on as they are.
  addOwnParameters(E->getConstructor()->getNumParams(), Operands);
  facts::FunctionId Callee = Decls.function(E->getConstructor());
  facts::Fact &F =
      Out.emit(FactKind::Construct, E->getExprLoc(), Object, Operands);
  F.Callee = Callee;
  F.Unwind = unwindOf(Callee);
  F.Detail = Out.nextOrdinal();
  return BodyBuilder::object(Object);
}

Operand Evaluator::evaluateInits(const Expr *E,
                                 llvm::ArrayRef<const Expr *> Inits) {
  QualType T = E->getType();
  if (!isBuilt(T)) {
    if (Inits.empty())
      return BodyBuilder::constant(0);
    return value(Inits[0]);
  }
  PathId Whole = destination(E);
  if (T->isArrayType()) {
    QualType ElementType = Ctx.getBaseElementType(T);
    // Numbers that threads are given, and not whole tables of them.
    constexpr unsigned MaxNumbers = 16;
    for (unsigned I = 0; I < Inits.size(); ++I) {
      if (isBuilt(Inits[I]->getType()))
        value(Inits[I]);
      else if (isTracked(ElementType) &&
               (!ElementType->isIntegralOrEnumerationType() ||
                Inits.size() <= MaxNumbers))
        initialiseScalar(Out.paths().elementConst(Whole, I), Inits[I],
                         ElementType, Inits[I]->getExprLoc());
      else
        value(Inits[I]);
    }
    return BodyBuilder::object(Whole);
  }
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R)
    return BodyBuilder::object(Whole);
  unsigned Next = 0;
  const bool System = !Decls.isUser(R);
  auto InitialiseField = [&](const FieldDecl *F) {
    const Expr *Init = Inits[Next++];
    // What is not written is zero, which is told of what may be a flag or a
    // link. The inside of system types is their own business.
    if (isa<ImplicitValueInitExpr>(Init)) {
      QualType T = F->getType();
      if (!System && (T->isBooleanType() || T->isAnyPointerType()))
        initialise(Out.paths().field(Whole, Decls.field(F)),
                   BodyBuilder::constant(0), T, E->getExprLoc());
      return;
    }
    // But for the callbacks of the user's that it is given.
    if (System && !isBuilt(F->getType()) &&
        !F->getType()->isFunctionPointerType()) {
      value(Init);
      return;
    }
    PathId P = Out.paths().field(Whole, Decls.field(F));
    if (isBuilt(F->getType()) && Init->isPRValue()) {
      Operand V = value(Init);
      initialise(P, V, F->getType(), Init->getExprLoc());
    } else {
      initialiseScalar(P, Init, F->getType(), Init->getExprLoc());
    }
  };
  const FieldDecl *UnionMember = nullptr;
  if (const auto *List = dyn_cast<InitListExpr>(E))
    UnionMember = List->getInitializedFieldInUnion();
  else if (const auto *Parens = dyn_cast<CXXParenListInitExpr>(E))
    UnionMember = Parens->getInitializedFieldInUnion();
  if (R->isUnion()) {
    if (UnionMember && !Inits.empty())
      InitialiseField(UnionMember);
    return BodyBuilder::object(Whole);
  }
  if (const auto *CXX = dyn_cast<CXXRecordDecl>(R))
    for (unsigned I = 0; I < CXX->getNumBases() && Next < Inits.size(); ++I)
      value(Inits[Next++]);
  // A transparent list ({x} for x of the same type) has no fields of its own.
  if (Inits.size() == 1 && Next == 0 &&
      Ctx.hasSameUnqualifiedType(Inits[0]->getType(), T)) {
    Operand V = value(Inits[0]);
    initialise(Whole, V, T, E->getExprLoc());
    return BodyBuilder::object(Whole);
  }
  for (const FieldDecl *F : R->fields()) {
    if (F->isUnnamedBitField())
      continue;
    if (Next >= Inits.size())
      break;
    InitialiseField(F);
  }
  return BodyBuilder::object(Whole);
}

//===----------------------------------------------------------------------===//
// Temporaries
//===----------------------------------------------------------------------===//

Operand Evaluator::evaluateMaterialised(const MaterializeTemporaryExpr *E) {
  const Expr *Sub = E->getSubExpr();
  if (isBuilt(Sub->getType())) {
    Operand V = value(Sub);
    if (V.hasPath())
      return addressOf(placeOf(V), Sub->getType());
    return V;
  }
  PathId P = Out.makeTemporary(Sub->getType(), E->getExprLoc());
  Operand V = value(Sub);
  if (isTracked(Sub->getType())) {
    uint32_t Version = Values.define(entityOf(P, Sub->getType()), V);
    Out.emit(FactKind::Assign, E->getExprLoc(), P, V).Detail = Version;
  }
  return BodyBuilder::address(P);
}

Operand Evaluator::evaluateBound(const CXXBindTemporaryExpr *E) {
  Operand V = value(E->getSubExpr());
  if (!Scan.isElided(E) && V.hasPath() &&
      Scan.destination(E).Kind == Destination::Temporary) {
    pushCleanup(V.path(), E->getType(), E->getExprLoc());
    if (InShared)
      SharedTemporaries.push_back(
          {V.path(), E->getType(), Out.placeOf(E->getExprLoc())});
    noteBuilt(E, true);
  }
  return V;
}

void Evaluator::addConditional(const CXXBindTemporaryExpr *E) {
  if (Scan.isElided(E) || Scan.destination(E).Kind != Destination::Temporary)
    return;
  auto [It, New] = BuiltFlags.try_emplace(E, PathId());
  if (!New)
    return;
  PathId P = Out.makeTemporary(Ctx.BoolTy, E->getExprLoc());
  BuiltFlags[E] = P;
  noteBuilt(E, false);
}

void Evaluator::noteBuilt(const CXXBindTemporaryExpr *E, bool IsBuilt) {
  auto It = BuiltFlags.find(E);
  if (It == BuiltFlags.end())
    return;
  Operand V = BodyBuilder::constant(IsBuilt);
  uint32_t Version = Values.define(entityOf(It->second, Ctx.BoolTy), V);
  Out.emit(FactKind::Assign, E->getExprLoc(), It->second, V).Detail = Version;
}

std::optional<Operand> Evaluator::wasBuilt(const CXXBindTemporaryExpr *E) {
  auto It = BuiltFlags.find(E);
  if (It == BuiltFlags.end())
    return std::nullopt;
  return load(BodyBuilder::address(It->second), Ctx.BoolTy, E->getExprLoc());
}

void Evaluator::destroyShared(size_t Kept) {
  while (SharedTemporaries.size() > Kept) {
    SharedTemporary T = SharedTemporaries.back();
    SharedTemporaries.pop_back();
    Alive.pop(T.Object);
    destroy(T.Object, T.Type, T.Loc, facts::FF_Implicit | facts::FF_Temporary);
  }
}

void Evaluator::destroyTemporary(const CXXBindTemporaryExpr *E) {
  if (Scan.isElided(E) || Scan.destination(E).Kind != Destination::Temporary)
    return;
  auto It = Cache.find(E);
  if (It == Cache.end() || !It->second.hasPath())
    return;
  PathId P = It->second.path();
  Alive.pop(P);
  destroy(P, E->getType(), E->getEndLoc(),
          facts::FF_Implicit | facts::FF_Temporary);
  noteBuilt(E, false);
}

void Evaluator::destroy(PathId Object, QualType T, SourceLocation Loc,
                        uint8_t Flags) {
  if (T->isArrayType())
    Object = Out.paths().elementAny(Object);
  const auto *R = Ctx.getBaseElementType(T)->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor())
    return;
  const CXXDestructorDecl *D = R->getDestructor();
  if (!D)
    return;
  facts::FunctionId Callee = Decls.function(D);
  facts::Fact &F =
      Out.emit(FactKind::Destroy, Loc, Object, BodyBuilder::address(Object));
  F.Callee = Callee;
  F.Flags = Flags;
  F.Unwind = unwindOf(Callee);
}

void Evaluator::destroyVariable(const VarDecl *V, SourceLocation Loc) {
  PathId P;
  QualType T = V->getType();
  // The caller made the argument and destroys it. A coroutine's copy dies with
  // its frame.
  if (isa<ParmVarDecl>(V))
    return;
  if (const MaterializeTemporaryExpr *M = Scan.extended(V)) {
    auto It = Cache.find(M);
    if (It == Cache.end() || !It->second.hasPath())
      return;
    P = placeOf(It->second);
    T = M->getSubExpr()->getType();
  } else if (T->isReferenceType()) {
    return;
  } else {
    P = variableRoot(V);
  }
  Alive.pop(T->isArrayType() ? Out.paths().elementAny(P) : P);
  destroy(P, T, Loc, facts::FF_Implicit);
}

void Evaluator::cleanUp(const VarDecl *V, const FunctionDecl *F,
                        SourceLocation Loc) {
  Operand Variable = addressOf(variableRoot(V), V->getType());
  escape(Variable, F->getNumParams() ? F->getParamDecl(0)->getType()
                                     : QualType());
  facts::FunctionId Callee = Decls.function(F);
  const uint32_t Ordinal = Out.nextOrdinal();
  facts::Fact &Call = Out.emit(FactKind::Call, Loc, PathId(), Variable);
  Call.Callee = Callee;
  Call.Flags = facts::FF_Implicit;
  Call.Unwind = unwindOf(Callee);
  Call.Detail = Ordinal;
}

void Evaluator::isOnlyStatement(const VarDecl *V) {
  if (!V->getType()->isReferenceType())
    Out.flagLocal(variableRoot(V), facts::LF_OnlyStatement);
}

void Evaluator::destroyMember(const FieldDecl *F, SourceLocation Loc) {
  PathId This = Out.paths().deref(Out.paths().root(PathKind::Parameter, 0), 0);
  destroy(Out.paths().field(This, Decls.field(F)), F->getType(), Loc,
          facts::FF_Implicit);
}

void Evaluator::destroyBase(const CXXRecordDecl *Base, SourceLocation Loc) {
  PathId This = Out.paths().deref(Out.paths().root(PathKind::Parameter, 0), 0);
  destroy(This, compat::typeOf(Ctx, Base), Loc, facts::FF_Implicit);
}

} // namespace fearless::extract

//===-- Calls.cpp - Calls of functions ------------------------------------===//
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

facts::CleanupId Evaluator::unwind() const {
  return Exceptions ? Alive.top() : facts::CleanupId();
}

facts::CleanupId Evaluator::unwindOf(facts::FunctionId F) const {
  const bool Throws = !(Decls.unit().function(F).Flags & facts::FnF_Noexcept);
  return Throws ? unwind() : facts::CleanupId();
}

//===----------------------------------------------------------------------===//
// Arguments
//===----------------------------------------------------------------------===//

Operand Evaluator::argument(const Expr *Arg, QualType Param) {
  Operand V = value(Arg);
  const bool ByReference =
      Arg->isGLValue() || (!Param.isNull() && Param->isReferenceType());
  if (ByReference && V.Kind == OperandKind::Object)
    V = BodyBuilder::address(V.path());
  escape(V, Param);
  return V;
}

void Evaluator::addArguments(llvm::ArrayRef<const Expr *> Args,
                             const FunctionProtoType *T,
                             llvm::SmallVectorImpl<Operand> &Operands) {
  for (unsigned I = 0; I < Args.size(); ++I)
    Operands.push_back(argument(
        Args[I], T && I < T->getNumParams() ? T->getParamType(I) : QualType()));
}

/// Adds `this` as the first operand where there is one. False: the call is not
/// one of a member.
bool Evaluator::addObject(const CallExpr *E, const FunctionDecl *F,
                          llvm::SmallVectorImpl<Operand> &Operands,
                          unsigned &FirstArg) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  const Expr *Object = nullptr;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    Object = Member->getImplicitObjectArgument();
  } else if (isa<CXXOperatorCallExpr>(E) && Method &&
             !Method->isExplicitObjectMemberFunction() && E->getNumArgs() > 0) {
    Object = E->getArg(0);
    FirstArg = 1;
    if (Method->isStatic()) {
      value(Object);
      return false;
    }
  }
  if (!Object)
    return false;
  Operand V = value(Object);
  if (Method &&
      (Method->isStatic() || Method->isExplicitObjectMemberFunction()))
    return false;
  if (V.Kind == OperandKind::Opaque) { // typeid(x).name()
    Operands.push_back(V);
    return true;
  }
  QualType T = Object->getType();
  if (Object->isPRValue() && T->isPointerType())
    T = T->getPointeeType();
  Operand This = addressOf(placeOf(V), T);
  escape(This, Method && Method->isConst() ? Ctx.getPointerType(T.withConst())
                                           : QualType());
  Operands.push_back(This);
  return true;
}

//===----------------------------------------------------------------------===//
// Dispatch
//===----------------------------------------------------------------------===//

/// The method that a virtual call really runs, if Clang can tell; else null.
static const CXXMethodDecl *devirtualised(const CXXMethodDecl *M,
                                          const Expr *Object) {
  if (!Object)
    return nullptr;
  return const_cast<CXXMethodDecl *>(M)->getDevirtualizedMethod(
      Object, /*IsAppleKext=*/false);
}

/// \p F, or what it resolves to; sets \p Virtual if only run time knows.
static const FunctionDecl *resolveTarget(const CallExpr *E,
                                         const FunctionDecl *F,
                                         const ASTContext &Ctx, bool &Virtual) {
  Virtual = false;
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(F);
  if (!M || !M->isVirtual())
    return F;
  const Expr *Object = nullptr;
  if (const auto *Member =
          dyn_cast<MemberExpr>(E->getCallee()->IgnoreParens())) {
    if (!Member->performsVirtualDispatch(Ctx.getLangOpts()))
      return F;
    Object = Member->getBase();
  } else if (isa<CXXOperatorCallExpr>(E) && E->getNumArgs() > 0) {
    Object = E->getArg(0);
  }
  if (const CXXMethodDecl *Known = devirtualised(M, Object))
    return Known;
  Virtual = true;
  return F;
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

/// Passes on the first \p Count parameters that the function was given.
void Evaluator::addOwnParameters(unsigned Count,
                                 llvm::SmallVectorImpl<Operand> &Operands) {
  Count = std::min(Count, Function->getNumParams());
  for (const ParmVarDecl *P : Function->parameters().take_front(Count)) {
    PathId Root = variableRoot(P);
    QualType T = P->getType();
    if (T->isReferenceType())
      Operands.push_back(BodyBuilder::address(Out.paths().deref(Root, 0)));
    else if (isBuilt(T))
      Operands.push_back(BodyBuilder::object(Root));
    else
      Operands.push_back(isTracked(T) ? BodyBuilder::load(Root, 0) : opaque());
  }
}

void Evaluator::invoke(const CXXMethodDecl *Call, SourceLocation Loc) {
  QualType Closure = compat::typeOf(Ctx, Call->getParent());
  llvm::SmallVector<Operand, 8> Operands;
  if (!Call->isStatic())
    Operands.push_back(BodyBuilder::address(Out.makeTemporary(Closure, Loc)));
  addOwnParameters(Function->getNumParams(), Operands);
  const uint32_t Ordinal = Out.nextOrdinal();
  QualType T = Call->getReturnType();
  PathId Result;
  if (isBuilt(T))
    Result = Out.paths().root(PathKind::Return, 0);
  else if (!T->isVoidType())
    Result = Out.paths().root(PathKind::Result, Ordinal);
  facts::FunctionId Callee = Decls.function(Call);
  facts::Fact &Fact = Out.emit(FactKind::Call, Loc, Result, Operands);
  Fact.Callee = Callee;
  Fact.Unwind = unwindOf(Callee);
  Fact.Detail = Ordinal;
  if (T->isVoidType())
    return;
  Out.emit(FactKind::Return, Loc, {},
           isBuilt(T) ? BodyBuilder::object(Result)
           : T->isReferenceType()
               ? BodyBuilder::address(Out.paths().deref(Result, 0))
           : isTracked(T) ? BodyBuilder::load(Result, 0)
                          : opaque());
}

/// The function that the conversion of a lambda to a function pointer yields;
/// null if \p F is none.
static const FunctionDecl *lambdaInvoker(const FunctionDecl *F) {
  const auto *Conversion = dyn_cast_or_null<CXXConversionDecl>(F);
  if (!Conversion || !Conversion->getParent()->isLambda() ||
      !Conversion->hasBody())
    return nullptr;
  const auto *Body = dyn_cast<CompoundStmt>(Conversion->getBody());
  if (!Body || Body->body_empty())
    return nullptr;
  const auto *Return = dyn_cast<ReturnStmt>(Body->body_back());
  const Expr *E = Return ? Return->getRetValue() : nullptr;
  while (E) {
    E = E->IgnoreParenImpCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return dyn_cast<FunctionDecl>(Ref->getDecl());
    const auto *AddressOf = dyn_cast<UnaryOperator>(E);
    E = AddressOf ? AddressOf->getSubExpr() : nullptr;
  }
  return nullptr;
}

/// Calls that are no calls: what the compiler itself computes.
Operand Evaluator::builtinCall(const CallExpr *E, bool &Done) {
  Done = false;
  const FunctionDecl *F = E->getDirectCallee();
  if (const FunctionDecl *Invoker = lambdaInvoker(F)) {
    Done = true;
    value(cast<CXXMemberCallExpr>(E)->getImplicitObjectArgument());
    return BodyBuilder::function(Decls.function(Invoker));
  }
  unsigned Id = F ? F->getBuiltinID() : 0;
  if (!Id)
    return opaque();
  if (const Expr *Arg = forwardedArgument(E)) {
    Done = true;
    return value(Arg);
  }
  if (Id == Builtin::BIaddressof || Id == Builtin::BI__addressof ||
      Id == Builtin::BI__builtin_addressof) {
    Done = true;
    return pointerTo(value(E->getArg(0)));
  }
  llvm::StringRef Name = F->getName();
  // Arithmetic, queries and hints of the compiler. Those that stand for a
  // function of the C library, and those that end the program, are calls.
  if (Name.starts_with("__builtin_") && !F->isNoReturn() &&
      (!Ctx.BuiltinInfo.isLibFunction(Id) ||
       Name.starts_with("__builtin_va_") ||
       Name.starts_with("__builtin_alloca"))) {
    Done = true;
    for (const Expr *Arg : E->arguments())
      value(Arg);
    return constantOf(E);
  }
  return opaque();
}

Operand Evaluator::finishCall(const CallExpr *E, const FunctionDecl *F,
                              facts::FunctionId Callee,
                              llvm::SmallVectorImpl<Operand> &Operands,
                              uint8_t Flags) {
  const uint32_t Ordinal = Out.nextOrdinal();
  QualType T = E->getType();
  const bool Builds = E->isPRValue() && isBuilt(T);
  PathId Path;
  if (Builds)
    Path = destination(E);
  else if (E->isGLValue() || !T->isVoidType())
    Path = Out.paths().root(PathKind::Result, Ordinal);
  facts::CleanupId Unwind;
  if (Callee) {
    Unwind = unwindOf(Callee);
  } else {
    QualType Called = E->getCallee()->getType();
    if (Called->isSpecificBuiltinType(BuiltinType::BoundMember))
      Called = Expr::findBoundMemberType(E->getCallee());
    if (!Called.isNull() && !Called->getPointeeType().isNull())
      Called = Called->getPointeeType();
    if (Called.isNull() || mayThrow(Called->getAs<FunctionProtoType>()))
      Unwind = unwind();
  }
  if (Builds && Scan.destination(E).Kind == Destination::Temporary)
    Flags |= facts::FF_Temporary;
  facts::Fact &Fact = Out.emit(FactKind::Call, E->getExprLoc(), Path, Operands);
  Fact.Callee = Callee;
  Fact.Unwind = Unwind;
  Fact.Flags = Flags;
  Fact.Detail = Ordinal;
  if (!InShared)
    destroyShared(0);
  if (Builds)
    return BodyBuilder::object(Path);
  if (E->isGLValue())
    return BodyBuilder::address(Out.paths().deref(Path, 0));
  return isTracked(T) ? BodyBuilder::load(Path, 0) : opaque();
}

/// An assignment bit by bit.
Operand Evaluator::assignObject(const CallExpr *E) {
  const bool IsOperator = isa<CXXOperatorCallExpr>(E);
  const Expr *Object =
      IsOperator ? E->getArg(0)
                 : cast<CXXMemberCallExpr>(E)->getImplicitObjectArgument();
  const Expr *Source = E->getArg(IsOperator ? 1 : 0);
  Operand To = value(Object);
  Operand From = value(Source);
  QualType T = Source->getType();
  const auto *R = T->getAsCXXRecordDecl();
  if (From.hasPath() && To.hasPath() && !(R && R->isEmpty())) {
    readObject(From, T, E->getExprLoc());
    store(BodyBuilder::address(placeOf(To)), BodyBuilder::object(placeOf(From)),
          T, E->getExprLoc(), 0);
  }
  return addressOf(placeOf(To), T);
}

Operand Evaluator::evaluateCall(const CallExpr *E) {
  bool Done = false;
  Operand Builtin = builtinCall(E, Done);
  if (Done)
    return Builtin;
  if (isa<CXXPseudoDestructorExpr>(E->getCallee()->IgnoreParens())) {
    value(cast<CXXPseudoDestructorExpr>(E->getCallee()->IgnoreParens())
              ->getBase());
    return opaque();
  }
  if (Scan.resumes(E))
    Out.emit(FactKind::Suspend, E->getExprLoc());
  bool Virtual = false;
  const FunctionDecl *F = resolveTarget(E, E->getDirectCallee(), Ctx, Virtual);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  if (Method && Method->isTrivial() && E->getNumArgs() > 0 &&
      (Method->isCopyAssignmentOperator() ||
       Method->isMoveAssignmentOperator()))
    return assignObject(E);
  llvm::SmallVector<Operand, 8> Operands;
  uint8_t Flags = Virtual ? facts::FF_Virtual : 0;
  Operand Callee = opaque();
  const Expr *CalleeExpr = E->getCallee();
  if (!F) {
    Callee = value(CalleeExpr);
    if (Callee.Kind != OperandKind::Function) {
      Flags |= facts::FF_Indirect;
      Operands.push_back(Callee);
    }
  }
  unsigned FirstArg = 0;
  addObject(E, F, Operands, FirstArg);
  const FunctionProtoType *Type = nullptr;
  if (F) {
    Type = F->getType()->getAs<FunctionProtoType>();
  } else {
    QualType T = CalleeExpr->getType();
    if (T->isSpecificBuiltinType(BuiltinType::BoundMember))
      T = Expr::findBoundMemberType(CalleeExpr);
    else if (T->isPointerType())
      T = T->getPointeeType();
    if (!T.isNull())
      Type = T->getAs<FunctionProtoType>();
  }
  if (const auto *Destructor = dyn_cast_or_null<CXXDestructorDecl>(F)) {
    facts::FunctionId Id = Decls.function(Destructor);
    facts::Fact &Fact = Out.emit(FactKind::Destroy, E->getExprLoc(),
                                 placeOf(Operands[0]), Operands[0]);
    Fact.Callee = Id;
    Fact.Flags = Flags;
    Fact.Unwind = unwindOf(Id);
    return opaque();
  }
  llvm::SmallVector<const Expr *, 8> Args(E->arg_begin() + FirstArg,
                                          E->arg_end());
  // An object parameter that is written out is a parameter like others.
  addArguments(Args, Type, Operands);
  Operand Result = opaque();
  if (!F && Callee.Kind == OperandKind::Function) {
    // A pointer whose value is known: as good as a direct call.
    Result = finishCall(E, nullptr, Callee.function(), Operands, Flags);
  } else {
    facts::FunctionId Id = F ? Decls.function(F) : facts::FunctionId();
    Result = finishCall(E, F, Id, Operands, Flags);
  }
  if (Method && Method->getOverloadedOperator() == OO_Equal &&
      !Operands.empty() && Operands[0].Kind == OperandKind::Address)
    Values.define(
        entityOf(Operands[0].path(), compat::typeOf(Ctx, Method->getParent())));
  return Result;
}

} // namespace fearless::extract

//===-- Declarations.cpp - Types, functions and variables -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Declarations.h"

#include "extract/Annotations.h"

using namespace clang;

namespace fearless::extract {

Declarations::Declarations(ASTContext &Ctx, const Options &Opts,
                           facts::TranslationUnit &Unit)
    : Ctx(Ctx), Builder(Unit), Places(Ctx.getSourceManager(), Opts, Builder),
      Naming(Ctx, Places) {}

std::vector<const FunctionDecl *> Declarations::takeMentioned() {
  return std::exchange(Mentioned, {});
}

bool Declarations::isUser(const Decl *D) {
  // Clang declares its builtins where they are first used.
  const auto *F = dyn_cast<FunctionDecl>(D);
  if (F && F->isImplicit() && F->getBuiltinID())
    return false;
  return Places.isUser(D->getLocation());
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

facts::TypeId Declarations::type(QualType T) {
  T = T.isNull() ? Ctx.VoidTy : T.getCanonicalType();
  auto It = Types.find(T.getAsOpaquePtr());
  if (It != Types.end())
    return It->second;
  facts::TypeId Id = Builder.type(describe(T));
  Types[T.getAsOpaquePtr()] = Id;
  return Id;
}

static facts::TypeKind builtinKind(const BuiltinType *B) {
  if (B->getKind() == BuiltinType::Void)
    return facts::TypeKind::Void;
  if (B->getKind() == BuiltinType::Bool)
    return facts::TypeKind::Bool;
  if (B->isFloatingPoint())
    return facts::TypeKind::Floating;
  if (B->isInteger())
    return facts::TypeKind::Integer;
  return facts::TypeKind::Other;
}

facts::Type Declarations::describe(QualType T) {
  facts::Type Result;
  Result.Const = T.isConstQualified();
  Result.Volatile = T.isVolatileQualified();
  if (const auto *A = T->getAs<AtomicType>()) {
    Result = describe(A->getValueType().getCanonicalType());
    Result.Atomic = true;
    Result.Const |= T.isConstQualified();
    Result.Volatile |= T.isVolatileQualified();
    return Result;
  }
  using K = facts::TypeKind;
  if (const auto *B = T->getAs<BuiltinType>()) {
    Result.Kind = builtinKind(B);
  } else if (const auto *P = T->getAs<clang::PointerType>()) {
    Result.Kind = K::Pointer;
    Result.Element = type(P->getPointeeType());
  } else if (const auto *R = T->getAs<clang::ReferenceType>()) {
    Result.Kind =
        isa<RValueReferenceType>(R) ? K::RvalueReference : K::Reference;
    Result.Element = type(R->getPointeeType());
  } else if (const auto *A = Ctx.getAsArrayType(T)) {
    Result.Kind = K::Array;
    Result.Element = type(A->getElementType());
  } else if (const RecordDecl *R = T->getAsRecordDecl()) {
    Result.Kind = K::Record;
    Result.Record = record(R);
  } else if (T->isEnumeralType()) {
    Result.Kind = K::Enum;
  } else if (T->isFunctionType()) {
    Result.Kind = K::Function;
  } else if (T->isMemberPointerType()) {
    Result.Kind = K::MemberPointer;
  } else if (T->isIntegerType()) {
    Result.Kind = K::Integer;
  }
  return Result;
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

bool mayThrow(const FunctionProtoType *T) {
  if (!T)
    return true;
  ExceptionSpecificationType Spec = T->getExceptionSpecType();
  if (Spec == EST_Unevaluated || Spec == EST_Uninstantiated ||
      Spec == EST_Unparsed || Spec == EST_DependentNoexcept)
    return true;
  return T->canThrow() != CT_Cannot;
}

bool mayThrow(const FunctionDecl *F) {
  if (F->hasAttr<NoThrowAttr>())
    return false;
  const auto *T = F->getType()->getAs<FunctionProtoType>();
  if (T && isa<CXXDestructorDecl>(F)) {
    // A destructor is noexcept unless it says, or a member forces, otherwise;
    // Clang leaves that unevaluated until somebody needs it.
    ExceptionSpecificationType Spec = T->getExceptionSpecType();
    if (Spec == EST_Unevaluated || Spec == EST_Uninstantiated ||
        Spec == EST_None)
      return false;
  }
  if (F->isTrivial())
    return false;
  return mayThrow(T);
}

facts::FunctionId Declarations::function(const FunctionDecl *F) {
  const FunctionDecl *Key = F->getCanonicalDecl();
  auto It = Functions.find(Key);
  if (It != Functions.end())
    return It->second;
  facts::FunctionId Id(static_cast<uint32_t>(unit().Functions.size()));
  Functions[Key] = Id;
  unit().Functions.emplace_back();
  Mentioned.push_back(F);
  // Describing may mention more functions and move the table.
  facts::Function Described = describe(F);
  unit().Functions[Id.Index] = std::move(Described);
  return Id;
}

facts::FunctionId Declarations::staticInit(const VarDecl *V) {
  facts::Function Result;
  Result.Name = Builder.string("$init:" + Naming.identity(V));
  Result.Qualified = Builder.string(Naming.qualified(V));
  Result.Flags = facts::FnF_StaticInit | facts::FnF_Implicit;
  if (!V->isExternallyVisible())
    Result.Flags |= facts::FnF_Internal;
  if (V->isInline())
    Result.Flags |= facts::FnF_Inline;
  if (V->getTemplateSpecializationKind() != TSK_Undeclared)
    Result.Flags |= facts::FnF_Template | facts::FnF_Inline;
  Result.Result = type(Ctx.VoidTy);
  Result.Loc = Places.location(V->getLocation());
  facts::FunctionId Id(static_cast<uint32_t>(unit().Functions.size()));
  unit().Functions.push_back(std::move(Result));
  return Id;
}

facts::FunctionId Declarations::builtin(llvm::StringRef Name, QualType Result) {
  auto [It, New] = Builtins.try_emplace(Name);
  if (!New)
    return It->second;
  facts::Function Described;
  Described.Name = Described.Qualified = Builder.string(Name);
  Described.Flags = facts::FnF_Implicit | facts::FnF_Noexcept;
  Described.Result = type(Result);
  It->second =
      facts::FunctionId(static_cast<uint32_t>(unit().Functions.size()));
  unit().Functions.push_back(std::move(Described));
  return It->second;
}

uint32_t Declarations::methodFlags(const CXXMethodDecl *M) {
  uint32_t Flags = 0;
  if (M->isStatic())
    Flags |= facts::FnF_Static;
  else if (!M->isExplicitObjectMemberFunction())
    Flags |= facts::FnF_Method;
  if (isa<CXXDestructorDecl>(M))
    Flags |= facts::FnF_Destructor;
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(M)) {
    Flags |= facts::FnF_Constructor;
    if (Ctor->isCopyOrMoveConstructor())
      Flags |= facts::FnF_MoveOrCopy;
  }
  if (M->isCopyAssignmentOperator() || M->isMoveAssignmentOperator())
    Flags |= facts::FnF_MoveOrCopy;
  if (M->isVirtual())
    Flags |= facts::FnF_Virtual;
  if (M->isPureVirtual())
    Flags |= facts::FnF_Pure;
  if (M->isConst())
    Flags |= facts::FnF_Const;
  if (M->hasAttr<FinalAttr>())
    Flags |= facts::FnF_Final;
  if (M->getParent()->isLambda() && M->getOverloadedOperator() == OO_Call)
    Flags |= facts::FnF_LambdaCall;
  return Flags;
}

uint32_t Declarations::functionFlags(const FunctionDecl *F) {
  uint32_t Flags = 0;
  if (const auto *M = dyn_cast<CXXMethodDecl>(F))
    Flags |= methodFlags(M);
  if (!mayThrow(F))
    Flags |= facts::FnF_Noexcept;
  if (F->isNoReturn() || F->hasAttr<AnalyzerNoReturnAttr>())
    Flags |= facts::FnF_NoReturn;
  if (F->isVariadic())
    Flags |= facts::FnF_Variadic;
  if (!F->isExternallyVisible())
    Flags |= facts::FnF_Internal;
  // What is static in a user's header is the same in all units, by name.
  const bool Shared = !F->isExternallyVisible() && isUser(F) &&
                      !Places.isMain(F->getLocation());
  if (F->isInlined() || Shared)
    Flags |= facts::FnF_Inline;
  if (!isUser(F))
    Flags |= facts::FnF_System;
  if (F->isImplicit() || F->isDefaulted())
    Flags |= facts::FnF_Implicit;
  if (F->isTemplateInstantiation())
    Flags |= facts::FnF_Template | facts::FnF_Inline;
  if (F->isMain())
    Flags |= facts::FnF_Main;
  return Flags;
}

facts::Function Declarations::describe(const FunctionDecl *F) {
  facts::Function Result;
  // Reports point to the body where there is one.
  const FunctionDecl *Definition = nullptr;
  const FunctionDecl *Shown = F->isDefined(Definition) ? Definition : F;
  Result.Name = Builder.string(Naming.identity(F));
  Result.Qualified = Builder.string(Naming.qualified(F));
  Result.Flags = functionFlags(F);
  Result.Loc = Places.location(Shown->getLocation());
  Result.Result = type(F->getReturnType());
  for (const ParmVarDecl *P : Shown->parameters()) {
    Result.Parameters.push_back(type(P->getType()));
    Result.ParameterNames.push_back(Builder.string(P->getName()));
  }
  Result.Annotations = annotationsOf(F, Naming.policy(), Builder);
  for (const ParmVarDecl *P : Shown->parameters())
    addParameterAnnotations(P, Result.Annotations, Naming.policy(), Builder);
  if (const auto *M = dyn_cast<CXXMethodDecl>(F)) {
    Result.Owner = record(M->getParent());
    for (const CXXMethodDecl *Base : M->overridden_methods())
      Result.Overrides.push_back(function(Base));
  }
  return Result;
}

//===----------------------------------------------------------------------===//
// Variables
//===----------------------------------------------------------------------===//

facts::VariableId Declarations::variable(const VarDecl *V) {
  const VarDecl *Key = V->getCanonicalDecl();
  auto It = Variables.find(Key);
  if (It != Variables.end())
    return It->second;
  facts::VariableId Id(static_cast<uint32_t>(unit().Variables.size()));
  Variables[Key] = Id;
  unit().Variables.emplace_back();
  facts::Variable Described = describe(V);
  unit().Variables[Id.Index] = std::move(Described);
  return Id;
}

/// The macro that \p V's initialiser consists of, if it does.
facts::StringId Declarations::initialiserMacro(const VarDecl *V) {
  const Expr *Init = V->getAnyInitializer();
  if (!Init)
    return Builder.string("");
  SourceLocation Begin = Init->getBeginLoc(), End = Init->getEndLoc();
  if (!Begin.isMacroID() || !End.isMacroID())
    return Builder.string("");
  const SourceManager &SM = Ctx.getSourceManager();
  CharSourceRange Of = SM.getImmediateExpansionRange(Begin);
  if (Of.getBegin() != SM.getImmediateExpansionRange(End).getBegin())
    return Builder.string("");
  return Builder.string(
      Lexer::getImmediateMacroName(Begin, SM, Ctx.getLangOpts()));
}

/// Never written after its constant initialisation.
static bool isConstant(const VarDecl *V, const ASTContext &Ctx) {
  if (V->isConstexpr())
    return true;
  QualType T = V->getType();
  if (!T.isConstQualified() || V->getAnyInitializer() == nullptr)
    return false;
  if (T->isScalarType() && V->hasConstantInitialization())
    return true;
  const auto *R = Ctx.getBaseElementType(T)->getAsCXXRecordDecl();
  return V->hasConstantInitialization() && (!R || !R->hasMutableFields());
}

facts::Variable Declarations::describe(const VarDecl *V) {
  facts::Variable Result;
  const VarDecl *Definition = V->getDefinition();
  const VarDecl *Shown = Definition ? Definition : V;
  Result.Name = Builder.string(Naming.identity(V));
  Result.Qualified = Builder.string(Naming.qualified(V));
  Result.Type = type(V->getType());
  Result.Loc = Places.location(Shown->getLocation());
  Result.InitialiserMacro = initialiserMacro(Shown);
  Result.Annotations = annotationsOf(V, Naming.policy(), Builder);
  if (V->getTLSKind() != VarDecl::TLS_None)
    Result.Flags |= facts::VF_ThreadLocal;
  if (V->isStaticLocal())
    Result.Flags |= facts::VF_FunctionStatic;
  if (V->isStaticDataMember())
    Result.Flags |= facts::VF_StaticMember;
  if (!V->isExternallyVisible())
    Result.Flags |= facts::VF_Internal;
  if (isConstant(Shown, Ctx))
    Result.Flags |= facts::VF_Constant;
  if (!isUser(V))
    Result.Flags |= facts::VF_System;
  if (Definition ||
      V->isThisDeclarationADefinition() != VarDecl::DeclarationOnly)
    Result.Flags |= facts::VF_Defined;
  return Result;
}

} // namespace fearless::extract

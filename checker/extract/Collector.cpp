//===-- Collector.cpp - What of a translation unit is user code -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Collector.h"

using namespace clang;

namespace fearless::extract {

void Collector::addContents(const DeclContext *DC) {
  for (const Decl *D : DC->decls())
    add(D);
}

void Collector::add(const Decl *D) {
  if (D->isInvalidDecl() || !Decls.isUser(D))
    return;
  switch (D->getKind()) {
  case Decl::Namespace:
  case Decl::LinkageSpec:
  case Decl::Export:
    return addContents(cast<DeclContext>(D));
  case Decl::FunctionTemplate:
    for (const FunctionDecl *F :
         cast<FunctionTemplateDecl>(D)->specializations())
      addFunction(F);
    return;
  case Decl::ClassTemplate:
    for (const ClassTemplateSpecializationDecl *S :
         cast<ClassTemplateDecl>(D)->specializations())
      addClass(S);
    return;
  case Decl::VarTemplate:
    for (const VarTemplateSpecializationDecl *S :
         cast<VarTemplateDecl>(D)->specializations())
      addVariable(S);
    return;
  case Decl::Friend:
    if (const NamedDecl *Befriended = cast<FriendDecl>(D)->getFriendDecl())
      add(Befriended);
    return;
  default:
    break;
  }
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    addFunction(F);
  else if (const auto *R = dyn_cast<RecordDecl>(D))
    addClass(R);
  else if (const auto *V = dyn_cast<VarDecl>(D))
    addVariable(V);
}

/// Is there a body to extract at \p F?
static bool hasUsableBody(const FunctionDecl *F) {
  return F->doesThisDeclarationHaveABody() && !F->isInvalidDecl() &&
         !F->isDependentContext() && !F->isLateTemplateParsed() &&
         !F->isDeleted() && !F->isTrivial() && F->getBody();
}

void Collector::addFunction(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F->isDefined(Definition) || !hasUsableBody(Definition))
    return;
  if (!Decls.isUser(Definition) || !Seen.insert(F->getCanonicalDecl()).second)
    return;
  const auto *Method = dyn_cast<CXXMethodDecl>(Definition);
  if (Method && Method->isLambdaStaticInvoker())
    Invokers.push_back(Method);
  else
    Functions.push_back(Definition);
}

void Collector::addMentioned(const FunctionDecl *F) {
  if (!Decls.isUser(F))
    return;
  addFunction(F);
  const auto *D = dyn_cast<CXXDestructorDecl>(F);
  if (D && D->isDefaulted() && !D->isTrivial() && !D->isDeleted() &&
      !D->isDependentContext() && !D->isDefined() &&
      Seen.insert(F->getCanonicalDecl()).second)
    Destructors.push_back(D);
}

void Collector::addVariable(const VarDecl *V) {
  if (!V->isFileVarDecl() || V->getType()->isDependentType() ||
      V->getDeclContext()->isDependentContext())
    return;
  if (V->getDescribedVarTemplate() ||
      isa<VarTemplatePartialSpecializationDecl>(V))
    return;
  const VarDecl *Definition = V->getDefinition();
  if (!Definition)
    return;
  if (Seen.insert(V->getCanonicalDecl()).second)
    Variables.push_back(Definition);
}

void Collector::addClass(const RecordDecl *R) {
  const RecordDecl *Definition = R->getDefinition();
  if (!Definition || Definition->isInvalidDecl() ||
      Definition->isDependentContext() || !Decls.isUser(Definition) ||
      !Seen.insert(Definition->getCanonicalDecl()).second)
    return;
  Classes.push_back(Definition);
  addContents(Definition);
}

} // namespace fearless::extract

//===-- Records.cpp - Classes, their fields and methods -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Annotations.h"
#include "extract/Declarations.h"

using namespace clang;

namespace fearless::extract {

facts::RecordId Declarations::record(const RecordDecl *R) {
  const auto *Key = cast<RecordDecl>(R->getCanonicalDecl());
  auto It = Records.find(Key);
  if (It != Records.end())
    return It->second;
  facts::RecordId Id(static_cast<uint32_t>(unit().Records.size()));
  Records[Key] = Id;
  unit().Records.emplace_back();
  const RecordDecl *Definition = R->getDefinition();
  // Describing mentions other entities and may move the table.
  facts::Record Described = describe(Definition ? Definition : R, Id);
  llvm::append_range(Described.Fields, unit().Records[Id.Index].Fields);
  unit().Records[Id.Index] = std::move(Described);
  return Id;
}

facts::FieldId Declarations::field(const FieldDecl *F) {
  const FieldDecl *Key = F->getCanonicalDecl();
  auto It = Fields.find(Key);
  if (It != Fields.end())
    return It->second;
  // A user's record enters its fields when it is described. Those of system
  // records are entered one by one, as they are mentioned.
  facts::RecordId Owner = record(F->getParent());
  It = Fields.find(Key);
  if (It != Fields.end())
    return It->second;
  facts::FieldId Id(static_cast<uint32_t>(unit().Fields.size()));
  Fields[Key] = Id;
  FieldDecls.push_back(F);
  unit().Records[Owner.Index].Fields.push_back(Id);
  facts::Field Result;
  Result.Name = Builder.string(F->getName());
  Result.Owner = Owner;
  Result.Index = F->getFieldIndex();
  Result.Flags = (F->isMutable() ? facts::FdF_Mutable : 0) |
                 (F->isBitField() ? facts::FdF_BitField : 0);
  Result.Loc = Places.location(F->getLocation());
  unit().Fields.push_back(Result);
  facts::TypeId T = type(F->getType());
  unit().Fields[Id.Index].Type = T;
  return Id;
}

uint8_t Declarations::captureFlags(const CXXRecordDecl *Closure,
                                   const FieldDecl *F, std::string &Name) {
  if (F->getFieldIndex() >= Closure->capture_size())
    return 0;
  const LambdaCapture &Capture = Closure->captures_begin()[F->getFieldIndex()];
  if (Capture.capturesThis()) {
    Name = "this";
    return facts::FdF_CaptureThis;
  }
  if (!Capture.capturesVariable())
    return 0;
  Name = Capture.getCapturedVar()->getNameAsString();
  return F->getType()->isReferenceType() ? facts::FdF_CaptureByReference : 0;
}

/// `int : 0`: the bit-field after it is a memory location of its own.
static bool endsLocation(const FieldDecl *F, const ASTContext &Ctx) {
  return F->isUnnamedBitField() && !F->getBitWidth()->isValueDependent() &&
         F->getBitWidth()->EvaluateKnownConstInt(Ctx).isZero();
}

void Declarations::describeFields(const RecordDecl *R, facts::Record &Result,
                                  facts::RecordId Id) {
  const auto *CXX = dyn_cast<CXXRecordDecl>(R);
  const bool IsLambda = CXX && CXX->isLambda();
  // All get their ids first: a type may lead back here.
  uint32_t First = unit().Fields.size();
  for (const FieldDecl *F : R->fields()) {
    facts::FieldId FieldId(static_cast<uint32_t>(unit().Fields.size()));
    Fields[F->getCanonicalDecl()] = FieldId;
    FieldDecls.push_back(F);
    Result.Fields.push_back(FieldId);
    unit().Fields.emplace_back();
  }
  uint32_t Index = 0;
  bool Ended = false;
  for (const FieldDecl *F : R->fields()) {
    facts::Field Described;
    std::string Name = F->getNameAsString();
    Described.Owner = Id;
    Described.Index = Index;
    if (F->isMutable())
      Described.Flags |= facts::FdF_Mutable;
    if (F->isBitField())
      Described.Flags |=
          facts::FdF_BitField | (Ended ? facts::FdF_OwnLocation : 0);
    Ended = endsLocation(F, Ctx);
    if (IsLambda)
      Described.Flags |= captureFlags(CXX, F, Name);
    Described.Name = Builder.string(Name);
    Described.Type = type(F->getType());
    Described.Loc = Places.location(F->getLocation());
    Described.Annotations = annotationsOf(F, Naming.policy(), Builder);
    unit().Fields[First + Index++] = std::move(Described);
  }
}

void Declarations::describeMethods(const CXXRecordDecl *R,
                                   facts::Record &Result) {
  if (R->isPolymorphic() || isUser(R)) {
    for (const CXXMethodDecl *M : R->methods())
      if (M->isVirtual() || M->getOverloadedOperator() == OO_Call)
        if (!isa<CXXDestructorDecl>(M) && !M->getDescribedFunctionTemplate())
          Result.Methods.push_back(function(M));
  } else {
    DeclarationName Call = Ctx.DeclarationNames.getCXXOperatorName(OO_Call);
    for (const NamedDecl *D : R->lookup(Call))
      if (const auto *M = dyn_cast<CXXMethodDecl>(D))
        Result.Methods.push_back(function(M));
  }
  if (const CXXDestructorDecl *D = R->getDestructor(); D && !D->isTrivial())
    Result.Methods.push_back(function(D));
  // A generic lambda's bodies are its instantiations.
  if (const FunctionTemplateDecl *Generic =
          R->isLambda() ? R->getDependentLambdaCallOperator() : nullptr)
    for (const FunctionDecl *F : Generic->specializations())
      Result.Methods.push_back(function(F));
}

void Declarations::describeClass(const CXXRecordDecl *R,
                                 facts::Record &Result) {
  if (R->isPolymorphic())
    Result.Flags |= facts::RF_Polymorphic;
  if (R->isAbstract())
    Result.Flags |= facts::RF_Abstract;
  if (!R->hasTrivialDestructor())
    Result.Flags |= facts::RF_NonTrivialDestructor;
  if (R->isEffectivelyFinal())
    Result.Flags |= facts::RF_Final;
  if (R->isLambda())
    Result.Flags |= facts::RF_Lambda;
  for (const CXXBaseSpecifier &Base : R->bases())
    if (const RecordDecl *B = Base.getType()->getAsRecordDecl())
      Result.Bases.push_back({record(B), Base.isVirtual()});
  describeMethods(R, Result);
}

facts::Record Declarations::describe(const RecordDecl *R, facts::RecordId Id) {
  facts::Record Result;
  Result.Name = Builder.string(Naming.identity(R));
  Result.Qualified = Builder.string(Naming.qualified(R));
  Result.Display = Builder.string(Naming.display(R));
  Result.Loc = Places.location(R->getLocation());
  Result.Annotations = annotationsOf(R, Naming.policy(), Builder);
  const bool User = isUser(R);
  if (R->isUnion())
    Result.Flags |= facts::RF_Union;
  if (!User)
    Result.Flags |= facts::RF_System;
  if (R->getParentFunctionOrMethod())
    Result.Flags |= facts::RF_Local;
  if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(R))
    for (const TemplateArgument &Arg : Spec->getTemplateArgs().asArray()) {
      if (Arg.getKind() == TemplateArgument::Type)
        Result.TemplateArguments.push_back(type(Arg.getAsType()));
      if (Arg.getKind() == TemplateArgument::Pack)
        for (const TemplateArgument &Inner : Arg.pack_elements())
          if (Inner.getKind() == TemplateArgument::Type)
            Result.TemplateArguments.push_back(type(Inner.getAsType()));
    }
  if (!R->isCompleteDefinition() || R->isInvalidDecl() ||
      R->isDependentContext())
    return Result;
  Result.Flags |= facts::RF_Complete;
  if (User)
    describeFields(R, Result, Id);
  if (const auto *CXX = dyn_cast<CXXRecordDecl>(R))
    describeClass(CXX, Result);
  return Result;
}

} // namespace fearless::extract

//===-- Names.cpp - What entities are called ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Names.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace fearless::extract {

Names::Names(ASTContext &Ctx, Sources &Places)
    : Ctx(Ctx), Places(Places), Mangler(Ctx.createMangleContext()),
      Policy(compat::namePolicy(Ctx)) {}

Names::~Names() = default;

//===----------------------------------------------------------------------===//
// Identity
//===----------------------------------------------------------------------===//

std::string Names::mangled(const GlobalDecl &D) {
  // Rare constructs have no mangling yet, which Clang reports as an error; the
  // compiler proper may never need the name.
  DiagnosticsEngine &Diags = Ctx.getDiagnostics();
  bool Suppressed = Diags.getSuppressAllDiagnostics();
  Diags.setSuppressAllDiagnostics(true);
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  Mangler->mangleName(D, OS);
  Diags.setSuppressAllDiagnostics(Suppressed);
  return Result;
}

/// The closure that \p DC is or lies in as a member, if any.
static const CXXRecordDecl *closureOf(const DeclContext *DC) {
  const auto *R = dyn_cast<CXXRecordDecl>(DC);
  return R && R->isLambda() ? R : nullptr;
}

std::string Names::fileSuffix(const NamedDecl *D) {
  SourceLocation L = D->getLocation();
  // What is static in a user's header is the same code in each file that
  // includes it. An instantiation over a local type is not.
  bool InHeader = Places.isUser(L) && !Places.isMain(L);
  bool Instance = false;
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    Instance = F->isTemplateInstantiation() ||
               isa<ClassTemplateSpecializationDecl>(F->getDeclContext());
  else if (isa<VarDecl, ClassTemplateSpecializationDecl>(D))
    Instance = true;
  return "@" + (InHeader && !Instance ? Places.path(L) : Places.mainPath());
}

std::string Names::memberOfLambda(const FunctionDecl *F,
                                  const CXXRecordDecl *Closure) {
  std::string Name = identity(Closure);
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  if (Method && Method->getOverloadedOperator() == OO_Call) {
    if (const TemplateArgumentList *Args = F->getTemplateSpecializationArgs()) {
      llvm::raw_string_ostream OS(Name);
      printTemplateArgumentList(OS, Args->asArray(), Policy);
    }
    return Name;
  }
  if (isa<CXXDestructorDecl>(F))
    return Name + "::~";
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
    return Name + (Ctor->isCopyConstructor()   ? "::copy"
                   : Ctor->isMoveConstructor() ? "::move"
                                               : "::construct");
  return Name + "::" + F->getDeclName().getAsString();
}

/// __builtin_memcpy is memcpy under another name.
static llvm::StringRef libraryName(const FunctionDecl *F,
                                   const ASTContext &Ctx) {
  llvm::StringRef Name = F->getName();
  if (unsigned Id = F->getBuiltinID();
      Id && Ctx.BuiltinInfo.isLibFunction(Id) && Name.starts_with("__builtin_"))
    Name = Name.drop_front(10);
  return Name;
}

std::string Names::identity(const FunctionDecl *F) {
  if (const CXXRecordDecl *Closure = closureOf(F->getDeclContext()))
    return memberOfLambda(F, Closure);
  std::string Name;
  if (Mangler->shouldMangleDeclName(F)) {
    GlobalDecl GD;
    if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(F))
      GD = GlobalDecl(Ctor, Ctor_Complete);
    else if (const auto *Dtor = dyn_cast<CXXDestructorDecl>(F))
      GD = GlobalDecl(Dtor, Dtor_Complete);
    else
      GD = GlobalDecl(F);
    Name = mangled(GD);
  } else {
    Name =
        F->getIdentifier() ? libraryName(F, Ctx).str() : F->getNameAsString();
  }
  if (!F->isExternallyVisible())
    Name += fileSuffix(F);
  return Name;
}

std::string Names::identity(const VarDecl *V) {
  std::string Name;
  if (Mangler->shouldMangleDeclName(V)) {
    Name = mangled(GlobalDecl(V));
  } else if (const auto *F = dyn_cast<FunctionDecl>(V->getDeclContext());
             F && V->isStaticLocal()) {
    unsigned Ordinal = 0;
    for (const Decl *D : F->decls()) {
      if (D == V)
        break;
      if (const auto *Other = dyn_cast<VarDecl>(D);
          Other && Other->isStaticLocal() &&
          Other->getDeclName() == V->getDeclName())
        ++Ordinal;
    }
    Name = identity(F) + "." + V->getNameAsString();
    if (Ordinal)
      Name += "." + llvm::utostr(Ordinal);
    if (!F->isExternallyVisible())
      return Name;
  } else {
    Name = V->getNameAsString();
  }
  if (!V->isExternallyVisible())
    Name += fileSuffix(V);
  return Name;
}

std::string Names::lambda(const CXXRecordDecl *Closure) {
  const DeclContext *DC = Closure->getDeclContext();
  while (!isa<FunctionDecl, RecordDecl>(DC) && !DC->isFileContext())
    DC = DC->getParent();
  std::string Outer;
  if (const auto *F = dyn_cast<FunctionDecl>(DC)) {
    Outer = identity(F);
    // Only of inline functions is the closure the same type in all files; two
    // programs may have a function of one name, and each its main.
    if (F->isExternallyVisible() && !F->isInlined() &&
        !F->isTemplateInstantiation())
      Outer += fileSuffix(F);
  } else if (const auto *R = dyn_cast<RecordDecl>(DC))
    Outer = identity(R);
  if (Outer.empty()) {
    if (const auto *V =
            dyn_cast_or_null<VarDecl>(Closure->getLambdaContextDecl()))
      Outer = identity(V);
    facts::Location L = Places.location(Closure->getLocation());
    return Outer + "$lambda" + llvm::utostr(L.Line) + ":" +
           llvm::utostr(L.Column) + fileSuffix(Closure);
  }
  unsigned Ordinal = 0;
  for (const Decl *D : DC->decls()) {
    if (D == Closure)
      break;
    if (const auto *Other = dyn_cast<CXXRecordDecl>(D);
        Other && Other->isLambda())
      ++Ordinal;
  }
  return Outer + "$lambda" + llvm::utostr(Ordinal);
}

std::string Names::anonymous(const RecordDecl *R) {
  if (const auto *Outer = dyn_cast<RecordDecl>(R->getDeclContext())) {
    unsigned Ordinal = 0;
    for (const Decl *D : Outer->decls()) {
      if (D == R)
        break;
      if (isa<RecordDecl>(D))
        ++Ordinal;
    }
    return identity(Outer) + "$anonymous" + llvm::utostr(Ordinal);
  }
  facts::Location L = Places.location(R->getLocation());
  return "$anonymous" + llvm::utostr(L.Line) + ":" + llvm::utostr(L.Column) +
         "@" + Places.path(R->getLocation());
}

std::string Names::recordOfC(const RecordDecl *R) {
  std::string Tag = R->getNameAsString();
  if (const TypedefNameDecl *Typedef = R->getTypedefNameForAnonDecl())
    Tag = Typedef->getNameAsString();
  const RecordDecl *Definition = R->getDefinition();
  if (!Definition)
    return Tag;
  std::string Layout;
  for (const FieldDecl *F : Definition->fields()) {
    Layout += F->getName();
    Layout += ':';
    QualType T = F->getType().getCanonicalType();
    // How Clang prints a type without a name depends on where it stands.
    const TagDecl *Tagged = T->getBaseElementTypeUnsafe()->getAsTagDecl();
    Layout += Tagged && !Tagged->getIdentifier() ? "{}" : T.getAsString();
    Layout += ';';
  }
  return Tag + "#" + llvm::utohexstr(llvm::xxh3_64bits(Layout));
}

std::string Names::identity(const RecordDecl *R) {
  auto It = RecordIdentities.find(R);
  if (It != RecordIdentities.end())
    return It->second;
  std::string Name;
  const auto *CXX = dyn_cast<CXXRecordDecl>(R);
  if (CXX && CXX->isLambda()) {
    Name = lambda(CXX);
  } else if (!R->getIdentifier() && !R->getTypedefNameForAnonDecl()) {
    Name = anonymous(R);
  } else if (!CXX) {
    Name = recordOfC(R);
  } else {
    DiagnosticsEngine &Diags = Ctx.getDiagnostics();
    bool Suppressed = Diags.getSuppressAllDiagnostics();
    Diags.setSuppressAllDiagnostics(true);
    llvm::raw_string_ostream OS(Name);
    Mangler->mangleCanonicalTypeName(compat::typeOf(Ctx, R), OS);
    Diags.setSuppressAllDiagnostics(Suppressed);
    if (!R->isExternallyVisible())
      Name += fileSuffix(R);
  }
  RecordIdentities[R] = Name;
  return Name;
}

//===----------------------------------------------------------------------===//
// Qualified and displayed names
//===----------------------------------------------------------------------===//

std::string Names::unqualified(const NamedDecl *D) {
  if (const auto *R = dyn_cast<CXXRecordDecl>(D); R && R->isLambda())
    return "lambda";
  DeclarationName N = D->getDeclName();
  switch (N.getNameKind()) {
  case DeclarationName::CXXConstructorName:
    return unqualified(cast<NamedDecl>(D->getDeclContext()));
  case DeclarationName::CXXDestructorName:
    return "~" + unqualified(cast<NamedDecl>(D->getDeclContext()));
  case DeclarationName::CXXConversionFunctionName: {
    QualType T = cast<CXXConversionDecl>(D)->getConversionType();
    if (const auto *R = T->getAsRecordDecl())
      return "operator " + unqualified(R);
    return "operator " + T.getCanonicalType().getAsString(Policy);
  }
  case DeclarationName::Identifier:
    if (const auto *F = dyn_cast<FunctionDecl>(D); F && F->getIdentifier())
      return libraryName(F, Ctx).str();
    if (const IdentifierInfo *Name = N.getAsIdentifierInfo())
      return Name->getName().str();
    if (const auto *T = dyn_cast<TagDecl>(D))
      if (const TypedefNameDecl *Typedef = T->getTypedefNameForAnonDecl())
        return Typedef->getNameAsString();
    return "(anonymous)";
  default:
    return N.getAsString();
  }
}

/// "ns::C::" of the names inside \p DC.
const std::string &Names::scope(const DeclContext *DC) {
  DC = DC->getPrimaryContext();
  auto It = Scopes.find(DC);
  if (It != Scopes.end())
    return It->second;
  std::string Result;
  if (const DeclContext *Parent = DC->getParent())
    Result = scope(Parent);
  if (const auto *N = dyn_cast<NamespaceDecl>(DC)) {
    if (!N->isAnonymousNamespace() && !N->isInline())
      Result += N->getName().str() + "::";
  } else if (const auto *F = dyn_cast<FunctionDecl>(DC)) {
    Result = qualified(F) + "::";
  } else if (const auto *R = dyn_cast<RecordDecl>(DC)) {
    // Members of an anonymous struct or union are members of what is around.
    if (!R->isAnonymousStructOrUnion())
      Result += unqualified(R) + "::";
  }
  return Scopes[DC] = Result;
}

std::string Names::qualified(const NamedDecl *D) {
  if (const auto *F = dyn_cast<FunctionDecl>(D))
    if (closureOf(F->getDeclContext()) &&
        F->getOverloadedOperator() == OO_Call) {
      const std::string &Scope = scope(F->getDeclContext());
      return llvm::StringRef(Scope).drop_back(2).str();
    }
  return scope(D->getDeclContext()) + unqualified(D);
}

std::string Names::display(const RecordDecl *R) {
  if (const auto *CXX = dyn_cast<CXXRecordDecl>(R)) {
    if (CXX->isLambda())
      return "lambda";
    if (const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(CXX)) {
      std::string Result = qualified(R);
      llvm::raw_string_ostream OS(Result);
      printTemplateArgumentList(
          OS, Spec->getTemplateArgs().asArray(), Policy,
          Spec->getSpecializedTemplate()->getTemplateParameters());
      return Result;
    }
  }
  return qualified(R);
}

} // namespace fearless::extract

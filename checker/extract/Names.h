//===-- Names.h - What entities are called --------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes the two names of facts/Entities.h: the identity over translation units
// and the qualified name that people and models use. A name depends only on the
// declaration, never on the order in which names are asked for; the exception
// is Clang's own numbering of lambdas and anonymous types inside mangled names,
// which such names therefore carry their file with.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_NAMES_H
#define FEARLESS_EXTRACT_NAMES_H

#include "extract/Sources.h"

namespace fearless::extract {

class Names {
public:
  Names(clang::ASTContext &Ctx, Sources &Places);
  ~Names();

  std::string identity(const clang::FunctionDecl *F);
  std::string identity(const clang::VarDecl *V);
  std::string identity(const clang::RecordDecl *R);

  std::string qualified(const clang::NamedDecl *D);
  /// With template arguments, as a message shows a type.
  std::string display(const clang::RecordDecl *R);
  const clang::PrintingPolicy &policy() const { return Policy; }

private:
  std::string mangled(const clang::GlobalDecl &D);
  std::string fileSuffix(const clang::NamedDecl *D);
  std::string lambda(const clang::CXXRecordDecl *Closure);
  std::string memberOfLambda(const clang::FunctionDecl *F,
                             const clang::CXXRecordDecl *Closure);
  std::string anonymous(const clang::RecordDecl *R);
  std::string recordOfC(const clang::RecordDecl *R);
  const std::string &scope(const clang::DeclContext *DC);
  std::string unqualified(const clang::NamedDecl *D);

  clang::ASTContext &Ctx;
  Sources &Places;
  std::unique_ptr<clang::MangleContext> Mangler;
  clang::PrintingPolicy Policy;
  llvm::DenseMap<const clang::DeclContext *, std::string> Scopes;
  llvm::DenseMap<const clang::RecordDecl *, std::string> RecordIdentities;
};

} // namespace fearless::extract

#endif

//===-- Declarations.h - Declarations to entities -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Gives each declaration that facts mention its id, and describes it in the
// unit's tables the first time. Each canonical declaration is described once;
// later look-ups are one hash away. Functions that were mentioned wait in
// takeMentioned() for whoever extracts bodies.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_DECLARATIONS_H
#define FEARLESS_EXTRACT_DECLARATIONS_H

#include "extract/Names.h"
#include "extract/Sources.h"

namespace fearless::extract {

class Declarations {
public:
  Declarations(clang::ASTContext &Ctx, const Options &Opts,
               facts::TranslationUnit &Unit);

  facts::FunctionId function(const clang::FunctionDecl *F);
  /// The synthetic function that initialises \p V.
  facts::FunctionId staticInit(const clang::VarDecl *V);
  /// The function that the compiler has built in under \p Name, but without a
  /// declaration.
  facts::FunctionId builtin(llvm::StringRef Name, clang::QualType Result);
  facts::VariableId variable(const clang::VarDecl *V);
  facts::RecordId record(const clang::RecordDecl *R);
  facts::FieldId field(const clang::FieldDecl *F);
  /// The inverse.
  const clang::FieldDecl *declaration(facts::FieldId F) const {
    return FieldDecls[F.Index];
  }
  facts::TypeId type(clang::QualType T);

  /// Functions that were mentioned since the last call, in that order.
  std::vector<const clang::FunctionDecl *> takeMentioned();

  bool isUser(const clang::Decl *D);
  clang::ASTContext &context() { return Ctx; }
  Sources &places() { return Places; }
  facts::UnitBuilder &builder() { return Builder; }
  facts::TranslationUnit &unit() { return Builder.unit(); }

private:
  facts::Type describe(clang::QualType T);
  facts::Function describe(const clang::FunctionDecl *F);
  facts::Variable describe(const clang::VarDecl *V);
  facts::Record describe(const clang::RecordDecl *R, facts::RecordId Id);
  void describeClass(const clang::CXXRecordDecl *R, facts::Record &Result);
  void describeFields(const clang::RecordDecl *R, facts::Record &Result,
                      facts::RecordId Id);
  void describeMethods(const clang::CXXRecordDecl *R, facts::Record &Result);
  uint8_t captureFlags(const clang::CXXRecordDecl *Closure,
                       const clang::FieldDecl *F, std::string &Name);
  uint32_t functionFlags(const clang::FunctionDecl *F);
  uint32_t methodFlags(const clang::CXXMethodDecl *M);
  facts::StringId initialiserMacro(const clang::VarDecl *V);

  clang::ASTContext &Ctx;
  facts::UnitBuilder Builder;
  Sources Places;
  Names Naming;
  llvm::DenseMap<const clang::FunctionDecl *, facts::FunctionId> Functions;
  llvm::StringMap<facts::FunctionId> Builtins;
  llvm::DenseMap<const clang::VarDecl *, facts::VariableId> Variables;
  llvm::DenseMap<const clang::RecordDecl *, facts::RecordId> Records;
  llvm::DenseMap<const clang::FieldDecl *, facts::FieldId> Fields;
  std::vector<const clang::FieldDecl *> FieldDecls; ///< By FieldId.
  llvm::DenseMap<void *, facts::TypeId> Types;
  std::vector<const clang::FunctionDecl *> Mentioned;
};

/// Can a call of \p F let an exception out? Errs to yes.
bool mayThrow(const clang::FunctionDecl *F);
/// The same of what a pointer of type \p T calls.
bool mayThrow(const clang::FunctionProtoType *T);

} // namespace fearless::extract

#endif

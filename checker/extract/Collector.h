//===-- Collector.h - What of a translation unit is user code -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds the functions, classes and global variables of user code below given
// declarations, the instances of templates included. Function bodies are not
// entered: what they define is found when they are extracted.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_COLLECTOR_H
#define FEARLESS_EXTRACT_COLLECTOR_H

#include "extract/Declarations.h"

#include "llvm/ADT/DenseSet.h"

namespace fearless::extract {

class Collector {
public:
  explicit Collector(Declarations &Decls) : Decls(Decls) {}

  /// Adds what \p D is or contains. Each entity is added once.
  void add(const clang::Decl *D);
  /// Adds a function that facts mention, if its body is here to extract.
  void addMentioned(const clang::FunctionDecl *F);

  /// In the order in which they were found. Emptied by the caller.
  std::vector<const clang::FunctionDecl *> Functions;
  std::vector<const clang::CXXDestructorDecl *> Destructors; ///< Without body.
  /// What a function pointer made of a lambda points to.
  std::vector<const clang::CXXMethodDecl *> Invokers;
  std::vector<const clang::VarDecl *> Variables;
  std::vector<const clang::RecordDecl *> Classes;

private:
  void addContents(const clang::DeclContext *DC);
  void addFunction(const clang::FunctionDecl *F);
  void addVariable(const clang::VarDecl *V);
  void addClass(const clang::RecordDecl *R);

  Declarations &Decls;
  llvm::DenseSet<const clang::Decl *> Seen;
};

} // namespace fearless::extract

#endif

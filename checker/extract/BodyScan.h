//===-- BodyScan.h - What must be known before a body is walked -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Clang's flow graph visits subexpressions before the expressions around them.
// Three things must be known top down, before that: where a class prvalue is
// built (`auto g = make();` builds in g), which locals have several definitions
// or have their address taken, and which try statement is around an expression.
// The scan visits each node of the body once and makes no facts.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_BODYSCAN_H
#define FEARLESS_EXTRACT_BODYSCAN_H

#include "ClangCompat.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace fearless::extract {

/// Where a class prvalue is built.
struct Destination {
  enum DestinationKind : uint8_t {
    Temporary, ///< Of its own. Owner: the MaterializeTemporaryExpr, or null.
    Variable,  ///< Owner: a VarDecl.
    Return,    ///< The function's result.
    Exception, ///< What is thrown: dies with its last handler.
    Member,    ///< Owner: a CXXCtorInitializer.
    New,       ///< Owner: a CXXNewExpr.
    FieldOf,   ///< Owner: the expression that builds the whole; Field.
    BaseOf,    ///< Owner: the same; a base has the path of the whole.
    ElementOf, ///< Owner: the same; Index.
  };
  DestinationKind Kind = Temporary;
  uint32_t Index = 0;
  const void *Owner = nullptr;
  const clang::FieldDecl *Field = nullptr;
};

/// How a local variable or parameter is used.
struct LocalUse {
  unsigned Definitions = 0; ///< Initialisation and assignments.
  bool AddressTaken = false;
};

class BodyScan {
public:
  void scan(const clang::Stmt *S) { visit(S); }
  void scan(const clang::CXXCtorInitializer *Init);
  /// \p E is evaluated to build what \p D names.
  void scanInitialiser(const clang::Expr *E, Destination D);
  /// The whole function is inside this: a function-try-block.
  void setOuterTry(const clang::CXXTryStmt *T) { CurrentTry = T; }

  LocalUse use(const clang::VarDecl *V) const { return Uses.lookup(V); }
  Destination destination(const clang::Expr *E) const {
    return Destinations.lookup(E);
  }
  /// The reference variable whose lifetime \p M has; or null.
  static const clang::VarDecl *
  extendedBy(const clang::MaterializeTemporaryExpr *M);
  /// The temporary that lives as long as reference variable \p V does.
  const clang::MaterializeTemporaryExpr *
  extended(const clang::VarDecl *V) const {
    return Extended.lookup(V);
  }
  /// Its object is another's: its destructor does not run.
  bool isElided(const clang::CXXBindTemporaryExpr *E) const {
    return Elided.contains(E);
  }
  /// Innermost try statement whose block \p S is in; null: none.
  const clang::CXXTryStmt *tryAround(const clang::Stmt *S) const;
  /// The try statement around a try statement.
  const clang::CXXTryStmt *tryAroundTry(const clang::CXXTryStmt *T) const {
    return OuterTry.lookup(T);
  }
  /// The coroutine may be suspended just before this call (of await_resume).
  bool resumes(const clang::CallExpr *E) const { return Resumes.contains(E); }
  /// The source has errors in it.
  bool hasErrors() const { return Errors; }
  bool hasTry() const { return !OuterTry.empty(); }
  const std::vector<const clang::CXXRecordDecl *> &localClasses() const {
    return LocalClasses;
  }

private:
  void visit(const clang::Stmt *S);
  void visitChildren(const clang::Stmt *S);
  void visitDeclaration(const clang::Decl *D);
  void visitVariable(const clang::VarDecl *V);
  void visitTry(const clang::CXXTryStmt *T);
  void visitSuspend(const clang::CoroutineSuspendExpr *E);
  void visitLambda(const clang::LambdaExpr *L);
  void visitInitList(const clang::InitListExpr *List);
  void visitParenList(const clang::CXXParenListInitExpr *List);
  void visitCall(const clang::CallExpr *Call);
  void placeAggregate(const clang::Expr *Whole, clang::QualType T,
                      llvm::ArrayRef<const clang::Expr *> Inits,
                      const clang::FieldDecl *UnionMember);
  /// Says where the prvalue \p E is built, through what does not build.
  void place(const clang::Expr *E, const Destination &D, bool Elides = false);
  void takeAddress(const clang::Expr *E);
  void define(const clang::Expr *LHS);

  llvm::DenseMap<const clang::VarDecl *, LocalUse> Uses;
  llvm::DenseMap<const clang::Expr *, Destination> Destinations;
  llvm::DenseMap<const clang::VarDecl *,
                 const clang::MaterializeTemporaryExpr *>
      Extended;
  llvm::DenseSet<const clang::CXXBindTemporaryExpr *> Elided;
  llvm::DenseSet<const clang::CallExpr *> Resumes;
  llvm::DenseMap<const clang::Stmt *, const clang::CXXTryStmt *> Tries;
  llvm::DenseMap<const clang::CXXTryStmt *, const clang::CXXTryStmt *> OuterTry;
  std::vector<const clang::CXXRecordDecl *> LocalClasses;
  const clang::CXXTryStmt *CurrentTry = nullptr;
  bool Errors = false;
};

/// The argument of std::move, std::forward and their kin, which the compiler
/// knows to return what they are given; null for other calls.
const clang::Expr *forwardedArgument(const clang::CallExpr *Call);

/// Does \p S add a constant to a variable or subtract one from it?
bool isStep(const clang::Stmt *S);

/// A class or array, which is built at a place instead of computed.
bool isBuilt(clang::QualType T);

} // namespace fearless::extract

#endif

//===-- Evaluator.h - Expressions to facts and operands -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Evaluates the expressions of one body in the order in which the flow graph
// visits them. Each is evaluated once: facts are appended for what it does, and
// its result is kept as an operand. A glvalue's operand is the Address of its
// location. What the graph leaves out (default arguments, for one) is evaluated
// where it is first needed.
//
// The implementation is split by subject: Expressions.cpp (dispatch, leaves,
// casts), Operators.cpp, Memory.cpp (variables, loads, stores), Calls.cpp,
// Atomics.cpp, Construction.cpp (class objects, temporaries), Closures.cpp, Heap.cpp (new
// and delete), Statements.cpp, Merges.cpp (?: && ||).
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_EVALUATOR_H
#define FEARLESS_EXTRACT_EVALUATOR_H

#include "extract/BodyScan.h"
#include "extract/Cleanups.h"
#include "extract/FactWriter.h"
#include "extract/Versions.h"

namespace fearless::extract {

class Evaluator {
public:
  /// \p Function: whose body it is; null for the initialiser of a variable.
  Evaluator(Declarations &Decls, FactWriter &Out, BodyScan &Scan,
            Versions &Values, UnwindStack &Alive,
            const clang::FunctionDecl *Function);

  /// \name What the walk over the flow graph calls
  /// @{
  /// The result of \p E, evaluated now if it was not before.
  facts::Operand value(const clang::Expr *E);
  /// A statement that is no expression.
  void statement(const clang::Stmt *S);
  void declaration(const clang::VarDecl *V);
  /// What runs before and after a coroutine's own code.
  void beginCoroutine(const clang::CoroutineBodyStmt *C);
  void endCoroutine(const clang::CoroutineBodyStmt *C);
  /// What a constant initialiser of a global variable stores.
  void constantInitialiser(const clang::VarDecl *V);
  void initialiser(const clang::CXXCtorInitializer *Init);
  void allocate(const clang::CXXNewExpr *New);
  /// The destructor of the variable's object, or of the temporary that it
  /// keeps alive.
  void destroyVariable(const clang::VarDecl *V, clang::SourceLocation Loc);
  /// The end of the scope of \p V, which has the attribute `cleanup(F)`.
  void cleanUp(const clang::VarDecl *V, const clang::FunctionDecl *F,
               clang::SourceLocation Loc);
  /// The declaration of \p V is all of the body of a branch or loop.
  void isOnlyStatement(const clang::VarDecl *V);
  void destroyTemporary(const clang::CXXBindTemporaryExpr *E);
  /// Temporaries that are built on some ways only, and so destroyed on some
  /// only, have a flag that tells. Called for each at entry.
  void addConditional(const clang::CXXBindTemporaryExpr *E);
  std::optional<facts::Operand> wasBuilt(const clang::CXXBindTemporaryExpr *E);
  void destroyMember(const clang::FieldDecl *F, clang::SourceLocation Loc);
  void destroyBase(const clang::CXXRecordDecl *Base, clang::SourceLocation Loc);
  /// Calls \p Call on a closure without captures, with the parameters of the
  /// function, and returns what it returns.
  void invoke(const clang::CXXMethodDecl *Call, clang::SourceLocation Loc);
  /// \p V is entered by a handler.
  void caught(const clang::VarDecl *V);
  /// Control leaves a block for another, where the merged expression \p M
  /// takes the value \p V.
  void mergeInto(const clang::Expr *M, facts::Operand V);
  bool isMerged(const clang::Expr *M) const;
  /// The flow graph has blocks for the arms of \p M, which evaluate them.
  void hasOwnBlocks(const clang::Expr *M) { InBlocks.insert(M); }
  facts::Operand truth(const clang::Expr *Condition);
  /// What gets a new version when \p S is executed, for loop heads.
  void assignedEntities(const clang::Stmt *S,
                        llvm::SmallVectorImpl<Entity> &To);
  /// In the loop that begins here, \p E is only stepped by constants.
  void noteInduction(Entity E, uint32_t Version) {
    Inductions.insert({E.key(), Version});
  }
  /// What a call may give a new version.
  void addressTakenEntities(llvm::SmallVectorImpl<Entity> &To);
  /// @}

private:
  using Operand = facts::Operand;
  using PathId = facts::PathId;

  //=== Expressions.cpp
  Operand evaluate(const clang::Expr *E);
  Operand evaluateLiteral(const clang::Expr *E);
  Operand evaluateCast(const clang::CastExpr *E);
  Operand evaluateReference(const clang::DeclRefExpr *E);
  Operand evaluateMember(const clang::MemberExpr *E);
  Operand evaluateSubscript(const clang::ArraySubscriptExpr *E);
  Operand evaluateShared(const clang::Expr *Use, const clang::Expr *Shared);
  Operand evaluateBinding(const clang::BindingDecl *B);
  Operand evaluateThis();
  Operand evaluateStatements(const clang::StmtExpr *E);
  Operand evaluateSuspend(const clang::CoroutineSuspendExpr *E);
  Operand constantOf(const clang::Expr *E);
  static Operand constant(const llvm::APSInt &I);
  Operand opaque() { return facts::BodyBuilder::opaque(); }
  Operand unknown(const clang::Expr *E, facts::UnknownReason Reason);

  //=== Operators.cpp
  Operand evaluateUnary(const clang::UnaryOperator *E);
  Operand evaluateBinary(const clang::BinaryOperator *E);
  Operand evaluateAssignment(const clang::BinaryOperator *E);
  Operand evaluateStep(const clang::UnaryOperator *E);
  Operand compute(facts::ValueOp Op, Operand A, Operand B);
  Operand computeNot(Operand A);
  Operand arithmetic(clang::BinaryOperatorKind Op, Operand A, Operand B,
                     clang::QualType T);
  Operand pointerArithmetic(clang::BinaryOperatorKind Op,
                            const clang::Expr *From, Operand Pointer,
                            Operand Offset);
  std::optional<PathId> containerOf(const clang::Expr *From, PathId Part,
                                    int64_t Bytes);

  //=== Memory.cpp
  PathId variableRoot(const clang::VarDecl *V);
  PathId localRoot(const clang::VarDecl *V);
  /// The location that a use of \p V names, references looked through.
  Operand variablePlace(const clang::VarDecl *V);
  const clang::FieldDecl *captureOf(const clang::ValueDecl *V) const;
  PathId memberOf(PathId Object, const clang::FieldDecl *F);
  PathId element(PathId Array, Operand Index);
  PathId elementAt(const clang::Expr *From, Operand Pointer, Operand Index);
  Operand load(Operand Place, clang::QualType T, clang::SourceLocation Loc);
  void store(Operand Place, Operand V, clang::QualType T,
             clang::SourceLocation Loc, uint8_t Flags);
  /// A store whose Write nobody can see yet.
  void initialise(PathId P, Operand V, clang::QualType T,
                  clang::SourceLocation Loc);
  void assign(PathId P, Operand V, clang::QualType T, clang::SourceLocation Loc,
              bool Shared);
  void readObject(Operand Place, clang::QualType T, clang::SourceLocation Loc);
  void writeObject(Operand Place, clang::QualType T, clang::SourceLocation Loc);
  uint8_t accessFlags(PathId P, clang::QualType T) const;
  Entity entityOf(PathId P, clang::QualType T);
  /// May anybody but this body see the memory at \p P?
  bool isShared(PathId P);
  void assignedByStore(const clang::Expr *LHS,
                       llvm::SmallVectorImpl<Entity> &To);
  /// A local or parameter.
  struct LocalInfo {
    LocalUse Use;
    bool IsObject = false; ///< Of class type: keeps its identity in calls.
  };
  const LocalUse *useOf(PathId Root) const;
  const LocalInfo *infoOf(PathId Root) const;
  /// Does the value stay the same while the body runs on?
  bool isStable(const Operand &V);
  /// The location that a pointer points to, or a glvalue or object is.
  PathId placeOf(const Operand &V) {
    return V.Kind == facts::OperandKind::Object ? V.path()
                                                : Out.paths().pointee(V);
  }
  Operand addressOf(PathId P, clang::QualType T);
  Operand pointerTo(const Operand &Place);
  void escape(const Operand &V, clang::QualType Param);
  void bumpLocal(PathId Root);

  //=== Calls.cpp
  Operand evaluateCall(const clang::CallExpr *E);
  Operand assignObject(const clang::CallExpr *E);
  Operand finishCall(const clang::CallExpr *E, const clang::FunctionDecl *F,
                     facts::FunctionId Callee,
                     llvm::SmallVectorImpl<Operand> &Operands, uint8_t Flags);
  bool addObject(const clang::CallExpr *E, const clang::FunctionDecl *F,
                 llvm::SmallVectorImpl<Operand> &Operands, unsigned &FirstArg);
  void addArguments(llvm::ArrayRef<const clang::Expr *> Args,
                    const clang::FunctionProtoType *T,
                    llvm::SmallVectorImpl<Operand> &Operands);
  void addOwnParameters(unsigned Count,
                        llvm::SmallVectorImpl<Operand> &Operands);
  Operand argument(const clang::Expr *Arg, clang::QualType Param);
  bool isVirtual(const clang::CallExpr *E, const clang::FunctionDecl *F) const;
  bool isExactObject(const clang::Expr *Object) const;
  Operand builtinCall(const clang::CallExpr *E, bool &Done);
  facts::CleanupId unwindOf(facts::FunctionId F) const;
  facts::CleanupId unwind() const;

  //=== Atomics.cpp
  Operand evaluateAtomic(const clang::AtomicExpr *E);
  Operand evaluateAtomicAccess(const clang::AtomicExpr *E);

  //=== Construction.cpp
  PathId destination(const clang::Expr *E);
  PathId resolve(const Destination &D, const clang::Expr *E);
  PathId materialised(const clang::Expr *M, clang::QualType T);
  void noteBuilt(const clang::CXXBindTemporaryExpr *E, bool IsBuilt);
  PathId memberPath(const clang::CXXCtorInitializer *Init);
  Operand evaluateConstruct(const clang::CXXConstructExpr *E);
  Operand copyObject(const clang::Expr *Source, const clang::Expr *E);
  Operand evaluateInherited(const clang::CXXInheritedCtorInitExpr *E);
  Operand evaluateMaterialised(const clang::MaterializeTemporaryExpr *E);
  Operand evaluateBound(const clang::CXXBindTemporaryExpr *E);
  Operand evaluateInits(const clang::Expr *E,
                        llvm::ArrayRef<const clang::Expr *> Inits);
  void destroy(PathId Object, clang::QualType T, clang::SourceLocation Loc,
               uint8_t Flags);
  /// Destroys the temporaries of shared expressions but the first \p Kept.
  void destroyShared(size_t Kept);
  void initialiseScalar(PathId P, const clang::Expr *Init, clang::QualType T,
                        clang::SourceLocation Loc);
  void pushCleanup(PathId Object, clang::QualType T, clang::SourceLocation Loc);

  //=== Closures.cpp
  Operand evaluateLambda(const clang::LambdaExpr *E);
  void emitClosure(const clang::LambdaExpr *E);

  //=== Heap.cpp
  Operand evaluateNew(const clang::CXXNewExpr *E);
  PathId newRoot(const clang::CXXNewExpr *E);
  Operand evaluateDelete(const clang::CXXDeleteExpr *E);

  //=== Statements.cpp
  void assembly(const clang::GCCAsmStmt *S);
  void initialiseVariable(const clang::VarDecl *V, PathId Root);

  //=== Merges.cpp
  Operand evaluateConditional(const clang::AbstractConditionalOperator *E);
  Operand evaluateMerged(const clang::Expr *E);
  PathId mergeRoot(const clang::Expr *E);

  Declarations &Decls;
  FactWriter &Out;
  BodyScan &Scan;
  Versions &Values;
  UnwindStack &Alive;
  clang::ASTContext &Ctx;
  const clang::FunctionDecl *Function;
  const bool Exceptions;
  /// Parameters begin at this number: 1 where 0 is `this`.
  unsigned FirstParameter = 0;

  llvm::DenseMap<const clang::Expr *, Operand> Cache;
  /// What was cached since a shared expression was entered; see
  /// evaluateShared.
  std::vector<const clang::Expr *> *Shared = nullptr;
  llvm::DenseSet<std::pair<uint64_t, uint32_t>> Inductions;
  bool InShared = false;
  /// Temporaries of shared expressions that are alive.
  struct SharedTemporary {
    PathId Object;
    clang::QualType Type;
    clang::SourceLocation Loc;
  };
  std::vector<SharedTemporary> SharedTemporaries;
  llvm::DenseMap<const clang::VarDecl *, PathId> LocalRoots;
  /// Of each local and parameter, by number.
  std::vector<LocalInfo> LocalInfos, ParameterInfos;
  llvm::DenseMap<const clang::Expr *, PathId> Built;
  llvm::DenseMap<const clang::CXXNewExpr *, uint32_t> NewOrdinals;
  llvm::DenseMap<const clang::Expr *, PathId> Merged;
  llvm::DenseSet<const clang::Expr *> InBlocks;
  llvm::DenseMap<const clang::CXXBindTemporaryExpr *, PathId> BuiltFlags;
  llvm::DenseMap<const clang::ValueDecl *, clang::FieldDecl *> Captures;
  clang::FieldDecl *ThisCapture = nullptr;
  /// Closures whose fact was emitted.
  llvm::DenseSet<const clang::LambdaExpr *> EmittedClosures;
  /// Locals that the closure or callable at a root captured by reference.
  llvm::DenseMap<uint32_t, llvm::SmallVector<PathId, 2>> CapturedBy;
};

/// Pointers, references, callables, integers, bools and enums: values that
/// Assign facts tell.
bool isTracked(clang::QualType T);

} // namespace fearless::extract

#endif

//===-- FlowWalk.h - One pass over a flow graph ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Walks Clang's flow graph once, in reverse post-order, and has each element
// evaluated. It keeps what depends on control flow: which definitions reach a
// block, what is alive there, and how blocks end. Handlers of a try statement
// follow all blocks that have something in its block.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_FLOWWALK_H
#define FEARLESS_EXTRACT_FLOWWALK_H

#include "extract/Evaluator.h"

namespace fearless::extract {

class FlowWalk {
public:
  /// \p Function: whose body it is; null if it is the initialiser of
  /// \p Initialised. The graph of a coroutine is that of the code between its
  /// first and last suspension.
  FlowWalk(const clang::CFG &Graph, Evaluator &Eval, FactWriter &Out,
           const BodyScan &Scan, Versions &Values, UnwindStack &Alive,
           const clang::FunctionDecl *Function,
           const clang::VarDecl *Initialised)
      : Graph(Graph), Eval(Eval), Out(Out), Scan(Scan), Values(Values),
        Alive(Alive), Function(Function), Initialised(Initialised) {}

  void run();

private:
  using Block = clang::CFGBlock;

  struct PointState {
    Versions::State Values;
    UnwindStack::State Alive;
    unsigned Readers = 0; ///< Blocks that still begin with it.
  };

  struct Assigned {
    Entity What;
    bool OnlyStepped = false;
  };

  void findHandlers();
  void order();
  void findLoops();
  void findMerges();
  llvm::SmallVector<const Block *, 2> successors(const Block *B) const;
  llvm::SmallVector<const Block *, 2> handlersAround(const Block *B) const;

  void walk(uint32_t Index);
  void enter(uint32_t Index);
  void enterHandler(const Block *B, const clang::CXXCatchStmt *Catch);
  void enterLoop(uint32_t Index);
  void defineAssignedIn(uint32_t First, uint32_t Last,
                        const clang::CXXTryStmt *Only);
  bool isInside(const clang::Stmt *S, const clang::CXXTryStmt *Try) const;
  void element(const clang::CFGElement &E);
  void destructor(const clang::CFGElement &E);
  void goToTry(const clang::Stmt *S);
  const clang::CXXTryStmt *tryAround(const clang::Stmt *S) const;
  void leave(uint32_t Index);
  const clang::CoroutineBodyStmt *coroutine() const;
  bool isAfterConstructorTry(const Block *B) const;
  void merge(const Block *B, const Block *To, unsigned Edge, bool Branches);
  void leaveSwitch(const Block *B, const clang::SwitchStmt *Switch,
                   llvm::SmallVectorImpl<facts::BlockId> &Successors);
  clang::SourceLocation endLocation() const;

  const clang::CFG &Graph;
  Evaluator &Eval;
  FactWriter &Out;
  const BodyScan &Scan;
  Versions &Values;
  UnwindStack &Alive;
  const clang::FunctionDecl *Function;
  const clang::VarDecl *Initialised;

  std::vector<const Block *> Order;
  std::vector<uint32_t> IndexOf;  ///< Of a block by its ID; or None.
  std::vector<uint32_t> LoopEnds; ///< Last block of the loop at a head, or 0.
  std::vector<std::vector<uint32_t>> Predecessors;
  std::vector<PointState> States; ///< At the end of each block.
  llvm::DenseMap<const clang::Stmt *, const Block *> CatchBlocks;
  llvm::DenseMap<const clang::CXXTryStmt *, PointState> TryEntries;
  llvm::DenseMap<const Block *, const clang::Expr *> Merges;
  /// Temporaries that are not built on all ways.
  std::vector<const clang::CXXBindTemporaryExpr *> Conditional;
};

/// The temporary whose destructor the end of \p B decides about; or null.
const clang::CXXBindTemporaryExpr *
conditionalTemporary(const clang::CFGBlock *B);

/// The innermost operand that decides a branch: of `a && b` that ends a block,
/// the last.
const clang::Expr *decidingCondition(const clang::CFGBlock *B);

} // namespace fearless::extract

#endif

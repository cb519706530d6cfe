//===-- Cleanups.h - What is alive and where exceptions go ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// While a body is walked, the objects that an exception would destroy and the
// handlers that it would meet form a stack. It is kept as a linked list of
// facts::Cleanup that never changes once made, so that each fact names its
// whole unwind path by one id.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_CLEANUPS_H
#define FEARLESS_EXTRACT_CLEANUPS_H

#include "facts/FunctionBody.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"

namespace fearless::extract {

class UnwindStack {
public:
  /// Names a try statement; null: none.
  using TryKey = const void *;
  struct State {
    facts::CleanupId Top = facts::CleanupId(0);
    TryKey Try = nullptr;
    friend bool operator==(const State &, const State &) = default;
  };

  explicit UnwindStack(facts::FunctionBody &Body);

  facts::CleanupId top() const { return Now.Top; }
  void push(facts::PathId Object, facts::FunctionId Destructor,
            facts::Location Loc);
  /// The object dies by other means. Nothing happens if it is not there.
  void pop(facts::PathId Object);

  /// Control is inside \p Inner now, the innermost of nested try statements,
  /// whose surroundings \p Outer names.
  template <class OuterFn> void moveTo(TryKey Inner, OuterFn Outer) {
    if (Now.Try == Inner)
      return;
    llvm::SmallVector<TryKey, 4> Chain;
    for (TryKey T = Inner; T; T = Outer(T))
      Chain.push_back(T);
    moveTo(Chain);
  }
  /// The newest handlers node of a try statement; none if it was not entered.
  facts::CleanupId handlers(TryKey Try) const {
    return LastHandlers.lookup(Try);
  }
  /// All (try statement, handlers node) pairs in order of their making.
  const std::vector<std::pair<TryKey, facts::CleanupId>> &allHandlers() const {
    return AllHandlers;
  }

  State state() const { return Now; }
  void setState(State S) { Now = S; }
  /// Where two ways of control meet: what is alive on both.
  State join(State A, State B) const;

private:
  void moveTo(llvm::ArrayRef<TryKey> Chain);
  facts::CleanupId make(facts::Cleanup Node, TryKey Try);
  void popTo(facts::CleanupId Node);

  facts::FunctionBody &Body;
  State Now;
  std::vector<uint32_t> Depth; ///< Of each cleanup.
  std::vector<TryKey> TryOf;   ///< Innermost try that a cleanup is in.
  llvm::DenseMap<uint64_t, llvm::SmallVector<facts::CleanupId, 1>> Interned;
  llvm::DenseMap<TryKey, facts::CleanupId> LastHandlers;
  std::vector<std::pair<TryKey, facts::CleanupId>> AllHandlers;
};

} // namespace fearless::extract

#endif

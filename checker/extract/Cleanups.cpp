//===-- Cleanups.cpp - What is alive and where exceptions go --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Cleanups.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

namespace fearless::extract {

using facts::Cleanup;
using facts::CleanupId;
using facts::CleanupKind;

UnwindStack::UnwindStack(facts::FunctionBody &Body) : Body(Body) {
  if (Body.Cleanups.empty())
    Body.Cleanups.emplace_back();
  Depth.push_back(0);
  TryOf.push_back(nullptr);
}

CleanupId UnwindStack::make(Cleanup Node, TryKey Try) {
  uint64_t Key = uint64_t(Node.Next.Index) << 32 | Node.Object.Index;
  auto &Bucket = Interned[Key];
  for (CleanupId Old : Bucket) {
    const Cleanup &C = Body.Cleanups[Old.Index];
    if (C.Kind == Node.Kind && C.Destructor == Node.Destructor &&
        TryOf[Old.Index] == Try)
      return Old;
  }
  CleanupId Id(static_cast<uint32_t>(Body.Cleanups.size()));
  Depth.push_back(Depth[Node.Next.Index] + 1);
  TryOf.push_back(Try);
  if (Node.Kind == CleanupKind::Handlers) {
    AllHandlers.push_back({Try, Id});
    LastHandlers[Try] = Id;
  }
  Body.Cleanups.push_back(std::move(Node));
  Bucket.push_back(Id);
  return Id;
}

void UnwindStack::push(facts::PathId Object, facts::FunctionId Destructor,
                       facts::Location Loc) {
  Cleanup Node;
  Node.Kind = CleanupKind::Destroy;
  Node.Next = Now.Top;
  Node.Object = Object;
  Node.Destructor = Destructor;
  Node.Loc = Loc;
  Now.Top = make(std::move(Node), Now.Try);
}

void UnwindStack::pop(facts::PathId Object) {
  llvm::SmallVector<CleanupId, 8> Above;
  CleanupId At = Now.Top;
  while (At.Index != 0) {
    const Cleanup &C = Body.Cleanups[At.Index];
    if (C.Kind == CleanupKind::Destroy && C.Object == Object)
      break;
    Above.push_back(At);
    At = C.Next;
  }
  if (At.Index == 0)
    return;
  Now.Top = Body.Cleanups[At.Index].Next;
  // Temporaries do not always die in the reverse order of their birth.
  for (CleanupId Id : llvm::reverse(Above)) {
    Cleanup Node = Body.Cleanups[Id.Index];
    Node.Next = Now.Top;
    Now.Top = make(std::move(Node), TryOf[Id.Index]);
  }
}

void UnwindStack::popTo(CleanupId Node) {
  Now.Top = Node;
  Now.Try = TryOf[Node.Index];
}

void UnwindStack::moveTo(llvm::ArrayRef<TryKey> Chain) {
  // Leave the try statements that are not around the new place.
  while (Now.Try && !llvm::is_contained(Chain, Now.Try)) {
    CleanupId At = Now.Top;
    while (At.Index != 0 &&
           !(Body.Cleanups[At.Index].Kind == CleanupKind::Handlers &&
             TryOf[At.Index] == Now.Try))
      At = Body.Cleanups[At.Index].Next;
    if (At.Index == 0) {
      Now.Try = nullptr;
      break;
    }
    popTo(Body.Cleanups[At.Index].Next);
  }
  // Enter those that are, from the outside in.
  auto Entered = std::find(Chain.begin(), Chain.end(), Now.Try);
  for (auto It = Entered; It != Chain.begin();) {
    --It;
    Cleanup Node;
    Node.Kind = CleanupKind::Handlers;
    Node.Next = Now.Top;
    Now = {make(std::move(Node), *It), *It};
  }
}

UnwindStack::State UnwindStack::join(State A, State B) const {
  CleanupId X = A.Top, Y = B.Top;
  while (X != Y) {
    CleanupId &Deeper = Depth[X.Index] >= Depth[Y.Index] ? X : Y;
    Deeper = Body.Cleanups[Deeper.Index].Next;
  }
  return {X, TryOf[X.Index]};
}

} // namespace fearless::extract

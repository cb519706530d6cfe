//===-- Vocabulary.cpp - The words of a model file ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The tables behind Vocabulary.h.
//
//===----------------------------------------------------------------------===//

#include "models/Vocabulary.h"
#include "models/Catalogue.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/Support/ErrorHandling.h"

namespace fearless::models {

using EK = EffectKind;
using EV = EffectValue;
using RT = ResultTest;

static constexpr uint8_t Many = 255;

static const EffectTerm Effects[] = {
    // Kind, key, value, operands from, to, modifiers, default `when`
    {EK::Acquire, "acquire", EV::Operands, 1, Many, MD_When | MD_Shared,
     RT::Always},
    {EK::TryAcquire, "try-acquire", EV::Operands, 1, Many,
     MD_When | MD_Shared | MD_Timed | MD_Value, RT::True},
    {EK::AcquireTogether, "acquire-together", EV::Operands, 1, Many, MD_Shared,
     RT::Always},
    {EK::Release, "release", EV::Operands, 1, Many, MD_Shared | MD_Exclusive,
     RT::Always},
    {EK::AssertHeld, "assert-held", EV::Operands, 1, Many, MD_Shared,
     RT::Always},

    {EK::GuardAcquire, "guard-acquire", EV::Operands, 1, Many,
     MD_On | MD_Shared, RT::Always},
    {EK::GuardAdopt, "guard-adopt", EV::Operands, 1, Many, MD_On | MD_Shared,
     RT::Always},
    {EK::GuardDefer, "guard-defer", EV::Operands, 1, Many, MD_On | MD_Shared,
     RT::Always},
    {EK::GuardTry, "guard-try", EV::Operands, 1, Many,
     MD_On | MD_Shared | MD_Timed, RT::Always},
    {EK::GuardMove, "guard-move", EV::Operands, 1, 1, MD_On, RT::Always},
    {EK::GuardSwap, "guard-swap", EV::Operands, 1, 1, MD_On, RT::Always},
    {EK::GuardLock, "guard-lock", EV::Object, 0, 0, MD_Shared, RT::Always},
    {EK::GuardTryLock, "guard-try-lock", EV::Object, 0, 0,
     MD_When | MD_Shared | MD_Timed, RT::True},
    {EK::GuardUnlock, "guard-unlock", EV::Object, 0, 0, MD_None, RT::Always},
    {EK::GuardRelease, "guard-release", EV::Object, 0, 0, MD_None, RT::Always},
    {EK::GuardOwns, "guard-owns", EV::Object, 0, 0, MD_None, RT::Always},
    {EK::GuardMutex, "guard-mutex", EV::Object, 0, 0, MD_None, RT::Always},
    {EK::GuardDrop, "guard-drop", EV::Object, 0, 0, MD_None, RT::Always},

    {EK::Wait, "wait", EV::Operands, 0, 1, MD_On | MD_Timed | MD_When,
     RT::True},
    {EK::Notify, "notify", EV::Object, 0, 0, MD_None, RT::Always},

    {EK::Spawn, "spawn", EV::Operands, 1, Many,
     MD_On | MD_PassesToken | MD_Many, RT::Always},
    {EK::Join, "join", EV::Operands, 1, 1, MD_When | MD_Timed, RT::Always},
    {EK::JoinIfJoinable, "join-if-joinable", EV::Operands, 1, 1, MD_None,
     RT::Always},
    {EK::Detach, "detach", EV::Operands, 1, 1, MD_None, RT::Always},
    {EK::TellsThread, "tells-thread", EV::Operands, 1, 1, MD_None, RT::Always},
    {EK::NeedsNoThread, "needs-no-thread", EV::Operands, 1, 1, MD_None,
     RT::Always},

    {EK::Interrupts, "interrupts", EV::Operands, 1, 2, MD_None, RT::Always},
    {EK::MasksSignals, "masks-signals", EV::Flag, 0, 0, MD_None, RT::Always},
    {EK::UnmasksSignals, "unmasks-signals", EV::Flag, 0, 0, MD_None,
     RT::Always},
    {EK::AtExit, "at-exit", EV::Operands, 1, 1, MD_None, RT::Always},

    {EK::Invoke, "invoke", EV::Operands, 1, Many, MD_None, RT::Always},
    {EK::InvokeOnce, "invoke-once", EV::Operands, 2, Many, MD_None, RT::Always},
    {EK::Holds, "holds", EV::Operands, 1, Many, MD_On, RT::Always},
    {EK::InvokeHeld, "invoke-held", EV::Operands, 0, Many, MD_On, RT::Always},

    {EK::Returns, "returns", EV::Operands, 1, 1, MD_None, RT::Always},
    {EK::PointsTo, "points-to", EV::Operands, 1, 1, MD_On, RT::Always},
    {EK::ReturnsPointee, "returns-pointee", EV::Operands, 1, 1, MD_None,
     RT::Always},
    {EK::ReturnsElement, "returns-element", EV::Operands, 1, 2, MD_Value,
     RT::Always},
    {EK::Move, "move", EV::Operands, 1, 1, MD_On, RT::Always},
    {EK::Swap, "swap", EV::Operands, 1, 1, MD_On, RT::Always},
    {EK::Stores, "stores", EV::Operands, 1, Many, MD_On, RT::Always},
    {EK::Constructs, "constructs", EV::Operands, 0, Many, MD_On | MD_Value,
     RT::Always},
    {EK::Destroys, "destroys", EV::Operands, 1, 1, MD_Value, RT::Always},
    {EK::Compares, "compares", EV::Operands, 2, 2, MD_None, RT::Always},
    {EK::Advances, "advances", EV::Operands, 1, 1, MD_None, RT::Always},
    {EK::NeedsElement, "needs-element", EV::Operands, 1, 1, MD_None,
     RT::Always},
    {EK::AddsIfAbsent, "adds-if-absent", EV::Operands, 1, 1, MD_None,
     RT::Always},

    {EK::Reads, "reads", EV::Operands, 1, Many, MD_None, RT::Always},
    {EK::Writes, "writes", EV::Operands, 1, Many, MD_None, RT::Always},
    {EK::Uses, "uses", EV::Operands, 1, Many, MD_None, RT::Always},
    {EK::AtomicLoad, "atomic-load", EV::Operands, 1, 1, MD_Order, RT::Always},
    {EK::AtomicStore, "atomic-store", EV::Operands, 1, 1, MD_Order, RT::Always},
    {EK::AtomicUpdate, "atomic-update", EV::Operands, 1, 1, MD_Order | MD_When,
     RT::Always},
    {EK::AtomicFence, "atomic-fence", EV::Flag, 0, 0, MD_Order, RT::Always},
    {EK::Allocates, "allocates", EV::Flag, 0, 0, MD_None, RT::Always},
    {EK::Frees, "frees", EV::Operands, 1, 1, MD_None, RT::Always},

    {EK::AttributeKind, "attribute-recursive", EV::Operands, 2, 2, MD_Value,
     RT::Always},
    {EK::InitLock, "init-lock", EV::Operands, 1, 2, MD_None, RT::Always},
    {EK::EndLock, "end-lock", EV::Operands, 1, 1, MD_None, RT::Always},
    {EK::InitRecursive, "init-recursive", EV::Operands, 2, 2, MD_Value,
     RT::Always},
    {EK::Rebinds, "rebinds", EV::Operands, 1, 1, MD_None, RT::Always},
    {EK::Permits, "permits", EV::Operands, 2, 2, MD_None, RT::Always},

    {EK::ReadsState, "reads-state", EV::Name, 0, 0, MD_OftenSafe | MD_Instead,
     RT::Always},
    {EK::WritesState, "writes-state", EV::Name, 0, 0, MD_OftenSafe | MD_Instead,
     RT::Always},
    {EK::Forks, "forks", EV::Flag, 0, 0, MD_None, RT::Always},

    {EK::Blocks, "blocks", EV::Word, 0, 0, MD_None, RT::Always},
    {EK::NoReturn, "no-return", EV::Flag, 0, 0, MD_None, RT::Always},
    {EK::NoThrow, "no-throw", EV::Flag, 0, 0, MD_None, RT::Always},
    {EK::NoEffect, "no-effect", EV::Flag, 0, 0, MD_None, RT::Always},
};

static const RoleTerm Roles[] = {
    {TypeRole::Lock, "lock"},
    {TypeRole::Guard, "guard"},
    {TypeRole::Condition, "condition"},
    {TypeRole::Thread, "thread"},
    {TypeRole::Once, "once"},
    {TypeRole::Atomic, "atomic"},
    {TypeRole::Callable, "callable"},
    {TypeRole::Pointer, "pointer"},
    {TypeRole::Container, "container"},
    {TypeRole::Event, "event"},
    {TypeRole::Synchronized, "synchronized"},
    {TypeRole::ThreadBound, "thread-bound"},
    {TypeRole::Value, "value"},
};

static const ModifierTerm Modifiers[] = {
    {MD_On, "on"},
    {MD_When, "when"},
    {MD_Shared, "shared"},
    {MD_Exclusive, "exclusive"},
    {MD_Timed, "timed"},
    {MD_Value, "value"},
    {MD_Order, "order"},
    {MD_PassesToken, "passes-token"},
    {MD_Many, "many"},
    {MD_Given, "given"},
    {MD_OftenSafe, "often-safe"},
    {MD_Instead, "instead"},
};

static const llvm::StringLiteral BlockingWords[] = {"sleep", "socket", "file",
                                                    "process", "other"};

llvm::ArrayRef<EffectTerm> effectTerms() { return Effects; }
llvm::ArrayRef<RoleTerm> roleTerms() { return Roles; }
llvm::ArrayRef<ModifierTerm> modifierTerms() { return Modifiers; }
llvm::ArrayRef<llvm::StringLiteral> blockingWords() { return BlockingWords; }

const EffectTerm &term(EffectKind Kind) {
  for (const EffectTerm &T : Effects)
    if (T.Kind == Kind)
      return T;
  llvm_unreachable("an effect kind without a row in the table");
}

const EffectTerm *findEffect(llvm::StringRef Key) {
  static const llvm::StringMap<const EffectTerm *> Index = [] {
    llvm::StringMap<const EffectTerm *> Map;
    for (const EffectTerm &T : Effects)
      Map[T.Key] = &T;
    return Map;
  }();
  return Index.lookup(Key);
}

llvm::StringRef name(EffectKind Kind) { return term(Kind).Key; }

llvm::StringRef name(TypeRole Role) {
  for (const RoleTerm &T : Roles)
    if (T.Role == Role)
      return T.Key;
  llvm_unreachable("a role without a row in the table");
}

} // namespace fearless::models

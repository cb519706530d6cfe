//===-- Model.h - What is known of an API, bound by name ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A model says what calling a function of a library means for threads and
// locks: that std::mutex::lock acquires its object, that the constructor of
// std::lock_guard acquires its first argument and ties it to the guard. Models
// are data (data/*.yaml, docs/models.md) and name functions by qualified name
// without template arguments; link binds them to the program's functions.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_MODEL_H
#define FEARLESS_MODELS_MODEL_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fearless::models {

/// Which operand of a call an effect is about.
enum class SelectorKind : uint8_t {
  This,     ///< "this": the object that a member function is called on.
  Argument, ///< 0, 1, …: the argument at Index, counted without `this`. A
            ///< pointer or reference argument means what it refers to.
  Rest,     ///< "2...": all arguments from Index on.
  Result,   ///< "result": the object returned.
};

struct Selector {
  SelectorKind Kind = SelectorKind::This;
  unsigned Index = 0;
  /// "*0": not the operand, an iterator or pointer, but what it points to:
  /// for_each hands "*0" to its callable.
  bool Pointee = false;
  /// Not the operand, but a member of it: of markers, which name the lock of an
  /// object.
  std::string Member = {};
  friend bool operator==(const Selector &, const Selector &) = default;
};

/// When a conditional effect took place, told by the call's result.
enum class ResultTest : uint8_t {
  Always,
  True,     ///< "nonzero": result != 0, or not null.
  Zero,     ///< "zero": result == 0, as pthread_mutex_trylock says success.
  MinusOne, ///< "minus-one": result == -1, as std::try_lock says success.
};

enum class EffectKind : uint8_t {
  // Locks. Operand: the lock(s), or guards that stand for the locks that they
  // are tied to (std::lock(lk1, lk2)).
  Acquire,         ///< acquire: blocks until held. Several: in this order.
  TryAcquire,      ///< try-acquire: held if When. Several: all or none.
  AcquireTogether, ///< acquire-together: several, in an order that avoids
                   ///< deadlock (std::lock).
  Release,         ///< release
  AssertHeld,      ///< assert-held: the operand is held by this thread, or the
                   ///< call does not return.
  // Guards: an object that owns a hold on locks. Object: the guard
  // ("on", default this); operands: the lock(s).
  GuardAcquire, ///< guard-acquire: guard takes the lock (several: together).
  GuardAdopt,   ///< guard-adopt: the lock is held already; the guard will
                ///< release it.
  GuardDefer,   ///< guard-defer: tied to the lock, not held.
  GuardTry,     ///< guard-try: held iff guard-owns says so afterwards.
  GuardMove,    ///< guard-move: takes over the state of the operand guard.
  GuardSwap,    ///< guard-swap: exchanges state with the operand guard.
  GuardLock,    ///< guard-lock: acquires the lock that the guard is tied to.
  GuardTryLock, ///< guard-try-lock: the same if When.
  GuardUnlock,  ///< guard-unlock: releases it, stays tied.
  GuardRelease, ///< guard-release: unties without unlocking; result: the lock.
  GuardOwns,    ///< guard-owns: result tells whether held.
  GuardMutex,   ///< guard-mutex: result: the lock that it is tied to.
  GuardDrop,    ///< guard-drop: destructor: releases if held.
  // Waiting. Operand: the lock or guard that is released while waiting; none
  // for events (semaphores, latches). A predicate is an invoke beside the wait.
  // An event hands over: what came before a notify is seen after the wait. A
  // timed wait has got its event When.
  Wait,   ///< wait: on the condition or event `on` (default this).
  Notify, ///< notify: the condition or event (On) wakes waiters.
  // Threads.
  Spawn, ///< spawn: operand 0 is the callable, the others its arguments;
         ///< `on` is the handle. PassesToken: see there.
  Join,  ///< join: waits for the threads of the handle operand.
  JoinIfJoinable, ///< join-if-joinable: the same, nothing if empty (jthread's
                  ///< destructor).
  Detach,         ///< detach: the handle operand names no thread any more.
  TellsThread,    ///< tells-thread: the result tells whether the handle operand
                  ///< names a thread (joinable()).
  NeedsNoThread, ///< needs-no-thread: if the handle operand names a thread that
                 ///< was neither joined nor detached, the program is ended.
  // What runs by itself.
  Interrupts,     ///< interrupts: the operand, or what the members of that
                  ///< structure are, runs whenever a signal arrives: the one
                  ///< whose number operand 1 is.
  MasksSignals,   ///< masks-signals: none arrives on this thread from now on.
  UnmasksSignals, ///< unmasks-signals
  AtExit,         ///< at-exit: the operand runs when the program ends.
  // Callables.
  Invoke, ///< invoke: calls operand 0 now, with the others as its arguments.
  InvokeOnce, ///< invoke-once: calls operand 1 unless once flag operand 0 is
              ///< set; other callers wait.
  Holds,      ///< holds: the object `on` stores the callable operand 0, bound
              ///< to the other operands as its first arguments (std::bind).
  InvokeHeld, ///< invoke-held: calls what `on` holds, with the operands.
  // Values.
  Returns,  ///< returns: the result is (the address of) the operand, or
            ///< an iterator or other pointer-like object that points to it.
  PointsTo, ///< points-to: the pointer-like object `on` now points to what
            ///< the operand is: unique_ptr(p), ref(x), span(array).
  ReturnsPointee, ///< returns-pointee: the result is what the operand, a smart
                  ///< pointer, points to.
  ReturnsElement, ///< returns-element: an element of the operand, at the index
                  ///< or key that the second operand is, if there is one. Value
                  ///< 1: of a map, and the mapped value alone, as `second`
                  ///< is.
  Move,           ///< move: the object `on` takes over the operand's content.
  Swap,       ///< swap: the object `on` and the operand exchange their content.
  Stores,     ///< stores: the container `on` gets the operands as elements.
  Constructs, ///< constructs: an object made from the operands is stored in
              ///< `on`. Its type is template argument Value of `on`:
              ///< vector<thread>::emplace_back(f) runs thread(f).
  Destroys, ///< destroys: what the container or owning pointer operand holds is
            ///< destroyed (by a shared pointer: if it is the last). Its type is
            ///< template argument Value of the operand's type.
  Compares, ///< compares: the result tells how the two operands compare.
  Advances, ///< advances: the operand, an iterator, now points to another
            ///< element of the same container. A write of the iterator.
  NeedsElement, ///< needs-element: the operand must hold an element for the
                ///< call to be right: front(), pop().
  AddsIfAbsent, ///< adds-if-absent: the container operand gets an element
                ///< unless it has one with that key: it checks by itself.
  // Memory.
  Reads,        ///< reads: the memory of the operand.
  Writes,       ///< writes: the memory of the operand.
  Uses,         ///< uses: an ordinary function: reads the operand, writes it
                ///< unless the declaration says const, and may call it.
  AtomicLoad,   ///< atomic-load: of the operand, an atomic object.
  AtomicStore,  ///< atomic-store
  AtomicUpdate, ///< atomic-update: reads and writes at once. When: the result
                ///< tells whether it wrote (compare_exchange).
  AtomicFence,  ///< atomic-fence
  Allocates,    ///< allocates: the result is fresh memory.
  Frees,        ///< frees: the operand.
  // Lock kinds.
  AttributeKind, ///< attribute-recursive: attribute operand 0 makes locks
                 ///< recursive if argument 1 equals Value.
  InitLock,      ///< init-lock: operand 0 is a lock with the attribute operand
                 ///< 1, a plain one if that is null or absent.
  EndLock,       ///< end-lock: the operand is no lock any more.
  InitRecursive, ///< init-recursive: operand 0 is a lock, recursive if operand
                 ///< 1 has a bit of Value (mtx_init).
  Permits,       ///< permits: operand 0 is a semaphore that starts with as many
                 ///< as operand 1.
  // Objects that belong to a thread.
  Rebinds, ///< rebinds: the operand belongs to another thread from now on.
  // State that a library hides. Text names it: "environment", "strtok".
  ReadsState,  ///< reads-state: getenv
  WritesState, ///< writes-state: setenv, strtok
  Forks,       ///< forks: the child, of one thread, gets zero for a result.
  // Others.
  Blocks,   ///< blocks: sleep, socket, file, process, other (Text).
  NoReturn, ///< no-return
  NoThrow,  ///< no-throw
  NoEffect, ///< no-effect: known to matter to nobody.
};

/// "given: 0 != 2": the effect takes place unless argument 0 is known to be 2.
struct ArgumentTest {
  unsigned Index = 0;
  bool Equal = true;
  int64_t Value = 0;
  friend bool operator==(const ArgumentTest &, const ArgumentTest &) = default;
};

struct Effect {
  EffectKind Kind = EffectKind::NoEffect;
  bool Shared = false; ///< Reader mode: acquire-shared, guard-acquire-shared …
  bool Exclusive = false; ///< Release: gives back an exclusive hold only.
  bool Timed = false;     ///< May give up: timed waits and locks.
  ResultTest When = ResultTest::Always;
  /// Spawn: the callable gets a std::stop_token before its arguments if it
  /// takes one more than there are (jthread).
  bool PassesToken = false;
  bool Many = false; ///< Spawn: several threads at once.
  /// ReadsState, WritesState: many implementations keep it per thread or lock
  /// it; a program that relies on that is not portable.
  bool OftenSafe = false;
  /// ReadsState, WritesState: the function to use instead.
  std::string Instead;
  std::optional<ArgumentTest> Given;
  Selector On; ///< Guard, handle, condition or holder; default `this`.
  std::vector<Selector> Operands;
  /// Atomic*: the argument that is the memory order. Absent: seq_cst.
  std::optional<unsigned> Order;
  int64_t Value = 0;
  std::string Text;
};

/// Where a model row is written, for messages.
struct Origin {
  std::string File;
  unsigned Line = 0;
  std::string Family;   ///< The file's `family`: "std", "pthread" …
  bool BuiltIn = false; ///< Not from a file of the user's.
  /// The file's `distinct`: nobody else gives functions such names.
  bool Distinct = false;
};

struct FunctionModel {
  /// Qualified name, no template arguments. See isPattern().
  std::string Name;
  /// Parameter types to tell overloads apart, see parameterName(); "_" matches
  /// any, "..." in the last place any number more. Absent: any parameters.
  std::optional<std::vector<std::string>> Parameters;
  std::vector<Effect> Effects;
  Origin Where;
};

enum class TypeRole : uint8_t {
  Lock,      ///< lock
  Guard,     ///< guard
  Condition, ///< condition variable
  Thread,    ///< thread: a handle
  Once,      ///< once flag
  Atomic,    ///< atomic: each access is one; SyncMut
  Callable,  ///< callable: std::function and kin
  Pointer,   ///< pointer: owns or refers to a pointee: unique_ptr, shared_ptr
  Container, ///< container: of elements
  Event, ///< event: semaphore, latch, promise: one thread waits, others wake
  Synchronized, ///< synchronized: any thread may use it at any time
  ThreadBound,  ///< thread-bound: only the thread that made it may use it
  Value,        ///< value: plain data without shared state
};

/// Whether copies and drops of handles to one object are for one thread only.
enum class TypeCount : uint8_t {
  None,    ///< Nothing is counted, or for all threads.
  Plain,   ///< plain: the count is no atomic.
  Pointee, ///< pointee: the class of what it points to tells.
};

struct TypeModel {
  std::string Name;
  TypeRole Role = TypeRole::Value;
  bool Recursive = false; ///< Lock: one thread may hold it several times.
  bool Owner = false;     ///< Pointer: it alone owns its pointee.
  /// Lock: has a reader mode. Pointer: owns its pointee with others, and
  /// destroys it only if it is the last.
  bool Shared = false;
  bool RecursiveReaders = false; ///< One thread may hold it shared repeatedly.
  /// Container: an element stays where it is while others come and go.
  bool Stable = false;
  /// Pointer: how it counts. Value: how classes count that have it for a
  /// template argument, or a base.
  TypeCount Count = TypeCount::None;
  /// Pointer that counts plainly: the template that is the same with an atomic
  /// count, if there is one.
  std::string AtomicForm = {};
  /// Macros that initialise a recursive lock of this type.
  std::vector<std::string> RecursiveInitialisers;
  Origin Where;
};

/// "_mm_load*" stands for all names that begin so. "X::operator*" is a name.
inline bool isPattern(std::string_view Name) {
  return Name.ends_with('*') && !Name.ends_with("operator*");
}

/// Whether a program's own function of this name is meant rather than the
/// library's: C programs define an error(), a warn() or an index() of their
/// own. Of a library that comes with the program, the headers are the
/// program's; only its name tells.
inline bool yieldsToProgram(const FunctionModel &Model) {
  return Model.Where.BuiltIn &&
         (Model.Name.find("::") == std::string::npos || isPattern(Model.Name));
}

/// A global variable of a library: std::cout may be used by any thread.
struct VariableModel {
  std::string Name;
  TypeRole Role = TypeRole::Value;
  Origin Where;
};

} // namespace fearless::models

#endif

//===-- CallGraph.h - Who calls whom, over the whole program --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For each body, its call sites (calls, constructions, destructions, cleanups
// that destroy) with what they may run: the named function, overriders of a
// virtual one, what a stored callable may be, and the callables that a model
// says are invoked or started as threads. Strongly connected components come in
// bottom-up order, callees first (Tarjan, 1972). Spawned threads are not calls.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_CALLGRAPH_H
#define FEARLESS_ANALYSIS_CALLGRAPH_H

#include "analysis/Callables.h"
#include "support/Components.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVectorExtras.h"

namespace fearless::analysis {

inline constexpr unsigned MaxVirtualTargets = 10;

/// A callable that a call runs besides its callee.
struct Invocation {
  enum How : uint8_t {
    Now,     ///< As part of the call.
    Perhaps, ///< Given to code out of sight: 0..n times now.
    Thread,  ///< On a new thread, in a signal handler, or at exit.
  };
  How Kind = Now;
  const models::Effect *Effect = nullptr; ///< None for Perhaps.
  support::ShortList<BodyId> Targets;
  facts::Operand Callable;
  bool CallableIsObject = false; ///< It is passed as `this`.
  /// A constructor, run on an element that the call makes in a container or
  /// behind a pointer.
  bool Makes = false;
  support::ShortList<facts::Operand> Arguments;
};

struct CallSite {
  uint32_t Fact = 0;
  const models::FunctionModel *Model = nullptr;
  link::CallTargets Targets;
  support::ShortList<Invocation> Invocations;

  /// Of how many functions the call runs one, as far as is known; code out of
  /// sight counts as one more.
  uint32_t choices() const;
  /// Says a model that the call has an effect of one of these kinds?
  bool has(std::initializer_list<models::EffectKind> Kinds) const;
};

/// Do the constants that the call passes tell that \p E is not `given`?
bool isExcluded(const link::Program &Program, BodyId B, const facts::Fact &F,
                const models::Effect &E);

/// A call that may run more functions than this is doubtful: a finding that
/// needs one of them is not for the default output.
inline constexpr uint32_t MaxCertainChoices = 3;

class CallGraph {
public:
  CallGraph(const link::Program &Program, const Callables &Callables,
            const models::Catalogue &Models);

  llvm::ArrayRef<CallSite> sites(BodyId B) const { return Sites[B.Index]; }
  const CallSite *site(BodyId B, uint32_t Fact) const;
  /// Components, callees before callers; members in order of body.
  uint32_t componentCount() const { return Connected.size(); }
  llvm::SmallVector<BodyId, 4> component(uint32_t C) const {
    return llvm::map_to_vector<4>(Connected.members(C),
                                  [](uint32_t B) { return BodyId(B); });
  }
  /// Callees have lower numbers than callers, but for calls back in a cycle.
  uint32_t order(BodyId B) const { return Connected.order(B.Index); }
  /// Bodies that call \p B, with the fact; not by starting a thread. Sorted.
  struct Caller {
    BodyId Body;
    uint32_t Fact;
  };
  llvm::ArrayRef<Caller> callers(BodyId B) const {
    return llvm::ArrayRef(Callers).slice(
        FirstCaller[B.Index], FirstCaller[B.Index + 1] - FirstCaller[B.Index]);
  }

  /// What a body does at all, so that nobody decodes it again to look for what
  /// is not there.
  enum Trait : uint8_t {
    AssignsField = 1 << 0,
    AssignsCapture = 1 << 1,    ///< To a field of a closure.
    TouchesGlobal = 1 << 2,     ///< Reads or writes one by itself.
    EndsProgram = 1 << 3,       ///< On some way: see doomedFacts().
    MakesCallable = 1 << 4,     ///< A closure, or a function taken as a value.
    InitialisesStatic = 1 << 5, ///< Of a function: see staticInitialisers().
  };
  bool has(BodyId B, Trait T) const { return Traits[B.Index] & T; }
  /// Do bodies other than \p B, but for constructors, write a member \p F, or
  /// what it refers to?
  bool writtenElsewhere(link::FieldSym F, BodyId B) const;
  /// Is \p F taken as a value somewhere, so that anybody may call it?
  bool taken(link::FunctionSym F) const { return Taken.contains(F); }

  struct Counters {
    uint64_t Calls = 0;
    uint64_t Unresolved = 0; ///< No body and no model, or cannot be told.
    uint64_t Cut = 0;
  };
  const Counters &counters() const { return Count; }
  /// Functions without body or model, with how often they are called.
  std::vector<std::pair<link::FunctionSym, unsigned>> unmodelled() const;

private:
  void addBody(BodyId B);
  void addUnwinding(BodyId B);
  uint8_t traitsOf(BodyId B);
  void addWrites(BodyId B);
  void addSite(BodyId B, uint32_t Fact);
  void addModelled(BodyId B, const facts::Fact &F, CallSite &S);
  link::CallTargets virtualTargets(link::UnitId From,
                                   link::FunctionSym Named) const;
  void addDestruction(BodyId B, const facts::Fact &F, const models::Effect &E,
                      CallSite &S);
  void addElementConstruction(BodyId B, const facts::Fact &F,
                              const models::Effect &Makes, CallSite &S);
  void addHandler(BodyId B, const facts::Fact &F, const models::Effect &E,
                  CallSite &S);
  CallableSet membersOf(BodyId B, const facts::Fact &Of,
                        const facts::Operand &O) const;
  void addPerhaps(BodyId B, const facts::Fact &F, CallSite &S);
  void addInvocation(BodyId B, const facts::Fact &F, const models::Effect &E,
                     CallSite &S);
  const models::FunctionModel *modelOfPointer(BodyId B,
                                              const facts::Operand &O) const;
  llvm::SmallVector<BodyId, 2> bodies(BodyId From, const CallableSet &S) const;
  void findCallers();
  support::Components::Nodes callees(BodyId B) const;

  const link::Program &Program;
  const Callables &Stored;
  const models::Catalogue &Models;
  std::vector<std::vector<CallSite>> Sites;
  std::vector<uint8_t> Traits; ///< Of each body.
  llvm::DenseSet<link::FunctionSym> Taken;
  llvm::DenseMap<link::FieldSym, BodyId> Writers; ///< None: there are several.
  /// Destructors that run only when something throws, of bodies. Sorted.
  std::vector<std::pair<BodyId, BodyId>> Unwinding;
  support::Components Connected;
  std::vector<Caller> Callers;       ///< Of all bodies, in their order.
  std::vector<uint32_t> FirstCaller; ///< Of each body, and one past the last.
  Counters Count;
};

} // namespace fearless::analysis

#endif

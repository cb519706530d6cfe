//===-- ThreadBoundaries.h - What is handed to another thread -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Objects that must not cross a thread (Sendability.h) and do, or of which it
// depends on their use whether they may: what a callable captures that another
// thread runs, and what a thread gets as arguments. The callable may have been
// handed to a queue or pool on the way: it crosses where the function that made
// it gives it away. One that only runs on the thread
// that made it crosses nothing.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_THREADBOUNDARIES_H
#define FEARLESS_ANALYSIS_THREADBOUNDARIES_H

#include "analysis/Sendability.h"
#include "analysis/Threads.h"

namespace fearless::analysis {

struct Crossed {
  enum Manner : uint8_t {
    Copied,   ///< The giver keeps what it was made from.
    Moved,    ///< … but what it was made from is empty now.
    Fresh,    ///< It was made for the thread.
    Referred, ///< The thread gets a pointer or reference to it.
  };
  Manner How = Copied;
  Site At;     ///< The call that hands it over.
  Site Made;   ///< Where what the thread gets is made: of the same function.
  RootId To;   ///< The thread, …
  BodyId Runs; ///< … and what it runs with it.
  TypeRef Type;
  link::FieldSym Capture; ///< As what it was captured. None: an argument.
  facts::PathId From;     ///< What it was made from.
  /// The class of the closure that has it, if one has.
  link::RecordSym Closure;
  VerdictReason Why;
};

class ThreadBoundaries {
public:
  ThreadBoundaries(const link::Program &Program, const CallGraph &Graph,
                   const ThreadRoots &Roots, Sendability &Sends);

  /// Everything with a verdict of \p Least or worse, in order of function and
  /// place. Linear in the facts of functions that make callables or start
  /// threads.
  std::vector<Crossed> find(Verdict Least);

private:
  void look(BodyId B);
  void lookAtClosure(BodyId B, uint32_t Fact);
  void lookAtSpawn(BodyId B, const CallSite &S, const Invocation &I);
  void lookAtHolder(BodyId B, const CallSite &S, const models::Effect &Holds);
  std::optional<Crossed> operand(BodyId B, uint32_t Fact,
                                 const facts::Operand &O);
  std::vector<Crossed> captures(BodyId B, uint32_t Closure);
  std::optional<Crossed> capture(BodyId B, uint32_t Fact);
  TypeRef knownType(BodyId B, facts::PathId P, TypeRef T) const;
  /// Threads that run one of \p Functions as a callable that \p B has made. Of
  /// \p Closure, if that is not none.
  std::vector<std::pair<RootId, BodyId>>
  runners(BodyId B, link::RecordSym Closure,
          llvm::ArrayRef<link::FunctionSym> Functions) const;
  bool hasOwn(BodyId Callee, link::RecordSym Closure,
              const RootContext &C) const;
  bool madeElsewhere(BodyId B, BodyId Runs, RootId To) const;
  Site handedAt(BodyId B, uint32_t Closure, RootId To) const;
  unsigned rank(BodyId B, uint32_t Fact, RootId To) const;
  Crossed::Manner mannerOf(BodyId B, const facts::Fact &F,
                           size_t Operand) const;

  const link::Program &Program;
  const CallGraph &Graph;
  const ThreadRoots &Roots;
  Sendability &Sends;
  Verdict Least = Verdict::No;
  std::map<Site, std::vector<RootId>> Spawns;
  std::vector<Crossed> Found;
};

/// Does the way to the culprit lead through a pointer, so that whoever has the
/// object has no culprit of his own?
bool throughPointer(const link::Program &Program, const VerdictReason &Why);
/// Does \p F, of \p B, make a copy of its operand 1, which stays as it is?
bool copies(const link::Program &Program, BodyId B, const facts::Fact &F);
/// Is one of the two a part of the other?
bool overlap(const facts::FunctionBody &Body, facts::PathId A, facts::PathId B);

} // namespace fearless::analysis

#endif

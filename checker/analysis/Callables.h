//===-- Callables.h - Which functions a stored callable may be ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A flow-insensitive analysis of callable values only: function pointers,
// std::function and its kin. Places (fields, globals, locals, parameters,
// results) include each other's values by assignment, argument passing and
// return (Andersen, 1994, restricted to callables); fields are distinguished by
// field, not by object. A closure or functor needs no flow: its type tells what
// it runs. Imprecision is bounded: a place with more than MaxCallables values
// resolves to nothing and is counted.
//
// A container, pair, smart pointer or wrapper is one place with all that it
// holds: what a model says is stored in it, or what may be stored through a
// reference or iterator to it. Functions that a place turns out to run get
// the arguments of the calls through it, and give their results.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_CALLABLES_H
#define FEARLESS_ANALYSIS_CALLABLES_H

#include "analysis/Types.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"

#include <vector>

namespace fearless::analysis {

inline constexpr unsigned MaxCallables = 12;

struct CallableSet {
  llvm::SmallVector<link::FunctionSym, 2> Functions; ///< Sorted by index.
  bool Cut = false;
};

class Callables {
public:
  /// Linear in the facts, plus places × MaxCallables.
  Callables(const link::Program &Program, const models::Catalogue &Models);

  /// What calling \p O, an operand of \p B, may run.
  CallableSet resolve(BodyId B, const facts::Operand &O) const;
  /// What the callable stored in \p P may run.
  CallableSet stored(BodyId B, facts::PathId P) const;
  /// What the members of structures of class \p R may run.
  CallableSet members(link::RecordSym R, unsigned Depth = 0) const;
  /// Whether what \p P names is itself called, and not just a container or
  /// structure of callables; also if its type is not known.
  bool callable(BodyId B, facts::PathId P) const;

  /// The constructors of \p R, in order.
  llvm::ArrayRef<link::FunctionSym> constructors(link::RecordSym R) const {
    auto It = Constructors.find(R);
    return It == Constructors.end() ? llvm::ArrayRef<link::FunctionSym>()
                                    : It->second;
  }

private:
  using Place = uint64_t;
  static constexpr Place Nowhere = ~uint64_t(0);
  /// Where a value comes from: a place, or a function known by name or type.
  struct Source {
    Place From = Nowhere;
    link::FunctionSym Function;
  };
  /// A call through a place: what it passes, and where its result goes.
  struct Use {
    llvm::SmallVector<Source, 4> Arguments;
    Place Result = Nowhere;
  };
  struct Node {
    CallableSet Values;
    llvm::SmallVector<uint32_t, 2> Successors;
    llvm::SmallVector<uint32_t, 0> Uses;
  };

  void addBody(BodyId B);
  void addAssignment(BodyId B, const facts::Fact &F);
  void addReturn(BodyId B, const facts::Fact &F);
  void addCall(BodyId B, const facts::Fact &F);
  void addIndirectCall(BodyId B, const facts::Fact &F);
  void addArguments(BodyId B, const facts::Fact &F, link::FunctionSym Callee);
  void addEffect(BodyId B, const facts::Fact &F, const models::Effect &E);
  void addElement(BodyId B, const facts::Fact &F, const models::Effect &E);
  void addInvocation(BodyId B, const facts::Fact &F, const models::Effect &E);
  void addOverriders();
  void construct(link::RecordSym R, llvm::ArrayRef<Source> From);
  void use(const Source &Callable, Use U);
  void bind(uint32_t Use, link::FunctionSym F);

  void flow(const Source &From, Place To);
  /// The two places hold the same: one is a reference to the other.
  void alias(const Source &From, Place To);
  /// What \p From is goes to \p To, which has type \p T.
  void pass(const Source &From, Place To, TypeRef T);
  void propagate();
  void insert(uint32_t Node, link::FunctionSym F);
  uint32_t node(Place P);
  static Place parameterPlace(link::FunctionSym F, unsigned Number);
  static Place resultPlace(link::FunctionSym F);
  static Place fieldPlace(link::FieldSym F);
  Place placeOf(BodyId B, facts::PathId P) const;
  Place placeOfResult(BodyId B, uint32_t Ordinal) const;
  /// The object of an effect, and its type as far as it is known.
  std::pair<Place, TypeRef> object(BodyId B, const facts::Fact &F,
                                   const models::Selector &On) const;
  Source source(BodyId B, const facts::Operand &O) const;
  llvm::SmallVector<Source, 4>
  sources(BodyId B, const facts::Fact &F,
          llvm::ArrayRef<models::Selector> Selectors) const;

  /// Whether a value of type \p T may bring along something to call.
  bool holdsCallable(TypeRef T, unsigned Depth = 0) const;
  /// Whether a value of type \p T refers to a place where callables can be
  /// stored: a pointer or reference to one that is not const, an iterator.
  bool refersToHolder(TypeRef T, unsigned Depth = 0) const;
  link::FunctionSym functor(BodyId B, const facts::Operand &O) const;
  TypeRef resultType(BodyId B, const facts::Fact &F) const;
  TypeRef parameterType(link::FunctionSym F, unsigned Number) const;

  const link::Program &Program;
  const models::Catalogue &Models;
  std::vector<Node> Nodes;
  std::vector<Use> Uses;
  llvm::DenseMap<Place, uint32_t> NodeIds;
  std::vector<uint32_t> Work;
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> Edges; ///< Of nodes.
  llvm::DenseSet<std::pair<uint32_t, uint32_t>> Bound; ///< Use, function.
  llvm::DenseMap<link::RecordSym, llvm::SmallVector<link::FunctionSym, 2>>
      Constructors;
  /// The facts of one body, the last that was asked for, by their ordinal.
  mutable BodyId OrdinalsOf;
  mutable std::vector<uint32_t> Ordinals;
};

/// The facts of a body that make Result roots, by ordinal; ~0 for none.
std::vector<uint32_t> resultOrdinals(const facts::FunctionBody &Body);

/// The model's operand as a call's operand. None if the call has no such one.
const facts::Operand *select(const link::Program &Program, BodyId B,
                             const facts::Fact &F, const models::Selector &S);

/// \p Selectors with Rest spelled out, as far as the call has such operands.
llvm::SmallVector<models::Selector, 4>
expand(const link::Program &Program, BodyId B, const facts::Fact &F,
       llvm::ArrayRef<models::Selector> Selectors);

/// Whether the memory of operand \p S is written by \p E, a Writes or Uses
/// effect of the call.
bool writesOperand(const link::Program &Program, BodyId B, const facts::Fact &F,
                   const models::Effect &E, const models::Selector &S);

/// The operands that \p Selectors choose.
llvm::SmallVector<facts::Operand, 4>
selectAll(const link::Program &Program, BodyId B, const facts::Fact &F,
          llvm::ArrayRef<models::Selector> Selectors);

/// The class of the element that \p E, a Constructs effect of the call, makes.
link::RecordSym constructedElement(const link::Program &Program, BodyId B,
                                   const facts::Fact &F,
                                   const models::Effect &E);

/// The model of the constructor that a call to \p Of, which Constructs an
/// element, runs: for vector<thread>::emplace_back that of std::thread. Null if
/// none.
const models::FunctionModel *
elementConstructor(const link::Program &Program,
                   const models::Catalogue &Models, BodyId B,
                   const facts::Fact &F, const models::FunctionModel &Of);

/// Whether calling an object runs \p F with the object as `this`: a closure's
/// or functor's operator(), not a member function that a pointer names.
bool isCallOperator(const link::Program &Program, link::FunctionSym F);

} // namespace fearless::analysis

#endif

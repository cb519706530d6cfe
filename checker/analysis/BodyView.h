//===-- BodyView.h - A body's facts in terms of program paths -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Translates the paths and operands of one body, and sees through calls whose
// result is known: accessors (`Mutex &mu() { return mu_; }`), by their summary;
// smart pointers, iterators, std::move and the like, by their model.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_BODYVIEW_H
#define FEARLESS_ANALYSIS_BODYVIEW_H

#include "analysis/CallGraph.h"
#include "analysis/Summary.h"

namespace fearless::analysis {

/// What \p O is the truth of, as a branch asks it: `!x`, `x == 0`, `x != 0`.
/// Each negation turns \p Truth round. Bounded: what is nested deeper stays.
facts::Operand truthOf(const facts::FunctionBody &Facts, facts::Operand O,
                       bool &Truth);

class BodyView {
public:
  /// \p Summaries may be empty: then nothing is known of what calls return. To
  /// be dropped before Program::trim().
  BodyView(const link::Program &Program, PathTable &Paths,
           const CallGraph &Graph, const std::vector<Summary> &Summaries,
           BodyId Body);

  Path path(facts::PathId P);
  Value value(const facts::Operand &O);
  /// The operands of a call without the callee value of an indirect one: what
  /// the callee's parameters are bound to.
  llvm::SmallVector<Value, 4> arguments(const facts::Fact &F);
  /// Where the pointer, smart or not, that is the object \p P points to.
  Path pointee(Path P) { return deref(P, 0); }
  /// What the call with this ordinal returns, if that can be told.
  std::optional<Value> result(uint32_t Ordinal);
  /// The locations of a call that a model's selectors mean.
  llvm::SmallVector<Path, 2> locations(const facts::Fact &F,
                                       llvm::ArrayRef<models::Selector> S);
  Path location(const facts::Fact &F, const models::Selector &S);
  /// The member of the object that has this name; unknown if there is none.
  Path member(Path Of, llvm::StringRef Name);
  /// What the lambda that is made at \p Closure captures, but for class objects
  /// that are constructed in it.
  struct Capture {
    uint32_t Fact = 0;
    link::FieldSym Field; ///< Of the closure.
    Value What;
  };
  llvm::SmallVector<Capture, 4> captures(uint32_t Closure);
  /// What is stored in \p P, if that is done at one place.
  std::optional<Value> onlyStored(Path P);
  /// The values of the arguments that a model's selectors mean.
  llvm::SmallVector<Value, 4> values(const facts::Fact &F,
                                     llvm::ArrayRef<models::Selector> S);

  const facts::FunctionBody &facts() const { return Facts; }
  const facts::Fact &fact(uint32_t I) const { return Facts.Facts[I]; }
  BodyId body() const { return Body; }

private:
  Path translate(const facts::PathNode &N);
  Path deref(Path Parent, uint32_t Version);
  Path locationOf(Value V);
  std::optional<Value> modelResult(const facts::Fact &F,
                                   const models::FunctionModel &M);
  std::optional<Value> computeResult(uint32_t Fact);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  BodyId Body;
  link::UnitId Unit;
  const facts::FunctionBody &Facts;
  std::vector<Path> Translated;
  std::vector<uint32_t> Ordinals;
  enum class Progress : uint8_t { New, Busy, Done };
  std::vector<std::pair<Progress, std::optional<Value>>> Results;
  /// Locals that a call initialises, by that call's fact: iterators.
  llvm::DenseMap<uint32_t, uint32_t> MadeByCall;
};

} // namespace fearless::analysis

#endif

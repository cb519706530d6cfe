//===-- ElementIndices.h - Which elements of one array threads touch ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Memory is told apart by field and object; elements of one array by what their
// index is: a constant, what a loop counts, the number that each thread was
// given, what all threads read from one place, or what a hash or remainder
// makes of a key. An index is followed to the callers whose argument it is.
//
// Limits: an index that is none of these may be any, and is taken to be a
// thread's own, unless the other side goes through the whole array. Bounds that
// are no constants are not compared, nor are those of parts that start where a
// thread is told to.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_ELEMENTINDICES_H
#define FEARLESS_ANALYSIS_ELEMENTINDICES_H

#include "analysis/Objects.h"
#include "analysis/Separations.h"
#include "analysis/TouchedElements.h"

namespace fearless::analysis {

/// Is \p A \p B but for the indices of elements, or an element of it?
bool sameButForElements(const PathTable &Paths, Path A, Path B);

class ElementIndices {
public:
  ElementIndices(const link::Program &Program, PathTable &Paths,
                 const CallGraph &Graph,
                 const std::vector<FunctionResult> &Results,
                 const ThreadRoots &Roots, Separations &Apartness,
                 Objects &Memory)
      : Program(Program), Paths(Paths), Graph(Graph), Results(Results),
        Roots(Roots), Apartness(Apartness), Memory(Memory),
        Tried(Program, Paths, Graph, Memory.summaries(), Results, Roots) {}

  /// An access to \p Of, in terms of its function, as a thread of By gets
  /// there; Is: where that is.
  struct Use {
    Site At;
    Path Of;
    RootId By;
    Located Is;
    uint32_t Held = 0; ///< Locks, as far as a trial is asked.
  };
  /// Of two accesses to one array: may they be to one element of it? A few
  /// callers up each index; bounded.
  bool mayMeet(const Use &A, const Use &B);
  /// Of two accesses that seem to be under one lock: do threads that try it
  /// touch one thing while they hold none in common?
  bool meetUnlocked(const Use &A, const Use &B) {
    return Tried.meetUnlocked(tried(A), tried(B));
  }
  /// What shows that the two meet, where only a trial does: the indices of an
  /// element that both touch, the outermost first.
  std::vector<int64_t> example(const Use &A, const Use &B);
  /// Questions that were given up.
  unsigned cuts() const { return Tried.cuts(); }
  /// Are the two, of one array, never one element of it? So are different
  /// constants, and the numbers of different threads.
  bool surelyApart(const Use &A, const Use &B);
  /// By how much the index of \p Other is more than that of \p Of, both being
  /// elements that \p B names. None: they have no index in common.
  std::optional<int64_t> distance(BodyId B, Path Of, Path Other) const;

  /// How a lock of several is chosen for an element.
  struct Stripe {
    enum Kind : uint8_t {
      Unknown,
      Folded, ///< By the element's index modulo Of: `locks[i % 4]`.
      Loose,  ///< One element may get several: `slots[k % 8]`, `locks[k % 3]`.
      Other,  ///< By the remainder of something else.
    };
    Kind What = Unknown;
    int64_t Of = 0;
    friend bool operator==(const Stripe &, const Stripe &) = default;
  };
  Stripe stripe(BodyId B, Path Lock, Path Data) const;

private:
  /// What an index may be.
  struct Choice {
    enum Kind : uint8_t {
      Unknown,
      Constant, ///< From.
      Range,    ///< From, From + Step … below To.
      Number,   ///< What was given to this thread alone, plus From.
      Common,   ///< What is stored in Where, plus From.
      Bucket,   ///< What many keys come down to.
    };
    Kind What = Unknown;
    int64_t From = 0, To = 0, Step = 1;
    std::optional<Located> Where = std::nullopt;
    bool Ring = false; ///< Of Range: it comes round again, as a local counts.
    /// Of Range, and of Number where a loop has given it: what counts, and
    /// where that is looked at; by which one round is told from another.
    std::optional<facts::Operand> Counter = std::nullopt;
    Site At = {};
  };
  using Choices = llvm::SmallVector<Choice, 2>;
  /// Callers, and callers of callers, whose arguments are looked at.
  static constexpr size_t MaxChoices = 8;
  static constexpr unsigned MaxDepth = 5;

  /// The indices in the path of \p U, the innermost first, as far as they are
  /// of the array that it is in; false if some are out of sight.
  bool indices(const Use &U, llvm::SmallVectorImpl<Choices> &To);
  /// What a place passes, in terms of its function, as a thread of By does.
  struct Passing {
    Site At;
    Value What;
    RootId By;
  };
  static void giveNumbers(Choices &Of);
  static bool countedForThread(const Choices &Given);
  std::optional<Passing> passing(BodyId B, unsigned Parameter, RootId By);
  bool ownIndices(BodyId B, Path Of, facts::PathId Written, RootId By,
                  uint32_t Fact, llvm::SmallVectorImpl<Choices> &To);
  Choices resolve(BodyId B, Value V, RootId By, uint32_t Fact, unsigned Depth);
  Choices computed(BodyId B, const facts::ValueNode &N, RootId By,
                   uint32_t Fact, unsigned Depth);
  Choices passed(BodyId B, unsigned Parameter, RootId By, unsigned Depth);
  Choices given(RootId By, unsigned Parameter, unsigned Depth);
  Choices stored(BodyId B, Value V, RootId By, uint32_t Fact, unsigned Depth);
  std::optional<Choices> leftForThread(BodyId B, Value V, RootId By,
                                       unsigned Depth);
  Choices referred(BodyId B, Path P, RootId By, uint32_t Fact, unsigned Depth);
  Choice counted(const facts::FunctionBody &Facts, facts::Operand Variable,
                 facts::Operand Counter) const;
  Choice countedBy(BodyId B, uint32_t Number, uint32_t Version,
                   uint32_t Fact) const;
  std::pair<Value, int64_t> unshifted(BodyId B, Value V) const;
  std::optional<std::pair<Value, int64_t>> index(BodyId B, Path Of) const;
  bool isKey(BodyId B, const facts::Operand &O, const Choices &Of) const;
  bool takenUnderLock(BodyId B, Path P);
  bool holdsLock(Site S) const;
  static bool sameLoop(const Choice &X, const Choice &Y);
  bool meets(const Choice &X, const Use &A, const Choice &Y, const Use &B);
  static TouchedElements::Use tried(const Use &U) {
    return {U.At, U.Of, U.By, U.Held};
  }
  bool presumed(llvm::ArrayRef<Choices> X, const Use &A,
                llvm::ArrayRef<Choices> Y, const Use &B);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<FunctionResult> &Results;
  const ThreadRoots &Roots;
  Separations &Apartness;
  Objects &Memory;
  TouchedElements Tried;
};

} // namespace fearless::analysis

#endif

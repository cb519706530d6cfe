//===-- PointerFlow.h - Where one function puts and passes pointers -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What one body does with pointers, smart ones and closures included, in terms
// of program paths: which place gets what pointer, what calls pass, and which
// of it may have happened before what. Objects.h follows pointers through it.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_POINTERFLOW_H
#define FEARLESS_ANALYSIS_POINTERFLOW_H

#include "analysis/BodyView.h"

#include "llvm/ADT/BitVector.h"

namespace fearless::analysis {

/// A place gets a pointer.
struct Assignment {
  enum Kind : uint8_t {
    Pointer, ///< What: its value.
    Fresh,   ///< It points to an object that the call makes.
    ByCall,  ///< It is what the call returns.
    Into,    ///< It may be what the call leaves there: `make(&p);`.
    Nothing, ///< Null, or what it pointed to has been moved elsewhere.
  };
  Kind How = Pointer;
  uint32_t Fact = 0;
  Path Where;
  Value What;
  unsigned Argument = 0; ///< Into: the one that leads there.
  /// Pointer: the round of a range-based for decides what it is.
  bool EachRound = false;
};

class PointerFlow {
public:
  /// Linear in the facts, plus loops × blocks.
  PointerFlow(const link::Program &Program, PathTable &Paths,
              const CallGraph &Graph, const std::vector<Summary> &Summaries,
              BodyId Body);

  BodyId body() const { return Body; }
  /// In order of their facts.
  llvm::ArrayRef<Assignment> assignments() const { return Assigned; }
  /// What a call passes for the parameters of \p Target, `this` first.
  llvm::SmallVector<Value, 4> arguments(uint32_t Fact, BodyId Target) const;
  /// When the pointer was read that leads to \p P, a path of the fact \p Fact:
  /// at the call whose result it is. \p Fact, if there is no path.
  static uint32_t readAt(const facts::FunctionBody &Facts,
                         llvm::ArrayRef<uint32_t> Ordinals, facts::PathId P,
                         uint32_t Fact);
  /// The same of a call's argument.
  uint32_t readAt(uint32_t Fact, unsigned Argument) const;
  /// Does each round of a range-based for pass another \p V at \p Fact?
  bool eachRound(uint32_t Fact, Value V) const;
  /// What calls pass, as far as that may be pointers: see arguments().
  struct Call {
    uint32_t Fact = 0;
    llvm::SmallVector<Value, 4> Arguments;
    Path Result;
    llvm::SmallVector<uint32_t, 4> ReadAt; ///< Of each argument.
    llvm::SmallVector<bool, 4> EachRound;  ///< The same.
  };
  llvm::ArrayRef<Call> calls() const { return Calls; }
  /// The values returned, with their facts.
  llvm::ArrayRef<std::pair<uint32_t, Value>> returned() const {
    return Returned;
  }
  /// The call with this ordinal; ~0 if there is none.
  uint32_t callOf(uint32_t Ordinal) const {
    return Ordinal < Ordinals.size() ? Ordinals[Ordinal] : ~0u;
  }
  uint32_t ordinal(uint32_t Fact) const;
  /// The fact that begins the life of the object that is \p Root, a local or
  /// an allocation of this body.
  std::optional<uint32_t> makerOf(Path Root) const;
  /// Is \p Fact in a loop, of which \p Maker, if any, is no part?
  bool loopsAround(uint32_t Fact, std::optional<uint32_t> Maker) const;
  /// May one of \p Before, sorted, come before \p Fact, with \p Maker not in
  /// between?
  bool mayPrecede(llvm::ArrayRef<uint32_t> Before, uint32_t Fact,
                  std::optional<uint32_t> Maker) const;
  /// The assignments to just \p Where that \p Fact may find there, by their
  /// index; and whether it may find what was there at entry.
  struct Reaching {
    llvm::SmallVector<uint32_t, 4> Assignments;
    bool Entry = false;
  };
  Reaching reaching(Path Where, uint32_t Fact) const;

private:
  void addCall(BodyView &View, uint32_t Fact);
  void addOutParameter(BodyView &View, const CallSite &Site, const Call &Made);
  void addModel(BodyView &View, uint32_t Fact, const CallSite &Site);
  void add(Assignment::Kind How, uint32_t Fact, Path Where,
           Value What = Value::unknown());
  Value thisOf(BodyView &View, const facts::Operand &Callable) const;
  Value passedOn(Value V, BodyId Target, size_t Index) const;
  Value elementMade(BodyView &View, const facts::Fact &F,
                    const models::Effect &Makes) const;
  void addCopy(uint32_t Fact, Path To, Path From, TypeRef T, unsigned Depth);
  void findBlocks(const facts::FunctionBody &Facts);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  BodyId Body;
  std::vector<Assignment> Assigned;
  std::vector<Call> Calls; ///< Sorted by fact.
  /// What an invocation passes to one of its targets.
  struct Invoked {
    uint32_t Fact = 0;
    BodyId Target;
    llvm::SmallVector<Value, 4> Arguments;
  };
  std::vector<Invoked> Invocations;
  std::vector<std::pair<uint32_t, Value>> Returned;
  std::vector<uint32_t> Ordinals;
  std::vector<std::pair<Path, uint32_t>> Makers; ///< Sorted by path.
  /// The flow graph: blocks by their facts, and which block comes before which.
  std::vector<uint32_t> BlockOf;                      ///< Of each fact.
  std::vector<std::pair<uint32_t, uint32_t>> FactsOf; ///< Of each block.
  std::vector<llvm::SmallVector<uint32_t, 2>> Predecessors;
  std::vector<llvm::BitVector> Loops; ///< The blocks of each.
  uint32_t blockOf(uint32_t Fact) const {
    return Fact < BlockOf.size() ? BlockOf[Fact] : 0;
  }
};

/// Does \p P, of \p B, lead to what the variable of a range-based for is, or an
/// iterator that goes from the first element on? Each round has another
/// element, and all have their turn. Linear in the facts.
bool ofRangeFor(const link::Program &Program, BodyId B, facts::PathId P);
/// The same. \p Ordinals: what resultOrdinals() says of \p B.
bool ofRangeFor(const link::Program &Program, BodyId B, facts::PathId P,
                llvm::ArrayRef<uint32_t> Ordinals);

} // namespace fearless::analysis

#endif

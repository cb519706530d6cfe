//===-- ObjectStates.h - Objects whose state decides who handles them -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Several threads run loops of their own with one handler, which looks at a
// field of its object (`switch (c->state)`). An object in a state that only one
// thread ever gives, where it puts the object into its own loop, is on no other
// loop: there the branch for that state is not taken. A state is given up, but
// not given, by the others.
//
// A branch is ruled out for a root only if
//  - every store of that constant in that field, through parameters and fields
//    up to where the constant is, is by other roots, and no store of something
//    unknown is by this one;
//  - on the way to each such store the object is put into what another root
//    runs, and into nothing that this one runs; what gets into a loop of this
//    one is given another constant on the way;
//  - the object that the branch asks is the handler's, or came in a message,
//    on every way of this root that the state itself does not rule out.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_OBJECTSTATES_H
#define FEARLESS_ANALYSIS_OBJECTSTATES_H

#include "analysis/EarlyInitialisers.h"

#include <map>
#include <set>

namespace fearless::analysis {

class ObjectStates {
public:
  ObjectStates(const link::Program &Program, PathTable &Paths,
               const CallGraph &Graph, const std::vector<Summary> &Summaries,
               const LockKeys &Keys, const ThreadRoots &Roots);

  /// Does \p R never get to \p S, for it only is on the way of objects in a
  /// state that those of \p R never have, or of an initialisation that has been
  /// made before any thread (EarlyInitialisers.h)? Cost: the first time that of a pass
  /// over all bodies, and for each root of one over those it gets to.
  bool avoids(RootId R, Site S);

private:
  /// A parameter's pointee is asked whether its field is this constant.
  struct Question {
    uint32_t Parameter = 0;
    link::FieldSym Field;
    int32_t Is = 0;
    friend auto operator<=>(const Question &, const Question &) = default;
  };
  /// One way in which a field gets a constant, or something unknown.
  struct Source {
    std::optional<int32_t> Constant;
    std::vector<Site> Chain; ///< The store, and the calls that lead there.
    friend auto operator<=>(const Source &, const Source &) = default;
  };
  /// With the containers of callables that the chain puts objects into.
  using Sources = std::map<Source, std::set<LockKey>>;
  /// None: something unknown.
  using Constants = std::set<std::optional<int32_t>>;

  void findLoops();
  void scan();
  void scanBody(BodyId B);
  std::optional<uint32_t> asked(const facts::FunctionBody &Body,
                                link::UnitId Unit, const facts::Operand &O,
                                link::FieldSym Field) const;
  std::optional<bool> answer(BodyId B, const facts::Operand &O,
                             const Question &Q, bool Is) const;
  bool takes(BodyId B, const facts::Block &Block, size_t Number,
             const Question &Q, bool Is) const;
  llvm::BitVector blocksWhen(BodyId B, const Question &Q, bool Is) const;
  bool reachedWhen(BodyId B, uint32_t Fact, const Question &Q) const;

  const Sources &sources(link::FieldSym F);
  Constants constants(link::FieldSym F);
  void resolve(Value V, BodyId B, std::vector<Site> Chain, Sources &To);
  bool by(const Source &S, RootId R) const;
  std::set<LockKey> containers(const Source &S) const;
  bool runs(RootId R, const std::set<LockKey> &Containers) const;
  bool elsewhere(const Source &S, const std::set<LockKey> &Containers,
                 RootId R) const;
  bool neverGives(RootId R, link::FieldSym F, int32_t Is);
  bool ofHandler(RootId R, BodyId B, const Question &Q,
                 std::set<std::pair<BodyId, uint32_t>> &Seen, bool &Handler);
  bool ruledOut(RootId R, BodyId B, const Question &Q);

  /// What a root gets to, all told.
  struct Reach {
    llvm::BitVector Bodies;
    /// Of bodies with branches that are ruled out: the blocks that are left.
    std::map<BodyId, llvm::BitVector> Blocks;
  };
  const Reach &reach(RootId R);

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const LockKeys &Keys;
  const ThreadRoots &Roots;
  EarlyInitialisers Early;
  std::vector<std::set<LockKey>> Loops; ///< What each root runs the content of.
  bool Several = false;                 ///< Roots have loops of their own.
  bool Scanned = false;
  std::map<BodyId, std::set<Question>> Questions;
  std::map<link::FieldSym, std::vector<Site>> Stores;
  std::map<link::FieldSym, Sources> Known;
  std::set<link::FieldSym> Busy; ///< Whose sources are being looked for.
  std::map<std::tuple<RootId, link::FieldSym, int32_t>, bool> Never;
  std::map<RootId, Reach> Reached;
};

} // namespace fearless::analysis

#endif

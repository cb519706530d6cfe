//===-- TrialRun.h - What threads do with numbers, tried out --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs a function that starts threads, and these threads, as far as its facts
// tell what happens: numbers are computed, loops go round, and what each access
// touches is written down. So `for (i = me; i < N; i += step)` needs no theory.
//
// It is one run of many. What is not known and does not change, like a size, is
// taken to be some number; at a branch on anything else, the side is tried from
// which more can be reached. So two threads that touch one element in a trial
// do touch it (if no unknown condition keeps them from it); two that do not are
// apart if the run knew all their indices.
//
// A thread runs at once where it is started, on a copy of memory. What several
// threads use and one changes is known to none: a second run goes without it.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_TRIALRUN_H
#define FEARLESS_ANALYSIS_TRIALRUN_H

#include "analysis/BodyView.h"
#include "analysis/Threads.h"
#include "analysis/TrialMemory.h"

#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseSet.h"

#include <set>

namespace fearless::analysis {

/// One access that a thread has made.
struct TrialTouch {
  Path Of; ///< In terms of the function.
  PlaceId Where;
  uint32_t Time = 0;
  uint32_t Phase = 0; ///< Barriers that the thread has passed.
  uint32_t Locks = 0; ///< What is held: see TrialRun.
};

struct TrialThread {
  RootId By;           ///< None: of the function that the run begins with.
  uint32_t Parent = 0; ///< Who has started it; itself if nobody.
  uint32_t Started = 0, Ended = ~uint32_t(0);
  PlaceId Handle;
  uint32_t Phase = 0;
  bool Complete = true; ///< It has run to its end.
  std::map<Site, std::vector<TrialTouch>> Touches;
};

/// The roots that begin at a place which starts threads.
using ThreadStarts = std::map<Site, llvm::SmallVector<RootId, 1>>;

/// Linear in the roots. Signal handlers are no threads.
ThreadStarts findThreadStarts(const ThreadRoots &Roots);

/// Not thread-safe. To be used up before Program::trim().
class TrialRun {
public:
  TrialRun(const link::Program &Program, PathTable &Paths,
           const CallGraph &Graph, const std::vector<Summary> &Summaries,
           const std::vector<FunctionResult> &Results, const ThreadRoots &Roots,
           const ThreadStarts &Starts)
      : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
        Results(Results), Roots(Roots), Starts(Starts) {}

  /// Runs \p Starter, and what it starts. Bounded by MaxSteps and MaxThreads.
  void run(BodyId Starter);

  /// The first is what ran Starter.
  const std::vector<TrialThread> &threads() const { return Threads; }
  const TrialPlaces &places() const { return Places; }
  uint32_t steps() const { return Clock; }
  /// May the two ever have been running at once?
  bool overlap(uint32_t A, uint32_t B) const;
  /// Have the two sets of locks one in common?
  bool share(uint32_t A, uint32_t B) const;
  /// Is it known which locks all are, of which there are so many, and has the
  /// one set none of the other?
  bool apart(uint32_t A, uint32_t SizeOfA, uint32_t B, uint32_t SizeOfB) const;

private:
  static constexpr uint32_t MaxSteps = 100'000; ///< Of all threads.
  static constexpr uint32_t MaxThreadSteps =
      20'000;                                ///< Of one that is started.
  static constexpr unsigned MaxThreads = 8;  ///< Of one root.
  static constexpr unsigned MaxDepth = 8;    ///< Of calls.
  static constexpr size_t MaxTouches = 4096; ///< Of one access.

  /// What is needed of a body, whoever runs it.
  struct Code {
    Code(const link::Program &Program, PathTable &Paths, const CallGraph &Graph,
         const std::vector<Summary> &Summaries, BodyId Body);
    BodyView View;
    llvm::BitVector Joins; ///< Blocks that several lead to.
    llvm::DenseMap<uint32_t, uint32_t> Reached; ///< By block, as far as asked.
    uint32_t reached(uint32_t From);
  };
  struct Frame {
    Frame(BodyId Body, Code &In, uint32_t Id, uint32_t Thread,
          TrialContents &Memory, Frame *Caller)
        : Body(Body), In(In), Id(Id), Thread(Thread), Memory(Memory),
          Caller(Caller), Depth(Caller ? Caller->Depth + 1 : 0) {}
    BodyId Body;
    Code &In;
    uint32_t Id;
    uint32_t Thread;
    TrialContents &Memory;
    Frame *Caller; ///< In its thread.
    unsigned Depth;
    uint32_t At = 0; ///< The fact.
    TrialValue Result;
    /// What a path held when it had a version, and what it held before it was
    /// assigned, since flows joined. Apart: of what calls may change.
    struct Versions {
      std::map<std::pair<Path, uint32_t>, TrialValue> Stored;
      llvm::DenseMap<Path, TrialValue> Before;
    };
    Versions Own, Shared;
    llvm::DenseMap<uint32_t, TrialValue> Made; ///< By ordinal.
    llvm::DenseMap<uint32_t, unsigned> Visits; ///< Of blocks.
  };
  struct Argument {
    TrialValue What;
    PlaceId Object; ///< Passed by value.
  };

  Code &code(BodyId B);
  void begin(BodyId Starter);
  TrialValue call(BodyId B, llvm::ArrayRef<Argument> Arguments, uint32_t Thread,
                  TrialContents &Memory, Frame *Caller, PlaceId Into);
  void follow(Frame &F);
  std::optional<uint32_t> next(Frame &F, uint32_t Block);
  uint32_t guess(Frame &F, uint32_t Block);
  void forget(Frame &F, PlaceId Where);
  void copy(TrialContents &Memory, PlaceId From, PlaceId To);
  PlaceId makeObject(uint32_t Thread);
  void step(Frame &F, uint32_t Fact);
  void assign(Frame &F, const facts::Fact &Of);
  void callAt(Frame &F, uint32_t Fact);
  void enter(Frame &F, const facts::Fact &Of, const CallSite &S);
  std::optional<int64_t> askedFor(Frame &F, const facts::Fact &Of,
                                  const CallSite &S,
                                  llvm::ArrayRef<Argument> Arguments);
  void start(Frame &F, RootId R);
  void join(Frame &F, const facts::Fact &Of, const models::Effect &E);
  void touch(Frame &F, uint32_t Fact, Path Of);
  uint32_t locksHeld(Frame &F);
  Argument argument(Frame &F, Value V);
  Frame::Versions &versions(Frame &F, Path P);
  bool isArray(Path P, BodyId In);
  PlaceId resolve(Frame &F, Path P);
  PlaceId element(Frame &F, Path P);
  TrialValue eval(Frame &F, Value V);
  TrialValue compute(Frame &F, const facts::ValueNode &N);
  TrialValue load(Frame &F, Path P, uint32_t Version);
  TrialValue content(Frame &F, Path P, PlaceId Where);
  PlaceId moved(PlaceId P, int64_t By);
  bool mayAssume(Path P, BodyId In, PlaceId Where) const;
  int64_t assumed(PlaceId Where);
  uint32_t ownerOf(PlaceId P) const;
  void noteUse(uint32_t Thread, PlaceId P, bool Changes);
  void findContended();

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const std::vector<FunctionResult> &Results;
  const ThreadRoots &Roots;
  const ThreadStarts &Starts;
  std::map<BodyId, std::unique_ptr<Code>> Codes;
  TrialPlaces Places;
  std::vector<TrialThread> Threads;
  std::vector<uint32_t> ThreadOf; ///< Of a call, or of what is made.
  llvm::DenseMap<RootId, unsigned> Started;
  std::map<PlaceId, int64_t> Assumed;
  /// Who uses what is not his own, and who changes it.
  struct Users {
    std::set<uint32_t> All, Writers;
  };
  std::map<PlaceId, Users> Used;
  llvm::DenseSet<PlaceId> Contended; ///< What no thread can know.
  llvm::DenseSet<PlaceId> Rows;      ///< Elements that have elements.
  struct LockSet {
    std::vector<PlaceId> All;  ///< Locks, and once flags of what runs. Sorted.
    std::vector<PlaceId> Past; ///< Once flags that are set.
    bool Known = true;         ///< Which they are, and that there are no more.
    friend auto operator<=>(const LockSet &, const LockSet &) = default;
  };
  std::map<LockSet, uint32_t> LockSetIds;
  std::vector<LockSet> LockSets; ///< By id.
  uint32_t Clock = 0;
  uint32_t LastEvent = 0; ///< When a thread was started or has ended.
  uint32_t Limit = 0;
  unsigned Evaluating = 0;
};

} // namespace fearless::analysis

#endif

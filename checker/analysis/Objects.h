//===-- Objects.h - Which memory a path means, as a thread gets there -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A points-to analysis on demand: a path of a function is followed up the calls
// by which a thread gets there, through the places that hold pointers, to the
// variables and allocations that it may mean. Contexts are the threads ("origin
// sensitivity": Liu et al., "When Threads Meet Events", 2021); an object that a
// constructor makes for its own is named by its owner, so that every owner has
// one of its own (heap cloning). Locals are followed in the order of the flow,
// memory is not. It answers "may be"; what cannot be told is left out.
//
// Every location comes with what decides whether threads share it: who made it,
// whether others had been told of it by then (Confinement.h), whether it was
// found in shared memory, and whether several threads of one kind get the same
// one.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_OBJECTS_H
#define FEARLESS_ANALYSIS_OBJECTS_H

#include "analysis/Confinement.h"
#include "analysis/Threads.h"

namespace fearless::analysis {

/// Memory, in terms of no function: the root is a variable, an allocation, or
/// the storage of a parameter of the body that its Version is. A Deref is the
/// one object that the place before it owns.
struct Located {
  Path Where;
  RootId Maker;         ///< Whose thread made it. None: it is static.
  bool Told = false;    ///< Others may know it by then.
  bool Foreign = false; ///< It was found in memory that threads share.
  bool Often = false;   ///< Several calls on the way here pass this one object.
  bool Common = false;  ///< Several threads of the asking root get it.
  bool Several = false; ///< It may be one of many, of which others use others.
  bool Each = false;    ///< Each round of a loop leads to another.
  /// A pointer to some element led there, and was indexed.
  bool Inside = false;
  /// In the copy of a callable that its thread alone has.
  bool Copied = false;
  /// Known by the closure that captured it, of this class; tasks of different
  /// closures are different tasks.
  link::RecordSym Task;
  /// The only call that passes it to the function that was asked about. None:
  /// it is not passed, or by several.
  Site Via;
  friend bool operator==(const Located &, const Located &) = default;
};

using Locations = llvm::SmallVector<Located, 2>;

/// Is the memory that both mean shared by a thread of \p R and one of \p S?
bool sharedMemory(const Located &L, const Located &M, RootId R, RootId S);

class Objects {
public:
  Objects(const link::Program &Program, PathTable &Paths,
          const CallGraph &Graph, const std::vector<Summary> &Summaries,
          const ThreadRoots &Roots);

  /// What \p P, of \p B, may be when a thread of \p R gets to \p Fact.
  /// Functions that were looked at stay decoded until Program::trim().
  /// \p When: the fact at which the pointer was read that leads there, if that
  /// is another.
  Locations locate(BodyId B, Path P, RootId R, uint32_t Fact,
                   std::optional<uint32_t> When = std::nullopt);
  /// Where the field or variable that \p Pointer is gets an object to point to.
  std::vector<Site> storesTo(Path Pointer) const;
  Confinement &flows() { return Confined; }
  const std::vector<Summary> &summaries() const { return Summaries; }
  /// Questions that were given up.
  unsigned cuts() const { return Cuts; }

private:
  /// Callers of one function that are looked at.
  static constexpr size_t MaxCallers = 48;

  /// A pointer that is left in memory that more than one function sees.
  struct HeapStore {
    BodyId Body;
    Assignment What;
  };
  bool beforeMain(BodyId B) const;
  void indexStores();
  Path containerOf(Path Where, link::FieldSym Next) const;
  Locations begin(BodyId B, Path Root, RootId R, uint32_t Fact);
  Locations results(BodyId B, Path Root, RootId R, uint32_t Fact);
  Locations inAtomic(BodyId B, uint32_t Call, const models::Effect &E, RootId R,
                     uint32_t Fact);
  Locations returned(BodyId Callee, RootId R, Path Fresh);
  Locations leftIn(BodyId Callee, unsigned Parameter, RootId R, Path Fresh);
  Located renamed(Located L, Path Fresh);
  const Locations &pointees(BodyId B, unsigned Parameter, RootId R);
  /// What is passed: what it points to, or the object itself, of which the
  /// parameter is a copy.
  enum Passed { Pointee, Whole };
  Path passedPath(Value V, Passed What) const;
  bool copiesCallable(Site Spawn, const SpawnPoint &P, Path Callable);
  void passedBySpawn(BodyId B, unsigned Parameter, RootId R, Passed What,
                     Locations &To);
  void passedByCalls(BodyId B, unsigned Parameter, RootId R, Passed What,
                     Locations &To);
  Locations content(const Located &Of, BodyId B, RootId R, uint32_t Fact,
                    uint32_t When);
  Locations contentHere(Path Where, BodyId B, RootId R, uint32_t Fact,
                        uint32_t When);
  Locations follow(const Locations &From, BodyId B, RootId R, uint32_t Fact,
                   uint32_t When);
  Locations contentOfMemory(const Located &Of, RootId R);
  llvm::SmallVector<RootId, 4> storers(BodyId B, RootId R) const;
  void contentOfField(link::FieldSym F, const Located &Of, RootId R,
                      Locations &To);
  void contentOfVariable(link::VariableSym V, const Located &Of, RootId R,
                         Locations &To);
  void contentOfCopy(const Located &Of, RootId R, Locations &To);
  void contentOfLocal(const Located &Of, RootId R, Locations &To);
  Locations captured(link::FieldSym Field, RootId R);
  Locations assigned(BodyId B, const Assignment &A, RootId R);
  /// A store, followed up its callers until its place is known.
  struct Storing {
    BodyId Body;
    uint32_t Fact;
    Path Where;
    Value What;
    RootId In;
    bool Own; ///< What is the store's own object.
    bool operator==(const Storing &) const = default;
  };
  Locations stored(const HeapStore &S, RootId Q, const Located &Of);
  void callersOf(const Storing &S, std::vector<Storing> &To);
  bool told(BodyId B, Path Root, uint32_t Fact, RootId R);
  bool findTold(BodyId B, Path Root, uint32_t Fact, RootId R);
  void cross(Located &L, RootId R, RootId Starter);
  void cross(Located &L, RootId R, RootId Starter, Site At);
  bool manyObjects(Path Root);
  bool runsOnce(BodyId B);
  Path normal(Path Where) const;
  bool same(Path A, Path B) const;
  bool add(Locations &To, const Located &L);
  Path keyOf(Path Where) const;

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> &Summaries;
  const ThreadRoots &Roots;
  Confinement Confined;
  llvm::DenseMap<link::FieldSym, std::vector<HeapStore>> FieldStores;
  llvm::DenseMap<link::VariableSym, std::vector<HeapStore>> VariableStores;
  struct Answer {
    bool Done = false;
    Locations Found;
  };
  std::map<std::tuple<BodyId, unsigned, RootId>, Answer> Pointees;
  std::map<std::tuple<Path, RootId, RootId>, Answer> Contents;
  /// Allocations that are results of wrappers, with what the wrapper calls it.
  llvm::DenseMap<Path, llvm::SmallVector<Path, 1>> MadeIn;
  llvm::DenseMap<BodyId, bool> Once;
  llvm::SmallVector<std::pair<BodyId, Path>, 8> Asking;      ///< See told().
  llvm::SmallVector<std::pair<BodyId, unsigned>, 4> Leaving; ///< See leftIn().
  unsigned Depth = 0;
  unsigned Steps = 0;
  unsigned Cuts = 0;
};

} // namespace fearless::analysis

#endif

//===-- Races.cpp - Data races on memory that threads share ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Races.h"

#include "support/Sorted.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

/// Accesses to one field or variable that are compared with each other, at
/// most. The work is quadratic in it.
static constexpr size_t MaxAccesses = 96;
/// Pairs of accesses, each as a root gets there, that are looked at.
static constexpr size_t MaxPairs = size_t(1) << 18;
/// Of those, for which it is asked whether they are of one object.
static constexpr size_t MaxQuestions = 512;

Races::Races(const link::Program &Program, PathTable &Paths,
             const CallGraph &Graph, const std::vector<FunctionResult> &Results,
             const LockKeys &Keys, const ThreadRoots &Roots,
             Separations &Apartness, Objects &Memory, ElementIndices &Indices,
             const AccessTable &All, CountedLocks Counted)
    : Program(Program), Paths(Paths), Results(Results), Keys(Keys),
      Roots(Roots), Apartness(Apartness), Memory(Memory),
      Starting(Paths, Graph, Roots, Memory.flows()), Indices(Indices),
      Locks(Program, Paths, Keys, Memory, Indices), Counted(Counted) {
  bool Threads = llvm::any_of(
      Roots.roots(), [](const Root &R) { return R.What == Root::Thread; });
  if (!Threads)
    return;
  addByPointers(All, All.byPointer());
  addByPointers(All, All.atomicsByPointer());
  for (const auto &[Key, Named] : All.byKey()) {
    std::vector<AccessPlace> Places = Named;
    llvm::append_range(Places, All.atomicsOf(Key));
    if (auto It = ByObject.find(Key); It != ByObject.end()) {
      llvm::append_range(Places, It->second);
      ByObject.erase(It);
    }
    consider(Key, Places);
  }
  for (auto &[Key, Places] : ByObject) {
    llvm::append_range(Places, All.atomicsOf(Key));
    consider(Key, Places);
  }
  ByObject.clear();
}

void Races::consider(LockKey Key, llvm::ArrayRef<AccessPlace> Places) {
  Program.trim();
  if (llvm::any_of(Places, [](const AccessPlace &A) { return A.Write; }) &&
      !llvm::all_of(Places, [](const AccessPlace &A) { return A.Atomic; }))
    decide(Key, Places);
}

/// What a pointer leads to has a name elsewhere.
void Races::addByPointers(const AccessTable &All,
                          llvm::ArrayRef<AccessPlace> Places) {
  for (const AccessPlace &At : Places) {
    Program.trim();
    std::set<LockKey> Names;
    for (const RootContext &C : Roots.contexts(At.Body))
      if (Roots.root(C.Root).What != Root::Library)
        for (const Located &L :
             Memory.locate(At.Body, At.Of, C.Root, At.Fact, At.ReadAt)) {
          LockKey K = All.keyOf(L.Where, BodyId());
          Names.insert(K ? K : LockKey{LockKey::Object, L.Where.Index});
        }
    for (LockKey K : Names)
      ByObject[K].push_back(At);
  }
}

LockInstances::Holder Races::holder(const Candidate &C) {
  return {C.At->site(), C.At->Of, C.Here.Root, C.At->State};
}

bool Races::unlocked(const Candidate &A, const Candidate &B,
                     LockKey &OnlyShared) {
  for (LockKey K : A.Here.Held) {
    if (!llvm::is_contained(B.Here.Held, K) || bothPast(K, A.Here, B.Here))
      continue;
    if (llvm::is_contained(A.Here.Shared, K) &&
        llvm::is_contained(B.Here.Shared, K)) {
      OnlyShared = K;
      continue;
    }
    if (Locks.mayBeOne(K, holder(A), holder(B)))
      return false;
  }
  return !mayShareLock(A.Here, B.Here) &&
         !Locks.oneByOtherName(holder(A), holder(B));
}

/// \p X, which is of \p Is as far as that is known, as a thread gets there.
static ElementIndices::Use use(const Access &X, const Point &Here,
                               Located Is = {}) {
  return {X.site(), X.Of, Here.Root, std::move(Is),
          static_cast<uint32_t>(Here.Held.size())};
}

/// Is what seems to be one lock that both hold, one of several that differ when
/// the threads are tried?
bool Races::meetUnlocked(const Candidate &A, const Candidate &B) {
  if (!A.Here.Uncertain.empty() || !B.Here.Uncertain.empty())
    return false;
  return Indices.meetUnlocked(use(*A.At, A.Here), use(*B.At, B.Here));
}

/// Do both hold a lock that is a member of one of the objects that \p Where, or
/// the path of an access, leads through? Once flags count wherever they are.
bool Races::keptInside(const Candidate &A, const Candidate &B,
                       Path Where) const {
  auto Passes = [&](Path P, BodyId In, link::RecordSym Class) {
    for (; P; P = Paths[P].Parent)
      if (Program.isOrDerivesFrom(
              classOf(Program, typeOf(Program, Paths, P, In)), Class))
        return true;
    return false;
  };
  BodyId In(Paths.rootOf(Where).Version);
  return llvm::any_of(A.Here.Held, [&](LockKey K) {
    if (!llvm::is_contained(B.Here.Held, K))
      return false;
    if (K.What != LockKey::Field)
      return Keys.role(K) == models::TypeRole::Once;
    link::RecordSym Class = Program.field(link::FieldSym(K.Number)).Owner;
    return Passes(Where, In, Class) || Passes(A.At->Of, A.At->Body, Class) ||
           Passes(B.At->Of, B.At->Body, Class);
  });
}

const Locations &Races::places(Candidate &C) {
  if (!C.Places)
    C.Places = Memory.locate(C.At->Body, C.At->Of, C.Here.Root, C.At->Fact,
                             C.At->ReadAt);
  return *C.Places;
}

/// As \p C gets there by the call that passes \p L, if but one does.
std::vector<Point> Races::ways(const Candidate &C, const Located &L) const {
  if (!L.Via)
    return {C.Here};
  PointState S;
  if (const PointState *There = Results[L.Via.Body.Index].point(L.Via.Fact))
    S = *There;
  if (C.At->State)
    for (const Running &Started : C.At->State->Threads)
      S.Threads.push_back(Started);
  std::vector<Point> Result;
  for (Point &P : Roots.points(L.Via.Body, &S)) {
    if (P.Root != C.Here.Root)
      continue;
    Point Q = C.Here;
    Q.Running = std::move(P.Running);
    for (LockKey K : P.Held)
      insertSorted(Q.Held, K);
    Result.push_back(std::move(Q));
  }
  return Result;
}

bool Races::beforeStart(const Candidate &A, const Located &L,
                        const Candidate &B, const Located &M) {
  // What every thread gets is not this one's alone.
  return A.Here.Root != B.Here.Root && !M.Common && !M.Foreign &&
         Starting.before(A.At->Body, A.At->Fact, A.At->Of, L.Via, B.Here.Root);
}

/// May the two happen at once, being of these two?
bool Races::meet(const Candidate &A, const Located &L, const Candidate &B,
                 const Located &M) const {
  if (!L.Via && !M.Via)
    return true;
  for (const Point &P : ways(A, L))
    for (const Point &Q : ways(B, M))
      if (Roots.parallel(P, Q) &&
          !Apartness.handedOver(A.At->site(), P, B.At->site(), Q) &&
          llvm::none_of(P.Held, [&](LockKey K) {
            return llvm::is_contained(Q.Held, K) &&
                   !(llvm::is_contained(A.Here.Held, K) &&
                     llvm::is_contained(B.Here.Held, K));
          }))
        return true;
  return false;
}

/// \p C is of \p Of. If \p Other is an element of that, is it touched? Those of
/// a container are, only where the container is changed, and not even then if
/// they stay where they are.
bool Races::touchesElements(const Candidate &C, const Located &Of,
                            const Located &Other) const {
  if (Paths[Other.Where].Parent != Of.Where)
    return true;
  link::RecordSym R =
      classOf(Program, typeOf(Program, Paths, C.At->Of, C.At->Body));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return !M || M->Role != models::TypeRole::Container ||
         (C.At->Write && !M->Stable);
}

/// Is \p C in what initialises the static variable that \p Where is part of?
/// Nobody else has that yet. (Of others, the key is that of a lock.)
bool Races::initialises(const Candidate &C, Path Where) const {
  const ProgramPath &Root = Paths.rootOf(Where);
  return Root.Kind == PathKind::Global &&
         Program.variable(link::VariableSym(Root.Number)).Flags &
             facts::VF_FunctionStatic &&
         llvm::is_contained(C.Here.Held,
                            LockKey{LockKey::Variable, Root.Number});
}

/// Elements of one array may be different ones: only what is surely the same is
/// compared, unless \p Elements.
std::optional<Located> Races::common(Candidate &A, Candidate &B,
                                     bool Elements) {
  for (const Located &L : places(A))
    for (const Located &M : places(B)) {
      if (!sharedMemory(L, M, A.Here.Root, B.Here.Root) ||
          initialises(A, L.Where) || initialises(B, M.Where))
        continue;
      if (!meet(A, L, B, M) || beforeStart(A, L, B, M) ||
          beforeStart(B, M, A, L))
        continue;
      bool Any = false;
      for (Path P : {L.Where, M.Where})
        for (; P; P = Paths[P].Parent)
          Any |= Paths[P].Kind == PathKind::ElementAny;
      if (L.Where == M.Where && !Any)
        return L;
      if (!sameButForElements(Paths, L.Where, M.Where) ||
          (!touchesElements(A, L, M) || !touchesElements(B, M, L)))
        continue;
      if (!Any || Elements)
        return L;
      if (Indices.mayMeet(use(*A.At, A.Here, L), use(*B.At, B.Here, M)))
        return L;
    }
  return std::nullopt;
}

/// All accesses, each as every root gets there. What the outside of a library
/// does races only with evidence: not here.
std::vector<Races::Candidate>
Races::candidates(llvm::ArrayRef<Access> Accesses,
                  std::map<LockKey, unsigned> &Guards) {
  std::vector<Candidate> Result;
  for (const Access &A : Accesses) {
    std::set<LockKey> Here;
    for (Point &Q : Roots.pointsInFull(A.Body, A.State))
      if (Roots.root(Q.Root).What != Root::Library) {
        Here.insert(Q.Held.begin(), Q.Held.end());
        Result.push_back({&A, std::move(Q), std::nullopt});
      }
    for (LockKey K : Here)
      ++Guards[K];
  }
  return Result;
}

void Races::decide(LockKey Key, llvm::ArrayRef<AccessPlace> Places) {
  if (Places.size() > MaxAccesses) {
    Cut.insert(Key);
    Places = Places.take_front(MaxAccesses);
  }
  // Threads of two kinds, or many of one, must get there.
  RootId First;
  bool Several = false;
  for (const AccessPlace &P : Places)
    for (const RootContext &C : Roots.contexts(P.Body)) {
      const Root &R = Roots.root(C.Root);
      if (R.What == Root::Library)
        continue;
      Several |= R.Many || (First && First != C.Root);
      First = C.Root;
    }
  if (!Several)
    return;
  std::vector<Access> Accesses;
  for (const AccessPlace &P : Places)
    Accesses.push_back({P.Body, P.Fact, P.Of, P.ReadAt, bool(P.Write),
                        bool(P.Frees), bool(P.Atomic),
                        Results[P.Body.Index].point(P.Fact)});
  std::map<LockKey, unsigned> Guards;
  std::vector<Candidate> All = candidates(Accesses, Guards);
  Candidate *BestA = nullptr, *BestB = nullptr;
  Path Best;
  LockKey BestShared;
  size_t BestScore = ~size_t(0);
  size_t Pairs = 0, Questions = 0;
  for (Candidate &A : All) {
    if (!A.At->Write)
      continue;
    if ((Pairs += All.size()) > MaxPairs || Questions > MaxQuestions) {
      Cut.insert(Key);
      break;
    }
    for (Candidate &B : All) {
      if (&A == &B && !Roots.root(A.Here.Root).Many)
        continue;
      // The access without locks is the one to mend, and two different places
      // tell more than one.
      size_t Score = 1000 * (A.Here.Doubtful || B.Here.Doubtful) +
                     4 * A.Here.Held.size() + (A.At == B.At) + 2 * B.At->Write;
      LockKey OnlyShared;
      if (Score >= BestScore || !Roots.parallel(A.Here, B.Here) ||
          (A.At->Atomic && B.At->Atomic) ||
          Apartness.handedOver(A.At->site(), A.Here, B.At->site(), B.Here) ||
          (Counted == CountedLocks::All && !unlocked(A, B, OnlyShared) &&
           !meetUnlocked(A, B)))
        continue;
      ++Questions;
      std::optional<Located> Of = common(A, B, bool(OnlyShared));
      if (!Of ||
          (Counted == CountedLocks::OfTheObject && keptInside(A, B, Of->Where)))
        continue;
      // Of two threads, the one that has given the object away is to blame.
      if (Of->Maker && Of->Maker == B.Here.Root && A.Here.Root != B.Here.Root)
        Score += 3;
      if (Score < BestScore &&
          Apartness.between(A.At->site(), A.Here, B.At->site(), B.Here) ==
              Apart::Nothing) {
        BestScore = Score;
        BestA = &A;
        BestB = &B;
        Best = Of->Where;
        BestShared = OnlyShared;
      }
    }
  }
  if (!BestA)
    return;
  Race R;
  R.Key = Key;
  R.Location = Best;
  R.First = *BestA->At;
  R.Second = *BestB->At;
  R.FirstPoint = BestA->Here;
  R.SecondPoint = BestB->Here;
  R.OnlyShared = BestShared;
  R.Example =
      Indices.example(use(R.First, R.FirstPoint), use(R.Second, R.SecondPoint));
  R.OtherLocks = llvm::any_of(R.FirstPoint.Held, [&](LockKey K) {
    return K != BestShared && llvm::is_contained(R.SecondPoint.Held, K) &&
           !bothPast(K, R.FirstPoint, R.SecondPoint);
  });
  R.Doubtful = R.FirstPoint.Doubtful || R.SecondPoint.Doubtful;
  R.Accesses = Accesses.size();
  for (auto [K, N] : Guards)
    if (N > R.Guarded) {
      R.Guarded = N;
      R.Guard = K;
    }
  Found.push_back(std::move(R));
}

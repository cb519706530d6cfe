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
using facts::Fact;
using facts::FactKind;
using support::insertSorted;

/// Accesses to one field or variable that are compared with each other, at
/// most. The work is quadratic in it.
static constexpr size_t MaxAccesses = 96;
/// Pairs of accesses, each as a root gets there, that are looked at.
static constexpr size_t MaxPairs = size_t(1) << 18;
/// Of those, for which it is asked whether they are of one object.
static constexpr size_t MaxQuestions = 512;

Races::Races(const link::Program &Program, PathTable &Paths,
             const CallGraph &Graph,
             const std::vector<FunctionResult> &Results, const LockKeys &Keys,
             const ThreadRoots &Roots, Separations &Apartness, Objects &Memory,
             const Accesses &All)
    : Program(Program), Paths(Paths), Graph(Graph), Results(Results),
      Keys(Keys), Roots(Roots), Apartness(Apartness),
      Memory(Memory),
      Starting(Paths, Graph, Roots, Memory.flows()) {
  bool Threads = llvm::any_of(
      Roots.roots(), [](const Root &R) { return R.What == Root::Thread; });
  if (!Threads)
    return;
  addByPointers(All);
  for (const auto &[Key, Named] : All.byKey()) {
    std::vector<AccessPlace> Places = Named;
    if (auto It = ByObject.find(Key); It != ByObject.end()) {
      llvm::append_range(Places, It->second);
      ByObject.erase(It);
    }
    consider(Key, Places);
  }
  for (const auto &[Key, Places] : ByObject)
    consider(Key, Places);
  ByObject.clear();
}

void Races::consider(LockKey Key, llvm::ArrayRef<AccessPlace> Places) {
  Program.trim();
  if (llvm::any_of(Places, [](const AccessPlace &A) { return A.Write; }))
    decide(Key, Places);
}

/// What a pointer leads to has a name elsewhere.
void Races::addByPointers(const Accesses &All) {
  for (const AccessPlace &At : All.byPointer()) {
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

/// The places that the lock \p K, which \p C holds, may be at. None: that is
/// not known, or it is held by a caller.
Locations Races::lockPlaces(LockKey K, const Candidate &C) {
  Locations Found;
  if (!C.At->State)
    return Found;
  for (Path L : C.At->State->Held) {
    if (Keys.key(L, C.At->Body) != K)
      continue;
    Locations Here = Memory.locate(C.At->Body, L, C.Here.Root, C.At->Fact);
    if (Here.empty())
      return {};
    Found.append(Here.begin(), Here.end());
  }
  return Found;
}

/// Both hold a lock of the name \p K: may that be one lock?
bool Races::oneLock(LockKey K, const Candidate &A, const Candidate &B) {
  if (K.What == LockKey::Variable)
    return true;
  Locations X = lockPlaces(K, A), Y = lockPlaces(K, B);
  if (X.empty() || Y.empty())
    return true;
  bool Same = A.Here.Root == B.Here.Root;
  for (const Located &L : X)
    for (const Located &M : Y) {
      if (L.Several || M.Several)
        return true;
      if (L.Where != M.Where || L.Maker != M.Maker)
        continue;
      if (!Same || !L.Maker || L.Foreign || M.Foreign ||
          (L.Maker != A.Here.Root && L.Common))
        return true;
    }
  return false;
}

bool Races::unlocked(const Candidate &A, const Candidate &B,
                     LockKey &OnlyShared) {
  for (LockKey K : A.Here.Held) {
    if (!llvm::is_contained(B.Here.Held, K))
      continue;
    if (llvm::is_contained(A.Here.Shared, K) &&
        llvm::is_contained(B.Here.Shared, K)) {
      OnlyShared = K;
      continue;
    }
    if (oneLock(K, A, B))
      return false;
  }
  return !mayShareLock(A.Here, B.Here);
}

const Locations &Races::places(Candidate &C) {
  if (!C.Places)
    C.Places = Memory.locate(C.At->Body, C.At->Of, C.Here.Root, C.At->Fact,
                             C.At->ReadAt);
  return *C.Places;
}

/// Is the memory that both mean shared by a thread of \p R and one of \p S?
static bool shared(const Located &L, const Located &M, RootId R, RootId S) {
  if (L.Maker != M.Maker || !L.Told || !M.Told)
    return false;
  if (!L.Maker)
    return true;
  if (L.Several || M.Several)
    return false;
  if (R != S)
    return true;
  if (L.Task && M.Task && L.Task != M.Task)
    return true;
  return L.Foreign || M.Foreign || (L.Maker != R && L.Common && M.Common);
}

/// Does \p P lead to what the variable of a range-based for is? Each round has
/// another element, and all have their turn.
static bool ofRangeFor(const link::Program &Program, BodyId B,
                       facts::PathId P) {
  if (!P)
    return false;
  const facts::FunctionBody &Facts = Program.facts(B);
  std::vector<uint32_t> Ordinals = resultOrdinals(Facts);
  const facts::PathNode *Root = &Facts.path(Facts.root(P));
  if (Root->Kind == PathKind::Result && Root->Number < Ordinals.size() &&
      Ordinals[Root->Number] != ~0u) {
    auto Operands = Facts.operands(Facts.Facts[Ordinals[Root->Number]]);
    if (Operands.empty() || !Operands[0].hasPath())
      return false;
    Root = &Facts.path(Facts.root(Operands[0].path()));
  }
  if (Root->Kind != PathKind::Local)
    return false;
  facts::StringId Name = Facts.Locals[Root->Number].Name;
  return Name && llvm::StringRef(Program.text(Program.body(B).Unit, Name))
                     .starts_with("__begin");
}

/// Takes from \p Elements those that \p Of, which is \p Written in the facts of
/// \p B, goes through as a whole. False: it does not of some.
bool Races::wholeSteps(BodyId B, Path Of, facts::PathId Written,
                       int &Elements) const {
  const facts::FunctionBody &Facts = Program.facts(B);
  for (Path P = Of; P; P = Paths[P].Parent) {
    const ProgramPath &N = Paths[P];
    if (N.Kind == PathKind::ElementAny) {
      if (!ofRangeFor(Program, B, Written))
        return false;
      --Elements;
    }
    if (N.Kind != PathKind::ElementValue)
      continue;
    --Elements;
    Value Index = Paths.indexOf(N);
    if (Index.Kind != facts::OperandKind::Value || Index.Version != B.Index)
      return false;
    const facts::ValueNode &V = Facts.Values[Index.Number];
    if (V.Op != facts::ValueOp::Induction || !V.A.hasPath())
      return false;
    for (const Fact &F : Facts.Facts) {
      if (F.Kind != FactKind::Assign || F.Path != V.A.path())
        continue;
      const facts::Operand &From = Facts.operands(F)[0];
      bool Steps = From.Kind == facts::OperandKind::Value;
      if (!Steps && From.Kind != facts::OperandKind::Constant)
        return false;
    }
  }
  return true;
}

/// Whether the elements that \p C is of, as \p L is, are those that every
/// thread gets there by: their indices are constants, or count on from one in
/// the same function, or are all of a container.
bool Races::wholeRange(const Candidate &C, const Located &L) {
  int Elements = 0;
  for (Path P = L.Where; P; P = Paths[P].Parent)
    Elements += Paths[P].Kind == PathKind::ElementAny;
  const Fact &F = Program.facts(C.At->Body).Facts[C.At->Fact];
  bool Plain = F.Kind == FactKind::Read || F.Kind == FactKind::Write;
  if (!wholeSteps(C.At->Body, C.At->Of, Plain ? F.Path : facts::PathId(),
                  Elements))
    return false;
  const ProgramPath &Root = Paths.rootOf(C.At->Of);
  if (Elements > 0 && L.Via && Root.Kind == PathKind::Parameter) {
    auto Arguments =
        Memory.flows().flow(L.Via.Body).arguments(L.Via.Fact, C.At->Body);
    const facts::FunctionBody &Facts = Program.facts(L.Via.Body);
    const Fact &Call = Facts.Facts[L.Via.Fact];
    auto Operands = Facts.operands(Call);
    size_t At = Root.Number + bool(Call.Flags & facts::FF_Indirect);
    if (Root.Number < Arguments.size() && Arguments[Root.Number].hasPath() &&
        At < Operands.size() && Operands[At].hasPath() &&
        !wholeSteps(L.Via.Body, Arguments[Root.Number].path(),
                    Operands[At].path(), Elements))
      return false;
  }
  return Elements <= 0;
}

/// Is \p A \p B but for the indices of elements, or an element of it?
static bool oneArray(const PathTable &Paths, Path A, Path B) {
  auto X = Paths.prefixes(A), Y = Paths.prefixes(B);
  for (size_t I = 0; I < std::max(X.size(), Y.size()); ++I) {
    if (I >= X.size() || I >= Y.size()) {
      if (!isElementStep(Paths[I < X.size() ? X[I] : Y[I]].Kind))
        return false;
      continue;
    }
    const ProgramPath &M = Paths[X[I]], &N = Paths[Y[I]];
    if (isElementStep(M.Kind) && isElementStep(N.Kind)) {
      if (M.Kind == N.Kind && M.Number != N.Number)
        return false;
    } else if (M.Kind != N.Kind || M.Number != N.Number ||
               M.Version != N.Version) {
      return false;
    }
  }
  return true;
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
      if (Roots.parallel(P, Q) && !Roots.handedOver(P, Q) &&
          llvm::none_of(P.Held, [&](LockKey K) {
            return llvm::is_contained(Q.Held, K) &&
                   !(llvm::is_contained(A.Here.Held, K) &&
                     llvm::is_contained(B.Here.Held, K));
          }))
        return true;
  return false;
}

/// \p C is of \p Of. If \p Other is an element of that, is it touched? Those of
/// a container are, only where the container is changed.
bool Races::touchesElements(const Candidate &C, const Located &Of,
                            const Located &Other) const {
  if (C.At->Write || Paths[Other.Where].Parent != Of.Where)
    return true;
  link::RecordSym R =
      classOf(Program, typeOf(Program, Paths, C.At->Of, C.At->Body));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return !M || M->Role != models::TypeRole::Container;
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
      if (!shared(L, M, A.Here.Root, B.Here.Root) || initialises(A, L.Where) ||
          initialises(B, M.Where))
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
      if (!oneArray(Paths, L.Where, M.Where) ||
          (!touchesElements(A, L, M) || !touchesElements(B, M, L)))
        continue;
      if (!Any || Elements)
        return L;
      if (wholeRange(A, L) && wholeRange(B, M))
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
          Roots.handedOver(A.Here, B.Here) || !unlocked(A, B, OnlyShared))
        continue;
      ++Questions;
      std::optional<Located> Of = common(A, B, bool(OnlyShared));
      if (!Of)
        continue;
      // Of two threads, the one that has given the object away is to blame.
      if (Of->Maker && Of->Maker == B.Here.Root && A.Here.Root != B.Here.Root)
        Score += 3;
      if (Score < BestScore &&
          Apartness.between({A.At->Body, A.At->Fact}, A.Here,
                            {B.At->Body, B.At->Fact},
                            B.Here) == Apart::Nothing) {
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
  R.Doubtful = R.FirstPoint.Doubtful || R.SecondPoint.Doubtful;
  R.Accesses = Accesses.size();
  for (auto [K, N] : Guards)
    if (N > R.Guarded) {
      R.Guarded = N;
      R.Guard = K;
    }
  Found.push_back(std::move(R));
}

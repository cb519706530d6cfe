//===-- RootEnds.cpp - Threads begin and end with nothing held ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/RootEnds.h"

#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;

/// Calls between an entry and an operation that are told, at most.
static constexpr size_t MaxCalls = 24;
/// Calls up to the one that uses a wrapper, at most.
static constexpr unsigned MaxWrapping = 8;

/// The field that the operation is on, or that refers to it, whatever lock of
/// the user's own it is in.
static uint32_t leafField(const PathTable &Paths, Path P) {
  if (Paths[P].Kind == PathKind::Deref)
    P = Paths[P].Parent;
  return Paths[P].Kind == PathKind::Field ? Paths[P].Number : ~0u;
}

RootEnds::RootEnds(const link::Program &Program, const PathTable &Paths,
                   const CallGraph &Graph,
                   const std::vector<Summary> &Summaries,
                   const std::vector<FunctionResult> &Results,
                   const LockKeys &Keys, const ThreadRoots &Roots,
                   const DeclaredLocks &Declared)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Results(Results), Keys(Keys), Roots(Roots), Declared(Declared) {
  indexEffects();
  indexIssues();
  for (uint32_t R = 0; R < Roots.roots().size(); ++R)
    for (BodyId Entry : Roots.root(RootId(R)).Entries)
      checkEntry(RootId(R), Entry);
  for (uint32_t B = 0; B < Summaries.size(); ++B)
    checkKept(BodyId(B));
}

/// Of a lock inside a class that is one itself, if it has no other.
LockKey RootEnds::keyOf(Path Lock, BodyId In) const {
  LockKey K = Keys.key(Lock, In);
  return K ? K : Keys.innerKey(Lock, In);
}

/// Does somebody give back a lock that is called \p K, and no caller of his has
/// taken it before?
bool RootEnds::isGivenAway(LockKey K) const {
  auto It = GivenBackBy.lower_bound({K, BodyId(0)});
  for (; It != GivenBackBy.end() && It->first == K; ++It)
    if (!usedAsWrapper(It->second))
      return true;
  return false;
}

/// What \p B keeps, although no caller gives it back, and nobody such a lock
/// but for having taken it: they cannot mean it.
void RootEnds::checkKept(BodyId B) {
  const auto &Outcomes = Summaries[B.Index].Outcomes;
  if (Outcomes.empty() || Outcomes[0].Nets.empty() || Graph.callers(B).empty())
    return;
  Program.trim();
  if (llvm::any_of(Outcomes[0].Nets,
                   [](const NetEffect &N) { return !N.Acquired; }))
    return; // One for another: the wrong one is given back, or on purpose.
  for (const NetEffect &N : Outcomes[0].Nets) {
    LockKey K = keyOf(N.Lock, B);
    bool Uniform = llvm::all_of(Outcomes, [&](const Outcome &O) {
      return llvm::any_of(O.Nets, [&](const NetEffect &X) {
        return X.Acquired && X.Lock == N.Lock;
      });
    });
    if (!N.Acquired || !Uniform || !K || N.At.Body != B ||
        !Paths.nameableByCallers(N.Lock) || isGivenAway(K))
      continue;
    RootEnd E = locate(RootId(), B, N);
    if (E.Calls.empty() && !usedAsWrapper(B) && !hasPartner(B, N) &&
        !alreadySaid(E) && Seen.insert({E.At, E.StillHeld}).second)
      Found.push_back(std::move(E));
  }
}

void RootEnds::indexEffects() {
  for (uint32_t I = 0; I < Summaries.size(); ++I) {
    Program.trim();
    link::RecordSym Class =
        Program.function(Program.body(BodyId(I)).Function).Owner;
    auto Add = [&](llvm::ArrayRef<Outcome> Outcomes) {
      for (const Outcome &O : Outcomes) {
        for (const NetEffect &N : O.Nets) {
          LockKey K = Keys.key(N.Lock, BodyId(I));
          (N.Acquired ? Kept : GivenBack).insert(K);
          // Told by what it leaves in memory: whoever looks there gives it
          // back.
          if (N.Acquired && !O.Result &&
              llvm::any_of(Outcomes, [&](const Outcome &X) {
                return llvm::none_of(X.Nets, [&](const NetEffect &M) {
                  return M.Lock == N.Lock;
                });
              }))
            GivenBack.insert(K);
          if (!N.Acquired)
            GivenBackBy.insert({keyOf(N.Lock, BodyId(I)), BodyId(I)});
          if (Class)
            ByClass.insert({Class, leafField(Paths, N.Lock), N.Acquired});
        }
        for (Path P : O.Unclear) {
          Kept.insert(Keys.key(P, BodyId(I)));
          GivenBack.insert(Keys.key(P, BodyId(I)));
          if (Class)
            for (bool Keeps : {false, true})
              ByClass.insert({Class, leafField(Paths, P), Keeps});
        }
      }
    };
    Add(Summaries[I].Outcomes);
    Add(Summaries[I].Throws);
  }
}

void RootEnds::indexIssues() {
  for (uint32_t I = 0; I < Results.size(); ++I) {
    Program.trim();
    for (const Issue &Bad : Results[I].Issues) {
      LockKey K = Keys.key(Bad.Lock, BodyId(I));
      if (Bad.What == Issue::DoubleLock || Bad.What == Issue::LockedTwice)
        TakenTwice.insert(K);
      else if (Bad.What == Issue::UnlockNotHeld ||
               Bad.What == Issue::UnlockDisagrees ||
               Bad.What == Issue::UnlockWrongMode) {
        ReleasedWrongly.insert(K);
        GivenBackBy.insert({keyOf(Bad.Lock, BodyId(I)), BodyId(I)});
      } else
        Leaked.insert({BodyId(I), K});
    }
  }
}

/// In an object that a member points to, which others may know by other names.
bool RootEnds::isElsewhere(Path P) const {
  for (; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Deref &&
        Paths[Paths[P].Parent].Kind == PathKind::Field)
      return true;
  return false;
}

/// Is \p P a guard that the closure \p Entry has captured, and that dies with
/// it?
static bool diesWithClosure(const link::Program &Program,
                            const PathTable &Paths, Path P, BodyId Entry) {
  if (!Paths.known(P) || Paths[P].Kind != PathKind::Field)
    return false;
  const link::FieldSymbol &F = Program.field(link::FieldSym(Paths[P].Number));
  link::RecordSym Class = classOf(Program, typeOf(Program, Paths, P, Entry));
  const models::TypeModel *M = Class ? Program.record(Class).Model : nullptr;
  return (Program.record(F.Owner).Flags & facts::RF_Lambda) && M &&
         M->Role == models::TypeRole::Guard;
}

void RootEnds::checkEntry(RootId R, BodyId Entry) {
  Program.trim();
  bool Open = Roots.root(R).What == Root::Library;
  if (Open && Graph.taken(Program.body(Entry).Function))
    return; // Whoever is given it knows what comes next.
  for (const Outcome &O : Summaries[Entry.Index].Outcomes)
    for (const NetEffect &N : O.Nets) {
      LockKey K = Keys.key(N.Lock, Entry);
      if (Open && (!K || isElsewhere(N.Lock) ||
                   (N.Acquired ? GivenBack : Kept).count(K)))
        continue;
      // What its attributes ask of a function, DeclaredFlow holds against it.
      if (Paths.known(N.Lock) &&
          Declared.isOpaque(
              classOf(Program, typeOf(Program, Paths, N.Lock, Entry))))
        continue;
      if (N.Acquired && diesWithClosure(Program, Paths, N.Lock, Entry))
        continue;
      RootEnd E = locate(R, Entry, N);
      if (!alreadySaid(E) && Seen.insert({E.At, E.StillHeld}).second)
        Found.push_back(std::move(E));
    }
}

bool RootEnds::alreadySaid(const RootEnd &E) const {
  LockKey K = Keys.key(E.Lock, E.At.Body);
  if (!E.StillHeld)
    return ReleasedWrongly.count(K);
  return TakenTwice.count(K) || Leaked.count({E.At.Body, K});
}

/// Follows the effect \p N of \p Entry inwards, to where it is nobody's
/// wrapper.
RootEnd RootEnds::locate(RootId R, BodyId Entry, const NetEffect &N) const {
  RootEnd E;
  E.StillHeld = N.Acquired;
  E.Root = R;
  BodyId B = Entry;
  const NetEffect *Now = &N;
  while (E.Calls.size() < MaxCalls) {
    BodyId Callee;
    const NetEffect *Inner = innerEffect(B, *Now, Callee);
    if (!Inner || Callee == B || usedAsWrapper(Callee) ||
        hasPartner(Callee, *Inner))
      break;
    E.Calls.push_back(Now->At);
    B = Callee;
    Now = Inner;
  }
  E.At = Now->At;
  E.Lock = Now->Lock;
  return E;
}

/// The effect of a callee that is the effect \p N of \p B, if it is one.
const NetEffect *RootEnds::innerEffect(BodyId B, const NetEffect &N,
                                       BodyId &Callee) const {
  const CallSite *Site = N.At.Body == B ? Graph.site(B, N.At.Fact) : nullptr;
  if (!Site || Site->Model)
    return nullptr;
  const NetEffect *Any = nullptr;
  for (BodyId T : Site->Targets.Bodies)
    for (const Outcome &O : Summaries[T.Index].Outcomes)
      for (const NetEffect &Inner : O.Nets) {
        if (Inner.Acquired != N.Acquired)
          continue;
        if (!Any || Keys.key(Inner.Lock, T) == Keys.key(N.Lock, B)) {
          Any = &Inner;
          Callee = T;
        }
      }
  return Any;
}

/// Does the class of \p B have a method that does the opposite, as lock() and
/// unlock() do?
bool RootEnds::hasPartner(BodyId B, const NetEffect &N) const {
  link::RecordSym Class = Program.function(Program.body(B).Function).Owner;
  uint32_t Field = leafField(Paths, N.Lock);
  return Class && Field != ~0u && ByClass.count({Class, Field, !N.Acquired});
}

/// Does some caller of \p B, or of a wrapper around it, undo what it does?
bool RootEnds::usedAsWrapper(BodyId B, unsigned Depth) const {
  for (const CallGraph::Caller &C : Graph.callers(B)) {
    if (llvm::is_contained(Results[C.Body.Index].BalancedCalls, C.Fact))
      return true;
    if (Depth >= MaxWrapping || C.Body == B)
      continue;
    for (const Outcome &O : Summaries[C.Body.Index].Outcomes)
      for (const NetEffect &N : O.Nets)
        if (N.At == Site{C.Body, C.Fact} && usedAsWrapper(C.Body, Depth + 1))
          return true;
  }
  return false;
}

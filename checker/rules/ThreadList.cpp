//===-- ThreadList.cpp - The threads of a program, for people -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/ThreadList.h"

#include "analysis/BodyView.h"
#include "rules/Witness.h"

#include "llvm/ADT/STLExtras.h"

#include <map>
#include <tuple>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Place;
using models::EffectKind;

namespace {

class ThreadLister {
public:
  explicit ThreadLister(const Analysis &A) : A(A), W(A) {}

  std::vector<ThreadEntry> list() {
    findEnds();
    countFunctions();
    std::vector<ThreadEntry> All;
    llvm::ArrayRef<Root> Roots = A.threads().roots();
    for (uint32_t R = 0; R < Roots.size(); ++R)
      if (Roots[R].What != Root::Library)
        All.push_back(entry(RootId(R)));
    addUnknown(All);
    llvm::sort(All, [](const ThreadEntry &X, const ThreadEntry &Y) {
      return std::tie(X.What, X.Where, X.Runs, X.Programs) <
             std::tie(Y.What, Y.Where, Y.Runs, Y.Programs);
    });
    addOthers(All);
    return All;
  }

private:
  struct Ending {
    std::vector<Place> Joins, Detaches;
    bool Joined = false;
  };

  /// Where the threads of each start are waited for or let go.
  void findEnds() {
    for (uint32_t N = 0; N < A.program().bodies().size(); ++N) {
      BodyId B(N);
      A.program().trim();
      for (const PointState &P : A.result(B).Points)
        for (Path H : P.Joined)
          note(H, B);
      for (Path H : A.result(B).JoinedAtEnd)
        note(H, B);
      std::optional<BodyView> View;
      for (const CallSite &S : A.graph().sites(B))
        for (const models::Effect &E : effects(S)) {
          bool Joins = E.Kind == EffectKind::Join ||
                       E.Kind == EffectKind::JoinIfJoinable;
          if (!Joins && E.Kind != EffectKind::Detach)
            continue;
          if (!View)
            View.emplace(A.program(), A.paths(), A.graph(), A.summaries(), B);
          const facts::Fact &F = View->fact(S.Fact);
          for (Path H : View->locations(F, E.Operands))
            if (A.paths().known(H))
              for (Site Spawn : A.threads().threadsOf(H, B)) {
                Ending &Of = Ends[Spawn];
                Of.Joined |= Joins;
                (Joins ? Of.Joins : Of.Detaches)
                    .push_back(W.place({B, S.Fact}));
              }
        }
    }
    for (auto &[Spawn, Of] : Ends)
      for (std::vector<Place> *List : {&Of.Joins, &Of.Detaches}) {
        llvm::sort(*List);
        List->erase(llvm::unique(*List), List->end());
      }
  }

  static llvm::ArrayRef<models::Effect> effects(const CallSite &S) {
    return S.Model ? llvm::ArrayRef(S.Model->Effects)
                   : llvm::ArrayRef<models::Effect>();
  }

  void note(Path Handle, BodyId B) {
    if (!A.paths().known(Handle) || !Noted.insert({B, Handle}).second)
      return;
    for (Site Spawn : A.threads().threadsOf(Handle, B))
      Ends[Spawn].Joined = true;
  }

  void countFunctions() {
    Functions.resize(A.threads().roots().size());
    for (uint32_t B = 0; B < A.program().bodies().size(); ++B)
      for (const RootContext &C : A.threads().contexts(BodyId(B)))
        ++Functions[C.Root.Index];
  }

  std::vector<std::string> programs(const llvm::BitVector &In) const {
    std::vector<std::string> Names;
    for (unsigned P : In.set_bits())
      Names.push_back(A.program().programName(P).str());
    return Names;
  }

  ThreadEntry entry(RootId Id) {
    const Root &R = A.threads().root(Id);
    ThreadEntry E;
    for (BodyId B : R.Entries)
      E.Runs.push_back(W.function(B));
    llvm::sort(E.Runs);
    E.Runs.erase(llvm::unique(E.Runs), E.Runs.end());
    E.Entries = R.Entries.size();
    E.Functions = Functions[Id.Index];
    E.Programs = programs(R.Programs);
    if (R.AtExit) {
      E.What = ThreadEntry::AtExit;
      E.End = ThreadEntry::Joined;
      return E;
    }
    if (R.What == Root::Main) {
      E.Where = W.place(
          R.Entries[0],
          A.program().decl(A.program().body(R.Entries[0]).Function).Loc);
      E.End = ThreadEntry::Joined;
      return E;
    }
    E.What = R.Handler ? ThreadEntry::Handler : ThreadEntry::Thread;
    E.Many = R.Many;
    if (R.Many)
      E.Why = why(Id);
    start(E, R.Spawn);
    return E;
  }

  /// What the place of the start tells.
  void start(ThreadEntry &E, Site Spawn) {
    E.Where = W.place(Spawn);
    E.Starter = W.function(Spawn.Body);
    auto It = Ends.find(Spawn);
    if (It == Ends.end())
      return;
    const Ending &Of = It->second;
    if (Of.Joined) {
      E.End = ThreadEntry::Joined;
      E.Ends = Of.Joins;
    } else if (!Of.Detaches.empty()) {
      E.End = ThreadEntry::Detached;
      E.Ends = Of.Detaches;
    }
  }

  std::string why(RootId Id) const {
    const Root &R = A.threads().root(Id);
    const SpawnPoint &P = *R.Point;
    if (P.startsSeveral())
      return "the call starts several";
    unsigned Others = 0;
    std::string ByMany;
    for (const RootContext &C : A.threads().contexts(R.Spawn.Body)) {
      const Root &Starter = A.threads().root(C.Root);
      Others += Starter.What != Root::Main;
      if (Starter.What == Root::Library)
        ByMany = "callers out of sight may start it at any time";
      else if (Starter.What == Root::Thread && Starter.Many)
        ByMany = "of the thread that starts it there are many";
    }
    for (const Running &T : P.Before)
      if (T.Spawn == R.Spawn)
        return "started in a loop, while the last one may be running";
    if (!ByMany.empty())
      return ByMany;
    if (Others > 1)
      return "several threads start it";
    return W.function(R.Spawn.Body) +
           " is called again while the last one may be running";
  }

  /// Threads of which nobody can tell what they run.
  void addUnknown(std::vector<ThreadEntry> &All) {
    for (uint32_t N = 0; N < A.program().bodies().size(); ++N)
      for (const SpawnPoint &P : A.result(BodyId(N)).Spawns) {
        if (P.Callable && !P.Callable->Targets.empty())
          continue;
        ThreadEntry E;
        E.What = ThreadEntry::Thread;
        E.Programs =
            programs(A.program().programs(A.program().body(BodyId(N)).Unit));
        start(E, {BodyId(N), P.Fact});
        All.push_back(std::move(E));
      }
  }

  /// The functions that \p Begin leads to, with themselves.
  unsigned reached(std::vector<BodyId> Begin) const {
    llvm::BitVector Seen(A.program().bodies().size());
    auto Add = [&](BodyId B) {
      if (!Seen.test(B.Index))
        Begin.push_back(B);
      Seen.set(B.Index);
    };
    for (BodyId B : Begin)
      Seen.set(B.Index);
    while (!Begin.empty()) {
      BodyId B = Begin.back();
      Begin.pop_back();
      for (const CallSite &S : A.graph().sites(B)) {
        llvm::for_each(S.Targets.Bodies, Add);
        for (const Invocation &I : S.Invocations)
          if (I.Kind != Invocation::Thread)
            llvm::for_each(I.Targets, Add);
      }
    }
    return Seen.count();
  }

  /// What runs before main, and what nobody here calls.
  void addOthers(std::vector<ThreadEntry> &All) {
    ThreadEntry Static, Outside;
    Static.What = ThreadEntry::Static;
    Outside.What = ThreadEntry::Outside;
    Outside.Many = true;
    std::vector<BodyId> Initialisers, Others;
    for (const Root &R : A.threads().roots())
      if (R.What == Root::Library)
        for (BodyId B : R.Entries)
          (A.program()
                   .function(A.program().body(B).Function)
                   .has(facts::FnF_StaticInit)
               ? Initialisers
               : Others)
              .push_back(B);
    Static.Entries = Initialisers.size();
    Static.Functions = reached(std::move(Initialisers));
    Outside.Entries = Others.size();
    Outside.Functions = reached(std::move(Others));
    for (ThreadEntry *E : {&Static, &Outside})
      if (E->Entries)
        All.push_back(std::move(*E));
  }

  const Analysis &A;
  Witness W;
  std::map<Site, Ending> Ends; ///< By start.
  std::set<std::pair<BodyId, Path>> Noted;
  std::vector<unsigned> Functions; ///< Of each root.
};

} // namespace

std::vector<ThreadEntry> rules::threadList(const Analysis &A) {
  return ThreadLister(A).list();
}

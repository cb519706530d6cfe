//===-- WriteUnderSharedRule.cpp - write-under-shared ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A write while a lock is held only as a reader, so that other readers may do
// the same at once: to what belongs to the object that has the lock, in code
// that anybody may call from any thread; or, where the program's threads are
// known, to whatever two of them share.
//
//===----------------------------------------------------------------------===//

#include "analysis/CriticalSections.h"
#include "analysis/SharedWrites.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

namespace {

class WriteUnderShared {
public:
  explicit WriteUnderShared(const Analysis &A) : A(A), W(A) {}

  void find(Findings &Out) {
    for (const Race &R : A.races().races())
      if (R.OnlyShared)
        add(Out, R.Key, {R.First.Body, R.First.Fact}, R.OnlyShared,
            &R.FirstPoint, R.Doubtful);
    for (const auto &[Data, Writes] : A.sharedWrites().all())
      for (const SharedWrite &Write : Writes)
        look(Out, Data, Write);
  }

private:
  /// The field that is a lock, taken off: the object that has it.
  Path owner(Path Lock) const {
    const PathTable &Paths = A.paths();
    return Paths[Lock].Kind == facts::PathKind::Field ? Paths[Lock].Parent
                                                      : Path();
  }

  void look(Findings &Out, LockKey Data, const SharedWrite &Write) {
    const PointState *S = A.result(Write.At.Body).point(Write.At.Fact);
    const link::FunctionSymbol &F =
        A.program().function(A.program().body(Write.At.Body).Function);
    if (!S || S->Shared.empty() || Write.Atomic || Write.Shown ||
        F.has(facts::FnF_Constructor) || F.has(facts::FnF_Destructor) ||
        !A.sharedWrites().mayBeShared(Write.Where, Write.At.Body))
      return;
    Path Lock;
    for (Path L : S->Held)
      if (!llvm::is_contained(S->Shared, L))
        return; // Another lock, exclusively.
      else if (Path Of = owner(L); Of && A.paths().startsWith(Write.Where, Of))
        Lock = L;
    LockKey Guard = Lock ? A.keys().key(Lock, Write.At.Body) : LockKey();
    if (!Guard || !meetsItself(*S, Write.At))
      return;
    add(Out, Data, Write.At, Guard, nullptr, false);
  }

  /// May two threads of an unknown user be there at once? Where the program's
  /// own threads are known, races tell.
  bool meetsItself(const PointState &S, Site At) const {
    auto Points = A.threads().points(At.Body, &S);
    return !Points.empty() && llvm::all_of(Points, [&](const Point &P) {
      return A.threads().root(P.Root).What == Root::Library &&
             A.threads().parallel(P, P) && llvm::all_of(P.Held, [&](LockKey K) {
               return llvm::any_of(S.Shared, [&](Path L) {
                 return A.keys().key(L, At.Body) == K;
               });
             });
    });
  }

  void add(Findings &Out, LockKey Data, Site At, LockKey Guard,
           const Point *Here, bool Doubtful) {
    // What declarations say of readers and writers, guarded-by tells.
    if (!A.declaredGuards().guards(Data).empty() ||
        !Told.insert({Data, At.Body}).second)
      return;
    std::string Name = A.keys().name(Data),
                Lock = W.quoted(A.keys().name(Guard));
    Name = Name.empty() ? "an object" : W.quoted(Name);
    Finding F;
    F.Where = W.place(At);
    F.Function = W.function(At.Body);
    F.Key = F.Function + Name;
    F.Tier = Doubtful ? findings::Tier::Medium : findings::Tier::High;
    F.Message = Name + " is written here while " + Lock +
                " is held only as a reader, as others may hold it at once";
    if (Site Taken = taken(At, Guard))
      W.note(F.Notes, W.place(Taken),
             W.function(Taken.Body) + " takes " + Lock + " as a reader here");
    if (Here)
      W.reaches(F.Notes, At, *Here, "write");
    W.note(F.Notes, A.keys().declaration(Data),
           "lock " + Lock + " exclusively for this write" +
               W.orAtomic(Data, Name));
    Out.push_back(std::move(F));
  }

  /// Where the function itself takes the lock; none if a caller did.
  Site taken(Site At, LockKey Guard) const {
    BodyView View(A.program(), A.paths(), A.graph(), A.summaries(), At.Body);
    CriticalSections Sections(A.paths(), A.graph(), A.summaries(),
                              A.result(At.Body), View);
    for (Path L : Sections.heldAt(At.Fact))
      if (A.keys().key(L, At.Body) == Guard)
        if (auto Begins = Sections.begins(At.Fact, L); !Begins.empty())
          return {At.Body, Begins.back()};
    return Site();
  }

  const Analysis &A;
  Witness W;
  std::set<std::pair<LockKey, BodyId>> Told;
};

void check(const Analysis &A, Findings &Out) { WriteUnderShared(A).find(Out); }

} // namespace

Rule rules::writeUnderSharedRule() {
  return {"write-under-shared", "Data is written under a reader's hold",
          findings::Tier::High, false, check};
}

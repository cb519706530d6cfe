//===-- DataRaceRule.cpp - data-race --------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Escapes.h"
#include "analysis/RelaxedFlags.h"
#include "analysis/SharedWrites.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

namespace {

class DataRaceReporter {
public:
  DataRaceReporter(const Analysis &A) : A(A), W(A) {}

  Finding report(const Race &R) const {
    Finding F = at(R);
    findings::Place First = F.Where, Second = W.place(site(R.Second));
    const std::string Name = F.Key;
    std::string Mine = verb(R.First), Verb = verb(R.Second);
    F.Message =
        "data race on " + Name + ": " + (R.First.Frees ? "freed" : "written") +
        " here while " + W.secondOf(R) +
        (First == Second ? " may do the same"
                         : " may " + Verb + " it at " + Witness::text(Second));
    W.reaches(F.Notes, site(R.First), R.FirstPoint, Mine);
    if (First != Second || R.FirstPoint.Root != R.SecondPoint.Root)
      W.reaches(F.Notes, site(R.Second), R.SecondPoint, Verb);
    if (std::string Example = example(R); !Example.empty())
      W.note(F.Notes, Second, Example);
    if (R.First.Atomic != R.Second.Atomic)
      W.note(F.Notes, W.place(site(R.First.Atomic ? R.First : R.Second)),
             "only this " + (R.First.Atomic ? Mine : Verb) + " is atomic");
    W.note(F.Notes, declaration(R), advice(R, Name));
    F.Subjects.push_back(W.subject(R));
    if (R.Key.What == LockKey::Field)
      F.Subjects.push_back(
          W.membersOf(A.program().field(link::FieldSym(R.Key.Number)).Owner));
    // A guard that does not last is the cause of what follows.
    for (auto [X, P] : {std::pair(&R.First, &R.FirstPoint),
                        std::pair(&R.Second, &R.SecondPoint)})
      if (R.Guard && !llvm::is_contained(P->Held, R.Guard))
        F.Subjects.push_back("guard in " + W.function(X->Body));
    F.Subjects.push_back(W.doubleCheck(R.Key));
    if (R.First.Body == R.Second.Body)
      for (LockKey K : R.FirstPoint.Held)
        F.Subjects.push_back(W.doubleCheck(R.First.Body, K));
    if (const RelaxedFlag *Flag = A.relaxedFlags().of(R))
      F.Subjects.push_back(W.publication(Flag->weak()));
    return F;
  }

  /// A lock that one thread destroys or initialises while another uses it.
  Finding reportLock(const Race &R) const {
    Finding F = at(R);
    findings::Place First = F.Where, Second = W.place(site(R.Second));
    const std::string Name = F.Key;
    F.Message = "data race on " + Name + ": the lock is " +
                (R.First.Frees ? "destroyed" : "initialised") +
                " here while another thread may " +
                (First == Second  ? "do the same"
                 : R.Second.Frees ? "destroy it at "
                 : R.Second.Write ? "initialise it at "
                                  : "use it at ") +
                (First == Second ? "" : Witness::text(Second));
    W.reaches(F.Notes, site(R.First), R.FirstPoint, done(R.First));
    if (First != Second || R.FirstPoint.Root != R.SecondPoint.Root)
      W.reaches(F.Notes, site(R.Second), R.SecondPoint, done(R.Second));
    W.note(F.Notes, First,
           R.First.Frees ? "destroy it when no other thread can use it any "
                           "more: join them first"
                         : "initialise it before the other thread is started");
    return F;
  }

private:
  Finding at(const Race &R) const {
    Finding F;
    F.Where = W.place(site(R.First));
    F.Function = W.function(R.First.Body);
    F.Key = W.data(R);
    F.Tier = R.Doubtful ? findings::Tier::Medium : findings::Tier::High;
    return F;
  }

  /// Why they are of one thing, and no lock is held for both.
  static std::string example(const Race &R) {
    std::string Result;
    for (int64_t I : R.Example)
      Result += "[" + std::to_string(I) + "]";
    if (!Result.empty())
      Result = "for example, both get to element " + Result;
    if (R.OtherLocks)
      Result += Result.empty() ? "the two hold different locks of one name"
                               : ", and hold different locks of one name then";
    return Result;
  }

  static std::string done(const Access &OfLock) {
    return OfLock.Frees   ? "destruction"
           : OfLock.Write ? "initialisation"
                          : "use";
  }
  static std::string verb(const Access &X) {
    return X.Frees ? "free" : X.Write ? "write" : "read";
  }
  static Site site(const Access &X) { return {X.Body, X.Fact}; }

  findings::Place declaration(const Race &R) const {
    findings::Place P = A.keys().declaration(R.Key);
    return P.Line ? P : W.place(site(R.First));
  }

  std::string advice(const Race &R, const std::string &Name) const {
    if (A.threads().root(R.FirstPoint.Root).Handler ||
        A.threads().root(R.SecondPoint.Root).Handler)
      return "a signal handler may take no lock: make " + Name +
             (W.inC(R.First.Body) ? " a lock-free atomic"
                                  : " a lock-free std::atomic") +
             " or a volatile sig_atomic_t, or block the signal around the "
             "other accesses";
    if (R.First.Frees || R.Second.Frees)
      return "free it when no other thread can use it any more: join them "
             "first, or let the last user free it";
    if (R.First.Atomic != R.Second.Atomic)
      return "make every access to " + Name +
             " atomic, by its type: then none is forgotten";
    if (R.Guard && R.Guarded < R.Accesses)
      return "hold " + W.quoted(A.keys().name(R.Guard)) + " at every access (" +
             std::to_string(R.Guarded) + " of " + std::to_string(R.Accesses) +
             " do)" + W.orAtomic(R.Key, Name);
    return "guard " + Name + " with a mutex" + W.orAtomic(R.Key, "it");
  }

  const Analysis &A;
  Witness W;
};

/// Is \p Where, or something that it is in, \p Data?
bool isIn(const PathTable &Paths, Path Where, LockKey Data) {
  for (; Where; Where = Paths[Where].Parent) {
    const ProgramPath &N = Paths[Where];
    if ((N.Kind == PathKind::Global &&
         Data == LockKey{LockKey::Variable, N.Number}) ||
        (N.Kind == PathKind::Field &&
         Data == LockKey{LockKey::Field, N.Number}))
      return true;
  }
  return false;
}

/// Where a reference to guarded data has escaped, guarded-escape tells of what
/// is done by it without the lock.
bool byEscaped(const Analysis &A, const Race &R) {
  return llvm::any_of(A.escapes().escapes(), [&](const GuardedEscape &E) {
    BodyId In = E.Holder.Body;
    LockKey Guard = A.keys().key(E.Lock, In);
    LockKey Data = A.sharedWrites().name(E.Into, In).Data;
    return (Data == R.Key || isIn(A.paths(), R.Location, Data)) &&
           llvm::is_contained(R.FirstPoint.Held, Guard) !=
               llvm::is_contained(R.SecondPoint.Held, Guard);
  });
}

/// Of data with a declared guard, guarded-by tells: but for functions that are
/// excepted from that.
bool yields(const Analysis &A, const Race &R) {
  const Capabilities &Declared = A.declaredGuards().declared();
  auto Excepted = [&](BodyId B) {
    return Declared.has(A.program().body(B).Function,
                        facts::AnnotationKind::NoAnalysis);
  };
  return llvm::any_of(A.declaredGuards().guards(R.Key),
                      [](const DeclaredGuard &G) { return !G.Pointee; }) &&
         !Excepted(R.First.Body) && !Excepted(R.Second.Body);
}

void check(const Analysis &A, Findings &Out) {
  DataRaceReporter R(A);
  std::set<Site> Freed; // One object has many members.
  for (const Race &One : A.races().races()) {
    if (One.OnlyShared || yields(A, One) || byEscaped(A, One))
      continue;
    bool News = true;
    for (const Access *X : {&One.First, &One.Second})
      if (X->Frees)
        News &= Freed.insert(X->site()).second;
    if (News)
      Out.push_back(R.report(One));
  }
  // A lock that goes with its object is no news beside that.
  for (const Race &One : A.lockRaces().races())
    if (!One.First.Frees ||
        llvm::none_of(Freed, [&](Site S) { return S.Body == One.First.Body; }))
      Out.push_back(R.reportLock(One));
}

} // namespace

Rule rules::dataRaceRule() {
  return {"data-race",
          "Two threads use a variable at once, one writing",
          findings::Tier::High,
          false,
          check,
          {"double-checked-locking", "refcount-shared", "relaxed-publication",
           "shared-ptr-race", "unnamed-guard"}};
}

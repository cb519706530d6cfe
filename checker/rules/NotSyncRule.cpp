//===-- NotSyncRule.cpp - not-sync ----------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ThreadBoundaries.h"
#include "rules/Rules.h"
#include "rules/SendStory.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

/// Two threads use an object of a class that says it is for one at a time.
static Finding report(const Analysis &A, const Race &R, link::RecordSym Class) {
  Witness W(A);
  Finding F;
  Site First = R.First.site(), Second = R.Second.site();
  std::string Name = W.data(R),
              Type = W.quoted(displayName(A.program(), Class));
  F.Where = W.place(First);
  findings::Place Other = W.place(Second);
  F.Function = W.function(First.Body);
  F.Key = Name;
  F.Tier = R.Doubtful ? findings::Tier::Medium : findings::Tier::High;
  F.Message = Name + " is used here while another thread may " +
              (F.Where == Other ? std::string("do the same")
                                : "use it at " + Witness::text(Other)) +
              ": " + Type + " is for one thread at a time";
  W.reaches(F.Notes, First, R.FirstPoint, "use");
  if (F.Where != Other || R.FirstPoint.Root != R.SecondPoint.Root)
    W.reaches(F.Notes, Second, R.SecondPoint, "use");
  const link::RecordSymbol &Decl = A.program().record(Class);
  W.note(F.Notes,
         A.program().place(Decl.Unit,
                           A.program().unit(Decl.Unit).record(Decl.Decl).Loc),
         Type + " is marked here: guard " + Name +
             " with a mutex, or give each thread one of its own");
  F.Subjects = {W.membersOf(Class)};
  return F;
}

static void check(const Analysis &A, Findings &Out) {
  for (const Race &R : A.objectRaces().races())
    if (link::RecordSym Class =
            classOf(A.program(),
                    typeOf(A.program(), A.paths(), R.First.Of, R.First.Body)))
      Out.push_back(report(A, R, Class));
}

/// Under --strict: whatever lock is beside it, data that threads write must be
/// in one object with what guards it.
static Finding sharing(const Analysis &A, const Race &R, LockKey Lock) {
  Witness W(A);
  Finding F;
  Site First = R.First.site(), Second = R.Second.site();
  std::string Name = W.data(R), Held = W.quoted(A.keys().name(Lock));
  F.Where = W.place(First);
  findings::Place Other = W.place(Second);
  F.Function = W.function(First.Body);
  F.Key = Name;
  F.Tier = findings::Tier::Strict;
  F.Message = Name + " is shared by threads that write it, and nothing but " +
              Held + ", a lock beside it, makes that safe";
  W.reaches(F.Notes, First, R.FirstPoint, "write");
  if (F.Where != Other || R.FirstPoint.Root != R.SecondPoint.Root)
    W.reaches(F.Notes, Second, R.SecondPoint,
              R.Second.Write ? "write" : "read");
  findings::Place Declared = A.keys().declaration(R.Key);
  W.note(F.Notes, Declared.Line ? Declared : F.Where,
         "put " + Name + " and " + Held +
             " into one class that gives the data only to who holds the lock");
  return F;
}

/// Under --strict: an object that its class does not make fit to be shared, and
/// to which another thread gets a reference.
static std::optional<Finding> reference(const Analysis &A, const Crossed &C,
                                        const Doubt &D) {
  Witness W(A);
  VerdictReason Why = A.sendability().reason(D.Referent, ThreadTrait::Sync);
  if (!D.Referent || Why.Is != Verdict::No)
    return std::nullopt;
  std::string Type = W.quoted(typeName(A.program(), D.Referent));
  std::string Name = crossingName(A, C);
  Finding F;
  F.Where = W.place(C.At);
  F.Function = W.function(C.At.Body);
  F.Key = F.Function + Name;
  F.Tier = findings::Tier::Strict;
  F.Message = Name + " lets another thread share a " + Type +
              ", which is for one thread at a time";
  tellWay(A, F.Notes, D.Way, "");
  tellWay(A, F.Notes, Why.Way, ": " + because(Why.Ends));
  tellThread(A, F.Notes, C);
  W.note(F.Notes, F.Where,
         "guard it with a mutex that owns it, or give the thread one of its "
         "own");
  return F;
}

static void checkStrictly(const Analysis &A, Findings &Out) {
  for (const Race &R : A.sharings())
    for (LockKey K : R.FirstPoint.Held)
      if (!R.Doubtful && llvm::is_contained(R.SecondPoint.Held, K)) {
        Out.push_back(sharing(A, R, K));
        break;
      }
  ThreadBoundaries Boundaries(A.program(), A.graph(), A.threads(),
                              A.sendability());
  for (const Crossed &C : Boundaries.find(Verdict::Depends)) {
    A.program().trim();
    for (const Doubt &D : A.sendability().doubts(C.Type))
      if (D.Ends == Cause::Reference)
        if (std::optional<Finding> F = reference(A, C, D)) {
          Out.push_back(std::move(*F));
          break;
        }
  }
}

Rule rules::notSyncRule() {
  return {"not-sync",
          "Threads share an object that is for one thread at a time",
          findings::Tier::High,
          false,
          check,
          {"data-race"},
          checkStrictly};
}

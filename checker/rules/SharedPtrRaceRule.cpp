//===-- SharedPtrRaceRule.cpp - shared-ptr-race ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A data race on the handle itself, which people take to be safe because the
// count behind it is.
//
//===----------------------------------------------------------------------===//

#include "analysis/Accesses.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

/// The class of the handle that the race is on, if it is one that shares.
static link::RecordSym handleOf(const Analysis &A, const Race &R) {
  for (const Access *X : {&R.First, &R.Second}) {
    TypeRef T = typeOf(A.program(), A.paths(), X->Of, X->Body);
    if (!T ||
        A.program().unit(T.Unit).type(T.Type).Kind == facts::TypeKind::Pointer)
      continue;
    link::RecordSym Class = classOf(A.program(), T);
    const models::TypeModel *M =
        Class ? A.program().record(Class).Model : nullptr;
    if (M && M->Role == models::TypeRole::Pointer && M->Shared &&
        M->Count == models::TypeCount::None)
      return Class;
  }
  return {};
}

static std::string does(const Access &X) {
  return X.Write ? "assignment" : "use";
}

static Finding report(const Analysis &A, const Race &R, link::RecordSym Class) {
  Witness W(A);
  Site First{R.First.Body, R.First.Fact}, Second{R.Second.Body, R.Second.Fact};
  std::string Name = W.data(R);
  std::string Type = A.program().record(Class).Qualified;
  Finding F;
  F.Where = W.place(First);
  F.Function = W.function(First.Body);
  F.Key = Name;
  F.Tier = R.Doubtful ? findings::Tier::Medium : findings::Tier::High;
  F.Subjects = {W.subject(R)};
  findings::Place Other = W.place(Second);
  F.Message =
      Name + " is assigned here while another thread may " +
      (F.Where == Other ? std::string("do the same")
                        : (R.Second.Write ? "assign" : "copy or use") +
                              std::string(" it at ") + Witness::text(Other)) +
      ": of a " + W.quoted(Type) +
      ", only the count is atomic, not the pointer";
  W.reaches(F.Notes, First, R.FirstPoint, does(R.First));
  if (F.Where != Other || R.FirstPoint.Root != R.SecondPoint.Root)
    W.reaches(F.Notes, Second, R.SecondPoint, does(R.Second));
  findings::Place Declared = A.keys().declaration(R.Key);
  std::string Lock = R.Guard && R.Guarded < R.Accesses
                         ? "hold " + W.quoted(A.keys().name(R.Guard)) +
                               " at every use of " + Name + " (" +
                               std::to_string(R.Guarded) + " of " +
                               std::to_string(R.Accesses) + " do)"
                         : "guard " + Name + " with a mutex";
  W.note(F.Notes, Declared.Line ? Declared : F.Where,
         "give the other thread a copy of its own, " + Lock +
             ", or use an atomic shared pointer");
  return F;
}

static void check(const Analysis &A, Findings &Out) {
  for (const Race &R : A.races().races())
    if (!R.OnlyShared)
      if (link::RecordSym Class = handleOf(A, R))
        Out.push_back(report(A, R, Class));
}

Rule rules::sharedPtrRaceRule() {
  return {"shared-ptr-race",
          "One shared_ptr object is assigned while another thread uses it",
          findings::Tier::High, false, check};
}

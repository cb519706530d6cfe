//===-- GuardedEscapeRule.cpp - guarded-escape ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Escapes.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

namespace {

class EscapeReporter {
public:
  EscapeReporter(const Analysis &A) : A(A), W(A) {}

  Finding report(const GuardedEscape &E) const {
    Finding F;
    std::string Data = A.keys().name(
        A.sharedWrites().name(E.Into, E.Holder.Body).Data);
    Data = Data.empty() ? "guarded data" : W.quoted(Data);
    std::string Lock = W.lock(E.Lock, E.Holder.Body);
    F.Where = W.place(E.At);
    F.Function = W.function(E.At.Body);
    F.Key = F.Function + Data;
    F.Tier = E.Other.Mine.Doubtful || E.Other.Theirs.Doubtful
                 ? findings::Tier::Medium
                 : findings::Tier::High;
    F.Message = message(E, Data, Lock);
    if (E.Taken)
      W.taken(F.Notes, E.Taken, Lock, "");
    if (E.Holder.Body != E.Made.Body)
      W.note(F.Notes, W.place(E.Holder),
             "... and hands " + Data + " to " + W.function(E.Made.Body) +
                 " here");
    if (W.place(E.Made) != F.Where)
      W.note(F.Notes, W.place(E.Made),
             "the reference to " + Data + " is made here, under the lock");
    if (E.Released)
      W.note(F.Notes, W.place(E.Released), Lock + " is released here");
    W.note(F.Notes, F.Where, leaves(E));
    if (E.Use)
      W.note(F.Notes, W.place(E.Use), "it is used here, without " + Lock);
    W.other(F.Notes, E.Other, "changes " + Data, "under " + Lock);
    W.note(F.Notes, F.Where, advice(E, Lock));
    return F;
  }

private:
  static std::string message(const GuardedEscape &E, const std::string &Data,
                             const std::string &Lock) {
    switch (E.What) {
    case GuardedEscape::UsedAfter:
      return "this uses a reference to " + Data + " after " + Lock +
             ", which guards it, was released";
    case GuardedEscape::Returned:
      return "a reference to " + Data + " is returned, but " + Lock +
             ", which guards it, is released on return";
    case GuardedEscape::LeftInParameter:
      return "a reference to " + Data + " is left with the caller, but " +
             Lock + ", which guards it, is released on return";
    case GuardedEscape::LeftInCapture:
    case GuardedEscape::Kept:
      break;
    }
    return "a reference to " + Data +
           " is kept here, and used where " + Lock +
           ", which guards it, is not held";
  }

  static std::string leaves(const GuardedEscape &E) {
    switch (E.What) {
    case GuardedEscape::UsedAfter:
      return "it is used here, when the lock is not held any more";
    case GuardedEscape::Returned:
      return "it is returned here; the lock is given back before the caller "
             "can use it";
    case GuardedEscape::LeftInParameter:
      return "it is handed out here; the lock is given back before the caller "
             "can use it";
    case GuardedEscape::LeftInCapture:
    case GuardedEscape::Kept:
      break;
    }
    return "it outlives the hold here";
  }

  static std::string advice(const GuardedEscape &E, const std::string &Lock) {
    if (E.What == GuardedEscape::UsedAfter)
      return "hold " + Lock + " until the last use, or copy what is needed "
             "under it";
    if (E.What == GuardedEscape::Returned ||
        E.What == GuardedEscape::LeftInParameter)
      return "give out a copy, or the lock together with the reference";
    return "do the work under " + Lock + ", or keep a copy";
  }

  const Analysis &A;
  Witness W;
};

void check(const Analysis &A, Findings &Out) {
  EscapeReporter R(A);
  for (const GuardedEscape &E : A.escapes().escapes())
    Out.push_back(R.report(E));
}

} // namespace

Rule rules::guardedEscapeRule() {
  return {"guarded-escape",
          "A reference to guarded data is used after its lock is released",
          findings::Tier::High, false, check};
}

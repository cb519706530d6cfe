//===-- RelaxedPublicationRule.cpp - relaxed-publication ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/RelaxedFlags.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

#include <map>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

static Finding report(const Analysis &A, const Race &R, const RelaxedFlag &F,
                      unsigned More) {
  Witness W(A);
  std::string Data = W.data(R), Flag = W.quoted(A.keys().name(F.Flag));
  Site Weak = F.weak();
  Finding Out;
  Out.Where = W.place(Weak);
  Out.Function = W.function(Weak.Body);
  Out.Key = Flag + Data;
  Out.Tier = R.Doubtful ? findings::Tier::Medium : findings::Tier::High;
  std::string Others =
      More ? " and " + std::to_string(More) + " more" : std::string();
  Out.Message =
      F.WeakSet
          ? Flag + " is set here in relaxed order, which does not publish " +
                Data + Others + " to a thread that sees it set"
          : Flag +
                " is read here in relaxed order: a thread that sees it set "
                "may not see what was written to " +
                Data + Others + " before";
  W.reaches(Out.Notes, {R.First.Body, R.First.Fact}, R.FirstPoint,
            "write of " + Data);
  if (F.WeakSet)
    W.note(Out.Notes, W.place(F.Seen),
           Flag + " is seen here" + (F.WeakSeen ? ", in relaxed order" : ""));
  else
    W.note(Out.Notes, W.place(F.Set), Flag + " is set here");
  W.reaches(Out.Notes, {R.Second.Body, R.Second.Fact}, R.SecondPoint,
            (R.Second.Write ? "write of " : "read of ") + Data);
  W.note(Out.Notes, Out.Where,
         "set " + Flag +
             " with memory_order_release, and look at it with "
             "memory_order_acquire");
  Out.Subjects = {W.publication(Weak), W.doubleCheck(F.Flag)};
  return Out;
}

static void check(const Analysis &A, Findings &Out) {
  // One for each place that is too weak: the first of the races.
  std::map<Site, std::pair<const Race *, unsigned>> ByPlace;
  for (const Race &R : A.races().races())
    if (const RelaxedFlag *F = A.relaxedFlags().of(R)) {
      auto &[First, Count] = ByPlace[F->weak()];
      First = First ? First : &R;
      ++Count;
    }
  for (const auto &[Place, Races] : ByPlace)
    Out.push_back(report(A, *Races.first, *A.relaxedFlags().of(*Races.first),
                         Races.second - 1));
}

Rule rules::relaxedPublicationRule() {
  return {"relaxed-publication",
          "A flag is set or read in too weak an order",
          findings::Tier::High,
          false,
          check,
          {"double-checked-locking"}};
}

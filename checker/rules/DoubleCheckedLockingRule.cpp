//===-- DoubleCheckedLockingRule.cpp - double-checked-locking -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/DoubleChecks.h"
#include "analysis/Encounters.h"
#include "analysis/Races.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

namespace {

class DoubleCheckedLocking {
public:
  explicit DoubleCheckedLocking(const Analysis &A) : A(A), W(A), Meetings(A) {}

  void find(Findings &Out) {
    for (const DoubleCheck &D : A.doubleChecks().found()) {
      A.program().trim();
      std::optional<Encounter> Meet =
          Meetings.worst({{{D.Body, D.Check}, false}, {{D.Body, D.Set}, true}});
      // Whether the threads have one object, races tell, if it is no atomic.
      bool Shared = D.Plain ? races(D) : Meet.has_value();
      if (D.OnlyOutside || Shared)
        Out.push_back(report(D, Meet));
    }
  }

private:
  bool races(const DoubleCheck &D) const {
    return llvm::any_of(A.races().races(),
                        [&](const Race &R) { return R.Key == D.Of; });
  }

  Finding report(const DoubleCheck &D, const std::optional<Encounter> &Meet) {
    Site Check{D.Body, D.Check}, Set{D.Body, D.Set};
    std::string Name = W.quoted(A.keys().name(D.Of)),
                Lock = W.quoted(A.keys().name(D.Lock));
    bool AtSet = !D.Plain && D.WeakSet;
    Finding F;
    F.Where = W.place(AtSet ? Set : Check);
    F.Function = W.function(D.Body);
    F.Key = F.Function + Name;
    F.Tier =
        Meet && Meet->Doubtful ? findings::Tier::Medium : findings::Tier::High;
    F.Message =
        D.Plain ? "double-checked locking: " + Name +
                      " is looked at here without " + Lock +
                      ", while another thread may set it, and is no atomic"
        : AtSet ? "double-checked locking: " + Name +
                      " is set here in relaxed order, which does not publish "
                      "what it stands for"
                : "double-checked locking: " + Name +
                      " is looked at here in relaxed order, so what it stands "
                      "for may not be seen";
    if (!AtSet)
      W.note(F.Notes, W.place(Set),
             F.Function + " sets it here, under " + Lock);
    else
      W.note(F.Notes, W.place(Check),
             F.Function + " looks at it here, without " + Lock);
    if (Meet)
      for (const Encountered *E : {&Meet->First, &Meet->Second})
        W.root(F.Notes, E->At, E->Touch == 1 ? "write" : "read");
    W.note(F.Notes, A.keys().declaration(D.Of),
           D.Plain ? "make " + Name +
                         " atomic, set with release and looked at with acquire "
                         "order; or use call_once or a static of a function"
                   : "set " + Name +
                         " with memory_order_release, and look at it with "
                         "memory_order_acquire");
    F.Subjects = {W.doubleCheck(D.Of), W.doubleCheck(D.Body, D.Lock)};
    return F;
  }

  const Analysis &A;
  Witness W;
  Encounters Meetings;
};

void check(const Analysis &A, Findings &Out) {
  DoubleCheckedLocking(A).find(Out);
}

} // namespace

Rule rules::doubleCheckedLockingRule() {
  return {"double-checked-locking", "A double check that is no atomic",
          findings::Tier::High, false, check};
}

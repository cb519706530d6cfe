//===-- DataRaceRule.cpp - data-race --------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

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
    Finding F;
    findings::Place First = W.place(site(R.First)),
                    Second = W.place(site(R.Second));
    std::string Name = name(R);
    F.Where = First;
    F.Function = W.function(R.First.Body);
    F.Key = Name;
    F.Tier = R.Doubtful ? findings::Tier::Medium : findings::Tier::High;
    std::string Verb = R.Second.Write ? "write" : "read";
    F.Message = "data race on " + Name +
                ": written here while another thread " +
                (First == Second ? "may do the same"
                                 : "may " + Verb + " it at " + text(Second));
    tell(F.Notes, R.First, R.FirstPoint, "write");
    if (First != Second || R.FirstPoint.Root != R.SecondPoint.Root)
      tell(F.Notes, R.Second, R.SecondPoint, Verb);
    W.note(F.Notes, declaration(R), advice(R, Name));
    return F;
  }

private:
  static Site site(const Access &X) { return {X.Body, X.Fact}; }

  static std::string text(const findings::Place &P) {
    return P.File + ":" + std::to_string(P.Line) + ":" +
           std::to_string(P.Column);
  }

  void tell(Witness::Notes &To, const Access &X, const Point &P,
            const std::string &What) const {
    const Root &R = A.threads().root(P.Root);
    std::string Chain = W.chain(X.Body, P.Root);
    std::string Through = Chain.empty() ? "" : " through " + Chain;
    if (R.What == Root::Thread)
      W.note(To, W.place(R.Spawn),
             std::string(R.Many ? "each of the threads started here"
                                : "the thread started here") +
                 " reaches the " + What + Through);
    else
      W.note(To, W.place(site(X)),
             "the main thread reaches the " + What + Through);
    W.note(To, W.place(site(X)),
           P.Held.empty() ? "the " + What + " holds no lock"
                          : "the " + What + " holds " + locks(P));
  }

  std::string locks(const Point &P) const {
    std::string Text;
    for (LockKey K : P.Held)
      Text += (Text.empty() ? "" : ", ") + W.quoted(A.keys().name(K));
    return Text;
  }

  /// As the user calls it; of what has no name, the pointer that leads there.
  std::string name(const Race &R) const {
    const PathTable &Paths = A.paths();
    const ProgramPath &Root = Paths.rootOf(R.Location);
    BodyId In = Root.Kind == facts::PathKind::Parameter ? BodyId(Root.Version)
                                                        : R.First.Body;
    std::string Name = describe(A.program(), Paths, R.Location, In);
    if (Name.empty())
      Name = describe(A.program(), Paths, R.First.Of, R.First.Body);
    return Name.empty() ? "an object" : W.quoted(Name);
  }

  findings::Place declaration(const Race &R) const {
    findings::Place P = A.keys().declaration(R.Key);
    return P.Line ? P : W.place(site(R.First));
  }

  std::string advice(const Race &R, const std::string &Name) const {
    if (R.Guard && R.Guarded < R.Accesses)
      return "hold " + W.quoted(A.keys().name(R.Guard)) + " at every access (" +
             std::to_string(R.Guarded) + " of " + std::to_string(R.Accesses) +
             " do), or make " + Name + " atomic";
    return "guard " + Name + " with a mutex, or make it atomic";
  }

  const Analysis &A;
  Witness W;
};

void check(const Analysis &A, Findings &Out) {
  DataRaceReporter R(A);
  for (const Race &One : A.races().races())
    Out.push_back(R.report(One));
}

} // namespace

Rule rules::dataRaceRule() {
  return {"data-race", "Two threads use a variable at once, one writing",
          findings::Tier::High, false, check};
}

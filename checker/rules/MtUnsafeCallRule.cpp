//===-- MtUnsafeCallRule.cpp - mt-unsafe-call -----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// State that a library hides (the buffer of asctime, the environment) is a
// location like any other: the models say which functions read and write it.
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"
#include "analysis/Encounters.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

#include <map>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;
using models::EffectKind;

/// Of one state, findings at most.
static constexpr size_t MaxFindings = 32;

namespace {

/// A call that uses hidden state.
struct Use {
  Touch What;
  const models::Effect *Effect = nullptr;
};

class StateRaces {
public:
  explicit StateRaces(const Analysis &A) : A(A), W(A), Meetings(A) {}

  void find(Findings &Out) {
    collect();
    for (auto &[State, Uses] : ByState)
      decide(State, Uses, Out);
  }

private:
  void collect() {
    for (uint32_t N = 0; N < A.program().bodies().size(); ++N) {
      BodyId B(N);
      if (A.threads().contexts(B).empty())
        continue;
      for (const CallSite &S : A.graph().sites(B))
        if (S.Model)
          for (const models::Effect &E : S.Model->Effects)
            if ((E.Kind == EffectKind::ReadsState ||
                 E.Kind == EffectKind::WritesState) &&
                takesPlace(B, S, E))
              ByState[E.Text].push_back(
                  {{{B, S.Fact}, E.Kind == EffectKind::WritesState}, &E});
    }
  }

  /// Of an effect that is given an argument's value: only if it is known.
  bool takesPlace(BodyId B, const CallSite &S, const models::Effect &E) const {
    if (!E.Given)
      return true;
    A.program().trim();
    BodyView View(A.program(), A.paths(), A.graph(), A.summaries(), B);
    auto Values = View.values(
        View.fact(S.Fact), {{models::SelectorKind::Argument, E.Given->Index}});
    bool Known = !Values.empty() && Values[0].isConstant();
    if (!Known)
      return !E.Given->Equal;
    return (Values[0].constant() == E.Given->Value) == E.Given->Equal;
  }

  /// Each call that must be changed is a finding: what is found is taken out,
  /// and the others are judged again.
  void decide(const std::string &State, std::vector<Use> Uses, Findings &Out) {
    for (size_t Found = 0; Found < MaxFindings; ++Found) {
      std::vector<Touch> Touches;
      for (const Use &U : Uses)
        Touches.push_back(U.What);
      std::optional<Encounter> E = Meetings.worst(Touches);
      if (!E)
        return;
      Out.push_back(report(State, *E, Uses));
      Uses.erase(Uses.begin() + E->First.Touch);
    }
  }

  std::string callee(Site S) const {
    const CallSite *Call = A.graph().site(S.Body, S.Fact);
    return A.program().function(Call->Targets.Named).Qualified;
  }

  Finding report(const std::string &State, const Encounter &E,
                 llvm::ArrayRef<Use> Uses) const {
    const Use &First = Uses[E.First.Touch], &Second = Uses[E.Second.Touch];
    A.program().trim();
    findings::Place Here = W.place(First.What.At),
                    There = W.place(Second.What.At);
    std::string Name = callee(First.What.At), Other = callee(Second.What.At);
    bool Often = First.Effect->OftenSafe && Second.Effect->OftenSafe;
    Finding F;
    F.Where = Here;
    F.Function = W.function(First.What.At.Body);
    F.Key = State;
    F.Tier =
        E.Doubtful || Often ? findings::Tier::Medium : findings::Tier::High;
    F.Message =
        W.quoted(Name) + " changes the " + State +
        ", which all threads share, while another thread may " +
        (Here == There ? "do the same"
                       : std::string(Second.What.Write ? "change" : "read") +
                             " it with " + W.quoted(Other) + " at " +
                             Witness::text(There));
    W.reaches(F.Notes, First.What.At, E.First.At, "call of " + W.quoted(Name));
    if (Here != There || E.First.At.Root != E.Second.At.Root)
      W.reaches(F.Notes, Second.What.At, E.Second.At,
                "call of " + W.quoted(Other));
    W.note(F.Notes, Here, advice(*First.Effect, Name));
    return F;
  }

  std::string advice(const models::Effect &E, const std::string &Name) const {
    std::string Instead = E.Instead;
    if (size_t Star = Instead.find('*'); Star != std::string::npos)
      Instead.replace(Star, 1, Name);
    std::string Ordered =
        "make these calls while no other thread runs, or hold "
        "one lock at all of them";
    return Instead.empty() ? Ordered
                           : "use " + W.quoted(Instead) +
                                 ", which keeps no state of its own";
  }

  const Analysis &A;
  Witness W;
  Encounters Meetings;
  std::map<std::string, std::vector<Use>> ByState;
};

void check(const Analysis &A, Findings &Out) { StateRaces(A).find(Out); }

} // namespace

Rule rules::mtUnsafeCallRule() {
  return {"mt-unsafe-call", "Two threads use hidden state of a library at once",
          findings::Tier::High, false, check};
}

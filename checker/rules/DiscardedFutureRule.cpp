//===-- DiscardedFutureRule.cpp - discarded-future ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A task or thread is started, and the handle that comes with it dies in the
// same statement: its destructor waits, so nothing runs at the same time. Who
// waits in that statement himself (`std::async(f).get()`) means it.
//
//===----------------------------------------------------------------------===//

#include "analysis/ThreadHandles.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using findings::Finding;

namespace {

class DiscardedFutures {
public:
  DiscardedFutures(const Analysis &A, BodyId B, Findings &Out)
      : A(A), W(A), B(B), Facts(A.program().facts(B)), Out(Out) {}

  void find() {
    for (const CallSite &S : A.graph().sites(B))
      if (Facts.Facts[S.Fact].Kind == FactKind::Destroy &&
          (Facts.Facts[S.Fact].Flags & facts::FF_Temporary) && waits(S))
        look(S.Fact);
  }

private:
  /// Does the destructor wait for the thread, if there is one?
  static bool waits(const CallSite &S) {
    return S.has({models::EffectKind::JoinIfJoinable});
  }

  void look(uint32_t Dies) {
    const PointState *S = A.result(B).point(Dies);
    if (!S)
      return;
    BodyView View(A.program(), A.paths(), A.graph(), A.summaries(), B);
    Path Handle = View.path(Facts.Facts[Dies].Path);
    auto Made = madeAt(Dies);
    if (!Made || isUsed(*Made, Dies))
      return;
    for (const Running &R : S->Threads)
      if (sameHandle(A.program(), A.paths(), R.Handle, Handle)) {
        report(*Made, R);
        return;
      }
  }

  /// The call or constructor that makes the object which dies at \p Dies.
  std::optional<uint32_t> madeAt(uint32_t Dies) const {
    for (uint32_t I = Dies; I-- > 0;) {
      const Fact &F = Facts.Facts[I];
      if ((F.Kind == FactKind::Call || F.Kind == FactKind::Construct) &&
          F.Path == Facts.Facts[Dies].Path)
        return I;
    }
    return std::nullopt;
  }

  bool isUsed(uint32_t Made, uint32_t Dies) const {
    facts::PathId Object = Facts.Facts[Made].Path;
    for (uint32_t I = Made + 1; I < Dies; ++I)
      for (const facts::Operand &O : Facts.operands(Facts.Facts[I]))
        if (O.hasPath() && Facts.root(O.path()) == Object)
          return true;
    return false;
  }

  void report(uint32_t Made, const Running &R) {
    link::RecordSym Class =
        classOf(A.program(), typeOf(A.program(), B, Facts.Facts[Made].Path));
    std::string Type =
        Class ? W.quoted(A.program().record(Class).Qualified) : "handle";
    Finding F;
    F.Where = W.place({B, Made});
    F.Function = W.function(B);
    F.Key = F.Function + std::to_string(Made);
    F.Message = "the " + Type +
                " that is made here is dropped at once: its destructor waits, "
                "so what it stands for does not run at the same time";
    if (!(R.Spawn == Site{B, Made}))
      W.note(F.Notes, W.place(R.Spawn),
             W.function(R.Spawn.Body) + " starts it here");
    W.note(F.Notes, F.Where,
           "keep it in a variable, and wait for it where the result is needed");
    Out.push_back(std::move(F));
  }

  const Analysis &A;
  Witness W;
  BodyId B;
  const facts::FunctionBody &Facts;
  Findings &Out;
};

void check(const Analysis &A, Findings &Out) {
  for (uint32_t I = 0; I < A.program().bodies().size(); ++I) {
    A.program().trim();
    if (!A.result(BodyId(I)).Handles.empty())
      DiscardedFutures(A, BodyId(I), Out).find();
  }
}

} // namespace

Rule rules::discardedFutureRule() {
  return {"discarded-future", "A future that waits is dropped at once",
          findings::Tier::High, true, check};
}

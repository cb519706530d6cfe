//===-- LockLeakRule.cpp - lock-leak --------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/DeclaredStory.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

#include <set>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

namespace {

class LockLeakReporter {
public:
  LockLeakReporter(const Analysis &A, Findings &Out) : A(A), W(A), Out(Out) {}

  void run() {
    for (uint32_t I = 0; I < A.program().bodies().size(); ++I) {
      A.program().trim();
      for (const Issue &Bad : A.result(BodyId(I)).Issues)
        report(BodyId(I), Bad);
    }
    for (const RootEnd &E : A.rootEnds().found()) {
      A.program().trim();
      if (E.StillHeld)
        report(E);
    }
  }

private:
  void report(BodyId B, const Issue &Bad) {
    switch (Bad.What) {
    case Issue::LeakByResult:
      if (usedAsTryLock(B, Bad))
        return;
      [[fallthrough]];
    case Issue::LeakOnReturn:
      add(B, Bad,
          "is still locked when " + W.function(B) +
              (Bad.Other ? " returns here, but other paths unlock it"
                         : " returns here, and no caller can tell"));
      return;
    case Issue::LeakOnThrow:
      add(B, Bad,
          "is still locked when an exception leaves " + W.function(B) +
              " from here");
      return;
    default:
      return;
    }
  }

  void add(BodyId B, const Issue &Bad, const std::string &What) {
    Finding F;
    std::string Lock = W.lock(Bad.Lock, B);
    F.Where = Bad.AtPlace ? W.place(B, Bad.AtPlace) : W.place({B, Bad.At});
    F.Function = W.function(B);
    F.Message = Lock + " " + What;
    F.Key = F.Function + "\n" + Lock + "\n" + std::to_string(Bad.At);
    W.taken(F.Notes, Bad.First, Lock, "");
    if (Bad.Other)
      W.note(F.Notes, W.place(Bad.Other), "another path unlocks it here");
    W.note(F.Notes, F.Where,
           "unlock " + Lock + " on this path too" +
               (W.inC(B) ? "" : ", or hold it with a std::lock_guard"));
    Out.push_back(std::move(F));
  }

  /// A function whose result tells whether the lock is held is a try-lock, if
  /// anybody uses it so. Where nobody calls it, by the convention of its
  /// result: "true", a pointer or the error code 0 is success.
  bool usedAsTryLock(BodyId B, const Issue &Bad) const {
    auto Callers = A.graph().callers(B);
    for (const CallGraph::Caller &C : Callers) {
      const auto &Released = A.result(C.Body).BalancedCalls;
      if (llvm::is_contained(Released, C.Fact))
        return true;
    }
    if (!Bad.Result)
      return false;
    if (!Callers.empty() && A.paths().nameableByCallers(Bad.Lock))
      return false;
    const facts::Function &Decl =
        A.program().decl(A.program().body(B).Function);
    const facts::TranslationUnit &Unit = A.program().unit(
        A.program().function(A.program().body(B).Function).Unit);
    bool Number =
        Decl.Result && Unit.type(Decl.Result).Kind == facts::TypeKind::Integer;
    return Number ? !*Bad.Result : *Bad.Result;
  }

  /// Nobody is left to unlock what a thread holds when it ends.
  void report(const RootEnd &E) {
    std::string Lock = W.lock(E.Lock, E.At.Body);
    std::string When = ", and none of its callers unlocks it";
    if (E.Root)
      switch (A.threads().root(E.Root).What) {
      case Root::Thread:
        When = " and still held when the thread ends";
        break;
      case Root::Main:
        When = " and still held when the program ends";
        break;
      case Root::Library:
        When = ", and nothing in the program unlocks it";
        break;
      }
    Finding F;
    F.Where = W.place(E.At);
    F.Function = W.function(E.At.Body);
    F.Message =
        Lock + " is locked here" + When + ": nobody else can lock it again";
    F.Key = F.Function + "\n" + Lock;
    W.rootEnd(F.Notes, E);
    W.note(F.Notes, F.Where,
           "unlock " + Lock + " before " + F.Function + " returns" +
               (W.inC(E.At.Body) ? "" : ", or hold it with a std::lock_guard"));
    Out.push_back(std::move(F));
  }

  const Analysis &A;
  Witness W;
  Findings &Out;
};

void check(const Analysis &A, Findings &Out) {
  LockLeakReporter(A, Out).run();
  tellDeclared(A, Out, {DeclaredIssue::StillHeld, DeclaredIssue::Disagrees});
}

} // namespace

Rule rules::lockLeakRule() {
  return {"lock-leak", "A lock stays held on some way out of a function",
          findings::Tier::High, false, check};
}

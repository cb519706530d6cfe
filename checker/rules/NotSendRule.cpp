//===-- NotSendRule.cpp - not-send ----------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What must not cross a thread and does (analysis/ThreadBoundaries.h): a handle
// with a plain count of which others are copied or dropped meanwhile; a guard
// that holds a lock; an object of a class that says no.
//
//===----------------------------------------------------------------------===//

#include "analysis/CountedHandles.h"
#include "analysis/CountedTypes.h"
#include "analysis/ThreadBoundaries.h"
#include "rules/Rules.h"
#include "rules/SendStory.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

namespace {

class NotSend {
public:
  explicit NotSend(const Analysis &A) : A(A), W(A), Handles(A) {}

  void find(Findings &Out) {
    ThreadBoundaries Boundaries(A.program(), A.graph(), A.threads(),
                                A.sendability());
    for (const Crossed &C : Boundaries.find(Verdict::No)) {
      A.program().trim();
      look(C, Out);
    }
  }

  void findStrictly(Findings &Out) {
    ThreadBoundaries Boundaries(A.program(), A.graph(), A.threads(),
                                A.sendability());
    for (const Crossed &C : Boundaries.find(Verdict::Depends)) {
      A.program().trim();
      if (std::optional<Finding> F = strictly(C)) {
        F->Tier = findings::Tier::Strict;
        Out.push_back(std::move(*F));
      }
    }
  }

private:
  /// What may be right, and what nothing in the types shows to be.
  std::optional<Finding> strictly(const Crossed &C) {
    if (C.Why.Ends == Cause::PlainCount && C.Why.Is == Verdict::No) {
      if (A.program().record(C.Why.Culprit).Model && Handles.rival(C))
        return std::nullopt;
      Finding F = counted(C, nullptr);
      if (auto Own = A.countedTypes().ownCounting(C.Why.Culprit))
        F.Subjects.push_back(W.countsOf(Own->Class));
      return F;
    }
    for (const Doubt &D : A.sendability().doubts(C.Type))
      if (D.Raw && !hasLock(A.program(), classOf(A.program(), D.Referent)) &&
          !(C.Capture && D.Way.empty() &&
            A.program().field(C.Capture).Flags &
                (facts::FdF_CaptureByReference | facts::FdF_CaptureThis)))
        return doubtful(C, D, " is a raw pointer",
                        "use what owns or guards the object: a "
                        "std::unique_ptr, or a mutex that owns it");
      else if (D.Ends == Cause::Incomplete)
        return doubtful(C, D, " is of a class that no file completes",
                        "let fearless see the file that does, or mark the "
                        "class FEARLESS_UNSAFE_SEND(\"reason\")");
    return std::nullopt;
  }

  Finding doubtful(const Crossed &C, const Doubt &D, const std::string &Is,
                   const char *Advice) const {
    Finding F = start(C);
    F.Message = subject(C) + goes(C) +
                ", and nothing shows that this is safe: " +
                (D.Way.empty() ? "it" + Is : "a part of it" + Is);
    tellWay(A, F.Notes, D.Way, "");
    tellThread(A, F.Notes, C);
    W.note(F.Notes, F.Where, Advice);
    return F;
  }

  void look(const Crossed &C, Findings &Out) {
    switch (C.Why.Ends) {
    case Cause::PlainCount:
      // Of counts in the program's own code, refcount-shared tells.
      if (!A.program().record(C.Why.Culprit).Model)
        break;
      if (std::optional<HandleChange> Rival = Handles.rival(C))
        Out.push_back(counted(C, &*Rival));
      break;
    case Cause::Hold:
      if (std::string Lock = lockHeld(C); !Lock.empty())
        Out.push_back(hold(C, Lock));
      break;
    case Cause::Forbidden:
      if (C.How != Crossed::Referred || C.Why.Way.empty())
        Out.push_back(forbidden(C));
      break;
    default:
      break;
    }
  }

  std::string subject(const Crossed &C) const { return crossingName(A, C); }

  std::string culprit(const Crossed &C) const {
    return W.quoted(displayName(A.program(), C.Why.Culprit));
  }

  static std::string goes(const Crossed &C) {
    switch (C.How) {
    case Crossed::Copied:
      return " is copied to another thread";
    case Crossed::Moved:
      return " is moved to another thread";
    case Crossed::Fresh:
      return " is given to another thread";
    case Crossed::Referred:
      return " is shared with another thread";
    }
    return "";
  }

  Finding start(const Crossed &C) const {
    Finding F;
    F.Where = W.place(C.At);
    F.Function = W.function(C.At.Body);
    F.Key = F.Function + subject(C);
    F.Tier = findings::Tier::High;
    if (C.Made != C.At)
      W.note(F.Notes, W.place(C.Made),
             C.Capture ? "a lambda captures " + subject(C) + " here"
                       : subject(C) + " is bound here");
    return F;
  }

  Finding counted(const Crossed &C, const HandleChange *Rival) const {
    Finding F = start(C);
    F.Message = subject(C) + goes(C) + ", but " + culprit(C) +
                " counts its owners without atomic operations";
    tellWay(A, F.Notes, C.Why.Way,
            ", of which only one thread may copy or drop any");
    tellThread(A, F.Notes, C);
    if (Rival) {
      const char *Does = Rival->What == HandleChange::Copy ? " copies one here"
                         : Rival->What == HandleChange::Drop
                             ? " drops one here"
                             : " changes one here";
      W.note(F.Notes, W.place(Rival->At),
             "meanwhile " + W.function(Rival->At.Body) + Does);
    }
    const models::TypeModel *M = A.program().record(C.Why.Culprit).Model;
    std::string Better = M && !M->AtomicForm.empty() ? M->AtomicForm
                                                     : "std::shared_ptr";
    W.note(F.Notes, F.Where,
           "use a pointer with an atomic count, such as " + Better +
               ", or move the only one to the thread");
    if (M && !M->AtomicForm.empty())
      F.Remedy = replacement(C, *M);
    return F;
  }

  /// Where what crosses is declared, if that is a local of the function.
  findings::Remedy replacement(const Crossed &C,
                               const models::TypeModel &M) const {
    const facts::FunctionBody &Body = A.program().facts(C.Made.Body);
    if (!C.From || Body.path(C.From).Kind != facts::PathKind::Local)
      return {};
    return {findings::Remedy::ReplaceType,
            W.place(C.Made.Body, Body.Locals[Body.path(C.From).Number].Loc),
            M.Name, M.AtomicForm};
  }

  /// The lock that the guard holds when it is handed over. Empty if it is not
  /// known to hold one.
  std::string lockHeld(const Crossed &C) const {
    const PointState *S = A.result(C.Made.Body).point(C.Made.Fact);
    if (!S || S->Held.empty() || C.How == Crossed::Referred)
      return "";
    Path Lock = lockOf(C);
    if (!Lock)
      Lock = S->Held.front();
    return llvm::is_contained(S->Held, Lock) ? W.lock(Lock, C.Made.Body) : "";
  }

  /// The lock that the guard was made with, in the function that hands it over.
  Path lockOf(const Crossed &C) const {
    BodyView View(A.program(), A.paths(), A.graph(), A.summaries(),
                  C.Made.Body);
    const facts::TranslationUnit &Unit =
        A.program().unit(A.program().body(C.Made.Body).Unit);
    for (const facts::Fact &F : View.facts().Facts)
      if (C.From && F.Kind == facts::FactKind::Construct && F.Path == C.From &&
          !(Unit.function(F.Callee).Flags & facts::FnF_MoveOrCopy) &&
          F.OperandCount > 1)
        return A.paths().pointee(View.value(View.facts().operands(F)[1]));
    return {};
  }

  Finding hold(const Crossed &C, const std::string &Lock) const {
    Finding F = start(C);
    F.Message = subject(C) + goes(C) + ", but " + Lock +
                " must be unlocked by the thread that locked it";
    tellWay(A, F.Notes, C.Why.Way, ", which unlocks it");
    tellThread(A, F.Notes, C);
    W.note(F.Notes, F.Where,
           "lock " + Lock + " in the thread that is to unlock it");
    F.Subjects.push_back(guardSubject(A, C.Runs));
    return F;
  }

  Finding forbidden(const Crossed &C) const {
    Finding F = start(C);
    F.Message = subject(C) + goes(C) + ", but " + culprit(C) +
                " is marked to stay on its thread";
    tellWay(A, F.Notes, C.Why.Way, "");
    tellThread(A, F.Notes, C);
    const link::RecordSymbol &R = A.program().record(C.Why.Culprit);
    W.note(
        F.Notes,
        A.program().place(R.Unit, A.program().unit(R.Unit).record(R.Decl).Loc),
        culprit(C) + " is marked here: give the thread what it needs of it, "
                     "or one of its own");
    return F;
  }

  const Analysis &A;
  Witness W;
  CountedHandles Handles;
};

void check(const Analysis &A, Findings &Out) { NotSend(A).find(Out); }

void checkStrictly(const Analysis &A, Findings &Out) {
  NotSend(A).findStrictly(Out);
}

} // namespace

Rule rules::notSendRule() {
  return {"not-send",
          "A value crosses to another thread that must not",
          findings::Tier::High,
          false,
          check,
          {"refcount-shared"},
          checkStrictly};
}

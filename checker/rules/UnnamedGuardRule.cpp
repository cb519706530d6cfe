//===-- UnnamedGuardRule.cpp - unnamed-guard ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// Guards that guard nothing: a temporary that dies at once; a declaration that
// was meant to be one; a deferred guard that is never locked; a guard of a lock
// that lives and dies with the call.
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using findings::Finding;
using models::EffectKind;

namespace {

const models::Effect *find(const models::FunctionModel *M,
                           std::initializer_list<EffectKind> Kinds) {
  if (M)
    for (const models::Effect &E : M->Effects)
      if (std::find(Kinds.begin(), Kinds.end(), E.Kind) != Kinds.end())
        return &E;
  return nullptr;
}

class UnnamedGuardReporter {
public:
  UnnamedGuardReporter(const Analysis &A, BodyId B, Findings &Out)
      : A(A), W(A), B(B), Facts(A.program().facts(B)), Out(Out) {}

  void run() {
    for (const CallSite &S : A.graph().sites(B)) {
      const Fact &F = Facts.Facts[S.Fact];
      if (F.Kind != FactKind::Construct && F.Kind != FactKind::Call)
        continue;
      if (takesLock(S)) {
        if (F.Flags & facts::FF_Temporary)
          checkTemporary(S);
        else if (F.Kind == FactKind::Construct && !checkOnlyStatement(S))
          checkLocalLock(S);
      } else if (F.Kind == FactKind::Construct && isGuard(F.Path)) {
        checkDeclaration(S);
      }
    }
    for (const Issue &Bad : A.result(B).Issues)
      if (Bad.What == Issue::GuardNeverLocked)
        add(Bad.At,
            "this guard of " + W.lock(Bad.Lock, B) +
                " defers locking and is never locked",
            "lock it, or drop std::defer_lock");
  }

private:
  void add(uint32_t At, std::string Message, std::string Advice,
           findings::Remedy::Kind Remedy = findings::Remedy::None) {
    Finding F;
    F.Where = W.place({B, At});
    F.Function = W.function(B);
    F.Message = std::move(Message);
    F.Key = F.Function + "\n" + std::to_string(At);
    F.Subjects = {"guard in " + F.Function};
    // What stands in a macro is not mended where the macro is used.
    if (llvm::none_of(Facts.Spellings,
                      [&](const facts::Spelling &S) { return S.Fact == At; }))
      F.Remedy = {Remedy, F.Where};
    W.note(F.Notes, F.Where, std::move(Advice));
    Out.push_back(std::move(F));
  }

  bool isGuard(facts::PathId P) const {
    link::RecordSym R = classOf(A.program(), typeOf(A.program(), B, P));
    if (!R)
      return false;
    const models::TypeModel *M = A.program().record(R).Model;
    return M && M->Role == models::TypeRole::Guard;
  }

  /// Makes a guard that holds a lock: by model, or a class of the user's own
  /// whose constructor takes one and whose destructor gives it back. Or calls a
  /// function that returns such a guard.
  bool takesLock(const CallSite &S) const {
    if (Facts.Facts[S.Fact].Kind == FactKind::Call && returnedGuard(S))
      return true;
    if (S.Model)
      return Facts.Facts[S.Fact].Kind == FactKind::Construct &&
             find(S.Model, {EffectKind::GuardAcquire});
    if (Facts.Facts[S.Fact].Kind != FactKind::Construct ||
        S.Targets.Bodies.size() != 1)
      return false;
    const Summary &Made = A.summary(S.Targets.Bodies[0]);
    auto Acquires = [](const Outcome &O) {
      return llvm::any_of(O.Nets,
                          [](const NetEffect &N) { return N.Acquired; }) ||
             llvm::any_of(O.Guards,
                          [](const Guard &G) { return G.Held == Owns::Yes; });
    };
    return !Made.Outcomes.empty() && llvm::all_of(Made.Outcomes, Acquires);
  }

  /// The guard that a call returns, always and holding its lock.
  const Guard *returnedGuard(const CallSite &S) const {
    if (S.Model || S.Targets.Bodies.size() != 1)
      return nullptr;
    const Guard *Always = nullptr;
    for (const Outcome &O : A.summary(S.Targets.Bodies[0]).Outcomes) {
      auto It = llvm::find_if(O.Guards, [&](const Guard &G) {
        return G.Held == Owns::Yes &&
               A.paths()[G.Object].Kind == analysis::PathKind::Return;
      });
      if (It == O.Guards.end())
        return nullptr;
      Always = &*It;
    }
    return Always;
  }

  std::string lockOf(const CallSite &S) const {
    if (const Guard *G = returnedGuard(S); G && !G->Locks.empty())
      return W.lock(G->Locks[0], S.Targets.Bodies[0]);
    auto Operands = Facts.operands(Facts.Facts[S.Fact]);
    if (Operands.size() < 2 || !Operands[1].hasPath())
      return "a lock";
    return nameOf(Operands[1].path());
  }

  std::string nameOf(facts::PathId P) const {
    BodyView View(A.program(), A.paths(), A.graph(), A.summaries(), B);
    return W.lock(View.path(P), B);
  }

  /// `std::lock_guard<std::mutex>(mu_);` or `{mu_};`: gone before the next
  /// statement. Meant, if something happens while it lives, or if the empty
  /// section comes before a notification.
  void checkTemporary(const CallSite &S) {
    const Fact &Made = Facts.Facts[S.Fact];
    for (uint32_t I = S.Fact + 1; I < Facts.Facts.size(); ++I) {
      const Fact &F = Facts.Facts[I];
      if (F.Kind == FactKind::Destroy && F.Path == Made.Path) {
        if (!notifies(I + 1))
          add(S.Fact,
              "this guard of " + lockOf(S) +
                  " has no name and unlocks at the end of this statement",
              "give it a name, so that it lives to the end of the block",
              findings::Remedy::NameObject);
        return;
      }
      if (F.Kind != FactKind::Destroy)
        return; // Something happens under it; or it is handed on.
    }
  }

  /// `if (shared) std::lock_guard lock(mu_);`: gone before what it was meant
  /// for.
  bool checkOnlyStatement(const CallSite &S) {
    const Fact &Made = Facts.Facts[S.Fact];
    if (Facts.path(Made.Path).Kind != PathKind::Local ||
        !(Facts.Locals[Facts.path(Made.Path).Number].Flags &
          facts::LF_OnlyStatement))
      return false;
    for (uint32_t I = S.Fact + 1; I < Facts.Facts.size(); ++I)
      if (Facts.Facts[I].Kind == FactKind::Destroy &&
          Facts.Facts[I].Path == Made.Path && notifies(I + 1))
        return false;
    add(S.Fact,
        "this guard of " + lockOf(S) +
            " is all that its branch or loop does: it unlocks before the next "
            "statement",
        "declare the guard where the code follows that needs it (a "
        "std::unique_lock with std::defer_lock can be locked conditionally)");
    return true;
  }

  bool notifies(uint32_t From) const {
    for (uint32_t I = From; I < Facts.Facts.size(); ++I) {
      const Fact &F = Facts.Facts[I];
      if (F.Kind == FactKind::Destroy || F.Kind == FactKind::Read)
        continue;
      const CallSite *S = A.graph().site(B, I);
      return S && find(S->Model, {EffectKind::Notify});
    }
    return false;
  }

  /// `std::unique_lock<std::mutex>(mu_);` declares a variable of that name.
  void checkDeclaration(const CallSite &S) {
    const Fact &Made = Facts.Facts[S.Fact];
    if (Facts.operands(Made).size() != 1 ||
        Facts.path(Made.Path).Kind != PathKind::Local)
      return;
    const facts::Local &L = Facts.Locals[Facts.path(Made.Path).Number];
    if (!L.Name || (L.Flags & facts::LF_Temporary) || mentions(S.Fact))
      return;
    link::UnitId Unit = A.program().body(B).Unit;
    std::string Name = A.program().text(Unit, L.Name);
    if (!Name.empty())
      add(S.Fact,
          "this declares a guard named '" + Name +
              "' that is tied to no lock; nothing is locked",
          "write the lock as an argument of a named guard: lock(" + Name + ")");
  }

  /// Is the object made at \p Made used for anything but dying?
  bool mentions(uint32_t Made) const {
    facts::PathId Object = Facts.Facts[Made].Path;
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
      const Fact &F = Facts.Facts[I];
      if (I == Made || F.Kind == FactKind::Destroy)
        continue;
      if (F.Path && Facts.root(F.Path) == Object)
        return true;
      for (const facts::Operand &O : Facts.operands(F))
        if (O.hasPath() && Facts.root(O.path()) == Object)
          return true;
    }
    return false;
  }

  /// A guard of a lock that is a local variable nobody else can reach.
  void checkLocalLock(const CallSite &S) {
    auto Operands = Facts.operands(Facts.Facts[S.Fact]);
    if (Operands.size() < 2 || Operands[1].Kind != facts::OperandKind::Address)
      return;
    facts::PathId Root = Facts.root(Operands[1].path());
    if (isThreadLocal(Root)) {
      add(S.Fact,
          nameOf(Operands[1].path()) +
              " is thread-local: each thread locks one of its own, which keeps "
              "no other out",
          "make it static without thread_local");
      return;
    }
    if (Facts.path(Root).Kind != PathKind::Local || escapes(Root) ||
        inSteps(Operands[1].path()))
      return;
    const facts::Local &L = Facts.Locals[Facts.path(Root).Number];
    if (!L.Name)
      return;
    add(S.Fact,
        nameOf(Operands[1].path()) +
            " is a local variable of this call: locking it keeps no other "
            "thread out",
        "make it static, or a member beside the data that it guards");
  }

  bool isThreadLocal(facts::PathId Root) const {
    const facts::PathNode &N = Facts.path(Root);
    link::UnitId Unit = A.program().body(B).Unit;
    return N.Kind == PathKind::Global &&
           (A.program().unit(Unit).variable(facts::VariableId(N.Number)).Flags &
            facts::VF_ThreadLocal);
  }

  bool inSteps(facts::PathId P) const {
    for (; P; P = Facts.path(P).Parent)
      if (Facts.path(P).Kind == PathKind::Deref)
        return true;
    return false;
  }

  /// Does the address of \p Root get to anything but the operations of locks,
  /// or is it waited with (a way to sleep)?
  bool escapes(facts::PathId Root) const {
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
      const Fact &F = Facts.Facts[I];
      bool Mine = llvm::any_of(Facts.operands(F), [&](const facts::Operand &O) {
        return O.hasPath() && Facts.root(O.path()) == Root;
      });
      if (!Mine)
        continue;
      const CallSite *S = A.graph().site(B, I);
      if (!S)
        return true; // A capture, an assignment, a return.
      if (F.Kind == FactKind::Destroy ||
          (F.Kind == FactKind::Construct && F.Path == Root))
        continue;
      bool LockOperation =
          S->Model &&
          llvm::all_of(S->Model->Effects, [](const models::Effect &E) {
            return E.Kind <= EffectKind::GuardDrop ||
                   E.Kind == EffectKind::InitLock ||
                   E.Kind == EffectKind::EndLock ||
                   E.Kind == EffectKind::NoThrow ||
                   E.Kind == EffectKind::NoEffect;
          });
      if (!LockOperation && !takesLock(*S))
        return true;
    }
    return waits();
  }

  bool waits() const {
    return llvm::any_of(A.graph().sites(B), [](const CallSite &S) {
      return find(S.Model, {EffectKind::Wait});
    });
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
    UnnamedGuardReporter(A, BodyId(I), Out).run();
  }
}

} // namespace

Rule rules::unnamedGuardRule() {
  return {"unnamed-guard", "A guard guards nothing", findings::Tier::High, true,
          check};
}

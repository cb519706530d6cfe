//===-- VolatileSyncRule.cpp - volatile-sync ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `volatile` makes the compiler keep each access, and says nothing to other
// threads. What is declared so and used by two threads at once is meant to be
// an atomic.
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"
#include "analysis/DataKeys.h"
#include "analysis/Encounters.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

#include <map>
#include <set>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using findings::Finding;
using models::EffectKind;

/// Accesses of one variable that are compared with each other, at most.
static constexpr size_t MaxAccesses = 64;

namespace {

class VolatileSync {
public:
  explicit VolatileSync(const Analysis &A) : A(A), W(A), Meetings(A) {}

  void find(Findings &Out) {
    for (uint32_t B = 0; B < A.program().bodies().size(); ++B) {
      A.program().trim();
      if (!A.threads().contexts(BodyId(B)).empty())
        collect(BodyId(B));
    }
    for (auto &[Key, Accesses] : ByKey) {
      A.program().trim();
      decide(Key, Accesses, Out);
    }
  }

private:
  struct Access {
    Touch What;
    bool OneObject = false;
  };

  void collect(BodyId B) {
    const facts::FunctionBody &Body = A.program().facts(B);
    auto IsVolatile = [](const Fact &F) {
      return (F.Kind == FactKind::Read || F.Kind == FactKind::Write) &&
             (F.Flags & facts::FF_Volatile) &&
             !(F.Flags & facts::FF_AtomicAccess);
    };
    if (llvm::none_of(Body.Facts, IsVolatile) || ordersBySelf(B, Body))
      return;
    const link::FunctionSymbol &F =
        A.program().function(A.program().body(B).Function);
    bool Private =
        F.has(facts::FnF_Constructor) || F.has(facts::FnF_Destructor);
    BodyView View(A.program(), A.paths(), A.graph(), A.summaries(), B);
    for (uint32_t I = 0; I < Body.Facts.size(); ++I) {
      if (!IsVolatile(Body.Facts[I]))
        continue;
      DataAccess D =
          dataAccess(A.paths(), A.keys(), View.path(Body.Facts[I].Path), B);
      if (!isShared(D, Private) || !isDeclaredSo(D.Of))
        continue;
      auto &List = ByKey[D.Of];
      if (List.size() < MaxAccesses)
        List.push_back(
            {{{B, I}, Body.Facts[I].Kind == FactKind::Write}, D.OneObject});
    }
  }

  /// A function with fences or assembly of its own knows what it does.
  bool ordersBySelf(BodyId B, const facts::FunctionBody &Body) const {
    if (llvm::any_of(Body.Facts, [](const Fact &F) {
          return F.Kind == FactKind::Unknown &&
                 F.Detail == uint32_t(facts::UnknownReason::InlineAssembly);
        }))
      return true;
    return llvm::any_of(A.graph().sites(B), [](const CallSite &S) {
      return S.has({EffectKind::AtomicFence, EffectKind::AtomicUpdate});
    });
  }

  /// Memory that others may have at the same time: not an object that is being
  /// made, nor some element of many.
  bool isShared(const DataAccess &D, bool Private) const {
    if (!D.Of)
      return false;
    if (D.OneObject)
      return true;
    for (Path P = D.Where; P; P = A.paths()[P].Parent)
      if (A.paths()[P].Kind == PathKind::ElementAny ||
          A.paths()[P].Kind == PathKind::ElementValue)
        return false;
    if (D.Of.What == LockKey::Object)
      return true;
    bool Ours = A.paths().isRoot(D.Where, PathKind::Parameter) && Private;
    return !Ours && (A.paths().isRoot(D.Where, PathKind::Parameter) ||
                     A.paths().isRoot(D.Where, PathKind::Global) ||
                     A.paths().isRoot(D.Where, PathKind::Local));
  }

  /// The declaration itself says volatile, and is no register of a device.
  bool isDeclaredSo(LockKey Key) const {
    TypeRef T = typeOf(A.program(), A.paths(), Key);
    while (T &&
           A.program().unit(T.Unit).type(T.Type).Kind == facts::TypeKind::Array)
      T.Type = A.program().unit(T.Unit).type(T.Type).Element;
    if (!T || !A.program().unit(T.Unit).type(T.Type).Volatile)
      return false;
    if (Key.What == LockKey::Variable)
      return !(A.program().variable(link::VariableSym(Key.Number)).Flags &
               (facts::VF_ThreadLocal | facts::VF_System));
    return Key.What != LockKey::Field ||
           !isDevice(A.program().field(link::FieldSym(Key.Number)).Owner);
  }

  /// A class of nothing but volatile fields lays out a device's registers.
  bool isDevice(link::RecordSym R) const {
    const link::RecordSymbol &Sym = A.program().record(R);
    const facts::TranslationUnit &Unit = A.program().unit(Sym.Unit);
    const facts::Record &Decl = Unit.record(Sym.Decl);
    return Decl.Fields.size() > 1 &&
           llvm::all_of(Decl.Fields, [&](facts::FieldId F) {
             const facts::Type *T = &Unit.type(Unit.field(F).Type);
             while (T->Kind == facts::TypeKind::Array)
               T = &Unit.type(T->Element);
             return T->Volatile;
           });
  }

  void decide(LockKey Key, llvm::ArrayRef<Access> Accesses, Findings &Out) {
    std::vector<Touch> Touches;
    for (const Access &X : Accesses)
      Touches.push_back(X.What);
    // Of two objects of one class, each thread may have its own: only threads
    // that do different things are taken to share one.
    std::optional<Encounter> E = Meetings.worst(
        Touches, [&](const Encountered &X, const Encountered &Y) {
          if (A.threads().root(X.At.Root).Handler ||
              A.threads().root(Y.At.Root).Handler)
            return false; // It is what volatile is for.
          if (Accesses[X.Touch].OneObject && Accesses[Y.Touch].OneObject)
            return true;
          return X.At.Root != Y.At.Root &&
                 !prepares(Touches[X.Touch], X.At.Root, Y.At.Root) &&
                 !prepares(Touches[Y.Touch], Y.At.Root, X.At.Root);
        });
    if (E)
      Out.push_back(
          report(Key, Touches[E->First.Touch], Touches[E->Second.Touch], *E));
  }

  /// Is \p X on the way to the start of \p Thread? Then what is started in this
  /// round gets the object after it.
  bool prepares(const Touch &X, RootId By, RootId Thread) const {
    const Root &Started = A.threads().root(Thread);
    if (Started.What != Root::Thread)
      return false;
    auto Sites = parting(A.threads(), X.At, Started.Spawn, By);
    return Sites && comesFirst(A.program(), Sites->first, Sites->second);
  }

  Finding report(LockKey Key, const Touch &First, const Touch &Second,
                 const Encounter &E) const {
    Finding F;
    findings::Place Here = W.place(First.At), There = W.place(Second.At);
    std::string Name = W.quoted(nameOf(A.program(), A.keys(), Key));
    std::string Verb = Second.Write ? "write" : "read";
    F.Where = Here;
    F.Function = W.function(First.At.Body);
    F.Key = Name;
    F.Tier = E.Doubtful ? findings::Tier::Medium : findings::Tier::High;
    F.Message = Name +
                " is volatile, which does not order threads: written "
                "here while another thread may " +
                (Here == There ? std::string("do the same")
                               : Verb + " it at " + Witness::text(There));
    W.reaches(F.Notes, First.At, E.First.At, "write");
    if (Here != There || E.First.At.Root != E.Second.At.Root)
      W.reaches(F.Notes, Second.At, E.Second.At, Verb);
    W.note(F.Notes, A.keys().declaration(Key),
           "make " + Name +
               (W.inC(First.At.Body) ? " _Atomic" : " a std::atomic") +
               " instead of volatile");
    F.Subjects = {"data " + Witness::text(Here) + " " + Witness::text(There)};
    return F;
  }

  const Analysis &A;
  Witness W;
  Encounters Meetings;
  std::map<LockKey, std::vector<Access>> ByKey;
};

void check(const Analysis &A, Findings &Out) {
  if (llvm::any_of(A.threads().roots(),
                   [](const Root &R) { return R.What == Root::Thread; }))
    VolatileSync(A).find(Out);
}

} // namespace

Rule rules::volatileSyncRule() {
  return {"volatile-sync", "A volatile variable is shared by threads",
          findings::Tier::High, false, check};
}

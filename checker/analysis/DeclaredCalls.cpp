//===-- DeclaredCalls.cpp - What calls need, take and give back -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of DeclaredFlow: attributes of the callee in the caller's terms, scoped
// objects, and callees without attributes by their summary.
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredFlow.h"
#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::AnnotationKind;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;

DeclaredFlow::States DeclaredFlow::call(uint32_t Index, State S) {
  const Fact &F = Facts.Facts[Index];
  noteCall(Index, S);
  if (F.Path && Facts.path(F.Path).Kind == PathKind::Result)
    S.forgetValues(place(F.Path));
  link::FunctionSym Callee =
      F.Callee ? Program.symbol(Unit, F.Callee) : link::FunctionSym();
  checkArguments(Index, Callee, S);
  bool Effects = false;
  for (const DeclaredEffect &E : In.Declared.effects(Callee)) {
    checkRequired(Index, Callee, E, S);
    Effects |= isTaking(E.Kind) || isGiving(E.Kind) || isTrying(E.Kind) ||
               isAsserting(E.Kind);
  }
  bool Needs = In.Declared.has(Callee, AnnotationKind::Requires) ||
               In.Declared.has(Callee, AnnotationKind::RequiresShared);
  if (Effects || scopedSelf(Index, Callee))
    return applyDeclared(Index, Callee, std::move(S));
  const CallSite *Site = In.Graph.site(Body, Index);
  if (!Site)
    return only(std::move(S));
  if (Site->Model)
    return applyModel(Index, *Site->Model, std::move(S));
  if (Needs || Site->Targets.Bodies.size() != 1 || Site->Targets.Unresolved)
    return only(std::move(S));
  return applySummary(Index, Site->Targets.Bodies[0], std::move(S));
}

/// Callees may need to know what was held here.
void DeclaredFlow::noteCall(uint32_t Index, const State &S) {
  const CallSite *Site = In.Graph.site(Body, Index);
  if (!Recording || !Site ||
      (Site->Targets.Bodies.empty() && Site->Invocations.empty()))
    return;
  for (DeclaredCall &Old : Result.Calls) {
    if (Old.Fact != Index)
      continue;
    llvm::erase_if(Old.Held, [&](Hold &H) {
      const Hold *Now = S.hold(H.Of);
      H.Shared |= Now && Now->Shared;
      return !Now;
    });
    llvm::erase_if(Old.Stores, [&](const Store &St) {
      return !llvm::is_contained(S.Stores, St);
    });
    return;
  }
  Result.Calls.push_back({Index, S.Held, S.Stores});
}

/// \p Of, in terms of the callee, in those of this function.
Path DeclaredFlow::inTermsOf(uint32_t Index, Path Of, const State &S) {
  const Fact &F = Facts.Facts[Index];
  auto Arguments = arguments(F);
  Binding B{Arguments, F.Path ? place(F.Path) : Path()};
  return capability(S, substitute(Paths, Of, B), true);
}

/// The capabilities that an attribute means; without arguments the object.
llvm::SmallVector<Path, 2>
DeclaredFlow::meant(uint32_t Index, const DeclaredEffect &E, const State &S) {
  llvm::SmallVector<Path, 2> Result;
  if (E.Of.empty()) {
    Path This = Paths.deref(Paths.root(PathKind::Parameter, 0));
    if (Path P = inTermsOf(Index, This, S); Paths.known(P))
      Result.push_back(P);
  }
  for (const Capability &C : E.Of)
    if (C.Of && !C.Negative)
      if (Path P = inTermsOf(Index, C.Of, S); Paths.known(P))
        Result.push_back(P);
  return Result;
}

void DeclaredFlow::checkRequired(uint32_t Index, link::FunctionSym Callee,
                                 const DeclaredEffect &E, const State &S) {
  bool Needs = E.Kind == AnnotationKind::Requires ||
               E.Kind == AnnotationKind::RequiresShared;
  if (!Recording || (!Needs && E.Kind != AnnotationKind::Excludes))
    return;
  for (const Capability &C : E.Of) {
    if (C.Any && Needs && S.Held.empty())
      require(Index, Callee, C, Path(), isShared(E.Kind), S);
    if (!C.Of)
      continue;
    Path Of = inTermsOf(Index, C.Of, S);
    if (!Paths.known(Of))
      continue;
    if (Needs != C.Negative)
      require(Index, Callee, C, Of, isShared(E.Kind), S);
    else
      exclude(Index, Callee, C, Of, S);
  }
}

/// An issue of what a call needs or must not find.
static DeclaredIssue atCall(DeclaredIssue::Kind What, uint32_t Call,
                            link::FunctionSym Callee, const Capability &C,
                            Path Of) {
  DeclaredIssue I;
  I.What = What;
  I.Of = Of;
  I.Written = C.Written;
  I.At = Call;
  I.Callee = Callee;
  return I;
}

void DeclaredFlow::require(uint32_t Index, link::FunctionSym Callee,
                           const Capability &C, Path Of, bool Shared,
                           const State &S) {
  const Hold *H = Of ? S.hold(Of) : nullptr;
  if (S.holdsAll(!Shared) || (H && (Shared || !H->Shared)) || (Of && isOwn(Of)))
    return;
  if (!H && S.Vague && Of && Paths.isRoot(Of, PathKind::Local))
    return;
  DeclaredIssue I =
      atCall(DeclaredIssue::RequiresNotHeld, Index, Callee, C, Of);
  I.NeedsExclusive = !Shared;
  I.Shared = H;
  if (H)
    I.First = H->At;
  I.ByCaller = Of && !H && !S.touched(Of);
  noteIssue(std::move(I));
}

void DeclaredFlow::exclude(uint32_t Index, link::FunctionSym Callee,
                           const Capability &C, Path Of, const State &S) {
  const Hold *H = S.hold(Of);
  if (!H || H->From == Hold::Tried)
    return;
  DeclaredIssue I = atCall(DeclaredIssue::ExcludesHeld, Index, Callee, C, Of);
  I.First = H->At;
  noteIssue(std::move(I));
}

DeclaredFlow::States
DeclaredFlow::applyDeclared(uint32_t Index, link::FunctionSym Callee, State S) {
  const Fact &F = Facts.Facts[Index];
  auto Effects = In.Declared.effects(Callee);
  // A method of an object that is known to look after something.
  if (F.Kind != FactKind::Construct && F.OperandCount) {
    Path This = Paths.deref(Paths.root(PathKind::Parameter, 0));
    Path Object = inTermsOf(Index, This, S);
    if (Program.function(Callee).has(facts::FnF_Method) ||
        F.Kind == FactKind::Destroy)
      if (S.scope(Object)) {
        if (F.Kind == FactKind::Destroy) {
          if (llvm::any_of(Effects, [](auto &E) { return isGiving(E.Kind); }))
            scopeDies(Index, Object, S);
          return only(std::move(S));
        }
        States Now = only(std::move(S));
        for (const DeclaredEffect &E : Effects) {
          States Next;
          for (State &T : Now)
            for (State &U : scopeMethod(Index, Object, E, std::move(T)))
              Next.push_back(std::move(U));
          Now = std::move(Next);
        }
        return Now;
      }
  }
  if (auto Self = scopedSelf(Index, Callee)) {
    manage(Index, *Self, Callee, S);
    return only(std::move(S));
  }
  // What is given back first: locks are promoted and demoted.
  for (const DeclaredEffect &E : Effects)
    if (isGiving(E.Kind))
      for (Path Of : meant(Index, E, S))
        giveBack(Index, Of, modeOf(E.Kind), S, true);
  for (const DeclaredEffect &E : Effects)
    for (const Capability &C : E.Of)
      if (C.Scope && C.Of)
        handOver(Index, E, C, S);
  for (const DeclaredEffect &E : Effects) {
    wildcard(E, S);
    if (!isTaking(E.Kind) && !isAsserting(E.Kind))
      continue;
    for (Path Of : meant(Index, E, S)) {
      Hold H;
      H.Of = Of;
      H.Shared = isShared(E.Kind);
      H.Declared = true;
      if (isAsserting(E.Kind)) {
        H.From = Hold::Asserted;
        H.At = {Body, Index};
        if (Hold *Old = S.hold(Of))
          Old->Shared &= H.Shared;
        else
          S.add(H);
      } else {
        take(Index, H, S, true);
      }
    }
  }
  States Now = only(std::move(S));
  for (const DeclaredEffect &E : Effects)
    if (isTrying(E.Kind) && F.Path) {
      States Next;
      for (State &T : Now) {
        auto Of = meant(Index, E, T);
        for (State &U :
             tryTake(Index, Of, isShared(E.Kind), Value::load(place(F.Path)),
                     E.Success, std::move(T), true))
          Next.push_back(std::move(U));
      }
      Now = std::move(Next);
    }
  return Now;
}

/// "*" stands for all capabilities.
void DeclaredFlow::wildcard(const DeclaredEffect &E, State &S) const {
  if (llvm::none_of(E.Of, [](const Capability &C) { return C.Any; }))
    return;
  if (isGiving(E.Kind))
    S.Everything = State::Nothing;
  if (isTaking(E.Kind) || isAsserting(E.Kind))
    S.Everything = isShared(E.Kind) ? State::Reading : State::Writing;
}

bool DeclaredFlow::isCapabilityObject(Path Of) const {
  TypeRef T = typeOf(Program, Paths, Of, Body);
  return T && Program.unit(T.Unit).type(T.Type).Kind == facts::TypeKind::Record;
}

/// `(a ? m1 : m2).lock()`: what a temporary refers to has no name that another
/// mention has, too.
bool DeclaredFlow::isPassing(Path Of) const {
  const ProgramPath &Root = Paths.rootOf(Of);
  return Root.Kind == PathKind::Local && Root.Version == Body.Index &&
         (Facts.Locals[Root.Number].Flags & facts::LF_Temporary) &&
         !Facts.Locals[Root.Number].Name && Paths[Of].Length == 0 &&
         !isCapabilityObject(Of);
}

/// May one thread take it again?
bool DeclaredFlow::isReentrant(Path Of) const {
  link::RecordSym R = classOf(Of);
  if (!R)
    return false;
  if (In.Declared.isReentrant(R))
    return true;
  const models::TypeModel *M = Program.record(R).Model;
  return M && M->Recursive;
}

void DeclaredFlow::take(uint32_t Index, Hold H, State &S, bool Checked) {
  if (isPassing(H.Of))
    return;
  H.At = {Body, Index};
  if (Hold *Old = S.hold(H.Of)) {
    if (isReentrant(H.Of)) {
      Old->Count = std::min(Old->Count + 1, 8);
      return;
    }
    if (Old->From == Hold::Tried && Old->At == H.At)
      return;
    if (Checked && H.Declared && !Unjudged) {
      DeclaredIssue I;
      I.What = DeclaredIssue::TakenTwice;
      I.Of = H.Of;
      I.At = Index;
      I.First = Old->At;
      I.Shared = Old->Shared;
      noteIssue(std::move(I));
    }
    return;
  }
  S.add(std::move(H));
}

void DeclaredFlow::giveBack(uint32_t Index, Path Of, Mode Back, State &S,
                            bool Checked) {
  if (isPassing(Of))
    return;
  Hold *H = S.hold(Of);
  if (!H) {
    if (Checked && !Unjudged && S.Everything == State::Nothing &&
        !(S.Vague && Paths.isRoot(Of, PathKind::Local))) {
      DeclaredIssue I;
      I.What = DeclaredIssue::NotHeld;
      I.Of = Of;
      I.At = Index;
      noteIssue(std::move(I));
    }
    S.touch(Of);
    support::insertSorted(S.GivenBack, Of);
    return;
  }
  if (Checked && !Unjudged && Back != Mode::Any &&
      H->Shared != (Back == Mode::Shared)) {
    DeclaredIssue I;
    I.What = DeclaredIssue::WrongMode;
    I.Of = Of;
    I.At = Index;
    I.First = H->At;
    I.Shared = H->Shared;
    noteIssue(std::move(I));
  }
  if (H->Count > 1) {
    --H->Count;
    return;
  }
  S.remove(Of);
  S.touch(Of);
}

DeclaredFlow::States DeclaredFlow::tryTake(uint32_t Index,
                                           llvm::ArrayRef<Path> Of, bool Shared,
                                           Value Result, bool Success, State S,
                                           bool Declared) {
  States Both;
  for (bool Worked : {true, false}) {
    State T = Worked ? S : std::move(S);
    T.learn(Result, Worked == Success);
    for (Path P : Of)
      if (Worked) {
        Hold H;
        H.Of = P;
        H.Shared = Shared;
        H.From = Hold::Tried;
        H.Declared = Declared;
        H.Result = Result;
        take(Index, H, T, true);
      }
    Both.push_back(std::move(T));
  }
  return Both;
}

/// A callee without attributes, as far as its own flow tells.
DeclaredFlow::States DeclaredFlow::applySummary(uint32_t Index, BodyId Callee,
                                                State S) {
  const DeclaredSummary &Sum = In.Known[Callee.Index];
  if (Sum.inert())
    return only(std::move(S));
  const Fact &F = Facts.Facts[Index];
  auto Arguments = arguments(F);
  Binding B{Arguments, F.Path ? place(F.Path) : Path()};
  auto Mine = [&](Path P, const State &In) {
    return capability(In, substitute(Paths, P, B), true);
  };
  for (const Store &St : Sum.Stores) {
    Path Where = resolve(S, substitute(Paths, St.Where, B), true);
    Value What = resolve(S, substitute(Paths, St.What, B), true);
    if (Paths.definite(Where) && What.hasPath())
      S.store({Where, What, 0});
  }
  if (Sum.Outcomes.empty())
    return only(std::move(S));
  States After;
  for (const DeclaredOutcome &O : Sum.Outcomes) {
    State T = S;
    if (O.Result && F.Path)
      T.learn(Value::load(place(F.Path)), *O.Result);
    for (Path P : O.GivenBack)
      if (Path Of = Mine(P, T); Paths.known(Of))
        giveBack(Index, Of, Mode::Any, T, false);
    for (Hold H : O.Taken) {
      H.Of = Mine(H.Of, T);
      if (Paths.known(H.Of))
        take(Index, H, T, false);
    }
    for (ScopedObject Scope : O.Scopes) {
      Scope.Object = resolve(T, substitute(Paths, Scope.Object, B), true);
      for (Managing &M : Scope.Of)
        M.Of = Mine(M.Of, T);
      if (Paths.known(Scope.Object))
        T.setScope(std::move(Scope));
    }
    After.push_back(std::move(T));
  }
  return After;
}

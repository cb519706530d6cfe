//===-- CountedHandles.cpp - Who changes a plain count, and when ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/CountedHandles.h"

#include "analysis/Analysis.h"

#include "llvm/ADT/IntEqClasses.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;
using facts::PathKind;

/// Callers that are asked what they pass, and how far up.
static constexpr size_t MaxCallers = 8;
static constexpr unsigned MaxDepth = 4;

/// The class whose member function a fact calls.
static link::RecordSym classCalled(const link::Program &Program, BodyId B,
                                   const facts::Fact &F) {
  const link::UnitId Unit = Program.body(B).Unit;
  facts::RecordId Owner = F.Callee ? Program.unit(Unit).function(F.Callee).Owner
                                   : facts::RecordId();
  return Owner ? Program.symbol(Unit, Owner) : link::RecordSym();
}

static std::optional<HandleChange> changeAt(const link::Program &Program,
                                            BodyId B, uint32_t Fact) {
  const facts::FunctionBody &Body = Program.facts(B);
  const facts::Fact &F = Body.Facts[Fact];
  const facts::TranslationUnit &Unit = Program.unit(Program.body(B).Unit);
  auto Operands = Body.operands(F);
  HandleChange C;
  C.At = {B, Fact};
  if (copies(Program, B, F)) {
    if (Operands[1].hasPath())
      C.Of = Operands[1].path();
    return C;
  }
  if (Operands.empty() || !Operands[0].hasPath())
    return std::nullopt;
  C.Of = Operands[0].path();
  if (F.Kind == FactKind::Destroy) {
    C.What = HandleChange::Drop;
    return C;
  }
  const facts::Function &Callee = Unit.function(F.Callee);
  if (F.Kind != FactKind::Call || !(Callee.Flags & facts::FnF_Method) ||
      (Callee.Flags & facts::FnF_Const))
    return std::nullopt;
  C.What = HandleChange::Assign;
  return C;
}

/// The class of the handles that an object of \p R is, or has inside.
link::RecordSym CountedHandles::handleOf(link::RecordSym R) const {
  VerdictReason Why = A.sendability().reason(R, ThreadTrait::Send);
  return Why.Ends == Cause::PlainCount && !throughPointer(A.program(), Why)
             ? Why.Culprit
             : link::RecordSym();
}

/// Does the call change a count by itself? Of functions that the program has
/// written, what is in them tells; what a library's container does besides
/// copying and dropping, nobody knows.
static bool tells(const link::Program &Program, BodyId B, const HandleChange &C,
                  link::RecordSym Called, link::RecordSym Handle) {
  const facts::TranslationUnit &Unit = Program.unit(Program.body(B).Unit);
  const facts::Fact &F = Program.facts(B).Facts[C.At.Fact];
  if (Program.record(Called).Flags & facts::RF_Lambda)
    return false; // What it has captured was moved on, with it.
  return Called == Handle ||
         (Unit.function(F.Callee).Flags & facts::FnF_Implicit) ||
         ((Program.record(Called).Flags & facts::RF_System) &&
          C.What != HandleChange::Assign);
}

/// One pass over the program, when the first handle has crossed a thread. What
/// the compiler has written counts where it is called.
void CountedHandles::collect() {
  Collected = true;
  const link::Program &Program = A.program();
  llvm::DenseMap<link::RecordSym, link::RecordSym> Known;
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    if (Program.function(Program.body(BodyId(B)).Function)
            .has(facts::FnF_Implicit))
      continue;
    const facts::FunctionBody &Body = Program.facts(BodyId(B));
    for (uint32_t F = 0; F < Body.Facts.size(); ++F) {
      link::RecordSym R = classCalled(Program, BodyId(B), Body.Facts[F]);
      if (!R)
        continue;
      auto [It, New] = Known.try_emplace(R);
      if (New)
        It->second = handleOf(R);
      std::optional<HandleChange> C =
          It->second ? changeAt(Program, BodyId(B), F) : std::nullopt;
      if (C && tells(Program, BodyId(B), *C, R, It->second))
        Changes[It->second].push_back(*C);
    }
  }
}

/// Was \p Handle, of \p B, made from another one that is still there, or
/// another one from it? Errs to no.
bool CountedHandles::mayBeShared(BodyId B, facts::PathId Handle,
                                 unsigned Depth) {
  if (!Handle || Depth > MaxDepth)
    return false;
  const link::Program &Program = A.program();
  const facts::FunctionBody &Body = Program.facts(B);
  const facts::TranslationUnit &Unit = Program.unit(Program.body(B).Unit);
  facts::PathId MovedFrom;
  for (const facts::Fact &F : Body.Facts) {
    if (F.Kind != FactKind::Construct || F.OperandCount < 2)
      continue;
    const facts::Operand &Source = Body.operands(F)[1];
    if (!Source.hasPath() ||
        !(Unit.function(F.Callee).Flags & facts::FnF_MoveOrCopy) ||
        A.sendability()
                .judge(classCalled(Program, B, F), ThreadTrait::Send)
                .Is != Verdict::No)
      continue;
    bool Made = overlap(Body, F.Path, Handle);
    if (copies(Program, B, F) && (Made || overlap(Body, Source.path(), Handle)))
      return true;
    if (Made && !overlap(Body, Source.path(), Handle))
      MovedFrom = Source.path();
  }
  if (MovedFrom)
    return mayBeShared(B, MovedFrom, Depth + 1);
  const facts::PathNode &Root = Body.path(Body.root(Handle));
  return Root.Kind == PathKind::Parameter &&
         mayBeSharedByCallers(B, Root.Number, Depth);
}

bool CountedHandles::mayBeSharedByCallers(BodyId B, unsigned Parameter,
                                          unsigned Depth) {
  auto Callers = A.graph().callers(B);
  if (Callers.size() > MaxCallers)
    return false;
  return llvm::any_of(Callers, [&](const CallGraph::Caller &C) {
    const facts::FunctionBody &Body = A.program().facts(C.Body);
    auto Operands = Body.operands(Body.Facts[C.Fact]);
    return Parameter < Operands.size() && Operands[Parameter].hasPath() &&
           mayBeShared(C.Body, Operands[Parameter].path(), Depth + 1);
  });
}

/// Within the function that hands a handle over: can the two be of one pointee?
/// Locals that are never used together are not.
bool CountedHandles::related(const Crossed &C,
                             const HandleChange &Change) const {
  if (Change.At.Body != C.Made.Body || !C.From || !Change.Of)
    return true;
  const facts::FunctionBody &Body = A.program().facts(C.Made.Body);
  auto isOwn = [&](facts::PathId Root) {
    return Body.path(Root).Kind == PathKind::Local;
  };
  facts::PathId From = Body.root(C.From), Of = Body.root(Change.Of);
  if (!isOwn(From) || !isOwn(Of))
    return true;
  llvm::IntEqClasses Groups(Body.Paths.size());
  for (const facts::Fact &F : Body.Facts) {
    facts::PathId First = F.Path ? Body.root(F.Path) : facts::PathId();
    for (const facts::Operand &O : Body.operands(F)) {
      if (!O.hasPath())
        continue;
      facts::PathId Root = Body.root(O.path());
      if (First)
        Groups.join(First.Index, Root.Index);
      First = Root;
    }
  }
  return Groups.findLeader(From.Index) == Groups.findLeader(Of.Index);
}

/// As every root gets there; also the outside of a library, which has started
/// the thread itself.
std::vector<Point> CountedHandles::points(Site S) {
  std::vector<Point> All = Meetings.points(S);
  if (!A.threads().doomed(S))
    for (Point &P :
         A.threads().pointsInFull(S.Body, A.result(S.Body).point(S.Fact)))
      if (A.threads().root(P.Root).What == Root::Library && !P.Running.empty())
        All.push_back(std::move(P));
  return All;
}

/// Where one place starts a thread in every round: is what they get the same in
/// all rounds, and not an element, or made anew?
bool CountedHandles::sameEachTime(const Crossed &C) const {
  const facts::FunctionBody &Body = A.program().facts(C.Made.Body);
  facts::PathId Root = C.From;
  for (; Root && Body.path(Root).Parent; Root = Body.path(Root).Parent) {
    const facts::PathNode &Step = Body.path(Root);
    bool Moves = Step.Kind == PathKind::Deref &&
                 Body.path(Step.Parent).Kind == PathKind::Local;
    if (isElementStep(Step.Kind) || Moves)
      return false;
  }
  if (!Root || Body.path(Root).Kind == PathKind::Result)
    return false;
  Site Start = A.threads().root(C.To).Spawn;
  for (uint32_t F = 0; F < Body.Facts.size(); ++F)
    if (Body.Facts[F].Path == Root && Body.Facts[F].Kind != FactKind::Destroy)
      if (const PointState *S = A.result(C.Made.Body).point(F))
        if (llvm::any_of(S->Threads,
                         [&](const Running &R) { return R.Spawn == Start; }))
          return false;
  return true;
}

bool CountedHandles::meanwhile(const HandleChange &Change, const Crossed &C) {
  Touch There{Change.At, true}, Here{{C.Runs, 0}, true};
  // What the giver does after it has handed over, no hand-over puts before.
  bool After = Change.At.Body == C.At.Body && Change.At != C.At &&
               comesFirst(A.program(), C.At, Change.At);
  // Is there one callable that several threads run?
  const SpawnPoint *Start = A.threads().root(C.To).Point;
  bool Own = Start && Start->startsSeveral();
  for (Point &Q : A.threads().pointsInFull(C.Runs, nullptr)) {
    if (Q.Root != C.To)
      continue;
    if (After)
      Q.Observed.clear();
    for (const Point &P : points(Change.At))
      if ((P.Root != C.To || Own) &&
          Meetings.judge(There, P, Here, Q) == Apart::Nothing)
        return true;
  }
  return false;
}

/// Where what was handed over by reference is copied or assigned by the
/// function that the thread runs with it.
std::optional<HandleChange> CountedHandles::changeByThread(const Crossed &C) {
  const facts::FunctionBody &Body = A.program().facts(C.Runs);
  const link::UnitId Unit = A.program().body(C.Runs).Unit;
  for (const HandleChange &Change : Changes[C.Why.Culprit]) {
    if (Change.At.Body != C.Runs || !Change.Of)
      continue;
    for (facts::PathId P = Change.Of; P; P = Body.path(P).Parent)
      if (C.Capture && Body.path(P).Kind == PathKind::Field &&
          A.program().symbol(Unit, facts::FieldId(Body.path(P).Number)) ==
              C.Capture)
        return Change;
  }
  return std::nullopt;
}

/// The member that \p P of \p B is.
static link::FieldSym memberOf(const link::Program &Program, BodyId B,
                               facts::PathId P) {
  const facts::FunctionBody &Body = Program.facts(B);
  if (!P || Body.path(P).Kind != PathKind::Field)
    return {};
  return Program.symbol(Program.body(B).Unit,
                        facts::FieldId(Body.path(P).Number));
}

/// Of what the thread has by reference: the variable, where it was captured; or
/// the member that the thread changes, in whatever object.
bool CountedHandles::refersToSame(const Crossed &C,
                                  const HandleChange &Change) {
  const link::Program &Program = A.program();
  bool Object =
      C.Capture && (Program.field(C.Capture).Flags & facts::FdF_CaptureThis);
  if (!Object && Change.At.Body == C.Made.Body && C.From && Change.Of) {
    const facts::FunctionBody &Body = Program.facts(C.Made.Body);
    if (Body.root(C.From) == Body.root(Change.Of))
      return true;
  }
  std::optional<HandleChange> Theirs = changeByThread(C);
  link::FieldSym Member = memberOf(Program, Change.At.Body, Change.Of);
  return Theirs && Member &&
         Member == memberOf(Program, Theirs->At.Body, Theirs->Of);
}

bool CountedHandles::mayBeOfSame(const Crossed &C, const HandleChange &Change) {
  const link::FunctionSymbol &F =
      A.program().function(A.program().body(Change.At.Body).Function);
  // What the closure's own members do is done by whoever has it.
  if (C.Closure && F.Owner == C.Closure && !F.has(facts::FnF_LambdaCall))
    return false;
  if (Change.At == C.Made)
    return sameEachTime(C);
  if (C.How == Crossed::Referred)
    return refersToSame(C, Change);
  // What was moved is empty; so is what a caller made for a parameter.
  bool Empty =
      C.How == Crossed::Moved && Change.What == HandleChange::Drop &&
      (Change.At.Body == C.Made.Body
           ? Change.Of == C.From
           : (A.program().facts(Change.At.Body).Facts[Change.At.Fact].Flags &
              facts::FF_Temporary) != 0);
  return !Empty && related(C, Change);
}

std::optional<HandleChange> CountedHandles::rival(const Crossed &C) {
  if (!Collected)
    collect();
  bool Shared =
      C.How == Crossed::Copied ||
      (C.How == Crossed::Referred && changeByThread(C)) ||
      (C.How == Crossed::Moved && mayBeShared(C.Made.Body, C.From, 0));
  if (!Shared)
    return std::nullopt;
  std::vector<HandleChange> All = Changes[C.Why.Culprit];
  if (C.How == Crossed::Copied && !C.Capture) // The call makes the copy.
    All.push_back({HandleChange::Copy, C.Made, C.From});
  for (bool Near : {true, false}) // In the same function it tells most.
    for (const HandleChange &Change : All) {
      A.program().trim();
      if ((Change.At.Body == C.Made.Body) == Near && mayBeOfSame(C, Change))
        if (meanwhile(Change, C))
          return Change;
    }
  return std::nullopt;
}

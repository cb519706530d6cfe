//===-- OutlivedBorrows.cpp - What dies before the threads that use it ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/OutlivedBorrows.h"

#include "analysis/Destruction.h"
#include "analysis/FlowOrder.h"
#include "analysis/HandleEnds.h"
#include "analysis/JoinlessPaths.h"
#include "analysis/QueuedBorrows.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;
using models::EffectKind;

/// Callers that are asked for what they pass by reference.
static constexpr unsigned MaxDepth = 4;
static constexpr size_t MaxCallers = 16;

OutlivedBorrows::OutlivedBorrows(const link::Program &Program,
                                 const models::Catalogue &Models,
                                 PathTable &Paths, const CallGraph &Graph,
                                 const std::vector<Summary> &Summaries,
                                 const std::vector<FunctionResult> &Results,
                                 const ThreadRoots &Roots,
                                 const MemberThreads &Members,
                                 const UnjoinedThreads &Unjoined)
    : Program(Program), Models(Models), Paths(Paths), Graph(Graph),
      Summaries(Summaries), Results(Results), Roots(Roots), Members(Members),
      Unjoined(Unjoined) {
  ThreadBorrows Borrows(Program, Paths, Graph, Summaries, Roots);
  for (const ThreadBorrow &B : Borrows.all())
    if (B.Object)
      Deaths[B.Object];
  findDeaths();
  MemberOrder Order(Program, Models, Paths, Graph, Summaries, Results, Roots,
                    Members);
  for (const ThreadBorrow &B : Borrows.all()) {
    Program.trim();
    if (B.Object) {
      lookAtObject(B);
      addMisplaced(Order.of(B));
    } else if (Paths[B.Of].Parent)
      lookAtCallers(B, B.At.Body, Paths[Paths[B.Of].Root].Number, 0);
    else
      lookAtVariable(B, B.At.Body, B.Of);
  }
  addQueued();
}

void OutlivedBorrows::addQueued() {
  for (const QueuedBorrow &Q :
       queuedBorrows(Program, Paths, Graph, Summaries, Roots)) {
    OutlivedBorrow O;
    O.Of = {Q.Thread, Q.At, Q.Variable, {}};
    O.Dies = Q.Dies;
    O.Variable = Q.Variable;
    O.Queued = true;
    Found.push_back(O);
  }
}

void OutlivedBorrows::addMisplaced(std::optional<MisplacedMember> M) {
  if (M && llvm::none_of(Misplaced, [&](const MisplacedMember &Old) {
        return Old.Handle == M->Handle;
      }))
    Misplaced.push_back(*M);
}

/// The thread has a handle whose death ends the program: that is told.
bool OutlivedBorrows::told(const ThreadBorrow &B) const {
  Site Spawn = Roots.root(B.Thread).Spawn;
  return llvm::any_of(
             Unjoined.found(),
             [&](const UnjoinedThread &U) { return U.Spawn == Spawn; }) ||
         llvm::any_of(Found, [&](const OutlivedBorrow &O) {
           return O.Of.Thread == B.Thread && O.Of.Object == B.Object &&
                  (B.Object || O.Of.Of == B.Of);
         });
}

/// The thread that \p Spawn starts, if it may run at \p At as the function
/// itself knows.
const Running *OutlivedBorrows::runningAt(Site At, Site Spawn) const {
  const PointState *S = Results[At.Body.Index].point(At.Fact);
  if (!S)
    return nullptr;
  auto It = llvm::find_if(S->Threads,
                          [&](const Running &R) { return R.Spawn == Spawn; });
  return It == S->Threads.end() ? nullptr : &*It;
}

/// The same, as the callers know it, too.
bool OutlivedBorrows::mayRunAt(Site At, Site Spawn) const {
  const PointState *S = Results[At.Body.Index].point(At.Fact);
  return llvm::any_of(Roots.points(At.Body, S), [&](const Point &P) {
    return llvm::is_contained(P.Running, Spawn);
  });
}

/// Has \p In, from \p From on, observed something that thread \p T publishes?
bool OutlivedBorrows::observes(RootId T, BodyId In, uint32_t From) const {
  Point OfThread;
  OfThread.Root = T;
  for (const PointState &S : Results[In.Index].Points) {
    if (S.Last < From || S.Observed.empty())
      continue;
    for (const Point &P : Roots.pointsInFull(In, &S))
      if (P.Root != T && Roots.handedOver(OfThread, P))
        return true;
  }
  return false;
}

Site OutlivedBorrows::detachOf(RootId T) const {
  Site Spawn = Roots.root(T).Spawn;
  for (const CallSite &S : Graph.sites(Spawn.Body))
    if (S.has({EffectKind::Detach}))
      return {Spawn.Body, S.Fact};
  return {};
}

/// What dies at \p At dies when main ends, and with it all threads.
bool OutlivedBorrows::endsWithMain(Site At) const {
  bool Main = false;
  for (unsigned P = 0; P < Program.programCount(); ++P)
    Main |= !Program.isLibrary(P) && Program.mainOf(P) == At.Body;
  if (!Main)
    return false;
  const facts::FunctionBody &Facts = Program.facts(At.Body);
  if (At.Fact >= Facts.Facts.size())
    return true;
  std::vector<uint32_t> Work{blockOf(Facts, At.Fact)};
  llvm::BitVector Seen(Facts.Blocks.size());
  uint32_t From = At.Fact + 1;
  while (!Work.empty()) {
    const facts::Block &B = Facts.Blocks[Work.back()];
    Work.pop_back();
    for (uint32_t I = std::max(From, B.FirstFact);
         I < B.FirstFact + B.FactCount; ++I)
      if (Facts.Facts[I].Kind == FactKind::Call)
        return false;
    From = 0;
    for (facts::BlockId S : B.Successors)
      if (!Seen.test(S.Index)) {
        Seen.set(S.Index);
        Work.push_back(S.Index);
      }
  }
  return true;
}

// Variables ------------------------------------------------------------------

/// Is the local \p Number declared in the loop, so that each round has another?
/// The loop is all that touches it, and begins before it is declared.
static bool declaredIn(const facts::FunctionBody &Facts, uint32_t Number,
                       llvm::ArrayRef<uint32_t> Loop, uint32_t Head) {
  const facts::Block &First = Facts.Blocks[Head];
  if (!First.FactCount)
    return false;
  const facts::Location Begins = Facts.Facts[First.FirstFact].Loc;
  const facts::Location Declared = Facts.Locals[Number].Loc;
  if (Declared.File != Begins.File || Declared < Begins)
    return false;
  auto Is = [&](facts::PathId P) {
    const facts::PathNode &Root = Facts.path(Facts.root(P));
    return Root.Kind == PathKind::Local && Root.Number == Number;
  };
  for (uint32_t B = 0; B < Facts.Blocks.size(); ++B)
    if (!llvm::is_contained(Loop, B))
      for (const facts::Fact &F : Facts.facts(Facts.Blocks[B]))
        if ((F.Path && Is(F.Path)) ||
            llvm::any_of(Facts.operands(F), [&](const facts::Operand &O) {
              return O.hasPath() && Is(O.path());
            }))
          return false;
  return true;
}

/// Where a round of the loop ends that has declared \p Variable and started the
/// thread, which may still run when the next round starts one. None: there is
/// no such loop.
Site OutlivedBorrows::endOfRound(BodyId In, Path Variable, Site Spawn) const {
  const ProgramPath &N = Paths[Variable];
  if (Spawn.Body != In || N.Kind != PathKind::Local || N.Version != In.Index ||
      !runningAt(Spawn, Spawn))
    return {};
  const facts::FunctionBody &Facts = Program.facts(In);
  FlowOrder Order(Facts);
  std::optional<uint32_t> Head =
      Order.innermostLoop(blockOf(Facts, Spawn.Fact));
  if (!Head)
    return {};
  std::vector<uint32_t> Loop = Order.loopBlocks(*Head);
  if (!declaredIn(Facts, N.Number, Loop, *Head))
    return {};
  for (uint32_t B : Loop) {
    const facts::Block &Last = Facts.Blocks[B];
    if (Last.FactCount &&
        llvm::is_contained(Last.Successors, facts::BlockId(*Head)))
      return {In, Last.FirstFact + Last.FactCount - 1};
  }
  return {};
}

/// Where \p Variable of \p In may die while the thread of \p Spawn runs.
Site OutlivedBorrows::endOfVariable(BodyId In, Path Variable,
                                    Site Spawn) const {
  BodyView View(Program, Paths, Graph, Summaries, In);
  const facts::FunctionBody &Facts = View.facts();
  Site AtReturn;
  bool Destroyed = false;
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const facts::Fact &F = Facts.Facts[I];
    bool Dies =
        F.Kind == FactKind::Destroy && F.Path && View.path(F.Path) == Variable;
    Destroyed |= Dies;
    if ((Dies || F.Kind == FactKind::Return) && runningAt({In, I}, Spawn)) {
      if (Dies)
        return {In, I};
      AtReturn = {In, I};
    }
  }
  if (Destroyed)
    return {};
  if (Site End = endOfRound(In, Variable, Spawn))
    return End;
  // It falls off the end.
  Site End{In, uint32_t(Facts.Facts.size())};
  return AtReturn || !runningAt(End, Spawn) ? AtReturn : End;
}

void OutlivedBorrows::lookAtVariable(const ThreadBorrow &B, BodyId In,
                                     Path Variable) {
  if (told(B))
    return;
  Site Spawn = Roots.root(B.Thread).Spawn;
  Site Dies = endOfVariable(In, Variable, Spawn);
  if (!Dies || observes(B.Thread, In, 0))
    return;
  const Running *R = runningAt(Dies, Spawn);
  BodyView View(Program, Paths, Graph, Summaries, In);
  for (const Running &H : Results[In.Index].Handles) {
    if (H.Spawn != Spawn || !Paths.known(H.Handle))
      continue;
    HandleEnds Ends = handleEnds(Program, Paths, Graph, Summaries, View,
                                 findWalkers(View, Paths), H.Handle);
    if (Ends.OutOfSight)
      return;
    if (R && Paths.known(R->Handle) && Spawn.Body == In &&
        Dies != endOfRound(In, Variable, Spawn) &&
        JoinlessPaths(View.facts())
            .dependsOnStart(Spawn.Fact, Ends.Facts, Dies.Fact))
      return;
  }
  OutlivedBorrow O;
  O.Of = B;
  O.Dies = Dies;
  O.Variable = Variable;
  O.Detached = detachOf(B.Thread);
  O.Doubtful = endsWithMain(Dies);
  Found.push_back(O);
}

/// What \p In is passed for its parameter \p Number, by reference or pointer.
void OutlivedBorrows::lookAtCallers(const ThreadBorrow &B, BodyId In,
                                    uint32_t Number, unsigned Depth) {
  auto Callers = Graph.callers(In);
  if (Depth >= MaxDepth || Callers.size() > MaxCallers)
    return;
  for (const CallGraph::Caller &C : Callers) {
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    if (Number >= Arguments.size() || !Arguments[Number].hasPath() ||
        !Paths.known(Arguments[Number].path()))
      continue;
    Value V = Arguments[Number];
    Path Root = Paths[V.path()].Root;
    bool Pointer =
        V.Kind == facts::OperandKind::Load || V.path() == Paths.deref(Root);
    bool Parameter = Paths[Root].Kind == PathKind::Parameter;
    if (Pointer && Parameter)
      lookAtCallers(B, C.Body, Paths[Root].Number, Depth + 1);
    else if (V.Kind == facts::OperandKind::Address && V.path() == Root &&
             (Parameter || Paths[Root].Kind == PathKind::Local))
      lookAtVariable(B, C.Body, Root);
  }
}

// Objects --------------------------------------------------------------------

/// Where objects of the classes of Deaths are destroyed by name, or by a
/// container or owning pointer that is.
void OutlivedBorrows::findDeaths() {
  if (Deaths.empty())
    return;
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    BodyId B(I);
    for (const CallSite &S : Graph.sites(B)) {
      if (S.Targets.Named &&
          Program.function(S.Targets.Named).has(facts::FnF_Destructor)) {
        if (auto It = Deaths.find(Program.function(S.Targets.Named).Owner);
            It != Deaths.end())
          It->second.push_back({B, S.Fact});
      }
      if (!S.Model)
        continue;
      const facts::Fact &F = Program.facts(B).Facts[S.Fact];
      for (const models::Effect &E : S.Model->Effects)
        if (E.Kind == EffectKind::Destroys && F.Kind == FactKind::Destroy)
          if (auto It = Deaths.find(
                  destroyedBy(Program, Models, E,
                              classOf(Program, typeOf(Program, B, F.Path)))
                      .Class);
              It != Deaths.end())
            It->second.push_back({B, S.Fact});
    }
    Program.trim();
  }
}

/// The members that are handles of the thread of \p B.
std::set<link::FieldSym>
OutlivedBorrows::handleMembers(const ThreadBorrow &B) const {
  Site Spawn = Roots.root(B.Thread).Spawn;
  std::set<link::FieldSym> Result;
  for (const FunctionResult *R :
       {&Results[Spawn.Body.Index], &Results[B.At.Body.Index]})
    for (const Running &H : R->Handles)
      if (link::FieldSym F = Members.fieldOf(H.Handle); F && H.Spawn == Spawn)
        Result.insert(F);
  return Result;
}

/// Where the destructor lets the thread go for good, and does nothing else to
/// it. None: it does not.
Site OutlivedBorrows::detachedByDestructor(const ThreadBorrow &B,
                                           link::FunctionSym D) const {
  Site Result;
  for (BodyId Body : Program.function(D).Bodies)
    for (link::FieldSym F : handleMembers(B))
      for (Site S : Members.ends(F)) {
        if (S.Body != Body)
          continue;
        const CallSite *Call = Graph.site(S.Body, S.Fact);
        if (!Call || !Call->has({EffectKind::Detach}) ||
            observes(B.Thread, Body, 0))
          return {};
        Result = S;
      }
  return Result;
}

/// Does the destructor join the thread, or wait for something that it tells?
bool OutlivedBorrows::destructorWaits(const ThreadBorrow &B,
                                      link::FunctionSym D) const {
  for (BodyId Body : Program.function(D).Bodies) {
    if (observes(B.Thread, Body, 0))
      return true;
    if (llvm::any_of(handleMembers(B), [&](link::FieldSym F) {
          return Members.mayEndIn(Body, F);
        }))
      return true;
  }
  return false;
}

void OutlivedBorrows::lookAtObject(const ThreadBorrow &B) {
  Site Spawn = Roots.root(B.Thread).Spawn;
  // Handles of classes join, or must have been joined, when they die.
  bool Outlives =
      llvm::any_of(Summaries[B.At.Body.Index].Started, [&](const Running &R) {
        return R.Spawn == Spawn &&
               (!Paths.known(R.Handle) ||
                !classOf(Program, typeOf(Program, Paths, R.Handle, B.At.Body)));
      });
  link::FunctionSym D = destructorOf(Program, B.Object);
  Site Detached = D ? detachedByDestructor(B, D) : Site();
  if ((!Outlives && !Detached) || told(B) ||
      observes(B.Thread, B.At.Body, B.At.Fact) ||
      (D && !Detached && destructorWaits(B, D)))
    return;
  OutlivedBorrow O;
  O.Of = B;
  O.Detached = Detached ? Detached : detachOf(B.Thread);
  bool OnlyAtEnd = false;
  for (Site S : Deaths[B.Object]) {
    if (!mayRunAt(S, Spawn) || observes(B.Thread, S.Body, 0))
      continue;
    if (endsWithMain(S)) {
      OnlyAtEnd = true;
      O.Dies = S;
      continue;
    }
    O.Dies = S;
    Found.push_back(O);
    return;
  }
  if (OnlyAtEnd) {
    // A destructor of the user's own means to end what the object does.
    O.Doubtful = !D || Program.function(D).has(facts::FnF_Implicit);
    Found.push_back(O);
  } else if (Detached) {
    Found.push_back(O);
  }
}

//===-- HandleCopies.cpp - Copies of one handle in two threads ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/HandleCopies.h"

#include "analysis/Analysis.h"
#include "analysis/DataKeys.h"
#include "analysis/PointerFlow.h"

#include "llvm/ADT/EquivalenceClasses.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::TypeKind;
using models::EffectKind;

/// Calls by which an object is passed that are followed, and callers of one
/// function that are asked; what is beyond is silent.
static constexpr unsigned MaxCalls = 4;
static constexpr size_t MaxCallers = 16, MaxUses = 64;

/// The handles of one function, and which of them are copies of which.
class HandleCopies::Copies {
public:
  Copies(const Analysis &A, BodyId B)
      : A(A), View(A.program(), A.paths(), A.graph(), A.summaries(), B),
        Flow(A.program(), A.paths(), A.graph(), A.summaries(), B) {
    for (uint32_t I = 0; I < View.facts().Facts.size(); ++I)
      addCopy(I);
    for (uint32_t I = 0; I < View.facts().Facts.size(); ++I)
      addUses(I);
  }

  /// What a call is given by value: a place that has a handle, if it has.
  struct Given {
    Path Place;
    bool Moved = false;
    PlainCounting Counted;
  };
  llvm::SmallVector<Given, 2> given(uint32_t Call);
  /// What others do with copies of \p What, once the call at \p After has got
  /// it.
  std::vector<HandleUse> uses(const Given &What, uint32_t After) const;
  /// The variable that was copied first: what people call the handle.
  Path origin(Path Place) const;

  llvm::ArrayRef<HandleUse> all() const { return Uses; }
  BodyId body() const { return View.body(); }

private:
  std::optional<PlainCounting> handleAt(facts::PathId P);
  Path place(Path P) const;
  bool isTemporary(Path Place) const;
  TypeKind parameterKind(const Fact &F, size_t Operand) const {
    return analysis::parameterKind(A.program(), body(), F, Operand);
  }
  void addCopy(uint32_t I);
  void addUses(uint32_t I);
  bool stores(const CallSite &S, const Fact &F) const;

  const Analysis &A;
  BodyView View;
  PointerFlow Flow;
  llvm::EquivalenceClasses<uint32_t> Groups; ///< Of paths, by number.
  std::map<Path, Path> From;                 ///< Copy to what it was copied of.
  std::set<Path> Moved;                      ///< Places that were moved from.
  std::vector<HandleUse> Uses;
};

std::optional<PlainCounting> HandleCopies::Copies::handleAt(facts::PathId P) {
  TypeRef T = typeOf(A.program(), View.body(), P);
  if (!T || A.program().unit(T.Unit).type(T.Type).Kind == TypeKind::Pointer)
    return std::nullopt;
  return A.countedTypes().handle(classOf(A.program(), T));
}

/// A capture is part of its closure, and a member of a local part of that: they
/// come and go together.
Path HandleCopies::Copies::place(Path P) const {
  const PathTable &Paths = A.paths();
  for (Path Q = P; Q; Q = Paths[Q].Parent)
    if (Paths[Q].Kind == PathKind::Deref)
      return P;
  const ProgramPath &Root = Paths.rootOf(P);
  return Root.Kind == PathKind::Local || Root.Kind == PathKind::Result
             ? Paths[P].Root
             : P;
}

bool HandleCopies::Copies::isTemporary(Path Place) const {
  const ProgramPath &N = A.paths()[Place];
  return N.Kind == PathKind::Result ||
         (N.Kind == PathKind::Local &&
          View.facts().Locals[N.Number].Flags & facts::LF_Temporary);
}

static bool copiesOrMoves(const link::Program &Program, BodyId B,
                          const Fact &F) {
  return F.Callee && F.OperandCount > 1 &&
         Program.unit(Program.body(B).Unit).function(F.Callee).Flags &
             facts::FnF_MoveOrCopy;
}

void HandleCopies::Copies::addCopy(uint32_t I) {
  const Fact &F = View.fact(I);
  if (!copiesOrMoves(A.program(), View.body(), F))
    return;
  auto Operands = View.facts().operands(F);
  if (!Operands[0].hasPath() || !Operands[1].hasPath() ||
      !handleAt(Operands[1].path()))
    return;
  Path To = place(View.path(Operands[0].path())),
       Source = place(View.path(Operands[1].path()));
  if (!A.paths().known(To) || !A.paths().known(Source) || To == Source)
    return;
  Groups.unionSets(To.Index, Source.Index);
  if (!isTemporary(Source))
    From.try_emplace(To, Source);
  if (parameterKind(F, 1) == TypeKind::RvalueReference)
    Moved.insert(Source);
  else
    Uses.push_back({HandleUse::Copied, body(), I, Source});
}

/// Does the library keep a copy of what it is given by reference?
bool HandleCopies::Copies::stores(const CallSite &S, const Fact &F) const {
  const link::FunctionSymbol &Callee = A.program().function(S.Targets.Named);
  const models::TypeModel *Of =
      Callee.Owner ? A.program().record(Callee.Owner).Model : nullptr;
  bool Container = Of && Of->Role == models::TypeRole::Container;
  return llvm::any_of(S.Model->Effects, [&](const models::Effect &E) {
    return E.Kind == EffectKind::Stores || E.Kind == EffectKind::Constructs ||
           E.Kind == EffectKind::Spawn || E.Kind == EffectKind::Holds ||
           (Container &&
            (E.Kind == EffectKind::Writes || F.Kind == FactKind::Construct));
  });
}

void HandleCopies::Copies::addUses(uint32_t I) {
  const Fact &F = View.fact(I);
  const CallSite *S = A.graph().site(View.body(), I);
  if (!S || copiesOrMoves(A.program(), View.body(), F))
    return;
  auto Operands = View.facts().operands(F);
  for (size_t N = 0; N < Operands.size(); ++N) {
    if (!Operands[N].hasPath() || !handleAt(Operands[N].path()))
      continue;
    Path Of = place(View.path(Operands[N].path()));
    if (F.Kind == FactKind::Destroy) {
      if (!isTemporary(Of))
        Uses.push_back({HandleUse::Dropped, body(), I, Of});
    } else if (N == 0 && F.Kind == FactKind::Construct) {
      continue; // It is being made.
    } else if (S->Model && S->Targets.Named && stores(*S, F)) {
      if (parameterKind(F, N) == TypeKind::Reference)
        Uses.push_back({HandleUse::Copied, body(), I, Of});
      else if (parameterKind(F, N) == TypeKind::RvalueReference)
        Moved.insert(Of);
    } else if (llvm::any_of(S->Targets.Bodies, [&](BodyId T) {
                 return A.countedTypes().changes(T);
               })) {
      Uses.push_back({HandleUse::Changed, body(), I, Of});
    }
  }
}

llvm::SmallVector<HandleCopies::Copies::Given, 2>
HandleCopies::Copies::given(uint32_t Call) {
  llvm::SmallVector<Given, 2> Result;
  const Fact &F = View.fact(Call);
  auto Operands = View.facts().operands(F);
  for (size_t N = 0; N < Operands.size(); ++N) {
    TypeKind Kind = parameterKind(F, N);
    bool ByReference =
        Kind == TypeKind::Reference || Kind == TypeKind::RvalueReference;
    if (!Operands[N].hasPath() ||
        !(ByReference || Operands[N].Kind == OperandKind::Object))
      continue;
    auto Counted = handleAt(Operands[N].path());
    Path Place = place(View.path(Operands[N].path()));
    if (Counted && A.paths().known(Place))
      Result.push_back({Place, Kind != TypeKind::Reference, *Counted});
  }
  return Result;
}

std::vector<HandleUse> HandleCopies::Copies::uses(const Given &What,
                                                  uint32_t After) const {
  std::vector<HandleUse> Result;
  for (const HandleUse &U : Uses) {
    bool One =
        U.Of == What.Place || Groups.isEquivalent(U.Of.Index, What.Place.Index);
    if (!One || (U.Of == What.Place && What.Moved) ||
        (Moved.count(U.Of) && U.How == HandleUse::Dropped))
      continue;
    auto Maker = Flow.makerOf(A.paths()[U.Of].Root);
    if (Flow.mayPrecede({After}, U.Fact, Maker))
      Result.push_back(U);
  }
  return Result;
}

Path HandleCopies::Copies::origin(Path Place) const {
  for (unsigned Depth = 0; Depth < 8; ++Depth) {
    auto It = From.find(Place);
    if (It == From.end())
      break;
    Place = It->second;
  }
  return Place;
}

HandleCopies::HandleCopies(const Analysis &A) : A(A), Meetings(A) {
  std::map<BodyId, std::vector<RootId>> Starts;
  for (uint32_t R = 0; R < A.threads().roots().size(); ++R)
    if (A.threads().root(RootId(R)).What == Root::Thread)
      Starts[A.threads().root(RootId(R)).Spawn.Body].push_back(RootId(R));
  if (Starts.empty())
    return;
  findShared();
  for (const auto &[B, Threads] : Starts) {
    A.program().trim();
    look(B, Threads);
  }
  for (const auto &[Key, Uses] : Shared)
    if (Key.What == LockKey::Variable)
      decideStatic(Uses);
}

/// The member of an object, or the variable, that \p P is. None: it is a
/// function's own.
LockKey HandleCopies::sharedKey(Path P) const {
  const PathTable &Paths = A.paths();
  const ProgramPath &N = Paths[P];
  if (N.Kind == PathKind::Global)
    return {LockKey::Variable, N.Number};
  if (N.Kind != PathKind::Field)
    return {};
  for (Path Q = P; Q; Q = Paths[Q].Parent)
    if (Paths[Q].Kind == PathKind::Deref || Paths[Q].Kind == PathKind::Global)
      return {LockKey::Field, N.Number};
  return {};
}

/// The members and variables that are handles.
std::set<LockKey> HandleCopies::sharedHandles() {
  std::set<LockKey> Result;
  const link::Program &Program = A.program();
  auto Look = [&](LockKey K) {
    TypeRef T = typeOf(Program, A.paths(), K);
    if (T && Program.unit(T.Unit).type(T.Type).Kind == TypeKind::Record &&
        A.countedTypes().handle(classOf(Program, T)))
      Result.insert(K);
  };
  for (uint32_t V = 0; V < Program.variables().size(); ++V)
    if (!(Program.variable(link::VariableSym(V)).Flags &
          (facts::VF_ThreadLocal | facts::VF_System)))
      Look({LockKey::Variable, V});
  for (uint32_t F = 0; F < Program.fields().size(); ++F)
    Look({LockKey::Field, F});
  return Result;
}

/// Does the body name one of these at all?
bool HandleCopies::names(BodyId B, const std::set<LockKey> &Keys) const {
  const link::Program &Program = A.program();
  link::UnitId Unit = Program.body(B).Unit;
  return llvm::any_of(Program.facts(B).Paths, [&](const facts::PathNode &N) {
    if (N.Kind == PathKind::Field)
      return Keys.count(
                 {LockKey::Field,
                  Program.symbol(Unit, facts::FieldId(N.Number)).Index}) > 0;
    return N.Kind == PathKind::Global &&
           Keys.count(
               {LockKey::Variable,
                Program.symbol(Unit, facts::VariableId(N.Number)).Index}) > 0;
  });
}

void HandleCopies::findShared() {
  std::set<LockKey> Keys = sharedHandles();
  if (Keys.empty())
    return;
  for (uint32_t N = 0; N < A.program().bodies().size(); ++N) {
    BodyId B(N);
    A.program().trim();
    if (A.threads().contexts(B).empty() || !names(B, Keys))
      continue;
    Copies In(A, B);
    for (const HandleUse &U : In.all())
      if (LockKey K = sharedKey(U.Of); K && Keys.count(K))
        Shared[K].push_back(U);
  }
}

void HandleCopies::look(BodyId B, llvm::ArrayRef<RootId> Threads) {
  Copies In(A, B);
  for (RootId T : Threads)
    decide(In, T);
}

/// The use of another copy, and the end of the thread.
std::optional<HandleCopy> HandleCopies::judge(RootId Thread,
                                              const HandleUse &U) {
  Touch Use{U.at(), true};
  for (BodyId Entry : A.threads().root(Thread).Entries) {
    uint32_t Facts = A.program().body(Entry).FactCount;
    if (Facts == 0)
      continue;
    Touch End{{Entry, Facts - 1}, true};
    for (Point &Q : Meetings.points(End.At)) {
      if (Q.Root != Thread)
        continue;
      // What it has taken it has given back, before its closure dies.
      Q.Held.clear();
      Q.Shared.clear();
      Q.Uncertain.clear();
      for (const Point &P : Meetings.points(Use.At))
        if (Meetings.judge(Use, P, End, Q) == Apart::Nothing) {
          HandleCopy Result;
          Result.Thread = Thread;
          Result.Start = A.threads().root(Thread).Spawn;
          Result.Use = U;
          Result.Mine = P;
          Result.Theirs = Q;
          return Result;
        }
    }
  }
  return std::nullopt;
}

void HandleCopies::decide(Copies &In, RootId Thread) {
  uint32_t Start = A.threads().root(Thread).Spawn.Fact;
  for (const Copies::Given &G : In.given(Start)) {
    if (!G.Counted.Count)
      continue; // Of a library's handles, CountedHandles tells.
    Path Origin = In.origin(G.Place);
    for (const HandleUse &U : In.uses(G, Start))
      if (auto Copy = judge(Thread, U)) {
        Copy->Handle = Origin;
        Copy->Counted = G.Counted;
        Found.push_back(std::move(*Copy));
        return;
      }
    if (decideElsewhere(Origin, G.Counted, Thread))
      return;
  }
}

/// \p U as callers do it, up to those who know which object it is.
void HandleCopies::expand(const HandleUse &U, unsigned Depth,
                          std::vector<HandleUse> &To) {
  if (!A.paths().isRoot(U.Of, PathKind::Parameter)) {
    To.push_back(U);
    return;
  }
  if (Depth == 0 || A.graph().callers(U.In).size() > MaxCallers)
    return;
  for (const CallGraph::Caller &C : A.graph().callers(U.In)) {
    BodyView View(A.program(), A.paths(), A.graph(), A.summaries(), C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    Path Of = substitute(A.paths(), U.Of, {Arguments, Path()});
    if (A.paths().known(Of) && To.size() < MaxUses)
      expand({U.How, C.Body, C.Fact, Of}, Depth - 1, To);
  }
}

/// The thread has a copy of a member or a variable, which others use.
bool HandleCopies::decideElsewhere(Path Origin, const PlainCounting &Counted,
                                   RootId Thread) {
  BodyId Starter = A.threads().root(Thread).Spawn.Body;
  auto It = Shared.find(sharedKey(Origin));
  if (It == Shared.end())
    return false;
  for (const HandleUse &U : It->second) {
    if (U.In == Starter)
      continue;
    std::vector<HandleUse> ByCallers;
    expand(U, MaxCalls, ByCallers);
    for (const HandleUse &Here : ByCallers) {
      auto Copy = judge(Thread, Here);
      if (!Copy || !oneObject(Origin, Thread, Here, Copy->Mine.Root))
        continue;
      Copy->Use = U;
      Copy->Handle = Origin;
      Copy->Counted = Counted;
      Found.push_back(std::move(*Copy));
      return true;
    }
  }
  return false;
}

/// Is \p P, of who starts \p Thread, the handle that \p U uses on a way of \p
/// R?
bool HandleCopies::oneObject(Path P, RootId Thread, const HandleUse &U,
                             RootId R) {
  Objects &Memory = A.objects();
  Site Start = A.threads().root(Thread).Spawn;
  Locations Used = Memory.locate(U.In, U.Of, R, U.Fact);
  for (const RootContext &C : A.threads().contexts(Start.Body))
    for (const Located &L : Memory.locate(Start.Body, P, C.Root, Start.Fact))
      for (const Located &M : Used)
        if (L.Where == M.Where && L.Maker == M.Maker && !L.Several &&
            !M.Several)
          return true;
  return false;
}

void HandleCopies::decideStatic(llvm::ArrayRef<HandleUse> Uses) {
  std::vector<Touch> Touches;
  for (const HandleUse &U : Uses)
    Touches.push_back({U.at(), true});
  std::optional<Encounter> E = Meetings.worst(Touches);
  if (!E)
    return;
  HandleMeeting M;
  M.First = Uses[E->First.Touch];
  M.Second = Uses[E->Second.Touch];
  M.FirstPoint = E->First.At;
  M.SecondPoint = E->Second.At;
  TypeRef T = typeOf(A.program(), A.paths(), M.First.Of, M.First.In);
  if (auto Counted = A.countedTypes().handle(classOf(A.program(), T))) {
    M.Counted = *Counted;
    Met.push_back(std::move(M));
  }
}

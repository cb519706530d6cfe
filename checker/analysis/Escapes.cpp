//===-- Escapes.cpp - References to guarded data that outlive the hold ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Escapes.h"

#include "analysis/ValueOrigins.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::EffectKind;

/// Callers that are asked what a parameter refers to, and how far up.
static constexpr size_t MaxCallers = 8;
static constexpr unsigned MaxDepth = 3;
/// Places that follow one kept pointer, at most.
static constexpr size_t MaxFollowed = 32;
static constexpr size_t MaxFacts = 20000;

Escapes::Escapes(const link::Program &Program, PathTable &Paths,
                 const CallGraph &Graph, const std::vector<Summary> &Summaries,
                 const std::vector<FunctionResult> &Results,
                 const LockKeys &Keys, const ThreadRoots &Roots,
                 const SharedWrites &Writes)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Results(Results), Keys(Keys), Roots(Roots), Writes(Writes) {}

void Escapes::look(BodyId B) {
  if (Roots.contexts(B).empty())
    return;
  BodyView View(Program, Paths, Graph, Summaries, B);
  const facts::FunctionBody &Facts = View.facts();
  if (Facts.Facts.size() > MaxFacts) {
    ++Cut;
    return;
  }
  CriticalSections Sections(Paths, Graph, Summaries, Results[B.Index], View);
  Borrows Refs(Program, Paths, Graph, View);
  Inside In{View, Sections, Refs};
  bool Locks = llvm::any_of(Results[B.Index].Points, [](const PointState &P) {
    return !P.Held.empty();
  });
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    FactKind K = Facts.Facts[I].Kind;
    if (K == FactKind::Return && Locks)
      lookAtReturn(In, I);
    else if (K == FactKind::Assign)
      lookAtStore(In, I);
    else if (Locks)
      lookAtUses(In, I);
    noteUses(In, I);
  }
}

bool Escapes::keptAtExit(BodyId B, Path Lock) const {
  return llvm::any_of(Summaries[B.Index].Outcomes, [&](const Outcome &O) {
    return llvm::any_of(O.Nets, [&](const NetEffect &N) {
      return N.Lock == Lock && N.Acquired;
    });
  });
}

/// Is it memory of an object or variable, and not of a local?
bool Escapes::othersHave(Path Into) const {
  if (!Paths.known(Into))
    return false;
  const ProgramPath &Root = Paths.rootOf(Into);
  if (Root.Kind == PathKind::Global)
    return true;
  if (Root.Kind != PathKind::Parameter)
    return false;
  for (Path P = Into; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Field)
      return true;
  return false;
}

void Escapes::tellHold(Inside &In, GuardedEscape &E) const {
  BodyId B = In.View.body();
  auto Begins = In.Sections.begins(E.Holder.Fact, E.Lock);
  if (!Begins.empty())
    E.Taken = {B, Begins.back()};
}

void Escapes::add(Inside &In, GuardedEscape::Kind K, uint32_t At,
                  const Borrow &Of) {
  BodyId B = In.View.body();
  if (!othersHave(Of.Into))
    return;
  for (Path L : In.Sections.heldAt(Of.Fact)) {
    if (K == GuardedEscape::UsedAfter) {
      if (In.Sections.held(At, L) || !In.Sections.way(Of.Fact, At, L).Any)
        continue;
    } else if (keptAtExit(B, L)) {
      continue;
    }
    GuardedEscape E;
    E.What = K;
    E.At = {B, At};
    E.Made = E.Holder = {B, Of.Fact};
    E.Into = Of.Into;
    E.Lock = L;
    tellHold(In, E);
    if (K == GuardedEscape::UsedAfter) {
      uint32_t Break = In.Sections.way(Of.Fact, At, L).Break;
      for (uint32_t I = 0; I < Break && Break != ~0u; ++I)
        if (I >= Of.Fact && In.Sections.held(I, L) && Graph.site(B, I))
          E.Released = {B, I};
    }
    Candidates.push_back(std::move(E));
  }
}

void Escapes::lookAtReturn(Inside &In, uint32_t I) {
  const Fact &F = In.View.fact(I);
  if (!F.OperandCount)
    return;
  const facts::Operand &O = In.View.facts().operands(F)[0];
  if (O.Kind == OperandKind::Load || O.Kind == OperandKind::Address ||
      O.Kind == OperandKind::Object)
    for (const Borrow &Of : In.Refs.of(O, I))
      add(In, GuardedEscape::Returned, I, Of);
}

/// The callers of \p B hold a lock, and hand it what \p Into is part of.
bool Escapes::addFromCallers(BodyId B, Path Into, GuardedEscape &E,
                             unsigned Depth) {
  auto Callers = Graph.callers(B);
  if (Depth > MaxDepth || Callers.size() > MaxCallers)
    return false;
  for (const CallGraph::Caller &C : Callers) {
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    Path There = substitute(Paths, Into, {Arguments, Path()});
    if (!Paths.known(There))
      continue;
    const PointState *P = Results[C.Body.Index].point(C.Fact);
    if (P && !P->Held.empty() && othersHave(There)) {
      for (Path L : P->Held) {
        GuardedEscape Here = E;
        Here.Holder = {C.Body, C.Fact};
        Here.Into = There;
        Here.Lock = L;
        CriticalSections Sections(Paths, Graph, Summaries,
                                  Results[C.Body.Index], View);
        auto Begins = Sections.begins(C.Fact, L);
        if (!Begins.empty())
          Here.Taken = {C.Body, Begins.back()};
        Candidates.push_back(Here);
      }
      continue;
    }
    if (Paths.isRoot(There, PathKind::Parameter))
      addFromCallers(C.Body, There, E, Depth + 1);
  }
  return true;
}

void Escapes::lookAtStore(Inside &In, uint32_t I) {
  const facts::FunctionBody &Facts = In.View.facts();
  const Fact &F = Facts.Facts[I];
  const facts::PathNode &Root = Facts.path(Facts.root(F.Path));
  if (Root.Kind != PathKind::Parameter && Root.Kind != PathKind::Global)
    return;
  const facts::Operand &O = Facts.operands(F)[0];
  if (O.Kind != OperandKind::Address && O.Kind != OperandKind::Load)
    return;
  BodyId B = In.View.body();
  const link::FunctionSymbol &Function =
      Program.function(Program.body(B).Function);
  if (Function.has(facts::FnF_Constructor))
    return;
  Path Where = In.View.path(F.Path);
  if (!Paths.known(Where))
    return;
  bool Capture = Function.has(facts::FnF_LambdaCall) && Root.Number == 0 &&
                 Root.Kind == PathKind::Parameter;
  auto KindOf = [&] {
    if (Capture) {
      auto [P, There] = Keys.normalise(Where, B);
      return Paths.known(P) && Paths.isRoot(P, PathKind::Local)
                 ? GuardedEscape::LeftInCapture
                 : GuardedEscape::Kept;
    }
    const facts::PathNode &N = Facts.path(F.Path);
    bool Method = Function.has(facts::FnF_Method);
    return N.Kind == PathKind::Deref &&
                   Facts.path(N.Parent).Kind == PathKind::Parameter &&
                   Facts.path(N.Parent).Number >= (Method ? 1u : 0u)
               ? GuardedEscape::LeftInParameter
               : GuardedEscape::Kept;
  };
  auto Kind = KindOf();
  // What hangs together by pointers is a structure, and not one place.
  if (Kind == GuardedEscape::Kept &&
      llvm::count_if(Paths.prefixes(Where), [&](Path P) {
        return Paths[P].Kind == PathKind::Deref;
      }) > (Capture ? 2 : 1))
    return;
  for (const Borrow &Of : In.Refs.of(O, I)) {
    if (!In.Sections.heldAt(Of.Fact).empty()) {
      add(In, Kind, I, Of);
      continue;
    }
    if (Kind == GuardedEscape::LeftInParameter ||
        !Paths.isRoot(Of.Into, PathKind::Parameter))
      continue;
    GuardedEscape E;
    E.What = Kind;
    E.At = {B, I};
    E.Made = {B, Of.Fact};
    addFromCallers(B, Of.Into, E, 0);
  }
}

void Escapes::lookAtUses(Inside &In, uint32_t I) {
  const Fact &Use = In.View.fact(I);
  if (Use.Kind == FactKind::Read || Use.Kind == FactKind::Write)
    for (const Borrow &Of : In.Refs.addressesOf(Use.Path))
      add(In, GuardedEscape::UsedAfter, I, Of);
  for (const Borrows::Use &U : In.Refs.uses(I)) {
    if (U.Local) {
      for (const Borrow &Of : In.Refs.ofLocal(*U.Local, U.Version))
        if (Of.Fact != I)
          add(In, GuardedEscape::UsedAfter, I, Of);
    } else if (U.Call != I) {
      const Fact &F = In.View.fact(U.Call);
      if (F.Path)
        if (auto V = In.View.result(In.View.facts().path(F.Path).Number);
            V && V->Kind == OperandKind::Address)
          add(In, GuardedEscape::UsedAfter, I, {V->path(), U.Call});
    }
  }
}

/// Follows a pointer in a field, a global or a captured variable?
void Escapes::noteUses(Inside &In, uint32_t I) {
  const facts::FunctionBody &Facts = In.View.facts();
  const Fact &F = Facts.Facts[I];
  auto Note = [&](facts::PathId P) {
    for (; P; P = Facts.path(P).Parent) {
      const facts::PathNode &N = Facts.path(P);
      if (N.Kind != PathKind::Deref)
        continue;
      PathKind Holder = Facts.path(N.Parent).Kind;
      if (Holder != PathKind::Field && Holder != PathKind::Global &&
          Holder != PathKind::Deref &&
          !(Holder == PathKind::Local &&
            Facts.Locals[Facts.path(N.Parent).Number].Flags &
                facts::LF_AddressTaken))
        continue;
      Path Pointer = In.View.path(N.Parent);
      if (!Paths.known(Pointer))
        continue;
      auto Named = Writes.name(Pointer, In.View.body());
      if (!Named.Data || Named.Of != SharedWrite::Whole)
        continue;
      auto &List = Followed[Named.Data];
      if (List.size() < MaxFollowed &&
          (List.empty() || List.back() != Site{In.View.body(), I}))
        List.push_back({In.View.body(), I});
    }
  };
  if (F.Kind == FactKind::Read || F.Kind == FactKind::Write)
    Note(F.Path);
  else if (F.Kind == FactKind::Call || F.Kind == FactKind::Construct)
    for (const facts::Operand &O : Facts.operands(F))
      if (O.hasPath())
        Note(O.path());
}

/// Is what is referred to safe by itself: an atomic, or with a lock of its own?
bool Escapes::synchronised(Path Into, BodyId In) const {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, Into, In));
  if (!R)
    return false;
  auto Role = [&](link::RecordSym S) -> std::optional<models::TypeRole> {
    const models::TypeModel *M = Program.record(S).Model;
    return M ? std::optional(M->Role) : std::nullopt;
  };
  auto Safe = [](std::optional<models::TypeRole> Is) {
    using models::TypeRole;
    return Is && (*Is == TypeRole::Atomic || *Is == TypeRole::Lock ||
                  *Is == TypeRole::Condition || *Is == TypeRole::Once ||
                  *Is == TypeRole::Event || *Is == TypeRole::Synchronized);
  };
  if (auto Is = Role(R))
    return Safe(Is);
  const link::RecordSymbol &Symbol = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(Symbol.Unit);
  const facts::Record &Record = Unit.record(Symbol.Decl);
  bool AllAtomic = !Record.Fields.empty();
  for (facts::FieldId F : Record.Fields) {
    const facts::Type &T = Unit.type(Unit.field(F).Type);
    std::optional<models::TypeRole> Is;
    if (T.Record)
      Is = Role(Program.symbol(Symbol.Unit, T.Record));
    if (Is == models::TypeRole::Lock)
      return true;
    AllAtomic &= T.Atomic || T.Const || Safe(Is);
  }
  return AllAtomic;
}

bool Escapes::stable(Path Container, BodyId In) const {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, Container, In));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  // A plain array, too.
  return M ? M->Stable : !R;
}

/// Does the write happen only where a look at the same thing has found it
/// missing? Then it fills what nobody has a reference to yet.
bool Escapes::onlyFills(const SharedWrite &W) const {
  auto [It, New] = Fills.try_emplace(W.At);
  if (!New)
    return It->second;
  BodyId B = W.At.Body;
  BodyView View(Program, Paths, Graph, Summaries, B);
  CriticalSections Sections(Paths, Graph, Summaries, Results[B.Index], View);
  ValueOrigins Values(Program, Graph, View);
  Path Whole = W.Where;
  while (Paths[Whole].Parent && (Paths[Whole].Kind == PathKind::Deref ||
                                 isElementStep(Paths[Whole].Kind)))
    Whole = Paths[Whole].Parent;
  bool Only = false;
  for (const auto &C : Sections.controls(W.At.Fact)) {
    Origins From = Values.of(View.facts().operands(View.fact(C.Branch))[0]);
    for (Path L : From.Loads)
      Only |= Paths.startsWith(L, Whole) || Paths.startsWith(Whole, L);
    for (uint32_t Call : From.Calls)
      for (Value V : View.arguments(View.fact(Call)))
        Only |= V.hasPath() && Paths.known(V.path()) &&
                Paths.startsWith(V.path(), Whole);
  }
  return Fills[W.At] = Only;
}

/// Does a write to what \p Step of the path \p Into names concern a reference
/// to the end of the path?
bool Escapes::concerns(const SharedWrite &W, Path Into, Path Step,
                       BodyId In) const {
  if (W.Atomic)
    return false;
  // What lies between: parts of an object, or a container.
  bool Within = false, Deep = false, Stays = true, Named = false;
  for (Path P = Into; P != Step; P = Paths[P].Parent) {
    if (isElementStep(Paths[P].Kind)) {
      Deep = Within = true;
      Stays &= stable(Paths[P].Parent, In);
    } else if (Paths[P].Kind == PathKind::Deref) {
      Deep = true;
    } else if (!Deep && !Writes.isLibraryField(P)) {
      Named = true; // A part of the element, or of the object.
    }
  }
  if (!Deep)
    return W.Of == SharedWrite::Whole || !Named;
  if (W.Of == SharedWrite::Part)
    return false;
  if (W.Of == SharedWrite::Whole)
    return Within && W.Inserts ? !Stays : true;
  if (Named) {
    // Only what replaces all of the element.
    auto [Q, There] = Keys.normalise(W.Where, W.At.Body);
    if (!Paths.known(Q) ||
        !(isElementStep(Paths[Q].Kind) || Paths[Q].Kind == PathKind::Deref))
      return false;
  }
  return !onlyFills(W);
}

std::optional<Rival> Escapes::rival(const GuardedEscape &E, Site Mine) const {
  BodyId B = E.Holder.Body;
  LockKey Guard = Keys.key(E.Lock, B);
  if (!Guard)
    return std::nullopt;
  auto [Into, In] = Keys.normalise(E.Into, B);
  for (Path Step = Into; Paths.known(Step); Step = Paths[Step].Parent) {
    if (Paths[Step].Kind == PathKind::Deref) {
      // What a plain pointer points to is not the pointer's.
      TypeRef T = typeOf(Program, Paths, Paths[Step].Parent, In);
      if (T && Program.unit(T.Unit).type(T.Type).Element)
        break;
    }
    LockKey Data = Writes.nameOfStep(Step);
    if (!Data || Data == Guard)
      continue;
    auto Counts = [&](const SharedWrite &W) {
      return concerns(W, Into, Step, In);
    };
    if (auto Other = Writes.rival(Mine, Data, Guard, {}, Counts))
      return Other;
  }
  return std::nullopt;
}

/// Every way to \p At holds \p Lock.
bool Escapes::heldThere(Site At, LockKey Lock) const {
  const PointState *S = Results[At.Body.Index].point(At.Fact);
  return llvm::all_of(Roots.points(At.Body, S), [&](const Point &P) {
    return llvm::is_contained(P.Held, Lock);
  });
}

/// Where the pointer that was kept is followed without the lock.
std::vector<Site> Escapes::usesWithout(const GuardedEscape &E) const {
  const facts::FunctionBody &Facts = Program.facts(E.At.Body);
  BodyView View(Program, Paths, Graph, Summaries, E.At.Body);
  auto Named = Writes.name(View.path(Facts.Facts[E.At.Fact].Path), E.At.Body);
  LockKey Guard = Keys.key(E.Lock, E.Holder.Body);
  std::vector<Site> Result;
  auto It = Followed.find(Named.Data);
  if (Named.Data && It != Followed.end())
    for (Site Use : It->second)
      if (Use != E.At && !heldThere(Use, Guard))
        Result.push_back(Use);
  return Result;
}

void Escapes::decide() {
  llvm::sort(Candidates, [](const GuardedEscape &X, const GuardedEscape &Y) {
    return std::tuple(X.At, X.Made, X.Holder, X.Lock, X.Into) <
           std::tuple(Y.At, Y.Made, Y.Holder, Y.Lock, Y.Into);
  });
  std::set<std::pair<BodyId, findings::Place>> Told;
  std::set<std::tuple<BodyId, Site>> Uses;
  for (GuardedEscape &E : Candidates) {
    Program.trim();
    const facts::Location At = Program.facts(E.At.Body).Facts[E.At.Fact].Loc;
    std::pair Key(E.At.Body, Program.place(Program.body(E.At.Body).Unit, At));
    bool After = E.What == GuardedEscape::UsedAfter;
    if (Told.count(Key) || (After && Uses.count({E.At.Body, E.Made})) ||
        Roots.doomed(E.At) || synchronised(E.Into, E.Holder.Body) ||
        !Writes.mayBeShared(E.Into, E.Holder.Body))
      continue;
    std::optional<Rival> Other;
    if (E.What == GuardedEscape::Kept ||
        E.What == GuardedEscape::LeftInCapture) {
      for (Site Use : usesWithout(E))
        if ((Other = rival(E, Use))) {
          E.Use = Use;
          break;
        }
    } else {
      Other = rival(E, After ? E.At : E.Holder);
    }
    if (!Other)
      continue;
    E.Other = std::move(*Other);
    Told.insert(Key);
    if (After)
      Uses.insert({E.At.Body, E.Made});
    Found.push_back(std::move(E));
  }
  Candidates.clear();
  Followed.clear();
}

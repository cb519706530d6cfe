//===-- ThreadBoundaries.cpp - What is handed to another thread -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ThreadBoundaries.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;
using facts::TypeKind;

ThreadBoundaries::ThreadBoundaries(const link::Program &Program,
                                   const CallGraph &Graph,
                                   const ThreadRoots &Roots, Sendability &Sends)
    : Program(Program), Graph(Graph), Roots(Roots), Sends(Sends) {
  for (uint32_t R = 0; R < Roots.roots().size(); ++R)
    if (Roots.roots()[R].What == Root::Thread)
      Spawns[Roots.roots()[R].Spawn].push_back(RootId(R));
}

std::vector<Crossed> ThreadBoundaries::find(Verdict From) {
  Least = From;
  for (uint32_t B = 0; !Spawns.empty() && B < Program.bodies().size(); ++B) {
    Program.trim();
    look(BodyId(B));
  }
  return std::move(Found);
}

void ThreadBoundaries::look(BodyId B) {
  if (Roots.contexts(B).empty())
    return; // Nobody gets there.
  for (const CallSite &S : Graph.sites(B)) {
    for (const Invocation &I : S.Invocations)
      if (I.Kind == Invocation::Thread)
        lookAtSpawn(B, S, I);
    if (S.Model)
      for (const models::Effect &E : S.Model->Effects)
        if (E.Kind == models::EffectKind::Holds)
          lookAtHolder(B, S, E);
  }
  if (!Graph.has(B, CallGraph::MakesCallable))
    return;
  const facts::FunctionBody &Body = Program.facts(B);
  for (uint32_t F = 0; F < Body.Facts.size(); ++F)
    if (Body.Facts[F].Kind == FactKind::Closure)
      lookAtClosure(B, F);
}

static bool isPrefix(const facts::FunctionBody &Body, facts::PathId Prefix,
                     facts::PathId P) {
  while (P && P != Prefix)
    P = Body.path(P).Parent;
  return bool(P);
}

bool analysis::overlap(const facts::FunctionBody &Body, facts::PathId A,
                       facts::PathId B) {
  return isPrefix(Body, A, B) || isPrefix(Body, B, A);
}

bool analysis::copies(const link::Program &Program, BodyId B,
                      const facts::Fact &F) {
  return F.Kind == FactKind::Construct && F.Callee && F.OperandCount > 1 &&
         (Program.unit(Program.body(B).Unit).function(F.Callee).Flags &
          facts::FnF_MoveOrCopy) &&
         parameterKind(Program, B, F, 1) == TypeKind::Reference;
}

/// How a call gets its operand: a reference that may be bound to what is about
/// to die is one to what has been moved, or was made for the call; so is a
/// class object passed by value.
Crossed::Manner ThreadBoundaries::mannerOf(BodyId B, const facts::Fact &F,
                                           size_t Operand) const {
  switch (parameterKind(Program, B, F, Operand)) {
  case TypeKind::RvalueReference:
  case TypeKind::Record:
    return Crossed::Moved;
  default:
    return Crossed::Copied;
  }
}

bool analysis::throughPointer(const link::Program &Program,
                              const VerdictReason &Why) {
  return llvm::any_of(Why.Way, [&](const TypePart &P) {
    if (P.What == TypePart::Pointee)
      return true;
    if (!P.Type)
      return false;
    switch (Program.unit(P.Type.Unit).type(P.Type.Type).Kind) {
    case TypeKind::Pointer:
    case TypeKind::Reference:
    case TypeKind::RvalueReference:
      return true;
    default:
      return false;
    }
  });
}

static bool isThis(const link::Program &Program, BodyId B, facts::PathId P) {
  const facts::PathNode &N = Program.facts(B).path(P);
  return N.Kind == facts::PathKind::Parameter && N.Number == 0 &&
         Program.function(Program.body(B).Function).has(facts::FnF_Method);
}

/// Arguments of the thread's function, and a callable that is no closure.
void ThreadBoundaries::lookAtSpawn(BodyId B, const CallSite &S,
                                   const Invocation &I) {
  auto Started = Spawns.find({B, S.Fact});
  if (Started == Spawns.end() || I.Targets.empty())
    return;
  const facts::FunctionBody &Body = Program.facts(B);
  const facts::Fact &F = Body.Facts[S.Fact];
  for (const facts::Operand &O : Body.operands(F)) {
    bool Passed = llvm::is_contained(I.Arguments, O) ||
                  (I.CallableIsObject && O == I.Callable);
    if (std::optional<Crossed> C =
            Passed ? operand(B, S.Fact, O) : std::nullopt) {
      C->At = C->Made;
      C->To = Started->second.front();
      C->Runs = I.Targets.front();
      Found.push_back(std::move(*C));
    }
  }
}

/// A pointer to objects of a base class, as which it was made in this function:
/// `std::unique_ptr<Job> job = std::make_unique<Print>(…)` has a Print.
TypeRef ThreadBoundaries::knownType(BodyId B, facts::PathId P,
                                    TypeRef T) const {
  constexpr unsigned MaxMoves = 4;
  const facts::FunctionBody &Body = Program.facts(B);
  for (unsigned I = 0; P && I < MaxMoves; ++I) {
    link::RecordSym Base = classOf(Program, pointeeType(Program, T));
    if (!Base || !(Program.record(Base).Flags & facts::RF_Polymorphic))
      break;
    facts::PathId From;
    for (const facts::Fact &F : Body.Facts) {
      auto Operands = Body.operands(F);
      size_t Source = F.Kind == FactKind::Construct ? 1 : 0;
      if ((F.Kind == FactKind::Construct || F.Kind == FactKind::Assign) &&
          F.Path == P && Operands.size() > Source && Operands[Source].hasPath())
        From = Operands[Source].path();
    }
    if (!From)
      break;
    TypeRef Made = typeOf(Program, B, From);
    link::RecordSym Class = classOf(Program, pointeeType(Program, Made));
    if (!Program.isOrDerivesFrom(Class, Base))
      break;
    P = From;
    T = Made;
  }
  return T;
}

/// A class object or pointer that a call takes and that must not cross. Of
/// closures, what they capture is looked at where they are made; `this` is no
/// more than a reference to the object.
std::optional<Crossed> ThreadBoundaries::operand(BodyId B, uint32_t Fact,
                                                 const facts::Operand &O) {
  const facts::FunctionBody &Body = Program.facts(B);
  bool Pointer = O.Kind == facts::OperandKind::Load;
  if (!O.hasPath() || (Pointer && isThis(Program, B, O.path())))
    return std::nullopt;
  TypeRef T = typeOf(Program, B, O.path());
  T = knownType(B, O.path(), T);
  link::RecordSym R = classOf(Program, T);
  if (Pointer == bool(R) || (R && Program.record(R).Flags & facts::RF_Lambda) ||
      Sends.judge(T, ThreadTrait::Send).Is < Least)
    return std::nullopt;
  const facts::Fact &F = Body.Facts[Fact];
  auto Operands = Body.operands(F);
  size_t Number = llvm::find(Operands, O) - Operands.begin();
  Crossed C;
  C.How = mannerOf(B, F, Number);
  C.Made = {B, Fact};
  C.Type = T;
  C.From = O.path();
  C.Why = Sends.reason(T, ThreadTrait::Send);
  if (Pointer || throughPointer(Program, C.Why))
    C.How = Crossed::Referred;
  return C;
}

/// A callable with what is bound to it: a functor, std::bind.
void ThreadBoundaries::lookAtHolder(BodyId B, const CallSite &S,
                                    const models::Effect &Holds) {
  const facts::Fact &F = Program.facts(B).Facts[S.Fact];
  auto Held = selectAll(Program, B, F, Holds.Operands);
  std::vector<Crossed> All;
  for (const facts::Operand &O : Held)
    if (std::optional<Crossed> C = operand(B, S.Fact, O))
      All.push_back(std::move(*C));
  if (All.empty() || !F.Path)
    return;
  link::FunctionSym Callable;
  if (Held[0].Kind == facts::OperandKind::Function)
    Callable = Program.symbol(Program.body(B).Unit, Held[0].function());
  else if (Held[0].hasPath())
    if (link::RecordSym R =
            classOf(Program, typeOf(Program, B, Held[0].path())))
      Callable = Program.callOperator(R);
  if (!Callable)
    return;
  auto Running = runners(B, {}, Callable);
  for (Crossed &C : All)
    if (!Running.empty()) {
      std::tie(C.To, C.Runs) = Running.front();
      C.At = handedAt(B, S.Fact, C.To);
      Found.push_back(std::move(C));
    }
}

void ThreadBoundaries::lookAtClosure(BodyId B, uint32_t Fact) {
  const link::UnitId Unit = Program.body(B).Unit;
  const facts::Fact &F = Program.facts(B).Facts[Fact];
  const facts::Function &Callee = Program.unit(Unit).function(F.Callee);
  if (!Callee.Owner)
    return;
  link::RecordSym Class = Program.symbol(Unit, Callee.Owner);
  if (Sends.judge(Class, ThreadTrait::Send).Is < Least)
    return;
  std::vector<Crossed> All = captures(B, Fact);
  if (All.empty())
    return;
  // Of a generic lambda, the instances run.
  llvm::SmallVector<link::FunctionSym, 2> Functions{
      Program.symbol(Unit, F.Callee)};
  if (Program.function(Functions[0]).Bodies.empty())
    for (facts::FunctionId M : Program.unit(Unit).record(Callee.Owner).Methods)
      Functions.push_back(Program.symbol(Unit, M));
  auto Running = runners(B, Class, Functions);
  if (Running.empty())
    return;
  auto [To, Runs] = Running.front();
  Site At = handedAt(B, Fact, To);
  for (Crossed &C : All) {
    C.At = At;
    C.To = To;
    C.Runs = Runs;
    C.Closure = Class;
    Found.push_back(std::move(C));
  }
}

/// What the closure captures that must not cross: facts before it is made and
/// after, until somebody uses it.
std::vector<Crossed> ThreadBoundaries::captures(BodyId B, uint32_t Closure) {
  std::vector<Crossed> All;
  const facts::FunctionBody &Body = Program.facts(B);
  facts::PathId Object = Body.Facts[Closure].Path;
  for (uint32_t I = 0; I < Body.Facts.size(); ++I) {
    const facts::Fact &F = Body.Facts[I];
    if (llvm::any_of(Body.operands(F), [&](const facts::Operand &O) {
          return I > Closure && O.hasPath() && O.path() == Object;
        }))
      break;
    if (F.Path && Body.path(F.Path).Kind == facts::PathKind::Field &&
        Body.path(F.Path).Parent == Object)
      if (std::optional<Crossed> C = capture(B, I))
        All.push_back(std::move(*C));
  }
  return All;
}

std::optional<Crossed> ThreadBoundaries::capture(BodyId B, uint32_t Fact) {
  const link::UnitId Unit = Program.body(B).Unit;
  const facts::FunctionBody &Body = Program.facts(B);
  const facts::Fact &F = Body.Facts[Fact];
  facts::FieldId Field(Body.path(F.Path).Number);
  Crossed C;
  C.Type = knownType(B, F.Path, {Unit, Program.unit(Unit).field(Field).Type});
  if (Sends.judge(C.Type, ThreadTrait::Send).Is < Least)
    return std::nullopt;
  C.Why = Sends.reason(C.Type, ThreadTrait::Send);
  C.Made = {B, Fact};
  C.Capture = Program.symbol(Unit, Field);
  auto Operands = Body.operands(F);
  bool Class = Program.unit(Unit).type(C.Type.Type).Kind == TypeKind::Record;
  const bool Copied = F.Kind == FactKind::Assign;
  if (Copied && !Operands.empty() && Operands[0].hasPath())
    C.From = Operands[0].path();
  if (!Class || throughPointer(Program, C.Why)) {
    C.How = Crossed::Referred;
  } else if (F.Kind == FactKind::Construct && Operands.size() > 1 &&
             Operands[1].hasPath() &&
             (Program.unit(Unit).function(F.Callee).Flags &
              facts::FnF_MoveOrCopy)) {
    C.How = copies(Program, B, F) ? Crossed::Copied : Crossed::Moved;
    C.From = Operands[1].path();
  } else {
    C.How = Copied ? Crossed::Copied : Crossed::Fresh;
  }
  return C;
}

std::vector<std::pair<RootId, BodyId>>
ThreadBoundaries::runners(BodyId B, link::RecordSym Closure,
                          llvm::ArrayRef<link::FunctionSym> Functions) const {
  std::vector<std::pair<RootId, BodyId>> All;
  for (link::FunctionSym F : Functions)
    for (BodyId Callee : Program.function(F).Bodies)
      for (const RootContext &C : Roots.contexts(Callee))
        if (Roots.root(C.Root).What == Root::Thread && !C.Doubtful &&
            hasOwn(Callee, Closure, C) && madeElsewhere(B, Callee, C.Root))
          All.push_back({C.Root, Callee});
  return All;
}

/// Does the thread get a closure of its own, and not just a reference to one? A
/// call by the closure's name tells where it is; a stored callable has one
/// inside.
bool ThreadBoundaries::hasOwn(BodyId Callee, link::RecordSym Closure,
                              const RootContext &C) const {
  if (!C.From)
    return true;
  const facts::FunctionBody &Body = Program.facts(C.From);
  const facts::Fact &F = Body.Facts[C.FromFact];
  const facts::Operand *Object = nullptr;
  if (F.Callee && F.OperandCount &&
      Program.symbol(Program.body(C.From).Unit, F.Callee) ==
          Program.body(Callee).Function)
    Object = &Body.operands(F)[0];
  const CallSite *S = Graph.site(C.From, C.FromFact);
  for (const Invocation &I : S ? S->Invocations : ShortList<Invocation>())
    if (I.CallableIsObject && llvm::is_contained(I.Targets, Callee) &&
        I.Callable.hasPath() &&
        classOf(Program, typeOf(Program, C.From, I.Callable.path())) == Closure)
      Object = &I.Callable;
  if (!Object)
    return true;
  if (!Object->hasPath() ||
      Body.path(Object->path()).Kind != facts::PathKind::Field)
    return false;
  facts::FieldId Field(Body.path(Object->path()).Number);
  const facts::TranslationUnit &Unit = Program.unit(Program.body(C.From).Unit);
  return !(Unit.record(Unit.field(Field).Owner).Flags & facts::RF_Lambda) &&
         Unit.type(Unit.field(Field).Type).Kind == TypeKind::Record;
}

/// Another thread makes it, and the one that runs it did not get there through
/// the function that makes it.
bool ThreadBoundaries::madeElsewhere(BodyId B, BodyId Runs, RootId To) const {
  return llvm::any_of(Roots.contexts(B),
                      [&](const RootContext &C) { return C.Root != To; }) &&
         llvm::none_of(Roots.callChain(Runs, To),
                       [&](Site S) { return S.Body == B; });
}

/// Which of the calls that take a callable is the one that gives it away?
unsigned ThreadBoundaries::rank(BodyId B, uint32_t Fact, RootId To) const {
  Site At{B, Fact};
  if (Roots.root(To).Spawn == At)
    return 4;
  const facts::Fact &F = Program.facts(B).Facts[Fact];
  if (!F.Callee)
    return 1;
  const link::FunctionSymbol &Callee =
      Program.function(Program.symbol(Program.body(B).Unit, F.Callee));
  if (Callee.Flags & (facts::FnF_MoveOrCopy | facts::FnF_Destructor))
    return 0;
  if (F.Kind == FactKind::Construct)
    return 1;
  return Callee.Bodies.empty() || Callee.Model ? 2 : 3;
}

Site ThreadBoundaries::handedAt(BodyId B, uint32_t Closure, RootId To) const {
  const facts::FunctionBody &Body = Program.facts(B);
  llvm::SmallVector<facts::PathId, 4> Holders{Body.Facts[Closure].Path};
  Site Best{B, Closure};
  unsigned BestRank = 0;
  for (uint32_t I = Closure + 1; I < Body.Facts.size(); ++I) {
    const facts::Fact &F = Body.Facts[I];
    if (F.Kind != FactKind::Call && F.Kind != FactKind::Construct)
      continue;
    bool Takes = llvm::any_of(Body.operands(F), [&](const facts::Operand &O) {
      return O.hasPath() && !(F.Path && O.path() == F.Path) &&
             llvm::any_of(Holders, [&](facts::PathId P) {
               return overlap(Body, P, O.path());
             });
    });
    if (!Takes)
      continue;
    if (F.Path && !llvm::is_contained(Holders, F.Path))
      Holders.push_back(F.Path); // What is made from it holds it, too.
    if (unsigned R = rank(B, I, To); R > BestRank) {
      BestRank = R;
      Best = {B, I};
    }
  }
  return Best;
}

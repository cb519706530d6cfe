//===-- OwnObjects.cpp - Objects that a function has made itself ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: an object that was made while a lock is held, and that
// nobody else can have got since, takes no part in a deadlock with that lock:
// who has not got the object holds none of its locks. It may have been stored
// where only those find it who take that same lock: `sessions_.push_back(s)`.
//
// What methods of the object do with `this` is not looked at, but for threads
// that they start.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;

/// An Allocation or the Result of a call of this body.
bool LockFlow::mayBeMadeHere(Path Root) const {
  const ProgramPath &N = Paths[Root];
  return (N.Kind == PathKind::Allocation || N.Kind == PathKind::Result) &&
         N.Version == Body.Index;
}

/// The fact that makes the object behind \p Root.
std::optional<uint32_t> LockFlow::makerOf(Path Root) const {
  if (!mayBeMadeHere(Root))
    return std::nullopt;
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if ((F.Kind == FactKind::Allocate || F.Kind == FactKind::Call) && F.Path &&
        View.path(F.Path) == Root)
      return I;
  }
  return std::nullopt;
}

/// Whether the fact \p Maker makes an object, and who knows it then, in terms
/// of this function.
OwnObject LockFlow::madeBy(uint32_t Maker) const {
  OwnObject Made;
  if (Facts.Facts[Maker].Kind == FactKind::Allocate) {
    Made.Known = OwnObject::Nowhere;
    return Made;
  }
  const CallSite *Site = In.Graph.site(Body, Maker);
  if (!Site || Site->Model || Site->Targets.Unresolved)
    return Made;
  auto Arguments = View.arguments(Facts.Facts[Maker]);
  for (BodyId Target : Site->Targets.Bodies) {
    const OwnObject &Own = In.Summaries[Target.Index].Own;
    if (!Own)
      return {};
    Made.Known = std::max(Made.Known, OwnObject::Nowhere);
    if (Own.Known == OwnObject::Everywhere)
      Made.Known = OwnObject::Everywhere;
    if (Own.Known != OwnObject::UnderLocks)
      continue;
    ShortList<Path> Held;
    for (Path L : Own.Held)
      Held.push_back(substitute(Paths, L, {Arguments, Path()}));
    Made.tell(Held);
  }
  return Made;
}

/// Does \p V point to the object behind \p Root?
bool LockFlow::pointsTo(Value V, Path Root) const {
  if (!V.hasPath() || V.path() != Root)
    return false;
  return Paths[Root].Kind == PathKind::Allocation
             ? V.Kind == OperandKind::Address
             : V.Kind == OperandKind::Load || V.Kind == OperandKind::Object;
}

/// Adds to \p Own whom this function has told of the object behind \p Root, but
/// for what the facts \p Maker and \p Until do.
void LockFlow::findTold(Path Root, uint32_t Maker, uint32_t Until,
                        OwnObject &Own) const {
  std::vector<Path> Holders; // Local variables that are given it.
  auto IsIt = [&](Value V) {
    return pointsTo(V, Root) ||
           (V.hasPath() && llvm::is_contained(Holders, V.path()));
  };
  for (const Fact &F : Facts.Facts)
    if (F.Kind == FactKind::Assign && IsIt(View.value(Facts.operands(F)[0])) &&
        Paths[View.path(F.Path)].Kind == PathKind::Local)
      Holders.push_back(View.path(F.Path));
  auto Tell = [&](uint32_t I) {
    const PointState *P = Result.point(I);
    Own.tell(P ? P->Held : ShortList<Path>());
  };
  const facts::TranslationUnit &Unit = Program.unit(Program.body(Body).Unit);
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (I == Maker || I == Until)
      continue;
    auto Operands = Facts.operands(F);
    if (F.Kind == FactKind::Assign) {
      Path Where = View.path(F.Path);
      if (Paths[Where].Root != Root && Paths[Where].Kind != PathKind::Local &&
          IsIt(View.value(Operands[0])))
        Tell(I);
    }
    if (F.Kind != FactKind::Call && F.Kind != FactKind::Construct)
      continue;
    bool OfObject =
        F.Kind == FactKind::Construct ||
        (F.Callee && (Unit.function(F.Callee).Flags & facts::FnF_Method));
    for (size_t O = bool(F.Flags & facts::FF_Indirect); O < Operands.size();
         ++O) {
      Value V = View.value(Operands[O]);
      if (O == 0 && OfObject) {
        if (V.hasPath() && Paths[V.path()].Root == Root && startsThreads(I))
          Own.Known = OwnObject::Everywhere;
      } else if (IsIt(V)) {
        Tell(I);
      }
    }
  }
}

bool LockFlow::startsThreads(uint32_t Fact) const {
  const CallSite *Site = In.Graph.site(Body, Fact);
  return Site && llvm::any_of(Site->Targets.Bodies, [&](BodyId B) {
           return !In.Summaries[B.Index].Started.empty();
         });
}

/// Is what is returned always null or an object that was made here?
void LockFlow::findOwnResult() {
  OwnObject Own;
  std::vector<Path> Seen;
  auto Add = [&](Value V) {
    if (V == Value::constant(0))
      return true;
    if (!V.hasPath())
      return false;
    Path Root = V.path();
    std::optional<uint32_t> Maker =
        pointsTo(V, Root) ? makerOf(Root) : std::nullopt;
    OwnObject Made = Maker ? madeBy(*Maker) : OwnObject();
    if (!Made)
      return false;
    if (llvm::is_contained(Seen, Root))
      return true;
    Seen.push_back(Root);
    findTold(Root, *Maker, ~0u, Made);
    Own.meet(Made);
    return true;
  };
  /// A variable that is given nothing else.
  auto AddVariable = [&](Path Variable) {
    bool Any = false;
    for (const Fact &F : Facts.Facts) {
      auto Operands = Facts.operands(F);
      if (F.Kind == FactKind::Assign && View.path(F.Path) == Variable) {
        if (!Add(View.value(Operands[0])))
          return false;
        Any = true;
      } else if (F.Kind == FactKind::Call || F.Kind == FactKind::Construct) {
        for (const facts::Operand &O : Operands)
          if (View.value(O) == Value::address(Variable))
            return false;
      }
    }
    return Any;
  };
  for (const Fact &F : Facts.Facts) {
    if (F.Kind != FactKind::Return || !F.OperandCount)
      continue;
    Value V = View.value(Facts.operands(F)[0]);
    bool Variable = V.Kind == OperandKind::Load &&
                    Paths[V.path()].Kind == PathKind::Local &&
                    Paths[V.path()].Version == Body.Index;
    if (!(Variable ? AddVariable(V.path()) : Add(V)))
      return;
  }
  TheSummary.Own = std::move(Own);
}

/// Was the object that \p E waits for a lock of made since the other lock is
/// held, and told to nobody who does not take that?
bool LockFlow::ofOwnObject(const OrderEdge &E) const {
  if (E.Wanted.Kind != WaitKind::Lock || E.HeldAt.Body != Body)
    return false;
  auto Steps = Paths.prefixes(E.Wanted.Lock);
  std::optional<uint32_t> Maker = makerOf(Steps[0]);
  if (!Maker || E.Wanted.At.Fact == *Maker)
    return false;
  bool ByPointer = Paths[Steps[0]].Kind == PathKind::Result;
  for (size_t I = 1; I < Steps.size(); ++I)
    if ((Paths[Steps[I]].Kind == PathKind::Deref) != (ByPointer && I == 1))
      return false; // A lock of something else, that the object points to.
  uint32_t Before = blockOf(E.HeldAt.Fact), Then = blockOf(*Maker);
  bool Since =
      Before == Then ? E.HeldAt.Fact < *Maker : Order[Before] < Order[Then];
  const PointState *Making = Result.point(*Maker);
  if (!Since || !Making || !llvm::is_contained(Making->Held, E.Held))
    return false;
  OwnObject Own = madeBy(*Maker);
  if (!Own || startsThreads(E.Wanted.At.Fact))
    return false;
  findTold(Steps[0], *Maker, E.Wanted.At.Fact, Own);
  return Own.Known == OwnObject::Nowhere ||
         (Own.Known == OwnObject::UnderLocks && Own.Held.size() == 1 &&
          Own.Held[0] == E.Held);
}

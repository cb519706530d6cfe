//===-- Accesses.cpp - Who touches which field or variable ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Accesses.h"

#include "analysis/BodyView.h"
#include "analysis/KnownKeys.h"
#include "analysis/MemoryOrder.h"
#include "analysis/PointerFlow.h"
#include "analysis/StaticInitialisers.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::EffectKind;

Accesses::Accesses(const link::Program &Program, PathTable &Paths,
                   const CallGraph &Graph,
                   const std::vector<Summary> &Summaries, const LockKeys &Keys,
                   const ThreadRoots &Roots)
    : AccessTable(Program, Paths, Keys), Graph(Graph), Roots(Roots),
      Last(Program, Paths, Graph, Summaries), Derived(Program),
      Threads(llvm::any_of(Roots.roots(), [](const Root &R) {
        return R.What == Root::Thread;
      })) {
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    collect(BodyId(B), Summaries);
  }
}

void Accesses::collect(BodyId B, const std::vector<Summary> &Summaries) {
  if (Program.function(Program.body(B).Function).has(facts::FnF_StaticInit))
    return; // Before main.
  auto Touches = [](const CallSite &S) {
    return S.has({EffectKind::Reads, EffectKind::Writes, EffectKind::Uses,
                  EffectKind::Frees, EffectKind::AtomicLoad,
                  EffectKind::AtomicStore, EffectKind::AtomicUpdate});
  };
  if (Roots.contexts(B).empty())
    return;
  const facts::FunctionBody &Facts = Program.facts(B);
  if (llvm::none_of(Facts.Facts,
                    [](const Fact &F) {
                      return F.Kind == FactKind::Read ||
                             F.Kind == FactKind::Write ||
                             F.Kind == FactKind::Free;
                    }) &&
      llvm::none_of(Graph.sites(B), Touches))
    return;
  std::optional<BodyView> View;
  auto See = [&]() -> BodyView & {
    if (!View)
      View.emplace(Program, Paths, Graph, Summaries, B);
    return *View;
  };
  link::UnitId Unit = Program.body(B).Unit;
  std::vector<InitialiserFact> Initialisers = staticInitialisers(Program, B);
  std::vector<uint32_t> Ordinals = resultOrdinals(Facts);
  auto ReadAt = [&](facts::PathId P, uint32_t Fact) {
    return PointerFlow::readAt(Facts, Ordinals, P, Fact);
  };
  auto ReadOperandAt = [&](uint32_t Fact, const models::Selector &O) {
    const facts::Operand *Operand = select(Program, B, Facts.Facts[Fact], O);
    return Operand && Operand->hasPath() ? ReadAt(Operand->path(), Fact) : Fact;
  };
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (F.Kind == FactKind::Free) {
      const facts::Operand &O = Facts.operands(F)[0];
      Value V = See().value(O);
      if (V.hasPath() && V.Kind != OperandKind::Object)
        add(B, I, Paths.pointee(V), Frees,
            O.hasPath() ? ReadAt(O.path(), I) : I);
      continue;
    }
    if (F.Kind != FactKind::Read && F.Kind != FactKind::Write)
      continue;
    if (const facts::PathNode &Root = Facts.path(Facts.root(F.Path));
        Root.Kind != PathKind::Global ||
        initialisedBy(Initialisers, I) !=
            Program.symbol(Unit, facts::VariableId(Root.Number)))
      add(B, I, See().path(F.Path), F.Kind == FactKind::Write ? Writes : Reads,
          ReadAt(F.Path, I), F.Flags & facts::FF_AtomicAccess);
  }
  auto DoneTo = [&](const CallSite &S, const models::Effect &E,
                    const models::Selector &O) {
    if (E.Kind == EffectKind::Frees)
      return Frees;
    if (isAtomicAccess(E.Kind))
      return E.Kind == EffectKind::AtomicLoad ? Reads : Writes;
    return writesOperand(Program, B, Facts.Facts[S.Fact], E, O) &&
                   !findsItsKey(Program, Graph, See(), S)
               ? Writes
               : Reads;
  };
  for (const CallSite &S : Graph.sites(B)) {
    if (!S.Model)
      continue;
    for (const models::Effect &E : S.Model->Effects) {
      bool Atomic = isAtomicAccess(E.Kind);
      if (Atomic || E.Kind == EffectKind::Reads ||
          E.Kind == EffectKind::Writes || E.Kind == EffectKind::Uses ||
          E.Kind == EffectKind::Frees)
        for (models::Selector O :
             expand(Program, B, Facts.Facts[S.Fact], E.Operands))
          for (Path P : See().locations(Facts.Facts[S.Fact], O))
            if (Paths.known(P))
              add(B, S.Fact, P, DoneTo(S, E, O), ReadOperandAt(S.Fact, O),
                  Atomic);
    }
  }
}

/// Is this memory that a plain access can race on?
bool Accesses::mayRace(Path P, BodyId In) const {
  const ProgramPath &Root = Paths.rootOf(P);
  if (Root.Kind == PathKind::Global) {
    uint8_t Flags = Program.variable(link::VariableSym(Root.Number)).Flags;
    bool Pointed = false;
    for (Path Q = P; Q; Q = Paths[Q].Parent)
      Pointed |= Paths[Q].Kind == PathKind::Deref;
    if (!Pointed && Flags & (facts::VF_Constant | facts::VF_System))
      return false;
  }
  for (Path Q = P; Q; Q = Paths[Q].Parent) {
    if (TypeRef T = typeOf(Program, Paths, Q, In)) {
      const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
      if (Type.Atomic || Type.Volatile)
        return false;
      if (link::RecordSym R = classOf(Program, T))
        if (const models::TypeModel *M = Program.record(R).Model)
          if (M->Role != models::TypeRole::Container &&
              M->Role != models::TypeRole::Pointer &&
              M->Role != models::TypeRole::Value &&
              M->Role != models::TypeRole::Callable)
            return false;
    }
    if (Paths[Q].Kind == PathKind::Deref)
      break;
  }
  return true;
}

/// The class of \p P, of \p B. Of what `new` has made, that of its constructor;
/// of memory that a call has returned as a `void *`, that of the members that
/// are used there.
link::RecordSym Accesses::classFor(BodyId B, Path P) const {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, P, B));
  if (!R && Paths[P].Kind == PathKind::Allocation)
    return madeBy(B, P);
  if (R || Paths[P].Kind != PathKind::Deref ||
      Paths[Paths[P].Parent].Kind != PathKind::Result)
    return R;
  const facts::FunctionBody &Facts = Program.facts(B);
  for (const facts::PathNode &N : Facts.Paths) {
    if (N.Kind != PathKind::Field ||
        Facts.path(N.Parent).Kind != PathKind::Deref)
      continue;
    const facts::PathNode &From = Facts.path(Facts.path(N.Parent).Parent);
    if (From.Kind == PathKind::Result &&
        From.Number == Paths[Paths[P].Parent].Number)
      return Program
          .field(Program.symbol(Program.body(B).Unit, facts::FieldId(N.Number)))
          .Owner;
  }
  return {};
}

link::RecordSym Accesses::madeBy(BodyId B, Path Allocation) const {
  if (Paths[Allocation].Version != B.Index)
    return {};
  const facts::FunctionBody &Facts = Program.facts(B);
  for (const Fact &F : Facts.Facts)
    if (F.Kind == FactKind::Construct && F.Callee && F.Path)
      if (const facts::PathNode &N = Facts.path(F.Path);
          N.Kind == PathKind::Allocation &&
          N.Number == Paths[Allocation].Number)
        return Program.function(Program.symbol(Program.body(B).Unit, F.Callee))
            .Owner;
  return {};
}

/// Only races look at what frees an object, and only where the program's own
/// threads get.
bool Accesses::mayRaceAsFree(BodyId B, uint32_t Fact, Path P) const {
  return Threads &&
         llvm::any_of(Roots.contexts(B),
                      [&](const RootContext &C) {
                        return Roots.root(C.Root).What != Root::Library;
                      }) &&
         !Last.frees({B, Fact}, P);
}

void Accesses::add(BodyId B, uint32_t Fact, Path P, How Does, uint32_t ReadAt,
                   bool Atomic) {
  if (!Paths.known(P) || Roots.doomed({B, Fact}) || !mayRace(P, B))
    return;
  const ProgramPath &Root = Paths.rootOf(P);
  if (Root.Kind == PathKind::Result && Paths[P].Root == P)
    return; // A temporary.
  if (Does == Frees && !mayRaceAsFree(B, Fact, P))
    return;
  AccessPlace At{
      B, P, Fact, Does != Reads, Does == Frees, /*Part=*/false, Atomic, ReadAt};
  link::RecordSym R = classFor(B, P);
  addWhole(At, R, 0);
  // A pointer to a base may free an object of any class that derives from it.
  if (Does == Frees)
    for (link::RecordSym D : Derived.of(R))
      addWhole(At, D, 0);
  AccessTable::add(At);
}

/// An access to a structure is one to each of its fields.
void Accesses::addWhole(const AccessPlace &At, link::RecordSym R,
                        unsigned Depth) {
  constexpr unsigned MaxDepth = 2, MaxFields = 24;
  if (!R || Program.record(R).Model ||
      Program.record(R).Flags & (facts::RF_System | facts::RF_Lambda))
    return;
  const link::RecordSymbol &Sym = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(Sym.Unit);
  const facts::Record &Record = Unit.record(Sym.Decl);
  if (Record.Fields.size() > MaxFields)
    return;
  for (facts::FieldId Id : Record.Fields) {
    AccessPlace Part = At;
    Part.Part = true;
    link::FieldSym F = Program.symbol(Sym.Unit, Id);
    Part.Of = Paths.field(At.Of, F);
    if (!mayRace(Part.Of, At.Body))
      continue;
    AccessTable::add({LockKey::Field, firstSharing(Program, F).Index}, Part);
    if (Depth < MaxDepth)
      addWhole(Part, classOf(Program, {Sym.Unit, Unit.field(Id).Type}),
               Depth + 1);
  }
}

//===-- MemberOrder.cpp - Members that die before their thread ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/MemberOrder.h"

#include "analysis/BodyView.h"
#include "analysis/Destruction.h"

using namespace fearless;
using namespace fearless::analysis;
using models::EffectKind;

/// The member of the object that is the thread's handle, or has it.
link::FieldSym MemberOrder::handleIn(const ThreadBorrow &B) const {
  Site Spawn = Roots.root(B.Thread).Spawn;
  for (BodyId In : {Spawn.Body, B.At.Body})
    for (const Running &R : Results[In.Index].Handles) {
      if (R.Spawn != Spawn || !Paths.known(R.Handle))
        continue;
      for (Path P : Paths.prefixes(R.Handle))
        if (Paths[P].Kind == PathKind::Field)
          if (link::FieldSym F(Paths[P].Number);
              Program.field(F).Owner == B.Object)
            return F;
    }
  return {};
}

link::RecordSym MemberOrder::classOfField(link::FieldSym F) const {
  const link::FieldSymbol &S = Program.field(F);
  return classOf(Program, {S.Unit, Program.unit(S.Unit).field(S.Decl).Type});
}

bool MemberOrder::joinsWhenDestroyed(link::RecordSym R) const {
  link::FunctionSym D = R ? destructorOf(Program, R) : link::FunctionSym();
  if (!D)
    return false;
  const link::FunctionSymbol &S = Program.function(D);
  if (!S.Model)
    return !S.Bodies.empty() && llvm::all_of(S.Bodies, [&](BodyId B) {
      return !Summaries[B.Index].Joined.empty();
    });
  return llvm::any_of(S.Model->Effects, [&](const models::Effect &E) {
    return E.Kind == EffectKind::JoinIfJoinable ||
           (E.Kind == EffectKind::Destroys &&
            destroyedBy(Program, Models, E, R).Joins);
  });
}

/// Does the destructor of \p Object do something to the handle before?
bool MemberOrder::endedBefore(link::RecordSym Object,
                              link::FieldSym Handle) const {
  link::FunctionSym D = destructorOf(Program, Object);
  if (!D)
    return false;
  bool OfModel = Program.record(classOfField(Handle)).Model;
  for (BodyId B : Program.function(D).Bodies) {
    if (Members.mayEndIn(B, Handle))
      return true;
    BodyView View(Program, Paths, Graph, Summaries, B);
    for (const CallSite &S : Graph.sites(B))
      if (!OfModel && View.fact(S.Fact).Kind != facts::FactKind::Destroy)
        for (const facts::Operand &O : View.facts().operands(View.fact(S.Fact)))
          if (Value V = View.value(O);
              V.hasPath() && Members.fieldOf(V.path()) == Handle)
            return true;
  }
  return false;
}

/// Is it more than memory that stays as it was when it is destroyed?
bool MemberOrder::matters(link::FieldSym F) const {
  link::RecordSym R = classOfField(F);
  if (!R)
    return false;
  const models::TypeModel *M = Program.record(R).Model;
  return (Program.record(R).Flags & facts::RF_NonTrivialDestructor) ||
         (M && M->Role == models::TypeRole::Lock);
}

Site MemberOrder::useOf(RootId T, link::FieldSym F) const {
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    if (!Roots.context(BodyId(I), T))
      continue;
    const facts::FunctionBody &Facts = Program.facts(BodyId(I));
    link::UnitId Unit = Program.body(BodyId(I)).Unit;
    auto Names = [&](facts::PathId P) {
      for (; P; P = Facts.path(P).Parent)
        if (Facts.path(P).Kind == PathKind::Field &&
            Program.symbol(Unit, facts::FieldId(Facts.path(P).Number)) == F)
          return true;
      return false;
    };
    for (uint32_t J = 0; J < Facts.Facts.size(); ++J)
      if ((Facts.Facts[J].Path && Names(Facts.Facts[J].Path)) ||
          llvm::any_of(Facts.operands(Facts.Facts[J]),
                       [&](const facts::Operand &O) {
                         return O.hasPath() && Names(O.path());
                       }))
        return {BodyId(I), J};
  }
  return {};
}

std::optional<MisplacedMember> MemberOrder::of(const ThreadBorrow &B) const {
  link::FieldSym Handle = handleIn(B);
  if (!Handle || !joinsWhenDestroyed(classOfField(Handle)) ||
      endedBefore(B.Object, Handle))
    return std::nullopt;
  const link::RecordSymbol &R = Program.record(B.Object);
  bool After = false;
  for (facts::FieldId F : Program.unit(R.Unit).record(R.Decl).Fields) {
    link::FieldSym Field = Program.symbol(R.Unit, F);
    if (After && matters(Field))
      if (Site Use = useOf(B.Thread, Field))
        return MisplacedMember{B.Thread, Handle, Field, Use};
    After |= Field == Handle;
  }
  return std::nullopt;
}

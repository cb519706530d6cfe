//===-- ObjectUses.cpp - Uses of objects that threads may not share -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ObjectUses.h"

#include "analysis/PointerFlow.h"
#include "analysis/Types.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using models::EffectKind;

ObjectUses::ObjectUses(const link::Program &Program, PathTable &Paths,
                       const CallGraph &Graph,
                       const std::vector<Summary> &Summaries,
                       const LockKeys &Keys, const ThreadRoots &Roots,
                       const Filter &Classify)
    : AccessTable(Program, Paths, Keys), Graph(Graph), Summaries(Summaries) {
  bool Any = false;
  for (uint32_t R = 0; R < Program.records().size(); ++R) {
    Program.trim();
    Classes.push_back(Classify(link::RecordSym(R)));
    Any |= Classes.back() != None;
  }
  for (uint32_t B = 0; Any && B < Program.bodies().size(); ++B)
    if (!Roots.contexts(BodyId(B)).empty()) {
      Program.trim();
      collect(BodyId(B));
    }
}

void ObjectUses::collect(BodyId B) {
  BodyView View(Program, Paths, Graph, Summaries, B);
  Ordinals = resultOrdinals(View.facts());
  for (const CallSite &S : Graph.sites(B)) {
    addCall(View, S);
    addPassed(View, S);
  }
  for (uint32_t I = 0; I < View.facts().Facts.size(); ++I)
    if (FactKind K = View.fact(I).Kind;
        K == FactKind::Read || K == FactKind::Write)
      addMember(View, I);
}

/// Is \p B a member function of \p R, or of what derives from it, or a lambda
/// in one? Who calls that uses the object.
bool ObjectUses::isInside(BodyId B, link::RecordSym R) const {
  const link::FunctionSymbol &F = Program.function(Program.body(B).Function);
  return Program.isOrDerivesFrom(F.Owner, R) ||
         llvm::StringRef(F.Qualified)
             .starts_with(Program.record(R).Qualified + "::");
}

/// \p Of: the pointer or object as the function names it.
void ObjectUses::add(BodyView &View, uint32_t Fact, Path Object,
                     facts::PathId Of) {
  if (!Paths.known(Object))
    return;
  uint32_t ReadAt = PointerFlow::readAt(View.facts(), Ordinals, Of, Fact);
  AccessTable::add({View.body(), Object, Fact, /*Write=*/true, /*Frees=*/false,
                    /*Part=*/false, /*Atomic=*/false, ReadAt});
}

void ObjectUses::addCall(BodyView &View, const CallSite &S) {
  const Fact &F = View.fact(S.Fact);
  if (!F.Callee || !F.OperandCount)
    return;
  const link::FunctionSymbol &Callee = Program.function(
      Program.symbol(Program.body(View.body()).Unit, F.Callee));
  if (!Callee.Owner || !Callee.has(facts::FnF_Method) ||
      Callee.Flags & (facts::FnF_Constructor | facts::FnF_Destructor))
    return;
  Wanted Uses = Classes[Callee.Owner.Index];
  if (Callee.Model ? Uses != OfModel ||
                         S.has({EffectKind::NoEffect, EffectKind::Rebinds})
                   : Uses != Own || isInside(View.body(), Callee.Owner))
    return;
  const facts::Operand &Object = View.facts().operands(F)[0];
  add(View, S.Fact, View.location(F, models::Selector()),
      Object.hasPath() ? Object.path() : facts::PathId());
}

void ObjectUses::addPassed(BodyView &View, const CallSite &S) {
  const Fact &F = View.fact(S.Fact);
  if (S.Model || !S.Targets.Bodies.empty() || !F.Callee)
    return;
  const link::FunctionSymbol &Callee = Program.function(
      Program.symbol(Program.body(View.body()).Unit, F.Callee));
  if (Callee.has(facts::FnF_Implicit))
    return;
  auto Operands = View.facts().operands(F);
  for (size_t I = Callee.has(facts::FnF_Method); I < Operands.size(); ++I) {
    const facts::Operand &O = Operands[I];
    if (!O.hasPath() || O.Kind == facts::OperandKind::Object)
      continue;
    Path Object = Paths.pointee(View.value(O));
    link::RecordSym R =
        Paths.known(Object)
            ? classOf(Program, typeOf(Program, Paths, Object, View.body()))
            : link::RecordSym();
    if (R && Classes[R.Index] == Own && !isInside(View.body(), R))
      add(View, S.Fact, Object, O.path());
  }
}

/// Of all classes whose members the path goes through, the outermost: what is
/// inside is used with it.
void ObjectUses::addMember(BodyView &View, uint32_t Fact) {
  const facts::FunctionBody &Facts = View.facts();
  const link::UnitId Unit = Program.body(View.body()).Unit;
  facts::PathId Object;
  for (facts::PathId P = Facts.Facts[Fact].Path; P; P = Facts.path(P).Parent) {
    const facts::PathNode &N = Facts.path(P);
    if (N.Kind != PathKind::Field)
      continue;
    link::RecordSym Owner =
        Program.field(Program.symbol(Unit, facts::FieldId(N.Number))).Owner;
    if (Classes[Owner.Index] == Own && !isInside(View.body(), Owner))
      Object = N.Parent;
  }
  if (Object)
    add(View, Fact, View.path(Object), Object);
}

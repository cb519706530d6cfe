//===-- LockKinds.cpp - What kind of lock it is, by how it is made --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockKinds.h"

#include "analysis/BodyView.h"

using namespace fearless;
using namespace fearless::analysis;
using models::EffectKind;

namespace {

class LockKindFinder {
public:
  LockKindFinder(const link::Program &Program, PathTable &Paths,
                 const CallGraph &Graph)
      : Program(Program), Paths(Paths), Graph(Graph) {}

  LockKinds run() {
    // Attributes first, wherever they are set; then the locks they make.
    for (bool Locks : {false, true})
      for (uint32_t B = 0; B < Program.bodies().size(); ++B)
        scan(BodyId(B), Locks);
    for (Path P : Several)
      Kinds.Semaphores.erase(P);
    return std::move(Kinds);
  }

private:
  void scan(BodyId B, bool Locks) {
    Program.trim();
    std::optional<BodyView> View;
    for (const CallSite &S : Graph.sites(B)) {
      if (!S.Model)
        continue;
      for (const models::Effect &E : S.Model->Effects) {
        bool Sets = E.Kind == EffectKind::AttributeKind;
        bool Makes = E.Kind == EffectKind::InitLock ||
                     E.Kind == EffectKind::InitRecursive ||
                     E.Kind == EffectKind::Permits;
        if (!(Locks ? Makes : Sets) || E.Operands.size() < 2)
          continue;
        if (!View)
          View.emplace(Program, Paths, Graph, NoSummaries, B);
        apply(*View, View->fact(S.Fact), E);
      }
    }
  }

  void apply(BodyView &View, const facts::Fact &F, const models::Effect &E) {
    auto V = View.values(F, E.Operands);
    auto P = View.locations(F, E.Operands);
    if (V.size() < 2 || !Paths.known(P[0]))
      return;
    switch (E.Kind) {
    case EffectKind::AttributeKind:
      if (V[1].isConstant() && V[1].constant() == E.Value)
        Attributes.insert(P[0]);
      break;
    case EffectKind::InitLock:
      if (Paths.known(P[1]) && Attributes.contains(P[1]))
        mark(P[0], Kinds.Recursive);
      break;
    case EffectKind::Permits:
      mark(P[0], V[1] == Value::constant(1) ? Kinds.Semaphores : Several);
      break;
    default:
      if (V[1].isConstant() && (V[1].constant() & E.Value))
        mark(P[0], Kinds.Recursive);
      break;
    }
  }

  void mark(Path P, llvm::DenseSet<Path> &As) {
    As.insert(P);
    if (Paths[P].Kind == PathKind::Field)
      As.insert(
          Paths.field(Paths.anyObject(), link::FieldSym(Paths[P].Number)));
  }

  const link::Program &Program;
  PathTable &Paths;
  const CallGraph &Graph;
  const std::vector<Summary> NoSummaries;
  LockKinds Kinds;
  llvm::DenseSet<Path> Attributes;
  llvm::DenseSet<Path> Several; ///< Semaphores.
};

} // namespace

bool LockKinds::contains(const llvm::DenseSet<Path> &Kind, PathTable &Paths,
                         Path P) {
  if (Kind.contains(P))
    return true;
  // What is said of a field is said whatever object it is in.
  return Paths[P].Kind == PathKind::Field &&
         Kind.contains(
             Paths.field(Paths.anyObject(), link::FieldSym(Paths[P].Number)));
}

LockKinds analysis::findLockKinds(const link::Program &Program,
                                  PathTable &Paths, const CallGraph &Graph) {
  return LockKindFinder(Program, Paths, Graph).run();
}

//===-- LockKinds.cpp - What kind of lock it is, by how it is made --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockKinds.h"

#include "analysis/MemoryOrder.h"

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
    findUnreleased();
    return std::move(Kinds);
  }

private:
  void scan(BodyId B, bool Locks) {
    Program.trim();
    const link::FunctionSymbol &F = Program.function(Program.body(B).Function);
    if (Locks && isLockFunction(F) && takesNothing(B, 0))
      Kinds.Hollow.insert(F.Owner);
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

  /// The atomics that \p B stores to, in an order that releases or not.
  void findStores(BodyId B, llvm::function_ref<void(Path, bool)> Add) {
    Program.trim();
    const facts::FunctionBody &Facts = Program.facts(B);
    auto Stores = [](const facts::Fact &F) {
      return F.Kind == facts::FactKind::Write &&
             F.Flags & facts::FF_AtomicAccess;
    };
    auto Updates = [](const CallSite &S) {
      return S.has({EffectKind::AtomicStore, EffectKind::AtomicUpdate});
    };
    if (llvm::none_of(Facts.Facts, Stores) &&
        llvm::none_of(Graph.sites(B), Updates))
      return;
    BodyView View(Program, Paths, Graph, NoSummaries, B);
    Fences Around(View, Graph);
    auto AddKnown = [&](Path P, MemoryOrder Order) {
      if (Paths.known(P))
        Add(P, releases(Order));
    };
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I)
      if (Stores(Facts.Facts[I]))
        AddKnown(View.path(Facts.Facts[I].Path),
                 Around.strengthen(memoryOrder(Facts.Facts[I]), I));
    for (const CallSite &S : Graph.sites(B))
      if (S.Model)
        for (const models::Effect &E : S.Model->Effects)
          if (E.Kind == EffectKind::AtomicStore ||
              E.Kind == EffectKind::AtomicUpdate)
            // Of an exchange whose result matters, that takes, not gives back.
            if (E.Kind == EffectKind::AtomicStore || !usesResult(View, S.Fact))
              for (Path P : View.locations(View.fact(S.Fact), E.Operands))
                AddKnown(P, Around.orderOf(View, S.Fact, E));
  }

  static bool usesResult(BodyView &View, uint32_t Fact) {
    const facts::FunctionBody &Facts = View.facts();
    const facts::PathId Result = Facts.Facts[Fact].Path;
    auto Is = [&](const facts::Operand &O) {
      return O.hasPath() && O.path() == Result;
    };
    return Result && (llvm::any_of(Facts.Values,
                                   [&](const facts::ValueNode &N) {
                                     return Is(N.A) || Is(N.B);
                                   }) ||
                      llvm::any_of(Facts.Facts, [&](const facts::Fact &F) {
                        return llvm::any_of(Facts.operands(F), Is);
                      }));
  }

  void findUnreleased() {
    llvm::DenseSet<Path> Released;
    for (uint32_t B = 0; B < Program.bodies().size(); ++B)
      findStores(BodyId(B), [&](Path P, bool Releases) {
        mark(P, Releases ? Released : Kinds.Unreleased);
      });
    for (Path P : Released)
      Kinds.Unreleased.erase(P);
  }

  bool isLockFunction(const link::FunctionSymbol &F) const {
    return F.Owner && !F.has(facts::FnF_Virtual) && !F.has(facts::FnF_System) &&
           !F.Model && !Program.record(F.Owner).Model &&
           llvm::StringRef(F.Qualified).ends_with("::lock");
  }

  /// Is there nothing in \p B, or in what it calls, that may keep another
  /// thread out or see what that did?
  bool takesNothing(BodyId B, unsigned Depth) {
    constexpr unsigned MaxDepth = 4;
    if (Depth > MaxDepth)
      return false;
    BodyView View(Program, Paths, Graph, NoSummaries, B);
    Fences Around(View, Graph);
    for (uint32_t I = 0; I < View.facts().Facts.size(); ++I) {
      const facts::Fact &F = View.fact(I);
      if (F.Kind == facts::FactKind::Unknown ||
          (F.Flags & facts::FF_AtomicAccess && acquires(memoryOrder(F))))
        return false;
    }
    return llvm::all_of(Graph.sites(B), [&](const CallSite &S) {
      if (!S.Model)
        return !S.Targets.Bodies.empty() &&
               llvm::all_of(S.Targets.Bodies, [&](BodyId Callee) {
                 return takesNothing(Callee, Depth + 1);
               });
      return llvm::all_of(S.Model->Effects, [&](const models::Effect &E) {
        switch (E.Kind) {
        case EffectKind::AtomicLoad:
        case EffectKind::AtomicUpdate:
          return !acquires(Around.orderOf(View, S.Fact, E));
        case EffectKind::AtomicStore:
        case EffectKind::Reads:
        case EffectKind::Writes:
        case EffectKind::Returns:
        case EffectKind::NoThrow:
        case EffectKind::NoEffect:
          return true;
        default:
          return false;
        }
      });
    });
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

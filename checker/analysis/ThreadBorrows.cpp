//===-- ThreadBorrows.cpp - What a thread is lent when it is started ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ThreadBorrows.h"

#include "analysis/SpawnCopies.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;

ThreadBorrows::ThreadBorrows(const link::Program &Program, PathTable &Paths,
                             const CallGraph &Graph,
                             const std::vector<Summary> &Summaries,
                             const ThreadRoots &Roots)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Roots(Roots) {
  findClosures();
  for (uint32_t I = 0; I < Roots.roots().size(); ++I) {
    Program.trim();
    const Root &R = Roots.roots()[I];
    if (R.What != Root::Thread)
      continue;
    for (size_t E = 0; E < R.Entries.size(); ++E) {
      auto It = Closures.find(Program.body(R.Entries[E]).Function);
      if (It == Closures.end())
        addPassed(RootId(I), R, E);
      else
        for (Site S : It->second)
          addCaptures(RootId(I), S);
    }
  }
}

/// Where the callables of threads are made, if they are closures.
void ThreadBorrows::findClosures() {
  std::set<link::FunctionSym> Wanted;
  for (const Root &R : Roots.roots())
    if (R.What == Root::Thread)
      for (BodyId E : R.Entries)
        Wanted.insert(Program.body(E).Function);
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    if (!Graph.has(BodyId(B), CallGraph::MakesCallable))
      continue;
    Program.trim();
    const facts::FunctionBody &Facts = Program.facts(BodyId(B));
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I)
      if (Facts.Facts[I].Kind == FactKind::Closure && Facts.Facts[I].Callee) {
        link::FunctionSym F =
            Program.symbol(Program.body(BodyId(B)).Unit, Facts.Facts[I].Callee);
        if (Wanted.count(F))
          Closures[F].push_back({BodyId(B), I});
      }
  }
}

/// The class that \p T, a pointer that shares its pointee, keeps alive or
/// watches.
link::RecordSym ThreadBorrows::sharedOwnerOf(TypeRef T) const {
  link::RecordSym R = classOf(Program, T);
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  if (!M || M->Role != models::TypeRole::Pointer || !M->Shared)
    return {};
  return classOf(Program, pointeeType(Program, T));
}

bool ThreadBorrows::keepsAlive(link::RecordSym Owned,
                               link::RecordSym Object) const {
  return Owned && Object &&
         (Program.isOrDerivesFrom(Owned, Object) ||
          Program.isOrDerivesFrom(Object, Owned));
}

void ThreadBorrows::dropOwned(size_t From,
                              llvm::ArrayRef<link::RecordSym> Owned) {
  auto Begin = Found.begin() + From;
  Found.erase(std::remove_if(Begin, Found.end(),
                             [&](const ThreadBorrow &B) {
                               return llvm::any_of(
                                   Owned, [&](link::RecordSym R) {
                                     return keepsAlive(R, B.Object);
                                   });
                             }),
              Found.end());
}

/// \p V: what the thread gets. Of a pointer that the function was passed, what
/// it points to; of a variable, its address.
void ThreadBorrows::add(RootId T, Site At, Value V) {
  if (!V.hasPath() || !Paths.known(V.path()))
    return;
  Path Root = Paths[V.path()].Root;
  PathKind Kind = Paths[Root].Kind;
  if (Kind != PathKind::Local && Kind != PathKind::Parameter)
    return;
  unsigned Derefs = V.Kind == OperandKind::Load;
  for (Path P = V.path(); P; P = Paths[P].Parent)
    Derefs += Paths[P].Kind == PathKind::Deref;
  ThreadBorrow B{T, At, Derefs ? Paths.deref(Root) : Root, {}};
  if (!Derefs && V.Kind != OperandKind::Address)
    return; // A copy.
  if (Derefs && (Derefs > 1 || Kind != PathKind::Parameter ||
                 (V.Kind == OperandKind::Load && V.path() != Root)))
    return; // What some memory points to.
  if (Derefs && Paths[Root].Number == 0 &&
      Program.function(Program.body(At.Body).Function).has(facts::FnF_Method)) {
    B.Object = classOf(Program, typeOf(Program, Paths, B.Of, At.Body));
    if (!B.Object)
      return;
  }
  Found.push_back(B);
}

void ThreadBorrows::addCaptures(RootId T, Site Closure) {
  BodyView View(Program, Paths, Graph, Summaries, Closure.Body);
  facts::PathId Object = View.fact(Closure.Fact).Path;
  size_t From = Found.size();
  for (const BodyView::Capture &C : View.captures(Closure.Fact))
    add(T, Closure, C.What);
  dropOwned(From,
            ownedBy(classOf(Program, typeOf(Program, Closure.Body, Object))));
}

/// What the pointers among the captures keep alive.
std::vector<link::RecordSym>
ThreadBorrows::ownedBy(link::RecordSym Closure) const {
  std::vector<link::RecordSym> Owned;
  if (!Closure)
    return Owned;
  link::UnitId Unit = Program.record(Closure).Unit;
  const facts::TranslationUnit &Tables = Program.unit(Unit);
  for (facts::FieldId F : Tables.record(Program.record(Closure).Decl).Fields)
    if (link::RecordSym R = sharedOwnerOf({Unit, Tables.field(F).Type}))
      Owned.push_back(R);
  return Owned;
}

/// `std::thread(run, &state)`, `std::thread(&Server::run, this)`
void ThreadBorrows::addPassed(RootId T, const Root &R, size_t Entry) {
  if (!R.Point || Entry >= R.Point->Arguments.size())
    return;
  std::vector<link::RecordSym> Owned;
  size_t From = Found.size();
  BodyView View(Program, Paths, Graph, Summaries, R.Spawn.Body);
  for (unsigned I = 0; I < R.Point->Arguments[Entry].size(); ++I) {
    Value V = R.Point->Arguments[Entry][I];
    if (link::RecordSym S =
            V.hasPath() && Paths.known(V.path())
                ? sharedOwnerOf(typeOf(Program, Paths, V.path(), R.Spawn.Body))
                : link::RecordSym())
      Owned.push_back(S);
    else if (!V.hasPath() ||
             !getsCopy(Program, View, *R.Point, Entry, I, V.path()))
      add(T, R.Spawn, V);
  }
  dropOwned(From, Owned);
}

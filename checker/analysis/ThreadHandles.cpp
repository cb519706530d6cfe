//===-- ThreadHandles.cpp - When two paths are one thread's handle --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ThreadHandles.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

/// A local pointer that is only ever set to places of one array:
/// `for (auto &t : threads)`, `for (pthread_t *p = a; p != a + n; ++p)`.
Walkers analysis::findWalkers(BodyView &View, PathTable &Paths) {
  Walkers Result;
  std::map<Path, bool> Bad;
  for (const facts::Fact &F : View.facts().Facts) {
    if (F.Kind != facts::FactKind::Assign ||
        View.facts().path(F.Path).Kind != PathKind::Local)
      continue;
    Path Pointer = View.path(F.Path);
    Value V = View.value(View.facts().operands(F)[0]);
    if (V.Kind != OperandKind::Address) {
      Bad[Pointer] = true;
      continue;
    }
    Path Array = V.path();
    if (isElementStep(Paths[Array].Kind))
      Array = Paths[Array].Parent;
    if (Paths[Array].Kind == PathKind::Deref && Paths[Array].Parent == Pointer)
      continue; // A step of its own.
    auto [It, New] = Result.try_emplace(Pointer, Array);
    if (!New && It->second != Array)
      Bad[Pointer] = true;
  }
  std::erase_if(Result, [&](const auto &E) { return Bad.count(E.first); });
  return Result;
}

Path analysis::throughWalkers(PathTable &Paths, const Walkers &W, Path Handle) {
  if (W.empty() || !Paths.known(Handle))
    return Handle;
  for (Path P : Paths.prefixes(Handle))
    if (Paths[P].Kind == PathKind::Deref)
      if (auto It = W.find(Paths[P].Parent); It != W.end())
        return Paths.rebase(Handle, P,
                            Paths.element(It->second, Value::unknown()));
  return Handle;
}

bool analysis::isElement(const PathTable &Paths, Path Handle) {
  if (!Paths.known(Handle))
    return false;
  for (Path P = Handle; P; P = Paths[P].Parent)
    if (isElementStep(Paths[P].Kind))
      return true;
  return false;
}

/// \p P with all indices unknown, without the fields of a library's pair, and
/// with whatever value a pointer has.
static Path general(const link::Program &Program, PathTable &Paths, Path P) {
  if (!Paths.known(P))
    return P;
  auto Prefixes = Paths.prefixes(P);
  Path Now = Prefixes[0];
  bool Element = false;
  for (size_t I = 1; I < Prefixes.size(); ++I) {
    const ProgramPath N = Paths[Prefixes[I]];
    Element |= isElementStep(N.Kind);
    if (isElementStep(N.Kind)) {
      if (Paths[Now].Kind != PathKind::ElementAny)
        Now = Paths.element(Now, Value::unknown());
      continue;
    }
    if (Element && N.Kind == PathKind::Field) {
      const link::FieldSymbol &F = Program.field(link::FieldSym(N.Number));
      if (Program.record(F.Owner).Flags & facts::RF_System)
        continue;
    }
    Now = Paths.step(N.Kind, Now, N.Number,
                     N.Kind == PathKind::Deref ? 0 : N.Version);
  }
  return Now;
}

bool analysis::sameHandle(const link::Program &Program, PathTable &Paths,
                          Path A, Path B) {
  if (A == B)
    return true;
  if (!Paths.known(A) || !Paths.known(B))
    return false;
  // A member that holds handles stands for what it holds.
  auto Member = [&](Path P) {
    while (isElementStep(Paths[P].Kind) || Paths[P].Kind == PathKind::Deref)
      P = Paths[P].Parent;
    return P;
  };
  auto OfAnyObject = [&](Path P) {
    return Paths[P].Kind == PathKind::Field &&
           Paths[P].Parent == Paths.anyObject();
  };
  if (OfAnyObject(A) || OfAnyObject(B)) {
    A = Member(A);
    B = Member(B);
    return Paths[A].Kind == PathKind::Field &&
           Paths[B].Kind == PathKind::Field &&
           Paths[A].Number == Paths[B].Number;
  }
  if (general(Program, Paths, A) != general(Program, Paths, B))
    return false;
  auto X = Paths.prefixes(A), Y = Paths.prefixes(B);
  for (size_t I = 0; I < X.size() && I < Y.size(); ++I)
    if (Paths[X[I]].Kind == PathKind::ElementConst &&
        Paths[Y[I]].Kind == PathKind::ElementConst &&
        Paths[X[I]].Number != Paths[Y[I]].Number)
      return false;
  return true;
}

//===-- ObjectStateSources.cpp - Who gives an object its state ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of ObjectStates: the constants that a field gets, through parameters and
// other fields, and into which loops the object is put on the way.
//
//===----------------------------------------------------------------------===//

#include "analysis/BodyView.h"
#include "analysis/ObjectStates.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;
using models::EffectKind;

/// Ways in which one field gets its values, at most; calls between a store and
/// a constant. Beyond it the value is unknown.
static constexpr size_t MaxSources = 512;
static constexpr unsigned MaxDepth = 4;

const ObjectStates::Sources &ObjectStates::sources(link::FieldSym F) {
  auto [It, New] = Known.try_emplace(F);
  if (!New)
    return It->second;
  Sources All;
  Busy.insert(F);
  for (Site S : Stores[F]) {
    BodyView View(Program, Paths, Graph, Summaries, S.Body);
    Value V = View.value(View.facts().operands(View.fact(S.Fact))[0]);
    resolve(V, S.Body, {S}, All);
    if (All.size() >= MaxSources)
      break;
  }
  for (auto &[S, Containers] : All)
    Containers = containers(S);
  Busy.erase(F);
  return It->second = std::move(All);
}

/// The constants that a field gets, whoever gives them. Of one that gets its
/// own value by way of others nothing is known.
ObjectStates::Constants ObjectStates::constants(link::FieldSym F) {
  Constants All;
  if (Busy.count(F)) {
    All.insert(std::nullopt);
    return All;
  }
  const Sources &From = sources(F);
  if (From.size() >= MaxSources)
    All.insert(std::nullopt);
  for (const auto &[S, Containers] : From)
    All.insert(S.Constant);
  return All;
}

/// The constants that \p V of \p B may be.
void ObjectStates::resolve(Value V, BodyId B, std::vector<Site> Chain,
                           Sources &To) {
  auto Add = [&](std::optional<int32_t> Constant) {
    To.try_emplace({Constant, Chain});
  };
  if (V.isConstant())
    return Add(V.constant());
  if (V.Kind != OperandKind::Load || Chain.size() > MaxDepth ||
      To.size() >= MaxSources)
    return Add(std::nullopt);
  const ProgramPath &N = Paths[V.path()];
  if (N.Kind == PathKind::Field) {
    Constants Known = constants(link::FieldSym(N.Number));
    for (std::optional<int32_t> Constant : Known)
      Add(Constant);
    if (Known.empty()) // It gets its value by other means.
      Add(std::nullopt);
    return;
  }
  auto Callers = Graph.callers(B);
  if (N.Kind != PathKind::Parameter || Callers.empty())
    return Add(std::nullopt);
  for (const CallGraph::Caller &C : Callers) {
    const CallSite *S = Graph.site(C.Body, C.Fact);
    if (!S || !llvm::is_contained(S->Targets.Bodies, B))
      return Add(std::nullopt);
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    std::vector<Site> Longer = Chain;
    Longer.push_back({C.Body, C.Fact});
    resolve(N.Number < Arguments.size() ? Arguments[N.Number]
                                        : Value::unknown(),
            C.Body, std::move(Longer), To);
  }
}

/// Does \p R run all of the chain?
bool ObjectStates::by(const Source &S, RootId R) const {
  return llvm::all_of(S.Chain,
                      [&](Site C) { return Roots.context(C.Body, R); });
}

/// The containers of callables that the chain puts objects into.
std::set<LockKey> ObjectStates::containers(const Source &S) const {
  std::set<LockKey> Result;
  for (size_t I = 0; I < S.Chain.size(); ++I) {
    BodyId B = S.Chain[I].Body;
    BodyView View(Program, Paths, Graph, Summaries, B);
    for (const CallSite &Call : Graph.sites(B)) {
      if (!Call.Model)
        continue;
      for (const models::Effect &E : Call.Model->Effects) {
        if (E.Kind != EffectKind::Holds && E.Kind != EffectKind::Move &&
            E.Kind != EffectKind::Stores)
          continue;
        Path On = View.location(View.fact(Call.Fact), E.On);
        BodyId In = B;
        for (size_t Up = I + 1; Up < S.Chain.size() && Paths.known(On) &&
                                Paths.isRoot(On, PathKind::Parameter);
             ++Up) {
          In = S.Chain[Up].Body;
          BodyView Above(Program, Paths, Graph, Summaries, In);
          auto Arguments = Above.arguments(Above.fact(S.Chain[Up].Fact));
          On = substitute(Paths, On, {Arguments, Path()});
        }
        if (LockKey K = Paths.known(On) ? Keys.key(On, In) : LockKey())
          Result.insert(K);
      }
    }
  }
  return Result;
}

/// Does \p R run one of \p Containers?
bool ObjectStates::runs(RootId R, const std::set<LockKey> &Containers) const {
  return llvm::any_of(Containers,
                      [&](LockKey K) { return Loops[R.Index].count(K); });
}

/// Does \p S put objects into what another root runs, and into nothing that
/// \p R does?
bool ObjectStates::elsewhere(const Source &S,
                             const std::set<LockKey> &Containers,
                             RootId R) const {
  if (runs(R, Containers))
    return false;
  for (uint32_t Other = 0; Other < Loops.size(); ++Other)
    if (runs(RootId(Other), Containers) && by(S, RootId(Other)))
      return true;
  return false;
}

/// Is an object of which the field is \p Is always one of another root? Those
/// that get into a loop of \p R have some other state then.
bool ObjectStates::neverGives(RootId R, link::FieldSym F, int32_t Is) {
  auto [It, New] = Never.try_emplace({R, F, Is}, false);
  if (!New)
    return It->second;
  bool Given = false, Other = false;
  const Sources &All = sources(F);
  Program.trim();
  if (All.size() >= MaxSources)
    return false;
  for (const auto &[S, Containers] : All) {
    if (S.Constant && *S.Constant != Is) {
      Other |= runs(R, Containers);
      continue;
    }
    if (by(S, R) || !elsewhere(S, Containers, R))
      return false;
    Given = true;
  }
  return It->second = Given && Other;
}

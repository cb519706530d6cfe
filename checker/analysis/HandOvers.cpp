//===-- HandOvers.cpp - How one thread tells another that it is done ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/HandOvers.h"

#include "support/Sorted.h"

using namespace fearless;
using namespace fearless::analysis;
using support::insertSorted;

/// May the two be one object, found as it was left?
static bool meets(const HandKey &Published, const HandKey &Observed) {
  if (Published.Zero != Observed.Zero)
    return false;
  if (Published.Key && Observed.Key)
    return Published.Key == Observed.Key;
  return Published.Event && Observed.Event;
}

/// \p H of \p In, in one word: bodies and paths are fewer than 2^31.
static uint64_t question(const HandOver &H, BodyId In) {
  return uint64_t(In.Index) << 33 | uint64_t(H.Of.Index) << 1 | H.Zero;
}

HandOvers::HandOvers(const link::Program &Program, PathTable &Paths,
                     const LockKeys &Keys, const LockKinds &Kinds,
                     const std::vector<FunctionResult> &Results)
    : Program(Program), Paths(Paths), Keys(Keys) {
  for (uint32_t B = 0; B < Results.size(); ++B)
    for (auto [To, From] : Results[B].Aliases) {
      LockKey X = leader(Keys.key(To, BodyId(B)));
      LockKey Y = leader(Keys.key(From, BodyId(B)));
      if (X && Y && X != Y)
        Same[std::max(X, Y)] = std::min(X, Y);
    }
  HandSet Told, Seen;
  for (uint32_t B = 0; B < Results.size(); ++B) {
    for (const auto &[What, Observed] : Results[B].Publications)
      Told.push_back(number(What, BodyId(B), Kinds));
    for (const SpawnPoint &P : Results[B].Spawns)
      for (const HandOver &H : P.AtEnd)
        Told.push_back(number(H, BodyId(B), Kinds));
    for (const PointState &P : Results[B].Points) {
      for (const HandOver &H : P.Observed)
        Seen.push_back(number(H, BodyId(B), Kinds));
      for (const HandOver &H : P.Published)
        number(H, BodyId(B), Kinds);
    }
  }
  for (HandSet *List : {&Told, &Seen}) {
    std::erase(*List, ~0u);
    llvm::sort(*List);
    List->erase(std::unique(List->begin(), List->end()), List->end());
  }
  Meeting.resize(size());
  HandSet Unnamed;
  for (uint32_t N : Told)
    if (!Numbered[N].Key)
      Unnamed.push_back(N);
  for (uint32_t O : Seen) {
    for (uint32_t N : Numbered[O].Key ? Unnamed : Told)
      if (meets(Numbered[N], Numbered[O]))
        Meeting[O].push_back(N);
    if (Numbered[O].Key && llvm::binary_search(Told, O))
      insertSorted(Meeting[O], O);
  }
  keepMeeting();
  for (uint32_t B = 0; B < Results.size(); ++B)
    for (const auto &[What, Observed] : Results[B].Publications)
      if (uint32_t N = number(What, BodyId(B), Kinds); N != ~0u)
        Publications[BodyId(B)].push_back({N, keys(Observed, BodyId(B))});
}

/// Sets of hand-overs go along every way of every root: what is published and
/// never seen, or seen and never published, is no part of them.
void HandOvers::keepMeeting() {
  std::vector<bool> Kept(size());
  for (uint32_t O = 0; O < Meeting.size(); ++O)
    for (uint32_t N : Meeting[O])
      Kept[O] = Kept[N] = true;
  std::vector<uint32_t> Renumbered(size(), ~0u);
  std::vector<HandKey> Keys;
  for (uint32_t Old = 0; Old < size(); ++Old)
    if (Kept[Old]) {
      Renumbered[Old] = Keys.size();
      Keys.push_back(Numbered[Old]);
    }
  std::vector<HandSet> Meets(Keys.size());
  for (uint32_t Old = 0; Old < size(); ++Old)
    for (uint32_t Other : Meeting[Old]) // In the order of the old numbers.
      Meets[Renumbered[Old]].push_back(Renumbered[Other]);
  Meeting = std::move(Meets);
  for (auto &[Where, Number] : Known)
    if (Number != ~0u)
      Number = Renumbered[Number];
  Numbers.clear();
  for (uint32_t N = 0; N < Keys.size(); ++N)
    Numbers[Keys[N]] = N;
  Numbered = std::move(Keys);
}

uint32_t HandOvers::number(const HandOver &H, BodyId In,
                           const LockKinds &Kinds) {
  auto [It, New] = Known.try_emplace(question(H, In), ~0u);
  if (!New)
    return It->second;
  if (std::optional<HandKey> K = key(H, In)) {
    auto [At, Fresh] = Numbers.try_emplace(*K, Numbered.size());
    if (Fresh)
      Numbered.push_back(*K);
    if (K->Key && LockKinds::contains(Kinds.Semaphores, Paths, H.Of))
      Permits.insert(K->Key);
    return Known[question(H, In)] = At->second;
  }
  return It->second;
}

void HandOvers::answer(HandSet &Published, const HandSet &Seen) const {
  for (uint32_t N : Seen) {
    HandKey K = Numbered[N];
    if (!K.Zero) {
      Published.clear();
      return;
    }
    K.Zero = false;
    if (auto It = Numbers.find(K); It != Numbers.end())
      std::erase(Published, It->second);
  }
}

LockKey HandOvers::leader(LockKey K) const {
  for (auto It = Same.find(K); It != Same.end(); It = Same.find(K))
    K = It->second;
  return K;
}

bool HandOvers::isEvent(Path P, BodyId In) const {
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, P, In));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return M && (M->Role == models::TypeRole::Event ||
               M->Role == models::TypeRole::Thread ||
               M->Role == models::TypeRole::Callable);
}

std::optional<HandKey> HandOvers::key(const HandOver &H, BodyId In) const {
  PlacedPath P = Keys.normalise(H.Of, In);
  HandKey K;
  K.Key = leader(Keys.key(P.P, P.In));
  K.Event = Paths.known(P.P) && isEvent(P.P, P.In);
  K.Zero = H.Zero;
  if (!K.Key && !K.Event)
    return std::nullopt;
  return K;
}

HandSet HandOvers::keys(llvm::ArrayRef<HandOver> List, BodyId In) const {
  HandSet Result;
  for (const HandOver &H : List)
    if (auto It = Known.find(question(H, In));
        It != Known.end() && It->second != ~0u)
      insertSorted(Result, It->second);
  return Result;
}

llvm::ArrayRef<HandOvers::Publication> HandOvers::publications(BodyId B) const {
  auto It = Publications.find(B);
  if (It == Publications.end())
    return {};
  return It->second;
}

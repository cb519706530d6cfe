//===-- HandOvers.cpp - How one thread tells another that it is done ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/HandOvers.h"

using namespace fearless;
using namespace fearless::analysis;

bool analysis::meets(const HandKey &Published, const HandKey &Observed) {
  if (Published.Zero != Observed.Zero)
    return false;
  if (Published.Key && Observed.Key)
    return Published.Key == Observed.Key;
  return Published.Event && Observed.Event;
}

HandOvers::HandOvers(const link::Program &Program, const PathTable &Paths,
                     const LockKeys &Keys,
                     const std::vector<FunctionResult> &Results)
    : Program(Program), Paths(Paths), Keys(Keys) {
  for (uint32_t B = 0; B < Results.size(); ++B)
    for (auto [To, From] : Results[B].Aliases) {
      LockKey X = leader(Keys.key(To, BodyId(B)));
      LockKey Y = leader(Keys.key(From, BodyId(B)));
      if (X && Y && X != Y)
        Same[std::max(X, Y)] = std::min(X, Y);
    }
  for (uint32_t B = 0; B < Results.size(); ++B)
    for (const auto &[What, Observed] : Results[B].Publications)
      if (auto K = key(What, BodyId(B)))
        Publications[BodyId(B)].push_back({*K, keys(Observed, BodyId(B))});
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

std::set<HandKey> HandOvers::keys(llvm::ArrayRef<HandOver> List,
                                  BodyId In) const {
  std::set<HandKey> Result;
  for (const HandOver &H : List)
    if (auto K = key(H, In))
      Result.insert(*K);
  return Result;
}

llvm::ArrayRef<HandOvers::Publication>
HandOvers::publications(BodyId B) const {
  auto It = Publications.find(B);
  if (It == Publications.end())
    return {};
  return It->second;
}

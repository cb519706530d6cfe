//===-- CriticalSections.cpp - What one hold of a lock spans --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/CriticalSections.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::FactKind;
using models::EffectKind;

CriticalSections::CriticalSections(PathTable &Paths, const CallGraph &Graph,
                                   const std::vector<Summary> &Summaries,
                                   const FunctionResult &Result, BodyView &View)
    : Paths(Paths), Graph(Graph), Summaries(Summaries),
      Result(Result), View(View), Facts(View.facts()) {
  Blocks.resize(Facts.Facts.size());
  Before.resize(Facts.Facts.size());
  for (uint32_t B = 0; B < Facts.Blocks.size(); ++B)
    for (uint32_t I = 0; I < Facts.Blocks[B].FactCount; ++I)
      Blocks[Facts.Blocks[B].FirstFact + I] = B;
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    llvm::SmallVector<uint32_t, 4> Next;
    after(I, Next);
    for (uint32_t N : Next)
      Before[N].push_back(I);
  }
}

llvm::SmallVector<Path, 4> CriticalSections::heldAt(uint32_t Fact) const {
  llvm::SmallVector<Path, 4> Locks;
  // A once flag that is set orders what comes after it; nobody gives it back.
  if (const PointState *P = Result.point(Fact))
    for (Path L : P->Held)
      if (!llvm::is_contained(P->Initialised, L))
        Locks.push_back(L);
  return Locks;
}

bool CriticalSections::held(uint32_t Fact, Path Lock) const {
  return llvm::is_contained(heldAt(Fact), Lock);
}

/// The facts of which the lock flow says what is held.
static bool isPoint(FactKind K) {
  switch (K) {
  case FactKind::Call:
  case FactKind::Construct:
  case FactKind::Destroy:
  case FactKind::Read:
  case FactKind::Write:
  case FactKind::Assign:
  case FactKind::Return:
  case FactKind::Allocate:
    return true;
  default:
    return false;
  }
}

bool CriticalSections::breaks(uint32_t Fact, Path Lock) const {
  if (!Lock)
    return false;
  const facts::Fact &F = Facts.Facts[Fact];
  if (!isPoint(F.Kind))
    return false;
  if (!held(Fact, Lock))
    return true;
  const CallSite *Site = Graph.site(View.body(), Fact);
  if (!Site)
    return false;
  if (Site->Model)
    return llvm::any_of(Site->Model->Effects, [](const models::Effect &E) {
      return E.Kind == EffectKind::Wait && !E.Operands.empty();
    });
  for (BodyId Callee : Site->Targets.Bodies) {
    llvm::SmallVector<Value, 4> Arguments;
    for (const Acquisition &A : Summaries[Callee.Index].Acquisitions) {
      if (A.Released.empty() &&
          (A.Kind != WaitKind::Condition || A.With.empty()))
        continue;
      if (Arguments.empty())
        Arguments = View.arguments(F);
      auto Is = [&](Path P) {
        return substitute(Paths, P, {Arguments, Path()}) == Lock;
      };
      if (llvm::any_of(A.Released, Is) ||
          (A.Kind == WaitKind::Condition && llvm::any_of(A.With, Is)))
        return true;
    }
  }
  return false;
}

void CriticalSections::firstOf(uint32_t Block,
                               llvm::SmallVectorImpl<uint32_t> &Next) const {
  llvm::SmallVector<uint32_t, 4> Work{Block};
  llvm::SmallVector<uint32_t, 8> Seen;
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    if (llvm::is_contained(Seen, B))
      continue;
    Seen.push_back(B);
    if (Facts.Blocks[B].FactCount)
      Next.push_back(Facts.Blocks[B].FirstFact);
    else
      for (facts::BlockId S : Facts.Blocks[B].Successors)
        Work.push_back(S.Index);
  }
}

void CriticalSections::after(uint32_t Fact,
                             llvm::SmallVectorImpl<uint32_t> &Next) const {
  const facts::Block &B = Facts.Blocks[Blocks[Fact]];
  if (Fact + 1 < B.FirstFact + B.FactCount)
    Next.push_back(Fact + 1);
  else
    for (facts::BlockId S : B.Successors)
      firstOf(S.Index, Next);
}

CriticalSections::Way
CriticalSections::search(llvm::SmallVector<std::pair<uint32_t, bool>, 8> Work,
                         uint32_t To, Path Lock,
                         llvm::ArrayRef<uint32_t> Around) const {
  Way Result;
  llvm::BitVector Seen[2];
  Seen[0].resize(Facts.Facts.size());
  Seen[1].resize(Facts.Facts.size());
  uint32_t FirstBreak = ~0u;
  while (!Work.empty()) {
    auto [Fact, Broken] = Work.pop_back_val();
    if (Seen[Broken].test(Fact))
      continue;
    Seen[Broken].set(Fact);
    if (Fact == To) {
      Result.Any = true;
      Result.Broken |= Broken;
      continue;
    }
    if (llvm::is_contained(Around, Fact))
      continue;
    if (Lock && !Broken && breaks(Fact, Lock)) {
      Broken = true;
      FirstBreak = std::min(FirstBreak, Fact);
    }
    llvm::SmallVector<uint32_t, 4> Next;
    after(Fact, Next);
    for (uint32_t N : Next)
      Work.push_back({N, Broken});
  }
  Result.Break = FirstBreak;
  return Result;
}

CriticalSections::Way
CriticalSections::way(uint32_t From, uint32_t To, Path Lock,
                      llvm::ArrayRef<uint32_t> Around) const {
  llvm::SmallVector<uint32_t, 4> Next;
  after(From, Next);
  llvm::SmallVector<std::pair<uint32_t, bool>, 8> Start;
  for (uint32_t N : Next)
    Start.push_back({N, false});
  return search(std::move(Start), To, Lock, Around);
}

CriticalSections::Way
CriticalSections::wayFrom(uint32_t Branch, unsigned Successor, uint32_t To,
                          Path Lock, llvm::ArrayRef<uint32_t> Around) const {
  llvm::SmallVector<uint32_t, 4> Next;
  firstOf(Facts.Blocks[Blocks[Branch]].Successors[Successor].Index, Next);
  llvm::SmallVector<std::pair<uint32_t, bool>, 8> Start;
  for (uint32_t N : Next)
    Start.push_back({N, false});
  return search(std::move(Start), To, Lock, Around);
}

llvm::BitVector CriticalSections::before(uint32_t Fact, Path Lock) const {
  llvm::BitVector Seen(Facts.Facts.size());
  llvm::SmallVector<uint32_t, 16> Work(Before[Fact].begin(),
                                       Before[Fact].end());
  while (!Work.empty()) {
    uint32_t F = Work.pop_back_val();
    if (Seen.test(F) || breaks(F, Lock))
      continue;
    Seen.set(F);
    Work.append(Before[F].begin(), Before[F].end());
  }
  return Seen;
}

llvm::SmallVector<uint32_t, 2> CriticalSections::begins(uint32_t Fact,
                                                        Path Lock) const {
  llvm::SmallVector<uint32_t, 2> Result;
  llvm::BitVector Seen(Facts.Facts.size());
  llvm::SmallVector<uint32_t, 16> Work(Before[Fact].begin(),
                                       Before[Fact].end());
  while (!Work.empty()) {
    uint32_t F = Work.pop_back_val();
    if (Seen.test(F))
      continue;
    Seen.set(F);
    if (breaks(F, Lock))
      Result.push_back(F);
    else
      Work.append(Before[F].begin(), Before[F].end());
  }
  llvm::sort(Result);
  return Result;
}

/// The blocks that \p Block leads to without passing \p Around.
llvm::BitVector CriticalSections::reach(uint32_t Block, uint32_t Around) const {
  llvm::BitVector Seen(Facts.Blocks.size());
  llvm::SmallVector<uint32_t, 16> Work{Block};
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    if (Seen.test(B))
      continue;
    Seen.set(B);
    if (B == Around)
      continue;
    for (facts::BlockId S : Facts.Blocks[B].Successors)
      Work.push_back(S.Index);
  }
  return Seen;
}

std::vector<CriticalSections::Control>
CriticalSections::controls(uint32_t Fact) const {
  std::vector<Control> Result;
  // Blocks from which the fact can be reached, for a start.
  uint32_t Goal = Blocks[Fact];
  for (uint32_t B = 0; B < Facts.Blocks.size(); ++B) {
    const facts::Block &Block = Facts.Blocks[B];
    if (Block.Successors.size() < 2 || !Block.FactCount)
      continue;
    uint32_t Last = Block.FirstFact + Block.FactCount - 1;
    if (Facts.Facts[Last].Kind != FactKind::Assume &&
        Facts.Facts[Last].Kind != FactKind::Switch)
      continue;
    std::optional<unsigned> Leads;
    bool All = true;
    for (unsigned I = 0; I < Block.Successors.size(); ++I) {
      bool There = reach(Block.Successors[I].Index, B).test(Goal);
      if (There && !Leads)
        Leads = I;
      All &= There;
    }
    if (Leads && !All)
      Result.push_back({Last, *Leads});
  }
  return Result;
}

llvm::BitVector CriticalSections::onlyAfter(const Control &C) const {
  uint32_t B = Blocks[C.Branch];
  const facts::Block &Block = Facts.Blocks[B];
  llvm::BitVector Only = reach(Block.Successors[C.Successor].Index, B);
  for (unsigned I = 0; I < Block.Successors.size(); ++I)
    if (I != C.Successor)
      Only.reset(reach(Block.Successors[I].Index, B));
  return Only;
}

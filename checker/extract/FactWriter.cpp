//===-- FactWriter.cpp - Appends facts to a body --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/FactWriter.h"

using namespace clang;

namespace fearless::extract {

using facts::BlockId;
using facts::Fact;
using facts::FactKind;

Fact &FactWriter::emit(FactKind Kind, SourceLocation Loc, facts::PathId Path,
                       std::span<const facts::Operand> Operands) {
  Loc = placeOf(Loc);
  Fact F;
  F.Kind = Kind;
  F.Loc = Decls.places().location(Loc);
  F.Path = Path;
  Paths.setOperands(F, Operands);
  if (Loc.isMacroID())
    if (facts::Location Spelled = Decls.places().spelling(Loc))
      Body.Spellings.push_back(
          {static_cast<uint32_t>(Body.Facts.size()), Spelled});
  Body.Facts.push_back(F);
  return Body.Facts.back();
}

void FactWriter::emitUnknown(SourceLocation Loc, facts::UnknownReason Reason) {
  emit(FactKind::Unknown, Loc).Detail = static_cast<uint32_t>(Reason);
}

facts::LocalId FactWriter::makeLocal(llvm::StringRef Name, QualType T,
                                     uint8_t Flags, SourceLocation Loc) {
  facts::LocalId Id(static_cast<uint32_t>(Body.Locals.size()));
  facts::Local L;
  L.Name = Decls.builder().string(Name);
  L.Type = Decls.type(T);
  L.Flags = Flags;
  L.Loc = Decls.places().location(placeOf(Loc));
  Body.Locals.push_back(L);
  return Id;
}

facts::PathId FactWriter::makeTemporary(QualType T, SourceLocation Loc) {
  facts::LocalId Id = makeLocal("", T, facts::LF_Temporary, Loc);
  return Paths.root(facts::PathKind::Local, Id.Index);
}

void FactWriter::flagLocal(facts::PathId Root, facts::LocalFlag Flag) {
  const facts::PathNode &N = Body.Paths[Root.Index];
  if (N.Kind == facts::PathKind::Local)
    Body.Locals[N.Number].Flags |= Flag;
}

BlockId FactWriter::beginBlock() {
  BlockId Id(static_cast<uint32_t>(Body.Blocks.size()));
  Body.Blocks.emplace_back();
  Body.Blocks.back().FirstFact = static_cast<uint32_t>(Body.Facts.size());
  return Id;
}

namespace {

/// Renumbers the blocks of a body once they are all there.
class Folding {
public:
  Folding(facts::FunctionBody &Body, BlockId Exit) : Body(Body), Exit(Exit) {}
  void run();

private:
  BlockId target(BlockId B) const;
  bool endsIn(const facts::Block &B, FactKind Kind) const;
  void skipEmpty();
  void joinChains();
  void countPredecessors();
  void renumber();
  void dropFactsOfGone();
  void forEachHandler(llvm::function_ref<void(BlockId &)> Fn) {
    for (facts::Cleanup &C : Body.Cleanups)
      for (BlockId &B : C.Handlers)
        Fn(B);
  }

  facts::FunctionBody &Body;
  BlockId Exit;
  std::vector<unsigned> Predecessors;
  std::vector<bool> Gone;
};

/// Where control really goes on the way to \p B.
BlockId Folding::target(BlockId B) const {
  // An empty endless loop leads nowhere else: give up after a full round.
  for (size_t Steps = 0; Steps < Body.Blocks.size(); ++Steps) {
    const facts::Block &Block = Body.Blocks[B.Index];
    if (B == Exit || B.Index == 0 || Block.FactCount != 0 ||
        Block.Successors.size() != 1)
      return B;
    B = Block.Successors[0];
  }
  return B;
}

bool Folding::endsIn(const facts::Block &B, FactKind Kind) const {
  return B.FactCount != 0 &&
         Body.Facts[B.FirstFact + B.FactCount - 1].Kind == Kind;
}

void Folding::skipEmpty() {
  for (facts::Block &B : Body.Blocks) {
    for (BlockId &S : B.Successors)
      S = target(S);
    // A branch whose two ways are one is none.
    if (B.Successors.size() == 2 && B.Successors[0] == B.Successors[1] &&
        !endsIn(B, FactKind::Switch)) {
      B.Successors.pop_back();
      B.FactCount -= endsIn(B, FactKind::Assume);
    }
  }
  forEachHandler([&](BlockId &B) { B = target(B); });
}

void Folding::countPredecessors() {
  Predecessors.assign(Body.Blocks.size(), 0);
  std::vector<bool> Reached(Body.Blocks.size());
  std::vector<uint32_t> Work = {0};
  Reached[0] = true;
  forEachHandler([&](BlockId &B) {
    Predecessors[B.Index] += 2; // Never joined to another block.
    if (!Reached[B.Index])
      Work.push_back(B.Index);
    Reached[B.Index] = true;
  });
  while (!Work.empty()) {
    uint32_t B = Work.back();
    Work.pop_back();
    for (BlockId S : Body.Blocks[B].Successors) {
      ++Predecessors[S.Index];
      if (!Reached[S.Index])
        Work.push_back(S.Index);
      Reached[S.Index] = true;
    }
  }
  Gone.assign(Body.Blocks.size(), false);
  for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
    Gone[B] = !Reached[B];
}

/// Joins a block to the only one it follows, where the facts lie in a row.
void Folding::joinChains() {
  for (uint32_t I = 0; I < Body.Blocks.size(); ++I) {
    if (Gone[I])
      continue;
    facts::Block &B = Body.Blocks[I];
    while (B.Successors.size() == 1) {
      BlockId Next = B.Successors[0];
      facts::Block &Follower = Body.Blocks[Next.Index];
      if (Next == Exit || Next.Index == 0 || Next.Index == I ||
          Predecessors[Next.Index] != 1)
        break;
      if (B.FactCount == 0)
        B.FirstFact = Follower.FirstFact;
      else if (Follower.FactCount != 0 &&
               B.FirstFact + B.FactCount != Follower.FirstFact)
        break;
      B.FactCount += Follower.FactCount;
      B.Successors = std::move(Follower.Successors);
      Follower.Successors.clear();
      Gone[Next.Index] = true;
    }
  }
}

void Folding::renumber() {
  std::vector<uint32_t> New(Body.Blocks.size());
  std::vector<facts::Block> Kept;
  for (uint32_t I = 0; I < Body.Blocks.size(); ++I) {
    if (Gone[I])
      continue;
    New[I] = static_cast<uint32_t>(Kept.size());
    Kept.push_back(std::move(Body.Blocks[I]));
  }
  for (facts::Block &B : Kept)
    for (BlockId &S : B.Successors)
      S = BlockId(New[S.Index]);
  forEachHandler([&](BlockId &B) { B = BlockId(New[B.Index]); });
  Body.Exit = Exit && !Gone[Exit.Index] ? BlockId(New[Exit.Index]) : BlockId();
  Body.Blocks = std::move(Kept);
}

/// Facts that no block has any more go, too.
void Folding::dropFactsOfGone() {
  std::vector<bool> Kept(Body.Facts.size());
  size_t Count = 0;
  for (const facts::Block &B : Body.Blocks) {
    std::fill_n(Kept.begin() + B.FirstFact, B.FactCount, true);
    Count += B.FactCount;
  }
  if (Count == Kept.size())
    return;
  std::vector<uint32_t> New(Kept.size());
  uint32_t Next = 0;
  for (size_t I = 0; I < Kept.size(); ++I) {
    New[I] = Next;
    if (Kept[I])
      Body.Facts[Next++] = Body.Facts[I];
  }
  Body.Facts.resize(Next);
  for (facts::Block &B : Body.Blocks)
    B.FirstFact = B.FactCount ? New[B.FirstFact] : 0;
  llvm::erase_if(Body.Spellings,
                 [&](const facts::Spelling &S) { return !Kept[S.Fact]; });
  for (facts::Spelling &S : Body.Spellings)
    S.Fact = New[S.Fact];
}

void Folding::run() {
  skipEmpty();
  countPredecessors();
  joinChains();
  renumber();
  dropFactsOfGone();
}

} // namespace

void FactWriter::finish(BlockId Exit) { Folding(Body, Exit).run(); }

} // namespace fearless::extract

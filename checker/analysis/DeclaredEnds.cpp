//===-- DeclaredEnds.cpp - What a function leaves held --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of DeclaredFlow: at its end a function holds what its attributes say, no
// more and no less; ways that join hold the same, unless a later test tells
// them apart. Of functions without attributes, what callers see.
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::AnnotationKind;

/// `void lock() ACQUIRE() { … }` of a class that is a capability or looks after
/// one: how it does that is hidden behind the attribute.
bool DeclaredFlow::isImplementation() const {
  return !Constructs &&
         llvm::any_of(
             In.Declared.effects(Function), [](const DeclaredEffect &E) {
               return E.Of.empty() && E.Kind >= AnnotationKind::Acquire &&
                      E.Kind <= AnnotationKind::TryAcquireShared;
             });
}

void DeclaredFlow::findExpected() {
  const State Before;
  auto Add = [&](const Capability &C, bool Shared) {
    if (!C.Of || C.Negative)
      return;
    Hold H;
    H.Of = capability(Before, C.Of);
    H.Shared = Shared;
    H.From = Hold::Entry;
    if (Paths.known(H.Of) && llvm::none_of(Expected, [&](const Hold &Old) {
          return Old.Of == H.Of;
        }))
      Expected.push_back(H);
  };
  Unjudged = Constructs;
  for (const DeclaredEffect &E : In.Declared.effects(Function)) {
    bool Taking =
        E.Kind == AnnotationKind::Acquire || E.Kind == AnnotationKind::Requires;
    bool Reading = E.Kind == AnnotationKind::AcquireShared ||
                   E.Kind == AnnotationKind::RequiresShared;
    Unjudged |= E.Kind == AnnotationKind::TryAcquire ||
                E.Kind == AnnotationKind::TryAcquireShared;
    if (Taking || Reading)
      for (const Capability &C : E.Of)
        Add(C, Reading);
  }
}

/// An issue at the end of the function.
static DeclaredIssue atEnd(DeclaredIssue::Kind What, Path Of,
                           facts::Location End) {
  DeclaredIssue I;
  I.What = What;
  I.Of = Of;
  I.AtPlace = End;
  return I;
}

void DeclaredFlow::checkEnd(const State &S) {
  if (Unjudged)
    return;
  auto IsExpected = [&](Path Of) {
    return llvm::any_of(Expected, [&](const Hold &H) { return H.Of == Of; });
  };
  for (const Hold &H : S.Held) {
    if (!H.Declared || (H.From != Hold::Taken && H.From != Hold::Entry) ||
        IsExpected(H.Of))
      continue;
    DeclaredIssue I = atEnd(DeclaredIssue::StillHeld, H.Of, Facts.End);
    I.First = H.At;
    noteIssue(std::move(I));
  }
  for (const Hold &H : Expected) {
    if (S.hold(H.Of) || S.Everything != State::Nothing)
      continue;
    DeclaredIssue I = atEnd(DeclaredIssue::NotDelivered, H.Of, Facts.End);
    noteIssue(std::move(I));
  }
}

/// Where a block begins.
facts::Location DeclaredFlow::placeOf(uint32_t Block) const {
  for (size_t Steps = 0; Steps < Facts.Blocks.size(); ++Steps) {
    const facts::Block &B = Facts.Blocks[Block];
    for (const facts::Fact &F : Facts.facts(B))
      if (!(F.Flags & facts::FF_Implicit))
        return F.Loc;
    if (B.Successors.size() != 1)
      break;
    Block = B.Successors[0].Index;
  }
  return Facts.End;
}

/// Does a test that is still to come know which way was taken: one on which
/// \p Of is held, or one on which it is not?
bool DeclaredFlow::toldApart(uint32_t Block, Path Of) const {
  std::vector<bool> Seen(Facts.Blocks.size());
  llvm::SmallVector<uint32_t, 8> Next{Block};
  while (!Next.empty()) {
    uint32_t Here = Next.pop_back_val();
    if (Seen[Here])
      continue;
    Seen[Here] = true;
    const facts::Block &B = Facts.Blocks[Here];
    for (facts::BlockId To : B.Successors)
      Next.push_back(To.Index);
    auto It = Choices.find(Here);
    if (It == Choices.end())
      continue;
    std::optional<bool> Held, Free;
    bool Tells = true;
    for (const Choice &C : It->second) {
      std::optional<bool> &Mine = llvm::is_contained(C.Held, Of) ? Held : Free;
      Tells &= C.Truth && (!Mine || *Mine == *C.Truth);
      Mine = C.Truth;
    }
    if (Tells && Held && Free && *Held != *Free)
      return true;
  }
  return false;
}

void DeclaredFlow::findDisagreements() {
  if (Unjudged)
    return;
  std::vector<llvm::SmallVector<uint32_t, 2>> Before(Facts.Blocks.size());
  for (uint32_t B = 0; B < Facts.Blocks.size(); ++B)
    for (facts::BlockId To : Facts.Blocks[B].Successors)
      if (Order[B] < Order[To.Index])
        Before[To.Index].push_back(B);
  // `(a ? x : y).lock()`: there, on the other way, the other one was taken.
  auto TakesOther = [&](uint32_t Block, const Hold &H) {
    return llvm::any_of(BlockStates[Block], [&](const State &S) {
      return !S.hold(H.Of) && llvm::any_of(S.Held, [&](const Hold &Other) {
        return Other.At == H.At;
      });
    });
  };
  auto Mixed = [&](uint32_t Block, Path Of) {
    const auto &Set = BlockStates[Block];
    bool Held = llvm::any_of(Set, [&](const State &S) { return S.hold(Of); });
    return Held &&
           llvm::any_of(Set, [&](const State &S) { return !S.hold(Of); });
  };
  for (uint32_t B = 0; B < Facts.Blocks.size(); ++B) {
    if (BlockStates[B].size() < 2 || (Facts.Exit && B == Facts.Exit.Index))
      continue;
    std::set<Path> Told;
    for (const State &S : BlockStates[B])
      for (const Hold &H : S.Held) {
        if (H.From != Hold::Taken || !H.Declared || !Mixed(B, H.Of) ||
            TakesOther(B, H) || !Told.insert(H.Of).second)
          continue;
        if (llvm::any_of(Before[B],
                         [&](uint32_t P) { return Mixed(P, H.Of); }) ||
            toldApart(B, H.Of))
          continue;
        DeclaredIssue I = atEnd(DeclaredIssue::Disagrees, H.Of, placeOf(B));
        I.First = H.At;
        I.InLoop = Before[B].size() < 2;
        noteIssue(std::move(I));
      }
  }
  findModes();
  dropConsequences();
}

/// Held on every way to a point, but shared on one and exclusively on another.
void DeclaredFlow::findModes() {
  std::set<std::pair<Path, Site>> Told;
  for (const auto &Set : BlockStates)
    for (const State &S : Set)
      for (const Hold &H : S.Held)
        for (const State &T : Set) {
          const Hold *Other = T.hold(H.Of);
          if (!Other || H.Shared || !Other->Shared || !H.Declared ||
              H.From != Hold::Taken || Other->From != Hold::Taken ||
              !Told.insert({H.Of, H.At}).second)
            continue;
          DeclaredIssue I;
          I.What = DeclaredIssue::Disagrees;
          I.Modes = true;
          I.Of = H.Of;
          I.At = H.At.Fact;
          I.First = Other->At;
          noteIssue(std::move(I));
        }
}

/// Ways that disagree are one defect: what comes of it is no news.
void DeclaredFlow::dropConsequences() {
  std::vector<DeclaredIssue> Causes;
  for (const DeclaredIssue &I : Result.Issues)
    if (I.What == DeclaredIssue::Disagrees && !I.Modes)
      Causes.push_back(I);
  llvm::erase_if(Result.Issues, [&](const DeclaredIssue &I) {
    return llvm::any_of(Causes, [&](const DeclaredIssue &Cause) {
      if (Cause.Of != I.Of)
        return false;
      bool InLoop = I.What == DeclaredIssue::TakenTwice ||
                    I.What == DeclaredIssue::NotHeld;
      return I.What == DeclaredIssue::StillHeld || (Cause.InLoop && InLoop);
    });
  });
}

// What callers see -----------------------------------------------------------

std::optional<DeclaredOutcome> DeclaredFlow::outcome(const State &S) {
  DeclaredOutcome O;
  for (const Hold &H : S.Held) {
    bool Kept = H.From == Hold::Taken || H.From == Hold::Tried;
    for (const ScopedObject &Scope : S.Scopes)
      for (const Managing &M : Scope.Of)
        Kept |= M.Of == H.Of && M.Held && Paths.visibleToCallers(Scope.Object);
    if (Kept && Paths.visibleToCallers(H.Of))
      O.Taken.push_back(H);
  }
  for (Hold &H : O.Taken)
    if (H.From == Hold::Tried)
      H.From = Hold::Taken;
  for (Path P : S.GivenBack)
    if (Paths.visibleToCallers(P) && !S.hold(P))
      O.GivenBack.push_back(P);
  for (const ScopedObject &Scope : S.Scopes)
    if (Paths.visibleToCallers(Scope.Object))
      O.Scopes.push_back(Scope);
  if (S.Result)
    O.Result = truth(S, *S.Result);
  return O;
}

static bool sameEffect(const DeclaredOutcome &A, const DeclaredOutcome &B) {
  return A.Taken == B.Taken && A.GivenBack == B.GivenBack &&
         A.Scopes == B.Scopes;
}

void DeclaredFlow::summarise() {
  if (!Facts.Exit || !In.Declared.effects(Function).empty())
    return;
  std::vector<DeclaredOutcome> All;
  for (const State &S : BlockStates[Facts.Exit.Index]) {
    auto O = outcome(S);
    auto Same = llvm::find_if(
        All, [&](const DeclaredOutcome &X) { return sameEffect(X, *O); });
    if (Same == All.end())
      All.push_back(std::move(*O));
    else if (Same->Result != O->Result)
      Same->Result.reset();
  }
  bool Told = All.size() == 2 && All[0].Result && All[1].Result &&
              *All[0].Result != *All[1].Result;
  if (All.size() == 1)
    All[0].Result.reset();
  if (Told || (All.size() == 1 && !sameEffect(All[0], DeclaredOutcome())))
    TheSummary.Outcomes = std::move(All);
  if (!Program.function(Function).has(facts::FnF_Constructor) ||
      BlockStates[Facts.Exit.Index].empty())
    return;
  for (const Store &St : BlockStates[Facts.Exit.Index][0].Stores)
    if (Paths.visibleToCallers(St.Where) && St.What.hasPath() &&
        Paths.visibleToCallers(St.What.path()) && Paths[St.Where].Parent)
      TheSummary.Stores.push_back({St.Where, St.What, 0});
}

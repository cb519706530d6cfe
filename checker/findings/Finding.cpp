//===-- Finding.cpp - Canonical order of findings -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Finding.h"

#include "findings/Fingerprint.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace fearless::findings;

/// The definition's text that \p Use brings; null where there is none. What the
/// user hands to a macro stands where he uses it, or behind.
static const Place *textOf(const Place &Use) {
  const Place *Text = Use.InMacro.get();
  bool Argument = Text && Text->File == Use.File && !(*Text < Use);
  return Argument ? nullptr : Text;
}

void fearless::findings::tellMacros(Finding &F) {
  std::set<Place> Told;
  std::vector<Note> Notes;
  auto Tell = [&](const Place &Use) {
    const Place *Text = textOf(Use);
    if (Text && Told.insert(*Text).second)
      Notes.push_back(
          {*Text, "expanded from this part of a macro's definition", true});
  };
  // The last note says what to do: nothing comes behind it.
  bool ToldInStory = false;
  for (size_t I = 0; I + 1 < F.Notes.size(); ++I)
    if (const Place *Text = textOf(F.Notes[I].Where))
      ToldInStory |= textOf(F.Where) && *Text == *textOf(F.Where);
  if (!ToldInStory)
    Tell(F.Where);
  for (size_t I = 0; I < F.Notes.size(); ++I) {
    Notes.push_back(F.Notes[I]);
    if (I + 1 < F.Notes.size())
      Tell(F.Notes[I].Where);
  }
  F.Notes = std::move(Notes);
}

bool fearless::findings::canonicalLess(const Finding &A, const Finding &B) {
  return std::tie(A.Where, A.Rule, A.Message, A.Notes, A.Key) <
         std::tie(B.Where, B.Rule, B.Message, B.Notes, B.Key);
}

/// Where \p F begins and each step of its witness is.
static std::vector<Place> placesOf(const Finding &F) {
  std::vector<Place> Places{F.Where};
  for (const Note &N : F.Notes)
    Places.push_back(N.Where);
  return Places;
}

void fearless::findings::canonicalise(std::vector<Finding> &Findings) {
  // Of findings that repeat each other the most certain one stays.
  std::sort(Findings.begin(), Findings.end(),
            [](const Finding &A, const Finding &B) {
              return A.Tier != B.Tier ? A.Tier < B.Tier : canonicalLess(A, B);
            });
  // Files have statics of one name.
  std::set<std::tuple<std::string, std::string, std::string>> Seen;
  // A file that is compiled in several ways, and the instances of a template,
  // have names of their own for one thing.
  std::set<std::pair<std::string, std::vector<Place>>> SeenPlaces;
  std::erase_if(Findings, [&](const Finding &F) {
    return !Seen.emplace(F.Rule, F.Where.File, F.Key).second ||
           !SeenPlaces.emplace(F.Rule, placesOf(F)).second;
  });
  std::sort(Findings.begin(), Findings.end(), canonicalLess);
  setFingerprints(Findings);
}

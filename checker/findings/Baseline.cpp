//===-- Baseline.cpp - Findings that are known ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Baseline.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace fearless::findings {

static constexpr StringLiteral Title = "# fearless baseline ";
static constexpr StringLiteral Version = "1";
static constexpr size_t FingerprintDigits = 16;

static bool isFingerprint(StringRef Word) {
  return Word.size() == FingerprintDigits && all_of(Word, [](char C) {
           return isDigit(C) || (C >= 'a' && C <= 'f');
         });
}

/// What stands in a line must not end it, nor look like the next word.
static std::string oneWord(StringRef Text) {
  std::string Result;
  for (char C : Text)
    Result += isSpace(C) || !isPrint(C) ? '_' : C;
  return Result.empty() ? "-" : Result;
}

Expected<Baseline> Baseline::read(StringRef Text, StringRef Name) {
  auto refuse = [&](unsigned Line, const Twine &Why) {
    return createStringError(Name + ":" + Twine(Line) + ": error: " + Why);
  };
  Baseline Result;
  unsigned Number = 0;
  while (!Text.empty() || !Number) {
    StringRef Line;
    std::tie(Line, Text) = Text.split('\n');
    Line = Line.rtrim();
    if (!Number++) {
      if (!Line.consume_front(Title))
        return refuse(1, "this is not a baseline: the first line of one is '" +
                             Title + Version + "'");
      if (Line != Version)
        return refuse(1, "this baseline is of another version of fearless; "
                         "'fearless baseline create --force' makes it anew");
      continue;
    }
    if (Line.empty() || Line.starts_with("#"))
      continue;
    SmallVector<StringRef, 4> Words;
    Line.split(Words, ' ', /*MaxSplit=*/3);
    if (!isFingerprint(Words[0])) {
      if (Line.starts_with("<<<<<<<") || Line.starts_with("=======") ||
          Line.starts_with(">>>>>>>"))
        return refuse(Number, "a merge was left unfinished here; keep the "
                              "lines of both sides");
      return refuse(Number, "a line begins with a fingerprint of 16 "
                            "hexadecimal digits; take this line out");
    }
    if (Words.size() != 4)
      return refuse(Number, "a line holds a fingerprint, a rule, a file and a "
                            "function; take this line out");
    Result.Entries.push_back(
        {Words[0].str(), Words[1].str(), Words[2].str(), Words[3].str()});
  }
  auto less = [](const BaselineEntry &A, const BaselineEntry &B) {
    return std::tie(A.Fingerprint, A.Rule, A.File, A.Function) <
           std::tie(B.Fingerprint, B.Rule, B.File, B.Function);
  };
  llvm::sort(Result.Entries, less);
  Result.Entries.erase(llvm::unique(Result.Entries,
                                    [](const auto &A, const auto &B) {
                                      return A.Fingerprint == B.Fingerprint;
                                    }),
                       Result.Entries.end());
  return Result;
}

Baseline Baseline::of(ArrayRef<Finding> Findings) {
  Baseline Result;
  for (const Finding &F : Findings)
    Result.add(F);
  return Result;
}

static auto place(auto &Entries, StringRef Fingerprint) {
  return llvm::lower_bound(
      Entries, Fingerprint,
      [](const BaselineEntry &E, StringRef F) { return E.Fingerprint < F; });
}

bool Baseline::contains(StringRef Fingerprint) const {
  auto It = place(Entries, Fingerprint);
  return It != Entries.end() && It->Fingerprint == Fingerprint;
}

/// Of a function's name in a message: 'f' without quotes, on one line.
static std::string plain(StringRef Function) {
  std::string Result;
  for (char C : Function)
    if (C != '\'')
      Result += static_cast<unsigned char>(C) < ' ' ? '_' : C;
  return Result.empty() ? "-" : Result;
}

void Baseline::add(const Finding &F) {
  auto It = place(Entries, F.Fingerprint);
  BaselineEntry E = {F.Fingerprint, oneWord(F.Rule), oneWord(F.Where.File),
                     plain(F.Function)};
  if (It != Entries.end() && It->Fingerprint == F.Fingerprint)
    *It = std::move(E);
  else
    Entries.insert(It, std::move(E));
}

void Baseline::write(raw_ostream &OS) const {
  OS << Title << Version << '\n'
     << "# Findings that are known: fingerprint, rule, file, function. Order "
        "means nothing:\n# a merge keeps the lines of both sides. 'fearless "
        "baseline update' takes out what is fixed.\n";
  for (const BaselineEntry &E : Entries)
    OS << E.Fingerprint << ' ' << E.Rule << ' ' << E.File << ' ' << E.Function
       << '\n';
}

} // namespace fearless::findings

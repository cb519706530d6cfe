//===-- Suppressions.cpp - Comments that allow a finding ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "findings/Suppressions.h"

#include "findings/Comments.h"
#include "support/Spelling.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

#include <optional>

using namespace llvm;

namespace fearless::findings {

/// '*' stands for any characters.
static bool matches(StringRef Pattern, StringRef Word) {
  auto [Head, Tail] = Pattern.split('*');
  if (Head.size() == Pattern.size())
    return Pattern == Word;
  if (!Word.consume_front(Head))
    return false;
  for (size_t I = 0; I <= Word.size(); ++I)
    if (matches(Tail, Word.drop_front(I)))
      return true;
  return false;
}

bool Suppression::covers(unsigned L, StringRef Rule) const {
  if (L < First || L > Last)
    return false;
  return Rules.empty() || any_of(Rules, [&](StringRef R) {
           return matches(R, Nolint ? ("fearless-" + Twine(Rule)).str()
                                    : Rule.str());
         });
}

namespace {

class Reader {
public:
  Reader(StringRef Source, ArrayRef<StringRef> Rules)
      : Found(findComments(Source)), Rules(Rules) {}

  Suppressions run() {
    for (const CommentLine &C : Found.Lines) {
      allow(C);
      nolint(C);
    }
    return std::move(Result);
  }

private:
  /// Behind code: its line. Alone: the next line with code.
  unsigned lineMeant(unsigned Line) const {
    for (unsigned L = Line; L < Found.HasCode.size(); ++L)
      if (Found.HasCode[L])
        return L;
    return Line;
  }

  void problem(const CommentLine &C, size_t Offset, const Twine &What) {
    Result.Problems.push_back(
        {C.Line, unsigned(C.Column + Offset), What.str()});
  }

  void allow(const CommentLine &C) {
    StringRef Text = C.Text.ltrim(" \t*!/<");
    size_t Offset = Text.data() - C.Text.data();
    if (Text.starts_with("fearless::") || // The runtime's namespace.
        !Text.consume_front("fearless:"))
      return;
    Text = Text.ltrim();
    if (!Text.consume_front("allow") || !Text.ltrim().starts_with("("))
      return problem(C, Offset, "after 'fearless:' comes 'allow(RULE) reason'");
    Text = Text.ltrim().drop_front();
    size_t Close = Text.find(')');
    if (Close == StringRef::npos)
      return problem(C, Offset, "')' is missing behind the rule");
    Suppression S;
    S.Line = C.Line;
    S.Column = C.Column + Offset;
    S.First = S.Last = lineMeant(C.Line);
    S.Reason = Text.drop_front(Close + 1).ltrim(" \t:-").rtrim().str();
    if (!readRules(C, Offset, Text.take_front(Close), S))
      return;
    if (S.Reason.empty())
      return problem(C, Offset,
                     "say why this is right: 'fearless: allow(" +
                         Text.take_front(Close) + ") reason'");
    Result.All.push_back(std::move(S));
  }

  bool readRules(const CommentLine &C, size_t Offset, StringRef List,
                 Suppression &S) {
    SmallVector<StringRef, 4> Names;
    List.split(Names, ',');
    for (StringRef Name : Names) {
      Name = Name.trim();
      Name.consume_front("fearless-");
      if (!is_contained(Rules, Name)) {
        StringRef Meant = support::nearest(Name, Rules);
        problem(C, Offset,
                "there is no rule '" + Name + "'" +
                    (Meant.empty()
                         ? std::string("; 'fearless rules' lists them")
                         : "; did you mean '" + Meant.str() + "'?"));
        return false;
      }
      S.Rules.push_back(Name.str());
    }
    return true;
  }

  void nolint(const CommentLine &C) {
    size_t At = C.Text.find("NOLINT");
    if (At == StringRef::npos)
      return;
    StringRef Text = C.Text.drop_front(At + 6);
    Suppression S;
    S.Nolint = true;
    S.Line = C.Line;
    S.Column = C.Column + At;
    bool Begin = Text.consume_front("BEGIN"), End = Text.consume_front("END");
    S.First = S.Last = C.Line + Text.consume_front("NEXTLINE");
    if (Text.consume_front("(")) {
      SmallVector<StringRef, 4> Names;
      Text.take_until([](char Ch) { return Ch == ')'; }).split(Names, ',');
      for (StringRef Name : Names)
        S.Rules.push_back(Name.trim().str());
      // Not for us: most likely for a check of clang-tidy's own.
      if (none_of(S.Rules, [](StringRef R) {
            return R.starts_with("fearless-") || R.contains('*');
          }))
        return;
    }
    if (Begin)
      Open.push_back(Result.All.size());
    else if (End)
      return close(S);
    if (Begin)
      S.Last = ~0u;
    Result.All.push_back(std::move(S));
  }

  void close(const Suppression &S) {
    for (size_t I = Open.size(); I-- > 0;)
      if (Result.All[Open[I]].Rules == S.Rules) {
        Result.All[Open[I]].Last = S.Line;
        Open.erase(Open.begin() + I);
        return;
      }
  }

  Comments Found;
  ArrayRef<StringRef> Rules;
  Suppressions Result;
  std::vector<size_t> Open; ///< NOLINTBEGINs that have no end yet.
};

} // namespace

Suppressions readSuppressions(StringRef Source, ArrayRef<StringRef> Rules) {
  return Reader(Source, Rules).run();
}

} // namespace fearless::findings

//===-- Finding.h - What is reported, with its witness --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A finding is one defect at one place, and its witness: the notes that tell
// the story in order, each at a line of its own; the last says what to do.
// Plain data. Locations are (path, line, column) because a finding outlives the
// facts it came from.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FINDINGS_FINDING_H
#define FEARLESS_FINDINGS_FINDING_H

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace fearless::findings {

struct Place {
  std::string File; ///< As in the facts: relative to the project root.
  unsigned Line = 0;
  unsigned Column = 0;
  /// Of what a macro brings: where that stands in the macro's definition, for
  /// tellMacros(). No part of the place's identity.
  std::shared_ptr<const Place> InMacro = nullptr;
  friend std::strong_ordering operator<=>(const Place &A, const Place &B) {
    if (auto Order = A.File <=> B.File; Order != 0)
      return Order;
    if (auto Order = A.Line <=> B.Line; Order != 0)
      return Order;
    return A.Column <=> B.Column;
  }
  friend bool operator==(const Place &A, const Place &B) {
    return (A <=> B) == 0;
  }
};

struct Note {
  Place Where;
  std::string Text;
  bool OfMacro = false; ///< Tells where in a macro the step before stands.
  friend auto operator<=>(const Note &, const Note &) = default;
};

/// A replacement of source text that mends the defect.
struct FixIt {
  Place Begin;
  Place End; ///< One past the last character.
  std::string Replacement;
  friend auto operator<=>(const FixIt &, const FixIt &) = default;
};

/// What would mend a defect, where the text of the source tells how; see
/// frontends/Remedies.h.
struct Remedy {
  enum Kind : uint8_t {
    None,
    NameObject,     ///< The object that is made at At wants a name.
    CaptureCopy,    ///< The lambda at At captures Name by reference: a copy.
    MoveDeclaration, ///< The declaration of Name, at At, belongs behind the one
                    ///< at Behind.
    ReplaceType,    ///< The type Name at the line of At should be Instead.
  };
  Kind What = None;
  Place At;
  std::string Name = {};
  std::string Instead = {};
  Place Behind = {};
  explicit operator bool() const { return What != None; }
  friend bool operator==(const Remedy &, const Remedy &) = default;
};

enum class Tier : uint8_t { High, Medium, Strict };

/// What the user has decided about a finding already.
enum class Standing : uint8_t {
  Open,       ///< Nothing: it is reported.
  Suppressed, ///< A comment in the source allows it, with a reason.
  Baselined,  ///< The baseline knows it.
};

struct Finding {
  std::string Rule; ///< "lock-order"; see rules/RuleTable.h.
  findings::Tier Tier = Tier::High;
  Place Where;
  std::string Message;
  std::vector<Note> Notes;
  findings::Remedy Remedy;
  std::vector<FixIt> Fixes;
  /// Enclosing function, for the fingerprint and for reports.
  std::string Function;
  /// Findings of one rule in one file with one key are the same defect, seen in
  /// several programs or variants: the first in canonical order is reported.
  std::string Key;
  /// What it is about, for rules that yield to each other: equal for findings
  /// that explain the same event, see rules::Rule::YieldsTo.
  std::vector<std::string> Subjects;
  /// More facts cannot retract it: a single translation unit may report it.
  bool Stable = false;
  /// Names the defect across versions of the program; see Fingerprint.h.
  std::string Fingerprint;
  findings::Standing Standing = Standing::Open;
  std::string Reason; ///< Suppressed: in the user's words.
  friend bool operator==(const Finding &, const Finding &) = default;
};

/// Adds a note behind each step that a macro brings: findings are told where
/// the macro is used, and here is what it says. Each text once.
void tellMacros(Finding &F);

/// Canonical order: by place, then rule, then text. A strict weak order.
bool canonicalLess(const Finding &A, const Finding &B);

/// Sorts into canonical order, keeps one of the findings of a rule that share
/// the key in one file, or all places of the witness (the most certain, then
/// the first), and sets fingerprints. O(n log n).
void canonicalise(std::vector<Finding> &Findings);

} // namespace fearless::findings

#endif

//===-- TypeReport.cpp - Why a class may or may not cross a thread --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/TypeReport.h"

#include "analysis/ClassMarkers.h"
#include "rules/SendStory.h"

#include <set>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;

/// Classes of one name that are told.
static constexpr size_t MaxReports = 20;

static std::string colon(Cause C) {
  return C == Cause::None ? "" : ": " + because(C);
}

static std::string word(Verdict V) {
  return V == Verdict::Yes ? "yes" : V == Verdict::No ? "no" : "depends";
}

namespace {

/// The tree of one question about one class.
class TypeExplainer {
public:
  TypeExplainer(const Analysis &A, ThreadTrait Asked)
      : A(A), Sends(A.sendability()), Asked(Asked) {}

  TypeLine explain(link::RecordSym R, const char *Question) {
    TypeLine Line = ofClass(R, Asked);
    Line.Text = Question + Line.Text;
    return Line;
  }

private:
  /// The verdict of a class, and its parts; each class's parts are told once.
  TypeLine ofClass(link::RecordSym R, ThreadTrait C) {
    TypeLine Line;
    Judgement J = Sends.judge(R, C);
    std::optional<Judgement> Own = Sends.ownVerdict(R, C);
    Line.Text = word(J.Is) + (Own ? colon(Own->Ends) + promise(R, C) : "");
    if (Own)
      return Line;
    if (!Told.insert({R, C}).second) {
      if (J.Is != Verdict::Yes)
        Line.Text += ", as above";
      return Line;
    }
    for (const TypePart &P : Sends.parts(R, C))
      Line.Parts.push_back(ofPart(P));
    return Line;
  }

  std::string promise(link::RecordSym R, ThreadTrait C) const {
    ClassMarker M = markerOf(A.program(), R, C);
    if (M.What == ClassMarker::Promise)
      return ": it is marked so";
    if (M.What == ClassMarker::Unsafe)
      return ": it is marked as safe, because: " + M.Reason;
    return "";
  }

  TypeLine ofPart(const TypePart &P) {
    TypeLine Line;
    if (P.Is.Of && deserves(P.Is))
      Line = ofClass(P.Is.Of, P.Is.Asked);
    else
      Line.Text = word(P.Is.Is) + colon(P.Is.Ends);
    Line.Text = lead(P) + ": " + Line.Text;
    if (P.What == TypePart::Member)
      Line.Where = A.keys().declaration({LockKey::Field, P.Field.Index});
    return Line;
  }

  /// What is all right needs no more words.
  bool deserves(const Judgement &J) const { return J.Is != Verdict::Yes; }

  std::string lead(const TypePart &P) const {
    switch (P.What) {
    case TypePart::Base:
      return "its base '" + displayName(A.program(), P.Record) + "'";
    case TypePart::Derived:
      return "it may be a '" + displayName(A.program(), P.Record) + "'";
    case TypePart::Element:
      return "it holds '" + typeName(A.program(), P.Type) + "'";
    case TypePart::Pointee:
      return "it refers to '" + typeName(A.program(), P.Type) + "'";
    case TypePart::Member:
      return memberIs(A.program(), P);
    }
    return "";
  }

  const Analysis &A;
  Sendability &Sends;
  ThreadTrait Asked;
  std::set<std::pair<link::RecordSym, ThreadTrait>> Told;
};

} // namespace

/// "Session" is 'app::Session', "Box<Rc>" is 'app::Box<Rc>'.
static bool isCalled(llvm::StringRef Full, llvm::StringRef Name) {
  return Full == Name || Full.ends_with(("::" + Name).str());
}

std::vector<TypeReport> rules::typeReports(const Analysis &A,
                                           llvm::StringRef Name) {
  std::vector<TypeReport> All;
  const link::Program &P = A.program();
  for (uint32_t R = 0; R < P.records().size(); ++R) {
    const link::RecordSymbol &S = P.record(link::RecordSym(R));
    if (S.Flags & facts::RF_Lambda)
      continue;
    const facts::Record &Decl = P.unit(S.Unit).record(S.Decl);
    std::string Display = P.text(S.Unit, Decl.Display);
    if (!isCalled(S.Qualified, Name) && !isCalled(Display, Name))
      continue;
    if (All.size() == MaxReports)
      break;
    All.push_back(
        {Display, P.place(S.Unit, Decl.Loc),
         TypeExplainer(A, ThreadTrait::Send)
             .explain(link::RecordSym(R), "may be handed to another thread: "),
         TypeExplainer(A, ThreadTrait::Sync)
             .explain(link::RecordSym(R),
                      "threads may use one at once through const: ")});
    P.trim();
  }
  llvm::sort(All, [](const TypeReport &X, const TypeReport &Y) {
    return std::tie(X.Name, X.Declared) < std::tie(Y.Name, Y.Declared);
  });
  return All;
}

//===-- MarkerContradictionRule.cpp - marker-contradiction ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A class that promises what its members cannot keep, or that wants to be
// believed and does not say why.
//
//===----------------------------------------------------------------------===//

#include "analysis/ClassMarkers.h"
#include "link/Markers.h"
#include "rules/Rules.h"
#include "rules/SendStory.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

static Finding start(const Analysis &A, link::RecordSym R) {
  Finding F;
  const link::RecordSymbol &S = A.program().record(R);
  F.Where =
      A.program().place(S.Unit, A.program().unit(S.Unit).record(S.Decl).Loc);
  F.Key = F.Function = displayName(A.program(), R);
  F.Tier = findings::Tier::High;
  return F;
}

static Finding broken(const Analysis &A, link::RecordSym R,
                      const VerdictReason &Why, const std::string &Marker) {
  Finding F = start(A, R);
  F.Message = "'" + displayName(A.program(), R) + "' is marked FEARLESS_" +
              Marker + ", which it cannot be";
  tellWay(A, F.Notes, Why.Way, ": " + because(Why.Ends));
  Witness(A).note(F.Notes, F.Where,
                  "drop the marker or change what contradicts it; if it is "
                  "safe for a reason that is not seen, FEARLESS_UNSAFE_" +
                      Marker + "(\"reason\") says so");
  return F;
}

static Finding reasonless(const Analysis &A, link::RecordSym R,
                          const std::string &Marker) {
  Finding F = start(A, R);
  F.Message = "'" + displayName(A.program(), R) +
              "' is marked FEARLESS_UNSAFE_" + Marker + " without a reason";
  Witness(A).note(F.Notes, F.Where,
                  "say why it is safe, although its members do not show it");
  return F;
}

/// The class promises what another marker of it denies.
static Finding torn(const Analysis &A, link::RecordSym R,
                    const std::string &Marker) {
  Finding F = start(A, R);
  F.Message = "'" + displayName(A.program(), R) + "' is marked FEARLESS_" +
              Marker + " and the contrary; the contrary counts";
  return F;
}

static void look(const Analysis &A, link::RecordSym R, ThreadTrait C,
                 Findings &Out) {
  std::string Marker = C == ThreadTrait::Send ? "SEND" : "SYNC";
  ClassMarker M = markerOf(A.program(), R, C);
  if (M.What == ClassMarker::Unsafe && llvm::StringRef(M.Reason).trim().empty())
    Out.push_back(reasonless(A, R, Marker));
  if (M.What == ClassMarker::Never && M.Torn)
    Out.push_back(torn(A, R, Marker));
  if (M.What != ClassMarker::Promise)
    return;
  VerdictReason Why = A.sendability().unmarked(R, C);
  if (Why.Is == Verdict::No)
    Out.push_back(broken(A, R, Why, Marker));
}

/// "FEARLESS_NOT_SEND", as the user wrote it.
static std::string macro(const link::Marker &M) {
  return "FEARLESS_" + llvm::StringRef(M.Word).upper();
}

static Finding misplaced(const Analysis &A, findings::Place At,
                         const std::string &Of, const link::Marker &M) {
  Finding F;
  F.Where = At;
  F.Key = F.Function = Of;
  F.Tier = findings::Tier::High;
  if (!link::isMarker(M.Word)) {
    F.Message =
        Of + " has a marker that fearless does not know: '" + M.Word + "'";
    return F;
  }
  F.Message =
      macro(M) + " does not belong to " + Of + ", and says nothing there";
  const char *Place = link::belongs(M.Word, link::MarkerPlace::Class)
                          ? "a class"
                      : link::belongs(M.Word, link::MarkerPlace::Function)
                          ? "a function or a parameter"
                          : "a parameter";
  Witness(A).note(F.Notes, At, std::string("it is for ") + Place);
  return F;
}

static void lookForMisplaced(const Analysis &A, Findings &Out) {
  const link::Program &P = A.program();
  for (const link::RecordSymbol &R : P.records()) {
    P.trim();
    const facts::Record &Decl = P.unit(R.Unit).record(R.Decl);
    for (const link::Marker &M : link::markersOf(P, R.Unit, Decl.Annotations))
      if (!link::belongs(M.Word, link::MarkerPlace::Class))
        Out.push_back(misplaced(A, P.place(R.Unit, Decl.Loc),
                                "class '" + R.Qualified + "'", M));
  }
  for (const link::FunctionSymbol &S : P.functions()) {
    P.trim();
    const facts::Function &Decl = P.unit(S.Unit).function(S.Decl);
    for (const link::Marker &M : link::markersOf(P, S.Unit, Decl.Annotations))
      if (!link::belongs(M.Word, M.Parameter ? link::MarkerPlace::Parameter
                                             : link::MarkerPlace::Function))
        Out.push_back(
            misplaced(A, P.place(S.Unit, Decl.Loc),
                      (M.Parameter ? "a parameter of '" : "function '") +
                          S.Qualified + "'",
                      M));
  }
}

static void check(const Analysis &A, Findings &Out) {
  lookForMisplaced(A, Out);
  for (uint32_t R = 0; R < A.program().records().size(); ++R)
    if (!(A.program().records()[R].Flags & facts::RF_System))
      for (ThreadTrait C : {ThreadTrait::Send, ThreadTrait::Sync}) {
        look(A, link::RecordSym(R), C, Out);
        A.program().trim();
      }
}

Rule rules::markerContradictionRule() {
  return {"marker-contradiction", "A class is marked as what it cannot be",
          findings::Tier::High, false, check};
}

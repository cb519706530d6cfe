//===-- ClassMarkers.cpp - What a class says of itself and threads --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ClassMarkers.h"

#include "link/Markers.h"

#include "llvm/ADT/StringExtras.h"

using namespace fearless;
using namespace fearless::analysis;

/// "fearless::send", "fearless::not_send", "fearless::unsafe_send".
static ClassMarker::Kind kindOf(llvm::StringRef Text, ThreadTrait C) {
  if (!Text.consume_front("fearless::"))
    return ClassMarker::None;
  llvm::StringRef What = C == ThreadTrait::Send ? "send" : "sync";
  if (Text == What)
    return ClassMarker::Promise;
  if (Text.consume_front("not_") && Text == What)
    return ClassMarker::Never;
  if (Text.consume_front("unsafe_") && Text == What)
    return ClassMarker::Unsafe;
  return ClassMarker::None;
}

ThreadBond analysis::threadBond(const link::Program &Program,
                                link::RecordSym R) {
  ThreadBond Bond = ThreadBond::None;
  Program.anyOfBases(R, [&](link::RecordSym B) {
    const link::RecordSymbol &S = Program.record(B);
    for (const link::Marker &M : link::markersOf(
             Program, S.Unit, Program.unit(S.Unit).record(S.Decl).Annotations))
      if (M.Word == "thread_bound")
        Bond = ThreadBond::Marker;
    if (Bond == ThreadBond::None && S.Model &&
        S.Model->Role == models::TypeRole::ThreadBound)
      Bond = ThreadBond::Model;
    return Bond != ThreadBond::None || S.Model;
  });
  return Bond;
}

ClassMarker analysis::markerOf(const link::Program &Program, link::RecordSym R,
                               ThreadTrait C) {
  ClassMarker Found;
  const link::RecordSymbol &S = Program.record(R);
  for (const facts::Annotation &A :
       Program.unit(S.Unit).record(S.Decl).Annotations) {
    if (A.Kind != facts::AnnotationKind::Marker || A.Arguments.empty())
      continue;
    auto What = kindOf(Program.text(S.Unit, A.Arguments[0]), C);
    // A reason, then perhaps a condition: a number.
    auto argument = [&](size_t N) {
      return N < A.Arguments.size() ? Program.text(S.Unit, A.Arguments[N])
                                    : std::string();
    };
    bool Unsafe = What == ClassMarker::Unsafe;
    if (What == ClassMarker::None || argument(Unsafe ? 2 : 1) == "0")
      continue;
    Found.Torn |=
        Found.What != ClassMarker::None && What != Found.What &&
        (What == ClassMarker::Never || Found.What == ClassMarker::Never);
    if (What <= Found.What)
      continue;
    Found.What = What;
    Found.Reason = Unsafe ? argument(1) : std::string();
  }
  return Found;
}

//===-- SendStory.cpp - Telling why a class may not cross a thread --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/SendStory.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;

std::string rules::because(Cause C) {
  switch (C) {
  case Cause::None:
    return "";
  case Cause::PlainCount:
    return "its owners are counted without atomic operations";
  case Cause::Hold:
    return "who took the lock must give it back";
  case Cause::Forbidden:
    return "it is marked so";
  case Cause::Reference:
    return "others may refer to the same";
  case Cause::Erased:
    return "its type does not tell what it holds";
  case Cause::Incomplete:
    return "no file completes the class";
  case Cause::OutOfSight:
    return "a library's class, which no model describes";
  case Cause::Bound:
    return "only the thread that made it may use it";
  case Cause::ConstWrite:
    return "a const member function writes it without a lock";
  }
  return "";
}

std::string rules::displayName(const link::Program &Program,
                               link::RecordSym R) {
  const link::RecordSymbol &S = Program.record(R);
  return Program.text(S.Unit, Program.unit(S.Unit).record(S.Decl).Display);
}

static bool isScalar(const link::Program &Program, TypeRef T) {
  if (!T)
    return false;
  switch (Program.unit(T.Unit).type(T.Type).Kind) {
  case facts::TypeKind::Bool:
  case facts::TypeKind::Integer:
  case facts::TypeKind::Floating:
  case facts::TypeKind::Enum:
    return true;
  default:
    return false;
  }
}

std::string rules::memberIs(const link::Program &Program,
                            const TypePart &Member) {
  const link::FieldSymbol &F = Program.field(Member.Field);
  std::string Is =
      "'" + Program.record(F.Owner).Qualified + "::" + F.Name + "' is a ";
  return isScalar(Program, Member.Type)
             ? Is + "plain value"
             : Is + "'" + typeName(Program, Member.Type) + "'";
}

void rules::tellWay(const Analysis &A, Witness::Notes &To,
                    llvm::ArrayRef<TypePart> Way, const std::string &End) {
  llvm::SmallVector<const TypePart *, 4> Members;
  for (const TypePart &P : Way)
    if (P.What == TypePart::Member)
      Members.push_back(&P);
  Witness W(A);
  for (const TypePart *P : Members)
    W.note(To, A.keys().declaration({LockKey::Field, P->Field.Index}),
           (P == Members.front() ? "" : "... and ") +
               memberIs(A.program(), *P) +
               (P == Members.back() ? End : " ..."));
}

std::string rules::crossingName(const Analysis &A, const Crossed &C) {
  std::string Name;
  if (C.Capture) {
    Name = A.program().field(C.Capture).Name;
  } else if (C.From) {
    BodyView View(A.program(), A.paths(), A.graph(), A.summaries(),
                  C.Made.Body);
    Name = describe(A.program(), A.paths(), View.path(C.From), C.Made.Body);
  }
  return Name.empty() ? "a '" + typeName(A.program(), C.Type) + "'"
                      : "'" + Name + "'";
}

void rules::tellThread(const Analysis &A, Witness::Notes &To,
                       const Crossed &C) {
  Witness W(A);
  const Root &R = A.threads().root(C.To);
  W.note(To, W.place(R.Spawn),
         std::string(R.Many ? "each of the threads" : "the thread") +
             " started here runs " + W.function(C.Runs) + " with it");
}

std::string rules::guardSubject(const Analysis &A, BodyId Runs) {
  return ("guard given back by " +
          A.program().function(A.program().body(Runs).Function).Name)
      .str();
}

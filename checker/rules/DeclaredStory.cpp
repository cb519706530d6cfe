//===-- DeclaredStory.cpp - Findings about declared capabilities ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/DeclaredStory.h"

#include "rules/Witness.h"

#include <map>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;
using findings::Place;

namespace {

class Story {
public:
  Story(const Analysis &A, const DeclaredFinding &D)
      : A(A), W(A), D(D), I(D.Issue) {}

  Finding tell();

private:
  std::string lock() const;
  std::string data() const;
  std::string callee() const;
  Place dataPlace() const;
  Place calleePlace() const;
  std::string howHeld() const;
  void unguarded(Finding &F) const;
  void notHeld(Finding &F) const;
  void excluded(Finding &F) const;
  void ends(Finding &F) const;
  void advice(Finding &F, const std::string &What) const;
  void adviceToHold(Finding &F) const;
  void taken(Finding &F) const;

  const Analysis &A;
  Witness W;
  const DeclaredFinding &D;
  const DeclaredIssue &I;
};

/// The lock as the code names it; as the attribute does, if it has no name.
std::string Story::lock() const {
  std::string Name = I.Of ? A.keys().name(I.Of, D.Body) : std::string();
  if (Name.empty())
    Name = I.Written;
  return Name.empty() ? "a lock" : W.quoted(Name);
}

std::string Story::data() const {
  const link::Program &P = A.program();
  if (I.Variable)
    return W.quoted(P.variable(I.Variable).Qualified);
  const link::FieldSymbol &F = P.field(I.Field);
  std::string Class = P.record(F.Owner).Qualified;
  return W.quoted(Class.empty() ? F.Name : Class + "::" + F.Name);
}

Place Story::dataPlace() const {
  const link::Program &P = A.program();
  if (I.Variable) {
    const link::VariableSymbol &V = P.variable(I.Variable);
    return P.place(V.Unit, P.unit(V.Unit).variable(V.Decl).Loc);
  }
  const link::FieldSymbol &F = P.field(I.Field);
  return P.place(F.Unit, P.unit(F.Unit).field(F.Decl).Loc);
}

std::string Story::callee() const {
  return I.Callee ? W.quoted(A.program().function(I.Callee).Qualified)
                  : "a function";
}

Place Story::calleePlace() const {
  const link::Program &P = A.program();
  return P.place(P.function(I.Callee).Unit, P.decl(I.Callee).Loc);
}

std::string Story::howHeld() const {
  if (I.Shared)
    return "with " + lock() + " held only shared";
  if (!I.Of && I.Written.empty())
    return "without holding any lock";
  return "without holding " + lock();
}

void Story::advice(Finding &F, const std::string &What) const {
  W.note(F.Notes, F.Where, What);
}

void Story::taken(Finding &F) const {
  if (I.First)
    W.note(F.Notes, W.place(I.First), lock() + " is taken here");
}

void Story::adviceToHold(Finding &F) const {
  if (D.Without)
    W.note(F.Notes, W.place(D.Without),
           "this call is made without " + lock() + "; others hold it");
  if (I.Shared) {
    taken(F);
    return advice(F, "take " + lock() + " exclusively");
  }
  bool Needs = I.Of && A.paths().nameableByCallers(I.Of) &&
               !A.program()
                    .function(A.program().body(D.Body).Function)
                    .has(facts::FnF_Main);
  advice(F, "lock " + lock() + " before" +
                (Needs ? ", or declare " + W.function(D.Body) +
                             " to require it, if its callers hold it"
                       : ""));
}

void Story::unguarded(Finding &F) const {
  std::string What = I.Pointee ? "what " + data() + " points to" : data();
  switch (I.How) {
  case DeclaredIssue::Write:
    F.Message = What + " is written here " + howHeld();
    break;
  case DeclaredIssue::Passed:
    F.Message = What + " is passed by reference here " + howHeld();
    break;
  case DeclaredIssue::Returned:
    F.Message = What + " is returned by reference here, and " +
                W.function(D.Body) + " does not keep " + lock() + " held";
    break;
  case DeclaredIssue::Read:
  case DeclaredIssue::Call:
    F.Message = What + " is read here " + howHeld();
    break;
  }
  W.note(F.Notes, dataPlace(),
         I.Written.empty() ? data() + " is declared here to be guarded"
                           : data() + " is declared here to be guarded by '" +
                                 I.Written + "'");
  if (I.How == DeclaredIssue::Returned)
    return advice(F, "return a copy, or declare " + W.function(D.Body) +
                         " to require " + lock());
  adviceToHold(F);
}

void Story::notHeld(Finding &F) const {
  F.Message = callee() + " is called here " + howHeld() + ", which it requires";
  W.note(F.Notes, calleePlace(),
         callee() + " is declared here to require '" + I.Written + "'");
  adviceToHold(F);
}

void Story::excluded(Finding &F) const {
  F.Message = callee() + " is called here with " + lock() +
              " held, which it must not be";
  W.note(F.Notes, calleePlace(), callee() + " is declared here to exclude it");
  taken(F);
  advice(F, "give " + lock() + " back before the call");
}

void Story::ends(Finding &F) const {
  std::string Function = W.function(D.Body);
  switch (I.What) {
  case DeclaredIssue::TakenTwice:
    F.Message = lock() + " is locked here, but it is held already";
    taken(F);
    return advice(F, "drop this lock, or give it back before");
  case DeclaredIssue::NotHeld:
    F.Message = lock() + " is unlocked here, but it is not held";
    return advice(F, "drop this unlock, lock it before, or declare " +
                         Function + " to release it");
  case DeclaredIssue::WrongMode:
    F.Message = lock() + (I.Shared ? " is unlocked here as if it were held "
                                     "exclusively, but it is held shared"
                                   : " is unlocked here as if it were held "
                                     "shared, but it is held exclusively");
    taken(F);
    return advice(F, "unlock it in the mode in which it was locked");
  case DeclaredIssue::StillHeld:
    F.Message = lock() + " is still held when " + Function +
                " ends here, which does not say so";
    taken(F);
    return advice(F, "unlock " + lock() + " on every path, or declare " +
                         Function + " to acquire it");
  case DeclaredIssue::NotDelivered:
    F.Message = lock() + " is not held when " + Function +
                " ends here, which says that it is";
    return advice(F, "hold " + lock() + " on every path, or declare what " +
                         Function + " does");
  case DeclaredIssue::Disagrees:
    F.Message = lock() + " is held on some path to here, but not on every path";
    taken(F);
    return advice(F, "lock it on every path to this point, or on none");
  default:
    return;
  }
}

Finding Story::tell() {
  Finding F;
  F.Where = I.AtPlace ? W.place(D.Body, I.AtPlace) : W.place({D.Body, I.At});
  F.Function = W.function(D.Body);
  F.Stable = true; // An attribute is a promise, whoever calls.
  switch (I.What) {
  case DeclaredIssue::Unguarded:
    unguarded(F);
    break;
  case DeclaredIssue::RequiresNotHeld:
    notHeld(F);
    break;
  case DeclaredIssue::ExcludesHeld:
    excluded(F);
    break;
  default:
    ends(F);
    break;
  }
  F.Key = F.Function + "\n" + F.Message + "\n" + std::to_string(F.Where.Line) +
          ":" + std::to_string(F.Where.Column);
  return F;
}

} // namespace

void rules::tellDeclared(const Analysis &A, Findings &Out,
                         std::initializer_list<DeclaredIssue::Kind> Kinds) {
  std::map<std::pair<std::string, unsigned>, std::vector<size_t>> ByLine;
  auto At = [&](const Finding &F) -> std::vector<size_t> & {
    return ByLine[{F.Where.File, F.Where.Line}];
  };
  for (size_t I = 0; I < Out.size(); ++I)
    At(Out[I]).push_back(I);
  for (const DeclaredFinding &D : A.declaredGuards().found()) {
    if (!llvm::is_contained(Kinds, D.Issue.What))
      continue;
    A.program().trim();
    Finding F = Story(A, D).tell();
    std::vector<size_t> &There = At(F);
    if (llvm::none_of(There, [&](size_t I) {
          const Finding &Old = Out[I];
          return !Old.Stable || Old.Message == F.Message ||
                 Old.Where == F.Where;
        })) {
      There.push_back(Out.size());
      Out.push_back(std::move(F));
    }
  }
}

//===-- BorrowOutlivesRule.cpp - borrow-outlives --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/OutlivedBorrows.h"
#include "rules/CopyRemedy.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

namespace {

class BorrowReporter {
public:
  explicit BorrowReporter(const Analysis &A) : A(A), W(A) {}

  Finding outlived(const OutlivedBorrow &O) const {
    const Root &R = A.threads().root(O.Of.Thread);
    bool Object = bool(O.Of.Object);
    std::string Name =
        Object ? "the " + className(O.Of.Object) + " object" : variable(O);
    Finding F;
    F.Where = W.place(O.Of.At);
    F.Function = W.function(O.Of.At.Body);
    F.Key = F.Function + Name;
    F.Tier = O.Doubtful ? findings::Tier::Medium : findings::Tier::High;
    F.Message = O.Queued ? "a thread that runs this later uses " + Name +
                               ", which may be gone by then"
                         : "the thread uses " + Name + " and may outlive it";
    W.note(F.Notes, W.place(R.Spawn), "the thread is started here");
    if (O.Detached)
      W.note(F.Notes, W.place(O.Detached),
             "it is detached here: nobody can join it");
    if (O.Dies)
      W.note(F.Notes, end(O.Dies),
             Name + (O.Queued
                         ? " dies here, and the thread may not have run it yet"
                         : " dies here, and the thread may still be running"));
    W.note(F.Notes, F.Where,
           Object     ? "join the thread in the destructor, or let it own the "
                        "object: capture a std::shared_ptr (shared_from_this())"
           : O.Queued ? "wait until the thread has run it, or give it a copy"
                      : "join the thread before, or give it a copy");
    F.Remedy = copyRemedy(A, O.Of.At, O.Of.Of);
    return F;
  }

  Finding misplaced(const MisplacedMember &M) const {
    std::string Handle = member(M.Handle), Used = member(M.Used);
    Finding F;
    F.Where = declaration(M.Handle);
    F.Function = W.function(M.Use.Body);
    F.Key = Handle;
    F.Message = Handle + " is declared before " + Used +
                ", which its thread uses: " + Used +
                " is destroyed first, and only then the thread is joined";
    W.note(F.Notes, W.place(A.threads().root(M.Thread).Spawn),
           "the thread is started here");
    W.note(F.Notes, W.place(M.Use), "it uses " + Used + " here");
    W.note(F.Notes, declaration(M.Used), Used + " is declared here");
    W.note(F.Notes, F.Where,
           "declare " + Handle +
               " after what its thread uses, or join it in the destructor");
    F.Remedy = {findings::Remedy::MoveDeclaration, F.Where};
    F.Remedy.Behind = declaration(lastMember(M.Handle));
    return F;
  }

private:
  /// Past the last fact, the closing brace.
  findings::Place end(Site S) const {
    const facts::FunctionBody &Facts = A.program().facts(S.Body);
    return S.Fact < Facts.Facts.size() ? W.place(S)
                                       : W.place(S.Body, Facts.End);
  }

  std::string variable(const OutlivedBorrow &O) const {
    std::string Name =
        describe(A.program(), A.paths(), O.Variable, O.Dies.Body);
    return Name.empty() ? "a variable" : W.quoted(Name);
  }

  std::string className(link::RecordSym R) const {
    return W.quoted(A.program().record(R).Qualified);
  }

  std::string member(link::FieldSym F) const {
    const link::FieldSymbol &S = A.program().field(F);
    return W.quoted(A.program().record(S.Owner).Qualified + "::" + S.Name);
  }

  link::FieldSym lastMember(link::FieldSym F) const {
    const link::FieldSymbol &S = A.program().field(F);
    const facts::TranslationUnit &Unit = A.program().unit(S.Unit);
    return A.program().symbol(
        S.Unit, Unit.record(Unit.field(S.Decl).Owner).Fields.back());
  }

  findings::Place declaration(link::FieldSym F) const {
    return A.keys().declaration({LockKey::Field, F.Index});
  }

  const Analysis &A;
  Witness W;
};

void check(const Analysis &A, Findings &Out) {
  BorrowReporter Reporter(A);
  for (const OutlivedBorrow &O : A.outlivedBorrows().found())
    Out.push_back(Reporter.outlived(O));
  for (const MisplacedMember &M : A.outlivedBorrows().misplaced())
    Out.push_back(Reporter.misplaced(M));
}

} // namespace

Rule rules::borrowOutlivesRule() {
  return {"borrow-outlives", "A thread may outlive what it uses",
          findings::Tier::High, false, check};
}

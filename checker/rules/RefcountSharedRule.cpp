//===-- RefcountSharedRule.cpp - refcount-shared --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A count of references that two threads change, and that is not made for it:
// one of them got a copy of a handle, or both get to the count itself; or it is
// atomic, but its decrement and the test for zero are two operations. One
// finding for each count: to mend it is to mend the count, or what shares it.
//
//===----------------------------------------------------------------------===//

#include "analysis/Atomicity.h"
#include "analysis/DataKeys.h"
#include "analysis/HandleCopies.h"
#include "rules/Rules.h"
#include "rules/Witness.h"

#include <set>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Finding;

/// Functions of handles and counts that are looked through.
static constexpr size_t MaxInside = 48;

namespace {

class SharedCounts {
public:
  explicit SharedCounts(const Analysis &A)
      : A(A), W(A), Types(A.countedTypes()), Meetings(A) {}

  void find(Findings &Out) {
    HandleCopies Copies(A);
    for (const HandleCopy &C : Copies.found())
      if (Told.insert(C.Counted.Class).second)
        add(report(C), C.Counted.Class, Out);
    for (const HandleMeeting &M : Copies.meetings())
      if (Told.insert(M.Counted.Class).second)
        add(report(M), M.Counted.Class, Out);
    for (const Race &R : A.races().races())
      if (const ReferenceCount *C = countOf(R); C && !R.OnlyShared) {
        link::RecordSym Owner = A.program().field(C->Field).Owner;
        if (Told.insert(Owner).second)
          add(report(R, *C), Owner, Out);
        else
          tellRace(Out, R, *C);
      }
    for (const AtomicityViolation &V : A.atomicity().violations())
      if (auto End = endOf(V))
        Out.push_back(report(V, *End));
  }

private:
  /// Of the handles of a class, no other rule need tell that they are shared.
  void add(Finding F, link::RecordSym Counted, Findings &Out) const {
    F.Subjects.push_back(W.countsOf(Counted));
    Out.push_back(std::move(F));
  }

  const ReferenceCount *countOf(const Race &R) const {
    const ReferenceCount *C = Types.countOf(R.First.Of);
    return C ? C : Types.countOf(R.Second.Of);
  }

  std::string name(const ReferenceCount &C) const {
    return W.quoted(A.keys().name(LockKey{LockKey::Field, C.Field.Index}));
  }

  /// What was found of the count already explains the race as well.
  void tellRace(Findings &Out, const Race &R, const ReferenceCount &C) const {
    for (Finding &F : Out)
      if (F.Key == name(C))
        F.Subjects.push_back(W.subject(R));
  }

  std::string who(const Point &P) const {
    return A.threads().root(P.Root).What == Root::Thread
               ? "the thread that starts it"
               : "the main thread";
  }

  std::string thread(RootId R) const {
    return Witness::started(A.threads().root(R)) + " here";
  }

  Finding report(const HandleCopy &C) const {
    Finding F;
    BodyId B = C.Start.Body;
    std::string Handle = describe(A.program(), A.paths(), C.Handle, B);
    Handle = Handle.empty() ? "a handle" : W.quoted(Handle);
    const ReferenceCount &Count = *C.Counted.Count;
    F.Where = W.place(C.Start);
    F.Function = W.function(B);
    F.Key = name(Count);
    F.Tier = C.Mine.Doubtful || C.Theirs.Doubtful ? findings::Tier::Medium
                                                  : findings::Tier::High;
    F.Message = thread(C.Thread) + " shares what " + Handle +
                " refers to, but " + counted(C.Counted) +
                " does not count its references atomically";
    tellCount(F.Notes, C.Counted);
    W.note(F.Notes, F.Where,
           thread(C.Thread) + " drops its copy, at the latest when it ends");
    W.note(F.Notes, W.place(C.Use.at()),
           who(C.Mine) + ", meanwhile, " + words(C.Use).Does + " " +
               nameOf(C.Use) + " here");
    W.note(F.Notes, declaration(Count),
           makeAtomic(Count, B) + ", or leave the thread the only copy of " +
               Handle);
    return F;
  }

  /// What is done with a handle, in words.
  struct Words {
    const char *Does, *Done, *Doing;
  };
  static Words words(const HandleUse &U) {
    return U.How == HandleUse::Copied    ? Words{"copies", "copied", "copy"}
           : U.How == HandleUse::Changed ? Words{"changes", "changed", "change"}
                                         : Words{"drops", "dropped", "drop"};
  }

  std::string nameOf(const HandleUse &U) const {
    std::string Name = describe(A.program(), A.paths(), U.Of, U.In);
    return Name.empty() ? "a copy" : W.quoted(Name);
  }

  void tellCount(Witness::Notes &To, const PlainCounting &C) const {
    if (!C.Count)
      return;
    W.note(To, W.place(C.Count->Up),
           name(*C.Count) +
               " is incremented here, without an atomic operation");
    tellDown(To, *C.Count);
  }

  /// Two threads and one handle of static storage duration.
  Finding report(const HandleMeeting &M) const {
    Finding F;
    findings::Place Other = W.place(M.Second.at());
    std::string Handle = nameOf(M.First);
    const ReferenceCount *Count = M.Counted.Count;
    F.Where = W.place(M.First.at());
    F.Function = W.function(M.First.In);
    F.Key = Count ? name(*Count) : Handle;
    F.Tier = M.FirstPoint.Doubtful || M.SecondPoint.Doubtful
                 ? findings::Tier::Medium
                 : findings::Tier::High;
    F.Message = Handle + " is " + words(M.First).Done +
                " here while another thread may " +
                (F.Where == Other ? std::string("do the same")
                                  : words(M.Second).Doing +
                                        (" it at " + Witness::text(Other))) +
                ", but " + counted(M.Counted) +
                " does not count its references atomically";
    W.reaches(F.Notes, M.First.at(), M.FirstPoint, words(M.First).Doing);
    if (F.Where != Other || M.FirstPoint.Root != M.SecondPoint.Root)
      W.reaches(F.Notes, M.Second.at(), M.SecondPoint, words(M.Second).Doing);
    tellCount(F.Notes, M.Counted);
    W.note(F.Notes, Count ? declaration(*Count) : F.Where,
           (Count ? makeAtomic(*Count, M.First.In)
                  : "use a handle that counts atomically") +
               ", or hold one lock at both");
    return F;
  }

  std::string counted(const PlainCounting &C) const {
    const link::RecordSymbol &R = A.program().record(C.Class);
    return W.quoted(A.program().text(
        R.Unit, A.program().unit(R.Unit).record(R.Decl).Display));
  }

  std::string makeAtomic(const ReferenceCount &C, BodyId In) const {
    TypeRef T =
        typeOf(A.program(), A.paths(), LockKey{LockKey::Field, C.Field.Index});
    bool Pointed = T && A.program().unit(T.Unit).type(T.Type).Kind ==
                            facts::TypeKind::Pointer;
    return (Pointed ? "make what " + name(C) + " points to"
                    : "make " + name(C)) +
           (W.inC(In) ? " _Atomic" : " a std::atomic");
  }

  findings::Place declaration(const ReferenceCount &C) const {
    return A.keys().declaration(LockKey{LockKey::Field, C.Field.Index});
  }

  void tellDown(Witness::Notes &To, const ReferenceCount &C) const {
    W.note(To, W.place(C.Down),
           "it is decremented here, and, where it was the last ...");
    W.note(To, W.place(C.End), "... the object is destroyed here");
  }

  /// What the compiler calls where handles are made, copied and dropped.
  bool isOfHandle(BodyId B) const {
    const link::FunctionSymbol &F =
        A.program().function(A.program().body(B).Function);
    return F.Owner &&
           (F.has(facts::FnF_Constructor) || F.has(facts::FnF_Destructor) ||
            F.has(facts::FnF_MoveOrCopy)) &&
           Types.handle(F.Owner);
  }

  /// Where the thread that gets to \p X makes, copies or drops a handle while
  /// the other is at \p Other; what handles do inside nobody wrote there. The
  /// access itself, if that is not by handles.
  Site userSite(const Access &X, const Point &At, const Point &Other) {
    Site Here{X.Body, X.Fact};
    std::vector<BodyId> Work{X.Body};
    for (size_t I = 0; I < Work.size() && I < MaxInside; ++I)
      for (const CallGraph::Caller &C : A.graph().callers(Work[I])) {
        if (!A.threads().context(C.Body, At.Root))
          continue;
        if (isOfHandle(C.Body) || Types.counts(C.Body)) {
          if (!llvm::is_contained(Work, C.Body))
            Work.push_back(C.Body);
        } else if (isOfHandle(Work[I]) && meets({C.Body, C.Fact}, At, Other)) {
          return {C.Body, C.Fact};
        }
      }
    return Here;
  }

  bool meets(Site S, const Point &At, const Point &Other) {
    return llvm::any_of(Meetings.points(S), [&](const Point &P) {
      return P.Root == At.Root && A.threads().parallel(P, Other) &&
             !A.threads().handedOver(P, Other);
    });
  }

  /// How a thread gets to the count: by a handle, or by itself.
  void tell(Witness::Notes &To, const Access &X, const Point &P, Site User,
            const std::string &Count) const {
    Site Here{X.Body, X.Fact};
    std::string Does = changes(X) ? "change" : "read";
    if (User == Here)
      return W.reaches(To, Here, P, Does);
    const Root &R = A.threads().root(P.Root);
    if (R.What == Root::Thread)
      W.note(To, W.place(R.Spawn), thread(P.Root) + " ...");
    W.note(To, W.place(User),
           std::string(R.What == Root::Thread ? "..." : "the main thread") +
               " makes or drops a handle here ...");
    W.note(To, W.place(Here), "... which " + Does + "s " + Count + " here");
  }

  /// The test after a decrement reads for it.
  bool changes(const Access &X) const {
    return X.Write || Types.counts(X.Body);
  }

  Finding report(const Race &R, const ReferenceCount &C) {
    Finding F;
    Site First = userSite(R.First, R.FirstPoint, R.SecondPoint),
         Second = userSite(R.Second, R.SecondPoint, R.FirstPoint);
    findings::Place Other = W.place(Second);
    F.Where = W.place(First);
    F.Function = W.function(First.Body);
    F.Key = name(C);
    F.Tier = R.Doubtful ? findings::Tier::Medium : findings::Tier::High;
    F.Subjects = {W.subject(R)};
    F.Message =
        name(C) +
        " counts references, but not atomically: it is "
        "changed here while another thread may " +
        (F.Where == Other ? std::string("do the same")
                          : (changes(R.Second) ? "change" : "read") +
                                std::string(" it at ") + Witness::text(Other));
    tell(F.Notes, R.First, R.FirstPoint, First, name(C));
    if (F.Where != Other || R.FirstPoint.Root != R.SecondPoint.Root)
      tell(F.Notes, R.Second, R.SecondPoint, Second, name(C));
    tellDown(F.Notes, C);
    std::string Lock = R.Guard && R.Guarded < R.Accesses
                           ? ", or hold " + W.quoted(A.keys().name(R.Guard)) +
                                 " at every change (" +
                                 std::to_string(R.Guarded) + " of " +
                                 std::to_string(R.Accesses) + " accesses do)"
                           : std::string();
    W.note(F.Notes, declaration(C), makeAtomic(C, R.First.Body) + Lock);
    return F;
  }

  /// Of a count that is tested in another operation than it is changed by: what
  /// the test decides about.
  std::optional<uint32_t> endOf(const AtomicityViolation &V) const {
    if (V.Lock || V.Branch == ~0u || V.What == AtomicityViolation::LostUpdate)
      return std::nullopt;
    bool Changes = V.First.Modifies || V.Second.Modifies;
    A.program().trim();
    return Changes ? Types.endAfter(V.Body, V.Branch, V.Second.Where)
                   : std::nullopt;
  }

  Finding report(const AtomicityViolation &V, uint32_t End) const {
    bool TestsLast = V.What == AtomicityViolation::UpdateThenLook;
    const Operation &Change = TestsLast ? V.First : V.Second,
                    &Test = TestsLast ? V.Second : V.First;
    std::string Name =
        W.quoted(A.keys().name(A.sharedWrites().name(Test.Data, V.Body).Data));
    Finding F;
    F.Where = W.place({V.Body, Test.Fact});
    F.Function = W.function(V.Body);
    F.Key = Name;
    F.Subjects = {W.subject(V)};
    F.Tier = V.Other.Mine.Doubtful || V.Other.Theirs.Doubtful
                 ? findings::Tier::Medium
                 : findings::Tier::High;
    F.Message = Name +
                " is changed and tested in two atomic operations: "
                "two threads may " +
                (TestsLast ? "both find that the last reference is gone, and "
                             "both destroy the object"
                           : "each take the other's for the last reference");
    findings::Note Changed{W.place({V.Body, Change.Fact}),
                           Name + " is changed here ..."},
        Tested{F.Where, Name + " is tested here ..."};
    F.Notes = TestsLast ? Witness::Notes{Changed, Tested}
                        : Witness::Notes{Tested, Changed};
    W.note(F.Notes, W.place({V.Body, End}),
           "... and the object is destroyed here");
    W.other(F.Notes, V.Other, "changes " + Name, "");
    W.note(F.Notes, W.place({V.Body, Change.Fact}),
           "test the value that the decrement itself returns");
    return F;
  }

  const Analysis &A;
  Witness W;
  CountedTypes &Types;
  Encounters Meetings;
  std::set<link::RecordSym> Told;
};

void check(const Analysis &A, Findings &Out) { SharedCounts(A).find(Out); }

} // namespace

Rule rules::refcountSharedRule() {
  return {"refcount-shared",
          "Threads change a count of references that is not made for it",
          findings::Tier::High, false, check};
}

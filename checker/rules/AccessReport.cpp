//===-- AccessReport.cpp - What the analysis knows of a piece of data -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/AccessReport.h"

#include "analysis/BodyView.h"
#include "analysis/DataKeys.h"
#include "analysis/Encounters.h"
#include "rules/Witness.h"
#include "support/Spelling.h"

#include "llvm/ADT/StringExtras.h"

#include <map>
#include <set>

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using findings::Place;
using models::EffectKind;

/// Of one piece of data, at most.
static constexpr size_t MaxAccesses = 64;
/// Pairs of points that are judged for one piece of data.
static constexpr size_t MaxPairs = size_t(1) << 16;
/// Unknown callees that are named.
static constexpr size_t MaxUnknowns = 5;

namespace {

/// "Cache::hits_" is meant by "hits_" and "Cache::hits_".
bool isMeant(llvm::StringRef Full, llvm::StringRef Name) {
  return !Name.empty() &&
         (Full == Name || (Full.ends_with(Name) &&
                           Full.drop_back(Name.size()).ends_with("::")));
}

struct Found {
  Touch What;
  bool Atomic = false;
  bool OneObject = false;
};

/// All accesses of the data that is asked for.
class AccessFinder {
public:
  AccessFinder(const Analysis &A, const AccessQuery &Query)
      : A(A), Query(Query) {}

  llvm::Expected<std::map<LockKey, std::vector<Found>>> find() {
    findSymbols();
    if (Query.Line)
      eachBody([&](BodyId B, BodyView &View) { findLine(B, View); });
    eachBody([&](BodyId B, BodyView &View) { collect(B, View); });
    if (All.empty())
      return nothing();
    return std::move(All);
  }

private:
  void eachBody(llvm::function_ref<void(BodyId, BodyView &)> Do) {
    for (uint32_t N = 0; N < A.program().bodies().size(); ++N) {
      A.program().trim();
      BodyView View(A.program(), A.paths(), A.graph(), A.summaries(),
                    BodyId(N));
      Do(BodyId(N), View);
    }
  }

  bool isHere(const Place &P) const {
    return Query.Line && P.Line == Query.Line && Query.IsFile(P.File);
  }

  /// Variables and fields of that name, or declared on that line.
  void findSymbols() {
    auto Try = [&](LockKey Key) {
      if (Query.Line ? isHere(A.keys().declaration(Key))
                     : isMeant(nameOf(A.program(), A.keys(), Key), Query.Name))
        Wanted.insert(Key);
    };
    for (uint32_t V = 0; V < A.program().variables().size(); ++V)
      Try({LockKey::Variable, V});
    A.program().trim();
    for (uint32_t F = 0; F < A.program().fields().size(); ++F)
      Try({LockKey::Field, F});
  }

  /// What a body touches: \p Do gets the access, its fact, and what it is.
  void touches(BodyId B, BodyView &View,
               llvm::function_ref<void(const DataAccess &, uint32_t, bool Write,
                                       bool Atomic)>
                   Do) {
    const facts::FunctionBody &Body = View.facts();
    for (uint32_t I = 0; I < Body.Facts.size(); ++I) {
      const Fact &F = Body.Facts[I];
      if (F.Kind == FactKind::Read || F.Kind == FactKind::Write)
        Do(dataAccess(A.paths(), A.keys(), View.path(F.Path), B), I,
           F.Kind == FactKind::Write, F.Flags & facts::FF_AtomicAccess);
    }
    for (const CallSite &S : A.graph().sites(B))
      if (S.Model)
        for (const models::Effect &E : S.Model->Effects)
          effect(B, View, S, E, Do);
  }

  void effect(
      BodyId B, BodyView &View, const CallSite &S, const models::Effect &E,
      llvm::function_ref<void(const DataAccess &, uint32_t, bool, bool)> Do) {
    bool Plain = E.Kind == EffectKind::Reads || E.Kind == EffectKind::Writes ||
                 E.Kind == EffectKind::Uses;
    bool Changes =
        E.Kind == EffectKind::AtomicStore || E.Kind == EffectKind::AtomicUpdate;
    if (!Plain && !Changes && E.Kind != EffectKind::AtomicLoad)
      return;
    const Fact &F = View.fact(S.Fact);
    for (models::Selector O : expand(A.program(), B, F, E.Operands))
      for (Path P : View.locations(F, O))
        Do(dataAccess(A.paths(), A.keys(), P, B), S.Fact,
           Plain ? writesOperand(A.program(), B, F, E, O) : Changes, !Plain);
  }

  void findLine(BodyId B, BodyView &View) {
    touches(B, View, [&](const DataAccess &D, uint32_t I, bool, bool) {
      if (!D.Of)
        return;
      const Fact &F = View.fact(I);
      Place P = A.program().place(A.program().body(B).Unit, F.Loc);
      if (!Query.IsFile(P.File))
        return;
      FileThere = true;
      Lines.insert(P.Line);
      if (isHere(P))
        Wanted.insert(D.Of);
    });
  }

  void collect(BodyId B, BodyView &View) {
    std::set<std::pair<LockKey, Touch>> Seen;
    touches(B, View,
            [&](const DataAccess &D, uint32_t I, bool Write, bool Atomic) {
              if (!D.Of || !wanted(D.Of) ||
                  !Seen.insert({D.Of, {{B, I}, Write}}).second)
                return;
              All[D.Of].push_back({{{B, I}, Write}, Atomic, D.OneObject});
            });
  }

  /// Locals have no symbol: their name is compared when one is met.
  bool wanted(LockKey Key) {
    if (Wanted.contains(Key))
      return true;
    if (Query.Line || Key.What != LockKey::Object)
      return false;
    return isMeant(nameOf(A.program(), A.keys(), Key), Query.Name);
  }

  llvm::Error nothing() const {
    return Query.Line ? nothingOnLine() : nothingOfName();
  }

  llvm::Error nothingOnLine() const {
    std::string Where = Query.File + ":" + std::to_string(Query.Line);
    if (!FileThere)
      return llvm::createStringError(
          "no access of memory that threads can share is known in '" +
          Query.File + "'; 'fearless check' says which files are analysed");
    std::string Text = "nothing that threads can share is accessed in " + Where;
    auto After = Lines.lower_bound(Query.Line);
    if (After != Lines.end())
      Text += "; the next such line is " + std::to_string(*After);
    if (After != Lines.begin())
      Text +=
          "; the last one before it is " + std::to_string(*std::prev(After));
    return llvm::createStringError(Text);
  }

  llvm::Error nothingOfName() const {
    if (!Wanted.empty())
      return llvm::createStringError(
          "nothing in the code that is analysed accesses '" + Query.Name + "'");
    // Of qualified names the last part is what people misspell.
    llvm::StringRef Asked = Query.Name;
    std::set<std::string> Names;
    auto Add = [&](LockKey Key) {
      std::string Full = nameOf(A.program(), A.keys(), Key);
      llvm::StringRef Last = Full;
      if (!Asked.contains("::"))
        Last = Last.substr(Last.rfind("::") == llvm::StringRef::npos
                               ? 0
                               : Last.rfind("::") + 2);
      if (!Last.empty())
        Names.insert(Last.str());
    };
    for (uint32_t V = 0; V < A.program().variables().size(); ++V)
      if (!(A.program().variable(link::VariableSym(V)).Flags &
            facts::VF_System))
        Add({LockKey::Variable, V});
    for (uint32_t F = 0; F < A.program().fields().size(); ++F)
      Add({LockKey::Field, F});
    std::vector<llvm::StringRef> Valid(Names.begin(), Names.end());
    std::vector<std::string> Near;
    while (Near.size() < 3) {
      llvm::StringRef Meant = support::nearest(Asked, Valid);
      if (Meant.empty())
        break;
      Near.push_back("'" + Meant.str() + "'");
      llvm::erase(Valid, Meant);
    }
    return llvm::createStringError(
        "there is no rule, variable or field '" + Query.Name + "'" +
        (Near.empty() ? "" : "; did you mean " + llvm::join(Near, ", ") + "?") +
        (Near.empty() ? "; a line is named as FILE:LINE" : ""));
  }

  const Analysis &A;
  const AccessQuery &Query;
  std::set<LockKey> Wanted;
  std::map<LockKey, std::vector<Found>> All;
  std::set<unsigned> Lines; ///< Of the file, with accesses.
  bool FileThere = false;
};

/// Tells what is known of one piece of data.
class DataExplainer {
public:
  DataExplainer(const Analysis &A, const Report &Rules)
      : A(A), W(A), Rules(Rules), Meetings(A) {}

  DataReport explain(LockKey Key, std::vector<Found> Accesses) {
    DataReport R;
    A.program().trim();
    R.Name = nameOf(A.program(), A.keys(), Key);
    R.Declared = A.keys().declaration(Key);
    llvm::stable_sort(Accesses, [&](const Found &X, const Found &Y) {
      return W.place(X.What.At) < W.place(Y.What.At);
    });
    if (Accesses.size() > MaxAccesses) {
      R.Left = Accesses.size() - MaxAccesses;
      Accesses.resize(MaxAccesses);
    }
    std::vector<Touch> Touches;
    for (const Found &F : Accesses)
      Touches.push_back(F.What);
    std::vector<Encountered> Points = Meetings.points(Touches);
    for (size_t I = 0; I < Accesses.size(); ++I)
      R.Accesses.push_back(entry(I, Accesses[I], Points));
    findFindings(R);
    judge(R, Accesses, Points);
    findUnknowns(R, Accesses);
    return R;
  }

private:
  AccessEntry entry(size_t Number, const Found &F,
                    llvm::ArrayRef<Encountered> Points) {
    AccessEntry E;
    E.Where = W.place(F.What.At);
    E.Function = W.function(F.What.At.Body);
    E.Write = F.What.Write;
    E.Atomic = F.Atomic;
    for (const Encountered &X : Points)
      if (X.Touch == Number)
        E.Ways.push_back(way(F.What.At, X.At, Points));
    if (E.Ways.empty())
      E.Outside = outside(F.What.At);
    return E;
  }

  std::string outside(Site S) const {
    if (A.program()
            .function(A.program().body(S.Body).Function)
            .has(facts::FnF_StaticInit))
      return "before main";
    if (A.threads().doomed(S))
      return "on the way to the end of the program: a crash is no part of its "
             "normal life";
    for (const RootContext &C : A.threads().contexts(S.Body))
      if (A.threads().root(C.Root).What != Root::Library)
        return "only in the child of a fork, which has one thread";
    return "no thread of the program gets there: only callers out of sight";
  }

  AccessWay way(Site At, const Point &P, llvm::ArrayRef<Encountered> Points) {
    AccessWay Way;
    const Root &R = A.threads().root(P.Root);
    if (R.What == Root::Thread) {
      Way.Thread = Witness::started(R) + " at";
      Way.Start = W.place(R.Spawn);
    } else {
      Way.Thread = R.AtExit ? "an exit handler" : "the main thread";
    }
    Way.Chain = W.chain(At.Body, P.Root, P.Way);
    Way.Doubtful = P.Doubtful;
    for (LockKey K : P.Held)
      Way.Locks.push_back(A.keys().name(K));
    for (LockKey K : P.Uncertain)
      Way.Perhaps.push_back(A.keys().name(K));
    std::set<RootId> Others;
    for (const Encountered &X : Points)
      if (X.At.Root != P.Root && !A.threads().parallel(P, X.At))
        Others.insert(X.At.Root);
    for (RootId O : Others)
      if (std::string Text = order(At, P, O); !Text.empty())
        Way.Others.push_back({Text, W.place(A.threads().root(O).Spawn)});
    return Way;
  }

  /// Why \p Other does not run at \p P; empty if there is no more to say.
  std::string order(Site At, const Point &P, RootId Other) const {
    const Root &R = A.threads().root(Other);
    if (R.What != Root::Thread)
      return "";
    if (llvm::is_contained(P.Ended, R.Spawn))
      return "has been joined";
    auto Sites = parting(A.threads(), At, R.Spawn, P.Root);
    if (!Sites)
      return "does not run";
    return comesFirst(A.program(), Sites->first, Sites->second)
               ? "has not been started yet"
               : "has been joined";
  }

  static std::string because(Apart Why) {
    switch (Why) {
    case Apart::Nothing:
      return "may happen at once";
    case Apart::OneThread:
      return "in one thread";
    case Apart::CommonLock:
      return "under a common lock";
    case Apart::PerhapsLock:
      return "under one of several locks, perhaps the same";
    case Apart::Order:
      return "ordered by a start or a join";
    case Apart::HandOver:
      return "ordered by a hand-over: one publishes, the other observes";
    case Apart::Task:
      return "ordered by the making of the task that does the other";
    case Apart::Masked:
      return "the signal is blocked there";
    case Apart::OtherObjects:
      return "of objects in different states";
    }
    return "";
  }

  /// What is to be said of the data as a whole.
  void judge(DataReport &R, llvm::ArrayRef<Found> Accesses,
             llvm::ArrayRef<Encountered> Points) {
    auto Silent = [&](const char *Why) {
      R.Verdict = R.Findings.empty() ? Why : "reported";
    };
    if (Points.empty())
      return Silent("no thread of the program gets to an access");
    if (llvm::none_of(Points, [&](const Encountered &X) {
          return Accesses[X.Touch].What.Write;
        }))
      return Silent("only read: there is nothing to race with");
    if (llvm::all_of(Points, [&](const Encountered &X) {
          return Accesses[X.Touch].Atomic;
        }))
      return Silent("every access is atomic");
    bool OneRoot = llvm::all_of(Points, [&](const Encountered &X) {
      return X.At.Root == Points[0].At.Root;
    });
    if (OneRoot && !A.threads().root(Points[0].At.Root).Many)
      return Silent("one thread only");
    bool Meets = reasons(R, Accesses, Points);
    if (!Meets)
      return Silent("every two accesses, one of them a write, are kept apart");
    bool OneObject =
        llvm::all_of(Accesses, [](const Found &F) { return F.OneObject; });
    Silent(OneObject ? "two accesses may happen at once, and no rule reports it"
                     : "two accesses may happen at once if they are of one "
                       "object, which is not known");
  }

  /// One reason of each kind, with the first pair that it keeps apart, and the
  /// locks. Whether some two may meet.
  bool reasons(DataReport &R, llvm::ArrayRef<Found> Accesses,
               llvm::ArrayRef<Encountered> Points) {
    std::map<Apart, Reason> Kinds;
    std::map<Apart, unsigned> Count;
    std::set<LockKey> Guards;
    size_t Pairs = 0;
    for (size_t I = 0; I < Points.size(); ++I)
      for (size_t J = I; J < Points.size(); ++J) {
        const Found &X = Accesses[Points[I].Touch],
                    &Y = Accesses[Points[J].Touch];
        if ((!X.What.Write && !Y.What.Write) || (X.Atomic && Y.Atomic) ||
            (I == J && !A.threads().root(Points[I].At.Root).Many))
          continue;
        if (++Pairs > MaxPairs) {
          R.Unknowns.push_back("not all pairs of accesses were compared");
          return Kinds.contains(Apart::Nothing);
        }
        Apart Why = Meetings.judge(X.What, Points[I].At, Y.What, Points[J].At);
        if (Why == Apart::CommonLock)
          for (LockKey K : commonLocks(Points[I].At, Points[J].At))
            Guards.insert(K);
        ++Count[Why];
        Kinds.try_emplace(
            Why, Reason{"", 0, W.place(X.What.At), W.place(Y.What.At)});
      }
    std::vector<std::string> Names;
    for (LockKey K : Guards)
      Names.push_back("'" + A.keys().name(K) + "'");
    for (auto &[Why, Reason] : Kinds) {
      Reason.Text = because(Why);
      if (Why == Apart::CommonLock)
        Reason.Text += ", " + llvm::join(Names, ", ");
      Reason.Pairs = Count[Why];
      R.Reasons.push_back(std::move(Reason));
    }
    return Kinds.contains(Apart::Nothing);
  }

  /// Findings that tell of one of the accesses.
  void findFindings(DataReport &R) const {
    auto IsAccess = [&](const Place &P) {
      return llvm::any_of(R.Accesses,
                          [&](const AccessEntry &E) { return E.Where == P; });
    };
    llvm::StringRef Last = R.Name;
    Last = Last.substr(
        Last.rfind(':') == llvm::StringRef::npos ? 0 : Last.rfind(':') + 1);
    for (const findings::Finding &F : Rules.All)
      if (llvm::StringRef(F.Message).contains(Last) &&
          (IsAccess(F.Where) ||
           llvm::any_of(F.Notes, [&](const findings::Note &N) {
             return IsAccess(N.Where);
           })))
        R.Findings.push_back(&F);
  }

  /// What in the functions of the accesses is not known.
  void findUnknowns(DataReport &R, llvm::ArrayRef<Found> Accesses) const {
    std::set<BodyId> Bodies;
    for (const Found &F : Accesses)
      Bodies.insert(F.What.At.Body);
    std::set<std::string> Callees;
    for (BodyId B : Bodies) {
      if (A.result(B).Cut)
        R.Unknowns.push_back("the analysis of " + W.function(B) +
                             " met a bound");
      if (A.result(B).UnknownLocks)
        R.Unknowns.push_back(W.function(B) +
                             " takes a lock of which it cannot be told which "
                             "one it is");
      for (const CallSite &S : A.graph().sites(B))
        if (!S.Model && S.Targets.Unresolved)
          Callees.insert(
              W.function(B) + " calls " +
              (S.Targets.Named
                   ? "'" + A.program().function(S.Targets.Named).Qualified +
                         "', of which there is no body and no model"
                   : std::string("through a pointer that cannot be told")));
    }
    for (const std::string &Text : Callees) {
      if (R.Unknowns.size() >= MaxUnknowns) {
        R.Unknowns.push_back("more calls that cannot be followed");
        break;
      }
      R.Unknowns.push_back(Text);
    }
  }

  const Analysis &A;
  Witness W;
  const Report &Rules;
  Encounters Meetings;
};

} // namespace

llvm::Expected<std::vector<DataReport>>
rules::accessReports(const Analysis &A, const Report &Rules,
                     const AccessQuery &Query) {
  auto Accesses = AccessFinder(A, Query).find();
  if (!Accesses)
    return Accesses.takeError();
  DataExplainer Explainer(A, Rules);
  std::vector<DataReport> Result;
  for (auto &[Key, List] : *Accesses)
    Result.push_back(Explainer.explain(Key, std::move(List)));
  llvm::stable_sort(Result, [](const DataReport &X, const DataReport &Y) {
    return std::tie(X.Name, X.Declared) < std::tie(Y.Name, Y.Declared);
  });
  return Result;
}

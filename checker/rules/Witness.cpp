//===-- Witness.cpp - Telling the story of a finding ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/Witness.h"

#include "analysis/Atomicity.h"
#include "analysis/DataKeys.h"
#include "analysis/SharedWrites.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using findings::Place;
using link::BodyId;

Place Witness::place(BodyId B, facts::Location L) const {
  return A.program().place(A.program().body(B).Unit, L);
}

Place Witness::place(Site S) const {
  if (!S)
    return {};
  const facts::FunctionBody &Body = A.program().facts(S.Body);
  Place Use = place(S.Body, Body.Facts[S.Fact].Loc);
  auto It = llvm::lower_bound(
      Body.Spellings, S.Fact,
      [](const facts::Spelling &Of, uint32_t Fact) { return Of.Fact < Fact; });
  if (It != Body.Spellings.end() && It->Fact == S.Fact)
    Use.InMacro = std::make_shared<Place>(place(S.Body, It->Loc));
  return Use;
}

std::string Witness::quoted(const std::string &Name) const {
  return "'" + Name + "'";
}

std::string Witness::function(BodyId B) const {
  const link::FunctionSymbol &F =
      A.program().function(A.program().body(B).Function);
  llvm::StringRef Name = F.Qualified;
  unsigned Lambdas = 0;
  while (Name.consume_back("::lambda"))
    ++Lambdas;
  if (!Lambdas)
    return quoted(F.Qualified);
  return "a lambda in '" + Name.str() + "'";
}

std::string Witness::lock(Path P, BodyId In) const {
  std::string Name = A.keys().name(P, In);
  return Name.empty() ? "a lock" : quoted(Name);
}

bool Witness::inC(BodyId B) const {
  link::UnitId Unit = A.program().body(B).Unit;
  return A.program().unit(Unit).Language == facts::Language::C;
}

void Witness::note(Notes &To, Place Where, std::string Text) const {
  if (Where.Line)
    To.push_back({std::move(Where), std::move(Text)});
}

/// A destructor that nobody names is not called by whoever reads the line.
std::string Witness::call(const Acquisition &Step) const {
  return isDestructor(Step.Via) ? "runs " : "calls ";
}

bool Witness::isDestructor(BodyId B) const {
  return A.program()
      .function(A.program().body(B).Function)
      .has(facts::FnF_Destructor);
}

void Witness::acquisition(Notes &To, const Acquisition &Taking,
                          const std::string &Lock, const std::string &Lead,
                          const std::string &End, const char *Does) const {
  const Acquisition *Step = &Taking;
  std::string Words = Lead;
  for (unsigned Depth = 0; Step->Via && Depth < 16; ++Depth) {
    note(To, place(Step->At),
         Words + call(*Step) + function(Step->Via) + " ...");
    Words = "... which ";
    const auto &Inner = A.summary(Step->Via).Acquisitions;
    if (Step->ViaIndex >= Inner.size())
      return;
    Step = &Inner[Step->ViaIndex];
  }
  const char *Verb = *Does                               ? Does
                     : Step->Kind == WaitKind::Condition ? "waits for "
                     : Step->Kind == WaitKind::Thread    ? "waits for "
                     : Step->Shared                      ? "locks (shared) "
                                                         : "locks ";
  note(To, place(Step->At),
       Words + Verb + Lock + (End.starts_with(",") ? "" : " here") + End);
}

/// A lock may have been taken by a function that keeps it: then the story goes
/// on inside.
void Witness::taken(Notes &To, Site At, const std::string &Lock,
                    const std::string &End, std::string Subject) const {
  if (!At)
    return;
  if (Subject.empty())
    Subject = function(At.Body) + " ";
  const CallSite *Call = A.graph().site(At.Body, At.Fact);
  const Summary *Callee =
      Call && !Call->Model && Call->Targets.Bodies.size() == 1
          ? &A.summary(Call->Targets.Bodies[0])
          : nullptr;
  if (!Callee) {
    note(To, place(At), Subject + "locks " + Lock + " here" + End);
    return;
  }
  note(To, place(At),
       Subject + "calls " + function(Call->Targets.Bodies[0]) +
           ", which locks " + Lock + End);
}

std::string Witness::callsTo(Notes &To, const GraphEdge &E) const {
  std::string Subject;
  for (size_t I = 0; I < E.Through.size(); ++I) {
    BodyId Callee =
        I + 1 < E.Through.size() ? E.Through[I + 1].Body : E.HeldAt.Body;
    note(To, place(E.Through[I]),
         (Subject.empty() ? function(E.Through[I].Body) + " " : Subject) +
             "calls " + function(Callee) + " here ...");
    Subject = "... which ";
  }
  return Subject;
}

std::string Witness::subject(const GraphEdge &E) const {
  std::string Text;
  auto Add = [&](const Place &P) {
    Text += P.File + ":" + std::to_string(P.Line) + ":" +
            std::to_string(P.Column) + "\n";
  };
  for (Site S : E.Through)
    Add(place(S));
  Add(place(E.HeldAt));
  Add(place(E.Taking.At));
  return Text + A.keys().name(E.From.Key) + "\n" + A.keys().name(E.To.Key);
}

std::string Witness::chain(BodyId B, RootId R, uint32_t Way) const {
  std::string Text;
  auto Calls = A.threads().callChain(B, R, Way);
  for (size_t I = 0; I < Calls.size(); ++I) {
    if (Calls.size() > 6 && I == 3)
      Text += "... -> ";
    if (Calls.size() > 6 && I >= 3 && I + 2 < Calls.size())
      continue;
    Text += function(Calls[I].Body) + " -> ";
  }
  return Text.empty() ? Text : Text + function(B);
}

std::string Witness::started(const Root &R) {
  return R.Handler ? "the signal handler installed"
         : R.Many  ? "each of the threads started"
                   : "the thread started";
}

std::string Witness::secondOf(const Race &R) const {
  if (A.threads().root(R.SecondPoint.Root).Handler)
    return "a signal handler";
  return A.threads().root(R.FirstPoint.Root).Handler
             ? "what this signal handler interrupts"
             : "another thread";
}

void Witness::root(Notes &To, const Point &P, const std::string &What) const {
  const Root &R = A.threads().root(P.Root);
  if (R.What == Root::Thread)
    note(To, place(R.Spawn),
         What + (R.Handler ? " runs in " : " runs on ") + started(R) + " here");
  else if (R.What == Root::Main)
    note(To,
         place(R.Entries[0],
               A.program().decl(A.program().body(R.Entries[0]).Function).Loc),
         What + " runs on the main thread");
}

std::string Witness::data(const Race &R) const {
  const PathTable &Paths = A.paths();
  const ProgramPath &Root = Paths.rootOf(R.Location);
  BodyId In = Root.Kind == facts::PathKind::Parameter ? BodyId(Root.Version)
                                                      : R.First.Body;
  std::string Name = describe(A.program(), Paths, R.Location, In);
  if (Name.empty())
    Name = describe(A.program(), Paths, R.First.Of, R.First.Body);
  return Name.empty() ? "an object" : quoted(Name);
}

/// Not for people: what has no declaration must be told apart, too.
static std::string number(LockKey K) {
  return std::to_string(K.What) + ":" + std::to_string(K.Number);
}

std::string Witness::doubleCheck(LockKey Of) const {
  return "double check of " + number(Of);
}

std::string Witness::doubleCheck(BodyId B, LockKey Lock) const {
  return "double check in " + function(B) + " under " + number(Lock);
}

std::string Witness::publication(Site Weak) const {
  return "publication at " + text(place(Weak));
}

std::string Witness::subject(const Race &R) const {
  return "race on " + data(R) + " " +
         text(place({R.First.Body, R.First.Fact})) + " " +
         text(place({R.Second.Body, R.Second.Fact}));
}

std::string Witness::countsOf(link::RecordSym R) const {
  return "counts of " + std::to_string(R.Index);
}

std::string Witness::membersOf(link::RecordSym R) const {
  return "race on a member of " + std::to_string(R.Index);
}

std::string Witness::subject(const AtomicityViolation &V) const {
  return "atomicity " + text(place({V.Body, V.Second.Fact}));
}

std::string Witness::orAtomic(LockKey Data, const std::string &Name) const {
  TypeRef T = Data.What == LockKey::Object
                  ? TypeRef()
                  : typeOf(A.program(), A.paths(), Data);
  facts::TypeKind Kind =
      T ? A.program().unit(T.Unit).type(T.Type).Kind : facts::TypeKind::Other;
  if (Kind == facts::TypeKind::Array || Kind == facts::TypeKind::Record)
    return "";
  return ", or make " + Name + " atomic";
}

std::string Witness::text(const Place &P) {
  return P.File + ":" + std::to_string(P.Line) + ":" + std::to_string(P.Column);
}

void Witness::reaches(Notes &To, Site At, const Point &P,
                      const std::string &What) const {
  const Root &R = A.threads().root(P.Root);
  std::string Chain = chain(At.Body, P.Root, P.Way);
  std::string Through = Chain.empty() ? "" : " through " + Chain;
  if (R.What == Root::Thread)
    note(To, place(R.Spawn),
         started(R) + " here reaches the " + What + Through);
  else
    note(To, place(At),
         std::string(R.AtExit ? "an exit handler" : "the main thread") +
             " reaches the " + What + Through);
  std::string Locks;
  for (LockKey K : P.Held)
    Locks += (Locks.empty() ? "" : ", ") + quoted(A.keys().name(K));
  note(To, place(At),
       "the " + What + " holds " + (Locks.empty() ? "no lock" : Locks));
}

void Witness::other(Notes &To, const Rival &R, const std::string &Does,
                    const std::string &How) const {
  const Root &Them = A.threads().root(R.Theirs.Root);
  bool Same = R.Theirs.Root == R.Mine.Root;
  std::string Who = "another thread";
  if (Them.What == Root::Thread) {
    std::string Chain = chain(R.Write.At.Body, R.Theirs.Root, R.Theirs.Way);
    note(To, place(Them.Spawn),
         (Same ? "another of the threads started" : started(Them)) + " here" +
             " may get in between" +
             (Chain.empty() ? "" : ", through " + Chain));
    Who = "it";
  } else if (Them.What == Root::Main) {
    Who = "the main thread, meanwhile,";
  }
  note(To, place(R.Write.Shown ? R.Write.Shown : R.Write.At),
       Who + " " + Does + " here" + (How.empty() ? "" : " " + How));
}

void Witness::rootEnd(Notes &To, const RootEnd &E) const {
  if (E.Root && A.threads().root(E.Root).What == Root::Thread)
    note(To, place(A.threads().root(E.Root).Spawn),
         "the thread is started here");
  for (size_t I = 0; I < E.Calls.size(); ++I)
    note(
        To, place(E.Calls[I]),
        function(E.Calls[I].Body) + " calls " +
            function(I + 1 < E.Calls.size() ? E.Calls[I + 1].Body : E.At.Body) +
            " here");
}

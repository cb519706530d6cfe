//===-- CountedTypes.cpp - Classes whose references are counted -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/CountedTypes.h"

#include "analysis/Destruction.h"

using namespace fearless;
using namespace fearless::analysis;
using models::TypeCount;

/// Calls that lead from a destructor to the count, and members of members.
static constexpr unsigned MaxCalls = 3;
static constexpr unsigned MaxLayers = 4;

namespace {

/// What is known of one member so far.
struct Candidate {
  ReferenceCount Count;
  bool Atomic = false;
  bool Any = false;            ///< Some change of it has been seen.
  std::vector<LockKey> Always; ///< Held at all changes.
};

} // namespace

/// The field that counts: the integer itself, or the pointer to it.
static link::FieldSym fieldOf(const PathTable &Paths, Path Of) {
  if (Paths[Of].Kind == PathKind::Deref)
    Of = Paths[Of].Parent;
  return Paths[Of].Kind == PathKind::Field ? link::FieldSym(Paths[Of].Number)
                                           : link::FieldSym();
}

static bool isInteger(const link::Program &Program, link::FieldSym F) {
  const link::FieldSymbol &Sym = Program.field(F);
  const facts::TranslationUnit &Unit = Program.unit(Sym.Unit);
  const facts::Type *T = &Unit.type(Unit.field(Sym.Decl).Type);
  if (T->Kind == facts::TypeKind::Pointer ||
      T->Kind == facts::TypeKind::Reference)
    T = &Unit.type(T->Element);
  return T->Kind == facts::TypeKind::Integer && !T->Atomic;
}

static void keepCommon(std::vector<LockKey> &Always,
                       const std::vector<LockKey> &Here, bool First) {
  if (First)
    Always = Here;
  else
    llvm::erase_if(Always,
                   [&](LockKey K) { return !llvm::is_contained(Here, K); });
}

CountedTypes::CountedTypes(const link::Program &Program, PathTable &Paths,
                           const CallGraph &Graph,
                           const std::vector<Summary> &Summaries,
                           const std::vector<FunctionResult> &Results,
                           const LockKeys &Keys)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Search(Program, Paths, Graph, Summaries) {
  std::map<link::FieldSym, Candidate> All;
  Path This = Paths.deref(Paths.root(PathKind::Parameter, 0));
  auto Look = [&](BodyId B) {
    CountSearch::Found Found = Search.look(B);
    const link::FunctionSymbol &Self =
        Program.function(Program.body(B).Function);
    for (const CountChange &C : Found.Changes) {
      link::FieldSym F = fieldOf(Paths, C.Of);
      // What a constructor does to its own object is no reference.
      bool Own = Self.has(facts::FnF_Constructor) && Search.owner(C.Of) == This;
      if (!F || Own || !isInteger(Program, F))
        continue;
      Candidate &X = All[F];
      std::vector<LockKey> Held;
      if (const PointState *S = Results[B.Index].point(C.Fact))
        for (Path L : S->Held)
          if (LockKey K = Keys.key(L, B))
            Held.push_back(K);
      keepCommon(X.Always, Held, !X.Any);
      X.Any = true;
      X.Atomic |= C.Atomic;
      Changed[B].insert(F);
      if (C.Up && !X.Count.Up)
        X.Count.Up = {B, C.Fact};
    }
    for (const LastReference &L : Found.Last)
      if (link::FieldSym F = fieldOf(Paths, L.Down.Of); F && All.count(F)) {
        ReferenceCount &C = All[F].Count;
        if (!C.Down)
          C = {F, C.Up, {B, L.Down.Fact}, {B, L.End}};
      }
  };
  for (uint32_t C = 0; C < Graph.componentCount(); ++C)
    for (BodyId B : Graph.component(C)) {
      Program.trim();
      Look(B);
    }
  for (const auto &[F, X] : All)
    if (X.Count.Up && X.Count.Down && !X.Atomic && X.Always.empty())
      Counts[F] = X.Count;
  for (auto &[B, Fields] : Changed)
    std::erase_if(Fields, [&](link::FieldSym F) { return !Counts.count(F); });
  std::erase_if(Changed, [](const auto &X) { return X.second.empty(); });
}

const ReferenceCount *CountedTypes::count(link::FieldSym F) const {
  auto It = Counts.find(F);
  return It == Counts.end() ? nullptr : &It->second;
}

const ReferenceCount *CountedTypes::countOf(Path P) const {
  if (!Paths.known(P))
    return nullptr;
  link::FieldSym F = fieldOf(Paths, P);
  return F ? count(F) : nullptr;
}

std::optional<uint32_t> CountedTypes::endAfter(BodyId B, uint32_t Branch,
                                               Path Part) const {
  BodyView View(Program, Paths, Graph, Summaries, B);
  return Search.endsOnOneWay(View, Branch, Search.owner(Part));
}

/// Does a model say so, of the class or of a policy that it is made with?
bool CountedTypes::saysLibrary(link::RecordSym R) const {
  const link::RecordSymbol &Sym = Program.record(R);
  if (Sym.Model && Sym.Model->Count != TypeCount::None)
    return Sym.Model->Count == TypeCount::Plain;
  for (facts::TypeId T :
       Program.unit(Sym.Unit).record(Sym.Decl).TemplateArguments)
    if (link::RecordSym Policy = classOf(Program, {Sym.Unit, T}))
      if (const models::TypeModel *M = Program.record(Policy).Model;
          M && M->Role == models::TypeRole::Value &&
          M->Count == TypeCount::Plain)
        return true;
  return false;
}

std::optional<PlainCounting> CountedTypes::counting(link::RecordSym R) const {
  std::optional<PlainCounting> Result;
  Program.anyOfBases(R, [&](link::RecordSym Base) {
    if (saysLibrary(Base)) {
      Result = {Base, nullptr};
      return true;
    }
    for (const auto &[F, C] : Counts)
      if (countsFor(F, Base)) {
        Result = {Base, &C};
        return true;
      }
    return false;
  });
  return Result;
}

/// Is \p F a member of \p R, or of a member of a counting class of it?
bool CountedTypes::countsFor(link::FieldSym F, link::RecordSym R) const {
  link::RecordSym Owner = Program.field(F).Owner;
  if (Owner == R)
    return true;
  const link::RecordSymbol &Sym = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(Sym.Unit);
  return llvm::any_of(Unit.record(Sym.Decl).Fields, [&](facts::FieldId Id) {
    const facts::Type &T = Unit.type(Unit.field(Id).Type);
    return T.Kind == facts::TypeKind::Record &&
           Program.symbol(Sym.Unit, T.Record) == Owner;
  });
}

/// The first count that \p B changes, or who it calls.
const ReferenceCount *CountedTypes::changedBy(BodyId B, unsigned Depth) const {
  if (auto It = Changed.find(B); It != Changed.end())
    return count(*It->second.begin());
  if (Depth == 0)
    return nullptr;
  for (const CallSite &S : Graph.sites(B)) {
    for (BodyId T : S.Targets.Bodies)
      if (const ReferenceCount *C = changedBy(T, Depth - 1))
        return C;
    for (const Invocation &I : S.Invocations)
      if (I.Kind != Invocation::Thread)
        for (BodyId T : I.Targets)
          if (const ReferenceCount *C = changedBy(T, Depth - 1))
            return C;
  }
  return nullptr;
}

bool CountedTypes::changes(BodyId B) const {
  return !Counts.empty() && changedBy(B, MaxCalls);
}

std::optional<PlainCounting> CountedTypes::handle(link::RecordSym R) {
  return R ? findHandle(R, 0) : std::nullopt;
}

std::optional<PlainCounting> CountedTypes::handleOfType(TypeRef T,
                                                        unsigned Depth) {
  const facts::Type *Type = &Program.unit(T.Unit).type(T.Type);
  while (Type->Kind == facts::TypeKind::Array && Type->Element)
    Type = &Program.unit(T.Unit).type(T.Type = Type->Element);
  if (Type->Kind != facts::TypeKind::Record || !Type->Record)
    return std::nullopt;
  return findHandle(Program.symbol(T.Unit, Type->Record), Depth);
}

/// Of a class of a library: what it says of itself, or holds.
std::optional<PlainCounting>
CountedTypes::handleOfLibrary(const link::RecordSymbol &Sym, link::RecordSym R,
                              unsigned Depth) {
  auto Arguments = Program.unit(Sym.Unit).record(Sym.Decl).TemplateArguments;
  switch (Sym.Model->Count) {
  case TypeCount::Plain:
    return Sym.Model->Role == models::TypeRole::Pointer
               ? std::optional(PlainCounting{R, nullptr})
               : std::nullopt;
  case TypeCount::Pointee:
    if (!Arguments.empty())
      if (link::RecordSym Of = classOf(Program, {Sym.Unit, Arguments[0]}))
        return counting(Of);
    return std::nullopt;
  case TypeCount::None:
    break;
  }
  if (Sym.Model->Role == models::TypeRole::Container ||
      Sym.Model->Role == models::TypeRole::Value)
    for (facts::TypeId T : Arguments)
      if (auto Found = handleOfType({Sym.Unit, T}, Depth + 1))
        return Found;
  return std::nullopt;
}

std::optional<PlainCounting>
CountedTypes::ownCounting(link::RecordSym R) const {
  std::optional<PlainCounting> Result;
  if (link::FunctionSym D = destructorOf(Program, R); D && !Counts.empty())
    for (BodyId B : Program.bodiesFor(Program.record(R).Unit, D))
      if (const ReferenceCount *C = changedBy(B, MaxCalls))
        Result = {Program.field(C->Field).Owner, C};
  return Result;
}

std::optional<PlainCounting> CountedTypes::findHandle(link::RecordSym R,
                                                      unsigned Depth) {
  auto [It, New] = Handles.try_emplace(R);
  if (!New || Depth > MaxLayers)
    return It->second;
  const link::RecordSymbol &Sym = Program.record(R);
  std::optional<PlainCounting> Result;
  if (Sym.Model) {
    Result = handleOfLibrary(Sym, R, Depth);
    return Handles[R] = Result;
  }
  Result = ownCounting(R);
  auto Record = Program.unit(Sym.Unit).record(Sym.Decl);
  for (const facts::BaseClass &Base : Record.Bases)
    if (!Result)
      Result = findHandle(Program.symbol(Sym.Unit, Base.Record), Depth + 1);
  for (facts::FieldId Id : Record.Fields)
    if (!Result)
      Result = handleOfType({Sym.Unit, Program.unit(Sym.Unit).field(Id).Type},
                            Depth + 1);
  return Handles[R] = Result;
}

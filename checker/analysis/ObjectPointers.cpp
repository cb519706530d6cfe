//===-- ObjectPointers.cpp - Pointers that objects hold to their own parts ===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ObjectPointers.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using link::FieldSym;

ObjectPointers::ObjectPointers(const link::Program &Program, PathTable &Paths,
                               const CallGraph &Graph)
    : Program(Program), Paths(Paths), Graph(Graph),
      Owners(Program, Paths, Graph) {
  findReassigned();
  // What all constructors of a class say.
  std::map<link::RecordSym,
           std::pair<unsigned, std::map<std::pair<Chain, Chain>, unsigned>>>
      ByClass;
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    const link::FunctionSymbol &F =
        Program.function(Program.body(BodyId(I)).Function);
    if (!F.has(facts::FnF_Constructor) || F.has(facts::FnF_MoveOrCopy))
      continue;
    Program.trim();
    auto &[Count, Said] = ByClass[F.Owner];
    ++Count;
    for (const auto &Store : constructor(BodyId(I)).Own)
      ++Said[Store];
  }
  for (const auto &[Class, Entry] : ByClass)
    for (const auto &[Store, Times] : Entry.second)
      if (Times == Entry.first && !Reassigned.count(Store.first.back()))
        Known[Store.first.back()].push_back(Store);
  Constructors.clear();
  Reassigned.clear();
}

/// The fields of `this->a.b`; false if \p P is not of that form.
bool ObjectPointers::fieldsOfThis(BodyId B, facts::PathId P,
                                  Chain &Fields) const {
  const link::Body &Body = Program.body(B);
  for (;; P = Body.Facts->path(P).Parent) {
    const facts::PathNode &N = Body.Facts->path(P);
    if (N.Kind == PathKind::Field) {
      Fields.push_back(Program.symbol(Body.Unit, facts::FieldId(N.Number)));
      continue;
    }
    if (N.Kind != PathKind::Deref)
      return false;
    const facts::PathNode &Root = Body.Facts->path(N.Parent);
    std::reverse(Fields.begin(), Fields.end());
    return Root.Kind == PathKind::Parameter && Root.Number == 0;
  }
}

const ObjectPointers::Constructor &ObjectPointers::constructor(BodyId B) {
  Constructor &C = Constructors[B];
  if (C.Done)
    return C;
  C.Done = true; // A delegation cycle is not valid C++ anyway.
  const facts::FunctionBody &Facts = Program.facts(B);
  Constructor Made;
  Made.Done = true;
  for (const Fact &F : Facts.Facts) {
    Chain Place;
    if (!F.Path)
      continue;
    if (F.Kind == FactKind::Construct && fieldsOfThis(B, F.Path, Place)) {
      addMember(B, F, Place, Made);
      continue;
    }
    if (F.Kind != FactKind::Assign || !fieldsOfThis(B, F.Path, Place) ||
        Place.empty())
      continue;
    const facts::Operand &O = Facts.operands(F)[0];
    Chain Target;
    if (O.Kind == OperandKind::Address && fieldsOfThis(B, O.path(), Target) &&
        !Target.empty())
      Made.Own[Place] = Target;
    else if (O.Kind == OperandKind::Load &&
             Facts.path(O.path()).Kind == PathKind::Parameter && O.Version == 0)
      Made.FromParameters[Place] = Facts.path(O.path()).Number;
    else if (O.Kind == OperandKind::Address) {
      // A reference parameter bound to a reference member.
      const facts::PathNode &N = Facts.path(O.path());
      if (N.Kind == PathKind::Deref &&
          Facts.path(N.Parent).Kind == PathKind::Parameter)
        Made.FromParameters[Place] = Facts.path(N.Parent).Number;
    }
  }
  return C = std::move(Made);
}

/// `cv_(&mutex_)`: what cv_'s constructor does with its parameter.
void ObjectPointers::addMember(BodyId B, const Fact &F, const Chain &Member,
                               Constructor &C) {
  const CallSite *Site = Graph.site(B, &F - Program.facts(B).Facts.data());
  if (!Site || Site->Targets.Bodies.size() != 1 || Site->Targets.Bodies[0] == B)
    return;
  Constructor Inner = constructor(Site->Targets.Bodies[0]);
  auto Prefixed = [&](const Chain &Fields) {
    Chain Result = Member;
    Result.insert(Result.end(), Fields.begin(), Fields.end());
    return Result;
  };
  for (const auto &[Place, Target] : Inner.Own)
    C.Own[Prefixed(Place)] = Prefixed(Target);
  auto Operands = Program.facts(B).operands(F);
  for (const auto &[Place, Parameter] : Inner.FromParameters) {
    if (Parameter >= Operands.size())
      continue;
    const facts::Operand &O = Operands[Parameter];
    const facts::FunctionBody &Facts = Program.facts(B);
    Chain Target;
    if (O.Kind == OperandKind::Address && fieldsOfThis(B, O.path(), Target) &&
        !Target.empty())
      C.Own[Prefixed(Place)] = Target;
    else if (O.Kind == OperandKind::Load &&
             Facts.path(O.path()).Kind == PathKind::Parameter)
      C.FromParameters[Prefixed(Place)] = Facts.path(O.path()).Number;
  }
}

void ObjectPointers::findReassigned() {
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    BodyId B(I);
    if (Program.function(Program.body(B).Function)
            .has(facts::FnF_Constructor) ||
        !Graph.has(B, CallGraph::AssignsField))
      continue;
    Program.trim();
    const facts::FunctionBody &Facts = Program.facts(B);
    for (const Fact &F : Facts.Facts)
      if (F.Kind == FactKind::Assign &&
          Facts.path(F.Path).Kind == PathKind::Field)
        Reassigned.insert(Program.symbol(
            Program.body(B).Unit, facts::FieldId(Facts.path(F.Path).Number)));
  }
}

Path ObjectPointers::pointee(Path Place) const {
  if (!Paths.known(Place) || Paths[Place].Kind != PathKind::Field)
    return Path();
  auto It = Known.find(FieldSym(Paths[Place].Number));
  if (It == Known.end())
    return Owners.owner(Place);
  for (const auto &[Fields, Target] : It->second) {
    Path Object = Place;
    bool Matches = true;
    for (size_t I = Fields.size(); I-- > 0 && Matches;) {
      const ProgramPath &N = Paths[Object];
      Matches = N.Kind == PathKind::Field && FieldSym(N.Number) == Fields[I] &&
                N.Parent;
      Object = N.Parent;
    }
    if (!Matches || !Object)
      continue;
    for (FieldSym F : Target)
      Object = Paths.field(Object, F);
    return Object;
  }
  return Owners.owner(Place);
}

Path ObjectPointers::follow(
    Path P, llvm::function_ref<Path(Path, uint32_t)> Stored) const {
  if (!Paths.known(P))
    return P;
  auto Prefixes = Paths.prefixes(P);
  Path Now = Prefixes[0];
  for (Path Step : llvm::drop_begin(Prefixes)) {
    const ProgramPath N = Paths[Step];
    if (N.Kind == PathKind::Deref) {
      Path To = Stored(Now, N.Version);
      if (!To)
        To = pointee(Now);
      if (To) {
        Now = To;
        continue;
      }
    }
    Now = Paths.step(N.Kind, Now, N.Number, N.Version);
  }
  return Now;
}

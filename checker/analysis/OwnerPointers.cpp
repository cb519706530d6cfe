//===-- OwnerPointers.cpp - Pointers from a part back to its owner --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/OwnerPointers.h"

#include "analysis/BodyView.h"
#include "analysis/Callables.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using link::FieldSym;

/// How often a part is followed from one place of a function to the next.
static constexpr unsigned MaxRounds = 3;

/// Stores of one function that are followed through it; fields of further ones
/// lead to no owner.
static constexpr unsigned MaxFollowed = 64;

OwnerPointers::OwnerPointers(const link::Program &Program, PathTable &Paths,
                             const CallGraph &Graph)
    : Program(Program), Paths(Paths), Graph(Graph) {
  std::set<BodyId> Callers;
  for (uint32_t B = 0; B < Program.bodies().size(); ++B)
    if (Graph.has(BodyId(B), CallGraph::AssignsField)) {
      Program.trim();
      findSetters(BodyId(B));
    }
  for (const auto &[B, List] : Setters) {
    for (const CallGraph::Caller &C : Graph.callers(B))
      Callers.insert(C.Body);
    link::FunctionSym F = Program.body(B).Function;
    if (Program.function(F).has(facts::FnF_Constructor))
      Constructors[Program.function(F).Owner].push_back(B);
  }
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    bool Assigns = Graph.has(BodyId(B), CallGraph::AssignsField) ||
                   Graph.has(BodyId(B), CallGraph::AssignsCapture);
    bool Makes = llvm::any_of(Graph.sites(BodyId(B)), [](const CallSite &S) {
      return S.has({models::EffectKind::Constructs});
    });
    if (!Assigns && !Makes && !Callers.count(BodyId(B)))
      continue;
    Program.trim();
    judgeBody(BodyId(B), Assigns);
  }
  Setters.clear();
  Constructors.clear();
  std::erase_if(Known, [](const auto &E) {
    return E.second.Refuted ||
           (E.second.Members.empty() && E.second.Classes.empty());
  });
}

static bool isThis(const facts::FunctionBody &Facts, facts::PathId P) {
  const facts::PathNode &N = Facts.path(P);
  if (N.Kind != PathKind::Deref)
    return false;
  const facts::PathNode &Root = Facts.path(N.Parent);
  return Root.Kind == PathKind::Parameter && Root.Number == 0;
}

/// The parameter that \p O is, or what a reference parameter refers to.
static std::optional<unsigned> parameter(const facts::FunctionBody &Facts,
                                         const facts::Operand &O) {
  if (!O.hasPath() || (O.Kind == OperandKind::Load && O.Version))
    return std::nullopt;
  const facts::PathNode *N = &Facts.path(O.path());
  if (O.Kind == OperandKind::Address && N->Kind == PathKind::Deref)
    N = &Facts.path(N->Parent);
  else if (O.Kind != OperandKind::Load)
    return std::nullopt;
  if (N->Kind != PathKind::Parameter)
    return std::nullopt;
  return N->Number;
}

void OwnerPointers::findSetters(BodyId B) {
  const link::Body &Body = Program.body(B);
  if (!Program.function(Body.Function).has(facts::FnF_Method))
    return;
  const facts::FunctionBody &Facts = Program.facts(B);
  for (const Fact &F : Facts.Facts) {
    if (F.Kind != FactKind::Assign)
      continue;
    const facts::PathNode &N = Facts.path(F.Path);
    if (N.Kind != PathKind::Field || !isThis(Facts, N.Parent))
      continue;
    if (auto P = parameter(Facts, Facts.operands(F)[0]); P && *P != 0)
      addSetter(B, Program.symbol(Body.Unit, facts::FieldId(N.Number)), *P);
  }
}

/// A base class's constructor does it for those of its derived classes, too.
void OwnerPointers::addSetter(BodyId B, FieldSym Field, unsigned Parameter) {
  if (!Setters[B].insert({Field, Parameter}).second)
    return;
  for (const CallGraph::Caller &C : Graph.callers(B)) {
    const facts::FunctionBody &Facts = Program.facts(C.Body);
    const Fact &F = Facts.Facts[C.Fact];
    auto Operands = Facts.operands(F);
    if (F.Kind != FactKind::Construct || Parameter >= Operands.size() ||
        !Operands[0].hasPath() || !isThis(Facts, Operands[0].path()))
      continue;
    if (auto P = parameter(Facts, Operands[Parameter]); P && *P != 0)
      addSetter(C.Body, Field, *P);
  }
}

void OwnerPointers::judgeBody(BodyId B, bool Assignments) {
  BodyView View(Program, Paths, Graph, Nothing, B);
  Followed = 0;
  const facts::FunctionBody &Facts = View.facts();
  auto IsSetter = [&](BodyId In, FieldSym F, std::optional<unsigned> P) {
    auto It = Setters.find(In);
    return P && It != Setters.end() && It->second.count({F, *P});
  };
  if (Assignments)
    for (const Fact &F : Facts.Facts) {
      if (F.Kind != FactKind::Assign)
        continue;
      const facts::PathNode &N = Facts.path(F.Path);
      const facts::Operand &O = Facts.operands(F)[0];
      if (N.Kind != PathKind::Field)
        continue;
      FieldSym Field =
          Program.symbol(Program.body(B).Unit, facts::FieldId(N.Number));
      if (isThis(Facts, N.Parent) && IsSetter(B, Field, parameter(Facts, O)))
        continue; // Its callers are asked.
      judge(View, Field, View.path(N.Parent), View.value(O));
    }
  for (const CallSite &Site : Graph.sites(B)) {
    const Fact &F = Facts.Facts[Site.Fact];
    judgeConstruction(View, Site);
    auto Arguments = View.arguments(F);
    for (BodyId Target : Site.Targets.Bodies) {
      auto It = Setters.find(Target);
      if (It == Setters.end() || Arguments.empty())
        continue;
      auto Operands = Facts.operands(F);
      bool Base = F.Kind == FactKind::Construct && Operands[0].hasPath() &&
                  isThis(Facts, Operands[0].path());
      for (const Setter &S : It->second)
        if (S.Parameter < Arguments.size() &&
            !(Base &&
              IsSetter(B, S.Field, parameter(Facts, Operands[S.Parameter]))))
          judge(View, S.Field, Paths.pointee(Arguments[0]),
                Arguments[S.Parameter]);
    }
  }
}

/// `make_unique<Child>(this)` gets the address of a temporary that holds
/// `this`: what \p V, an argument passed on, is for a field that is a pointer.
static Value passedOn(BodyView &View, Value V) {
  if (V.Kind != OperandKind::Address)
    return V;
  std::optional<Value> Stored;
  for (const Fact &F : View.facts().Facts)
    if (F.Kind == FactKind::Assign && View.path(F.Path) == V.path()) {
      if (Stored)
        return Value::unknown();
      Stored = View.value(View.facts().operands(F)[0]);
    }
  return Stored ? *Stored : V;
}

/// `make_unique<Child>(this)`: a constructor with as many parameters.
void OwnerPointers::judgeConstruction(BodyView &View, const CallSite &Site) {
  if (!Site.Model)
    return;
  const Fact &F = View.fact(Site.Fact);
  for (const models::Effect &E : Site.Model->Effects) {
    if (E.Kind != models::EffectKind::Constructs)
      continue;
    link::RecordSym Class = constructedElement(Program, View.body(), F, E);
    Path Holder = View.location(F, E.On);
    if (!Class || !Paths.known(Holder))
      continue;
    auto Values = View.values(F, E.Operands);
    auto Known = Constructors.find(Class);
    if (Known == Constructors.end())
      continue;
    for (BodyId B : Known->second) {
      if (Program.decl(Program.body(B).Function).Parameters.size() !=
          Values.size())
        continue;
      for (const Setter &S : Setters[B])
        if (S.Parameter <= Values.size())
          judge(View, S.Field, Paths.deref(Holder),
                passedOn(View, Values[S.Parameter - 1]));
    }
  }
}

bool OwnerPointers::pointsToClass(FieldSym F) const {
  const link::FieldSymbol &Field = Program.field(F);
  const facts::TranslationUnit &Unit = Program.unit(Field.Unit);
  facts::TypeId Type = Unit.field(Field.Decl).Type;
  if (!Type)
    return false;
  const facts::Type &T = Unit.type(Type);
  bool Points = T.Kind == facts::TypeKind::Pointer ||
                T.Kind == facts::TypeKind::Reference;
  return Points && T.Element &&
         Unit.type(T.Element).Kind == facts::TypeKind::Record;
}

/// In the field \p F of the object \p Holder, the pointer \p Owner is left.
void OwnerPointers::judge(BodyView &View, FieldSym F, Path Holder,
                          Value Owner) {
  if (Owner.Kind != OperandKind::Address && Owner.Kind != OperandKind::Load)
    return; // Null, or no pointer.
  if (!pointsToClass(F))
    return;
  const ProgramPath From = Paths[Owner.path()];
  if (Owner.Kind == OperandKind::Load && From.Kind == PathKind::Field &&
      FieldSym(From.Number) == F)
    return; // A copy of a part.
  Evidence &E = Known[F];
  if (E.Refuted)
    return;
  Path Object = Paths.pointee(Owner);
  if (!Paths.known(Holder) || !Paths.known(Object)) {
    E.Refuted = true;
    return;
  }
  if (++Followed > MaxFollowed) {
    Cuts += Followed == MaxFollowed + 1;
    E.Refuted = true;
    return;
  }
  Evidence Here = follow(View, Holder, Object);
  E.Refuted = Here.Refuted;
  E.Members.merge(Here.Members);
  E.Classes.merge(Here.Classes);
}

/// Is \p Place inside of \p Owner? Then it is by a member.
bool OwnerPointers::keeps(Path Place, Path Owner, Evidence &E) const {
  if (!Paths.known(Place) || Place == Owner || !Paths.startsWith(Place, Owner))
    return false;
  for (Path P : Paths.prefixes(Place))
    if (P != Owner && Paths.startsWith(P, Owner)) {
      if (Paths[P].Kind != PathKind::Field)
        return false;
      E.Members.insert(FieldSym(Paths[P].Number));
      return true;
    }
  return false;
}

/// Where does the object at \p Holder get to in this function?
OwnerPointers::Evidence OwnerPointers::follow(BodyView &View, Path Holder,
                                              Path Owner) const {
  Evidence E;
  if (keeps(Holder, Owner, E))
    return E;
  std::set<Path> Carriers{Paths[Holder].Root};
  Path OwnRoot = Paths[Owner].Root;
  auto Passing = [&](Path P) { // A place of this function only.
    PathKind K = Paths.rootOf(P).Kind;
    return (K == PathKind::Local || K == PathKind::Result ||
            K == PathKind::Allocation) &&
           Paths[P].Root != OwnRoot;
  };
  if (Paths[Holder].Root == OwnRoot || Paths.isRoot(Holder, PathKind::Global)) {
    E.Refuted = true;
    return E;
  }
  auto Carried = [&](const facts::Operand &O) {
    if (!O.hasPath())
      return false;
    Value V = View.value(O);
    return V.hasPath() && Paths.known(V.path()) &&
           Carriers.count(Paths[V.path()].Root);
  };
  auto Reach = [&](Path P) {
    if (!Paths.known(P) || Carriers.count(Paths[P].Root) || keeps(P, Owner, E))
      return;
    if (Passing(P))
      Carriers.insert(Paths[P].Root);
    else
      E.Refuted = true;
  };
  const facts::FunctionBody &Facts = View.facts();
  const facts::TranslationUnit &Unit =
      Program.unit(Program.body(View.body()).Unit);
  for (unsigned Round = 0; Round < MaxRounds && !E.Refuted; ++Round)
    for (const Fact &F : Facts.Facts) {
      auto Operands = Facts.operands(F);
      switch (F.Kind) {
      case FactKind::Assign:
        if (Carried(Operands[0]))
          Reach(View.path(F.Path));
        break;
      case FactKind::Construct:
        if (llvm::any_of(Operands.subspan(1), Carried))
          Reach(View.path(F.Path));
        break;
      case FactKind::Return:
        if (!Operands.empty() && Carried(Operands[0]))
          E.Refuted = true; // Callers put it where they like.
        break;
      case FactKind::Call: {
        bool Method =
            F.Callee && (Unit.function(F.Callee).Flags & facts::FnF_Method);
        auto Given = Operands.subspan(Method && !Operands.empty());
        if (!llvm::any_of(Given, Carried))
          break;
        if (F.Path)
          Carriers.insert(Paths[View.path(F.Path)].Root);
        if (F.Path)
          keeps(View.path(F.Path), Owner, E);
        if (!Method) {
          for (const facts::Operand &O : Given)
            if (Value V = View.value(O); V.hasPath())
              keeps(V.path(), Owner, E);
          break;
        }
        Value This = View.value(Operands[0]);
        Path Object = Paths.pointee(This);
        if (Object == Owner) {
          link::FunctionSym Callee =
              Program.symbol(Program.body(View.body()).Unit, F.Callee);
          E.Classes.insert(Program.function(Callee).Owner);
        } else {
          Reach(Object);
        }
        break;
      }
      default:
        break;
      }
    }
  return E;
}

Path OwnerPointers::owner(Path Place) const {
  if (!Paths.known(Place) || Paths[Place].Kind != PathKind::Field)
    return Path();
  auto It = Known.find(FieldSym(Paths[Place].Number));
  if (It == Known.end())
    return Path();
  const Evidence &E = It->second;
  for (Path P = Paths[Place].Parent; P; P = Paths[P].Parent) {
    const ProgramPath &N = Paths[P];
    if (N.Kind == PathKind::Field &&
        (E.Members.count(FieldSym(N.Number)) ||
         E.Classes.count(Program.field(FieldSym(N.Number)).Owner)))
      return N.Parent;
  }
  return Path();
}

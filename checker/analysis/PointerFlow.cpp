//===-- PointerFlow.cpp - Where one function puts and passes pointers -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/PointerFlow.h"

#include "analysis/FlowOrder.h"
#include "analysis/Types.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::Effect;
using models::EffectKind;

/// Is \p F the capture of a lambda?
static bool isCapture(const link::Program &Program, const PathTable &Paths,
                      const Fact &F, BodyView &View) {
  const ProgramPath &N = Paths[View.path(F.Path)];
  return N.Kind == PathKind::Field &&
         Program.record(Program.field(link::FieldSym(N.Number)).Owner).Flags &
             facts::RF_Lambda;
}

PointerFlow::PointerFlow(const link::Program &Program, PathTable &Paths,
                         const CallGraph &Graph,
                         const std::vector<Summary> &Summaries, BodyId Body)
    : Program(Program), Paths(Paths), Graph(Graph), Body(Body) {
  BodyView View(Program, Paths, Graph, Summaries, Body);
  const facts::FunctionBody &Facts = View.facts();
  Ordinals = resultOrdinals(Facts);
  findBlocks(Facts);
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const Fact &F = Facts.Facts[I];
    if (F.Path) {
      Path Root = Paths[View.path(F.Path)].Root;
      const ProgramPath &N = Paths[Root];
      if (N.Kind == PathKind::Local || N.Kind == PathKind::Allocation)
        Makers.push_back({Root, I});
    }
    switch (F.Kind) {
    case FactKind::Assign: {
      const facts::Operand &From = Facts.operands(F)[0];
      Value V = View.value(From);
      if (V.hasPath()) {
        add(Assignment::Pointer, I, View.path(F.Path), V);
        if (!Assigned.empty() && Assigned.back().Fact == I)
          Assigned.back().EachRound =
              ofRangeFor(Program, Body, From.path(), Ordinals);
        if (V.Kind == OperandKind::Object && isCapture(Program, Paths, F, View))
          addCopy(I, View.path(F.Path), V.path(), typeOf(Program, Body, F.Path),
                  0);
      } else if (V == Value::constant(0))
        add(Assignment::Nothing, I, View.path(F.Path));
      else if (V.Kind == OperandKind::Value || V.Kind == OperandKind::Unknown)
        add(Assignment::Pointer, I, View.path(F.Path), V);
      break;
    }
    case FactKind::Call:
    case FactKind::Construct:
    case FactKind::Destroy:
      addCall(View, I);
      break;
    case FactKind::Return:
      if (F.OperandCount)
        Returned.push_back({I, View.value(Facts.operands(F)[0])});
      break;
    default:
      break;
    }
  }
  llvm::sort(Makers);
  Makers.erase(std::unique(Makers.begin(), Makers.end(),
                           [](auto &A, auto &B) { return A.first == B.first; }),
               Makers.end());
}

void PointerFlow::add(Assignment::Kind How, uint32_t Fact, Path Where,
                      Value What) {
  if (Paths.known(Where))
    Assigned.push_back({How, Fact, Where, What});
}

/// A class object is copied, with the pointers in it.
void PointerFlow::addCopy(uint32_t Fact, Path To, Path From, TypeRef T,
                          unsigned Depth) {
  constexpr unsigned MaxDepth = 3;
  link::RecordSym R = classOf(Program, T);
  if (!R || Program.record(R).Model || Depth == MaxDepth)
    return;
  const link::RecordSymbol &S = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(S.Unit);
  for (facts::FieldId F : Unit.record(S.Decl).Fields) {
    TypeRef Type{S.Unit, Unit.field(F).Type};
    link::FieldSym Field = Program.symbol(S.Unit, F);
    Path Of = Paths.field(From, Field), Copy = Paths.field(To, Field);
    if (Unit.type(Type.Type).Kind == facts::TypeKind::Record)
      addCopy(Fact, Copy, Of, Type, Depth + 1);
    else if (Unit.type(Type.Type).Kind == facts::TypeKind::Pointer ||
             Unit.type(Type.Type).Kind == facts::TypeKind::Reference)
      add(Assignment::Pointer, Fact, Copy, Value::load(Of));
  }
}

void PointerFlow::findBlocks(const facts::FunctionBody &Facts) {
  Predecessors.resize(Facts.Blocks.size());
  BlockOf.resize(Facts.Facts.size());
  for (uint32_t B = 0; B < Facts.Blocks.size(); ++B) {
    const facts::Block &Block = Facts.Blocks[B];
    FactsOf.push_back({Block.FirstFact, Block.FirstFact + Block.FactCount});
    for (uint32_t I = FactsOf[B].first; I < FactsOf[B].second; ++I)
      BlockOf[I] = B;
    for (facts::BlockId S : Facts.Blocks[B].Successors)
      Predecessors[S.Index].push_back(B);
  }
  // A handler comes after all that may throw into it: after what is before it.
  for (const facts::Cleanup &C : Facts.Cleanups)
    for (facts::BlockId H : C.Handlers)
      for (uint32_t B = 0; B < H.Index; ++B)
        if (Predecessors[H.Index].size() < 64)
          Predecessors[H.Index].push_back(B);
  FlowOrder Flow(Facts);
  for (uint32_t Head : Flow.loopHeads()) {
    llvm::BitVector Blocks(Facts.Blocks.size());
    for (uint32_t B : Flow.loopBlocks(Head))
      Blocks.set(B);
    Loops.push_back(std::move(Blocks));
  }
}

uint32_t PointerFlow::ordinal(uint32_t Fact) const {
  auto It = llvm::find(Ordinals, Fact);
  return It == Ordinals.end() ? ~0u
                              : static_cast<uint32_t>(It - Ordinals.begin());
}

std::optional<uint32_t> PointerFlow::makerOf(Path Root) const {
  const ProgramPath &N = Paths[Root];
  if ((N.Kind == PathKind::Allocation || N.Kind == PathKind::Result) &&
      N.Version == Body.Index && callOf(N.Number) != ~0u)
    return callOf(N.Number);
  auto It =
      llvm::partition_point(Makers, [&](auto &M) { return M.first < Root; });
  if (It == Makers.end() || It->first != Root)
    return std::nullopt;
  return It->second;
}

bool PointerFlow::loopsAround(uint32_t Fact,
                              std::optional<uint32_t> Maker) const {
  uint32_t At = blockOf(Fact);
  return llvm::any_of(Loops, [&](const llvm::BitVector &L) {
    return L.test(At) && !(Maker && L.test(blockOf(*Maker)));
  });
}

bool PointerFlow::mayPrecede(llvm::ArrayRef<uint32_t> Before, uint32_t Fact,
                             std::optional<uint32_t> Maker) const {
  if (Before.empty() || FactsOf.empty())
    return false;
  llvm::BitVector Seen(FactsOf.size());
  llvm::SmallVector<std::pair<uint32_t, uint32_t>, 8> Work; // Block, its end.
  Work.push_back({blockOf(Fact), Fact});
  while (!Work.empty()) {
    auto [Block, End] = Work.pop_back_val();
    // The last of them in this block, before End.
    auto It = llvm::lower_bound(Before, End);
    uint32_t Begin = FactsOf[Block].first;
    bool Found = It != Before.begin() && It[-1] >= Begin;
    bool Made = Maker && *Maker < End && *Maker >= Begin;
    if (Found && (!Made || It[-1] >= *Maker))
      return true;
    if (Made)
      continue;
    for (uint32_t P : Predecessors[Block])
      if (!Seen.test(P)) {
        Seen.set(P);
        Work.push_back({P, FactsOf[P].second});
      }
  }
  return false;
}

PointerFlow::Reaching PointerFlow::reaching(Path Where, uint32_t Fact) const {
  Reaching Result;
  llvm::SmallVector<std::pair<uint32_t, uint32_t>, 8> To; // Fact, index.
  for (uint32_t I = 0; I < Assigned.size(); ++I)
    if (Assigned[I].Where == Where)
      To.push_back({Assigned[I].Fact, I});
  if (FactsOf.empty())
    return Result;
  llvm::BitVector Seen(FactsOf.size());
  llvm::SmallVector<std::pair<uint32_t, uint32_t>, 8> Work;
  Work.push_back({blockOf(Fact), Fact});
  while (!Work.empty()) {
    auto [Block, End] = Work.pop_back_val();
    bool Ends = false;
    for (const auto &[At, Index] : llvm::reverse(To)) {
      if (At < FactsOf[Block].first || At >= End)
        continue;
      if (!llvm::is_contained(Result.Assignments, Index))
        Result.Assignments.push_back(Index);
      if ((Ends = Assigned[Index].How != Assignment::Into))
        break;
    }
    if (Ends)
      continue;
    if (Block == 0)
      Result.Entry = true;
    for (uint32_t P : Predecessors[Block])
      if (!Seen.test(P)) {
        Seen.set(P);
        Work.push_back({P, FactsOf[P].second});
      }
  }
  llvm::sort(Result.Assignments);
  return Result;
}

/// What the parameter `this` of a callable is: the closure itself, or the one
/// that a std::function holds.
Value PointerFlow::thisOf(BodyView &View, const facts::Operand &O) const {
  Value V = View.value(O);
  if (!V.hasPath() || V.Kind == OperandKind::Load)
    return V;
  TypeRef T = typeOf(Program, Paths, V.path(), Body);
  link::RecordSym R = classOf(Program, T);
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  if (M && M->Role == models::TypeRole::Callable)
    return Value::address(Paths.deref(V.path()));
  return Value::address(V.path());
}

uint32_t PointerFlow::readAt(const facts::FunctionBody &Facts,
                             llvm::ArrayRef<uint32_t> Ordinals, facts::PathId P,
                             uint32_t Fact) {
  for (unsigned Depth = 0; P && Depth < 8; ++Depth) {
    const facts::PathNode &Root = Facts.path(Facts.root(P));
    if (Root.Kind != PathKind::Result || Root.Number >= Ordinals.size() ||
        Ordinals[Root.Number] == ~0u)
      break;
    Fact = Ordinals[Root.Number];
    auto Operands = Facts.operands(Facts.Facts[Fact]);
    if (Operands.empty() || !Operands[0].hasPath())
      break;
    P = Operands[0].path();
  }
  return Fact;
}

uint32_t PointerFlow::readAt(uint32_t Index, unsigned Argument) const {
  auto It = llvm::partition_point(
      Calls, [&](const Call &C) { return C.Fact < Index; });
  return It != Calls.end() && It->Fact == Index && Argument < It->ReadAt.size()
             ? It->ReadAt[Argument]
             : Index;
}

/// What a parameter of \p Target gets from one of a function that passes its
/// arguments on by reference: of what is passed by value, a copy.
Value PointerFlow::passedOn(Value V, BodyId Target, size_t Index) const {
  const link::Body &To = Program.body(Target);
  const facts::TranslationUnit &Unit = Program.unit(To.Unit);
  const facts::Function &Decl = Unit.function(To.Decl);
  bool Method = Decl.Flags & facts::FnF_Method;
  if (V.Kind != OperandKind::Address || Index < Method ||
      Index - Method >= Decl.Parameters.size() ||
      !Decl.Parameters[Index - Method])
    return V;
  switch (Unit.type(Decl.Parameters[Index - Method]).Kind) {
  case facts::TypeKind::Record:
    return Value::object(V.path());
  case facts::TypeKind::Pointer: {
    TypeRef Given = typeOf(Program, Paths, V.path(), Body);
    bool Pointer = Given && Program.unit(Given.Unit).type(Given.Type).Kind ==
                                facts::TypeKind::Pointer;
    return Pointer ? Value::load(V.path()) : V;
  }
  default:
    return V;
  }
}

/// The object that a constructor makes in what the call's \p Makes says.
Value PointerFlow::elementMade(BodyView &View, const Fact &F,
                               const Effect &Makes) const {
  Path Holder = View.location(F, Makes.On);
  if (!Paths.known(Holder))
    return Value::unknown();
  if (Makes.On.Kind == models::SelectorKind::Result)
    return Value::address(Paths.root(PathKind::Allocation, F.Detail, Body));
  link::RecordSym R = classOf(Program, typeOf(Program, Paths, Holder, Body));
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return Value::address(M && M->Role == models::TypeRole::Pointer
                            ? Paths.deref(Holder)
                            : Paths.element(Holder, Value::unknown()));
}

void PointerFlow::addCall(BodyView &View, uint32_t Index) {
  const Fact &F = View.fact(Index);
  Call &Made = Calls.emplace_back();
  Made.Fact = Index;
  Made.Arguments = View.arguments(F);
  if (F.Path)
    Made.Result = View.path(F.Path);
  auto Operands = View.facts().operands(F);
  for (size_t I = bool(F.Flags & facts::FF_Indirect); I < Operands.size();
       ++I) {
    facts::PathId P =
        Operands[I].hasPath() ? Operands[I].path() : facts::PathId();
    Made.ReadAt.push_back(readAt(View.facts(), Ordinals, P, Index));
    Made.EachRound.push_back(ofRangeFor(Program, Body, P, Ordinals));
  }
  const CallSite *Site = Graph.site(Body, Index);
  if (!Site)
    return;
  for (const Invocation &I : Site->Invocations)
    for (BodyId Target : I.Targets) {
      Invoked One{Index, Target, {}};
      link::FunctionSym Of = Program.body(Target).Function;
      if (I.Makes)
        One.Arguments.push_back(elementMade(View, F, *I.Effect));
      if (I.CallableIsObject && isCallOperator(Program, Of))
        One.Arguments.push_back(thisOf(View, I.Callable));
      for (const facts::Operand &O : I.Arguments)
        One.Arguments.push_back(
            passedOn(View.value(O), Target, One.Arguments.size()));
      Invocations.push_back(std::move(One));
    }
  if (Site->Model) {
    addModel(View, Index, *Site);
    return;
  }
  // `auto p = make();`
  if (F.Kind == FactKind::Call && F.Path &&
      View.facts().path(F.Path).Kind != PathKind::Result)
    add(Assignment::ByCall, Index, View.path(F.Path));
  addOutParameter(View, *Site, Made);
}

static bool isPlainPointer(const link::Program &Program, TypeRef T) {
  return T &&
         Program.unit(T.Unit).type(T.Type).Kind == facts::TypeKind::Pointer;
}

/// `make(&p);` where that returns no pointer, and has but one place to leave
/// one.
void PointerFlow::addOutParameter(BodyView &View, const CallSite &Site,
                                  const Call &Made) {
  auto IsPointer = [&](TypeRef T) {
    link::RecordSym R = T ? classOf(Program, T) : link::RecordSym();
    const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
    return isPlainPointer(Program, T) ||
           (M && M->Role == models::TypeRole::Pointer);
  };
  const Fact &F = View.fact(Made.Fact);
  if (F.Kind != FactKind::Call || Site.Targets.Bodies.empty() || !F.Callee)
    return;
  link::UnitId Unit = Program.body(Body).Unit;
  TypeRef Returned{Unit, Program.unit(Unit).function(F.Callee).Result};
  if (Returned.Type && (IsPointer(Returned) || classOf(Program, Returned)))
    return;
  std::optional<unsigned> Argument;
  for (unsigned I = 0; I < Made.Arguments.size(); ++I) {
    Path P =
        Made.Arguments[I].hasPath() ? Paths.pointee(Made.Arguments[I]) : Path();
    if (!Paths.known(P) || !IsPointer(typeOf(Program, Paths, P, Body)))
      continue;
    if (Argument)
      return;
    Argument = I;
  }
  if (!Argument)
    return;
  add(Assignment::Into, Made.Fact, Paths.pointee(Made.Arguments[*Argument]));
  Assigned.back().Argument = *Argument;
}

/// \p V is the argument of a function that takes over the pointer in it: of a
/// reference to a pointer, smart or not, what is stored there.
static Value content(Value V) {
  return V.Kind == OperandKind::Address ? Value::load(V.path(), V.Version) : V;
}

void PointerFlow::addModel(BodyView &View, uint32_t Index,
                           const CallSite &Site) {
  const Fact &F = View.fact(Index);
  auto IsPlain = [&](Value V) {
    // An argument by reference: `unique_ptr(T *const &)` does not exist, but
    // containers take elements so.
    return V.hasPath() &&
           isPlainPointer(Program, typeOf(Program, Paths, V.path(), Body));
  };
  for (const Effect &E : Site.Model->Effects)
    switch (E.Kind) {
    case EffectKind::Allocates:
      if (F.Path && View.facts().path(F.Path).Kind != PathKind::Result)
        add(Assignment::Fresh, Index, View.path(F.Path));
      break;
    case EffectKind::Returns: // An object that refers to it: std::ref.
      if (F.Path && View.facts().path(F.Path).Kind != PathKind::Result)
        for (Value V : View.values(F, E.Operands))
          if (V.Kind == OperandKind::Address)
            add(Assignment::Pointer, Index, View.path(F.Path), V);
      break;
    case EffectKind::PointsTo:
      for (Value V : View.values(F, E.Operands)) {
        if (V.Kind == OperandKind::Address && IsPlain(V) &&
            E.On.Kind == models::SelectorKind::This)
          V = content(V); // A pointer given by reference.
        if (V.hasPath())
          add(Assignment::Pointer, Index, View.location(F, E.On), V);
        else
          add(Assignment::Nothing, Index, View.location(F, E.On));
      }
      break;
    case EffectKind::Move:
      for (Value V : View.values(F, E.Operands)) {
        add(Assignment::Pointer, Index, View.location(F, E.On), content(V));
        bool Taken = llvm::any_of(Site.Model->Effects, [&](const Effect &W) {
          return W.Kind == EffectKind::Writes &&
                 llvm::any_of(W.Operands, [&](const models::Selector &S) {
                   return llvm::is_contained(E.Operands, S);
                 });
        });
        if (Taken && V.Kind == OperandKind::Address)
          add(Assignment::Nothing, Index, V.path());
      }
      break;
    case EffectKind::Stores:
      for (Value V : View.values(F, E.Operands))
        if (Path On = View.location(F, E.On); Paths.known(On)) {
          // A list of initialisers: its elements.
          TypeRef T = V.Kind == OperandKind::Address
                          ? typeOf(Program, Paths, V.path(), Body)
                          : TypeRef();
          if (T &&
              Program.unit(T.Unit).type(T.Type).Kind == facts::TypeKind::Array)
            V = Value::address(Paths.element(V.path(), Value::unknown()));
          add(Assignment::Pointer, Index, Paths.element(On, Value::unknown()),
              content(V));
        }
      break;
    case EffectKind::Constructs:
      if (E.On.Kind != models::SelectorKind::Result)
        for (Value V : View.values(F, E.Operands))
          if (Path On = View.location(F, E.On); Paths.known(On))
            add(Assignment::Pointer, Index, Paths.element(On, Value::unknown()),
                content(V));
      break;
    case EffectKind::Holds:
      if (auto V = View.values(F, E.Operands); !V.empty())
        add(Assignment::Pointer, Index, View.location(F, E.On), V[0]);
      break;
    case EffectKind::AtomicStore:
    case EffectKind::AtomicUpdate:
      // The value follows the object; that of a compare-exchange, what it
      // expects.
      for (Path P : View.locations(F, E.Operands)) {
        unsigned After = E.When == models::ResultTest::Always ? 0 : 1;
        if (E.Operands[0].Kind == models::SelectorKind::Argument)
          After += E.Operands[0].Index + 1;
        auto V = View.values(F, {{models::SelectorKind::Argument, After}});
        if (!V.empty() && V[0].hasPath() &&
            (V[0].Kind == OperandKind::Address || IsPlain(V[0])))
          add(Assignment::Pointer, Index, P, V[0]);
      }
      break;
    case EffectKind::Swap:
      for (Path P : View.locations(F, E.Operands)) {
        Path On = View.location(F, E.On);
        add(Assignment::Pointer, Index, On, Value::load(P));
        if (Paths.known(On))
          add(Assignment::Pointer, Index, P, Value::load(On));
      }
      break;
    case EffectKind::Destroys:
      if (E.Operands.size() == 1 &&
          E.Operands[0].Kind == models::SelectorKind::This &&
          llvm::any_of(
              Site.Model->Effects,
              [](const Effect &W) { return W.Kind == EffectKind::Writes; }) &&
          llvm::none_of(Site.Model->Effects, [](const Effect &W) {
            return W.Kind == EffectKind::PointsTo ||
                   W.Kind == EffectKind::Move ||
                   W.Kind == EffectKind::ReturnsElement;
          }))
        add(Assignment::Nothing, Index, View.location(F, E.Operands[0]));
      break;
    default:
      break;
    }
}

llvm::SmallVector<Value, 4> PointerFlow::arguments(uint32_t Index,
                                                   BodyId Target) const {
  for (const Invoked &I : Invocations)
    if (I.Fact == Index && I.Target == Target)
      return I.Arguments;
  auto It = llvm::partition_point(
      Calls, [&](const Call &C) { return C.Fact < Index; });
  if (It == Calls.end() || It->Fact != Index)
    return {};
  return It->Arguments;
}

bool analysis::ofRangeFor(const link::Program &Program, BodyId B,
                          facts::PathId P) {
  return P && ofRangeFor(Program, B, P, resultOrdinals(Program.facts(B)));
}

/// Is the local an iterator that starts at the first element, as `begin()` of a
/// library returns it, and goes on from there?
static bool beginsAtFront(const link::Program &Program, BodyId B,
                          uint32_t Local) {
  const facts::FunctionBody &Facts = Program.facts(B);
  const link::UnitId Unit = Program.body(B).Unit;
  bool Begins = false, Goes = false;
  for (const Fact &F : Facts.Facts) {
    if (F.Kind != FactKind::Call || !F.Callee)
      continue;
    const models::FunctionModel *M =
        Program.function(Program.symbol(Unit, F.Callee)).Model;
    if (!M)
      continue;
    auto Is = [&](facts::PathId P) {
      return P && !Facts.path(P).Parent &&
             Facts.path(P).Kind == PathKind::Local &&
             Facts.path(P).Number == Local;
    };
    Begins |= Is(F.Path) && llvm::StringRef(M->Name).ends_with("begin");
    auto Operands = Facts.operands(F);
    Goes |= !Operands.empty() && Operands[0].hasPath() &&
            Is(Operands[0].path()) &&
            llvm::any_of(M->Effects, [](const Effect &E) {
              return E.Kind == EffectKind::Advances;
            });
  }
  return Begins && Goes;
}

bool analysis::ofRangeFor(const link::Program &Program, BodyId B,
                          facts::PathId P, llvm::ArrayRef<uint32_t> Ordinals) {
  if (!P)
    return false;
  const facts::FunctionBody &Facts = Program.facts(B);
  const facts::PathNode *Root = &Facts.path(Facts.root(P));
  if (Root->Kind == PathKind::Result && Root->Number < Ordinals.size() &&
      Ordinals[Root->Number] != ~0u) {
    auto Operands = Facts.operands(Facts.Facts[Ordinals[Root->Number]]);
    if (Operands.empty() || !Operands[0].hasPath())
      return false;
    Root = &Facts.path(Facts.root(Operands[0].path()));
  }
  if (Root->Kind != PathKind::Local)
    return false;
  facts::StringId Name = Facts.Locals[Root->Number].Name;
  return (Name && llvm::StringRef(Program.text(Program.body(B).Unit, Name))
                      .starts_with("__begin")) ||
         beginsAtFront(Program, B, Root->Number);
}

bool PointerFlow::eachRound(uint32_t Fact, Value V) const {
  auto It = llvm::partition_point(Calls,
                                  [&](const Call &C) { return C.Fact < Fact; });
  if (It == Calls.end() || It->Fact != Fact || !V.hasPath())
    return false;
  // A variable that is set in each round may be known as what it is set to: an
  // element.
  bool Element = false;
  for (Path P = V.path(); P; P = Paths[P].Parent)
    Element |= Paths[P].Kind == PathKind::ElementAny;
  // An indirect call's first operand is no argument.
  size_t Skipped = It->Arguments.size() - It->EachRound.size();
  for (size_t I = Skipped; I < It->Arguments.size(); ++I) {
    Value A = It->Arguments[I];
    if (A == V && It->EachRound[I - Skipped])
      return true;
    if (A.hasPath() && (Element || A.path() == V.path()) &&
        Paths[A.path()].Kind == PathKind::Local &&
        llvm::any_of(reaching(A.path(), Fact).Assignments,
                     [&](uint32_t N) { return Assigned[N].EachRound; }))
      return true;
  }
  return false;
}

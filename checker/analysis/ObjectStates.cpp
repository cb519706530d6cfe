//===-- ObjectStates.cpp - Objects whose state decides who handles them ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ObjectStates.h"

#include "analysis/BodyView.h"
#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::ValueOp;
using models::EffectKind;

/// Functions on the ways to one branch that are asked where its object is from.
static constexpr size_t MaxOrigins = 64;

ObjectStates::ObjectStates(const link::Program &Program, PathTable &Paths,
                           const CallGraph &Graph,
                           const std::vector<Summary> &Summaries,
                           const LockKeys &Keys, const ThreadRoots &Roots)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Keys(Keys), Roots(Roots), Early(Program, Graph, Summaries, Roots) {}

/// Which containers of callables each root runs.
void ObjectStates::findLoops() {
  Loops.resize(Roots.roots().size());
  auto Runs = [](const models::Effect &E) {
    return E.Kind == EffectKind::InvokeHeld;
  };
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    BodyId B(I);
    if (Roots.contexts(B).empty())
      continue;
    Program.trim();
    std::optional<BodyView> View;
    for (const CallSite &S : Graph.sites(B)) {
      if (!S.Model || llvm::none_of(S.Model->Effects, Runs))
        continue;
      if (!View)
        View.emplace(Program, Paths, Graph, Summaries, B);
      for (const models::Effect &E : S.Model->Effects) {
        if (!Runs(E))
          continue;
        Path On = View->location(View->fact(S.Fact), E.On);
        if (LockKey K = Paths.known(On) ? Keys.key(On, B) : LockKey())
          for (const RootContext &C : Roots.contexts(B))
            Loops[C.Root.Index].insert(K);
      }
    }
  }
  const std::set<LockKey> *First = nullptr;
  for (const std::set<LockKey> &L : Loops) {
    if (L.empty())
      continue;
    Several |= First && *First != L;
    First = &L;
  }
}

// Branches -------------------------------------------------------------------

/// The parameter, if \p O is `p->field`.
std::optional<uint32_t> ObjectStates::asked(const facts::FunctionBody &Body,
                                            link::UnitId Unit, const Operand &O,
                                            link::FieldSym Field) const {
  if (O.Kind != OperandKind::Load)
    return std::nullopt;
  const facts::PathNode &N = Body.path(O.path());
  if (N.Kind != PathKind::Field ||
      (Field && Program.symbol(Unit, facts::FieldId(N.Number)) != Field))
    return std::nullopt;
  const facts::PathNode &Object = Body.path(N.Parent);
  if (Object.Kind != PathKind::Deref)
    return std::nullopt;
  const facts::PathNode &Root = Body.path(Object.Parent);
  if (Root.Kind != PathKind::Parameter)
    return std::nullopt;
  return Root.Number;
}

void ObjectStates::scan() {
  if (Scanned)
    return;
  Scanned = true;
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    Program.trim();
    if (!Roots.contexts(BodyId(B)).empty())
      scanBody(BodyId(B));
  }
}

void ObjectStates::scanBody(BodyId B) {
  const facts::FunctionBody &Body = Program.facts(B);
  link::UnitId Unit = Program.body(B).Unit;
  auto Ask = [&](const Operand &O, int32_t Is) {
    auto P = asked(Body, Unit, O, {});
    if (!P)
      return;
    link::FieldSym F =
        Program.symbol(Unit, facts::FieldId(Body.path(O.path()).Number));
    Questions[B].insert({*P, F, Is});
  };
  for (uint32_t I = 0; I < Body.Facts.size(); ++I) {
    const Fact &F = Body.Facts[I];
    auto Operands = Body.operands(F);
    if (F.Kind == FactKind::Assign &&
        Body.path(F.Path).Kind == PathKind::Field) {
      Stores[Program.symbol(Unit, facts::FieldId(Body.path(F.Path).Number))]
          .push_back({B, I});
    } else if (F.Kind == FactKind::Switch) {
      for (const Operand &Case : Operands.subspan(1))
        if (Case.Kind == OperandKind::Constant)
          Ask(Operands[0], Case.constant());
    } else if (F.Kind == FactKind::Assume &&
               Operands[0].Kind == OperandKind::Value) {
      const facts::ValueNode &N = Body.Values[Operands[0].Number];
      if ((N.Op == ValueOp::Equal || N.Op == ValueOp::NotEqual) &&
          N.B.Kind == OperandKind::Constant)
        Ask(N.A, N.B.constant());
    }
  }
}

/// What \p O is if the field is, or (\p Is) is not, as \p Q asks.
std::optional<bool> ObjectStates::answer(BodyId B, const Operand &O,
                                         const Question &Q, bool Is) const {
  const facts::FunctionBody &Body = Program.facts(B);
  link::UnitId Unit = Program.body(B).Unit;
  if (asked(Body, Unit, O, Q.Field) == Q.Parameter) {
    if (Is)
      return Q.Is != 0;
    return Q.Is == 0 ? std::optional<bool>(true) : std::nullopt;
  }
  if (O.Kind != OperandKind::Value)
    return std::nullopt;
  const facts::ValueNode &N = Body.Values[O.Number];
  if (N.Op == ValueOp::Not) {
    auto A = answer(B, N.A, Q, Is);
    return A ? std::optional<bool>(!*A) : A;
  }
  if (N.B.Kind != OperandKind::Constant ||
      asked(Body, Unit, N.A, Q.Field) != Q.Parameter)
    return std::nullopt;
  int32_t C = N.B.constant();
  bool Same = C == Q.Is;
  switch (N.Op) {
  case ValueOp::Equal:
    return Is || Same ? std::optional<bool>(Is && Same) : std::nullopt;
  case ValueOp::NotEqual:
    return Is || Same ? std::optional<bool>(!(Is && Same)) : std::nullopt;
  case ValueOp::Less:
    return Is ? std::optional<bool>(Q.Is < C) : std::nullopt;
  case ValueOp::LessEqual:
    return Is ? std::optional<bool>(Q.Is <= C) : std::nullopt;
  default:
    return std::nullopt;
  }
}

/// May \p Block go on to its successor \p Number if the field is, or is not, as
/// \p Q asks?
bool ObjectStates::takes(BodyId B, const facts::Block &Block, size_t Number,
                         const Question &Q, bool Is) const {
  if (!Block.FactCount)
    return true;
  const facts::FunctionBody &Body = Program.facts(B);
  const Fact &Last = Body.facts(Block).back();
  auto Operands = Body.operands(Last);
  if (Last.Kind == FactKind::Assume) {
    auto T = answer(B, Operands[0], Q, Is);
    return !T || *T == (Number == 0);
  }
  if (Last.Kind != FactKind::Switch ||
      asked(Body, Program.body(B).Unit, Operands[0], Q.Field) != Q.Parameter)
    return true;
  auto IsAsked = [&](const Operand &Case) {
    return Case.Kind == OperandKind::Constant && Case.constant() == Q.Is;
  };
  bool Default = Number + 1 >= Operands.size();
  bool This = !Default && IsAsked(Operands[Number + 1]);
  if (!Is)
    return !This;
  return Default ? llvm::none_of(Operands.subspan(1), IsAsked)
                 : This || Operands[Number + 1].Kind != OperandKind::Constant;
}

/// The blocks that may run if the field is, or is not, as \p Q asks.
llvm::BitVector ObjectStates::blocksWhen(BodyId B, const Question &Q,
                                         bool Is) const {
  return reachableBlocks(Program.facts(B),
                         [&](const facts::Block &Block, size_t Number) {
                           return takes(B, Block, Number, Q, Is);
                         });
}

bool ObjectStates::reachedWhen(BodyId B, uint32_t Fact,
                               const Question &Q) const {
  return blocksWhen(B, Q, /*Is=*/true).test(blockOf(Program.facts(B), Fact));
}

// What a root gets to --------------------------------------------------------

bool ObjectStates::avoids(RootId R, Site S) {
  if (Early.avoids(R, S))
    return true;
  if (Loops.empty())
    findLoops();
  if (!Several || Loops[R.Index].empty())
    return false;
  const Reach &All = reach(R);
  if (!All.Bodies.test(S.Body.Index))
    return true;
  auto It = All.Blocks.find(S.Body);
  return It != All.Blocks.end() &&
         !It->second.test(blockOf(Program.facts(S.Body), S.Fact));
}

const ObjectStates::Reach &ObjectStates::reach(RootId R) {
  auto [It, New] = Reached.try_emplace(R);
  Reach &All = It->second;
  if (!New)
    return All;
  scan();
  All.Bodies.resize(Program.bodies().size());
  std::vector<BodyId> Work;
  auto Enter = [&](BodyId B) {
    if (!All.Bodies.test(B.Index) && Roots.context(B, R)) {
      All.Bodies.set(B.Index);
      Work.push_back(B);
    }
  };
  for (BodyId B : Roots.root(R).Entries)
    Enter(B);
  while (!Work.empty()) {
    BodyId B = Work.back();
    Work.pop_back();
    Program.trim();
    const llvm::BitVector *Left = nullptr;
    if (auto Asked = Questions.find(B); Asked != Questions.end())
      for (const Question &Q : Asked->second)
        if (ruledOut(R, B, Q)) {
          llvm::BitVector Blocks = blocksWhen(B, Q, /*Is=*/false);
          auto [At, First] = All.Blocks.try_emplace(B, Blocks);
          if (!First)
            At->second &= Blocks;
          Left = &At->second;
        }
    for (const CallSite &S : Graph.sites(B)) {
      if (Left && !Left->test(blockOf(Program.facts(B), S.Fact)))
        continue;
      for (BodyId To : S.Targets.Bodies)
        Enter(To);
      for (const Invocation &I : S.Invocations)
        if (I.Kind != Invocation::Thread)
          for (BodyId To : I.Targets)
            Enter(To);
    }
  }
  return All;
}

bool ObjectStates::ruledOut(RootId R, BodyId B, const Question &Q) {
  if (!neverGives(R, Q.Field, Q.Is))
    return false;
  std::set<std::pair<BodyId, uint32_t>> Seen;
  bool Handler = false;
  return ofHandler(R, B, Q, Seen, Handler) && Handler;
}

/// Is the object that parameter of \p B the handler's of a loop that \p R runs,
/// or one from a message, wherever its state lets it get to \p B?
bool ObjectStates::ofHandler(RootId R, BodyId B, const Question &Q,
                             std::set<std::pair<BodyId, uint32_t>> &Seen,
                             bool &Handler) {
  if (!Seen.insert({B, Q.Parameter}).second)
    return true;
  if (Seen.size() > MaxOrigins || llvm::is_contained(Roots.root(R).Entries, B))
    return false;
  for (const CallGraph::Caller &C : Graph.callers(B)) {
    if (!Roots.context(C.Body, R))
      continue;
    const CallSite *S = Graph.site(C.Body, C.Fact);
    if (!S)
      return false;
    if (!llvm::is_contained(S->Targets.Bodies, B)) {
      bool Held = llvm::any_of(S->Invocations, [&](const Invocation &I) {
        return I.Effect && I.Effect->Kind == EffectKind::InvokeHeld &&
               llvm::is_contained(I.Targets, B);
      });
      if (!Held)
        return false;
      Handler = true;
      continue;
    }
    BodyView View(Program, Paths, Graph, Summaries, C.Body);
    auto Arguments = View.arguments(View.fact(C.Fact));
    if (Q.Parameter >= Arguments.size())
      return false;
    Value V = Arguments[Q.Parameter];
    if (V.Kind != OperandKind::Load || Paths.isRoot(V.path(), PathKind::Global))
      return false;
    const ProgramPath &N = Paths[V.path()];
    if (N.Kind == PathKind::Parameter) {
      Question Above{N.Number, Q.Field, Q.Is};
      if (reachedWhen(C.Body, C.Fact, Above) &&
          !ofHandler(R, C.Body, Above, Seen, Handler))
        return false;
    } else if (N.Kind != PathKind::Field) {
      return false;
    }
  }
  return true;
}

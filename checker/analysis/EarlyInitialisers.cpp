//===-- EarlyInitialisers.cpp - What main sets up before threads ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/EarlyInitialisers.h"

#include "analysis/FlowOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::ValueOp;

/// Functions that store in a variable that is asked by a gate, at most.
static constexpr size_t MaxWriters = 8;
/// Functions that are followed from a gate to those.
static constexpr size_t MaxFollowed = 4096;

bool EarlyInitialisers::avoids(RootId R, Site S) {
  if (!Known)
    find();
  return !Gates.empty() && Roots.context(S.Body, R) &&
         !reach(R).test(S.Body.Index);
}

// Variables and conditions ---------------------------------------------------

bool EarlyInitialisers::Asked::holds(int32_t Value) const {
  bool Result = false;
  switch (Op) {
  case ValueOp::Equal:
    Result = Value == With;
    break;
  case ValueOp::NotEqual:
    Result = Value != With;
    break;
  case ValueOp::Less:
    Result = Value < With;
    break;
  case ValueOp::LessEqual:
    Result = Value <= With;
    break;
  default:
    break;
  }
  return Result != Negated;
}

void EarlyInitialisers::find() {
  Known = true;
  for (uint32_t R = 0; R < Roots.roots().size(); ++R)
    if (Roots.roots()[R].What == Root::Main && !Roots.roots()[R].AtExit)
      findEarly(RootId(R));
  if (Early.empty())
    return;
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    if (!Graph.has(BodyId(B), CallGraph::TouchesGlobal))
      continue;
    Program.trim();
    scan(BodyId(B));
  }
  std::erase_if(Variables, [](const auto &Entry) {
    const Stores &S = Entry.second;
    return S.Other || S.Writes != S.Assigns || S.Writers.size() > MaxWriters;
  });
  for (uint32_t B = 0; B < Program.bodies().size(); ++B) {
    if (Graph.sites(BodyId(B)).empty() || Roots.contexts(BodyId(B)).empty())
      continue;
    Program.trim();
    findGates(BodyId(B));
  }
}

static facts::VariableId plainGlobal(const facts::FunctionBody &Body,
                                     facts::PathId P) {
  const facts::PathNode &N = Body.path(P);
  return N.Kind == PathKind::Global ? facts::VariableId(N.Number)
                                    : facts::VariableId();
}

/// What \p B stores in global variables, and whether it is a question about
/// one: `return state == READY;`
void EarlyInitialisers::scan(BodyId B) {
  const facts::FunctionBody &Body = Program.facts(B);
  link::UnitId Unit = Program.body(B).Unit;
  bool BeforeMain =
      Program.function(Program.body(B).Function).has(facts::FnF_StaticInit);
  for (const Fact &F : Body.Facts) {
    if (BeforeMain || (F.Kind != FactKind::Write && F.Kind != FactKind::Assign))
      continue;
    facts::VariableId V = plainGlobal(Body, F.Path);
    if (!V)
      continue;
    Stores &S = Variables[Program.symbol(Unit, V)];
    if (!llvm::is_contained(S.Writers, B))
      S.Writers.push_back(B);
    if (F.Kind == FactKind::Write) {
      ++S.Writes;
      S.Other |= F.Flags & facts::FF_ReadModifyWrite;
      continue;
    }
    ++S.Assigns;
    const Operand &O = Body.operands(F)[0];
    if (O.Kind == OperandKind::Constant)
      S.Constants.insert(O.constant());
    else
      S.Other = true;
  }
  if (auto Q = predicate(B))
    Predicates.emplace(B, *Q);
}

std::optional<EarlyInitialisers::Asked>
EarlyInitialisers::predicate(BodyId B) const {
  const facts::FunctionBody &Body = Program.facts(B);
  const Fact *Return = nullptr;
  for (const Fact &F : Body.Facts) {
    if (F.Kind == FactKind::Read || (F.Kind == FactKind::Return && Return))
      continue;
    if (F.Kind != FactKind::Return || !F.OperandCount)
      return std::nullopt;
    Return = &F;
  }
  return Return ? asked(B, Body.operands(*Return)[0], 0) : std::nullopt;
}

std::optional<EarlyInitialisers::Asked>
EarlyInitialisers::asked(BodyId B, const Operand &O, unsigned Depth) const {
  const facts::FunctionBody &Body = Program.facts(B);
  auto Variable = [&](const Operand &X) {
    facts::VariableId V;
    if (X.Kind == OperandKind::Load)
      V = plainGlobal(Body, X.path());
    return V ? Program.symbol(Program.body(B).Unit, V) : link::VariableSym();
  };
  Asked Result;
  if (O.Kind == OperandKind::Load) {
    if ((Result.On = Variable(O)))
      return Result;
    const facts::PathNode &N = Body.path(O.path());
    if (N.Kind != PathKind::Result)
      return std::nullopt;
    for (const CallSite &S : Graph.sites(B))
      if (Body.Facts[S.Fact].Detail == N.Number &&
          Body.Facts[S.Fact].Kind == FactKind::Call && !S.Model &&
          S.Targets.Bodies.size() == 1)
        if (auto It = Predicates.find(S.Targets.Bodies[0]);
            It != Predicates.end())
          return It->second;
    return std::nullopt;
  }
  if (O.Kind != OperandKind::Value || Depth > 8)
    return std::nullopt;
  const facts::ValueNode &N = Body.Values[O.Number];
  if (N.Op == ValueOp::Not) {
    auto Inner = asked(B, N.A, Depth + 1);
    if (Inner)
      Inner->Negated = !Inner->Negated;
    return Inner;
  }
  Result.On = Variable(N.A);
  Result.Op = N.Op;
  if (!Result.On || N.B.Kind != OperandKind::Constant ||
      (N.Op != ValueOp::Equal && N.Op != ValueOp::NotEqual &&
       N.Op != ValueOp::Less && N.Op != ValueOp::LessEqual))
    return std::nullopt;
  Result.With = N.B.constant();
  return Result;
}

// Gates ----------------------------------------------------------------------

/// The calls of \p B that only one side of a branch on a variable leads to.
void EarlyInitialisers::findGates(BodyId B) {
  const facts::FunctionBody &Body = Program.facts(B);
  std::vector<uint32_t> BlockOf; // Of each call; found when one is asked for.
  for (const facts::Block &Branch : Body.Blocks) {
    if (!Branch.FactCount || Body.facts(Branch).back().Kind != FactKind::Assume)
      continue;
    auto Q = asked(B, Body.operands(Body.facts(Branch).back())[0], 0);
    auto It = Q ? Variables.find(Q->On) : Variables.end();
    if (It == Variables.end())
      continue;
    for (bool Side : {true, false}) {
      bool Closes = llvm::any_of(
          It->second.Constants, [&](int32_t C) { return Q->holds(C) != Side; });
      if (!Closes)
        continue;
      llvm::BitVector Otherwise = reachableBlocks(
          Body, [&](const facts::Block &Block, size_t Successor) {
            return &Block != &Branch || (Successor == 0) != Side;
          });
      llvm::ArrayRef<CallSite> Sites = Graph.sites(B);
      if (BlockOf.empty())
        for (const CallSite &S : Sites)
          BlockOf.push_back(blockOf(Body, S.Fact));
      for (size_t I = 0; I < Sites.size(); ++I)
        if (!Otherwise.test(BlockOf[I]) && isEarly({B, Sites[I].Fact}) &&
            leadsToAll(Sites[I], It->second))
          add({{B, Sites[I].Fact}, Q->On, {}});
    }
  }
}

bool EarlyInitialisers::isEarly(Site Call) const {
  return llvm::any_of(Early,
                      [&](const auto &Of) { return Of.second.contains(Call); });
}

void EarlyInitialisers::add(Gate G) {
  for (const auto &[Main, Sites] : Early)
    if (Sites.contains(G.Call))
      G.Mains.push_back(Main);
  Gates.push_back(std::move(G));
}

static void eachCallee(const CallSite &S, llvm::function_ref<void(BodyId)> Do) {
  llvm::for_each(S.Targets.Bodies, Do);
  for (const Invocation &I : S.Invocations)
    if (I.Kind != Invocation::Thread)
      llvm::for_each(I.Targets, Do);
}

/// Does what is called get to every function that stores in the variable?
bool EarlyInitialisers::leadsToAll(const CallSite &From,
                                   const Stores &To) const {
  std::set<BodyId> Seen;
  std::vector<BodyId> Work;
  size_t Found = 0;
  auto Enter = [&](BodyId B) {
    if (Seen.size() < MaxFollowed && Seen.insert(B).second) {
      Work.push_back(B);
      Found += llvm::is_contained(To.Writers, B);
    }
  };
  eachCallee(From, Enter);
  while (!Work.empty() && Found < To.Writers.size()) {
    BodyId B = Work.back();
    Work.pop_back();
    for (const CallSite &S : Graph.sites(B))
      eachCallee(S, Enter);
  }
  return Found == To.Writers.size();
}

// What main does first -------------------------------------------------------

bool EarlyInitialisers::starts(const CallSite &S) const {
  if (llvm::any_of(S.Invocations, [](const Invocation &I) {
        return I.Kind == Invocation::Thread;
      }))
    return true;
  bool Starts = false;
  eachCallee(S,
             [&](BodyId B) { Starts |= !Summaries[B.Index].Started.empty(); });
  return Starts;
}

/// The blocks of \p B that a block which starts a thread leads to.
llvm::BitVector EarlyInitialisers::afterStarts(BodyId B) const {
  const facts::FunctionBody &Body = Program.facts(B);
  llvm::BitVector After(Body.Blocks.size());
  std::vector<uint32_t> Work;
  auto Go = [&](uint32_t Block) {
    for (facts::BlockId To : Body.Blocks[Block].Successors)
      if (!After.test(To.Index)) {
        After.set(To.Index);
        Work.push_back(To.Index);
      }
  };
  for (const CallSite &S : Graph.sites(B))
    if (starts(S))
      Go(blockOf(Body, S.Fact));
  while (!Work.empty()) {
    uint32_t Block = Work.back();
    Work.pop_back();
    Go(Block);
  }
  return After;
}

/// The calls that \p Main may make while no thread runs that it has started.
void EarlyInitialisers::findEarly(RootId Main) {
  std::set<Site> Sites;
  std::set<BodyId> Seen;
  std::vector<BodyId> Work;
  auto Enter = [&](BodyId B) {
    if (Roots.context(B, Main) && Seen.insert(B).second)
      Work.push_back(B);
  };
  llvm::for_each(Roots.root(Main).Entries, Enter);
  while (!Work.empty()) {
    BodyId B = Work.back();
    Work.pop_back();
    Program.trim();
    const facts::FunctionBody &Body = Program.facts(B);
    bool Any = llvm::any_of(Graph.sites(B),
                            [&](const CallSite &S) { return starts(S); });
    llvm::BitVector After =
        Any ? afterStarts(B) : llvm::BitVector(Body.Blocks.size());
    // In its own block a start comes before what follows.
    llvm::BitVector Started(Body.Blocks.size());
    for (const CallSite &S : Graph.sites(B)) {
      uint32_t Block = Any ? blockOf(Body, S.Fact) : 0;
      if (Any && (After.test(Block) || Started.test(Block)))
        continue;
      Sites.insert({B, S.Fact});
      eachCallee(S, Enter);
      if (Any && starts(S))
        Started.set(Block);
    }
  }
  Early.push_back({Main, std::move(Sites)});
}

// What roots get to ----------------------------------------------------------

/// Do all mains that \p R may be part of, and that come to the gate at all,
/// come to it before any thread?
bool EarlyInitialisers::closedFor(const Gate &G, RootId R) const {
  const Root &Of = Roots.root(R);
  if (Of.What == Root::Main)
    return llvm::is_contained(G.Mains, R);
  bool Some = false;
  for (const auto &[Main, Sites] : Early) {
    const Root &M = Roots.root(Main);
    if (!M.Programs.anyCommon(Of.Programs) || !Roots.context(G.Call.Body, Main))
      continue;
    Some = true;
    if (!llvm::is_contained(G.Mains, Main))
      return false;
  }
  return Some;
}

const llvm::BitVector &EarlyInitialisers::reach(RootId R) {
  auto [It, New] = Reached.try_emplace(R);
  llvm::BitVector &Seen = It->second;
  if (!New)
    return Seen;
  Seen.resize(Program.bodies().size());
  std::set<Site> Closed;
  for (const Gate &G : Gates)
    if (closedFor(G, R))
      Closed.insert(G.Call);
  std::vector<BodyId> Work;
  auto Enter = [&](BodyId B) {
    if (!Seen.test(B.Index)) {
      Seen.set(B.Index);
      Work.push_back(B);
    }
  };
  llvm::for_each(Roots.root(R).Entries, Enter);
  while (!Work.empty()) {
    BodyId B = Work.back();
    Work.pop_back();
    for (const CallSite &S : Graph.sites(B))
      if (!Closed.contains({B, S.Fact}))
        eachCallee(S, Enter);
  }
  return Seen;
}

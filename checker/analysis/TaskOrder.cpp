//===-- TaskOrder.cpp - What is ordered before a task
//----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/TaskOrder.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::Operand;
using link::FunctionSym;

TaskOrder::TaskOrder(const link::Program &Program, const CallGraph &Graph,
                     const ThreadRoots &Roots)
    : Program(Program), Graph(Graph), Roots(Roots) {
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    if (!Graph.has(BodyId(I), CallGraph::MakesCallable))
      continue;
    Program.trim();
    const link::Body &Body = Program.body(BodyId(I));
    const auto &Facts = Body.Facts->Facts;
    for (uint32_t N = 0; N < Facts.size(); ++N) {
      auto Make = [&](facts::FunctionId F) {
        Made[Program.symbol(Body.Unit, F)].push_back({BodyId(I), N});
      };
      if (Facts[N].Kind == FactKind::Closure && Facts[N].Callee)
        Make(Facts[N].Callee);
      for (const Operand &O : Body.Facts->operands(Facts[N]))
        if (O.Kind == facts::OperandKind::Function)
          Make(O.function());
    }
  }
}

const TaskOrder::Bodies &TaskOrder::makers(FunctionSym Callable) {
  auto [It, New] = Makers.try_emplace(Callable);
  if (!New)
    return It->second;
  std::vector<BodyId> Work;
  Bodies Result;
  for (Site S : Made.lookup(Callable))
    if (Result.insert(S.Body).second)
      Work.push_back(S.Body);
  while (!Work.empty()) {
    BodyId B = Work.back();
    Work.pop_back();
    for (CallGraph::Caller C : Graph.callers(B))
      if (Result.insert(C.Body).second)
        Work.push_back(C.Body);
  }
  return It->second = std::move(Result);
}

/// Whether control may come from the fact \p From to the fact \p To.
static bool reaches(const facts::FunctionBody &Body, uint32_t From,
                    uint32_t To) {
  auto BlockOf = [&](uint32_t F) {
    for (uint32_t B = 0; B < Body.Blocks.size(); ++B)
      if (F >= Body.Blocks[B].FirstFact &&
          F < Body.Blocks[B].FirstFact + Body.Blocks[B].FactCount)
        return B;
    return 0u;
  };
  uint32_t Start = BlockOf(From), End = BlockOf(To);
  if (Start == End && From < To)
    return true;
  std::vector<bool> Seen(Body.Blocks.size());
  std::vector<uint32_t> Work{Start};
  while (!Work.empty()) {
    uint32_t B = Work.back();
    Work.pop_back();
    for (facts::BlockId S : Body.Blocks[B].Successors) {
      if (S.Index == End)
        return true;
      if (!Seen[S.Index]) {
        Seen[S.Index] = true;
        Work.push_back(S.Index);
      }
    }
  }
  return false;
}

static bool runs(const CallSite &S, const llvm::DenseSet<BodyId> &Any) {
  auto In = [&](BodyId B) { return Any.contains(B); };
  return llvm::any_of(S.Targets.Bodies, In) ||
         llvm::any_of(S.Invocations, [&](const Invocation &I) {
           return I.Kind != Invocation::Thread && llvm::any_of(I.Targets, In);
         });
}

/// Whether the callable may be made, in the frame's function, before the
/// frame's fact is come to.
bool TaskOrder::madeBefore(Site Frame, FunctionSym Callable,
                           const Bodies &Makers) const {
  const facts::FunctionBody &Body = Program.facts(Frame.Body);
  auto Before = [&](uint32_t Fact) { return reaches(Body, Fact, Frame.Fact); };
  for (Site S : Made.lookup(Callable))
    if (S.Body == Frame.Body && Before(S.Fact))
      return true;
  return llvm::any_of(Graph.sites(Frame.Body), [&](const CallSite &S) {
    return runs(S, Makers) && Before(S.Fact);
  });
}

/// Does \p C lead to \p Body in a program that \p In is part of? Functions that
/// nobody calls are part of the programs that have them.
bool TaskOrder::together(const RootContext &C, BodyId Body, RootId In) const {
  const Root &Other = Roots.root(C.Root);
  if (Other.What != Root::Library)
    return Other.Programs.anyCommon(Roots.root(In).Programs);
  std::vector<Site> Calls = Roots.callChain(Body, C.Root);
  BodyId Entry = Calls.empty() ? Body : Calls[0].Body;
  return Program.programs(Program.body(Entry).Unit)
      .anyCommon(Roots.root(In).Programs);
}

bool TaskOrder::beforeMaking(Site Access, RootId In, FunctionSym Callable) {
  auto Where = Made.find(Callable);
  if (Where == Made.end())
    return false;
  // Made by somebody else, or before main: nothing orders that, but that its
  // maker is such a task.
  if (llvm::is_contained(Assumed, Callable))
    return true; // Made by itself again.
  Assumed.push_back(Callable);
  bool Later = llvm::all_of(Where->second, [&](Site S) {
    auto Contexts = Roots.contexts(S.Body);
    return !Contexts.empty() &&
           llvm::all_of(Contexts, [&](const RootContext &C) {
             return C.Root == In || !together(C, S.Body, In) ||
                    before(Access, In, S.Body, C.Root);
           });
  });
  Assumed.pop_back();
  if (!Later)
    return false;
  const Bodies &By = makers(Callable);
  std::vector<Site> Frames = Roots.callChain(Access.Body, In);
  Frames.push_back(Access);
  for (size_t I = 0; I < Frames.size(); ++I) {
    // Of a function called from several places, one call may be late.
    if (I > 0 && llvm::count_if(Graph.callers(Frames[I].Body),
                                [&](const CallGraph::Caller &C) {
                                  return Roots.context(C.Body, In) != nullptr;
                                }) != 1)
      return false;
    if (madeBefore(Frames[I], Callable, By))
      return false;
  }
  return true;
}

bool TaskOrder::before(Site Access, RootId In, BodyId Task, RootId TaskRoot) {
  constexpr unsigned MaxSteps = 256; // Threads that start threads.
  if (In == TaskRoot || ++Steps > MaxSteps)
    return false;
  std::vector<Site> Calls = Roots.callChain(Task, TaskRoot);
  for (size_t I = 0; I < Calls.size(); ++I) {
    BodyId Callee = I + 1 < Calls.size() ? Calls[I + 1].Body : Task;
    const Fact &F = Program.facts(Calls[I].Body).Facts[Calls[I].Fact];
    FunctionSym Function = Program.body(Callee).Function;
    bool Named = F.Callee && Program.symbol(Program.body(Calls[I].Body).Unit,
                                            F.Callee) == Function;
    if (!Named && beforeMaking(Access, In, Function))
      return true;
  }
  return beforeStart(Access, In, TaskRoot);
}

/// Whether the thread is started by such a task, or by \p In itself, but later.
bool TaskOrder::beforeStart(Site Access, RootId In, RootId Thread) {
  const Root &R = Roots.root(Thread);
  if (R.What != Root::Thread)
    return false;
  if (llvm::is_contained(AssumedThreads, Thread))
    return true; // Started by itself again.
  AssumedThreads.push_back(Thread);
  auto Starters = Roots.contexts(R.Spawn.Body);
  bool Later =
      !Starters.empty() && llvm::all_of(Starters, [&](const RootContext &C) {
        if (!together(C, R.Spawn.Body, In))
          return true;
        return C.Root == In ? !llvm::is_contained(Started, R.Spawn)
                            : before(Access, In, R.Spawn.Body, C.Root);
      });
  AssumedThreads.pop_back();
  return Later;
}

//===-- Operations.cpp - What functions do to shared data in one go -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Operations.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::OperandKind;
using models::EffectKind;

/// Operations of one function that callers are told of, and that are looked at.
static constexpr size_t MaxTold = 12;
static constexpr size_t MaxOperations = 400;
/// Functions that hand one operation on: a facade of the class that has it.
/// What is deeper down is not what the caller is about.
static constexpr unsigned MaxForwarded = 1;

Operations::Operations(const link::Program &Program, PathTable &Paths,
                       const CallGraph &Graph,
                       const std::vector<Summary> &Summaries)
    : Program(Program), Paths(Paths), Graph(Graph), Summaries(Summaries),
      Changes(Program.bodies().size()) {}

/// Of a pair, say: it has no meaning of its own.
static bool isLibraryField(const link::Program &Program, const PathTable &Paths,
                           Path P) {
  if (Paths[P].Kind != PathKind::Field)
    return false;
  const link::FieldSymbol &F = Program.field(link::FieldSym(Paths[P].Number));
  return Program.record(F.Owner).Flags & facts::RF_System;
}

/// The container that \p Where is an element of, or part of an element.
Path Operations::container(Path Where) const {
  for (Path P = Where; P; P = Paths[P].Parent) {
    if (isElementStep(Paths[P].Kind))
      Where = Paths[P].Parent;
    else if (!isLibraryField(Program, Paths, P))
      break;
  }
  return Where;
}

bool Operations::nameless(Path Where) const {
  for (Path P = Where; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Field && !isLibraryField(Program, Paths, P))
      return false;
  return Paths.isRoot(Where, PathKind::Parameter);
}

/// `m[k] = v;` is a call that adds an element and a write of that: both are one
/// operation, whose value is the second's.
void Operations::findElementValues(Inside &In) const {
  for (size_t I = 0; I < In.All.size(); ++I) {
    Operation &O = In.All[I];
    if (!O.Inserts || !O.Values.empty() || !O.Locks.empty())
      continue;
    for (size_t J = I + 1; J < In.All.size(); ++J) {
      const Operation &X = In.All[J];
      if (X.Data != O.Data || X.Where == X.Data || !X.Writes ||
          In.Sections.blockOf(X.Fact) != In.Sections.blockOf(O.Fact))
        continue;
      O.Values = X.Values;
      O.Constant = X.Constant;
      O.Modifies |= X.Modifies;
      break;
    }
  }
}

/// May others see what is at \p P?
static bool othersSee(const link::Program &Program, const PathTable &Paths,
                      Path P) {
  if (!Paths.known(P))
    return false;
  for (Path Q = P; Q; Q = Paths[Q].Parent)
    if (Paths[Q].Kind == PathKind::Deref)
      return true;
  const ProgramPath &Root = Paths.rootOf(P);
  switch (Root.Kind) {
  case PathKind::Global:
    return !(Program.variable(link::VariableSym(Root.Number)).Flags &
             (facts::VF_ThreadLocal | facts::VF_Constant));
  case PathKind::Local:
    return Program.facts(BodyId(Root.Version)).Locals[Root.Number].Flags &
           facts::LF_AddressTaken;
  default:
    return false;
  }
}

bool Operations::comesFrom(const Inside &In, const Operation &O,
                           const Origins &From) {
  // What a function reads for itself is in nothing but its result.
  bool Own = O.At.Body == In.View.body();
  return From.Calls.count(O.Fact) || (Own && From.Loads.count(O.Where));
}

void Operations::addAccess(Inside &In, uint32_t I) {
  const facts::FunctionBody &Facts = In.View.facts();
  const Fact &F = Facts.Facts[I];
  Path Where = In.View.path(F.Path);
  if (!othersSee(Program, Paths, Where))
    return;
  Operation O;
  O.Fact = I;
  O.At = {In.View.body(), I};
  O.Where = Where;
  O.Data = container(Where);
  O.Nameless = nameless(Where);
  O.Atomic = F.Flags & facts::FF_AtomicAccess;
  if (O.Atomic)
    O.Order = memoryOrder(F);
  O.Writes = F.Kind == FactKind::Write;
  O.Modifies = O.Writes && F.Flags & facts::FF_ReadModifyWrite;
  O.Reads = !O.Writes || O.Modifies;
  if (O.Writes && I + 1 < Facts.Facts.size()) {
    const Fact &Next = Facts.Facts[I + 1];
    if (Next.Kind == FactKind::Assign && Next.Path == F.Path) {
      O.Values.push_back(Facts.operands(Next)[0]);
      if (O.Values[0].Kind == OperandKind::Constant && !O.Modifies)
        O.Constant = O.Values[0].constant();
    }
  }
  In.All.push_back(std::move(O));
}

void Operations::addModelled(Inside &In, const CallSite &Site) {
  BodyId B = In.View.body();
  const Fact &F = In.View.fact(Site.Fact);
  const models::FunctionModel &M = *Site.Model;
  auto Has = [&](EffectKind K) {
    return llvm::any_of(M.Effects,
                        [&](const models::Effect &E) { return E.Kind == K; });
  };
  std::vector<facts::Operand> Stored;
  for (const models::Effect &E : M.Effects)
    if (E.Kind == EffectKind::Stores || E.Kind == EffectKind::Constructs ||
        E.Kind == EffectKind::Move || E.Kind == EffectKind::PointsTo)
      llvm::append_range(Stored, selectAll(Program, B, F, E.Operands));
  size_t First = In.All.size();
  auto At = [&](Path Where) -> Operation * {
    if (!othersSee(Program, Paths, Where))
      return nullptr;
    for (size_t I = First; I < In.All.size(); ++I)
      if (In.All[I].Where == Where)
        return &In.All[I];
    Operation O;
    O.Fact = Site.Fact;
    O.At = {B, Site.Fact};
    O.Where = Where;
    O.Data = container(Where);
    O.Nameless = nameless(Where);
    In.All.push_back(std::move(O));
    return &In.All.back();
  };
  for (const models::Effect &E : M.Effects) {
    bool Atomic = isAtomicAccess(E.Kind);
    if (!Atomic && E.Kind != EffectKind::Reads &&
        E.Kind != EffectKind::Writes && E.Kind != EffectKind::Uses &&
        E.Kind != EffectKind::NeedsElement)
      continue;
    for (models::Selector S : expand(Program, B, F, E.Operands))
      for (Path P : In.View.locations(F, S)) {
        Operation *O = At(P);
        if (!O)
          continue;
        O->Atomic |= Atomic;
        if (Atomic)
          O->Order = memoryOrder(In.View, F, E);
        if (E.Kind == EffectKind::NeedsElement) {
          O->NeedsElement = true;
          continue;
        }
        bool Writes = E.Kind == EffectKind::AtomicStore ||
                      E.Kind == EffectKind::AtomicUpdate ||
                      (!Atomic && E.Kind != EffectKind::Reads &&
                       writesOperand(Program, B, F, E, S));
        O->Reads |= E.Kind != EffectKind::AtomicStore &&
                    (!Writes || E.Kind == EffectKind::AtomicUpdate);
        O->Writes |= Writes;
        if (E.Kind == EffectKind::AtomicUpdate) {
          O->Modifies = true;
          O->Checked |= E.When != models::ResultTest::Always;
        }
        if (!Writes)
          continue;
        if (E.Kind == EffectKind::AtomicStore) {
          auto Operands = In.View.facts().operands(F);
          for (const facts::Operand &V : Operands)
            if (V.Kind != OperandKind::Address)
              O->Values.push_back(V);
          if (!O->Values.empty() && O->Values[0].Kind == OperandKind::Constant)
            O->Constant = O->Values[0].constant();
          continue;
        }
        O->Values = Stored;
        bool Adds = !Stored.empty() || Has(EffectKind::AddsIfAbsent);
        O->Removes = Has(EffectKind::Destroys) && Stored.empty();
        O->Inserts = !Has(EffectKind::Destroys) &&
                     (Adds || Has(EffectKind::ReturnsElement));
        O->Repeatable = Has(EffectKind::AddsIfAbsent) ||
                        (O->Removes && !Has(EffectKind::NeedsElement));
      }
  }
}

void Operations::addCallee(Inside &In, const CallSite &Site) {
  if (Site.Model || Site.Targets.Unresolved || Site.Targets.Bodies.size() != 1)
    return;
  auto It = Told.find(Site.Targets.Bodies[0]);
  if (It == Told.end())
    return;
  const Fact &F = In.View.fact(Site.Fact);
  auto Arguments = In.View.arguments(F);
  auto Operands = In.View.facts().operands(F);
  size_t Skip = bool(F.Flags & facts::FF_Indirect);
  Binding Bound{Arguments, F.Path ? In.View.path(F.Path) : Path()};
  for (const Operation &Theirs : It->second) {
    Operation O = Theirs;
    O.Fact = Site.Fact;
    O.Where = substitute(Paths, Theirs.Where, Bound);
    if (!othersSee(Program, Paths, O.Where))
      continue;
    O.Data = container(O.Where);
    O.Locks.clear();
    bool Clear = true;
    for (Path L : Theirs.Locks) {
      Path Mine = substitute(Paths, L, Bound);
      Clear &= Paths.known(Mine);
      O.Locks.push_back(Mine);
    }
    if (!Clear)
      continue;
    O.Values.clear();
    for (unsigned P = 0; P < 64 && P + Skip < Operands.size(); ++P)
      if (Theirs.Parameters >> P & 1)
        O.Values.push_back(Operands[P + Skip]);
    // What it leaves in an object of the caller's own, the caller sees.
    O.Tells |= O.Leaves;
    O.Parameters = 0;
    In.All.push_back(std::move(O));
  }
}

/// A comparison of two values neither of which is a constant.
static bool comparesTwo(const facts::FunctionBody &Facts, facts::Operand O) {
  while (O.Kind == OperandKind::Value) {
    const facts::ValueNode &N = Facts.Values[O.Number];
    if (N.Op != facts::ValueOp::Not)
      return N.A.Kind != OperandKind::Constant &&
             N.B.Kind != OperandKind::Constant &&
             N.B.Kind != OperandKind::Opaque;
    O = N.A;
  }
  return false;
}

/// Finds the operations that look for themselves whether they are still right.
void Operations::check(Inside &In) {
  const facts::FunctionBody &Facts = In.View.facts();
  std::map<uint32_t, Origins> Branches;
  auto Of = [&](uint32_t Branch) -> const Origins & {
    auto [It, New] = Branches.try_emplace(Branch);
    if (New)
      It->second = In.Values.of(Facts.operands(Facts.Facts[Branch])[0]);
    return It->second;
  };
  std::set<uint32_t> Used;  // Calls whose result is looked at, …
  std::set<uint32_t> Asked; // … by a branch.
  // Of an insertion or a removal, the result says whether it has done anything.
  auto Tells = [](const Operation &O) {
    return O.Atomic ? O.Modifies : O.Repeatable && O.Locks.empty();
  };
  // `auto &slot = map[key]; if (!slot)`
  auto Finds = [&](const Operation &O) {
    const CallSite *S = O.Atomic || !O.Inserts || !O.Locks.empty()
                            ? nullptr
                            : Graph.site(In.View.body(), O.Fact);
    return S && S->has({EffectKind::ReturnsElement});
  };
  bool Updates = llvm::any_of(
      In.All, [&](const Operation &O) { return Tells(O) || Finds(O); });
  if (Updates)
    for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
      const Fact &F = Facts.Facts[I];
      if (F.Kind != FactKind::Assume && F.Kind != FactKind::Switch &&
          F.Kind != FactKind::Return)
        continue;
      if (F.OperandCount) {
        const Origins &From = Of(I);
        Used.insert(From.Calls.begin(), From.Calls.end());
        if (F.Kind != FactKind::Return)
          Asked.insert(From.Calls.begin(), From.Calls.end());
      }
    }
  for (Operation &O : In.All) {
    if (O.Checked || !(O.Writes || O.NeedsElement))
      continue;
    if ((Tells(O) && Used.count(O.Fact)) || (Finds(O) && Asked.count(O.Fact)))
      O.Checked = O.Compared = true;
    if (O.Atomic || O.Checked)
      continue;
    if (!O.Locks.empty())
      continue; // The callee has been asked.
    auto Controls = In.Sections.controls(O.Fact);
    if (Controls.empty())
      continue;
    auto Locks = In.Sections.heldAt(O.Fact);
    if (Locks.empty())
      Locks.push_back(Path());
    for (Path L : Locks) {
      llvm::BitVector Region = In.Sections.before(O.Fact, L);
      for (const CriticalSections::Control &C : Controls) {
        if (!Region.test(C.Branch))
          continue;
        for (const Operation &R : In.All) {
          if (!R.Reads || R.Atomic || !R.Locks.empty() || R.Fact == O.Fact ||
              !Region.test(R.Fact) || !comesFrom(In, R, Of(C.Branch)))
            continue;
          O.Checked = true;
          O.Compared |=
              R.Data == O.Data ||
              comparesTwo(Facts, Facts.operands(Facts.Facts[C.Branch])[0]);
        }
      }
      // A wait for a predicate.
      for (uint32_t Begin : In.Sections.begins(O.Fact, L))
        if (const CallSite *S = Graph.site(In.View.body(), Begin))
          if (S->Model && !S->Invocations.empty())
            O.Checked = true;
    }
  }
}

/// Does the function do anything that others see but through what it returns?
bool Operations::changes(Inside &In) const {
  auto Own = [&](Path P) {
    while (Paths[P].Parent && Paths[P].Kind != PathKind::Deref)
      P = Paths[P].Parent;
    return Paths[P].Kind == PathKind::Local &&
           Paths[P].Version == In.View.body().Index;
  };
  for (const Operation &O : In.All)
    if (O.Writes && !Own(O.Where))
      return true;
  for (const Fact &F : In.View.facts().Facts)
    if (F.Kind == FactKind::Free || F.Kind == FactKind::Allocate)
      return true;
  for (const CallSite &S : Graph.sites(In.View.body())) {
    if (S.Model) {
      if (S.has({EffectKind::Allocates, EffectKind::Frees, EffectKind::Spawn,
                 EffectKind::WritesState}))
        return true;
      continue;
    }
    if (llvm::any_of(S.Targets.Bodies,
                     [&](BodyId B) { return Changes[B.Index]; }))
      return true;
    const Fact &F = In.View.fact(S.Fact);
    if (S.Targets.Bodies.empty() && F.Kind == FactKind::Call && !F.Path)
      return true;
  }
  return false;
}

void Operations::tell(Inside &In) {
  BodyId B = In.View.body();
  const facts::FunctionBody &Facts = In.View.facts();
  Origins Result, Left;
  // Of a predicate, branches tell as well; of what returns something else, only
  // what that is made from.
  link::UnitId Unit = Program.body(B).Unit;
  const facts::Function &Self =
      Program.unit(Unit).function(Program.body(B).Decl);
  bool Predicate = Self.Result && Program.unit(Unit).type(Self.Result).Kind ==
                                      facts::TypeKind::Bool;
  auto Add = [](Origins &To, const Origins &More) {
    To.Calls.insert(More.Calls.begin(), More.Calls.end());
    To.Loads.insert(More.Loads.begin(), More.Loads.end());
  };
  for (const Fact &F : Facts.Facts) {
    if (F.Kind == FactKind::Return && F.OperandCount) {
      Add(Result, In.Values.of(Facts.operands(F)[0]));
    }
    if (F.Kind != FactKind::Assign)
      continue;
    // Not what a method changes of its own object; what a closure has captured
    // is its maker's.
    const facts::PathNode &Root = Facts.path(Facts.root(F.Path));
    bool Own = Root.Number == 0 && Self.Flags & facts::FnF_Method &&
               !(Self.Flags & facts::FnF_LambdaCall);
    if (Root.Kind == PathKind::Parameter && !Own)
      Add(Left, In.Values.of(Facts.operands(F)[0]));
  }
  if (Predicate)
    for (const Fact &F : Facts.Facts)
      if (F.Kind == FactKind::Assume || F.Kind == FactKind::Switch)
        Add(Result, In.Values.of(Facts.operands(F)[0]));
  std::vector<Operation> Mine;
  for (const Operation &O : In.All) {
    if (Mine.size() >= MaxTold)
      break;
    Operation T = O;
    if (O.At.Body != B && (O.Atomic || !O.Locks.empty()) &&
        ++T.Forwarded > MaxForwarded)
      continue;
    T.Tells = T.Reads && T.Tells && comesFrom(In, O, Result);
    T.Leaves = T.Reads && (T.Leaves || (O.Tells && comesFrom(In, O, Left)));
    if (!T.Tells && !T.Leaves && !T.Writes && !T.NeedsElement)
      continue;
    if (!Paths.isRoot(T.Where, PathKind::Parameter) &&
        !Paths.isRoot(T.Where, PathKind::Global))
      continue;
    bool Named = true;
    for (Path L : In.Sections.heldAt(O.Fact)) {
      bool Kept =
          llvm::any_of(Summaries[B.Index].Outcomes, [&](const Outcome &Way) {
            return llvm::any_of(Way.Nets, [&](const NetEffect &N) {
              return N.Lock == L && N.Acquired;
            });
          });
      if (Kept)
        continue;
      Named &= Paths.nameableByCallers(L);
      T.Locks.push_back(L);
    }
    if (!Named)
      continue;
    T.Nameless = nameless(T.Where);
    if (!T.Values.empty())
      T.Parameters = In.Values.of(T.Values).Parameters;
    T.Values.clear();
    Mine.push_back(std::move(T));
  }
  if (!Mine.empty())
    Told[B] = std::move(Mine);
}

void Operations::find(Inside &In) {
  const facts::FunctionBody &Facts = In.View.facts();
  std::vector<const CallSite *> Calls(Facts.Facts.size());
  for (const CallSite &S : Graph.sites(In.View.body()))
    if (Facts.Facts[S.Fact].Kind != FactKind::Destroy)
      Calls[S.Fact] = &S;
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    if (In.All.size() > MaxOperations)
      break;
    FactKind K = Facts.Facts[I].Kind;
    if (K == FactKind::Read || K == FactKind::Write)
      addAccess(In, I);
    else if (Calls[I] && Calls[I]->Model)
      addModelled(In, *Calls[I]);
    else if (Calls[I])
      addCallee(In, *Calls[I]);
  }
  Fences Around(In.View, Graph);
  for (Operation &O : In.All) {
    if (O.At.Body == In.View.body())
      O.Order = Around.strengthen(O.Order, O.Fact);
    AnyRelaxed |= O.Order != SeqCst;
  }
  Changes[In.View.body().Index] = changes(In);
  if (In.All.empty())
    return;
  findElementValues(In);
  check(In);
  tell(In);
}

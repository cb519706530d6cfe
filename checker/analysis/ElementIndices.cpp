//===-- ElementIndices.cpp - Which elements of one array threads touch ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/ElementIndices.h"

#include "analysis/BodyView.h"

#include <numeric>

using namespace fearless;
using namespace fearless::analysis;
using facts::Fact;
using facts::FactKind;
using facts::FunctionBody;
using facts::Operand;
using facts::OperandKind;
using facts::ValueNode;
using facts::ValueOp;

static constexpr int64_t NoLimit = std::numeric_limits<int64_t>::max();

bool analysis::sameButForElements(const PathTable &Paths, Path A, Path B) {
  auto X = Paths.prefixes(A), Y = Paths.prefixes(B);
  for (size_t I = 0; I < std::max(X.size(), Y.size()); ++I) {
    if (I >= X.size() || I >= Y.size()) {
      if (!isElementStep(Paths[I < X.size() ? X[I] : Y[I]].Kind))
        return false;
      continue;
    }
    const ProgramPath &M = Paths[X[I]], &N = Paths[Y[I]];
    if (isElementStep(M.Kind) && isElementStep(N.Kind)) {
      if (M.Kind == N.Kind && M.Number != N.Number)
        return false;
    } else if (M.Kind != N.Kind || M.Number != N.Number ||
               M.Version != N.Version) {
      return false;
    }
  }
  return true;
}

// Which indices lead there ---------------------------------------------------

/// The indices of the last elements of \p Of, which is \p Written in the facts
/// of \p B. False: what comes before them is another function's.
bool ElementIndices::ownIndices(BodyId B, Path Of, facts::PathId Written,
                                RootId By, uint32_t Fact,
                                llvm::SmallVectorImpl<Choices> &To) {
  for (Path P = Of; P; P = Paths[P].Parent) {
    const ProgramPath &N = Paths[P];
    switch (N.Kind) {
    case PathKind::ElementConst:
      To.push_back(Choices{Choice{Choice::Constant, int32_t(N.Number)}});
      break;
    case PathKind::ElementValue:
      To.push_back(resolve(B, Paths.indexOf(N), By, Fact, 0));
      break;
    case PathKind::ElementAny:
      To.push_back(Choices{Written && ofRangeFor(Program, B, Written)
                               ? Choice{Choice::Range, 0, NoLimit}
                               : Choice()});
      break;
    case PathKind::Deref:
      return false;
    default:
      break;
    }
  }
  return true;
}

/// What is passed for \p Parameter of \p B, where one place alone passes it as
/// \p By gets there: a call, or what starts the thread.
std::optional<ElementIndices::Passing>
ElementIndices::passing(BodyId B, unsigned Parameter, RootId By) {
  std::optional<Passing> Found;
  const Root &R = Roots.root(By);
  if (llvm::is_contained(R.Entries, B)) {
    auto Starters = Roots.contexts(R.Spawn.Body);
    if (!R.Point || R.Entries.size() != 1 || R.Point->Arguments.empty() ||
        Parameter >= R.Point->Arguments[0].size() || Starters.size() != 1)
      return std::nullopt;
    Found = {R.Spawn, R.Point->Arguments[0][Parameter], Starters[0].Root};
  }
  for (const CallGraph::Caller &C : Graph.callers(B)) {
    if (!Roots.context(C.Body, By))
      continue;
    auto Arguments = Memory.flows().flow(C.Body).arguments(C.Fact, B);
    if (Found || Parameter >= Arguments.size())
      return std::nullopt;
    Found = {{C.Body, C.Fact}, Arguments[Parameter], By};
  }
  return Found;
}

/// What the call at \p At passes for \p Parameter, as that is written there.
static facts::PathId writtenAt(const link::Program &Program, Site At,
                               unsigned Parameter) {
  const FunctionBody &Facts = Program.facts(At.Body);
  const Fact &Call = Facts.Facts[At.Fact];
  auto Operands = Facts.operands(Call);
  size_t I = Parameter + bool(Call.Flags & facts::FF_Indirect);
  return I < Operands.size() && Operands[I].hasPath() ? Operands[I].path()
                                                      : facts::PathId();
}

/// What the loop counts that starts many threads, is the number of each.
void ElementIndices::giveNumbers(Choices &Of) {
  for (Choice &C : Of)
    if (C.What == Choice::Range) {
      C.What = Choice::Number;
      C.From = 0;
    }
}

bool ElementIndices::indices(const Use &U, llvm::SmallVectorImpl<Choices> &To) {
  const Fact &F = Program.facts(U.At.Body).Facts[U.At.Fact];
  bool Plain = F.Kind == FactKind::Read || F.Kind == FactKind::Write;
  size_t Wanted = 0;
  for (Path P = U.Is.Where; P; P = Paths[P].Parent)
    Wanted += isElementStep(Paths[P].Kind);
  // A pointer that goes through all of an array.
  if (Wanted == 1 && Plain && ofRangeFor(Program, U.At.Body, F.Path)) {
    To.push_back(Choices{Choice{Choice::Range, 0, NoLimit}});
    return true;
  }
  Path Of = U.Of;
  Site At = U.At;
  RootId By = U.By;
  bool Given = false; // From here on: to each of many threads.
  if (ownIndices(At.Body, Of, Plain ? F.Path : facts::PathId(), By, At.Fact,
                 To))
    return true;
  for (unsigned Depth = 0; Depth < MaxDepth && To.size() < Wanted; ++Depth) {
    const ProgramPath Root = Paths.rootOf(Of);
    if (Root.Kind != PathKind::Parameter)
      break;
    auto From = passing(At.Body, Root.Number, By);
    if (!From || !From->What.hasPath())
      break;
    bool Starts = From->By != By;
    Given |= Starts && Roots.root(By).Many;
    size_t Before = To.size();
    ownIndices(From->At.Body, From->What.path(),
               Starts ? facts::PathId()
                      : writtenAt(Program, From->At, Root.Number),
               From->By, From->At.Fact, To);
    for (size_t I = Before; Given && I < To.size(); ++I)
      giveNumbers(To[I]);
    At = From->At;
    Of = From->What.path();
    By = From->By;
  }
  // From where a pointer into the array leads, nobody knows how far.
  if (U.Is.Inside && To.size() == Wanted)
    To.back() = Choices{Choice()};
  return To.size() >= Wanted;
}

// What an index is -----------------------------------------------------------

/// What a loop counts with \p Variable, which \p Counter stands for as well.
ElementIndices::Choice ElementIndices::counted(const FunctionBody &Facts,
                                               Operand Variable,
                                               Operand Counter) const {
  if (!Variable.hasPath())
    return {};
  Choice Result{Choice::Range, 0, NoLimit};
  std::optional<int64_t> Start, Step;
  for (const Fact &F : Facts.Facts) {
    if (F.Kind == FactKind::Assign && F.Path == Variable.path()) {
      const Operand &From = Facts.operands(F)[0];
      if (From.Kind == OperandKind::Constant) {
        if (Start && *Start != From.constant())
          Start = 0; // Of several loops, some begin there.
        else
          Start = From.constant();
        continue;
      }
      if (From.Kind != OperandKind::Value)
        return {};
      const ValueNode &N = Facts.Values[From.Number];
      bool Counts = N.Op == ValueOp::Add || N.Op == ValueOp::Subtract;
      bool OfItself = N.A == Counter || (N.A.Kind == OperandKind::Load &&
                                         N.A.path() == Variable.path());
      if (!Counts || !OfItself || N.B.Kind != OperandKind::Constant)
        return {};
      Step = N.Op == ValueOp::Subtract ? -int64_t(N.B.constant())
                                       : int64_t(N.B.constant());
    }
    if (F.Kind != FactKind::Assume)
      continue;
    const Operand &Asked = Facts.operands(F)[0];
    if (Asked.Kind != OperandKind::Value)
      continue;
    const ValueNode &N = Facts.Values[Asked.Number];
    bool Bound = (N.A == Counter || N.A == Variable) &&
                 N.B.Kind == OperandKind::Constant;
    if (Bound && (N.Op == ValueOp::Less || N.Op == ValueOp::NotEqual))
      Result.To = N.B.constant();
    if (Bound && N.Op == ValueOp::LessEqual)
      Result.To = int64_t(N.B.constant()) + 1;
  }
  if (!Start || !Step || *Step == 0)
    return {};
  if (*Step < 0)
    return {Choice::Range, 0, *Start + 1};
  Result.From = *Start;
  Result.Step = *Step;
  return Result;
}

/// Is \p Fact in the loop that counts \p Variable: from where it is compared to
/// where it is changed, or the other way round?
static bool whileCounting(const FunctionBody &Facts, const Operand &Variable,
                          uint32_t Fact) {
  uint32_t First = ~0u, Last = 0;
  for (uint32_t I = 0; I < Facts.Facts.size(); ++I) {
    const facts::Fact &F = Facts.Facts[I];
    bool Changed = F.Kind == FactKind::Assign && F.Path == Variable.path() &&
                   Facts.operands(F)[0].Kind == OperandKind::Value;
    bool Compared = F.Kind == FactKind::Assume &&
                    Facts.operands(F)[0].Kind == OperandKind::Value &&
                    Facts.Values[Facts.operands(F)[0].Number].A == Variable;
    if (!Changed && !Compared)
      continue;
    First = std::min(First, I);
    Last = std::max(Last, I);
  }
  return First <= Fact && Fact <= Last;
}

/// What the local variable \p Number, of this version, counts if it does.
ElementIndices::Choice ElementIndices::countedBy(BodyId B, uint32_t Number,
                                                 uint32_t Version,
                                                 uint32_t Fact) const {
  const FunctionBody &Facts = Program.facts(B);
  for (uint32_t I = 0; I < Facts.Paths.size(); ++I) {
    const facts::PathNode &N = Facts.Paths[I];
    if (N.Kind != PathKind::Local || N.Number != Number)
      continue;
    Operand Variable{OperandKind::Load, Version, I};
    if (!whileCounting(Facts, Variable, Fact))
      return {};
    Choice C = counted(Facts, Variable, Variable);
    if (C.What == Choice::Range) {
      C.Counter = Variable;
      C.At = {B, Fact};
    }
    return C;
  }
  return {};
}

/// Of many keys, several come down to one bucket; of numbers that were taken or
/// given one by one, none of those that are in use do.
bool ElementIndices::isKey(BodyId B, const Operand &O,
                           const Choices &Of) const {
  if (llvm::any_of(Of,
                   [](const Choice &C) { return C.What == Choice::Number; }))
    return false;
  const FunctionBody &Facts = Program.facts(B);
  if (O.Kind == OperandKind::Value) {
    const ValueNode &N = Facts.Values[O.Number];
    return N.Op == ValueOp::Multiply || N.Op == ValueOp::Xor ||
           N.Op == ValueOp::ShiftRight || N.Op == ValueOp::Divide;
  }
  if (O.Kind != OperandKind::Load)
    return false;
  const facts::PathNode &Root = Facts.path(Facts.root(O.path()));
  if (Root.Kind == PathKind::Parameter)
    return O.path() == Facts.root(O.path());
  if (Root.Kind != PathKind::Result)
    return false;
  const std::vector<uint32_t> Calls = resultOrdinals(Facts);
  const CallSite *Site =
      Root.Number < Calls.size() ? Graph.site(B, Calls[Root.Number]) : nullptr;
  return Site && !Site->has({models::EffectKind::AtomicUpdate,
                             models::EffectKind::AtomicLoad});
}

ElementIndices::Choices ElementIndices::computed(BodyId B, const ValueNode &N,
                                                 RootId By, uint32_t Fact,
                                                 unsigned Depth) {
  auto Of = [&](const Operand &O) {
    BodyView View(Program, Paths, Graph, Memory.summaries(), B);
    return resolve(B, View.value(O), By, Fact, Depth + 1);
  };
  switch (N.Op) {
  case ValueOp::Add:
  case ValueOp::Subtract: {
    if (N.B.Kind != OperandKind::Constant)
      return Choices{Choice()};
    int64_t Shift = N.B.constant();
    if (N.Op == ValueOp::Subtract)
      Shift = -Shift;
    Choices Result = Of(N.A);
    for (Choice &C : Result) {
      C.From += Shift;
      if (C.What == Choice::Range && C.To != NoLimit)
        C.To += Shift;
    }
    return Result;
  }
  case ValueOp::Remainder:
  case ValueOp::And: {
    const bool Local =
        N.A.Kind == OperandKind::Load &&
        Program.facts(B).path(N.A.path()).Kind == PathKind::Local;
    Choices Inner = Of(N.A);
    bool Counted = llvm::all_of(Inner, [](const Choice &C) {
      return C.What == Choice::Range && C.From == 0 && C.Step == 1;
    });
    if (Counted) {
      Choice All{Choice::Range, 0, NoLimit};
      All.Ring = Local;
      return Choices{All};
    }
    return Choices{isKey(B, N.A, Inner) ? Choice{Choice::Bucket} : Choice()};
  }
  default:
    return Choices{Choice()};
  }
}

ElementIndices::Choices ElementIndices::resolve(BodyId B, Value V, RootId By,
                                                uint32_t Fact, unsigned Depth) {
  if (V.isConstant())
    return Choices{Choice{Choice::Constant, V.constant()}};
  if (V.Kind == OperandKind::Value && V.Version == B.Index &&
      Depth < MaxDepth) {
    const FunctionBody &Facts = Program.facts(B);
    const ValueNode N = Facts.Values[V.Number];
    if (N.Op == ValueOp::Induction) {
      Choice C = counted(Facts, N.A, {OperandKind::Value, 0, V.Number});
      C.Counter = N.A;
      C.At = {B, Fact};
      return Choices{C};
    }
    return computed(B, N, By, Fact, Depth);
  }
  if (V.hasPath() && V.Kind != OperandKind::Load)
    return referred(B, V.path(), By, Fact, Depth);
  if (V.Kind != OperandKind::Load || !Paths.known(V.path()))
    return Choices{Choice()};
  const ProgramPath &P = Paths[V.path()];
  if (P.Kind == PathKind::Parameter && V.Version == 0) {
    Choices Given = passed(B, P.Number, By, Depth);
    // Which loop has given it tells more than that it is one of a kind.
    if (!countedForThread(Given) && Apartness.numbersThreads(By, B, V))
      return Choices{Choice{Choice::Number}};
    return Given;
  }
  if (P.Kind == PathKind::Local && P.Version == B.Index) {
    // `int me = *number;`
    BodyView View(Program, Paths, Graph, Memory.summaries(), B);
    if (std::optional<Value> Stored = View.onlyStored(V.path()))
      if (std::optional<Choices> Left = leftForThread(B, *Stored, By, Depth))
        return *Left;
    return Choices{countedBy(B, P.Number, V.Version, Fact)};
  }
  if (P.Kind == PathKind::Local || P.Kind == PathKind::Parameter)
    return Choices{Choice()};
  return stored(B, V, By, Fact, Depth);
}

// Comparing ------------------------------------------------------------------

/// Have the two ranges a number in common? From and Step of each, that is.
static bool overlap(int64_t A, int64_t AEnd, int64_t AStep, int64_t B,
                    int64_t BEnd, int64_t BStep) {
  if (A >= BEnd || B >= AEnd)
    return false;
  return (A - B) % std::gcd(AStep, BStep) == 0;
}

/// Do the two count in one loop?
bool ElementIndices::sameLoop(const Choice &X, const Choice &Y) {
  return X.Counter && Y.Counter && X.At.Body == Y.At.Body &&
         *X.Counter == *Y.Counter;
}

bool ElementIndices::holdsLock(Site S) const {
  const PointState *State = Results[S.Body.Index].point(S.Fact);
  return State && !State->Held.empty();
}

bool ElementIndices::meets(const Choice &X, const Use &A, const Choice &Y,
                           const Use &B) {
  if (X.What > Y.What)
    return meets(Y, B, X, A);
  // What an index in a ring counts to, is for its producer and consumer to keep
  // apart; but who takes locks for that shares.
  if ((X.Ring || Y.Ring) && A.At.Body != B.At.Body &&
      !(holdsLock(A.At) && holdsLock(B.At)))
    return false;
  bool Whole =
      X.What == Choice::Range && X.From == 0 && X.Step == 1 && X.To > 1;
  switch (Y.What) {
  case Choice::Unknown:
    return false;
  case Choice::Constant:
    return X.What == Choice::Constant && X.From == Y.From;
  case Choice::Range:
    if (X.What == Choice::Unknown)
      return Y.From == 0 && Y.Step == 1 && Y.To == NoLimit;
    return overlap(X.From, X.What == Choice::Constant ? X.From + 1 : X.To,
                   X.Step, Y.From, Y.To, Y.Step);
  case Choice::Number:
    if (X.What == Choice::Number)
      return A.By == B.By && X.From != Y.From;
    if (X.What == Choice::Constant)
      return A.By != B.By ||
             Apartness.onlyNumber(A.By, A.At) != X.From - Y.From;
    // The loop that starts the threads: what it does before, in the round, it
    // does to what none of them has yet.
    if (sameLoop(X, Y))
      return X.From < Y.From || (X.From == Y.From && Y.At < X.At);
    return Whole;
  case Choice::Common:
    if (X.What == Choice::Common)
      return X.From == Y.From && X.Where->Where == Y.Where->Where &&
             sharedMemory(*X.Where, *Y.Where, A.By, B.By);
    return Whole;
  case Choice::Bucket:
    return Whole || X.What == Choice::Bucket;
  }
  llvm_unreachable("not a choice");
}

/// What the kinds of indices say by themselves.
bool ElementIndices::presumed(llvm::ArrayRef<Choices> X, const Use &A,
                              llvm::ArrayRef<Choices> Y, const Use &B) {
  // The outermost first. What has no index is all there is.
  for (size_t I = 1; I <= std::min(X.size(), Y.size()); ++I)
    if (llvm::none_of(X[X.size() - I], [&](const Choice &C) {
          return llvm::any_of(Y[Y.size() - I], [&](const Choice &D) {
            return meets(C, A, D, B);
          });
        }))
      return false;
  return true;
}

bool ElementIndices::mayMeet(const Use &A, const Use &B) {
  llvm::SmallVector<Choices, 2> X, Y;
  if (!indices(A, X) || !indices(B, Y))
    X = {Choices{Choice()}}, Y = X;
  auto Rings = [](const Choices &Of) {
    return llvm::any_of(Of, [](const Choice &C) { return C.Ring; });
  };
  const bool Presumed = presumed(X, A, Y, B);
  // Of a ring, others may keep them apart than its indices.
  if (!Presumed && (llvm::any_of(X, Rings) || llvm::any_of(Y, Rings)))
    return false;
  switch (Tried.compare(tried(A), tried(B))) {
  case TouchedElements::Apart:
    return false;
  case TouchedElements::Meet:
    return true;
  case TouchedElements::Unknown:
    break;
  }
  return Presumed;
}

std::vector<int64_t> ElementIndices::example(const Use &A, const Use &B) {
  llvm::SmallVector<Choices, 2> X, Y;
  if (indices(A, X) && indices(B, Y) && presumed(X, A, Y, B))
    return {};
  return Tried.example(tried(A), tried(B));
}

bool ElementIndices::surelyApart(const Use &A, const Use &B) {
  llvm::SmallVector<Choices, 2> X, Y;
  if (!indices(A, X) || !indices(B, Y) || X.size() != Y.size())
    return false;
  // Of two threads, each has its own number.
  auto Apart = [&](const Choice &C, const Choice &D) {
    if (C.What != D.What)
      return false;
    return (C.What == Choice::Constant && C.From != D.From) ||
           (C.What == Choice::Number && C.From == D.From && A.By == B.By);
  };
  for (size_t I = 0; I < X.size(); ++I)
    if (llvm::all_of(X[I], [&](const Choice &C) {
          return llvm::all_of(Y[I],
                              [&](const Choice &D) { return Apart(C, D); });
        }))
      return true;
  return false;
}

/// \p V, of \p B, as a value and what is added to it.
std::pair<Value, int64_t> ElementIndices::unshifted(BodyId B, Value V) const {
  if (V.Kind != OperandKind::Value || V.Version != B.Index)
    return {V, 0};
  const ValueNode &Node = Program.facts(B).Values[V.Number];
  bool Shifts = (Node.Op == ValueOp::Add || Node.Op == ValueOp::Subtract) &&
                Node.B.Kind == OperandKind::Constant;
  if (!Shifts)
    return {V, 0};
  int64_t By = Node.B.constant();
  BodyView View(Program, Paths, Graph, Memory.summaries(), B);
  return {View.value(Node.A), Node.Op == ValueOp::Subtract ? -By : By};
}

/// The last index in \p Of, the same way.
std::optional<std::pair<Value, int64_t>> ElementIndices::index(BodyId B,
                                                               Path Of) const {
  for (Path P = Of; P; P = Paths[P].Parent) {
    const ProgramPath &N = Paths[P];
    if (N.Kind == PathKind::Deref)
      return std::nullopt;
    if (N.Kind != PathKind::ElementValue)
      continue;
    return unshifted(B, Paths.indexOf(N));
  }
  return std::nullopt;
}

/// What \p N is the remainder of a division by; 0 if it is no remainder.
static int64_t modulus(const ValueNode &N) {
  if (N.B.Kind != OperandKind::Constant)
    return 0;
  int64_t By = N.B.constant();
  if (N.Op == ValueOp::Remainder)
    return By;
  return N.Op == ValueOp::And && By > 0 && (By & (By + 1)) == 0 ? By + 1 : 0;
}

ElementIndices::Stripe ElementIndices::stripe(BodyId B, Path Lock,
                                              Path Data) const {
  const FunctionBody &Facts = Program.facts(B);
  auto Node = [&](Value V) -> const ValueNode * {
    return V.Kind == OperandKind::Value && V.Version == B.Index
               ? &Facts.Values[V.Number]
               : nullptr;
  };
  if (Paths[Lock].Kind != PathKind::ElementValue)
    return {};
  const ValueNode *Chosen = Node(Paths.indexOf(Paths[Lock]));
  int64_t Of = Chosen ? modulus(*Chosen) : 0;
  if (Of < 2)
    return {};
  BodyView View(Program, Paths, Graph, Memory.summaries(), B);
  Value By = View.value(Chosen->A);
  for (Path P = Data; P && Paths[P].Kind != PathKind::Deref;
       P = Paths[P].Parent) {
    if (Paths[P].Kind != PathKind::ElementValue)
      continue;
    auto [Index, Shift] = unshifted(B, Paths.indexOf(Paths[P]));
    if (Shift)
      continue;
    if (Index == By)
      return {Stripe::Folded, Of};
    const ValueNode *Inner = Node(Index);
    if (Inner && modulus(*Inner) && View.value(Inner->A) == By)
      return {modulus(*Inner) % Of ? Stripe::Loose : Stripe::Folded, Of};
  }
  // What is no element of anything is one thing, whatever the lock is.
  bool One = Paths.isRoot(Data, PathKind::Global);
  for (Path P = Data; P; P = Paths[P].Parent)
    One &= Paths[P].Kind == PathKind::Field || !Paths[P].Parent;
  return {One ? Stripe::Loose : Stripe::Other, Of};
}

std::optional<int64_t> ElementIndices::distance(BodyId B, Path Of,
                                                Path Other) const {
  auto X = index(B, Of), Y = index(B, Other);
  if (!X || !Y || X->first != Y->first)
    return std::nullopt;
  return Y->second - X->second;
}

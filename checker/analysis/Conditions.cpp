//===-- Conditions.cpp - What branches tell -------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of LockFlow: evaluates and assumes conditions. Values of memory that
// other threads may change are remembered only where both arms of the branch
// meet again, because only there do two tests of one flag guard the two ends of
// one critical section (`if (mt) lock(); … if (mt) unlock();`). After
// `if (done_) return;` a second test of done_ under the lock is a new question.
//
//===----------------------------------------------------------------------===//

#include "analysis/LockFlow.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;
using facts::ValueNode;
using facts::ValueOp;

Value LockFlow::convert(const facts::Operand &O) const { return View.value(O); }

/// A value of which \p V is the truth or the negation: comparisons come in one
/// form of each pair.
std::pair<Value, bool> LockFlow::canonical(Value V) const {
  bool Negated = false;
  while (V.Kind == OperandKind::Value && V.Version == Body.Index) {
    const ValueNode &N = Facts.Values[V.Number];
    if (N.Op == ValueOp::Not) {
      Negated = !Negated;
      V = convert(N.A);
      continue;
    }
    bool Equality = N.Op == ValueOp::Equal || N.Op == ValueOp::NotEqual;
    if (Equality && N.B.Kind == OperandKind::Constant && N.B.constant() == 0) {
      Negated ^= N.Op == ValueOp::Equal;
      V = convert(N.A);
      continue;
    }
    ValueNode Other = N;
    if (N.Op == ValueOp::NotEqual)
      Other.Op = ValueOp::Equal;
    else if (N.Op == ValueOp::LessEqual)
      Other = {ValueOp::Less, N.B, N.A};
    else
      break;
    auto It = llvm::find(Facts.Values, Other);
    if (It == Facts.Values.end())
      break;
    return {{OperandKind::Value, Body.Index,
             static_cast<uint32_t>(It - Facts.Values.begin())},
            !Negated};
  }
  return {V, Negated};
}

/// The value that the load \p V sees, if this state saw it stored. A load with
/// a number below that of the last store is of an older value.
const Value *LockFlow::lastStored(const State &S, Value V) const {
  const Store *St = S.storeAt(V.path());
  return St && V.Version >= St->Version ? &St->What : nullptr;
}

/// The value that \p V was before it was stored where \p V loads it from.
Value LockFlow::origin(const State &S, Value V) const {
  for (unsigned Depth = 0; Depth < 4 && V.Kind == OperandKind::Load; ++Depth) {
    const Value *Stored = lastStored(S, V);
    if (!Stored || *Stored == V)
      break;
    V = *Stored;
  }
  return V;
}

std::optional<int32_t> LockFlow::constantOf(const State &S, Value V) const {
  V = origin(S, V);
  if (V.isConstant())
    return V.constant();
  if (V.Kind == OperandKind::Load && S.truth(V) == false)
    return 0;
  return std::nullopt;
}

/// What \p S knows of the number \p V.
static Numbers bounds(const State &S, Value V) {
  Numbers N{INT32_MIN, INT32_MAX, S.truth(V) != true};
  for (const Condition &C : S.Known) {
    if (C.Of != V)
      continue;
    if (C.Is == Test::Less || C.Is == Test::LessEqual) {
      int64_t Most = int64_t(C.Constant) - (C.Is == Test::Less);
      if (C.Truth)
        N.Most = std::min<int64_t>(N.Most, Most);
      else
        N.Least = std::max<int64_t>(N.Least, Most + 1);
    }
  }
  if (!N.Zero && N.Least == 0)
    ++N.Least;
  if (!N.Zero && N.Most == 0)
    --N.Most;
  N.Zero &= N.Least <= 0 && N.Most >= 0;
  return N;
}

/// Whether \p V passes the test against \p Constant.
std::optional<bool> LockFlow::compare(const State &S, Value V, Test Is,
                                      int32_t Constant) const {
  V = origin(S, V);
  if (auto Known = constantOf(S, V))
    return passes(*Known, Is, Constant);
  if (auto T = S.truth(Condition{V, Is, Constant}))
    return T;
  Numbers N = bounds(S, V);
  if (Is == Test::Equal &&
      ((Constant == 0 && !N.Zero) || N.apart(Numbers::one(Constant))))
    return false;
  if (Is != Test::Less && Is != Test::LessEqual)
    return std::nullopt;
  bool Least = passes(N.Least, Is, Constant);
  if (Least == passes(N.Most, Is, Constant))
    return Least;
  return std::nullopt;
}

/// A call is made again: what it returned before is history.
void LockFlow::forgetResult(State &S, Path Result) const {
  Value Answer = Value::load(Result);
  std::erase_if(S.Known, [&](const Condition &C) { return C.Of == Answer; });
  std::erase_if(S.Stores, [&](const Store &St) { return St.Where == Result; });
}

void LockFlow::learnNumber(State &S, Path Result, const Numbers &Is) const {
  Value Answer = Value::load(Result);
  if (Is.Least == Is.Most) {
    S.store(Result, Value::constant(Is.Least));
    return;
  }
  S.assume({Answer, Test::Less, Is.Least, false});
  S.assume({Answer, Test::LessEqual, Is.Most, true});
  if (!Is.Zero)
    S.assume(Answer, true);
}

std::optional<bool> LockFlow::truth(const State &S, Value V,
                                    unsigned Depth) const {
  auto [Canonical, Negated] = canonical(V);
  auto Answer = [N = Negated](bool T) { return std::optional<bool>(T != N); };
  if (Canonical.Kind == OperandKind::Value && Canonical.Version == Body.Index) {
    const ValueNode &N = Facts.Values[Canonical.Number];
    Value A = convert(N.A), B = convert(N.B);
    auto ConstantA = constantOf(S, A), ConstantB = constantOf(S, B);
    // A < c; c < B is !(B <= c).
    bool Left = !ConstantB;
    auto Ask = [&](Test Is, bool Negate) {
      std::optional<bool> T;
      if (Left && ConstantA)
        T = compare(S, B, Is, *ConstantA);
      else if (!Left)
        T = compare(S, A, Is, *ConstantB);
      return T ? Answer(*T != Negate) : T;
    };
    std::optional<bool> T;
    if (N.Op == ValueOp::Equal || N.Op == ValueOp::NotEqual)
      T = Ask(Test::Equal, N.Op == ValueOp::NotEqual);
    else if (N.Op == ValueOp::Less)
      T = Ask(Left ? Test::LessEqual : Test::Less, Left);
    else if (N.Op == ValueOp::LessEqual)
      T = Ask(Left ? Test::Less : Test::LessEqual, Left);
    if (T)
      return T;
  }
  if (Canonical.Kind == OperandKind::Load && Depth < 4)
    if (const Value *Stored = lastStored(S, Canonical))
      if (!(*Stored == Canonical))
        if (auto T = truth(S, *Stored, Depth + 1))
          return Answer(*T);
  if (auto T = S.truth(Canonical))
    return Answer(*T);
  return std::nullopt;
}

bool LockFlow::sharedMemory(Value V) const {
  if (V.Kind == OperandKind::Value && V.Version == Body.Index) {
    const ValueNode &N = Facts.Values[V.Number];
    return sharedMemory(convert(N.A)) || sharedMemory(convert(N.B));
  }
  if (V.Kind != OperandKind::Load)
    return false;
  for (Path P = V.path(); P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Deref || Paths[P].Kind == PathKind::Global)
      return true;
  return false;
}

bool LockFlow::assume(State &S, Value V, bool Truth, bool MayForget,
                      unsigned Depth) const {
  auto [Canonical, Negated] = canonical(V);
  if (Negated)
    Truth = !Truth;
  if (auto Known = truth(S, Canonical))
    return *Known == Truth;
  if (Canonical.Kind == OperandKind::Load && Depth < 4)
    if (const Value *Stored = lastStored(S, Canonical))
      if (!(*Stored == Canonical))
        return assume(S, *Stored, Truth, MayForget, Depth + 1);
  if (Canonical.Kind != OperandKind::Load &&
      Canonical.Kind != OperandKind::Value)
    return true;
  if (MayForget && (sharedMemory(Canonical) || mayChange(S, Canonical)))
    return true;
  learnBound(S, Canonical, Truth);
  if (Truth)
    forgetFailedStart(S, Canonical);
  return S.assume(Canonical, Truth);
}

/// An error code, not zero, of a function that was to start a thread: there is
/// none.
void LockFlow::forgetFailedStart(State &S, Value Code) const {
  if (S.Threads.empty() || Code.Kind != OperandKind::Load ||
      Paths[Code.path()].Kind != PathKind::Result)
    return;
  for (const CallSite &Site : In.Graph.sites(Body)) {
    if (!Site.Model ||
        Facts.Facts[Site.Fact].Detail != Paths[Code.path()].Number)
      continue;
    bool Starts = llvm::any_of(Site.Model->Effects, [](const auto &E) {
      return E.Kind == models::EffectKind::Spawn &&
             E.On.Kind != models::SelectorKind::Result;
    });
    if (Starts)
      std::erase_if(S.Threads, [&](const Running &R) {
        return R.Spawn == analysis::Site{Body, Site.Fact};
      });
  }
}

/// `if (error < 0)`: of what this function computed, the number is known, too.
void LockFlow::learnBound(State &S, Value V, bool Truth) const {
  if (V.Kind != OperandKind::Value || V.Version != Body.Index)
    return;
  const ValueNode &N = Facts.Values[V.Number];
  bool Left = N.A.Kind == OperandKind::Constant;
  const facts::Operand &Constant = Left ? N.A : N.B;
  Value Of = origin(S, convert(Left ? N.B : N.A));
  bool Compares = N.Op == ValueOp::Less || N.Op == ValueOp::LessEqual;
  if (!Compares || Constant.Kind != OperandKind::Constant ||
      Of.Kind != OperandKind::Load || Paths.visibleToCallers(Of.path()))
    return;
  // c < x is !(x <= c).
  bool OrEqual = (N.Op == ValueOp::LessEqual) != Left;
  S.assume({Of, OrEqual ? Test::LessEqual : Test::Less, Constant.constant(),
            Truth != Left});
}

/// What is known of the number \p V, if anything.
std::optional<Numbers> LockFlow::numbersOf(const State &S, Value V) const {
  if (auto Known = constantOf(S, V))
    return Numbers::one(*Known);
  V = origin(S, V);
  if (V.Kind != OperandKind::Load)
    return std::nullopt;
  Numbers N = bounds(S, V);
  if (N == Numbers{INT32_MIN, INT32_MAX, true})
    return std::nullopt;
  return N;
}

/// \p C as a caller of this function understands it: a test of what it passes
/// or of a global, as it was at the call.
std::optional<Condition> LockFlow::forCallers(const Condition &C) const {
  Condition R = C;
  if (C.Of.Kind == OperandKind::Value) {
    if (C.Of.Version != Body.Index || C.Is != Test::Nonzero)
      return std::nullopt;
    const ValueNode &N = Facts.Values[C.Of.Number];
    bool Left = N.A.Kind == OperandKind::Constant;
    const facts::Operand &Constant = Left ? N.A : N.B;
    if (Constant.Kind != OperandKind::Constant)
      return std::nullopt;
    R.Of = convert(Left ? N.B : N.A);
    R.Constant = Constant.constant();
    switch (N.Op) {
    case ValueOp::Equal:
      R.Is = Test::Equal;
      break;
    case ValueOp::And:
      R.Is = Test::Bits;
      break;
    case ValueOp::Less: // c < x is !(x <= c).
      R.Is = Left ? Test::LessEqual : Test::Less;
      R.Truth ^= Left;
      break;
    case ValueOp::LessEqual:
      R.Is = Left ? Test::Less : Test::LessEqual;
      R.Truth ^= Left;
      break;
    default:
      return std::nullopt;
    }
  }
  if (R.Of.Kind != OperandKind::Load || R.Of.Version != 0 ||
      !Paths.visibleToCallers(R.Of.path()))
    return std::nullopt;
  return R;
}

bool LockFlow::rejoins(uint32_t Block) const {
  uint32_t Next = PostDominator[Block];
  return Next != ~0u && Next != Facts.Exit.Index;
}

/// The two things that \p V tells an order of: by a comparison, or as the
/// result of a call of which a model says so. \p OrEqual: also whether they are
/// one.
std::optional<std::pair<Value, Value>> LockFlow::compared(Value V,
                                                          bool OrEqual) const {
  if (V.Kind == OperandKind::Value && V.Version == Body.Index) {
    const ValueNode &N = Facts.Values[V.Number];
    bool Equality = N.Op == ValueOp::Equal || N.Op == ValueOp::NotEqual;
    if (N.Op == ValueOp::Less || N.Op == ValueOp::LessEqual ||
        (OrEqual && Equality))
      return std::pair(convert(N.A), convert(N.B));
    return std::nullopt;
  }
  if (V.Kind != OperandKind::Load || !Paths.isRoot(V.path(), PathKind::Result))
    return std::nullopt;
  for (const CallSite &Site : In.Graph.sites(Body)) {
    const facts::Fact &F = Facts.Facts[Site.Fact];
    if (!Site.Model || !F.Path || View.path(F.Path) != V.path())
      continue;
    for (const models::Effect &E : Site.Model->Effects)
      if (E.Kind == models::EffectKind::Compares)
        if (auto Two = View.values(F, E.Operands); Two.size() == 2)
          return std::pair(Two[0], Two[1]);
  }
  return std::nullopt;
}

/// What is stored in the pointer \p Local, as the roots of the values: sorted.
static llvm::SmallVector<Path, 2> sources(BodyView &View, PathTable &Paths,
                                          Path Local) {
  llvm::SmallVector<Path, 2> Roots;
  for (const facts::Fact &F : View.facts().Facts)
    if (F.Kind == facts::FactKind::Assign && View.path(F.Path) == Local)
      if (Value V = View.value(View.facts().operands(F)[0]);
          V.hasPath() && !llvm::is_contained(Roots, Paths[V.path()].Root))
        Roots.push_back(Paths[V.path()].Root);
  llvm::sort(Roots);
  return Roots;
}

/// `if (second < first) swap(first, second);`: each of the two is one or the
/// other of two objects, of which some branch asks how they compare.
bool LockFlow::exchangesLocks(Path RootA, Path RootB) const {
  if (Paths[RootA].Kind != PathKind::Local ||
      Paths[RootB].Kind != PathKind::Local)
    return false;
  llvm::SmallVector<Path, 2> Both = sources(View, Paths, RootA);
  if (Both.size() != 2 || Both != sources(View, Paths, RootB))
    return false;
  return llvm::any_of(Facts.Facts, [&](const facts::Fact &F) {
    if (F.Kind != facts::FactKind::Assume)
      return false;
    auto Compared =
        compared(canonical(convert(Facts.operands(F)[0])).first, false);
    if (!Compared || !Compared->first.hasPath() || !Compared->second.hasPath())
      return false;
    llvm::SmallVector<Path, 2> Roots{Paths[Compared->first.path()].Root,
                                     Paths[Compared->second.path()].Root};
    llvm::sort(Roots);
    return Roots == Both;
  });
}

/// Does \p S know how the addresses or keys of the objects that own \p A and
/// \p B compare? Then they are being locked in an order of their own.
bool LockFlow::comparesLocks(const State &S, Path A, Path B,
                             bool OrEqual) const {
  Path RootA = Paths[A].Root, RootB = Paths[B].Root;
  for (const Condition &C : S.Known) {
    auto Both = compared(C.Of, OrEqual);
    if (!Both)
      continue;
    auto [X, Y] = *Both;
    if (!X.hasPath() || !Y.hasPath())
      continue;
    Path RootX = Paths[X.path()].Root, RootY = Paths[Y.path()].Root;
    if ((RootX == RootA && RootY == RootB) ||
        (RootX == RootB && RootY == RootA))
      return true;
    // locks[i], locks[j]: the indices are compared.
    bool Elements = RootA == RootB && RootX != RootY;
    if (Elements && X.Kind == OperandKind::Load && Y.Kind == OperandKind::Load)
      return true;
  }
  return exchangesLocks(RootA, RootB);
}

/// Is it known here that the two are not one, or may a caller who passes one
/// object for both never get here?
bool LockFlow::mayBeOne(const State &S, Path A, Path B) const {
  return comparesLocks(S, A, B, /*OrEqual=*/true) ||
         llvm::any_of(S.Known, [&](const Condition &C) {
           auto Told = forCallers(C);
           return Told && Paths[Told->Of.path()].Kind == PathKind::Parameter;
         });
}

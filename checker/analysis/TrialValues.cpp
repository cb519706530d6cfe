//===-- TrialValues.cpp - What is computed in a trial run -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of TrialRun: the places that paths lead to, and what values are.
//
//===----------------------------------------------------------------------===//

#include "analysis/TrialRun.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;
using facts::TypeKind;
using facts::ValueNode;
using facts::ValueOp;

// Places ---------------------------------------------------------------------

/// One more than the thread whose own \p P is; 0: it is none's.
uint32_t TrialRun::ownerOf(PlaceId P) const {
  const TrialPlace &Root = Places[Places.rootOf(P)];
  if (Places.has(P, TrialPlace::Target))
    return 0;
  switch (Root.What) {
  case TrialPlace::Storage:
    return ThreadOf[Root.Owner] + 1;
  case TrialPlace::Made:
    return ThreadOf[Root.Number] + 1;
  case TrialPlace::Global:
    return Root.Owner;
  default:
    return 0;
  }
}

void TrialRun::noteUse(uint32_t Thread, PlaceId P, bool Changes) {
  if (ownerOf(P) == Thread + 1)
    return;
  Users &Of = Used[P];
  Of.All.insert(Thread);
  // What was done before there were other threads, these can know.
  if (Changes && Thread != 0)
    Of.Writers.insert(Thread);
}

PlaceId TrialRun::resolve(Frame &F, Path P) {
  if (!Paths.known(P))
    return {};
  const ProgramPath N = Paths[P];
  auto Storage = [&] {
    return Places.place(
        {TrialPlace::Storage, F.Id, int64_t(N.Kind) << 32 | N.Number, {}});
  };
  switch (N.Kind) {
  case PathKind::Global: {
    bool Own = Program.variable(link::VariableSym(N.Number)).Flags &
               facts::VF_ThreadLocal;
    return Places.place(
        {TrialPlace::Global, Own ? F.Thread + 1 : 0, N.Number, {}});
  }
  case PathKind::Parameter:
  case PathKind::Return:
    return Storage();
  case PathKind::Local:
  case PathKind::Result:
    return N.Version == F.Body.Index ? Storage() : PlaceId();
  case PathKind::Allocation:
    return N.Version == F.Body.Index ? F.Made.lookup(N.Number).To : PlaceId();
  case PathKind::Field: {
    PlaceId In = resolve(F, N.Parent);
    return In ? Places.step(TrialPlace::Field, In, N.Number) : PlaceId();
  }
  case PathKind::Deref:
    return load(F, N.Parent, N.Version).To;
  case PathKind::ElementConst:
  case PathKind::ElementValue:
  case PathKind::ElementAny:
    return element(F, P);
  case PathKind::Unknown:
    break;
  }
  return {};
}

/// Are its elements in it, and not behind it?
bool TrialRun::isArray(Path P, BodyId In) {
  TypeRef T = typeOf(Program, Paths, P, In);
  if (!T)
    return false;
  if (Program.unit(T.Unit).type(T.Type).Kind == TypeKind::Array)
    return true;
  link::RecordSym R = classOf(Program, T);
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return M && M->Role == models::TypeRole::Container;
}

/// The place \p By elements after \p P.
PlaceId TrialRun::moved(PlaceId P, int64_t By) {
  const TrialPlace N = Places[P];
  if (N.What == TrialPlace::SomeElement)
    return P;
  if (N.What == TrialPlace::Element)
    return Places.step(TrialPlace::Element, N.Parent, N.Number + By);
  return By == 0 ? P : Places.step(TrialPlace::Element, P, By);
}

PlaceId TrialRun::element(Frame &F, Path P) {
  const ProgramPath N = Paths[P];
  PlaceId In = resolve(F, N.Parent);
  if (!In)
    return {};
  TrialValue Index;
  if (N.Kind == PathKind::ElementConst)
    Index = TrialValue::number(int32_t(N.Number));
  else if (N.Kind == PathKind::ElementValue)
    Index = eval(F, Paths.indexOf(N));
  const TrialPlace Whole = Places[In];
  // A pointer to an element is moved; one to a row leads to its elements.
  bool Moves = Paths[N.Parent].Kind == PathKind::Deref &&
               (Whole.What == TrialPlace::Element ||
                Whole.What == TrialPlace::SomeElement) &&
               !Rows.contains(In) && !isArray(N.Parent, F.Body);
  PlaceId Result;
  if (!Index.Known)
    Result = Places.step(TrialPlace::SomeElement, Moves ? Whole.Parent : In);
  else if (Moves)
    Result = moved(In, Index.Number);
  else
    Result = Places.step(TrialPlace::Element, In, Index.Number);
  if (isArray(P, F.Body))
    Rows.insert(Result);
  return Result;
}

// Values ---------------------------------------------------------------------

TrialValue TrialRun::load(Frame &F, Path P, uint32_t Version) {
  const Frame::Versions &V = versions(F, P);
  if (auto It = V.Stored.find({P, Version}); It != V.Stored.end())
    return It->second;
  if (auto It = V.Before.find(P); It != V.Before.end())
    return It->second;
  PlaceId Where = resolve(F, P);
  return Where ? content(F, P, Where) : TrialValue();
}

TrialValue TrialRun::content(Frame &F, Path P, PlaceId Where) {
  noteUse(F.Thread, Where, false);
  if (Contended.contains(Where))
    return {}; // Not even one thing that it points to.
  if (const TrialValue *V = F.Memory.find(Where))
    return *V;
  TrialValue Unknown =
      TrialValue::pointer(Places.step(TrialPlace::Target, Where));
  if (mayAssume(P, F.Body, Where)) {
    Unknown.Known = true;
    Unknown.Number = assumed(Where);
  }
  return Unknown;
}

/// Is it a number that all threads find the same, so that any will do?
bool TrialRun::mayAssume(Path P, BodyId In, PlaceId Where) const {
  TypeRef T = typeOf(Program, Paths, P, In);
  if (!T || Program.unit(T.Unit).type(T.Type).Kind != TypeKind::Integer)
    return false;
  constexpr unsigned MaxPointers = 2;
  unsigned Pointers = 0;
  for (PlaceId At = Where; At; At = Places[At].Parent) {
    const TrialPlace &N = Places[At];
    switch (N.What) {
    case TrialPlace::Global:
    case TrialPlace::Field:
      break;
    case TrialPlace::Target:
      if (++Pointers > MaxPointers)
        return false;
      break;
    case TrialPlace::Storage: // A parameter of what began.
      if (N.Owner != 0 || N.Number >> 32 != int64_t(PathKind::Parameter))
        return false;
      break;
    case TrialPlace::Made:
    case TrialPlace::Element:
    case TrialPlace::SomeElement:
      return false;
    }
  }
  return true;
}

/// Different numbers, by which much can be divided, and the first the largest:
/// how much there is, is mostly asked before how many threads share it.
int64_t TrialRun::assumed(PlaceId Where) {
  auto [It, New] = Assumed.try_emplace(Where, 0);
  if (New) {
    int64_t N = static_cast<int64_t>(Assumed.size()) - 1;
    It->second = N % 2 ? 4 + 2 * (N / 2) : 24 + 12 * (N / 2);
  }
  return It->second;
}

TrialValue TrialRun::eval(Frame &F, Value V) {
  constexpr unsigned MaxNesting = 64;
  switch (V.Kind) {
  case OperandKind::Constant:
    return TrialValue::number(V.constant());
  case OperandKind::Address:
  case OperandKind::Object:
    return TrialValue::pointer(resolve(F, V.path()));
  case OperandKind::Load:
    return load(F, V.path(), V.Version);
  case OperandKind::Value: {
    if (V.Version != F.Body.Index || Evaluating >= MaxNesting)
      return {};
    ++Evaluating;
    const ValueNode N = F.In.View.facts().Values[V.Number];
    TrialValue Result = compute(F, N);
    --Evaluating;
    return Result;
  }
  default:
    return {};
  }
}

/// How many elements \p A is after \p B, where both are in one array.
static std::optional<int64_t> distance(const TrialPlaces &Places, PlaceId A,
                                       PlaceId B) {
  auto Split = [&](PlaceId P) -> std::pair<PlaceId, int64_t> {
    const TrialPlace &N = Places[P];
    if (N.What == TrialPlace::Element)
      return {N.Parent, N.Number};
    return {P, 0};
  };
  auto [X, I] = Split(A);
  auto [Y, J] = Split(B);
  return X == Y ? std::optional(I - J) : std::nullopt;
}

TrialValue TrialRun::compute(Frame &F, const ValueNode &N) {
  TrialValue A = eval(F, F.In.View.value(N.A));
  if (N.Op == ValueOp::Induction)
    return A;
  const bool Unary = N.Op == ValueOp::Not || N.Op == ValueOp::Negate ||
                     N.Op == ValueOp::Complement;
  TrialValue B = Unary ? TrialValue::number(0) : eval(F, F.In.View.value(N.B));
  if (A.To && B.To && !A.Known && !B.Known && N.Op == ValueOp::Subtract)
    if (std::optional<int64_t> D = distance(Places, A.To, B.To))
      return TrialValue::number(*D);
  if (A.To && !A.Known && B.Known) {
    if (N.Op == ValueOp::Add)
      return TrialValue::pointer(moved(A.To, B.Number));
    if (N.Op == ValueOp::Subtract)
      return TrialValue::pointer(moved(A.To, -B.Number));
    // What has an address is not null.
    bool Real = Places[A.To].What != TrialPlace::Target && B.Number == 0;
    if (Real && N.Op == ValueOp::Equal)
      return TrialValue::number(0);
    if (Real && N.Op == ValueOp::NotEqual)
      return TrialValue::number(1);
  }
  if (!A.Known || !B.Known)
    return {};
  constexpr int64_t Much = int64_t(1) << 31;
  const int64_t X = A.Number, Y = B.Number;
  if (X >= Much || Y >= Much || X < -Much || Y < -Much)
    return {};
  switch (N.Op) {
  case ValueOp::Not:
    return TrialValue::number(!X);
  case ValueOp::Negate:
    return TrialValue::number(-X);
  case ValueOp::Complement:
    return TrialValue::number(~X);
  case ValueOp::Equal:
    return TrialValue::number(X == Y);
  case ValueOp::NotEqual:
    return TrialValue::number(X != Y);
  case ValueOp::Less:
    return TrialValue::number(X < Y);
  case ValueOp::LessEqual:
    return TrialValue::number(X <= Y);
  case ValueOp::Add:
    return TrialValue::number(X + Y);
  case ValueOp::Subtract:
    return TrialValue::number(X - Y);
  case ValueOp::Multiply:
    return TrialValue::number(X * Y);
  case ValueOp::Divide:
    return Y ? TrialValue::number(X / Y) : TrialValue();
  case ValueOp::Remainder:
    return Y ? TrialValue::number(X % Y) : TrialValue();
  case ValueOp::And:
    return TrialValue::number(X & Y);
  case ValueOp::Or:
    return TrialValue::number(X | Y);
  case ValueOp::Xor:
    return TrialValue::number(X ^ Y);
  case ValueOp::ShiftLeft:
    return Y >= 0 && Y < 31 && X >= 0 ? TrialValue::number(X << Y)
                                      : TrialValue();
  case ValueOp::ShiftRight:
    return Y >= 0 && Y < 32 ? TrialValue::number(X >> Y) : TrialValue();
  case ValueOp::Induction:
    break;
  }
  return {};
}

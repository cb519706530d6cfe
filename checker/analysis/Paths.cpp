//===-- Paths.cpp - Access paths of a whole program -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Paths.h"

#include <algorithm>

using namespace fearless;
using namespace fearless::analysis;
using facts::OperandKind;

/// Distinct nodes differ in some bits of each part; multiplication spreads them.
static uint32_t hashOf(const ProgramPath &N) {
  uint64_t H = (uint64_t(N.Parent.Index) << 32 | N.Number) * 0x9E3779B97F4A7C15;
  H ^= H >> 32;
  H = (H + (uint64_t(N.Version) << 8 | unsigned(N.Kind))) * 0xBF58476D1CE4E5B9;
  return H >> 32;
}

PathTable::Slot &PathTable::slot(const ProgramPath &N, uint32_t Hash) {
  for (size_t At = Hash;; ++At) {
    Slot &S = Slots[At & (Slots.size() - 1)];
    if (!S.Node)
      return S;
    if (S.Hash != Hash)
      continue;
    const ProgramPath &O = (*this)[S.Node];
    if (O.Kind == N.Kind && O.Version == N.Version && O.Number == N.Number &&
        O.Parent == N.Parent)
      return S;
  }
}

void PathTable::grow() {
  std::vector<Slot> Old(std::max<size_t>(1024, Slots.size() * 2));
  Old.swap(Slots);
  for (const Slot &S : Old) {
    if (!S.Node)
      continue;
    size_t At = S.Hash;
    while (Slots[At & (Slots.size() - 1)].Node)
      ++At;
    Slots[At & (Slots.size() - 1)] = S;
  }
}

Path PathTable::intern(ProgramPath N) {
  if (Count >= Slots.size() / 4 * 3)
    grow();
  uint32_t Hash = hashOf(N);
  Slot &Slot = slot(N, Hash);
  if (Slot.Node)
    return Slot.Node;
  Slot = {Path(Count++), Hash};
  if (!N.Parent)
    N.Root = Slot.Node;
  if (Slot.Node.Index % ChunkSize == 0)
    Chunks.push_back(std::make_unique<ProgramPath[]>(ChunkSize));
  Chunks.back()[Slot.Node.Index % ChunkSize] = N;
  return Slot.Node;
}

Path PathTable::root(PathKind Kind, uint32_t Number, BodyId Owner) {
  ProgramPath N;
  N.Kind = Kind;
  N.Known = Kind != PathKind::Unknown;
  N.Number = Number;
  N.Version = Owner ? Owner.Index : 0;
  return intern(N);
}

/// A path that got too long names some object that its beginning leads to, and
/// what its end says of that.
Path PathTable::shortened(Path P) {
  constexpr size_t Beginning = 3, End = 6;
  auto Steps = prefixes(P);
  Path Result = step(PathKind::ElementAny, Steps[Beginning], 0);
  for (Path Step : llvm::ArrayRef(Steps).take_back(End)) {
    ProgramPath N = (*this)[Step];
    Result = step(N.Kind, Result, N.Number, N.Version);
  }
  return Result;
}

Path PathTable::step(PathKind Kind, Path Parent, uint32_t Number,
                     uint32_t Version) {
  const ProgramPath &Before = (*this)[Parent];
  if (!Before.Known)
    return Parent;
  if (Before.Length >= facts::MaxPathLength)
    return step(Kind, shortened(Parent), Number, Version);
  ProgramPath N;
  N.Kind = Kind;
  N.Length = Before.Length + 1;
  N.Number = Number;
  N.Version = Version;
  N.Parent = Parent;
  N.Root = Before.Root;
  return intern(N);
}

bool PathTable::definite(Path P) const {
  if (!known(P))
    return false;
  for (; P; P = (*this)[P].Parent)
    if ((*this)[P].Kind == PathKind::ElementAny)
      return false;
  return true;
}

Path PathTable::element(Path Parent, Value Index) {
  switch (Index.Kind) {
  case OperandKind::Constant:
    return step(PathKind::ElementConst, Parent, Index.Number);
  case OperandKind::Load:
  case OperandKind::Value: {
    auto [It, New] = IndexIds.try_emplace(Index, IndexIds.size());
    if (New)
      IndexValues.push_back(Index);
    return step(PathKind::ElementValue, Parent, It->second);
  }
  default:
    return step(PathKind::ElementAny, Parent, 0);
  }
}

Path PathTable::pointee(Value V) {
  switch (V.Kind) {
  case OperandKind::Address:
    return V.path();
  case OperandKind::Load:
  case OperandKind::Object:
    return deref(V.path(), V.Version);
  default:
    return unknown();
  }
}

bool PathTable::startsWith(Path P, Path Prefix) const {
  while (P) {
    if (P == Prefix)
      return true;
    P = (*this)[P].Parent;
  }
  return false;
}

Path PathTable::rebase(Path P, Path From, Path To) {
  if (P == From)
    return To;
  ProgramPath N = (*this)[P];
  return step(N.Kind, rebase(N.Parent, From, To), N.Number, N.Version);
}

llvm::SmallVector<Path, 8> PathTable::prefixes(Path P) const {
  llvm::SmallVector<Path, 8> Result;
  for (; P; P = (*this)[P].Parent)
    Result.push_back(P);
  std::reverse(Result.begin(), Result.end());
  return Result;
}

Path analysis::substitute(PathTable &Paths, Path P, const Binding &B) {
  ProgramPath N = Paths[P];
  switch (N.Kind) {
  case PathKind::Global:
  case PathKind::Unknown:
  case PathKind::Local:
  case PathKind::Result:
  case PathKind::Allocation:
    return P;
  case PathKind::Parameter: {
    // The parameter's own storage: of a class passed by value it is the
    // argument object; else a copy of the argument, which reads as its source.
    if (N.Number >= B.Arguments.size())
      return Paths.unknown();
    Value V = B.Arguments[N.Number];
    if (V.Kind == OperandKind::Object || V.Kind == OperandKind::Load)
      return V.path();
    return Paths.unknown();
  }
  case PathKind::Return:
    if (N.Number == ~0u) // No function's: see anyObject().
      return P;
    return B.Result ? B.Result : Paths.unknown();
  case PathKind::Deref: {
    const ProgramPath &Before = Paths[N.Parent];
    if (Before.Kind == PathKind::Parameter &&
        Before.Number < B.Arguments.size())
      return Paths.pointee(B.Arguments[Before.Number]);
    return Paths.deref(substitute(Paths, N.Parent, B), N.Version);
  }
  case PathKind::ElementValue:
    // The index is a value of the callee's: some element, to the caller.
    return Paths.step(PathKind::ElementAny, substitute(Paths, N.Parent, B), 0);
  case PathKind::Field:
  case PathKind::ElementConst:
  case PathKind::ElementAny:
    return Paths.step(N.Kind, substitute(Paths, N.Parent, B), N.Number,
                      N.Version);
  }
  return Paths.unknown();
}

Value analysis::substitute(PathTable &Paths, Value V, const Binding &B) {
  if (V.Kind == OperandKind::Value)
    return Value::unknown();
  if (!V.hasPath())
    return V;
  const ProgramPath &N = Paths[V.path()];
  if (V.Kind == OperandKind::Load && N.Kind == PathKind::Parameter &&
      V.Version == 0)
    return N.Number < B.Arguments.size() ? B.Arguments[N.Number]
                                         : Value::unknown();
  Path P = substitute(Paths, V.path(), B);
  if (!Paths.known(P))
    return Value::unknown();
  return {V.Kind, V.Version, P.Index};
}

static std::string describeParameter(const link::Program &Program,
                                     unsigned Number, BodyId In) {
  if (!In)
    return "";
  const link::Body &B = Program.body(In);
  const facts::TranslationUnit &Unit = Program.unit(B.Unit);
  const facts::Function &F = Unit.function(B.Decl);
  if (F.Flags & facts::FnF_Method) {
    if (Number == 0)
      return "";
    --Number;
  }
  return Number < F.ParameterNames.size() && F.ParameterNames[Number]
             ? Program.text(B.Unit, F.ParameterNames[Number])
             : std::string();
}

static std::string describeRoot(const link::Program &Program,
                                const ProgramPath &N, BodyId In) {
  switch (N.Kind) {
  case PathKind::Parameter:
    return describeParameter(Program, N.Number, In);
  case PathKind::Global:
    return Program.variable(link::VariableSym(N.Number)).Qualified;
  case PathKind::Local: {
    const link::Body &B = Program.body(BodyId(N.Version));
    const facts::Local &L = B.Facts->Locals[N.Number];
    const std::string &Name =
        L.Name ? Program.text(B.Unit, L.Name) : std::string();
    return Name.empty() ? "a temporary" : Name;
  }
  default:
    return "";
  }
}

std::string analysis::describe(const link::Program &Program,
                               const PathTable &Paths, Path P, BodyId In) {
  if (!Paths.known(P))
    return "";
  ProgramPath N = Paths[P];
  switch (N.Kind) {
  case PathKind::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(N.Number));
    const link::RecordSymbol &R = Program.record(F.Owner);
    if (R.Flags & facts::RF_Lambda)
      return F.Name;
    // A field of a plain global object is best named through the object.
    std::string Root = Paths[N.Parent].Kind == PathKind::Global
                           ? describeRoot(Program, Paths[N.Parent], In)
                           : "";
    if (!Root.empty())
      return Root + "." + F.Name;
    return R.Qualified.empty() ? F.Name : R.Qualified + "::" + F.Name;
  }
  case PathKind::Deref:
    return describe(Program, Paths, N.Parent, In);
  case PathKind::ElementConst: {
    std::string Base = describe(Program, Paths, N.Parent, In);
    return Base.empty() ? Base : Base + "[" + std::to_string(N.Number) + "]";
  }
  case PathKind::ElementValue:
  case PathKind::ElementAny: {
    std::string Base = describe(Program, Paths, N.Parent, In);
    return Base.empty() ? Base : Base + "[...]";
  }
  default:
    return describeRoot(Program, N, In);
  }
}

bool PathTable::visibleToCallers(Path P) const {
  if (!known(P))
    return false;
  for (Path Q = P; Q; Q = (*this)[Q].Parent)
    if ((*this)[Q].Kind == PathKind::Deref && (*this)[Q].Version != 0)
      return false;
  switch (rootOf(P).Kind) {
  case PathKind::Parameter:
  case PathKind::Global:
  case PathKind::Return:
    return true;
  default:
    return false;
  }
}

bool PathTable::nameableByCallers(Path P) const {
  for (; P; P = (*this)[P].Parent)
    switch ((*this)[P].Kind) {
    case PathKind::ElementAny:
    case PathKind::ElementValue:
    case PathKind::Local:
    case PathKind::Result:
    case PathKind::Allocation:
      return false;
    default:
      break;
    }
  return true;
}

//===-- Builder.cpp - Interning while facts are made ----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Builder.h"

#include "llvm/ADT/Hashing.h"

using namespace fearless::facts;

namespace {

/// Finds \p Node in \p Table by its hash, or appends it.
template <class IdT, class NodeT, class MapT>
IdT internNode(MapT &Map, std::vector<NodeT> &Table, const NodeT &Node,
               uint64_t Hash) {
  auto &Bucket = Map[Hash];
  for (IdT Candidate : Bucket)
    if (Table[Candidate.Index] == Node)
      return Candidate;
  IdT New(static_cast<uint32_t>(Table.size()));
  Table.push_back(Node);
  Bucket.push_back(New);
  return New;
}

uint64_t hashNode(const Type &T) {
  return llvm::hash_combine(unsigned(T.Kind), T.Const, T.Volatile, T.Atomic,
                            T.Element.Index, T.Record.Index) >>
         1;
}

uint64_t hashNode(const PathNode &N) {
  return llvm::hash_combine(unsigned(N.Kind), N.Version, N.Number,
                            N.Parent.Index) >>
         1;
}

uint64_t hashNode(const ValueNode &N) {
  return llvm::hash_combine(unsigned(N.Op), unsigned(N.A.Kind), N.A.Version,
                            N.A.Number, unsigned(N.B.Kind), N.B.Version,
                            N.B.Number) >>
         1;
}

} // namespace

UnitBuilder::UnitBuilder(TranslationUnit &Unit) : Unit(Unit) {
  for (uint32_t I = 0; I < Unit.Strings.size(); ++I)
    StringIds.try_emplace(Unit.Strings[I], StringId(I));
  for (uint32_t I = 0; I < Unit.Files.size(); ++I)
    FileIds.try_emplace(Unit.Files[I].Path, static_cast<uint16_t>(I));
  for (uint32_t I = 0; I < Unit.Types.size(); ++I)
    TypeIds[hashNode(Unit.Types[I])].push_back(TypeId(I));
}

StringId UnitBuilder::string(llvm::StringRef S) {
  auto [It, New] = StringIds.try_emplace(
      S, StringId(static_cast<uint32_t>(Unit.Strings.size())));
  if (New)
    Unit.Strings.push_back(S.str());
  return It->second;
}

TypeId UnitBuilder::type(const Type &T) {
  return internNode<TypeId>(TypeIds, Unit.Types, T, hashNode(T));
}

uint16_t UnitBuilder::file(llvm::StringRef Path, FileOwner Owner,
                           bool Generated) {
  auto [It, New] =
      FileIds.try_emplace(Path, static_cast<uint16_t>(Unit.Files.size()));
  if (New)
    Unit.Files.push_back({Path.str(), Owner, Generated});
  return It->second;
}

BodyBuilder::BodyBuilder(FunctionBody &Body) : Body(Body) {
  if (Body.Cleanups.empty())
    Body.Cleanups.emplace_back();
  for (uint32_t I = 0; I < Body.Paths.size(); ++I) {
    const PathNode &N = Body.Paths[I];
    PathIds[hashNode(N)].push_back(PathId(I));
    Lengths.push_back(N.Parent ? Lengths[N.Parent.Index] + 1 : 0);
  }
  for (uint32_t I = 0; I < Body.Values.size(); ++I)
    ValueIds[hashNode(Body.Values[I])].push_back(ValueId(I));
}

PathId BodyBuilder::intern(const PathNode &Node) {
  unsigned Length = Node.Parent ? Lengths[Node.Parent.Index] + 1 : 0;
  if (Length > MaxPathLength)
    return unknown(UnknownReason::PathTooLong);
  PathId P = internNode<PathId>(PathIds, Body.Paths, Node, hashNode(Node));
  if (P.Index == Lengths.size())
    Lengths.push_back(static_cast<uint8_t>(Length));
  return P;
}

PathId BodyBuilder::root(PathKind Kind, uint32_t Number) {
  return intern({Kind, 0, Number, PathId()});
}

PathId BodyBuilder::unknown(UnknownReason Reason) {
  return intern(
      {PathKind::Unknown, 0, static_cast<uint32_t>(Reason), PathId()});
}

PathId BodyBuilder::field(PathId Parent, FieldId Field) {
  return intern({PathKind::Field, 0, Field.Index, Parent});
}

PathId BodyBuilder::deref(PathId Parent, uint32_t Version) {
  return intern({PathKind::Deref, Version, 0, Parent});
}

PathId BodyBuilder::elementConst(PathId Parent, uint32_t Index) {
  return intern({PathKind::ElementConst, 0, Index, Parent});
}

PathId BodyBuilder::elementValue(PathId Parent, ValueId Index) {
  return intern({PathKind::ElementValue, 0, Index.Index, Parent});
}

PathId BodyBuilder::elementAny(PathId Parent) {
  return intern({PathKind::ElementAny, 0, 0, Parent});
}

PathId BodyBuilder::pointee(const Operand &Value) {
  switch (Value.Kind) {
  case OperandKind::Address:
    return Value.path();
  case OperandKind::Load:
    return deref(Value.path(), Value.Version);
  case OperandKind::Object:
    return deref(Value.path(), Value.Version);
  case OperandKind::Unknown:
    return unknown(static_cast<UnknownReason>(Value.Number));
  case OperandKind::Value:
    return unknown(UnknownReason::Arithmetic);
  case OperandKind::Constant:
  case OperandKind::Function:
  case OperandKind::Opaque:
    return unknown(UnknownReason::Cast);
  }
  return unknown(UnknownReason::Expression);
}

ValueId BodyBuilder::value(const ValueNode &Node) {
  return internNode<ValueId>(ValueIds, Body.Values, Node, hashNode(Node));
}

void BodyBuilder::setOperands(Fact &F, std::span<const Operand> Operands) {
  F.FirstOperand = static_cast<uint32_t>(Body.Operands.size());
  F.OperandCount = static_cast<uint16_t>(Operands.size());
  Body.Operands.insert(Body.Operands.end(), Operands.begin(), Operands.end());
}

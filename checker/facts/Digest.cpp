//===-- Digest.cpp - Content digests of function bodies -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Digest.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/bit.h"
#include "llvm/Support/xxhash.h"

using namespace fearless::facts;

namespace {

/// Stands for an id that names nothing.
constexpr uint64_t Nothing = 0x6e6f7468696e6700;

uint64_t hashWords(llvm::MutableArrayRef<uint64_t> Words) {
  // Facts files travel between machines: the digest is that of the words in
  // little-endian order everywhere.
  if constexpr (llvm::endianness::native == llvm::endianness::big)
    for (uint64_t &W : Words)
      W = llvm::byteswap(W);
  uint64_t Hash = llvm::xxh3_64bits(
      llvm::ArrayRef<uint8_t>(reinterpret_cast<const uint8_t *>(Words.data()),
                              Words.size() * sizeof(uint64_t)));
  return Hash ? Hash : 1;
}

template <class... Ts> uint64_t hash(Ts... Parts) {
  uint64_t Words[] = {static_cast<uint64_t>(Parts)...};
  return hashWords(Words);
}

} // namespace

/// The words that one body comes to.
class BodyDigester::Content {
public:
  Content(BodyDigester &Names, const FunctionBody &Body)
      : Names(Names), Body(Body) {}

  uint64_t digest();

private:
  void add(uint64_t Word) { Words.push_back(Word); }
  void add(const Location &L);
  void add(const Operand &O) { add(hashOf(O)); }
  void addPath(PathId P) { add(P ? Paths[P.Index] : Nothing); }

  void pathsAndValues();
  bool ready(const Operand &O) const;
  uint64_t hashOf(const Operand &O) const;
  uint64_t hashOf(const PathNode &N) const;
  uint64_t number(const PathNode &N) const;

  void locals();
  void facts();
  void blocks();
  void cleanups();

  BodyDigester &Names;
  const FunctionBody &Body;
  llvm::SmallVector<uint64_t, 256> Words;
  std::vector<uint64_t> Paths, Values;
};

void BodyDigester::Content::add(const Location &L) {
  if (!L)
    return add(Nothing);
  add(Names.file(L.File));
  add((uint64_t(L.Line) << 16) | L.Column);
}

bool BodyDigester::Content::ready(const Operand &O) const {
  if (O.hasPath())
    return O.Number < Paths.size();
  return O.Kind != OperandKind::Value || O.Number < Values.size();
}

uint64_t BodyDigester::Content::hashOf(const Operand &O) const {
  uint64_t Number = O.Number;
  if (O.hasPath())
    Number = Paths[O.Number];
  else if (O.Kind == OperandKind::Value)
    Number = Values[O.Number];
  else if (O.Kind == OperandKind::Function)
    Number = Names.function(O.function());
  return hash(O.Kind, O.Version, Number);
}

uint64_t BodyDigester::Content::number(const PathNode &N) const {
  switch (N.Kind) {
  case PathKind::Global:
    return Names.variable(VariableId(N.Number));
  case PathKind::Field:
    return Names.field(FieldId(N.Number));
  case PathKind::ElementValue:
    return Values[N.Number];
  default:
    return N.Number;
  }
}

uint64_t BodyDigester::Content::hashOf(const PathNode &N) const {
  return hash(N.Kind, N.Version, number(N),
              N.Parent ? Paths[N.Parent.Index] : Nothing);
}

/// Paths and values refer to each other, each to what was made before it.
void BodyDigester::Content::pathsAndValues() {
  Paths.reserve(Body.Paths.size());
  Values.reserve(Body.Values.size());
  for (bool Progress = true; Progress;) {
    Progress = false;
    while (Paths.size() < Body.Paths.size()) {
      const PathNode &N = Body.Paths[Paths.size()];
      if (N.Kind == PathKind::ElementValue && N.Number >= Values.size())
        break;
      Paths.push_back(hashOf(N));
      Progress = true;
    }
    while (Values.size() < Body.Values.size()) {
      const ValueNode &N = Body.Values[Values.size()];
      if (!ready(N.A) || !ready(N.B))
        break;
      Values.push_back(hash(N.Op, hashOf(N.A), hashOf(N.B)));
      Progress = true;
    }
  }
}

void BodyDigester::Content::locals() {
  add(Body.Locals.size());
  for (const Local &L : Body.Locals) {
    add(L.Name ? Names.string(L.Name) : Nothing);
    add(Names.type(L.Type));
    add(L.Flags);
    add(L.Loc);
  }
}

void BodyDigester::Content::facts() {
  add(Body.Facts.size());
  for (const Fact &F : Body.Facts) {
    add((uint64_t(F.Kind) << 32) | (uint64_t(F.Flags) << 16) | F.OperandCount);
    add((uint64_t(F.Unwind.Index) << 32) | F.Detail);
    add(F.Loc);
    addPath(F.Path);
    add(F.Callee ? Names.function(F.Callee) : Nothing);
    for (const Operand &O : Body.operands(F))
      add(O);
  }
  add(Body.Spellings.size());
  for (const Spelling &S : Body.Spellings) {
    add(S.Fact);
    add(S.Loc);
  }
}

void BodyDigester::Content::blocks() {
  add(Body.Blocks.size());
  add(Body.Exit.Index);
  for (const Block &B : Body.Blocks) {
    add((uint64_t(B.FirstFact) << 32) | B.FactCount);
    add(B.Successors.size());
    for (BlockId S : B.Successors)
      add(S.Index);
  }
}

void BodyDigester::Content::cleanups() {
  add(Body.Cleanups.size());
  for (const Cleanup &C : Body.Cleanups) {
    add((uint64_t(C.Kind) << 33) | (uint64_t(C.CatchesAll) << 32) |
        C.Next.Index);
    addPath(C.Object);
    add(C.Destructor ? Names.function(C.Destructor) : Nothing);
    add(C.Loc);
    add(C.Handlers.size());
    for (BlockId H : C.Handlers)
      add(H.Index);
  }
}

uint64_t BodyDigester::Content::digest() {
  pathsAndValues();
  add(Names.function(Body.Function));
  add(Body.End);
  locals();
  facts();
  blocks();
  cleanups();
  return hashWords(Words);
}

BodyDigester::BodyDigester(const TranslationUnit &Unit)
    : Unit(Unit), Strings(Unit.Strings.size()), Files(Unit.Files.size()),
      Types(Unit.Types.size()) {}

uint64_t BodyDigester::string(StringId S) {
  uint64_t &Hash = Strings[S.Index];
  if (!Hash)
    Hash = hash(llvm::xxh3_64bits(llvm::StringRef(Unit.str(S))));
  return Hash;
}

uint64_t BodyDigester::file(uint16_t F) {
  uint64_t &Hash = Files[F];
  if (!Hash)
    Hash = hash(llvm::xxh3_64bits(llvm::StringRef(Unit.Files[F].Path)));
  return Hash;
}

uint64_t BodyDigester::type(TypeId T) {
  if (!T)
    return Nothing;
  if (Types[T.Index])
    return Types[T.Index];
  const Type &Of = Unit.type(T);
  uint64_t Hash = hash(Of.Kind, Of.Const, Of.Volatile, Of.Atomic,
                       type(Of.Element), record(Of.Record));
  return Types[T.Index] = Hash;
}

uint64_t BodyDigester::record(RecordId R) {
  return R ? string(Unit.record(R).Name) : Nothing;
}

uint64_t BodyDigester::field(FieldId F) {
  const Field &Of = Unit.field(F);
  return hash(record(Of.Owner), string(Of.Name), Of.Index);
}

uint64_t BodyDigester::function(FunctionId F) {
  return string(Unit.function(F).Name);
}

uint64_t BodyDigester::variable(VariableId V) {
  return string(Unit.variable(V).Name);
}

uint64_t BodyDigester::digest(const FunctionBody &Body) {
  return Content(*this, Body).digest();
}

uint64_t fearless::facts::digestBody(const TranslationUnit &Unit,
                                     const FunctionBody &Body) {
  return BodyDigester(Unit).digest(Body);
}

void fearless::facts::digestBodies(TranslationUnit &Unit) {
  BodyDigester Digester(Unit);
  for (FunctionBody &Body : Unit.Bodies)
    Body.Digest = Digester.digest(Body);
}

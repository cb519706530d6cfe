//===-- RandomUnit.cpp - Made-up translation units for property tests -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomUnit.h"

#include "facts/Builder.h"
#include "store/TextWords.h"

#include <random>

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;

namespace {

const char *const OddNames[] = {
    "f",
    "f#1",
    "f#2",
    "A::f",
    "A::~A",
    "A",
    "B",
    "ns::B",
    "operator<",
    "A::operator()",
    "int",
    "const",
    "return",
    "exit",
    "",
    "with \"quotes\" \\ and \n lines",
    "caf\xc3\xa9",
    "#1",
    "new#1",
    "this",
    "::",
    "a::",
    "// no comment",
    "1",
    "0x1",
    "\x01",
    "none",
    "A::f::(lambda)",
};

class Maker {
public:
  explicit Maker(unsigned Seed) : Random(Seed), Builder(Unit) {}

  TranslationUnit make();

private:
  uint32_t below(uint32_t Limit) { return Limit ? Random() % Limit : 0; }
  bool chance(unsigned Percent) { return below(100) < Percent; }
  /// Mostly small, at times anything.
  uint32_t size(uint32_t Usual = 4) {
    return chance(3) ? below(40) : below(Usual);
  }
  template <class E> E any() {
    return static_cast<E>(below(words<E>().size()));
  }
  uint32_t flags(llvm::ArrayRef<FlagWord> Words) {
    return chance(40) ? 0 : Random() & allFlags(Words);
  }
  template <class Tag, class T> Id<Tag> of(const std::vector<T> &Table) {
    return Id<Tag>(below(Table.size()));
  }
  template <class Tag, class T> Id<Tag> maybe(const std::vector<T> &Table) {
    return Table.empty() || chance(30) ? Id<Tag>() : of<Tag>(Table);
  }

  StringId name() {
    return Builder.string(OddNames[below(std::size(OddNames))]);
  }
  Location location();
  std::vector<Annotation> annotations();
  void types();
  void entities();
  void records();
  void functions();
  void variables();

  std::mt19937 Random;
  TranslationUnit Unit;
  UnitBuilder Builder;
  friend class BodyMaker;
};

class BodyMaker {
public:
  explicit BodyMaker(Maker &M) : M(M), Builder(Body) {}

  FunctionBody make();

private:
  PathId path(unsigned Depth = 0);
  PathId step(PathId Parent, unsigned Depth);
  ValueId value(unsigned Depth);
  Operand operand(unsigned Depth = 0);
  void cleanups(uint32_t Blocks);
  Fact fact(bool Last, size_t Successors);
  void needs(Fact &F, std::vector<Operand> &Operands);

  Maker &M;
  FunctionBody Body;
  BodyBuilder Builder;
};

Location Maker::location() {
  if (chance(20))
    return {};
  return {1 + below(chance(10) ? 4000000000u : 300u),
          static_cast<uint16_t>(below(chance(10) ? 65536 : 100)),
          static_cast<uint16_t>(below(Unit.Files.size()))};
}

std::vector<Annotation> Maker::annotations() {
  std::vector<Annotation> Out(chance(80) ? 0 : size());
  for (Annotation &A : Out) {
    A.Kind = any<AnnotationKind>();
    A.Success = !chance(20);
    for (uint32_t I = size(); I--;)
      A.Arguments.push_back(name());
  }
  return Out;
}

void Maker::types() {
  for (uint32_t I = size(12); I--;) {
    Type T;
    T.Kind = any<TypeKind>();
    T.Const = chance(20);
    T.Volatile = chance(10);
    T.Atomic = chance(10);
    T.Element = maybe<TypeTag>(Unit.Types);
    bool Suffix = T.Kind >= TypeKind::Pointer && T.Kind <= TypeKind::Array;
    if (!Suffix)
      T.Record = maybe<RecordTag>(Unit.Records);
    if (Suffix ? !T.Element : T.Kind == TypeKind::Record && !T.Record)
      T.Kind = TypeKind::Other;
    Builder.type(T);
  }
}

void Maker::records() {
  for (uint32_t I = 0; I < Unit.Records.size(); ++I) {
    Record &R = Unit.Records[I];
    R.Name = name();
    R.Qualified = name();
    R.Display = chance(50) ? R.Qualified : name();
    R.Flags = flags(recordFlagWords());
    R.Loc = location();
    R.Annotations = annotations();
    for (uint32_t B = size(3); B--;)
      R.Bases.push_back({of<RecordTag>(Unit.Records), chance(20)});
    for (uint32_t T = size(3); T--;)
      R.TemplateArguments.push_back(maybe<TypeTag>(Unit.Types));
    for (uint32_t F = Unit.Functions.empty() ? 0 : size(3); F--;)
      R.Methods.push_back(of<FunctionTag>(Unit.Functions));
    for (uint32_t F = size(); F--;) {
      R.Fields.push_back(FieldId(Unit.Fields.size()));
      Unit.Fields.push_back({name(), RecordId(I), maybe<TypeTag>(Unit.Types),
                             size(),
                             static_cast<uint8_t>(flags(fieldFlagWords())),
                             location(), annotations()});
    }
  }
}

void Maker::functions() {
  for (Function &F : Unit.Functions) {
    F.Name = name();
    F.Qualified = chance(50) ? F.Name : name();
    F.Owner = maybe<RecordTag>(Unit.Records);
    F.Flags = flags(functionFlagWords());
    F.Result = maybe<TypeTag>(Unit.Types);
    for (uint32_t P = size(3); P--;) {
      F.Parameters.push_back(maybe<TypeTag>(Unit.Types));
      F.ParameterNames.push_back(name());
    }
    for (uint32_t O = chance(90) ? 0 : size(3); O--;)
      F.Overrides.push_back(of<FunctionTag>(Unit.Functions));
    F.Annotations = annotations();
    F.Loc = location();
  }
}

void Maker::variables() {
  for (Variable &V : Unit.Variables) {
    V.Name = name();
    V.Qualified = chance(50) ? V.Name : name();
    V.Type = maybe<TypeTag>(Unit.Types);
    V.Flags = flags(variableFlagWords());
    V.Loc = location();
    if (chance(10))
      V.InitialiserMacro = name();
    V.Annotations = annotations();
  }
}

TranslationUnit Maker::make() {
  Unit.MainFile = chance(80) ? "src/main file.cpp" : "a.cpp";
  Unit.CommandDigest = chance(50) ? 0 : (uint64_t(Random()) << 32) | Random();
  Unit.Language = any<Language>();
  Unit.HadErrors = chance(10);
  Builder.file("a.cpp", FileOwner::User);
  for (const char *F : {"src/main file.cpp", "b.h", "..//odd \"x\".h", "-1.h"})
    if (chance(60))
      Builder.file(F, any<FileOwner>(), chance(20));
  Unit.Records.resize(size(6));
  Unit.Functions.resize(1 + size(6));
  Unit.Variables.resize(size(6));
  types();
  records();
  functions();
  variables();
  for (uint32_t I = size(); I--;)
    Unit.Bodies.push_back(BodyMaker(*this).make());
  return std::move(Unit);
}

PathId BodyMaker::path(unsigned Depth) {
  PathId P;
  switch (M.below(7)) {
  case 0:
    P = M.Unit.Variables.empty()
            ? Builder.root(PathKind::Return, 0)
            : Builder.root(PathKind::Global, M.below(M.Unit.Variables.size()));
    break;
  case 1:
    P = Body.Locals.empty()
            ? Builder.unknown(M.any<UnknownReason>())
            : Builder.root(PathKind::Local, M.below(Body.Locals.size()));
    break;
  case 2:
    P = Builder.root(PathKind::Allocation, M.size());
    break;
  case 3:
    P = Builder.root(PathKind::Result, M.size());
    break;
  default:
    P = Builder.root(PathKind::Parameter, M.size());
  }
  for (uint32_t Steps = M.size(4); Steps--;)
    P = step(P, Depth);
  return P;
}

PathId BodyMaker::step(PathId Parent, unsigned Depth) {
  switch (M.below(5)) {
  case 0:
    return Builder.elementConst(Parent, M.chance(10) ? M.Random() : M.size());
  case 1:
    return Builder.elementAny(Parent);
  case 2:
    if (Depth < 5)
      return Builder.elementValue(Parent, value(Depth + 1));
    [[fallthrough]];
  case 3:
    if (!M.Unit.Fields.empty())
      return Builder.field(Parent, FieldId(M.below(M.Unit.Fields.size())));
    [[fallthrough]];
  default:
    return Builder.deref(Parent, M.size());
  }
}

ValueId BodyMaker::value(unsigned Depth) {
  ValueNode N;
  N.Op = M.any<ValueOp>();
  N.A = operand(Depth + 1);
  if (M.chance(60))
    N.B = operand(Depth + 1);
  return Builder.value(N);
}

Operand BodyMaker::operand(unsigned Depth) {
  switch (M.below(8)) {
  case 0:
    return BodyBuilder::address(path(Depth), M.size());
  case 1:
    return BodyBuilder::load(path(Depth), M.size());
  case 2:
    return BodyBuilder::object(path(Depth));
  case 3:
    return BodyBuilder::constant(M.chance(20) ? static_cast<int32_t>(M.Random())
                                              : int32_t(M.size()) - 2);
  case 4:
    return BodyBuilder::function(M.of<FunctionTag>(M.Unit.Functions));
  case 5:
    if (Depth < 5)
      return BodyBuilder::computed(value(Depth + 1));
    // Values with much in common, as long chains of sums have.
    if (!Body.Values.empty())
      return BodyBuilder::computed(ValueId(M.below(Body.Values.size())));
    return BodyBuilder::opaque();
  case 6:
    return BodyBuilder::unknownValue(M.any<UnknownReason>());
  default:
    return BodyBuilder::opaque();
  }
}

void BodyMaker::cleanups(uint32_t Blocks) {
  for (uint32_t I = M.size(); I--;) {
    Cleanup C;
    C.Kind = M.any<CleanupKind>();
    C.CatchesAll = M.chance(10);
    C.Next = CleanupId(M.below(Body.Cleanups.size()));
    if (C.Kind == CleanupKind::Destroy || M.chance(10))
      C.Object = path();
    C.Destructor = M.maybe<FunctionTag>(M.Unit.Functions);
    C.Loc = M.location();
    for (uint32_t H = M.size(2); H--;)
      C.Handlers.push_back(BlockId(M.below(Blocks)));
    Body.Cleanups.push_back(C);
  }
}

void BodyMaker::needs(Fact &F, std::vector<Operand> &Operands) {
  if (F.Kind == FactKind::Assign)
    Operands.assign(1, operand());
  bool NeedsOperand = F.Kind == FactKind::Free || F.Kind == FactKind::Assume ||
                      (F.Flags & FF_Indirect);
  if (NeedsOperand && Operands.empty())
    Operands.push_back(operand());
  if (F.Kind < FactKind::Free || F.Kind == FactKind::Construct ||
      F.Kind == FactKind::Destroy || F.Kind == FactKind::Closure)
    F.Path = path();
  if (F.Kind == FactKind::Closure)
    F.Callee = M.of<FunctionTag>(M.Unit.Functions);
  if (F.Kind == FactKind::Unknown)
    F.Detail = M.below(words<UnknownReason>().size());
}

Fact BodyMaker::fact(bool Last, size_t Successors) {
  Fact F;
  do
    F.Kind = M.any<FactKind>();
  while ((!Last && (F.Kind == FactKind::Assume || F.Kind == FactKind::Switch ||
                    F.Kind == FactKind::Throw)) ||
         (F.Kind == FactKind::Assume && Successors != 2) ||
         (F.Kind == FactKind::Switch && Successors == 0));
  F.Flags = M.flags(factFlagWords());
  F.Loc = M.location();
  if (M.chance(30))
    F.Path = path();
  F.Callee = M.maybe<FunctionTag>(M.Unit.Functions);
  if (M.chance(30))
    F.Unwind = M.of<CleanupTag>(Body.Cleanups);
  F.Detail = M.chance(80) ? 0 : M.size();
  std::vector<Operand> Operands;
  for (uint32_t I = M.size(); I--;)
    Operands.push_back(operand());
  needs(F, Operands);
  if (F.Kind == FactKind::Switch)
    Operands.resize(Successors, BodyBuilder::constant(7));
  Builder.setOperands(F, Operands);
  return F;
}

FunctionBody BodyMaker::make() {
  Body.Function = M.of<FunctionTag>(M.Unit.Functions);
  Body.Digest = M.chance(50) ? 0 : M.Random();
  Body.End = M.location();
  for (uint32_t I = M.size(); I--;)
    Body.Locals.push_back({M.name(), M.maybe<TypeTag>(M.Unit.Types),
                           static_cast<uint8_t>(M.flags(localFlagWords())),
                           M.location()});
  uint32_t Blocks = 1 + M.size();
  cleanups(Blocks);
  if (M.chance(70))
    Body.Exit = BlockId(M.below(Blocks));
  for (uint32_t I = 0; I < Blocks; ++I) {
    Block B;
    B.FirstFact = Body.Facts.size();
    if (Body.Exit != BlockId(I)) {
      for (uint32_t S = M.size(); S--;)
        B.Successors.push_back(BlockId(M.below(Blocks)));
      B.FactCount = M.size(6);
    }
    for (uint32_t F = 0; F < B.FactCount; ++F) {
      Location Spelled = M.chance(10) ? M.location() : Location();
      if (Spelled)
        Body.Spellings.push_back(
            {static_cast<uint32_t>(Body.Facts.size()), Spelled});
      Body.Facts.push_back(fact(F + 1 == B.FactCount, B.Successors.size()));
    }
    Body.Blocks.push_back(B);
  }
  return std::move(Body);
}

} // namespace

TranslationUnit test::randomUnit(unsigned Seed) { return Maker(Seed).make(); }

//===-- VerifyBody.cpp - Whether a function body keeps its contracts ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store/VerifyBody.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

using namespace fearless;
using namespace fearless::facts;
using namespace fearless::store;
using llvm::StringRef;

namespace {

class BodyVerifier {
public:
  BodyVerifier(const InUnit &In, const FunctionBody &Body)
      : In(In), Unit(In.Unit), Body(Body) {}

  std::string run();

private:
  const char *locals();
  const char *pathsAndValues();
  bool ready(const Operand &O, uint32_t Paths, uint32_t Values) const;
  const char *pathIfReady(uint32_t Values, bool &Ready);
  const char *pathNode(const PathNode &N);
  const char *operand(const Operand &O);
  const char *cleanups();
  const char *cleanup(const Cleanup &C);
  const char *chainsEnd();
  const char *blocks();
  const char *blocksShareFacts();
  const char *lastFact(const Block &B);
  const char *fact(const Fact &F);
  const char *factNeeds(const Fact &F);
  const char *spellings();

  const InUnit &In;
  const TranslationUnit &Unit;
  const FunctionBody &Body;
  std::vector<uint8_t> Lengths; ///< Of the paths checked so far.
};

const char *BodyVerifier::locals() {
  for (const Local &L : Body.Locals) {
    if (!In.has(L.Name))
      return "a local without a name, not even an empty one";
    if (!In.optional(L.Type, Unit.Types))
      return "no such type of a local";
    if (!In.location(L.Loc))
      return "no such file of a local";
  }
  return nullptr;
}

const char *BodyVerifier::pathNode(const PathNode &N) {
  switch (N.Kind) {
  case PathKind::Global:
    return N.Number < Unit.Variables.size() ? nullptr : "no such variable";
  case PathKind::Local:
    return N.Number < Body.Locals.size() ? nullptr : "no such local";
  case PathKind::Field:
    return N.Number < Unit.Fields.size() ? nullptr : "no such field";
  case PathKind::Unknown:
    return isEnumerator(static_cast<UnknownReason>(N.Number))
               ? nullptr
               : "no such reason";
  default:
    return isEnumerator(N.Kind) ? nullptr : "unknown kind of path";
  }
}

const char *BodyVerifier::operand(const Operand &O) {
  switch (O.Kind) {
  case OperandKind::Address:
  case OperandKind::Load:
  case OperandKind::Object:
    return In.has(O.path(), Body.Paths) ? nullptr : "no such path";
  case OperandKind::Function:
    return In.has(O.function(), Unit.Functions) ? nullptr : "no such function";
  case OperandKind::Value:
    return In.has(O.value(), Body.Values) ? nullptr : "no such value";
  case OperandKind::Unknown:
    return isEnumerator(static_cast<UnknownReason>(O.Number))
               ? nullptr
               : "no such reason";
  default:
    return isEnumerator(O.Kind) ? nullptr : "unknown kind of operand";
  }
}

/// Whether the operand refers only to the first paths and values.
bool BodyVerifier::ready(const Operand &O, uint32_t Paths,
                         uint32_t Values) const {
  if (O.hasPath())
    return O.Number < Paths;
  return O.Kind != OperandKind::Value || O.Number < Values;
}

/// Checks the next path if what it refers to came before.
const char *BodyVerifier::pathIfReady(uint32_t Values, bool &Ready) {
  const PathNode &N = Body.Paths[Lengths.size()];
  Ready = (!N.Parent || N.Parent.Index < Lengths.size()) &&
          (N.Kind != PathKind::ElementValue || N.Number < Values);
  if (!Ready)
    return nullptr;
  if (bool(N.Parent) != (N.Kind >= PathKind::Field))
    return "a root with a parent, or a step without one";
  unsigned Length = N.Parent ? Lengths[N.Parent.Index] + 1u : 0u;
  if (Length > MaxPathLength)
    return "a path is too long";
  Lengths.push_back(static_cast<uint8_t>(Length));
  return pathNode(N);
}

/// Paths refer to values and values to paths; there must be an order in which
/// each came after what it refers to.
const char *BodyVerifier::pathsAndValues() {
  uint32_t Values = 0;
  Lengths.reserve(Body.Paths.size());
  for (bool Progress = true; Progress;) {
    Progress = false;
    bool Ready = true;
    while (Lengths.size() < Body.Paths.size() && Ready) {
      if (const char *Wrong = pathIfReady(Values, Ready))
        return Wrong;
      Progress |= Ready;
    }
    for (; Values < Body.Values.size(); ++Values) {
      const ValueNode &N = Body.Values[Values];
      if (!ready(N.A, Lengths.size(), Values) ||
          !ready(N.B, Lengths.size(), Values))
        break;
      if (!isEnumerator(N.Op))
        return "unknown operation";
      for (const Operand *O : {&N.A, &N.B})
        if (const char *Wrong = operand(*O))
          return Wrong;
      Progress = true;
    }
  }
  bool All =
      Lengths.size() == Body.Paths.size() && Values == Body.Values.size();
  return All ? nullptr : "a path or value refers to what comes after it";
}

const char *BodyVerifier::cleanup(const Cleanup &C) {
  if (!isEnumerator(C.Kind))
    return "unknown kind of cleanup";
  if (!In.optional(C.Next, Body.Cleanups))
    return "no such next cleanup";
  if (C.Kind != CleanupKind::Exit && !C.Next && !C.CatchesAll)
    return "a cleanup without a next one";
  if (!In.optional(C.Object, Body.Paths))
    return "no such object of a cleanup";
  if (C.Kind == CleanupKind::Destroy && !C.Object)
    return "a cleanup that destroys nothing";
  if (!In.optional(C.Destructor, Unit.Functions))
    return "no such destructor of a cleanup";
  for (BlockId B : C.Handlers)
    if (!In.has(B, Body.Blocks))
      return "no such handler";
  return In.location(C.Loc) ? nullptr : "no such file of a cleanup";
}

/// Chains that end reach a cleanup without a next one, or one known to end.
const char *BodyVerifier::chainsEnd() {
  std::vector<uint32_t> SeenFrom(Body.Cleanups.size(), CleanupId::None);
  for (uint32_t I = 0; I < Body.Cleanups.size(); ++I)
    for (CleanupId C(I); C && SeenFrom[C.Index] != I;) {
      if (SeenFrom[C.Index] != CleanupId::None)
        break;
      SeenFrom[C.Index] = I;
      C = Body.Cleanups[C.Index].Next;
      if (C && SeenFrom[C.Index] == I)
        return "a chain of cleanups goes in a circle";
    }
  return nullptr;
}

const char *BodyVerifier::cleanups() {
  if (Body.Cleanups.empty() || Body.Cleanups[0].Kind != CleanupKind::Exit)
    return "cleanup 0 is not the exit";
  for (const Cleanup &C : Body.Cleanups)
    if (const char *Wrong = cleanup(C))
      return Wrong;
  return chainsEnd();
}

/// Each fact is in one block.
const char *BodyVerifier::blocksShareFacts() {
  std::vector<std::pair<uint32_t, uint32_t>> Ranges;
  Ranges.reserve(Body.Blocks.size());
  for (const Block &B : Body.Blocks) {
    if (B.FirstFact > Body.Facts.size())
      return "blocks do not share out the facts";
    if (B.FactCount)
      Ranges.push_back({B.FirstFact, B.FactCount});
  }
  if (!llvm::is_sorted(Ranges))
    llvm::sort(Ranges);
  uint64_t Next = 0;
  for (auto [First, Count] : Ranges) {
    if (First != Next)
      return "blocks do not share out the facts";
    Next += Count;
  }
  return Next == Body.Facts.size() ? nullptr
                                   : "blocks do not share out the facts";
}

const char *BodyVerifier::lastFact(const Block &B) {
  auto Facts = Body.facts(B);
  for (const Fact &F : Facts) {
    bool Ends = F.Kind == FactKind::Assume || F.Kind == FactKind::Switch ||
                F.Kind == FactKind::Throw;
    if (Ends && &F != &Facts.back())
      return "assume, switch or throw before the end of its block";
  }
  if (Facts.empty())
    return nullptr;
  const Fact &Last = Facts.back();
  size_t Successors = B.Successors.size();
  if (Last.Kind == FactKind::Assume && Successors != 2)
    return "assume in a block that has not two successors";
  if (Last.Kind == FactKind::Switch && Successors != Last.OperandCount &&
      Successors + 1 != Last.OperandCount)
    return "switch with more constants than successors, or too few";
  return nullptr;
}

const char *BodyVerifier::blocks() {
  if (Body.Blocks.empty())
    return "no block";
  if (!In.optional(Body.Exit, Body.Blocks))
    return "no such exit";
  if (const char *Wrong = blocksShareFacts())
    return Wrong;
  for (const Block &B : Body.Blocks) {
    for (BlockId S : B.Successors)
      if (!In.has(S, Body.Blocks))
        return "no such successor";
    if (const char *Wrong = lastFact(B))
      return Wrong;
  }
  if (!Body.Exit)
    return nullptr;
  const Block &Exit = Body.Blocks[Body.Exit.Index];
  return Exit.FactCount || !Exit.Successors.empty()
             ? "the exit has facts or successors"
             : nullptr;
}

const char *BodyVerifier::factNeeds(const Fact &F) {
  switch (F.Kind) {
  case FactKind::Read:
  case FactKind::Write:
  case FactKind::Allocate:
    return F.Path ? nullptr : "read, write or allocate without a path";
  case FactKind::Assign:
    return F.Path && F.OperandCount == 1 ? nullptr
                                         : "assign without path or value";
  case FactKind::Free:
  case FactKind::Assume:
  case FactKind::Switch:
    return F.OperandCount ? nullptr : "free, assume or switch of nothing";
  case FactKind::Call:
    return !(F.Flags & FF_Indirect) || F.OperandCount
               ? nullptr
               : "indirect call of nothing";
  case FactKind::Construct:
  case FactKind::Destroy:
    return F.Path ? nullptr : "construct or destroy without a path";
  case FactKind::Closure:
    return F.Path && F.Callee ? nullptr : "closure without path or callee";
  case FactKind::Unknown:
    return isEnumerator(static_cast<UnknownReason>(F.Detail))
               ? nullptr
               : "no such reason";
  default:
    return isEnumerator(F.Kind) ? nullptr : "unknown kind of fact";
  }
}

const char *BodyVerifier::fact(const Fact &F) {
  if (uint64_t(F.FirstOperand) + F.OperandCount > Body.Operands.size())
    return "no such operands";
  if (!In.optional(F.Path, Body.Paths))
    return "no such path";
  if (!In.optional(F.Callee, Unit.Functions))
    return "no such callee";
  if (!In.optional(F.Unwind, Body.Cleanups))
    return "no such cleanup";
  if (!In.location(F.Loc))
    return "no such file";
  return factNeeds(F);
}

const char *BodyVerifier::spellings() {
  uint32_t Last = 0;
  for (const Spelling &S : Body.Spellings) {
    if (S.Fact >= Body.Facts.size() || S.Fact < Last)
      return "spellings are not in the order of the facts";
    if (!S.Loc || !In.location(S.Loc))
      return "no such place of a spelling";
    Last = S.Fact;
  }
  return nullptr;
}

std::string BodyVerifier::run() {
  if (!In.has(Body.Function, Unit.Functions))
    return "a body of no function";
  std::string Of =
      "body of '" + Unit.str(Unit.function(Body.Function).Qualified) + "': ";
  if (!In.location(Body.End))
    return Of + "no such file";
  for (auto Check : {&BodyVerifier::locals, &BodyVerifier::pathsAndValues,
                     &BodyVerifier::cleanups, &BodyVerifier::blocks,
                     &BodyVerifier::spellings})
    if (const char *Wrong = (this->*Check)())
      return Of + Wrong;
  for (const Operand &O : Body.Operands)
    if (const char *Wrong = operand(O))
      return Of + Wrong;
  for (size_t I = 0; I < Body.Facts.size(); ++I)
    if (const char *Wrong = fact(Body.Facts[I]))
      return (Of + llvm::Twine("fact ") + llvm::Twine(I) + ": " + Wrong).str();
  return std::string();
}

} // namespace

std::string store::verifyBody(const InUnit &In, const FunctionBody &Body) {
  return BodyVerifier(In, Body).run();
}

//===-- Sendability.cpp - Which types may cross a thread ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Sendability.h"

#include "analysis/ClassMarkers.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::TypeKind;
using models::TypeRole;

static uint32_t nodeOf(link::RecordSym R, ThreadTrait C) {
  return R.Index * 2 + (C == ThreadTrait::Sync);
}

const facts::Record &Sendability::declaration(link::RecordSym R) const {
  const link::RecordSymbol &S = Program.record(R);
  return Program.unit(S.Unit).record(S.Decl);
}

Judgement Sendability::judge(TypeRef T, ThreadTrait C) {
  Judgement J = ofType(T, C);
  settle();
  return J.Of ? ofType(T, C) : J;
}

Judgement Sendability::judge(link::RecordSym R, ThreadTrait C) {
  ofRecord(R, C);
  settle();
  return ofRecord(R, C);
}

VerdictReason Sendability::follow(Judgement J) {
  VerdictReason Result;
  Result.Is = J.Is;
  Result.Ends = J.Ends;
  // Whatever made a node worse was as bad before: there is no way round.
  while (J.Of) {
    Result.Culprit = J.Of;
    const Node &N = Nodes[nodeOf(J.Of, J.Asked)];
    auto At = static_cast<size_t>(N.Is);
    Result.Ends = N.Ends[At];
    if (!N.Because[At])
      break;
    Result.Way.push_back(*N.Because[At]);
    J = N.Because[At]->Is;
    if (!J.Of) {
      Result.Ends = J.Ends;
      Result.Culprit = {};
    }
  }
  return Result;
}

VerdictReason Sendability::unmarked(link::RecordSym R, ThreadTrait C) {
  VerdictReason Worst;
  if (std::optional<Judgement> Own = byItself(R, C)) {
    Worst.Is = Own->Is;
    Worst.Ends = Own->Ends;
    Worst.Culprit = R;
    return Worst;
  }
  for (const TypePart &P : parts(R, C))
    if (P.Is.Is > Worst.Is) {
      Worst = follow(P.Is);
      Worst.Way.insert(Worst.Way.begin(), P);
    }
  return Worst;
}

std::vector<TypePart> Sendability::parts(link::RecordSym R, ThreadTrait C) {
  judge(R, C);
  std::vector<TypePart> All = list(R, C);
  for (TypePart &P : All)
    P.Is = ofPart(P, C);
  settle();
  for (TypePart &P : All)
    P.Is = ofPart(P, C);
  return All;
}

std::vector<Doubt> Sendability::doubts(TypeRef T) {
  std::vector<Doubt> All;
  std::set<link::RecordSym> Seen;
  addDoubts(T, {}, Seen, All);
  return All;
}

void Sendability::addDoubts(TypeRef T, Doubt So,
                            std::set<link::RecordSym> &Seen,
                            std::vector<Doubt> &To) {
  constexpr size_t MaxDoubts = 16;
  if (To.size() >= MaxDoubts || judge(T, ThreadTrait::Send).Is == Verdict::Yes)
    return;
  if (!T) {
    So.Ends = Cause::Erased;
    To.push_back(std::move(So));
    return;
  }
  const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
  switch (Type.Kind) {
  case TypeKind::Record:
    return addDoubts(Program.symbol(T.Unit, Type.Record), std::move(So), Seen,
                     To);
  case TypeKind::Array:
    return addDoubts({T.Unit, Type.Element}, std::move(So), Seen, To);
  default:
    So.Ends = Cause::Reference;
    So.Raw = Type.Kind == TypeKind::Pointer;
    So.Referent = {T.Unit, Type.Element};
    To.push_back(std::move(So));
  }
}

void Sendability::addDoubts(link::RecordSym R, Doubt So,
                            std::set<link::RecordSym> &Seen,
                            std::vector<Doubt> &To) {
  if (!Seen.insert(R).second || judge(R, ThreadTrait::Send).Is == Verdict::Yes)
    return;
  if (std::optional<Judgement> Own = ownVerdict(R, ThreadTrait::Send)) {
    So.Ends = Own->Ends;
    So.Culprit = R;
    To.push_back(std::move(So));
    return;
  }
  for (TypePart &P : parts(R, ThreadTrait::Send)) {
    if (P.Is.Is == Verdict::Yes)
      continue;
    Doubt Next = So;
    Next.Way.push_back(P);
    if (P.What == TypePart::Base || P.What == TypePart::Derived) {
      addDoubts(P.Record, std::move(Next), Seen, To);
    } else if (P.What == TypePart::Pointee) {
      Next.Ends = Cause::Reference;
      Next.Referent = P.Type;
      To.push_back(std::move(Next));
    } else {
      addDoubts(P.Type, std::move(Next), Seen, To);
    }
  }
}

/// Every node gets worse at most twice, and each time its users look again.
void Sendability::settle() {
  while (!Work.empty()) {
    uint32_t N = Work.back();
    Work.pop_back();
    look(N);
  }
  Asking.reset();
}

void Sendability::look(uint32_t Number) {
  Node &N = Nodes[Number];
  if (N.Is == Verdict::No)
    return;
  link::RecordSym R(Number / 2);
  ThreadTrait C = Number % 2 ? ThreadTrait::Sync : ThreadTrait::Send;
  Asking = Number;
  if (std::optional<Judgement> Own = ownVerdict(R, C)) {
    N.Looked = true;
    return raise(N, Own->Is, Own->Ends, std::nullopt);
  }
  for (TypePart &P : list(R, C)) {
    P.Is = ofPart(P, C);
    raise(N, P.Is.Is, P.Is.Ends, P);
    if (N.Is == Verdict::No)
      break;
  }
  N.Looked = true;
}

void Sendability::raise(Node &N, Verdict To, Cause Ends,
                        std::optional<TypePart> Part) {
  if (To <= N.Is)
    return;
  N.Is = To;
  N.Ends[static_cast<size_t>(To)] = Ends;
  N.Because[static_cast<size_t>(To)] = std::move(Part);
  llvm::append_range(Work, N.Users);
}

Judgement Sendability::ofRecord(link::RecordSym R, ThreadTrait C) {
  auto [It, New] = Nodes.try_emplace(nodeOf(R, C));
  if (New)
    Work.push_back(It->first);
  // The first look has seen all that can decide.
  if (Asking && !Nodes[*Asking].Looked)
    It->second.Users.push_back(*Asking);
  Verdict Is = It->second.Is;
  return {Is, It->second.Ends[static_cast<size_t>(Is)], R, C};
}

Judgement Sendability::ofType(TypeRef T, ThreadTrait C) {
  if (!T)
    return {Verdict::Depends, Cause::Erased, {}, C};
  const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
  switch (Type.Kind) {
  case TypeKind::Record:
    return ofRecord(Program.symbol(T.Unit, Type.Record), C);
  case TypeKind::Array:
    return ofType({T.Unit, Type.Element}, C);
  case TypeKind::Pointer:
  case TypeKind::Reference:
  case TypeKind::RvalueReference:
    return ofReferent({T.Unit, Type.Element}, C);
  default:
    return {Verdict::Yes, Cause::None, {}, C};
  }
}

/// What refers to a \p T. Of a member of a const object, which does not make
/// what it refers to const, ConstWrite tells.
Judgement Sendability::ofReferent(TypeRef T, ThreadTrait C) {
  if (C == ThreadTrait::Sync || !T)
    return ofType(T, C);
  const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
  if (Type.Kind == TypeKind::Function)
    return {Verdict::Yes, Cause::None, {}, C};
  if (Type.Kind == TypeKind::Void)
    return {Verdict::Depends, Cause::Erased, {}, C};
  Judgement Referent = ofType(T, ThreadTrait::Send);
  if (Referent.Is == Verdict::No)
    return Referent;
  if (forAllThreads(T) ||
      (Type.Const && ofType(T, ThreadTrait::Sync).Is == Verdict::Yes))
    return {Verdict::Yes, Cause::None, {}, C};
  return {Verdict::Depends, Cause::Reference, {}, C};
}

/// May threads use one such at once, whatever they do with it?
bool Sendability::forAllThreads(TypeRef T) const {
  if (!T)
    return false;
  const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
  if (Type.Atomic)
    return true;
  if (Type.Kind == TypeKind::Array)
    return forAllThreads({T.Unit, Type.Element});
  if (Type.Kind != TypeKind::Record)
    return false;
  const models::TypeModel *M =
      Program.record(Program.symbol(T.Unit, Type.Record)).Model;
  if (!M)
    return false;
  switch (M->Role) {
  case TypeRole::Lock:
  case TypeRole::Condition:
  case TypeRole::Once:
  case TypeRole::Atomic:
  case TypeRole::Event:
  case TypeRole::Synchronized:
    return true;
  default:
    return false;
  }
}

/// Is \p R, or a base of it, made with a policy to count without atomic
/// operations?
bool Sendability::hasPolicy(link::RecordSym R) const {
  return Program.anyOfBases(R, [&](link::RecordSym B) {
    link::UnitId U = Program.record(B).Unit;
    return llvm::any_of(declaration(B).TemplateArguments, [&](facts::TypeId T) {
      link::RecordSym Policy = classOf(Program, {U, T});
      const models::TypeModel *M =
          Policy ? Program.record(Policy).Model : nullptr;
      return M && M->Role == TypeRole::Value &&
             M->Count == models::TypeCount::Plain;
    });
  });
}

std::optional<Judgement> Sendability::byModel(link::RecordSym R,
                                              ThreadTrait C) const {
  const models::TypeModel &M = *Program.record(R).Model;
  Judgement Fine{Verdict::Yes, Cause::None, R, C};
  switch (M.Role) {
  case TypeRole::Lock:
  case TypeRole::Condition:
  case TypeRole::Once:
  case TypeRole::Synchronized:
    return Fine;
  case TypeRole::Guard:
    if (C == ThreadTrait::Sync)
      return Fine;
    return Judgement{Verdict::No, Cause::Hold, R, C};
  case TypeRole::Callable:
    return Judgement{Verdict::Depends, Cause::Erased, R, C};
  case TypeRole::Atomic:
  case TypeRole::Event:
    if (C == ThreadTrait::Sync)
      return Fine;
    return std::nullopt;
  case TypeRole::Pointer: {
    const facts::Record &Decl = declaration(R);
    TypeRef To =
        Decl.TemplateArguments.empty()
            ? TypeRef()
            : TypeRef{Program.record(R).Unit, Decl.TemplateArguments.front()};
    link::RecordSym Pointee = classOf(Program, To);
    if (M.Count == models::TypeCount::Plain ||
        (M.Count == models::TypeCount::Pointee && Pointee &&
         hasPolicy(Pointee)))
      return Judgement{Verdict::No, Cause::PlainCount, R, C};
    return std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

std::optional<Judgement> Sendability::ownVerdict(link::RecordSym R,
                                                 ThreadTrait C) {
  switch (markerOf(Program, R, C).What) {
  case ClassMarker::Never:
    return Judgement{Verdict::No, Cause::Forbidden, R, C};
  case ClassMarker::Promise: // Held against the members where it stands.
  case ClassMarker::Unsafe:
    return Judgement{Verdict::Yes, Cause::None, R, C};
  case ClassMarker::None:
    break;
  }
  return byItself(R, C);
}

std::optional<Judgement> Sendability::byItself(link::RecordSym R,
                                               ThreadTrait C) const {
  if (Seen.PlainCount && Seen.PlainCount(R))
    return Judgement{Verdict::No, Cause::PlainCount, R, C};
  if (threadBond(Program, R) != ThreadBond::None)
    return Judgement{Verdict::Depends, Cause::Bound, R, C};
  const link::RecordSymbol &S = Program.record(R);
  if (S.Model)
    return byModel(R, C);
  if (!(S.Flags & facts::RF_Complete))
    return Judgement{Verdict::Depends, Cause::Incomplete, R, C};
  if ((S.Flags & facts::RF_System) && declaration(R).TemplateArguments.empty())
    return Judgement{Verdict::Depends, Cause::OutOfSight, R, C};
  return std::nullopt;
}

/// Behind a pointer to a polymorphic class may be an object of any class that
/// derives from it.
void Sendability::addDerived(TypeRef Pointee, std::vector<TypePart> &To) {
  for (link::RecordSym D : Derived.of(classOf(Program, Pointee)))
    To.push_back({TypePart::Derived, {}, D, {}, {}});
}

std::vector<TypePart> Sendability::list(link::RecordSym R, ThreadTrait C) {
  std::vector<TypePart> All;
  const link::RecordSymbol &S = Program.record(R);
  const facts::Record &Decl = declaration(R);
  auto add = [&](TypePart::Kind K, facts::TypeId T) -> TypePart & {
    All.push_back({K, {}, {}, {S.Unit, T}, {}});
    return All.back();
  };
  if (S.Model || (S.Flags & facts::RF_System)) {
    bool Pointer = S.Model && S.Model->Role == TypeRole::Pointer;
    bool Refers = Pointer && !S.Model->Owner;
    for (facts::TypeId T : Decl.TemplateArguments)
      if (add(Refers ? TypePart::Pointee : TypePart::Element, T); Refers)
        break; // Others are traits.
    if (Pointer && !Decl.TemplateArguments.empty())
      addDerived({S.Unit, Decl.TemplateArguments.front()}, All);
    return All;
  }
  for (const facts::BaseClass &B : Decl.Bases)
    All.push_back(
        {TypePart::Base, {}, Program.symbol(S.Unit, B.Record), {}, {}});
  for (facts::FieldId F : Decl.Fields)
    add(TypePart::Member, Program.unit(S.Unit).field(F).Type).Field =
        Program.symbol(S.Unit, F);
  return All;
}

Judgement Sendability::ofPart(const TypePart &P, ThreadTrait C) {
  switch (P.What) {
  case TypePart::Base:
    return ofRecord(P.Record, C);
  case TypePart::Derived: {
    Judgement J = ofRecord(P.Record, C);
    J.Is = std::min(J.Is, Verdict::Depends); // It need not be one of these.
    return J;
  }
  case TypePart::Pointee:
    return ofReferent(P.Type, C);
  case TypePart::Element:
    return ofType(P.Type, C);
  case TypePart::Member:
    return ofMember(P, C);
  }
  return {};
}

/// A member of a const object is const, but for what is mutable, and for what
/// it points to.
Judgement Sendability::ofMember(const TypePart &P, ThreadTrait C) {
  if (C == ThreadTrait::Sync && !forAllThreads(P.Type) && Seen.ConstWrite &&
      Seen.ConstWrite(P.Field))
    return {Verdict::No, Cause::ConstWrite, {}, C};
  Judgement J = ofType(P.Type, C);
  // What is marked as for one thread at a time may have a lock: whether that is
  // held whenever it is used, is not a matter of types.
  if (C == ThreadTrait::Sync && J.Is == Verdict::No &&
      J.Ends == Cause::Forbidden &&
      hasLock(Program, Program.field(P.Field).Owner))
    return {Verdict::Depends, J.Ends, {}, C};
  return J;
}

bool analysis::hasLock(const link::Program &Program, link::RecordSym R) {
  if (!R)
    return false;
  const link::RecordSymbol &S = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(S.Unit);
  return llvm::any_of(Unit.record(S.Decl).Fields, [&](facts::FieldId F) {
    link::RecordSym Member = classOf(Program, {S.Unit, Unit.field(F).Type});
    const models::TypeModel *M =
        Member ? Program.record(Member).Model : nullptr;
    return M && M->Role == TypeRole::Lock;
  });
}

std::string analysis::typeName(const link::Program &Program, TypeRef T) {
  if (!T)
    return "unknown";
  const facts::Type &Type = Program.unit(T.Unit).type(T.Type);
  std::string Const = Type.Const ? "const " : "";
  std::string Element =
      Type.Element ? typeName(Program, {T.Unit, Type.Element}) : "";
  switch (Type.Kind) {
  case TypeKind::Record:
    return Const +
           Program.text(T.Unit,
                        Program.unit(T.Unit).record(Type.Record).Display);
  case TypeKind::Pointer:
    return Element + (Element.ends_with("*") ? "*" : " *") +
           (Type.Const ? "const" : "");
  case TypeKind::Reference:
    return Element + " &";
  case TypeKind::RvalueReference:
    return Element + " &&";
  case TypeKind::Array:
    return Element + " []";
  case TypeKind::Void:
    return Const + "void";
  case TypeKind::Bool:
    return Const + "bool";
  case TypeKind::Integer:
    return Const + "integer";
  case TypeKind::Floating:
    return Const + "floating";
  case TypeKind::Enum:
    return Const + "enumeration";
  case TypeKind::Function:
  case TypeKind::MemberPointer:
    return "function";
  case TypeKind::Other:
    break;
  }
  return "other";
}

//===-- LockKeys.cpp - When two paths may be the same lock ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/LockKeys.h"

#include "analysis/BodyView.h"

using namespace fearless;
using namespace fearless::analysis;

LockKeys::LockKeys(const link::Program &Program, PathTable &Paths,
                   const CallGraph &Graph,
                   const std::vector<Summary> &Summaries,
                   const ObjectPointers &Pointers, const LockClasses &Classes)
    : Program(Program), Paths(Paths), Pointers(Pointers), Classes(Classes) {
  findCaptures(Graph, Summaries);
}

void LockKeys::findCaptures(const CallGraph &Graph,
                            const std::vector<Summary> &Summaries) {
  for (uint32_t I = 0; I < Program.bodies().size(); ++I) {
    BodyId B(I);
    if (!Graph.has(B, CallGraph::AssignsCapture))
      continue;
    Program.trim();
    link::UnitId Unit = Program.body(B).Unit;
    const facts::FunctionBody &Facts = Program.facts(B);
    std::optional<BodyView> View;
    for (const facts::Fact &F : Facts.Facts) {
      if (F.Kind != facts::FactKind::Assign ||
          Facts.path(F.Path).Kind != PathKind::Field)
        continue;
      facts::FieldId Id(Facts.path(F.Path).Number);
      const facts::Field &Field = Program.unit(Unit).field(Id);
      if (!(Program.unit(Unit).record(Field.Owner).Flags & facts::RF_Lambda))
        continue;
      if (!View)
        View.emplace(Program, Paths, Graph, Summaries, B);
      Value V = View->value(Facts.operands(F)[0]);
      if (V.Kind == facts::OperandKind::Address ||
          V.Kind == facts::OperandKind::Load)
        Captures.try_emplace(Program.symbol(Unit, Id), std::pair(V, B));
    }
  }
}

static uint64_t question(Path P, BodyId In) {
  return uint64_t(P.Index) << 32 | In.Index;
}

PlacedPath LockKeys::normalise(Path P, BodyId In) const {
  if (auto It = KnownNormals.find(question(P, In)); It != KnownNormals.end())
    return It->second;
  return KnownNormals[question(P, In)] = findNormal(P, In);
}

LockKey LockKeys::key(Path P, BodyId In) const {
  if (auto It = KnownKeys.find(question(P, In)); It != KnownKeys.end())
    return It->second;
  return KnownKeys[question(P, In)] = findKey(P, In);
}

PlacedPath LockKeys::findNormal(Path P, BodyId In) const {
  for (unsigned Depth = 0; Depth < 6 && Paths.known(P); ++Depth) {
    bool Changed = false;
    auto Prefixes = Paths.prefixes(P);
    for (size_t I = Prefixes.size(); I-- > 0 && !Changed;) {
      const ProgramPath N = Paths[Prefixes[I]];
      if (N.Kind != PathKind::Deref || Paths[N.Parent].Kind != PathKind::Field)
        continue;
      if (Path Part = Pointers.pointee(N.Parent)) {
        P = Paths.rebase(P, Prefixes[I], Part);
        Changed = true;
        continue;
      }
      auto It = Captures.find(link::FieldSym(Paths[N.Parent].Number));
      if (It == Captures.end())
        continue;
      P = Paths.rebase(P, Prefixes[I], Paths.pointee(It->second.first));
      In = It->second.second;
      Changed = true;
    }
    if (!Changed)
      break;
  }
  return {P, In};
}

LockKey LockKeys::innerKey(Path P, BodyId In) const {
  return Paths.known(P) && Classes.isInner(P) ? findKey(P, In, true)
                                              : key(P, In);
}

bool LockKeys::oneObject(Path A, Path B) const {
  return Paths.known(A) && Paths.known(B) && Classes.isInner(A) &&
         Classes.isInner(B) && Classes.object(A) == Classes.object(B);
}

LockKey LockKeys::findKey(Path Original, BodyId Body, bool Inner) const {
  auto [Whole, In] = normalise(Original, Body);
  Path P = Whole;
  if (!Paths.known(P))
    return {};
  if (link::RecordSym R = classOf(Program, typeOf(Program, Paths, P, In)))
    if (const models::TypeModel *M = Program.record(R).Model;
        M && M->Role == models::TypeRole::Guard)
      return {};
  // A lock of the user's own: what matters is where that is.
  if (!Inner)
    P = Classes.object(P);
  for (; P; P = Paths[P].Parent) {
    const ProgramPath &N = Paths[P];
    switch (N.Kind) {
    case PathKind::ElementAny:
    case PathKind::ElementConst:
    case PathKind::ElementValue:
      continue;
    case PathKind::Deref:
      continue; // The lock that a pointer points to: known by the pointer.
    case PathKind::Field:
      if (isAllOfLibraryClass(link::FieldSym(N.Number)))
        continue;
      return {LockKey::Field, N.Number};
    case PathKind::Global:
      return {LockKey::Variable, N.Number};
    case PathKind::Local:
      // A pointer in a local variable names no lock; an object there is one.
      if (P != Whole && hasDeref(Whole))
        return {};
      return {LockKey::Object, P.Index};
    case PathKind::Allocation:
      return {LockKey::Object, P.Index};
    default:
      return {};
    }
  }
  return {};
}

/// The only member of a class of a library, as C's atomic_flag has one.
bool LockKeys::isAllOfLibraryClass(link::FieldSym F) const {
  const link::RecordSymbol &Class = Program.record(Program.field(F).Owner);
  return Class.Flags & facts::RF_System &&
         Program.unit(Class.Unit).record(Class.Decl).Fields.size() == 1;
}

bool LockKeys::hasDeref(Path P) const {
  for (; P; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Deref)
      return true;
  return false;
}

std::string LockKeys::name(LockKey K) const {
  switch (K.What) {
  case LockKey::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(K.Number));
    const std::string &Class = Program.record(F.Owner).Qualified;
    return Class.empty() ? F.Name : Class + "::" + F.Name;
  }
  case LockKey::Variable:
    return Program.variable(link::VariableSym(K.Number)).Qualified;
  case LockKey::Object:
    return describe(Program, Paths, Path(K.Number), BodyId());
  case LockKey::Unclear:
    return "a lock that cannot be told";
  case LockKey::None:
    break;
  }
  return "";
}

std::string LockKeys::fullName(LockKey K) const {
  if (K.What != LockKey::Field)
    return name(K);
  const link::FieldSymbol &F = Program.field(link::FieldSym(K.Number));
  const link::RecordSymbol &Owner = Program.record(F.Owner);
  const facts::Record &Record = Program.unit(Owner.Unit).record(Owner.Decl);
  std::string Class = Program.text(Owner.Unit, Record.Display);
  return Class.empty() ? name(K) : Class + "::" + F.Name;
}

std::optional<models::TypeRole> LockKeys::role(LockKey K) const {
  TypeRef T;
  if (K.What == LockKey::Field) {
    const link::FieldSymbol &F = Program.field(link::FieldSym(K.Number));
    T = {F.Unit, Program.unit(F.Unit).field(F.Decl).Type};
  } else if (K.What == LockKey::Variable) {
    const link::VariableSymbol &V =
        Program.variable(link::VariableSym(K.Number));
    T = {V.Unit, Program.unit(V.Unit).variable(V.Decl).Type};
  }
  link::RecordSym R = T ? classOf(Program, T) : link::RecordSym();
  const models::TypeModel *M = R ? Program.record(R).Model : nullptr;
  return M ? std::optional(M->Role) : std::nullopt;
}

/// Best the way that its key is called, so that both halves of a finding speak
/// of one thing; else as the path reads.
std::string LockKeys::name(Path P, BodyId In) const {
  auto [Q, Where] = normalise(P, In);
  // An object of its own is better known than its class: g_ledger.mu.
  if (LockKey K = key(P, In)) {
    if (K.What == LockKey::Field && Paths.known(Q) &&
        Paths.isRoot(Q, PathKind::Global)) {
      std::string Direct = describe(Program, Paths, Classes.object(Q), Where);
      if (!Direct.empty())
        return Direct;
    }
    return name(K);
  }
  return describe(Program, Paths, Q, Where);
}

findings::Place LockKeys::declaration(LockKey K) const {
  switch (K.What) {
  case LockKey::Field: {
    const link::FieldSymbol &F = Program.field(link::FieldSym(K.Number));
    return Program.place(F.Unit, Program.unit(F.Unit).field(F.Decl).Loc);
  }
  case LockKey::Variable: {
    const link::VariableSymbol &V =
        Program.variable(link::VariableSym(K.Number));
    return Program.place(V.Unit, Program.unit(V.Unit).variable(V.Decl).Loc);
  }
  case LockKey::Object: {
    const ProgramPath &N = Paths[Path(K.Number)];
    if (N.Kind != PathKind::Local)
      return {};
    const link::Body &B = Program.body(BodyId(N.Version));
    return Program.place(B.Unit, B.Facts->Locals[N.Number].Loc);
  }
  case LockKey::Unclear:
  case LockKey::None:
    break;
  }
  return {};
}

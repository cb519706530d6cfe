//===-- AccessTable.cpp - What is done to memory, by its name -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/AccessTable.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::analysis;

link::FieldSym analysis::firstSharing(const link::Program &Program,
                                      link::FieldSym F) {
  const link::FieldSymbol &Sym = Program.field(F);
  link::RecordSym Owner = Sym.Owner;
  if (!(Sym.Flags & facts::FdF_BitField) &&
      !(Program.record(Owner).Flags & facts::RF_Union))
    return F;
  const facts::TranslationUnit &Unit = Program.unit(Sym.Unit);
  const facts::Field &Field = Unit.field(Sym.Decl);
  const facts::Record &Record = Unit.record(Field.Owner);
  if (Record.Flags & facts::RF_Union)
    return Program.symbol(Sym.Unit, Record.Fields.front());
  size_t I = llvm::find(Record.Fields, Sym.Decl) - Record.Fields.begin();
  auto Continues = [&](facts::FieldId Id) {
    return (Unit.field(Id).Flags & facts::FdF_BitField) &&
           !(Unit.field(Id).Flags & facts::FdF_OwnLocation);
  };
  while (I > 0 && I < Record.Fields.size() && Continues(Record.Fields[I]) &&
         (Unit.field(Record.Fields[I - 1]).Flags & facts::FdF_BitField))
    --I;
  return Program.symbol(Sym.Unit, Record.Fields[I]);
}

LockKey AccessTable::keyOf(Path P, BodyId In) const {
  auto [Q, Where] = Keys.normalise(P, In);
  if (!Paths.known(Q))
    return {};
  for (; Q; Q = Paths[Q].Parent) {
    const ProgramPath &N = Paths[Q];
    switch (N.Kind) {
    case PathKind::ElementAny:
    case PathKind::ElementConst:
    case PathKind::ElementValue:
      continue;
    case PathKind::Field:
      return {LockKey::Field,
              firstSharing(Program, link::FieldSym(N.Number)).Index};
    case PathKind::Global:
      return {LockKey::Variable, N.Number};
    case PathKind::Local:
    case PathKind::Allocation:
      return {LockKey::Object, Q.Index};
    case PathKind::Parameter:
      return {LockKey::Object,
              (N.Version ? Q : Paths.root(PathKind::Parameter, N.Number, Where))
                  .Index};
    default:
      return {};
    }
  }
  return {};
}

void AccessTable::add(const AccessPlace &At) {
  if (LockKey K = keyOf(At.Of, At.Body))
    add(K, At);
  else
    (At.Atomic ? AtomicsByPointer : ByPointer).push_back(At);
}

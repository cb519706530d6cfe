//===-- Destruction.cpp - What dies with a container or owning pointer ----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Destruction.h"

#include "models/Catalogue.h"

using namespace fearless;
using namespace fearless::analysis;
using models::Effect;
using models::EffectKind;

/// Containers of containers of pointers are followed so far.
static constexpr unsigned MaxLayers = 4;

/// The model of the destructor of a library's class. Null if none.
static const models::FunctionModel *
destructorModel(const link::Program &Program, const models::Catalogue &Models,
                link::RecordSym R) {
  llvm::StringRef Name = Program.record(R).Qualified;
  llvm::StringRef Last = Name.substr(Name.rfind(':') + 1);
  return Models.function((Name + "::~" + Last).str(), {});
}

link::FunctionSym analysis::destructorOf(const link::Program &Program,
                                         link::RecordSym R) {
  const link::RecordSymbol &S = Program.record(R);
  const facts::TranslationUnit &Unit = Program.unit(S.Unit);
  for (facts::FunctionId F : Unit.record(S.Decl).Methods)
    if (Unit.function(F).Flags & facts::FnF_Destructor)
      return Program.symbol(S.Unit, F);
  return {};
}

/// A deleter of the user's own does what it likes with the pointee.
static bool hasOwnDeleter(const link::Program &Program, link::UnitId Unit,
                          const facts::Record &Pointer) {
  if (Pointer.TemplateArguments.size() < 2)
    return false;
  link::RecordSym D = classOf(Program, {Unit, Pointer.TemplateArguments[1]});
  return !D || !(Program.record(D).Flags & facts::RF_System);
}

Destroyed analysis::destroyedBy(const link::Program &Program,
                                const models::Catalogue &Models,
                                const Effect &E, link::RecordSym Holder) {
  Destroyed Result;
  const Effect *Now = &E;
  for (unsigned Depth = 0; Depth < MaxLayers && Holder; ++Depth) {
    const link::RecordSymbol &Sym = Program.record(Holder);
    const facts::Record &Record = Program.unit(Sym.Unit).record(Sym.Decl);
    if (!Sym.Model || uint64_t(Now->Value) >= Record.TemplateArguments.size())
      return {};
    bool Pointer = Sym.Model->Role == models::TypeRole::Pointer;
    if (Pointer && hasOwnDeleter(Program, Sym.Unit, Record))
      return {};
    Result.Pointers.push_back(Pointer);
    Result.Shared |= Pointer && Sym.Model->Shared;
    TypeRef Held{Sym.Unit, Record.TemplateArguments[Now->Value]};
    Holder = classOf(Program, Held);
    if (!Holder ||
        Program.unit(Held.Unit).type(Held.Type).Kind != facts::TypeKind::Record)
      return {};
    Result.Class = Holder;
    Now = nullptr;
    if (const models::FunctionModel *M =
            destructorModel(Program, Models, Holder))
      for (const Effect &Inner : M->Effects) {
        if (Inner.Kind == EffectKind::Destroys)
          Now = &Inner;
        Result.Joins |= Inner.Kind == EffectKind::JoinIfJoinable;
        Result.NeedsNoThread |= Inner.Kind == EffectKind::NeedsNoThread;
      }
    if (!Now)
      return Result;
  }
  return {};
}

Path analysis::contentIn(PathTable &Paths, Path P, const Destroyed &D) {
  for (bool Pointer : D.Pointers)
    P = Pointer ? Paths.deref(P) : Paths.element(P, Value::unknown());
  return P;
}

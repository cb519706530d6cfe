//===-- CopyRemedy.cpp - When a capture may be a copy ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/CopyRemedy.h"

#include "analysis/ThreadBoundaries.h"
#include "rules/Witness.h"

#include "llvm/ADT/STLExtras.h"

using namespace fearless;
using namespace fearless::rules;
using namespace fearless::analysis;
using facts::FactKind;
using facts::TypeKind;
using models::TypeRole;

/// Is a copy of such an object one of its own, and is there one for certain?
static bool isCopyable(const link::Program &P, TypeRef T, unsigned Depth = 0) {
  constexpr unsigned MaxDepth = 4;
  if (!T || Depth > MaxDepth)
    return false;
  const facts::TranslationUnit &Unit = P.unit(T.Unit);
  const facts::Type &Type = Unit.type(T.Type);
  switch (Type.Kind) {
  case TypeKind::Bool:
  case TypeKind::Integer:
  case TypeKind::Floating:
  case TypeKind::Enum:
    return !Type.Atomic && !Type.Volatile;
  case TypeKind::Record:
    break;
  default:
    return false;
  }
  const facts::Record &R = Unit.record(Type.Record);
  const link::RecordSymbol &S = P.record(P.symbol(T.Unit, Type.Record));
  if (!S.Model)
    return false; // The program's own may forbid it.
  bool Counted = S.Model->Role == TypeRole::Pointer && S.Model->Shared;
  return Counted ||
         (S.Model->Role == TypeRole::Container &&
          !R.TemplateArguments.empty() &&
          isCopyable(P, {T.Unit, R.TemplateArguments[0]}, Depth + 1));
}

/// Does the call get its operand only to read it?
static bool readsOperand(const link::Program &P, BodyId B, const facts::Fact &F,
                         size_t Operand) {
  if (TypeRef T = parameterType(P, B, F, Operand)) {
    const facts::TranslationUnit &Unit = P.unit(T.Unit);
    const facts::Type &Type = Unit.type(T.Type);
    return Type.Kind == TypeKind::Reference && Unit.type(Type.Element).Const;
  }
  // The object of a const member function.
  return F.Callee && Operand == 0 &&
         P.unit(P.body(B).Unit).function(F.Callee).Flags & facts::FnF_Const;
}

/// Do the facts of \p B from \p From on only read what \p Is is true of?
static bool onlyReads(const link::Program &P, BodyId B, uint32_t From,
                      llvm::function_ref<bool(facts::PathId)> Is) {
  const facts::FunctionBody &Body = P.facts(B);
  for (uint32_t I = From; I < Body.Facts.size(); ++I) {
    const facts::Fact &F = Body.Facts[I];
    if (F.Kind == FactKind::Read || F.Kind == FactKind::Destroy)
      continue;
    if (F.Path && Is(F.Path))
      return false;
    auto Operands = Body.operands(F);
    for (size_t O = 0; O < Operands.size(); ++O)
      if (Operands[O].Kind == facts::OperandKind::Address &&
          Is(Operands[O].path()) && !readsOperand(P, B, F, O))
        return false;
  }
  return true;
}

/// The capture of \p Variable by reference.
static std::optional<BodyView::Capture> captureOf(const Analysis &A,
                                                  Site Closure, Path Variable) {
  const link::Program &P = A.program();
  BodyView View(P, A.paths(), A.graph(), A.summaries(), Closure.Body);
  for (const BodyView::Capture &C : View.captures(Closure.Fact))
    if ((P.field(C.Field).Flags & facts::FdF_CaptureByReference) &&
        C.What == Value::address(Variable))
      return C;
  return std::nullopt;
}

findings::Remedy rules::copyRemedy(const Analysis &A, Site Made,
                                   Path Captured) {
  const link::Program &P = A.program();
  const facts::FunctionBody &Body = P.facts(Made.Body);
  const facts::Fact &Closure = Body.Facts[Made.Fact];
  std::optional<BodyView::Capture> Capture;
  if (Closure.Kind == FactKind::Closure)
    Capture = captureOf(A, Made, Captured);
  // What stands in a macro is not mended where the macro is used.
  if (!Capture || llvm::any_of(Body.Spellings, [&](const facts::Spelling &S) {
        return S.Fact == Capture->Fact || S.Fact == Made.Fact;
      }))
    return {};
  const facts::Operand &Source = Body.operands(Body.Facts[Capture->Fact])[0];
  if (!Source.hasPath())
    return {};
  const facts::PathId Variable = Source.path();
  if (!isCopyable(P, typeOf(P, Made.Body, Variable)) ||
      !onlyReads(P, Made.Body, std::max(Capture->Fact, Made.Fact) + 1,
                 [&](facts::PathId Q) { return overlap(Body, Q, Variable); }))
    return {};
  const link::FunctionSymbol &Runs =
      P.function(P.symbol(P.body(Made.Body).Unit, Closure.Callee));
  bool OnlyReads = llvm::all_of(Runs.Bodies, [&](BodyId B) {
    const facts::FunctionBody &Inside = P.facts(B);
    return onlyReads(P, B, 0, [&](facts::PathId Q) {
      for (; Q; Q = Inside.path(Q).Parent)
        if (Inside.path(Q).Kind == facts::PathKind::Field &&
            P.symbol(P.body(B).Unit, facts::FieldId(Inside.path(Q).Number)) ==
                Capture->Field)
          return true;
      return false;
    });
  });
  if (Runs.Bodies.empty() || !OnlyReads)
    return {};
  findings::Remedy R{findings::Remedy::CaptureCopy, Witness(A).place(Made)};
  R.Name = P.field(Capture->Field).Name;
  return R;
}

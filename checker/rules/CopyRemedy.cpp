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
  if (!F.Callee)
    return false;
  const facts::TranslationUnit &Unit = P.unit(P.body(B).Unit);
  const facts::Function &Callee = Unit.function(F.Callee);
  bool Method = Callee.Flags & (facts::FnF_Method | facts::FnF_Constructor);
  if (Method && Operand == 0)
    return Callee.Flags & facts::FnF_Const;
  size_t Number = Operand - Method;
  if (Number >= Callee.Parameters.size())
    return false;
  const facts::Type &T = Unit.type(Callee.Parameters[Number]);
  return T.Kind == TypeKind::Reference && Unit.type(T.Element).Const;
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

/// The capture of \p Variable by reference: a fact.
static std::optional<uint32_t> captureOf(const Analysis &A, Site Closure,
                                         Path Variable) {
  const link::Program &P = A.program();
  const link::UnitId U = P.body(Closure.Body).Unit;
  BodyView View(P, A.paths(), A.graph(), A.summaries(), Closure.Body);
  const facts::FunctionBody &Body = View.facts();
  const facts::PathId Object = Body.Facts[Closure.Fact].Path;
  for (uint32_t I = 0; I < Body.Facts.size(); ++I) {
    const facts::Fact &F = Body.Facts[I];
    if (F.Kind != FactKind::Assign || !F.Path ||
        Body.path(F.Path).Kind != facts::PathKind::Field ||
        Body.path(F.Path).Parent != Object)
      continue;
    facts::FieldId Field(Body.path(F.Path).Number);
    Value V = View.value(Body.operands(F)[0]);
    if ((P.unit(U).field(Field).Flags & facts::FdF_CaptureByReference) &&
        V == Value::address(Variable) && Body.operands(F)[0].hasPath())
      return I;
  }
  return std::nullopt;
}

findings::Remedy rules::copyRemedy(const Analysis &A, Site Made,
                                   Path Captured) {
  const link::Program &P = A.program();
  const link::UnitId U = P.body(Made.Body).Unit;
  const facts::FunctionBody &Body = P.facts(Made.Body);
  const facts::Fact &Closure = Body.Facts[Made.Fact];
  std::optional<uint32_t> Capture = Closure.Kind == FactKind::Closure
                                        ? captureOf(A, Made, Captured)
                                        : std::nullopt;
  // What stands in a macro is not mended where the macro is used.
  if (!Capture || llvm::any_of(Body.Spellings, [&](const facts::Spelling &S) {
        return S.Fact == *Capture || S.Fact == Made.Fact;
      }))
    return {};
  const facts::Fact &F = Body.Facts[*Capture];
  const facts::FieldId Field(Body.path(F.Path).Number);
  const facts::PathId Variable = Body.operands(F)[0].path();
  if (!isCopyable(P, typeOf(P, Made.Body, Variable)) ||
      !onlyReads(P, Made.Body, std::max(*Capture, Made.Fact) + 1,
                 [&](facts::PathId Q) { return overlap(Body, Q, Variable); }))
    return {};
  link::FunctionSym Runs = P.symbol(U, Closure.Callee);
  for (BodyId B : P.function(Runs).Bodies) {
    const facts::FunctionBody &Inside = P.facts(B);
    auto isCaptured = [&](facts::PathId Q) {
      for (; Q; Q = Inside.path(Q).Parent)
        if (Inside.path(Q).Kind == facts::PathKind::Field &&
            facts::FieldId(Inside.path(Q).Number) == Field)
          return true;
      return false;
    };
    if (!onlyReads(P, B, 0, isCaptured))
      return {};
  }
  if (P.function(Runs).Bodies.empty())
    return {};
  findings::Remedy R{findings::Remedy::CaptureCopy, Witness(A).place(Made)};
  R.Name = P.field(P.symbol(U, Field)).Name;
  return R;
}

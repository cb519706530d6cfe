//===-- DeclaredAccesses.cpp - Guarded data and who touches them ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part of DeclaredFlow: reads, writes, calls of members, arguments by reference
// and references returned, held against GUARDED_BY and PT_GUARDED_BY.
//
//===----------------------------------------------------------------------===//

#include "analysis/DeclaredFlow.h"
#include "analysis/ThreadHandles.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::AnnotationKind;
using facts::Fact;
using facts::OperandKind;
using llvm::StringRef;

void DeclaredFlow::noteIssue(DeclaredIssue I) {
  if (!Recording)
    return;
  for (DeclaredIssue &Old : Result.Issues)
    if (Old.What == I.What && Old.At == I.At && Old.AtPlace == I.AtPlace &&
        Old.Of == I.Of && Old.Field == I.Field && Old.Variable == I.Variable) {
      Old.ByCaller &= I.ByCaller;
      return;
    }
  Result.Issues.push_back(std::move(I));
}

/// Part of the function's own object, of which nobody else has heard before it
/// is made or after it has gone.
bool DeclaredFlow::isOwn(Path P) const {
  if (!Constructs)
    return false;
  Path This = Paths.deref(Paths.root(PathKind::Parameter, 0));
  if (!Paths.startsWith(P, This))
    return false;
  for (; P != This; P = Paths[P].Parent)
    if (Paths[P].Kind == PathKind::Deref)
      return false;
  return true;
}

/// Does a guard of \p Data speak of \p P, which is a part of it or lies behind?
/// An element of a container is not the container.
bool DeclaredFlow::guards(const DeclaredGuard &G, Path Data, Path P) const {
  bool Behind = false;
  for (Path Step : Paths.prefixes(P)) {
    if (Step == Data || !Paths.startsWith(Step, Data))
      continue;
    const ProgramPath &N = Paths[Step];
    bool Pointer = N.Kind == PathKind::Deref;
    if (isElementStep(N.Kind)) {
      TypeRef T = typeOf(Program, Paths, N.Parent, Body);
      bool Object = T && Program.unit(T.Unit).type(T.Type).Kind ==
                             facts::TypeKind::Record;
      if (!T || (Object && !(G.Pointee && N.Parent == Data)))
        return false;
      Pointer = Object;
    }
    if (Pointer && Behind)
      return false;
    Behind |= Pointer;
  }
  return Behind == G.Pointee;
}

/// The data that \p P names. Pointers of the function's own are seen through;
/// others may be declared to guard what they point to.
Path DeclaredFlow::accessed(const State &S, facts::PathId P) {
  Path Named = place(P);
  return Paths.known(Named) && Paths.isRoot(Named, PathKind::Local)
             ? resolve(S, Named)
             : Named;
}

/// Whose value at \p P may be looked at or changed: every guarded thing that it
/// is part of.
void DeclaredFlow::checkAccess(uint32_t Fact, Path P, bool Write,
                               DeclaredIssue::Access How, const State &S) {
  if (!Recording || !Paths.known(P))
    return;
  for (Path Step : Paths.prefixes(P)) {
    const ProgramPath N = Paths[Step];
    llvm::ArrayRef<DeclaredGuard> Guards;
    if (N.Kind == PathKind::Field)
      Guards = In.Declared.guards(link::FieldSym(N.Number));
    else if (N.Kind == PathKind::Global)
      Guards = In.Declared.guards(link::VariableSym(N.Number));
    for (const DeclaredGuard &G : Guards)
      if (guards(G, Step, P))
        checkGuard(Fact, G, Step, Write, How, S);
  }
}

void DeclaredFlow::checkGuard(uint32_t Fact, const DeclaredGuard &G, Path Data,
                              bool Write, DeclaredIssue::Access How,
                              const State &S) {
  const ProgramPath N = Paths[Data];
  bool Field = N.Kind == PathKind::Field;
  if (S.holdsAll(Write) || (Field && isOwn(N.Parent)))
    return;
  DeclaredIssue I;
  I.Written = G.By.Written;
  I.At = Fact;
  I.How = How;
  I.Pointee = G.Pointee;
  I.NeedsExclusive = Write;
  if (Field)
    I.Field = link::FieldSym(N.Number);
  else
    I.Variable = link::VariableSym(N.Number);
  if (G.By.Any) {
    if (S.Held.empty())
      noteIssue(std::move(I));
    return;
  }
  if (!G.By.Of || G.By.Negative)
    return;
  Path Of = G.By.Of;
  if (Field && Paths.startsWith(Of, Paths.anyObject()))
    Of = Paths.rebase(Of, Paths.anyObject(), N.Parent);
  Of = capability(S, Of, true);
  if (!Paths.known(Of))
    return;
  const Hold *H = S.hold(Of);
  if (H && !(Write && H->Shared))
    return;
  if (!H && S.Vague && Paths.isRoot(Of, PathKind::Local))
    return;
  I.Of = Of;
  I.Shared = H;
  if (H)
    I.First = H->At;
  I.ByCaller = !H && !S.touched(Of);
  noteIssue(std::move(I));
}

/// `x = y`, `x += y`, `++x` of a class.
static bool assigns(StringRef Qualified) {
  size_t At = Qualified.rfind("operator");
  if (At == StringRef::npos)
    return false;
  StringRef Symbol = Qualified.drop_front(At + 8);
  return Symbol == "++" || Symbol == "--" ||
         (Symbol.ends_with("=") && Symbol != "==" && Symbol != "!=" &&
          Symbol != "<=" && Symbol != ">=");
}

static bool isSubscript(StringRef Qualified) {
  return Qualified.ends_with("operator[]");
}

/// The object that a member is called on, and what is passed by reference.
void DeclaredFlow::checkArguments(uint32_t Index, link::FunctionSym Callee,
                                  const State &S) {
  const Fact &F = Facts.Facts[Index];
  if (!Recording || F.Kind == facts::FactKind::Destroy || !Callee ||
      In.Declared.has(Callee, AnnotationKind::NoAnalysis))
    return;
  const link::FunctionSymbol &Sym = Program.function(Callee);
  const facts::Function &Decl = Program.unit(Unit).function(F.Callee);
  const bool Method = Decl.Flags & facts::FnF_Method;
  const bool Constructor = Decl.Flags & facts::FnF_Constructor;
  auto Operands = Facts.operands(F);
  // An object that is called by reference, or lies behind a pointer.
  for (size_t I = 0; I < Operands.size(); ++I) {
    bool This = I == 0 &&
                (Method || Constructor || F.Kind == facts::FactKind::Construct);
    if (This && !Method)
      continue; // It is only being made.
    if (Operands[I].Kind != OperandKind::Address)
      continue;
    size_t Parameter = I - (Method || Constructor);
    if (!This) {
      if (Parameter >= Decl.Parameters.size())
        continue;
      facts::TypeKind K =
          Program.unit(Unit).type(Decl.Parameters[Parameter]).Kind;
      if (K != facts::TypeKind::Reference &&
          K != facts::TypeKind::RvalueReference)
        continue;
    }
    Path P = accessed(S, Operands[I].path());
    bool Operator = I == 0 && assigns(Sym.Qualified);
    bool Copies = Constructor && (Decl.Flags & facts::FnF_MoveOrCopy);
    checkAccess(Index, P, Operator,
                Operator         ? DeclaredIssue::Write
                : This || Copies ? DeclaredIssue::Call
                                 : DeclaredIssue::Passed,
                S);
    bool Pointer =
        I == 0 && (isPointerOperator(Sym.Qualified, Operands.size()) ||
                   isSubscript(Sym.Qualified));
    if (Pointer)
      checkAccess(Index, Paths.deref(P), false, DeclaredIssue::Read, S);
  }
}

/// `int &count() { return count_; }`: whoever gets it needs the lock, which the
/// function does not keep.
void DeclaredFlow::checkReturn(uint32_t Index, const State &S) {
  const Fact &F = Facts.Facts[Index];
  if (!Recording || !F.OperandCount)
    return;
  const facts::Operand &O = Facts.operands(F)[0];
  const facts::TranslationUnit &U = Program.unit(Unit);
  facts::TypeId T = U.function(Program.body(Body).Decl).Result;
  if (O.Kind != OperandKind::Address || !T ||
      (U.type(T).Kind != facts::TypeKind::Reference))
    return;
  State AtEnd;
  AtEnd.Everything = S.Everything;
  AtEnd.Stores = S.Stores;
  AtEnd.Touched = S.Touched;
  for (const Hold &H : Expected)
    AtEnd.add(H);
  facts::TypeId Element = U.type(T).Element;
  bool Const = Element && U.type(Element).Const;
  checkAccess(Index, accessed(S, O.path()), !Const, DeclaredIssue::Returned,
              AtEnd);
}

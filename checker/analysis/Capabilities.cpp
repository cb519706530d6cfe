//===-- Capabilities.cpp - What declarations say of locks -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/Capabilities.h"

using namespace fearless;
using namespace fearless::analysis;
using facts::Annotation;
using facts::AnnotationKind;
using llvm::StringRef;

Capabilities::Capabilities(const link::Program &Program, PathTable &Paths,
                           const std::vector<Summary> &Summaries)
    : Program(Program), Paths(Paths), Summaries(Summaries) {
  if (!anyDeclared())
    return;
  readRecords();
  for (uint32_t F = 0; F < Program.functions().size(); ++F)
    FunctionsByName[Program.functions()[F].Qualified].push_back(
        link::FunctionSym(F));
  for (uint32_t V = 0; V < Program.variables().size(); ++V)
    VariablesByName[Program.variables()[V].Qualified].push_back(
        link::VariableSym(V));
  readFunctions(); // First: what returns a capability is needed by the others.
  readFields();
  readVariables();
  Any = !OfFunctions.empty() || !OfFields.empty() || !OfVariables.empty();
}

/// Does any unit say anything of locks? One look at each, in their order.
bool Capabilities::anyDeclared() const {
  auto Speaks = [](const auto &Declaration) {
    return llvm::any_of(Declaration.Annotations, [](const Annotation &A) {
      return A.Kind != AnnotationKind::Marker;
    });
  };
  for (uint32_t U = 0; U < Program.unitCount(); ++U) {
    Program.trim();
    const facts::TranslationUnit &Unit = Program.unit(link::UnitId(U));
    if (llvm::any_of(Unit.Functions, Speaks) ||
        llvm::any_of(Unit.Fields, Speaks) ||
        llvm::any_of(Unit.Variables, Speaks))
      return true;
  }
  return false;
}

void Capabilities::readRecords() {
  for (uint32_t I = 0; I < Program.records().size(); ++I) {
    Program.trim();
    const link::RecordSymbol &R = Program.records()[I];
    RecordsByName.try_emplace(R.Qualified, link::RecordSym(I));
    for (const Annotation &A : Program.unit(R.Unit).record(R.Decl).Annotations)
      switch (A.Kind) {
      case AnnotationKind::ScopedCapability:
        Scoped.insert(link::RecordSym(I));
        break;
      case AnnotationKind::Reentrant:
        Reentrant.insert(link::RecordSym(I));
        break;
      default:
        break;
      }
  }
}

/// What encloses the declaration with this name.
static std::string scopeOf(StringRef Qualified) {
  size_t At = Qualified.rfind("::");
  return At == StringRef::npos ? std::string() : Qualified.take_front(At).str();
}

static bool isGuard(AnnotationKind K) {
  return K == AnnotationKind::GuardedBy || K == AnnotationKind::PtGuardedBy;
}

/// The guards that \p Annotations, of unit \p U, declare.
static std::vector<DeclaredGuard>
guardsOf(const link::Program &Program, const Capabilities &In,
         const CapabilityName::Scope &From,
         const std::vector<Annotation> &Annotations) {
  std::vector<DeclaredGuard> Result;
  for (const Annotation &A : Annotations) {
    if (!isGuard(A.Kind))
      continue;
    bool Pointee = A.Kind == AnnotationKind::PtGuardedBy;
    if (A.Arguments.empty()) {
      Capability Whatever;
      Whatever.Any = true;
      Result.push_back({Pointee, Whatever});
    }
    for (facts::StringId S : A.Arguments)
      Result.push_back(
          {Pointee, CapabilityName(In, From).read(Program.text(From.Unit, S))});
  }
  return Result;
}

void Capabilities::readFields() {
  for (uint32_t I = 0; I < Program.fields().size(); ++I) {
    Program.trim();
    const link::FieldSymbol &F = Program.fields()[I];
    std::vector<Annotation> Written =
        Program.unit(F.Unit).field(F.Decl).Annotations;
    if (llvm::none_of(Written, [](auto &A) { return isGuard(A.Kind); }))
      continue;
    CapabilityName::Scope From{F.Unit,
                               F.Owner,
                               Paths.anyObject(),
                               {},
                               Program.record(F.Owner).Qualified};
    OfFields[link::FieldSym(I)] = guardsOf(Program, *this, From, Written);
  }
}

void Capabilities::readVariables() {
  for (uint32_t I = 0; I < Program.variables().size(); ++I) {
    Program.trim();
    const link::VariableSymbol &V = Program.variables()[I];
    std::vector<Annotation> Written =
        Program.unit(V.Unit).variable(V.Decl).Annotations;
    if (llvm::none_of(Written, [](auto &A) { return isGuard(A.Kind); }))
      continue;
    CapabilityName::Scope From{V.Unit, {}, {}, {}, scopeOf(V.Qualified)};
    OfVariables[link::VariableSym(I)] = guardsOf(Program, *this, From, Written);
  }
}

void Capabilities::readFunctions() {
  for (uint32_t I = 0; I < Program.functions().size(); ++I) {
    Program.trim();
    const link::FunctionSymbol &F = Program.functions()[I];
    std::vector<Annotation> Written =
        Program.decl(link::FunctionSym(I)).Annotations;
    // A body may stand in another unit than the one that is asked first.
    for (link::BodyId B : F.Bodies)
      if (Written.empty())
        Written = Program.unit(Program.body(B).Unit)
                      .function(Program.body(B).Decl)
                      .Annotations;
    llvm::erase_if(Written, [](const Annotation &A) {
      return A.Kind == AnnotationKind::Marker;
    });
    if (Written.empty())
      continue;
    bool HasObject = F.has(facts::FnF_Method) ||
                     F.has(facts::FnF_Constructor) ||
                     F.has(facts::FnF_Destructor);
    CapabilityName::Scope From{
        F.Unit, F.Owner,
        HasObject ? Paths.deref(Paths.root(PathKind::Parameter, 0)) : Path(),
        link::FunctionSym(I), scopeOf(F.Qualified)};
    auto &Effects = OfFunctions[link::FunctionSym(I)];
    for (const Annotation &A : Written) {
      DeclaredEffect E{A.Kind, A.Success, {}};
      for (facts::StringId S : A.Arguments)
        E.Of.push_back(
            CapabilityName(*this, From).read(Program.text(F.Unit, S)));
      Effects.push_back(std::move(E));
    }
  }
}

llvm::ArrayRef<DeclaredEffect>
Capabilities::effects(link::FunctionSym F) const {
  auto It = F ? OfFunctions.find(F) : OfFunctions.end();
  return It == OfFunctions.end() ? llvm::ArrayRef<DeclaredEffect>()
                                 : llvm::ArrayRef(It->second);
}

bool Capabilities::has(link::FunctionSym F, AnnotationKind K) const {
  return llvm::any_of(effects(F),
                      [&](const DeclaredEffect &E) { return E.Kind == K; });
}

llvm::ArrayRef<DeclaredGuard> Capabilities::guards(link::FieldSym F) const {
  auto It = OfFields.find(F);
  return It == OfFields.end() ? llvm::ArrayRef<DeclaredGuard>()
                              : llvm::ArrayRef(It->second);
}

llvm::ArrayRef<DeclaredGuard> Capabilities::guards(link::VariableSym V) const {
  auto It = OfVariables.find(V);
  return It == OfVariables.end() ? llvm::ArrayRef<DeclaredGuard>()
                                 : llvm::ArrayRef(It->second);
}

Path Capabilities::result(link::FunctionSym F,
                          llvm::ArrayRef<Value> Arguments) const {
  const link::FunctionSymbol &S = Program.function(F);
  if (isPointerOperator(S.Qualified, Arguments.size()) &&
      Arguments[0].hasPath())
    return Paths.deref(Arguments[0].Kind == facts::OperandKind::Load
                           ? Paths.pointee(Arguments[0])
                           : Arguments[0].path());
  for (const DeclaredEffect &E : effects(F))
    if (E.Kind == AnnotationKind::ReturnCapability && !E.Of.empty() &&
        E.Of[0].Of)
      return substitute(Paths, E.Of[0].Of, {Arguments, Path()});
  if (S.Bodies.size() == 1)
    if (const auto &Known = Summaries[S.Bodies[0].Index].Result)
      if (Value V = substitute(Paths, *Known, {Arguments, Path()}); V.hasPath())
        return Paths.pointee(V);
  // A name of its own, the same wherever the same is called on the same.
  Path Result = Paths.anyObject();
  if (!Arguments.empty() && Arguments[0].hasPath())
    Result = Paths.pointee(Arguments[0]);
  // Overloads (const and not) are one name.
  auto It = FunctionsByName.find(S.Qualified);
  if (It != FunctionsByName.end())
    F = It->second[0];
  Result = Paths.element(Result, Value::function(F));
  for (Value V : Arguments.drop_front(Arguments.empty() ? 0 : 1))
    Result = Paths.element(Result, V);
  return Result;
}

bool analysis::isPointerOperator(StringRef Qualified, size_t Operands) {
  size_t At = Qualified.rfind("operator");
  if (At == StringRef::npos || Operands != 1)
    return false;
  StringRef Symbol = Qualified.drop_front(At + 8);
  return Symbol == "->" || Symbol == "*";
}

Path analysis::asCapability(PathTable &Paths, Path P) {
  if (!Paths.known(P))
    return P;
  auto Prefixes = Paths.prefixes(P);
  while (Prefixes.size() > 1 && Paths[Prefixes.back()].Kind == PathKind::Deref)
    Prefixes.pop_back();
  Path Now = Prefixes[0];
  for (Path Step : llvm::drop_begin(Prefixes)) {
    const ProgramPath N = Paths[Step];
    const PathKind Before = Paths[Now].Kind;
    bool OwnPointer =
        Before == PathKind::Local || Before == PathKind::Parameter;
    if (N.Kind == PathKind::Deref)
      Now = Paths.deref(Now, OwnPointer ? N.Version : 0);
    else
      Now = Paths.step(N.Kind, Now, N.Number, N.Version);
  }
  return Now;
}

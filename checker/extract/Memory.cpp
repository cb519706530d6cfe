//===-- Memory.cpp - Variables, loads and stores --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Evaluator.h"

using namespace clang;

namespace fearless::extract {

using facts::BodyBuilder;
using facts::FactKind;
using facts::Operand;
using facts::OperandKind;
using facts::PathId;
using facts::PathKind;

/// \p T without atomic<> of C and qualifiers.
static QualType valueType(QualType T) {
  T = T.getCanonicalType();
  if (const auto *A = T->getAs<AtomicType>())
    T = A->getValueType().getCanonicalType();
  return T.getUnqualifiedType();
}

bool isTracked(QualType T) {
  T = valueType(T);
  return T->isIntegralOrEnumerationType() || T->isAnyPointerType() ||
         T->isReferenceType() || T->isMemberPointerType() ||
         T->isNullPtrType() || T->isBlockPointerType();
}

//===----------------------------------------------------------------------===//
// Variables
//===----------------------------------------------------------------------===//

PathId Evaluator::localRoot(const VarDecl *V) {
  auto It = LocalRoots.find(V);
  if (It != LocalRoots.end())
    return It->second;
  LocalUse Use = Scan.use(V);
  uint8_t Flags = 0;
  if (Use.AddressTaken)
    Flags |= facts::LF_AddressTaken;
  if (V->getType()->isReferenceType())
    Flags |= facts::LF_Reference;
  facts::LocalId Id =
      Out.makeLocal(V->getName(), V->getType(), Flags, V->getLocation());
  LocalInfos.resize(Id.Index + 1);
  LocalInfos[Id.Index] = {Use, isBuilt(V->getType())};
  return LocalRoots[V] = Out.paths().root(PathKind::Local, Id.Index);
}

PathId Evaluator::variableRoot(const VarDecl *V) {
  if (V->hasGlobalStorage())
    return Out.paths().root(PathKind::Global, Decls.variable(V).Index);
  if (const auto *P = dyn_cast<ParmVarDecl>(V);
      P && P->getDeclContext() == Function)
    return Out.paths().root(PathKind::Parameter,
                            FirstParameter + P->getFunctionScopeIndex());
  return localRoot(V);
}

const FieldDecl *Evaluator::captureOf(const ValueDecl *V) const {
  return Captures.lookup(V);
}

Operand Evaluator::variablePlace(const VarDecl *V) {
  if (const FieldDecl *F = captureOf(V)) {
    PathId Closure =
        Out.paths().deref(Out.paths().root(PathKind::Parameter, 0), 0);
    return addressOf(memberOf(Closure, F), V->getType());
  }
  PathId Root = variableRoot(V);
  if (!V->getType()->isReferenceType())
    return addressOf(Root, V->getType());
  Versions::Binding B = Values.current(entityOf(Root, V->getType()));
  if (B.Value)
    return *B.Value;
  return addressOf(Out.paths().deref(Root, B.Version),
                   V->getType().getNonReferenceType());
}

PathId Evaluator::memberOf(PathId Object, const FieldDecl *F) {
  PathId P = Out.paths().field(Object, Decls.field(F));
  // A reference never changes what it refers to.
  return F->getType()->isReferenceType() ? Out.paths().deref(P, 0) : P;
}

PathId Evaluator::element(PathId Array, Operand Index) {
  switch (Index.Kind) {
  case OperandKind::Constant:
    if (Index.constant() >= 0)
      return Out.paths().elementConst(Array, Index.constant());
    // Before the beginning: what container_of computes. Equal to itself.
    return Out.paths().elementValue(
        Array, Out.paths().value(
                   {facts::ValueOp::Add, Index, BodyBuilder::constant(0)}));
  case OperandKind::Value:
    return Out.paths().elementValue(Array, Index.value());
  case OperandKind::Load: {
    // An element's index is a computed value: that of x is x + 0.
    facts::ValueNode Node{facts::ValueOp::Add, Index, BodyBuilder::constant(0)};
    const facts::PathNode &N = Out.body().path(Index.path());
    if (Inductions.contains(
            {Entity{Entity::Root, N.Kind, N.Number}.key(), Index.Version}))
      Node = {facts::ValueOp::Induction, Index, opaque()};
    return Out.paths().elementValue(Array, Out.paths().value(Node));
  }
  default:
    return Out.paths().elementAny(Array);
  }
}

/// Element \p Index from what \p Pointer, the value of \p From, points to. An
/// array stands for its first element; a pointer to an element is moved.
PathId Evaluator::elementAt(const Expr *From, Operand Pointer, Operand Index) {
  PathId P = placeOf(Pointer);
  const auto *Cast = dyn_cast<CastExpr>(From->IgnoreParens());
  if (Cast && Cast->getCastKind() == CK_ArrayToPointerDecay)
    return element(P, Index);
  const facts::PathNode N = Out.body().path(P);
  switch (N.Kind) {
  case PathKind::ElementConst:
    if (Index.Kind == OperandKind::Constant) {
      int64_t Moved = int64_t(N.Number) + Index.constant();
      if (Moved >= 0 && Moved <= INT32_MAX)
        return Out.paths().elementConst(N.Parent, static_cast<uint32_t>(Moved));
    }
    return Out.paths().elementAny(N.Parent);
  case PathKind::ElementValue:
  case PathKind::ElementAny:
    if (Index.Kind == OperandKind::Constant && Index.constant() == 0)
      return P;
    return Out.paths().elementAny(N.Parent);
  default:
    return element(P, Index);
  }
}

const Evaluator::LocalInfo *Evaluator::infoOf(PathId Root) const {
  const facts::PathNode &N = Out.body().path(Root);
  if (N.Kind == PathKind::Local && N.Number < LocalInfos.size())
    return &LocalInfos[N.Number];
  if (N.Kind == PathKind::Parameter && N.Number < ParameterInfos.size())
    return &ParameterInfos[N.Number];
  return nullptr;
}

const LocalUse *Evaluator::useOf(PathId Root) const {
  const LocalInfo *Info = infoOf(Root);
  return Info ? &Info->Use : nullptr;
}

/// Something that a declaration says to be guarded, whoever knows of it.
static bool isGuarded(const facts::Field &F) {
  return llvm::any_of(F.Annotations, [](const facts::Annotation &A) {
    return A.Kind == facts::AnnotationKind::GuardedBy;
  });
}

bool Evaluator::isShared(PathId P) {
  for (PathId At = P;; At = Out.body().path(At).Parent) {
    const facts::PathNode &N = Out.body().path(At);
    switch (N.Kind) {
    case PathKind::Deref:
    case PathKind::Allocation:
    case PathKind::Unknown:
      return true;
    case PathKind::Global:
      return !(Decls.unit().Variables[N.Number].Flags & facts::VF_Constant);
    case PathKind::Result:
    case PathKind::Return:
      return false;
    case PathKind::Local:
    case PathKind::Parameter: {
      const LocalUse *Use = useOf(At);
      return Use && Use->AddressTaken;
    }
    case PathKind::Field:
      if (isGuarded(Decls.unit().Fields[N.Number]))
        return true;
      break;
    case PathKind::ElementConst:
    case PathKind::ElementValue:
    case PathKind::ElementAny:
      break;
    }
  }
}

Entity Evaluator::entityOf(PathId P, QualType T) {
  const facts::PathNode &N = Out.body().path(P);
  switch (N.Kind) {
  case PathKind::Field:
    return {Entity::Field, PathKind::Unknown, N.Number};
  case PathKind::Deref:
  case PathKind::ElementConst:
  case PathKind::ElementValue:
  case PathKind::ElementAny:
  case PathKind::Unknown:
    return {Entity::Memory, PathKind::Unknown, Decls.type(valueType(T)).Index};
  default:
    return {Entity::Root, N.Kind, N.Number};
  }
}

bool Evaluator::isStable(const Operand &V) {
  switch (V.Kind) {
  case OperandKind::Load: {
    const facts::PathNode &N = Out.body().path(V.path());
    if (N.Kind == PathKind::Result)
      return true;
    if (N.Kind != PathKind::Parameter && N.Kind != PathKind::Local)
      return false;
    const LocalUse *Use = useOf(V.path());
    unsigned Allowed = N.Kind == PathKind::Local ? 1 : 0;
    return Use && !Use->AddressTaken && Use->Definitions <= Allowed;
  }
  case OperandKind::Value: {
    facts::ValueNode Node = Out.body().Values[V.value().Index];
    return isStable(Node.A) && isStable(Node.B);
  }
  case OperandKind::Unknown:
    return false;
  default:
    return true;
  }
}

Operand Evaluator::addressOf(PathId P, QualType T) {
  if (!T.getCanonicalType()->isRecordType())
    return BodyBuilder::address(P);
  return BodyBuilder::address(P, Values.current(entityOf(P, T)).Version);
}

/// A pointer to \p Place. That to what a pointer points to is the pointer.
Operand Evaluator::pointerTo(const Operand &Place) {
  if (Place.Kind == OperandKind::Object)
    return BodyBuilder::address(Place.path());
  if (Place.Kind != OperandKind::Address)
    return Place;
  const facts::PathNode N = Out.body().path(Place.path());
  if (N.Kind == PathKind::Deref)
    return BodyBuilder::load(N.Parent, N.Version);
  return Place;
}

//===----------------------------------------------------------------------===//
// Loads and stores
//===----------------------------------------------------------------------===//

uint8_t Evaluator::accessFlags(PathId P, QualType T) const {
  uint8_t Flags = 0;
  if (T.isVolatileQualified())
    Flags |= facts::FF_Volatile;
  if (T->isAtomicType())
    Flags |= facts::FF_AtomicAccess;
  const facts::PathNode &N = Out.body().path(P);
  if (N.Kind == PathKind::Field &&
      Decls.unit().Fields[N.Number].Flags & facts::FdF_BitField)
    Flags |= facts::FF_BitFieldAccess;
  return Flags;
}

void Evaluator::readObject(Operand Place, QualType T, SourceLocation Loc) {
  PathId P = placeOf(Place);
  if (isShared(P))
    Out.emit(FactKind::Read, Loc, P).Flags = accessFlags(P, T);
}

void Evaluator::writeObject(Operand Place, QualType T, SourceLocation Loc) {
  PathId P = placeOf(Place);
  if (isShared(P))
    Out.emit(FactKind::Write, Loc, P).Flags = accessFlags(P, T);
}

Operand Evaluator::load(Operand Place, QualType T, SourceLocation Loc) {
  if (Place.Kind == OperandKind::Function)
    return Place;
  if (!Place.hasPath())
    return Place.Kind == OperandKind::Unknown ? Place : opaque();
  PathId P = placeOf(Place);
  readObject(Place, T, Loc);
  if (isBuilt(T))
    return BodyBuilder::object(P);
  if (!isTracked(T))
    return opaque();
  Entity E = entityOf(P, T);
  Versions::Binding B = Values.current(E);
  // A pointer's value names memory by versions and so can be used later. A
  // number that memory held is found again in that memory only, and what others
  // may store to is no constant.
  const LocalUse *Use = useOf(P);
  const bool Exposed = Use && Use->AddressTaken && B.Value &&
                       B.Value->Kind == OperandKind::Constant;
  if (B.Value && !Exposed && (T->isAnyPointerType() || isStable(*B.Value)))
    return *B.Value;
  return BodyBuilder::load(P, B.Version);
}

/// Tells the store by an Assign unless every load will see through it.
void Evaluator::assign(PathId P, Operand V, QualType T, SourceLocation Loc,
                       bool Shared) {
  Entity E = entityOf(P, T);
  const facts::PathNode N = Out.body().path(P);
  const bool IsLocal =
      N.Kind == PathKind::Local || N.Kind == PathKind::Parameter;
  std::optional<Operand> Known;
  if (IsLocal && V.Kind != OperandKind::Opaque &&
      V.Kind != OperandKind::Unknown)
    Known = V;
  uint32_t Version = Values.define(E, Known);
  if (!isTracked(T))
    return;
  if (IsLocal && !Shared) {
    // A parameter has one more definition, by the caller.
    const LocalUse *Use = useOf(P);
    const bool Single =
        Use && N.Kind == PathKind::Local && Use->Definitions <= 1;
    if (Single && (!Known || T->isAnyPointerType() || isStable(*Known)))
      return;
  }
  Out.emit(FactKind::Assign, Loc, P, V).Detail = Version;
}

void Evaluator::store(Operand Place, Operand V, QualType T, SourceLocation Loc,
                      uint8_t Flags) {
  if (!Place.hasPath())
    return;
  PathId P = placeOf(Place);
  const bool Shared = isShared(P);
  if (Shared)
    Out.emit(FactKind::Write, Loc, P).Flags = Flags | accessFlags(P, T);
  if (isBuilt(T)) {
    Values.define(entityOf(P, T));
    if (V.Kind == OperandKind::Object)
      Out.emit(FactKind::Assign, Loc, P, V);
    return;
  }
  assign(P, V, T, Loc, Shared);
}

void Evaluator::initialise(PathId P, Operand V, QualType T,
                           SourceLocation Loc) {
  if (isBuilt(T)) {
    if (V.Kind == OperandKind::Object && V.path() != P)
      Out.emit(FactKind::Assign, Loc, P, V);
    return;
  }
  assign(P, V, T, Loc, isShared(P));
}

//===----------------------------------------------------------------------===//
// What calls may change
//===----------------------------------------------------------------------===//

void Evaluator::bumpLocal(PathId Root) {
  const facts::PathNode &N = Out.body().path(Root);
  const LocalInfo *Info = infoOf(Root);
  if (Info && Info->Use.AddressTaken && !Info->IsObject)
    Values.define({Entity::Root, N.Kind, N.Number});
}

/// A call receives \p V for a parameter of type \p Param: the local whose
/// address it is, or which it captured, may have changed afterwards.
void Evaluator::escape(const Operand &V, QualType Param) {
  if (V.Kind != OperandKind::Address && V.Kind != OperandKind::Object)
    return;
  PathId Root = Out.body().root(V.path());
  if (V.Kind == OperandKind::Address && Root == V.path()) {
    QualType Pointee = Param.isNull() ? QualType() : Param->getPointeeType();
    if (Pointee.isNull() || !Pointee.isConstQualified())
      bumpLocal(Root);
  }
  auto It = CapturedBy.find(Root.Index);
  if (It != CapturedBy.end())
    for (PathId Captured : It->second)
      bumpLocal(Captured);
}

void Evaluator::addressTakenEntities(llvm::SmallVectorImpl<Entity> &To) {
  for (uint32_t I = 0; I < LocalInfos.size(); ++I)
    if (LocalInfos[I].Use.AddressTaken && !LocalInfos[I].IsObject)
      To.push_back({Entity::Root, PathKind::Local, I});
  for (uint32_t I = 0; I < ParameterInfos.size(); ++I)
    if (ParameterInfos[I].Use.AddressTaken && !ParameterInfos[I].IsObject)
      To.push_back({Entity::Root, PathKind::Parameter, I});
}

/// What a store in \p S gives a new version, by syntax alone.
void Evaluator::assignedEntities(const Stmt *S,
                                 llvm::SmallVectorImpl<Entity> &To) {
  const Expr *LHS = nullptr;
  if (const auto *B = dyn_cast<BinaryOperator>(S); B && B->isAssignmentOp())
    LHS = B->getLHS();
  else if (const auto *U = dyn_cast<UnaryOperator>(S);
           U && U->isIncrementDecrementOp())
    LHS = U->getSubExpr();
  else if (const auto *C = dyn_cast<CXXOperatorCallExpr>(S);
           C && C->isAssignmentOp() && C->getNumArgs() > 0)
    LHS = C->getArg(0);
  if (const auto *Asm = dyn_cast<GCCAsmStmt>(S))
    for (const Expr *Output : Asm->outputs())
      assignedByStore(Output, To);
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Declared : D->decls())
      if (const auto *V = dyn_cast<VarDecl>(Declared);
          V && V->hasLocalStorage() && !V->getType()->isReferenceType() &&
          !isBuilt(V->getType()))
        To.push_back(entityOf(variableRoot(V), V->getType()));
    return;
  }
  if (LHS)
    assignedByStore(LHS, To);
}

void Evaluator::assignedByStore(const Expr *LHS,
                                llvm::SmallVectorImpl<Entity> &To) {
  LHS = LHS->IgnoreParenImpCasts();
  if (const auto *C = dyn_cast<AbstractConditionalOperator>(LHS)) {
    assignedByStore(C->getTrueExpr(), To);
    return assignedByStore(C->getFalseExpr(), To);
  }
  const ValueDecl *D = nullptr;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(LHS))
    D = Ref->getDecl();
  else if (const auto *Member = dyn_cast<MemberExpr>(LHS))
    D = Member->getMemberDecl();
  if (const auto *F = dyn_cast_or_null<FieldDecl>(D)) {
    To.push_back({Entity::Field, PathKind::Unknown, Decls.field(F).Index});
  } else if (const auto *V = dyn_cast_or_null<VarDecl>(D);
             V && !V->getType()->isReferenceType()) {
    if (const FieldDecl *Captured = captureOf(V))
      To.push_back(
          {Entity::Field, PathKind::Unknown, Decls.field(Captured).Index});
    else
      To.push_back(entityOf(variableRoot(V), V->getType()));
  }
  // Through a pointer or reference, or by one that names a field or a local.
  To.push_back({Entity::Memory, PathKind::Unknown,
                Decls.type(valueType(LHS->getType())).Index});
}

} // namespace fearless::extract

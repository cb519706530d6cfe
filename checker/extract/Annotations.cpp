//===-- Annotations.cpp - Attributes that speak of locks ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Annotations.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace clang;

namespace fearless::extract {

namespace {

using facts::Annotation;
using facts::AnnotationKind;

class AttributeReader {
public:
  AttributeReader(const ASTContext &Ctx, const PrintingPolicy &Policy,
                  facts::UnitBuilder &Unit)
      : Ctx(Ctx), SM(Ctx.getSourceManager()), Lang(Ctx.getLangOpts()),
        Policy(Policy), Unit(Unit) {}

  /// Nothing if \p A is of no interest. \p Of stands before each argument.
  std::optional<Annotation> read(const Attr *A, std::string Of) {
    Prefix = std::move(Of);
    return read(A);
  }

private:
  std::optional<Annotation> read(const Attr *A);
  /// The attributes that not every supported Clang has.
  std::optional<Annotation> readVersioned(const Attr *A);
  std::string text(const Expr *E);
  /// A constant's number; of what else there is, its text.
  std::string valueOf(const Expr *E);
  template <class Range>
  Annotation make(AnnotationKind Kind, const Range &Arguments) {
    Annotation Result{Kind, true, {}};
    for (const Expr *E : Arguments)
      Result.Arguments.push_back(Unit.string(Prefix + text(E)));
    return Result;
  }
  Annotation one(AnnotationKind Kind, const Expr *Argument) {
    return make(Kind, llvm::ArrayRef<const Expr *>(Argument));
  }
  Annotation plain(AnnotationKind Kind, llvm::StringRef Argument) {
    return {Kind, true, {Unit.string(Argument)}};
  }
  template <class AttrT> Annotation tryAcquire(const AttrT *A, bool Shared);

  const ASTContext &Ctx;
  const SourceManager &SM;
  const LangOptions &Lang;
  const PrintingPolicy &Policy;
  facts::UnitBuilder &Unit;
  std::string Prefix;
};

std::string AttributeReader::text(const Expr *E) {
  // A string is the old way to write what the parser does not see yet.
  if (const auto *S = dyn_cast<clang::StringLiteral>(E->IgnoreParenCasts()))
    return S->getString().str();
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  if (E->containsErrors()) // Not an expression of the language, yet readable.
    return Lexer::getSourceText(
               CharSourceRange::getTokenRange(E->getSourceRange()), SM, Lang)
        .str();
  E->printPretty(OS, nullptr, Policy);
  for (size_t At = Result.find("this->"); At != std::string::npos;
       At = Result.find("this->", At))
    Result.erase(At, 6);
  if (llvm::StringRef(Result).starts_with("! ")) // An overloaded operator.
    Result.erase(1, 1);
  return Result;
}

std::string AttributeReader::valueOf(const Expr *E) {
  Expr::EvalResult Known;
  if (!E->isValueDependent() && E->EvaluateAsInt(Known, Ctx))
    return llvm::toString(Known.Val.getInt(), 10);
  return text(E);
}

/// Does this constant expression stand for success when true?
bool isTrue(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *B = dyn_cast<CXXBoolLiteralExpr>(E))
    return B->getValue();
  if (const auto *I = dyn_cast<IntegerLiteral>(E))
    return !I->getValue().isZero();
  return true;
}

template <class AttrT>
Annotation AttributeReader::tryAcquire(const AttrT *A, bool Shared) {
  Annotation Result = make(Shared ? AnnotationKind::TryAcquireShared
                                  : AnnotationKind::TryAcquire,
                           A->args());
  Result.Success = isTrue(A->getSuccessValue());
  return Result;
}

std::optional<Annotation> AttributeReader::read(const Attr *A) {
  using K = AnnotationKind;
  switch (A->getKind()) {
  case attr::Capability:
    return plain(K::Capability, cast<CapabilityAttr>(A)->getName());
  case attr::ScopedLockable:
    return Annotation{K::ScopedCapability, true, {}};
  case attr::GuardedBy:
    return one(K::GuardedBy, cast<GuardedByAttr>(A)->getArg());
  case attr::PtGuardedBy:
    return one(K::PtGuardedBy, cast<PtGuardedByAttr>(A)->getArg());
  case attr::GuardedVar: // Whatever lock it is.
    return Annotation{K::GuardedBy, true, {}};
  case attr::PtGuardedVar:
    return Annotation{K::PtGuardedBy, true, {}};
  case attr::AcquireCapability: {
    const auto *Acquire = cast<AcquireCapabilityAttr>(A);
    return make(Acquire->isShared() ? K::AcquireShared : K::Acquire,
                Acquire->args());
  }
  case attr::ReleaseCapability: {
    const auto *Release = cast<ReleaseCapabilityAttr>(A);
    return make(Release->isShared()    ? K::ReleaseShared
                : Release->isGeneric() ? K::ReleaseGeneric
                                       : K::Release,
                Release->args());
  }
  case attr::TryAcquireCapability: {
    const auto *Try = cast<TryAcquireCapabilityAttr>(A);
    return tryAcquire(Try, Try->isShared());
  }
  case attr::RequiresCapability: {
    const auto *Requires = cast<RequiresCapabilityAttr>(A);
    return make(Requires->isShared() ? K::RequiresShared : K::Requires,
                Requires->args());
  }
  case attr::LocksExcluded:
    return make(K::Excludes, cast<LocksExcludedAttr>(A)->args());
  case attr::AssertCapability: {
    const auto *Assert = cast<AssertCapabilityAttr>(A);
    return make(Assert->isShared() ? K::AssertHeldShared : K::AssertHeld,
                Assert->args());
  }
  case attr::LockReturned:
    return one(K::ReturnCapability, cast<LockReturnedAttr>(A)->getArg());
  case attr::AcquiredBefore:
    return make(K::AcquiredBefore, cast<AcquiredBeforeAttr>(A)->args());
  case attr::AcquiredAfter:
    return make(K::AcquiredAfter, cast<AcquiredAfterAttr>(A)->args());
  case attr::NoThreadSafetyAnalysis:
    return Annotation{K::NoAnalysis, true, {}};
  case attr::Annotate: {
    llvm::StringRef Text = cast<AnnotateAttr>(A)->getAnnotation();
    if (!Text.starts_with("fearless::"))
      return std::nullopt;
    Annotation Result = plain(K::Marker, Prefix + Text.str());
    for (const Expr *E : cast<AnnotateAttr>(A)->args())
      Result.Arguments.push_back(Unit.string(valueOf(E)));
    return Result;
  }
  default:
    return readVersioned(A);
  }
}

std::optional<Annotation> AttributeReader::readVersioned(const Attr *A) {
  using K = AnnotationKind;
  std::optional<Annotation> Result;
  compat::ifAttribute<AssertExclusiveLockAttr>(A, [&](const auto *Assert) {
    Result = make(K::AssertHeld, Assert->args());
  });
  compat::ifAttribute<AssertSharedLockAttr>(A, [&](const auto *Assert) {
    Result = make(K::AssertHeldShared, Assert->args());
  });
  compat::ifAttribute<ExclusiveTrylockFunctionAttr>(
      A, [&](const auto *Try) { Result = tryAcquire(Try, false); });
  compat::ifAttribute<SharedTrylockFunctionAttr>(
      A, [&](const auto *Try) { Result = tryAcquire(Try, true); });
  compat::ifAttribute<ReentrantCapabilityAttr>(A, [&](const auto *) {
    Result = Annotation{K::Reentrant, true, {}};
  });
  return Result;
}

} // namespace

std::vector<Annotation> annotationsOf(const Decl *D, const PrintingPolicy &P,
                                      facts::UnitBuilder &Unit) {
  std::vector<Annotation> Result;
  AttributeReader Reader(D->getASTContext(), P, Unit);
  // Clang copies the attributes of earlier declarations to later ones; what it
  // did not copy is found on the most recent one only.
  D = D->getMostRecentDecl();
  if (!D->hasAttrs())
    return Result;
  for (const Attr *A : D->attrs())
    if (std::optional<Annotation> Read = Reader.read(A, ""))
      if (llvm::find(Result, *Read) == Result.end())
        Result.push_back(std::move(*Read));
  return Result;
}

void addParameterAnnotations(const ParmVarDecl *P, std::vector<Annotation> &To,
                             const PrintingPolicy &Policy,
                             facts::UnitBuilder &Unit) {
  if (!P->hasAttrs())
    return;
  AttributeReader Reader(P->getASTContext(), Policy, Unit);
  for (const Attr *A : P->attrs()) {
    std::optional<Annotation> Read =
        Reader.read(A, "#" + std::to_string(P->getFunctionScopeIndex()) + ": ");
    if (Read && !Read->Arguments.empty())
      To.push_back(std::move(*Read));
  }
}

} // namespace fearless::extract

//===-- ClangCompat.h - Where LLVM 19 to 22 differ ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The same source builds against LLVM 19 to 22. What has another name or shape
// in one of them is met here and nowhere else.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_CLANGCOMPAT_H
#define FEARLESS_EXTRACT_CLANGCOMPAT_H

#include "ClangHeaders.h"
#include "clang/Basic/Version.h"

// Attributes that some versions do not have stay incomplete there.
namespace clang {
class AssertExclusiveLockAttr;
class AssertSharedLockAttr;
class ExclusiveTrylockFunctionAttr;
class SharedTrylockFunctionAttr;
class ReentrantCapabilityAttr;
} // namespace clang

namespace fearless::extract::compat {

template <class T>
concept Complete = requires {
  sizeof(T);
};

/// Calls \p F with \p A as an \p AttrT if it is one and this Clang knows it.
template <class AttrT, class Fn> void ifAttribute(const clang::Attr *A, Fn F) {
  if constexpr (Complete<AttrT>)
    if (const auto *Cast = llvm::dyn_cast<AttrT>(A))
      F(Cast);
}

/// The type that a declaration of a class, struct, union or enum declares.
inline clang::QualType typeOf(const clang::ASTContext &Ctx,
                              const clang::TagDecl *D) {
#if CLANG_VERSION_MAJOR >= 22
  return clang::QualType(Ctx.getCanonicalTagType(D));
#else
  return Ctx.getTypeDeclType(D).getCanonicalType();
#endif
}

/// Types in full, without inline and anonymous namespaces.
inline clang::PrintingPolicy namePolicy(const clang::ASTContext &Ctx) {
  clang::PrintingPolicy Policy = Ctx.getPrintingPolicy();
  Policy.SuppressUnwrittenScope = true;
  Policy.SuppressDefaultTemplateArgs = true;
  Policy.AnonymousTagLocations = false;
  Policy.FullyQualifiedName = true;
  Policy.SuppressTagKeyword = true;
  Policy.TerseOutput = true;
#if CLANG_VERSION_MAJOR >= 21
  Policy.SuppressInlineNamespace = llvm::to_underlying(
      clang::PrintingPolicy::SuppressInlineNamespaceMode::All);
  Policy.PrintAsCanonical = true;
#elif CLANG_VERSION_MAJOR >= 20
  Policy.SuppressInlineNamespace =
      clang::PrintingPolicy::SuppressInlineNamespaceMode::All;
  Policy.PrintCanonicalTypes = true;
#else
  Policy.SuppressInlineNamespace = true;
  Policy.PrintCanonicalTypes = true;
#endif
  return Policy;
}

inline std::string clobber(const clang::GCCAsmStmt *S, unsigned I) {
  return std::string(S->getClobber(I));
}

/// Everything that facts are made of is an element of the graph.
inline clang::CFG::BuildOptions flowGraphOptions() {
  clang::CFG::BuildOptions Options;
  Options.PruneTriviallyFalseEdges = true;
  Options.AddInitializers = true;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.AddStaticInitBranches = true;
  Options.AddCXXNewAllocator = true;
  Options.setAllAlwaysAdd();
  return Options;
}

} // namespace fearless::extract::compat

#endif

//===-- Extractor.cpp - From Clang's AST to facts -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Extractor.h"

#include "extract/Collector.h"
#include "extract/FunctionExtractor.h"

using namespace clang;

namespace fearless::extract {

namespace {

/// The extraction of one translation unit whose declarations are known.
class UnitExtraction {
public:
  UnitExtraction(ASTContext &Ctx, const Options &Opts)
      : Decls(Ctx, Opts, Unit), Found(Decls), Bodies(Decls, Found, Opts) {
    Unit.Language =
        Ctx.getLangOpts().CPlusPlus ? facts::Language::CXX : facts::Language::C;
    Unit.CommandDigest = Opts.CommandDigest;
    Unit.MainFile = Decls.places().mainPath();
    // Warnings that are made errors (-Werror) leave the code whole.
    Unit.HadErrors = Ctx.getDiagnostics().hasUncompilableErrorOccurred() ||
                     Ctx.getDiagnostics().hasFatalErrorOccurred();
  }

  facts::TranslationUnit run(llvm::ArrayRef<const Decl *> TopLevel);

private:
  bool extractFound();

  facts::TranslationUnit Unit;
  Declarations Decls;
  Collector Found;
  FunctionExtractor Bodies;
};

/// Does the initialiser store the address of anything?
bool storesAddresses(const Stmt *S) {
  if (!S)
    return false;
  if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    return isa<FunctionDecl>(Ref->getDecl()) ||
           (V && !V->getType().isConstQualified());
  }
  if (isa<LambdaExpr>(S))
    return true;
  return llvm::any_of(S->children(), storesAddresses);
}

bool isInitialised(const VarDecl *V) {
  const Expr *Init = V->getInit();
  if (!Init || Init->isValueDependent())
    return false;
  const auto *Construct = dyn_cast<CXXConstructExpr>(Init);
  if (Construct && Construct->getConstructor()->isTrivial() &&
      Construct->getNumArgs() == 0)
    return false;
  return !V->hasConstantInitialization() || storesAddresses(Init);
}

/// Extracts what was found; says whether there was anything.
bool UnitExtraction::extractFound() {
  bool Any = false;
  for (const RecordDecl *R : std::exchange(Found.Classes, {}))
    Decls.record(R);
  for (const VarDecl *V : std::exchange(Found.Variables, {})) {
    Any = true;
    Decls.variable(V);
    if (isInitialised(V))
      Bodies.extractInitialiser(V);
  }
  for (const FunctionDecl *F : std::exchange(Found.Functions, {})) {
    Any = true;
    Bodies.extract(F);
  }
  for (const CXXDestructorDecl *D : std::exchange(Found.Destructors, {})) {
    Any = true;
    Bodies.synthesise(D);
  }
  for (const CXXMethodDecl *Invoker : std::exchange(Found.Invokers, {})) {
    Any = true;
    Bodies.synthesiseInvoker(Invoker);
  }
  return Any;
}

facts::TranslationUnit
UnitExtraction::run(llvm::ArrayRef<const Decl *> TopLevel) {
  for (const Decl *D : TopLevel)
    Found.add(D);
  // Bodies mention functions that have bodies.
  do {
    for (const FunctionDecl *F : Decls.takeMentioned())
      Found.addMentioned(F);
  } while (extractFound());
  return std::move(Unit);
}

class ExtractingConsumer : public ASTConsumer {
public:
  ExtractingConsumer(Options Opts,
                     std::function<void(facts::TranslationUnit &&)> Done)
      : Opts(std::move(Opts)), Done(std::move(Done)) {}

  bool HandleTopLevelDecl(DeclGroupRef Group) override {
    TopLevel.insert(TopLevel.end(), Group.begin(), Group.end());
    return true;
  }

  void HandleTranslationUnit(ASTContext &Ctx) override {
    Done(UnitExtraction(Ctx, Opts).run(TopLevel));
  }

private:
  Options Opts;
  std::function<void(facts::TranslationUnit &&)> Done;
  std::vector<const Decl *> TopLevel;
};

} // namespace

std::unique_ptr<ASTConsumer>
makeConsumer(Options Opts,
             std::function<void(facts::TranslationUnit &&)> Done) {
  return std::make_unique<ExtractingConsumer>(std::move(Opts), std::move(Done));
}

facts::TranslationUnit extractUnit(ASTContext &Ctx, const Options &Opts) {
  std::vector<const Decl *> TopLevel;
  for (const Decl *D : Ctx.getTranslationUnitDecl()->noload_decls())
    TopLevel.push_back(D);
  return UnitExtraction(Ctx, Opts).run(TopLevel);
}

} // namespace fearless::extract

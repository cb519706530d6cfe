//===-- TidyModule.cpp - fearless inside clang-tidy -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   clang-tidy -load=fearless-tidy.so -checks='-*,fearless-*' a.cpp
//
// One check per rule, made from the table of rules. All checks of a
// translation unit share one extraction and analysis.
//
// Options, for each check or global: Root, the project's root; Models, the
// user's model files, separated by semicolons.
//
//===----------------------------------------------------------------------===//

#include "extract/Extractor.h"
#include "frontends/UnitCheck.h"
#include "rules/RuleTable.h"

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

#include <utility>

#if CLANG_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

using namespace llvm;

namespace fearless::tidy {

namespace {

/// The findings of the translation unit at hand, made for the first check that
/// asks. clang-tidy works on one unit after the other in one thread.
class CurrentUnit {
public:
  struct Result {
    std::string Root;
    std::vector<findings::Finding> Findings;
  };

  void forget() {
    Known.reset();
    Error.clear();
  }

  /// What is wrong with the user's models, told once.
  std::string takeError() { return std::exchange(Error, ""); }

  const Result &get(clang::ASTContext &Context, StringRef Root,
                    ArrayRef<std::string> Models) {
    if (!Known)
      Known = analyse(Context, Root, Models);
    return *Known;
  }

private:
  Result analyse(clang::ASTContext &Context, StringRef Root,
                 ArrayRef<std::string> Models) {
    Result R;
    SmallString<256> Directory(Root);
    if (Root.empty())
      sys::fs::current_path(Directory);
    else
      sys::fs::make_absolute(Directory);
    R.Root = Root.empty() ? frontends::projectRootAbove(Directory)
                          : Directory.str().str();
    extract::Options Options;
    Options.ProjectRoot = R.Root;
    facts::TranslationUnit Unit = extract::extractUnit(Context, Options);
    auto Findings = frontends::stableFindings(std::move(Unit), R.Root, Models);
    if (Findings)
      R.Findings = std::move(*Findings);
    else
      Error = toString(Findings.takeError());
    return R;
  }

  std::optional<Result> Known;
  std::string Error;
};

class RuleCheck : public clang::tidy::ClangTidyCheck {
public:
  RuleCheck(StringRef Name, clang::tidy::ClangTidyContext *Context,
            StringRef Rule, std::shared_ptr<CurrentUnit> Unit)
      : ClangTidyCheck(Name, Context), Rule(Rule), Unit(std::move(Unit)),
        Root(Options.getLocalOrGlobal("Root", "")),
        ModelList(Options.getLocalOrGlobal("Models", "")) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override {
    Finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
  }

  /// Called for all checks before any of them matches.
  void onStartOfTranslationUnit() override { Unit->forget(); }

  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Match) override {
    // What does not compile is reported by the compiler, and by it alone.
    if (Match.Context->getDiagnostics().hasErrorOccurred())
      return;
    const CurrentUnit::Result &R =
        Unit->get(*Match.Context, Root, modelFiles());
    if (std::string Error = Unit->takeError(); !Error.empty())
      configurationDiag("fearless: %0", clang::DiagnosticIDs::Error) << Error;
    for (const findings::Finding &F : R.Findings)
      if (F.Rule == Rule)
        report(F, *Match.SourceManager, R.Root);
  }

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Map) override {
    Options.store(Map, "Root", StringRef(Root));
    Options.store(Map, "Models", StringRef(ModelList));
  }

private:
  std::vector<std::string> modelFiles() const {
    SmallVector<StringRef, 4> Parts;
    StringRef(ModelList).split(Parts, ';', -1, /*KeepEmpty=*/false);
    return {Parts.begin(), Parts.end()};
  }

  void report(const findings::Finding &F, clang::SourceManager &Sources,
              StringRef ProjectRoot) {
    clang::SourceLocation Where =
        frontends::locate(Sources, ProjectRoot, F.Where);
    {
      clang::DiagnosticBuilder Builder = diag(Where, "%0");
      Builder << F.Message;
      for (const findings::FixIt &Fix : F.Fixes) {
        clang::FixItHint Hint = frontends::fixItHint(Sources, ProjectRoot, Fix);
        if (!Hint.isNull())
          Builder << Hint;
      }
    }
    for (const findings::Note &N : F.Notes)
      diag(frontends::locate(Sources, ProjectRoot, N.Where), "%0",
           clang::DiagnosticIDs::Note)
          << N.Text;
  }

  std::string Rule;
  std::shared_ptr<CurrentUnit> Unit;
  std::string Root, ModelList;
};

class FearlessModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    auto Unit = std::make_shared<CurrentUnit>();
    for (const rules::Rule &R : rules::allRules())
      Factories.registerCheckFactory(
          ("fearless-" + R.Id).str(),
          [Unit, Id = R.Id.str()](StringRef Name,
                                  clang::tidy::ClangTidyContext *Context) {
            return std::make_unique<RuleCheck>(Name, Context, Id, Unit);
          });
  }
};

} // namespace

static clang::tidy::ClangTidyModuleRegistry::Add<FearlessModule>
    Registration("fearless-module",
                 "finds deadlocks, data races and misused locks");

} // namespace fearless::tidy

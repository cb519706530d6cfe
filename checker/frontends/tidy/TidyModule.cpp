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
// Options, for each check or global; lists are separated by semicolons, and
// relative paths are below the project's root:
//   Root       the project's root; default: where .git is
//   Models     the user's model files
//   UserPaths  code there is the user's, even if included as a system header
//   Config     the project's configuration; default: the nearest one of the
//              main file; "none": no configuration
//   Program    facts of the program, files or directories: what concerns the
//              file in the whole program is reported then
//
//===----------------------------------------------------------------------===//

#include "extract/Extractor.h"
#include "frontends/HostVersion.h"
#include "frontends/UnitCheck.h"
#include "rules/RuleTable.h"

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/AST/ASTContext.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/Basic/Version.h"

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

  /// What is wrong with a file that the options name, told once.
  std::string takeError() { return std::exchange(Error, ""); }

  const Result &get(clang::ASTContext &Context,
                    const frontends::UnitRequest &Request) {
    if (!Known)
      Known = analyse(Context, Request);
    return *Known;
  }

private:
  Result analyse(clang::ASTContext &Context,
                 const frontends::UnitRequest &Request) {
    Result R;
    auto Settings = frontends::settingsFor(mainFile(Context), Request);
    if (!Settings) {
      Error = toString(Settings.takeError());
      return R;
    }
    R.Root = Settings->ProjectRoot;
    extract::Options Options;
    Options.ProjectRoot = R.Root;
    Options.UserPaths = Settings->UserPaths;
    auto Findings = frontends::unitFindings(
        extract::extractUnit(Context, Options), *Settings);
    if (!Findings) {
      Error = toString(Findings.takeError());
      return R;
    }
    R.Findings = std::move(*Findings);
    // Of the program, and in none of the unit's files. To be asked before
    // witnesses are shown, which make their files known.
    erase_if(R.Findings, [&](const findings::Finding &F) {
      return frontends::locate(Context.getSourceManager(), R.Root, F.Where)
          .isInvalid();
    });
    return R;
  }

  static StringRef mainFile(clang::ASTContext &Context) {
    clang::SourceManager &Sources = Context.getSourceManager();
    auto File = Sources.getFileEntryRefForID(Sources.getMainFileID());
    return File ? File->getName() : "";
  }

  std::optional<Result> Known;
  std::string Error;
};

class RuleCheck : public clang::tidy::ClangTidyCheck {
public:
  RuleCheck(StringRef Name, clang::tidy::ClangTidyContext *Context,
            StringRef Rule, std::shared_ptr<CurrentUnit> Unit)
      : ClangTidyCheck(Name, Context), Rule(Rule), Unit(std::move(Unit)) {
    for (StringRef Option : OptionNames)
      Values.push_back(Options.getLocalOrGlobal(Option, "").str());
  }

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override {
    Finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
  }

  /// Called for all checks before any of them matches.
  void onStartOfTranslationUnit() override { Unit->forget(); }

  void
  check(const clang::ast_matchers::MatchFinder::MatchResult &Match) override {
    // What does not compile is reported by the compiler, and by it alone.
    if (Match.Context->getDiagnostics().hasUncompilableErrorOccurred())
      return;
    const CurrentUnit::Result &R = Unit->get(*Match.Context, request());
    if (std::string Error = Unit->takeError(); !Error.empty())
      configurationDiag("fearless: %0", clang::DiagnosticIDs::Error) << Error;
    for (const findings::Finding &F : R.Findings)
      if (F.Rule == Rule)
        report(F, *Match.SourceManager, R.Root);
  }

  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Map) override {
    for (auto [Option, Value] : zip(OptionNames, Values))
      Options.store(Map, Option, StringRef(Value));
  }

private:
  static constexpr StringLiteral OptionNames[] = {"Root", "Config", "Models",
                                                  "UserPaths", "Program"};

  StringRef value(StringRef Option) const {
    return Values[find(OptionNames, Option) - std::begin(OptionNames)];
  }

  std::vector<std::string> list(StringRef Option) const {
    SmallVector<StringRef, 4> Parts;
    value(Option).split(Parts, ';', -1, /*KeepEmpty=*/false);
    return {Parts.begin(), Parts.end()};
  }

  frontends::UnitRequest request() const {
    frontends::UnitRequest Request;
    Request.BelowRoot = true;
    Request.Root = value("Root").str();
    Request.UseConfig = value("Config") != "none";
    Request.ConfigFile = value("Config").str();
    Request.Models = list("Models");
    Request.UserPaths = list("UserPaths");
    Request.Program = list("Program");
    return Request;
  }

  void report(const findings::Finding &F, clang::SourceManager &Sources,
              StringRef Root) {
    clang::SourceLocation Where = frontends::locate(Sources, Root, F.Where);
    {
      clang::DiagnosticBuilder Builder = diag(Where, "%0");
      Builder << F.Message;
      for (const findings::FixIt &Fix : F.Fixes) {
        clang::FixItHint Hint = frontends::fixItHint(Sources, Root, Fix);
        if (!Hint.isNull())
          Builder << Hint;
      }
    }
    for (const findings::Note &N : F.Notes)
      diag(frontends::locateStep(Sources, Root, N.Where), "%0",
           clang::DiagnosticIDs::Note)
          << N.Text;
  }

  std::string Rule;
  std::shared_ptr<CurrentUnit> Unit;
  std::vector<std::string> Values; ///< As OptionNames.
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

/// Nothing is registered with a host that this module does not fit.
[[maybe_unused]] static const bool Registered = [] {
  if (!frontends::fitsHost("clang-tidy module"))
    return false;
  static clang::tidy::ClangTidyModuleRegistry::Add<FearlessModule> Registration(
      "fearless-module", "finds deadlocks, data races and misused locks");
  return true;
}();

} // namespace fearless::tidy

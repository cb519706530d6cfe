//===-- Plugin.cpp - fearless inside the compiler -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs beside code generation and changes nothing of it:
//
//   clang++ -fplugin=fearless-plugin.so -c a.cpp
//   clang++ -fplugin=fearless-plugin.so -fplugin-arg-fearless-facts -c a.cpp
//
// Arguments, each after -fplugin-arg-fearless-:
//   facts       write the unit's facts beside the object file, a.o -> a.facts
//   root=DIR    the project's root; default: where .git is
//   models=FILE the user's models; repeatable
//
// A plugin must be built against the very Clang that loads it.
//
//===----------------------------------------------------------------------===//

#include "extract/Extractor.h"
#include "frontends/UnitCheck.h"
#include "store/BinaryFormat.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace fearless::plugin {

namespace {

struct PluginOptions {
  bool WriteFacts = false;
  std::string Root; ///< Absolute.
  std::vector<std::string> Models;
};

std::string absolute(StringRef Path) {
  SmallString<256> Result(Path);
  sys::fs::make_absolute(Result);
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result.str().str();
}

/// Names the compilation: the file, the macros and the language, without
/// absolute paths of the project.
uint64_t commandDigest(clang::CompilerInstance &CI, StringRef File,
                       StringRef Root) {
  std::string Text;
  auto add = [&](StringRef Word) {
    if (Word.starts_with(Root))
      Word = Word.drop_front(Root.size());
    Text += Word;
    Text += '\0';
  };
  add(absolute(File));
  for (const auto &[Macro, Undefined] : CI.getPreprocessorOpts().Macros) {
    add(Undefined ? "-U" : "-D");
    add(Macro);
  }
  for (const std::string &Include : CI.getPreprocessorOpts().Includes)
    add(Include);
  for (const auto &Entry : CI.getHeaderSearchOpts().UserEntries)
    add(Entry.Path);
  add(std::to_string(CI.getLangOpts().LangStd));
  add(CI.getTargetOpts().Triple);
  return xxh3_64bits(Text);
}

/// Turns findings into diagnostics of the compilation.
class DiagnosticWriter {
public:
  DiagnosticWriter(clang::CompilerInstance &CI, StringRef Root)
      : Diagnostics(CI.getDiagnostics()), Sources(CI.getSourceManager()),
        Options(CI.getDiagnosticOpts()), Root(Root) {}

  void write(const findings::Finding &F) {
    if (!enabled())
      return;
    report(F.Where, warning(F.Rule), F.Message, F.Fixes);
    unsigned Note =
        Diagnostics.getCustomDiagID(clang::DiagnosticsEngine::Note, "%0");
    for (const findings::Note &N : F.Notes)
      report(N.Where, Note, N.Text, {});
  }

private:
  // Diagnostics in a group obey -w, -Werror and -Wno-…; Clang 19 has no groups
  // for diagnostics of plugins, so there the flags are read here.
#if CLANG_VERSION_MAJOR >= 20
  bool enabled() const { return true; }
#else
  bool enabled() const {
    if (Diagnostics.getIgnoreAllWarnings())
      return false;
    bool Wanted = true;
    for (StringRef Flag : Options.Warnings) // The last one counts.
      if (Flag == "thread-safety" || Flag == "no-thread-safety")
        Wanted = Flag == "thread-safety";
    return Wanted;
  }
#endif

  unsigned warning(StringRef Rule) {
    std::string Format = ("%0 [fearless-" + Rule + "]").str();
#if CLANG_VERSION_MAJOR >= 20
    return Diagnostics.getDiagnosticIDs()->getCustomDiagID(
        clang::DiagnosticIDs::CustomDiagDesc(
            clang::diag::Severity::Warning, Format,
            clang::DiagnosticIDs::CLASS_WARNING, /*ShowInSystemHeader=*/false,
            /*ShowInSystemMacro=*/true, clang::diag::Group::ThreadSafety));
#else
    return Diagnostics.getDiagnosticIDs()->getCustomDiagID(
        Diagnostics.getWarningsAsErrors() ? clang::DiagnosticIDs::Error
                                          : clang::DiagnosticIDs::Warning,
        Format);
#endif
  }

  void report(const findings::Place &Where, unsigned Id, StringRef Text,
              ArrayRef<findings::FixIt> Fixes) {
    clang::DiagnosticBuilder Builder =
        Diagnostics.Report(frontends::locate(Sources, Root, Where), Id);
    Builder << Text;
    for (const findings::FixIt &Fix : Fixes) {
      clang::FixItHint Hint = frontends::fixItHint(Sources, Root, Fix);
      if (!Hint.isNull())
        Builder << Hint;
    }
  }

  clang::DiagnosticsEngine &Diagnostics;
  clang::SourceManager &Sources;
  const clang::DiagnosticOptions &Options;
  StringRef Root;
};

void writeFacts(clang::CompilerInstance &CI,
                const facts::TranslationUnit &Unit) {
  SmallString<256> Path(CI.getFrontendOpts().OutputFile);
  if (Path.empty() || Path == "-")
    return;
  sys::path::replace_extension(Path, "facts");
  std::error_code EC;
  raw_fd_ostream OS(Path, EC);
  if (!EC) {
    store::writeBinary(Unit, OS);
    OS.close();
    EC = OS.error();
    OS.clear_error();
  }
  if (!EC)
    return;
  clang::DiagnosticsEngine &Diagnostics = CI.getDiagnostics();
  Diagnostics.Report(Diagnostics.getCustomDiagID(
      clang::DiagnosticsEngine::Warning,
      "fearless: the facts cannot be written to '%0': %1"))
      << Path << EC.message();
}

void finish(clang::CompilerInstance &CI, const PluginOptions &Options,
            facts::TranslationUnit &&Unit) {
  clang::DiagnosticsEngine &Diagnostics = CI.getDiagnostics();
  // What does not compile is reported by the compiler, and by it alone.
  if (Unit.HadErrors || Diagnostics.hasErrorOccurred())
    return;
  if (Options.WriteFacts)
    writeFacts(CI, Unit);
  auto Findings =
      frontends::stableFindings(std::move(Unit), Options.Root, Options.Models);
  if (!Findings) {
    Diagnostics.Report(Diagnostics.getCustomDiagID(
        clang::DiagnosticsEngine::Error, "fearless: %0"))
        << toString(Findings.takeError());
    return;
  }
  DiagnosticWriter Writer(CI, Options.Root);
  for (const findings::Finding &F : *Findings)
    Writer.write(F);
}

class FearlessAction : public clang::PluginASTAction {
protected:
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, StringRef File) override {
    // A header that is precompiled is analysed with the units that include it.
    if (CI.getLangOpts().IsHeaderFile)
      return std::make_unique<clang::ASTConsumer>();
    extract::Options Extraction;
    Extraction.ProjectRoot = Options.Root;
    Extraction.CommandDigest = commandDigest(CI, File, Options.Root);
    return extract::makeConsumer(
        std::move(Extraction),
        [&CI, Options = Options](facts::TranslationUnit &&Unit) {
          finish(CI, Options, std::move(Unit));
        });
  }

  bool ParseArgs(const clang::CompilerInstance &CI,
                 const std::vector<std::string> &Arguments) override {
    for (StringRef Argument : Arguments) {
      auto [Name, Value] = Argument.split('=');
      if (Argument == "facts") {
        Options.WriteFacts = true;
      } else if (Name == "root" && !Value.empty()) {
        Options.Root = absolute(Value);
      } else if (Name == "models" && !Value.empty()) {
        Options.Models.push_back(Value.str());
      } else {
        clang::DiagnosticsEngine &Diagnostics = CI.getDiagnostics();
        Diagnostics.Report(Diagnostics.getCustomDiagID(
            clang::DiagnosticsEngine::Error,
            "fearless: unknown plugin argument '%0'; known are facts, "
            "root=DIR and models=FILE"))
            << Argument;
        return false;
      }
    }
    if (Options.Root.empty())
      Options.Root = frontends::projectRootAbove(absolute("."));
    return true;
  }

  ActionType getActionType() override { return AddAfterMainAction; }

private:
  PluginOptions Options;
};

} // namespace

static clang::FrontendPluginRegistry::Add<FearlessAction>
    Registration("fearless", "find deadlocks, data races and misused locks");

} // namespace fearless::plugin

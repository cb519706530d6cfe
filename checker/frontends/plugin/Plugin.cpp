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
//   facts         write the unit's facts beside the object file, a.o -> a.facts
//   facts=FILE    write them to FILE
//   root=DIR      the project's root; default: where .git is
//   models=FILE   the user's models; repeatable
//   user-path=DIR code under DIR is the user's; repeatable
//   config=FILE   the project's configuration; default: the nearest one of the
//                 main file
//   no-config     no configuration
//
// A plugin must be built against the very Clang that loads it.
//
//===----------------------------------------------------------------------===//

#include "extract/Extractor.h"
#include "frontends/CommandDigest.h"
#include "frontends/HostVersion.h"
#include "frontends/UnitCheck.h"
#include "frontends/plugin/DiagnosticWriter.h"
#include "store/BinaryFormat.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::plugin {

namespace {

struct PluginOptions {
  bool WriteFacts = false;
  std::string FactsFile; ///< Empty: beside the object file.
  frontends::UnitRequest Request;

  /// Whether the argument is known.
  bool take(StringRef Argument);
};

bool PluginOptions::take(StringRef Argument) {
  if (Argument == "facts") {
    WriteFacts = true;
    return true;
  }
  if (Argument == "no-config") {
    Request.UseConfig = false;
    return true;
  }
  auto [Name, Value] = Argument.split('=');
  if (Value.empty())
    return false;
  if (Name == "facts") {
    WriteFacts = true;
    FactsFile = Value.str();
  } else if (Name == "root") {
    Request.Root = Value.str();
  } else if (Name == "models") {
    Request.Models.push_back(Value.str());
  } else if (Name == "user-path") {
    Request.UserPaths.push_back(Value.str());
  } else if (Name == "config") {
    Request.ConfigFile = Value.str();
  } else {
    return false;
  }
  return true;
}

/// What happens at the end of one compilation.
class UnitReport {
public:
  UnitReport(clang::CompilerInstance &CI, const PluginOptions &Options,
             frontends::UnitSettings Settings)
      : CI(CI), Settings(std::move(Settings)),
        Writer(CI, this->Settings.ProjectRoot) {
    if (!Options.WriteFacts)
      return;
    FactsFile = Options.FactsFile;
    if (FactsFile.empty())
      FactsFile = besideObject();
  }

  void finish(facts::TranslationUnit &&Unit) {
    // What does not compile is reported by the compiler, and by it alone. Facts
    // of an earlier state are no facts of this one.
    if (Unit.HadErrors || CI.getDiagnostics().hasUncompilableErrorOccurred()) {
      if (!FactsFile.empty())
        sys::fs::remove(FactsFile);
      return;
    }
    if (!FactsFile.empty())
      if (Error E = writeFacts(Unit))
        Writer.error(toString(std::move(E)));
    auto Findings = frontends::unitFindings(std::move(Unit), Settings);
    if (!Findings)
      return Writer.error(toString(Findings.takeError()));
    for (const findings::Finding &F : *Findings)
      Writer.write(F);
  }

private:
  /// Empty where no object file is made.
  SmallString<256> besideObject() const {
    SmallString<256> Path(CI.getFrontendOpts().OutputFile);
    if (Path.empty() || Path == "-")
      return {};
    sys::path::replace_extension(Path, "facts");
    return Path;
  }

  /// The file appears whole or not at all.
  Error writeFacts(const facts::TranslationUnit &Unit) {
    Error E = writeToOutput(FactsFile, [&](raw_ostream &OS) {
      store::writeBinary(Unit, OS);
      return Error::success();
    });
    if (!E)
      return E;
    return createStringError("the facts cannot be written to '" + FactsFile +
                             "': " + toString(std::move(E)));
  }

  clang::CompilerInstance &CI;
  frontends::UnitSettings Settings;
  DiagnosticWriter Writer;
  SmallString<256> FactsFile; ///< Empty: none are wanted.
};

class FearlessAction : public clang::PluginASTAction {
protected:
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, StringRef File) override {
    // A header that is precompiled is analysed with the units that include it.
    if (CI.getLangOpts().IsHeaderFile)
      return std::make_unique<clang::ASTConsumer>();
    Expected<frontends::UnitSettings> Settings =
        frontends::settingsFor(File, Options.Request);
    if (!Settings) {
      DiagnosticWriter(CI, "").error(toString(Settings.takeError()));
      return std::make_unique<clang::ASTConsumer>();
    }
    extract::Options Extraction;
    Extraction.ProjectRoot = Settings->ProjectRoot;
    Extraction.UserPaths = Settings->UserPaths;
    Extraction.CommandDigest = frontends::commandDigest(
        CI.getInvocation(), File, Settings->ProjectRoot);
    auto Report =
        std::make_shared<UnitReport>(CI, Options, std::move(*Settings));
    return extract::makeConsumer(std::move(Extraction),
                                 [Report](facts::TranslationUnit &&Unit) {
                                   Report->finish(std::move(Unit));
                                 });
  }

  bool ParseArgs(const clang::CompilerInstance &CI,
                 const std::vector<std::string> &Arguments) override {
    for (StringRef Argument : Arguments) {
      if (Options.take(Argument))
        continue;
      clang::DiagnosticsEngine &Diagnostics = CI.getDiagnostics();
      Diagnostics.Report(Diagnostics.getCustomDiagID(
          clang::DiagnosticsEngine::Error,
          "fearless: unknown plugin argument '%0'; known are facts, "
          "facts=FILE, root=DIR, models=FILE, user-path=DIR, config=FILE and "
          "no-config"))
          << Argument;
      return false;
    }
    return true;
  }

  ActionType getActionType() override { return AddAfterMainAction; }

private:
  PluginOptions Options;
};

} // namespace

/// Nothing is registered with a host that this plugin does not fit.
[[maybe_unused]] static const bool Registered = [] {
  if (!frontends::fitsHost("compiler plugin"))
    return false;
  static clang::FrontendPluginRegistry::Add<FearlessAction> Registration(
      "fearless", "find deadlocks, data races and misused locks");
  return true;
}();

} // namespace fearless::plugin

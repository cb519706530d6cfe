//===-- Extraction.cpp - Compiles one job and extracts its facts ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Extraction.h"

#include "extract/Extractor.h"
#include "frontends/CommandDigest.h"
#include "frontends/cli/ReadFiles.h"
#include "support/Paths.h"

#include "clang/AST/ASTConsumer.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/FrontendAction.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "clang/Serialization/PCHContainerOperations.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>

#include <stdlib.h>

using namespace llvm;

namespace fearless::cli {

namespace {

/// The errors of one compilation.
class ErrorCollector : public clang::DiagnosticConsumer {
public:
  struct Error {
    std::string File; ///< As Clang names it; empty for the command line.
    unsigned Line = 0, Column = 0;
    std::string Message;
  };

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override {
    clang::DiagnosticConsumer::HandleDiagnostic(Level, Info);
    if (Level < clang::DiagnosticsEngine::Error)
      return;
    Error E;
    SmallString<256> Text;
    Info.FormatDiagnostic(Text);
    E.Message = Text.str().str();
    if (Info.hasSourceManager() && Info.getLocation().isValid()) {
      clang::PresumedLoc P =
          Info.getSourceManager().getPresumedLoc(Info.getLocation());
      if (P.isValid()) {
        E.File = P.getFilename();
        E.Line = P.getLine();
        E.Column = P.getColumn();
        InSource = true;
      }
    }
    Errors.push_back(std::move(E));
  }

  std::vector<Error> Errors;
  bool InSource = false; ///< Some error is at a place in a file.
};

/// Hands the facts of its translation unit to the extraction's result.
class ExtractAction : public clang::ASTFrontendAction {
public:
  ExtractAction(const extract::Options &Options, Extraction &Result)
      : Options(Options), Result(Result) {}

protected:
  std::unique_ptr<clang::ASTConsumer>
  CreateASTConsumer(clang::CompilerInstance &CI, StringRef File) override {
    extract::Options Mine = Options;
    Mine.CommandDigest =
        frontends::commandDigest(CI.getInvocation(), File, Options.ProjectRoot);
    return extract::makeConsumer(
        std::move(Mine),
        [this](facts::TranslationUnit &&TU) { Result.Unit = std::move(TU); });
  }

private:
  const extract::Options &Options;
  Extraction &Result;
};

/// A header that a precompiled header was made from: beside it, with the
/// extension removed.
std::string headerOf(StringRef Precompiled) {
  for (StringRef Extension : {".gch", ".pch"})
    if (Precompiled.ends_with(Extension))
      return Precompiled.drop_back(Extension.size()).str();
  return "";
}

/// Precompiled headers are bound to the very compiler that wrote them: read
/// the header itself.
void replacePrecompiledHeader(clang::PreprocessorOptions &Options) {
  if (Options.ImplicitPCHInclude.empty())
    return;
  std::string Header = headerOf(Options.ImplicitPCHInclude);
  if (!Header.empty() && !is_contained(Options.Includes, Header))
    Options.Includes.insert(Options.Includes.begin(), Header);
  Options.ImplicitPCHInclude.clear();
}

/// Runs the action unless the command line had errors that dropping arguments
/// may mend.
class ExtractToolAction : public clang::tooling::FrontendActionFactory {
public:
  ExtractToolAction(const extract::Options &Options, Extraction &Result,
                    ErrorCollector &Errors, bool TolerateErrors)
      : Options(Options), Result(Result), Errors(Errors),
        TolerateErrors(TolerateErrors) {}

  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<ExtractAction>(Options, Result);
  }

  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> Invocation,
                     clang::FileManager *Files,
                     std::shared_ptr<clang::PCHContainerOperations> Containers,
                     clang::DiagnosticConsumer *Consumer) override {
    if (!Errors.Errors.empty() && !TolerateErrors)
      return false;
    Ran = true;
    replacePrecompiledHeader(Invocation->getPreprocessorOpts());
    return FrontendActionFactory::runInvocation(
        std::move(Invocation), Files, std::move(Containers), Consumer);
  }

  bool Ran = false;

private:
  const extract::Options &Options;
  Extraction &Result;
  ErrorCollector &Errors;
  bool TolerateErrors;
};

/// The words that a message puts between single quotes.
SmallVector<StringRef, 2> quotedWords(StringRef Message) {
  SmallVector<StringRef, 2> Words;
  while (true) {
    auto [Before, Rest] = Message.split('\'');
    auto [Word, After] = Rest.split('\'');
    if (Word.empty())
      return Words;
    Words.push_back(Word);
    Message = After;
  }
}

/// Removes the arguments that messages about the command line complain of: the
/// flags quoted; else those that begin so; else those with a value quoted
/// (unknown target CPU 'x'). Returns whether there were any.
bool dropRejected(std::vector<std::string> &Arguments,
                  ArrayRef<ErrorCollector::Error> Errors,
                  std::vector<std::string> &Dropped) {
  enum MatchKind { Whole, Beginning, Value };
  auto matches = [](StringRef Argument, StringRef Word, MatchKind Kind) {
    if (Kind == Value)
      return Argument.consume_back(Word) && Argument.starts_with("-") &&
             Argument.ends_with("=");
    return Word.size() > 1 && Word.starts_with("-") &&
           (Kind == Whole ? Argument == Word : Argument.starts_with(Word));
  };
  auto isNamed = [&](StringRef Argument, MatchKind Kind) {
    for (const ErrorCollector::Error &E : Errors)
      for (StringRef Word : quotedWords(E.Message))
        if (matches(Argument, Word, Kind))
          return true;
    return false;
  };
  for (MatchKind Kind : {Whole, Beginning, Value}) {
    size_t Before = Dropped.size();
    std::vector<std::string> Kept = {Arguments.front()};
    for (const std::string &A : ArrayRef(Arguments).drop_front())
      (isNamed(A, Kind) ? Dropped : Kept).push_back(A);
    Arguments = std::move(Kept);
    if (Dropped.size() != Before)
      return true;
  }
  return false;
}

/// The command line that Clang gets. GCC's warnings and what is an error only
/// to Clang (-Wint-conversion …) are no concern of this tool.
std::vector<std::string> clangArguments(const CompileJob &Job,
                                        StringRef ResourceDirectory) {
  std::vector<std::string> Arguments = Job.Arguments;
  // The driver finds the system's headers from where it lies itself; its name
  // says what it is.
  if (!sys::path::is_absolute(Arguments.front())) {
    SmallString<256> Driver(ResourceDirectory); // …/lib/clang/22
    for (int Up = 0; Up < 3; ++Up)
      sys::path::remove_filename(Driver);
    sys::path::append(Driver, "bin", sys::path::filename(Arguments.front()));
    Arguments.front() = Driver.str().str();
  }
  std::vector<std::string> Own = {"-fsyntax-only", "-Wno-everything",
                                  "-ferror-limit=0", "-fno-spell-checking"};
  Own.push_back(("-resource-dir=" + ResourceDirectory).str());
  // Before the user's arguments stands the compiler, and "--" may end options.
  auto End = std::find(Arguments.begin(), Arguments.end(), "--");
  Arguments.insert(End, Own.begin(), Own.end());
  return Arguments;
}

void noteErrors(ArrayRef<ErrorCollector::Error> Errors, const CompileJob &Job,
                Extraction &Result) {
  Result.ErrorCount = Errors.size();
  if (Errors.empty())
    return;
  const ErrorCollector::Error &First = Errors.front();
  Result.FirstError = First.Message;
  if (First.File.empty())
    return;
  Result.FirstError = std::to_string(First.Line) + ":" +
                      std::to_string(First.Column) + ": " + First.Message;
  // "<built-in>" and kin are no files.
  Result.FirstErrorFile = StringRef(First.File).starts_with("<")
                              ? First.File
                              : support::absoluteIn(Job.Directory, First.File);
}

} // namespace

Extraction extractJob(const CompileJob &Job, const ExtractionOptions &Options) {
  Extraction Result;
  if (std::error_code E = sys::fs::set_current_path(Job.Directory)) {
    Result.ErrorCount = 1;
    Result.FirstError = "the compiler's working directory '" + Job.Directory +
                        "' cannot be entered: " + E.message();
    return Result;
  }
  // Clang asks for the directory's name and trusts this over links resolved.
  setenv("PWD", Job.Directory.c_str(), 1);
  extract::Options ExtractOptions;
  ExtractOptions.ProjectRoot = Options.ProjectRoot;
  ExtractOptions.UserPaths = Options.UserPaths;

  std::vector<std::string> Arguments =
      clangArguments(Job, Options.ResourceDirectory);
  auto Seen = makeIntrusiveRefCnt<RecordingFileSystem>(
      Options.Overlay ? fileSystemUnder(*Options.Overlay)
                      : vfs::getRealFileSystem());
  for (bool Tolerate = false;;) {
    ErrorCollector Errors;
    ExtractToolAction Action(ExtractOptions, Result, Errors, Tolerate);
    // The compiler instance shares its ownership.
    auto Files = makeIntrusiveRefCnt<clang::FileManager>(
        clang::FileSystemOptions(), Seen);
    clang::tooling::ToolInvocation Invocation(
        Arguments, &Action, Files.get(),
        std::make_shared<clang::PCHContainerOperations>());
    Invocation.setDiagnosticConsumer(&Errors);
    Invocation.run();
    if (!Result.Unit && !Errors.InSource &&
        dropRejected(Arguments, Errors.Errors, Result.DroppedArguments))
      continue;
    if (!Action.Ran && !Tolerate) {
      Tolerate = true;
      continue;
    }
    noteErrors(Errors.Errors, Job, Result);
    Result.MadeFrom = Seen->dependencies();
    return Result;
  }
}

std::string compilerVersion() { return clang::getClangFullVersion(); }

Expected<std::string> findResourceDirectory() {
  SmallVector<std::string, 2> Candidates = {FEARLESS_RESOURCE_DIR};
  std::string Self = sys::fs::getMainExecutable(
      nullptr, reinterpret_cast<void *>(&findResourceDirectory));
  SmallString<256> Beside(sys::path::parent_path(Self));
  sys::path::append(Beside, "..", "lib", "clang", CLANG_VERSION_MAJOR_STRING);
  Candidates.push_back(Beside.str().str());
  for (const std::string &Candidate : Candidates)
    if (sys::fs::exists(Candidate + "/include/stddef.h"))
      return Candidate;
  return createStringError(
      Twine("Clang's own headers are not in '") + FEARLESS_RESOURCE_DIR +
      "'; install them: on Debian and Ubuntu the package libclang-common-" +
      CLANG_VERSION_MAJOR_STRING + "-dev");
}

} // namespace fearless::cli

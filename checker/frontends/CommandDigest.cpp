//===-- CommandDigest.cpp - What a compilation is called ------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/CommandDigest.h"

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/TargetOptions.h"
#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/HeaderSearchOptions.h"
#include "clang/Lex/PreprocessorOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace fearless::frontends {

/// The header that a precompiled header was made from lies beside it.
static void nameHeaderOfPrecompiled(clang::PreprocessorOptions &Options) {
  StringRef Header = Options.ImplicitPCHInclude;
  if (Header.consume_back(".pch") || Header.consume_back(".gch"))
    if (!is_contained(Options.Includes, Header))
      Options.Includes.insert(Options.Includes.begin(), Header.str());
  Options.ImplicitPCHInclude.clear();
}

/// Clang finds its own headers relative to its own place, on ways that depend
/// on the name it was called by; and what is not there is not looked into.
static void nameSystemDirectories(clang::HeaderSearchOptions &Headers,
                                  StringRef Resources, StringRef ProjectRoot) {
  erase_if(Headers.UserEntries, [&](clang::HeaderSearchOptions::Entry &E) {
    if (E.Group < clang::frontend::System || !sys::path::is_absolute(E.Path) ||
        StringRef(E.Path).starts_with(ProjectRoot))
      return false;
    SmallString<256> Real;
    if (sys::fs::real_path(E.Path, Real))
      return true;
    bool IsClangs =
        !Resources.empty() && StringRef(E.Path).starts_with(Resources);
    E.Path = Real.str().str();
    return IsClangs;
  });
}

/// A command without arguments, every option at its default: those that Clang
/// constructs are in part not initialised.
static clang::CompilerInvocation emptyCommand() {
#if CLANG_VERSION_MAJOR >= 21
  clang::DiagnosticOptions Options;
  clang::DiagnosticsEngine Diagnostics(
      makeIntrusiveRefCnt<clang::DiagnosticIDs>(), Options,
      new clang::IgnoringDiagConsumer);
#else
  clang::DiagnosticsEngine Diagnostics(
      makeIntrusiveRefCnt<clang::DiagnosticIDs>(),
      makeIntrusiveRefCnt<clang::DiagnosticOptions>(),
      new clang::IgnoringDiagConsumer);
#endif
  clang::CompilerInvocation Result;
  clang::CompilerInvocation::CreateFromArgs(Result, {}, Diagnostics);
  return Result;
}

/// \p Command with nothing in it but what may change the meaning of code.
static clang::CompilerInvocation
meaningOf(const clang::CompilerInvocation &Command, StringRef ProjectRoot) {
  clang::CompilerInvocation Meaning = emptyCommand();
  Meaning.getFrontendOpts().DashX = Command.getFrontendOpts().DashX;
  Meaning.getTargetOpts() = Command.getTargetOpts();
  clang::LangOptions &Language = Meaning.getLangOpts();
  Language = Command.getLangOpts();
  Language.PICLevel = 0;
  Language.PIE = 0;
  Language.setValueVisibilityMode(clang::DefaultVisibility);
  Language.setTypeVisibilityMode(clang::DefaultVisibility);
  Language.InlineVisibilityHidden = 0;
  Language.SemanticInterposition = 0;
  Language.HalfNoSemanticInterposition = 0;
  Language.SpellChecking = 1;
  Language.MacroPrefixMap.clear();
  Meaning.getPreprocessorOpts() = Command.getPreprocessorOpts();
  nameHeaderOfPrecompiled(Meaning.getPreprocessorOpts());
  clang::HeaderSearchOptions &Headers = Meaning.getHeaderSearchOpts();
  Headers = Command.getHeaderSearchOpts();
  nameSystemDirectories(Headers, Command.getHeaderSearchOpts().ResourceDir,
                        ProjectRoot);
  Headers.ResourceDir.clear();
  Headers.ModuleCachePath.clear();
  return Meaning;
}

uint64_t commandDigest(const clang::CompilerInvocation &Command, StringRef File,
                       StringRef ProjectRoot) {
  std::string Text;
  auto add = [&](StringRef Word) {
    while (true) {
      size_t At =
          ProjectRoot.size() > 1 ? Word.find(ProjectRoot) : StringRef::npos;
      Text += Word.substr(0, At);
      if (At == StringRef::npos)
        break;
      Word = Word.substr(At + ProjectRoot.size());
    }
    Text += '\0';
  };
  SmallString<256> Path(File), Directory;
  sys::fs::make_absolute(Path);
  sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  sys::fs::current_path(Directory);
  add(Path);
  add(Directory);
  for (const std::string &Word :
       meaningOf(Command, ProjectRoot).getCC1CommandLine())
    add(Word);
  return xxh3_64bits(Text);
}

} // namespace fearless::frontends

//===-- DiagnosticWriter.cpp - Findings as warnings of the compiler -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/plugin/DiagnosticWriter.h"

#include "frontends/UnitCheck.h"

#include "clang/Basic/Version.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace fearless::plugin {

DiagnosticWriter::DiagnosticWriter(clang::CompilerInstance &CI,
                                   StringRef ProjectRoot)
    : Diagnostics(CI.getDiagnostics()), Sources(CI.getSourceManager()),
      Options(CI.getDiagnosticOpts()), ProjectRoot(ProjectRoot),
      Pragmas(PragmaLevels::follow(CI.getPreprocessor())),
      General(generalLevel()) {}

void DiagnosticWriter::write(const findings::Finding &F) {
  clang::SourceLocation Where =
      frontends::locate(Sources, ProjectRoot, F.Where);
  std::optional<unsigned> Id = diagnostic(F.Rule, Where);
  if (!Id)
    return;
  report(Where, *Id, F.Message, F.Fixes);
  unsigned Note =
      Diagnostics.getCustomDiagID(clang::DiagnosticsEngine::Note, "%0");
  for (const findings::Note &N : F.Notes)
    report(frontends::locateStep(Sources, ProjectRoot, N.Where), Note, N.Text,
           {});
}

void DiagnosticWriter::error(StringRef Message) {
  Diagnostics.Report(Diagnostics.getCustomDiagID(
      clang::DiagnosticsEngine::Error, "fearless: %0"))
      << Message;
}

std::optional<unsigned>
DiagnosticWriter::diagnostic(StringRef Rule, clang::SourceLocation Where) {
  Level Wanted = General;
  if (auto Said = Pragmas->at(Sources, Where);
      Said && General != Level::Ignored)
    Wanted = *Said == clang::diag::Severity::Ignored ? Level::Ignored
             : *Said >= clang::diag::Severity::Error ? Level::Error
                                                     : General;
  if (Wanted == Level::Ignored)
    return std::nullopt;
  bool Demoted = General == Level::Warning && Diagnostics.getWarningsAsErrors();
  if (!Pragmas->any() && !Demoted)
    return warning(Rule);
  std::string Format = ("%0 [fearless-" + Rule + "] [-Wthread-safety]").str();
  return Diagnostics.getDiagnosticIDs()->getCustomDiagID(
      Wanted == Level::Error ? clang::DiagnosticIDs::Error
                             : clang::DiagnosticIDs::Warning,
      Format);
}

/// Whether \p Yes or \p No is the last of the flags; \p Default if neither is
/// there.
static bool lastOf(ArrayRef<std::string> Flags, StringRef Yes, StringRef No,
                   bool Default) {
  for (StringRef Flag : reverse(Flags))
    if (Flag == Yes || Flag == No)
      return Flag == Yes;
  return Default;
}

// Diagnostics in a group obey -w, -Werror and -Wno-…, but not -Wno-error=….
// Clang 19 has no groups for diagnostics of plugins, so there all flags are
// read here.
DiagnosticWriter::Level DiagnosticWriter::generalLevel() {
  if (Diagnostics.getIgnoreAllWarnings())
    return Level::Ignored;
#if CLANG_VERSION_MAJOR >= 20
  Level Said = Diagnostics.getDiagnosticLevel(warning("data-race"), {});
#else
  Level Said =
      Diagnostics.getWarningsAsErrors() ? Level::Error : Level::Warning;
  if (!lastOf(Options.Warnings, "thread-safety", "no-thread-safety", true))
    Said = Level::Ignored;
#endif
  if (Said == Level::Ignored)
    return Said;
  return lastOf(Options.Warnings, "error=thread-safety",
                "no-error=thread-safety", Said == Level::Error)
             ? Level::Error
             : Level::Warning;
}

unsigned DiagnosticWriter::warning(StringRef Rule) {
  std::string Format = ("%0 [fearless-" + Rule + "]").str();
#if CLANG_VERSION_MAJOR >= 20
  return Diagnostics.getDiagnosticIDs()->getCustomDiagID(
      clang::DiagnosticIDs::CustomDiagDesc(
          clang::diag::Severity::Warning, Format,
          clang::DiagnosticIDs::CLASS_WARNING, /*ShowInSystemHeader=*/false,
          /*ShowInSystemMacro=*/true, clang::diag::Group::ThreadSafety));
#else
  return Diagnostics.getDiagnosticIDs()->getCustomDiagID(
      General == Level::Error ? clang::DiagnosticIDs::Error
                              : clang::DiagnosticIDs::Warning,
      Format);
#endif
}

void DiagnosticWriter::report(clang::SourceLocation Where, unsigned Id,
                              StringRef Text, ArrayRef<findings::FixIt> Fixes) {
  clang::DiagnosticBuilder Builder = Diagnostics.Report(Where, Id);
  Builder << Text;
  for (const findings::FixIt &Fix : Fixes) {
    clang::FixItHint Hint = frontends::fixItHint(Sources, ProjectRoot, Fix);
    if (!Hint.isNull())
      Builder << Hint;
  }
}

} // namespace fearless::plugin

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

using namespace llvm;

namespace fearless::plugin {

DiagnosticWriter::DiagnosticWriter(clang::CompilerInstance &CI,
                                   StringRef ProjectRoot)
    : Diagnostics(CI.getDiagnostics()), Sources(CI.getSourceManager()),
      Options(CI.getDiagnosticOpts()), ProjectRoot(ProjectRoot) {}

void DiagnosticWriter::write(const findings::Finding &F) {
  if (!enabled())
    return;
  report(frontends::locate(Sources, ProjectRoot, F.Where), warning(F.Rule),
         F.Message, F.Fixes);
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

// Diagnostics in a group obey -w, -Werror and -Wno-…; Clang 19 has no groups
// for diagnostics of plugins, so there the flags are read here.
bool DiagnosticWriter::enabled() const {
#if CLANG_VERSION_MAJOR >= 20
  return true;
#else
  if (Diagnostics.getIgnoreAllWarnings())
    return false;
  bool Wanted = true;
  for (StringRef Flag : Options.Warnings) // The last one counts.
    if (Flag == "thread-safety" || Flag == "no-thread-safety")
      Wanted = Flag == "thread-safety";
  return Wanted;
#endif
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
      Diagnostics.getWarningsAsErrors() ? clang::DiagnosticIDs::Error
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

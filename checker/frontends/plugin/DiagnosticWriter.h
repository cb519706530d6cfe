//===-- DiagnosticWriter.h - Findings as warnings of the compiler ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_PLUGIN_DIAGNOSTICWRITER_H
#define FEARLESS_FRONTENDS_PLUGIN_DIAGNOSTICWRITER_H

#include "findings/Finding.h"
#include "frontends/plugin/PragmaLevels.h"

#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/StringRef.h"

#include <memory>
#include <optional>
#include <string>

namespace clang {
class CompilerInstance;
} // namespace clang

namespace fearless::plugin {

/// Warnings in the group -Wthread-safety: -w, -Werror, -Werror=thread-safety,
/// -Wno-thread-safety and #pragma clang diagnostic hold for them. To be made
/// before the code is read.
class DiagnosticWriter {
public:
  DiagnosticWriter(clang::CompilerInstance &CI, llvm::StringRef ProjectRoot);

  void write(const findings::Finding &F);
  /// Something other than code is wrong; the compilation fails.
  void error(llvm::StringRef Message);

private:
  using Level = clang::DiagnosticsEngine::Level;
  /// What the command line says.
  Level generalLevel();
  unsigned warning(llvm::StringRef Rule);
  /// The diagnostic for a finding of \p Rule at \p Where; none: it is not
  /// wanted.
  std::optional<unsigned> diagnostic(llvm::StringRef Rule,
                                     clang::SourceLocation Where);
  void report(clang::SourceLocation Where, unsigned Id, llvm::StringRef Text,
              llvm::ArrayRef<findings::FixIt> Fixes);

  clang::DiagnosticsEngine &Diagnostics;
  clang::SourceManager &Sources;
  const clang::DiagnosticOptions &Options;
  std::string ProjectRoot;
  std::shared_ptr<const PragmaLevels> Pragmas;
  Level General;
};

} // namespace fearless::plugin

#endif

//===-- DiagnosticWriter.h - Findings as warnings of the compiler ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_PLUGIN_DIAGNOSTICWRITER_H
#define FEARLESS_FRONTENDS_PLUGIN_DIAGNOSTICWRITER_H

#include "findings/Finding.h"

#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/StringRef.h"

namespace clang {
class CompilerInstance;
} // namespace clang

namespace fearless::plugin {

/// Warnings in the group -Wthread-safety: -w, -Werror, -Werror=thread-safety,
/// -Wno-thread-safety and #pragma clang diagnostic hold for them.
class DiagnosticWriter {
public:
  DiagnosticWriter(clang::CompilerInstance &CI, llvm::StringRef ProjectRoot);

  void write(const findings::Finding &F);
  /// Something other than code is wrong; the compilation fails.
  void error(llvm::StringRef Message);

private:
  bool enabled() const;
  unsigned warning(llvm::StringRef Rule);
  void report(clang::SourceLocation Where, unsigned Id, llvm::StringRef Text,
              llvm::ArrayRef<findings::FixIt> Fixes);

  clang::DiagnosticsEngine &Diagnostics;
  clang::SourceManager &Sources;
  const clang::DiagnosticOptions &Options;
  llvm::StringRef ProjectRoot;
};

} // namespace fearless::plugin

#endif

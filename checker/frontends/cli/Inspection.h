//===-- Inspection.h - Commands that show what the analysis knows ---------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// From a command line to the analysis itself. What was analysed before is
// analysed again: of that only findings are kept.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_INSPECTION_H
#define FEARLESS_FRONTENDS_CLI_INSPECTION_H

#include "analysis/Analysis.h"
#include "frontends/cli/Arguments.h"
#include "report/SourceFiles.h"
#include "rules/RuleTable.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace fearless::cli {

/// Hands the analysis of what \p Args ask for to \p Look, whose error is one of
/// usage. Returns the exit code, which is never that of findings.
int inspectAnd(const Arguments &Args,
               llvm::function_ref<llvm::Error(const analysis::Analysis &,
                                              const rules::Report &,
                                              const report::SourceFiles &)>
                   Look);

/// Whether `--format` says json. It may say text or json.
llvm::Expected<bool> wantsJson(const Arguments &Args);

} // namespace fearless::cli

#endif

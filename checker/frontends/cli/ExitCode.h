//===-- ExitCode.h - What the exit code of fearless means -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_EXITCODE_H
#define FEARLESS_FRONTENDS_CLI_EXITCODE_H

namespace fearless::cli {

/// Stable: scripts rely on them. Documented in docs/cli.md and --help.
enum ExitCode : int {
  ExitClean = 0,
  ExitFindings = 1,
  ExitUsage = 2,      ///< The command line, or a file it names, is wrong.
  ExitIncomplete = 3, ///< A translation unit could not be analysed. Wins over
                      ///< ExitFindings, unless --allow-incomplete.
  ExitInterrupted = 130,
};

} // namespace fearless::cli

#endif

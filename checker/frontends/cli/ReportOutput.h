//===-- ReportOutput.h - Findings in the forms that were asked for --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_REPORTOUTPUT_H
#define FEARLESS_FRONTENDS_CLI_REPORTOUTPUT_H

#include "frontends/cli/AnalysisRun.h"

namespace fearless::cli {

enum class Format { Text, Json, Sarif };

/// What --format and --report ask for.
struct ReportRequest {
  Format Standard = Format::Text; ///< For standard output.
  std::vector<std::pair<Format, std::string>> Files;
};

/// The error names the word that is wrong.
llvm::Expected<ReportRequest> reportRequest(const Arguments &Args);

/// Writes all that is asked for. A file appears whole or not at all; the error
/// names the file that cannot be written.
llvm::Error writeReports(const ReportRequest &Request, const AnalysisRun &Run,
                         report::SourceFiles &Sources);

/// Replaces the file \p Path at once by what \p Write writes, so that an
/// interrupted run leaves the old one. \p What names it in the error.
llvm::Error replaceFile(llvm::StringRef Path, llvm::StringRef What,
                        llvm::function_ref<void(llvm::raw_ostream &)> Write);

} // namespace fearless::cli

#endif

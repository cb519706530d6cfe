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

} // namespace fearless::cli

#endif

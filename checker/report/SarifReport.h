//===-- SarifReport.h - Findings as SARIF 2.1.0 ---------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The Static Analysis Results Interchange Format, an OASIS standard (2020),
// which code hosts and editors read. The witness of a finding is a code flow,
// and its notes are related locations as well, since not every reader shows
// code flows. Files are named relative to the base %SRCROOT%.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_REPORT_SARIFREPORT_H
#define FEARLESS_REPORT_SARIFREPORT_H

#include "report/ReportInput.h"
#include "report/SourceFiles.h"

#include "llvm/Support/raw_ostream.h"

namespace fearless::report {

/// \p Sources tell columns in characters, which SARIF counts, not bytes. Valid
/// UTF-8 whatever the sources hold. Linear.
void writeSarif(const ReportInput &Report, SourceFiles &Sources,
                llvm::raw_ostream &OS);

} // namespace fearless::report

#endif

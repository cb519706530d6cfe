//===-- JsonReport.h - Findings as JSON -----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One object, described in docs/reports.md. Its "version" grows when a reader
// of the present form could be misled; keys may be added at any time.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_REPORT_JSONREPORT_H
#define FEARLESS_REPORT_JSONREPORT_H

#include "report/ReportInput.h"

#include "llvm/Support/raw_ostream.h"

namespace fearless::report {

/// Valid UTF-8 whatever the sources hold. Linear.
void writeJson(const ReportInput &Report, llvm::raw_ostream &OS);

} // namespace fearless::report

#endif

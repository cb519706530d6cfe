//===-- TextReport.h - Findings as text, in the manner of Clang -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// file:line:col: warning: message [fearless-rule]
//    12 |   source line
//       |   ^
// file:line:col: note: step of the witness
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_REPORT_TEXTREPORT_H
#define FEARLESS_REPORT_TEXTREPORT_H

#include "findings/Finding.h"
#include "report/SourceFiles.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace fearless::report {

/// Prints those of \p Findings that are open, in their order. \p OS decides
/// whether colours show.
void writeText(llvm::ArrayRef<findings::Finding> Findings, SourceFiles &Sources,
               llvm::raw_ostream &OS);

} // namespace fearless::report

#endif

//===-- TypeReport.h - Why a class may or may not cross a thread ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What `fearless explain Session` tells: the verdicts Send and Sync of a class
// (analysis/Sendability.h), and part by part what they come from.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_TYPEREPORT_H
#define FEARLESS_RULES_TYPEREPORT_H

#include "analysis/Analysis.h"
#include "findings/Finding.h"

#include <string>
#include <vector>

namespace fearless::rules {

/// One class or part of it, with what it is made of.
struct TypeLine {
  findings::Place Where; ///< Of a member: where it is declared.
  std::string Text;      ///< "'Cache::nodes_' is a '…': no: its owners …"
  std::vector<TypeLine> Parts;
};

struct TypeReport {
  std::string Name;
  findings::Place Declared;
  TypeLine Send, Sync;
};

/// One for each class that is called \p Name: with or without its namespace or
/// its template arguments. In order of name.
std::vector<TypeReport> typeReports(const analysis::Analysis &A,
                                    llvm::StringRef Name);

} // namespace fearless::rules

#endif

//===-- SendStory.h - Telling why a class may not cross a thread ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Words for verdicts and what they come from (analysis/Sendability.h), shared
// by rules and reports.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_RULES_SENDSTORY_H
#define FEARLESS_RULES_SENDSTORY_H

#include "analysis/ThreadBoundaries.h"
#include "rules/Witness.h"

namespace fearless::rules {

/// "its owners are counted without atomic operations"; empty for none.
std::string because(analysis::Cause C);

/// "Tagged<Theme>", without quotes.
std::string displayName(const link::Program &Program, link::RecordSym R);

/// "'Session::cache_' is a 'std::unique_ptr<Cache>'".
std::string memberIs(const link::Program &Program,
                     const analysis::TypePart &Member);

/// A note for each member on the way, the last of which ends in \p End.
void tellWay(const analysis::Analysis &A, Witness::Notes &To,
             llvm::ArrayRef<analysis::TypePart> Way, const std::string &End);

/// What crosses a thread: "'theme'"; of what has no name, "a 'Tagged<Theme>'".
std::string crossingName(const analysis::Analysis &A,
                         const analysis::Crossed &C);

/// "the thread started here runs 'f' with it".
void tellThread(const analysis::Analysis &A, Witness::Notes &To,
                const analysis::Crossed &C);

/// The subject (findings::Finding) of a guard that \p Runs, a thread's
/// function, gives back although another thread took the lock.
std::string guardSubject(const analysis::Analysis &A, link::BodyId Runs);

} // namespace fearless::rules

#endif

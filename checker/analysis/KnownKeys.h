//===-- KnownKeys.h - Keys that a map is known to have --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `map[key]` adds the key if it is not there, and so is a write. Where a query
// about that key (`map.count(key)`) came out true on every way to it, it adds
// nothing: it reads.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_ANALYSIS_KNOWNKEYS_H
#define FEARLESS_ANALYSIS_KNOWNKEYS_H

#include "analysis/BodyView.h"

namespace fearless::analysis {

/// Does the call \p Site of the body that \p View shows find its key in its
/// container for sure? Linear in the body. Errs to no.
bool findsItsKey(const link::Program &Program, const CallGraph &Graph,
                 BodyView &View, const CallSite &Site);

} // namespace fearless::analysis

#endif

//===-- DeclaredOrders.h - ACQUIRED_BEFORE and ACQUIRED_AFTER -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Annotations name locks as the source does ("mu_", "pool.mu", "app::g_mu").
// Only the joined program knows what that is: a lock of another file need not
// be in the tables of the unit that names it.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_LINK_DECLAREDORDERS_H
#define FEARLESS_LINK_DECLAREDORDERS_H

#include "link/Program.h"

namespace fearless::link {

/// One argument of an annotation, as it is written.
struct WrittenOrder {
  UnitId Unit;
  DeclaredLock Annotated;
  findings::Place Where; ///< Of the annotated lock.
  bool First = false;    ///< ACQUIRED_BEFORE: the annotated one comes first.
  std::string Other;
};

/// What \p Written says, each once, in order of place. Names that mean no lock
/// of the program (a call, a string) say nothing. Cost: linear in the program's
/// variables, if anything is written, and in \p Written.
std::vector<DeclaredOrder> resolveOrders(const Program &P,
                                         llvm::ArrayRef<WrittenOrder> Written);

} // namespace fearless::link

#endif

//===-- HostVersion.h - Which Clang has loaded this module ----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Plugin and clang-tidy module fit the Clang they were built with; inside
// another one everything that they touch lies elsewhere. So before anything is
// registered they ask their host for its version, with nothing of LLVM's.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_HOSTVERSION_H
#define FEARLESS_FRONTENDS_HOSTVERSION_H

namespace fearless::frontends {

/// Whether the host is of the major version that this module was built with. If
/// not, says so on standard error, where \p Module is what to call the module:
/// it must not register then.
bool fitsHost(const char *Module);

} // namespace fearless::frontends

#endif

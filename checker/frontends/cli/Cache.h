//===-- Cache.h - Which cache of facts is used ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_CACHE_H
#define FEARLESS_FRONTENDS_CLI_CACHE_H

#include "frontends/cli/Arguments.h"
#include "store/FactsCache.h"

namespace fearless::cli {

struct ChosenCache {
  store::FactsCache Facts;
  uint64_t MaxBytes;
};

/// By --cache, the environment or the user's cache directory; none with
/// --no-cache, or where the user has no such directory. An error is one of
/// usage.
llvm::Expected<std::optional<ChosenCache>> chosenCache(const Arguments &Args);

} // namespace fearless::cli

#endif

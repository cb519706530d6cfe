//===-- AnalysisCache.h - Analyses that need not be done again ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_ANALYSISCACHE_H
#define FEARLESS_FRONTENDS_CLI_ANALYSISCACHE_H

#include "frontends/Configuration.h"
#include "frontends/Pipeline.h"
#include "store/FactsCache.h"

namespace fearless::cli {

/// Of this program, by the content of its executable. Empty if that cannot be
/// read. Read once.
std::string toolDigest();

/// What analyses of this tool found in programs, by the units, in any order,
/// the models and the configuration that they were given, and how strict they
/// were.
class AnalysisCache {
public:
  AnalysisCache(store::FactsCache Cache, const models::Catalogue &Models,
                const frontends::Configuration &Config, bool Strict);

  /// What the analysis of exactly the units with these \p Contents found.
  std::optional<frontends::Analysis>
  find(std::vector<store::ContentDigest> Contents) const;
  /// For the next time; if it cannot be kept, nothing is lost but that.
  void keep(std::vector<store::ContentDigest> Contents,
            const frontends::Analysis &Found) const;

private:
  store::ContentDigest key(std::vector<store::ContentDigest> Contents) const;

  store::FactsCache Cache;
  std::string Given; ///< Models, configuration, strictness.
};

} // namespace fearless::cli

#endif

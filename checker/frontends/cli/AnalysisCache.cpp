//===-- AnalysisCache.cpp - Analyses that need not be done again ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisCache.h"

#include "frontends/StoredAnalysis.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace fearless::cli {

std::string toolDigest() {
  static const std::string Digest = [] {
    std::string Self = sys::fs::getMainExecutable(
        nullptr, reinterpret_cast<void *>(&toolDigest));
    auto Buffer = MemoryBuffer::getFile(Self);
    return Buffer
               ? store::spelling(store::contentDigest((*Buffer)->getBuffer()))
               : std::string();
  }();
  return Digest;
}

AnalysisCache::AnalysisCache(store::FactsCache Cache,
                             const models::Catalogue &Models,
                             const frontends::Configuration &Config,
                             bool Strict)
    : Cache(std::move(Cache)),
      Given((Models.added() + "\n" + Config.File + "\n" + Config.Text +
             (Strict ? "\nstrict" : ""))
                .str()) {}

store::ContentDigest
AnalysisCache::key(std::vector<store::ContentDigest> Contents) const {
  llvm::sort(Contents);
  std::string Text = "analysis " + toolDigest() + "\n";
  for (store::ContentDigest D : Contents)
    Text += store::spelling(D) + "\n";
  return store::contentDigest(Text + Given);
}

std::optional<frontends::Analysis>
AnalysisCache::find(std::vector<store::ContentDigest> Contents) const {
  std::optional<std::string> Bytes = Cache.found(key(std::move(Contents)));
  return Bytes ? frontends::readAnalysis(*Bytes) : std::nullopt;
}

void AnalysisCache::keep(std::vector<store::ContentDigest> Contents,
                         const frontends::Analysis &Found) const {
  consumeError(Cache.keepFound(key(std::move(Contents)),
                               frontends::writeAnalysis(Found)));
}

} // namespace fearless::cli

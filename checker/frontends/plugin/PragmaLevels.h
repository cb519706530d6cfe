//===-- PragmaLevels.h - What the code says of its warnings ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `#pragma clang diagnostic ignored "-Wthread-safety"` holds from its place on.
// Clang keeps no places for the warnings of plugins: to them the last pragma of
// the file would hold everywhere. So they are followed here.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_PLUGIN_PRAGMALEVELS_H
#define FEARLESS_FRONTENDS_PLUGIN_PRAGMALEVELS_H

#include "clang/Basic/DiagnosticIDs.h"
#include "clang/Basic/SourceLocation.h"

#include <memory>
#include <optional>
#include <vector>

namespace clang {
class Preprocessor;
class SourceManager;
} // namespace clang

namespace fearless::plugin {

class PragmaLevels {
public:
  /// Of what \p PP is about to read.
  static std::shared_ptr<const PragmaLevels> follow(clang::Preprocessor &PP);

  /// Whether any pragma speaks of the group.
  bool any() const { return !Changes.empty(); }
  /// What holds at \p Where, if a pragma says so.
  std::optional<clang::diag::Severity> at(const clang::SourceManager &Sources,
                                          clang::SourceLocation Where) const;

private:
  class Follower;
  using Level = std::optional<clang::diag::Severity>;
  struct Change {
    clang::SourceLocation From;
    Level Now;
  };
  std::vector<Change> Changes; ///< In order of the translation unit.
};

} // namespace fearless::plugin

#endif

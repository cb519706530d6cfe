//===-- Progress.h - How far a long run has come --------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// On a terminal one line that is redrawn; elsewhere a plain line about every
// tenth of the work, so that logs stay short. All of it goes to standard error.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_PROGRESS_H
#define FEARLESS_FRONTENDS_CLI_PROGRESS_H

#include "llvm/ADT/StringRef.h"

#include <cstddef>
#include <string>

namespace fearless::cli {

class Progress {
public:
  enum class Style { Silent, Lines, Bar };

  /// \p What is a verb: "extracting".
  Progress(llvm::StringRef What, size_t Total, Style S);
  ~Progress();
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  /// One more is done; \p Name is what it was.
  void advance(llvm::StringRef Name);

  /// The style that suits standard error.
  static Style fitting(bool Quiet);

private:
  void drawBar(llvm::StringRef Name);
  void clearBar();

  std::string What;
  size_t Total;
  size_t Count = 0;
  Style S;
};

} // namespace fearless::cli

#endif

//===-- Comments.h - The comments of a C or C++ source --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FINDINGS_COMMENTS_H
#define FEARLESS_FINDINGS_COMMENTS_H

#include "llvm/ADT/StringRef.h"

#include <vector>

namespace fearless::findings {

/// One line of a comment: a block comment of three lines is three.
struct CommentLine {
  unsigned Line = 0;    ///< From 1.
  unsigned Column = 0;  ///< Of the text's first byte, from 1.
  llvm::StringRef Text; ///< Without "//", "/*" and "*/".
};

struct Comments {
  std::vector<CommentLine> Lines; ///< In order.
  /// By line, from 1: does it hold anything but comments and white space?
  std::vector<bool> HasCode;
};

/// Strings, character literals and raw strings hold no comments. Any bytes will
/// do: what does not end, ends with the source. O(length).
Comments findComments(llvm::StringRef Source);

} // namespace fearless::findings

#endif

//===-- Patch.h - Unified diffs, undone -----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads what diff -u and git diff write, and tells what the files were before.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_PATCH_H
#define FEARLESS_FRONTENDS_PATCH_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace fearless::frontends {

struct PatchLine {
  char Kind; ///< ' ', '-' or '+'.
  std::string Text;
  bool Ends = true; ///< With a newline.
};

struct PatchHunk {
  unsigned Line = 0;      ///< Of the file after the change, from 1.
  unsigned PatchLine = 0; ///< Where the hunk is in the diff.
  std::vector<fearless::frontends::PatchLine> Lines;
};

/// The change of one file. Names are as the diff has them, without "a/" and
/// "b/"; empty where there was, or is, no such file.
struct FilePatch {
  std::string Before, After;
  std::vector<PatchHunk> Hunks;
};

/// An error names \p Name and the line. Whatever the bytes, they are read or
/// refused; text between the files is left alone, and so are binary files.
llvm::Expected<std::vector<FilePatch>> readPatch(llvm::StringRef Text,
                                                 llvm::StringRef Name);

/// What the file was before, if it is \p After now. An error says where the
/// diff does not fit. Linear in both.
llvm::Expected<std::string> undo(const FilePatch &Patch, llvm::StringRef After,
                                 llvm::StringRef Name);

} // namespace fearless::frontends

#endif

//===-- Paths.cpp - File names relative to the project --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

std::string fearless::support::normalised(StringRef Path) {
  llvm::SmallString<128> Out(Path);
  llvm::sys::path::remove_dots(Out, /*remove_dot_dot=*/true);
  return Out.empty() ? "." : Out.str().str();
}

std::string fearless::support::relativeTo(StringRef Root, StringRef Path) {
  std::string Clean = normalised(Path);
  std::string CleanRoot = normalised(Root);
  StringRef Rest = Clean;
  if (Rest == CleanRoot)
    return ".";
  if (!Rest.consume_front(CleanRoot))
    return Clean;
  // The root directory ends in a slash of its own.
  bool AtBoundary =
      StringRef(CleanRoot).ends_with("/") || Rest.consume_front("/");
  return AtBoundary ? Rest.str() : Clean;
}

bool fearless::support::isWithin(StringRef Path, StringRef Root) {
  return !llvm::sys::path::is_absolute(relativeTo(Root, Path));
}

std::string fearless::support::absoluteIn(StringRef Root, StringRef Path) {
  if (llvm::sys::path::is_absolute(Path))
    return normalised(Path);
  llvm::SmallString<128> Out(Root);
  llvm::sys::path::append(Out, Path);
  return normalised(Out);
}

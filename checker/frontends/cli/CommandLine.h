//===-- CommandLine.h - Makes compiler command lines fit for Clang --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The commands of a compilation database were written for some compiler, on
// the way to an object file. Here they become jobs for the Clang that is built
// in: launchers (ccache …), outputs, dependency files, plugins and warnings are
// left out, response files are expanded. Flags that Clang turns out not to know
// are dropped later, by extraction.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_COMMANDLINE_H
#define FEARLESS_FRONTENDS_CLI_COMMANDLINE_H

#include "frontends/cli/CompileJob.h"

#include "llvm/ADT/StringRef.h"

#include <string>
#include <variant>
#include <vector>

namespace fearless::cli {

/// An entry of a database as it stands there.
struct RawCommand {
  std::string File;
  std::string Directory;
  std::vector<std::string> Arguments;
};

/// The job that \p Raw means, or why there is none. The job's Digest is not
/// set yet: see digestOf. \p FileIsThere: it need not lie on the disk.
std::variant<CompileJob, SkippedFile> prepareCommand(const RawCommand &Raw,
                                                     bool FileIsThere = false);

/// Whether \p File is called like a C or C++ file, headers among them.
bool isCFamilyName(llvm::StringRef File);

/// CompileJob::Digest for a project whose root is \p ProjectRoot. Optimisation,
/// debug information and position independence do not change what code means:
/// a library that is compiled once for each kind of library is analysed once.
uint64_t digestOf(const CompileJob &Job, llvm::StringRef ProjectRoot);

} // namespace fearless::cli

#endif

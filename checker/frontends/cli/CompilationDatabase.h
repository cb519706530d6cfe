//===-- CompilationDatabase.h - Which files are to be compiled, and how ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Finds and reads compile_commands.json, or makes jobs of files and fixed
// flags. What comes out is in canonical order and free of duplicates.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_COMPILATIONDATABASE_H
#define FEARLESS_FRONTENDS_CLI_COMPILATIONDATABASE_H

#include "frontends/cli/CommandLine.h"
#include "frontends/cli/CompileJob.h"
#include "store/FileStates.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace fearless::cli {

/// What there is to do.
struct WorkList {
  std::string DatabaseFile; ///< Empty for fixed flags.
  std::string ProjectRoot;
  std::vector<CompileJob> Jobs; ///< By file, then by digest.
  std::vector<SkippedFile> Skipped;
  unsigned Duplicates = 0;
};

/// What the user asked for.
struct WorkRequest {
  std::string Database;           ///< -p; empty: look for it.
  std::string Root;               ///< --root; empty: find it.
  std::vector<std::string> Files; ///< Files and directories; empty: all.
  bool HasFlags = false;
  std::vector<std::string> Flags; ///< After "--".
  /// Null: the files are as they lie on the disk. What it hides is no work.
  const store::FileOverlay *Over = nullptr;
};

/// Errors are those of configuration: no database, one that cannot be read, a
/// file that is not in it. Each says what to do.
llvm::Expected<WorkList> findWork(const WorkRequest &Request);

/// The compile_commands.json that is meant by \p Given (-p), or the nearest one
/// of \p Start: in it, upward from it, or in a usual build folder of the
/// project on the way.
llvm::Expected<std::string> findDatabase(llvm::StringRef Given,
                                         llvm::StringRef Start);

/// Whether a folder of that name is one that things are built in.
bool isBuildFolder(llvm::StringRef Name);

/// Reads a database. An error names the line or entry that is wrong.
llvm::Expected<std::vector<RawCommand>>
readDatabase(llvm::StringRef DatabaseFile);

/// The root of the project: the nearest directory with .git above the database,
/// the working directory or the files, if it holds any of the files; else the
/// directory that all files have in common.
std::string findProjectRoot(llvm::StringRef DatabaseFile,
                            llvm::ArrayRef<std::string> Files);

} // namespace fearless::cli

#endif

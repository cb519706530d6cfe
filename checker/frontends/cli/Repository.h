//===-- Repository.h - What git knows of the files -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_REPOSITORY_H
#define FEARLESS_FRONTENDS_CLI_REPOSITORY_H

#include "store/FileStates.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace fearless::cli {

/// A git repository and its work tree, asked by running git. Names of files are
/// relative to its top. Errors have git's own words.
class Repository {
public:
  /// That of the working directory.
  static llvm::Expected<Repository> open();

  /// Calls its files as they are called from \p Directory, whose path may reach
  /// the repository by links. False: it is outside.
  bool nameAsIn(llvm::StringRef Directory);

  llvm::StringRef top() const { return Top; }

  /// Tracked files that are in the work tree other than in \p Revision; an
  /// empty one is the index.
  llvm::Expected<std::vector<std::string>>
  changedFrom(llvm::StringRef Revision) const;
  /// Files of the work tree that git neither knows nor ignores. Those in build
  /// folders are left out: they are made, whatever the change is.
  llvm::Expected<std::vector<std::string>> untracked() const;
  /// All files of the index.
  llvm::Expected<std::vector<std::string>> tracked() const;

  struct Staged {
    std::string Name;
    bool Removed = false;
  };
  /// What the next commit changes.
  llvm::Expected<std::vector<Staged>> staged() const;

  bool hasHead() const;
  /// The commit where \p Ref and HEAD parted; \p Ref itself if they never were
  /// one.
  std::string mergeBase(llvm::StringRef Ref) const;

  /// Puts what \p Names are in \p Revision (empty: in the index) into \p Into,
  /// by absolute path; those that are not there as hidden.
  llvm::Error addContents(llvm::StringRef Revision,
                          llvm::ArrayRef<std::string> Names,
                          store::FileOverlay &Into) const;

  /// Where git looks for the hook \p Name, absolute.
  llvm::Expected<std::string> hookPath(llvm::StringRef Name) const;

private:
  explicit Repository(std::string Top) : Top(std::move(Top)) {}
  llvm::Expected<std::string> git(llvm::ArrayRef<llvm::StringRef> Words,
                                  llvm::StringRef Input = "") const;
  llvm::Expected<std::vector<std::string>>
  names(llvm::ArrayRef<llvm::StringRef> Words) const;

  std::string Top;
};

} // namespace fearless::cli

#endif

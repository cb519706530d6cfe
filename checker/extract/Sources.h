//===-- Sources.h - Places and files --------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Turns Clang's source locations into facts::Location, enters the files that
// are mentioned into the unit, and says whose code a place is. #line directives
// are ignored: a location names the physical file.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_SOURCES_H
#define FEARLESS_EXTRACT_SOURCES_H

#include "ClangCompat.h"
#include "extract/Extractor.h"
#include "facts/Builder.h"

#include "llvm/ADT/DenseMap.h"

namespace fearless::extract {

class Sources {
public:
  Sources(const clang::SourceManager &SM, const Options &Opts,
          facts::UnitBuilder &Unit)
      : SM(SM), Opts(Opts), Unit(Unit) {}

  /// Where the code stands: for a macro, where it is used.
  facts::Location location(clang::SourceLocation L);
  /// Where the text stands: for a macro, inside its definition. Nowhere if
  /// that is the same place.
  facts::Location spelling(clang::SourceLocation L);
  /// Is this place in user code?
  bool isUser(clang::SourceLocation L);
  bool isMain(clang::SourceLocation L);
  /// As the facts have it: relative to the project, or absolute.
  std::string path(clang::SourceLocation L);
  std::string mainPath();
  const clang::SourceManager &manager() const { return SM; }

private:
  struct FileEntry {
    bool Known = false;
    bool User = false;
    bool Entered = false;
    uint16_t Index = 0;
  };
  FileEntry &entry(clang::FileID File);
  std::string path(clang::FileID File);
  bool decideUser(clang::FileID File);
  bool isGenerated(clang::FileID File);
  facts::Location decomposed(std::pair<clang::FileID, unsigned> Place);

  const clang::SourceManager &SM;
  const Options &Opts;
  facts::UnitBuilder &Unit;
  llvm::DenseMap<clang::FileID, FileEntry> Entries;
};

} // namespace fearless::extract

#endif

//===-- Sources.cpp - Places and files ------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "extract/Sources.h"

#include "llvm/Support/Path.h"

#include <algorithm>

using namespace clang;

namespace fearless::extract {

std::string Sources::path(FileID File) {
  OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File);
  if (!Entry)
    return SM.getBufferOrFake(File).getBufferIdentifier().str();
  llvm::SmallString<256> Path(Entry->getName());
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  llvm::StringRef Result = Path;
  llvm::StringRef Root = llvm::StringRef(Opts.ProjectRoot).rtrim('/');
  if (!Root.empty() && Result.starts_with(Root) &&
      Result.substr(Root.size()).starts_with("/"))
    Result = Result.substr(Root.size() + 1);
  return Result.str();
}

bool Sources::decideUser(FileID File) {
  if (SM.getFileEntryRefForID(File) == std::nullopt)
    return false;
  if (!SrcMgr::isSystem(
          SM.getFileCharacteristic(SM.getLocForStartOfFile(File))))
    return true;
  if (Opts.UserPaths.empty())
    return false;
  llvm::SmallString<256> Path(SM.getFileEntryRefForID(File)->getName());
  SM.getFileManager().makeAbsolutePath(Path);
  llvm::sys::path::remove_dots(Path, /*remove_dot_dot=*/true);
  return llvm::any_of(Opts.UserPaths, [&](const std::string &Prefix) {
    llvm::StringRef Below = Path;
    return Below.consume_front(llvm::StringRef(Prefix).rtrim('/')) &&
           (Below.empty() || Below.starts_with("/"));
  });
}

/// Generators say so on top of what they write.
bool Sources::isGenerated(FileID File) {
  constexpr size_t Looked = 2000; // In bytes; licences may come first.
  constexpr unsigned LookedLines = 40;
  static const llvm::StringRef Marks[] = {
      "@generated", "DO NOT EDIT", "A Bison parser, made by",
      "All changes made in this file will be lost"};
  std::optional<llvm::StringRef> Text = SM.getBufferDataOrNone(File);
  if (!Text)
    return false;
  llvm::StringRef Rest = Text->take_front(Looked);
  for (unsigned I = 0; I < LookedLines && !Rest.empty(); ++I) {
    auto [Line, After] = Rest.split('\n');
    if (llvm::any_of(Marks,
                     [&](llvm::StringRef M) { return Line.contains(M); }))
      return true;
    Rest = After;
  }
  return false;
}

Sources::FileEntry &Sources::entry(FileID File) {
  FileEntry &E = Entries[File];
  if (!E.Known) {
    E.Known = true;
    E.User = decideUser(File);
  }
  return E;
}

bool Sources::isUser(SourceLocation L) {
  if (L.isInvalid())
    return false;
  L = SM.getExpansionLoc(L);
  FileID File = SM.getFileID(L);
  if (!entry(File).User)
    return false;
  // A #pragma makes the rest of a file a system header.
  const SrcMgr::SLocEntry &Slot = SM.getSLocEntry(File);
  if (Slot.isFile() && Slot.getFile().hasLineDirectives() &&
      Opts.UserPaths.empty())
    return !SM.isInSystemHeader(L);
  return true;
}

bool Sources::isMain(SourceLocation L) {
  return L.isValid() &&
         SM.getFileID(SM.getExpansionLoc(L)) == SM.getMainFileID();
}

facts::Location Sources::decomposed(std::pair<FileID, unsigned> Place) {
  auto [File, Offset] = Place;
  if (File.isInvalid())
    return {};
  bool Invalid = false;
  unsigned Line = SM.getLineNumber(File, Offset, &Invalid);
  if (Invalid)
    return {};
  unsigned Column = SM.getColumnNumber(File, Offset, &Invalid);
  FileEntry &E = entry(File);
  if (!E.Entered) {
    facts::FileOwner Owner = File == SM.getMainFileID() ? facts::FileOwner::Main
                             : E.User                   ? facts::FileOwner::User
                                      : facts::FileOwner::System;
    bool Generated = Owner != facts::FileOwner::System && isGenerated(File);
    uint16_t Index = Unit.file(path(File), Owner, Generated);
    FileEntry &Again = Entries[File];
    Again.Entered = true;
    Again.Index = Index;
    return {Line, static_cast<uint16_t>(std::min(Column, 65535u)), Index};
  }
  return {Line, static_cast<uint16_t>(std::min(Column, 65535u)), E.Index};
}

facts::Location Sources::location(SourceLocation L) {
  if (L.isInvalid())
    return {};
  return decomposed(SM.getDecomposedExpansionLoc(L));
}

facts::Location Sources::spelling(SourceLocation L) {
  if (!L.isMacroID())
    return {};
  std::pair<FileID, unsigned> Spelled = SM.getDecomposedSpellingLoc(L);
  // Pasted and stringized tokens stand in no file.
  if (!SM.getFileEntryRefForID(Spelled.first) ||
      Spelled == SM.getDecomposedExpansionLoc(L))
    return {};
  return decomposed(Spelled);
}

std::string Sources::path(SourceLocation L) {
  return L.isValid() ? path(SM.getFileID(SM.getExpansionLoc(L)))
                     : std::string();
}

std::string Sources::mainPath() { return path(SM.getMainFileID()); }

} // namespace fearless::extract

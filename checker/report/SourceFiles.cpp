//===-- SourceFiles.cpp - The user's sources, for showing them ------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/SourceFiles.h"

#include "support/Paths.h"

#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::report {

SourceFiles::SourceFiles(std::string ProjectRoot, std::string WorkingDirectory,
                         vfs::FileSystem &On)
    : ProjectRoot(std::move(ProjectRoot)),
      WorkingDirectory(std::move(WorkingDirectory)), On(&On) {}

std::string SourceFiles::displayName(StringRef File) const {
  std::string Path = support::absoluteIn(ProjectRoot, File);
  std::string FromHere = support::relativeTo(WorkingDirectory, Path);
  if (!sys::path::is_absolute(FromHere) ||
      !support::isWithin(Path, ProjectRoot) ||
      !support::isWithin(WorkingDirectory, ProjectRoot))
    return FromHere;
  // Both in the project: up to what they have in common, then down.
  std::string Up;
  for (StringRef D = WorkingDirectory; sys::path::is_absolute(FromHere);
       FromHere = support::relativeTo(D, Path)) {
    D = sys::path::parent_path(D);
    Up += "../";
  }
  return Up + FromHere;
}

const SourceFiles::Loaded &SourceFiles::load(StringRef File) {
  auto [It, New] = Files.try_emplace(File);
  Loaded &L = It->second;
  if (!New)
    return L;
  auto Buffer = On->getBufferForFile(support::absoluteIn(ProjectRoot, File));
  if (!Buffer)
    return L;
  L.Buffer = std::move(*Buffer);
  L.LineStarts.push_back(0);
  StringRef Text = L.Buffer->getBuffer();
  for (size_t At = Text.find('\n'); At != StringRef::npos;
       At = Text.find('\n', At + 1))
    L.LineStarts.push_back(At + 1);
  return L;
}

std::optional<StringRef> SourceFiles::line(StringRef File, unsigned Line) {
  const Loaded &L = load(File);
  if (Line == 0 || Line > L.LineStarts.size())
    return std::nullopt;
  return L.Buffer->getBuffer()
      .substr(L.LineStarts[Line - 1])
      .take_until([](char C) { return C == '\n' || C == '\r'; });
}

} // namespace fearless::report

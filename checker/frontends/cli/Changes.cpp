//===-- Changes.cpp - What a change makes of the files --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Changes.h"

#include "frontends/Patch.h"
#include "frontends/cli/CompilationDatabase.h"
#include "frontends/cli/Repository.h"
#include "support/Files.h"
#include "support/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// Files that only the work tree has are no part of what was.
Error hideUntracked(const Repository &In, store::FileOverlay &Files) {
  Expected<std::vector<std::string>> Untracked = In.untracked();
  if (!Untracked)
    return Untracked.takeError();
  for (const std::string &N : *Untracked)
    Files.try_emplace(support::absoluteIn(In.top(), N), std::nullopt);
  return Error::success();
}

/// The files as they are in \p Revision; an empty one is the index.
Expected<store::FileOverlay> filesAt(const Repository &In, StringRef Revision) {
  Expected<std::vector<std::string>> Changed = In.changedFrom(Revision);
  if (!Changed)
    return Changed.takeError();
  store::FileOverlay Files;
  if (Error E = In.addContents(Revision, *Changed, Files))
    return std::move(E);
  if (Error E = hideUntracked(In, Files))
    return std::move(E);
  return Files;
}

/// The files before the first commit.
Expected<store::FileOverlay> filesBeforeAll(const Repository &In) {
  Expected<std::vector<std::string>> Tracked = In.tracked();
  if (!Tracked)
    return Tracked.takeError();
  store::FileOverlay Files;
  for (const std::string &N : *Tracked)
    Files[support::absoluteIn(In.top(), N)] = std::nullopt;
  if (Error E = hideUntracked(In, Files))
    return std::move(E);
  return Files;
}

/// Its files called as the database calls them, perhaps through links.
Expected<Repository> repository(const Arguments &Args) {
  Expected<Repository> In = Repository::open();
  if (!In)
    return In;
  SmallString<256> Here;
  sys::fs::current_path(Here);
  Expected<std::string> Database =
      findDatabase(Args.value(Opt::Database).value_or(""), Here);
  Expected<std::vector<RawCommand>> Commands =
      Database ? readDatabase(*Database) : Database.takeError();
  if (!Commands) {
    consumeError(Commands.takeError()); // Told when it is needed.
    return In;
  }
  for (const RawCommand &C : *Commands)
    if (In->nameAsIn(
            sys::path::parent_path(support::absoluteIn(C.Directory, C.File))))
      break;
  return In;
}

Expected<Change> changedSince(const Repository &In, StringRef Ref) {
  // What the others did meanwhile is no part of this change.
  Expected<store::FileOverlay> Before = filesAt(In, In.mergeBase(Ref));
  if (!Before)
    return createStringError("'--changed-since " + Ref +
                             "': " + toString(Before.takeError()));
  Change Result;
  Result.Before = std::move(*Before);
  return Result;
}

Expected<Change> nextCommit(const Repository &In) {
  Change Result;
  Result.IsCommit = true;
  Expected<std::vector<Repository::Staged>> Staged = In.staged();
  if (!Staged)
    return Staged.takeError();
  for (const Repository::Staged &S : *Staged)
    if (!isCFamilyName(S.Name))
      continue;
    else if (S.Removed)
      Result.RemovesFiles = true;
    else
      Result.Files.push_back(support::absoluteIn(In.top(), S.Name));
  Expected<store::FileOverlay> After = filesAt(In, "");
  if (!After)
    return After.takeError();
  Result.After = std::move(*After);
  Expected<store::FileOverlay> Before =
      In.hasHead() ? filesAt(In, "HEAD") : filesBeforeAll(In);
  if (!Before)
    return Before.takeError();
  Result.Before = std::move(*Before);
  return Result;
}

Expected<store::FileOverlay> beforeDiff(StringRef File) {
  auto Buffer = MemoryBuffer::getFileOrSTDIN(File);
  if (!Buffer)
    return createStringError("the diff '" + File + "' cannot be read: " +
                             Buffer.getError().message());
  Expected<std::vector<frontends::FilePatch>> Patches =
      frontends::readPatch((*Buffer)->getBuffer(), File);
  if (!Patches)
    return Patches.takeError();
  SmallString<256> Here;
  sys::fs::current_path(Here);
  std::string Root = support::repositoryOf(Here);
  if (Root.empty())
    Root = Here.str().str();
  store::FileOverlay Before;
  for (const frontends::FilePatch &P : *Patches) {
    std::string Now;
    if (!P.After.empty()) {
      std::string Path = support::absoluteIn(Root, P.After);
      auto Content = MemoryBuffer::getFile(Path);
      if (!Content)
        return createStringError("the diff '" + File + "' is of '" + P.After +
                                 "', which cannot be read in '" + Root +
                                 "': " + Content.getError().message());
      Now = (*Content)->getBuffer().str();
      Before[Path] = std::nullopt;
    }
    if (P.Before.empty())
      continue;
    Expected<std::string> Was = frontends::undo(P, Now, File);
    if (!Was)
      return Was.takeError();
    Before[support::absoluteIn(Root, P.Before)] = std::move(*Was);
  }
  return Before;
}

} // namespace

Expected<Change> changeNamed(const Arguments &Args) {
  std::optional<StringRef> Ref = Args.value(Opt::ChangedSince),
                           Diff = Args.value(Opt::Diff);
  bool Staged = Args.has(Opt::Staged);
  if (Ref.has_value() + Diff.has_value() + Staged > 1)
    return createStringError("'--staged', '--changed-since' and '--diff' all "
                             "say what the change is; give one");
  if (Diff) {
    Expected<store::FileOverlay> Before = beforeDiff(*Diff);
    if (!Before)
      return Before.takeError();
    Change Result;
    Result.Before = std::move(*Before);
    return Result;
  }
  if (!Ref && !Staged)
    return Change();
  Expected<Repository> In = repository(Args);
  if (!In)
    return In.takeError();
  return Ref ? changedSince(*In, *Ref) : nextCommit(*In);
}

} // namespace fearless::cli

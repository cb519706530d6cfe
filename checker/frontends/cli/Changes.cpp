//===-- Changes.cpp - What the files were before a change -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Changes.h"

#include "frontends/Patch.h"
#include "frontends/cli/Programs.h"
#include "support/Files.h"
#include "support/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// What git prints. An error has git's own words.
Expected<std::string> git(ArrayRef<StringRef> Words) {
  auto Program = sys::findProgramByName("git");
  if (!Program)
    return createStringError("'git' is not installed; '--diff FILE' works "
                             "without it");
  Expected<std::string> Output = outputOf(*Program, Words);
  if (!Output)
    return createStringError("git: " + toString(Output.takeError()));
  return Output;
}

/// Each is ended by a zero byte.
void addNames(StringRef List, std::vector<std::string> &To) {
  SmallVector<StringRef, 16> Names;
  List.split(Names, '\0', -1, /*KeepEmpty=*/false);
  for (StringRef N : Names)
    To.push_back(N.str());
}

Expected<store::FileOverlay> changedSince(StringRef Ref) {
  Expected<std::string> Top = git({"rev-parse", "--show-toplevel"});
  if (!Top)
    return Top.takeError();
  StringRef Root = StringRef(*Top).trim();
  // What the others did meanwhile is no part of this change.
  std::string Base = Ref.str();
  if (Expected<std::string> Common = git({"merge-base", Ref, "HEAD"}))
    Base = StringRef(*Common).trim().str();
  else
    consumeError(Common.takeError());
  Expected<std::string> Changed = git(
      {"-C", Root, "diff", "--name-only", "--no-renames", "-z", Base, "--"});
  if (!Changed)
    return createStringError("'--changed-since " + Ref +
                             "': " + toString(Changed.takeError()));
  Expected<std::string> New =
      git({"-C", Root, "ls-files", "--others", "--exclude-standard", "-z"});
  if (!New)
    return New.takeError();
  std::vector<std::string> Names;
  addNames(*Changed, Names);
  addNames(*New, Names);
  store::FileOverlay Before;
  for (const std::string &N : Names) {
    auto &Content = Before[support::absoluteIn(Root, N)];
    if (Expected<std::string> Was =
            git({"-C", Root, "cat-file", "blob", Base + ":" + N}))
      Content = std::move(*Was);
    else
      consumeError(Was.takeError()); // It was not there.
  }
  return Before;
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

Expected<std::optional<store::FileOverlay>>
filesBeforeChange(const Arguments &Args) {
  std::optional<StringRef> Ref = Args.value(Opt::ChangedSince),
                           Diff = Args.value(Opt::Diff);
  if (!Ref && !Diff)
    return std::nullopt;
  if (Ref && Diff)
    return createStringError(
        "'--changed-since' and '--diff' both say what the change is; give one");
  Expected<store::FileOverlay> Before =
      Ref ? changedSince(*Ref) : beforeDiff(*Diff);
  if (!Before)
    return Before.takeError();
  return std::optional(std::move(*Before));
}

} // namespace fearless::cli

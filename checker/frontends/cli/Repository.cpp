//===-- Repository.cpp - What git knows of the files ---------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Repository.h"

#include "frontends/cli/CompilationDatabase.h"
#include "frontends/cli/Programs.h"
#include "support/Files.h"
#include "support/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace llvm;

namespace fearless::cli {

static Expected<std::string> runGit(ArrayRef<StringRef> Words,
                                    StringRef Input) {
  auto Program = sys::findProgramByName("git");
  if (!Program)
    return createStringError("'git' is not installed; '--diff FILE' works "
                             "without it");
  Expected<std::string> Output = outputOf(*Program, Words, Input);
  if (!Output)
    return createStringError("git: " + toString(Output.takeError()));
  return Output;
}

Expected<Repository> Repository::open() {
  Expected<std::string> Top = runGit({"rev-parse", "--show-toplevel"}, "");
  if (!Top)
    return Top.takeError();
  return Repository(StringRef(*Top).trim().str());
}

bool Repository::nameAsIn(StringRef Directory) {
  std::string Name = support::repositoryOf(Directory);
  SmallString<256> Real, RealTop;
  if (Name.empty() || sys::fs::real_path(Name, Real) ||
      sys::fs::real_path(Top, RealTop) || Real != RealTop)
    return false;
  Top = std::move(Name);
  return true;
}

Expected<std::string> Repository::git(ArrayRef<StringRef> Words,
                                      StringRef Input) const {
  SmallVector<StringRef, 16> All = {"-C", Top};
  append_range(All, Words);
  return runGit(All, Input);
}

/// Of a list in which each is ended by a zero byte.
Expected<std::vector<std::string>>
Repository::names(ArrayRef<StringRef> Words) const {
  Expected<std::string> List = git(Words);
  if (!List)
    return List.takeError();
  SmallVector<StringRef, 16> Parts;
  StringRef(*List).split(Parts, '\0', -1, /*KeepEmpty=*/false);
  return std::vector<std::string>(Parts.begin(), Parts.end());
}

Expected<std::vector<std::string>>
Repository::changedFrom(StringRef Revision) const {
  SmallVector<StringRef, 8> Words = {"diff",          "--name-only",
                                     "--no-renames",  "--ignore-submodules",
                                     "--no-ext-diff", "-z"};
  if (!Revision.empty())
    Words.push_back(Revision);
  Words.push_back("--");
  return names(Words);
}

Expected<std::vector<std::string>> Repository::untracked() const {
  Expected<std::vector<std::string>> All =
      names({"ls-files", "--others", "--exclude-standard", "-z"});
  if (All)
    erase_if(*All, [](StringRef Name) {
      StringRef Folder = sys::path::parent_path(Name);
      return any_of(
          make_range(sys::path::begin(Folder), sys::path::end(Folder)),
          isBuildFolder);
    });
  return All;
}

Expected<std::vector<std::string>> Repository::tracked() const {
  return names({"ls-files", "-z"});
}

Expected<std::vector<Repository::Staged>> Repository::staged() const {
  Expected<std::vector<std::string>> Words =
      names({"diff", "--cached", "--name-status", "--no-renames",
             "--ignore-submodules", "--no-ext-diff", "-z", "--"});
  if (!Words)
    return Words.takeError();
  std::vector<Staged> Result;
  for (size_t I = 0; I + 1 < Words->size(); I += 2)
    Result.push_back({(*Words)[I + 1], (*Words)[I] == "D"});
  return Result;
}

bool Repository::hasHead() const {
  Expected<std::string> Head =
      git({"rev-parse", "--verify", "--quiet", "HEAD"});
  if (Head)
    return true;
  consumeError(Head.takeError());
  return false;
}

std::string Repository::mergeBase(StringRef Ref) const {
  Expected<std::string> Base = git({"merge-base", Ref, "HEAD"});
  if (Base)
    return StringRef(*Base).trim().str();
  consumeError(Base.takeError());
  return Ref.str();
}

Error Repository::addContents(StringRef Revision, ArrayRef<std::string> Names,
                              store::FileOverlay &Into) const {
  std::string Asked;
  SmallVector<StringRef, 16> InOrder;
  for (const std::string &N : Names) {
    Into[support::absoluteIn(Top, N)] = std::nullopt;
    if (StringRef(N).contains('\n'))
      continue; // No compilation reads such a file.
    Asked += (Revision + ":" + N + "\n").str();
    InOrder.push_back(N);
  }
  if (InOrder.empty())
    return Error::success();
  Expected<std::string> Answer = git({"cat-file", "--batch"}, Asked);
  if (!Answer)
    return Answer.takeError();
  // "<object> blob <size>\n<content>\n", or one line that ends otherwise.
  StringRef Rest = *Answer;
  for (StringRef Name : InOrder) {
    StringRef Line;
    std::tie(Line, Rest) = Rest.split('\n');
    auto [Before, Size] = Line.rsplit(' ');
    size_t Bytes;
    if (!Before.ends_with(" blob") || Size.getAsInteger(10, Bytes))
      continue; // It was not there.
    if (Bytes > Rest.size())
      return createStringError("git: the answer of 'git cat-file' is cut off");
    Into[support::absoluteIn(Top, Name)] = Rest.take_front(Bytes).str();
    Rest = Rest.drop_front(std::min(Bytes + 1, Rest.size()));
  }
  return Error::success();
}

Expected<std::string> Repository::hookPath(StringRef Name) const {
  Expected<std::string> Path =
      git({"rev-parse", "--git-path", ("hooks/" + Name).str()});
  if (!Path)
    return Path.takeError();
  return support::absoluteIn(Top, StringRef(*Path).rtrim("\r\n"));
}

} // namespace fearless::cli

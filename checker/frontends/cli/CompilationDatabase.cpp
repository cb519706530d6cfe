//===-- CompilationDatabase.cpp - Which files are to be compiled, and how -===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/CompilationDatabase.h"

#include "frontends/cli/Arguments.h"
#include "report/SourceFiles.h"
#include "support/Files.h"
#include "support/Paths.h"
#include "support/Spelling.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace llvm;

namespace fearless::cli {

namespace {

std::string currentDirectory() {
  SmallString<256> Path;
  sys::fs::current_path(Path);
  return Path.str().str();
}

std::string realPath(StringRef Path) {
  SmallString<256> Real;
  return sys::fs::real_path(Path, Real) ? Path.str() : Real.str().str();
}

/// Whether the user named \p File, directly or by a directory.
class FileFilter {
public:
  explicit FileFilter(ArrayRef<std::string> Named) {
    for (const std::string &Name : Named) {
      std::string Path = support::absoluteIn(currentDirectory(), Name);
      Wanted.push_back({Name, Path, realPath(Path), false});
    }
  }

  bool accepts(StringRef File) {
    if (Wanted.empty())
      return true;
    bool Accepted = false;
    std::string Real = realPath(File);
    for (Entry &W : Wanted)
      if (support::isWithin(File, W.Path) || support::isWithin(Real, W.Real))
        W.Matched = Accepted = true;
    return Accepted;
  }

  /// What was named and matched nothing.
  std::vector<std::string> unmatched() const {
    std::vector<std::string> Result;
    for (const Entry &W : Wanted)
      if (!W.Matched)
        Result.push_back(W.Name);
    return Result;
  }

private:
  struct Entry {
    std::string Name, Path, Real;
    bool Matched = false;
  };
  std::vector<Entry> Wanted;
};

bool isHeader(StringRef File) {
  return is_contained({".h", ".hh", ".hpp", ".hxx", ".inl"},
                      sys::path::extension(File));
}

Error notInDatabase(StringRef Name, StringRef DatabaseFile,
                    ArrayRef<RawCommand> Commands) {
  report::SourceFiles Names(currentDirectory(), currentDirectory());
  std::string Message;
  bool Exists = sys::fs::exists(Name);
  if (!Exists) {
    Message = "'" + Name.str() + "' does not exist";
  } else {
    Message = "'" + Name.str() + "' is not in '" +
              Names.displayName(DatabaseFile) + "'";
    if (isHeader(Name))
      return createStringError(
          Message + "; a header is analysed with the files that include it");
  }
  std::vector<StringRef> Known;
  for (const RawCommand &C : Commands)
    Known.push_back(C.File);
  StringRef Meant;
  for (StringRef File : Known)
    if (sys::path::filename(File) == sys::path::filename(Name))
      Meant = File;
  if (Meant.empty())
    Meant = support::nearest(Name, Known);
  if (!Meant.empty())
    return createStringError(Message + "; did you mean '" + Meant + "'?");
  if (Exists)
    Message += "; give the compiler's flags after '--', or build it first";
  return createStringError(Message);
}

/// Compile commands for the files named, all with the same flags.
std::vector<RawCommand> fixedCommands(const WorkRequest &Request) {
  std::vector<RawCommand> Result;
  for (const std::string &File : Request.Files) {
    StringRef Extension = sys::path::extension(File);
    bool IsC = Extension == ".c" || Extension == ".i";
    RawCommand C;
    C.File = File;
    C.Directory = currentDirectory();
    ArrayRef<std::string> Flags = Request.Flags;
    // "-- g++ -std=c++20" is understood too.
    if (!Flags.empty() && !StringRef(Flags.front()).starts_with("-") &&
        !StringRef(Flags.front()).starts_with("@")) {
      C.Arguments.push_back(Flags.front());
      Flags = Flags.drop_front();
    } else {
      C.Arguments.push_back(IsC ? "clang" : "clang++");
    }
    C.Arguments.insert(C.Arguments.end(), Flags.begin(), Flags.end());
    C.Arguments.push_back(File);
    Result.push_back(std::move(C));
  }
  return Result;
}

Expected<std::vector<RawCommand>> gatherCommands(const WorkRequest &Request,
                                                 std::string &DatabaseFile) {
  if (Request.HasFlags) {
    if (Request.Files.empty())
      return createStringError("flags after '--' need files before it: "
                               "'fearless check FILE… -- FLAGS'");
    for (const std::string &File : Request.Files)
      if (!sys::fs::exists(File))
        return createStringError("'" + File + "' does not exist");
      else if (sys::fs::is_directory(File))
        return createStringError("'" + File +
                                 "' is a directory: with flags "
                                 "after '--' name files");
    return fixedCommands(Request);
  }
  std::string Start = currentDirectory();
  if (!Request.Files.empty()) {
    Start = support::absoluteIn(Start, Request.Files.front());
    if (!sys::fs::is_directory(Start))
      Start = sys::path::parent_path(Start).str();
  }
  Expected<std::string> Found = findDatabase(Request.Database, Start);
  if (!Found)
    return Found.takeError();
  DatabaseFile = support::absoluteIn(currentDirectory(), *Found);
  return readDatabase(*Found);
}

std::string commonDirectory(ArrayRef<std::string> Files) {
  std::string Directory = sys::path::parent_path(Files.front()).str();
  for (StringRef File : Files)
    while (!support::isWithin(File, Directory))
      Directory = sys::path::parent_path(Directory).str();
  return Directory;
}

/// Splits what can be compiled from what cannot, and drops repetitions.
void addJobs(std::vector<std::variant<CompileJob, SkippedFile>> Prepared,
             WorkList &Work) {
  std::set<std::string> SkippedFiles;
  for (auto &P : Prepared) {
    if (auto *S = std::get_if<SkippedFile>(&P)) {
      if (SkippedFiles.insert(S->File).second)
        Work.Skipped.push_back(std::move(*S));
      continue;
    }
    auto &Job = std::get<CompileJob>(P);
    Job.Digest = digestOf(Job, Work.ProjectRoot);
    Work.Jobs.push_back(std::move(Job));
  }
  auto key = [](const CompileJob &J) {
    return std::tie(J.File, J.Digest, J.Arguments, J.Directory);
  };
  llvm::sort(Work.Jobs, [&](const CompileJob &A, const CompileJob &B) {
    return key(A) < key(B);
  });
  size_t Before = Work.Jobs.size();
  auto same = [](const CompileJob &A, const CompileJob &B) {
    return A.File == B.File && A.Digest == B.Digest;
  };
  Work.Jobs.erase(std::unique(Work.Jobs.begin(), Work.Jobs.end(), same),
                  Work.Jobs.end());
  Work.Duplicates = Before - Work.Jobs.size();
  llvm::sort(Work.Skipped, [](const SkippedFile &A, const SkippedFile &B) {
    return A.File < B.File;
  });
}

} // namespace

std::string findProjectRoot(StringRef DatabaseFile,
                            ArrayRef<std::string> Files) {
  std::string Here = currentDirectory();
  if (Files.empty())
    return Here;
  std::string Common = commonDirectory(Files);
  std::vector<std::string> Candidates;
  if (!DatabaseFile.empty())
    Candidates.push_back(support::repositoryOf(
        sys::path::parent_path(support::absoluteIn(Here, DatabaseFile))));
  Candidates.push_back(support::repositoryOf(Here));
  Candidates.push_back(support::repositoryOf(Common));
  for (const std::string &Candidate : Candidates)
    if (!Candidate.empty() && any_of(Files, [&](StringRef F) {
          return support::isWithin(F, Candidate);
        }))
      return Candidate;
  return sys::path::root_path(Common) == Common ? Here : Common;
}

/// What \p Over says of \p File, if anything.
static std::optional<bool> isThere(StringRef File,
                                   const store::FileOverlay *Over) {
  if (!Over)
    return std::nullopt;
  auto It = Over->find(File);
  return It == Over->end() ? std::nullopt
                           : std::optional(It->second.has_value());
}

Expected<WorkList> findWork(const WorkRequest &Request) {
  WorkList Work;
  Expected<std::vector<RawCommand>> Commands =
      gatherCommands(Request, Work.DatabaseFile);
  if (!Commands)
    return Commands.takeError();

  std::vector<std::string> AllFiles;
  for (const RawCommand &C : *Commands)
    AllFiles.push_back(
        support::absoluteIn(support::absoluteIn("/", C.Directory), C.File));
  if (!Request.Root.empty() && !sys::fs::is_directory(Request.Root))
    return createStringError("'--root " + Request.Root +
                             "': there is no such directory");
  Work.ProjectRoot =
      Request.Root.empty()
          ? findProjectRoot(Work.DatabaseFile, AllFiles)
          : support::absoluteIn(currentDirectory(), Request.Root);

  FileFilter Filter(Request.Files);
  std::vector<std::variant<CompileJob, SkippedFile>> Prepared;
  for (const auto &[Command, File] : zip(*Commands, AllFiles)) {
    if (!Filter.accepts(File))
      continue;
    std::optional<bool> There = isThere(File, Request.Over);
    if (There.value_or(true))
      Prepared.push_back(prepareCommand(Command, There.has_value()));
  }
  for (const std::string &Name : Filter.unmatched())
    return notInDatabase(Name, Work.DatabaseFile, *Commands);
  addJobs(std::move(Prepared), Work);
  return Work;
}

} // namespace fearless::cli

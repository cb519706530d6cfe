//===-- UnitCheck.cpp - What one translation unit can prove by itself -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/UnitCheck.h"

#include "frontends/Pipeline.h"
#include "frontends/Remedies.h"
#include "frontends/StoredProgram.h"
#include "frontends/Triage.h"
#include "support/Files.h"
#include "support/Paths.h"

#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::frontends {

namespace {

std::string absolute(StringRef Path) {
  SmallString<256> Result(Path);
  sys::fs::make_absolute(Result);
  sys::path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result.str().str();
}

/// As the command line finds it: the repository of the build, if the file is in
/// it; that of the file; where the build runs.
std::string findRoot(StringRef MainFile) {
  std::string Here = absolute(".");
  std::string OfBuild = support::repositoryOf(Here);
  if (!OfBuild.empty() && support::isWithin(MainFile, OfBuild))
    return OfBuild;
  std::string OfFile = support::repositoryOf(sys::path::parent_path(MainFile));
  return OfFile.empty() ? Here : OfFile;
}

Expected<findings::Baseline> readBaseline(const UnitSettings &Settings) {
  std::string File =
      Settings.Config.Baseline.empty()
          ? support::absoluteIn(Settings.ProjectRoot, ".fearless-baseline")
          : Settings.Config.Baseline;
  auto Buffer = MemoryBuffer::getFile(File, /*IsText=*/true);
  if (Buffer)
    return findings::Baseline::read((*Buffer)->getBuffer(), File);
  if (Buffer.getError() == std::errc::no_such_file_or_directory)
    return findings::Baseline();
  return createStringError("the baseline '" + File +
                           "' cannot be read: " + Buffer.getError().message());
}

/// The unit alone, or in its program.
Expected<facts::UnitSources> unitsWith(facts::TranslationUnit Unit,
                                       ArrayRef<std::string> Program) {
  Expected<facts::UnitSources> Units = loadProgram(Program);
  if (Units)
    putUnit(*Units, std::move(Unit));
  return Units;
}

/// Leaves what is news.
void triageNews(std::vector<findings::Finding> &Found,
                ArrayRef<std::string> MarkedFiles, const UnitSettings &Settings,
                const findings::Baseline &Known) {
  Settings.Config.apply(Found, Settings.ProjectRoot, MarkedFiles);
  llvm::erase_if(Found, [](const findings::Finding &F) {
    return F.Tier != findings::Tier::High;
  });
  std::vector<std::string> Files;
  for (const findings::Finding &F : Found)
    Files.push_back(F.Where.File);
  llvm::sort(Files);
  Files.erase(llvm::unique(Files), Files.end());
  triage(Found, Settings.ProjectRoot, Files, Known);
  llvm::erase_if(Found, [](const findings::Finding &F) {
    return F.Standing != findings::Standing::Open;
  });
}

clang::SourceLocation locateIn(clang::SourceManager &Sources,
                               StringRef ProjectRoot, const findings::Place &P,
                               bool Enter) {
  if (P.File.empty() || P.Line == 0)
    return {};
  auto File = Sources.getFileManager().getOptionalFileRef(
      support::absoluteIn(ProjectRoot, P.File));
  if (!File)
    return {};
  if (Enter)
    Sources.getOrCreateFileID(*File, clang::SrcMgr::C_User);
  return Sources.translateFileLineCol(*File, P.Line, std::max(1u, P.Column));
}

} // namespace

Expected<UnitSettings> settingsFor(StringRef MainFile,
                                   const UnitRequest &Request) {
  UnitSettings Result;
  std::string Main = absolute(MainFile);
  Result.ProjectRoot =
      Request.Root.empty() ? findRoot(Main) : absolute(Request.Root);
  auto resolve = [&](StringRef Path) {
    return Request.BelowRoot ? support::absoluteIn(Result.ProjectRoot, Path)
                             : absolute(Path);
  };
  auto append = [&](std::vector<std::string> &To, ArrayRef<std::string> Paths) {
    for (const std::string &Path : Paths)
      To.push_back(resolve(Path));
  };
  if (Request.UseConfig) {
    Expected<Configuration> Config =
        Request.ConfigFile.empty()
            ? Configuration::nearest(sys::path::parent_path(Main))
            : Configuration::load(resolve(Request.ConfigFile));
    if (!Config)
      return Config.takeError();
    Result.Config = std::move(*Config);
  }
  Result.Models = Result.Config.Models;
  append(Result.Models, Request.Models);
  Result.UserPaths = Result.Config.UserPaths;
  append(Result.UserPaths, Request.UserPaths);
  append(Result.Program, Request.Program);
  return Result;
}

Expected<std::vector<findings::Finding>>
unitFindings(facts::TranslationUnit Unit, const UnitSettings &Settings) {
  Expected<models::Catalogue> Models =
      loadModels(Settings.Models, Settings.Config.Boundaries);
  if (!Models)
    return Models.takeError();
  Expected<findings::Baseline> Known = readBaseline(Settings);
  if (!Known)
    return Known.takeError();
  Expected<facts::UnitSources> Units =
      unitsWith(std::move(Unit), Settings.Program);
  if (!Units)
    return Units.takeError();
  rules::Options Options = Settings.Config.ruleOptions(Settings.ProjectRoot);
  Options.StableOnly = Settings.Program.empty();
  Analysis A = analyse(std::move(*Units), *Models, Options, {});
  std::vector<findings::Finding> Found = std::move(A.Report.All);
  triageNews(Found, A.MarkedFiles, Settings, *Known);
  addFixes(Found, Settings.ProjectRoot);
  return Found;
}

clang::SourceLocation locate(clang::SourceManager &Sources,
                             StringRef ProjectRoot, const findings::Place &P) {
  return locateIn(Sources, ProjectRoot, P, /*Enter=*/false);
}

clang::SourceLocation locateStep(clang::SourceManager &Sources,
                                 StringRef ProjectRoot,
                                 const findings::Place &P) {
  return locateIn(Sources, ProjectRoot, P, /*Enter=*/true);
}

clang::FixItHint fixItHint(clang::SourceManager &Sources, StringRef ProjectRoot,
                           const findings::FixIt &Fix) {
  clang::SourceLocation Begin = locate(Sources, ProjectRoot, Fix.Begin);
  clang::SourceLocation End = locate(Sources, ProjectRoot, Fix.End);
  if (Begin.isInvalid() || End.isInvalid())
    return {};
  if (Begin == End)
    return clang::FixItHint::CreateInsertion(Begin, Fix.Replacement);
  return clang::FixItHint::CreateReplacement(
      clang::CharSourceRange::getCharRange(Begin, End), Fix.Replacement);
}

} // namespace fearless::frontends

//===-- UnitCheck.cpp - What one translation unit can prove by itself -----===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/UnitCheck.h"

#include "frontends/Pipeline.h"
#include "frontends/Triage.h"
#include "support/Paths.h"

#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::frontends {

std::string projectRootAbove(StringRef Directory) {
  for (StringRef D = Directory; !D.empty(); D = sys::path::parent_path(D)) {
    SmallString<256> Git(D);
    sys::path::append(Git, ".git");
    if (sys::fs::exists(Git))
      return D.str();
  }
  return Directory.str();
}

Expected<std::vector<findings::Finding>>
stableFindings(facts::TranslationUnit Unit, StringRef ProjectRoot,
               ArrayRef<std::string> ModelFiles) {
  Expected<models::Catalogue> Models = loadModels(ModelFiles);
  if (!Models)
    return Models.takeError();
  facts::UnitSources Units;
  Units.push_back(facts::residentUnit(std::move(Unit)));
  rules::Options Options;
  Options.StableOnly = true;
  std::vector<findings::Finding> Found =
      analyse(std::move(Units), *Models, Options, {}).Report.All;
  std::vector<std::string> Files;
  for (const findings::Finding &F : Found)
    Files.push_back(F.Where.File);
  llvm::sort(Files);
  Files.erase(llvm::unique(Files), Files.end());
  triage(Found, ProjectRoot, Files, findings::Baseline());
  llvm::erase_if(Found, [](const findings::Finding &F) {
    return F.Tier != findings::Tier::High ||
           F.Standing != findings::Standing::Open;
  });
  return Found;
}

clang::SourceLocation locate(clang::SourceManager &Sources,
                             StringRef ProjectRoot, const findings::Place &P) {
  if (P.File.empty() || P.Line == 0)
    return {};
  auto File = Sources.getFileManager().getOptionalFileRef(
      support::absoluteIn(ProjectRoot, P.File));
  if (!File)
    return {};
  return Sources.translateFileLineCol(*File, P.Line, std::max(1u, P.Column));
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

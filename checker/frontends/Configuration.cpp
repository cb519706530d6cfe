//===-- Configuration.cpp - What a project has decided once ---------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/Configuration.h"

#include "support/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::frontends {

namespace {

/// Directories, files and patterns of paths, each made ready once.
class PathSet {
public:
  PathSet(ArrayRef<std::string> Patterns, StringRef ProjectRoot)
      : ProjectRoot(ProjectRoot) {
    for (StringRef P : Patterns) {
      if (!P.contains('*'))
        Plain.push_back(P);
      else if (Expected<GlobPattern> Glob = GlobPattern::create(P))
        Globs.push_back(std::move(*Glob));
      else
        consumeError(Glob.takeError());
    }
  }

  /// Whether \p File is, or is below, or fits one of them.
  bool contains(StringRef File) const {
    std::string Path = support::absoluteIn(ProjectRoot, File);
    return any_of(Plain,
                  [&](StringRef P) { return support::isWithin(Path, P); }) ||
           any_of(Globs, [&](const GlobPattern &G) { return G.match(Path); });
  }

private:
  StringRef ProjectRoot;
  std::vector<StringRef> Plain;
  std::vector<GlobPattern> Globs;
};

} // namespace

Expected<Configuration> Configuration::load(StringRef File) {
  auto Buffer = MemoryBuffer::getFile(File, /*IsText=*/true);
  if (!Buffer)
    return createStringError(
        "the configuration '" + File +
        "' cannot be read: " + Buffer.getError().message());
  SmallString<256> Absolute(File);
  sys::fs::make_absolute(Absolute);
  return read((*Buffer)->getBuffer(), Absolute);
}

Expected<Configuration> Configuration::nearest(StringRef Directory) {
  for (StringRef D = Directory; !D.empty(); D = sys::path::parent_path(D)) {
    SmallString<256> File(D), Git(D);
    sys::path::append(File, ".fearless.yaml");
    sys::path::append(Git, ".git");
    if (sys::fs::exists(File))
      return load(File);
    if (sys::fs::exists(Git))
      break;
  }
  return Configuration();
}

rules::Options Configuration::ruleOptions(StringRef ProjectRoot) const {
  rules::Options Result;
  for (const auto &[Rule, Tier] : Rules)
    if (!Tier)
      Result.Off.push_back(Rule);
  Result.Hierarchies = Hierarchies;
  for (analysis::LockHierarchy &H : Result.Hierarchies)
    for (analysis::LockHierarchy::Level &L : H.Levels)
      L.Where.File = support::relativeTo(ProjectRoot, L.Where.File);
  return Result;
}

void Configuration::apply(std::vector<findings::Finding> &Findings,
                          StringRef ProjectRoot,
                          ArrayRef<std::string> MarkedFiles) const {
  std::string Own = support::relativeTo(ProjectRoot, File);
  const PathSet Users(UserPaths, ProjectRoot), Tests(TestPaths, ProjectRoot),
      Vendored(VendoredPaths, ProjectRoot),
      Generated(GeneratedPaths, ProjectRoot);
  auto inTests = [&](const findings::Place &P) {
    return P.File.empty() || P.File == Own || Tests.contains(P.File);
  };
  auto isGenerated = [&](StringRef Path) {
    return Generated.contains(Path) ||
           (std::binary_search(MarkedFiles.begin(), MarkedFiles.end(), Path) &&
            !Users.contains(Path));
  };
  for (findings::Finding &F : Findings) {
    if (auto It = Rules.find(F.Rule); It != Rules.end() && It->second)
      F.Tier = *It->second;
    bool Aside = Vendored.contains(F.Where.File) || isGenerated(F.Where.File) ||
                 (inTests(F.Where) && all_of(F.Notes, [&](const auto &N) {
                    return N.OfMacro || inTests(N.Where);
                  }));
    if (Aside)
      F.Tier = std::max(F.Tier, findings::Tier::Medium);
  }
}

} // namespace fearless::frontends

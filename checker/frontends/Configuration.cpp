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

/// Whether a path is, or is below, or fits one of \p Patterns.
bool isIn(ArrayRef<std::string> Patterns, StringRef ProjectRoot,
          StringRef File) {
  std::string Path = support::absoluteIn(ProjectRoot, File);
  return any_of(Patterns, [&](StringRef P) {
    if (!P.contains('*'))
      return !sys::path::is_absolute(support::relativeTo(P, Path));
    Expected<GlobPattern> Glob = GlobPattern::create(P);
    return Glob ? Glob->match(Path) : (consumeError(Glob.takeError()), false);
  });
}

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
  auto inTests = [&](const findings::Place &P) {
    return P.File.empty() || P.File == Own ||
           isIn(TestPaths, ProjectRoot, P.File);
  };
  auto isGenerated = [&](StringRef Path) {
    return isIn(GeneratedPaths, ProjectRoot, Path) ||
           (std::binary_search(MarkedFiles.begin(), MarkedFiles.end(), Path) &&
            !isIn(UserPaths, ProjectRoot, Path));
  };
  for (findings::Finding &F : Findings) {
    if (auto It = Rules.find(F.Rule); It != Rules.end() && It->second)
      F.Tier = *It->second;
    bool Aside = isIn(VendoredPaths, ProjectRoot, F.Where.File) ||
                 isGenerated(F.Where.File) ||
                 (inTests(F.Where) && all_of(F.Notes, [&](const auto &N) {
                    return N.OfMacro || inTests(N.Where);
                  }));
    if (Aside)
      F.Tier = std::max(F.Tier, findings::Tier::Medium);
  }
}

} // namespace fearless::frontends

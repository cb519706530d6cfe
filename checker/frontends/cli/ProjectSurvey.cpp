//===-- ProjectSurvey.cpp - What a project's directories look like --------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/ProjectSurvey.h"

#include "frontends/cli/CompilationDatabase.h"
#include "support/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace llvm;

namespace fearless::cli {

namespace {

enum class DirectoryKind { Plain, Vendored, Tests, Generated, Skipped };

/// What directories of a kind are usually called.
struct UsualNames {
  DirectoryKind Kind;
  std::vector<StringRef> Names;
};

DirectoryKind kindOf(StringRef Path) {
  static const UsualNames Table[] = {
      {DirectoryKind::Vendored,
       {"third_party", "third-party", "thirdparty", "3rdparty", "3rd_party",
        "vendor", "vendored", "external", "externals", "extern", "deps",
        "subprojects", "submodules", "contrib"}},
      {DirectoryKind::Tests,
       {"test", "tests", "unittest", "unittests", "unit_tests", "unit-tests"}},
      {DirectoryKind::Generated, {"generated", "gen-cpp", "autogen"}},
      {DirectoryKind::Skipped, {"build", "out", "node_modules"}}};
  StringRef Name = sys::path::filename(Path);
  SmallString<256> Cmake(Path);
  sys::path::append(Cmake, "CMakeCache.txt");
  if (Name.starts_with(".") || Name.starts_with("cmake-build-") ||
      sys::fs::exists(Cmake))
    return DirectoryKind::Skipped;
  for (const UsualNames &Usual : Table)
    if (is_contained(Usual.Names, Name.lower()))
      return Usual.Kind;
  return DirectoryKind::Plain;
}

class Surveyor {
public:
  Surveyor(StringRef Root, ProjectSurvey &Found) : Root(Root), Found(Found) {}

  void walk(StringRef Directory, unsigned Depth) {
    constexpr unsigned Deepest = 4;
    std::error_code EC;
    for (sys::fs::directory_iterator It(Directory, EC), End; It != End && !EC;
         It.increment(EC)) {
      StringRef Path = It->path();
      if (Path.ends_with(".pb.cc") || Path.ends_with(".pb.h"))
        Generated.insert("*.pb." +
                         sys::path::extension(Path).drop_front().str());
      // Links lead elsewhere, or in circles.
      if (It->type() == sys::fs::file_type::directory_file && Depth < Deepest)
        enter(Path, Depth);
    }
  }

  void finish() {
    Found.Generated.insert(Found.Generated.end(), Generated.begin(),
                           Generated.end());
    for (auto *List : {&Found.Vendored, &Found.Tests, &Found.Generated})
      llvm::sort(*List);
  }

private:
  void enter(StringRef Path, unsigned Depth) {
    std::string Name = support::relativeTo(Root, Path);
    switch (kindOf(Path)) {
    case DirectoryKind::Plain:
      return walk(Path, Depth + 1);
    case DirectoryKind::Vendored:
      return Found.Vendored.push_back(std::move(Name));
    case DirectoryKind::Tests:
      return Found.Tests.push_back(std::move(Name));
    case DirectoryKind::Generated:
      return Found.Generated.push_back(std::move(Name));
    case DirectoryKind::Skipped:
      return;
    }
  }

  std::string Root;
  ProjectSurvey &Found;
  std::set<std::string> Generated; ///< Patterns.
};

/// Of -isystem in the commands, what lies in the project.
void findSystemIncludes(StringRef Root, StringRef DatabaseFile,
                        ProjectSurvey &Found) {
  Expected<std::vector<RawCommand>> Commands = readDatabase(DatabaseFile);
  if (!Commands)
    return consumeError(Commands.takeError());
  std::set<std::string> Names;
  auto note = [&](const RawCommand &C, StringRef Path) {
    std::string Name =
        support::relativeTo(Root, support::absoluteIn(C.Directory, Path));
    bool Inside = !sys::path::is_absolute(Name) && Name != ".";
    bool Vendored = any_of(Found.Vendored, [&](StringRef V) {
      return Name == V || StringRef(Name).starts_with(V.str() + "/");
    });
    if (Inside && !Vendored)
      Names.insert(Name);
  };
  for (const RawCommand &C : *Commands)
    for (size_t I = 0; I < C.Arguments.size(); ++I) {
      StringRef Flag = C.Arguments[I];
      if (Flag == "-isystem" && I + 1 < C.Arguments.size())
        note(C, C.Arguments[I + 1]);
      else if (Flag.consume_front("-isystem") && !Flag.empty())
        note(C, Flag);
    }
  Found.SystemIncludes.assign(Names.begin(), Names.end());
}

} // namespace

ProjectSurvey surveyProject(StringRef Root, StringRef DatabaseFile) {
  ProjectSurvey Result;
  Surveyor S(Root, Result);
  S.walk(Root, 0);
  S.finish();
  if (!DatabaseFile.empty())
    findSystemIncludes(Root, DatabaseFile, Result);
  return Result;
}

} // namespace fearless::cli

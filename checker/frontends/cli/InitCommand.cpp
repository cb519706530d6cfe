//===-- InitCommand.cpp - fearless init -----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"
#include "frontends/cli/Commands.h"
#include "frontends/cli/CompilationDatabase.h"
#include "frontends/cli/ProjectSurvey.h"
#include "support/Files.h"
#include "support/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/YAMLParser.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// All that the file is made of.
struct Draft {
  std::string Root;
  std::string DatabaseFile; ///< Empty: none was found.
  ProjectSurvey Survey;
  std::vector<frontends::Suggestion> Unmodelled;
};

/// "[a, b]", quoted where YAML needs it.
std::string flowList(ArrayRef<std::string> Items) {
  std::string Text = "[";
  for (const std::string &Item : Items) {
    bool Plain = all_of(Item, [](char C) {
      return isAlnum(C) || StringRef("_-./+").contains(C);
    });
    Text += (Text.size() > 1 ? ", " : "") +
            (Plain && !StringRef(Item).starts_with("-")
                 ? Item
                 : "\"" + yaml::escape(Item, /*EscapePrintable=*/false) + "\"");
  }
  return Text + "]";
}

/// A key with what was found, or commented out with an example.
void writePaths(raw_ostream &OS, StringRef Key, ArrayRef<std::string> Found,
                StringRef Example, StringRef Meaning) {
  std::string Line = ("  " + Key + ": ").str() +
                     (Found.empty() ? Example.str() : flowList(Found));
  OS << "  # " << Meaning << "\n" << (Found.empty() ? "#" : "") << Line << '\n';
}

void writeDraft(const Draft &D, raw_ostream &OS) {
  OS << "# The configuration of fearless for this project. All keys:\n"
        "# docs/configuration.md, or 'fearless help'. The command line wins.\n"
        "#\n";
  if (D.DatabaseFile.empty())
    OS << "# No compilation database was found: 'fearless check -p DIR' names "
          "the directory\n# of compile_commands.json.\n";
  else
    OS << "# The compilation database was found at "
       << support::relativeTo(D.Root, D.DatabaseFile) << ".\n";
  OS << "\n# A tier for each rule, or off. 'fearless rules' lists them.\n"
        "#rules:\n#  lock-order-same-class: high\n\npaths:\n";
  writePaths(OS, "vendored", D.Survey.Vendored, "[third_party]",
             "Code of others: findings there are shown with --all only.");
  writePaths(OS, "tests", D.Survey.Tests, "[test]",
             "Findings that concern nothing but tests are shown with --all "
             "only.");
  writePaths(OS, "generated", D.Survey.Generated, "[\"*.pb.cc\"]",
             "Generated code: the same. Files that say '@generated' or 'DO NOT "
             "EDIT' on top\n  # are known.");
  OS << "  # Your own code that is included as a system header (-isystem).\n"
     << "#  user: "
     << (D.Survey.SystemIncludes.empty() ? "[libs/ours]"
                                         : flowList(D.Survey.SystemIncludes))
     << "\n\n# What fearless should know of locks and threads that it has no "
        "model for.\n";
  for (const frontends::Suggestion &S : D.Unmodelled)
    OS << "# No model: " << S.What << " '" << S.Name << "'\n";
  OS << "#models: [locks.yaml]\n\n"
        "# Functions of your own that run what they are given on another "
        "thread.\n"
        "#boundaries:\n#  - {function: app::Pool::post, parameter: 0}\n\n"
        "# The order in which locks are to be taken.\n"
        "#hierarchy: [app::Registry::mu_, app::Session::mu_]\n\n"
        "# 'fearless baseline create' accepts what is found today; from then "
        "on only what is\n# new is reported.\n"
        "#baseline: .fearless-baseline\n\n"
        "# Where facts are kept for the next run, and how many MiB; or "
        "'cache: off'.\n#cache: {directory: .cache/fearless, size: 5120}\n";
}

/// The root, and the compilation database.
Expected<Draft> findProject(const Arguments &Args) {
  SmallString<256> Here;
  sys::fs::current_path(Here);
  Draft D;
  Expected<std::string> Database =
      findDatabase(Args.value(Opt::Database).value_or(""), Here);
  if (Database)
    D.DatabaseFile = std::move(*Database);
  else if (Args.has(Opt::Database))
    return Database.takeError();
  else
    consumeError(Database.takeError());
  SmallString<256> Root(Args.value(Opt::Root).value_or(""));
  if (Root.empty())
    Root = support::repositoryOf(Here);
  if (Root.empty())
    Root = Here;
  sys::fs::make_absolute(Root);
  D.Root = support::normalised(Root);
  // One that is found further up is another project's.
  if (!Args.has(Opt::Database) && !support::isWithin(D.DatabaseFile, D.Root))
    D.DatabaseFile.clear();
  return D;
}

/// Of the program, if it can be compiled.
Expected<std::vector<frontends::Suggestion>> unmodelled(Arguments Args) {
  Expected<models::Catalogue> Models =
      frontends::loadModels(Args.values(Opt::Models));
  if (!Models)
    return Models.takeError();
  Expected<Gathered> G = gatherFromSources(Args);
  if (!G)
    return G.takeError();
  return frontends::suggestModels(std::move(G->Units), *Models);
}

} // namespace

int runInit(const Arguments &Args) {
  if (!Args.positionals().empty())
    return usageError(createStringError("'" + Args.positionals().front() +
                                        "' is not expected here"));
  Expected<Draft> Begun = findProject(Args);
  if (!Begun)
    return usageError(Begun.takeError());
  Draft &D = *Begun;
  std::string File = support::absoluteIn(D.Root, ".fearless.yaml");
  if (sys::fs::exists(File) && !Args.has(Opt::Force))
    return usageError(createStringError("there is a configuration already, '" +
                                        File + "'; --force replaces it"));
  D.Survey = surveyProject(D.Root, D.DatabaseFile);
  if (!D.DatabaseFile.empty()) {
    Expected<std::vector<frontends::Suggestion>> Found = unmodelled(Args);
    if (!Found)
      return usageError(Found.takeError());
    D.Unmodelled = std::move(*Found);
  }
  if (Error E =
          support::replaceFile(File, "the configuration",
                               [&](raw_ostream &OS) { writeDraft(D, OS); }))
    return usageError(std::move(E));
  if (!Args.has(Opt::Quiet))
    errs() << "'" << File << "' is written; look it over, and commit it\n";
  return ExitClean;
}

} // namespace fearless::cli

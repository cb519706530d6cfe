//===-- AnalysisRun.cpp - From a command line to findings that stand ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"

#include "frontends/Remedies.h"
#include "frontends/cli/Cache.h"
#include "frontends/cli/ReadFiles.h"
#include "support/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

size_t AnalysisRun::count(findings::Standing S) const {
  return count_if(Report.All,
                  [&](const findings::Finding &F) { return F.Standing == S; });
}

std::string counted(uint64_t N, StringRef One, StringRef Many) {
  return (Twine(N) + " " + (N == 1 ? One : Many)).str();
}

static findings::Tier tierOf(const Arguments &Args) {
  if (Args.has(Opt::Strict))
    return findings::Tier::Strict;
  return Args.has(Opt::All) ? findings::Tier::Medium : findings::Tier::High;
}

static bool isStrict(const Arguments &Args) {
  return tierOf(Args) == findings::Tier::Strict;
}

Expected<frontends::Configuration> configuration(const Arguments &Args) {
  if (std::optional<StringRef> File = Args.value(Opt::Config))
    return frontends::Configuration::load(*File);
  if (Args.has(Opt::NoConfig))
    return frontends::Configuration();
  SmallString<256> Here;
  sys::fs::current_path(Here);
  return frontends::Configuration::nearest(Here);
}

Arguments withConfiguration(Arguments Args,
                            const frontends::Configuration &Config) {
  Args.putFirst(Opt::UserPath, Config.UserPaths);
  Args.putFirst(Opt::Models, Config.Models);
  if (!Config.Baseline.empty())
    Args.putFirst(Opt::Baseline, Config.Baseline);
  if (Config.CacheSize)
    Args.putFirst(Opt::CacheSize, std::to_string(*Config.CacheSize));
  // The environment speaks for this machine, the file for the project.
  bool Decided = Args.has(Opt::Cache) || Args.has(Opt::NoCache) ||
                 sys::Process::GetEnv("FEARLESS_CACHE");
  if (!Decided && !Config.CacheDirectory.empty())
    Args.putFirst(Opt::Cache, Config.CacheDirectory);
  if (!Decided && Config.NoCache)
    Args.putFirst(Opt::NoCache, std::string());
  return Args;
}

Expected<models::Catalogue> modelsFor(const Arguments &Args,
                                      const frontends::Configuration &Config) {
  return frontends::loadModels(Args.values(Opt::Models), Config.Boundaries);
}

/// Of what is odd about the models, the user is told for these files.
static std::vector<std::string>
modelFiles(const Arguments &Args, const frontends::Configuration &Config) {
  std::vector<std::string> Files(Args.values(Opt::Models));
  if (!Config.Boundaries.empty())
    Files.push_back(Config.File);
  return Files;
}

/// The file that the command line names must be there; the configured or the
/// usual one may be.
static Expected<findings::Baseline> readBaseline(const Arguments &Args,
                                                 BaselineUse Use,
                                                 bool MustBeThere,
                                                 AnalysisRun &Run) {
  std::optional<StringRef> Named = Args.value(Opt::Baseline);
  Run.BaselineFile = Named ? Named->str()
                           : support::absoluteIn(Run.Program.ProjectRoot,
                                                 ".fearless-baseline");
  Run.HasBaseline = Run.Files->exists(Run.BaselineFile);
  if (Args.has(Opt::NoBaseline) || Use == BaselineUse::Ignore ||
      (!MustBeThere && !Run.HasBaseline))
    return findings::Baseline();
  auto Buffer = Run.Files->getBufferForFile(Run.BaselineFile);
  if (!Buffer)
    return createStringError(
        "the baseline '" + Run.BaselineFile +
        "' cannot be read: " + Buffer.getError().message());
  return findings::Baseline::read((*Buffer)->getBuffer(), Run.BaselineFile);
}

/// What there is to find in \p Program, whose units are consumed.
static frontends::Analysis analysed(Gathered &Program, const Arguments &Args,
                                    const frontends::Configuration &Config,
                                    const models::Catalogue &Models,
                                    const AnalysisCache *Analyses) {
  if (!Program.Known && Analyses && !Program.Contents.empty())
    Program.Known = Analyses->find(Program.Contents);
  if (Program.Known) {
    if (Args.has(Opt::Verbose))
      say("note") << "these facts have been analysed before: what was found "
                     "still stands\n";
    return std::move(*Program.Known);
  }
  rules::Options Options = Config.ruleOptions(Program.ProjectRoot);
  Options.Strict = isStrict(Args);
  frontends::Analysis A = frontends::analyse(std::move(Program.Units), Models,
                                             Options, modelFiles(Args, Config));
  if (Analyses && !Program.Contents.empty())
    Analyses->keep(Program.Contents, A);
  return A;
}

/// What was found in the program as it was before the change.
static Expected<findings::Baseline>
findingsBefore(const Change &Change, const Arguments &Args,
               const models::Catalogue &Models, const AnalysisCache *Analyses,
               const frontends::Configuration &Config, bool &Interrupted) {
  Expected<Gathered> Before = gatherBefore(Args, Change, Analyses);
  if (!Before)
    return Before.takeError();
  Interrupted = Before->Interrupted;
  if (Interrupted)
    return findings::Baseline();
  if (Before->Incomplete && !Args.has(Opt::Quiet))
    say("note") << "before the change, "
                << counted(Before->Incomplete, "file", "files")
                << " could not be analysed: what is found there now counts as "
                   "new\n";
  frontends::Analysis A = analysed(*Before, Args, Config, Models, Analyses);
  Config.apply(A.Report.All, Before->ProjectRoot, A.MarkedFiles);
  return findings::Baseline::of(A.Report.All);
}

/// A commit without C and C++ files is not looked at, unless a report is due.
static bool isOfNoInterest(const Change &Change, const Arguments &Args) {
  return Change.IsCommit && Change.Files.empty() && !Change.RemovesFiles &&
         !Args.has(Opt::Format) && !Args.has(Opt::Report);
}

int analyseAnd(const Arguments &Given, Gatherer Gather,
               function_ref<int(AnalysisRun &)> Present, BaselineUse Use) {
  Expected<frontends::Configuration> Config = configuration(Given);
  if (!Config)
    return usageError(Config.takeError());
  const Arguments Args = withConfiguration(Given, *Config);
  Expected<models::Catalogue> Models = modelsFor(Args, *Config);
  if (!Models)
    return usageError(Models.takeError());
  Expected<Change> Change = changeNamed(Args);
  if (!Change)
    return usageError(Change.takeError());
  if (isOfNoInterest(*Change, Args)) {
    if (!Args.has(Opt::Quiet))
      say("note") << "no C or C++ file is staged\n";
    return ExitClean;
  }
  Expected<std::optional<ChosenCache>> Cache = chosenCache(Args);
  if (!Cache)
    return usageError(Cache.takeError());
  std::optional<AnalysisCache> Analyses;
  if (*Cache)
    Analyses.emplace((*Cache)->Facts, *Models, *Config, isStrict(Args));
  const AnalysisCache *Kept = Analyses ? &*Analyses : nullptr;
  Expected<Gathered> Program = Gather(Args, *Change, Kept);
  if (!Program)
    return usageError(Program.takeError());
  if (Program->Interrupted)
    return ExitInterrupted;
  AnalysisRun Run;
  Run.Program = std::move(*Program);
  Run.Files = fileSystemUnder(Change->After);
  Expected<findings::Baseline> Known =
      readBaseline(Args, Use, Given.has(Opt::Baseline), Run);
  if (!Known)
    return usageError(Known.takeError());
  frontends::Analysis A = analysed(Run.Program, Args, *Config, *Models, Kept);
  for (const std::string &Warning : A.ModelWarnings)
    errs() << Warning << '\n';
  if (Run.isWhole())
    for (const analysis::LockHierarchy::Level &L : A.Report.UnknownLevels)
      errs() << sourcesOf(Run.Program.ProjectRoot).displayName(L.Where.File)
             << ':' << L.Where.Line << ": warning: '" << L.Lock
             << "' names no lock of this program\n";
  Run.Report = std::move(A.Report);
  Config->apply(Run.Report.All, Run.Program.ProjectRoot, A.MarkedFiles);
  Run.Triage = frontends::triage(Run.Report.All, Run.Program.ProjectRoot,
                                 A.UserFiles, *Known, *Run.Files);
  frontends::addFixes(Run.Report.All, Run.Program.ProjectRoot, *Run.Files);
  // What was not looked for may still be there.
  if (!isStrict(Args))
    erase_if(Run.Triage.Fixed, [](const findings::BaselineEntry &E) {
      const rules::Rule *R = rules::findRule(E.Rule);
      return R && R->CheckStrictly;
    });
  erase_if(Run.Report.All, [Tier = tierOf(Args)](const findings::Finding &F) {
    return F.Tier > Tier;
  });
  // What was there before matters only where there is something now.
  if (Change->Before && Run.count(findings::Standing::Open)) {
    bool Interrupted = false;
    Expected<findings::Baseline> Before =
        findingsBefore(*Change, Args, *Models, Kept, *Config, Interrupted);
    if (!Before)
      return usageError(Before.takeError());
    if (Interrupted)
      return ExitInterrupted;
    for (findings::Finding &F : Run.Report.All)
      if (F.Standing == findings::Standing::Open &&
          Before->contains(F.Fingerprint)) {
        F.Standing = findings::Standing::Baselined;
        ++Run.FromBefore;
      }
  }
  int Code = Present(Run);
  outs().flush();
  return Code;
}

} // namespace fearless::cli

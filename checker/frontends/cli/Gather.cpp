//===-- Gather.cpp - From a command line to translation units -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Gather.h"

#include "frontends/StoredProgram.h"
#include "frontends/cli/Cache.h"
#include "store/Archive.h"
#include "store/BinaryFormat.h"
#include "store/TextReader.h"
#include "support/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <set>
#include <thread>

using namespace llvm;

namespace fearless::cli {

raw_ostream &say(StringRef Severity) {
  errs() << "fearless: ";
  if (!Severity.empty()) {
    errs().changeColor(Severity == "error" ? raw_ostream::RED
                                           : raw_ostream::MAGENTA,
                       /*Bold=*/true);
    errs() << Severity << ": ";
    errs().resetColor();
  }
  return errs();
}

int usageError(Error E) {
  handleAllErrors(std::move(E), [](const ErrorInfoBase &Info) {
    say("error") << Info.message() << '\n';
  });
  return ExitUsage;
}

void chooseColors(const Arguments &Args) {
  bool Never = Args.has(Opt::NoColor) ||
               !sys::Process::GetEnv("NO_COLOR").value_or("").empty();
  bool Always = Args.has(Opt::Color);
  auto choose = [&](raw_ostream &OS, bool Displayed) {
    OS.enable_colors(Always || (!Never && Displayed && OS.has_colors()));
  };
  choose(outs(), sys::Process::StandardOutIsDisplayed());
  choose(errs(), sys::Process::StandardErrIsDisplayed());
}

report::SourceFiles sourcesOf(StringRef ProjectRoot, vfs::FileSystem &Files) {
  SmallString<256> Here, Real;
  sys::fs::current_path(Here);
  using support::isWithin;
  // Reached by a link while the build was not: names as the build has them.
  if (!isWithin(Here, ProjectRoot) && !isWithin(ProjectRoot, Here) &&
      !sys::fs::real_path(Here, Real) &&
      (isWithin(Real, ProjectRoot) || isWithin(ProjectRoot, Real)))
    Here = Real;
  return report::SourceFiles(ProjectRoot.str(), Here.str().str(), Files);
}

int exitCode(const Gathered &G, size_t Findings, const Arguments &Args) {
  if (G.Incomplete && !Args.has(Opt::AllowIncomplete))
    return ExitIncomplete;
  return Findings ? ExitFindings : ExitClean;
}

namespace {

Expected<PoolOptions> poolOptions(const Arguments &Args) {
  PoolOptions Pool;
  Expected<unsigned> Jobs =
      Args.number(Opt::Jobs, std::max(1u, std::thread::hardware_concurrency()));
  if (!Jobs)
    return Jobs.takeError();
  if (*Jobs == 0)
    return createStringError("'-j 0' would do nothing; give at least 1");
  Expected<unsigned> Timeout = Args.number(Opt::TimeoutPerTu, 300);
  if (!Timeout)
    return Timeout.takeError();
  Expected<unsigned> Memory = Args.number(Opt::MemoryPerTu, 8192);
  if (!Memory)
    return Memory.takeError();
  Pool.Workers = *Jobs;
  Pool.Timeout = std::chrono::seconds(*Timeout);
  Pool.MemoryLimit = uint64_t(*Memory) << 20;
  return Pool;
}

WorkRequest workRequest(const Arguments &Args) {
  WorkRequest Request;
  Request.Database = Args.value(Opt::Database).value_or("").str();
  Request.Root = Args.value(Opt::Root).value_or("").str();
  Request.Files = Args.positionals().vec();
  Request.HasFlags = Args.compilerFlags().has_value();
  if (Request.HasFlags)
    Request.Flags = *Args.compilerFlags();
  return Request;
}

/// Files in other languages: one line for all, or one each with --verbose.
void reportForeignFiles(const WorkList &Work, const report::SourceFiles &Names,
                        bool Verbose) {
  std::map<std::string, unsigned> Kinds;
  unsigned Count = 0;
  for (const SkippedFile &S : Work.Skipped) {
    if (S.Incomplete)
      continue;
    ++Count;
    ++Kinds[S.Reason];
    if (Verbose)
      say("note") << Names.displayName(S.File) << ": left out: " << S.Reason
                  << '\n';
  }
  if (!Count || Verbose)
    return;
  std::vector<std::string> Parts;
  for (const auto &[Kind, N] : Kinds)
    Parts.push_back(utostr(N) + " " + Kind);
  say("note") << (Count == 1 ? "one file is" : utostr(Count) + " files are")
              << " left out: " << join(Parts, ", ") << '\n';
}

void reportWork(const WorkList &Work, const report::SourceFiles &Names,
                const Arguments &Args) {
  if (Args.has(Opt::Quiet))
    return;
  bool Verbose = Args.has(Opt::Verbose);
  if (Verbose)
    say("note") << "project root: " << Work.ProjectRoot << '\n';
  bool Guessed = !Work.DatabaseFile.empty() && !Args.has(Opt::Database);
  if (Guessed || (Verbose && !Work.DatabaseFile.empty()))
    say("note") << "compilation database: "
                << Names.displayName(Work.DatabaseFile) << '\n';
  if (Verbose)
    say("note") << Work.Jobs.size() << " files to analyse, " << Work.Duplicates
                << " duplicate entries dropped\n";
  reportForeignFiles(Work, Names, Verbose);
}

void reportDroppedFlags(const ExtractedUnits &Units,
                        const report::SourceFiles &Names) {
  for (const auto &[Flags, Files] : Units.DroppedFlags) {
    say("note") << "flags left out of " << Names.displayName(Files.front());
    if (Files.size() > 1)
      errs() << " and " << Files.size() - 1 << " more";
    errs() << ": " << Flags << '\n';
  }
}

/// Says what the cache saved, and looks after its size.
void reportCache(const ChosenCache &Cache, size_t Jobs,
                 const ExtractedUnits &Units, const Arguments &Args) {
  if (Args.has(Opt::Verbose))
    say("note") << Units.FromCache << " of " << Jobs
                << " files are unchanged since their facts were extracted ("
                << Cache.Facts.directory() << ")\n";
  if (!Units.CacheProblem.empty() && !Args.has(Opt::Quiet))
    say("note") << "the facts of this run are not kept for the next: "
                << Units.CacheProblem
                << "; '--cache DIR' names another place, '--no-cache' none\n";
  if (Units.FromCache < Jobs)
    Cache.Facts.trim(Cache.MaxBytes);
}

/// Names each file that is not, or only in part, analysed; returns how many.
unsigned reportFailures(const WorkList &Work, const ExtractedUnits &Units,
                        const report::SourceFiles &Names) {
  unsigned Count = 0;
  for (const SkippedFile &S : Work.Skipped)
    if (S.Incomplete) {
      say("") << Names.displayName(S.File) << ": not analysed: " << S.Reason
              << '\n';
      ++Count;
    }
  for (const Failure &F : Units.Failures) {
    say("") << Names.displayName(F.File)
            << (F.Partly ? ": analysed only in part: " : ": not analysed: ")
            << F.Reason << '\n';
    ++Count;
  }
  return Count;
}

/// Of --shard 2/4, the second of every four; all without it.
Error keepShard(const Arguments &Args, WorkList &Work) {
  std::optional<StringRef> Text = Args.value(Opt::Shard);
  if (!Text)
    return Error::success();
  auto [First, Second] = Text->split('/');
  unsigned Own = 0, Count = 0;
  if (First.getAsInteger(10, Own) || Second.getAsInteger(10, Count) ||
      Own == 0 || Own > Count)
    return createStringError("'--shard " + *Text +
                             "': write I/N, as 1/4 for the first of four");
  auto keep = [&](auto &List) {
    size_t Next = 0;
    erase_if(List, [&](const auto &) { return Next++ % Count != Own - 1; });
  };
  keep(Work.Jobs);
  keep(Work.Skipped);
  return Error::success();
}

Error cannotRead(StringRef Path, const Twine &Why) {
  return createStringError("'" + Path + "' " + Why);
}

} // namespace

/// Names each file of a commit that no unit reads; returns how many.
static unsigned reportUnreached(const Change &After, const WorkList &Work,
                                const ExtractedUnits &Units,
                                const report::SourceFiles &Names) {
  unsigned Count = 0;
  for (const std::string &File : After.Files) {
    bool Known = Units.Reached.contains(File) ||
                 any_of(Work.Skipped, [&](const SkippedFile &S) {
                   return S.File == File; // Told already.
                 });
    if (Known)
      continue;
    say("") << Names.displayName(File) << ": not checked: it is staged, and "
            << (Work.DatabaseFile.empty()
                    ? "the command line"
                    : Names.displayName(Work.DatabaseFile))
            << " names neither it nor a file that includes it; configure the "
               "build again, or let it pass with --allow-incomplete\n";
    ++Count;
  }
  return Count;
}

namespace {
enum class Side { Before, After };
}

static ExtractionOptions extractionOptions(const Arguments &Args,
                                           const WorkList &Work) {
  ExtractionOptions Options;
  Options.ProjectRoot = Work.ProjectRoot;
  for (const std::string &Path : Args.values(Opt::UserPath)) {
    SmallString<256> Absolute(Path);
    sys::fs::make_absolute(Absolute);
    Options.UserPaths.push_back(Absolute.str().str());
  }
  return Options;
}

static Expected<Gathered> gatherFrom(const Arguments &Args, const Change &Of,
                                     Side Side, const AnalysisCache *Analyses) {
  bool Silent = Side == Side::Before;
  const store::FileOverlay *Over = Silent             ? &*Of.Before
                                   : Of.After.empty() ? nullptr
                                                      : &Of.After;
  Expected<PoolOptions> Pool = poolOptions(Args);
  if (!Pool)
    return Pool.takeError();
  Expected<std::string> Resources = findResourceDirectory();
  if (!Resources)
    return Resources.takeError();
  WorkRequest Request = workRequest(Args);
  Request.Over = Over;
  Expected<WorkList> Work = findWork(Request);
  if (!Work)
    return Work.takeError();
  if (Error E = keepShard(Args, *Work))
    return std::move(E);
  report::SourceFiles Names = sourcesOf(Work->ProjectRoot);
  if (!Silent)
    reportWork(*Work, Names, Args);

  ExtractionOptions Options = extractionOptions(Args, *Work);
  Options.Overlay = Over;
  Options.ResourceDirectory = *Resources;
  if (!Silent)
    Options.Watched = Of.Files;
  Expected<std::optional<ChosenCache>> Cache = chosenCache(Args);
  if (!Cache)
    return Cache.takeError();
  Gathered Result;
  auto NoNeedOf = [&](ArrayRef<store::ContentDigest> Contents) {
    if (Analyses)
      Result.Known = Analyses->find(Contents.vec());
    return Result.Known.has_value();
  };
  Expected<ExtractedUnits> Units =
      extractMany(Work->Jobs, Options, *Pool, Names,
                  Progress::fitting(Args.has(Opt::Quiet)),
                  *Cache ? &(*Cache)->Facts : nullptr, NoNeedOf);
  if (!Units)
    return Units.takeError();
  if (*Cache && !Silent)
    reportCache(**Cache, Work->Jobs.size(), *Units, Args);

  Result.ProjectRoot = Work->ProjectRoot;
  Result.Interrupted = Units->Interrupted;
  Result.Selected = !Args.compilerFlags() && !Args.positionals().empty();
  if (Result.Interrupted)
    return Result;
  if (Silent) {
    Result.Incomplete = Units->Failures.size();
  } else {
    if (Args.has(Opt::Verbose))
      reportDroppedFlags(*Units, Names);
    Result.Incomplete = reportFailures(*Work, *Units, Names) +
                        reportUnreached(Of, *Work, *Units, Names);
  }
  Result.Units = std::move(Units->Units);
  Result.Contents = std::move(Units->Contents);
  return Result;
}

Expected<Gathered> gatherFromSources(const Arguments &Args) {
  return gatherFrom(Args, Change(), Side::After, nullptr);
}

/// Stored facts are binary or text; text holds no zero bytes. What is neither
/// is left to the binary reader to refuse.
static bool isBinary(StringRef Content) {
  return store::looksLikeFacts(Content) || store::looksLikeArchive(Content) ||
         Content.take_front(256).contains('\0');
}

bool isFactsFile(StringRef Path) {
  if (Path.ends_with(".facts"))
    return true;
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer && isBinary((*Buffer)->getBuffer());
}

static bool looksLikeSource(StringRef Path) {
  return is_contained({".c", ".cc", ".cpp", ".cxx", ".h", ".hpp", ".hh"},
                      sys::path::extension(Path));
}

Expected<facts::UnitSources> readFactsFile(StringRef Path) {
  if (sys::fs::is_directory(Path))
    return cannotRead(Path, "is a directory; name the facts files in it");
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return cannotRead(Path, "cannot be read: " + Buffer.getError().message());
  if (isBinary((*Buffer)->getBuffer()))
    return store::openFacts((*Buffer)->getMemBufferRef());
  if (looksLikeSource(Path))
    return cannotRead(Path, "is a source file: 'fearless check " + Path +
                                " -- FLAGS' analyses it");
  Expected<facts::TranslationUnit> Unit =
      store::readText((*Buffer)->getBuffer(), Path);
  if (!Unit)
    return Unit.takeError();
  facts::UnitSources Units;
  Units.push_back(facts::residentUnit(std::move(*Unit)));
  return Units;
}

Expected<Gathered> gatherFromFacts(const Arguments &Args) {
  if (Args.positionals().empty())
    return createStringError(
        "name facts files, as 'fearless facts -o DIR' writes them");
  Expected<std::vector<std::string>> Files =
      frontends::factsFiles(Args.positionals());
  if (!Files)
    return Files.takeError();
  Gathered Result;
  SmallString<256> Root(Args.value(Opt::Root).value_or("."));
  sys::fs::make_absolute(Root);
  Result.ProjectRoot = Root.str().str();
  for (const std::string &Path : *Files) {
    Expected<facts::UnitSources> Units = readFactsFile(Path);
    if (!Units)
      return Units.takeError();
    for (std::unique_ptr<facts::UnitSource> &Unit : *Units) {
      if (Unit->HadErrors) {
        say("") << Path << ": analysed only in part: '" << Unit->MainFile
                << "' had compile errors when its facts were extracted\n";
        ++Result.Incomplete;
      }
      Result.Units.push_back(std::move(Unit));
    }
  }
  return Result;
}

/// The positionals that are facts, and the others.
static std::pair<Arguments, Arguments> splitFacts(const Arguments &Args) {
  std::vector<std::string> Facts, Sources;
  for (const std::string &Path : Args.positionals())
    (isFactsFile(Path) ? Facts : Sources).push_back(Path);
  std::pair<Arguments, Arguments> Result(Args, Args);
  Result.first.setPositionals(std::move(Facts));
  Result.second.setPositionals(std::move(Sources));
  return Result;
}

static Expected<Gathered> gatherAll(const Arguments &Args, const Change &Of,
                                    Side Side, const AnalysisCache *Analyses) {
  auto [FactsArgs, SourceArgs] = splitFacts(Args);
  if (FactsArgs.positionals().empty())
    return gatherFrom(Args, Of, Side, Analyses);
  Expected<Gathered> Stored = gatherFromFacts(FactsArgs);
  if (!Stored || (SourceArgs.positionals().empty() &&
                  !Args.has(Opt::Database) && !Args.compilerFlags()))
    return Stored;
  Expected<Gathered> Result = gatherFrom(SourceArgs, Of, Side, nullptr);
  if (!Result || Result->Interrupted)
    return Result;
  using Unit = std::unique_ptr<facts::UnitSource>;
  std::set<std::pair<std::string, uint64_t>> Fresh;
  for (const Unit &U : Result->Units)
    Fresh.insert({U->MainFile, U->CommandDigest});
  for (Unit &U : Stored->Units)
    if (!Fresh.count({U->MainFile, U->CommandDigest}))
      Result->Units.push_back(std::move(U));
  Result->Contents.clear(); // Not of all units.
  Result->Incomplete += Stored->Incomplete;
  return Result;
}

Expected<Gathered> gather(const Arguments &Args, const Change &After,
                          const AnalysisCache *Analyses) {
  return gatherAll(Args, After, Side::After, Analyses);
}

Expected<Gathered> gatherBefore(const Arguments &Args, const Change &Change,
                                const AnalysisCache *Analyses) {
  return gatherAll(Args, Change, Side::Before, Analyses);
}

} // namespace fearless::cli

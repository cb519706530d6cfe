//===-- ExtractMany.cpp - Facts of many translation units -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/ExtractMany.h"

#include "frontends/cli/AnalysisCache.h"
#include "store/BinaryFormat.h"
#include "support/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

#include <cstring>

#include <stdlib.h>

using namespace llvm;

namespace fearless::cli {

namespace {

/// Exit codes of the processes that extract.
enum WorkerCode { WC_Facts = 0, WC_NoFacts = 10, WC_CannotWrite = 11 };

/// A directory that disappears with its content.
class TemporaryDirectory {
public:
  static Expected<TemporaryDirectory> create() {
    SmallString<128> Path;
    if (std::error_code E = sys::fs::createUniqueDirectory("fearless", Path))
      return createStringError("no temporary directory can be made in '" +
                               sys::path::parent_path(Path) +
                               "': " + E.message() +
                               "; set TMPDIR to a writable directory");
    return TemporaryDirectory(Path.str().str());
  }
  TemporaryDirectory(TemporaryDirectory &&Other)
      : Path(std::exchange(Other.Path, "")) {}
  TemporaryDirectory &operator=(TemporaryDirectory &&) = delete;
  ~TemporaryDirectory() {
    if (!Path.empty())
      sys::fs::remove_directories(Path);
  }

  std::string file(size_t Number, StringRef Extension) const {
    return Path + "/" + std::to_string(Number) + Extension.str();
  }

private:
  explicit TemporaryDirectory(std::string Path) : Path(std::move(Path)) {}
  std::string Path;
};

/// Content of a file, empty if there is none.
std::string readAll(const std::string &Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer ? (*Buffer)->getBuffer().str() : "";
}

/// What a worker says beside the facts: the number of errors, the first one's
/// file and text, then a line per dropped argument.
struct SideNotes {
  unsigned ErrorCount = 0;
  std::string FirstErrorFile;
  std::string FirstError;
  std::vector<std::string> Dropped;
};

void writeSideNotes(raw_ostream &OS, const Extraction &E) {
  std::string FirstLine = StringRef(E.FirstError).split('\n').first.str();
  OS << E.ErrorCount << '\n' << E.FirstErrorFile << '\n' << FirstLine << '\n';
  for (const std::string &D : E.DroppedArguments)
    OS << D << '\n';
}

SideNotes readSideNotes(const std::string &Text) {
  SideNotes Notes;
  auto [Count, Rest] = StringRef(Text).split('\n');
  if (Count.getAsInteger(10, Notes.ErrorCount))
    Notes.ErrorCount = 0;
  auto [File, AfterFile] = Rest.split('\n');
  auto [First, Flags] = AfterFile.split('\n');
  Notes.FirstErrorFile = File.str();
  Notes.FirstError = First.str();
  SmallVector<StringRef, 8> Lines;
  Flags.split(Lines, '\n', -1, /*KeepEmpty=*/false);
  for (StringRef Line : Lines)
    Notes.Dropped.push_back(Line.str());
  return Notes;
}

/// Where the worker of one job leaves what.
struct WorkerFiles {
  std::string Facts, Notes, Errors, CacheProblem, Reached;
};

bool writeAll(const std::string &Path, StringRef Content) {
  std::error_code EC;
  raw_fd_ostream OS(Path, EC);
  if (EC)
    return false;
  OS << Content;
  OS.close();
  bool Written = !OS.has_error();
  OS.clear_error();
  return Written;
}

/// Which of some files compilations read.
class Watch {
public:
  explicit Watch(ArrayRef<std::string> Files) {
    for (const std::string &F : Files) {
      Paths.insert(F);
      Names.insert(sys::path::filename(F));
    }
  }
  /// Those among \p Read.
  std::vector<std::string> reached(ArrayRef<store::Dependency> Read) const {
    std::vector<std::string> Result;
    for (const store::Dependency &D : Read) {
      if (D.Was != store::Dependency::Read ||
          !Names.contains(sys::path::filename(D.Path)))
        continue;
      std::string Path = support::normalised(D.Path);
      if (Paths.contains(Path))
        Result.push_back(std::move(Path));
    }
    return Result;
  }

private:
  StringSet<> Paths, Names;
};

/// What a job is found by in the cache: everything that its result depends on
/// but the files that it reads. This very program is part of it, since it makes
/// the facts.
class JobKeys {
public:
  explicit JobKeys(const ExtractionOptions &Options) {
    add(toolDigest());
    add(compilerVersion());
    add(Options.ResourceDirectory);
    add(Options.ProjectRoot);
    for (const std::string &P : Options.UserPaths)
      add(P);
    for (const char *Variable :
         {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "SOURCE_DATE_EPOCH",
          "CCC_OVERRIDE_OPTIONS"})
      add(sys::Process::GetEnv(Variable).value_or(""));
  }

  store::ContentDigest operator()(const CompileJob &Job) const {
    JobKeys Key = *this;
    Key.add(Job.Directory);
    Key.add(Job.File);
    for (const std::string &A : Job.Arguments)
      Key.add(A);
    return store::contentDigest(Key.Text);
  }

private:
  void add(StringRef Word) {
    Text += Word;
    Text += '\0';
  }
  std::string Text;
};

/// The cache, and by what to find a job in it.
struct CacheEntry {
  const store::FactsCache &Cache;
  store::ContentDigest Key;
};

/// Extracts one job and leaves the results in files. Runs in a worker.
int extractToFiles(const CompileJob &Job, const ExtractionOptions &Options,
                   const WorkerFiles &Files, std::optional<CacheEntry> Keep) {
  // A crash is to say at which token it happened, but not to symbolise.
  setenv("LLVM_DISABLE_SYMBOLIZATION", "1", 1);
  sys::PrintStackTraceOnErrorSignal("fearless", /*DisableCrashReporting=*/true);
  EnablePrettyStackTrace();

  Extraction Result = extractJob(Job, Options);
  std::string Notes, Facts;
  raw_string_ostream NotesOut(Notes), FactsOut(Facts);
  writeSideNotes(NotesOut, Result);
  if (Result.Unit)
    store::writeBinary(*Result.Unit, FactsOut);
  if (!writeAll(Files.Notes, Notes) ||
      (Result.Unit && !writeAll(Files.Facts, Facts)))
    return WC_CannotWrite;
  std::vector<std::string> Reached =
      Watch(Options.Watched).reached(Result.MadeFrom);
  if (!Reached.empty() && !writeAll(Files.Reached, join(Reached, "\n")))
    return WC_CannotWrite;
  if (Keep && !Result.MadeFrom.empty() && (Result.Unit || Result.ErrorCount))
    if (Error E = Keep->Cache.keep(
            Keep->Key, {std::move(Result.MadeFrom), Notes, std::nullopt},
            Facts))
      writeAll(Files.CacheProblem, toString(std::move(E)));
  return Result.Unit ? WC_Facts : WC_NoFacts;
}

/// The place where the front end was when it crashed, from its stack trace:
/// "1.\tfile.cpp:3:9: current parser token 'x'".
std::string placeOfCrash(StringRef ErrorOutput, StringRef Directory,
                         const report::SourceFiles &Names) {
  SmallVector<StringRef, 64> Lines;
  ErrorOutput.split(Lines, '\n');
  for (StringRef Line : Lines) {
    size_t At = Line.find(": current parser token");
    size_t Tab = Line.find('\t');
    if (At == StringRef::npos || Tab >= At)
      continue;
    StringRef Place = Line.slice(Tab + 1, At);
    auto [FileAndLine, Column] = Place.rsplit(':');
    auto [File, Number] = FileAndLine.rsplit(':');
    return (" at " + Names.displayName(support::absoluteIn(Directory, File)) +
            ":" + Number + ":" + Column)
        .str();
  }
  for (StringRef Line : Lines)
    if (Line.contains("LLVM ERROR"))
      return (": " + Line.trim()).str();
  return "";
}

std::string describeErrors(const SideNotes &Notes,
                           const report::SourceFiles &Names) {
  std::string Text;
  if (StringRef File = Notes.FirstErrorFile; !File.empty())
    Text = (File.starts_with("<") ? File.str() : Names.displayName(File)) + ":";
  Text += Notes.FirstError;
  if (Notes.ErrorCount > 1)
    Text += " (and " + utostr(Notes.ErrorCount - 1) + " more " +
            (Notes.ErrorCount == 2 ? "error)" : "errors)");
  if (StringRef(Notes.FirstError).ends_with("file not found"))
    Text += "; if the build generates this header, run the build once";
  return Text;
}

std::string describeEnd(TaskEnd End, const CompileJob &Job,
                        const SideNotes &Notes, StringRef ErrorOutput,
                        const PoolOptions &Pool,
                        const report::SourceFiles &Names) {
  switch (End.Kind) {
  case TaskEnd::TimedOut:
    return ("took longer than " + Twine(Pool.Timeout.count()) +
            " s and was given up (--timeout-per-tu)")
        .str();
  case TaskEnd::OutOfMemory:
    return ("needs more than " + Twine(Pool.MemoryLimit >> 20) +
            " MiB of memory (--memory-per-tu)")
        .str();
  case TaskEnd::Signalled:
    return std::string("its extraction crashed (") + strsignal(End.Code) + ")" +
           placeOfCrash(ErrorOutput, Job.Directory, Names);
  case TaskEnd::NotStarted:
    return std::string("no process could be started: ") + strerror(End.Code);
  case TaskEnd::Exited:
    break;
  }
  if (End.Code == WC_CannotWrite)
    return "its facts could not be written to the temporary directory; is the "
           "disk full?";
  if (Notes.ErrorCount)
    return describeErrors(Notes, Names);
  if (End.Code == WC_Facts)
    return "";
  return "its extraction was given up" +
         placeOfCrash(ErrorOutput, Job.Directory, Names);
}

/// What came of one job.
struct JobResult {
  TaskEnd End;
  std::string Notes, ErrorOutput;
  std::vector<std::string> Reached;
  /// Of the facts, if there are any.
  std::optional<store::ContentDigest> Content;
  /// None: not read.
  std::optional<Expected<std::unique_ptr<facts::UnitSource>>> Unit;
};

/// What the cache has of a job, but for the facts themselves.
JobResult asFound(const store::CachedResult &Found, const Watch &Watched) {
  JobResult Result;
  Result.Reached = Watched.reached(Found.MadeFrom);
  Result.Notes = Found.Notes;
  Result.End.Code = Found.Facts ? WC_Facts : WC_NoFacts;
  Result.Content = Found.Facts;
  return Result;
}

/// What the cache has; none if the facts are gone or damaged.
std::optional<JobResult> asFoundWithFacts(const store::CachedResult &Found,
                                          const store::FactsCache &Cache,
                                          const Watch &Watched) {
  JobResult Result = asFound(Found, Watched);
  if (Found.Facts) {
    Result.Unit = Cache.facts(Found);
    if (!*Result.Unit) {
      consumeError(Result.Unit->takeError());
      return std::nullopt;
    }
  }
  return Result;
}

/// What the worker left.
JobResult fromFiles(const WorkerFiles &Files, TaskEnd End) {
  JobResult Result;
  Result.End = End;
  Result.Notes = readAll(Files.Notes);
  Result.ErrorOutput = readAll(Files.Errors);
  std::string Reached = readAll(Files.Reached);
  SmallVector<StringRef, 4> Paths;
  StringRef(Reached).split(Paths, '\n', -1, /*KeepEmpty=*/false);
  Result.Reached.assign(Paths.begin(), Paths.end());
  if (End.Kind == TaskEnd::Exited && End.Code == WC_Facts) {
    auto Buffer = MemoryBuffer::getFile(Files.Facts);
    if (Buffer) {
      Result.Content = store::contentDigest((*Buffer)->getBuffer());
      Result.Unit = store::openBinary((*Buffer)->getMemBufferRef());
    } else {
      Result.Unit = errorCodeToError(Buffer.getError());
    }
  }
  return Result;
}

void collect(const CompileJob &Job, JobResult R, const PoolOptions &Pool,
             const report::SourceFiles &Names, ExtractedUnits &Result) {
  SideNotes Notes = readSideNotes(R.Notes);
  std::string Reason =
      describeEnd(R.End, Job, Notes, R.ErrorOutput, Pool, Names);
  if (!Notes.Dropped.empty())
    Result.DroppedFlags[join(Notes.Dropped, " ")].push_back(Job.File);
  Result.Reached.insert(R.Reached.begin(), R.Reached.end());
  bool HasFacts = R.Content && (!R.Unit || *R.Unit);
  if (HasFacts)
    Result.Contents.push_back(*R.Content);
  if (R.Unit && *R.Unit)
    Result.Units.push_back(std::move(**R.Unit));
  else if (R.Unit)
    Reason = "its facts cannot be read back: " + toString(R.Unit->takeError());
  if (!Reason.empty())
    Result.Failures.push_back({Job.File, Reason, HasFacts});
}

} // namespace

Expected<ExtractedUnits>
extractMany(ArrayRef<CompileJob> Jobs, const ExtractionOptions &Options,
            const PoolOptions &Pool, const report::SourceFiles &Names,
            Progress::Style Style, const store::FactsCache *Cache,
            function_ref<bool(ArrayRef<store::ContentDigest>)> NoNeedOf) {
  // Lives longer than the directory: whatever comes, that is removed.
  InterruptBlock Interrupts;
  Expected<TemporaryDirectory> Temporary = TemporaryDirectory::create();
  if (!Temporary)
    return Temporary.takeError();
  auto FilesOf = [&](size_t I) {
    return WorkerFiles{Temporary->file(I, ".facts"),
                       Temporary->file(I, ".notes"), Temporary->file(I, ".err"),
                       Temporary->file(I, ".cache"),
                       Temporary->file(I, ".reached")};
  };
  std::optional<JobKeys> Keys;
  if (Cache)
    Keys.emplace(Options);
  auto Entry = [&](size_t I) {
    return Cache ? std::optional(CacheEntry{*Cache, (*Keys)(Jobs[I])})
                 : std::nullopt;
  };
  ExtractedUnits Result;
  std::vector<std::optional<JobResult>> Results(Jobs.size());
  std::vector<size_t> ToRun;
  store::FileStates Now(Options.Overlay);
  Watch Watched(Options.Watched);
  std::vector<std::optional<store::CachedResult>> Found(Jobs.size());
  std::vector<store::ContentDigest> Contents;
  for (size_t I = 0; I < Jobs.size() && Cache && !Result.Interrupted; ++I) {
    Found[I] = Cache->find(Entry(I)->Key, Now);
    if (Found[I] && Found[I]->Facts)
      Contents.push_back(*Found[I]->Facts);
    Result.Interrupted = Interrupts.interrupted();
  }
  bool Needed = !all_of(Found, [](const auto &F) { return F.has_value(); }) ||
                !NoNeedOf(Contents);
  for (size_t I = 0; I < Jobs.size() && !Result.Interrupted; ++I) {
    if (Found[I] && Needed)
      Results[I] = asFoundWithFacts(*Found[I], *Cache, Watched);
    else if (Found[I])
      Results[I] = asFound(*Found[I], Watched);
    if (!Results[I])
      ToRun.push_back(I);
    Result.Interrupted = Interrupts.interrupted();
  }
  Result.FromCache = Jobs.size() - ToRun.size();
  std::vector<TaskEnd> Ends(Jobs.size());
  if (!Result.Interrupted && !ToRun.empty()) {
    Progress Shown("extracting", ToRun.size(), Style);
    PoolEnd End = runInProcesses(
        ToRun.size(), Pool,
        [&](size_t N) {
          return extractToFiles(Jobs[ToRun[N]], Options, FilesOf(ToRun[N]),
                                Entry(ToRun[N]));
        },
        [&](size_t N) { return FilesOf(ToRun[N]).Errors; },
        [&](size_t N, TaskEnd E) {
          Ends[ToRun[N]] = E;
          Shown.advance(Names.displayName(Jobs[ToRun[N]].File));
        });
    Result.Interrupted = End == PoolEnd::Interrupted;
  }
  // Read only now: while processes are forked, this one stays small.
  for (size_t I = 0; I < Jobs.size() && !Result.Interrupted; ++I) {
    if (!Results[I]) {
      Results[I] = fromFiles(FilesOf(I), Ends[I]);
      if (Result.CacheProblem.empty())
        Result.CacheProblem = readAll(FilesOf(I).CacheProblem);
    }
    collect(Jobs[I], std::move(*Results[I]), Pool, Names, Result);
    Results[I].reset();
    Result.Interrupted = Interrupts.interrupted();
  }
  return Result;
}

} // namespace fearless::cli

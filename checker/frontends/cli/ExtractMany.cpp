//===-- ExtractMany.cpp - Facts of many translation units -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/ExtractMany.h"

#include "store/BinaryFormat.h"
#include "support/Paths.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/PrettyStackTrace.h"
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

/// Extracts one job and leaves the results in files. Runs in a worker.
int extractToFiles(const CompileJob &Job, const ExtractionOptions &Options,
                   const std::string &FactsFile, const std::string &NotesFile) {
  // A crash is to say at which token it happened, but not to symbolise.
  setenv("LLVM_DISABLE_SYMBOLIZATION", "1", 1);
  sys::PrintStackTraceOnErrorSignal("fearless", /*DisableCrashReporting=*/true);
  EnablePrettyStackTrace();

  Extraction Result = extractJob(Job, Options);
  std::error_code EC;
  raw_fd_ostream Notes(NotesFile, EC);
  if (EC)
    return WC_CannotWrite;
  writeSideNotes(Notes, Result);
  if (!Result.Unit)
    return WC_NoFacts;
  raw_fd_ostream Facts(FactsFile, EC);
  if (EC)
    return WC_CannotWrite;
  store::writeBinary(*Result.Unit, Facts);
  Facts.close();
  if (Facts.has_error()) {
    Facts.clear_error();
    return WC_CannotWrite;
  }
  return WC_Facts;
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

/// Takes in what the worker of \p Jobs[I] left.
void collect(size_t I, ArrayRef<CompileJob> Jobs, TaskEnd End,
             const TemporaryDirectory &Temporary, const PoolOptions &Pool,
             const report::SourceFiles &Names, ExtractedUnits &Result) {
  const CompileJob &Job = Jobs[I];
  SideNotes Notes = readSideNotes(readAll(Temporary.file(I, ".notes")));
  std::string Reason = describeEnd(
      End, Job, Notes, readAll(Temporary.file(I, ".err")), Pool, Names);
  if (!Notes.Dropped.empty())
    Result.DroppedFlags[join(Notes.Dropped, " ")].push_back(Job.File);
  bool HasFacts = false;
  if (End.Kind == TaskEnd::Exited && End.Code == WC_Facts) {
    auto Buffer = MemoryBuffer::getFile(Temporary.file(I, ".facts"));
    Expected<std::unique_ptr<facts::UnitSource>> Unit =
        Buffer ? store::openBinary((*Buffer)->getMemBufferRef())
               : errorCodeToError(Buffer.getError());
    HasFacts = bool(Unit);
    if (Unit)
      Result.Units.push_back(std::move(*Unit));
    else
      Reason = "its facts cannot be read back: " + toString(Unit.takeError());
  }
  if (!Reason.empty())
    Result.Failures.push_back({Job.File, Reason, HasFacts});
}

} // namespace

Expected<ExtractedUnits> extractMany(ArrayRef<CompileJob> Jobs,
                                     const ExtractionOptions &Options,
                                     const PoolOptions &Pool,
                                     const report::SourceFiles &Names,
                                     Progress::Style Style) {
  // Lives longer than the directory: whatever comes, that is removed.
  InterruptBlock Interrupts;
  Expected<TemporaryDirectory> Temporary = TemporaryDirectory::create();
  if (!Temporary)
    return Temporary.takeError();
  ExtractedUnits Result;
  std::vector<TaskEnd> Ends(Jobs.size());
  {
    Progress Shown("extracting", Jobs.size(), Style);
    PoolEnd End = runInProcesses(
        Jobs.size(), Pool,
        [&](size_t I) {
          return extractToFiles(Jobs[I], Options, Temporary->file(I, ".facts"),
                                Temporary->file(I, ".notes"));
        },
        [&](size_t I) { return Temporary->file(I, ".err"); },
        [&](size_t I, TaskEnd E) {
          Ends[I] = E;
          Shown.advance(Names.displayName(Jobs[I].File));
        });
    Result.Interrupted = End == PoolEnd::Interrupted;
  }
  // Read only now: while processes are forked, this one stays small.
  for (size_t I = 0; I < Jobs.size() && !Result.Interrupted; ++I) {
    collect(I, Jobs, Ends[I], *Temporary, Pool, Names, Result);
    Result.Interrupted = Interrupts.interrupted();
  }
  return Result;
}

} // namespace fearless::cli

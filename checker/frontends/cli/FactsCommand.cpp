//===-- FactsCommand.cpp - fearless facts ---------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"
#include "frontends/cli/Commands.h"
#include "store/BinaryFormat.h"
#include "store/TextDump.h"
#include "support/Files.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// "src/a.cpp" becomes "src_a.cpp.<digest>.facts": flat, and different for each
/// unit because the digest covers the whole path.
std::string factsFileName(const facts::TranslationUnit &Unit) {
  std::string Name = Unit.MainFile;
  for (char &C : Name)
    if (C == '/' || C == '\\')
      C = '_';
  constexpr size_t Longest = 160;
  if (Name.size() > Longest)
    Name.erase(0, Name.size() - Longest);
  return Name + "." + utohexstr(Unit.CommandDigest, /*LowerCase=*/true, 16) +
         ".facts";
}

/// A file appears whole or not at all.
Error writeFactsFile(StringRef Path, const facts::TranslationUnit &Unit,
                     bool AsText) {
  return support::replaceFile(Path, "the facts", [&](raw_ostream &OS) {
    if (AsText)
      store::writeText(Unit, OS);
    else
      store::writeBinary(Unit, OS);
  });
}

/// Where the facts go: a directory, or one file that a build system has
/// declared.
class Destination {
public:
  explicit Destination(StringRef Path) : Path(Path) {}

  bool isFile() const {
    return Path.ends_with(".facts") && !sys::fs::is_directory(Path);
  }

  Error prepare() const {
    StringRef Directory = isFile() ? sys::path::parent_path(Path) : Path;
    if (Directory.empty())
      return Error::success();
    if (std::error_code EC = sys::fs::create_directories(Directory))
      return createStringError("the directory '" + Directory +
                               "' cannot be made: " + EC.message());
    return Error::success();
  }

  Error check(size_t Units) const {
    if (!isFile() || Units == 1)
      return Error::success();
    return createStringError(
        "'" + Path + "' takes the facts of one file, and " + Twine(Units) +
        " are compiled: name one file, or a directory "
        "after '-o'");
  }

  std::string nameFor(const facts::TranslationUnit &Unit) const {
    if (isFile())
      return Path.str();
    SmallString<256> Name(Path);
    sys::path::append(Name, factsFileName(Unit));
    return Name.str().str();
  }

private:
  StringRef Path;
};

/// Prints stored facts as text.
int dumpStored(const Arguments &Args) {
  for (const std::string &Path : Args.positionals()) {
    Expected<facts::UnitSources> Units = readFactsFile(Path);
    if (!Units)
      return usageError(Units.takeError());
    for (const std::unique_ptr<facts::UnitSource> &Unit : *Units)
      store::writeText(Unit->whole(), outs());
  }
  return ExitClean;
}

} // namespace

int runFacts(const Arguments &Given) {
  Expected<frontends::Configuration> Config = configuration(Given);
  if (!Config)
    return usageError(Config.takeError());
  const Arguments Args = withConfiguration(Given, *Config);
  bool Dump = Args.has(Opt::Dump);
  StringRef Output = Args.value(Opt::Output).value_or("");
  if (Dump == !Output.empty())
    return usageError(createStringError(
        "say where the facts are to go: '-o DIR' stores them, '--dump' prints "
        "them"));
  if (Dump && !Args.compilerFlags() && !Args.positionals().empty() &&
      all_of(Args.positionals(), [](StringRef P) { return isFactsFile(P); }))
    return dumpStored(Args);
  Destination To(Output);
  if (!Dump)
    if (Error E = To.prepare())
      return usageError(std::move(E));

  Expected<Gathered> G = gatherFromSources(Args);
  if (!G)
    return usageError(G.takeError());
  if (G->Interrupted)
    return ExitInterrupted;
  if (!Dump)
    if (Error E = To.check(G->Units.size()))
      return usageError(std::move(E));
  for (const std::unique_ptr<facts::UnitSource> &Source : G->Units) {
    facts::TranslationUnit Unit = Source->whole();
    if (Dump)
      store::writeText(Unit, outs());
    else if (Error E =
                 writeFactsFile(To.nameFor(Unit), Unit, Args.has(Opt::Text)))
      return usageError(std::move(E));
  }
  if (!Dump && !Args.has(Opt::Quiet))
    errs() << "facts of " << G->Units.size() << " translation units are in "
           << Output << '\n';
  return exitCode(*G, 0, Args);
}

} // namespace fearless::cli

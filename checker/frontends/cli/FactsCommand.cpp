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

Error writeFactsFile(StringRef Directory, const facts::TranslationUnit &Unit,
                     bool AsText) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, factsFileName(Unit));
  std::error_code EC;
  raw_fd_ostream OS(Path, EC);
  if (EC)
    return createStringError("'" + Path +
                             "' cannot be written: " + EC.message());
  if (AsText)
    store::writeText(Unit, OS);
  else
    store::writeBinary(Unit, OS);
  OS.close();
  if (!OS.has_error())
    return Error::success();
  std::string Why = OS.error().message();
  OS.clear_error();
  return createStringError("'" + Path + "' cannot be written: " + Why);
}

/// Prints stored facts as text.
int dumpStored(const Arguments &Args) {
  for (const std::string &Path : Args.positionals()) {
    Expected<std::unique_ptr<facts::UnitSource>> Unit = readFactsFile(Path);
    if (!Unit)
      return usageError(Unit.takeError());
    store::writeText((*Unit)->whole(), outs());
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
  StringRef Directory = Args.value(Opt::Output).value_or("");
  if (Dump == !Directory.empty())
    return usageError(createStringError(
        "say where the facts are to go: '-o DIR' stores them, '--dump' prints "
        "them"));
  if (Dump && !Args.compilerFlags() && !Args.positionals().empty() &&
      all_of(Args.positionals(), [](StringRef P) { return isFactsFile(P); }))
    return dumpStored(Args);
  if (!Dump)
    if (std::error_code EC = sys::fs::create_directories(Directory))
      return usageError(createStringError("the directory '" + Directory +
                                          "' cannot be made: " + EC.message()));

  Expected<Gathered> G = gatherFromSources(Args);
  if (!G)
    return usageError(G.takeError());
  if (G->Interrupted)
    return ExitInterrupted;
  for (const std::unique_ptr<facts::UnitSource> &Source : G->Units) {
    facts::TranslationUnit Unit = Source->whole();
    if (Dump)
      store::writeText(Unit, outs());
    else if (Error E = writeFactsFile(Directory, Unit, Args.has(Opt::Text)))
      return usageError(std::move(E));
  }
  if (!Dump && !Args.has(Opt::Quiet))
    errs() << "facts of " << G->Units.size() << " translation units are in "
           << Directory << '\n';
  return exitCode(*G, 0, Args);
}

} // namespace fearless::cli

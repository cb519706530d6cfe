//===-- CacheCommand.cpp - fearless cache ---------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/AnalysisRun.h"
#include "frontends/cli/Cache.h"
#include "frontends/cli/Commands.h"
#include "frontends/cli/Gather.h"

#include "support/Spelling.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

Expected<std::optional<ChosenCache>> chosenCache(const Arguments &Args) {
  constexpr unsigned DefaultMiB = 5120;
  Expected<unsigned> MiB = Args.number(Opt::CacheSize, DefaultMiB);
  if (!MiB)
    return MiB.takeError();
  if (Args.has(Opt::NoCache))
    return std::nullopt;
  SmallString<256> Directory(Args.value(Opt::Cache).value_or(""));
  if (Directory.empty())
    Directory = sys::Process::GetEnv("FEARLESS_CACHE").value_or("");
  if (Directory.empty()) {
    if (!sys::path::cache_directory(Directory))
      return std::nullopt;
    sys::path::append(Directory, "fearless");
  }
  sys::fs::make_absolute(Directory);
  return ChosenCache{store::FactsCache(Directory.str().str()), uint64_t(*MiB)
                                                                   << 20};
}

static std::string mebibytes(uint64_t Bytes) {
  std::string S;
  raw_string_ostream(S) << format("%.1f MiB", double(Bytes) / (1 << 20));
  return S;
}

int runCache(const Arguments &Given) {
  ArrayRef<std::string> Words = Given.positionals();
  const StringRef Actions[] = {"show", "trim", "clear"};
  if (Words.size() != 1 || !is_contained(Actions, StringRef(Words[0]))) {
    StringRef Meant = Words.empty()
                          ? StringRef()
                          : support::nearest(Words[0], ArrayRef(Actions));
    return usageError(createStringError(
        Twine("say what to do with the cache: 'show', 'trim' or 'clear'") +
        (Meant.empty() ? "" : "; did you mean '" + Meant + "'?")));
  }
  Expected<frontends::Configuration> Config = configuration(Given);
  if (!Config)
    return usageError(Config.takeError());
  // It may be there although it is off now.
  Config->NoCache = false;
  const Arguments Args = withConfiguration(Given, *Config);
  Expected<std::optional<ChosenCache>> Cache = chosenCache(Args);
  if (!Cache)
    return usageError(Cache.takeError());
  if (!*Cache)
    return usageError(createStringError(
        "there is no cache: the environment has neither XDG_CACHE_HOME nor "
        "HOME; '--cache DIR' names one"));
  const store::FactsCache &Facts = (*Cache)->Facts;
  StringRef Action = Words[0];
  if (Action != "show") {
    uint64_t Removed = Facts.trim(Action == "clear" ? 0 : (*Cache)->MaxBytes);
    if (!Args.has(Opt::Quiet))
      errs() << mebibytes(Removed) << " removed\n";
  }
  store::FactsCache::Size Size = Facts.size();
  if (!Args.has(Opt::Quiet))
    outs() << "cache:   " << Facts.directory() << '\n'
           << "size:    " << mebibytes(Size.Bytes) << " of at most "
           << mebibytes((*Cache)->MaxBytes) << '\n'
           << "results: " << Size.Results << " commands, " << Size.Facts
           << " facts files, " << Size.Found << " analyses\n";
  if (Action == "clear" && Size.Bytes)
    return usageError(createStringError(
        "some of '" + Facts.directory() +
        "' could not be removed; is it written to just now, or read-only?"));
  return ExitClean;
}

} // namespace fearless::cli

//===-- Scale.cpp - How link and analysis grow ----------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads facts files, replicates them, links and analyses, and prints one JSON
// object: sizes, CPU time of each stage, work counters, peak memory. scripts/bench
// runs it at two sizes, each in a process of its own.
//
//===----------------------------------------------------------------------===//

#include "Replicate.h"
#include "analysis/Analysis.h"
#include "link/Program.h"
#include "models/Catalogue.h"
#include "store/BinaryFormat.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <ctime>
#include <sys/resource.h>

using namespace llvm;
using namespace fearless;

namespace {

cl::list<std::string> Files(cl::Positional, cl::desc("<facts files>"),
                            cl::OneOrMore);
cl::opt<unsigned> Copies("copies", cl::desc("Replicate the program N times"),
                         cl::init(1));
cl::opt<unsigned> Budget("budget", cl::desc("MiB of decoded facts to keep"),
                         cl::init(link::DecodedBudget >> 20));
cl::opt<bool> SizesOnly("sizes", cl::desc("Only print how large the facts are"));

struct Loaded {
  facts::UnitSources Units;
  uint64_t Bytes = 0;
};

Expected<Loaded> load() {
  Loaded Result;
  for (const std::string &Path : Files) {
    ErrorOr<std::unique_ptr<MemoryBuffer>> Buffer = MemoryBuffer::getFile(Path);
    if (!Buffer)
      return createFileError(Path, Buffer.getError());
    Expected<std::unique_ptr<facts::UnitSource>> Unit =
        store::openBinary((*Buffer)->getMemBufferRef());
    if (!Unit)
      return Unit.takeError();
    Result.Bytes += (*Buffer)->getBufferSize();
    Result.Units.push_back(std::move(*Unit));
  }
  return Result;
}

uint64_t countFacts(const facts::UnitSources &Units) {
  uint64_t N = 0;
  for (const auto &Unit : Units)
    for (const facts::BodyHead &B : Unit->Bodies)
      N += B.FactCount;
  return N;
}

uint64_t countBodies(const facts::UnitSources &Units) {
  uint64_t N = 0;
  for (const auto &Unit : Units)
    N += Unit->Bodies.size();
  return N;
}

double cpuSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

int64_t peakMiB() {
  rusage Usage;
  getrusage(RUSAGE_SELF, &Usage);
  return Usage.ru_maxrss / 1024;
}

json::Object measure(facts::UnitSources Units) {
  json::Object Result;
  Result["units"] = Units.size();
  Result["facts"] = countFacts(Units);
  models::Catalogue Models = models::Catalogue::builtin();
  double Start = cpuSeconds();
  link::Program Program = link::link(std::move(Units), Models, size_t(Budget) << 20);
  double Linked = cpuSeconds();
  analysis::Analysis Analysis(Program, Models);
  double Analysed = cpuSeconds();
  const analysis::WorkCounters &Work = Analysis.counters();
  Result["functions"] = Program.bodies().size();
  Result["link_s"] = Linked - Start;
  Result["analysis_s"] = Analysed - Linked;
  Result["transfers"] = Work.Transfers;
  Result["joins"] = Work.Joins;
  Result["instantiations"] = Work.Instantiations;
  Result["contexts"] = Work.Contexts;
  Result["cuts"] = Work.Cuts;
  Result["peak_mib"] = peakMiB();
  return Result;
}

} // namespace

int main(int Argc, char **Argv) {
  cl::ParseCommandLineOptions(Argc, Argv, "Link and analysis at a size\n");
  Expected<Loaded> Facts = load();
  if (!Facts) {
    errs() << "fearless-bench: " << toString(Facts.takeError()) << '\n';
    return 1;
  }
  if (SizesOnly) {
    json::Object Sizes{{"units", Facts->Units.size()},
                       {"bytes", Facts->Bytes},
                       {"facts", countFacts(Facts->Units)},
                       {"bodies", countBodies(Facts->Units)}};
    outs() << json::Value(std::move(Sizes)) << '\n';
    return 0;
  }
  facts::UnitSources Units = Copies == 1
                                 ? std::move(Facts->Units)
                                 : bench::replicate(Facts->Units, Copies);
  Facts->Units.clear();
  outs() << json::Value(measure(std::move(Units))) << '\n';
  return 0;
}

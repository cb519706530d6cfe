//===-- Progress.cpp - How far a long run has come ------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Progress.h"

#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

/// Fewer files than this are done before anybody wonders.
static constexpr size_t WorthALine = 20;

Progress::Progress(StringRef What, size_t Total, Style S)
    : What(What), Total(Total), S(S) {
  if (S == Style::Lines && Total >= WorthALine)
    errs() << What << " " << Total << " files\n";
}

Progress::~Progress() { clearBar(); }

Progress::Style Progress::fitting(bool Quiet) {
  if (Quiet)
    return Style::Silent;
  return sys::Process::StandardErrIsDisplayed() ? Style::Bar : Style::Lines;
}

void Progress::advance(StringRef Name) {
  ++Count;
  if (S == Style::Bar)
    return drawBar(Name);
  if (S != Style::Lines || Total < WorthALine)
    return;
  size_t Tenth = Count * 10 / Total;
  if (Tenth != (Count - 1) * 10 / Total && Count != Total)
    errs() << What << ": " << Count << " of " << Total << " files ("
           << Tenth * 10 << " %)\n";
}

void Progress::drawBar(StringRef Name) {
  constexpr size_t Width = 24;
  size_t Columns = sys::Process::StandardErrColumns();
  if (Columns == 0)
    Columns = 80;
  size_t Full = Count * Width / std::max<size_t>(1, Total);
  std::string Line =
      "[" + std::string(Full, '#') + std::string(Width - Full, ' ') + "] " +
      std::to_string(Count) + "/" + std::to_string(Total) + " " + Name.str();
  if (Line.size() >= Columns)
    Line.resize(Columns - 1);
  errs() << '\r' << Line << "\x1b[K";
  errs().flush();
}

void Progress::clearBar() {
  if (S == Style::Bar && Count)
    errs() << "\r\x1b[K";
}

} // namespace fearless::cli

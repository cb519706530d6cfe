//===-- GraphPicture.cpp - Graphs drawn by Graphviz -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/GraphPicture.h"

#include "frontends/cli/Programs.h"

#include "llvm/Support/Program.h"

using namespace llvm;

namespace fearless::cli {

Expected<std::string> drawGraph(StringRef Dot) {
  auto Program = sys::findProgramByName("dot");
  if (!Program)
    return createStringError(
        "there is no 'dot' to draw with: install Graphviz (on Debian and "
        "Ubuntu the package graphviz), or leave out --svg and draw what is "
        "printed elsewhere");
  Expected<std::string> Picture = outputOf(*Program, {"-Tsvg"}, Dot);
  std::string Why = Picture ? "" : toString(Picture.takeError());
  if (!Picture || Picture->empty())
    return createStringError("'" + *Program + "' could not draw the graph" +
                             (Why.empty() ? "" : ": " + Why) +
                             "; without --svg it is printed");
  return Picture;
}

} // namespace fearless::cli

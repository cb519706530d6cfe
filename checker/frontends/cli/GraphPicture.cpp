//===-- GraphPicture.cpp - Graphs drawn by Graphviz -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/GraphPicture.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

/// A file of its own that goes away with this object.
class ScratchFile {
public:
  explicit ScratchFile(StringRef Suffix)
      : Failure(sys::fs::createTemporaryFile("fearless", Suffix, Path)),
        Remover(Failure ? StringRef() : StringRef(Path)) {}

  std::error_code failure() const { return Failure; }
  StringRef path() const { return Path; }

private:
  SmallString<128> Path;
  std::error_code Failure;
  FileRemover Remover;
};

} // namespace

Expected<std::string> drawGraph(StringRef Dot) {
  auto Program = sys::findProgramByName("dot");
  if (!Program)
    return createStringError(
        "there is no 'dot' to draw with: install Graphviz (on Debian and "
        "Ubuntu the package graphviz), or leave out --svg and draw what is "
        "printed elsewhere");
  ScratchFile Input("dot"), Output("svg");
  for (const ScratchFile *File : {&Input, &Output})
    if (File->failure())
      return createStringError("a temporary file cannot be made: " +
                               File->failure().message());
  std::error_code EC;
  raw_fd_ostream OS(Input.path(), EC);
  OS << Dot;
  OS.close();
  if (EC || OS.has_error()) {
    OS.clear_error();
    return createStringError("'" + Input.path() + "' cannot be written");
  }
  std::string Why;
  std::optional<StringRef> Redirects[] = {Input.path(), Output.path(),
                                          std::nullopt};
  int Code = sys::ExecuteAndWait(*Program, {*Program, "-Tsvg"}, std::nullopt,
                                 Redirects, 0, 0, &Why);
  auto Picture = MemoryBuffer::getFile(Output.path());
  if (Code != 0 || !Picture || (*Picture)->getBuffer().empty())
    return createStringError("'" + *Program + "' could not draw the graph" +
                             (Why.empty() ? "" : ": " + Why) +
                             "; without --svg it is printed");
  return (*Picture)->getBuffer().str();
}

} // namespace fearless::cli

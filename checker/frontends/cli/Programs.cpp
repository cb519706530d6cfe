//===-- Programs.cpp - Other programs, run --------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Programs.h"

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
  ScratchFile()
      : Failure(sys::fs::createTemporaryFile("fearless", "tmp", Path)),
        Remover(Failure ? StringRef() : StringRef(Path)) {}

  std::error_code failure() const { return Failure; }
  StringRef path() const { return Path; }
  std::string content() const {
    auto Buffer = MemoryBuffer::getFile(Path);
    return Buffer ? (*Buffer)->getBuffer().str() : "";
  }

private:
  SmallString<128> Path;
  std::error_code Failure;
  FileRemover Remover;
};

} // namespace

Expected<std::string> outputOf(StringRef Program, ArrayRef<StringRef> Arguments,
                               StringRef Input) {
  ScratchFile In, Out, Errors;
  for (const ScratchFile *File : {&In, &Out, &Errors})
    if (File->failure())
      return createStringError("a temporary file cannot be made: " +
                               File->failure().message());
  std::error_code EC;
  raw_fd_ostream OS(In.path(), EC);
  OS << Input;
  OS.close();
  if (EC || OS.has_error()) {
    OS.clear_error();
    return createStringError("'" + In.path() + "' cannot be written");
  }
  std::vector<StringRef> Words{Program};
  append_range(Words, Arguments);
  std::string Why;
  std::optional<StringRef> Redirects[] = {In.path(), Out.path(), Errors.path()};
  if (sys::ExecuteAndWait(Program, Words, std::nullopt, Redirects, 0, 0, &Why))
    return createStringError(
        StringRef(Why.empty() ? Errors.content() : Why).trim());
  return Out.content();
}

} // namespace fearless::cli

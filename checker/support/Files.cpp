//===-- Files.cpp - Files on disk -----------------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "support/Files.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace fearless::support {

Error replaceFile(StringRef Path, StringRef What,
                  function_ref<void(raw_ostream &)> Write) {
  auto failed = [&](const Twine &Why) {
    return createStringError(What + " '" + Path +
                             "' cannot be written: " + Why);
  };
  Expected<sys::fs::TempFile> Temporary =
      sys::fs::TempFile::create(Path + ".%%%%%%");
  if (!Temporary)
    return failed(toString(Temporary.takeError()));
  {
    raw_fd_ostream OS(Temporary->FD, /*shouldClose=*/false);
    OS.enable_colors(false);
    Write(OS);
    OS.flush();
    if (OS.has_error()) {
      std::string Why = OS.error().message();
      OS.clear_error();
      consumeError(Temporary->discard());
      return failed(Why);
    }
  }
  // A temporary file is the user's alone; this one is for everybody.
  sys::fs::setPermissions(Temporary->FD,
                          sys::fs::perms(0666 & ~sys::fs::getUmask()));
  if (Error E = Temporary->keep(Path))
    return failed(toString(std::move(E)));
  return Error::success();
}

std::string repositoryOf(StringRef Directory) {
  for (; !Directory.empty(); Directory = sys::path::parent_path(Directory)) {
    SmallString<256> Git(Directory);
    sys::path::append(Git, ".git");
    if (sys::fs::exists(Git))
      return Directory.str();
  }
  return "";
}

} // namespace fearless::support

//===-- HostVersion.cpp - Which Clang has loaded this module --------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/HostVersion.h"

#include "clang/Basic/Version.inc"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <dlfcn.h>

namespace fearless::frontends {

/// The major version in "… clang version 22.1.8 (…)"; 0 if it is not there. The
/// host's own function is asked: its name and shape are those of every Clang
/// since 3.
static int hostMajor() {
  // clang::getClangFullVersion()
  void *Symbol = dlsym(RTLD_DEFAULT, "_ZN5clang19getClangFullVersionB5cxx11Ev");
  if (!Symbol)
    return 0;
  std::string Version = reinterpret_cast<std::string (*)()>(Symbol)();
  const char *At = std::strstr(Version.c_str(), "clang version ");
  return At ? std::atoi(At + std::strlen("clang version ")) : 0;
}

bool fitsHost(const char *Module) {
  int Major = hostMajor();
  if (Major == CLANG_VERSION_MAJOR || Major == 0)
    return true;
  std::fprintf(stderr,
               "fearless: note: not checked: this %s is for Clang %d, and it "
               "was loaded by Clang %d; use that Clang, or build fearless with "
               "-DFEARLESS_LLVM_DIR=<where LLVM %d is>\n",
               Module, CLANG_VERSION_MAJOR, Major, Major);
  return false;
}

} // namespace fearless::frontends

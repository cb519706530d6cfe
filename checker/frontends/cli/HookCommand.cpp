//===-- HookCommand.cpp - fearless hook ----------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The hook is a script of one command, 'fearless check --staged', which git
// runs before a commit. It is told from other hooks by a line that it holds.
// Somebody else's hook is never lost: it is left alone, or with --force kept
// beside the new one, and uninstalling puts it back.
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/Commands.h"
#include "frontends/cli/ExitCode.h"
#include "frontends/cli/Gather.h"
#include "frontends/cli/Repository.h"
#include "support/Files.h"
#include "support/Paths.h"
#include "support/Spelling.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace fearless::cli {

namespace {

constexpr StringLiteral Mark = "# Written by 'fearless hook install'";

struct Hook {
  std::string Path, Aside; ///< Where another hook is kept.
  std::optional<std::string> Text;
  bool isOurs() const { return Text && StringRef(*Text).contains(Mark); }
};

Expected<Hook> findHook() {
  Expected<Repository> In = Repository::open();
  if (!In)
    return In.takeError();
  Expected<std::string> Path = In->hookPath("pre-commit");
  if (!Path)
    return Path.takeError();
  Hook H;
  H.Path = *Path;
  H.Aside = *Path + ".before-fearless";
  if (auto Buffer = MemoryBuffer::getFile(H.Path))
    H.Text = (*Buffer)->getBuffer().str();
  else if (Buffer.getError() != std::errc::no_such_file_or_directory)
    return createStringError("the hook '" + H.Path + "' cannot be read: " +
                             Buffer.getError().message());
  return H;
}

/// As one word of a shell.
std::string quoted(StringRef Word) {
  std::string Result = "'";
  for (char C : Word)
    if (C == '\'')
      Result += "'\\''";
    else
      Result += C;
  return Result + "'";
}

std::string scriptFor(const Arguments &Args) {
  std::string Self =
      sys::fs::getMainExecutable(nullptr, reinterpret_cast<void *>(&runHook));
  std::string Options;
  if (std::optional<StringRef> Database = Args.value(Opt::Database)) {
    SmallString<256> Absolute(*Database);
    sys::fs::make_absolute(Absolute);
    Options += " -p " + quoted(support::normalised(Absolute));
  }
  for (const OptionSpec &S : allOptions())
    if (is_contained({Opt::All, Opt::Strict, Opt::AllowIncomplete}, S.Id) &&
        Args.has(S.Id))
      Options += (" --" + S.Long).str();
  return "#!/bin/sh\n" + Mark.str() +
         "; 'fearless hook uninstall' takes it out.\n"
         "# Checks what is about to be committed; 'git commit --no-verify' "
         "does not ask it.\n"
         "fearless=" +
         quoted(Self) +
         "\n"
         "[ -x \"$fearless\" ] || fearless=fearless\n"
         "exec \"$fearless\" check --staged" +
         Options + "\n";
}

Error cannot(StringRef What, StringRef Path, std::error_code EC) {
  return createStringError("'" + Path + "' cannot be " + What + ": " +
                           EC.message());
}

/// Keeps another's hook, if the user wants that.
Error putAside(const Hook &H, bool Force) {
  if (!Force)
    return createStringError(
        "there is a hook already that fearless did not write, '" + H.Path +
        "'; put 'fearless check --staged' into it, or install with --force, "
        "which keeps the old one as '" +
        sys::path::filename(H.Aside) + "'");
  if (sys::fs::exists(H.Aside))
    return createStringError("'" + H.Aside +
                             "' is there already and would be lost; move it "
                             "away first");
  if (std::error_code EC = sys::fs::rename(H.Path, H.Aside))
    return cannot("moved", H.Path, EC);
  return Error::success();
}

Error install(const Arguments &Args, const Hook &H) {
  bool Others = H.Text && !H.isOurs();
  if (Others)
    if (Error E = putAside(H, Args.has(Opt::Force)))
      return E;
  if (std::error_code EC =
          sys::fs::create_directories(sys::path::parent_path(H.Path)))
    return cannot("made", sys::path::parent_path(H.Path), EC);
  std::string Script = scriptFor(Args);
  if (Error E = support::replaceFile(H.Path, "the hook",
                                     [&](raw_ostream &OS) { OS << Script; }))
    return E;
  if (std::error_code EC = sys::fs::setPermissions(
          H.Path, sys::fs::all_read | sys::fs::owner_write | sys::fs::all_exe))
    return cannot("made executable", H.Path, EC);
  if (Args.has(Opt::Quiet))
    return Error::success();
  say("note") << "'" << H.Path << "' checks what is about to be committed"
              << (H.isOurs() ? ", as before" : "") << '\n';
  if (Others)
    say("note") << "the hook that was there is '" << H.Aside
                << "' and does not run\n";
  say("note") << "the first commit extracts the whole program, unless "
                 "'fearless check' has run before\n";
  return Error::success();
}

Error uninstall(const Arguments &Args, const Hook &H) {
  if (!H.Text) {
    if (!Args.has(Opt::Quiet))
      say("note") << "there is no hook '" << H.Path << "'\n";
    return Error::success();
  }
  if (!H.isOurs())
    return createStringError("fearless did not write the hook '" + H.Path +
                             "', and leaves it alone");
  if (std::error_code EC = sys::fs::remove(H.Path))
    return cannot("removed", H.Path, EC);
  if (!Args.has(Opt::Quiet))
    say("note") << "'" << H.Path << "' is removed\n";
  if (!sys::fs::exists(H.Aside))
    return Error::success();
  if (std::error_code EC = sys::fs::rename(H.Aside, H.Path))
    return cannot("moved", H.Aside, EC);
  if (!Args.has(Opt::Quiet))
    say("note") << "the hook that was there before is back\n";
  return Error::success();
}

Error show(const Arguments &Args, const Hook &H) {
  if (!Args.has(Opt::Quiet))
    say("note") << "'" << H.Path << "' "
                << (!H.Text      ? "is not there"
                    : H.isOurs() ? "is fearless'"
                                 : "is there, and not fearless'")
                << '\n';
  if (H.isOurs())
    outs() << *H.Text;
  return Error::success();
}

} // namespace

int runHook(const Arguments &Args) {
  ArrayRef<std::string> Words = Args.positionals();
  using Action = Error (*)(const Arguments &, const Hook &);
  Action Do = nullptr;
  if (Words.size() == 1)
    Do = StringSwitch<Action>(Words[0])
             .Case("install", install)
             .Case("uninstall", uninstall)
             .Case("show", show)
             .Default(nullptr);
  if (!Do) {
    StringRef Meant =
        Words.empty()
            ? StringRef()
            : support::nearest(Words[0], {"install", "uninstall", "show"});
    return usageError(createStringError(
        Twine("say what to do with git's hook: 'install', 'uninstall' or "
              "'show'") +
        (Meant.empty() ? "" : "; did you mean '" + Meant + "'?")));
  }
  Expected<Hook> H = findHook();
  if (!H)
    return usageError(H.takeError());
  if (Error E = Do(Args, *H))
    return usageError(std::move(E));
  return ExitClean;
}

} // namespace fearless::cli

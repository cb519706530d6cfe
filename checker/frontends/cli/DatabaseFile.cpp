//===-- DatabaseFile.cpp - Finding and reading compile_commands.json ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/CompilationDatabase.h"

#include "support/Files.h"
#include "support/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

#include <algorithm>

using namespace llvm;

namespace fearless::cli {

namespace {

constexpr StringLiteral DatabaseName = "compile_commands.json";

std::string databaseIn(StringRef Directory) {
  SmallString<256> Path(Directory);
  sys::path::append(Path, DatabaseName);
  return sys::fs::is_regular_file(Path) ? Path.str().str() : "";
}

/// Databases in \p Directory itself, else in its build folders, one or two
/// levels deep (out/Debug), in order of name, "build" first.
std::vector<std::string> databasesAround(StringRef Directory) {
  if (std::string Here = databaseIn(Directory); !Here.empty())
    return {Here};
  std::vector<std::string> Folders;
  std::error_code EC;
  for (sys::fs::directory_iterator It(Directory, EC), End; !EC && It != End;
       It.increment(EC))
    if (isBuildFolder(sys::path::filename(It->path())) &&
        sys::fs::is_directory(It->path()))
      Folders.push_back(It->path());
  llvm::sort(Folders);
  std::vector<std::string> Found;
  for (const std::string &Folder : Folders) {
    if (std::string Here = databaseIn(Folder); !Here.empty()) {
      Found.push_back(Here);
      continue;
    }
    std::vector<std::string> Deeper;
    for (sys::fs::directory_iterator It(Folder, EC), End; !EC && It != End;
         It.increment(EC))
      if (std::string Here = databaseIn(It->path()); !Here.empty())
        Deeper.push_back(Here);
    llvm::sort(Deeper);
    Found.insert(Found.end(), Deeper.begin(), Deeper.end());
  }
  return Found;
}

constexpr StringLiteral HowToGetOne =
    "CMake writes one with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON, Meson always, "
    "and 'bear -- make' for any build; or give the compiler's flags: "
    "'fearless check FILE -- FLAGS'";

/// One entry of the JSON array, or what is wrong with it.
Expected<RawCommand> readEntry(const json::Value &Value) {
  const json::Object *Entry = Value.getAsObject();
  if (!Entry)
    return createStringError("is not an object");
  RawCommand Result;
  auto take = [&](StringRef Key, std::string &To) {
    std::optional<StringRef> Text = Entry->getString(Key);
    if (Text)
      To = Text->str();
    return Text.has_value() && !Text->empty();
  };
  if (!take("file", Result.File))
    return createStringError("has no \"file\"");
  if (!take("directory", Result.Directory))
    return createStringError("has no \"directory\"");
  if (const json::Array *List = Entry->getArray("arguments")) {
    for (const json::Value &Argument : *List) {
      std::optional<StringRef> Text = Argument.getAsString();
      if (!Text)
        return createStringError("has an argument that is not a string");
      Result.Arguments.push_back(Text->str());
    }
  } else {
    std::string Command;
    if (!take("command", Command))
      return createStringError("has neither \"arguments\" nor \"command\"");
    BumpPtrAllocator Storage;
    StringSaver Saver(Storage);
    SmallVector<const char *, 64> Argv;
    cl::TokenizeGNUCommandLine(Command, Saver, Argv);
    Result.Arguments.assign(Argv.begin(), Argv.end());
  }
  if (Result.Arguments.empty())
    return createStringError("has an empty command");
  return Result;
}

/// "[3:14, byte=60]: Expected …" as "FILE:3:14: expected …".
std::string readableJsonError(StringRef File, Error E) {
  std::string Text = toString(std::move(E));
  StringRef Rest = Text;
  if (!Rest.consume_front("["))
    return (File + ": " + Text).str();
  StringRef Place = Rest.take_until([](char C) { return C == ','; });
  StringRef Message = Rest.split("]: ").second;
  return (File + ":" + Place + ": not JSON: " + Message).str();
}

} // namespace

bool isBuildFolder(StringRef Name) {
  return Name.starts_with("build") || Name.starts_with("Build") ||
         Name.starts_with("cmake-build") || Name == "out" || Name == "_build" ||
         Name == "obj";
}

Expected<std::string> findDatabase(StringRef Given, StringRef Start) {
  if (!Given.empty()) {
    if (sys::fs::is_regular_file(Given))
      return Given.str();
    if (!sys::fs::is_directory(Given))
      return createStringError("'-p " + Given +
                               "': there is no such directory");
    std::vector<std::string> Found = databasesAround(Given);
    if (!Found.empty())
      return Found.front();
    return createStringError("there is no " + DatabaseName + " in '" + Given +
                             "'. " + HowToGetOne);
  }
  // Build folders count in the project only: above it, they are others'.
  std::string Top = support::repositoryOf(Start);
  if (Top.empty())
    Top = Start.str();
  bool InProject = true;
  for (StringRef Directory = Start; !Directory.empty();
       Directory = sys::path::parent_path(Directory)) {
    if (std::string Here = databaseIn(Directory); !Here.empty())
      return Here;
    std::vector<std::string> Found;
    if (InProject)
      Found = databasesAround(Directory);
    if (!Found.empty())
      return Found.front();
    if (Directory == Top)
      InProject = false;
  }
  return createStringError("there is no " + DatabaseName + " in '" + Start +
                           "', above it, or in a build folder; name its "
                           "directory with -p. " +
                           HowToGetOne);
}

Expected<std::vector<RawCommand>> readDatabase(StringRef DatabaseFile) {
  auto Buffer = MemoryBuffer::getFile(DatabaseFile);
  if (!Buffer)
    return createStringError("'" + DatabaseFile + "' cannot be read: " +
                             Buffer.getError().message());
  StringRef Text = (*Buffer)->getBuffer();
  if (Text.trim().empty())
    return createStringError("'" + DatabaseFile +
                             "' is empty; configure the build again");
  Expected<json::Value> Root = json::parse(Text);
  if (!Root)
    return createStringError(readableJsonError(DatabaseFile, Root.takeError()) +
                             "; configure the build again");
  const json::Array *Entries = Root->getAsArray();
  if (!Entries)
    return createStringError("'" + DatabaseFile +
                             "' is not a compilation database: its top level "
                             "must be an array");
  SmallString<256> Base(DatabaseFile);
  sys::fs::make_absolute(Base);
  sys::path::remove_filename(Base);
  std::vector<RawCommand> Result;
  for (const auto &[Index, Value] : enumerate(*Entries)) {
    Expected<RawCommand> Entry = readEntry(Value);
    if (!Entry)
      return createStringError("'" + DatabaseFile + "': entry " +
                               Twine(Index + 1) + " " +
                               toString(Entry.takeError()));
    Entry->Directory = support::absoluteIn(Base, Entry->Directory);
    Result.push_back(std::move(*Entry));
  }
  if (Result.empty())
    return createStringError("'" + DatabaseFile +
                             "' names no file; configure the build again");
  return Result;
}

} // namespace fearless::cli

//===-- CommandLine.cpp - Makes compiler command lines fit for Clang ------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/CommandLine.h"

#include "support/Paths.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace fearless::cli {

namespace {

using Words = std::vector<std::string>;

bool isOneOf(StringRef Word, std::initializer_list<StringRef> List) {
  return is_contained(List, Word);
}

//===----------------------------------------------------------------------===//
// Who is called
//===----------------------------------------------------------------------===//

bool looksLikeCompiler(StringRef Word) {
  static const Regex Pattern(
      "^([a-z0-9_.]+-)*(gcc|g\\+\\+|clang|clang\\+\\+|cc|c\\+\\+|icc|icpc|"
      "icx|icpx|c89|c99)(-[0-9.]+)?(\\.exe)?$");
  return Pattern.match(sys::path::filename(Word));
}

bool isLauncher(StringRef Word) {
  return isOneOf(sys::path::stem(Word),
                 {"ccache", "sccache", "distcc", "icecc", "gomacc",
                  "buildcache", "rewrapper", "firebuild", "env", "time", "nice",
                  "ionice"});
}

/// Removes whatever stands before the compiler: `env X=1 ccache g++ …`, or any
/// wrapper that is followed by something that is named like a compiler.
void stripLaunchers(Words &Arguments) {
  while (Arguments.size() > 1 && !looksLikeCompiler(Arguments[0])) {
    bool Launcher = isLauncher(Arguments[0]);
    bool Assignment = StringRef(Arguments[0]).contains('=');
    if (!Launcher && !Assignment && !looksLikeCompiler(Arguments[1]))
      return;
    size_t Drop = 1;
    // The launcher's own options.
    while (Launcher && Drop + 1 < Arguments.size() &&
           StringRef(Arguments[Drop]).starts_with("-"))
      ++Drop;
    Arguments.erase(Arguments.begin(), Arguments.begin() + Drop);
  }
}

//===----------------------------------------------------------------------===//
// What is compiled
//===----------------------------------------------------------------------===//

enum class Input { CFamily, Header, Foreign };

struct InputKind {
  Input Kind = Input::Foreign;
  StringRef What = "not a C or C++ file"; ///< Foreign: for the note.
};

/// A word that tells what a file is: the program that compiles it, the language
/// it is compiled as, or its extension.
struct Sign {
  StringRef Word;
  Input Kind;
  StringRef What;
};

const Sign Programs[] = {
    {"nvcc", Input::Foreign, "CUDA"},
    {"hipcc", Input::Foreign, "HIP"},
    {"nasm", Input::Foreign, "assembly"},
    {"yasm", Input::Foreign, "assembly"},
    {"as", Input::Foreign, "assembly"},
    {"ml64", Input::Foreign, "assembly"},
    {"rc", Input::Foreign, "resource file"},
    {"windres", Input::Foreign, "resource file"},
    {"llvm-rc", Input::Foreign, "resource file"},
    {"gfortran", Input::Foreign, "Fortran"},
    {"flang", Input::Foreign, "Fortran"},
    {"ifort", Input::Foreign, "Fortran"},
    {"rustc", Input::Foreign, "Rust"},
    {"swiftc", Input::Foreign, "Swift"},
};

const Sign Languages[] = {
    {"c", Input::CFamily, ""},
    {"c++", Input::CFamily, ""},
    {"cpp-output", Input::CFamily, ""},
    {"c++-cpp-output", Input::CFamily, ""},
    {"c++-module", Input::CFamily, ""},
    {"c-header", Input::Header, ""},
    {"c++-header", Input::Header, ""},
    {"c++-system-header", Input::Header, ""},
    {"c++-user-header", Input::Header, ""},
    {"assembler", Input::Foreign, "assembly"},
    {"assembler-with-cpp", Input::Foreign, "assembly"},
    {"cuda", Input::Foreign, "CUDA"},
    {"cu", Input::Foreign, "CUDA"},
    {"hip", Input::Foreign, "HIP"},
    {"objective-c", Input::Foreign, "Objective-C"},
    {"objective-c++", Input::Foreign, "Objective-C"},
};

const Sign Extensions[] = {
    {".c", Input::CFamily, ""},
    {".C", Input::CFamily, ""},
    {".cc", Input::CFamily, ""},
    {".cpp", Input::CFamily, ""},
    {".cxx", Input::CFamily, ""},
    {".c++", Input::CFamily, ""},
    {".cp", Input::CFamily, ""},
    {".CPP", Input::CFamily, ""},
    {".CC", Input::CFamily, ""},
    {".CXX", Input::CFamily, ""},
    {".i", Input::CFamily, ""},
    {".ii", Input::CFamily, ""},
    {".cppm", Input::CFamily, ""},
    {".ixx", Input::CFamily, ""},
    {".ccm", Input::CFamily, ""},
    {".cxxm", Input::CFamily, ""},
    {".c++m", Input::CFamily, ""},
    {".mpp", Input::CFamily, ""},
    {".ipp", Input::CFamily, ""},
    {".tpp", Input::CFamily, ""},
    {".inl", Input::CFamily, ""},
    {".inc", Input::CFamily, ""},
    {".h", Input::Header, ""},
    {".hh", Input::Header, ""},
    {".hpp", Input::Header, ""},
    {".hxx", Input::Header, ""},
    {".h++", Input::Header, ""},
    {".H", Input::Header, ""},
    {".s", Input::Foreign, "assembly"},
    {".S", Input::Foreign, "assembly"},
    {".sx", Input::Foreign, "assembly"},
    {".asm", Input::Foreign, "assembly"},
    {".cu", Input::Foreign, "CUDA"},
    {".hip", Input::Foreign, "HIP"},
    {".m", Input::Foreign, "Objective-C"},
    {".mm", Input::Foreign, "Objective-C"},
    {".f", Input::Foreign, "Fortran"},
    {".F", Input::Foreign, "Fortran"},
    {".f90", Input::Foreign, "Fortran"},
    {".F90", Input::Foreign, "Fortran"},
    {".rc", Input::Foreign, "resource file"},
    {".rs", Input::Foreign, "Rust"},
    {".swift", Input::Foreign, "Swift"},
};

std::optional<InputKind> lookUp(ArrayRef<Sign> Table, StringRef Word) {
  for (const Sign &S : Table)
    if (S.Word == Word)
      return InputKind{S.Kind, S.What};
  return std::nullopt;
}

/// The value of the last `-x`, or empty. It may be joined.
StringRef languageFlag(const Words &Arguments) {
  StringRef Language;
  for (size_t I = 0; I < Arguments.size(); ++I) {
    StringRef A = Arguments[I];
    if (A == "-x" && I + 1 < Arguments.size())
      Language = Arguments[I + 1];
    else if (A.starts_with("-x") && A.size() > 2)
      Language = A.drop_front(2);
  }
  return Language == "none" ? "" : Language;
}

/// Whether the command's product is a precompiled header.
bool makesPrecompiledHeader(const Words &Arguments) {
  for (size_t I = 0; I + 1 < Arguments.size(); ++I) {
    if (Arguments[I + 1] == "-emit-pch")
      return true;
    StringRef Output = Arguments[I + 1];
    if (Arguments[I] == "-o" &&
        (Output.ends_with(".gch") || Output.ends_with(".pch")))
      return true;
  }
  return false;
}

InputKind kindOf(const Words &Arguments, StringRef File) {
  if (auto Kind = lookUp(Programs, sys::path::stem(Arguments[0])))
    return *Kind;
  if (makesPrecompiledHeader(Arguments))
    return {Input::Header, ""};
  StringRef Language = languageFlag(Arguments);
  auto Kind = Language.empty() ? lookUp(Extensions, sys::path::extension(File))
                               : lookUp(Languages, Language);
  return Kind.value_or(InputKind());
}

//===----------------------------------------------------------------------===//
// With what flags
//===----------------------------------------------------------------------===//

/// How many words an argument and its values take, if it is of no use here:
/// outputs, dependency files, link flags, plugins, warnings.
size_t uselessWords(ArrayRef<std::string> Rest) {
  StringRef A = Rest.front();
  bool Takes = isOneOf(A, {"-o", "-MF", "-MT", "-MQ", "-MJ",
                           "--serialize-diagnostics", "-dumpbase", "-dumpdir",
                           "-aux-info", "-Xlinker", "-Xassembler", "-L", "-l",
                           "-T", "-u", "-index-store-path", "-install_name"});
  if (Takes)
    return std::min<size_t>(2, Rest.size());
  if (A.starts_with("-Wp,"))
    return A.starts_with("-Wp,-M") ? 1 : 0;
  for (StringRef Prefix : {"-o",
                           "-MF",
                           "-MT",
                           "-MQ",
                           "-MJ",
                           "-W",
                           "-fplugin",
                           "-save-temps",
                           "-fdiagnostics-",
                           "-fcolor-",
                           "-fno-color-",
                           "-flto",
                           "-fmodule-mapper",
                           "-fdump-",
                           "-fprofile-",
                           "-fmodule-output",
                           "-fdeps-",
                           "-l",
                           "-L",
                           "-specs=",
                           "--specs="})
    if (A.starts_with(Prefix))
      return 1;
  return isOneOf(A, {"-c",         "-S",
                     "-E",         "-fsyntax-only",
                     "-M",         "-MM",
                     "-MD",        "-MMD",
                     "-MG",        "-MP",
                     "-MV",        "-pipe",
                     "-w",         "-pedantic-errors",
                     "--coverage", "-ftest-coverage",
                     "-v",         "-###",
                     "-H",         "-Q"})
             ? 1
             : 0;
}

/// The same for `-Xclang`: plugins, and the value that follows.
size_t uselessClangWords(ArrayRef<std::string> Rest) {
  if (Rest.size() < 2 || Rest[0] != "-Xclang")
    return 0;
  StringRef A = Rest[1];
  bool Takes = A == "-load" || A == "-plugin" || A == "-add-plugin" ||
               A.starts_with("-plugin-arg-");
  if (!Takes)
    return A == "-emit-pch" || A == "-fno-pch-timestamp" ? 2 : 0;
  return std::min<size_t>(4, Rest.size());
}

Words usefulArguments(const Words &Arguments) {
  Words Result = {Arguments.front()};
  ArrayRef<std::string> Rest = ArrayRef(Arguments).drop_front();
  while (!Rest.empty()) {
    size_t Drop = uselessWords(Rest);
    if (!Drop)
      Drop = uselessClangWords(Rest);
    if (!Drop) {
      Result.push_back(Rest.front());
      Drop = 1;
    }
    Rest = Rest.drop_front(Drop);
  }
  return Result;
}

/// Replaces @file arguments by what the files hold. Returns the first file that
/// cannot be read, or empty.
std::string expandResponseFiles(Words &Arguments, StringRef Directory) {
  auto isResponseFile = [](StringRef A) { return A.starts_with("@"); };
  if (none_of(Arguments, isResponseFile))
    return "";
  SmallVector<const char *, 64> Argv;
  for (const std::string &A : Arguments)
    Argv.push_back(A.c_str());
  BumpPtrAllocator Storage;
  cl::ExpansionContext Config(Storage, cl::TokenizeGNUCommandLine);
  Config.setCurrentDir(Directory);
  if (Error E = Config.expandResponseFiles(Argv))
    consumeError(std::move(E));
  Words Expanded(Argv.begin(), Argv.end());
  // CMake names a file of module options for every C++20 source; it exists only
  // after the build, and matters only to those that import modules.
  erase_if(Expanded, [&](StringRef A) {
    return isResponseFile(A) && A.ends_with(".modmap");
  });
  Arguments = std::move(Expanded);
  auto Missing = find_if(Arguments, isResponseFile);
  return Missing == Arguments.end() ? "" : Missing->substr(1);
}

/// Makes sure that the main file is among the arguments, in whatever spelling.
void ensureInput(Words &Arguments, const CompileJob &Job, StringRef Written) {
  for (StringRef A : drop_begin(Arguments))
    if (A == Written || (!A.starts_with("-") &&
                         support::absoluteIn(Job.Directory, A) == Job.File))
      return;
  Arguments.push_back(Job.File);
}

} // namespace

std::variant<CompileJob, SkippedFile> prepareCommand(const RawCommand &Raw,
                                                     bool FileIsThere) {
  CompileJob Job;
  Job.Directory = support::absoluteIn("/", Raw.Directory);
  Job.File = support::absoluteIn(Job.Directory, Raw.File);
  auto skip = [&](const Twine &Reason, bool Incomplete) {
    return SkippedFile{Job.File, Reason.str(), Incomplete};
  };
  if (!sys::fs::is_directory(Job.Directory))
    return skip("its working directory '" + Job.Directory +
                    "' does not exist; run the build once",
                true);
  if (!FileIsThere && !sys::fs::exists(Job.File))
    return skip("the file does not exist: the database is older than the "
                "sources, or the build makes the file; run the build once",
                true);
  Words Arguments = Raw.Arguments;
  std::string Missing = expandResponseFiles(Arguments, Job.Directory);
  if (!Missing.empty())
    return skip("the response file '" + Missing +
                    "' cannot be read; run the build once",
                true);
  stripLaunchers(Arguments);
  if (Arguments.empty())
    return skip("its command is empty", true);
  InputKind Kind = kindOf(Arguments, Job.File);
  if (Kind.Kind == Input::Foreign)
    return skip(Kind.What, false);
  if (Kind.Kind == Input::Header)
    return skip("a header compiled by itself; it is analysed with the files "
                "that include it",
                false);
  Job.Arguments = usefulArguments(Arguments);
  ensureInput(Job.Arguments, Job, Raw.File);
  return Job;
}

bool isCFamilyName(StringRef File) {
  auto Kind = lookUp(Extensions, sys::path::extension(File));
  return Kind && Kind->Kind != Input::Foreign;
}

uint64_t digestOf(const CompileJob &Job, StringRef ProjectRoot) {
  auto isNeutral = [](StringRef A) {
    return A.starts_with("-O") || A.starts_with("-g") ||
           A.starts_with("-fdebug-") || A.starts_with("-ffile-prefix-map") ||
           A.starts_with("-fmacro-prefix-map") ||
           A.starts_with("-fvisibility") ||
           isOneOf(A, {"-fPIC", "-fpic", "-fPIE", "-fpie", "-fno-PIC",
                       "-fno-pic", "-fno-PIE", "-fno-pie"});
  };
  std::string Text;
  auto add = [&](StringRef Word) {
    // Paths of the project, alone or joined to a flag, lose their root.
    size_t At =
        ProjectRoot.size() > 1 ? Word.find(ProjectRoot) : StringRef::npos;
    if (At == StringRef::npos)
      Text += Word;
    else
      Text +=
          (Word.take_front(At) + "." + Word.drop_front(At + ProjectRoot.size()))
              .str();
    Text += '\0';
  };
  add(Job.File);
  add(Job.Directory);
  for (StringRef A : drop_begin(Job.Arguments))
    if (!isNeutral(A))
      add(A);
  return xxh3_64bits(Text);
}

} // namespace fearless::cli

//===-- Arguments.h - The command line of fearless, table-driven ----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One table of options and one of commands (Commands.h) say what the command
// line may be; parsing, --help, and the suggestions in error messages are
// derived from them.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_ARGUMENTS_H
#define FEARLESS_FRONTENDS_CLI_ARGUMENTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fearless::cli {

enum class Opt : uint8_t {
  Database,
  Root,
  UserPath,
  Models,
  All,
  Strict,
  Config,
  NoConfig,
  Format,
  Report,
  Baseline,
  NoBaseline,
  Staged,
  ChangedSince,
  Diff,
  Force,
  Accept,
  AllowIncomplete,
  Jobs,
  TimeoutPerTu,
  MemoryPerTu,
  Cache,
  NoCache,
  CacheSize,
  Output,
  Shard,
  Partial,
  Text,
  Dump,
  Suggest,
  Svg,
  Color,
  NoColor,
  Quiet,
  Verbose,
  Help,
};

struct OptionSpec {
  Opt Id;
  char Short;            ///< 0: none.
  llvm::StringRef Long;  ///< Empty: none.
  llvm::StringRef Value; ///< What its value is called; empty: a flag.
  llvm::StringRef Help;
};

/// All options, in the order in which help lists them.
llvm::ArrayRef<OptionSpec> allOptions();

/// "-p DIR", "--root DIR", "-j, --jobs N".
std::string spelling(const OptionSpec &Option);

class Arguments;

struct Example {
  llvm::StringRef Line;
  llvm::StringRef Meaning;
};

struct Command {
  llvm::StringRef Name;
  llvm::StringRef Synopsis;    ///< What follows the name.
  llvm::StringRef Summary;     ///< One line.
  llvm::StringRef Detail;      ///< Paragraphs.
  llvm::ArrayRef<Opt> Options; ///< Beside --help, which all have.
  llvm::ArrayRef<Example> Examples;
  bool TakesCompilerFlags; ///< After "--".
  int (*Run)(const Arguments &);
};

bool accepts(const Command &C, Opt O);

/// A command's parsed arguments.
class Arguments {
public:
  /// Parses what follows the command's name. An error names the argument that
  /// is wrong and says what was probably meant.
  static llvm::Expected<Arguments> parse(const Command &C,
                                         llvm::ArrayRef<const char *> Words);

  bool has(Opt O) const { return Values.count(O); }
  /// The last value given.
  std::optional<llvm::StringRef> value(Opt O) const;
  llvm::ArrayRef<std::string> values(Opt O) const;
  /// The value as a number; \p Default if not given.
  llvm::Expected<unsigned> number(Opt O, unsigned Default) const;

  llvm::ArrayRef<std::string> positionals() const { return Positionals; }
  /// What the configuration says comes before what the command line says.
  void putFirst(Opt O, llvm::ArrayRef<std::string> More);
  /// As if these positionals had been given.
  void setPositionals(std::vector<std::string> Words) {
    Positionals = std::move(Words);
  }
  /// Forgets the first positional, which said what to do with the others.
  void dropFirst() { Positionals.erase(Positionals.begin()); }
  /// What follows "--"; absent if there is no "--".
  const std::optional<std::vector<std::string>> &compilerFlags() const {
    return Flags;
  }

private:
  std::map<Opt, std::vector<std::string>> Values;
  std::vector<std::string> Positionals;
  std::optional<std::vector<std::string>> Flags;
};

} // namespace fearless::cli

#endif

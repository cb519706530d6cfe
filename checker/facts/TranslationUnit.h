//===-- TranslationUnit.h - All facts of one translation unit -------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What extraction produces and everything later reads. A TranslationUnit owns
// its tables; ids are indices into them and mean nothing in another unit. It
// is immutable after extraction, and safe to read from any number of threads.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FACTS_TRANSLATIONUNIT_H
#define FEARLESS_FACTS_TRANSLATIONUNIT_H

#include "facts/FunctionBody.h"

#include <string>
#include <vector>

namespace fearless::facts {

enum class Language : uint8_t { C, CXX };

struct TranslationUnit {
  /// The main file, relative to the project root, and a digest of the command
  /// that compiled it: together they name the unit.
  std::string MainFile;
  uint64_t CommandDigest = 0;
  facts::Language Language = Language::CXX;
  /// The unit had compile errors: bodies that contain them are left out.
  bool HadErrors = false;

  std::vector<std::string> Strings; ///< Each string once.
  std::vector<File> Files;
  std::vector<Type> Types;
  std::vector<Record> Records;
  std::vector<Field> Fields;
  std::vector<Function> Functions;
  std::vector<Variable> Variables;
  std::vector<FunctionBody> Bodies;

  const std::string &str(StringId S) const { return Strings[S.Index]; }
  const Type &type(TypeId T) const { return Types[T.Index]; }
  const Record &record(RecordId R) const { return Records[R.Index]; }
  const Field &field(FieldId F) const { return Fields[F.Index]; }
  const Function &function(FunctionId F) const { return Functions[F.Index]; }
  const Variable &variable(VariableId V) const { return Variables[V.Index]; }
};

} // namespace fearless::facts

#endif

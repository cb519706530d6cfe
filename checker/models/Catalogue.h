//===-- Catalogue.h - All models, looked up by name -----------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The catalogue holds the built-in models and those of the user. It is filled
// once and then read-only, safe from any number of threads. Later files win
// over earlier ones, row by row (same name and parameters), so that a user can
// correct a built-in row.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_CATALOGUE_H
#define FEARLESS_MODELS_CATALOGUE_H

#include "facts/TranslationUnit.h"
#include "models/Model.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <memory>

namespace fearless::models {

class Catalogue {
public:
  /// The models that are built in (data/*.yaml). Aborts if they are malformed:
  /// the tests load them.
  static Catalogue builtin();

  /// Adds the rows of one YAML text. \p Name is used in messages. An error
  /// names every problem as "file:line:column: what" and nothing is added.
  llvm::Error add(llvm::StringRef Yaml, llvm::StringRef Name) {
    return add(Yaml, Name, /*BuiltIn=*/false);
  }

  /// Adds rows of the user's that are written elsewhere.
  void add(std::vector<FunctionModel> Rows);

  /// The row for a function, or null. \p Parameters are what parameterName()
  /// says of each, without `this`. Of several rows the one with the most
  /// parameters named wins; then one with a parameter list; then one whose
  /// number of parameters is fixed. A conversion function is also found as
  /// "std::atomic::operator auto", whatever its type. Only where nothing has
  /// the name, the longest pattern speaks: "_mm_load*".
  const FunctionModel *
  function(llvm::StringRef Qualified,
           llvm::ArrayRef<llvm::StringRef> Parameters) const;
  /// Whether any row may speak of a function of this name.
  bool speaksOf(llvm::StringRef Qualified) const { return rows(Qualified); }
  const TypeModel *type(llvm::StringRef Qualified) const;
  const VariableModel *variable(llvm::StringRef Qualified) const;

  /// Names and texts of what was added to the built-in models, in order: two
  /// catalogues of one program with equal ones are equal.
  llvm::StringRef added() const { return Added; }

  /// All rows, in order of name, for `fearless models` and the tests.
  std::vector<const FunctionModel *> functions() const;
  std::vector<const TypeModel *> types() const;
  std::vector<const VariableModel *> variables() const;

private:
  using Rows = std::vector<std::shared_ptr<const FunctionModel>>;

  llvm::Error add(llvm::StringRef Yaml, llvm::StringRef Name, bool BuiltIn);
  const Rows *rows(llvm::StringRef Qualified) const;

  llvm::StringMap<Rows> Functions;
  std::vector<std::string> Patterns; ///< Names in Functions, longest first.
  llvm::StringMap<TypeModel> Types;
  llvm::StringMap<VariableModel> Variables;
  std::string Added;
};

/// What a parameter of this type is called in a model's `params`. References,
/// pointers, arrays and const are looked through; then the qualified name of
/// the record, or "bool", "int" (any integer), "float" (any floating type),
/// "enum", "function"; empty for all else, void* among them.
/// \p Qualified tells the qualified name of a record, which the unit's tables
/// alone do not.
llvm::StringRef
parameterName(const facts::TranslationUnit &Unit, facts::TypeId Type,
              llvm::function_ref<llvm::StringRef(facts::RecordId)> Qualified);
llvm::StringRef parameterName(const facts::TranslationUnit &Unit,
                              facts::TypeId Type);

/// The YAML key of an effect ("guard-acquire"), and of a role ("lock").
llvm::StringRef name(EffectKind Kind);
llvm::StringRef name(TypeRole Role);

} // namespace fearless::models

#endif

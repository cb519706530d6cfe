//===-- FunctionExtractor.h - The body of one function --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Makes the facts::FunctionBody of one function, of an implicit destructor, or
// of the initialiser of a global variable. Clang's flow graph lives only while
// one body is made.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_EXTRACT_FUNCTIONEXTRACTOR_H
#define FEARLESS_EXTRACT_FUNCTIONEXTRACTOR_H

#include "extract/Collector.h"
#include "extract/Extractor.h"
#include "extract/FactWriter.h"

#include "llvm/ADT/STLFunctionalExtras.h"

namespace fearless::extract {

class FunctionExtractor {
public:
  /// \p Found hears of the classes that are defined in bodies.
  FunctionExtractor(Declarations &Decls, Collector &Found, const Options &Opts)
      : Decls(Decls), Found(Found), Opts(Opts) {}

  /// \p F is a definition. Adds its body to the unit, unless the source has
  /// errors in it.
  void extract(const clang::FunctionDecl *F);
  /// A destructor that the language defines but Clang never spelled out.
  void synthesise(const clang::CXXDestructorDecl *D);
  /// What a function pointer made of a lambda points to: it calls the lambda.
  void synthesiseInvoker(const clang::CXXMethodDecl *Invoker);
  /// The initialiser of a global variable.
  void extractInitialiser(const clang::VarDecl *V);

private:
  /// A body of one block that \p Fill appends facts to.
  void addStraightBody(facts::FunctionBody Body,
                       llvm::function_ref<void(FactWriter &)> Fill);
  void fail(facts::FunctionBody &Body, clang::SourceLocation Loc,
            facts::UnknownReason Reason);

  Declarations &Decls;
  Collector &Found;
  const Options &Opts;
};

} // namespace fearless::extract

#endif

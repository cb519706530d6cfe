//===-- TextPathReader.h - Paths, operands and values from text -----------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Internal to store/. Reads what the facts of one body refer to, into that
// body. Functions return false after a failure, which the cursor keeps.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_STORE_TEXTPATHREADER_H
#define FEARLESS_STORE_TEXTPATHREADER_H

#include "store/TextLineReader.h"

namespace fearless::store {

class TextPathReader {
public:
  TextPathReader(TextLineReader &Line, facts::BodyBuilder &Builder)
      : Line(Line), At(Line.At), Builder(Builder), Body(Builder.body()) {}

  /// The local with this handle, made if it is new.
  facts::LocalId local(llvm::StringRef Handle);
  /// "N = op(…)" after the word "value".
  bool declareValue();

  bool seesPath();
  bool path(facts::PathId &Out, unsigned Depth = 0);
  bool seesOperand();
  bool operand(facts::Operand &Out, unsigned Depth = 0);
  /// One or more, with commas between.
  bool operands(std::vector<facts::Operand> &Out);
  bool unknownReason(facts::UnknownReason &Out);

private:
  bool root(facts::PathId &Out);
  bool parameter(uint32_t &Out);
  bool ordinal(uint32_t &Out);
  bool steps(facts::PathId &P, unsigned Depth);
  bool step(facts::PathId &P, unsigned Depth);
  bool element(facts::PathId &P, unsigned Depth);
  bool fieldStep(facts::PathId &P);
  bool seesDeref();
  bool deref(facts::PathId &P);
  bool version(uint32_t &Out);
  bool constant(facts::Operand &Out);
  bool value(facts::ValueId &Out, unsigned Depth);
  std::optional<facts::ValueOp> seesValueOp();

  TextLineReader &Line;
  TextCursor &At;
  facts::BodyBuilder &Builder;
  facts::FunctionBody &Body;
  llvm::StringMap<facts::LocalId> Locals;
  llvm::DenseMap<uint64_t, facts::ValueId> Values;
};

} // namespace fearless::store

#endif

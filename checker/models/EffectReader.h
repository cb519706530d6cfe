//===-- EffectReader.h - The effects of a function row --------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Effects with their modifiers, and the small notations inside them: selectors,
// conditions.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_MODELS_EFFECTREADER_H
#define FEARLESS_MODELS_EFFECTREADER_H

#include "models/RowReader.h"

namespace fearless::models {

/// The effects of \p R: those whose keys stand in the row itself, then those
/// of its `effects` list. A modifier belongs to every effect beside it that
/// understands it, and to one at least.
std::vector<Effect> readEffects(Row &R, Problems &Found);

bool readBool(const Node &N, llvm::StringRef Key, Problems &Found);

} // namespace fearless::models

#endif

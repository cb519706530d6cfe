//===-- RandomUnit.h - Made-up translation units for property tests -------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Units that keep every contract and make no sense: any flags, any names (odd
// ones and repeated ones too), any mix of paths, values and facts. The seed
// decides everything.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_TEST_STORE_RANDOMUNIT_H
#define FEARLESS_TEST_STORE_RANDOMUNIT_H

#include "facts/TranslationUnit.h"

namespace fearless::test {

facts::TranslationUnit randomUnit(unsigned Seed);

} // namespace fearless::test

#endif

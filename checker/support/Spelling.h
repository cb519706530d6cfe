//===-- Spelling.h - What a misspelt word was meant to be -----------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_SUPPORT_SPELLING_H
#define FEARLESS_SUPPORT_SPELLING_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace fearless::support {

/// The one of \p Valid that \p Word is probably a misspelling of, or empty.
llvm::StringRef nearest(llvm::StringRef Word,
                        llvm::ArrayRef<llvm::StringRef> Valid);

} // namespace fearless::support

#endif

//===-- GraphPicture.h - Graphs drawn by Graphviz -------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_GRAPHPICTURE_H
#define FEARLESS_FRONTENDS_CLI_GRAPHPICTURE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

#include <string>

namespace fearless::cli {

/// \p Dot as SVG, by the program "dot" on the search path. The error says what
/// to do where there is none.
llvm::Expected<std::string> drawGraph(llvm::StringRef Dot);

} // namespace fearless::cli

#endif

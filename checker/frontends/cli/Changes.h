//===-- Changes.h - What the files were before a change -------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_CHANGES_H
#define FEARLESS_FRONTENDS_CLI_CHANGES_H

#include "frontends/cli/Arguments.h"
#include "store/FileStates.h"

#include "llvm/Support/Error.h"

namespace fearless::cli {

/// Of the change that --changed-since or --diff names: what its files were
/// before; none if neither is given. The repository is that of the working
/// directory. An error is one of usage.
llvm::Expected<std::optional<store::FileOverlay>>
filesBeforeChange(const Arguments &Args);

} // namespace fearless::cli

#endif

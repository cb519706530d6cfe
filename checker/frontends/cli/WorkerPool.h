//===-- WorkerPool.h - Tasks in processes of their own, with a watchdog ---===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Runs numbered tasks in child processes, so that a task that crashes, hangs or
// exhausts the memory harms no other. A child is forked, not executed: it sees
// everything the parent has prepared, and hands back its results in files.
//
// The parent must have a single thread. A child writes to its own standard
// error, which is a file, and ends with _exit.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_FRONTENDS_CLI_WORKERPOOL_H
#define FEARLESS_FRONTENDS_CLI_WORKERPOOL_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"

#include <chrono>
#include <csignal>
#include <cstdint>
#include <string>

namespace fearless::cli {

/// How a task ended.
struct TaskEnd {
  enum EndKind {
    Exited,    ///< Code is its exit code.
    Signalled, ///< Code is the signal.
    TimedOut,  ///< The watchdog ended it.
    OutOfMemory,
    NotStarted, ///< fork failed: Code is errno.
  };
  EndKind Kind = Exited;
  int Code = 0;
};

struct PoolOptions {
  unsigned Workers = 1;
  std::chrono::seconds Timeout{300}; ///< Per task; 0: none.
  uint64_t MemoryLimit = 0;          ///< Bytes per task; 0: none.
};

enum class PoolEnd { Finished, Interrupted };

/// Holds SIGINT, SIGTERM and SIGHUP back while it lives, so that what was begun
/// can be cleaned up. Not to be nested.
class InterruptBlock {
public:
  InterruptBlock();
  ~InterruptBlock();
  InterruptBlock(const InterruptBlock &) = delete;
  InterruptBlock &operator=(const InterruptBlock &) = delete;

  /// Whether one of them arrived; each is told once.
  bool interrupted();

private:
  sigset_t Before;
};

/// Runs \p Task(I), whose result is the exit code, for each I below \p Count in
/// a process of its own, at most Options.Workers at once, in order of I.
/// \p ErrorFile names the file that gets the standard error of task I. \p Done
/// is called in this process, in the order in which tasks end.
/// On SIGINT, SIGTERM or SIGHUP all children are ended and Interrupted is
/// returned; the caller holds an InterruptBlock.
PoolEnd runInProcesses(size_t Count, const PoolOptions &Options,
                       llvm::function_ref<int(size_t)> Task,
                       llvm::function_ref<std::string(size_t)> ErrorFile,
                       llvm::function_ref<void(size_t, TaskEnd)> Done);

} // namespace fearless::cli

#endif

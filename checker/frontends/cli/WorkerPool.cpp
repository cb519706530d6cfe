//===-- WorkerPool.cpp - Tasks in processes of their own, with a watchdog -===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontends/cli/WorkerPool.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <csignal>
#include <new>
#include <optional>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace llvm;

namespace fearless::cli {

namespace {

using Clock = std::chrono::steady_clock;

/// The exit code of a child that ran out of memory.
constexpr int OutOfMemoryCode = 121;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool CanLimitMemory = false;
#elif defined(__has_feature)
// AddressSanitizer's shadow takes terabytes of address space.
constexpr bool CanLimitMemory = !__has_feature(address_sanitizer);
#else
constexpr bool CanLimitMemory = true;
#endif

[[noreturn]] void endOutOfMemory() { _exit(OutOfMemoryCode); }

sigset_t signalSet(std::initializer_list<int> Signals) {
  sigset_t Set;
  sigemptyset(&Set);
  for (int Signal : Signals)
    sigaddset(&Set, Signal);
  return Set;
}

sigset_t interrupts() { return signalSet({SIGINT, SIGTERM, SIGHUP}); }

/// The next of \p Set, which is blocked; 0 if none comes before \p Limit.
int waitForSignal(const sigset_t &Set, Clock::duration Limit) {
  auto Nanoseconds =
      std::chrono::duration_cast<std::chrono::nanoseconds>(Limit).count();
  timespec T;
  T.tv_sec = Nanoseconds / 1'000'000'000;
  T.tv_nsec = Nanoseconds % 1'000'000'000;
  int Signal = sigtimedwait(&Set, nullptr, &T);
  return Signal > 0 ? Signal : 0;
}

/// Blocks SIGCHLD while it lives: the pool waits for it.
class ChildSignalBlock {
public:
  ChildSignalBlock() : Children(signalSet({SIGCHLD})) {
    sigprocmask(SIG_BLOCK, &Children, &Before);
  }
  ~ChildSignalBlock() { sigprocmask(SIG_SETMASK, &Before, nullptr); }
  ChildSignalBlock(const ChildSignalBlock &) = delete;
  ChildSignalBlock &operator=(const ChildSignalBlock &) = delete;

private:
  sigset_t Children;
  sigset_t Before;
};

void limitMemory(uint64_t Bytes) {
  std::set_new_handler(endOutOfMemory);
  install_bad_alloc_error_handler(
      [](void *, const char *, bool) { endOutOfMemory(); });
  if (!Bytes || !CanLimitMemory)
    return;
  rlimit Limit;
  if (getrlimit(RLIMIT_AS, &Limit) == 0) {
    Limit.rlim_cur = std::min<rlim_t>(Bytes, Limit.rlim_max);
    setrlimit(RLIMIT_AS, &Limit);
  }
}

/// Sets up a child that was just forked.
void becomeWorker(pid_t Parent, const PoolOptions &Options,
                  const std::string &ErrorFile) {
#ifdef __linux__
  // Should the parent be killed, its children go with it.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (getppid() != Parent)
    _exit(1);
  int Out = open(ErrorFile.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (Out >= 0) {
    dup2(Out, STDOUT_FILENO);
    dup2(Out, STDERR_FILENO);
    close(Out);
  }
  int In = open("/dev/null", O_RDONLY);
  if (In >= 0) {
    dup2(In, STDIN_FILENO);
    close(In);
  }
  rlimit NoCore = {0, 0};
  setrlimit(RLIMIT_CORE, &NoCore);
  limitMemory(Options.MemoryLimit);
}

class Pool {
public:
  Pool(size_t Count, const PoolOptions &Options, function_ref<int(size_t)> Task,
       function_ref<std::string(size_t)> ErrorFile,
       function_ref<void(size_t, TaskEnd)> Done)
      : Count(Count), Options(Options), Task(Task), ErrorFile(ErrorFile),
        Done(Done) {}

  PoolEnd run() {
    while (Next < Count || !Running.empty()) {
      while (Next < Count && Running.size() < std::max(1u, Options.Workers) &&
             start(Next))
        ++Next;
      if (Running.empty())
        continue;
      int Signal = waitForSignal(Awaited, untilDeadline());
      if (Signal != 0 && Signal != SIGCHLD) {
        killAll();
        return PoolEnd::Interrupted;
      }
      collect();
      endOverdue();
    }
    return PoolEnd::Finished;
  }

private:
  struct Child {
    size_t Task = 0;
    Clock::time_point Deadline;
    bool Overdue = false;
  };

  /// False: there is no room for another process until one has ended.
  bool start(size_t I) {
    // What is buffered would be written twice.
    outs().flush();
    errs().flush();
    std::string Errors = ErrorFile(I);
    pid_t Parent = getpid();
    pid_t Pid = fork();
    if (Pid < 0) {
      int Code = errno;
      if (!Running.empty())
        return false;
      Done(I, {TaskEnd::NotStarted, Code});
      return true;
    }
    if (Pid == 0) {
      sigprocmask(SIG_UNBLOCK, &Awaited, nullptr);
      becomeWorker(Parent, Options, Errors);
      int Code = Task(I);
      outs().flush();
      errs().flush();
      _exit(Code);
    }
    Running[Pid] = {I, Clock::now() + Options.Timeout, false};
    return true;
  }

  /// Time until a child is overdue, at most a second: a signal that arrives
  /// for several children at once is delivered once.
  Clock::duration untilDeadline() const {
    Clock::duration Limit = std::chrono::seconds(1);
    if (Options.Timeout.count() == 0)
      return Limit;
    Clock::time_point Now = Clock::now();
    for (const auto &[Pid, C] : Running)
      Limit = std::min(Limit, C.Deadline - Now);
    return std::max(Limit, Clock::duration::zero());
  }

  void collect() {
    int Status = 0;
    pid_t Pid;
    while ((Pid = waitpid(-1, &Status, WNOHANG)) > 0) {
      auto It = Running.find(Pid);
      if (It == Running.end())
        continue;
      Child C = It->second;
      Running.erase(It);
      Done(C.Task, endOf(C, Status));
    }
  }

  static TaskEnd endOf(const Child &C, int Status) {
    if (C.Overdue)
      return {TaskEnd::TimedOut, 0};
    if (WIFSIGNALED(Status))
      return {TaskEnd::Signalled, WTERMSIG(Status)};
    if (WEXITSTATUS(Status) == OutOfMemoryCode)
      return {TaskEnd::OutOfMemory, 0};
    return {TaskEnd::Exited, WEXITSTATUS(Status)};
  }

  void endOverdue() {
    if (Options.Timeout.count() == 0)
      return;
    Clock::time_point Now = Clock::now();
    for (auto &[Pid, C] : Running) {
      if (C.Overdue || C.Deadline > Now)
        continue;
      C.Overdue = true;
      C.Deadline = Clock::time_point::max();
      kill(Pid, SIGKILL);
    }
  }

  void killAll() {
    for (const auto &[Pid, C] : Running)
      kill(Pid, SIGKILL);
    for (const auto &[Pid, C] : Running)
      waitpid(Pid, nullptr, 0);
    Running.clear();
  }

  size_t Count;
  size_t Next = 0;
  const PoolOptions &Options;
  function_ref<int(size_t)> Task;
  function_ref<std::string(size_t)> ErrorFile;
  function_ref<void(size_t, TaskEnd)> Done;
  ChildSignalBlock Block;
  sigset_t Awaited = signalSet({SIGCHLD, SIGINT, SIGTERM, SIGHUP});
  DenseMap<pid_t, Child> Running;
};

} // namespace

InterruptBlock::InterruptBlock() {
  sigset_t Set = interrupts();
  sigprocmask(SIG_BLOCK, &Set, &Before);
}

InterruptBlock::~InterruptBlock() {
  sigprocmask(SIG_SETMASK, &Before, nullptr);
}

bool InterruptBlock::interrupted() {
  return waitForSignal(interrupts(), Clock::duration::zero()) != 0;
}

PoolEnd runInProcesses(size_t Count, const PoolOptions &Options,
                       function_ref<int(size_t)> Task,
                       function_ref<std::string(size_t)> ErrorFile,
                       function_ref<void(size_t, TaskEnd)> Done) {
  return Pool(Count, Options, Task, ErrorFile, Done).run();
}

} // namespace fearless::cli

//===-- os_thread.h - A thread of the system ------------------------------===//
//
// Part of fearless, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// std::thread knows neither names nor stack sizes. Where there are POSIX
// threads, this is one; elsewhere it is a std::thread, and the two are not
// heeded.
//
//===----------------------------------------------------------------------===//

#ifndef FEARLESS_DETAIL_OS_THREAD_H
#define FEARLESS_DETAIL_OS_THREAD_H

#include <cstddef>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#if __has_include(<pthread.h>)
#define FEARLESS_DETAIL_POSIX_ 1
#include <climits>
#include <pthread.h>
#include <unistd.h>
#else
#define FEARLESS_DETAIL_POSIX_ 0
#include <thread>
#endif

namespace fearless::detail {

/// What a thread does.
class thread_main {
public:
  virtual ~thread_main() = default;

  /// It is what the calling thread is doing.
  bool runs_here() const noexcept { return this == here; }

  void start() noexcept {
    const auto *before = std::exchange(here, this);
    run();
    here = before;
  }

private:
  virtual void run() noexcept = 0;

  static inline thread_local const thread_main *here = nullptr;
};

struct thread_options {
  std::string name;
  std::size_t stack_size = 0; // as the system has it
};

/// A running thread, or none. It is to be joined or detached.
class os_thread {
public:
  os_thread() = default;

  /// Starts a thread, which keeps main until it has run. Throws
  /// std::system_error if the system refuses.
  os_thread(std::shared_ptr<thread_main> main, const thread_options &options);

  os_thread(os_thread &&other) noexcept
      : thread_(std::move(other.thread_)),
        running_(std::exchange(other.running_, false)) {}
  os_thread &operator=(os_thread &&other) noexcept {
    std::swap(thread_, other.thread_);
    std::swap(running_, other.running_);
    return *this;
  }

  explicit operator bool() const noexcept { return running_; }

  void join() noexcept;
  void detach() noexcept;

private:
  struct start {
    std::shared_ptr<thread_main> main;
    std::string name;

    void operator()() noexcept;
  };

#if FEARLESS_DETAIL_POSIX_
  pthread_t thread_{};
#else
  std::thread thread_;
#endif
  bool running_ = false;
};

#if FEARLESS_DETAIL_POSIX_

/// The attributes of a thread that is to be started.
class thread_attributes {
public:
  thread_attributes() { check(pthread_attr_init(&attributes_)); }
  ~thread_attributes() { pthread_attr_destroy(&attributes_); }
  thread_attributes(const thread_attributes &) = delete;
  thread_attributes &operator=(const thread_attributes &) = delete;

  /// At least so many bytes, in whole pages, and no fewer than the system
  /// needs.
  void set_stack_size(std::size_t bytes) {
    const std::size_t page = sysconf(_SC_PAGESIZE);
    const std::size_t least = PTHREAD_STACK_MIN;
    const std::size_t wanted = bytes < least ? least : bytes;
    check(pthread_attr_setstacksize(&attributes_,
                                    (wanted + page - 1) / page * page));
  }

  const pthread_attr_t *get() const noexcept { return &attributes_; }

  static void check(int error) {
    if (error)
      throw std::system_error(error, std::generic_category(),
                              "fearless: a thread cannot be started");
  }

private:
  pthread_attr_t attributes_;
};

/// A thread names itself, before it does anything else. Linux cuts at 15 bytes.
inline void name_this_thread(const std::string &name) noexcept {
  if (name.empty())
    return;
#if defined(__linux__)
  char short_name[16] = {};
  name.copy(short_name, sizeof short_name - 1);
  pthread_setname_np(pthread_self(), short_name);
#elif defined(__APPLE__)
  pthread_setname_np(name.c_str());
#endif
}

inline os_thread::os_thread(std::shared_ptr<thread_main> main,
                            const thread_options &options) {
  thread_attributes attributes;
  if (options.stack_size)
    attributes.set_stack_size(options.stack_size);
  auto first = std::make_unique<start>(start{std::move(main), options.name});
  thread_attributes::check(pthread_create(
      &thread_, attributes.get(),
      [](void *first) -> void * {
        (*std::unique_ptr<start>(static_cast<start *>(first)))();
        return nullptr;
      },
      first.get()));
  first.release(); // the thread's now
  running_ = true;
}

inline void os_thread::join() noexcept {
  pthread_join(thread_, nullptr);
  running_ = false;
}
inline void os_thread::detach() noexcept {
  pthread_detach(thread_);
  running_ = false;
}

#else

inline void name_this_thread(const std::string &) noexcept {}

inline os_thread::os_thread(std::shared_ptr<thread_main> main,
                            const thread_options &options)
    : thread_(start{std::move(main), options.name}), running_(true) {}

inline void os_thread::join() noexcept {
  thread_.join();
  running_ = false;
}
inline void os_thread::detach() noexcept {
  thread_.detach();
  running_ = false;
}

#endif

inline void os_thread::start::operator()() noexcept {
  name_this_thread(name);
  main->start();
}

} // namespace fearless::detail

#undef FEARLESS_DETAIL_POSIX_
#endif

#pragma once

#include <pthread.h>

/// The project's own primitives, over POSIX.
namespace sys {

class Mutex {
public:
  Mutex() { pthread_mutex_init(&native_, nullptr); }
  ~Mutex() { pthread_mutex_destroy(&native_); }
  Mutex(const Mutex &) = delete;
  Mutex &operator=(const Mutex &) = delete;

  void lock() { pthread_mutex_lock(&native_); }
  bool tryLock() { return pthread_mutex_trylock(&native_) == 0; }
  void unlock() { pthread_mutex_unlock(&native_); }

private:
  friend class Condition;
  pthread_mutex_t native_;
};

class Condition {
public:
  Condition() { pthread_cond_init(&native_, nullptr); }
  ~Condition() { pthread_cond_destroy(&native_); }
  Condition(const Condition &) = delete;
  Condition &operator=(const Condition &) = delete;

  /// With the mutex held.
  void wait(Mutex &mutex) { pthread_cond_wait(&native_, &mutex.native_); }
  void signal() { pthread_cond_signal(&native_); }
  void broadcast() { pthread_cond_broadcast(&native_); }

private:
  pthread_cond_t native_;
};

/// Holds a mutex for a scope.
class MutexLock {
public:
  explicit MutexLock(Mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
  ~MutexLock() { mutex_.unlock(); }
  MutexLock(const MutexLock &) = delete;
  MutexLock &operator=(const MutexLock &) = delete;

private:
  Mutex &mutex_;
};

/// Gives a held mutex up for a scope.
class MutexUnlock {
public:
  explicit MutexUnlock(Mutex &mutex) : mutex_(mutex) { mutex_.unlock(); }
  ~MutexUnlock() { mutex_.lock(); }
  MutexUnlock(const MutexUnlock &) = delete;
  MutexUnlock &operator=(const MutexUnlock &) = delete;

private:
  Mutex &mutex_;
};

/// Takes a mutex if it is free; ask owns().
class TryLock {
public:
  explicit TryLock(Mutex &mutex) : mutex_(mutex), owns_(mutex.tryLock()) {}
  ~TryLock() {
    if (owns_)
      mutex_.unlock();
  }
  TryLock(const TryLock &) = delete;
  TryLock &operator=(const TryLock &) = delete;
  bool owns() const { return owns_; }

private:
  Mutex &mutex_;
  bool owns_;
};

} // namespace sys

// Clang's attributes by the usual names, and locks that are only declared.
#pragma once
#define CAPABILITY(x) __attribute__((capability(x)))
#define REENTRANT_CAPABILITY __attribute__((reentrant_capability))
#define SCOPED_CAPABILITY __attribute__((scoped_lockable))
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
#define PT_GUARDED_BY(x) __attribute__((pt_guarded_by(x)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define REQUIRES_SHARED(...)                                                   \
  __attribute__((requires_shared_capability(__VA_ARGS__)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define ACQUIRE_SHARED(...)                                                    \
  __attribute__((acquire_shared_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define RELEASE_SHARED(...)                                                    \
  __attribute__((release_shared_capability(__VA_ARGS__)))
#define RELEASE_GENERIC(...)                                                   \
  __attribute__((release_generic_capability(__VA_ARGS__)))
#define TRY_ACQUIRE(...) __attribute__((try_acquire_capability(__VA_ARGS__)))
#define EXCLUDES(...) __attribute__((locks_excluded(__VA_ARGS__)))
#define ASSERT_CAPABILITY(...) __attribute__((assert_capability(__VA_ARGS__)))
#define RETURN_CAPABILITY(x) __attribute__((lock_returned(x)))
#define NO_THREAD_SAFETY_ANALYSIS __attribute__((no_thread_safety_analysis))

class CAPABILITY("mutex") Mutex {
public:
  void lock() ACQUIRE();
  void lockShared() ACQUIRE_SHARED();
  void unlock() RELEASE();
  void unlockShared() RELEASE_SHARED();
  void unlockAny() RELEASE_GENERIC();
  bool tryLock() TRY_ACQUIRE(true);
  void assertHeld() ASSERT_CAPABILITY();
  const Mutex &operator!() const;
};

class SCOPED_CAPABILITY MutexLock {
public:
  explicit MutexLock(Mutex &mu) ACQUIRE(mu);
  ~MutexLock() RELEASE();
  void unlock() RELEASE();
  void lock() ACQUIRE();
};

class SCOPED_CAPABILITY ReaderLock {
public:
  explicit ReaderLock(Mutex &mu) ACQUIRE_SHARED(mu);
  ~ReaderLock() RELEASE();
};

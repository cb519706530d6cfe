// The function declared to require the registry's lock is called by one caller after it gave the lock back.
#include <pthread.h>
#include <stddef.h>

#define CAPABILITY(x) __attribute__((capability(x)))
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))

typedef struct CAPABILITY("mutex") {
  pthread_mutex_t m;
} guard_t;

static guard_t registry_guard = {PTHREAD_MUTEX_INITIALIZER};
static const char *names[16] GUARDED_BY(registry_guard);
static size_t used GUARDED_BY(registry_guard);

static void take(guard_t *g) ACQUIRE(*g) __attribute__((no_thread_safety_analysis)) {
  pthread_mutex_lock(&g->m);
}

static void give(guard_t *g) RELEASE(*g) __attribute__((no_thread_safety_analysis)) {
  pthread_mutex_unlock(&g->m);
}

static void append(const char *name) REQUIRES(registry_guard) {
  if (used < sizeof names / sizeof names[0])
    names[used++] = name;
}

void registry_add(const char *name) {
  take(&registry_guard);
  append(name);
  give(&registry_guard);
}

void registry_add_both(const char *first, const char *second) {
  take(&registry_guard);
  append(first);
  give(&registry_guard);
  append(second); // RACE
}

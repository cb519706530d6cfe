// The LOCK and UNLOCK macros are single statements, and the conditional part has braces.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t audit_mutex = PTHREAD_MUTEX_INITIALIZER;
static long acquisitions;
static long entries;

#define LOCK(m)                                                                                                                            \
  do {                                                                                                                                     \
    pthread_mutex_lock(&(m));                                                                                                              \
    acquisitions++;                                                                                                                        \
  } while (0)
#define UNLOCK(m) pthread_mutex_unlock(&(m))

static void audit(int important) {
  if (important) {
    LOCK(audit_mutex);
    entries++;
    UNLOCK(audit_mutex);
  }
}

static void *run(void *unused) {
  (void)unused;
  for (int i = 0; i < 300; i++)
    audit(i % 3 == 0);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, run, NULL);
  pthread_create(&b, NULL, run, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%ld of %ld\n", entries, acquisitions);
  return 0;
}

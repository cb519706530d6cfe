// The wrapper turns the result of the try into a truth value, and the body runs only with the lock.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static pthread_mutex_t index_lock = PTHREAD_MUTEX_INITIALIZER;
static int rebuilds;
static int generation;

static bool try_enter(void) {
  return pthread_mutex_trylock(&index_lock) == 0;
}

static void leave(void) {
  pthread_mutex_unlock(&index_lock);
}

static void maybe_rebuild(void) {
  if (try_enter()) {
    rebuilds++;
    generation += 2;
    leave();
  }
}

static void *maintain(void *unused) {
  (void)unused;
  for (int i = 0; i < 2000; i++)
    maybe_rebuild();
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, maintain, NULL);
  pthread_create(&b, NULL, maintain, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", generation == 2 * rebuilds);
  return 0;
}

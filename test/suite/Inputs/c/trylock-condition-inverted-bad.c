// The result of the try is taken for a truth value: the body runs exactly when the lock was not obtained.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static pthread_mutex_t index_lock = PTHREAD_MUTEX_INITIALIZER;
static int rebuilds;
static int generation;

static bool try_enter(void) {
  return pthread_mutex_trylock(&index_lock); // RACE
}

static void leave(void) {
  pthread_mutex_unlock(&index_lock);
}

static void maybe_rebuild(void) {
  if (try_enter()) { // RACE
    rebuilds++; // RACE
    generation += 2; // RACE
    leave(); // RACE
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

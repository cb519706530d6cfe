// The registry keeps only the handle that was adopted last, so the first thread is never joined and main reads what it writes.
#include <pthread.h>
#include <stdio.h>

#define MAX_THREADS 4

struct registry {
  pthread_t handle[MAX_THREADS];
  int count;
};

static struct registry registry;
static unsigned long folded;

static void registry_adopt(struct registry *r, pthread_t t) {
  r->handle[0] = t;
  r->count = 1;
}

static void registry_join_all(struct registry *r) {
  while (r->count > 0)
    pthread_join(r->handle[--r->count], NULL);
}

static void *fold(void *unused) {
  (void)unused;
  for (unsigned long i = 0; i < 3000; i++)
    folded = folded * 31 + i; // RACE
  return NULL;
}

static void *idle(void *unused) {
  return unused;
}

static void start(void *(*body)(void *)) {
  pthread_t t;
  if (pthread_create(&t, NULL, body, NULL) == 0)
    registry_adopt(&registry, t);
}

int main(void) {
  start(fold);
  start(idle);
  registry_join_all(&registry);
  printf("%lu\n", folded); // RACE
  return 0;
}

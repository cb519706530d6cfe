// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The caller takes it as a writer.
#include <pthread.h>
struct table {
  pthread_rwlock_t lock;
  int entries[16];
  int lookups;
};
static struct table shared = {.lock = PTHREAD_RWLOCK_INITIALIZER};

static int look_up(struct table *t, int key) {
  t->lookups++;
  return t->entries[key];
}
static void *run(void *arg) {
  struct table *t = arg;
  pthread_rwlock_wrlock(&t->lock);
  int value = look_up(t, 3);
  pthread_rwlock_unlock(&t->lock);
  return value ? arg : 0;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, &shared);
  pthread_create(&second, 0, run, &shared);
  pthread_join(first, 0);
  pthread_join(second, 0);
}

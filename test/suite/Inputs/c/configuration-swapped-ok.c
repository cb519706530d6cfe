// The reader keeps the read lock while it uses the configuration, so the reload frees the old one only when nobody reads it.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct config {
  int timeout;
  int retries;
};

static struct config *active;
static pthread_rwlock_t active_lock = PTHREAD_RWLOCK_INITIALIZER;

static void reload(int timeout) {
  struct config *fresh = malloc(sizeof *fresh);
  fresh->timeout = timeout;
  fresh->retries = 3;
  pthread_rwlock_wrlock(&active_lock);
  struct config *old = active;
  active = fresh;
  pthread_rwlock_unlock(&active_lock);
  free(old);
}

static int budget(void) {
  pthread_rwlock_rdlock(&active_lock);
  const struct config *c = active;
  int ms = c->timeout * c->retries;
  pthread_rwlock_unlock(&active_lock);
  return ms;
}

static void *client(void *unused) {
  (void)unused;
  long sum = 0;
  for (int i = 0; i < 500; i++)
    sum += budget();
  printf("%ld\n", sum);
  return NULL;
}

int main(void) {
  pthread_t t;
  reload(10);
  pthread_create(&t, NULL, client, NULL);
  for (int i = 0; i < 100; i++)
    reload(i);
  pthread_join(t, NULL);
  free(active);
  return 0;
}

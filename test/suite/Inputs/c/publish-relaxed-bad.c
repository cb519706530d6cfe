// The pointer to the new configuration is published with a relaxed store and read with a relaxed load: its fields may not be visible yet.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct config {
  int port;
  int backlog;
};

static _Atomic(struct config *) current;

static void *load_config(void *unused) {
  (void)unused;
  struct config *c = malloc(sizeof *c);
  c->port = 8080; // RACE
  c->backlog = 16; // RACE
  atomic_store_explicit(&current, c, memory_order_relaxed); // RACE
  return NULL;
}

int main(void) {
  pthread_t t;
  struct config *c;
  pthread_create(&t, NULL, load_config, NULL);
  while ((c = atomic_load_explicit(&current, memory_order_relaxed)) == NULL) // RACE
    ;
  printf("%d %d\n", c->port, c->backlog); // RACE
  pthread_join(t, NULL);
  free(c);
  return 0;
}

// RUN: %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The count is atomic.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct session {
  atomic_int uses;
  int fd;
};

static void session_get(struct session *S) { atomic_fetch_add(&S->uses, 1); }

static void session_put(struct session *S) {
  if (atomic_fetch_sub(&S->uses, 1) == 1)
    free(S);
}

static void *serve(void *Arg) {
  session_put(Arg);
  return NULL;
}

int main(void) {
  struct session *S = calloc(1, sizeof *S);
  pthread_t Server;
  S->uses = 1;
  session_get(S);
  pthread_create(&Server, NULL, serve, S);
  session_put(S);
  pthread_join(Server, NULL);
  return 0;
}

// CHECK: 0 findings

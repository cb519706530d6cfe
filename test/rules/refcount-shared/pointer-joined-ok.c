// RUN: %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The starter gives his back when the thread has ended.
#include <pthread.h>
#include <stdlib.h>

struct session {
  int uses;
  int fd;
};

static void session_get(struct session *S) { S->uses++; }

static void session_put(struct session *S) {
  if (--S->uses == 0)
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
  pthread_join(Server, NULL);
  session_put(S);
  return 0;
}

// CHECK: 0 findings

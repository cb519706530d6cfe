// RUN: %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One lock is held at each change of the count.
#include <pthread.h>
#include <stdlib.h>

struct session {
  int uses;
  int fd;
};

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;

static void session_get(struct session *S) {
  pthread_mutex_lock(&Lock);
  S->uses++;
  pthread_mutex_unlock(&Lock);
}

static void session_put(struct session *S) {
  pthread_mutex_lock(&Lock);
  int Left = --S->uses;
  pthread_mutex_unlock(&Lock);
  if (Left == 0)
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

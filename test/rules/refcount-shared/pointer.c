// Both threads give back what they have of an object; the count is a plain one.
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
  session_put(S);
  pthread_join(Server, NULL);
  return 0;
}

// The decision to free uses the value that the atomic decrement itself returned.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct session {
  atomic_uint refs;
  char *peer;
};

static void session_put(struct session *s) {
  if (atomic_fetch_sub(&s->refs, 1) == 1) {
    free(s->peer);
    free(s);
  }
}

static void *handle(void *arg) {
  session_put(arg);
  return NULL;
}

int main(void) {
  for (int i = 0; i < 50; i++) {
    struct session *s = malloc(sizeof *s);
    s->peer = malloc(8);
    atomic_init(&s->refs, 2);
    pthread_t a, b;
    pthread_create(&a, NULL, handle, s);
    pthread_create(&b, NULL, handle, s);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
  }
  return 0;
}

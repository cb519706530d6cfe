// The service's destructor stops and joins the thread before it frees the inbox.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

struct service {
  pthread_t thread;
  atomic_bool stop;
  int *inbox;
  long handled;
};

static void *serve(void *arg) {
  struct service *s = arg;
  do {
    for (int i = 0; i < 64; i++)
      s->handled += s->inbox[i];
  } while (!atomic_load(&s->stop));
  return NULL;
}

static struct service *service_new(void) {
  struct service *s = calloc(1, sizeof *s);
  s->inbox = calloc(64, sizeof *s->inbox);
  pthread_create(&s->thread, NULL, serve, s);
  return s;
}

static void service_free(struct service *s) {
  atomic_store(&s->stop, 1);
  pthread_join(s->thread, NULL);
  free(s->inbox);
  free(s);
}

int main(void) {
  struct service *s = service_new();
  service_free(s);
  puts("stopped");
  return 0;
}

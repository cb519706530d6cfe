// The restart overwrites the handle of the first thread, so the only join waits for the second.
#include <pthread.h>
#include <stdio.h>

struct service {
  pthread_t thread;
  int running;
  long requests;
};

static struct service http;

static void *serve(void *arg) {
  struct service *s = arg;
  for (int i = 0; i < 1000; i++)
    s->requests++; // RACE
  return NULL;
}

static void service_stop(struct service *s) {
  if (s->running)
    pthread_join(s->thread, NULL);
  s->running = 0;
}

static void service_start(struct service *s) {
  pthread_create(&s->thread, NULL, serve, s); // RACE
  s->running = 1;
}

int main(void) {
  service_start(&http);
  service_start(&http);
  service_stop(&http);
  printf("%ld\n", http.requests); // RACE
  return 0;
}

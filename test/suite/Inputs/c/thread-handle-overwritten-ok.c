// The restart joins the first thread before its handle is used for the second, so at most one thread runs beside main.
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
    s->requests++;
  return NULL;
}

static void service_stop(struct service *s) {
  if (s->running)
    pthread_join(s->thread, NULL);
  s->running = 0;
}

static void service_start(struct service *s) {
  service_stop(s);
  pthread_create(&s->thread, NULL, serve, s);
  s->running = 1;
}

int main(void) {
  service_start(&http);
  service_start(&http);
  service_stop(&http);
  printf("%ld\n", http.requests);
  return 0;
}

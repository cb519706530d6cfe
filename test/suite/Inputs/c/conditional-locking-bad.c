// The logger locks only if the flag of its handle says so; one of two threads uses the same buffer through a handle without the flag.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

struct log {
  pthread_mutex_t lock;
  unsigned length;
};

struct handle {
  struct log *log;
  bool threaded;
};

static struct log shared_log = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void log_bytes(struct handle *h, unsigned bytes) {
  if (h->threaded)
    pthread_mutex_lock(&h->log->lock);
  h->log->length += bytes; // RACE
  if (h->threaded)
    pthread_mutex_unlock(&h->log->lock);
}

static void *run(void *arg) {
  for (unsigned i = 0; i < 200; i++)
    log_bytes(arg, i);
  return NULL;
}

int main(void) {
  struct handle locked = {&shared_log, true};
  struct handle bare = {&shared_log, false};
  pthread_t a, b;
  pthread_create(&a, NULL, run, &locked);
  pthread_create(&b, NULL, run, &bare);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%u\n", shared_log.length);
  return 0;
}

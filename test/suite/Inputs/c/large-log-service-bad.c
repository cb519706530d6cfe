// The flusher of a log takes pointers to the records under the lock and formats them after it, when writers already reuse the ring.
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { RING = 16, TEXT = 48, WRITERS = 3, LINES = 100 };

struct record {
  unsigned sequence;
  int severity;
  char text[TEXT];
};

struct log {
  pthread_mutex_t lock;
  pthread_cond_t not_empty, not_full;
  struct record ring[RING];
  unsigned written, flushed;
  int threshold;
  bool closed;
  pthread_t flusher;
};

static struct log service = {
    .lock = PTHREAD_MUTEX_INITIALIZER, .not_empty = PTHREAD_COND_INITIALIZER, .not_full = PTHREAD_COND_INITIALIZER, .threshold = 1};

static void log_set_threshold(struct log *l, int severity) {
  pthread_mutex_lock(&l->lock);
  l->threshold = severity;
  pthread_mutex_unlock(&l->lock);
}

static void log_write(struct log *l, int severity, const char *format, ...) {
  char text[TEXT];
  va_list args;
  va_start(args, format);
  vsnprintf(text, sizeof text, format, args);
  va_end(args);
  pthread_mutex_lock(&l->lock);
  if (severity >= l->threshold) {
    while (l->written - l->flushed == RING)
      pthread_cond_wait(&l->not_full, &l->lock);
    struct record *r = &l->ring[l->written % RING];
    r->sequence = l->written++; // RACE
    r->severity = severity; // RACE
    strcpy(r->text, text); // RACE
    pthread_cond_signal(&l->not_empty);
  }
  pthread_mutex_unlock(&l->lock);
}

static int take_batch(struct log *l, const struct record **batch, int max) {
  int n = 0;
  pthread_mutex_lock(&l->lock);
  while (l->written == l->flushed && !l->closed)
    pthread_cond_wait(&l->not_empty, &l->lock);
  while (n < max && l->flushed != l->written)
    batch[n++] = &l->ring[l->flushed++ % RING]; // RACE
  pthread_cond_broadcast(&l->not_full);
  pthread_mutex_unlock(&l->lock);
  return n;
}

static const char *severity_name(int severity) {
  static const char *const names[] = {"debug", "info", "warning", "error"};
  return names[severity & 3];
}

static void print_record(FILE *out, const struct record *r) {
  fprintf(out, "%u %s: %s\n", r->sequence, severity_name(r->severity), r->text); // RACE
}

static void *flush(void *arg) {
  struct log *l = arg;
  const struct record *batch[8];
  int n;
  while ((n = take_batch(l, batch, 8)) > 0) {
    for (int i = 0; i < n; i++)
      print_record(stdout, batch[i]); // RACE
  }
  fflush(stdout);
  return NULL;
}

static int log_open(struct log *l) {
  return pthread_create(&l->flusher, NULL, flush, l);
}

static void log_close(struct log *l) {
  pthread_mutex_lock(&l->lock);
  l->closed = true;
  pthread_cond_broadcast(&l->not_empty);
  pthread_mutex_unlock(&l->lock);
  pthread_join(l->flusher, NULL);
}

static void *write_lines(void *arg) {
  int me = *(int *)arg;
  for (int i = 0; i < LINES; i++)
    log_write(&service, i % 4, "writer %d line %d", me, i);
  return NULL;
}

int main(void) {
  pthread_t t[WRITERS];
  int id[WRITERS];
  if (log_open(&service) != 0)
    return 1;
  for (int i = 0; i < WRITERS; i++) {
    id[i] = i;
    pthread_create(&t[i], NULL, write_lines, &id[i]);
  }
  log_set_threshold(&service, 2);
  for (int i = 0; i < WRITERS; i++)
    pthread_join(t[i], NULL);
  log_close(&service);
  return 0;
}

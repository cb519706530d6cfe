// The helper gives back the recursive mutex twice, so that its caller goes on without holding it.
#define _XOPEN_SOURCE 700
#include <pthread.h>
#include <stdio.h>

struct document {
  pthread_mutex_t lock;
  int lines;
  int revision;
};

static struct document doc;

static void append_line(struct document *d) {
  pthread_mutex_lock(&d->lock);
  d->lines++;
  pthread_mutex_unlock(&d->lock); // RACE
  pthread_mutex_unlock(&d->lock); // RACE
}

static void append_pair(struct document *d) {
  pthread_mutex_lock(&d->lock);
  append_line(d);
  append_line(d);
  d->revision++; // RACE
  pthread_mutex_unlock(&d->lock);
}

static void *editor(void *unused) {
  (void)unused;
  for (int i = 0; i < 100; i++)
    append_pair(&doc);
  return NULL;
}

int main(void) {
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&doc.lock, &attr);
  pthread_t a, b;
  pthread_create(&a, NULL, editor, NULL);
  pthread_create(&b, NULL, editor, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", doc.lines, doc.revision);
  return 0;
}

// The exit handler reports the counters while the worker, which nobody joined, is still changing them.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static struct {
  unsigned long opened;
  unsigned long closed;
} files;

static void report(void) {
  fprintf(stderr, "%lu opened, %lu closed\n", files.opened, files.closed); // RACE
}

static void *use_files(void *unused) {
  (void)unused;
  for (int i = 0; i < 200000; i++) {
    files.opened++; // RACE
    files.closed++; // RACE
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  atexit(report);
  if (pthread_create(&t, NULL, use_files, NULL) != 0)
    return 1;
  pthread_detach(t);
  return 0;
}

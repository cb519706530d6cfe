// The exit handler reports the counters; main joins the worker before it returns.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static struct {
  unsigned long opened;
  unsigned long closed;
} files;

static void report(void) {
  fprintf(stderr, "%lu opened, %lu closed\n", files.opened, files.closed);
}

static void *use_files(void *unused) {
  (void)unused;
  for (int i = 0; i < 200000; i++) {
    files.opened++;
    files.closed++;
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  atexit(report);
  if (pthread_create(&t, NULL, use_files, NULL) != 0)
    return 1;
  pthread_join(t, NULL);
  return 0;
}

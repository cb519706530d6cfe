// The verbosity is set after the worker has been started, while the worker reads it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static int verbosity;
static int jobs = 3;

static void *work(void *unused) {
  (void)unused;
  for (int j = 0; j < jobs; j++) {
    if (verbosity > 0) // RACE
      fprintf(stderr, "job %d\n", j);
  }
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t worker;
  pthread_create(&worker, NULL, work, NULL);
  if (argc > 1)
    verbosity = atoi(argv[1]); // RACE
  else
    verbosity = 1; // RACE
  pthread_join(worker, NULL);
  return 0;
}

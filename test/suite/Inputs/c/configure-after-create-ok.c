// The verbosity is set before the worker is started; nobody writes it afterwards.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static int verbosity;
static int jobs = 3;

static void *work(void *unused) {
  (void)unused;
  for (int j = 0; j < jobs; j++) {
    if (verbosity > 0)
      fprintf(stderr, "job %d\n", j);
  }
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t worker;
  if (argc > 1)
    verbosity = atoi(argv[1]);
  else
    verbosity = 1;
  pthread_create(&worker, NULL, work, NULL);
  pthread_join(worker, NULL);
  return 0;
}

// The array of arguments is allocated in full before the first thread gets a pointer into it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct job {
  pthread_t thread;
  int input;
  int output;
};

static void *square(void *arg) {
  struct job *j = arg;
  j->output = j->input * j->input;
  return NULL;
}

int main(void) {
  enum { JOBS = 16 };
  struct job *jobs = malloc(JOBS * sizeof *jobs);
  for (int i = 0; i < JOBS; i++) {
    jobs[i].input = i;
    jobs[i].output = 0;
    pthread_create(&jobs[i].thread, NULL, square, &jobs[i]);
  }
  int sum = 0;
  for (int i = 0; i < JOBS; i++) {
    pthread_join(jobs[i].thread, NULL);
    sum += jobs[i].output;
  }
  free(jobs);
  printf("%d\n", sum);
  return 0;
}

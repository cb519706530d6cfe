// The array of arguments grows by realloc while the threads started earlier still use their elements.
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
  j->output = j->input * j->input; // RACE
  return NULL;
}

int main(void) {
  enum { JOBS = 16 };
  struct job *jobs = NULL;
  for (int i = 0; i < JOBS; i++) {
    jobs = realloc(jobs, (size_t)(i + 1) * sizeof *jobs); // RACE
    jobs[i].input = i; // RACE
    jobs[i].output = 0; // RACE
    pthread_create(&jobs[i].thread, NULL, square, &jobs[i]); // RACE
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

// All workers are joined, in two loops over the even and the odd ones, before the sum is taken.
#include <pthread.h>
#include <stdio.h>

enum { WORKERS = 6 };

struct job {
  int number;
  double result;
};

static void *integrate(void *arg) {
  struct job *j = arg;
  double x = j->number, area = 0;
  for (int i = 0; i < 1000; i++, x += 0.001)
    area += x * x * 0.001;
  j->result = area;
  return NULL;
}

int main(void) {
  pthread_t t[WORKERS];
  static struct job jobs[WORKERS];
  for (int i = 0; i < WORKERS; i++) {
    jobs[i].number = i;
    pthread_create(&t[i], NULL, integrate, &jobs[i]);
  }
  for (int i = 0; i < WORKERS; i += 2)
    pthread_join(t[i], NULL);
  for (int i = 1; i < WORKERS; i += 2)
    pthread_join(t[i], NULL);
  double total = 0;
  for (int i = 0; i < WORKERS; i++)
    total += jobs[i].result;
  printf("%g\n", total);
  return 0;
}

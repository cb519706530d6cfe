// The semaphore that should make the reader wait starts with one permit, so the reader passes before the answer is written.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

static sem_t answered;
static int answer;

static void *compute(void *unused) {
  (void)unused;
  int n = 0;
  for (int i = 1; i <= 8; i++)
    n += i;
  answer = n; // RACE
  sem_post(&answered);
  return NULL;
}

int main(void) {
  pthread_t t;
  sem_init(&answered, 0, 1); // RACE
  pthread_create(&t, NULL, compute, NULL);
  while (sem_wait(&answered) != 0)
    ;
  printf("%d\n", answer); // RACE
  pthread_join(t, NULL);
  sem_destroy(&answered);
  return 0;
}

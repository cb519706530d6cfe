// The semaphore starts with no permit: the reader passes only after the writer has posted, behind its write.
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
  answer = n;
  sem_post(&answered);
  return NULL;
}

int main(void) {
  pthread_t t;
  sem_init(&answered, 0, 0);
  pthread_create(&t, NULL, compute, NULL);
  while (sem_wait(&answered) != 0)
    ;
  printf("%d\n", answer);
  pthread_join(t, NULL);
  sem_destroy(&answered);
  return 0;
}

// The requests are ordered by a semaphore, but the client does not wait for the reply's semaphore before the next request.
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>

enum { ROUNDS = 100 };

static struct {
  int question;
  int answer;
} message;
static sem_t asked, answered;

static void *server(void *unused) {
  (void)unused;
  for (int i = 0; i < ROUNDS; i++) {
    sem_wait(&asked);
    message.answer = message.question * 2; // RACE
    sem_post(&answered);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  long sum = 0;
  sem_init(&asked, 0, 0);
  sem_init(&answered, 0, 0);
  pthread_create(&t, NULL, server, NULL);
  for (int i = 0; i < ROUNDS; i++) {
    message.question = i; // RACE
    sem_post(&asked);
    sum += message.answer; // RACE
  }
  pthread_join(t, NULL);
  printf("%ld\n", sum);
  return 0;
}

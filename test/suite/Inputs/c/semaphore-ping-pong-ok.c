// Two semaphores make client and server use the one shared message strictly in turns.
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
    message.answer = message.question * 2;
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
    message.question = i;
    sem_post(&asked);
    sem_wait(&answered);
    sum += message.answer;
  }
  pthread_join(t, NULL);
  printf("%ld\n", sum);
  return 0;
}

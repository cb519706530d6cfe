// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It starts with none; of two that pass the turn on, one may start with it; and
// one that starts with it is a lock.
#include <pthread.h>
#include <semaphore.h>

static sem_t answered, asked, lock;
static int answer, questions;

static void *compute(void *unused) {
  for (int i = 0; i < 10; i++) {
    sem_wait(&asked);
    answer = i;
    sem_post(&answered);
    sem_wait(&lock);
    questions++;
    sem_post(&lock);
  }
  return unused;
}

int main(void) {
  pthread_t t;
  int seen = 0;
  sem_init(&answered, 0, 0);
  sem_init(&asked, 0, 1);
  sem_init(&lock, 0, 1);
  pthread_create(&t, 0, compute, 0);
  for (int i = 0; i < 10; i++) {
    sem_wait(&answered);
    seen += answer;
    sem_post(&asked);
    sem_wait(&lock);
    questions--;
    sem_post(&lock);
  }
  pthread_join(t, 0);
  return seen;
}

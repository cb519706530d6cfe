// The consumers wait in a while loop, so one that is woken after another took the item waits again.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ready = PTHREAD_COND_INITIALIZER;
static int stack[128];
static int depth;

static void push(int value) {
  pthread_mutex_lock(&lock);
  stack[depth++] = value;
  pthread_cond_broadcast(&ready);
  pthread_mutex_unlock(&lock);
}

static int pop(void) {
  pthread_mutex_lock(&lock);
  while (depth == 0)
    pthread_cond_wait(&ready, &lock);
  int value = stack[--depth];
  pthread_mutex_unlock(&lock);
  return value;
}

static void *consumer(void *arg) {
  long *sum = arg;
  for (int i = 0; i < 50; i++)
    *sum += pop();
  return NULL;
}

int main(void) {
  pthread_t t[2];
  long sum[2] = {0, 0};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, consumer, &sum[i]);
  for (int i = 0; i < 100; i++)
    push(i);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%ld\n", sum[0] + sum[1]);
  return 0;
}

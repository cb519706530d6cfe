// The waiter checks the predicate under one mutex and the notifier changes it under another.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t wait_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t state_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t arrived = PTHREAD_COND_INITIALIZER;
static int passengers;

static void *bus(void *unused) {
  (void)unused;
  for (int i = 0; i < 40; i++) {
    pthread_mutex_lock(&state_mutex);
    passengers++; // RACE
    pthread_mutex_unlock(&state_mutex);
    pthread_cond_signal(&arrived);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  alarm(2);
  pthread_create(&t, NULL, bus, NULL);
  pthread_mutex_lock(&wait_mutex);
  while (passengers < 5) // RACE
    pthread_cond_wait(&arrived, &wait_mutex); // RACE
  pthread_mutex_unlock(&wait_mutex);
  pthread_join(t, NULL);
  printf("%d\n", passengers);
  return 0;
}

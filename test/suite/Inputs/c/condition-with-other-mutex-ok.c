// The predicate is changed and checked under the one mutex that the waiter gives to pthread_cond_wait.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t wait_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t arrived = PTHREAD_COND_INITIALIZER;
static int passengers;

static void *bus(void *unused) {
  (void)unused;
  for (int i = 0; i < 40; i++) {
    pthread_mutex_lock(&wait_mutex);
    passengers++;
    pthread_mutex_unlock(&wait_mutex);
    pthread_cond_signal(&arrived);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  alarm(2);
  pthread_create(&t, NULL, bus, NULL);
  pthread_mutex_lock(&wait_mutex);
  while (passengers < 5)
    pthread_cond_wait(&arrived, &wait_mutex);
  pthread_mutex_unlock(&wait_mutex);
  pthread_join(t, NULL);
  printf("%d\n", passengers);
  return 0;
}

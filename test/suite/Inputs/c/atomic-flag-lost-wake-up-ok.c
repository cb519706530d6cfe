// The flag is set with the mutex held, so it cannot change between the waiter's check and its wait.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t door_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t door_cond = PTHREAD_COND_INITIALIZER;
static atomic_bool door_open;

static void *porter(void *unused) {
  (void)unused;
  pthread_mutex_lock(&door_lock);
  atomic_store(&door_open, 1);
  pthread_mutex_unlock(&door_lock);
  pthread_cond_signal(&door_cond);
  return NULL;
}

static void enter(void) {
  pthread_mutex_lock(&door_lock);
  while (!atomic_load(&door_open))
    pthread_cond_wait(&door_cond, &door_lock);
  pthread_mutex_unlock(&door_lock);
}

int main(void) {
  pthread_t t;
  alarm(2);
  pthread_create(&t, NULL, porter, NULL);
  enter();
  pthread_join(t, NULL);
  puts("in");
  return 0;
}

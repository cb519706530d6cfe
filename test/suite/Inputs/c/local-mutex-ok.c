// The mutex is a static variable of the function, so all calls lock the same one.
#include <pthread.h>
#include <stdio.h>

static unsigned next_id = 1;

static unsigned fresh_id(void) {
  static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&m);
  unsigned id = next_id++;
  pthread_mutex_unlock(&m);
  return id;
}

static void *allocate(void *arg) {
  unsigned *last = arg;
  for (int i = 0; i < 100; i++)
    *last = fresh_id();
  return NULL;
}

int main(void) {
  pthread_t t[2];
  unsigned last[2];
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, allocate, &last[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", last[0] != last[1]);
  return 0;
}

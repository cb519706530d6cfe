// Two threads increment one global counter, each increment inside the same mutex; main reads it after both joins.
#include <pthread.h>
#include <stdio.h>

static long hits;
static pthread_mutex_t hits_lock = PTHREAD_MUTEX_INITIALIZER;

static void *count(void *arg) {
  int rounds = *(const int *)arg;
  for (int i = 0; i < rounds; i++) {
    pthread_mutex_lock(&hits_lock);
    hits++;
    pthread_mutex_unlock(&hits_lock);
  }
  return NULL;
}

int main(void) {
  const int rounds = 1000;
  pthread_t a, b;
  pthread_create(&a, NULL, count, (void *)&rounds);
  pthread_create(&b, NULL, count, (void *)&rounds);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%ld\n", hits);
  return 0;
}

// Two threads increment one plain global counter without any lock.
#include <pthread.h>
#include <stdio.h>

static long hits;

static void *count(void *arg) {
  int rounds = *(const int *)arg;
  for (int i = 0; i < rounds; i++) {
    hits++; // RACE
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

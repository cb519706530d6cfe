// Sorting and searching the shared numbers both happen under one lock.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { N = 256 };
static int numbers[N];
static pthread_mutex_t numbers_lock = PTHREAD_MUTEX_INITIALIZER;

static int compare(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}

static void *search(void *unused) {
  (void)unused;
  int found = 0;
  for (int key = 0; key < N; key++) {
    pthread_mutex_lock(&numbers_lock);
    found += bsearch(&key, numbers, N, sizeof numbers[0], compare) != NULL;
    pthread_mutex_unlock(&numbers_lock);
  }
  printf("%d\n", found);
  return NULL;
}

int main(void) {
  for (int i = 0; i < N; i++)
    numbers[i] = i * 97 % N;
  pthread_t t;
  pthread_create(&t, NULL, search, NULL);
  pthread_mutex_lock(&numbers_lock);
  qsort(numbers, N, sizeof numbers[0], compare);
  pthread_mutex_unlock(&numbers_lock);
  pthread_join(t, NULL);
  return 0;
}

// RUN: %fearless check %s -- 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The count of all entries is the sum of the stripes', when all are done.
#include <pthread.h>

enum { STRIPES = 4 };
static pthread_mutex_t locks[STRIPES];
static unsigned sizes[STRIPES];

static void add(unsigned key) {
  unsigned stripe = (key >> 3) % STRIPES;
  pthread_mutex_lock(&locks[stripe]);
  sizes[stripe]++;
  pthread_mutex_unlock(&locks[stripe]);
}

static void *fill(void *arg) {
  unsigned start = *(unsigned *)arg;
  for (unsigned i = 0; i < 300; i++)
    add(start + i);
  return 0;
}

int main(void) {
  pthread_t a, b;
  unsigned even = 0, odd = 1000;
  for (int i = 0; i < STRIPES; i++)
    pthread_mutex_init(&locks[i], 0);
  pthread_create(&a, 0, fill, &even);
  pthread_create(&b, 0, fill, &odd);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return sizes[0] + sizes[1] + sizes[2] + sizes[3];
}

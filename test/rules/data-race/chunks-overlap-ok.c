// RUN: %fearless check %s -- 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread is told where its chunk begins and ends: where the next
// begins.
#include <pthread.h>

enum { THREADS = 4, CHUNK = 25 };
static int heights[THREADS * CHUNK];

struct chunk {
  int begin, end;
};

static void *raise_all(void *arg) {
  struct chunk *mine = arg;
  for (int i = mine->begin; i < mine->end; i++)
    heights[i] += 2;
  return 0;
}

int main(void) {
  pthread_t t[THREADS];
  struct chunk chunks[THREADS];
  for (int i = 0; i < THREADS; i++) {
    chunks[i].begin = i * CHUNK;
    chunks[i].end = chunks[i].begin + CHUNK;
    pthread_create(&t[i], 0, raise_all, &chunks[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], 0);
  return heights[0];
}

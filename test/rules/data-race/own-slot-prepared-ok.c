// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each round prepares the slot, and its lock, of the thread that it starts
// then: by the number itself, and by a pointer to it.
#include <pthread.h>

static int slots[8], sums[8], numbers[8];
static pthread_mutex_t locks[8];
static pthread_t handles[8], others[8];

static void *run(void *my) {
  long id = (long)my;
  pthread_mutex_lock(&locks[id]);
  slots[id]++;
  pthread_mutex_unlock(&locks[id]);
  return 0;
}

static void *sum(void *my) {
  int id = *(int *)my;
  sums[id]++;
  return 0;
}

int main(void) {
  for (int i = 0; i < 8; i++) {
    if (i == 3)
      continue;
    slots[i] = 1;
    pthread_mutex_init(&locks[i], 0);
    pthread_create(&handles[i], 0, run, (void *)(long)i);
    sums[i] = numbers[i] = i;
    pthread_create(&others[i], 0, sum, &numbers[i]);
  }
  for (int i = 0; i < 8; i++) {
    if (i == 3)
      continue;
    pthread_join(handles[i], 0);
    pthread_join(others[i], 0);
  }
  return slots[0] + sums[0];
}

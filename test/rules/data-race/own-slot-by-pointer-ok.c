// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread gets a pointer to its number; its slot is prepared in the same
// round, before it starts.
#include <pthread.h>
#include <stdlib.h>
int slots[8];
pthread_mutex_t locks[8];
pthread_t handles[8];
int n = 8; int ids[8];
void *run(void *my) {
  long id = *(int*)my;
  pthread_mutex_lock(&locks[id]);
  slots[id]++;
  pthread_mutex_unlock(&locks[id]);
  return 0;
}
int main(void) {
  for (int i = 0; i < n; i++) {
    if (i == 0) continue;
    pthread_t t;
    slots[i] = 1; ids[i] = i;
    pthread_mutex_init(&locks[i], 0);
    if (pthread_create(&t, 0, run, &ids[i]) != 0)
      exit(1);
    handles[i] = t;
  }
  for (int i = 1; i < n; i++)
    pthread_join(handles[i], 0);
}

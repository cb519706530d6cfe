// Every thread counts in all slots, without a lock.
#include <pthread.h>
enum { COUNTERS = 8 };
struct counter {
  unsigned long ups;
};
static struct counter counters[COUNTERS];
static void count(struct counter *c) { c->ups++; } // RACE
static void *run(void *arg) {
  int seed = *(int *)arg;
  for (int i = 0; i < 2000; i++)
    count(&counters[(i + seed) % COUNTERS]);
  return 0;
}
int main(void) {
  pthread_t t[3];
  int seed[3] = {0, 3, 5};
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], 0, run, &seed[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], 0);
  return (int)counters[0].ups;
}

// The statistics mix a relaxed atomic for one counter with a plain sum beside it.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static struct {
  atomic_ulong packets;
  unsigned long bytes; // RACE
} stats;

static void account(unsigned long bytes) {
  atomic_fetch_add_explicit(&stats.packets, 1, memory_order_relaxed);
  stats.bytes += bytes; // RACE
}

static void *port(void *arg) {
  unsigned long mtu = *(unsigned long *)arg;
  for (unsigned long i = 0; i < 1000; i++)
    account(i % mtu);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  unsigned long mtu[2] = {1500, 9000};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, port, &mtu[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%lu %lu\n", stats.packets, stats.bytes);
  return 0;
}

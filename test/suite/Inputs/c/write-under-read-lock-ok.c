// The routing table is read under the read lock and its hit counters, being atomic, may be incremented there.
#define _XOPEN_SOURCE 700
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

struct route {
  unsigned prefix;
  unsigned gateway;
  atomic_uint hits;
};

static struct route routes[4] = {{.prefix = 10, .gateway = 1}, {.prefix = 20, .gateway = 2}, {.prefix = 30, .gateway = 3}};
static pthread_rwlock_t routes_lock = PTHREAD_RWLOCK_INITIALIZER;

static unsigned gateway_for(unsigned prefix) {
  unsigned gateway = 0;
  pthread_rwlock_rdlock(&routes_lock);
  for (int i = 0; i < 4; i++) {
    if (routes[i].prefix == prefix) {
      routes[i].hits++;
      gateway = routes[i].gateway;
    }
  }
  pthread_rwlock_unlock(&routes_lock);
  return gateway;
}

static void *forwarder(void *unused) {
  (void)unused;
  unsigned checksum = 0;
  for (unsigned i = 0; i < 500; i++)
    checksum += gateway_for(i % 3 * 10 + 10);
  printf("%u\n", checksum);
  return NULL;
}

int main(void) {
  pthread_t t[3];
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, forwarder, NULL);
  pthread_rwlock_wrlock(&routes_lock);
  routes[3].prefix = 40;
  routes[3].gateway = 4;
  pthread_rwlock_unlock(&routes_lock);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  return 0;
}

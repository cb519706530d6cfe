// One of the two counters guarded by the POSIX spin lock is reset after the unlock.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

struct meter {
  pthread_spinlock_t lock;
  unsigned packets;
  unsigned bytes;
};

static struct meter eth0;

static void account(struct meter *m, unsigned bytes) {
  pthread_spin_lock(&m->lock);
  m->packets++;
  m->bytes += bytes; // RACE
  pthread_spin_unlock(&m->lock);
}

static unsigned drain(struct meter *m) {
  pthread_spin_lock(&m->lock);
  unsigned n = m->packets;
  m->packets = 0;
  pthread_spin_unlock(&m->lock);
  m->bytes = 0; // RACE
  return n;
}

static void *receive(void *unused) {
  (void)unused;
  for (unsigned i = 0; i < 1000; i++)
    account(&eth0, i % 1500);
  return NULL;
}

int main(void) {
  pthread_t t;
  unsigned total = 0;
  pthread_spin_init(&eth0.lock, PTHREAD_PROCESS_PRIVATE);
  pthread_create(&t, NULL, receive, NULL);
  for (int i = 0; i < 50; i++)
    total += drain(&eth0);
  pthread_join(t, NULL);
  total += drain(&eth0);
  pthread_spin_destroy(&eth0.lock);
  printf("%u\n", total);
  return 0;
}

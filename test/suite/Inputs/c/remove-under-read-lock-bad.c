// Expired leases are unlinked and freed while only the read lock is held.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct lease {
  struct lease *next;
  int client;
  int expires;
};

static struct lease *leases;
static pthread_rwlock_t leases_lock = PTHREAD_RWLOCK_INITIALIZER;

static void grant(int client, int expires) {
  struct lease *l = malloc(sizeof *l);
  l->client = client;
  l->expires = expires;
  pthread_rwlock_wrlock(&leases_lock);
  l->next = leases;
  leases = l;
  pthread_rwlock_unlock(&leases_lock);
}

static int active(int now) {
  int n = 0;
  pthread_rwlock_rdlock(&leases_lock);
  for (struct lease *l = leases; l; l = l->next) // RACE
    n += l->expires > now; // RACE
  pthread_rwlock_unlock(&leases_lock);
  return n;
}

static void expire(int now) {
  pthread_rwlock_rdlock(&leases_lock); // RACE
  for (struct lease **at = &leases; *at;) {
    struct lease *l = *at;
    if (l->expires <= now) {
      *at = l->next; // RACE
      free(l); // RACE
    } else {
      at = &l->next;
    }
  }
  pthread_rwlock_unlock(&leases_lock);
}

static void *housekeeping(void *unused) {
  (void)unused;
  for (int now = 0; now < 400; now++)
    expire(now);
  return NULL;
}

int main(void) {
  pthread_t t;
  int sum = 0;
  for (int i = 0; i < 200; i++)
    grant(i, i * 2);
  pthread_create(&t, NULL, housekeeping, NULL);
  for (int now = 0; now < 400; now++)
    sum += active(now);
  pthread_join(t, NULL);
  printf("%d\n", sum > 0);
  return 0;
}

// The result is read early only if pthread_tryjoin_np has joined the thread, and otherwise after a proper join.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>

static unsigned long checksum;

static void *digest(void *unused) {
  (void)unused;
  for (unsigned long i = 0; i < 5000; i++)
    checksum = checksum * 33 + i;
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, digest, NULL);
  int joined = pthread_tryjoin_np(t, NULL) == 0;
  if (joined)
    printf("%lu at once\n", checksum);
  if (!joined)
    pthread_join(t, NULL);
  printf("%lu\n", checksum);
  return 0;
}

// The result is read whether or not pthread_tryjoin_np could join the thread.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>

static unsigned long checksum;

static void *digest(void *unused) {
  (void)unused;
  for (unsigned long i = 0; i < 5000; i++)
    checksum = checksum * 33 + i; // RACE
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, digest, NULL);
  int joined = pthread_tryjoin_np(t, NULL) == 0;
  printf("%lu%s\n", checksum, joined ? "" : " (running)"); // RACE
  if (!joined)
    pthread_join(t, NULL);
  return 0;
}

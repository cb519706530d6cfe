// Main changes the environment with setenv while the worker reads it with getenv.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *open_store(void *unused) {
  (void)unused;
  const char *dir = getenv("STORE_DIR"); // RACE
  printf("%zu\n", dir ? strlen(dir) : 0); // RACE
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, open_store, NULL);
  setenv("STORE_DIR", "/var/tmp/store", 1); // RACE
  pthread_join(t, NULL);
  return 0;
}

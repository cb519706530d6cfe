// The environment is changed before the worker starts and only read from then on.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *open_store(void *unused) {
  (void)unused;
  const char *dir = getenv("STORE_DIR");
  printf("%zu\n", dir ? strlen(dir) : 0);
  return NULL;
}

int main(void) {
  pthread_t t;
  setenv("STORE_DIR", "/var/tmp/store", 1);
  pthread_create(&t, NULL, open_store, NULL);
  pthread_join(t, NULL);
  return 0;
}

// Every thread sets the key to a buffer it has allocated, which the key's destructor frees.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_key_t scratch_key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;

static void make_key(void) {
  pthread_key_create(&scratch_key, free);
}

static char *scratch(void) {
  pthread_once(&key_once, make_key);
  char *p = pthread_getspecific(scratch_key);
  if (!p) {
    p = malloc(64);
    pthread_setspecific(scratch_key, p);
  }
  return p;
}

static void *hexdump(void *arg) {
  unsigned base = *(unsigned *)arg;
  unsigned long sum = 0;
  for (unsigned i = 0; i < 100; i++) {
    char *line = scratch();
    for (int n = 0; n < 8; n++)
      line[n] = "0123456789abcdef"[(base + i) >> (4 * n) & 15];
    for (int n = 0; n < 8; n++)
      sum += (unsigned char)line[n];
  }
  printf("%lu\n", sum);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  unsigned base[2] = {0x1000, 0xbeef};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, hexdump, &base[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  return 0;
}

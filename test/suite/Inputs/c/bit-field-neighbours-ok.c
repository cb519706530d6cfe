// A zero-width bit-field between the two puts them into separate memory locations.
#include <pthread.h>
#include <stdio.h>

struct flags {
  unsigned open : 1;
  unsigned mode : 3;
  unsigned : 0;
  unsigned dirty : 1;
  unsigned generation : 4;
};

static struct flags flags;

static void *user(void *unused) {
  (void)unused;
  for (unsigned i = 0; i < 200; i++) {
    flags.open = i & 1u;
    flags.mode = i & 7u;
  }
  return NULL;
}

static void *flusher(void *unused) {
  (void)unused;
  for (unsigned i = 0; i < 200; i++) {
    flags.dirty = i & 1u;
    flags.generation = i & 15u;
  }
  return NULL;
}

int main(void) {
  pthread_t u, f;
  pthread_create(&u, NULL, user, NULL);
  pthread_create(&f, NULL, flusher, NULL);
  pthread_join(u, NULL);
  pthread_join(f, NULL);
  printf("%u %u\n", flags.mode, flags.generation);
  return 0;
}

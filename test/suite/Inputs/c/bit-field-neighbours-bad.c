// Two threads change neighbouring bit-fields, which are one memory location.
#include <pthread.h>
#include <stdio.h>

struct flags {
  unsigned open : 1;
  unsigned mode : 3;
  unsigned dirty : 1;
  unsigned generation : 4;
};

static struct flags flags;

static void *user(void *unused) {
  (void)unused;
  for (unsigned i = 0; i < 200; i++) {
    flags.open = i & 1u; // RACE
    flags.mode = i & 7u; // RACE
  }
  return NULL;
}

static void *flusher(void *unused) {
  (void)unused;
  for (unsigned i = 0; i < 200; i++) {
    flags.dirty = i & 1u; // RACE
    flags.generation = i & 15u; // RACE
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

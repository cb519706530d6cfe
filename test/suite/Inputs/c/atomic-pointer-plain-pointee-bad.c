// The pointer is atomic, but the score that it points to is a plain int which both threads increment.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static int home, away;
static _Atomic(int *) leading;

static void *play(void *unused) {
  (void)unused;
  for (int i = 0; i < 1000; i++)
    ++*atomic_load(&leading); // RACE
  return NULL;
}

int main(int argc, char **argv) {
  (void)argv;
  leading = argc > 1 ? &away : &home;
  pthread_t a, b;
  pthread_create(&a, NULL, play, NULL);
  pthread_create(&b, NULL, play, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", home, away);
  return 0;
}

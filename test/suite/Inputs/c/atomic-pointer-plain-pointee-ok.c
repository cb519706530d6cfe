// The pointer is plain and set before the threads start; the score that it points to is atomic.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int home, away;
static atomic_int *leading;

static void *play(void *unused) {
  (void)unused;
  for (int i = 0; i < 1000; i++)
    ++*leading;
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

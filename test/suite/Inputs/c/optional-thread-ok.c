// The second worker is started only if asked for, and joined under the same condition.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static int pages[2];

static void *render(void *arg) {
  int *count = arg;
  for (int i = 0; i < 100; i++)
    *count += i;
  return NULL;
}

int main(int argc, char **argv) {
  (void)argv;
  bool both = argc < 3;
  bool verbose = argc > 1;
  pthread_t first, second;
  pthread_create(&first, NULL, render, &pages[0]);
  if (both)
    pthread_create(&second, NULL, render, &pages[1]);
  pthread_join(first, NULL);
  if (both)
    pthread_join(second, NULL);
  printf("%d\n", pages[0] + pages[1]);
  if (verbose)
    puts("done");
  return 0;
}

// The first thread starts a second one and ends without joining it; main joins only the first and reads what the second writes.
#include <pthread.h>
#include <stdio.h>

static int parsed;
static int checked;
static pthread_t inner;

static void *check(void *unused) {
  (void)unused;
  for (int i = 0; i < 100; i++)
    checked += i % 3; // RACE
  return NULL;
}

static void *parse(void *unused) {
  (void)unused;
  pthread_create(&inner, NULL, check, NULL);
  for (int i = 0; i < 100; i++)
    parsed += i % 5;
  return NULL;
}

int main(void) {
  pthread_t outer;
  pthread_create(&outer, NULL, parse, NULL);
  pthread_join(outer, NULL);
  printf("%d %d\n", parsed, checked); // RACE
  pthread_join(inner, NULL);
  return 0;
}

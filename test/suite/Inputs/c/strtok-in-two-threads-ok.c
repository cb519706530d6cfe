// Both threads split their text with strtok_r and keep the position themselves.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static void *count_words(void *arg) {
  char *text = arg;
  int words = 0;
  char *position;
  for (char *w = strtok_r(text, " ", &position); w; w = strtok_r(NULL, " ", &position))
    words++;
  printf("%d words\n", words);
  return NULL;
}

int main(void) {
  char first[] = "the quick brown fox jumps over the lazy dog";
  char second[] = "pack my box with five dozen liquor jugs";
  pthread_t a, b;
  pthread_create(&a, NULL, count_words, first);
  pthread_create(&b, NULL, count_words, second);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}

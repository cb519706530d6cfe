// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
#include <string.h>

static void *split(void *text) {
  char *rest;
  for (char *word = strtok_r(text, " ", &rest); word;)
    word = 0;
  return 0;
}

int main(void) {
  pthread_t all[4];
  char text[4][8] = {"a b", "c d", "e f", "g h"};
  for (int i = 0; i < 4; ++i)
    pthread_create(&all[i], 0, split, text[i]);
  for (int i = 0; i < 4; ++i)
    pthread_join(all[i], 0);
}

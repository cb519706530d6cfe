// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Only one thread, of which there is one, uses it.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static char line[80];

static void *split(void *arg) {
  for (char *word = strtok(line, " "); word; word = strtok(0, " "))
    puts(word);
  return arg;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, split, 0);
  puts("waiting");
  pthread_join(worker, 0);
}

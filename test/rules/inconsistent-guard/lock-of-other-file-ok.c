// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A lock that others see is nobody's own: once under it tells nothing.
#include <pthread.h>

extern pthread_mutex_t everybodys;
static int level;

void raise_level(void) {
  pthread_mutex_lock(&everybodys);
  level++;
  pthread_mutex_unlock(&everybodys);
}

int level_now(void) { return level; }

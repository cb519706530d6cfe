// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both under a lock.
#include <pthread.h>
#include <string.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
struct box {
  char text[64];
};
static void *writer(void *arg) {
  struct box *b = arg;
  pthread_mutex_lock(&mu);
  memcpy(b->text, "hello", 6);
  pthread_mutex_unlock(&mu);
  return 0;
}
int main(void) {
  struct box b;
  memset(&b, 0, sizeof b);
  pthread_t t;
  pthread_create(&t, 0, writer, &b);
  char copy[64];
  pthread_mutex_lock(&mu);
  memcpy(copy, b.text, sizeof copy);
  pthread_mutex_unlock(&mu);
  pthread_join(t, 0);
  return copy[0];
}

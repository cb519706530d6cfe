// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is unlinked under the lock is nobody else's.
#include <pthread.h>
#include <stdlib.h>

struct host {
  int name;
  struct host *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct host *first;

void hosts_add(int name) {
  struct host *h = calloc(1, sizeof *h);
  h->name = name;
  pthread_mutex_lock(&lock);
  h->next = first;
  first = h;
  pthread_mutex_unlock(&lock);
}

void hosts_remove(int name) {
  pthread_mutex_lock(&lock);
  struct host **at = &first;
  while (*at && (*at)->name != name)
    at = &(*at)->next;
  struct host *gone = *at;
  if (gone)
    *at = gone->next;
  pthread_mutex_unlock(&lock);
  free(gone);
}

static void *fill(void *arg) {
  hosts_add(2);
  return arg;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, 0, fill, 0);
  hosts_remove(1);
  return pthread_join(t, 0);
}

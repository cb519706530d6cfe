// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// An element is taken from the list, and put back later: the list is read anew for that.
#include <pthread.h>

struct item {
  struct item *next;
};

static struct item items[4];
static struct item *unused = &items[0];
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;

static struct item *take(void) {
  pthread_mutex_lock(&mu);
  struct item *i = unused;
  unused = i->next;
  pthread_mutex_unlock(&mu);
  return i;
}

static void give(struct item *i) {
  pthread_mutex_lock(&mu);
  i->next = unused;
  unused = i;
  pthread_mutex_unlock(&mu);
}

static void *use(void *arg) {
  struct item *i = take();
  give(i);
  return arg;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, use, 0);
  pthread_create(&b, 0, use, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return unused == 0;
}

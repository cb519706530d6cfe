// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Copied into the caller's buffer under the lock.
#include <pthread.h>
#include <string.h>

struct config {
  pthread_mutex_t mu;
  char name[32];
};
static struct config shared = {PTHREAD_MUTEX_INITIALIZER, "none"};

static void rename_to(struct config *c, const char *name) {
  pthread_mutex_lock(&c->mu);
  strncpy(c->name, name, sizeof c->name - 1);
  pthread_mutex_unlock(&c->mu);
}

static void name_of(struct config *c, char *to) {
  pthread_mutex_lock(&c->mu);
  memcpy(to, c->name, sizeof c->name);
  pthread_mutex_unlock(&c->mu);
}

static void *run(void *unused) {
  char name[32];
  rename_to(&shared, "one");
  name_of(&shared, name);
  return name[0] == 'o' ? 0 : unused;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, 0);
  pthread_create(&second, 0, run, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}

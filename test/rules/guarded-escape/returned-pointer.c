// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A pointer to a field that others write under the lock.
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

static const char *name_of(struct config *c) {
  const char *name;
  pthread_mutex_lock(&c->mu);
  name = c->name;
  pthread_mutex_unlock(&c->mu);
  return name;
}

static void *run(void *unused) {
  rename_to(&shared, "one");
  return name_of(&shared)[0] == 'o' ? 0 : unused;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, 0);
  pthread_create(&second, 0, run, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}returned-pointer.c:[[#@LINE-17]]:{{[0-9]+}}: warning: a reference to 'config::name' is returned, but 'config::mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}returned-pointer.c:[[#@LINE-21]]:{{[0-9]+}}: note: 'name_of' locks 'config::mu' here{{$}}
// CHECK: {{^}}{{.*}}returned-pointer.c:[[#@LINE-21]]:{{[0-9]+}}: note: the reference to 'config::name' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}returned-pointer.c:[[#@LINE-20]]:{{[0-9]+}}: note: it is returned here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}returned-pointer.c:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through 'run' -> 'rename_to'{{$}}
// CHECK: {{^}}{{.*}}returned-pointer.c:[[#@LINE-31]]:{{[0-9]+}}: note: it changes 'config::name' here under 'config::mu'{{$}}
// CHECK: {{^}}{{.*}}returned-pointer.c:[[#@LINE-23]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}

// RUN: %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same with an atomic count, as a kernel has it.
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

struct ref {
  atomic_int count;
};

struct device {
  int fd;
  struct ref users;
};

static void ref_get(struct ref *R) { atomic_fetch_add_explicit(&R->count, 1, memory_order_relaxed); }

static void ref_put(struct ref *R, void (*Release)(struct ref *)) {
  if (atomic_fetch_sub_explicit(&R->count, 1, memory_order_acq_rel) == 1)
    Release(R);
}

static void device_release(struct ref *R) {
  free((char *)R - offsetof(struct device, users));
}

static void *use(void *Arg) {
  struct device *D = Arg;
  ref_put(&D->users, device_release);
  return NULL;
}

int main(void) {
  struct device *D = calloc(1, sizeof *D);
  pthread_t User;
  ref_get(&D->users);
  ref_get(&D->users);
  pthread_create(&User, NULL, use, D);
  ref_put(&D->users, device_release);
  pthread_join(User, NULL);
  return 0;
}

// CHECK: 0 findings

// RUN: not %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The count knows nothing of the object: who gives a reference back says how it
// is released.
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

struct ref {
  int count;
};

struct device {
  int fd;
  struct ref users;
};

static void ref_get(struct ref *R) { ++R->count; }

static void ref_put(struct ref *R, void (*Release)(struct ref *)) {
  if (--R->count == 0)
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

// CHECK: {{^}}{{.*}}release-callback.c:[[#@LINE-25]]:{{[0-9]+}}: warning: 'ref::count' counts references, but not atomically: it is changed here while another thread may do the same [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}release-callback.c:[[#@LINE-26]]:{{[0-9]+}}: note: the main thread reaches the change through 'main' -> 'ref_put'{{$}}
// CHECK: {{^}}{{.*}}release-callback.c:[[#@LINE-27]]:{{[0-9]+}}: note: the change holds no lock{{$}}
// CHECK: {{^}}{{.*}}release-callback.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the change through 'use' -> 'ref_put'{{$}}
// CHECK: {{^}}{{.*}}release-callback.c:[[#@LINE-29]]:{{[0-9]+}}: note: the change holds no lock{{$}}
// CHECK: {{^}}{{.*}}release-callback.c:[[#@LINE-30]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}release-callback.c:[[#@LINE-30]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}release-callback.c:[[#@LINE-43]]:{{[0-9]+}}: note: make 'ref::count' _Atomic{{$}}

// RUN: not %fearless check %s -- -std=gnu17 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A pool in C: the function gets the argument behind it.
#include <fearless/annotations.h>
struct pool;
void pool_add(struct pool *, FEARLESS_CROSSES_THREAD void (*run)(void *),
              void *arg);
struct job {
  int left;
};
static void work(void *arg) { --((struct job *)arg)->left; }
int finish(struct pool *p) {
  static struct job j = {2};
  pool_add(p, work, &j);
  return j.left;
}
int main(void) { return finish(0); }

// CHECK: {{^}}{{.*}}marker-pool.c:[[#@LINE-8]]:{{[0-9]+}}: warning: data race on 'finish::j.left': written here while another thread may read it at {{.*}}marker-pool.c:[[#@LINE-4]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}marker-pool.c:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}marker-pool.c:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-pool.c:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'finish'{{$}}
// CHECK: {{^}}{{.*}}marker-pool.c:[[#@LINE-8]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-pool.c:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'finish::j.left' with a mutex, or make it atomic{{$}}

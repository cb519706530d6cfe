// RUN: not %fearless check %s -- 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Only the account that gives is locked.
#include <pthread.h>

struct account {
  pthread_mutex_t lock;
  long balance;
};
static struct account all[4];

static void move(int from, int to) {
  pthread_mutex_lock(&all[from].lock);
  all[from].balance--;
  all[to].balance++;
  pthread_mutex_unlock(&all[from].lock);
}

static void *clerk(void *arg) {
  int desk = *(int *)arg;
  for (int i = 0; i < 50; i++)
    move(desk, (desk + 1) % 4);
  return 0;
}

int main(void) {
  pthread_t t[4];
  int desks[4] = {0, 1, 2, 3};
  for (int i = 0; i < 4; i++)
    pthread_mutex_init(&all[i].lock, 0);
  for (int i = 0; i < 4; i++)
    pthread_create(&t[i], 0, clerk, &desks[i]);
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], 0);
  return all[0].balance > 0;
}

// CHECK: {{^}}{{.*}}lock-of-giver.c:[[#@LINE-24]]:{{[0-9]+}}: warning: data race on 'account::balance': written here while another thread may write it at {{.*}}lock-of-giver.c:[[#@LINE-23]]:18 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-of-giver.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'clerk' -> 'move'{{$}}
// CHECK: {{^}}{{.*}}lock-of-giver.c:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds 'account::lock'{{$}}
// CHECK: {{^}}{{.*}}lock-of-giver.c:[[#@LINE-9]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'clerk' -> 'move'{{$}}
// CHECK: {{^}}{{.*}}lock-of-giver.c:[[#@LINE-27]]:{{[0-9]+}}: note: the write holds 'account::lock'{{$}}
// CHECK: {{^}}{{.*}}lock-of-giver.c:[[#@LINE-28]]:{{[0-9]+}}: note: for example, both get to element [0], and hold different locks of one name then{{$}}
// CHECK: {{^}}{{.*}}lock-of-giver.c:[[#@LINE-36]]:{{[0-9]+}}: note: hold 'account::lock' at every access (2 of 3 do), or make 'account::balance' atomic{{$}}
